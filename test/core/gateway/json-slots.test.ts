import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectSlots, pathOf, readSlot, splice, writeSlot } from "../../../workers/core/gateway/json-slots.ts";
import { compilePositions, rows, UNKNOWN } from "../../../workers/core/gateway/positions.ts";

/** Every string and free key that a body holds, by the language's own parser. */
function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return Object.values(value).flatMap(stringsOf);
}

/** Long strings, full of what a search for their end could stumble over. */
const longStrings = fc
  .array(fc.constantFrom("abcdefghijklmnopqrst", "\\", '\\"', "\\\\", "\\n", "\\u00e9", "é", '"', "\n", "\t"), {
    maxLength: 14,
  })
  .map((parts) => parts.join(""));

describe("the walk over a body", () => {
  it("reads long strings as the parser does, escapes, quotes and control characters in them", () => {
    fc.assert(
      fc.property(fc.array(longStrings, { maxLength: 4 }), fc.constantFrom("", "\n"), (strings, space) => {
        const json = `[${space}${strings.map((text) => `"${text}"`).join(`,${space}`)}]`;
        let expected: unknown = null;
        try {
          expected = stringsOf(JSON.parse(json));
        } catch {
          // The walk is to refuse it too.
        }
        const read = collectSlots(json, UNKNOWN)?.slots.map((slot) => readSlot(json, slot)) ?? null;
        expect(read === null || read.includes(null) ? null : read).toEqual(expected);
      }),
      { seed: 20261121, numRuns: 3000 },
    );
  });

  it("finds every string that the parser finds, whatever the body", () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: "medium" }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const json = JSON.stringify(value, null, indent);
        const walked = collectSlots(json, UNKNOWN)!;
        const seen = walked.slots.filter((slot) => !slot.isKey && !slot.isNumber).map((slot) => readSlot(json, slot));
        expect(seen).toEqual(stringsOf(JSON.parse(json)));
      }),
      { seed: 20261121, numRuns: 400 },
    );
  });

  it("refuses exactly what the parser refuses", () => {
    const pieces = fc.array(
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"a"',
        '"',
        "\\",
        "1",
        "-",
        "0",
        ".",
        "e5",
        "true",
        "nul",
        "null",
        " ",
        "\n",
        "\u0001",
      ),
      { maxLength: 12 },
    );
    const accepts = (json: string): boolean => {
      const walked = collectSlots(json, UNKNOWN);
      return walked !== null && walked.slots.every((slot) => readSlot(json, slot) !== null);
    };
    const parses = (json: string): boolean => {
      try {
        JSON.parse(json);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(pieces, (parts) => {
        const json = parts.join("");
        // Keys that are plain identifiers are not read, so an escape in one is only refused where it stands in a slot.
        expect(accepts(json)).toBe(parses(json));
      }),
      { seed: 20261121, numRuns: 3000 },
    );
  });

  it("writes one leaf and leaves every other byte alone", () => {
    const json = '{ "a" : "x",\n "b": [1.0, 1e3, "\\u0041", {"c":"y"} ], "a": "z" }';
    const { slots } = collectSlots(json, UNKNOWN)!;
    const texts = slots.map((slot) => readSlot(json, slot));
    expect(texts).toEqual(["x", "1.0", "1e3", "A", "y", "z"]);
    expect(splice(json, [writeSlot(slots[4]!, 'q"\n')])).toBe(json.replace('"y"', '"q\\"\\n"'));
    expect(splice(json, [])).toBe(json);
  });

  it("sees both members of a duplicate key, and prototype keys as any other", () => {
    const json = '{"__proto__":"a","constructor":"b","content":"c","content":"d"}';
    const tree = compilePositions({ contexts: [], positions: rows("text", "content") });
    expect(collectSlots(json, tree)!.slots.map((slot) => readSlot(json, slot))).toEqual(["a", "b", "c", "d"]);
  });

  it("leaves protocol values alone only in their shape", () => {
    const tree = compilePositions({ contexts: [], positions: [...rows("enum", "type"), ...rows("id", "id")] });
    const read = (body: object): (string | null)[] => {
      const json = JSON.stringify(body);
      return collectSlots(json, tree)!.slots.map((slot) => readSlot(json, slot));
    };
    expect(read({ type: "text", id: "call_9fQk2x" })).toEqual([]);
    expect(read({ type: "mi correo es a@b.co", id: "5512345678" })).toEqual(["mi correo es a@b.co", "5512345678"]);
  });

  it("names places without repeating keys that nobody has named", () => {
    const json = '{"messages":[{"content":"a"},{"juan@x.com":{"b":"c"}}]}';
    const tree = compilePositions({ contexts: [], positions: rows("text", "messages[].content") });
    const paths = collectSlots(json, tree)!.slots.map(pathOf);
    expect(paths).toEqual(["messages[0].content", "messages[1].*", "messages[1].*.*"]);
  });

  it("refuses bodies that are too deep, and takes time in proportion to their length", () => {
    expect(collectSlots("[".repeat(100_000), UNKNOWN)).toBeNull();
    expect(collectSlots(`${"[".repeat(300)}${"]".repeat(300)}`, UNKNOWN)).toBeNull();
    const long = JSON.stringify({ a: '\\"'.repeat(200_000), b: Array.from({ length: 20_000 }, () => "x") });
    expect(collectSlots(long, UNKNOWN)!.slots.length).toBe(20_001);
  });
});
