/**
 * How likely words stand in their order: a table of pointwise mutual information between neighbouring word classes of
 * one language. A class is a frequent word, or the ending of any other word.
 */
export interface FluencyTable {
  /** Class of a frequent folded word, of `#` (has a digit) and of two-letter endings written `~xx`. */
  classes: ReadonlyMap<string, number>;
  size: number;
  /** `size * size` values, row = first class, in units of `SCALE`. Class 0 is any other word, class 1 a boundary. */
  table: Int8Array;
}

/** Nats that one unit of a table stands for. */
export const FLUENCY_SCALE = 1 / 24;

export const OTHER_CLASS = 0;
export const BOUNDARY_CLASS = 1;

/** Class of a folded word. */
export function wordClass(fluency: Pick<FluencyTable, "classes">, word: string): number {
  const own = fluency.classes.get(word);
  if (own !== undefined) return own;
  if (/\d/.test(word)) return fluency.classes.get("#") ?? OTHER_CLASS;
  return fluency.classes.get(`~${word.slice(-2)}`) ?? OTHER_CLASS;
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
