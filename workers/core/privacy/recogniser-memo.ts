import type { Lexicon } from "./lexicon.ts";
import { EDGE, localRows, LOCAL_ROWS_MAX, REACH, WINDOW_STEP, wordClass, writeWindow } from "./recogniser-features.ts";
import type { WordFacts } from "./recogniser-features.ts";
import { LABELS } from "./recogniser-model.ts";
import type { Weights } from "./recogniser-model.ts";
import { foldWord, RUN_TOKENS, WORD } from "./tokens.ts";
import type { TokenRun } from "./tokens.ts";

/**
 * What words lately seen add to the tokens around them, by a hash of how they are written. There are two memos: of what
 * a word adds to the gate, which is asked for every token, small so that the words of everyday stay near the processor;
 * and of the summed weights, which are asked for around the few tokens that pass the gate. What is in them never changes
 * a result.
 */

/**
 * A row is eight signed bytes, read as two integers and summed in four: each holds the sums of two labels, of bytes made
 * positive by adding 128, which is to turn their highest bit over, in 16 bits each.
 */
export const ROW_INTS = LABELS / 4;
export const LANES = LABELS / 2;
export const EVEN_BYTES = 0x00ff00ff;
export const SIGNS = 0x80808080 | 0;
/** The tokens that see a word, from two to its left to two to its right. */
export const VIEWS = 2 * REACH + 1;

/** An entry of either memo begins with the word's hash, key and kind. Two entries share a place, the newer one first. */
const KEY_AT = 1;
const KIND_AT = 2;
/** An entry of the gate's memo goes on with what the word adds to the gate's sum of each token that sees it. */
const GATE_INTS = 8;
const GATES_AT = 3;
const GATE_BITS = 14;
/** One of the other memo with the word's numbers for the joint features, and the summed weights for each view. */
const SUM_INTS = 32;
export const WINDOW_AT = 4;
export const SUMS_AT = WINDOW_AT + WINDOW_STEP;
const SUM_BITS = 13;

/** Odd multipliers by which hash and key choose a place; the keys of symbols are their hashes, so these must differ. */
const HASH_SPREAD = 0x2c1b3c6d;
const KEY_SPREAD = 0x9e3779b1;

function spread(hash: number, key: number): number {
  return Math.imul(hash ^ Math.imul(key, KEY_SPREAD), HASH_SPREAD);
}

/** The rows of signed bytes as integers, two a row, without a copy. */
export function rowInts(rows: Int8Array): Int32Array {
  return new Int32Array(rows.buffer, rows.byteOffset, rows.length / 4);
}

export class WordMemo {
  /** What the edge of a line adds to the gate, by view. */
  readonly edgeGates = new Int32Array(VIEWS);
  /** Behind the places: the entry of the edge of a line, and one for each word that must not displace a neighbour. */
  readonly sums = new Int32Array((SUM_INTS << (SUM_BITS + 1)) + (1 + VIEWS) * SUM_INTS);
  /** Where `collect` has found the tokens at -2, -1, 0, 1 and 2. */
  readonly around = new Int32Array(VIEWS);
  private readonly edge = SUM_INTS << (SUM_BITS + 1);
  private readonly gates = new Int32Array(GATE_INTS << (GATE_BITS + 1));
  /** Where the tokens of a run have their entries in `gates`. */
  private readonly places = new Int32Array(RUN_TOKENS + 1);
  private readonly scratch = new Int32Array(LOCAL_ROWS_MAX);
  private readonly lexicon: Lexicon;
  private readonly rows: Int32Array;
  private readonly shift: number;
  private readonly gateRows: Int8Array;
  private readonly gateShift: number;

  constructor(weights: Weights, lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.rows = rowInts(weights.rows);
    this.shift = 32 - weights.rowBits;
    this.gateRows = weights.gate.rows;
    this.gateShift = 32 - weights.gate.bits;
    this.writeGates(EDGE, this.edgeGates, 0);
    this.writeSums(EDGE, this.edge);
  }

  /**
   * Adds what the tokens of a run from `from` on have for the gate to the sums of all the tokens that see them. `out`
   * holds the sum of token i at `i + REACH`; the sum two behind the last token is begun anew by each.
   */
  addGates(run: TokenRun, from: number, text: string, out: Int32Array): void {
    const { gates, places } = this;
    const { count, hashes, keys, looks } = run;
    // The entries lie far apart: asked for in one go, they come together.
    let touched = 0;
    for (let index = from; index < count; index++) {
      const place = (spread(hashes[index]!, keys[index]!) >>> (32 - GATE_BITS)) * (2 * GATE_INTS);
      places[index] = place;
      touched |= gates[place]!;
    }
    places[count] = touched;
    for (let index = from; index < count; index++) {
      const hash = hashes[index]!;
      const key = keys[index]!;
      const kind = looks[index]! & 7;
      let entry = places[index]!;
      if (gates[entry] !== hash || gates[entry + KEY_AT] !== key || gates[entry + KIND_AT] !== kind) {
        const second = entry + GATE_INTS;
        if (gates[second] === hash && gates[second + KEY_AT] === key && gates[second + KIND_AT] === kind)
          entry = second;
        else {
          gates.copyWithin(second, entry, second);
          gates[entry] = hash;
          gates[entry + KEY_AT] = key;
          gates[entry + KIND_AT] = kind;
          this.writeGates(this.factsOf(run, index, text), gates, entry + GATES_AT);
        }
      }
      out[index]! += gates[entry + GATES_AT]!;
      out[index + 1]! += gates[entry + GATES_AT + 1]!;
      out[index + 2]! += gates[entry + GATES_AT + 2]!;
      out[index + 3]! += gates[entry + GATES_AT + 3]!;
      out[index + 4] = gates[entry + GATES_AT + 4]!;
    }
  }

  /**
   * Finds where `sums` holds the tokens around one of them, into `around`; works out what it does not hold. Tokens of
   * the line that are missing before or behind the run are its edge.
   */
  collect(run: TokenRun, index: number, text: string): void {
    const { around, edge } = this;
    for (let place = 0; place < VIEWS; place++) {
      const other = index - REACH + place;
      around[place] = other < 0 || other >= run.count ? edge : this.entryOf(run, other, text, place);
    }
  }

  private entryOf(run: TokenRun, index: number, text: string, place: number): number {
    const { sums } = this;
    const hash = run.hashes[index]!;
    const key = run.keys[index]!;
    const kind = run.kindOf(index);
    const first = (spread(hash, key) >>> (32 - SUM_BITS)) * (2 * SUM_INTS);
    if (sums[first] === hash && sums[first + KEY_AT] === key && sums[first + KIND_AT] === kind) return first;
    const second = first + SUM_INTS;
    if (sums[second] === hash && sums[second + KEY_AT] === key && sums[second + KIND_AT] === kind) return second;
    return this.remember(this.factsOf(run, index, text), key, first, place);
  }

  /** Enters a word at its place, unless an entry there has just been found for a neighbour: that must stay. */
  private remember(word: WordFacts, key: number, first: number, place: number): number {
    const { around, edge, sums } = this;
    const second = first + SUM_INTS;
    for (let other = 0; other < place; other++) {
      if (around[other] === first || around[other] === second) {
        const spare = edge + (place + 1) * SUM_INTS;
        this.writeSums(word, spare);
        return spare;
      }
    }
    sums.copyWithin(second, first, second);
    sums[first] = word.hash;
    sums[first + KEY_AT] = key;
    sums[first + KIND_AT] = word.kind;
    this.writeSums(word, first);
    return first;
  }

  private factsOf(run: TokenRun, index: number, text: string): WordFacts {
    const hash = run.hashes[index]!;
    const kind = run.kindOf(index);
    const wordCase = run.caseOf(index);
    const isWord = kind === WORD;
    const flags = isWord ? this.lexicon.flags(hash) : 0;
    return {
      kind,
      hash,
      case: wordCase,
      flags,
      class: wordClass(kind, wordCase, flags, hash),
      folded: isWord ? foldWord(text.slice(run.starts[index], run.ends[index])) : "",
    };
  }

  /** Writes what a word adds to the gate of each token that sees it, the furthest on the left first. */
  private writeGates(word: WordFacts, out: Int32Array, at: number): void {
    const { gateRows, scratch } = this;
    for (let view = 0; view < VIEWS; view++) {
      const count = localRows(word, REACH - view, this.gateShift, scratch, 0);
      let sum = 0;
      for (let index = 0; index < count; index++) sum += gateRows[scratch[index]!]!;
      out[at + view] = sum;
    }
  }

  /** The same for the summed weights, and the word's numbers for the joint features. */
  private writeSums(word: WordFacts, entry: number): void {
    const { rows, scratch, sums } = this;
    for (let view = 0; view < VIEWS; view++) {
      const count = localRows(word, REACH - view, this.shift, scratch, 0);
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let index = 0; index < count; index++) {
        const at = scratch[index]! * ROW_INTS;
        const first = rows[at]! ^ SIGNS;
        const second = rows[at + 1]! ^ SIGNS;
        s0 += first & EVEN_BYTES;
        s1 += (first >>> 8) & EVEN_BYTES;
        s2 += second & EVEN_BYTES;
        s3 += (second >>> 8) & EVEN_BYTES;
      }
      const at = entry + SUMS_AT + view * LANES;
      sums[at] = s0;
      sums[at + 1] = s1;
      sums[at + 2] = s2;
      sums[at + 3] = s3;
    }
    writeWindow(word.hash, word.class, sums, entry + WINDOW_AT);
  }
}
