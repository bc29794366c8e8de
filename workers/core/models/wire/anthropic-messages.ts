// Anthropic's Messages API.
import type { JsonObject } from "../../../contract/ids.ts";
import type { Adapter } from "../adapters.ts";
import type { ChatEvent, ChatMessage, ChatPart, ChatRequest, ChatUsage, FinishReason, ToolChoice } from "../chat.ts";
import { parseJson } from "../failures.ts";
import { errorEvent } from "./openai-chat.ts";
import {
  asCount,
  asFields,
  asList,
  asText,
  asTextOrNull,
  type DecodedAnswer,
  ENDED_EARLY,
  finishReason,
  type Fields,
  parseArguments,
  readDataUrl,
  sampling,
  type StreamDecoder,
  textOnly,
  UNREADABLE,
  Untranslatable,
  type Wire,
} from "./wire.ts";

/** The format requires a limit; this one stands where the request has none. */
const DEFAULT_MAX_TOKENS = 4096;

/** The format has schemas and no mode for any JSON: it is asked for in words. */
const JSON_ONLY = "Answer with one JSON object and nothing else.";

const FINISH: ReadonlyMap<string, FinishReason> = new Map([
  ["end_turn", "stop"],
  ["stop_sequence", "stop"],
  ["pause_turn", "stop"],
  ["max_tokens", "length"],
  ["model_context_window_exceeded", "length"],
  ["tool_use", "tool_calls"],
  ["refusal", "content_filter"],
]);

function encodeSource(url: string): JsonObject {
  const inline = readDataUrl(url);
  return inline === null ? { type: "url", url } : { type: "base64", media_type: inline.mediaType, data: inline.data };
}

function encodePart(part: ChatPart): JsonObject[] {
  switch (part.type) {
    case "text":
    case "refusal":
      // The format refuses empty text blocks.
      return part.text === "" ? [] : [{ type: "text", text: part.text }];
    case "reasoning":
      // Only signed reasoning may be sent back.
      return part.signature === undefined ? [] : [{ type: "thinking", thinking: part.text, signature: part.signature }];
    case "image":
      return [{ type: "image", source: encodeSource(part.url) }];
    case "file": {
      const source =
        part.data === undefined
          ? { type: "url", url: part.url ?? "" }
          : { type: "base64", media_type: part.mediaType ?? "application/pdf", data: part.data };
      return [{ type: "document", source, ...(part.name === null ? {} : { title: part.name }) }];
    }
    case "tool_call":
      return [{ type: "tool_use", id: part.id, name: part.name, input: parseArguments(part.arguments) }];
    case "tool_result":
      return [
        {
          type: "tool_result",
          tool_use_id: part.callId,
          content: part.parts.flatMap(encodePart),
          ...(part.isError ? { is_error: true } : {}),
        },
      ];
  }
}

/** Messages of the two roles this format has; neighbours of one role become one, as results of tools are the user's. */
function encodeMessages(messages: readonly ChatMessage[]): JsonObject[] {
  const encoded: { role: "user" | "assistant"; content: JsonObject[] }[] = [];
  for (const message of messages) {
    if (message.role === "system") continue;
    const role = message.role === "assistant" ? "assistant" : "user";
    const content = message.parts.flatMap(encodePart);
    const last = encoded.at(-1);
    if (last?.role === role) last.content.push(...content);
    else if (content.length > 0) encoded.push({ role, content });
  }
  return encoded.map(({ role, content }) => ({ role, content }));
}

function encodeChoice(choice: ToolChoice, parallel: boolean | undefined): JsonObject {
  const alone = parallel === false ? { disable_parallel_tool_use: true } : {};
  if (typeof choice === "object") return { type: "tool", name: choice.name, ...alone };
  if (choice === "none") return { type: "none" };
  return { type: choice === "required" ? "any" : "auto", ...alone };
}

function encodeChat(request: ChatRequest, adapter: Adapter, stream: boolean): JsonObject {
  if ((request.choices ?? 1) > 1) throw new Untranslatable("gives one answer at a time");
  const { temperature, topP } = sampling(request, adapter);
  if (request.messages.some(({ name }) => name !== undefined)) throw new Untranslatable("takes no name of a speaker");
  const format = request.responseFormat;
  const system = request.messages
    .filter((message) => message.role === "system")
    .map((message) => textOnly(message.parts as { type: string; text?: string }[], "system text"))
    .concat(format?.type === "json_object" ? [JSON_ONLY] : [])
    .filter((text) => text !== "");
  const hasTools = (request.tools?.length ?? 0) > 0;
  const choice = request.toolChoice ?? (request.parallelToolCalls === false ? "auto" : undefined);
  const fields: Fields = {
    model: request.model,
    max_tokens: request.maxTokens ?? DEFAULT_MAX_TOKENS,
    system: system.length === 0 ? undefined : system.map((text) => ({ type: "text", text })),
    messages: encodeMessages(request.messages),
    temperature,
    // Models refuse both at once; the temperature says more.
    top_p: temperature === undefined ? topP : undefined,
    stop_sequences: request.stop?.length ? request.stop : undefined,
    tools: hasTools
      ? request.tools!.map(({ name, description, parameters, strict }) => ({
          name,
          ...(description === null ? {} : { description }),
          input_schema: parameters,
          ...(strict === undefined ? {} : { strict }),
        }))
      : undefined,
    tool_choice: hasTools && choice !== undefined ? encodeChoice(choice, request.parallelToolCalls) : undefined,
    output_config:
      format?.type === "json_schema" && adapter.structured === "json_schema"
        ? { format: { type: "json_schema", schema: format.schema } }
        : undefined,
    stream: stream ? true : undefined,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Input counts come in three parts: read fresh, read from the cache, written to the cache. */
function decodeUsage(value: unknown): ChatUsage | null {
  const usage = asFields(value);
  if (usage === null || typeof usage["input_tokens"] !== "number") return null;
  const cached = asCount(usage["cache_read_input_tokens"]);
  return {
    inputTokens: asCount(usage["input_tokens"]) + cached + asCount(usage["cache_creation_input_tokens"]),
    outputTokens: asCount(usage["output_tokens"]),
    cachedInputTokens: cached,
    estimated: false,
  };
}

function decodeBlock(value: unknown): ChatPart[] {
  const block = asFields(value);
  switch (block?.["type"]) {
    case "text":
      return [{ type: "text", text: asText(block["text"]) }];
    case "thinking":
      return [{ type: "reasoning", text: asText(block["thinking"]), signature: asText(block["signature"]) }];
    case "tool_use":
      return [
        {
          type: "tool_call",
          id: asText(block["id"]),
          name: asText(block["name"]),
          arguments: JSON.stringify(block["input"] ?? {}),
        },
      ];
    default:
      return [];
  }
}

function decodeChat(body: unknown): DecodedAnswer | null {
  const answer = asFields(body);
  if (answer === null || !Array.isArray(answer["content"]) || answer["role"] !== "assistant") return null;
  return {
    id: asTextOrNull(answer["id"]),
    model: asText(answer["model"]),
    choices: [
      {
        parts: asList(answer["content"]).flatMap(decodeBlock),
        finishReason: finishReason(FINISH, answer["stop_reason"]),
      },
    ],
    usage: decodeUsage(answer["usage"]),
  };
}

function createDecoder(): StreamDecoder {
  let finished = false;
  let usage: ChatUsage | null = null;
  let calls = 0;
  /** Blocks of tool calls by the provider's index: ours, the input that came whole, and whether pieces followed. */
  const open = new Map<number, { index: number; input: unknown; pieces: boolean }>();

  const startBlock = (position: number, value: unknown): ChatEvent[] => {
    const block = asFields(value) ?? {};
    if (block["type"] === "text" && asText(block["text"]) !== "") {
      return [{ type: "text", choice: 0, text: asText(block["text"]) }];
    }
    if (block["type"] !== "tool_use") return [];
    const index = calls;
    calls += 1;
    open.set(position, { index, input: block["input"] ?? {}, pieces: false });
    return [
      { type: "tool_call", choice: 0, index, id: asText(block["id"]), name: asText(block["name"]), arguments: "" },
    ];
  };

  const delta = (position: number, value: unknown): ChatEvent[] => {
    const fields = asFields(value) ?? {};
    switch (fields["type"]) {
      case "text_delta":
        return [{ type: "text", choice: 0, text: asText(fields["text"]) }];
      case "thinking_delta":
        return [{ type: "reasoning", choice: 0, text: asText(fields["thinking"]) }];
      case "signature_delta":
        return [{ type: "reasoning", choice: 0, text: "", signature: asText(fields["signature"]) }];
      case "input_json_delta": {
        const call = open.get(position);
        const piece = asText(fields["partial_json"]);
        if (call === undefined || piece === "") return [];
        call.pieces = true;
        return [{ type: "tool_call", choice: 0, index: call.index, arguments: piece }];
      }
      default:
        return [];
    }
  };

  /** A call without pieces has its whole input in its first event. */
  const stopBlock = (position: number): ChatEvent[] => {
    const call = open.get(position);
    open.delete(position);
    if (call === undefined || call.pieces) return [];
    return [{ type: "tool_call", choice: 0, index: call.index, arguments: JSON.stringify(call.input) }];
  };

  return {
    push({ data }) {
      const event = asFields(parseJson(data));
      if (event === null) return [UNREADABLE];
      const position = asCount(event["index"]);
      switch (event["type"]) {
        case "message_start": {
          const message = asFields(event["message"]) ?? {};
          usage = decodeUsage(message["usage"]);
          return [{ type: "start", id: asTextOrNull(message["id"]), model: asText(message["model"]) }];
        }
        case "content_block_start":
          return startBlock(position, event["content_block"]);
        case "content_block_delta":
          return delta(position, event["delta"]);
        case "content_block_stop":
          return stopBlock(position);
        case "message_delta": {
          const events: ChatEvent[] = [];
          const counts = asFields(event["usage"]);
          if (usage !== null && counts !== null) {
            usage = { ...(decodeUsage(counts) ?? usage), outputTokens: asCount(counts["output_tokens"]) };
          }
          const reason = asFields(event["delta"])?.["stop_reason"];
          if (typeof reason === "string") {
            finished = true;
            events.push({ type: "finish", choice: 0, reason: finishReason(FINISH, reason) });
          }
          if (usage !== null) events.push({ type: "usage", usage });
          return events;
        }
        case "error":
          return [errorEvent(event)];
        default:
          return [];
      }
    },
    end: () => (finished ? [] : [ENDED_EARLY]),
  };
}

export const anthropicMessages: Wire = {
  framing: "sse",
  encodeChat,
  decodeChat,
  createDecoder,
  encodeEmbeddings() {
    throw new Untranslatable("has no embeddings");
  },
  decodeEmbeddings: () => null,
  decodeModels(body) {
    const fields = asFields(body);
    if (!Array.isArray(fields?.["data"])) return null;
    return asList(fields["data"])
      .map((row) => asText(asFields(row)?.["id"]))
      .filter((id) => id !== "");
  },
};
