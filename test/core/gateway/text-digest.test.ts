import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasControls } from "../../../workers/core/gateway/control-characters.ts";
import { createTextDigest, hexOf } from "../../../workers/core/gateway/text-digest.ts";

const key = new Uint8Array(16).map((_, index) => 3 * index + 1);
const { digest } = createTextDigest(key);
const LENGTHS = [0, 1, 2, 3, 4, 5, 47, 48, 49, 50, 51, 52, 16_383, 16_384, 16_385, 40_000];

describe("a text's digest", () => {
  it("is the same whenever it is asked for, and another one for every other text", () => {
    const seen = new Map<string, string>();
    for (const length of LENGTHS) {
      for (const char of ["a", "\0", "é", "汉", "😀"]) {
        const text = char.repeat(length);
        expect(digest(text)).toBe(createTextDigest(key).digest(text));
        expect(hexOf(digest(text))).toMatch(/^[0-9a-f]{16}$/);
        expect(seen.get(digest(text)) ?? text).toBe(text);
        seen.set(digest(text), text);
      }
    }
  });

  it("changes with any character, wherever it stands, and with the key", () => {
    const other = createTextDigest(key.map((byte, index) => (index === 7 ? byte + 1 : byte)));
    fc.assert(
      fc.property(fc.constantFrom(...LENGTHS.slice(1)), fc.double({ min: 0, max: 0.999 }), (length, share) => {
        const text = "abcdefghijklmnopqrstuvwxyz ".repeat(1500).slice(0, length);
        const at = Math.floor(share * length);
        const changed = `${text.slice(0, at)}é${text.slice(at + 1)}`;
        expect(digest(changed)).not.toBe(digest(text));
        expect(digest(`${text}\0`)).not.toBe(digest(text));
        expect(other.digest(text)).not.toBe(digest(text));
      }),
      { seed: 20261121, numRuns: 200 },
    );
  });

  it("tells digests apart when they are chained, although they are no well-formed text", () => {
    const links = Array.from({ length: 2000 }, (_, index) => digest(`${index}`));
    expect(new Set(links.map((link) => digest(links[0]! + link))).size).toBe(2000);
  });

  it("wants a key", () => {
    expect(() => createTextDigest(new Uint8Array(7))).toThrow(RangeError);
  });
});

describe("control characters", () => {
  it("are found wherever they stand, and nothing else is taken for one", () => {
    for (const length of [1, 20, 1024, 1025, 1026, 1027, 16_384, 40_001]) {
      for (const char of [" ", "a", "~", "\u007f", "\u0080", "é", "汉", "😀", "\ud800"]) {
        const text = char.repeat(length);
        expect(hasControls(text)).toBe(false);
        for (const at of [0, length >> 1, length - 1]) {
          for (const control of ["\0", "\n", "\u001f"]) {
            expect(hasControls(text.slice(0, at) + control + text.slice(at + 1))).toBe(true);
          }
        }
      }
    }
  });
});
