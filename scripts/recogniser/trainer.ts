import { createRandom } from "../../workers/core/generation/random.ts";
import { JOINT_ROWS } from "../../workers/core/privacy/recogniser-features.ts";
import { LABELS, mayFollow } from "../../workers/core/privacy/recogniser-model.ts";
import type { Encoded } from "./encode.ts";

/**
 * Trains the conditional random field by stochastic gradient ascent on the likelihood of the allowed labellings
 * (tokens whose annotation is open sum over their possible labels), with AdaGrad step sizes (Duchi, Hazan and Singer,
 * 2011) and a pull towards zero. Plain 64-bit and 32-bit arithmetic in a fixed order: the same input gives the same
 * weights.
 */

export interface TrainingOptions {
  seed: string;
  rowBits: number;
  epochs: number;
  rate: number;
  /** Pull of a weight towards zero per update. */
  decay: number;
  /** Features seen less often than this are scored but not learnt, so that rare ones add noise, not memory. */
  minimumCount: number;
  /** Gradients smaller than this are not worth an update. */
  negligible: number;
  /**
   * Share of lines on which the joint features are left out, so that the local ones learn to tell the plain cases by
   * themselves: recognition need not look joint features up for words that are nothing beyond doubt.
   */
  localOnly: number;
  report: (epoch: number, logLikelihoodPerToken: number) => void;
}

export interface TrainedWeights {
  rows: Float32Array;
  transitions: Float64Array;
}

/** The result is the mean of the weights at the end of this many last epochs: the order of lines matters less then. */
const AVERAGED_EPOCHS = 4;
const DISTANCES = 5;

/** Cuts 32-bit hashes to rows; rows of rare features become negative (`~row`). */
function cutRows(encoded: Encoded, rowBits: number, minimumCount: number): { local: Int32Array; joint: Int32Array } {
  const counts = new Uint8Array(1 << 24);
  const note = (hash: number): void => {
    const place = hash >>> 8;
    if (counts[place]! < 255) counts[place]!++;
  };
  const { words, lineStarts, localStarts, local, joint } = encoded;
  for (const hash of joint) note(hash);
  for (let line = 0; line + 1 < lineStarts.length; line++) {
    const from = lineStarts[line]!;
    const to = lineStarts[line + 1]!;
    for (let token = from; token < to; token++) {
      for (let distance = -2; distance <= 2; distance++) {
        const other = token + distance;
        const word = other < from || other >= to ? 0 : words[other]!;
        const at = word * DISTANCES + distance + 2;
        for (let index = localStarts[at]!; index < localStarts[at + 1]!; index++) note(local[index]!);
      }
    }
  }
  const shift = 32 - rowBits;
  const cut = (hash: number): number => (counts[hash >>> 8]! < minimumCount ? ~(hash >>> shift) : hash >>> shift);
  return { local: local.map(cut), joint: joint.map(cut) };
}

/** Trains on everything `encoded` holds. */
export function trainWeights(encoded: Encoded, options: TrainingOptions): TrainedWeights {
  const { lineStarts, words, allowed, localStarts } = encoded;
  const { local, joint } = cutRows(encoded, options.rowBits, options.minimumCount);
  const rows = new Float32Array(LABELS << options.rowBits);
  const squares = new Float32Array(LABELS << options.rowBits).fill(0.1);
  const transitions = new Float64Array(LABELS * LABELS);
  const transitionSquares = new Float64Array(LABELS * LABELS).fill(1);
  for (let from = 0; from < LABELS; from++) {
    for (let to = 0; to < LABELS; to++) if (!mayFollow(from, to)) transitions[from * LABELS + to] = -Infinity;
  }
  const longest = lineStarts.reduce((most, start, line) => Math.max(most, start - (lineStarts[line - 1] ?? 0)), 0);
  const lattice = new Lattice(longest);
  const averaged = new Float32Array(rows.length);
  const averagedTransitions = new Float64Array(transitions.length);
  let kept = 0;
  const random = createRandom(options.seed);
  let withJoint = true;
  const order = Array.from({ length: lineStarts.length - 1 }, (_, line) => line);

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate / (1 + epoch * 0.35);
    let likelihood = 0;
    for (const line of random.shuffle(order)) {
      const from = lineStarts[line]!;
      const length = lineStarts[line + 1]! - from;
      const { energies, gradient } = lattice;
      withJoint = random.next() >= options.localOnly;
      for (let token = 0; token < length; token++) scoreToken(from, token, length, energies);
      likelihood += lattice.differentiate(length, transitions, allowed, from);
      for (let token = 0; token < length; token++) updateToken(from, token, length, gradient, rate);
      for (let index = 0; index < LABELS * LABELS; index++) {
        const slope = lattice.transitionGradient[index]!;
        if (slope === 0 || transitions[index] === -Infinity) continue;
        transitionSquares[index]! += slope * slope;
        transitions[index]! += (rate * slope) / Math.sqrt(transitionSquares[index]!);
      }
    }
    if (epoch >= options.epochs - AVERAGED_EPOCHS) {
      for (let index = 0; index < rows.length; index++) averaged[index]! += rows[index]!;
      for (let index = 0; index < transitions.length; index++) averagedTransitions[index]! += transitions[index]!;
      kept++;
    }
    options.report(epoch, likelihood / words.length);
  }
  return { rows: averaged.map((sum) => sum / kept), transitions: averagedTransitions.map((sum) => sum / kept) };

  function scoreToken(from: number, token: number, length: number, energies: Float64Array): void {
    let e0 = 0;
    let e1 = 0;
    let e2 = 0;
    let e3 = 0;
    let e4 = 0;
    let e5 = 0;
    let e6 = 0;
    let e7 = 0;
    const add = (list: Int32Array, first: number, last: number): void => {
      for (let index = first; index < last; index++) {
        const signed = list[index]!;
        const row = (signed < 0 ? ~signed : signed) * LABELS;
        e0 += rows[row]!;
        e1 += rows[row + 1]!;
        e2 += rows[row + 2]!;
        e3 += rows[row + 3]!;
        e4 += rows[row + 4]!;
        e5 += rows[row + 5]!;
        e6 += rows[row + 6]!;
        e7 += rows[row + 7]!;
      }
    };
    for (let distance = -2; distance <= 2; distance++) {
      const other = token + distance;
      const word = other < 0 || other >= length ? 0 : words[from + other]!;
      const at = word * DISTANCES + distance + 2;
      add(local, localStarts[at]!, localStarts[at + 1]!);
    }
    if (withJoint) add(joint, (from + token) * JOINT_ROWS, (from + token + 1) * JOINT_ROWS);
    const at = token * LABELS;
    energies[at] = e0;
    energies[at + 1] = e1;
    energies[at + 2] = e2;
    energies[at + 3] = e3;
    energies[at + 4] = e4;
    energies[at + 5] = e5;
    energies[at + 6] = e6;
    energies[at + 7] = e7;
  }

  function updateToken(from: number, token: number, length: number, gradient: Float64Array, rate: number): void {
    const slopes = token * LABELS;
    let largest = 0;
    for (let label = 0; label < LABELS; label++) largest = Math.max(largest, Math.abs(gradient[slopes + label]!));
    if (largest < options.negligible) return;
    const update = (list: Int32Array, first: number, last: number): void => {
      for (let index = first; index < last; index++) {
        if (list[index]! < 0) continue;
        const row = list[index]! * LABELS;
        for (let label = 0; label < LABELS; label++) {
          const slope = gradient[slopes + label]! - options.decay * rows[row + label]!;
          const square = squares[row + label]! + slope * slope;
          squares[row + label] = square;
          rows[row + label]! += (rate * slope) / Math.sqrt(square);
        }
      }
    };
    for (let distance = -2; distance <= 2; distance++) {
      const other = token + distance;
      const word = other < 0 || other >= length ? 0 : words[from + other]!;
      const at = word * DISTANCES + distance + 2;
      update(local, localStarts[at]!, localStarts[at + 1]!);
    }
    if (withJoint) update(joint, (from + token) * JOINT_ROWS, (from + token + 1) * JOINT_ROWS);
  }
}

/** Forward and backward passes over one line, with and without the annotation's restrictions. */
class Lattice {
  readonly energies: Float64Array;
  readonly gradient: Float64Array;
  readonly transitionGradient = new Float64Array(LABELS * LABELS);
  private readonly potentials: Float64Array;
  private readonly forward: Float64Array;
  private readonly backward: Float64Array;
  private readonly factors = new Float64Array(LABELS * LABELS);

  constructor(longest: number) {
    this.energies = new Float64Array(longest * LABELS);
    this.gradient = new Float64Array(longest * LABELS);
    this.potentials = new Float64Array(longest * LABELS);
    this.forward = new Float64Array(longest * LABELS);
    this.backward = new Float64Array(longest * LABELS);
  }

  /** Fills `gradient` and `transitionGradient`; returns the log likelihood of what the annotation allows. */
  differentiate(length: number, transitions: Float64Array, allowed: Uint8Array, from: number): number {
    const { energies, potentials, factors } = this;
    for (let index = 0; index < factors.length; index++) factors[index] = Math.exp(transitions[index]!);
    for (let token = 0; token < length; token++) {
      let best = -Infinity;
      const at = token * LABELS;
      for (let label = 0; label < LABELS; label++) best = Math.max(best, energies[at + label]!);
      for (let label = 0; label < LABELS; label++) potentials[at + label] = Math.exp(energies[at + label]! - best);
    }
    this.gradient.fill(0, 0, length * LABELS);
    this.transitionGradient.fill(0);
    const free = this.accumulate(length, -1);
    for (let token = 0; token < length; token++) {
      const mask = allowed[from + token]!;
      for (let label = 0; label < LABELS; label++) {
        if (((mask >>> label) & 1) === 0) potentials[token * LABELS + label] = 0;
      }
    }
    return this.accumulate(length, 1) - free;
  }

  /** Adds `sign` times the expected counts, and returns the log of the total weight of all paths. */
  private accumulate(length: number, sign: number): number {
    const { potentials, forward, backward, factors, gradient, transitionGradient } = this;
    let logTotal = 0;
    for (let token = 0; token < length; token++) {
      const at = token * LABELS;
      let total = 0;
      for (let to = 0; to < LABELS; to++) {
        let sum = 0;
        if (token === 0) sum = factors[to]!;
        else for (let step = 0; step < LABELS; step++) sum += forward[at - LABELS + step]! * factors[step * LABELS + to]!;
        sum *= potentials[at + to]!;
        forward[at + to] = sum;
        total += sum;
      }
      if (!(total > 0)) throw new Error("No labelling is possible");
      for (let to = 0; to < LABELS; to++) forward[at + to]! /= total;
      logTotal += Math.log(total);
    }
    for (let token = length - 1; token >= 0; token--) {
      const at = token * LABELS;
      let total = 0;
      for (let step = 0; step < LABELS; step++) {
        let sum = 0;
        if (token === length - 1) sum = 1;
        else {
          for (let to = 0; to < LABELS; to++) {
            sum += factors[step * LABELS + to]! * potentials[at + LABELS + to]! * backward[at + LABELS + to]!;
          }
        }
        backward[at + step] = sum;
        total += sum * forward[at + step]!;
      }
      for (let step = 0; step < LABELS; step++) {
        backward[at + step]! /= total;
        gradient[at + step]! += sign * forward[at + step]! * backward[at + step]!;
      }
      if (token === length - 1) continue;
      let pairs = 0;
      for (let step = 0; step < LABELS; step++) {
        for (let to = 0; to < LABELS; to++) {
          pairs +=
            forward[at + step]! * factors[step * LABELS + to]! * potentials[at + LABELS + to]! * backward[at + LABELS + to]!;
        }
      }
      for (let step = 0; step < LABELS; step++) {
        for (let to = 0; to < LABELS; to++) {
          transitionGradient[step * LABELS + to]! +=
            (sign *
              forward[at + step]! *
              factors[step * LABELS + to]! *
              potentials[at + LABELS + to]! *
              backward[at + LABELS + to]!) /
            pairs;
        }
      }
    }
    return logTotal;
  }
} // prettier-ignore
