/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) over bytes, with a 16-byte key: a keyed hash cheap enough to be taken of
 * every word of a text. 64-bit words are pairs of 32-bit halves.
 */
export interface SipHash {
  /** Hash of `bytes[start, end)`; the two halves are in `high` and `low` afterwards. Returns the low half, unsigned. */
  hash(bytes: Uint8Array, start?: number, end?: number): number;
  high: number;
  low: number;
}

function readWord(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

/** Whether the sum of two unsigned 32-bit numbers, given as its low half, did not fit. */
const carry = (sum: number, part: number): number => (sum >>> 0 < part >>> 0 ? 1 : 0);

/** Throws RangeError unless the key has 16 bytes. */
export function createSipHash(key: Uint8Array): SipHash {
  if (key.length !== 16) throw new RangeError("a SipHash key has 16 bytes");
  const k0l = readWord(key, 0);
  const k0h = readWord(key, 4);
  const k1l = readWord(key, 8);
  const k1h = readWord(key, 12);

  return {
    high: 0,
    low: 0,
    hash(bytes, start = 0, end = bytes.length) {
      let v0l = k0l ^ 0x70736575;
      let v0h = k0h ^ 0x736f6d65;
      let v1l = k1l ^ 0x6e646f6d;
      let v1h = k1h ^ 0x646f7261;
      let v2l = k0l ^ 0x6e657261;
      let v2h = k0h ^ 0x6c796765;
      let v3l = k1l ^ 0x79746573;
      let v3h = k1h ^ 0x74656462;
      const whole = (end - start) >> 3;
      // The words, the last one with the length in it, and the end: all in one loop, so that everything stays in locals.
      for (let word = 0; word <= whole + 1; word++) {
        let low = 0;
        let high = 0;
        let rounds = 2;
        const at = start + 8 * word;
        if (word < whole) {
          low = readWord(bytes, at);
          high = readWord(bytes, at + 4);
        } else if (word === whole) {
          high = ((end - start) & 0xff) << 24;
          for (let i = 0; at + i < end; i++) {
            if (i < 4) low |= bytes[at + i]! << (8 * i);
            else high |= bytes[at + i]! << (8 * (i - 4));
          }
        } else {
          v2l ^= 0xff;
          rounds = 4;
        }
        v3l ^= low;
        v3h ^= high;
        for (; rounds > 0; rounds--) {
          v0l = (v0l + v1l) | 0;
          v0h = (v0h + v1h + carry(v0l, v1l)) | 0;
          let l = ((v1l << 13) | (v1h >>> 19)) ^ v0l;
          v1h = ((v1h << 13) | (v1l >>> 19)) ^ v0h;
          v1l = l;
          l = v0l;
          v0l = v0h;
          v0h = l;
          v2l = (v2l + v3l) | 0;
          v2h = (v2h + v3h + carry(v2l, v3l)) | 0;
          l = ((v3l << 16) | (v3h >>> 16)) ^ v2l;
          v3h = ((v3h << 16) | (v3l >>> 16)) ^ v2h;
          v3l = l;
          v0l = (v0l + v3l) | 0;
          v0h = (v0h + v3h + carry(v0l, v3l)) | 0;
          l = ((v3l << 21) | (v3h >>> 11)) ^ v0l;
          v3h = ((v3h << 21) | (v3l >>> 11)) ^ v0h;
          v3l = l;
          v2l = (v2l + v1l) | 0;
          v2h = (v2h + v1h + carry(v2l, v1l)) | 0;
          l = ((v1l << 17) | (v1h >>> 15)) ^ v2l;
          v1h = ((v1h << 17) | (v1l >>> 15)) ^ v2h;
          v1l = l;
          l = v2l;
          v2l = v2h;
          v2h = l;
        }
        v0l ^= low;
        v0h ^= high;
      }
      this.low = (v0l ^ v1l ^ v2l ^ v3l) >>> 0;
      this.high = (v0h ^ v1h ^ v2h ^ v3h) >>> 0;
      return this.low;
    },
  };
}

const encoder = new TextEncoder();
const ascii = new Uint8Array(8192);

/** Hash of a string's UTF-8. */
function hashText(hash: SipHash, text: string): number {
  const { length } = text;
  if (length > ascii.length) return hash.hash(encoder.encode(text));
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return hash.hash(encoder.encode(text));
    ascii[at] = code;
  }
  return hash.hash(ascii, 0, length);
}

/** Keyed digest of a string as 16 hexadecimal digits. */
export function sipHex(hash: SipHash, text: string): string {
  hashText(hash, text);
  return hash.high.toString(16).padStart(8, "0") + hash.low.toString(16).padStart(8, "0");
}

/** Keyed digest of a string as one unsigned 32-bit number. */
export function sipNumber(hash: SipHash, text: string): number {
  return hashText(hash, text);
}
