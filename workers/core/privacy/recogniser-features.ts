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
  let mixed = Math.imul(hash ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 13;
  return Math.imul(mixed, 0x27d4eb2f) >>> shift;
}

function pair(a: number, b: number): number {
  return (Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + Math.imul(b, 0x297a2d39)) | 0;
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

/** What the features remember of the line so far. */
export interface LineState {
  /** Tokens before this one, at most 3. */
  position: number;
  /** The word before the last colon on the line, 0 when there was none or it lies more than eight tokens back. */
  label: number;
  /** 0: no word yet; 1: the line began in lower case; 2: with a capital; 3: all words so far are upper case. */
  style: number;
  /** Whether no white space separates the token from its left and right neighbour. */
  gluedLeft: boolean;
  gluedRight: boolean;
}

/**
 * Writes the `JOINT_ROWS` rows of the token `here` with its neighbours and line state into `out` from `at`.
 */
export function jointRows(
  before2: WordFacts,
  before: WordFacts,
  here: WordFacts,
  after: WordFacts,
  after2: WordFacts,
  line: LineState,
  shift: number,
  out: Int32Array,
  at: number,
): number {
  const own = here.class;
  let remaining = 2;
  if (after.kind === 0) remaining = 0;
  else if (after2.kind === 0) remaining = 1;
  const base = 400;
  const beforeAndOwn = pair(before.class, own);
  const ownAndAfter = pair(own, after.class);
  out[at++] = row(pair(before.hash, here.hash), base, shift);
  out[at++] = row(pair(here.hash, after.hash), base + 1, shift);
  out[at++] = row(pair(before.hash, own), base + 2, shift);
  out[at++] = row(pair(own, after.hash), base + 3, shift);
  out[at++] = row(pair(pair(before2.hash, before.hash), own), base + 4, shift);
  out[at++] = row(pair(pair(before2.hash, before.class), own), base + 5, shift);
  out[at++] = row(pair(beforeAndOwn, after.class), base + 6, shift);
  out[at++] = row(pair(before2.class, beforeAndOwn), base + 7, shift);
  out[at++] = row(pair(ownAndAfter, after2.class), base + 8, shift);
  out[at++] = row(pair(pair(before.hash, own), after.class), base + 9, shift);
  out[at++] = row(pair(beforeAndOwn, after.hash), base + 10, shift);
  out[at++] = row(pair(line.label, own), base + 11, shift);
  out[at++] = row(pair(line.style, own), base + 12, shift);
  out[at++] = row(pair(line.position * 3 + remaining, own), base + 13, shift);
  out[at++] = row(pair((line.gluedLeft ? 2 : 0) + (line.gluedRight ? 1 : 0), own), base + 14, shift);
  out[at++] = row(pair(line.style * 4 + line.position, here.hash), base + 15, shift);
  out[at++] = row(pair(pair(own, after.hash), after2.hash), base + 16, shift);
  return at;
}

const COLON = 0x3a;
const LABEL_REACH = 8;

/** Follows a line from left to right and keeps its `LineState`. */
export class LineTracker {
  private tokens = 0;
  private label = 0;
  private labelAt = 0;
  private style = 0;
  private lastWord = 0;

  reset(): void {
    this.tokens = 0;
    this.label = 0;
    this.labelAt = 0;
    this.style = 0;
    this.lastWord = 0;
  }

  /** Fills `state` for the next token of the line, then takes the token in. */
  follow(kind: number, hash: number, wordCase: number, state: LineState): void {
    state.position = Math.min(this.tokens, 3);
    state.label = this.tokens - this.labelAt <= LABEL_REACH ? this.label : 0;
    state.style = this.style;
    this.tokens++;
    if (kind === SYMBOL && hash === COLON && this.lastWord !== 0) {
      this.label = this.lastWord;
      this.labelAt = this.tokens;
    }
    if (kind !== WORD) return;
    this.lastWord = hash;
    if (this.style === 0) {
      this.style = wordCase === TITLE || wordCase === MIXED ? 2 : 1;
      if (wordCase === UPPER || wordCase === ONE_UPPER) this.style = 3;
    } else if (this.style === 3 && wordCase !== UPPER && wordCase !== ONE_UPPER) this.style = 2;
  }
}
