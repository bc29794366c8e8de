import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originalSpan, viewOf } from "../../../workers/core/privacy/view.ts";

describe("the normalised view", () => {
  it.each([
    ["plain", "hola ñandú 123", "hola ñandú 123"],
    ["zero width", "a\u200bb", "ab"],
    ["full width", "４１＠ａ", "41@a"],
    ["entities", "a&#64;b &amp; c&period;d &bogus; &#0;", "a@b & c.d &bogus; &#0;"],
    ["percent", "a%40b 50% 100%2", "a@b 50% 100%2"],
    ["escapes of escapes", "a%2540b &amp;#64; %26%2364%3B 100%25", "a@b @ @ 100%"],
    ["combining marks", "Pe\u0301rez", "Perez"],
    ["Cyrillic inside a Latin word", "раypal", "paypal"],
    ["Cyrillic text", "привет мир", "привет мир"],
    ["typographic spaces and dashes", "55\u00a01234\u20115678", "55 1234-5678"],
    ["a number digit by digit", "cel 5 5 1 2 3 4 5 6 7 8 y 4-1-5-5-5-5-0-1-3-2", "cel 5512345678 y 4155550132"],
    ["marks and counting", "1 2 3 4 5 6 7 8, 0 1 1 0 1 0 0 1, 1 2 3", "1 2 3 4 5 6 7 8, 0 1 1 0 1 0 0 1, 1 2 3"],
    ["mathematical letters", "𝐚𝟗", "a9"],
    ["escapes between words", String.raw`Tel:\t55\nAna\r\nx \"b\" https:\/\/c`, 'Tel:\t55\nAna\n\nx "b" https://c'],
    ["escapes of JSON inside JSON", String.raw`a\\nAna \\\"b\\\"`, 'a\nAna "b"'],
    ["questions and answers on escaped lines", String.raw`Q:\nAna\nA:\n4539`, "Q:\nAna\nA:\n4539"],
    ["paths of Windows", String.raw`C:\Users\tania\nomina.txt`, String.raw`C:\Users\tania\nomina.txt`],
    ["shared folders", String.raw`see \\nas01\temp\report.txt`, String.raw`see \\nas01\temp\report.txt`],
    ["accounts of a domain", String.raw`CORP\tania.lopez`, String.raw`CORP\tania.lopez`],
  ])("shows %s as a reader takes it", (_, text, expected) => {
    expect(viewOf(text).text).toBe(expected);
  });

  it("maps every span back to what it stands for", () => {
    const text = "x&#64;y\u200bz Pe\u0301";
    const view = viewOf(text);
    expect(view.text).toBe("x@yz Pe");
    const original = (start: number, end: number): string => {
      const span = originalSpan(view, start, end);
      return text.slice(span.start, span.end);
    };
    expect(original(1, 2)).toBe("&#64;");
    expect(original(0, 4)).toBe("x&#64;y\u200bz");
    expect(original(2, 3)).toBe("y");
    expect(original(5, 7)).toBe("Pe\u0301");
    expect(original(3, 4)).toBe("z");
  });

  it("maps a number written digit by digit back to all of its digits", () => {
    const text = "a\u200bb: 5 5 1 2 3 9 0 7 8 4 fin&period;";
    const view = viewOf(text);
    expect(view.text).toBe("ab: 5512390784 fin.");
    const span = originalSpan(view, 4, 14);
    expect(text.slice(span.start, span.end)).toBe("5 5 1 2 3 9 0 7 8 4");
    expect(originalSpan(view, 15, 18)).toEqual({ start: text.indexOf("fin"), end: text.indexOf("&") });
  });

  it("keeps spans inside the text and in order, for any text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: "binary" }),
            fc.constantFrom("\u200b", "&#64;", "%40", "е", "𝟗", "\ud835", "&", "%", "\\", "\\n", '\\"'),
          ),
        ),
        (pieces) => {
          const text = pieces.join("");
          const view = viewOf(text);
          let last = 0;
          for (let i = 0; i < view.text.length; i++) {
            const { start, end } = originalSpan(view, i, i + 1);
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = start;
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
