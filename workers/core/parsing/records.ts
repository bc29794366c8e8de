import type { JsonObject } from "../../contract/ids.ts";
import { readMessages, readPair } from "./messages.ts";
import type { RecordContext } from "./messages.ts";
import type { RawConversation, RawTurn } from "./model.ts";
import { RefusedValue, isObject, stringMap } from "./values.ts";

/** One shape that a JSON record can have. The first row whose `matches` is true reads the record. */
export interface RecordShape {
  /** Name for the report, and for an explicit choice of format. */
  format: "uncase" | "openai" | "sharegpt" | "webhook" | "alpaca" | "prompt_completion";
  /** Further names under which the shape may be chosen. */
  also?: readonly string[];
  matches(record: JsonObject): boolean;
  read(record: JsonObject, context: RecordContext): RawConversation[];
}

const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}$/i;
const WRAPPERS = ["row", "record", "example"] as const;

function text(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 512) : null;
}

/** What a record says about itself, under its English and Spanish names. */
function conversationFrom(record: JsonObject, turns: RawTurn[], line: number, native: boolean): RawConversation {
  const language = text(record.language ?? record.idioma ?? record.lang);
  return {
    key: text(record.conversation_id ?? record.id ?? record.chat_id) ?? "",
    turns,
    line,
    domain: text(record.domain ?? record.dominio),
    language: language !== null && LANGUAGE.test(language) ? language.toLowerCase() : null,
    seedId: text(record.seed_id),
    metadata: stringMap(record.metadata),
    native,
  };
}

function list(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw new RefusedValue(`'${name}' must be an array`, name);
  if (value.length === 0) throw new RefusedValue(`'${name}' must be a non-empty array`, name);
  return value;
}

/** A record whose messages stand under `field`. */
function fromList(record: JsonObject, field: string, context: RecordContext, native = false): RawConversation {
  const messages = list(record[field], field);
  const system = text(record.system ?? record.system_prompt);
  const opening = system === null ? [] : [{ role: "system", content: system }];
  return conversationFrom(record, readMessages([...opening, ...messages], field, context), context.line, native);
}

function firstItemHas(value: unknown, key: string): boolean {
  return Array.isArray(value) && isObject(value[0]) && key in value[0];
}

const PAIRS: readonly (readonly [prompt: string, answer: string])[] = [
  ["prompt", "completion"],
  ["prompt", "response"],
  ["prompt", "chosen"],
  ["question", "answer"],
  ["query", "response"],
  ["input", "output"],
  ["pregunta", "respuesta"],
];

function pairOf(record: JsonObject): readonly [string, string] | undefined {
  return PAIRS.find(([prompt, answer]) => prompt in record && answer in record);
}

export const RECORD_SHAPES: readonly RecordShape[] = [
  {
    format: "uncase",
    matches: (record) => "turnos" in record,
    read: (record, context) => [fromList(record, "turnos", context, true)],
  },
  {
    format: "openai",
    matches: (record) => "messages" in record,
    read: (record, context) => [fromList(record, "messages", context)],
  },
  {
    format: "webhook",
    also: ["uncase"],
    matches: (record) => "turns" in record || firstItemHas(record.conversations, "turns"),
    read: (record, context) => {
      if ("turns" in record) return [fromList(record, "turns", context)];
      return list(record.conversations, "conversations").map((item, index) => {
        const path = `conversations[${index}]`;
        if (!isObject(item)) throw new RefusedValue("conversation must be an object", path);
        if (!("turns" in item)) throw new RefusedValue(`Conversation ${index}: missing 'turns' array`, path);
        return fromList(item, "turns", context);
      });
    },
  },
  {
    format: "sharegpt",
    matches: (record) => "conversations" in record,
    read: (record, context) => [fromList(record, "conversations", context)],
  },
  {
    format: "alpaca",
    matches: (record) => "instruction" in record && ("output" in record || "response" in record),
    read: (record, context) => {
      const instruction = trimmed(record.instruction);
      const input = trimmed(record.input);
      const history = Array.isArray(record.history) ? record.history : [];
      const earlier = history.flatMap((item) =>
        Array.isArray(item) && item.length === 2 ? pairMessages(item[0], item[1]) : [],
      );
      const prompt = input === "" ? instruction : `${instruction}\n\n${input}`;
      const messages = [...systemOf(record), ...earlier, ...pairMessages(prompt, record.output ?? record.response)];
      return [conversationFrom(record, readMessages(messages, "instruction", context), context.line, false)];
    },
  },
  {
    format: "prompt_completion",
    matches: (record) => pairOf(record) !== undefined,
    read: (record, context) => {
      const [prompt, answer] = pairOf(record)!;
      const turns = readPair(record[prompt], record[answer], [prompt, answer], systemOf(record), context);
      return [conversationFrom(record, turns, context.line, false)];
    },
  },
];

function trimmed(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function systemOf(record: JsonObject): JsonObject[] {
  const system = trimmed(record.system);
  return system === "" ? [] : [{ role: "system", content: system }];
}

function pairMessages(prompt: unknown, answer: unknown): JsonObject[] {
  return [
    { role: "user", content: prompt },
    { role: "assistant", content: answer },
  ];
}

/** The record inside the wrapper that dataset servers put around rows. */
export function unwrapRecord(record: JsonObject): JsonObject {
  for (const wrapper of WRAPPERS) {
    const inner = record[wrapper];
    if (isObject(inner)) return inner;
  }
  return record;
}

/** The shape of a table whose rows are records, from its columns: prompt and completion, or instruction and output. */
export function tableShapeOf(columns: readonly string[]): { shape: RecordShape; required: string[] } | null {
  const named: JsonObject = Object.fromEntries(columns.map((column) => [column, ""]));
  const shape = RECORD_SHAPES.find(({ format, matches }) => ROW_SHAPES.has(format) && matches(named));
  if (shape === undefined) return null;
  if (shape.format === "prompt_completion") return { shape, required: [...pairOf(named)!] };
  return { shape, required: ["instruction", "output" in named ? "output" : "response"] };
}

const ROW_SHAPES: ReadonlySet<string> = new Set(["alpaca", "prompt_completion"]);

/** The shape of a record: the first that matches among those that `format` allows. */
export function shapeOf(record: JsonObject, format: string): RecordShape | undefined {
  const shape = RECORD_SHAPES.find((candidate) => candidate.matches(record));
  if (shape === undefined || format === "auto") return shape;
  return shape.format === format || shape.also?.includes(format) ? shape : undefined;
}
