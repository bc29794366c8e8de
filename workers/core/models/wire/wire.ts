// What a wire format of a provider has to be able to do.
import type { JsonObject } from "../../../contract/ids.ts";
import type { Adapter } from "../adapters.ts";
import type { ChatAnswer, ChatEvent, ChatPart, ChatRequest, ChatUsage, FinishReason } from "../chat.ts";
import type { Frame } from "../sse.ts";

/** An answer as the provider gave it; `usage` is null where it gave no counts. */
export interface DecodedAnswer extends Omit<ChatAnswer, "usage"> {
  usage: ChatUsage | null;
}

/** Turns the frames of one streamed answer into events. It never throws: what it cannot read is an `error` event. */
export interface StreamDecoder {
  push(frame: Frame): ChatEvent[];
  /** What is due when the stream has ended; an `error` event when it ended early. */
  end(): ChatEvent[];
}

export interface Wire {
  framing: "sse" | "lines";
  /** @throws Untranslatable for what this format cannot express */
  encodeChat(request: ChatRequest, adapter: Adapter, stream: boolean): JsonObject;
  /** Null for anything that is not an answer of this format. */
  decodeChat(body: unknown): DecodedAnswer | null;
  createDecoder(): StreamDecoder;
  encodeEmbeddings(model: string, texts: readonly string[]): JsonObject;
  /** One vector per text, in order; null for anything else. */
  decodeEmbeddings(body: unknown, count: number): number[][] | null;
  decodeModels(body: unknown): string[] | null;
}

/** Something in a request that a provider's format has no words for. The message names it and never quotes it. */
export class Untranslatable extends Error {}

export type Fields = Record<string, unknown>;

export function asFields(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const asText = (value: unknown): string => (typeof value === "string" ? value : "");
export const asTextOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** A count of tokens: a whole number from 0, else 0. */
export function asCount(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? Math.round(value) : 0;
}

export function asVectors(list: unknown[], count: number): number[][] | null {
  const isVector = (value: unknown): value is number[] =>
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number");
  return list.length === count && list.every(isVector) ? list : null;
}

/** Our finish reason for theirs; `stop` for one that the table does not know. */
export function finishReason(table: ReadonlyMap<string, FinishReason>, theirs: unknown): FinishReason {
  return table.get(asText(theirs)) ?? "stop";
}

export const ENDED_EARLY: ChatEvent = { type: "error", kind: "malformed", message: "the stream ended early" };
export const UNREADABLE: ChatEvent = { type: "error", kind: "malformed", message: "an event could not be read" };

/** `data:` URLs with base64, taken apart; null for any other URL. */
export function readDataUrl(url: string): { mediaType: string; data: string } | null {
  const found = /^data:([^;,]{1,100})(?:;[^;,]{1,100})*;base64,/i.exec(url.slice(0, 500));
  return found === null ? null : { mediaType: found[1]!, data: url.slice(found[0].length) };
}

/** Sampling parameters within what the provider's model takes; nothing for models that take none. */
export function sampling(request: ChatRequest, adapter: Adapter): { temperature?: number; topP?: number } {
  if (!adapter.takesSampling.test(request.model)) return {};
  const [least, most] = adapter.temperatureRange;
  const temperature = request.temperature === undefined ? undefined : clamp(request.temperature, least, most);
  return {
    ...(temperature === undefined ? {} : { temperature }),
    ...(request.topP === undefined ? {} : { topP: request.topP }),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** The text of parts that can hold nothing else here. @throws Untranslatable for other parts */
export function textOnly(parts: readonly { type: string; text?: string }[], where: string): string {
  return parts
    .map((part) => {
      if (part.type === "text" || part.type === "refusal") return part.text ?? "";
      throw new Untranslatable(`takes no ${part.type.replace("_", " ")} in ${where}`);
    })
    .join("\n");
}

/** The result of a tool in formats that have no field for its failure: the text says it. @throws Untranslatable */
export function resultText({ isError, parts }: Extract<ChatPart, { type: "tool_result" }>): string {
  const text = textOnly(parts as { type: string; text?: string }[], "the result of a tool");
  return isError ? `Error: ${text}` : text;
}

/** The object that a model's arguments are. @throws Untranslatable when they are not JSON of an object */
export function parseArguments(text: string): Fields {
  if (text.trim() === "") return {};
  try {
    const fields = asFields(JSON.parse(text));
    if (fields !== null) return fields;
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw new Untranslatable("takes tool-call arguments as a JSON object only");
}
