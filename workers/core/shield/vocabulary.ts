import { CONCEPTS } from "./concepts.ts";
import { featureOf, hash, hashText } from "./hashing.ts";
import { isTelling } from "./hidden.ts";
import { SHIELD_RULES } from "./rules.ts";

/** A cue of a concept or of a rule: words that have to stand in a row, each whole or as the beginning of one. */
interface Cue {
  /** Row of the concepts, or of the rules, which come after them. */
  readonly row: number;
  readonly parts: readonly Part[];
  /** Bit of the second part; 0 of a cue of one word. */
  readonly second: number;
}

interface Part {
  readonly stem: string;
  readonly isWhole: boolean;
  readonly bit: number;
}

/** All that is known of a word by itself, so that reading a text is a few looks into tables per word. */
export interface KnownWord {
  /** As it is read: figures alone are one word by their length. */
  readonly text: string;
  /** The first `length` code units in the text make the word, and hash to this. */
  readonly raw: string;
  readonly rawHash: number;
  /** Features of the word alone: itself, its beginning, pieces of it. */
  readonly pieces: readonly number[];
  /** What the pieces weigh together, as `Weigh` tells it. */
  readonly weights: readonly number[];
  /** The word, and its first letters that stand for it in most pairs, as parts of features. */
  readonly whole: number;
  readonly stem: number;
  /** Feature of the word as the first of a window; part of features of the concepts of a sentence that it opens. */
  readonly leading: number;
  readonly opener: number;
  /** Part of features of the concepts around a word of few letters; 0 of a longer one. */
  readonly short: number;
  /** Cues that may begin here: the shorter first. */
  readonly cues: readonly Cue[];
  /** Whether one of these needs no other word; else bits of the second parts that they wait for. */
  readonly isCue: boolean;
  readonly waiting: number;
  /** Bits of the second parts of cues that it may be. */
  readonly later: number;
  /** Whether it is a frequent word in a disguise. */
  readonly isTelling: boolean;
}

/** Rows from here on are rules. */
export const FIRST_RULE = CONCEPTS.length;

const firsts = new Map<string, Cue[]>();
const laters = new Map<string, Part[]>();
let longestStem = 0;

function parsePart(text: string): Part {
  const stem = text.replace("$", "");
  longestStem = Math.max(longestStem, stem.length);
  let sum = text.length;
  for (const character of text) sum = sum * 31 + character.charCodeAt(0);
  return { stem, isWhole: text.endsWith("$"), bit: 1 << (sum % 32) };
}

[...CONCEPTS.map(([, cues]) => cues), ...SHIELD_RULES.map(({ anchors }) => anchors)].forEach((cues, row) => {
  for (const text of cues.split(" ")) {
    if (text === "") continue;
    const parts = text.split("+").map(parsePart);
    const cue = { row, parts, second: parts[1]?.bit ?? 0 };
    firsts.set(parts[0]!.stem, [...(firsts.get(parts[0]!.stem) ?? []), cue]);
    if (parts[1] !== undefined) laters.set(parts[1].stem, [...(laters.get(parts[1].stem) ?? []), parts[1]]);
  }
});

const fits = (word: string, { isWhole, stem }: Part): boolean => (isWhole ? word === stem : word.startsWith(stem));

/** Whether the rest of a cue whose first word stands at a place of `words`, of which there are `count`, stands there. */
export function holds({ parts }: Cue, words: readonly KnownWord[], at: number, count: number): boolean {
  if (at + parts.length > count) return false;
  for (let offset = 1; offset < parts.length; offset += 1) {
    if (!fits(words[at + offset]!.text, parts[offset]!)) return false;
  }
  return true;
}

/** Letters of a word's beginning that are a feature, and that stand for it in a pair; letters of a piece. */
const STEM = 5;
const PAIR_STEM = 4;
const GRAM = 4;
/** Letters of a short word at most. */
const SHORT = 4;
const FIGURES = /^\d+$/u;

/** Tells what features weigh together, in a form of its own. */
export type Weigh = (features: readonly number[]) => readonly number[];

function learn(raw: string, rawHash: number, weigh: Weigh): KnownWord {
  const text = FIGURES.test(raw) ? `#${raw.length}` : raw;
  const whole = hashText(text);
  const stem = hashText(text.slice(0, PAIR_STEM));
  const pieces = [featureOf(1, whole)];
  if (text.length > STEM) {
    pieces.push(hash(2, text.slice(0, STEM)));
    for (let at = 1; at + GRAM <= text.length; at += 1) pieces.push(hash(6, text.slice(at, at + GRAM)));
  }
  const cues: Cue[] = [];
  let later = 0;
  for (let length = 1; length <= Math.min(text.length, longestStem); length += 1) {
    const beginning = text.slice(0, length);
    for (const cue of firsts.get(beginning) ?? []) if (fits(text, cue.parts[0]!)) cues.push(cue);
    for (const part of laters.get(beginning) ?? []) if (fits(text, part)) later |= part.bit;
  }
  return {
    text,
    raw,
    rawHash,
    pieces,
    weights: weigh(pieces),
    whole,
    stem,
    leading: featureOf(7, stem),
    opener: featureOf(16, stem),
    short: text.length <= SHORT ? featureOf(52, whole) | 1 : 0,
    cues,
    isCue: cues.some(({ second }) => second === 0),
    waiting: cues.reduce((bits, { second }) => bits | second, 0),
    later,
    isTelling: isTelling(text),
  };
}

/** Words seen lately: people repeat themselves, and an adversary's vocabulary must not fill the memory. */
const SLOTS = 1 << 15;
const MOST_WORDS = 12_000;

function isSpelled(raw: string, codes: Uint16Array, start: number, length: number): boolean {
  if (raw.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (raw.charCodeAt(at) !== codes[start + at]) return false;
  return true;
}

/** The words that were read lately, with what is known of each. */
export class Vocabulary {
  readonly #slots: (KnownWord | undefined)[] = Array.from({ length: SLOTS });
  readonly #weigh: Weigh;
  #known = 0;
  constructor(weigh: Weigh) {
    this.#weigh = weigh;
  }

  /** The word that the `length` code units from `start` on spell; `state` tells equal ones by equal numbers (`hashOn`). */
  read(codes: Uint16Array, start: number, length: number, state: number): KnownWord {
    const value = state ^ (state >>> 15);
    const slots = this.#slots;
    let slot = value & (SLOTS - 1);
    for (let word = slots[slot]; word !== undefined; word = slots[slot]) {
      if (word.rawHash === value && isSpelled(word.raw, codes, start, length)) return word;
      slot = (slot + 1) & (SLOTS - 1);
    }
    const word = learn(String.fromCharCode(...codes.subarray(start, start + length)), value, this.#weigh);
    if (this.#known >= MOST_WORDS) {
      slots.fill(undefined);
      this.#known = 0;
      slot = value & (SLOTS - 1);
    }
    slots[slot] = word;
    this.#known += 1;
    return word;
  }
}
