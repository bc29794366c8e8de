import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeMember, readHead } from "../../../workers/core/gateway/body-head.ts";

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

describe("a member that is changed in the text of a body", () => {
  const to = (json: string, name: string, raw: string): string => changeMember(json, name, () => raw);

  it("leaves everything else as it was written: numbers, spaces, escapes, order", () => {
    const before = '{ "a":[9223372036854775807, 1.0,1e400,-0 ],"model" : "x" ,"\\u0062":"\\/" }';
    const after = '{ "a":[9223372036854775807, 1.0,1e400,-0 ],"model" :"y","\\u0062":"\\/" }';
    expect(to(before, "model", '"y"')).toBe(after);
  });

  it("is added where there is none, given its JSON to change, and changed as often as it is there", () => {
    expect(to(" {}", "model", '"y"')).toBe('{"model":"y"}');
    expect(to('{"a":{"model":1}}', "model", '"y"')).toBe('{"model":"y","a":{"model":1}}');
    expect(to('{"model":1,"b":2,"mod\\u0065l":[3]}', "model", '"y"')).toBe('{"model":"y","b":2,"mod\\u0065l":"y"}');
    expect(changeMember('{"o": {"a":1.0} }', "o", (raw) => changeMember(raw!, "b", () => "2"))).toBe(
      '{"o":{"b":2,"a":1.0}}',
    );
    expect(() => to("[]", "model", "1")).toThrow(SyntaxError);
  });

  it("is what a parser then reads, beside what it read before", () => {
    // Keys without quotes: the parser of V8 13.6 can take the key `"` for the key `\`.
    const text = fc.string().filter((each) => !/["\\]/.test(each));
    const key = fc.oneof(fc.constantFrom("model", "messages", "{", "}", ":", ","), text);
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue({ maxDepth: 4 })), fc.constantFrom(0, 2), (body, indent) => {
        const changed = JSON.parse(to(JSON.stringify(body, null, indent), "model", '"y"')) as object;
        expect(changed).toEqual({ ...(JSON.parse(JSON.stringify(body)) as object), model: "y" });
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
