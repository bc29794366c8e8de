/** Bits of the feature hash. */
export const FEATURE_BITS = 18;
export const FEATURE_MASK = (1 << FEATURE_BITS) - 1;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Stands between the two parts of what is hashed. */
const BETWEEN = 31;

const mix = (state: number, code: number): number => Math.imul(state ^ code, FNV_PRIME);

/** A hash of a kind of feature (FNV-1a) after its first part, to go on from with the second. */
export function startHash(kind: number, first: string): number {
  let state = Math.imul(FNV_OFFSET ^ kind, FNV_PRIME);
  for (let at = 0; at < first.length; at += 1) state = mix(state, first.charCodeAt(at));
  return mix(state, BETWEEN);
}

/** The feature of a hash that goes on with the first `length` letters of a text. */
export function endHash(state: number, second: string, length: number): number {
  let value = state;
  for (let at = 0; at < length; at += 1) value = mix(value, second.charCodeAt(at));
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) & FEATURE_MASK;
}

/** The feature of a kind that has two parts, or one and nothing. */
export const hash = (kind: number, first: string, second: string): number =>
  endHash(startHash(kind, first), second, second.length);
