import { LABELS } from "./recogniser-model.ts";
import type { Weights } from "./recogniser-model.ts";
import { SpanBuilder } from "./recogniser-spans.ts";
import type { RecognisedSpan } from "./types.ts";

/** Exponentials are read from a table, by the difference to the best label in units of the weights. */
const EXP_STEPS = 2048;
/** Nothing this many nats ahead of every other label, after nothing, is taken for certain. */
const CERTAIN_NATS = 6;
/** The same after something: a token this likely to be nothing by all that stands before it. */
const SURELY_NOTHING = 1 - Math.exp(-CERTAIN_NATS);
/** After a token this likely to be nothing, one that looks like nothing is nothing. */
const RATHER_NOTHING = 0.5;

/**
 * The forward pass of the CRF over a line, one token behind: a token's marginals are settled when the scores of the
 * token after it are known, and go straight into spans.
 */
export class LineDecoder {
  /** Whether the last token taken is nothing for certain (also at the start of a line). */
  afterNothing = true;
  /** Whether the last token taken is rather nothing: what stands after it may be told by its looks alone. */
  afterLittle = true;
  private readonly exponentials = new Float64Array(EXP_STEPS + 1);
  /** `from * 8 + to`. */
  private readonly transitions = new Float64Array(LABELS * LABELS);
  /** `to * 8 + from`. */
  private readonly transposed = new Float64Array(LABELS * LABELS);
  private readonly certain: number;
  private readonly potentials = new Float64Array(LABELS);
  private readonly marginals = new Float64Array(LABELS);
  private forward = new Float64Array(LABELS);
  private spare = new Float64Array(LABELS);
  /** Whether a token waits for its marginals; a token that is nothing for certain does not. */
  pending = false;
  private pendingStart = 0;
  private pendingEnd = 0;
  private readonly spans = new SpanBuilder("");

  constructor(weights: Weights) {
    const step = weights.scale / weights.temperature;
    for (let index = 0; index < EXP_STEPS; index++) this.exponentials[index] = Math.exp(-index * step);
    for (let index = 0; index < this.transitions.length; index++) {
      const factor = Math.exp(weights.transitions[index]! / weights.temperature);
      this.transitions[index] = factor;
      this.transposed[(index % LABELS) * LABELS + Math.floor(index / LABELS)] = factor;
    }
    this.certain = Math.ceil(CERTAIN_NATS / step);
  }

  begin(text: string): void {
    this.spans.begin(text);
    this.afterNothing = true;
    this.afterLittle = true;
    this.pending = false;
  }

  finish(): RecognisedSpan[] {
    return this.spans.finish();
  }

  endLine(): void {
    if (this.pending) {
      this.settle(this.forward);
      this.pending = false;
    }
    this.spans.gap();
    this.afterNothing = true;
    this.afterLittle = true;
  }

  /** Takes a token that is nothing for certain. Need not be told of it while nothing is pending. */
  takeNothing(): void {
    if (this.pending) {
      const { forward, transitions, marginals } = this;
      for (let label = 0; label < LABELS; label++) marginals[label] = forward[label]! * transitions[label * LABELS]!;
      this.settle(marginals);
      this.pending = false;
    }
    this.spans.gap();
    this.afterNothing = true;
    this.afterLittle = true;
  }

  /** Takes a token with the summed weights of each label. */
  take(scores: Int32Array, start: number, end: number): void {
    const { potentials, exponentials } = this;
    let best = scores[1]!;
    for (let label = 2; label < LABELS; label++) if (scores[label]! > best) best = scores[label]!;
    if (this.afterNothing && scores[0]! - best >= this.certain) {
      this.takeNothing();
      return;
    }
    if (scores[0]! > best) best = scores[0]!;
    for (let label = 0; label < LABELS; label++) {
      potentials[label] = exponentials[Math.min(best - scores[label]!, EXP_STEPS)]!;
    }
    if (this.pending) this.settleBefore();
    this.advance();
    if (this.forward[0]! >= SURELY_NOTHING) {
      this.spans.gap();
      this.pending = false;
      this.afterNothing = true;
      this.afterLittle = true;
      return;
    }
    this.afterNothing = false;
    this.afterLittle = this.forward[0]! >= RATHER_NOTHING;
    this.pending = true;
    this.pendingStart = start;
    this.pendingEnd = end;
  }

  /** Settles the pending token by what the potentials of the token after it say. */
  private settleBefore(): void {
    const { forward, potentials, transitions, marginals } = this;
    for (let from = 0; from < LABELS; from++) {
      marginals[from] = forward[from]! * product(transitions, from * LABELS, potentials);
    }
    this.settle(marginals);
  }

  /** Hands the pending token's marginals on; `weights` need not sum to one. */
  private settle(weights: Float64Array): void {
    const { marginals } = this;
    let total = 0;
    for (let label = 0; label < LABELS; label++) total += weights[label]!;
    const scale = total > 0 ? 1 / total : 0;
    for (let label = 0; label < LABELS; label++) marginals[label] = weights[label]! * scale;
    this.spans.take(marginals, this.pendingStart, this.pendingEnd);
  }

  private advance(): void {
    const { forward, spare, potentials, transitions, transposed } = this;
    let total = 0;
    for (let to = 0; to < LABELS; to++) {
      const reached = this.afterNothing ? transitions[to]! : product(transposed, to * LABELS, forward);
      const sum = reached * potentials[to]!;
      spare[to] = sum;
      total += sum;
    }
    // Only with hostile weights: every way on is impossible, so start afresh.
    if (total === 0) spare[0] = total = 1;
    for (let label = 0; label < LABELS; label++) spare[label]! /= total;
    this.forward = spare;
    this.spare = forward;
  }
}

/** The inner product of a row of eight and a vector, written out: this is most of the work per token. */
function product(rows: Float64Array, at: number, vector: Float64Array): number {
  return (
    rows[at]! * vector[0]! +
    rows[at + 1]! * vector[1]! +
    rows[at + 2]! * vector[2]! +
    rows[at + 3]! * vector[3]! +
    rows[at + 4]! * vector[4]! +
    rows[at + 5]! * vector[5]! +
    rows[at + 6]! * vector[6]! +
    rows[at + 7]! * vector[7]!
  );
}
