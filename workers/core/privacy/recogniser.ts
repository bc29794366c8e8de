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

/**
 * A row is eight bytes, read as two integers and summed in four: each holds the sums of two labels, of bytes made
 * positive by adding `BIAS`, in 16 bits each.
 */
const ROW_INTS = LABELS / 4;
const LANES = LABELS / 2;
const BIAS = 128;
const EVEN_BYTES = 0x00ff00ff;
/**
 * An entry of the memo: a word's hash, key and kind; what it adds to the gate's sum, and to the summed weights, of each
 * of the five tokens it is seen from, in the order of those tokens; its numbers for the joint features. Two entries
 * share a place, the newer one first.
 */
const ENTRY_BITS = 5;
const ENTRY_INTS = 1 << ENTRY_BITS;
const KEY_AT = 1;
const KIND_AT = 2;
const GATES_AT = 3;
const VIEWS = 2 * REACH + 1;
const WINDOW_AT = GATES_AT + VIEWS;
const SUMS_AT = WINDOW_AT + WINDOW_STEP;
const PLACE_BITS = 14;
const PLACE_SHIFT = 32 - PLACE_BITS;
/** Odd multipliers by which hash and key choose a place; the keys of symbols are their hashes, so these must differ. */
const HASH_SPREAD = 0x2c1b3c6d;
const KEY_SPREAD = 0x9e3779b1;
/** Tokens of which something is at hand, by token number modulo this. */
const RING = 8;
const RING_MASK = RING - 1;
/** Behind the places: the entry of the edge of a line, and one for each word at hand that must not displace another. */
const EDGE_ENTRY = ENTRY_INTS << (PLACE_BITS + 1);
const SPARE_ENTRIES = EDGE_ENTRY + ENTRY_INTS;

/** The planes of signed bytes as rows of two integers, of four bytes each, made positive. */
function packRows(planes: Int8Array): Int32Array {
  const count = planes.length / LABELS;
  const packed = new Int32Array(count * ROW_INTS);
  for (let part = 0; part < ROW_INTS; part++) {
    const at = part * 4 * count;
    for (let row = 0; row < count; row++) {
      packed[row * ROW_INTS + part] =
        (planes[at + row]! + BIAS) |
        ((planes[at + count + row]! + BIAS) << 8) |
        ((planes[at + 2 * count + row]! + BIAS) << 16) |
        ((planes[at + 3 * count + row]! + BIAS) << 24);
    }
  }
  return packed;
}

class Tagger implements NameRecogniser {
  private readonly lexicon: Lexicon;
  private readonly packed: Int32Array;
  private readonly shift: number;
  private readonly gateRows: Int8Array;
  private readonly gateShift: number;
  private readonly gateThreshold: number;
  private readonly decoder: LineDecoder;

  /** Words seen lately, by a hash of how they are written: what is in it never changes a result. */
  private readonly memo = new Int32Array(SPARE_ENTRIES + RING * ENTRY_INTS);

  /** Rings by token number: entries, the gate's sums, what the tracker said, and places. */
  private readonly entries = new Int32Array(RING);
  private readonly gates = new Int32Array(RING);
  private readonly positions = new Int32Array(RING);
  private readonly labels = new Int32Array(RING);
  private readonly styles = new Int32Array(RING);
  private readonly glued = new Int32Array(RING);
  private readonly starts = new Int32Array(RING);
  private readonly ends = new Int32Array(RING);
  private readonly tracker = new LineTracker();
  private taken = 0;

  private readonly window = new Int32Array(WINDOW_INTS);
  private readonly scratch = new Int32Array(LOCAL_ROWS_MAX);
  private readonly joint = new Int32Array(JOINT_ROWS);
  private readonly scores = new Int32Array(LABELS);

  constructor(weights: Weights, lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.packed = packRows(weights.rows);
    this.shift = 32 - weights.rowBits;
    this.gateRows = weights.gate.rows;
    this.gateShift = weights.rowBits - weights.gate.bits;
    this.gateThreshold = weights.gate.threshold;
    this.decoder = new LineDecoder(weights);
    this.remember(EDGE, EDGE_ENTRY);
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
    this.gates.fill(0);
    for (let token = -REACH; token < 0; token++) this.place(token, EDGE_ENTRY);
    this.tracker.reset();
    this.taken = 0;
  }

  private take(scanner: TokenScanner, text: string): void {
    const { taken, tracker } = this;
    this.place(taken, this.entryOf(scanner, text));
    const slot = taken & RING_MASK;
    this.positions[slot] = tracker.position;
    this.labels[slot] = tracker.label;
    this.styles[slot] = tracker.style;
    this.glued[slot] = scanner.glued ? 1 : 0;
    this.starts[slot] = scanner.start;
    this.ends[slot] = scanner.end;
    tracker.take(scanner.kind, scanner.hash, scanner.case);
    this.taken = taken + 1;
    if (taken >= REACH) this.score(taken - REACH, REACH);
  }

  private endLine(): void {
    const { taken } = this;
    if (taken === 0) return;
    for (let token = taken - REACH; token < taken; token++) {
      this.place(token + REACH, EDGE_ENTRY);
      if (token >= 0) this.score(token, taken - 1 - token);
    }
    this.decoder.endLine();
    this.beginLine();
  }

  /** Puts a word at a token's place, and adds what it has for the gate to all the tokens that see it. */
  private place(token: number, entry: number): void {
    const { gates, memo } = this;
    this.entries[token & RING_MASK] = entry;
    const from = entry + GATES_AT;
    gates[(token - 2) & RING_MASK]! += memo[from]!;
    gates[(token - 1) & RING_MASK]! += memo[from + 1]!;
    gates[token & RING_MASK]! += memo[from + 2]!;
    gates[(token + 1) & RING_MASK]! += memo[from + 3]!;
    gates[(token + 2) & RING_MASK] = memo[from + 4]!;
  }

  /** Scores a token whose neighbours are all in place and passes it on. */
  private score(token: number, remaining: number): void {
    const { decoder } = this;
    const slot = token & RING_MASK;
    if (decoder.afterLittle && this.gates[slot]! < this.gateThreshold) {
      decoder.takeNothing();
      return;
    }
    const { entries, joint, memo, packed, scores, window } = this;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let view = 0; view < VIEWS; view++) {
      const entry = entries[(token + REACH - view) & RING_MASK]!;
      const from = entry + SUMS_AT + view * LANES;
      s0 += memo[from]!;
      s1 += memo[from + 1]!;
      s2 += memo[from + 2]!;
      s3 += memo[from + 3]!;
      const to = (VIEWS - 1 - view) * WINDOW_STEP;
      for (let index = 0; index < WINDOW_STEP; index++) window[to + index] = memo[entry + WINDOW_AT + index]!;
    }
    const glue = this.glued[slot]! * 2 + (remaining > 0 ? this.glued[(token + 1) & RING_MASK]! : 0);
    jointRows(
      window,
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
      const at = joint[index]! * ROW_INTS;
      const first = packed[at]!;
      const second = packed[at + 1]!;
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
    decoder.take(scores, this.starts[slot]!, this.ends[slot]!);
  }

  /** Where the memo holds the scanner's word; works it out when it does not. */
  private entryOf(scanner: TokenScanner, text: string): number {
    const { memo } = this;
    const { hash, key, kind } = scanner;
    const first = (Math.imul(hash ^ Math.imul(key, KEY_SPREAD), HASH_SPREAD) >>> PLACE_SHIFT) << (ENTRY_BITS + 1);
    if (memo[first + KEY_AT] === key && memo[first] === hash && memo[first + KIND_AT] === kind) return first;
    const second = first + ENTRY_INTS;
    if (memo[second + KEY_AT] === key && memo[second] === hash && memo[second + KIND_AT] === kind) return second;
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
    if (this.isAtHand(first)) {
      const spare = SPARE_ENTRIES + (this.taken & RING_MASK) * ENTRY_INTS;
      this.remember(word, spare);
      return spare;
    }
    memo.copyWithin(second, first, second);
    this.remember(word, first);
    memo[first] = hash;
    memo[first + KEY_AT] = key;
    memo[first + KIND_AT] = kind;
    return first;
  }

  /** Whether one of the two entries at a place belongs to a token that is not scored yet, or to a neighbour of one. */
  private isAtHand(place: number): boolean {
    for (let back = 1; back < VIEWS; back++) {
      if (this.entries[(this.taken - back) & RING_MASK]! >>> (ENTRY_BITS + 1) === place >>> (ENTRY_BITS + 1))
        return true;
    }
    return false;
  }

  /** Writes what a word adds for each token that sees it, the furthest on the left first. */
  private remember(word: WordFacts, entry: number): void {
    const { gateRows, gateShift, memo, packed, scratch } = this;
    for (let distance = REACH; distance >= -REACH; distance--) {
      const count = localRows(word, distance, this.shift, scratch, 0);
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let gate = 0;
      for (let index = 0; index < count; index++) {
        const row = scratch[index]!;
        const first = packed[row * ROW_INTS]!;
        const second = packed[row * ROW_INTS + 1]!;
        s0 += first & EVEN_BYTES;
        s1 += (first >>> 8) & EVEN_BYTES;
        s2 += second & EVEN_BYTES;
        s3 += (second >>> 8) & EVEN_BYTES;
        gate += gateRows[row >>> gateShift]!;
      }
      const view = REACH - distance;
      memo[entry + GATES_AT + view] = gate;
      const at = entry + SUMS_AT + view * LANES;
      memo[at] = s0;
      memo[at + 1] = s1;
      memo[at + 2] = s2;
      memo[at + 3] = s3;
    }
    writeWindow(word.hash, word.class, memo, entry + WINDOW_AT);
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
