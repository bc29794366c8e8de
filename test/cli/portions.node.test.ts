import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, readPortions } from "../../workers/cli/input.ts";

async function* cut(bytes: Uint8Array, at: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [0, ...at.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  // The buffer of a chunk is used again for the next one, as a stream may do.
  const buffer = new Uint8Array(bytes.length);
  for (let i = 1; i < places.length; i++) {
    buffer.fill(0);
    buffer.set(bytes.subarray(places[i - 1]!, places[i]!));
    yield buffer.subarray(0, places[i]! - places[i - 1]!);
  }
}

async function linesThrough(chunks: AsyncIterable<Uint8Array>, size: number): Promise<string[]> {
  const portions: Uint8Array[] = [];
  for await (const portion of readPortions(chunks, size)) portions.push(portion);
  return portions.flatMap((portion) => linesOf(portion));
}

describe("portions of lines", () => {
  it("are the lines of the text, however the bytes arrive and whatever the size of a portion", async () => {
    const line = fc.string({ unit: fc.constantFrom("a", "ñ", "😀", "\r", " ", "\ufeff", "\0"), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.nat(400), { maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (lines, at, size, ends) => {
          const text = lines.join("\n") + (ends ? "\n" : "");
          const expected = text.replace(/^\ufeff/, "").split("\n");
          if (expected.at(-1) === "") expected.pop();
          const got = await linesThrough(cut(new TextEncoder().encode(text), at), size);
          expect(got).toEqual(expected.map((each) => (each.endsWith("\r") ? each.slice(0, -1) : each)));
        },
      ),
      { seed: 5, numRuns: 400 },
    );
  });

  it("own their buffers and keep near the size asked for", async () => {
    const bytes = new TextEncoder().encode("0123456789abcde\n".repeat(64));
    for await (const portion of readPortions(cut(bytes, [100, 500]), 64)) {
      expect(portion.byteLength).toBe(portion.buffer.byteLength);
      expect(portion.byteLength).toBeLessThanOrEqual(64 + 16);
      expect(portion.at(-1)).toBe(10);
    }
  });

  it("refuse a line that never ends", async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 80; i++) yield new Uint8Array(1 << 20).fill(97);
    }
    await expect(linesThrough(endless(), 1 << 16)).rejects.toThrow("longer than");
  });
});
