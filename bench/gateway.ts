/**
 * Our gateway beside none, a Worker that only forwards, and Portkey on Node, in one run against one mock provider:
 * `node bench/gateway.ts [--seconds 3] [--rounds 3] [--no-peers] [--concurrency 1,16,64]`.
 * Ours and the forward-only Worker run in workerd, without wrangler's development proxy; ours scans both ways with
 * every detector, and no two requests or answers are the same text, so that no verdict comes from memory. CPU time and
 * memory are those of the process, from /proc. Figures are medians over the rounds; the subjects take turns. Portkey
 * on workerd is left out: its npm package has the Node build only. The last line of stdout is one JSON object.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { load, quantile } from "./gateway/load.ts";
import { startForward, startOurs, startPortkey, startUpstream, type Subject } from "./gateway/subjects.ts";
import { cpuSeconds } from "./workerd.ts";

const STREAM_CONCURRENCY = [1, 16];

const SENTENCES = [
  "I ordered two lamps last week and only one of them arrived, the box was open on one side.",
  "Please check whether the second one is still on its way or whether I should ask for my money back.",
  "The tracking page has said the same thing for three days now and nobody answers the telephone.",
  "It is a present, so it would help me to know before the weekend whether it will be here in time.",
  "You can write to me at lucia.marin@mail.example if anything is unclear about the order.",
];
let asked = 0;

/** A chat of about 700 bytes, another text every time. */
function nextBody(stream: boolean): string {
  asked += 1;
  const from = asked % SENTENCES.length;
  const text = SENTENCES.map((_, index) => SENTENCES[(from + index) % SENTENCES.length]!).join(" ");
  return JSON.stringify({
    model: "bench",
    messages: [
      { role: "system", content: "You answer customers of a furniture shop. Be brief and polite." },
      { role: "user", content: `Question ${asked}: ${text}` },
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
  for (const subject of subjects) await measure(subject, concurrency, Math.min(1.5, seconds), stream);
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
    rows.find((row) => row.name.startsWith(name) && row.concurrency === concurrency && row.stream === stream);
  const add = (goal: string, value: number, limit: number, more = false): void => {
    goals.push({ goal, value: Number(value.toFixed(3)), limit, met: more ? value >= limit : value <= limit });
  };
  for (const concurrency of new Set(rows.map((row) => row.concurrency))) {
    const ours = find("uncase", concurrency, false);
    const portkey = find("Portkey", concurrency, false);
    if (ours !== undefined && portkey !== undefined) {
      const at = `concurrency ${concurrency}`;
      add(`CPU per request / Portkey on Node, ${at}`, ours.cpuUs / portkey.cpuUs, 0.5);
      add(`added p50 / Portkey on Node, ${at}`, ours.addedP50 / portkey.addedP50, 0.5);
      add(`requests per second / Portkey on Node, ${at}`, ours.perSecond / portkey.perSecond, 2, true);
    }
    const streamed = find("uncase", concurrency, true);
    const direct = find("direct", concurrency, true);
    if (streamed !== undefined && direct !== undefined && concurrency === 1) {
      add("first streamed byte at p50, ms added", (streamed.firstByteP50 - direct.firstByteP50) / 1000, 1);
    }
  }
  return goals;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "3" },
      rounds: { type: "string", default: "3" },
      concurrency: { type: "string", default: "1,16,64" },
      "no-peers": { type: "boolean", default: false },
    },
  });
  const seconds = Number(values.seconds);
  const rounds = Number(values.rounds);
  const subjects: Subject[] = [];
  try {
    const upstream = await startUpstream();
    subjects.push(upstream);
    subjects.push(await startForward(upstream.port));
    subjects.push(await startOurs(upstream.port));
    const portkey = values["no-peers"] ? null : await startPortkey(upstream.port);
    if (portkey !== null) subjects.push(portkey);
    else if (!values["no-peers"]) console.log("Portkey could not be installed and is left out");
    console.log(`request ${Buffer.byteLength(nextBody(false))} bytes; ${rounds} rounds of ${seconds} s`);
    const rows: Row[] = [];
    for (const concurrency of values.concurrency.split(",").map(Number)) {
      const compared = await compare(subjects, concurrency, false, seconds, rounds);
      print(compared);
      rows.push(...compared);
    }
    for (const concurrency of STREAM_CONCURRENCY) {
      const compared = await compare(subjects, concurrency, true, seconds, rounds);
      print(compared);
      rows.push(...compared);
    }
    const goals = judge(rows);
    console.log("");
    for (const { goal, value, limit, met } of goals)
      console.log(`${met ? "met   " : "missed"} ${goal}: ${value} (${limit})`);
    console.log(JSON.stringify({ rows, goals }));
  } finally {
    for (const subject of subjects) await subject.stop();
  }
}

await main();
