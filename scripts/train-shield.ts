// Trains the shield's classifier on data/shield and on benign text of the recogniser's training sets.
//   node scripts/train-shield.ts [--data DIR] [--out FILE] [--families]
// Calibration and thresholds come from three folds over the lines of the data, so from wordings that were held out;
// --families prints what is found of forms that were held out as a whole.
import { readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { SHIELD_CATEGORIES, SHIELD_HEADS, encodeShieldModel } from "../workers/core/shield/model.ts";
import type { ShieldHead } from "../workers/core/shield/model.ts";
import {
  makeDecoys,
  readChats,
  readNatural,
  readRounds,
  readWrappers,
  readWritten,
  seededRandom,
} from "./shield-dataset.ts";
import type { ShieldExample } from "./shield-dataset.ts";
import { belongs, scoreWindow, trainHead } from "./shield-linear.ts";
import type { FloatHead } from "./shield-linear.ts";
import { windowsOf } from "./shield-windows.ts";
import type { Features } from "./shield-windows.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SEED = 20261121;
const PER_LINE = 9;
const CHATS_PER_LINE = 3;
const FOLDS = 3;
/** Shares of ordinary and of attack-like benign texts that may be flagged, over all categories together. */
const FALSE_ALARMS = 0.008;
const HARD_FALSE_ALARMS = 0.05;
const INT8 = 127;
/** Bytes that the model may have: the smallest weights are left out until it fits. */
const MOST_BYTES = 670_000;

interface Instance {
  readonly example: ShieldExample;
  readonly features: Features;
  /** Features of every window, for scoring a whole text. */
  readonly windows: readonly Features[];
  readonly weight: number;
}

/** Small damage as people do it: two letters swapped, one dropped or doubled. */
function mistype(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const draw = random();
  if (draw < 0.4) return text.slice(0, at) + text.slice(at + 1);
  if (draw < 0.7) return text.slice(0, at) + text[at]! + text.slice(at);
  return text.slice(0, at - 1) + text[at]! + text[at - 1]! + text.slice(at + 1);
}

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
    if (random() < 0.25) core = mistype(core, random);
    if (random() < 0.2) core = core.toLowerCase();
    const draw = random();
    const forms = wrappers.get(example.language) ?? ["§"];
    const form =
      draw < 0.1
        ? `${friend}. §`
        : draw < 0.2
          ? `§. ${friend}`
          : draw < 0.45
            ? forms[Math.floor(random() * forms.length)]!
            : "§";
    return { ...example, text: form.replace("§", () => core), at: form.indexOf("§"), length: core.length };
  });
}

/** An example with the place of what it says inside what stands around it. */
type Wrapped = ShieldExample & { at?: number; length?: number };

/** The window that holds most of what the example says. */
function mainWindow(example: Wrapped, windows: readonly Features[]): number {
  const from = example.at ?? 0;
  const to = from + (example.length ?? example.text.length);
  const held = windows.map(({ end, start }) => Math.min(end, to) - Math.max(start, from));
  return held.indexOf(Math.max(...held));
}

function instancesOf(examples: readonly Wrapped[]): Instance[] {
  const sizes = new Map<string, number>();
  for (const { family } of examples) sizes.set(family, (sizes.get(family) ?? 0) + 1);
  return examples.flatMap((example) => {
    const windows = windowsOf(example.text);
    if (windows.length === 0) return [];
    const main = mainWindow(example, windows);
    // A family counts by the root of its size, so that a long list of one form does not drown a short one.
    const weight =
      example.origin === "natural" || example.family === "benign/decoys"
        ? 1
        : Math.min(3, Math.sqrt(80 / sizes.get(example.family)!));
    return [{ example, features: windows[main]!, windows, weight }];
  });
}

const scoreText = (head: FloatHead, instance: Instance): number =>
  Math.max(...instance.windows.map((features) => scoreWindow(head, features)));

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

function quantise(head: FloatHead): { weights: Int8Array; scale: number } {
  let largest = 0;
  for (const weight of head.weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / INT8 || 1;
  return { weights: Int8Array.from(head.weights, (weight) => Math.round(weight / scale)), scale };
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

type Holding = "line" | "family";

/**
 * Which fold an example is held out in. `line`: every drawing of a line together, so that only new wordings are met;
 * `family`: attacks by their whole form, which is as hard as it gets.
 */
function foldOf(example: ShieldExample, holding: Holding): number {
  const key = holding === "family" && example.category !== null ? example.family : example.line;
  return createHash("sha256").update(key).digest()[0]! % FOLDS;
}

interface Held {
  readonly instance: Instance;
  readonly scores: readonly number[];
}

/** Scores of every example by heads that had not seen its line or family. */
function crossValidate(plain: readonly Instance[], training: readonly Instance[], holding: Holding): Held[] {
  const held: Held[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const rest = training.filter(({ example }) => foldOf(example, holding) !== fold);
    const heads = SHIELD_HEADS.map((name, index) => trainHead(rest, name, SEED + 10 * fold + index));
    for (const instance of plain) {
      if (foldOf(instance.example, holding) === fold) {
        held.push({ instance, scores: heads.map((head) => scoreText(head, instance)) });
      }
    }
  }
  return held;
}

const { values: options } = parseArgs({
  options: { data: { type: "string" }, families: { type: "boolean" }, out: { type: "string" } },
});
const data = options.data ?? join(ROOT, "..", "shared", "data");
const folder = join(ROOT, "data", "shield");
const out = options.out ?? join(ROOT, "workers", "core", "shield", "models", "shield.bin");

const lines = [...readWritten(folder, PER_LINE, SEED), ...readRounds(folder)];
const attacks = lines.filter(({ category }) => category !== null);
const written = [...lines, ...makeDecoys(folder, attacks, SEED + 4)];
const sentences = readNatural(data, "train", SEED + 1);
if (sentences.length === 0) throw new Error(`no recogniser sets under ${data}; pass --data DIR`);
const natural = [...sentences, ...readChats(ROOT, CHATS_PER_LINE, SEED + 3)];
const plain = instancesOf([...written, ...natural]);
const training = instancesOf([...augment(written, readWrappers(folder), seededRandom(SEED + 2)), ...natural]);
console.log(`${written.length} written texts, ${natural.length} natural ones`);

const held = crossValidate(plain, training, "line");
const calibrations = SHIELD_HEADS.map((name, index) => {
  const used = held.filter(({ instance }) => instance.example.category === null || belongs(instance.example, name));
  return calibrate(
    used.map(({ scores }) => scores[index]!),
    used.map(({ instance }) => belongs(instance.example, name)),
  );
});
const judged = (rows: readonly Held[]) =>
  rows.map(({ instance, scores }) => ({
    example: instance.example,
    top: Math.max(
      ...scores.map(
        (score, index) => 1 / (1 + Math.exp(-(calibrations[index]!.slope * score + calibrations[index]!.offset))),
      ),
    ),
  }));
const byLine = judged(held);
const quantile = (origins: readonly string[], share: number): number => {
  const tops = byLine
    .filter(({ example }) => example.category === null && origins.includes(example.origin))
    .map(({ top }) => top);
  return tops.toSorted((a, b) => b - a)[Math.floor(tops.length * share)]!;
};
const threshold = Math.max(quantile(["natural", "written"], FALSE_ALARMS), quantile(["hard"], HARD_FALSE_ALARMS));

function printShares(title: string, rows: readonly { example: ShieldExample; top: number }[]): void {
  const share = (pick: (example: ShieldExample) => boolean): string => {
    const picked = rows.filter(({ example }) => pick(example));
    const found = picked.filter(({ top }) => top >= threshold).length;
    return `${((100 * found) / Math.max(1, picked.length)).toFixed(1)} % of ${picked.length}`;
  };
  console.log(`${title}, classifier alone, at ${threshold.toFixed(4)}`);
  for (const category of SHIELD_CATEGORIES) {
    for (const language of ["en", "es"]) {
      console.log(
        `  ${category} ${language}: found ${share((row) => row.category === category && row.language === language)}`,
      );
    }
  }
  console.log(`  hard benign flagged ${share((row) => row.origin === "hard")}`);
  console.log(`  other benign flagged ${share((row) => row.category === null && row.origin !== "hard")}`);
}
printShares("unseen lines", byLine);
if (options.families) printShares("unseen families", judged(crossValidate(plain, training, "family")));

const final: ShieldHead[] = SHIELD_HEADS.map((name, index) => {
  const head = trainHead(training, name, SEED + 100 + index);
  return { name, bias: head.bias, ...quantise(head), ...calibrations[index]!, threshold };
});
const { bytes, leastStep } = fit(final);
writeFileSync(out, bytes);
console.log(
  JSON.stringify({
    out: out.slice(ROOT.length + 1),
    bytes: bytes.length,
    least_step: leastStep,
    gzip: gzipSync(bytes).length,
    sha256: createHash("sha256").update(readFileSync(out)).digest("hex"),
    written: written.length,
    natural: natural.length,
  }),
);
