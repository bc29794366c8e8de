import { readLexicon } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { JOINT_ROWS, jointRows, LineTracker, localRows, LOCAL_ROWS_MAX, REACH } from "./recogniser-features.ts";
import { EDGE, wordClass } from "./recogniser-features.ts";
import type { LineState, WordFacts } from "./recogniser-features.ts";
import { LABELS, readWeights } from "./recogniser-model.ts";
import type { Weights } from "./recogniser-model.ts";
import { SpanBuilder } from "./recogniser-spans.ts";
import { BREAK, foldWord, TokenScanner, WORD } from "./tokens.ts";
import type { NameRecogniser, RecognisedSpan } from "./types.ts";

/**
 * Finds names of people, places and organisations: a linear-chain CRF decoded from left to right with a fixed lag of
 * three tokens. A token's marginals depend on what precedes it on its line and on at most three tokens after it, so
 * the same text gives the same spans whatever it is part of, and memory does not grow with the text.
 */

const DISTANCES = 2 * REACH + 1;
/** Two labels share one 32-bit integer, so a row is four. */
const LANES = LABELS / 2;
const SLOT_INTS = DISTANCES * LANES;
const CACHE_BITS = 15;
/**
 * Most tokens are nothing beyond doubt: when the token before is nothing for certain, and the local features alone put
 * nothing this many nats ahead of every beginning of a name, the joint features are not looked up.
 */
const BEYOND_DOUBT_NATS = 4;
/** The token before is nothing for certain above this probability. */
const CERTAIN = 0.99;
/** Exponentials are read from a table, by the difference to the best label in units of the weights. */
const EXP_STEPS = 2048;

interface Slot extends WordFacts {
  key: number;
  /** The summed local weights for each distance. */
  sums: Int32Array;
}

function packRows(rows: Int8Array): Int32Array {
  const packed = new Int32Array(rows.length / 2);
  for (let index = 0; index < packed.length; index++) {
    packed[index] = (rows[index * 2]! << 16) + rows[index * 2 + 1]!;
  }
  return packed;
}

class Tagger implements NameRecogniser {
  private readonly packed: Int32Array;
  private readonly shift: number;
  private readonly lexicon: Lexicon;
  private readonly cache: (Slot | undefined)[] = Array.from({ length: 1 << CACHE_BITS }, () => undefined);
  private readonly exponentials = new Float64Array(EXP_STEPS + 1);
  private readonly transitions = new Float64Array(LABELS * LABELS);
  private readonly doubtless: number;
  private readonly edge: Slot;
  private readonly scratch = new Int32Array(LOCAL_ROWS_MAX + JOINT_ROWS);

  constructor(weights: Weights, lexicon: Lexicon) {
    this.packed = packRows(weights.rows);
    this.shift = 32 - weights.rowBits;
    this.lexicon = lexicon;
    const step = weights.scale / weights.temperature;
    for (let index = 0; index < EXP_STEPS; index++) this.exponentials[index] = Math.exp(-index * step);
    for (let index = 0; index < this.transitions.length; index++) {
      this.transitions[index] = Math.exp(weights.transitions[index]! / weights.temperature);
    }
    this.doubtless = Math.ceil(BEYOND_DOUBT_NATS / weights.scale);
    this.edge = this.fillSlot(EDGE, 0);
  }

  private fillSlot(word: WordFacts, key: number): Slot {
    const sums = new Int32Array(SLOT_INTS);
    const { packed, scratch } = this;
    for (let distance = -REACH; distance <= REACH; distance++) {
      const count = localRows(word, distance, this.shift, scratch, 0);
      const lane = (distance + REACH) * LANES;
      for (let index = 0; index < count; index++) {
        const row = scratch[index]! * LANES;
        for (let part = 0; part < LANES; part++) sums[lane + part]! += packed[row + part]!;
      }
    }
    return { ...word, key, sums };
  }

  private slotOf(scanner: TokenScanner, text: string): Slot {
    const { hash, key } = scanner;
    const place = (hash ^ (hash >>> 15) ^ key) & ((1 << CACHE_BITS) - 1);
    const cached = this.cache[place];
    if (cached !== undefined && cached.key === key && cached.hash === hash && cached.kind === scanner.kind) {
      return cached;
    }
    const kind = scanner.kind;
    const isWord = kind === WORD;
    const flags = isWord ? this.lexicon.flags(hash) : 0;
    const slot = this.fillSlot(
      {
        kind,
        hash,
        case: scanner.case,
        flags,
        class: wordClass(kind, scanner.case, flags, hash),
        folded: isWord ? foldWord(text.slice(scanner.start, scanner.end)) : "",
      },
      key,
    );
    this.cache[place] = slot;
    return slot;
  }

  recognise(text: string): RecognisedSpan[] {
    const scanner = new TokenScanner(text);
    const run = new LineRun(
      this.packed,
      this.shift,
      this.exponentials,
      this.transitions,
      this.edge,
      this.doubtless,
      text,
    );
    while (scanner.next()) {
      if (scanner.kind === BREAK) run.finishLine();
      else run.take(this.slotOf(scanner, text), scanner.start, scanner.end, scanner.glued);
    }
    run.finishLine();
    return run.spans.finish();
  }
}

/** The scores of a token that is nothing. */
const NOTHING = Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0);

function emptyState(): LineState {
  return { position: 0, label: 0, style: 0, gluedLeft: false, gluedRight: false };
}

/** The state of one pass over a text: a window of five tokens, the forward vector, the pending token. */
class LineRun {
  readonly spans: SpanBuilder;
  private readonly packed: Int32Array;
  private readonly shift: number;
  private readonly exponentials: Float64Array;
  private readonly transitions: Float64Array;
  private readonly edge: Slot;
  private readonly doubtless: number;
  private readonly tracker = new LineTracker();
  private readonly rows = new Int32Array(JOINT_ROWS);
  private readonly scores = new Float64Array(LABELS);
  private readonly next = new Float64Array(LABELS);
  private readonly marginals = new Float64Array(LABELS);
  private forward = new Float64Array(LABELS);
  private spare = new Float64Array(LABELS);
  private slots: [Slot, Slot, Slot, Slot, Slot];
  /** State, start and end of the tokens at the window's three right places. */
  private states: [LineState, LineState, LineState] = [emptyState(), emptyState(), emptyState()];
  private starts = [0, 0, 0];
  private ends = [0, 0, 0];
  private taken = 0;
  private pending = false;
  private pendingStart = 0;
  private pendingEnd = 0;

  constructor(
    packed: Int32Array,
    shift: number,
    exponentials: Float64Array,
    transitions: Float64Array,
    edge: Slot,
    doubtless: number,
    text: string,
  ) {
    this.packed = packed;
    this.shift = shift;
    this.exponentials = exponentials;
    this.transitions = transitions;
    this.edge = edge;
    this.doubtless = doubtless;
    this.slots = [edge, edge, edge, edge, edge];
    this.spans = new SpanBuilder(text);
    this.forward[0] = 1;
  }

  take(slot: Slot, start: number, end: number, glued: boolean): void {
    const recycled = this.push(slot, start, end);
    this.tracker.follow(slot.kind, slot.hash, slot.case, recycled);
    recycled.gluedLeft = glued;
    recycled.gluedRight = false;
    this.states[1].gluedRight = glued;
    this.taken++;
    if (this.taken > REACH) this.score();
  }

  finishLine(): void {
    if (this.taken > 0) {
      for (let scored = this.taken - REACH; scored < this.taken; scored++) {
        this.push(this.edge, 0, 0);
        if (scored >= 0) this.score();
      }
      this.emit(undefined);
      this.spans.breakLine();
    }
    this.slots.fill(this.edge);
    this.tracker.reset();
    this.forward.fill(0);
    this.forward[0] = 1;
    this.taken = 0;
    this.pending = false;
  }

  private push(slot: Slot, start: number, end: number): LineState {
    const { slots, states, starts, ends } = this;
    slots[0] = slots[1];
    slots[1] = slots[2];
    slots[2] = slots[3];
    slots[3] = slots[4];
    slots[4] = slot;
    const recycled = states[0];
    states[0] = states[1];
    states[1] = states[2];
    states[2] = recycled;
    starts[0] = starts[1]!;
    starts[1] = starts[2]!;
    starts[2] = start;
    ends[0] = ends[1]!;
    ends[1] = ends[2]!;
    ends[2] = end;
    return recycled;
  }

  /** Scores the token in the middle of the window, settles the pending one, and makes it the pending one. */
  private score(): void {
    const { packed, rows, scores, exponentials } = this;
    const [before2, before, here, after, after2] = this.slots;
    let s0 = before2.sums[0]! + before.sums[4]! + here.sums[8]! + after.sums[12]! + after2.sums[16]!;
    let s1 = before2.sums[1]! + before.sums[5]! + here.sums[9]! + after.sums[13]! + after2.sums[17]!;
    let s2 = before2.sums[2]! + before.sums[6]! + here.sums[10]! + after.sums[14]! + after2.sums[18]!;
    let s3 = before2.sums[3]! + before.sums[7]! + here.sums[11]! + after.sums[15]! + after2.sums[19]!;
    if (this.forward[0]! > CERTAIN) {
      // Only beginnings can follow nothing: labels 1, 3, 5 and 7, the low halves of the lanes.
      const best = Math.max((s0 << 16) >> 16, (s1 << 16) >> 16, (s2 << 16) >> 16, (s3 << 16) >> 16);
      if (((s0 - ((s0 << 16) >> 16)) >> 16) - best >= this.doubtless) {
        this.settleNothing();
        return;
      }
    }
    jointRows(before2, before, here, after, after2, this.states[0], this.shift, rows, 0);
    for (let index = 0; index < JOINT_ROWS; index++) {
      const row = rows[index]! * LANES;
      s0 += packed[row]!;
      s1 += packed[row + 1]!;
      s2 += packed[row + 2]!;
      s3 += packed[row + 3]!;
    }
    unpack(s0, scores, 0);
    unpack(s1, scores, 2);
    unpack(s2, scores, 4);
    unpack(s3, scores, 6);
    let best = scores[0]!;
    for (let label = 1; label < LABELS; label++) if (scores[label]! > best) best = scores[label]!;
    for (let label = 0; label < LABELS; label++) {
      scores[label] = exponentials[Math.min(best - scores[label]!, EXP_STEPS)]!;
    }
    this.emit(scores);
    this.advance(scores);
    this.pending = true;
    this.pendingStart = this.starts[0]!;
    this.pendingEnd = this.ends[0]!;
  }

  /** Settles the pending token and makes the token in the middle, which is nothing, the pending one. */
  private settleNothing(): void {
    this.emit(NOTHING);
    this.forward.fill(0);
    this.forward[0] = 1;
    this.pending = true;
    this.pendingStart = this.starts[0]!;
    this.pendingEnd = this.ends[0]!;
  }

  /** Hands out the marginals of the pending token, given the scores of the token after it if there is one. */
  private emit(following: Float64Array | undefined): void {
    if (!this.pending) return;
    const { next, forward, marginals, transitions } = this;
    let total = 0;
    if (following === undefined) next.fill(1);
    else {
      for (let from = 0; from < LABELS; from++) {
        let sum = 0;
        const row = from * LABELS;
        for (let to = 0; to < LABELS; to++) sum += transitions[row + to]! * following[to]!;
        next[from] = sum;
      }
    }
    for (let label = 0; label < LABELS; label++) {
      marginals[label] = forward[label]! * next[label]!;
      total += marginals[label]!;
    }
    const scale = total > 0 ? 1 / total : 0;
    for (let label = 0; label < LABELS; label++) marginals[label]! *= scale;
    this.spans.take(marginals, this.pendingStart, this.pendingEnd);
  }

  private advance(scores: Float64Array): void {
    const { forward, spare, transitions } = this;
    let total = 0;
    for (let to = 0; to < LABELS; to++) {
      let sum = 0;
      for (let from = 0; from < LABELS; from++) sum += forward[from]! * transitions[from * LABELS + to]!;
      sum *= scores[to]!;
      spare[to] = sum;
      total += sum;
    }
    if (total > 0) for (let label = 0; label < LABELS; label++) spare[label]! /= total;
    else {
      spare.fill(0);
      spare[0] = 1;
    }
    this.forward = spare;
    this.spare = forward;
  }
}

function unpack(sum: number, out: Float64Array, at: number): void {
  const low = (sum << 16) >> 16;
  out[at] = (sum - low) >> 16;
  out[at + 1] = low;
}

/**
 * Builds the recogniser from the two files of `models/`. Throws `RangeError` when a file is damaged. Spans come back
 * in order, without overlaps, down to a probability of 0.03: policies choose their own threshold.
 */
export function createRecogniser(weights: ArrayBuffer, lexicon: ArrayBuffer): NameRecogniser {
  return new Tagger(readWeights(weights), readLexicon(lexicon));
}
