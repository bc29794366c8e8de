/**
 * Speed of personal-data detection beside npm libraries, in Node and inside workerd. Usage below (`--help`).
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ROOT } from "../scripts/runtime/local-worker.ts";
import { loadCorpora } from "./pii/corpora.ts";
import type { Corpus } from "./pii/corpora.ts";
import type { Measured } from "./pii/measure.ts";
import { installPeers, PEERS } from "./pii/peers.ts";
import { createSubjects } from "./pii/subjects.ts";
import { bundleWorker, cpuSeconds, startWorkerd } from "./workerd.ts";

const HELP = `node bench/pii.ts [--seconds 2] [--no-peers] [--no-workerd] [--only NAME] [--data DIR]

Speed of personal-data detection beside npm libraries, on text with many different words, names and numbers: 20,000
different messages of about 84 bytes one by one and a document of 1 MB, both generated from this project's seeds (the
same every time), and the turns of the dialogues in DIR/dialogues (../shared/data) where they are at hand.

Each subject runs in a process of its own, so that none warms or spoils the code of another; ours also in workerd, by a
Worker with Layer 0 and nothing else. CPU time of the process counts, all threads, so that a busy machine disturbs
little: the best of the passes that fit into --seconds, after one to warm up. In workerd clocks stand still, so it is
timed from outside, in passes of a second or more. "init" is what the first text waits for, code already loaded; "cold"
the mean over the first 500 messages of a new process; "p50" the median of single messages (wall time, Node only).
Slow libraries get a part of each corpus.

The last line of stdout is one JSON object: {"rows": [{"runtime", "name", "init_ms", "cold_us", "p50_us", "mean_us",
"mb_s": {corpus: MB/s}}], "corpora": [{"name", "texts", "bytes"}]}. 1 MB is a million bytes of UTF-8.`;

interface Row extends Partial<Measured> {
  runtime: "node" | "workerd";
  name: string;
  meanUs: number;
  speeds: Record<string, number>;
}

function inNode(name: string, seconds: string, data: string): Row {
  const script = fileURLToPath(new URL("pii/measure.ts", import.meta.url));
  const child = spawnSync(process.execPath, [script, name, seconds, data], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.status !== 0) throw new Error(`${name} failed`);
  return { runtime: "node", name, ...(JSON.parse(child.stdout) as Measured) };
}

async function ask(port: number, path: string, body?: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, body === undefined ? {} : { method: "POST", body });
  const text = await response.text();
  if (!response.ok) throw new Error(`the Worker answered ${response.status}: ${text}`);
}

async function inWorkerd(worker: object, name: string, corpora: readonly Corpus[], seconds: number): Promise<Row> {
  const { port, pid, stop } = await startWorkerd(worker);
  const row: Row = { runtime: "workerd", name, meanUs: 0, speeds: {} };
  try {
    const timed = async (passes: number): Promise<number> => {
      const begun = cpuSeconds(pid);
      await ask(port, `/run?subject=${encodeURIComponent(name)}&passes=${passes}`);
      return cpuSeconds(pid) - begun;
    };
    const cold = corpora[0]!.texts.slice(0, 500);
    await ask(port, "/texts", JSON.stringify(cold));
    row.coldUs = ((await timed(1)) * 1e6) / cold.length;
    for (const corpus of corpora) {
      await ask(port, "/texts", JSON.stringify(corpus.texts));
      // The clock has hundredths of a second.
      let passes = 1;
      let taken = await timed(passes);
      while (taken < 0.5) {
        passes *= 2;
        taken = await timed(passes);
      }
      passes = Math.ceil(passes / taken);
      let best = Infinity;
      for (let round = 0; round < Math.max(2, seconds); round++) best = Math.min(best, (await timed(passes)) / passes);
      row.speeds[corpus.name] = corpus.bytes / best / 1e6;
      if (corpus === corpora[0]) row.meanUs = (best * 1e6) / corpus.texts.length;
    }
  } finally {
    await stop();
  }
  return row;
}

function print(rows: readonly Row[], corpora: readonly Corpus[]): void {
  const cell = (value: number | undefined, decimals: number): string =>
    (value === undefined ? "-" : value.toFixed(decimals)).padStart(10);
  const titles = ["init ms", "cold us", "p50 us", "mean us", ...corpora.map(({ name }) => `${name} MB/s`)];
  const widths = titles.map((title) => Math.max(10, title.length + 2));
  console.log("".padEnd(34) + titles.map((title, i) => title.padStart(widths[i]!)).join(""));
  for (const row of rows) {
    const cells = [
      cell(row.initMs, 1),
      cell(row.coldUs, 1),
      cell(row.p50Us, 2),
      cell(row.meanUs, 2),
      ...corpora.map(({ name }) => cell(row.speeds[name], 2)),
    ];
    console.log(
      `${row.runtime.padEnd(8)} ${row.name}`.padEnd(34) + cells.map((each, i) => each.padStart(widths[i]!)).join(""),
    );
  }
}

const round = (value: number): number => Number(value.toPrecision(4));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "2" },
      "no-peers": { type: "boolean", default: false },
      "no-workerd": { type: "boolean", default: false },
      only: { type: "string" },
      data: { type: "string", default: join(ROOT, "../shared/data") },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const corpora = loadCorpora(values.data);
  for (const { name, texts, bytes } of corpora)
    console.log(
      `${name}: ${texts.length} texts, ${(bytes / 1e6).toFixed(2)} MB, ${Math.round(bytes / texts.length)} bytes each`,
    );
  const isWanted = (name: string): boolean => values.only === undefined || name.includes(values.only);
  const own = [...createSubjects(() => ({ weights: new ArrayBuffer(0), lexicon: new ArrayBuffer(0) })).keys()];
  const names = own.filter(isWanted);
  const peers = values["no-peers"] ? [] : [...PEERS.keys()].filter(isWanted);
  if (peers.length > 0) installPeers();
  const rows: Row[] = [];
  for (const name of [...names, ...peers]) rows.push(inNode(name, values.seconds, values.data));
  if (!values["no-workerd"]) {
    const dir = mkdtempSync(join(tmpdir(), "uncase-bench-pii-"));
    try {
      const worker = {
        compatibilityDate: "2026-10-20",
        modules: bundleWorker(dir, ["--config", join(ROOT, "bench/pii/wrangler.toml")]),
        modulesRoot: dir,
      };
      for (const name of names) rows.push(await inWorkerd(worker, name, corpora, Number(values.seconds)));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  print(rows, corpora);
  console.log(
    JSON.stringify({
      rows: rows.map(({ coldUs, initMs, meanUs, name, p50Us, runtime, speeds }) => ({
        runtime,
        name,
        init_ms: initMs === undefined ? null : round(initMs),
        cold_us: coldUs === undefined ? null : round(coldUs),
        p50_us: p50Us === undefined ? null : round(p50Us),
        mean_us: round(meanUs),
        mb_s: Object.fromEntries(Object.entries(speeds).map(([corpus, speed]) => [corpus, round(speed)])),
      })),
      corpora: corpora.map(({ name, texts, bytes }) => ({ name, texts: texts.length, bytes })),
    }),
  );
}

await main();
