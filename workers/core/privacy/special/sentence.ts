import { charClass, isDigit, isWordChar, UPPER } from "../characters.ts";
import { CAPITAL, CAPITALS } from "./automaton.ts";
import type { Words } from "./automaton.ts";
import { classBit, EL, PRONOUN, SHAPES } from "./classes.ts";

/** Words of a sentence; longer ones are read in parts. */
export const SENTENCE_WORDS = 160;

/** The words of the sentence that is read; one buffer serves all sentences. */
export interface Sentence extends Words {
  /** 1 where a phrase may begin, 2 at a word with a medical ending, 0 elsewhere. */
  begins: Uint8Array;
  /** Adds a word behind the last: the caller reads the sentence before more than `SENTENCE_WORDS` are in it. */
  add(hash: number, start: number, end: number, gap: number, begins: number): void;
  /** The word as it is written. */
  wordAt(index: number): string;
}

/** `classes` holds the bits of classes by the key of a word. */
export function createSentence(classes: ReadonlyMap<number, number>): Sentence {
  const hashes = new Int32Array(SENTENCE_WORDS);
  const starts = new Int32Array(SENTENCE_WORDS);
  const ends = new Int32Array(SENTENCE_WORDS);
  const breaks = new Uint8Array(SENTENCE_WORDS);
  const begins = new Uint8Array(SENTENCE_WORDS);
  /** Classes of the words that have been asked for. */
  const bits = new Int32Array(SENTENCE_WORDS);
  const known = new Uint8Array(SENTENCE_WORDS);

  const words: Sentence = {
    count: 0,
    hashes,
    starts,
    ends,
    breaks,
    begins,
    text: "",
    add(hash, start, end, gap, kind) {
      const at = words.count++;
      hashes[at] = hash;
      starts[at] = start;
      ends[at] = end;
      breaks[at] = gap;
      known[at] = 0;
      begins[at] = kind;
    },
    wordAt: (index) => words.text.slice(starts[index]!, ends[index]!),
    classesOf(index) {
      if (known[index] === 1) return bits[index]!;
      known[index] = 1;
      const hash = hashes[index]!;
      const start = starts[index]!;
      const { text } = words;
      let found = classes.get(hash) ?? 0;
      if ((charClass(text.charCodeAt(start)) & UPPER) !== 0) {
        found |= classes.get(hash ^ CAPITAL) ?? 0;
        if (ends[index]! - start > 1 && (charClass(text.charCodeAt(start + 1)) & UPPER) !== 0)
          found |= classes.get(hash ^ CAPITALS) ?? 0;
      }
      // "el" is an article, "él" somebody.
      if (hash === EL && text.charCodeAt(start) !== 0xe9 && text.charCodeAt(start) !== 0xc9)
        found &= ~(PRONOUN | classBit("male"));
      if (hasDigit(text, start, ends[index]!)) {
        const word = text.slice(start, Math.min(ends[index]!, start + 16));
        for (const name of Object.keys(SHAPES)) if (SHAPES[name]!.test(word)) found |= classBit(name);
      }
      return (bits[index] = found);
    },
  };
  return words;
}

/** A point behind an abbreviation, or inside a number or an address, ends nothing. */
export function endsSentence(text: string, at: number, { count, ends, starts }: Words): boolean {
  const next = text.charCodeAt(at + 1);
  if (at + 1 < text.length && (isWordChar(next) || next === 44)) return false;
  if (text.charCodeAt(at) !== 46 || count === 0 || ends[count - 1] !== at) return true;
  const length = at - starts[count - 1]!;
  if (length > 4 || isDigit(text.charCodeAt(at - 1))) return length > 4 || count > 1;
  return !/^(?:sr|sra|srta|d|dr|dra|mr|mrs|ms|prof|lic|ing|st|sta|sto|no|nro|num|art|pt|hx|dx|tx|c|p|s|v|vs|mme|aprox|etc|inc|jr|ref|tel|av|depto|núm|exp|resp|pac|fam|ptt?e?|vol|dept|approx)$/i.test(
    text.slice(starts[count - 1]!, at),
  );
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let i = start; i < end && i < start + 16; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}
