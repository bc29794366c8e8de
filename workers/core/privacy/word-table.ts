import { CHARACTERS, FOLD_SHIFT, HASH_START, HASH_STEP, hashPair, hashWord } from "./characters.ts";
import { CUE_NAMES, CUES } from "./cues.ts";
import { NUMBER_WORDS } from "./spoken.ts";

/** Words that do not count as words between the parts of a phrase. */
const SKIPPED = "de|del|la|el|los|las|of|the|do|da|du|des|le|d|no|para|for|al|a|your|my|mi|su|tu|seu|sua|votre|mon";

export const STARTS_PHRASE = 1;
export const SKIPPED_WORD = 2;
/** A number in words. */
export const NUMBER_WORD = 4;

/**
 * An open-addressing table from 32-bit word hashes to entries, in typed arrays: one probe per word of text that `bits`
 * lets through.
 */
export interface WordTable {
  mask: number;
  keys: Int32Array;
  /** Where a key's entry begins in `entries`; 0 for a free place. */
  places: Uint16Array;
  /** An entry: flags, how many cue groups and detectors, the cue groups, the detectors. */
  entries: Uint16Array;
  /** A bit for the first 15 bits of each hash: most words of a text are passed over by it. */
  bits: Int32Array;
}

export const CUE_COUNT_AT = 1;
export const DETECTOR_COUNT_AT = 2;
export const CUES_AT = 3;

/** "numero serie" is also written "n.º serie", "nro. serie" and "núm. serie". */
const NUMBER = hashWord("numero");
const NUMBER_SIGNS = ["numero", "n", "no", "nro", "num"].map((sign) => hashWord(sign));

const SPACE = " ".charCodeAt(0);
const BAR = "|".charCodeAt(0);
/** A phrase has no more words than this. */
const PHRASE_WORDS = 8;

/** What is noted about a word: a cue group as it is, and these above it. */
const DETECTOR = 1 << 9;
const FLAGS = 1 << 10;

/** Notes about words and phrases, side by side: a hash, and what is noted about it. */
interface Notes {
  count: number;
  hashes: Int32Array;
  notes: Uint16Array;
}

/**
 * Reads lists of words into notes. It runs once in a new process, thousands of words before the first text and mostly
 * before any of it is compiled: so all lists are one text, read in one loop that calls nothing per letter.
 */
function readWords(lists: readonly (readonly [words: string, note: number])[]): Notes {
  const text = `${lists.map(([words]) => words).join("|")}|`;
  // More than can be: "numero x" gives ten notes, everything else fewer than it has letters.
  const hashes = new Int32Array(2 * text.length);
  const notes = new Uint16Array(2 * text.length);
  const parts = new Int32Array(PHRASE_WORDS);
  let count = 0;
  let parted = 0;
  const add = (first: number, note: number): void => {
    let hash = first;
    for (let index = 1; index < parted; index++) {
      hashes[count] = hash;
      notes[count++] = FLAGS | STARTS_PHRASE;
      hash = hashPair(hash, parts[index]!);
    }
    hashes[count] = hash;
    notes[count++] = note;
  };
  const { imul } = Math;
  let list = 0;
  let end = lists[0]![0].length;
  let note = lists[0]![1];
  let hash = HASH_START;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== BAR && code !== SPACE) {
      hash = imul(hash ^ (CHARACTERS[code]! >> FOLD_SHIFT), HASH_STEP);
      continue;
    }
    if (parted === PHRASE_WORDS) throw new RangeError("A phrase of too many words");
    parts[parted++] = hash;
    hash = HASH_START;
    if (code === SPACE) continue;
    if (parted === 1) {
      hashes[count] = parts[0]!;
      notes[count++] = note;
    } else if (parts[0] === NUMBER) for (const sign of NUMBER_SIGNS) add(sign, note);
    else add(parts[0]!, note);
    parted = 0;
    if (at === end && ++list < lists.length) {
      end += 1 + lists[list]![0].length;
      note = lists[list]![1];
    }
  }
  return { count, hashes, notes };
}

/** The least power of two that is at least twice the count, so that a table of that size is half empty. */
function tableSize(count: number): number {
  let size = 1024;
  while (size < count * 2) size *= 2;
  return size;
}

/**
 * Indexes the cue words and the trigger words of `triggers` (words, and the index of the detector). Phrases are stored
 * under the hash of their words. Throws `RangeError` when there are too many.
 */
export function buildWordTable(triggers: readonly { words: string; detector: number }[]): WordTable {
  // Cues before detectors: so they stand in the entries.
  const { count, hashes, notes } = readWords([
    [SKIPPED, FLAGS | SKIPPED_WORD],
    [NUMBER_WORDS, FLAGS | NUMBER_WORD],
    ...CUE_NAMES.map((name, group) => [CUES[name], group] as const),
    ...triggers.map(({ words, detector }) => [words, DETECTOR | detector] as const),
  ]);

  // Each hash gets a number, from 1 on, in the order in which it comes first.
  const wide = tableSize(count) - 1;
  const numbers = new Uint16Array(wide + 1);
  const numberOf = new Uint16Array(count);
  const distinct = new Int32Array(count + 1);
  const sizes = new Uint8Array(count + 1);
  let last = 0;
  for (let index = 0; index < count; index++) {
    const hash = hashes[index]!;
    let slot = hash & wide;
    let number = numbers[slot]!;
    while (number !== 0 && distinct[number] !== hash) {
      slot = (slot + 1) & wide;
      number = numbers[slot]!;
    }
    if (number === 0) {
      numbers[slot] = number = ++last;
      distinct[number] = hash;
    }
    numberOf[index] = number;
    if (notes[index]! < FLAGS) sizes[number]!++;
  }

  // Where each entry begins. Place 0 is the entry of no word.
  const size = tableSize(last);
  const mask = size - 1;
  const table = { mask, keys: new Int32Array(size), places: new Uint16Array(size), bits: new Int32Array(1024) };
  const starts = new Int32Array(last + 1);
  let length = 1;
  for (let number = 1; number <= last; number++) {
    const hash = distinct[number]!;
    let slot = hash & mask;
    while (table.places[slot] !== 0) slot = (slot + 1) & mask;
    table.keys[slot] = hash;
    table.places[slot] = starts[number] = length;
    table.bits[hash >>> 22]! |= 1 << ((hash >>> 17) & 31);
    length += CUES_AT + sizes[number]!;
  }
  if (length > 0xffff || triggers.length > DETECTOR) throw new RangeError("More cue words than a table holds");

  // Each note goes behind those of its word that are there already.
  const entries = new Uint16Array(length);
  for (let index = 0; index < count; index++) {
    const entry = starts[numberOf[index]!]!;
    const note = notes[index]!;
    if (note >= FLAGS) entries[entry]! |= note & ~FLAGS;
    else {
      const kept = entries[entry + CUE_COUNT_AT]! + entries[entry + DETECTOR_COUNT_AT]!;
      entries[entry + CUES_AT + kept] = note & ~DETECTOR;
      entries[entry + (note < DETECTOR ? CUE_COUNT_AT : DETECTOR_COUNT_AT)]!++;
    }
  }
  return { ...table, entries };
}

/** False when the table surely lacks the hash. */
export function mayHaveWord(table: WordTable, hash: number): boolean {
  return ((table.bits[hash >>> 22]! >>> ((hash >>> 17) & 31)) & 1) !== 0;
}

/** Where the entry of the hash begins, or 0. */
export function findWord(table: WordTable, hash: number): number {
  let slot = hash & table.mask;
  for (;;) {
    const place = table.places[slot]!;
    if (place === 0 || table.keys[slot] === hash) return place;
    slot = (slot + 1) & table.mask;
  }
}
