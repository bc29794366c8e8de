// JSON as Python's json module reads and writes it, which is what the official templates print.
import { type Json, JsonFloat, type JsonObject } from "./model.ts";

const MAX_DEPTH = 200;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
/** A run of string characters that need no decoding. */
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);
const INDEX_KEY = /^(?:0|[1-9]\d{0,9})$/;

/**
 * Parses JSON, keeping what JSON.parse loses: `1.0` stays a float, integers beyond 2^53 stay exact, and an object with
 * keys like `"2026"` keeps their order (as a Map). Throws SyntaxError on anything else, and on nesting deeper than 200.
 */
export function parseJson(text: string): Json {
  let at = 0;

  function fail(): never {
    throw new SyntaxError(`invalid JSON at character ${at}`);
  }
  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at = pattern.lastIndex;
    return match;
  }
  function skip(character: string): boolean {
    take(SPACE);
    if (text[at] !== character) return false;
    at++;
    return true;
  }
  function string(): string {
    let value = "";
    for (;;) {
      value += take(PLAIN)?.[0] ?? "";
      const character = text[at++];
      if (character === '"') return value;
      if (character !== "\\") fail();
      const escape = text[at++] ?? "";
      if (escape === "u") {
        const digits = text.slice(at, at + 4);
        if (!/^[0-9a-fA-F]{4}$/.test(digits)) fail();
        value += String.fromCharCode(Number.parseInt(digits, 16));
        at += 4;
      } else value += ESCAPES.get(escape) ?? fail();
    }
  }
  function array(depth: number): Json {
    const items: Json[] = [];
    if (skip("]")) return items;
    do items.push(value(depth));
    while (skip(","));
    if (!skip("]")) fail();
    return items;
  }
  function object(depth: number): Json {
    const entries = new Map<string, Json>();
    let ordered = true;
    if (skip("}")) return {};
    do {
      if (!skip('"')) fail();
      const key = string();
      if (INDEX_KEY.test(key)) ordered = false;
      if (!skip(":")) fail();
      entries.set(key, value(depth));
    } while (skip(","));
    if (!skip("}")) fail();
    if (!ordered) return entries;
    const result: Record<string, Json> = Object.create(null);
    for (const [key, item] of entries) result[key] = item;
    return result;
  }
  function value(depth: number): Json {
    if (depth > MAX_DEPTH) fail();
    take(SPACE);
    const character = text[at];
    if (character === '"') {
      at++;
      return string();
    }
    if (character === "{" || character === "[") {
      at++;
      return character === "{" ? object(depth + 1) : array(depth + 1);
    }
    for (const [word, meaning] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ] as const) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return meaning;
      }
    }
    const number = take(NUMBER) ?? fail();
    const parsed = Number(number[0]);
    if (number[1] === undefined && number[2] === undefined)
      return Number.isSafeInteger(parsed) ? parsed + 0 || 0 : BigInt(number[0]);
    return Number.isInteger(parsed) || !Number.isFinite(parsed) ? new JsonFloat(parsed) : parsed;
  }

  const result = value(0);
  take(SPACE);
  if (at !== text.length) fail();
  return result;
}

/** Whether a value is an object, in either of its two forms. */
export function isMapping(value: Json | undefined): value is JsonObject | ReadonlyMap<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof JsonFloat);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The entries of a mapping in order; keys whose value is undefined are absent. */
export function entriesOf(value: JsonObject | ReadonlyMap<string, Json>): [string, Json][] {
  if (value instanceof Map) return [...value];
  const entries = Object.entries(value as JsonObject);
  return (
    entries.some(([, item]) => item === undefined) ? entries.filter(([, item]) => item !== undefined) : entries
  ) as [string, Json][];
}

/** A member of a mapping, or undefined when the value is no mapping or has no such key. */
export function member(value: Json | undefined, key: string): Json | undefined {
  if (!isMapping(value)) return undefined;
  if (value instanceof Map) return value.get(key);
  return Object.hasOwn(value, key) ? (value as JsonObject)[key] : undefined;
}

/** A float as Python's repr prints it: shortest digits, exponent below 1e-4 and from 1e16. */
export function printFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [mantissa, exponentText] = value.toExponential().split("e") as [string, string];
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 16) {
    if (Number.isInteger(value)) return `${BigInt(value)}.0`;
    if (exponent >= 0) return String(value);
    const sign = value < 0 ? "-" : "";
    return `${sign}0.${"0".repeat(-exponent - 1)}${mantissa.replace(/[-.]/g, "")}`;
  }
  const digits = String(Math.abs(exponent)).padStart(2, "0");
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
}

function printNumber(value: number | bigint | JsonFloat): string {
  if (value instanceof JsonFloat) return printFloat(value.value);
  if (typeof value === "bigint") return String(value);
  return Number.isInteger(value) ? String(BigInt(value)) : printFloat(value);
}

/** `json.dumps(value, ensure_ascii=False, indent=indent)`. */
export function dumpJson(value: Json, indent = 0): string {
  return dump(value, indent, "\n");
}

function dump(value: Json, indent: number, newline: string): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value instanceof JsonFloat) return printNumber(value);
  const inner = indent === 0 ? "" : newline + " ".repeat(indent);
  const separator = indent === 0 ? ", " : `,${inner}`;
  let text = "";
  if (isList(value)) {
    for (const item of value) text += (text === "" ? inner : separator) + dump(item, indent, inner);
    return text === "" ? "[]" : `[${text}${indent === 0 ? "" : newline}]`;
  }
  for (const [key, item] of entriesOf(value as JsonObject))
    text += `${text === "" ? inner : separator}${JSON.stringify(key)}: ${dump(item, indent, inner)}`;
  return text === "" ? "{}" : `{${text}${indent === 0 ? "" : newline}}`;
}

/** `str(value)` of Python: what `{{ value }}` prints for a parsed JSON value. */
export function printPython(value: Json): string {
  return typeof value === "string" ? value : reprPython(value);
}

/** `repr(value)` of Python for a parsed JSON value. */
export function reprPython(value: Json): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return reprString(value);
  if (typeof value === "number" || typeof value === "bigint" || value instanceof JsonFloat) {
    const text = printNumber(value);
    return text === "Infinity" ? "inf" : text === "-Infinity" ? "-inf" : text;
  }
  if (isList(value)) return `[${value.map(reprPython).join(", ")}]`;
  return `{${entriesOf(value as JsonObject)
    .map(([key, item]) => `${reprString(key)}: ${reprPython(item)}`)
    .join(", ")}}`;
}

const NAMED_ESCAPES = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\\", "\\\\"],
]);
/** What str.isprintable refuses: other, unassigned and separator characters, the plain space excepted. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Zs}\\']/gu;

function reprString(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const body = value.replace(UNPRINTABLE, (character) => {
    if (character === " ") return character;
    if (character === "'") return quote === "'" ? "\\'" : "'";
    const named = NAMED_ESCAPES.get(character);
    if (named !== undefined) return named;
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
    if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
    return `\\U${code.toString(16).padStart(8, "0")}`;
  });
  return quote + body + quote;
}
