// Our gateway beside none, a Worker that only forwards, and Portkey on Node and in workerd, in one run against one mock
// provider. All Workers run in a workerd of their own as they would in production: requests come in through a socket of
// the Worker's own and go out to the network itself, without the Workers that wrangler and Miniflare set between. Ours
// scans both ways with every detector, and no two requests or answers are the same text, so that no verdict comes from
// memory.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { load, quantile } from "./gateway/load.ts";
import { installPortkey, startPortkeyInWorkerd, startPortkeyOnNode } from "./gateway/portkey.ts";
import { measureHeld, measureTurns, type TurnCost } from "./gateway/scan.ts";
import { startForward, startOurs, startUpstream, type Subject } from "./gateway/subjects.ts";
import { nextText } from "./gateway/texts.ts";
import { cpuSeconds } from "./workerd.ts";

const OURS = "uncase in workerd, scanning both ways";
const WARM_UP_CONCURRENCY = 16;

const HELP = `node bench/gateway.ts [options]
Requests per second, latency, what is added to a direct call, CPU time and memory of our gateway, a Worker that only
forwards, Portkey on Node (without and with its regex guardrail) and Portkey in workerd; then the CPU time of the scan as
a conversation grows, and the characters that a stream holds back. Figures are medians over the rounds, the subjects take
turns; CPU time and memory are those of the process, from /proc. The last line of stdout is one JSON object.

  --part NAMES          whole,streams,scan: what is measured (default: all)
  --concurrency LIST    default 1,16,64; streams leave out 64
  --seconds N           of each measurement (default 3)
  --rounds N            default 3
  --warm-up N           seconds per subject before the first measurement (default 8)
  --no-peers            without Portkey
`;

/** A chat of about 700 bytes, another text every time. */
function nextBody(stream: boolean): string {
  return JSON.stringify({
    model: "bench",
    messages: [
      { role: "system", content: "You answer customers of a furniture shop. Be brief and polite." },
      { role: "user", content: nextText() },
    ],
    temperature: 0.2,
    ...(stream ? { stream: true } : {}),
  });
}

function residentMiB(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"));
  return Number(found?.[1] ?? 0) / 1024;
}

interface Sample {
  perSecond: number;
  p50: number;
  p99: number;
  firstByteP50: number;
  cpuUs: number;
  memoryMiB: number;
  failures: number;
}

async function measure(subject: Subject, concurrency: number, seconds: number, stream: boolean): Promise<Sample> {
  const pid = subject.pid!;
  const before = cpuSeconds(pid);
  const result = await load(subject, concurrency, seconds, () => nextBody(stream));
  const cpu = cpuSeconds(pid) - before;
  return {
    perSecond: result.requests / result.seconds,
    p50: quantile(result.latencies, 0.5),
    p99: quantile(result.latencies, 0.99),
    firstByteP50: quantile(result.firstBytes, 0.5),
    cpuUs: (cpu * 1e6) / result.requests,
    memoryMiB: residentMiB(pid),
    failures: result.failures,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function medians(samples: readonly Sample[]): Sample {
  const of = (field: keyof Sample): number => median(samples.map((sample) => sample[field]));
  return {
    perSecond: of("perSecond"),
    p50: of("p50"),
    p99: of("p99"),
    firstByteP50: of("firstByteP50"),
    cpuUs: of("cpuUs"),
    memoryMiB: of("memoryMiB"),
    failures: samples.reduce((sum, sample) => sum + sample.failures, 0),
  };
}

interface Row extends Sample {
  name: string;
  concurrency: number;
  stream: boolean;
  addedP50: number;
  addedP99: number;
}

/** All subjects at one load, taking turns. */
async function compare(
  subjects: readonly Subject[],
  concurrency: number,
  stream: boolean,
  seconds: number,
  rounds: number,
): Promise<Row[]> {
  const samples = new Map<Subject, Sample[]>(subjects.map((subject) => [subject, []]));
  for (const subject of subjects) await measure(subject, concurrency, Math.min(0.5, seconds), stream);
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) {
      samples.get(subject)!.push(await measure(subject, concurrency, seconds, stream));
    }
  }
  const rows = subjects.map((subject) => ({ subject, sample: medians(samples.get(subject)!) }));
  const direct = rows[0]!.sample;
  return rows.map(({ subject, sample }) => ({
    name: subject.name,
    concurrency,
    stream,
    ...sample,
    addedP50: sample.p50 - direct.p50,
    addedP99: sample.p99 - direct.p99,
  }));
}

function print(rows: readonly Row[]): void {
  const { concurrency, stream } = rows[0]!;
  console.log(`\n${stream ? "streams of 64 deltas" : "whole answers"}, concurrency ${concurrency}`);
  const titles = ["req/s", "p50 us", "p99 us", "added p50", "added p99", "1st byte p50", "CPU us/req", "MiB", "failed"];
  console.log("".padEnd(38) + titles.map((title) => title.padStart(13)).join(""));
  for (const row of rows) {
    const cells = [
      row.perSecond,
      row.p50,
      row.p99,
      row.addedP50,
      row.addedP99,
      row.firstByteP50,
      row.cpuUs,
      row.memoryMiB,
      row.failures,
    ];
    console.log(row.name.padEnd(38) + cells.map((cell) => cell.toFixed(0).padStart(13)).join(""));
  }
}

interface Goal {
  goal: string;
  value: number;
  limit: number;
  met: boolean;
}

/** The ratios of the specification, as far as this run has both sides of them. */
function judge(rows: readonly Row[]): Goal[] {
  const goals: Goal[] = [];
  const find = (name: string, concurrency: number, stream: boolean): Row | undefined =>
    rows.find((row) => row.name === name && row.concurrency === concurrency && row.stream === stream);
  const add = (goal: string, value: number, limit: number, more = false): void => {
    goals.push({ goal, value: Number(value.toFixed(3)), limit, met: more ? value >= limit : value <= limit });
  };
  for (const concurrency of new Set(rows.map((row) => row.concurrency))) {
    const ours = find(OURS, concurrency, false);
    for (const [name, share] of [
      ["Portkey on Node", 0.5],
      ["Portkey in workerd", 1],
    ] as const) {
      const peer = find(name, concurrency, false);
      if (ours === undefined || peer === undefined) continue;
      add(`CPU per request / ${name}, concurrency ${concurrency}`, ours.cpuUs / peer.cpuUs, share);
      add(`added p50 / ${name}, concurrency ${concurrency}`, ours.addedP50 / peer.addedP50, share);
      if (share === 1) continue;
      add(`requests per second / ${name}, concurrency ${concurrency}`, ours.perSecond / peer.perSecond, 2, true);
    }
    const streamed = find(OURS, concurrency, true);
    const direct = find("direct", concurrency, true);
    if (streamed !== undefined && direct !== undefined && concurrency === 1) {
      add("first streamed byte at p50, ms added", (streamed.firstByteP50 - direct.firstByteP50) / 1000, 1);
    }
  }
  return goals;
}

interface ScanCost {
  turns: TurnCost[];
  held: ReturnType<typeof measureHeld>;
  goals: Goal[];
}

/** The scan by itself; costs grow with the number of turns as far as the history has to be read. */
async function measureScan(rounds: number): Promise<ScanCost> {
  const turns = await measureTurns(rounds);
  const held = measureHeld();
  console.log("\nthe scan of a request as its conversation grows");
  for (const { cpuUs, fresh, turn } of turns) {
    console.log(
      `turn ${String(turn).padStart(3)}: ${cpuUs.toFixed(0).padStart(6)} us of CPU, ${fresh} characters scanned anew`,
    );
  }
  console.log(`characters a stream holds back: p50 ${held.p50}, most ${held.max}`);
  const growth = turns.at(-1)!.cpuUs / turns[1]!.cpuUs;
  const flat = { goal: "CPU of turn 100 / turn 2", value: Number(growth.toFixed(3)), limit: 1.5, met: growth <= 1.5 };
  const p50 = { goal: "characters held back at p50", value: held.p50, limit: 24, met: held.p50 <= 24 };
  return { turns, held, goals: [flat, p50] };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      part: { type: "string", default: "whole,streams,scan" },
      seconds: { type: "string", default: "3" },
      rounds: { type: "string", default: "3" },
      "warm-up": { type: "string", default: "8" },
      concurrency: { type: "string", default: "1,16,64" },
      "no-peers": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const seconds = Number(values.seconds);
  const rounds = Number(values.rounds);
  const parts = new Set(values.part.split(","));
  const concurrencies = values.concurrency.split(",").map(Number);
  const kinds = [false, true].filter((stream) => parts.has(stream ? "streams" : "whole"));
  const subjects: Subject[] = [];
  const rows: Row[] = [];
  try {
    if (kinds.length > 0) {
      const upstream = await startUpstream();
      subjects.push(upstream);
      subjects.push(await startForward(upstream.port));
      subjects.push(await startOurs(upstream.port));
      if (!values["no-peers"] && installPortkey()) {
        subjects.push(...(await startPortkeyOnNode(upstream.port)), await startPortkeyInWorkerd(upstream.port));
      } else if (!values["no-peers"]) console.log("Portkey could not be installed and is left out");
      console.log(`request ${Buffer.byteLength(nextBody(false))} bytes; ${rounds} rounds of ${seconds} s`);
      // Compilers need some thousand requests; without them the first figures would be those of cold code.
      for (const subject of subjects.slice(1)) {
        for (const stream of kinds)
          await measure(subject, WARM_UP_CONCURRENCY, Number(values["warm-up"]) / kinds.length, stream);
      }
    }
    for (const stream of kinds) {
      for (const concurrency of concurrencies.filter((each) => !stream || each <= 16)) {
        const compared = await compare(subjects, concurrency, stream, seconds, rounds);
        print(compared);
        rows.push(...compared);
      }
    }
  } finally {
    for (const subject of subjects) await subject.stop();
  }
  const scan = parts.has("scan") ? await measureScan(rounds) : null;
  const goals = [...judge(rows), ...(scan?.goals ?? [])];
  console.log("");
  for (const { goal, value, limit, met } of goals)
    console.log(`${met ? "met   " : "missed"} ${goal}: ${value} (${limit})`);
  console.log(JSON.stringify({ rows, scan, goals }));
}

await main();
