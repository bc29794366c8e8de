/** A key of 16 bytes as four 32-bit words. */
export type HashKey = readonly [number, number, number, number];

/** Reads a key from at least 16 bytes, little endian. */
export function readHashKey(bytes: Uint8Array): HashKey {
  if (bytes.length < 16) throw new RangeError("a hash key needs 16 bytes");
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  return [view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true), view.getUint32(12, true)];
}

/**
 * HalfSipHash-2-4 with 64 bits of output (Aumasson and Bernstein), over 32-bit words: a keyed pseudo-random function
 * whose outputs reveal nothing of the input without the key. Returns the output's low 53 bits as an exact number.
 */
export function keyedHash(key: HashKey, words: ArrayLike<number>): number {
  let v0 = key[0];
  let v1 = key[1] ^ 0xee;
  let v2 = 0x6c796765 ^ key[2];
  let v3 = 0x74656462 ^ key[3];
  const round = () => {
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]! | 0;
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }
  const last = (words.length << 26) | 0;
  v3 ^= last;
  round();
  round();
  v0 ^= last;
  v2 ^= 0xee;
  for (let i = 0; i < 4; i++) round();
  const low = (v1 ^ v3) >>> 0;
  v1 ^= 0xdd;
  for (let i = 0; i < 4; i++) round();
  const high = (v1 ^ v3) >>> 0;
  return (high & 0x1fffff) * 0x100000000 + low;
}

/** Keyed hash of a string's UTF-16 code units, two to a word. */
export function keyedHashText(key: HashKey, text: string): number {
  const words = new Int32Array((text.length >> 1) + 1);
  for (let i = 0; i < text.length; i++) words[i >> 1]! |= text.charCodeAt(i) << ((i & 1) << 4);
  // The length keeps a string and the same string with a trailing NUL apart.
  words[words.length - 1]! ^= text.length << 20;
  return keyedHash(key, words);
}
