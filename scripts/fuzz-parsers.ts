/**
 * Fuzzes every parser: `node scripts/fuzz-parsers.ts [--runs 1000000] [--start 0] [--seed 1] [--data DIR]`.
 * Of ten inputs, four are made up by fast-check, five are damaged files of every format, written from this project's
 * dialogues and from real ones where `../shared/data` is at hand, and one is a table or JSON lines with good rows among
 * pieces of those. Each must end without an exception, within 100 ms per MB (20 ms allowed for the smallest), keep the
 * importers' promises, and lose no good row. Every input depends on the seed and its number alone, so a run that was
 * stopped goes on with `--start`. The last line of stdout is one JSON object; the exit status is 1 when a promise is
 * broken, and the message names the seed and the input to repeat.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { array, constantFrom, json, oneof, sample, string, uint8Array } from "fast-check";
import { checkImport } from "../test/core/parsing/invariants.ts";
import { mutate, seedFiles, seeded } from "../test/core/parsing/mutations.ts";
import { chunked } from "../test/core/parsing/support.ts";
import type { Dialogue } from "../test/fixtures/import/writers.ts";
import { IMPORT_FORMATS } from "../workers/contract/import.ts";
import { parseAll } from "../workers/core/parsing/parse.ts";
import { readOptions } from "./runtime/options.ts";

const MS_PER_MB = 100;
const FLOOR_MS = 20;

const values = readOptions(import.meta.filename, {
  runs: { type: "string", default: "1000000" },
  start: { type: "string", default: "0" },
  seed: { type: "string", default: "1" },
  data: { type: "string", default: "../shared/data" },
});
const runs = Number(values.runs);
const start = Number(values.start);
const seed = Number(values.seed);
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(start) || start < 0 || !Number.isInteger(seed))
  throw new Error("--runs, --start and --seed take whole numbers");

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
let batch: { number: number; inputs: string[] } = { number: -1, inputs: [] };
function madeUp(run: number): Uint8Array {
  const place = Math.floor(run / 2);
  const number = Math.floor(place / BATCH);
  if (batch.number !== number) batch = { number, inputs: sample(texts, { seed: seed + number, numRuns: BATCH }) };
  return encoder.encode(batch.inputs[place % BATCH]);
}

const decoder = new TextDecoder();

/** Rows that are good by themselves with pieces of damaged files between them, and the texts of the good ones. */
function mixed(pick: (bound: number) => number): { bytes: Uint8Array; format: "csv" | "openai"; good: string[] } {
  const format = pick(2) === 0 ? "csv" : "openai";
  const good = Array.from({ length: 1 + pick(8) }, (_, index) => `good ${index} ${pick(1_000_000)}`);
  const lines = format === "csv" ? ["conversation_id,turn_number,role,content"] : [];
  for (const [index, text] of good.entries()) {
    const piece = decoder.decode(mutate(files, pick)).slice(pick(200), 200 + pick(400));
    // A quote that opens in a table rightly swallows what follows; control characters make a file no text at all.
    const bad = piece.replace(format === "csv" ? /[\0-\x08\x0e-\x1f"]/g : /[\0-\x08\x0e-\x1f]/g, "");
    const line =
      format === "csv"
        ? `good-${seed}-${index},1,x,${text}`
        : JSON.stringify({ id: `good-${index}`, messages: [{ role: "user", content: text }] });
    // The first lines tell what kind of file it is.
    if (index === 0) lines.push(line);
    else lines.push(...bad.split(/[\r\n]+/), line);
  }
  return { bytes: encoder.encode(lines.join("\n")), format, good };
}

async function checkMixed(pick: (bound: number) => number): Promise<number> {
  const { bytes, format, good } = mixed(pick);
  const { conversations } = await parseAll(chunked(bytes), { format });
  const found = new Set(conversations.flatMap((conversation) => conversation.turns.map((turn) => turn.text)));
  const lost = good.filter((text) => !found.has(text));
  if (lost.length > 0) throw new Error(`broken: ${lost.length} of ${good.length} good rows were lost from ${format}`);
  return bytes.length;
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

const started = performance.now();
let slowest = { ms: 0, bytes: 0, run: 0 };
let bytesRead = 0;
let broken = 0;
let hangs = 0;
for (let run = start; run < runs; run += 1) {
  if (run > start && run % 100_000 === 0)
    console.log(`${run} inputs, ${Math.round((performance.now() - started) / 1_000)} s`);
  const pick = seeded(seed * 1_000_003 + run);
  if (run % 10 === 9) {
    try {
      bytesRead += await checkMixed(pick);
    } catch (error) {
      broken += 1;
      console.error(`input ${run} of seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
      if (broken > 20) break;
    }
    continue;
  }
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
      console.error(`input ${run} of seed ${seed} took ${ms.toFixed(1)} ms for ${bytes.length} bytes as ${format}`);
    }
    if (ms > slowest.ms) slowest = { ms: Number(ms.toFixed(2)), bytes: bytes.length, run };
  } catch (error) {
    broken += 1;
    console.error(
      `input ${run} of seed ${seed} as ${format}: ${error instanceof Error ? error.message : String(error)}`,
    );
    if (broken > 20) break;
  }
}
const seconds = Number(((performance.now() - started) / 1_000).toFixed(1));
console.log(
  JSON.stringify({
    fuzz: "parsers",
    seed,
    start,
    runs,
    broken,
    hangs,
    megabytes: Math.round(bytesRead / 1e6),
    slowest,
    seconds,
  }),
);
process.exitCode = broken + hangs > 0 ? 1 : 0;
