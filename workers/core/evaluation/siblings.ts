import { hash32 } from "./text.ts";

const SHINGLE = 3;
const HASHES = 64;

/** 64 minima of hashed word 3-shingles: a sketch whose agreement estimates Jaccard similarity (error about 0.06). */
export type Sketch = Uint32Array;

/** Similarity to the conversations generated for the same seed or run. */
export interface SiblingIndex {
  /** Share of 3-shingles in common with the nearest sibling, 0..1; 0 without siblings. */
  nearestSimilarity(words: readonly string[]): number;
}

/** Sketch of a text's folded words. Texts of fewer than three words have the empty sketch (all maxima). */
export function sketchWords(words: readonly string[]): Sketch {
  const sketch = new Uint32Array(HASHES).fill(0xffffffff);
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    const hash = hash32(`${words[i]!} ${words[i + 1]!} ${words[i + 2]!}`);
    for (let h = 0; h < HASHES; h++) {
      // One multiply-add per function; odd multipliers from the golden ratio keep the functions apart.
      const mixed = (Math.imul(hash ^ (hash >>> 15), FACTORS[h]!) + OFFSETS[h]!) >>> 0;
      if (mixed < sketch[h]!) sketch[h] = mixed;
    }
  }
  return sketch;
}

const FACTORS = Uint32Array.from({ length: HASHES }, (_, i) => hash32(`factor ${i}`) | 1);
const OFFSETS = Uint32Array.from({ length: HASHES }, (_, i) => hash32(`offset ${i}`));

/** Estimated Jaccard similarity of two sketches, 0..1; 0 when either is empty. */
export function sketchSimilarity(a: Sketch, b: Sketch): number {
  let same = 0;
  for (let i = 0; i < HASHES; i++) if (a[i] === b[i] && a[i] !== 0xffffffff) same += 1;
  return same / HASHES;
}

/**
 * Siblings held in memory as sketches, 256 bytes each. A conversation must not be added before it is evaluated, or it
 * finds itself. Looking up is linear in the siblings, a few nanoseconds each.
 */
export function createSiblingIndex(
  sketches: readonly Sketch[] = [],
): SiblingIndex & { add(words: readonly string[]): void } {
  const held = [...sketches];
  return {
    add: (words) => void held.push(sketchWords(words)),
    nearestSimilarity: (words) => {
      const own = sketchWords(words);
      return held.reduce((nearest, sketch) => Math.max(nearest, sketchSimilarity(own, sketch)), 0);
    },
  };
}
