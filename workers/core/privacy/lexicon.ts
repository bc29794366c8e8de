/**
 * A compact, read-only set of folded words with flags: names, places, cues. Only hashes are stored (28 bits each, so
 * about one unknown word in two thousand is taken for a known one; the recogniser treats flags as hints).
 *
 * File: "UNL1", count u32, then the sorted hashes as deltas of 1-4 bytes (7 bits each, low first, high bit = more),
 * then all low bytes of the flags, then all high bytes. Little endian.
 */

export const LEXICON_MAGIC = 0x314c4e55;
export const LEXICON_HASH_BITS = 28;

/** What a word of the lexicon can be: one bit each. */
export const FORENAME = 1 << 0;
export const FORENAME_RARE = 1 << 1;
export const SURNAME = 1 << 2;
export const SURNAME_MID = 1 << 3;
export const SURNAME_RARE = 1 << 4;
export const CITY = 1 << 5;
export const CITY_PART = 1 << 6;
export const REGION = 1 << 7;
export const COMMON = 1 << 8;
export const ORG_CUE = 1 << 9;
export const TITLE_CUE = 1 << 10;
export const STREET_CUE = 1 << 11;
export const BRAND = 1 << 12;
export const CALENDAR = 1 << 13;
export const FUNCTION_WORD = 1 << 14;
export const ROLE_CUE = 1 << 15;

/** Spreads a word hash over the lexicon's hash space. */
export function lexiconHash(wordHash: number): number {
  let hash = Math.imul(wordHash ^ (wordHash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> (32 - LEXICON_HASH_BITS);
}

export interface Lexicon {
  readonly size: number;
  /** The flags of a word by its folded hash (`hashWord`), 0 when unknown. */
  flags(wordHash: number): number;
}

/** Hashes to a bucket, about: few enough to be looked through, enough that the buckets' table stays small. */
const BUCKET = 4;

/**
 * Reads a lexicon file: its sorted hashes as they are, and where those with the same first bits begin. Throws
 * `RangeError` when it is damaged.
 */
export function readLexicon(file: ArrayBuffer): Lexicon {
  const bytes = new Uint8Array(file);
  const view = new DataView(file);
  if (bytes.length < 8 || view.getUint32(0, true) !== LEXICON_MAGIC) throw new RangeError("Not a lexicon file");
  const count = view.getUint32(4, true);
  if (count * 3 > bytes.length) throw new RangeError("The lexicon file is cut short");
  let bucketBits = 4;
  while (2 ** bucketBits * BUCKET < count) bucketBits++;
  const shift = LEXICON_HASH_BITS - bucketBits;
  const hashes = new Int32Array(count);
  /** Where each bucket begins, and where the last one ends. */
  const starts = new Int32Array(2 ** bucketBits + 1);
  const low = bytes.length - 2 * count;
  const high = low + count;
  let at = 8;
  let hash = 0;
  let buckets = 0;
  for (let index = 0; index < count; index++) {
    let byte = bytes[at++]!;
    let delta = byte & 127;
    for (let bits = 7; byte > 127 && at < low; bits += 7) {
      byte = bytes[at++]!;
      delta |= (byte & 127) << bits;
    }
    hash += delta;
    if (hash >>> LEXICON_HASH_BITS !== 0) throw new RangeError("The lexicon file is damaged");
    hashes[index] = hash;
    for (const bucket = hash >>> shift; buckets <= bucket; buckets++) starts[buckets] = index;
  }
  if (at !== low) throw new RangeError("The lexicon file is damaged");
  starts.fill(count, buckets);
  return {
    size: count,
    flags(wordHash) {
      const wanted = lexiconHash(wordHash);
      const bucket = wanted >>> shift;
      const end = starts[bucket + 1]!;
      for (let index = starts[bucket]!; index < end; index++)
        if (hashes[index] === wanted) return bytes[low + index]! | (bytes[high + index]! << 8);
      return 0;
    },
  };
}

/** Writes the file `readLexicon` reads; two words of one hash share their flags. */
export function writeLexicon(words: ReadonlyMap<number, number>): ArrayBuffer {
  const merged = new Map<number, number>();
  for (const [wordHash, flags] of words) {
    const hash = lexiconHash(wordHash);
    merged.set(hash, (merged.get(hash) ?? 0) | flags);
  }
  const sorted = [...merged].sort((a, b) => a[0] - b[0]);
  const bytes: number[] = [];
  let previous = 0;
  for (const [hash] of sorted) {
    let delta = hash - previous;
    previous = hash;
    while (delta > 127) {
      bytes.push((delta & 127) | 128);
      delta >>>= 7;
    }
    bytes.push(delta);
  }
  const count = sorted.length;
  const file = new ArrayBuffer(8 + bytes.length + 2 * count);
  const view = new DataView(file);
  view.setUint32(0, LEXICON_MAGIC, true);
  view.setUint32(4, count, true);
  new Uint8Array(file).set(bytes, 8);
  sorted.forEach(([, flags], index) => {
    view.setUint8(8 + bytes.length + index, flags & 255);
    view.setUint8(8 + bytes.length + count + index, flags >>> 8);
  });
  return file;
}
