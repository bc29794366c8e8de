// What the three client-facing dialects have in common: their shape, and how a request's fields are read.
import { AppError } from "../../../contract/error.ts";
import type { JsonObject } from "../../../contract/ids.ts";
import type { ChatAnswer, ChatEvent, ChatRequest, ChatTool } from "../../models/chat.ts";

/** One server-sent event: `data` is an object, or the literal that ends an OpenAI stream. */
export interface Frame {
  event: string | null;
  data: JsonObject | "[DONE]";
}

/** What an answer needs besides the model's words. */
export interface AnswerContext {
  /** Id of the answer where the provider gave none: 32 hexadecimal characters. */
  id: string;
  /** Instant of the answer, in seconds since 1970. */
  createdS: number;
  /** The model as the caller named it. */
  model: string;
  /** OpenAI's `stream_options.include_usage`; the other dialects always tell. */
  includeUsage: boolean;
}

/** Writes a streamed answer in a client's dialect. `end` closes what is open, whatever came before it. */
export interface StreamEncoder {
  push(event: ChatEvent): Frame[];
  end(): Frame[];
}

/** One client-facing wire format over the internal model. */
export interface Dialect {
  /** @throws AppError `bad_request` that names the field which is wrong or has no translation */
  decode(body: JsonObject): ChatRequest;
  encode(answer: ChatAnswer, context: AnswerContext): JsonObject;
  stream(context: AnswerContext): StreamEncoder;
}

/** The 400 of a field that is malformed or cannot be translated. The message never quotes the value. */
export function refuse(field: string, message: string): AppError {
  return new AppError("bad_request", `${field}: ${message}`, {
    errors: [{ field, message, type: "untranslatable" }],
  });
}

export function readObject(value: unknown, field: string): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refuse(field, "must be an object");
  return value as JsonObject;
}

export function readArray(value: unknown, field: string): unknown[] {
  if (!Array.isArray(value)) throw refuse(field, "must be a list");
  return value;
}

export function readText(value: unknown, field: string): string {
  if (typeof value !== "string") throw refuse(field, "must be a text");
  return value;
}

/** Null and absent are the same to every client. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

export function optionalText(value: unknown, field: string): string | null {
  return isAbsent(value) ? null : readText(value, field);
}

export function optionalNumber(value: unknown, field: string): number | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value)) throw refuse(field, "must be a number");
  return value;
}

export function optionalFlag(value: unknown, field: string): boolean | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== "boolean") throw refuse(field, "must be true or false");
  return value;
}

/** What may be done with a field that the internal model does not hold. */
export type FieldRule =
  /** It is read by the decoder. */
  | "read"
  /** It changes nothing of the answer (labels, billing, storage): left out. */
  | "drop"
  /** Only this value, the default, means nothing; any other is refused. */
  | { only: readonly unknown[] };

/**
 * Holds every field of an object against its dialect's table. A field that is not in the table, or has a value that
 * would change the answer and cannot be passed on, is refused by its name.
 */
export function checkFields(value: JsonObject, rules: ReadonlyMap<string, FieldRule>, path: string): void {
  for (const name of Object.keys(value)) {
    const given = value[name];
    const rule = rules.get(name);
    if (rule === "read" || rule === "drop" || isAbsent(given)) continue;
    const isDefault = rule !== undefined && rule.only.some((known) => JSON.stringify(known) === JSON.stringify(given));
    if (!isDefault) {
      const shown = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name) ? name : "*";
      throw refuse(path === "" ? shown : `${path}.${shown}`, "cannot be translated for this model's provider");
    }
  }
}

export function fieldRules(
  read: string,
  drop: string,
  only: Record<string, readonly unknown[]> = {},
): ReadonlyMap<string, FieldRule> {
  const rows: [string, FieldRule][] = [
    ...read.split(" ").map((name): [string, FieldRule] => [name, "read"]),
    ...drop.split(" ").map((name): [string, FieldRule] => [name, "drop"]),
    ...Object.entries(only).map(([name, values]): [string, FieldRule] => [name, { only: values }]),
  ];
  return new Map(rows);
}

/** A function that the model may call, from its three fields wherever a dialect keeps them. */
export function readTool(value: JsonObject, parameters: unknown, field: string): ChatTool {
  const strict = optionalFlag(value.strict, `${field}.strict`);
  return {
    name: readText(value.name, `${field}.name`),
    description: optionalText(value.description, `${field}.description`),
    parameters: isAbsent(parameters)
      ? { type: "object", properties: {} }
      : readObject(parameters, `${field}.parameters`),
    ...(strict === undefined ? {} : { strict }),
  };
}

/** A copy without the members that are undefined: an absent setting stays absent. */
export function withoutUndefined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

/** The model's arguments as an object; what is not one is kept under one name, so that nothing is lost. */
export function parseArguments(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text === "" ? "{}" : text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // Cut off by the token limit, or never JSON.
  }
  return { arguments: text };
}
