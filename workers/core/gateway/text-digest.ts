/** Shorter texts are read unit by unit: handing them to the encoder costs more. */
const MIN_ENCODED = 48;
const CHUNK_CHARS = 16 * 1024;
/** Marks the last word of a text that was read as UTF-8, so that it has nothing in common with one read by units. */
const ENCODED = 0x80;
/** Marks that of a prefix. */
const PREFIX = 0x81;

const encoder = new TextEncoder();
const bytes = new Uint8Array(3 * CHUNK_CHARS + 8);
const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);

/** A digest as 16 hexadecimal digits. */
export function hexOf(digest: string): string {
  let hex = "";
  for (let at = 0; at < digest.length; at++) hex += digest.charCodeAt(at).toString(16).padStart(4, "0");
  return hex;
}

/** Keyed digests of texts, for tables that live in memory alone. */
export interface TextDigest {
  /** 64 bits as four UTF-16 units, which need not be well-formed text. */
  digest(text: string): string;
  /**
   * Digests of what stands before each of `ends`, which rise and part no character, in one reading. They depend on the
   * bytes alone, not on where else it stopped, and have nothing in common with those of `digest`.
   */
  prefixes(text: string, ends: readonly number[]): string[];
}

/**
 * HalfSipHash-1-3 (Aumasson and Bernstein's SipHash on 32-bit words, as Linux keys its hash tables) with 64 bits of
 * output: many times as fast here as SipHash-2-4. Good where nobody sees the digests; what leaves the isolate is made
 * by SipHash. Lone surrogates of texts from 48 characters on count as U+FFFD. Throws RangeError unless the key has at
 * least 8 bytes, of which the first 8 are used.
 */
export function createTextDigest(key: Uint8Array): TextDigest {
  if (key.length < 8) throw new RangeError("a key of text digests has 8 bytes");
  const word = (at: number): number => key[at]! | (key[at + 1]! << 8) | (key[at + 2]! << 16) | (key[at + 3]! << 24);
  const k0 = word(0);
  const k1 = word(4);
  let v0 = 0;
  let v1 = 0;
  let v2 = 0;
  let v3 = 0;

  /** Takes `count` words of the buffer. */
  const absorb = (count: number): void => {
    // Said to be 32-bit integers, as what a closure keeps may be any number: the loop takes a third of the time.
    let a = v0 | 0;
    let b = v1 | 0;
    let c = v2 | 0;
    let d = v3 | 0;
    for (let i = 0; i < count; i++) {
      const m = words[i]!;
      d ^= m;
      a = (a + b) | 0;
      b = ((b << 5) | (b >>> 27)) ^ a;
      a = (a << 16) | (a >>> 16);
      c = (c + d) | 0;
      d = ((d << 8) | (d >>> 24)) ^ c;
      a = (a + d) | 0;
      d = ((d << 7) | (d >>> 25)) ^ a;
      c = (c + b) | 0;
      b = ((b << 13) | (b >>> 19)) ^ c;
      c = (c << 16) | (c >>> 16);
      a ^= m;
    }
    v0 = a;
    v1 = b;
    v2 = c;
    v3 = d;
  };

  /** Three rounds without a word. */
  const finish = (): number => {
    words[0] = 0;
    words[1] = 0;
    words[2] = 0;
    absorb(3);
    return v1 ^ v3;
  };

  /** The text as UTF-8; a piece is filled up to whole words with zeros, and the length at the end tells how far. */
  const absorbEncoded = (text: string): number => {
    let length = 0;
    for (let at = 0; at < text.length;) {
      let end = Math.min(text.length, at + CHUNK_CHARS);
      // A pair of surrogates stays together.
      if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
      const { written } = encoder.encodeInto(at === 0 && end === text.length ? text : text.slice(at, end), bytes);
      for (let i = written; (i & 3) !== 0; i++) bytes[i] = 0;
      absorb((written + 3) >> 2);
      length += written;
      at = end;
    }
    return length;
  };

  const absorbUnits = (text: string): number => {
    const { length } = text;
    let count = 0;
    for (let at = 0; at < length; at += 2) {
      words[count++] = text.charCodeAt(at) | (at + 1 < length ? text.charCodeAt(at + 1) << 16 : 0);
    }
    absorb(count);
    return length;
  };

  const start = (): void => {
    v0 = k0;
    v1 = k1 ^ 0xee;
    v2 = k0 ^ 0x6c796765;
    v3 = k1 ^ 0x74656462;
  };

  /** The digest of what was taken, which ends the state; `length` and `kind` go into the last word. */
  const close = (length: number, kind: number): string => {
    words[0] = (length << 8) | kind;
    absorb(1);
    v2 ^= 0xee;
    const high = finish();
    v1 ^= 0xdd;
    const low = finish();
    return String.fromCharCode(high >>> 16, high & 0xffff, low >>> 16, low & 0xffff);
  };

  return {
    digest(text) {
      start();
      const isEncoded = text.length >= MIN_ENCODED;
      const length = isEncoded ? absorbEncoded(text) : absorbUnits(text);
      return close(length, isEncoded ? ENCODED : 0);
    },
    prefixes(text, ends) {
      const digests: string[] = [];
      start();
      let at = 0;
      let length = 0;
      // Bytes at the beginning of the buffer that fill no word yet.
      let held = 0;
      for (const end of ends) {
        while (at < end) {
          let next = Math.min(end, at + CHUNK_CHARS);
          if (next < end && (text.charCodeAt(next - 1) & 0xfc00) === 0xd800) next--;
          const { written } = encoder.encodeInto(text.slice(at, next), held === 0 ? bytes : bytes.subarray(held));
          const whole = (held + written) >> 2;
          absorb(whole);
          held = (held + written) & 3;
          bytes.copyWithin(0, 4 * whole, 4 * whole + held);
          length += written;
          at = next;
        }
        const state = [v0, v1, v2, v3, words[0]!] as const;
        bytes.fill(0, held, 4);
        absorb(1);
        digests.push(close(length, PREFIX));
        [v0, v1, v2, v3, words[0]] = state;
      }
      return digests;
    },
  };
}
