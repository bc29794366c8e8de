import { CONCEPTS } from "./concepts.ts";
import { featureOf, hash } from "./hashing.ts";
import type { Reading } from "./reading.ts";

/** A window is two strides of words; the next one begins a stride later. */
export const STRIDE = 28;
export const WINDOW_WORDS = 2 * STRIDE;

/** Windows over so many words: one when they fit, else overlapping ones. */
export const windowCount = (words: number): number =>
  words === 0 ? 0 : words <= WINDOW_WORDS ? 1 : Math.ceil((words - WINDOW_WORDS) / STRIDE) + 1;

/**
 * Features that begin in a stride, each with the windows it stands in: `OWN`, which begins with the stride, and `PREVIOUS`,
 * which ends with it. One may occur several times.
 */
export class FeatureList {
  count = 0;
  items = new Int32Array(4096);
  add(feature: number, windows: number): void {
    if (this.count === this.items.length) {
      const larger = new Int32Array(2 * this.count);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.count++] = feature | windows;
  }
}
export const OWN = 1 << 30;
export const PREVIOUS = 1 << 29;
const BOTH = OWN | PREVIOUS;

/** Kinds of features of words beside each other. */
const [WORDS, STEMS, APART] = [3, 4, 5];

/**
 * The window's first word, neighbouring pairs and pairs with one word between. Beside these stand the `pieces` of every word
 * of the stride, in both windows.
 */
export function pairFeatures({ count, words }: Reading, stride: number, list: FeatureList): void {
  const from = stride * STRIDE;
  const next = from + STRIDE;
  const end = Math.min(count, next);
  list.count = 0;
  if (from < end) list.add(words[from]!.leading, OWN);
  for (let index = from; index < end; index += 1) {
    if (index + 1 >= count) break;
    const { stem, whole } = words[index]!;
    const second = words[index + 1]!;
    const windows = index + 1 < next ? BOTH : OWN;
    list.add(featureOf(WORDS, whole, second.whole), windows);
    list.add(featureOf(STEMS, stem, second.stem), windows);
    if (index + 2 < count) list.add(featureOf(APART, stem, words[index + 2]!.stem), index + 2 < next ? BOTH : OWN);
  }
}

/** Words between two concepts that still keep company, and that are close. */
const COMPANY = 12;
const CLOSE = 3;

const ALONE = Int32Array.from(CONCEPTS, ([name]) => hash(11, name));
const IN_QUOTES = Int32Array.from(CONCEPTS, ([name]) => hash(10, name, "quoted"));
const OUTSIDE = Int32Array.from(CONCEPTS, ([name]) => hash(10, name));
/** Feature of a pair of concepts, in the order in which they stand. */
const pairsOf = (kind: number): Int32Array =>
  Int32Array.from(CONCEPTS.flatMap(([first]) => CONCEPTS.map(([second]) => hash(kind, first, second))));
const COMPANIONS = pairsOf(12);
const NEIGHBOURS = pairsOf(14);
const QUOTED = hash(13, "quoted");
const PLAIN = hash(13, "plain");

/** Kinds of features of a concept with words of its sentence. */
const [OPENED, BESIDE] = [18, 19];

const QUOTES = /["“”«»]/u;

/** Whether a window stands between quotation marks, or holds some. */
function isQuoted({ count, ends, hasQuotes, starts, view }: Reading, window: number): boolean {
  const from = window * STRIDE;
  if (!hasQuotes || from >= count) return false;
  return QUOTES.test(view.text.slice(starts[from]!, ends[Math.min(count, from + WINDOW_WORDS) - 1]! + 1));
}

/** Words on either side of a concept whose short words count with it. */
const REACH = 4;

/**
 * Concepts: each, each pair in its order when not far, once more when close, each with the first words of its sentence and
 * with the short words around it, and whether the window quotes. `from` is the first concept of the stride; the answer is the first of the next.
 */
export function conceptFeatures(reading: Reading, stride: number, from: number, list: FeatureList): number {
  const { conceptCount, count, firsts, lasts, openers, rows, words } = reading;
  const begin = stride * STRIDE;
  const middle = (stride + 1) * STRIDE;
  const end = middle + STRIDE;
  const own = isQuoted(reading, stride);
  const previous = stride > 0 && isQuoted(reading, stride - 1);
  list.count = 0;
  list.add(own ? QUOTED : PLAIN, OWN);
  let index = from;
  for (; index < conceptCount && firsts[index]! < middle; index += 1) {
    const row = rows[index]!;
    const at = firsts[index]!;
    const last = lasts[index]!;
    // A cue that goes on behind the window's end is not in it.
    if (last > end) continue;
    const windows = last <= middle ? BOTH : OWN;
    if (own === previous) list.add(own ? IN_QUOTES[row]! : OUTSIDE[row]!, windows);
    else {
      list.add(own ? IN_QUOTES[row]! : OUTSIDE[row]!, OWN);
      if (windows === BOTH) list.add(previous ? IN_QUOTES[row]! : OUTSIDE[row]!, PREVIOUS);
    }
    list.add(ALONE[row]!, windows);
    list.add(featureOf(OPENED, openers[2 * at]!, row + 1), windows);
    list.add(featureOf(OPENED, openers[2 * at + 1]!, row + 1), windows);
    const before = Math.max(0, at - REACH);
    for (let place = before; place < at; place += 1) {
      const { short } = words[place]!;
      // A word before the stride stands in the window before only.
      if (short !== 0) list.add(featureOf(BESIDE, short, 2 * row + 1), place >= begin ? windows : windows & PREVIOUS);
    }
    const behind = Math.min(count, end, last + REACH);
    for (let place = last; place < behind; place += 1) {
      const { short } = words[place]!;
      if (short !== 0) list.add(featureOf(BESIDE, short, 2 * row + 2), place < middle ? windows : OWN);
    }
    for (let other = index + 1; other < conceptCount; other += 1) {
      const distance = firsts[other]! - at;
      if (distance > COMPANY) break;
      if (rows[other] === row || lasts[other]! > end) continue;
      const pair = row * CONCEPTS.length + rows[other]!;
      const shared = last <= middle && lasts[other]! <= middle ? BOTH : OWN;
      list.add(COMPANIONS[pair]!, shared);
      if (distance <= CLOSE) list.add(NEIGHBOURS[pair]!, shared);
    }
  }
  return index;
}

/** What each feature of a kind weighs in a window that has so many, so that long windows do not outshout short ones. */
export const lexicalValue = (count: number): number => 1 / Math.sqrt(Math.max(8, count));
export const conceptValue = (count: number): number => 1 / Math.sqrt(Math.max(6, count));
