// The members of a body that steer the gateway, read without parsing the rest of it.
import type { JsonObject } from "../../contract/ids.ts";

/** Everything that says where a request goes and how it is answered. */
const STEERING: ReadonlySet<string> = new Set([
  "model",
  "stream",
  "stream_options",
  "max_tokens",
  "max_completion_tokens",
  "max_output_tokens",
]);

/** The closing quote of a string that begins at `at`, or -1. */
function endOfString(json: string, at: number): number {
  for (let quote = json.indexOf('"', at); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let first = quote;
    while (first > at && json.charCodeAt(first - 1) === 92) first--;
    if (((quote - first) & 1) === 0) return quote;
  }
  return -1;
}

/**
 * Tells of every member of a JSON object's top level: its name, and where its value begins and ends. "too_deep" where
 * containers are nested more than `maxDepth` deep; null for anything but an object, and for one of which this much can
 * be told that it is no JSON: strings are skipped and values are not looked at. Throws what `take` throws.
 */
function walkMembers(
  json: string,
  maxDepth: number,
  take: (name: string, start: number, end: number) => void,
): "whole" | "too_deep" | null {
  let depth = 0;
  let key: string | null = null;
  let expectsKey = false;
  let valueAt = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (depth === 0 && code !== 123) {
      if (code === 32 || code === 10 || code === 13 || code === 9) continue;
      return null;
    }
    if (code === 34) {
      const end = endOfString(json, at + 1);
      if (end < 0) return null;
      if (expectsKey) {
        const raw = json.slice(at + 1, end);
        key = raw.includes("\\") ? (JSON.parse(`"${raw}"`) as string) : raw;
        expectsKey = false;
      }
      at = end;
    } else if (code === 123 || code === 91) {
      depth++;
      if (depth > maxDepth) return "too_deep";
      expectsKey = depth === 1;
    } else if (code === 125 || code === 93) {
      if (depth === 1) {
        if (key !== null) take(key, valueAt, at);
        return json.slice(at + 1).trim() === "" ? "whole" : null;
      }
      depth--;
    } else if (depth === 1) {
      if (code === 58) valueAt = at + 1;
      else if (code === 44) {
        if (key !== null) take(key, valueAt, at);
        key = null;
        expectsKey = true;
      }
    }
  }
  return null;
}

/**
 * The steering members of a JSON object; of a member that is there twice the last one, as parsers take it. Null for
 * anything else, and for an object of which this much can be told that it is no JSON: strings are skipped and values
 * that do not steer are not looked at. "too_deep" where containers are nested more than `maxDepth` deep.
 */
export function readHead(json: string, maxDepth: number): JsonObject | "too_deep" | null {
  const head: JsonObject = {};
  try {
    const walked = walkMembers(json, maxDepth, (name, start, end) => {
      if (STEERING.has(name)) head[name] = JSON.parse(json.slice(start, end)) as unknown;
    });
    return walked === "whole" ? head : walked;
  } catch {
    // One of them is no JSON.
    return null;
  }
}

/**
 * The text of a JSON object with one member of its top level changed, or added in front; the rest stays as it is, byte
 * for byte. `change` gets the member's JSON as it stands (null where there is none) and gives the new one; a member that
 * is there twice is changed twice. Throws SyntaxError for what is no object.
 */
export function changeMember(json: string, name: string, change: (raw: string | null) => string): string {
  let out = "";
  let at = 0;
  let members = 0;
  const walked = walkMembers(json, Number.POSITIVE_INFINITY, (each, start, end) => {
    members++;
    if (each !== name) return;
    out += json.slice(at, start) + change(json.slice(start, end).trim());
    at = end;
  });
  if (walked !== "whole") throw new SyntaxError("not a JSON object");
  if (at > 0) return out + json.slice(at);
  const inside = json.indexOf("{") + 1;
  return `{${JSON.stringify(name)}:${change(null)}${members === 0 ? "" : ","}${json.slice(inside)}`;
}

/**
 * Where the elements of a list end whose first one begins at `at`: objects and lists alone, else there are no ends. Of
 * text that is no JSON the ends mean nothing.
 */
export function endsOfElements(json: string, at: number): number[] {
  const ends: number[] = [];
  let depth = 0;
  for (let i = at; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === 34) {
      if (depth === 0) return [];
      i = endOfString(json, i + 1);
      if (i < 0) return [];
    } else if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) {
      if (depth === 0) return ends;
      if (--depth === 0) ends.push(i + 1);
    } else if (depth === 0 && code !== 44 && code !== 32 && code !== 10 && code !== 13 && code !== 9) return [];
  }
  return [];
}
