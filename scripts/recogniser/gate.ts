import { createRandom } from "../../workers/core/generation/random.ts";
import { OUTSIDE, OTHER_NAME } from "../../workers/core/privacy/recogniser-model.ts";
import type { Gate } from "../../workers/core/privacy/recogniser-model.ts";
import { ANY } from "./encode.ts";
import type { Encoded } from "./encode.ts";

/**
 * Trains the recogniser's gate: a logistic regression over the local features that says which tokens may belong to a
 * name at all, so that most of a text never reaches the conditional random field.
 */

export interface GateOptions {
  seed: string;
  bits: number;
  /** Share of the tokens of names, in training, that may be lost. */
  lost: number;
}

const EPOCHS = 2;
const RATE = 0.1;
/** How much more a token of a name counts than one of nothing. */
const WEIGHT = 5;
/** Nats that the largest byte stands for. */
const LARGEST = 3.2;
const NEGLIGIBLE = 0.001;
const DISTANCES = 5;
const REACH = 2;
/** What a label set must not contain for the token to be a name's for certain. */
const NO_NAME = (1 << OUTSIDE) | (1 << OTHER_NAME);

/** AdaGrad on the weighted likelihood; the threshold is the score that `lost` of the tokens of names fall below. */
export function trainGate(encoded: Encoded, options: GateOptions): Gate {
  const { allowed, lineStarts, local, localStarts, words } = encoded;
  const shift = 32 - options.bits;
  const rows = new Float32Array(1 << options.bits);
  const squares = new Float32Array(1 << options.bits).fill(0.1);
  const random = createRandom(`${options.seed}/gate`);
  const order = Array.from({ length: lineStarts.length - 1 }, (_, line) => line);
  const scale = LARGEST / 127;

  const walk = (from: number, to: number, token: number, use: (row: number) => void): void => {
    for (let distance = -REACH; distance <= REACH; distance++) {
      const other = token + distance;
      const word = other < from || other >= to ? 0 : words[other]!;
      const at = word * DISTANCES + distance + REACH;
      for (let index = localStarts[at]!; index < localStarts[at + 1]!; index++) use(local[index]! >>> shift);
    }
  };
  let sum = 0;
  let step = 0;
  const add = (row: number): void => {
    sum += rows[row]!;
  };
  const learn = (row: number): void => {
    const square = squares[row]! + step * step;
    squares[row] = square;
    rows[row]! += (RATE * step) / Math.sqrt(square);
  };
  const isName = (token: number): boolean => (allowed[token]! & NO_NAME) === 0;

  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const line of random.shuffle(order)) {
      const from = lineStarts[line]!;
      const to = lineStarts[line + 1]!;
      for (let token = from; token < to; token++) {
        if (allowed[token] === ANY) continue;
        sum = 0;
        walk(from, to, token, add);
        const probability = 1 / (1 + Math.exp(-sum));
        step = isName(token) ? WEIGHT * (1 - probability) : -probability;
        if (Math.abs(step) > NEGLIGIBLE) walk(from, to, token, learn);
      }
    }
  }

  const bytes = new Int8Array(rows.length);
  rows.forEach((weight, row) => (bytes[row] = Math.max(-127, Math.min(127, Math.round(weight / scale)))));
  const scores: number[] = [];
  const addUnits = (row: number): void => {
    sum += bytes[row]!;
  };
  for (let line = 0; line + 1 < lineStarts.length; line++) {
    const from = lineStarts[line]!;
    const to = lineStarts[line + 1]!;
    for (let token = from; token < to; token++) {
      if (!isName(token)) continue;
      sum = 0;
      walk(from, to, token, addUnits);
      scores.push(sum);
    }
  }
  scores.sort((a, b) => a - b);
  return { bits: options.bits, threshold: scores[Math.floor(scores.length * options.lost)] ?? 0, rows: bytes };
}
