/** Bits of the feature hash. */
export const FEATURE_BITS = 18;
export const FEATURE_MASK = (1 << FEATURE_BITS) - 1;

/** A hash of nothing (FNV-1a), and one that goes on with a code unit. */
export const HASH_START = 0x811c9dc5 | 0;
export const hashOn = (state: number, code: number): number => Math.imul(state ^ code, 0x01000193);

/** A text in 32 bits (FNV-1a over UTF-16 code units), to be a part of features. */
export function hashText(text: string): number {
  let state = HASH_START;
  for (let at = 0; at < text.length; at += 1) state = hashOn(state, text.charCodeAt(at));
  return state;
}

/** The feature of a kind that is made of one or two things, each in 32 bits; their order counts. */
export function featureOf(kind: number, first: number, second = 0): number {
  let value = Math.imul(first ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b);
  value ^= value >>> 15;
  value = Math.imul(value + second, 0x2c1b3c6d);
  value ^= value >>> 13;
  value = Math.imul(value, 0x297a2d39);
  return (value ^ (value >>> 15)) & FEATURE_MASK;
}

/** The same of texts. */
export const hash = (kind: number, first: string, second = ""): number =>
  featureOf(kind, hashText(first), second === "" ? 0 : hashText(second));
