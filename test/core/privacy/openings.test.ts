import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DETECTORS } from "../../../workers/core/privacy/detectors/table.ts";
import { mayOpen, openingsOf, openingsOfRow, RowFilter } from "../../../workers/core/privacy/openings.ts";

const opens = (pattern: RegExp, text: string): boolean => mayOpen(openingsOf(pattern), text, 0);

/** Characters of which values, and what stands around them, are made. */
const PIECES = [
  ..."0123456789ABDEFHKMXYZabdefhkmnorstxyz -.,:/#'(°@_+*ñÑáé\n",
  "\u017f",
  "\u212a",
  "\u{1d7d8}",
  "GOMA",
  "de ",
  "enero ",
  "calle ",
  "años",
  "12",
  "2024",
  "ES",
  "sk-",
  "eyJ",
];

describe("openings of patterns", () => {
  it("tell what may stand at each place of a match, over groups, alternatives and repetitions", () => {
    for (const [pattern, fitting, others] of [
      [/\d{2}[ -]?[A-C]x/y, ["12Ax", "12 Bx", "12-Cx"], ["1 ", "12D", "12  A", "12"]],
      [/(?:ab|c{2,3})d/y, ["abd", "ccd", "cccd"], ["ad", "cd", "cxd", "abx"]],
      [/([ab])\1!/y, ["aa!", "bb!"], ["c"]],
      [/x(?=y)(?!z)(?<=x)[^q]/y, ["xy", "xñ"], ["xq", "yy"]],
      [/a+?b*c/y, ["ac", "aaaaaaaaaac", "abbc"], ["bc", "ax"]],
      [/\w\W\d\D\s\S/y, ["z-1a b", "_ 9é\t!"], ["-", "aa", "a-b", "a-12", "a-1ab", "a-1a  "]],
      [/[^\S\n][\w.][^a-y\d]/iy, [" _z", "\tqZ", " .é"], ["\na", "ab", " -", " _b", " .Y", " .4"]],
      [/\u0041\x42\u{43}[\t-\r]/uy, ["ABC\n"], ["ABCD", "B"]],
      [/k\p{Lu}/iuy, ["Ka", "\u212aÑ"], ["ab", "k"]],
    ] as const) {
      for (const text of fitting) expect([pattern, text, opens(pattern, text)]).toEqual([pattern, text, true]);
      for (const text of others) expect([pattern, text, opens(pattern, text)]).toEqual([pattern, text, false]);
    }
  });

  it("allow anything behind the end of a match, and the end of the text there only", () => {
    expect(opens(/ab/y, "ab")).toBe(true);
    expect(opens(/ab/y, "ab\u0000ñ")).toBe(true);
    expect(opens(/abc?/y, "ab")).toBe(true);
    expect(opens(/abc/y, "ab")).toBe(false);
  });

  it("are refused for syntax that is not read", () => {
    expect(() => openingsOf(/(?<a>x)\k<a>/y)).toThrow(RangeError);
  });

  it("allow every match of every row of the table", () => {
    const rows = DETECTORS.flatMap(({ match, name }) => (match instanceof RegExp ? [{ match, name }] : []));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 12 }), (text) => {
        for (const { match, name } of rows) {
          match.lastIndex = 0;
          if (match.test(text)) expect([name, mayOpen(openingsOf(match), text, 0)]).toEqual([name, true]);
        }
      }),
      { seed: 31, numRuns: 3000 },
    );
  });

  it("select in one go the rows that they allow one by one", () => {
    const rows = DETECTORS.filter(({ trigger }) => trigger === "number" || trigger === "code");
    const filter = new RowFilter(rows);
    const isOneOf = (chars: string | undefined, char: string): boolean =>
      chars === undefined || chars.includes(char) || (char > "\x7f" && /[^\0-\x7f]/.test(chars));
    fc.assert(
      fc.property(
        fc.constantFrom("", "a", " ", "-", "/", "+", "•"),
        fc.string({ unit: fc.constantFrom(...PIECES), minLength: 1, maxLength: 12 }),
        fc.nat(40),
        (before, value, length) => {
          const text = before + value;
          const start = before.length;
          const end = Math.min(text.length, start + length + 1);
          const expected = rows.flatMap((row, index) => {
            const openings = openingsOfRow(row);
            const isFitting =
              (row.starts === undefined || row.starts.includes(end - start)) &&
              isOneOf(row.next, text[end] ?? " ") &&
              isOneOf(row.follows, text[start - 1] ?? " ") &&
              (openings === null || mayOpen(openings, text, start));
            return isFitting ? [index] : [];
          });
          const selected: number[] = [];
          if (filter.select(text, start, end))
            for (let index = filter.next(0); index >= 0; index = filter.next(index + 1)) selected.push(index);
          expect(selected).toEqual(expected);
        },
      ),
      { seed: 32, numRuns: 2000 },
    );
  });
});
