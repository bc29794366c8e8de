/**
 * SipHash-2-4 with a 128-bit result (Aumasson and Bernstein, 2012; the reference implementation's double-width
 * variant), as 32 lowercase hexadecimal characters in byte order. `key` is 16 bytes or more, of which the first 16
 * count; a shorter one is a RangeError. Linear in the data; 64-bit words are kept as pairs of 32-bit halves.
 */
export function sipHash128(key: Uint8Array, data: Uint8Array): string {
  if (key.length < 16) throw new RangeError("the key needs at least 16 bytes");
  const [k0l, k0h, k1l, k1h] = [word(key, 0), word(key, 4), word(key, 8), word(key, 12)];
  // v0..v3 as (low, high) pairs; v1 carries the double-width variant's 0xee.
  const v = Uint32Array.of(
    k0l ^ 0x70736575,
    k0h ^ 0x736f6d65,
    k1l ^ 0x6e646f6d ^ 0xee,
    k1h ^ 0x646f7261,
    k0l ^ 0x6e657261,
    k0h ^ 0x6c796765,
    k1l ^ 0x79746573,
    k1h ^ 0x74656462,
  );
  const whole = data.length - (data.length % 8);
  for (let at = 0; at < whole; at += 8) compress(v, word(data, at), word(data, at + 4));

  const tail = new Uint8Array(8);
  tail.set(data.subarray(whole));
  tail[7] = data.length & 0xff;
  compress(v, word(tail, 0), word(tail, 4));

  v[4]! ^= 0xee;
  for (let i = 0; i < 4; i++) round(v);
  const first = fold(v);
  v[2]! ^= 0xdd;
  for (let i = 0; i < 4; i++) round(v);
  return first + fold(v);
}

function compress(v: Uint32Array, low: number, high: number): void {
  v[6]! ^= low;
  v[7]! ^= high;
  round(v);
  round(v);
  v[0]! ^= low;
  v[1]! ^= high;
}

function round(v: Uint32Array): void {
  add(v, 0, 2);
  rotate(v, 2, 13);
  xor(v, 2, 0);
  swap(v, 0);
  add(v, 4, 6);
  rotate(v, 6, 16);
  xor(v, 6, 4);
  add(v, 0, 6);
  rotate(v, 6, 21);
  xor(v, 6, 0);
  add(v, 4, 2);
  rotate(v, 2, 17);
  xor(v, 2, 4);
  swap(v, 4);
}

function add(v: Uint32Array, to: number, from: number): void {
  const low = v[to]! + v[from]!;
  v[to] = low;
  v[to + 1] = v[to + 1]! + v[from + 1]! + (low > 0xffffffff ? 1 : 0);
}

function xor(v: Uint32Array, to: number, from: number): void {
  v[to]! ^= v[from]!;
  v[to + 1]! ^= v[from + 1]!;
}

/** Rotates left by fewer than 32 bits. */
function rotate(v: Uint32Array, at: number, bits: number): void {
  const low = v[at]!;
  const high = v[at + 1]!;
  v[at] = (low << bits) | (high >>> (32 - bits));
  v[at + 1] = (high << bits) | (low >>> (32 - bits));
}

/** Rotates by 32 bits. */
function swap(v: Uint32Array, at: number): void {
  const low = v[at]!;
  v[at] = v[at + 1]!;
  v[at + 1] = low;
}

/** v0 ^ v1 ^ v2 ^ v3, little-endian, in hexadecimal. */
function fold(v: Uint32Array): string {
  let text = "";
  for (const half of [v[0]! ^ v[2]! ^ v[4]! ^ v[6]!, v[1]! ^ v[3]! ^ v[5]! ^ v[7]!]) {
    for (let shift = 0; shift < 32; shift += 8) text += ((half >>> shift) & 0xff).toString(16).padStart(2, "0");
  }
  return text;
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}
