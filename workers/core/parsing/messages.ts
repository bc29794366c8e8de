import type { JsonObject } from "../../contract/ids.ts";
import type { ToolCall, ToolResult } from "../../contract/tool.ts";
import type { ParseLimits } from "./limits.ts";
import type { RawTurn, TurnRole } from "./model.ts";
import { cleanSpeaker, cleanText } from "./text.ts";
import { RefusedValue, isObject, parseJson, readToolCalls, readToolResults, toolOutput } from "./values.ts";
import { FIELD_ALIASES, fieldOf, formatRole } from "./vocabulary.ts";

/** The first of the names that the message has. */
function pick(message: JsonObject, names: readonly string[]): unknown {
  for (const name of names) {
    if (message[name] !== undefined && message[name] !== null) return message[name];
  }
  return undefined;
}

/** Plain text of a message's content: a string, or the text parts of a list; other parts are not text. */
function contentText(content: unknown): string {
  if (typeof content === "string") return cleanText(content).trim();
  if (typeof content === "number" || typeof content === "boolean") return String(content);
  if (!Array.isArray(content)) return "";
  return content
    .map((part) => {
      if (typeof part === "string") return cleanText(part);
      return isObject(part) && typeof part.text === "string" ? cleanText(part.text) : "";
    })
    .filter((part) => part !== "")
    .join("\n")
    .trim();
}

/** A time as the file gives it; seconds or milliseconds since 1970 become `YYYY-MM-DDTHH:MM:SS`. */
function timeText(value: unknown): string | null {
  if (typeof value === "string") return value.trim().slice(0, 64) || null;
  if (typeof value !== "number" || !Number.isFinite(value) || value <= 0) return null;
  const millis = value < 1e11 ? value * 1_000 : value;
  return millis < 8e15 ? new Date(millis).toISOString().slice(0, 19) : null;
}

/** True for an object that is one message by itself rather than a record of messages. */
export function isMessage(value: JsonObject): boolean {
  let role = false;
  let content = false;
  for (const key of Object.keys(value)) {
    const field = fieldOf(key);
    if (field === "role") role = true;
    else if (field === "content" || field === "toolCalls") content = true;
  }
  return role && content;
}

/** Reads the messages of one conversation in order, pairing tool results with the calls before them. */
class MessageReader {
  readonly turns: RawTurn[] = [];
  readonly #limits: ParseLimits;
  readonly #names = new Map<string, string>();
  #calls: ToolCall[] = [];
  #answered = 0;
  #count = 0;

  constructor(limits: ParseLimits) {
    this.#limits = limits;
  }

  /** `path` names the message in errors, `index` gives speakers without a name their place. */
  read(message: unknown, index: number, path: string, line: number): void {
    if (!isObject(message)) throw new RefusedValue("message must be an object", path);
    const word = pick(message, FIELD_ALIASES.role);
    const speaker = typeof word === "string" ? cleanSpeaker(cleanText(word)) : `speaker_${index % 2}`;
    if (speaker === "" || speaker.length > this.#limits.maxSpeakerChars) {
      throw new RefusedValue("role is empty or too long", path);
    }
    const turn: RawTurn = {
      speaker,
      text: "",
      time: timeText(pick(message, FIELD_ALIASES.time)),
      line,
      toolCalls: [],
      toolResults: [],
    };
    const role = formatRole(speaker);
    if (role !== undefined) turn.role = role;
    if (role === "user" || role === "assistant") turn.speaker = personName(message, this.#limits) ?? speaker;
    this.#fillChecked(turn, message, role, path);
    if (turn.text === "" && turn.toolCalls.length + turn.toolResults.length === 0) {
      throw new RefusedValue("content is empty", path);
    }
    if (turn.text.length > this.#limits.maxTurnChars) {
      throw new RefusedValue(`text is longer than ${this.#limits.maxTurnChars} characters`, path);
    }
    this.turns.push(turn);
  }

  /** Errors of nested values name the message too. */
  #fillChecked(turn: RawTurn, message: JsonObject, role: TurnRole | undefined, path: string): void {
    try {
      this.#fill(turn, message, role, path);
    } catch (error) {
      if (!(error instanceof RefusedValue) || error.column === path) throw error;
      throw new RefusedValue(error.message, error.column === null ? path : `${path}.${error.column}`);
    }
  }

  #fill(turn: RawTurn, message: JsonObject, role: TurnRole | undefined, path: string): void {
    const depth = this.#limits.maxJsonDepth;
    const content = pick(message, FIELD_ALIASES.content);
    if (turn.speaker.toLowerCase() === "function_call") {
      turn.toolCalls = this.#called(this.#callsInText(content, path));
      return;
    }
    const calls = message.tool_calls ?? message.tool_call ?? message.function_call;
    turn.toolCalls = this.#called(readToolCalls(calls, this.#nextId, depth));
    if (message.tool_results !== undefined && message.tool_results !== null) {
      turn.toolResults = readToolResults(message.tool_results, (id) => this.#names.get(id), depth);
      turn.text = contentText(content);
    } else if (role === "tool") turn.toolResults = [this.#result(message, content)];
    else turn.text = contentText(content);
  }

  /** ShareGPT writes a call as JSON text, one object or a list. */
  #callsInText(content: unknown, path: string): ToolCall[] {
    const value = typeof content === "string" ? this.#parsed(content, path) : content;
    const calls = readToolCalls(value, this.#nextId, this.#limits.maxJsonDepth);
    if (calls.length === 0) throw new RefusedValue("function call is empty", path);
    return calls;
  }

  #parsed(content: string, path: string): unknown {
    try {
      return parseJson(content, this.#limits.maxJsonDepth);
    } catch (error) {
      if (error instanceof RefusedValue) throw new RefusedValue(`function call is ${error.message}`, path);
      throw error;
    }
  }

  readonly #nextId = (): string => {
    this.#count += 1;
    return `call_${this.#count}`;
  };

  #called(calls: ToolCall[]): ToolCall[] {
    if (calls.length === 0) return calls;
    this.#calls = calls;
    this.#answered = 0;
    for (const call of calls) this.#names.set(call.tool_call_id, call.tool_name);
    return calls;
  }

  /** A result without an id answers the first call that has no answer yet. */
  #result(message: JsonObject, content: unknown): ToolResult {
    const given = message.tool_call_id;
    const call = this.#calls[Math.min(this.#answered, this.#calls.length - 1)];
    this.#answered += 1;
    const id = typeof given === "string" && given !== "" ? given.slice(0, 128) : (call?.tool_call_id ?? "unknown");
    const name =
      typeof message.name === "string" && message.name !== "" ? message.name.slice(0, 128) : this.#names.get(id);
    return {
      tool_call_id: cleanText(id),
      tool_name: cleanText(name ?? "unknown"),
      result: Array.isArray(content) ? contentText(content) : toolOutput(content, this.#limits.maxJsonDepth),
      status: "success",
      duration_ms: null,
    };
  }
}

/** The name that stands beside a stated side, as in `{role: "user", name: "Ana"}`, so that it can be masked. */
function personName(message: JsonObject, limits: ParseLimits): string | null {
  const name = message.speaker ?? message.name;
  if (typeof name !== "string") return null;
  const clean = cleanSpeaker(cleanText(name));
  return clean === "" || clean.length > limits.maxSpeakerChars ? null : clean;
}

/** What reading a record needs besides the record. */
export interface RecordContext {
  limits: ParseLimits;
  /** 1-based line where the record starts. */
  line: number;
  /** Told about each message that was left out. */
  refuse(error: RefusedValue): void;
}

/**
 * The turns of a list of messages; `field` names the list in errors. A bad message is reported and left out, as a
 * bad row of a table is. Throws RefusedValue when there are too many.
 */
export function readMessages(messages: readonly unknown[], field: string, context: RecordContext): RawTurn[] {
  const { limits, line } = context;
  if (messages.length > limits.maxTurns)
    throw new RefusedValue(`conversation has more than ${limits.maxTurns} turns`, field);
  const reader = new MessageReader(limits);
  messages.forEach((message, index) => {
    try {
      reader.read(message, index, `${field}[${index}]`, line);
    } catch (error) {
      if (!(error instanceof RefusedValue)) throw error;
      context.refuse(error);
    }
  });
  return reader.turns;
}

/** A prompt and its answer, each as text or as a list of messages; an answer may repeat the prompt's messages. */
export function readPair(
  prompt: unknown,
  answer: unknown,
  names: readonly [string, string],
  system: readonly JsonObject[],
  context: RecordContext,
): RawTurn[] {
  const before = Array.isArray(prompt) ? prompt : [{ role: "user", content: prompt }];
  const after = Array.isArray(answer) ? answer : [{ role: "assistant", content: answer }];
  const repeats =
    after.length > before.length && JSON.stringify(after.slice(0, before.length)) === JSON.stringify(before);
  const messages = repeats ? [...system, ...after] : [...system, ...before, ...after];
  return readMessages(messages, names.join("+"), context);
}
