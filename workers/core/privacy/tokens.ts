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

/** [first, last] code units of alphabets whose letters have a case, an accent or a plain form. */
const CASED_RANGES: readonly (readonly [number, number])[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xba, 0xba],
  [0xc0, 0x24f],
  [0x370, 0x58f],
  [0x1e00, 0x1eff],
];

/** The kind of every code unit in the low byte, the folded code unit above it: a character costs one look. */
const characters = new Int32Array(0x10000);
const FOLD_SHIFT = 8;
const KIND_OF = 0xff;

function kindOf(code: number): number {
  return characters[code]! & KIND_OF;
}

function foldOf(code: number): number {
  return characters[code]! >>> FOLD_SHIFT;
}

function setKind(code: number, kind: number): void {
  characters[code] = (characters[code]! & ~KIND_OF) | kind;
}

function setFold(code: number, fold: number): void {
  characters[code] = (fold << FOLD_SHIFT) | kindOf(code);
}

function fillTable(): void {
  for (let code = 0; code < 0x10000; code++) characters[code] = code << FOLD_SHIFT;
  for (const [first, last] of LETTER_RANGES) for (let code = first; code <= last; code++) characters[code]! |= LETTER;
  for (const [first, last] of CASED_RANGES) {
    for (let code = first; code <= last; code++) {
      const char = String.fromCharCode(code);
      const lower = char.toLowerCase();
      const upper = char.toUpperCase();
      if (lower === upper && code >= 0x370) continue;
      setKind(code, lower === upper && code < 0x100 && code !== 0xaa && code !== 0xba ? 0 : LETTER);
      if (lower !== char && lower.length === 1) setKind(code, LETTER | CAPITAL);
      setFold(code, (code < 0x80 ? lower : lower.normalize("NFD")).charCodeAt(0));
    }
  }
  setFold(0xdf, 0x73);
  setKind(0xdf, LETTER);
  for (let digit = 0; digit < 10; digit++) {
    setKind(0x30 + digit, DIGIT);
    setKind(0xff10 + digit, DIGIT);
  }
  for (let letter = 0; letter < 26; letter++) {
    setKind(0xff21 + letter, LETTER | CAPITAL);
    setKind(0xff41 + letter, LETTER);
    setFold(0xff21 + letter, 0x61 + letter);
    setFold(0xff41 + letter, 0x61 + letter);
  }
  for (let code = 0xd800; code < 0xe000; code++) setKind(code, SURROGATE);
  for (let code = 0x300; code < 0x370; code++) setKind(code, IGNORABLE);
  for (let code = 0x2000; code < 0x200b; code++) setKind(code, SPACE);
  for (const code of SPACES) setKind(code, SPACE);
  for (const code of NEWLINES) setKind(code, NEWLINE);
  for (const code of IGNORABLES) setKind(code, IGNORABLE);
  for (const [variants, base] of SYMBOL_FOLDS)
    for (let i = 0; i < variants.length; i++) setFold(variants.charCodeAt(i), base.charCodeAt(0));
}
fillTable();

const HASH_START = 0x811c9dc5 | 0;
const HASH_STEP = 0x01000193;
const KEY_STEP = 0x5bd1e995;

/** The hash of a word in any case and with or without accents, as `TokenScanner.hash` gives it. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (kindOf(code) === IGNORABLE) continue;
    hash = Math.imul(hash ^ foldOf(code), HASH_STEP);
  }
  return hash;
}

function isFolded(code: number): boolean {
  return foldOf(code) === code && kindOf(code) !== IGNORABLE;
}

/** The word in lower case without accents, as the hash sees it. */
export function foldWord(word: string): string {
  let plain = 0;
  while (plain < word.length && isFolded(word.charCodeAt(plain))) plain++;
  if (plain === word.length) return word;
  let folded = word.slice(0, plain);
  for (let i = plain; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (kindOf(code) !== IGNORABLE) folded += String.fromCharCode(foldOf(code));
  }
  return folded;
}

/** Tokens that are read at once: enough for most lines. */
export const RUN_TOKENS = 256;
const KIND_BITS = 7;
const CASE_SHIFT = 3;
const GLUED = 64;

/**
 * Tokens of one line, side by side in the order of the text, with room for `RUN_TOKENS`. Offsets are UTF-16 code units,
 * half open.
 */
export class TokenRun {
  count = 0;
  /** Whether what comes next begins a line. */
  atLineStart = true;
  /** Code units looked at so far: a measure of the work done. */
  steps = 0;
  readonly starts = new Int32Array(RUN_TOKENS);
  readonly ends = new Int32Array(RUN_TOKENS);
  /** Folded: the same for `José`, `jose` and `JOSÉ`. Digit runs of one length share a hash. */
  readonly hashes = new Int32Array(RUN_TOKENS);
  /** Unfolded: together with the hash it identifies the token as written. */
  readonly keys = new Int32Array(RUN_TOKENS);
  /** Kind, case and whether white space lies before the token, for the functions below. */
  readonly looks = new Uint8Array(RUN_TOKENS);

  begin(): void {
    this.count = 0;
    this.atLineStart = true;
    this.steps = 0;
  }

  kindOf(index: number): number {
    return this.looks[index]! & KIND_BITS;
  }

  /** One of the case constants. */
  caseOf(index: number): number {
    return (this.looks[index]! >> CASE_SHIFT) & KIND_BITS;
  }

  /** 1 when no white space lies between this token of the line and the one before, else 0. */
  gluedOf(index: number): number {
    return this.looks[index]! >> 6;
  }

  /** Keeps the last tokens only. */
  keepLast(count: number): void {
    const from = this.count - count;
    this.starts.copyWithin(0, from, this.count);
    this.ends.copyWithin(0, from, this.count);
    this.hashes.copyWithin(0, from, this.count);
    this.keys.copyWithin(0, from, this.count);
    this.looks.copyWithin(0, from, this.count);
    this.count = count;
  }

  /**
   * Reads on at `from` until the line ends (its `BREAK` is the last token), the text ends or there is no room left.
   * Returns the place where it stopped.
   */
  read(text: string, from: number): number {
    const { ends, hashes, keys, looks, starts } = this;
    const { length } = text;
    let { count } = this;
    let at = from;
    let glued = this.atLineStart ? 0 : GLUED;
    this.atLineStart = false;
    for (; count < RUN_TOKENS; count++) {
      let code = 0;
      let character = 0;
      for (; at < length; at++) {
        code = text.charCodeAt(at);
        character = characters[code]!;
        if ((character & (SPACE | IGNORABLE)) === 0) break;
        glued = 0;
      }
      if (at >= length) break;
      const start = at;
      starts[count] = start;
      if ((character & LETTER) !== 0) {
        let hash = HASH_START;
        let key = 0;
        let letters = 0;
        let capitals = 0;
        for (let next = character; ;) {
          if ((next & LETTER) !== 0) {
            hash = Math.imul(hash ^ (next >>> FOLD_SHIFT), HASH_STEP);
            letters++;
            capitals += (next & CAPITAL) >> 1;
          } else if ((next & KIND_OF) !== IGNORABLE) break;
          key = (Math.imul(key ^ code, KEY_STEP) + 1) | 0;
          key ^= key >>> 15;
          if (++at >= length) break;
          code = text.charCodeAt(at);
          next = characters[code]!;
        }
        hashes[count] = hash;
        keys[count] = key;
        looks[count] = WORD | (caseOfWord(letters, capitals, character & CAPITAL) << CASE_SHIFT) | glued;
      } else if ((character & DIGIT) !== 0) {
        do at++;
        while (at < length && kindOf(text.charCodeAt(at)) === DIGIT);
        const size = Math.min(at - start, 24);
        hashes[count] = Math.imul(HASH_START ^ size, HASH_STEP);
        keys[count] = size;
        looks[count] = NUMBER | glued;
      } else if ((character & NEWLINE) !== 0) {
        do at++;
        while (at < length && kindOf(text.charCodeAt(at)) === NEWLINE);
        hashes[count] = 0;
        keys[count] = 0;
        looks[count] = BREAK | glued;
        ends[count++] = at;
        this.atLineStart = true;
        break;
      } else {
        let hash = character >>> FOLD_SHIFT;
        at++;
        if ((character & SURROGATE) !== 0) {
          while (at < length && kindOf(text.charCodeAt(at)) === SURROGATE) at++;
          hash = 0xd83d;
        } else while (at < length && text.charCodeAt(at) === code) at++;
        hashes[count] = hash;
        keys[count] = 0x10000 + hash;
        looks[count] = SYMBOL | glued;
      }
      ends[count] = at;
      glued = GLUED;
    }
    this.steps += at - from + count - this.count;
    this.count = count;
    return at;
  }
}

function caseOfWord(letters: number, capitals: number, firstCapital: number): number {
  if (capitals === 0) return LOWER;
  if (capitals === letters) return letters === 1 ? ONE_UPPER : UPPER;
  return firstCapital !== 0 && capitals === 1 ? TITLE : MIXED;
}

/** Walks a text token by token: `next()` fills the fields and says whether there was a token. */
export class TokenScanner {
  kind = 0;
  start = 0;
  end = 0;
  hash = 0;
  key = 0;
  /** One of the case constants. */
  case = NO_CASE;
  /** Whether no white space lies between this token and the one before. */
  glued = false;
  private readonly run = new TokenRun();
  private at = 0;
  private index = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Code units looked at so far: a measure of the work done. */
  get steps(): number {
    return this.run.steps;
  }

  next(): boolean {
    const { run } = this;
    if (this.index === run.count) {
      run.count = 0;
      this.index = 0;
      this.at = run.read(this.text, this.at);
      if (run.count === 0) return false;
    }
    const index = this.index++;
    this.kind = run.kindOf(index);
    this.start = run.starts[index]!;
    this.end = run.ends[index]!;
    this.hash = run.hashes[index]!;
    this.key = run.keys[index]!;
    this.case = run.caseOf(index);
    this.glued = run.gluedOf(index) === 1;
    return true;
  }
}
