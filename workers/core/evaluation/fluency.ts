/**
 * How likely words stand in their order: a table of pointwise mutual information between neighbouring word classes of
 * one language. A class is a frequent word, or the ending of any other word.
 */
export interface FluencyTable {
  /** Class of a frequent folded word, of `#` (has a digit) and of two-letter endings written `~xx`. */
  classes: ReadonlyMap<string, number>;
  size: number;
  /** Classes of other words of late. */
  seen: Map<string, number>;
  /** `size * size` values, row = first class, in units of `SCALE`. Class 0 is any other word, class 1 a boundary. */
  table: Int8Array;
}

/** Nats that one unit of a table stands for. */
export const FLUENCY_SCALE = 1 / 24;

export const OTHER_CLASS = 0;
export const BOUNDARY_CLASS = 1;

/** Words that are remembered, and their length: a longer slice of a text would keep the whole text in memory. */
const SEEN_MAX = 20_000;
const SEEN_LENGTH = 12;

/** Class of a folded word. */
export function wordClass({ classes, seen }: Pick<FluencyTable, "classes" | "seen">, word: string): number {
  const own = classes.get(word) ?? seen.get(word);
  if (own !== undefined) return own;
  const found = classes.get(/\d/.test(word) ? "#" : `~${word.slice(-2)}`) ?? OTHER_CLASS;
  if (word.length <= SEEN_LENGTH) {
    if (seen.size >= SEEN_MAX) seen.clear();
    seen.set(word, found);
  }
  return found;
}

/** Sum of the information between neighbours of a sentence, boundaries included, in nats, and the number of pairs. */
export function sentenceFluency(fluency: FluencyTable, words: readonly string[]): { sum: number; pairs: number } {
  let previous = BOUNDARY_CLASS;
  let sum = 0;
  for (const word of words) {
    const current = wordClass(fluency, word);
    sum += fluency.table[previous * fluency.size + current]!;
    previous = current;
  }
  sum += fluency.table[previous * fluency.size + BOUNDARY_CLASS]!;
  return { sum: sum * FLUENCY_SCALE, pairs: words.length + 1 };
}
