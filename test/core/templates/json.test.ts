import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dumpJson, parseJson, printFloat, reprPython } from "../../../workers/core/templates/json.ts";
import type { Json } from "../../../workers/core/templates/model.ts";

describe("parseJson", () => {
  it("reads every value that JSON.parse reads, and to the same value", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(dumpJson(parseJson(text)))).toEqual(JSON.parse(text));
      }),
      { seed: 5, numRuns: 1000 },
    );
  });

  it("refuses exactly what JSON.parse refuses", () => {
    const accepts = (read: (text: string) => unknown, text: string): boolean => {
      try {
        read(text);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
        return false;
      }
    };
    const fragment = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "u00e9",
      "1",
      "-",
      "0",
      ".",
      "e",
      "+",
      "true",
      "null",
      " ",
      "\n",
      "a",
      "\u0000",
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        expect(accepts(parseJson, text)).toBe(accepts(JSON.parse, text));
      }),
      { seed: 9, numRuns: 5000 },
    );
  });

  it("keeps __proto__ as a key like any other", () => {
    const value = parseJson('{"__proto__": {"polluted": true}}');
    expect(dumpJson(value)).toBe('{"__proto__": {"polluted": true}}');
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("refuses nesting that would exhaust the stack, in time linear in its length", () => {
    expect(() => parseJson("[".repeat(1_000_000))).toThrow(SyntaxError);
    expect(() => parseJson(`"${"a".repeat(1_000_000)}`)).toThrow(SyntaxError);
  });
});

describe("dumpJson", () => {
  it.each<[string, string]>([
    ['{"a":[],"b":{},"c":[1,2]}', '{"a": [], "b": {}, "c": [1, 2]}'],
    ["1.0", "1.0"],
    ["1e5", "100000.0"],
    ["-0", "0"],
    ["-0.0", "-0.0"],
    ["123456789012345678901234567890", "123456789012345678901234567890"],
    ['"\\u00f1 \\u2028 \\u0001 \\/ \\""', '"ñ \u2028 \\u0001 / \\""'],
  ])("writes %s as Python does: %s", (given, expected) => {
    expect(dumpJson(parseJson(given))).toBe(expected);
  });

  it("indents as Python does, empty lists and objects on one line", () => {
    expect(dumpJson(parseJson('{"a":{"b":[1]},"c":[]}'), 4)).toBe(
      '{\n    "a": {\n        "b": [\n            1\n        ]\n    },\n    "c": []\n}',
    );
  });
});

describe("printFloat", () => {
  it.each<[number, string]>([
    [1e16, "1e+16"],
    [1e15, "1000000000000000.0"],
    [0.0001, "0.0001"],
    [0.00001, "1e-05"],
    [-2.5, "-2.5"],
    [1.5e300, "1.5e+300"],
    [5e-324, "5e-324"],
    [-0.00012, "-0.00012"],
    [123456789.125, "123456789.125"],
  ])("prints %d as repr does: %s", (value, expected) => {
    expect(printFloat(value)).toBe(expected);
  });

  it("prints digits that read back to the same number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(printFloat(value))).toBe(value);
      }),
      { seed: 13, numRuns: 2000 },
    );
  });
});

describe("reprPython", () => {
  it.each<[Json, string]>([
    [{ a: "it's", b: 'say "hi"', c: `it's "both"` }, `{'a': "it's", 'b': 'say "hi"', 'c': 'it\\'s "both"'}`],
    [[true, null, 1, 1.5], "[True, None, 1, 1.5]"],
    ["ñ\u00a0\n\t\u007f🚗\ufeff", "'ñ\\xa0\\n\\t\\x7f🚗\\ufeff'"],
  ])("prints %o", (value, expected) => {
    expect(reprPython(value)).toBe(expected);
  });
});
