import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLineReader, createSseReader, type Frame, type FrameReader } from "../../../workers/core/models/sse.ts";

const SEED = 20_261_121;
const encoder = new TextEncoder();

/** Reads the bytes in pieces that end at the given places. */
function readAll(reader: FrameReader, bytes: Uint8Array, cuts: readonly number[]): Frame[] | null {
  const frames: Frame[] = [];
  const ends = [...new Set(cuts)].filter((cut) => cut > 0 && cut < bytes.length).toSorted((a, b) => a - b);
  for (const [index, end] of [...ends, bytes.length].entries()) {
    const found = reader.push(bytes.subarray(index === 0 ? 0 : ends[index - 1]!, end));
    if (found === null) return null;
    frames.push(...found);
  }
  const last = reader.end();
  return last === null ? null : [...frames, ...last];
}

const whole = (text: string): Frame[] | null => readAll(createSseReader(), encoder.encode(text), []);

describe("server-sent events", () => {
  it("are read with LF, CR LF and CR, comments, several data lines, and with or without the blank", () => {
    const stream = ": hello\nevent: a\ndata: 1\ndata:2\n\r\ndata: three\r\rid: 7\nretry: 5\ndata:  four\n\n";
    expect(whole(stream)).toEqual([
      { event: "a", data: "1\n2" },
      { event: "", data: "three" },
      { event: "", data: " four" },
    ]);
  });

  it("are read with a byte-order mark, a field without a colon, and empty data", () => {
    expect(whole("\uFEFFdata: x\n\ndata\n\ndata:\n\n")).toEqual([
      { event: "", data: "x" },
      { event: "", data: "" },
      { event: "", data: "" },
    ]);
  });

  it("are given although the stream ends before their empty line, or even their line break", () => {
    for (const end of ["", "\n", "\r", "\r\n"])
      expect(whole(`data: last${end}`)).toEqual([{ event: "", data: "last" }]);
  });

  it("are not made of names and comments alone", () => {
    expect(whole("event: x\n\n: ping\n\n\n\n")).toEqual([]);
  });

  it("come out the same however the bytes are cut", () => {
    const line = fc.constantFrom(
      "data: ",
      "data:",
      "event: e",
      ": c",
      "data: ñ👋é",
      'data: {"a":1}',
      "",
      "id: 1",
      "data",
    );
    const ending = fc.constantFrom("\n", "\r\n", "\r");
    const stream = fc.array(fc.tuple(line, ending), { maxLength: 20 }).map((lines) => lines.flat().join(""));
    fc.assert(
      fc.property(stream, fc.array(fc.nat({ max: 200 }), { maxLength: 12 }), (text, cuts) => {
        const bytes = encoder.encode(text);
        const expected = readAll(createSseReader(), bytes, []);
        expect(readAll(createSseReader(), bytes, cuts)).toEqual(expected);
        expect(readAll(createSseReader(), bytes, Array.from(bytes.keys()))).toEqual(expected);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it("never throw, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => readAll(createSseReader(64), bytes, [7, 50])).not.toThrow();
        expect(() => readAll(createLineReader(64), bytes, [7, 50])).not.toThrow();
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("are refused where one grows over the bound, in one line or in many", () => {
    const long = "x".repeat(150);
    expect(readAll(createSseReader(100), encoder.encode(`data: ${long}`), [40, 90])).toBeNull();
    expect(readAll(createSseReader(100), encoder.encode(`data: ${"y".repeat(60)}\n`.repeat(3)), [])).toBeNull();
    expect(readAll(createSseReader(200), encoder.encode(`data: ${long}\n\n`), [40])).toHaveLength(1);
  });

  it("take time in proportion to the text, one byte at a time", () => {
    const reader = createSseReader();
    const line = encoder.encode(`data: ${"z".repeat(200_000)}\n\n`);
    let frames = 0;
    for (let at = 0; at < line.length; at += 1) frames += reader.push(line.subarray(at, at + 1))!.length;
    expect(frames).toBe(1);
  });
});

describe("JSON lines", () => {
  it("are every line that is not blank, the last one with or without its break", () => {
    const frames = readAll(createLineReader(), encoder.encode('{"a":1}\n\n  \r\n{"b":"ñ"}'), [3, 14]);
    expect(frames?.map(({ data }) => data)).toEqual(['{"a":1}', '{"b":"ñ"}']);
  });
});
