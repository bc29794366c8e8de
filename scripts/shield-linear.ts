import { conceptValue, lexicalValue } from "../workers/core/shield/features.ts";
import { FEATURE_BITS } from "../workers/core/shield/hashing.ts";
import type { ShieldHeadName } from "../workers/core/shield/model.ts";
import { seededRandom } from "./shield-dataset.ts";
import type { ShieldExample } from "./shield-dataset.ts";
import type { Features } from "./shield-windows.ts";

const EPOCHS = 8;
const RATE = 0.3;
/** Squared gradient that every weight starts with, so that a feature seen once does not jump. */
const ADAGRAD_START = 0.02;
const L2 = 2e-6;
/** Weight of another category's attack as a counterexample: confusing two attacks costs little. */
const OTHER_ATTACK = 0.15;
/** Share of words hidden in half of the steps. */
const WORD_DROPOUT = 0.8;

const BUCKETS = 1 << FEATURE_BITS;

/** A window to learn from. */
export interface LinearInstance {
  readonly example: ShieldExample;
  readonly features: Features;
  readonly weight: number;
}

/** Lines that a feature has to occur in: what stands in one alone says nothing about the next. */
const LEAST_LINES = 2;

/** Which features occur in several lines. */
export function commonFeatures(instances: readonly LinearInstance[]): Uint8Array {
  const lines = new Map<string, number>();
  const first = new Int32Array(BUCKETS).fill(-1);
  const counts = new Uint8Array(BUCKETS);
  for (const { example, features } of instances) {
    const line = lines.get(example.line) ?? lines.size;
    lines.set(example.line, line);
    for (const list of [features.lexical, features.concepts]) {
      for (const feature of list) {
        if (counts[feature] === 0) first[feature] = line;
        else if (counts[feature]! >= LEAST_LINES || first[feature] === line) continue;
        counts[feature]! += 1;
      }
    }
  }
  return counts.map((count) => (count >= LEAST_LINES ? 1 : 0));
}

export interface FloatHead {
  bias: number;
  weights: Float32Array;
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}

/** Whether an example belongs to a head's category. */
export const belongs = (example: ShieldExample, name: ShieldHeadName): boolean =>
  name === "any" ? example.category !== null : example.category === name;

/**
 * Logistic regression by AdaGrad, one pass per epoch in a seeded order. Half of the time most words are hidden, so that
 * the concepts have to carry what they can: words do not reach forms of attack that were never written down here.
 */
export function trainHead(instances: readonly LinearInstance[], name: ShieldHeadName, seed: number): FloatHead {
  const weights = new Float32Array(BUCKETS);
  const squares = new Float32Array(BUCKETS).fill(ADAGRAD_START);
  let bias = -1;
  let biasSquares = 1;
  const random = seededRandom(seed);
  const common = commonFeatures(instances);
  const kept = new Map(
    instances.map((instance) => [
      instance,
      {
        lexical: instance.features.lexical.filter((feature) => common[feature] === 1),
        concepts: instance.features.concepts.filter((feature) => common[feature] === 1),
      },
    ]),
  );
  const sumOf = (list: Uint32Array): number => {
    let sum = 0;
    for (const feature of list) sum += weights[feature]!;
    return sum;
  };
  const move = (list: Uint32Array, step: number): void => {
    for (const feature of list) {
      const gradient = step + L2 * weights[feature]!;
      squares[feature]! += gradient * gradient;
      weights[feature]! -= (RATE * gradient) / Math.sqrt(squares[feature]!);
    }
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const instance of shuffle(instances, random)) {
      const { example, weight } = instance;
      const features = kept.get(instance)!;
      const lexical = random() < 0.5 ? features.lexical : features.lexical.filter(() => random() > WORD_DROPOUT);
      const values = {
        lexical: lexicalValue(instance.features.lexical.length),
        concepts: conceptValue(instance.features.concepts.length),
      };
      const sum = sumOf(lexical) * values.lexical + sumOf(features.concepts) * values.concepts;
      const predicted = 1 / (1 + Math.exp(-(bias + sum)));
      const wanted = belongs(example, name) ? 1 : 0;
      const cost = wanted === 1 ? 2 : example.category === null ? 1 : OTHER_ATTACK;
      const slope = (predicted - wanted) * weight * cost;
      biasSquares += slope * slope;
      bias -= (RATE * slope) / Math.sqrt(biasSquares);
      move(lexical, slope * values.lexical);
      move(features.concepts, slope * values.concepts);
    }
  }
  return { bias, weights };
}

/** Uncalibrated score of a window. */
export function scoreWindow(head: FloatHead, features: Features): number {
  let lexical = 0;
  let concepts = 0;
  for (const feature of features.lexical) lexical += head.weights[feature]!;
  for (const feature of features.concepts) concepts += head.weights[feature]!;
  return (
    head.bias + lexical * lexicalValue(features.lexical.length) + concepts * conceptValue(features.concepts.length)
  );
}
