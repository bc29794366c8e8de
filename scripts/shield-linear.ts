import { conceptValue, lexicalValue } from "../workers/core/shield/features.ts";
import { FEATURE_BITS } from "../workers/core/shield/hashing.ts";
import { LIKELIEST_SHARE, SHIELD_HEADS } from "../workers/core/shield/model.ts";
import type { ShieldHeadName } from "../workers/core/shield/model.ts";
import { seededRandom } from "./shield-dataset.ts";
import type { ShieldExample } from "./shield-dataset.ts";
import type { Features } from "./shield-windows.ts";

const EPOCHS = 6;
const RATE = 0.3;
/** Squared gradient that every weight starts with, so that a feature seen once does not jump. */
const ADAGRAD_START = 0.02;
const L2 = 2e-6;
/** Weight of an attack among the rest, and of another category's attack as a counterexample: confusing two costs little. */
const ATTACK = 2;
const OTHER_ATTACK = 0.15;
/** Share of words hidden in half of the steps. */
const WORD_DROPOUT = 0.8;

/** Below this pull a head learns nothing from a text: it tells it from the rest already. */
const LEAST_PULL = 0.005;

const BUCKETS = 1 << FEATURE_BITS;
const HEADS = SHIELD_HEADS.length;
/** Heads lie side by side, so that a feature is one look into memory. */
const LANES = 8;

/** A text to learn from: of an attack the window that holds it, of a benign text all. */
export interface LinearInstance {
  readonly example: ShieldExample;
  readonly windows: readonly Features[];
  /** Which window holds most of what the example says. */
  readonly main: number;
  readonly weight: number;
}

/** A model before it is rounded: weights of all heads of a feature side by side, `LANES` apart. */
export interface FloatModel {
  readonly bias: Float32Array;
  readonly weights: Float32Array;
}

/** The weights of one head. */
export const headWeights = ({ weights }: FloatModel, head: number): Float32Array =>
  Float32Array.from({ length: BUCKETS }, (_, bucket) => weights[bucket * LANES + head]!);

/** Lines that a feature has to occur in: what stands in one alone says nothing about the next. */
const LEAST_LINES = 2;

/** Which features occur in several lines. */
function commonFeatures(instances: readonly LinearInstance[]): Uint8Array {
  const lines = new Map<string, number>();
  const first = new Int32Array(BUCKETS).fill(-1);
  const counts = new Uint8Array(BUCKETS);
  for (const { example, windows } of instances) {
    const line = lines.get(example.line) ?? lines.size;
    lines.set(example.line, line);
    for (const { concepts, lexical } of windows) {
      for (const list of [lexical, concepts]) {
        for (const feature of list) {
          if (counts[feature] === 0) first[feature] = line;
          else if (counts[feature]! >= LEAST_LINES || first[feature] === line) continue;
          counts[feature]! += 1;
        }
      }
    }
  }
  return counts.map((count) => (count >= LEAST_LINES ? 1 : 0));
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [items[index], items[other]] = [items[other]!, items[index]!];
  }
}

/** Whether an example belongs to a head's category. */
export const belongs = (example: ShieldExample, name: ShieldHeadName): boolean =>
  name === "any" ? example.category !== null : example.category === name;

interface Step {
  readonly lexical: Uint32Array;
  readonly concepts: Uint32Array;
  readonly byWord: number;
  readonly byConcept: number;
  readonly example: ShieldExample;
  readonly weight: number;
}

function stepsOf(instances: readonly LinearInstance[]): Step[] {
  const common = commonFeatures(instances);
  const isCommon = (feature: number): boolean => common[feature] === 1;
  return instances.flatMap(({ example, main, weight, windows }) => {
    const used = example.category === null ? windows : [windows[main]!];
    return used.map(({ concepts, lexical }) => ({
      lexical: lexical.filter(isCommon),
      concepts: concepts.filter(isCommon),
      byWord: lexicalValue(lexical.length),
      byConcept: conceptValue(concepts.length),
      example,
      weight: weight / Math.sqrt(used.length),
    }));
  });
}

/**
 * Logistic regression of all heads by AdaGrad, one pass per epoch in a seeded order. Half of the time most words are
 * hidden, so that the concepts have to carry what they can: words do not reach forms of attack that were never written
 * down here.
 */
export function trainModel(instances: readonly LinearInstance[], seed: number): FloatModel {
  const weights = new Float32Array(BUCKETS * LANES);
  const squares = new Float32Array(BUCKETS * LANES).fill(ADAGRAD_START);
  const bias = new Float32Array(HEADS).fill(-1);
  const biasSquares = new Float32Array(HEADS).fill(1);
  const random = seededRandom(seed);
  const steps = stepsOf(instances);
  const sums = new Float64Array(HEADS);
  const slopes = new Float64Array(HEADS);
  const learning = new Int32Array(HEADS);
  const used = new Int32Array(
    steps.reduce((most, step) => Math.max(most, step.lexical.length + step.concepts.length), 0),
  );
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(steps, random);
    for (const { byConcept, byWord, concepts, example, lexical, weight } of steps) {
      let count = 0;
      const hidden = random() < 0.5 ? 0 : WORD_DROPOUT;
      for (const feature of lexical) if (hidden === 0 || random() > hidden) used[count++] = feature;
      const words = count;
      for (const feature of concepts) used[count++] = feature;
      sums.set(bias);
      for (let index = 0; index < count; index += 1) {
        const at = used[index]! * LANES;
        const value = index < words ? byWord : byConcept;
        for (let head = 0; head < HEADS; head += 1) sums[head]! += weights[at + head]! * value;
      }
      let pulled = 0;
      for (let head = 0; head < HEADS; head += 1) {
        const wanted = belongs(example, SHIELD_HEADS[head]!) ? 1 : 0;
        const cost = wanted === 1 ? ATTACK : example.category === null ? 1 : OTHER_ATTACK;
        const slope = (1 / (1 + Math.exp(-sums[head]!)) - wanted) * weight * cost;
        slopes[head] = slope;
        if (Math.abs(slope) >= LEAST_PULL) learning[pulled++] = head;
        biasSquares[head]! += slope * slope;
        bias[head]! -= (RATE * slope) / Math.sqrt(biasSquares[head]!);
      }
      if (pulled === 0) continue;
      for (let index = 0; index < count; index += 1) {
        const at = used[index]! * LANES;
        const value = index < words ? byWord : byConcept;
        for (let place = 0; place < pulled; place += 1) {
          const head = learning[place]!;
          const gradient = slopes[head]! * value + L2 * weights[at + head]!;
          squares[at + head]! += gradient * gradient;
          weights[at + head]! -= (RATE * gradient) / Math.sqrt(squares[at + head]!);
        }
      }
    }
  }
  return { bias, weights };
}

/** The mean of models that were trained on the same in another order. */
export function meanModel(models: readonly FloatModel[]): FloatModel {
  const mean = (arrays: readonly Float32Array[]): Float32Array =>
    arrays[0]!.map((_, index) => arrays.reduce((sum, array) => sum + array[index]!, 0) / arrays.length);
  return { bias: mean(models.map(({ bias }) => bias)), weights: mean(models.map(({ weights }) => weights)) };
}

/** Uncalibrated scores of a window, in the order of the heads; that of `any` together with the likeliest category's. */
export function scoreWindow({ bias, weights }: FloatModel, { concepts, lexical }: Features): number[] {
  const sums = Array.from(bias);
  const add = (list: Uint32Array, value: number): void => {
    for (const feature of list) {
      for (let head = 0; head < HEADS; head += 1) sums[head]! += weights[feature * LANES + head]! * value;
    }
  };
  add(lexical, lexicalValue(lexical.length));
  add(concepts, conceptValue(concepts.length));
  const any = SHIELD_HEADS.indexOf("any");
  sums[any]! += LIKELIEST_SHARE * Math.max(...sums.filter((_, head) => head !== any));
  return sums;
}
