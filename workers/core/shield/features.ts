import { CONCEPTS, conceptsOf } from "./concepts.ts";
import type { ShieldView } from "./view.ts";

/** A word of the view with its place there. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Consecutive words that are judged together. */
export interface Window {
  readonly words: readonly Word[];
  /** Whether the words stand between quotation marks. */
  readonly quoted: boolean;
  /** Place of the first word in the text. */
  readonly from: number;
  readonly reading: Reading;
}

/** What the features of every window of a text are put together from. */
export interface Reading {
  /** Features of each word alone. */
  readonly pieces: readonly (readonly number[])[];
  /** Of each word with the next, of their stems, and of the stems of this one and the one after the next. */
  readonly pairs: Uint32Array;
  /** Beginnings of the words. */
  readonly stems: readonly string[];
  /** For each word, hashes of the first and of the first two words of its sentence. */
  readonly openers: Int32Array;
  /** Occurrences of concepts, in the order of their places. */
  readonly concepts: readonly { row: number; at: number; length: number }[];
}

export const WINDOW_WORDS = 28;
export const WINDOW_STRIDE = 14;
/** Bits of the feature hash. */
export const FEATURE_BITS = 17;
/** Of a longer word, this much is read. */
const WORD_CHARS = 24;

const OTHER_LETTER = /[\p{L}\p{N}]/u;
const [NONE, LETTER, SIGN, DASH, SHARP, EQUALS, QUOTATION] = [0, 1, 2, 3, 4, 5, 6];
const CLASSES = new Uint8Array(128);
for (const [chars, kind] of [
  ["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", LETTER],
  ["<>{}[]|", SIGN],
  ["-", DASH],
  ["#", SHARP],
  ["=", EQUALS],
  ['"', QUOTATION],
] as const) {
  for (const char of chars) CLASSES[char.charCodeAt(0)] = kind;
}
/** How many of a kind make a word, and how many are taken at once. */
const LEAST = [0, 1, 1, 3, 2, 3, 3];
const MOST = [0, Infinity, 3, Infinity, Infinity, Infinity, 3];

/** Runs of letters, figures and `_`; brackets by up to three; `---`, `##`, `===` and longer; `"""`. */
export function wordsOfView(view: ShieldView): Word[] {
  const { text } = view;
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    const kind = kindAt(text, at);
    if (kind === NONE) {
      at += 1;
      continue;
    }
    const start = at;
    const most = MOST[kind]!;
    do at += widthAt(text, at);
    while (at < text.length && at - start < most && kindAt(text, at) === kind);
    if (at - start < LEAST[kind]!) continue;
    words.push({ text: text.slice(start, Math.min(at, start + WORD_CHARS)), start, end: at });
  }
  return words;
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return CLASSES[code]!;
  return OTHER_LETTER.test(String.fromCodePoint(text.codePointAt(at)!)) ? LETTER : NONE;
}

const QUOTE = /["“”«»]/u;

/** Windows over the words: all of them when they fit, else overlapping ones. */
export function windowsOf(view: ShieldView, words: readonly Word[]): Window[] {
  const windows: Window[] = [];
  if (words.length === 0) return windows;
  const reading = read(view.text, words);
  const quotes = QUOTE.test(view.text);
  for (let start = 0; start < words.length; start += WINDOW_STRIDE) {
    const part = words.slice(start, start + WINDOW_WORDS);
    const quoted = quotes && QUOTE.test(view.text.slice(part[0]!.start, part.at(-1)!.end + 1));
    windows.push({ words: part, quoted, from: start, reading });
    if (start + WINDOW_WORDS >= words.length) break;
  }
  return windows;
}

const MASK = (1 << FEATURE_BITS) - 1;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hash(kind: number, a: string, b: string): number {
  let value = Math.imul(FNV_OFFSET ^ kind, FNV_PRIME);
  for (let index = 0; index < a.length; index += 1) value = Math.imul(value ^ a.charCodeAt(index), FNV_PRIME);
  value = Math.imul(value ^ 31, FNV_PRIME);
  for (let index = 0; index < b.length; index += 1) value = Math.imul(value ^ b.charCodeAt(index), FNV_PRIME);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) & MASK;
}

const STEM = 5;
const PAIR_STEM = 4;
/** Letters of a piece of a word. */
const GRAM = 4;
const FIGURES = /^\d+$/u;

/** Hashed features of a window, each once: by its words, and by the concepts that its words belong to. */
export interface Features {
  readonly lexical: Uint32Array;
  readonly concepts: Uint32Array;
}

/** Words between two concepts that still keep company, and that are close. */
const COMPANY = 12;
const CLOSE = 3;

/** Features of single words: the same few thousand words are most of any text. */
const pieces = new Map<string, readonly number[]>();
const MOST_PIECES = 10_000;
/** A longer slice of a text would keep the whole text in memory. */
const KEPT_LENGTH = 12;

function piecesOf(word: string): readonly number[] {
  const known = pieces.get(word);
  if (known !== undefined) return known;
  const found = [hash(1, word, "")];
  if (word.length > STEM) {
    found.push(hash(2, word.slice(0, STEM), ""));
    for (let at = 1; at + GRAM <= word.length; at += 1) found.push(hash(6, word.slice(at, at + GRAM), ""));
  }
  if (pieces.size >= MOST_PIECES) pieces.clear();
  if (word.length <= KEPT_LENGTH) pieces.set(word, found);
  return found;
}

const STOPS = new Set([...".!?;:\n¿¡"].map((char) => char.charCodeAt(0)));
/** Characters after a word that are looked at for the end of a sentence. */
const STOP_REACH = 8;

/** Whether a sentence ends between two places of a text. */
function isStopped(text: string, from: number, to: number): boolean {
  if (to - from < 2) return false;
  for (let at = from; at < to && at < from + STOP_REACH; at += 1) if (STOPS.has(text.charCodeAt(at))) return true;
  return false;
}

/** Hashes of how the sentence of each word begins: its first word, and its first two. */
function openersOf(text: string, words: readonly Word[], stems: readonly string[]): Int32Array {
  const openers = new Int32Array(2 * words.length);
  let [first, second] = [0, 0];
  let last = 0;
  words.forEach(({ start, end }, index) => {
    if (index === 0 || isStopped(text, last, start)) {
      first = hash(16, stems[index]!, "");
      second = hash(17, stems[index]!, stems[index + 1] ?? "");
    }
    openers[2 * index] = first;
    openers[2 * index + 1] = second;
    last = end;
  });
  return openers;
}

/** Feature of a concept in a sentence that begins in some way. */
const openedBy = (opener: number, row: number): number => {
  const value = Math.imul(opener ^ Math.imul(row + 1, 0x9e3779b1), 0x2c1b3c6d);
  return (value ^ (value >>> 15)) & MASK;
};

function read(text: string, words: readonly Word[]): Reading {
  // Figures are one feature by their length.
  const texts = words.map(({ text }) => {
    const first = text.charCodeAt(0);
    return first >= 48 && first <= 57 && FIGURES.test(text) ? `#${text.length}` : text;
  });
  const stems = texts.map((word) => (word.length > PAIR_STEM ? word.slice(0, PAIR_STEM) : word));
  const pairs = new Uint32Array(3 * texts.length);
  for (let index = 0; index + 1 < texts.length; index += 1) {
    pairs[3 * index] = hash(3, texts[index]!, texts[index + 1]!);
    pairs[3 * index + 1] = hash(4, stems[index]!, stems[index + 1]!);
    if (index + 2 < texts.length) pairs[3 * index + 2] = hash(5, stems[index]!, stems[index + 2]!);
  }
  return {
    pieces: texts.map(piecesOf),
    pairs,
    stems,
    openers: openersOf(text, words, stems),
    concepts: conceptsOf(texts),
  };
}

const CONCEPT = CONCEPTS.map(([name]) => ({
  plain: hash(11, name, ""),
  inQuotes: hash(10, name, "quoted"),
  outside: hash(10, name, ""),
}));
/** Feature of a pair of concepts, in the order in which they stand. */
const pairsOf = (kind: number): Uint32Array =>
  Uint32Array.from(CONCEPTS.flatMap(([first]) => CONCEPTS.map(([second]) => hash(kind, first, second))));
const COMPANIONS = pairsOf(12);
const NEIGHBOURS = pairsOf(14);
const QUOTED = hash(13, "quoted", "");
const PLAIN = hash(13, "plain", "");

/** Which features the window at hand has: those marked with its number. Faster than a set. */
const marks = new Uint32Array(MASK + 1);
let mark = 0;
const found = new Uint32Array(MASK + 1);
let foundCount = 0;

function begin(): void {
  if (mark === 0xffffffff) {
    marks.fill(0);
    mark = 0;
  }
  mark += 1;
  foundCount = 0;
}

function add(feature: number): void {
  if (marks[feature] === mark) return;
  marks[feature] = mark;
  found[foundCount++] = feature;
}

/**
 * Lexical: words, word beginnings and pieces, neighbouring pairs, pairs with one word between, first word. Concepts: each, each
 * pair in its order when not far, once more when close, each with the first words of its sentence, and whether the window quotes.
 */
export function featuresOf({ from, quoted, reading, words }: Window): Features {
  const { openers, pairs, stems } = reading;
  const end = from + words.length;
  begin();
  for (let index = from; index < end; index += 1) {
    const own = reading.pieces[index]!;
    for (let place = 0; place < own.length; place += 1) add(own[place]!);
    if (index + 1 >= end) break;
    add(pairs[3 * index]!);
    add(pairs[3 * index + 1]!);
    if (index + 2 < end) add(pairs[3 * index + 2]!);
  }
  if (from < end) add(hash(7, stems[from]!, ""));
  const lexical = found.slice(0, foundCount);

  begin();
  const near = reading.concepts.filter(({ at, length }) => at >= from && at + length <= end);
  for (let index = 0; index < near.length; index += 1) {
    const a = near[index]!;
    const { inQuotes, outside, plain } = CONCEPT[a.row]!;
    add(quoted ? inQuotes : outside);
    add(plain);
    add(openedBy(openers[2 * a.at]!, a.row));
    add(openedBy(openers[2 * a.at + 1]!, a.row));
    for (let other = index + 1; other < near.length; other += 1) {
      const b = near[other]!;
      if (b.at - a.at > COMPANY) break;
      if (a.row === b.row) continue;
      const pair = a.row * CONCEPTS.length + b.row;
      add(COMPANIONS[pair]!);
      if (b.at - a.at <= CLOSE) add(NEIGHBOURS[pair]!);
    }
  }
  add(quoted ? QUOTED : PLAIN);
  return { lexical, concepts: found.slice(0, foundCount) };
}

/** What each feature of a kind weighs, so that long windows do not outshout short ones. */
export const lexicalValue = (features: Features): number => 1 / Math.sqrt(Math.max(8, features.lexical.length));
export const conceptValue = (features: Features): number => 1 / Math.sqrt(Math.max(6, features.concepts.length));
