// A body for a position: the path of the coverage table as JSON, with the value at its end.
import type { CoverageRow } from "../../workers/core/gateway/coverage.ts";

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `messages[].content` with a value: `{messages: [{content: value}]}`. Free members are called `field`. */
export function placeAt(path: string, value: unknown): Json {
  const parts = path.replaceAll("[]", ".[]").split(".");
  let body: unknown = value;
  for (const part of parts.toReversed()) {
    if (part === "[]") body = [body];
    else body = { [part === "*" || part === "**" ? "field" : part]: body };
  }
  return body as Json;
}

/** Both bodies in one; where both say something the second one wins, and arrays are joined element by element. */
export function merge(first: unknown, second: unknown): unknown {
  if (Array.isArray(first) && Array.isArray(second))
    return Array.from({ length: Math.max(first.length, second.length) }, (_, i) =>
      i in second ? merge(first[i], second[i]) : first[i],
    );
  if (!isObject(first) || !isObject(second)) return second === undefined ? first : second;
  const out: Json = { ...first };
  for (const [key, value] of Object.entries(second)) out[key] = key in first ? merge(first[key], value) : value;
  return out;
}

/** The least that makes a body of the dialect one. */
export const FRAMES: Readonly<Record<CoverageRow["dialect"], { request: Json; response: Json; event: Json }>> = {
  "openai-chat": {
    request: { model: "echo", messages: [{ role: "user", content: "hola" }] },
    response: {
      id: "chatcmpl-9fQk2x",
      object: "chat.completion",
      created: 1732190000,
      model: "m",
      choices: [{ index: 0, message: { role: "assistant", content: "hola" }, finish_reason: "stop" }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    },
    event: {
      id: "chatcmpl-9fQk2x",
      object: "chat.completion.chunk",
      created: 1732190000,
      model: "m",
      choices: [{ index: 0, delta: {} }],
    },
  },
  "openai-responses": {
    request: { model: "echo", input: [{ role: "user", content: "hola" }] },
    response: {
      id: "resp_9fQk2x",
      object: "response",
      created_at: 1732190000,
      status: "completed",
      model: "m",
      output: [
        {
          type: "message",
          id: "msg_9fQk2x",
          role: "assistant",
          status: "completed",
          content: [{ type: "output_text", text: "hola", annotations: [] }],
        },
      ],
      usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
    },
    event: { type: "response.output_text.delta", item_id: "msg_9fQk2x", output_index: 0, content_index: 0 },
  },
  "openai-embeddings": {
    request: { model: "fake-embeddings", input: "hola" },
    response: {
      object: "list",
      data: [{ object: "embedding", index: 0, embedding: [0.1] }],
      model: "m",
      usage: { prompt_tokens: 1, total_tokens: 1 },
    },
    event: {},
  },
  "anthropic-messages": {
    request: { model: "echo", max_tokens: 100, messages: [{ role: "user", content: "hola" }] },
    response: {
      id: "msg_9fQk2x",
      type: "message",
      role: "assistant",
      model: "m",
      content: [{ type: "text", text: "hola" }],
      stop_reason: "end_turn",
      stop_sequence: null,
      usage: { input_tokens: 1, output_tokens: 1 },
    },
    event: { type: "content_block_delta", index: 0 },
  },
};

/** What is put at a position, in the form that belongs there. */
export function formFor(row: Pick<CoverageRow, "treatment" | "path">, text: string): unknown {
  if (row.treatment.startsWith("scanned as JSON")) return JSON.stringify({ note: text, list: [{ "a b": text }] });
  if (row.treatment.startsWith("media policy")) return `data:text/plain;base64,${Buffer.from(text).toString("base64")}`;
  if (row.treatment.startsWith("scanned if it is text")) return Buffer.from(text).toString("base64");
  return text;
}

/** What stands around an event in a stream that a provider would send. */
export const STREAMS: Readonly<
  Record<CoverageRow["dialect"], { before: readonly unknown[]; after: readonly unknown[] }>
> = {
  "openai-chat": {
    before: [chunkOf({ role: "assistant", content: "" }, null)],
    after: [chunkOf({}, "stop"), "[DONE]"],
  },
  "openai-responses": {
    before: [
      {
        type: "response.created",
        sequence_number: 0,
        response: { id: "resp_9fQk2x", status: "in_progress", output: [] },
      },
    ],
    after: [
      {
        type: "response.completed",
        sequence_number: 9,
        response: { id: "resp_9fQk2x", status: "completed", output: [] },
      },
    ],
  },
  "openai-embeddings": { before: [], after: [] },
  "anthropic-messages": {
    before: [
      { type: "message_start", message: { ...FRAMES["anthropic-messages"].response, content: [], stop_reason: null } },
      { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    ],
    after: [
      { type: "content_block_stop", index: 0 },
      { type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 1 } },
      { type: "message_stop" },
    ],
  },
};

function chunkOf(delta: Json, finish: string | null): Json {
  return { ...FRAMES["openai-chat"].event, choices: [{ index: 0, delta, finish_reason: finish }] };
}
