// One subject in a process of its own: `node measure.ts NAME SECONDS DATA`. The answer is one line of JSON on stdout.
import { readFileSync } from "node:fs";
import { loadCorpora } from "./corpora.ts";
import { PEERS } from "./peers.ts";
import { createSubjects } from "./subjects.ts";
import type { Run } from "./subjects.ts";

/** The figures of one subject in one runtime. */
export interface Measured {
  /** Milliseconds until the first text can be scanned, code already loaded. */
  initMs: number;
  /** Microseconds per message over the first of a new process. */
  coldUs: number;
  /** Median of single messages, timed one by one. */
  p50Us: number;
  /** Warm: microseconds per message, and megabytes per second by corpus. */
  meanUs: number;
  speeds: Record<string, number>;
}

const COLD_MESSAGES = 500;
/** Texts between two looks at the clock: slow libraries get as far into a corpus as the time allows. */
const STRIDE = 200;
const PART = 50_000;

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function runAll(run: Run, texts: readonly string[], from: number, to: number): Promise<void> {
  for (let i = from; i < to; i++) {
    const result = run(texts[i]!);
    if (result instanceof Promise) await result;
  }
}

/** Least CPU milliseconds per text among the passes over the texts that fit into the time, after one to warm up. */
async function warmMs(run: Run, texts: readonly string[], seconds: number): Promise<number> {
  let best = Infinity;
  const begun = performance.now();
  for (let pass = 0; pass < 2 || performance.now() - begun < seconds * 1000; pass++) {
    const start = cpuMs();
    let done = 0;
    while (done < texts.length && (done === 0 || performance.now() - begun < seconds * 1500 * (pass + 1))) {
      const to = Math.min(texts.length, done + STRIDE);
      await runAll(run, texts, done, to);
      done = to;
    }
    if (pass > 0) best = Math.min(best, (cpuMs() - start) / done);
  }
  return best;
}

async function medianUs(run: Run, texts: readonly string[]): Promise<number> {
  const times: number[] = [];
  const begun = performance.now();
  for (const text of texts) {
    const start = process.hrtime.bigint();
    const result = run(text);
    if (result instanceof Promise) await result;
    times.push(Number(process.hrtime.bigint() - start) / 1000);
    if (performance.now() - begun > 2000) break;
  }
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}

function readModel(name: string): ArrayBuffer {
  const bytes = readFileSync(new URL(`../../workers/core/privacy/models/${name}`, import.meta.url));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

const [name, seconds, data] = process.argv.slice(2) as [string, string, string];
const corpora = loadCorpora(data);
const files = { weights: readModel("recogniser.bin"), lexicon: readModel("lexicon.bin") };
const own = createSubjects(() => files).get(name);
const begun = cpuMs();
const run = await (own ?? PEERS.get(name)!)();
const initMs = cpuMs() - begun;
const messages = corpora[0]!.texts;
const cold = cpuMs();
await runAll(run, messages, 0, COLD_MESSAGES);
const coldUs = ((cpuMs() - cold) * 1000) / COLD_MESSAGES;

const measured: Measured = { initMs, coldUs, p50Us: 0, meanUs: 0, speeds: {} };
for (const corpus of corpora) {
  // Libraries that are slow on long texts get a part of the document: their speed is the same, or worse, on all of it.
  const texts = own === undefined && corpus.texts.length === 1 ? [corpus.texts[0]!.slice(0, PART)] : corpus.texts;
  const bytes = texts === corpus.texts ? corpus.bytes : Buffer.byteLength(texts[0]!);
  const each = await warmMs(run, texts, Number(seconds));
  measured.speeds[corpus.name] = bytes / texts.length / each / 1000;
  if (corpus === corpora[0]) {
    measured.meanUs = each * 1000;
    measured.p50Us = await medianUs(run, texts);
  }
}
console.log(JSON.stringify(measured));
