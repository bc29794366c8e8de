import {
  CHARACTERS,
  CLASS_BITS,
  FOLD_SHIFT,
  HASH_START,
  hashPair,
  hashStep,
  isDigit,
  isWordChar,
} from "./characters.ts";
import { CUE_COUNT_AT, CUES_AT, findWord, mayHaveWord, SKIPPED_WORD, STARTS_PHRASE } from "./word-table.ts";
import type { WordTable } from "./word-table.ts";

/** Words before a value within which a cue counts, and after it. */
export const CUE_WORDS = 8;
const AFTER_WORDS = 5;
const AFTER_CHARS = 40;
/** How many cues are remembered: more than stand within `CUE_WORDS`, phrases and words of several meanings included. */
const RING = 32;
const RING_MASK = RING - 1;

/** The cue words around the place where the scanner is. */
export interface CueWindow {
  reset(): void;
  /** Notes the cue groups of an entry of the table; `word` counts words, and parts of words, from the start. */
  note(entry: number, word: number): void;
  /** Words between the nearest earlier cue of the set and `word`, or -1. */
  before(set: Uint8Array, word: number): number;
  /** True when one of the few words that follow `end` is a cue of the set. */
  after(set: Uint8Array, text: string, end: number): boolean;
  /** True when the very next word is a cue of the set. */
  directlyAfter(set: Uint8Array, text: string, end: number): boolean;
}

export function createCueWindow(words: WordTable): CueWindow {
  const groups = new Int16Array(RING);
  const places = new Float64Array(RING);
  let size = 0;
  const afterGroups: number[] = [];
  /** How many of them belong to the word that follows directly. */
  let directGroups = 0;
  let afterOf = -1;

  /**
   * A word before a colon labels the next value, not the one before it. So does a word before a number, which ends the
   * window, unless a comma stands between or it follows the value directly: "cc 1008266958 y el celular 312 ...".
   */
  const readAfter = (text: string, end: number): void => {
    afterOf = end;
    afterGroups.length = 0;
    directGroups = 0;
    const stop = Math.min(text.length, end + AFTER_CHARS);
    let beforeComma = 0;
    let isDirect = true;
    /** The hash of the word before, where it begins phrases. */
    let phraseHash = 0;
    /** Where the groups of the phrase that the last word ended begin. */
    let phraseGroups = -1;
    for (let i = end, seen = 0; i < stop && seen < AFTER_WORDS;) {
      const code = text.charCodeAt(i);
      if (code === 10 || code === 59 || code === 124) return;
      let character = CHARACTERS[code]!;
      if ((character & CLASS_BITS) === 0) {
        if (code === 44) {
          beforeComma = afterGroups.length;
          if (seen === 0) isDirect = false;
        }
        i++;
        continue;
      }
      if (isDigit(code)) {
        afterGroups.length = Math.max(beforeComma, isDirect ? directGroups : 0);
        directGroups = Math.min(directGroups, afterGroups.length);
        return;
      }
      let hash = HASH_START;
      do {
        hash = hashStep(hash, character >> FOLD_SHIFT);
        if (++i >= stop) break;
        character = CHARACTERS[text.charCodeAt(i)]!;
      } while ((character & CLASS_BITS) !== 0);
      seen++;
      const next = i < text.length ? text.charCodeAt(i) : 32;
      if (next === 58 || next === 61 || isWordChar(next)) return;
      const entry = mayHaveWord(words, hash) ? findWord(words, hash) : 0;
      const count = words.entries[entry + CUE_COUNT_AT]!;
      // "es mi número de pedido": the phrase goes on, and means another thing.
      if (phraseGroups >= 0 && entry > 0 && (words.entries[entry]! & SKIPPED_WORD) !== 0)
        afterGroups.length = phraseGroups;
      phraseGroups = -1;
      if (entry > 0) for (let k = 0; k < count; k++) afterGroups.push(words.entries[entry + CUES_AT + k]!);
      if (phraseHash !== 0) {
        const pairHash = hashPair(phraseHash, hash);
        const pair = mayHaveWord(words, pairHash) ? findWord(words, pairHash) : 0;
        if (pair > 0) {
          phraseGroups = afterGroups.length;
          const pairCount = words.entries[pair + CUE_COUNT_AT]!;
          for (let k = 0; k < pairCount; k++) afterGroups.push(words.entries[pair + CUES_AT + k]!);
        }
      }
      phraseHash = entry > 0 && (words.entries[entry]! & STARTS_PHRASE) !== 0 ? hash : 0;
      if (seen === 1) directGroups = afterGroups.length;
    }
  };

  return {
    reset() {
      size = 0;
      afterOf = -1;
    },
    note(entry, word) {
      const { entries } = words;
      const end = entry + CUES_AT + entries[entry + CUE_COUNT_AT]!;
      for (let i = entry + CUES_AT; i < end; i++) {
        groups[size & RING_MASK] = entries[i]!;
        places[size & RING_MASK] = word;
        size++;
      }
    },
    before(set, word) {
      for (let k = size - 1; k >= 0 && k >= size - RING; k--) {
        const distance = word - places[k & RING_MASK]!;
        if (distance > CUE_WORDS) return -1;
        if (set[groups[k & RING_MASK]!] === 1) return distance;
      }
      return -1;
    },
    after(set, text, end) {
      if (afterOf !== end) readAfter(text, end);
      for (let i = 0; i < afterGroups.length; i++) if (set[afterGroups[i]!] === 1) return true;
      return false;
    },
    directlyAfter(set, text, end) {
      if (afterOf !== end) readAfter(text, end);
      for (let i = 0; i < directGroups; i++) if (set[afterGroups[i]!] === 1) return true;
      return false;
    },
  };
}
