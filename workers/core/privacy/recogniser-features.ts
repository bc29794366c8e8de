import * as lexicon from "./lexicon.ts";
import { MIXED, NUMBER, ONE_UPPER, SYMBOL, TITLE, UPPER, WORD } from "./tokens.ts";

/**
 * The features of the name recogniser, shared by training and recognition so that both see the same rows.
 *
 * A token's features are of two kinds. Local ones depend on one word and its distance (-2..2) from the token, so their
 * weights are summed once per word and cached. Joint ones depend on several words or on what came before on the line.
 * Nothing looks further ahead than two tokens.
 */

/** Changing any feature makes old weights meaningless: weights carry this number. */
export const FEATURE_REVISION = 1;

/** How far to the left and right words are looked at. */
export const REACH = 2;
/** Rows of the local features of one word at all five distances, at most. */
export const LOCAL_ROWS_MAX = 160;
export const JOINT_ROWS = 17;

/** What the features need to know of one token. */
export interface WordFacts {
  kind: number;
  hash: number;
  case: number;
  flags: number;
  /** Lexical class and case in one small number, for the joint features. */
  class: number;
  /** Folded letters, for prefixes and suffixes. */
  folded: string;
}

/** The facts of the place before the first and after the last token of a line. */
export const EDGE: WordFacts = { kind: 0, hash: 0x3c6ef372, case: 0, flags: 0, class: 7, folded: "" };

const CLASS_STEP = 8;

/** Cue flags that decide the lexical class alone, strongest first. */
const CUE_FLAGS: readonly number[] = [
  lexicon.TITLE_CUE,
  lexicon.STREET_CUE,
  lexicon.ORG_CUE,
  lexicon.CALENDAR,
  lexicon.FUNCTION_WORD,
  lexicon.ROLE_CUE,
];

function lexicalClass(flags: number): number {
  const name = (flags & (lexicon.FORENAME | lexicon.SURNAME)) !== 0;
  if (!name) {
    for (let index = 0; index < CUE_FLAGS.length; index++) {
      if ((flags & CUE_FLAGS[index]!) !== 0) return 100 + index;
    }
  }
  let forename = 0;
  if ((flags & lexicon.FORENAME) !== 0) forename = 2;
  else if ((flags & lexicon.FORENAME_RARE) !== 0) forename = 1;
  let surname = 0;
  if ((flags & lexicon.SURNAME) !== 0) surname = 2;
  else if ((flags & (lexicon.SURNAME_MID | lexicon.SURNAME_RARE)) !== 0) surname = 1;
  let place = 0;
  if ((flags & (lexicon.CITY | lexicon.REGION)) !== 0) place = 2;
  else if ((flags & lexicon.CITY_PART) !== 0) place = 1;
  const common = (flags & lexicon.COMMON) !== 0 ? 1 : 0;
  const brand = (flags & lexicon.BRAND) !== 0 ? 1 : 0;
  return forename + 3 * (surname + 3 * (Math.min(place, 2) + 3 * (common + 2 * brand)));
}

/** The class of a token for the joint features. */
export function wordClass(kind: number, wordCase: number, flags: number, hash: number): number {
  if (kind === WORD) return lexicalClass(flags) * CLASS_STEP + wordCase;
  if (kind === NUMBER) return 2000 + (hash & 7);
  if (kind === SYMBOL) return 2100 + (hash & 0x3fff);
  return EDGE.class;
}

function row(hash: number, template: number, shift: number): number {
  return spread(hash ^ Math.imul(template + 1, 0x9e3779b1), shift);
}

function spread(salted: number, shift: number): number {
  let mixed = Math.imul(salted, 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 13;
  return Math.imul(mixed, 0x27d4eb2f) >>> shift;
}

/** The two halves of `pair`, so that each can be worked out once per token. */
function left(a: number): number {
  return Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
}

function right(b: number): number {
  return Math.imul(b, 0x297a2d39);
}

function pair(a: number, b: number): number {
  return (left(a) + right(b)) | 0;
}

function partHash(folded: string, from: number, to: number): number {
  let hash = 0x1234567;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
  return hash;
}

function lengthBucket(length: number): number {
  if (length < 8) return length;
  return length < 12 ? 8 : 9;
}

/**
 * Writes the rows of a word's local features seen from `distance` (the word is at token + distance) into `out` from
 * `at`, and returns the next free place. `shift` is 32 minus the number of row bits.
 */
export function localRows(word: WordFacts, distance: number, shift: number, out: Int32Array, at: number): number {
  const base = (distance + REACH) * 64;
  const { hash, flags, folded } = word;
  const wordCase = word.case;
  const length = folded.length;
  out[at++] = row(hash, base, shift);
  out[at++] = row(word.class, base + 1, shift);
  if (word.kind === WORD) {
    out[at++] = row(flags, base + 2, shift);
    out[at++] = row(pair(flags, wordCase), base + 3, shift);
    if (distance >= -1 && distance <= 1) {
      out[at++] = row(pair(hash, wordCase), base + 4, shift);
      if (length > 3) out[at++] = row(partHash(folded, length - 3, length), base + 5, shift);
    }
  }
  if (distance !== 0) return at;
  out[at++] = row(pair(wordCase, word.kind), base + 8, shift);
  if (word.kind !== WORD) return at;
  out[at++] = row(pair(lengthBucket(length), wordCase), base + 9, shift);
  if (length > 2) {
    out[at++] = row(partHash(folded, 0, 2), base + 10, shift);
    out[at++] = row(partHash(folded, length - 2, length), base + 11, shift);
  }
  if (length > 3) {
    out[at++] = row(partHash(folded, 0, 3), base + 12, shift);
    out[at++] = row(pair(partHash(folded, length - 3, length), wordCase), base + 13, shift);
  }
  if (length > 4) {
    out[at++] = row(partHash(folded, 0, 4), base + 14, shift);
    out[at++] = row(partHash(folded, length - 4, length), base + 15, shift);
  }
  for (let bit = 0; bit < 16; bit++) {
    if (((flags >>> bit) & 1) !== 0) out[at++] = row(bit * 8 + wordCase, base + 16, shift);
  }
  return at;
}

/** Numbers that the joint features keep of each token of a window. */
export const WINDOW_STEP = 4;

/** Writes what the joint features need of one token. */
export function writeWindow(hash: number, wordClass: number, window: Int32Array, at: number): void {
  window[at] = left(hash);
  window[at + 1] = right(hash);
  window[at + 2] = left(wordClass);
  window[at + 3] = right(wordClass);
}

const JOINT_SALTS = Int32Array.from({ length: JOINT_ROWS }, (_, index) => Math.imul(401 + index, 0x9e3779b1));

/** A window holds the tokens at -2, -1, 0, 1 and 2. */
export const WINDOW_INTS = (2 * REACH + 1) * WINDOW_STEP;

/** `jointRowsAt` for the token in the middle of a window; the rows stand in `out` from `at`. */
export function jointRows(
  window: Int32Array,
  position: number,
  label: number,
  style: number,
  remaining: number,
  glue: number,
  shift: number,
  out: Int32Array,
  at: number,
): void {
  const rows = out.subarray(at, at + JOINT_ROWS);
  jointRowsAt(window, 0, 4, 8, 12, 16, position, label, style, remaining, glue, shift, rows);
}

/**
 * Writes the `JOINT_ROWS` rows of a token into `out`. The numbers that `writeWindow` wrote for the tokens at -2, -1, 0,
 * 1 and 2 stand in `words` at `before2`, `before`, `own`, `after` and `after2`. `position`, `label` and `style` are the
 * `LineTracker`'s; `remaining` counts the tokens after it on the line, at most 2; `glue` is 2 when no white space
 * separates it from the token before, plus 1 for the token after.
 */
export function jointRowsAt(
  words: Int32Array,
  before2: number,
  before: number,
  own: number,
  after: number,
  after2: number,
  position: number,
  label: number,
  style: number,
  remaining: number,
  glue: number,
  shift: number,
  out: Int32Array,
): void {
  const before2Hash = words[before2]!;
  const beforeHash = words[before]!;
  const beforeClass = words[before + 2]!;
  const ownHashRight = words[own + 1]!;
  const ownClassLeft = words[own + 2]!;
  const ownClass = words[own + 3]!;
  const afterHash = words[after + 1]!;
  const afterClass = words[after + 3]!;
  const beforeAndOwn = (beforeClass + ownClass) | 0;
  const ownAndAfter = (ownClassLeft + afterClass) | 0;
  out[0] = beforeHash + ownHashRight;
  out[1] = words[own]! + afterHash;
  out[2] = beforeHash + ownClass;
  out[3] = ownClassLeft + afterHash;
  out[4] = left((before2Hash + words[before + 1]!) | 0) + ownClass;
  out[5] = left((before2Hash + words[before + 3]!) | 0) + ownClass;
  out[6] = left(beforeAndOwn) + afterClass;
  out[7] = words[before2 + 2]! + right(beforeAndOwn);
  out[8] = left(ownAndAfter) + words[after2 + 3]!;
  out[9] = left((beforeHash + ownClass) | 0) + afterClass;
  out[10] = left(beforeAndOwn) + afterHash;
  out[11] = left(label) + ownClass;
  out[12] = left(style) + ownClass;
  out[13] = left(position * 3 + remaining) + ownClass;
  out[14] = left(glue) + ownClass;
  out[15] = left(style * 4 + position) + ownHashRight;
  out[16] = left((ownClassLeft + afterHash) | 0) + words[after2 + 1]!;
  for (let index = 0; index < JOINT_ROWS; index++) out[index] = spread(out[index]! ^ JOINT_SALTS[index]!, shift);
}

const COLON = 0x3a;
const LABEL_REACH = 8;

/**
 * Follows a line from left to right. The fields describe the line before the token that comes next.
 */
export class LineTracker {
  /** Tokens before, at most 3. */
  position = 0;
  /** The word before the last colon, 0 when there was none or it lies more than eight tokens back. */
  label = 0;
  /** 0: no word yet; 1: the line began in lower case; 2: with a capital; 3: all words so far are upper case. */
  style = 0;
  private sinceLabel = 0;
  private lastWord = 0;

  reset(): void {
    this.position = 0;
    this.label = 0;
    this.style = 0;
    this.sinceLabel = 0;
    this.lastWord = 0;
  }

  take(kind: number, hash: number, wordCase: number): void {
    if (this.position < 3) this.position++;
    if (++this.sinceLabel > LABEL_REACH) this.label = 0;
    if (kind === SYMBOL && hash === COLON && this.lastWord !== 0) {
      this.label = this.lastWord;
      this.sinceLabel = 0;
    }
    if (kind !== WORD) return;
    this.lastWord = hash;
    const capitals = wordCase === UPPER || wordCase === ONE_UPPER;
    if (this.style === 0) {
      if (capitals) this.style = 3;
      else this.style = wordCase === TITLE || wordCase === MIXED ? 2 : 1;
    } else if (this.style === 3 && !capitals) this.style = 2;
  }
}
