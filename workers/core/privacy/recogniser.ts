import { readLexicon } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { LineDecoder } from "./recogniser-decoder.ts";
import { JOINT_ROWS, jointRowsAt, LineTracker, REACH } from "./recogniser-features.ts";
import { EVEN_BYTES, LANES, ROW_INTS, rowInts, SIGNS, SUMS_AT, WINDOW_AT, WordMemo } from "./recogniser-memo.ts";
import { LABELS, readWeights } from "./recogniser-model.ts";
import type { Weights } from "./recogniser-model.ts";
import { BREAK, RUN_TOKENS, TokenRun } from "./tokens.ts";
import type { NameRecogniser, RecognisedSpan } from "./types.ts";
import { wholeNames } from "./whole-names.ts";

/**
 * Finds names of people, places and organisations: a linear-chain CRF decoded from left to right with a fixed lag of
 * three tokens. A token's marginals depend on what precedes it on its line and on at most three tokens after it, so
 * the same text gives the same spans whatever it is part of, and memory does not grow with the text.
 */
class Tagger implements NameRecogniser {
  private readonly lexicon: Lexicon;
  private readonly memo: WordMemo;
  private readonly rows: Int32Array;
  private readonly shift: number;
  private readonly gateThreshold: number;
  private readonly decoder: LineDecoder;
  private readonly tracker = new LineTracker();

  /** The tokens at hand, all of one line: two that are scored already, as neighbours, before those that are not. */
  private readonly run = new TokenRun();
  /** The gate's sums: of token i at `i + REACH`. */
  private readonly gates = new Int32Array(RUN_TOKENS + 2 * REACH);
  /** How many of the tokens at hand are scored. */
  private scored = 0;

  private readonly joint = new Int32Array(JOINT_ROWS);
  private readonly scores = new Int32Array(LABELS);

  constructor(weights: Weights, lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.rows = rowInts(weights.rows);
    this.shift = 32 - weights.rowBits;
    this.gateThreshold = weights.gate.threshold;
    this.memo = new WordMemo(weights, lexicon);
    this.decoder = new LineDecoder(weights);
  }

  recognise(text: string): RecognisedSpan[] {
    const { decoder, gates, memo, run } = this;
    decoder.begin(text);
    run.begin();
    this.beginLine();
    for (let at = 0; at < text.length;) {
      const known = run.count;
      at = run.read(text, at);
      const isBroken = run.count > known && run.kindOf(run.count - 1) === BREAK;
      if (isBroken) run.count--;
      memo.addGates(run, known, text, gates);
      if (isBroken || at >= text.length) this.endLine(text);
      else {
        this.scoreTo(run.count - REACH, text, false);
        this.slide();
      }
    }
    return wholeNames(text, decoder.finish(), this.lexicon);
  }

  private beginLine(): void {
    const { edgeGates } = this.memo;
    this.gates[REACH] = edgeGates[3]! + edgeGates[4]!;
    this.gates[REACH + 1] = edgeGates[4]!;
    this.run.count = 0;
    this.scored = 0;
    this.tracker.reset();
  }

  private endLine(text: string): void {
    const { count } = this.run;
    if (count > 0) {
      const { edgeGates } = this.memo;
      this.gates[count]! += edgeGates[0]!;
      this.gates[count + 1]! += edgeGates[0]! + edgeGates[1]!;
      this.scoreTo(count, text, true);
      this.decoder.endLine();
    }
    this.beginLine();
  }

  /** Makes room: the last two scored tokens and those that follow them go to the front. */
  private slide(): void {
    const { gates, run } = this;
    gates.copyWithin(0, run.count - 2 * REACH, run.count + 2 * REACH);
    run.keepLast(2 * REACH);
    this.scored = REACH;
  }

  /** Scores the tokens up to `limit`, whose neighbours are at hand, or missing because the line ends. */
  private scoreTo(limit: number, text: string, isEnd: boolean): void {
    const { decoder, gates, gateThreshold, run, tracker } = this;
    for (let index = this.scored; index < limit; index++) {
      if (gates[index + REACH]! >= gateThreshold || !decoder.afterLittle) this.score(index, text, isEnd);
      else if (decoder.pending) decoder.takeNothing();
      tracker.take(run.kindOf(index), run.hashes[index]!, run.caseOf(index));
    }
  }

  private score(index: number, text: string, isEnd: boolean): void {
    const { joint, memo, rows, run, scores, tracker } = this;
    memo.collect(run, index, text);
    const before2 = memo.around[0]!;
    const before = memo.around[1]!;
    const own = memo.around[2]!;
    const after = memo.around[3]!;
    const after2 = memo.around[4]!;
    const remaining = isEnd ? Math.min(run.count - 1 - index, REACH) : REACH;
    const glue = run.gluedOf(index) * 2 + (remaining > 0 ? run.gluedOf(index + 1) : 0);
    jointRowsAt(
      memo.sums,
      before2 + WINDOW_AT,
      before + WINDOW_AT,
      own + WINDOW_AT,
      after + WINDOW_AT,
      after2 + WINDOW_AT,
      tracker.position,
      tracker.label,
      tracker.style,
      remaining,
      glue,
      this.shift,
      joint,
    );
    const { sums } = memo;
    const from0 = after2 + SUMS_AT;
    const from1 = after + (SUMS_AT + LANES);
    const from2 = own + (SUMS_AT + 2 * LANES);
    const from3 = before + (SUMS_AT + 3 * LANES);
    const from4 = before2 + (SUMS_AT + 4 * LANES);
    let s0 = sums[from0]! + sums[from1]! + sums[from2]! + sums[from3]! + sums[from4]!;
    let s1 = sums[from0 + 1]! + sums[from1 + 1]! + sums[from2 + 1]! + sums[from3 + 1]! + sums[from4 + 1]!;
    let s2 = sums[from0 + 2]! + sums[from1 + 2]! + sums[from2 + 2]! + sums[from3 + 2]! + sums[from4 + 2]!;
    let s3 = sums[from0 + 3]! + sums[from1 + 3]! + sums[from2 + 3]! + sums[from3 + 3]! + sums[from4 + 3]!;
    // The rows lie far apart: asked for in one go, they come together.
    let touched = 0;
    for (let row = 0; row < JOINT_ROWS; row++) touched |= rows[joint[row]! * ROW_INTS]!;
    scores[0] = touched;
    for (let row = 0; row < JOINT_ROWS; row++) {
      const at = joint[row]! * ROW_INTS;
      const first = rows[at]! ^ SIGNS;
      const second = rows[at + 1]! ^ SIGNS;
      s0 += first & EVEN_BYTES;
      s1 += (first >>> 8) & EVEN_BYTES;
      s2 += second & EVEN_BYTES;
      s3 += (second >>> 8) & EVEN_BYTES;
    }
    scores[0] = lowHalf(s0);
    scores[1] = lowHalf(s1);
    scores[2] = highHalf(s0);
    scores[3] = highHalf(s1);
    scores[4] = lowHalf(s2);
    scores[5] = lowHalf(s3);
    scores[6] = highHalf(s2);
    scores[7] = highHalf(s3);
    this.decoder.take(scores, run.starts[index]!, run.ends[index]!);
  }
}

function lowHalf(sum: number): number {
  return sum & 0xffff;
}

function highHalf(sum: number): number {
  return sum >>> 16;
}

/**
 * Builds the recogniser from the two files of `models/`. Throws `RangeError` when a file is damaged. Spans come back
 * in order, without overlaps, down to a probability of 0.03: policies choose their own threshold.
 */
export function createRecogniser(weights: ArrayBuffer, lexicon: ArrayBuffer): NameRecogniser {
  return new Tagger(readWeights(weights), readLexicon(lexicon));
}
