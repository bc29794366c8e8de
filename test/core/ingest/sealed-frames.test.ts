import { describe, expect, it } from "vitest";
import { FRAME_BYTES, openFrames, sealedSize, sealFrames } from "../../../workers/core/ingest/sealed-frames.ts";

const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);
let drawn = 0;
const iv = (): Uint8Array<ArrayBuffer> => {
  drawn += 1;
  return new Uint8Array(12).fill(drawn % 251);
};

function content(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) bytes[index] = (index * 31 + (index >> 8)) & 0xff;
  return bytes;
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const seal = (bytes: Uint8Array, name = "upload", size = 700_001) =>
  joined(sealFrames(KEY, name, cut(bytes, size), iv));
const open = (sealed: Uint8Array, plainBytes: number, name = "upload", key = KEY) =>
  joined(openFrames(key, name, plainBytes, async (offset, length) => sealed.slice(offset, offset + length)));
const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, index) => byte === b[index]);

describe("sealed frames", () => {
  it.each([0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 2 * FRAME_BYTES])(
    "give %i bytes back as they were, in the size foretold",
    async (length) => {
      const plain = content(length);
      const sealed = await seal(plain);
      expect(sealed.length).toBe(sealedSize(length));
      expect(same(await open(sealed, length), plain)).toBe(true);
    },
  );

  it("show nothing of what they hold", async () => {
    const sealed = await seal(new TextEncoder().encode("Macarena Iturriaga ".repeat(50)));
    expect(new TextDecoder().decode(sealed)).not.toContain("Macarena");
  });

  it("open under no other key and no other name", async () => {
    const sealed = await seal(content(100));
    await expect(open(sealed, 100, "part-1")).rejects.toThrow();
    await expect(open(sealed, 100, "upload", new Uint8Array(32))).rejects.toThrow();
  });

  it("do not open when one is changed, moved, left out or cut off", async () => {
    const length = 2 * FRAME_BYTES + 5;
    const sealed = await seal(content(length));
    const frame = sealedSize(FRAME_BYTES);
    const changed = sealed.slice();
    changed[frame + 40]! ^= 1;
    const moved = sealed.slice();
    moved.set(sealed.subarray(frame, 2 * frame), 0);
    moved.set(sealed.subarray(0, frame), frame);
    await expect(open(changed, length)).rejects.toThrow();
    await expect(open(moved, length)).rejects.toThrow();
    await expect(open(sealed.subarray(frame), length - FRAME_BYTES)).rejects.toThrow();
    await expect(open(sealed.subarray(0, 2 * frame), 2 * FRAME_BYTES)).rejects.toThrow();
    await expect(open(sealed.subarray(0, frame), length)).rejects.toThrow();
  });
});
