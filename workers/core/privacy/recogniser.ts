import { readLexicon } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { EDGE, JOINT_ROWS, jointRows, LineTracker, LOCAL_ROWS_MAX, localRows } from "./recogniser-features.ts";
import { REACH, WINDOW_INTS, WINDOW_STEP, wordClass, writeWindow } from "./recogniser-features.ts";
import type { WordFacts } from "./recogniser-features.ts";
import { LineDecoder } from "./recogniser-decoder.ts";
import { LABELS, readWeights } from "./recogniser-model.ts";
import type { Weights } from "./recogniser-model.ts";
import { BREAK, foldWord, TokenScanner, WORD } from "./tokens.ts";
import type { NameRecogniser, RecognisedSpan } from "./types.ts";

/**
 * Finds names of people, places and organisations: a linear-chain CRF decoded from left to right with a fixed lag of
 * three tokens. A token's marginals depend on what precedes it on its line and on at most three tokens after it, so
 * the same text gives the same spans whatever it is part of, and memory does not grow with the text.
 */

/** Two labels share one 32-bit integer, so a row is four. */
const LANES = LABELS / 2;
/** A word's summed weights for the five tokens it is seen from, in the order of those tokens. */
const SUM_INTS = (2 * REACH + 1) * LANES;
const CACHE_BITS = 14;
const CACHE_MASK = (1 << CACHE_BITS) - 1;
/**
 * Most tokens are nothing beyond doubt: when the token before is nothing for certain, and the local features alone put
 * nothing this many nats ahead of every beginning of a name, the joint features are not looked up.
 */
const BEYOND_DOUBT_NATS = 4.5;

function packRows(rows: Int8Array): Int32Array {
  const packed = new Int32Array(rows.length / 2);
  for (let index = 0; index < packed.length; index++) {
    packed[index] = (rows[index * 2]! << 16) + rows[index * 2 + 1]!;
  }
  return packed;
}

class Tagger implements NameRecogniser {
  private readonly lexicon: Lexicon;
  private readonly packed: Int32Array;
  private readonly shift: number;
  private readonly beyondDoubt: number;
  private readonly decoder: LineDecoder;

  /** Words seen lately, by a hash of how they are written: a memo, so what is in it never changes a result. */
  private readonly cachedHash = new Int32Array(1 << CACHE_BITS);
  private readonly cachedKey = new Int32Array(1 << CACHE_BITS);
  private readonly cachedKind = new Uint8Array(1 << CACHE_BITS);
  private readonly cachedSums = new Int32Array((1 << CACHE_BITS) * SUM_INTS);
  private readonly cachedWindow = new Int32Array((1 << CACHE_BITS) * WINDOW_STEP);

  /** Sums and joint numbers of the tokens around the newest one, oldest first. */
  private readonly sums = new Int32Array(SUM_INTS);
  private readonly window = new Int32Array(WINDOW_INTS);
  private readonly edgeSums = new Int32Array(SUM_INTS);
  private readonly edgeWindow = new Int32Array(WINDOW_STEP);
  private readonly startSums = new Int32Array(SUM_INTS);
  private readonly startWindow = new Int32Array(WINDOW_INTS);

  private readonly tracker = new LineTracker();
  /** What the tracker said and where the last four tokens are, by token number modulo 4. */
  private readonly positions = new Int32Array(4);
  private readonly labels = new Int32Array(4);
  private readonly styles = new Int32Array(4);
  private readonly glued = new Int32Array(4);
  private readonly starts = new Int32Array(4);
  private readonly ends = new Int32Array(4);
  private taken = 0;

  private readonly scratch = new Int32Array(LOCAL_ROWS_MAX);
  private readonly joint = new Int32Array(JOINT_ROWS);
  private readonly scores = new Int32Array(LABELS);

  constructor(weights: Weights, lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.packed = packRows(weights.rows);
    this.shift = 32 - weights.rowBits;
    this.beyondDoubt = Math.ceil(BEYOND_DOUBT_NATS / weights.scale);
    this.decoder = new LineDecoder(weights);
    this.sumWord(EDGE, this.edgeSums, 0);
    writeWindow(EDGE.hash, EDGE.class, this.edgeWindow, 0);
    for (let edges = 0; edges <= REACH; edges++) this.shiftIn(this.edgeSums, 0, this.edgeWindow, 0);
    this.startSums.set(this.sums);
    this.startWindow.set(this.window);
    for (let at = 0; at < WINDOW_INTS; at += WINDOW_STEP) this.startWindow.set(this.edgeWindow, at);
  }

  recognise(text: string): RecognisedSpan[] {
    const scanner = new TokenScanner(text);
    const { decoder } = this;
    decoder.begin(text);
    this.beginLine();
    while (scanner.next()) {
      if (scanner.kind === BREAK) this.endLine();
      else this.take(scanner, text);
    }
    this.endLine();
    return decoder.finish();
  }

  private beginLine(): void {
    this.sums.set(this.startSums);
    this.window.set(this.startWindow);
    this.tracker.reset();
    this.taken = 0;
  }

  private take(scanner: TokenScanner, text: string): void {
    const place = this.placeOf(scanner, text);
    this.shiftIn(this.cachedSums, place * SUM_INTS, this.cachedWindow, place * WINDOW_STEP);
    const { tracker } = this;
    const slot = this.taken & 3;
    this.positions[slot] = tracker.position;
    this.labels[slot] = tracker.label;
    this.styles[slot] = tracker.style;
    this.glued[slot] = scanner.glued ? 1 : 0;
    this.starts[slot] = scanner.start;
    this.ends[slot] = scanner.end;
    tracker.take(scanner.kind, scanner.hash, scanner.case);
    this.taken++;
    if (this.taken > REACH) this.score(this.taken - REACH - 1, REACH);
  }

  private endLine(): void {
    const { taken } = this;
    if (taken === 0) return;
    for (let token = taken - REACH; token < taken; token++) {
      this.shiftIn(this.edgeSums, 0, this.edgeWindow, 0);
      if (token >= 0) this.score(token, taken - 1 - token);
    }
    this.decoder.endLine();
    this.beginLine();
  }

  /** Moves the window on by one token and adds the new token's weights to all the tokens that see it. */
  private shiftIn(fromSums: Int32Array, sumsAt: number, fromWindow: Int32Array, windowAt: number): void {
    const { sums, window } = this;
    for (let index = 0; index < SUM_INTS - LANES; index++)
      sums[index] = sums[index + LANES]! + fromSums[sumsAt + index]!;
    for (let index = SUM_INTS - LANES; index < SUM_INTS; index++) sums[index] = fromSums[sumsAt + index]!;
    for (let index = 0; index < WINDOW_INTS - WINDOW_STEP; index++) window[index] = window[index + WINDOW_STEP]!;
    for (let index = 0; index < WINDOW_STEP; index++) {
      window[WINDOW_INTS - WINDOW_STEP + index] = fromWindow[windowAt + index]!;
    }
  }

  /** Scores the token that is in the middle of the window and passes it on. */
  private score(token: number, remaining: number): void {
    const { sums, packed, joint, scores, decoder } = this;
    const slot = token & 3;
    let s0 = sums[0]!;
    let s1 = sums[1]!;
    let s2 = sums[2]!;
    let s3 = sums[3]!;
    if (decoder.afterNothing) {
      // Only beginnings can follow nothing: labels 1, 3, 5 and 7, the low halves of the lanes.
      const best = Math.max(lowHalf(s0), lowHalf(s1), lowHalf(s2), lowHalf(s3));
      if (highHalf(s0) - best >= this.beyondDoubt) {
        decoder.takeNothing();
        return;
      }
    }
    const glue = this.glued[slot]! * 2 + (remaining > 0 ? this.glued[(token + 1) & 3]! : 0);
    jointRows(
      this.window,
      this.positions[slot]!,
      this.labels[slot]!,
      this.styles[slot]!,
      remaining,
      glue,
      this.shift,
      joint,
      0,
    );
    for (let index = 0; index < JOINT_ROWS; index++) {
      const row = joint[index]! * LANES;
      s0 += packed[row]!;
      s1 += packed[row + 1]!;
      s2 += packed[row + 2]!;
      s3 += packed[row + 3]!;
    }
    scores[0] = highHalf(s0);
    scores[1] = lowHalf(s0);
    scores[2] = highHalf(s1);
    scores[3] = lowHalf(s1);
    scores[4] = highHalf(s2);
    scores[5] = lowHalf(s2);
    scores[6] = highHalf(s3);
    scores[7] = lowHalf(s3);
    decoder.take(scores, this.starts[slot]!, this.ends[slot]!);
  }

  /** Where the cache holds the scanner's word; works it out when it does not. */
  private placeOf(scanner: TokenScanner, text: string): number {
    const { hash, key, kind } = scanner;
    const place = (hash ^ (hash >>> 15) ^ key) & CACHE_MASK;
    if (this.cachedKey[place] === key && this.cachedHash[place] === hash && this.cachedKind[place] === kind)
      return place;
    const isWord = kind === WORD;
    const flags = isWord ? this.lexicon.flags(hash) : 0;
    const word: WordFacts = {
      kind,
      hash,
      case: scanner.case,
      flags,
      class: wordClass(kind, scanner.case, flags, hash),
      folded: isWord ? foldWord(text.slice(scanner.start, scanner.end)) : "",
    };
    this.cachedKey[place] = key;
    this.cachedHash[place] = hash;
    this.cachedKind[place] = kind;
    this.sumWord(word, this.cachedSums, place * SUM_INTS);
    writeWindow(hash, word.class, this.cachedWindow, place * WINDOW_STEP);
    return place;
  }

  /** Sums a word's local weights for each token that sees it, the furthest on the left first. */
  private sumWord(word: WordFacts, out: Int32Array, at: number): void {
    const { packed, scratch } = this;
    for (let distance = REACH; distance >= -REACH; distance--) {
      const count = localRows(word, distance, this.shift, scratch, 0);
      const lane = at + (REACH - distance) * LANES;
      out.fill(0, lane, lane + LANES);
      for (let index = 0; index < count; index++) {
        const row = scratch[index]! * LANES;
        for (let part = 0; part < LANES; part++) out[lane + part]! += packed[row + part]!;
      }
    }
  }
}

function lowHalf(sum: number): number {
  return (sum << 16) >> 16;
}

function highHalf(sum: number): number {
  return (sum - lowHalf(sum)) >> 16;
}

/**
 * Builds the recogniser from the two files of `models/`. Throws `RangeError` when a file is damaged. Spans come back
 * in order, without overlaps, down to a probability of 0.03: policies choose their own threshold.
 */
export function createRecogniser(weights: ArrayBuffer, lexicon: ArrayBuffer): NameRecogniser {
  return new Tagger(readWeights(weights), readLexicon(lexicon));
}
