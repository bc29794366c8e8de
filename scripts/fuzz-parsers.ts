/**
 * Fuzzes every parser: `node scripts/fuzz-parsers.ts [--runs 1000000] [--seed 1] [--data DIR]`.
 * Half of the inputs are made up by fast-check, half are damaged files of every format, written from this project's
 * dialogues and from real ones where `../shared/data` is at hand. Each must end without an exception, within 100 ms
 * per MB (20 ms allowed for the smallest), and keep the importers' promises. The last line of stdout is one JSON
 * object; the exit status is 1 when a promise is broken, and the message names the seed and the run to repeat.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { array, constantFrom, json, oneof, sample, string, uint8Array } from "fast-check";
import { checkImport } from "../test/core/parsing/invariants.ts";
import { mutate, seedFiles, seeded } from "../test/core/parsing/mutations.ts";
import type { Dialogue } from "../test/fixtures/import/writers.ts";
import { IMPORT_FORMATS } from "../workers/contract/import.ts";

const MS_PER_MB = 100;
const FLOOR_MS = 20;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    data: { type: "string", default: "../shared/data" },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed))
  throw new Error("--runs and --seed take whole numbers");

/** Two real dialogues per file, so that a damaged file stays small enough for a million runs. */
function realDialogues(): Dialogue[] {
  const file = join(values.data, "dialogues", "star.jsonl.gz");
  if (!existsSync(file)) {
    console.error(`no real dialogues: ${file} is not here`);
    return [];
  }
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n").slice(0, 40);
  return lines.map((line) =>
    (JSON.parse(line) as { turns: { role: "user" | "assistant" | "tool"; content?: unknown }[] }).turns
      .filter((turn) => typeof turn.content === "string" && turn.role !== "tool")
      .slice(0, 8)
      .map((turn) => ({ side: turn.role, text: turn.content as string })),
  );
}

const real = realDialogues();
const files = seedFiles();
for (let start = 0; start + 2 <= real.length; start += 2) files.push(...seedFiles(real.slice(start, start + 2)));

const encoder = new TextEncoder();
const texts = oneof(
  string({ unit: "binary", maxLength: 400 }),
  json({ maxDepth: 5 }),
  array(
    string({
      unit: constantFrom('"', ",", "\n", "\r", ":", " ", "[", "]", "{", "}", "1", "/", "-", "a", "Á", "\u200e"),
      maxLength: 60,
    }),
  ).map((parts) => parts.join("\n")),
  uint8Array({ maxLength: 400 }).map((bytes) => String.fromCharCode(...bytes)),
);

/** Made-up inputs come in batches: sampling one by one costs more than parsing. */
const BATCH = 1_000;
let batch: string[] = [];
function madeUp(run: number): Uint8Array {
  if (batch.length === 0) batch = sample(texts, { seed: seed + run, numRuns: BATCH });
  return encoder.encode(batch.pop());
}

/** A busy machine stretches wall time, so what looks slow is measured again by this process's CPU time. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function timed(clock: () => number, work: () => Promise<void>): Promise<number> {
  const start = clock();
  await work();
  return clock() - start;
}

const pick = seeded(seed);
const started = performance.now();
let slowest = { ms: 0, bytes: 0, run: 0 };
let bytesRead = 0;
let broken = 0;
let hangs = 0;
for (let run = 0; run < runs; run += 1) {
  const format = IMPORT_FORMATS[pick(IMPORT_FORMATS.length)]!;
  const bytes = run % 2 === 0 ? mutate(files, pick) : madeUp(run);
  bytesRead += bytes.length;
  const allowed = Math.max(FLOOR_MS, (bytes.length / 1e6) * MS_PER_MB);
  const importOnce = (): Promise<void> => checkImport(bytes, format);
  try {
    let ms = await timed(() => performance.now(), importOnce);
    for (let again = 0; again < 3 && ms > allowed; again += 1) ms = Math.min(ms, await timed(cpuMs, importOnce));
    if (ms > allowed) {
      hangs += 1;
      console.error(`run ${run} of seed ${seed} took ${ms.toFixed(1)} ms for ${bytes.length} bytes as ${format}`);
    }
    if (ms > slowest.ms) slowest = { ms: Number(ms.toFixed(2)), bytes: bytes.length, run };
  } catch (error) {
    broken += 1;
    console.error(`run ${run} of seed ${seed} as ${format}: ${error instanceof Error ? error.message : String(error)}`);
    if (broken > 20) break;
  }
  if (run > 0 && run % 100_000 === 0)
    console.log(`${run} inputs, ${Math.round((performance.now() - started) / 1_000)} s`);
}
const seconds = Number(((performance.now() - started) / 1_000).toFixed(1));
console.log(
  JSON.stringify({
    fuzz: "parsers",
    seed,
    runs,
    broken,
    hangs,
    megabytes: Math.round(bytesRead / 1e6),
    slowest,
    seconds,
  }),
);
process.exitCode = broken + hangs > 0 ? 1 : 0;
