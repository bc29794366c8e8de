/**
 * The tokeniser under the name recogniser: words, digit runs, single symbols and line breaks, in one pass over UTF-16
 * with a constant amount of state. It never looks back, never throws, and gives the same tokens for any text whatever
 * came before it on another line.
 */

/** A run of letters (combining marks and zero-width characters inside it belong to it and do not change its hash). */
export const WORD = 1;
/** A run of digits. */
export const NUMBER = 2;
/** A symbol; a run of the same symbol is one token, and so is a run of surrogates (emoji). */
export const SYMBOL = 3;
/** The end of a line. */
export const BREAK = 4;

/** How a word is written. */
export const NO_CASE = 0;
export const LOWER = 1;
export const TITLE = 2;
export const UPPER = 3;
export const ONE_UPPER = 4;
export const MIXED = 5;

const LETTER = 1;
const CAPITAL = 2;
const DIGIT = 4;
const SPACE = 8;
const NEWLINE = 16;
const IGNORABLE = 32;
const SURROGATE = 64;

/** Folding of symbols that are written in several ways. */
const SYMBOL_FOLDS: readonly (readonly [string, string])[] = [
  ["\u2018\u2019\u02bc\u00b4`", "'"],
  ["\u201c\u201d\u201e\u00ab\u00bb", '"'],
  ["\u2010\u2011\u2012\u2013\u2014\u2212", "-"],
];

/** [first, last] code units that are letters without an ASCII base letter. */
const LETTER_RANGES: readonly (readonly [number, number])[] = [
  [0x0370, 0x1fff],
  [0x2c00, 0x2dff],
  [0x3040, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfe70, 0xfefc],
  [0xff66, 0xffdc],
];
const SPACES: readonly number[] = [0x00, 0x09, 0x0b, 0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000];
const NEWLINES: readonly number[] = [0x0a, 0x0c, 0x0d, 0x85, 0x2028, 0x2029];
const IGNORABLES: readonly number[] = [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff];

const kinds = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);

function fillTables(): void {
  for (let code = 0; code < 0x10000; code++) folds[code] = code;
  for (const [first, last] of LETTER_RANGES) kinds.fill(LETTER, first, last + 1);
  for (const [first, last] of [
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xaa, 0xaa],
    [0xba, 0xba],
    [0xc0, 0x24f],
    [0x370, 0x58f],
    [0x1e00, 0x1eff],
  ] as const) {
    for (let code = first; code <= last; code++) {
      const char = String.fromCharCode(code);
      const lower = char.toLowerCase();
      const upper = char.toUpperCase();
      if (lower === upper && code >= 0x370) continue;
      kinds[code] = lower === upper && code < 0x100 && code !== 0xaa && code !== 0xba ? 0 : LETTER;
      if (lower !== char && lower.length === 1) kinds[code] = LETTER | CAPITAL;
      folds[code] = lower.normalize("NFD").charCodeAt(0);
    }
  }
  folds[0xdf] = 0x73;
  kinds[0xdf] = LETTER;
  for (let digit = 0; digit < 10; digit++) {
    kinds[0x30 + digit] = DIGIT;
    kinds[0xff10 + digit] = DIGIT;
  }
  for (let letter = 0; letter < 26; letter++) {
    kinds[0xff21 + letter] = LETTER | CAPITAL;
    kinds[0xff41 + letter] = LETTER;
    folds[0xff21 + letter] = 0x61 + letter;
    folds[0xff41 + letter] = 0x61 + letter;
  }
  kinds.fill(SURROGATE, 0xd800, 0xe000);
  kinds.fill(IGNORABLE, 0x300, 0x370);
  kinds.fill(SPACE, 0x2000, 0x200b);
  for (const code of SPACES) kinds[code] = SPACE;
  for (const code of NEWLINES) kinds[code] = NEWLINE;
  for (const code of IGNORABLES) kinds[code] = IGNORABLE;
  for (const [variants, base] of SYMBOL_FOLDS) {
    for (let i = 0; i < variants.length; i++) folds[variants.charCodeAt(i)] = base.charCodeAt(0);
  }
}
fillTables();

const HASH_START = 0x811c9dc5 | 0;
const HASH_STEP = 0x01000193;
const KEY_STEP = 0x5bd1e995;

/** The hash of a word in any case and with or without accents, as `TokenScanner.hash` gives it. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (kinds[code] === IGNORABLE) continue;
    hash = Math.imul(hash ^ folds[code]!, HASH_STEP);
  }
  return hash;
}

/** The word in lower case without accents, as the hash sees it. */
export function foldWord(word: string): string {
  let folded = "";
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (kinds[code] !== IGNORABLE) folded += String.fromCharCode(folds[code]!);
  }
  return folded;
}

/**
 * Walks a text token by token: `next()` fills the fields and says whether there was a token. Offsets are UTF-16 code
 * units, half open.
 */
export class TokenScanner {
  kind = 0;
  start = 0;
  end = 0;
  /** Folded: the same for `José`, `jose` and `JOSÉ`. Digit runs of one length share a hash. */
  hash = 0;
  /** Unfolded: together with `hash` it identifies the token as written. */
  key = 0;
  /** One of the case constants. */
  case = NO_CASE;
  /** Whether no white space lies between this token and the one before. */
  glued = false;
  /** Code units looked at so far: a measure of the work done. */
  steps = 0;
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  next(): boolean {
    const text = this.text;
    const length = text.length;
    let at = this.at;
    let kind = 0;
    let code = 0;
    const from = at;
    while (at < length) {
      code = text.charCodeAt(at);
      kind = kinds[code]!;
      if (kind !== SPACE && kind !== IGNORABLE) break;
      at++;
    }
    this.steps += at - from + 1;
    if (at >= length) {
      this.at = at;
      return false;
    }
    this.glued = at === from && at > 0 && this.kind !== BREAK;
    this.start = at;
    if ((kind & LETTER) !== 0) this.readWord(at, code);
    else if (kind === DIGIT) this.readNumber(at);
    else if (kind === NEWLINE) this.readBreak(at);
    else this.readSymbol(at, code, kind);
    this.at = this.end;
    return true;
  }

  private readWord(from: number, first: number): void {
    const text = this.text;
    const length = text.length;
    let at = from;
    let hash = HASH_START;
    let key = 0;
    let letters = 0;
    let capitals = 0;
    while (at < length) {
      const code = text.charCodeAt(at);
      const kind = kinds[code]!;
      if ((kind & LETTER) !== 0) {
        hash = Math.imul(hash ^ folds[code]!, HASH_STEP);
        letters++;
        capitals += (kind & CAPITAL) >> 1;
      } else if (kind !== IGNORABLE) break;
      key = Math.imul(key ^ code, KEY_STEP) + 1;
      key ^= key >>> 15;
      at++;
    }
    this.kind = WORD;
    this.end = at;
    this.steps += at - from + 1;
    this.hash = hash;
    this.key = key;
    const firstCapital = (kinds[first]! & CAPITAL) !== 0;
    if (capitals === 0) this.case = LOWER;
    else if (capitals === letters) this.case = letters === 1 ? ONE_UPPER : UPPER;
    else this.case = firstCapital && capitals === 1 ? TITLE : MIXED;
  }

  private readNumber(from: number): void {
    let at = from + 1;
    while (at < this.text.length && kinds[this.text.charCodeAt(at)] === DIGIT) at++;
    const size = Math.min(at - from, 24);
    this.kind = NUMBER;
    this.end = at;
    this.steps += at - from + 1;
    this.hash = Math.imul(HASH_START ^ size, HASH_STEP);
    this.key = size;
    this.case = NO_CASE;
  }

  private readBreak(from: number): void {
    let at = from + 1;
    while (at < this.text.length && kinds[this.text.charCodeAt(at)] === NEWLINE) at++;
    this.kind = BREAK;
    this.end = at;
    this.steps += at - from + 1;
    this.hash = 0;
    this.key = 0;
    this.case = NO_CASE;
  }

  private readSymbol(from: number, code: number, kind: number): void {
    const text = this.text;
    let at = from + 1;
    if (kind === SURROGATE) {
      while (at < text.length && kinds[text.charCodeAt(at)] === SURROGATE) at++;
      this.hash = 0xd83d;
    } else {
      while (at < text.length && text.charCodeAt(at) === code) at++;
      this.hash = folds[code]!;
    }
    this.kind = SYMBOL;
    this.end = at;
    this.steps += at - from + 1;
    this.key = 0x10000 + this.hash;
    this.case = NO_CASE;
  }
}
