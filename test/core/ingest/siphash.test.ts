import { describe, expect, it } from "vitest";
import { sipHash128 } from "../../../workers/core/ingest/siphash.ts";

const key = Uint8Array.from({ length: 16 }, (_, i) => i);
const input = (length: number) => Uint8Array.from({ length }, (_, i) => i);

describe("sipHash128", () => {
  // From the reference implementation's vectors (key 00..0f, input 00..n-1).
  it.each([
    [0, "a3817f04ba25a8e66df67214c7550293"],
    [1, "da87c1d86b99af44347659119b22fc45"],
    [7, "a1f1ebbed8dbc153c0b84aa61ff08239"],
    [8, "3b62a9ba6258f5610f83e264f31497b4"],
    [15, "5493e99933b0a8117e08ec0f97cfc3d9"],
    [63, "5150d1772f50834a503e069a973fbd7c"],
  ])("gives the reference implementation's hash of %i bytes", (length, expected) => {
    expect(sipHash128(key, input(length))).toBe(expected);
  });

  it("depends on every bit of the key's first 16 bytes", () => {
    const hashes = new Set<string>();
    for (let bit = 0; bit < 128; bit++) {
      const other = Uint8Array.from(key);
      other[bit >> 3]! ^= 1 << (bit & 7);
      hashes.add(sipHash128(other, input(9)));
    }
    expect(hashes.size).toBe(128);
  });

  it("refuses a short key", () => {
    expect(() => sipHash128(key.subarray(1), input(1))).toThrow(RangeError);
  });
});
