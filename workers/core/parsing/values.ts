import type { JsonObject } from "../../contract/ids.ts";
import type { ToolCall, ToolResult } from "../../contract/tool.ts";
import { cleanText } from "./text.ts";

/**
 * Why a record or cell was refused. The message never quotes the value. Not an Error: a hostile file has a million
 * bad rows, and each Error records the stack, which costs ten times as much as all else about a bad row.
 */
export class RefusedValue {
  readonly message: string;
  readonly column: string | null;

  constructor(message: string, column: string | null = null) {
    this.message = message;
    this.column = column;
  }
}

const PROTOTYPE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** True for a plain JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What is wrong with the brackets of a JSON text: deeper than `maxDepth` (whatever reads the value later would
 * recurse), or not paired, which also spares a failing `JSON.parse` its cost. Linear; strings are skipped.
 */
function bracketProblem(json: string, maxDepth: number): "deep" | "unpaired" | null {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i += 1) {
    const code = json.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return "deep";
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return depth === 0 && !inString ? null : "unpaired";
}

/** Parses untrusted JSON. Throws RefusedValue, with the position where the engine tells it, never with the text. */
export function parseJson(json: string, maxDepth: number): unknown {
  const problem = bracketProblem(json, maxDepth);
  if (problem === "deep") throw new RefusedValue(`invalid JSON: nested deeper than ${maxDepth} levels`);
  if (problem === "unpaired") throw new RefusedValue("invalid JSON: brackets or quotes do not pair");
  try {
    return JSON.parse(json);
  } catch (error) {
    const at = error instanceof Error ? /at position (\d{1,9})/.exec(error.message) : null;
    throw new RefusedValue(at === null ? "invalid JSON" : `invalid JSON at character ${Number(at[1]) + 1}`);
  }
}

/**
 * A copy of a parsed value that is safe to merge and store: strings cleaned, keys that name prototypes dropped.
 * Throws RefusedValue for a number that JSON cannot hold (`1e309`). The depth was limited before parsing.
 */
export function safeValue(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new RefusedValue("number out of range");
  if (Array.isArray(value)) return value.map(safeValue);
  if (!isObject(value)) return value;
  return safeObject(value);
}

/** `safeValue` for an object. */
export function safeObject(value: JsonObject): JsonObject {
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) {
    if (!PROTOTYPE_KEYS.has(key)) copy[cleanText(key)] = safeValue(value[key]);
  }
  return copy;
}

/** Metadata as strings: text as it is, everything else as JSON; nulls and prototype keys are left out. */
export function stringMap(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  const map: Record<string, string> = {};
  for (const [key, item] of Object.entries(safeObject(value))) {
    if (item === null || item === undefined) continue;
    map[key] = typeof item === "string" ? item : JSON.stringify(item);
  }
  return map;
}

/** Arguments of a tool call: an object, or JSON text of one; anything else is kept under `raw`. */
function toolArguments(value: unknown, maxDepth: number): JsonObject {
  if (isObject(value)) return safeObject(value);
  if (typeof value !== "string") return value === undefined || value === null ? {} : { raw: safeValue(value) };
  if (value.trim() === "") return {};
  const parsed = parsedObject(value, maxDepth);
  return parsed ?? { raw: cleanText(value) };
}

/** The object that a JSON text holds, or null. */
function parsedObject(text: string, maxDepth: number): JsonObject | null {
  if (!text.trimStart().startsWith("{")) return null;
  try {
    const value = parseJson(text, maxDepth);
    return isObject(value) ? safeObject(value) : null;
  } catch (error) {
    if (error instanceof RefusedValue) return null;
    throw error;
  }
}

function shortText(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? cleanText(value).trim().slice(0, 128) : "";
}

function listOf(value: unknown): unknown[] {
  if (value === null || value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/**
 * Tool calls as any of the formats write them: `{tool_call_id, tool_name, arguments}`, OpenAI's
 * `{id, function: {name, arguments}}`, or bare `{name, arguments}`. `nextId` names calls that have no id.
 */
export function readToolCalls(value: unknown, nextId: () => string, maxDepth: number): ToolCall[] {
  return listOf(value).map((item) => {
    if (!isObject(item)) throw new RefusedValue("a tool call must be an object", "tool_calls");
    const inner = isObject(item.function) ? item.function : item;
    const name = shortText(inner.name ?? item.tool_name);
    if (name === "") throw new RefusedValue("a tool call has no name", "tool_calls");
    return {
      tool_call_id: shortText(item.tool_call_id ?? item.id) || nextId(),
      tool_name: name,
      arguments: toolArguments(inner.arguments ?? inner.parameters ?? inner.input, maxDepth),
    };
  });
}

const STATUSES = new Set(["success", "error", "timeout"]);

/** What a tool answered: an object (or JSON text of one) as such, everything else as text. */
export function toolOutput(value: unknown, maxDepth: number): JsonObject | string {
  if (isObject(value)) return safeObject(value);
  if (typeof value === "string") return parsedObject(value, maxDepth) ?? cleanText(value);
  return value === undefined || value === null ? "" : JSON.stringify(safeValue(value));
}

/** Tool results in UNCASE's shape. `callName` looks a call's name up by its id. */
export function readToolResults(
  value: unknown,
  callName: (id: string) => string | undefined,
  maxDepth: number,
): ToolResult[] {
  return listOf(value).map((item) => {
    if (!isObject(item)) throw new RefusedValue("a tool result must be an object", "tool_results");
    const id = shortText(item.tool_call_id ?? item.id) || "unknown";
    const status = typeof item.status === "string" && STATUSES.has(item.status) ? item.status : "success";
    const duration = item.duration_ms;
    return {
      tool_call_id: id,
      tool_name: shortText(item.tool_name ?? item.name) || callName(id) || "unknown",
      result: toolOutput(item.result ?? item.content ?? item.output, maxDepth),
      status: status as ToolResult["status"],
      duration_ms: typeof duration === "number" && Number.isInteger(duration) ? duration : null,
    };
  });
}
