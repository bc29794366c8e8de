import { FIRST_RULE, holds, Vocabulary } from "./vocabulary.ts";
import type { KnownWord, Weigh } from "./vocabulary.ts";
import { featureOf, HASH_START, hashOn } from "./hashing.ts";
import { viewOf } from "./view.ts";
import type { ShieldView } from "./view.ts";

/** Of a longer word, this much is read. */
const WORD_CHARS = 24;

const OTHER_LETTER = /[\p{L}\p{N}]/u;
const [UNKNOWN, NONE, LETTER, SIGN, DASH, SHARP, EQUALS, QUOTATION, QUOTE] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
/** What kind each code unit is of, as far as it has been met; `QUOTE` stands by itself like `NONE`. */
const kinds = new Uint8Array(0x10000);
kinds.fill(NONE, 0, 128);
for (const [chars, kind] of [
  ["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", LETTER],
  ["<>{}[]|", SIGN],
  ["-", DASH],
  ["#", SHARP],
  ["=", EQUALS],
  ['"', QUOTATION],
  ["“”«»", QUOTE],
] as const) {
  for (const char of chars) kinds[char.charCodeAt(0)] = kind;
}
/** How many of a kind make a word, and how many are taken at once. */
const LEAST = [0, 0, 1, 1, 3, 2, 3, 3];
const MOST = [0, 0, Infinity, 3, Infinity, Infinity, Infinity, 3];

const STOPS = new Uint8Array(256);
for (const char of ".!?;:\n¿¡") STOPS[char.charCodeAt(0)] = 1;
/** Characters after a word that are looked at for the end of a sentence. */
const STOP_REACH = 8;

const NOTHING = viewOf("");
/** Kind of the feature of a sentence's first two words. */
const OPENERS = 17;

/**
 * A text in words, and where concepts and cues of rules stand in it. It holds the text read last: its arrays are used
 * again and again.
 */
export class Reading {
  /** How many words, and what each of them is, where it starts and ends in the view. */
  count = 0;
  readonly words: KnownWord[] = [];
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  /** For each word, parts of features: of the first and of the first two words of its sentence. */
  openers = new Int32Array(2048);
  /** Concepts in the order of their places: the row, the first word, the word after the last. */
  conceptCount = 0;
  rows = new Int32Array(1024);
  firsts = new Int32Array(1024);
  lasts = new Int32Array(1024);
  /** Rules that have a cue. */
  readonly rules = new Set<number>();
  /** How many words are frequent in a disguise. */
  telling = 0;
  /** The most words in a row that have two characters. */
  pairs = 0;
  hasQuotes = false;

  view: ShieldView = NOTHING;

  readonly #vocabulary: Vocabulary;

  constructor(weigh: Weigh = () => []) {
    this.#vocabulary = new Vocabulary(weigh);
  }

  read(view: ShieldView): this {
    this.view = view;
    this.split(view);
    this.findSentences(view.codes);
    this.findConcepts();
    return this;
  }

  /** Runs of letters, figures and `_`; brackets by up to three; `---`, `##`, `===` and longer; `"""`. */
  private split({ codes, length }: ShieldView): void {
    this.count = 0;
    this.telling = 0;
    this.pairs = 0;
    this.hasQuotes = false;
    const vocabulary = this.#vocabulary;
    let row = 0;
    for (let at = 0; at < length;) {
      const kind = kindAt(codes, at, length);
      if (kind === QUOTATION || kind === QUOTE) this.hasQuotes = true;
      if (kind === NONE || kind === QUOTE) {
        at += 1;
        continue;
      }
      const start = at;
      let state = HASH_START;
      if (kind === LETTER) {
        do {
          const code = codes[at]!;
          if (at - start < WORD_CHARS) state = hashOn(state, code);
          at += (code & 0xfc00) === 0xd800 && isPair(codes, at, length) ? 2 : 1;
        } while (at < length && kindAt(codes, at, length) === LETTER);
      } else {
        const most = MOST[kind]!;
        do {
          state = hashOn(state, codes[at]!);
          at += 1;
        } while (at < length && at - start < most && kindAt(codes, at, length) === kind);
        if (at - start < LEAST[kind]!) continue;
      }
      if (this.count === this.starts.length) this.growWords();
      const word = vocabulary.read(codes, start, Math.min(at - start, WORD_CHARS), state);
      if (word.isTelling) this.telling += 1;
      row = at - start === 2 ? row + 1 : 0;
      if (row > this.pairs) this.pairs = row;
      this.words[this.count] = word;
      this.starts[this.count] = start;
      this.ends[this.count] = at;
      this.count += 1;
    }
  }

  private growWords(): void {
    const size = 2 * this.starts.length;
    this.starts = grown(this.starts, size);
    this.ends = grown(this.ends, size);
    this.openers = new Int32Array(2 * size);
  }

  private findSentences(codes: Uint16Array): void {
    const { count, ends, openers, starts, words } = this;
    let [first, second] = [0, 0];
    for (let index = 0; index < count; index += 1) {
      if (index === 0 || isStopped(codes, ends[index - 1]!, starts[index]!)) {
        const { opener, stem } = words[index]!;
        first = opener;
        second = featureOf(OPENERS, stem, index + 1 < count ? words[index + 1]!.stem : 0);
      }
      openers[2 * index] = first;
      openers[2 * index + 1] = second;
    }
  }

  private findConcepts(): void {
    const { count, words } = this;
    this.conceptCount = 0;
    this.rules.clear();
    for (let index = 0; index < count; index += 1) {
      const { cues, isCue, waiting } = words[index]!;
      if (cues.length === 0) continue;
      const later = index + 1 < count ? words[index + 1]!.later : 0;
      if (!isCue && (waiting & later) === 0) continue;
      for (let place = 0; place < cues.length; place += 1) {
        const cue = cues[place]!;
        if (cue.second !== 0 && ((cue.second & later) === 0 || !holds(cue, words, index, count))) continue;
        if (cue.row >= FIRST_RULE) this.rules.add(cue.row - FIRST_RULE);
        else this.addConcept(cue.row, index, index + cue.parts.length);
      }
    }
  }

  private addConcept(row: number, first: number, last: number): void {
    if (this.conceptCount === this.rows.length) {
      const size = 2 * this.rows.length;
      this.rows = grown(this.rows, size);
      this.firsts = grown(this.firsts, size);
      this.lasts = grown(this.lasts, size);
    }
    this.rows[this.conceptCount] = row;
    this.firsts[this.conceptCount] = first;
    this.lasts[this.conceptCount] = last;
    this.conceptCount += 1;
  }
}

function grown(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}

const isPair = (codes: Uint16Array, at: number, length: number): boolean =>
  (codes[at]! & 0xfc00) === 0xd800 && at + 1 < length && (codes[at + 1]! & 0xfc00) === 0xdc00;

function kindAt(codes: Uint16Array, at: number, length: number): number {
  const code = codes[at]!;
  const kind = kinds[code]!;
  if (kind !== UNKNOWN) return kind;
  if (isPair(codes, at, length)) return kindOf(String.fromCharCode(code, codes[at + 1]!));
  return (kinds[code] = kindOf(String.fromCharCode(code)));
}

const kindOf = (character: string): number => (OTHER_LETTER.test(character) ? LETTER : NONE);

/** Whether a sentence ends between two places of a text. */
function isStopped(codes: Uint16Array, from: number, to: number): boolean {
  if (to - from < 2) return false;
  for (let at = from; at < to && at < from + STOP_REACH; at += 1) {
    const code = codes[at]!;
    if (code < STOPS.length && STOPS[code] === 1) return true;
  }
  return false;
}
