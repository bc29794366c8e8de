import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHead } from "../../../workers/core/gateway/body-head.ts";

const NAMES = ["model", "stream", "stream_options", "max_tokens", "max_completion_tokens", "max_output_tokens"];
/** What the language's own parser gives for the steering members; null for what it refuses, and for no object. */
function parsed(json: string): object | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.fromEntries(Object.entries(value).filter(([name]) => NAMES.includes(name)));
}

describe("the head of a body", () => {
  it("is what the parser gives, whatever else the body holds", () => {
    const key = fc.oneof(fc.constantFrom(...NAMES, "messages", "__proto__", '"', "\\"), fc.string());
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue({ maxDepth: 4 })), fc.constantFrom(0, 2), (body, indent) => {
        const json = JSON.stringify(body, null, indent);
        expect(readHead(json, 64)).toEqual(parsed(json));
      }),
      { seed: 20261121, numRuns: 1000 },
    );
  });

  it("takes the last of two members of one name, and names written with escapes", () => {
    expect(readHead('{"stream":false,"mod\\u0065l":"a","stream" : true , "model":"b"}', 64)).toEqual({
      stream: true,
      model: "b",
    });
  });

  it("is null for what is no JSON object, and never throws", () => {
    for (const json of ["", " ", "[]", '"a"', "1", "null", "{", '{"model":', '{"model":}', '{"a":"', "{}x", "{} {}"]) {
      expect(readHead(json, 64)).toBeNull();
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'{}[]:," \\a1', "model", "stream"), { maxLength: 20 }), (parts) => {
        const json = parts.join("");
        const head = readHead(json, 4);
        // It may read more than the parser does: the walk over the whole body is strict.
        if (parsed(json) !== null && head !== "too_deep") expect(head).toEqual(parsed(json));
      }),
      { seed: 20261121, numRuns: 3000 },
    );
  });

  it("says how deep is too deep, and stays linear", () => {
    const nested = (depth: number): string => `{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
    expect(readHead(nested(64), 64)).toEqual({});
    expect(readHead(nested(65), 64)).toBe("too_deep");
    expect(readHead(`{"a":"${"[".repeat(100)}"}`, 64)).toEqual({});
    expect(readHead(`{"a":"${'\\"'.repeat(500_000)}","model":"m"}`, 64)).toEqual({ model: "m" });
    expect(readHead(`{"a":"${"\\\\".repeat(500_000)}","model":"m"}`, 64)).toEqual({ model: "m" });
  });
});
