// Trains the shield's classifier on data/shield and on benign text of the recogniser's training sets.
//   node scripts/train-shield.ts [--data DIR] [--out FILE] [--by-writer]
// Calibration and thresholds come from texts of people (data/shield/written-*.jsonl) whose every line was held out while
// the model that judged them was trained: what is found of another style. --by-writer prints these figures and stops.
import { readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { SHIELD_CATEGORIES, SHIELD_HEADS, encodeShieldModel } from "../workers/core/shield/model.ts";
import type { ShieldHead } from "../workers/core/shield/model.ts";
import {
  joinOrdinary,
  makeDecoys,
  readChats,
  readNatural,
  readRounds,
  readWrappers,
  readWriters,
  readWritten,
  seededRandom,
} from "./shield-dataset.ts";
import type { ShieldExample } from "./shield-dataset.ts";
import { belongs, headWeights, meanModel, scoreWindow, trainModel } from "./shield-linear.ts";
import type { FloatModel, LinearInstance } from "./shield-linear.ts";
import { windowsOf } from "./shield-windows.ts";
import type { Features } from "./shield-windows.ts";
import { readOptions } from "./runtime/options.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SEED = 20261121;
const PER_LINE = 5;
const CHATS_PER_LINE = 2;
/** One of so many decoys is used. */
const DECOY_STEP = 2;
/** What a text that was written whole counts, and one that was drawn from a line: people write of more things than lines hold. */
const PERSON_WEIGHT = 5;
const LINE_WEIGHT = 0.6;
/** Models in the mean that is shipped. */
const MODELS = 3;
/** Shares of ordinary texts and of all benign texts of other people that may be flagged, over all categories together. */
const FALSE_ALARMS = 0.008;
const HARD_FALSE_ALARMS = 0.035;
const INT8 = 127;
/** Bytes that the model may have: the smallest weights are left out until it fits. */
const MOST_BYTES = 1_200_000;
const ATTACK = SHIELD_HEADS.indexOf("any");

/** Small damage as people do it: two letters swapped, one dropped or doubled. */
function mistype(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const draw = random();
  if (draw < 0.4) return text.slice(0, at) + text.slice(at + 1);
  if (draw < 0.7) return text.slice(0, at) + text[at]! + text.slice(at);
  return text.slice(0, at - 1) + text[at]! + text[at - 1]! + text.slice(at + 1);
}

/** An example with the place of what it says inside what stands around it. */
type Wrapped = ShieldExample & { at?: number; length?: number };

/** Written texts with some of them mistyped, in lower case or inside other talk, so that a form is known in company. */
function augment(
  examples: readonly ShieldExample[],
  wrappers: ReadonlyMap<string, readonly string[]>,
  random: () => number,
): Wrapped[] {
  const benign = examples.filter((example) => example.category === null);
  return examples.map((example) => {
    const friend = benign[Math.floor(random() * benign.length)]!.text;
    let core = example.text;
    if (random() < 0.15) core = mistype(core, random);
    if (random() < 0.2) core = core.toLowerCase();
    const draw = random();
    const forms = wrappers.get(example.language) ?? ["§"];
    const form =
      draw < 0.08
        ? `${friend}. §`
        : draw < 0.16
          ? `§. ${friend}`
          : draw < 0.4
            ? forms[Math.floor(random() * forms.length)]!
            : "§";
    return { ...example, text: form.replace("§", () => core), at: form.indexOf("§"), length: core.length };
  });
}

/** The window that holds most of what the example says. */
function mainWindow(example: Wrapped, windows: readonly Features[]): number {
  const from = example.at ?? 0;
  const to = from + (example.length ?? example.text.length);
  const held = windows.map(({ end, start }) => Math.min(end, to) - Math.max(start, from));
  return held.indexOf(Math.max(...held));
}

function instancesOf(examples: readonly Wrapped[]): LinearInstance[] {
  const sizes = new Map<string, number>();
  for (const { family } of examples) sizes.set(family, (sizes.get(family) ?? 0) + 1);
  return examples.flatMap((example) => {
    const windows = windowsOf(example.text);
    if (windows.length === 0) return [];
    // A family counts by the root of its size, so that a long list of one form does not drown a short one.
    const weight =
      example.writer !== undefined || example.isWhole === true
        ? PERSON_WEIGHT
        : example.origin === "natural" || example.family === "benign/decoys"
          ? 1
          : LINE_WEIGHT * Math.min(3, Math.sqrt(80 / sizes.get(example.family)!));
    return [{ example, windows, main: mainWindow(example, windows), weight }];
  });
}

/**
 * Slope and offset of the logistic that best turns scores into shares: Newton's method with halved steps, and Platt's
 * softened targets (1999).
 */
function calibrate(scores: readonly number[], wanted: readonly boolean[]): { slope: number; offset: number } {
  const positives = wanted.filter(Boolean).length;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (wanted.length - positives + 2);
  const targets = wanted.map((is) => (is ? high : low));
  const loss = (slope: number, offset: number): number =>
    scores.reduce((sum, score, index) => {
      const logit = slope * score + offset;
      return sum + Math.max(logit, 0) - logit * targets[index]! + Math.log1p(Math.exp(-Math.abs(logit)));
    }, 0);
  let [slope, offset] = [0, Math.log((positives + 1) / (wanted.length - positives + 1))];
  let best = loss(slope, offset);
  for (let round = 0; round < 60; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    scores.forEach((score, index) => {
      const predicted = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = predicted - targets[index]!;
      const spread = predicted * (1 - predicted);
      g0 += error * score;
      g1 += error;
      h00 += spread * score * score;
      h01 += spread * score;
      h11 += spread;
    });
    const determinant = h00 * h11 - h01 * h01;
    const [a, b] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
    let step = 1;
    while (step > 1e-6 && loss(slope - step * a, offset - step * b) >= best) step /= 2;
    if (step <= 1e-6) break;
    slope -= step * a;
    offset -= step * b;
    best = loss(slope, offset);
  }
  return { slope, offset };
}

/** The heads in whole numbers. */
function quantise(weights: Float32Array): { weights: Int8Array; scale: number } {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / INT8 || 1;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}

/** The model without weights of the fewest steps, as many as have to go. */
function fit(heads: readonly ShieldHead[]): { bytes: Uint8Array; leastStep: number } {
  for (let leastStep = 2; ; leastStep += 1) {
    const kept = heads.map((head) => ({
      ...head,
      weights: head.weights.map((weight) => (Math.abs(weight) < leastStep ? 0 : weight)),
    }));
    const bytes = encodeShieldModel({ heads: kept });
    if (bytes.length <= MOST_BYTES) return { bytes, leastStep };
  }
}

interface Held {
  readonly example: ShieldExample;
  /** Scores of the heads, each in the window where it is highest. */
  readonly scores: readonly number[];
}

function judge(model: FloatModel, { example, windows }: LinearInstance): Held {
  const each = windows.map((features) => scoreWindow(model, features));
  return { example, scores: SHIELD_HEADS.map((_, head) => Math.max(...each.map((scores) => scores[head]!))) };
}

const options = readOptions(import.meta.filename, {
  data: { type: "string" },
  "by-writer": { type: "boolean" },
  out: { type: "string" },
});
const data = options.data ?? join(ROOT, "..", "shared", "data");
const folder = join(ROOT, "data", "shield");
const out = options.out ?? join(ROOT, "workers", "core", "shield", "models", "shield.bin");

const lines = readWritten(folder, PER_LINE, SEED);
const rounds = readRounds(folder);
const attacks = lines.filter(({ category }) => category !== null);
const decoys = makeDecoys(folder, attacks, SEED + 4).filter((_, index) => index % DECOY_STEP === 0);
const sentences = readNatural(data, "train", SEED + 1);
if (sentences.length === 0) throw new Error(`no recogniser sets under ${data}; pass --data DIR`);
const single = [...sentences, ...readChats(ROOT, CHATS_PER_LINE, SEED + 3)];
const natural = [...single, ...joinOrdinary(single, SEED + 5)];
const people = readWriters(folder);
const writers = [...new Set(people.map(({ writer }) => writer!))];
console.log(
  `${lines.length + decoys.length} drawn texts, ${rounds.length} of rounds, ${people.length} of people, ${natural.length} natural ones`,
);

/** The writer that an example is held out with; what no person wrote goes with one of them by its line. */
function foldOf({ line, writer }: ShieldExample): string {
  return writer ?? writers[createHash("sha256").update(line).digest()[0]! % writers.length]!;
}

const wrapped = augment([...lines, ...decoys], readWrappers(folder), seededRandom(SEED + 2));
const shared = instancesOf([...wrapped, ...rounds]);
const measured = instancesOf([...people, ...natural]);
const training = [...shared, ...measured];
const held = writers.flatMap((fold, index) => {
  const model = trainModel(
    training.filter(({ example }) => foldOf(example) !== fold),
    SEED + 10 * index,
  );
  return measured.filter(({ example }) => foldOf(example) === fold).map((instance) => judge(model, instance));
});

const isBenign = ({ example }: Held): boolean => example.category === null;
const isOrdinary = ({ example }: Held): boolean => example.origin === "natural";
const attackScore = ({ scores }: Held): number => scores[ATTACK]!;
const quantile = (rows: readonly Held[], share: number): number =>
  rows.map(attackScore).toSorted((a, b) => b - a)[Math.floor(rows.length * share)]!;
const percent = (rows: readonly Held[], least: number): string =>
  `${((100 * rows.filter((row) => attackScore(row) >= least).length) / Math.max(1, rows.length)).toFixed(1)} %`;

const ordinary = held.filter(isOrdinary);
const personal = held.filter(({ example }) => example.writer !== undefined);
const least = Math.max(quantile(ordinary, FALSE_ALARMS), quantile(personal.filter(isBenign), HARD_FALSE_ALARMS));

const judged = [...personal, ...ordinary];
const calibrations = SHIELD_HEADS.map((name, index) => {
  const used = judged.filter((row) => isBenign(row) || belongs(row.example, name));
  return calibrate(
    used.map(({ scores }) => scores[index]!),
    used.map(({ example }) => belongs(example, name)),
  );
});
const { offset, slope } = calibrations[ATTACK]!;
const confidence = (score: number): number => 1 / (1 + Math.exp(-(slope * score + offset)));

function printShares(title: string, rows: readonly Held[], limit: number): void {
  const found = rows.filter((row) => !isBenign(row));
  const kinds = SHIELD_CATEGORIES.map(
    (category) =>
      `${category} ${percent(
        found.filter(({ example }) => example.category === category),
        limit,
      )}`,
  );
  const benign = percent(rows.filter(isBenign), limit);
  console.log(
    `${title}, confidence from ${confidence(limit).toFixed(4)}: found ${percent(found, limit)} of ${found.length} (${kinds.join(", ")}), benign flagged ${benign}`,
  );
}
console.log("Every writer judged by a model that was trained without him, classifier alone");
for (const writer of writers) {
  printShares(
    `  ${writer}`,
    personal.filter(({ example }) => example.writer === writer),
    least,
  );
}
for (const language of ["en", "es"]) {
  printShares(
    `  ${language}`,
    personal.filter(({ example }) => example.language === language),
    least,
  );
}
printShares("  all", personal, least);
for (const share of [0.02, 0.03, 0.05, 0.1]) {
  printShares(
    `  all, where ${100 * share} % of their benign texts are`,
    personal,
    quantile(personal.filter(isBenign), share),
  );
}
for (const share of [0.005, 0.01]) {
  printShares(`  all, where ${100 * share} % of ordinary texts are`, personal, quantile(ordinary, share));
}
console.log(`  ordinary texts flagged: ${percent(ordinary, least)} of ${ordinary.length}`);

if (!options["by-writer"]) {
  const threshold = Number(confidence(least).toFixed(4));
  const model = meanModel(Array.from({ length: MODELS }, (_, index) => trainModel(training, SEED + 100 + index)));
  const final: ShieldHead[] = SHIELD_HEADS.map((name, index) => ({
    name,
    bias: model.bias[index]!,
    ...quantise(headWeights(model, index)),
    ...calibrations[index]!,
    threshold,
  }));
  const { bytes, leastStep } = fit(final);
  writeFileSync(out, bytes);
  console.log(
    JSON.stringify({
      out: out.startsWith(ROOT) ? out.slice(ROOT.length + 1) : out,
      bytes: bytes.length,
      least_step: leastStep,
      threshold,
      gzip: gzipSync(bytes).length,
      sha256: createHash("sha256").update(readFileSync(out)).digest("hex"),
      drawn: lines.length + decoys.length,
      rounds: rounds.length,
      people: people.length,
      natural: natural.length,
    }),
  );
}
