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
}

export const WINDOW_WORDS = 28;
export const WINDOW_STRIDE = 14;
/** Bits of the feature hash. */
export const FEATURE_BITS = 16;

const WORD = /[\p{L}\p{N}_]+|[<>{}[\]|]{1,3}|-{3,}|#{2,}|={3,}|"""/gu;

export function wordsOfView(view: ShieldView): Word[] {
  const words: Word[] = [];
  for (const match of view.text.matchAll(WORD)) {
    words.push({ text: match[0].slice(0, 24), start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const QUOTE = /["“”«»]/u;

/** Windows over the words: all of them when they fit, else overlapping ones. */
export function windowsOf(view: ShieldView, words: readonly Word[]): Window[] {
  const windows: Window[] = [];
  for (let start = 0; start < words.length; start += WINDOW_STRIDE) {
    const part = words.slice(start, start + WINDOW_WORDS);
    const text = view.text.slice(part[0]!.start, part.at(-1)!.end + 1);
    windows.push({ words: part, quoted: QUOTE.test(text) });
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

/** Words between two concepts that still keep company. */
const COMPANY = 9;

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

/** Which features the window at hand has: those marked with its number. Faster than a set. */
const marks = new Uint32Array(MASK + 1);
let mark = 0;

/**
 * Lexical: words, word beginnings and pieces, neighbouring pairs, pairs with one word between, first word. Concepts: each, each
 * pair in its order when close, and whether the window quotes. Figures are one feature by their length.
 */
export function featuresOf(window: Window): Features {
  const lexical: number[] = [];
  if (mark === 0xffffffff) {
    marks.fill(0);
    mark = 0;
  }
  mark += 1;
  const add = (feature: number): void => {
    if (marks[feature] === mark) return;
    marks[feature] = mark;
    lexical.push(feature);
  };
  const words = window.words.map(({ text }) => (FIGURES.test(text) ? `#${text.length}` : text));
  const stems = words.map((word) => word.slice(0, PAIR_STEM));
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    for (const feature of piecesOf(word)) add(feature);
    if (index + 1 < words.length) {
      add(hash(3, word, words[index + 1]!));
      add(hash(4, stems[index]!, stems[index + 1]!));
    }
    if (index + 2 < words.length) add(hash(5, stems[index]!, stems[index + 2]!));
  }
  if (words.length > 0) add(hash(7, stems[0]!, ""));

  const concepts = new Set<number>();
  const found = conceptsOf(words);
  found.forEach((a, index) => {
    const [first] = CONCEPTS[a.row]!;
    concepts.add(hash(10, first, window.quoted ? "quoted" : ""));
    concepts.add(hash(11, first, ""));
    for (let other = index + 1; other < found.length; other += 1) {
      const b = found[other]!;
      if (b.at - a.at > COMPANY) break;
      if (a.row !== b.row) concepts.add(hash(12, first, CONCEPTS[b.row]![0]));
    }
  });
  concepts.add(hash(13, window.quoted ? "quoted" : "plain", ""));
  return { lexical: Uint32Array.from(lexical), concepts: Uint32Array.from(concepts) };
}

/** What each feature of a kind weighs, so that long windows do not outshout short ones. */
export const lexicalValue = (features: Features): number => 1 / Math.sqrt(Math.max(8, features.lexical.length));
export const conceptValue = (features: Features): number => 1 / Math.sqrt(Math.max(6, features.concepts.length));
