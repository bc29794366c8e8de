import type { ConversationTurn } from "../../contract/conversation.ts";
import { IMPLICIT_ROLES } from "../../contract/conversation.ts";
import type { JsonObject } from "../../contract/ids.ts";
import type { ToolCall } from "../../contract/tool.ts";
import type { Random } from "./random.ts";

export type ParseInput = {
  roles: readonly string[];
  /** The only role that may call tools. */
  assistantRole: string;
  /** Names of the tools that may be called. */
  tools: readonly string[];
  /** Source of ids for calls that the model left without one. */
  random: Random;
  /** Turns behind the first one that calls a tool are dropped unread: they were written before the tool answered. */
  untilCall?: boolean;
};

export type ParseResult =
  | {
      ok: true;
      turns: ConversationTurn[];
      /** Turns that `untilCall` left out. */
      dropped: number;
    }
  | { ok: false; errors: string[] };

/** Keys under which models put the list of turns. */
const WRAPPERS = ["turnos", "turns", "conversation", "conversacion", "messages", "data"];
const OUTPUT_MAX = 2_000_000;
const ERRORS_MAX = 20;

/**
 * Reads a model's answer: a JSON array of turns, an object that wraps one, or either in a fenced block. Nothing is
 * repaired: an unknown role, an empty turn or an unknown tool is an error, and the whole answer is refused with all of
 * them, so that the next attempt can be told. Never throws; linear in the answer.
 */
export function parseConversation(output: string, input: ParseInput): ParseResult {
  if (output.length > OUTPUT_MAX) return { ok: false, errors: [`the answer is longer than ${OUTPUT_MAX} characters`] };
  const value = readJson(output);
  if (value === undefined) return { ok: false, errors: ["the answer holds no JSON array or object"] };
  const list = turnList(value);
  if (list === null) return { ok: false, errors: [`the JSON has no list of turns under ${WRAPPERS.join(", ")}`] };
  if (list.length === 0) return { ok: false, errors: ["the list of turns is empty"] };
  const errors: string[] = [];
  const read = input.untilCall ? list.slice(0, firstCall(list) + 1) : list;
  const turns = read.map((item, i) => readTurn(item, i + 1, input, errors));
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, ERRORS_MAX) };
  return { ok: true, turns, dropped: list.length - read.length };
}

/** Index of the first turn with a call; of the last turn when none has one. */
function firstCall(list: readonly unknown[]): number {
  const found = list.findIndex((item) => {
    const calls = isObject(item) ? item["tool_calls"] : null;
    return Array.isArray(calls) && calls.length > 0;
  });
  return found < 0 ? list.length - 1 : found;
}

/** The whole text, the first fenced block that parses, or the text from its first bracket to its last. */
function readJson(text: string): unknown {
  const candidates = [text.trim()];
  const parts = text.split("```");
  for (let i = 1; i < Math.min(parts.length, 12); i += 2)
    candidates.push(parts[i]!.replace(/^[a-z]{0,10}\s/i, "").trim());
  const starts = [text.indexOf("{"), text.indexOf("[")].filter((at) => at >= 0);
  const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]"));
  if (starts.length > 0 && end > Math.min(...starts)) candidates.push(text.slice(Math.min(...starts), end + 1));
  for (const candidate of candidates) {
    if (!candidate.startsWith("{") && !candidate.startsWith("[")) continue;
    try {
      return JSON.parse(candidate);
    } catch {
      // The next candidate may be the answer.
    }
  }
  return undefined;
}

function turnList(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  for (const key of WRAPPERS) {
    const inner = Object.hasOwn(value, key) ? value[key] : undefined;
    if (Array.isArray(inner)) return inner;
    if (isObject(inner)) {
      const nested = WRAPPERS.map((name) => (Object.hasOwn(inner, name) ? inner[name] : undefined)).find(Array.isArray);
      if (nested) return nested;
    }
  }
  return null;
}

function readTurn(item: unknown, number: number, input: ParseInput, errors: string[]): ConversationTurn {
  const turn: ConversationTurn = {
    turno: number,
    rol: "",
    contenido: "",
    herramientas_usadas: [],
    tool_calls: null,
    tool_results: null,
    metadata: {},
  };
  const fail = (message: string) => void errors.push(`turn ${number}: ${message}`);
  if (!isObject(item)) {
    fail("is not an object");
    return turn;
  }
  const role = item["rol"] ?? item["role"];
  const content = item["contenido"] ?? item["content"];
  if (typeof role !== "string" || !(input.roles.includes(role) || IMPLICIT_ROLES.includes(role))) {
    fail(`role ${JSON.stringify(role)?.slice(0, 80)} is not one of ${input.roles.join(", ")}`);
  } else turn.rol = role;
  if (typeof content !== "string" || content.trim() === "") fail("has no text");
  else turn.contenido = content.trim();
  const calls = item["tool_calls"];
  if (calls !== undefined && calls !== null && !Array.isArray(calls)) fail("tool_calls is not a list");
  if (Array.isArray(calls) && calls.length > 0) {
    if (turn.rol !== input.assistantRole) fail(`only ${input.assistantRole} calls tools`);
    turn.tool_calls = calls.map((call) => readCall(call, input, fail));
    turn.herramientas_usadas = [...new Set(turn.tool_calls.map((call) => call.tool_name))];
  }
  if (item["tool_results"] !== undefined && item["tool_results"] !== null) fail("tool_results are the tool's to write");
  return turn;
}

function readCall(item: unknown, input: ParseInput, fail: (message: string) => void): ToolCall {
  const outer: JsonObject = isObject(item) ? item : {};
  // The OpenAI shape keeps name and arguments one level down.
  const call = isObject(outer["function"]) ? outer["function"] : outer;
  const name = call["tool_name"] ?? call["name"];
  if (typeof name !== "string" || !input.tools.includes(name))
    fail(`unknown tool ${JSON.stringify(name)?.slice(0, 80)}`);
  const args = readArguments(call["arguments"] ?? call["parameters"] ?? {});
  if (args === null) fail(`arguments of ${String(name).slice(0, 80)} are not an object`);
  const given = outer["tool_call_id"] ?? outer["id"];
  const id = typeof given === "string" && given !== "" && given.length <= 128 ? given : newId(input.random);
  return { tool_call_id: id, tool_name: String(name).slice(0, 128), arguments: args ?? {} };
}

function readArguments(value: unknown): JsonObject | null {
  if (isObject(value)) return value;
  if (typeof value !== "string") return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function newId(random: Random): string {
  return Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join("");
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
