// Anthropic's Messages API, as clients speak it.
import type { JsonObject } from "../../../contract/ids.ts";
import type {
  ChatAnswer,
  ChatEvent,
  ChatMessage,
  ChatPart,
  ChatRequest,
  ChatUsage,
  FinishReason,
  ToolChoice,
} from "../../models/chat.ts";
import {
  type AnswerContext,
  type Dialect,
  type Frame,
  type StreamEncoder,
  checkFields,
  fieldRules,
  isAbsent,
  optionalFlag,
  optionalNumber,
  optionalText,
  parseArguments,
  readArray,
  readObject,
  readText,
  readTool,
  refuse,
  withoutUndefined,
} from "./dialect.ts";

const REQUEST_FIELDS = fieldRules(
  "model messages system max_tokens tools tool_choice stop_sequences temperature top_p",
  "stream metadata service_tier inference_geo cache_control",
  { thinking: [{ type: "disabled" }], mcp_servers: [[]] },
);
const TOOL_FIELDS = fieldRules("name description input_schema strict", "type cache_control eager_input_streaming", {
  defer_loading: [false],
});

/** Fields of each type of block. A type that is missing has no translation. */
const BLOCK_FIELDS: ReadonlyMap<unknown, ReturnType<typeof fieldRules>> = new Map([
  ["text", fieldRules("type text", "cache_control", { citations: [[]] })],
  ["thinking", fieldRules("type thinking signature", "cache_control")],
  ["image", fieldRules("type source", "cache_control")],
  ["document", fieldRules("type source title", "cache_control", { context: [""], citations: [{ enabled: false }] })],
  ["tool_use", fieldRules("type id name input", "cache_control", { caller: [{ type: "direct" }] })],
  ["tool_result", fieldRules("type tool_use_id content is_error", "cache_control")],
]);

const STOP_REASONS: Record<FinishReason, string> = {
  stop: "end_turn",
  length: "max_tokens",
  tool_calls: "tool_use",
  content_filter: "refusal",
};

function readSource(value: unknown, field: string): { url: string } | { data: string; mediaType: string | null } {
  const source = readObject(value, field);
  if (source.type === "url") return { url: readText(source.url, `${field}.url`) };
  if (source.type !== "base64") {
    throw refuse(`${field}.type`, "files kept at a provider cannot be translated");
  }
  const data = readText(source.data, `${field}.data`);
  const mediaType = optionalText(source.media_type, `${field}.media_type`);
  return { data, mediaType };
}

function readBlock(value: unknown, field: string): ChatPart {
  const block = readObject(value, field);
  const fields = BLOCK_FIELDS.get(block.type);
  if (fields !== undefined) checkFields(block, fields, field);
  switch (block.type) {
    case "text":
      return { type: "text", text: readText(block.text, `${field}.text`) };
    case "thinking": {
      const signature = optionalText(block.signature, `${field}.signature`);
      const text = readText(block.thinking, `${field}.thinking`);
      return { type: "reasoning", text, ...(signature === null ? {} : { signature }) };
    }
    case "image": {
      const source = readSource(block.source, `${field}.source`);
      if ("url" in source) return { type: "image", url: source.url };
      if (source.mediaType === null) throw refuse(`${field}.source.media_type`, "is required");
      return { type: "image", url: `data:${source.mediaType};base64,${source.data}` };
    }
    case "document": {
      const name = optionalText(block.title, `${field}.title`);
      const given = readObject(block.source, `${field}.source`);
      if (given.type === "text") {
        // Few models of others take files, and fewer such as hold plain text.
        const text = readText(given.data, `${field}.source.data`);
        return { type: "text", text: name === null ? text : `${name}\n\n${text}` };
      }
      const source = readSource(given, `${field}.source`);
      return "url" in source
        ? { type: "file", name, mediaType: null, url: source.url }
        : { type: "file", name, mediaType: source.mediaType, data: source.data };
    }
    case "tool_use":
      return {
        type: "tool_call",
        id: readText(block.id, `${field}.id`),
        name: readText(block.name, `${field}.name`),
        arguments: JSON.stringify(readObject(block.input, `${field}.input`)),
      };
    case "tool_result":
      return {
        type: "tool_result",
        callId: readText(block.tool_use_id, `${field}.tool_use_id`),
        parts: isAbsent(block.content) ? [] : readContent(block.content, `${field}.content`),
        isError: optionalFlag(block.is_error, `${field}.is_error`) ?? false,
      };
    default:
      throw refuse(`${field}.type`, "cannot be translated for this model's provider");
  }
}

function readContent(value: unknown, field: string): ChatPart[] {
  if (typeof value === "string") return [{ type: "text", text: value }];
  return readArray(value, field).map((block, index) => readBlock(block, `${field}[${index}]`));
}

/** One message; the tool results of a user's turn become a message of their own in front of the rest. */
function readMessages(value: unknown, field: string): ChatMessage[] {
  const message = readObject(value, field);
  const { role } = message;
  if (role !== "user" && role !== "assistant" && role !== "system") {
    throw refuse(`${field}.role`, "must be user or assistant");
  }
  const parts = readContent(message.content, `${field}.content`);
  const results = parts.filter((part) => part.type === "tool_result");
  const others = parts.filter((part) => part.type !== "tool_result");
  if (results.length === 0) return [{ role, parts }];
  const rest: ChatMessage[] = others.length === 0 ? [] : [{ role, parts: others }];
  return [{ role: "tool", parts: results }, ...rest];
}

function readToolChoice(value: unknown): { toolChoice?: ToolChoice; parallelToolCalls?: boolean } {
  if (isAbsent(value)) return {};
  const choice = readObject(value, "tool_choice");
  const single = optionalFlag(choice.disable_parallel_tool_use, "tool_choice.disable_parallel_tool_use");
  const parallel = single === undefined ? {} : { parallelToolCalls: !single };
  switch (choice.type) {
    case "auto":
    case "none":
      return { toolChoice: choice.type, ...parallel };
    case "any":
      return { toolChoice: "required", ...parallel };
    case "tool":
      return { toolChoice: { name: readText(choice.name, "tool_choice.name") }, ...parallel };
    default:
      throw refuse("tool_choice.type", "must be auto, any, tool or none");
  }
}

function decode(body: JsonObject): ChatRequest {
  checkFields(body, REQUEST_FIELDS, "");
  const system = isAbsent(body.system) ? [] : readContent(body.system, "system");
  const tools = isAbsent(body.tools)
    ? undefined
    : readArray(body.tools, "tools").map((value, index) => {
        const tool = readObject(value, `tools[${index}]`);
        if (!isAbsent(tool.type) && tool.type !== "custom") {
          throw refuse(`tools[${index}].type`, "a provider's own tools cannot be translated");
        }
        checkFields(tool, TOOL_FIELDS, `tools[${index}]`);
        return readTool(tool, tool.input_schema, `tools[${index}]`);
      });
  const messages = readArray(body.messages, "messages").flatMap((message, index) =>
    readMessages(message, `messages[${index}]`),
  );
  return withoutUndefined<ChatRequest>({
    model: readText(body.model, "model"),
    messages: [...(system.length === 0 ? [] : [{ role: "system" as const, parts: system }]), ...messages],
    tools,
    toolChoice: undefined,
    parallelToolCalls: undefined,
    ...readToolChoice(body.tool_choice),
    maxTokens: optionalNumber(body.max_tokens, "max_tokens"),
    temperature: optionalNumber(body.temperature, "temperature"),
    topP: optionalNumber(body.top_p, "top_p"),
    stop: isAbsent(body.stop_sequences)
      ? undefined
      : readArray(body.stop_sequences, "stop_sequences").map((text, index) =>
          readText(text, `stop_sequences[${index}]`),
        ),
    seed: undefined,
    responseFormat: undefined,
    choices: undefined,
  });
}

/** Anthropic counts what came from the cache apart from the rest of the input. */
function toUsage(usage: ChatUsage): JsonObject {
  return {
    input_tokens: Math.max(0, usage.inputTokens - usage.cachedInputTokens),
    output_tokens: usage.outputTokens,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: usage.cachedInputTokens,
  };
}

function toBlocks(parts: readonly ChatPart[]): JsonObject[] {
  return parts.flatMap((part): JsonObject[] => {
    switch (part.type) {
      case "text":
      case "refusal":
        return part.text === "" ? [] : [{ type: "text", text: part.text }];
      case "reasoning":
        return [{ type: "thinking", thinking: part.text, signature: part.signature ?? "" }];
      case "tool_call":
        return [{ type: "tool_use", id: part.id, name: part.name, input: parseArguments(part.arguments) }];
      default:
        return [];
    }
  });
}

const messageId = (id: string | null, context: AnswerContext): string => id ?? `msg_${context.id}`;

/** The first choice: the dialect knows no others, and its decoder never asks for them. */
function encode(answer: ChatAnswer, context: AnswerContext): JsonObject {
  const choice = answer.choices[0] ?? { parts: [], finishReason: "stop" as const };
  const refused = choice.parts.some((part) => part.type === "refusal");
  return {
    id: messageId(answer.id, context),
    type: "message",
    role: "assistant",
    model: context.model,
    content: toBlocks(choice.parts),
    stop_reason: refused ? "refusal" : STOP_REASONS[choice.finishReason],
    stop_sequence: null,
    usage: toUsage(answer.usage),
  };
}

type Piece = Extract<ChatEvent, { choice: number; text: string } | { index: number }>;

const keyOf = (piece: Piece): string => (piece.type === "tool_call" ? `tool ${piece.index}` : piece.type);

/**
 * Blocks are strictly one after the other in this dialect, while other providers may mix the pieces of parallel tool
 * calls: once a call is open, everything that does not belong to it waits for the end of the answer.
 */
function stream(context: AnswerContext): StreamEncoder {
  let started = false;
  let open: string | null = null;
  let blocks = 0;
  let finish: FinishReason | null = null;
  let refused = false;
  let failed = false;
  let usage: ChatUsage = { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, estimated: true };
  const waiting = new Map<string, Piece[]>();

  const frame = (type: string, data: JsonObject = {}): Frame => ({ event: type, data: { type, ...data } });
  const start = (id: string | null): Frame[] => {
    if (started) return [];
    started = true;
    const message = {
      id: messageId(id, context),
      type: "message",
      role: "assistant",
      model: context.model,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: toUsage(usage),
    };
    return [frame("message_start", { message })];
  };
  const close = (): Frame[] => {
    if (open === null) return [];
    open = null;
    return [frame("content_block_stop", { index: blocks - 1 })];
  };
  const write = (piece: Piece): Frame[] => {
    const frames: Frame[] = [];
    if (open !== keyOf(piece)) {
      frames.push(...close());
      open = keyOf(piece);
      blocks += 1;
      const block =
        piece.type === "tool_call"
          ? {
              type: "tool_use",
              id: piece.id ?? `toolu_${context.id}_${piece.index}`,
              name: piece.name ?? "",
              input: {},
            }
          : piece.type === "reasoning"
            ? { type: "thinking", thinking: "", signature: "" }
            : { type: "text", text: "" };
      frames.push(frame("content_block_start", { index: blocks - 1, content_block: block }));
    }
    const add = (delta: JsonObject): void => {
      frames.push(frame("content_block_delta", { index: blocks - 1, delta }));
    };
    if (piece.type === "tool_call") {
      if (piece.arguments !== "") add({ type: "input_json_delta", partial_json: piece.arguments });
    } else if (piece.type === "reasoning") {
      if (piece.text !== "") add({ type: "thinking_delta", thinking: piece.text });
      if (piece.signature !== undefined) add({ type: "signature_delta", signature: piece.signature });
    } else if (piece.text !== "") add({ type: "text_delta", text: piece.text });
    return frames;
  };

  return {
    push(event) {
      switch (event.type) {
        case "start":
          return start(event.id);
        case "usage":
          usage = event.usage;
          return [];
        case "finish":
          if (event.choice === 0) finish = event.reason;
          return [];
        case "error":
          failed = true;
          return [frame("error", { error: { type: "api_error", message: event.message } })];
        default: {
          if (event.choice !== 0) return [];
          if (event.type === "refusal") refused = true;
          const key = keyOf(event);
          if (open?.startsWith("tool") === true && open !== key) {
            const queue = waiting.get(key);
            if (queue === undefined) waiting.set(key, [event]);
            else queue.push(event);
            return [];
          }
          return [...start(null), ...write(event)];
        }
      }
    },
    end() {
      if (failed) return [];
      const frames = start(null);
      for (const pieces of waiting.values()) for (const piece of pieces) frames.push(...write(piece));
      frames.push(...close());
      const reason = refused ? "refusal" : STOP_REASONS[finish ?? "stop"];
      const delta = { stop_reason: reason, stop_sequence: null };
      frames.push(frame("message_delta", { delta, usage: toUsage(usage) }), frame("message_stop"));
      return frames;
    },
  };
}

export const anthropicMessages: Dialect = { decode, encode, stream };
