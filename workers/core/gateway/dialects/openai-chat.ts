// OpenAI's Chat Completions, as clients speak it.
import type { JsonObject } from "../../../contract/ids.ts";
import type {
  ChatAnswer,
  ChatChoice,
  ChatMessage,
  ChatPart,
  ChatRequest,
  ChatUsage,
  ResponseFormat,
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
  readArray,
  readObject,
  readText,
  readTool,
  refuse,
  withoutUndefined,
} from "./dialect.ts";

const REQUEST_FIELDS = fieldRules(
  "model messages tools tool_choice parallel_tool_calls max_tokens max_completion_tokens temperature top_p stop seed response_format n",
  "stream stream_options user metadata store service_tier safety_identifier prompt_cache_key prompt_cache_retention prediction",
  {
    logprobs: [false],
    top_logprobs: [0],
    logit_bias: [{}],
    frequency_penalty: [0],
    presence_penalty: [0],
    modalities: [["text"]],
  },
);
const MESSAGE_FIELDS = fieldRules(
  "role content name tool_calls tool_call_id refusal reasoning_content",
  "annotations audio",
);

function readPart(value: unknown, field: string): ChatPart {
  const part = readObject(value, field);
  switch (part.type) {
    case "text":
      return { type: "text", text: readText(part.text, `${field}.text`) };
    case "refusal":
      return { type: "refusal", text: readText(part.refusal, `${field}.refusal`) };
    case "image_url": {
      const image = readObject(part.image_url, `${field}.image_url`);
      const detail = optionalText(image.detail, `${field}.image_url.detail`);
      const url = readText(image.url, `${field}.image_url.url`);
      return { type: "image", url, ...(detail === null ? {} : { detail }) };
    }
    case "file": {
      const file = readObject(part.file, `${field}.file`);
      const data = optionalText(file.file_data, `${field}.file.file_data`);
      if (data === null) throw refuse(`${field}.file.file_id`, "files kept at a provider cannot be translated");
      return readFile(data, optionalText(file.filename, `${field}.file.filename`));
    }
    default:
      throw refuse(`${field}.type`, "cannot be translated for this model's provider");
  }
}

/** A file from its `data:` URL, or from bare base64. */
export function readFile(data: string, name: string | null): ChatPart {
  const header = /^data:([^;,]{1,100})(?:;[^,]{0,100})?,/.exec(data.slice(0, 256));
  if (header === null) return { type: "file", name, mediaType: null, data };
  return { type: "file", name, mediaType: header[1]!, data: data.slice(header[0].length) };
}

function readContent(value: unknown, field: string): ChatPart[] {
  if (isAbsent(value)) return [];
  if (typeof value === "string") return [{ type: "text", text: value }];
  return readArray(value, field).map((part, index) => readPart(part, `${field}[${index}]`));
}

function readToolCall(value: unknown, field: string): ChatPart {
  const call = readObject(value, field);
  if (call.type !== "function") throw refuse(`${field}.type`, "cannot be translated for this model's provider");
  const target = readObject(call.function, `${field}.function`);
  return {
    type: "tool_call",
    id: readText(call.id, `${field}.id`),
    name: readText(target.name, `${field}.function.name`),
    arguments: readText(target.arguments, `${field}.function.arguments`),
  };
}

function readMessage(value: unknown, field: string): ChatMessage {
  const message = readObject(value, field);
  checkFields(message, MESSAGE_FIELDS, field);
  const name = optionalText(message.name, `${field}.name`);
  const named = name === null ? {} : { name };
  const parts = readContent(message.content, `${field}.content`);
  switch (message.role) {
    case "system":
    case "developer":
      return { role: "system", ...named, parts };
    case "user":
      return { role: "user", ...named, parts };
    case "assistant": {
      const reasoning = optionalText(message.reasoning_content, `${field}.reasoning_content`);
      const refusal = optionalText(message.refusal, `${field}.refusal`);
      const calls = isAbsent(message.tool_calls) ? [] : readArray(message.tool_calls, `${field}.tool_calls`);
      return {
        role: "assistant",
        ...named,
        parts: [
          ...(reasoning === null ? [] : [{ type: "reasoning" as const, text: reasoning }]),
          ...parts,
          ...(refusal === null ? [] : [{ type: "refusal" as const, text: refusal }]),
          ...calls.map((call, index) => readToolCall(call, `${field}.tool_calls[${index}]`)),
        ],
      };
    }
    case "tool": {
      const callId = readText(message.tool_call_id, `${field}.tool_call_id`);
      return { role: "tool", parts: [{ type: "tool_result", callId, parts, isError: false }] };
    }
    default:
      throw refuse(`${field}.role`, "must be system, developer, user, assistant or tool");
  }
}

function readToolChoice(value: unknown): ToolChoice | undefined {
  if (isAbsent(value)) return undefined;
  if (value === "auto" || value === "none" || value === "required") return value;
  const choice = readObject(value, "tool_choice");
  if (choice.type !== "function") throw refuse("tool_choice.type", "cannot be translated for this model's provider");
  return { name: readText(readObject(choice.function, "tool_choice.function").name, "tool_choice.function.name") };
}

/** `response_format`, or the Responses API's `text.format`, whose schema stands one level higher. */
export function readFormat(value: unknown, field: string, nested: boolean): ResponseFormat | undefined {
  if (isAbsent(value)) return undefined;
  const format = readObject(value, field);
  if (format.type === "text" || format.type === "json_object") return { type: format.type };
  if (format.type !== "json_schema") throw refuse(`${field}.type`, "must be text, json_object or json_schema");
  const place = nested ? `${field}.json_schema` : field;
  const described = nested ? readObject(format.json_schema, place) : format;
  return {
    type: "json_schema",
    name: readText(described.name, `${place}.name`),
    schema: isAbsent(described.schema) ? {} : readObject(described.schema, `${place}.schema`),
    strict: optionalFlag(described.strict, `${place}.strict`) ?? false,
  };
}

function readStop(value: unknown): string[] | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value === "string") return [value];
  return readArray(value, "stop").map((text, index) => readText(text, `stop[${index}]`));
}

function decode(body: JsonObject): ChatRequest {
  checkFields(body, REQUEST_FIELDS, "");
  const messages = readArray(body.messages, "messages").map((message, index) =>
    readMessage(message, `messages[${index}]`),
  );
  const tools = isAbsent(body.tools)
    ? undefined
    : readArray(body.tools, "tools").map((value, index) => {
        const tool = readObject(value, `tools[${index}]`);
        if (tool.type !== "function") throw refuse(`tools[${index}].type`, "only functions can be translated");
        const described = readObject(tool.function, `tools[${index}].function`);
        return readTool(described, described.parameters, `tools[${index}].function`);
      });
  return withoutUndefined<ChatRequest>({
    model: readText(body.model, "model"),
    messages,
    tools,
    toolChoice: readToolChoice(body.tool_choice),
    parallelToolCalls: optionalFlag(body.parallel_tool_calls, "parallel_tool_calls"),
    maxTokens:
      optionalNumber(body.max_completion_tokens, "max_completion_tokens") ??
      optionalNumber(body.max_tokens, "max_tokens"),
    temperature: optionalNumber(body.temperature, "temperature"),
    topP: optionalNumber(body.top_p, "top_p"),
    stop: readStop(body.stop),
    seed: optionalNumber(body.seed, "seed"),
    responseFormat: readFormat(body.response_format, "response_format", true),
    choices: optionalNumber(body.n, "n"),
  });
}

/** All text of one kind in an answer; null when there is none. */
export function textOf(parts: readonly ChatPart[], type: "text" | "reasoning" | "refusal"): string | null {
  const texts = parts.filter((part) => part.type === type).map((part) => (part as { text: string }).text);
  return texts.length === 0 ? null : texts.join("");
}

export function toOpenAiUsage(usage: ChatUsage): JsonObject {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
    prompt_tokens_details: { cached_tokens: usage.cachedInputTokens },
  };
}

function toChoice(choice: ChatChoice, index: number): JsonObject {
  const calls = choice.parts.filter((part) => part.type === "tool_call");
  const reasoning = textOf(choice.parts, "reasoning");
  return {
    index,
    message: {
      role: "assistant",
      content: textOf(choice.parts, "text"),
      refusal: textOf(choice.parts, "refusal"),
      ...(reasoning === null ? {} : { reasoning_content: reasoning }),
      ...(calls.length === 0
        ? {}
        : {
            tool_calls: calls.map((call) => ({
              id: call.id,
              type: "function",
              function: { name: call.name, arguments: call.arguments },
            })),
          }),
    },
    logprobs: null,
    finish_reason: choice.finishReason,
  };
}

function encode(answer: ChatAnswer, context: AnswerContext): JsonObject {
  return {
    id: answer.id ?? `chatcmpl-${context.id}`,
    object: "chat.completion",
    created: context.createdS,
    model: context.model,
    choices: answer.choices.map(toChoice),
    usage: toOpenAiUsage(answer.usage),
  };
}

function stream(context: AnswerContext): StreamEncoder {
  let id = `chatcmpl-${context.id}`;
  let usage: ChatUsage | null = null;
  let failed = false;
  const opened = new Set<number>();

  const chunk = (choices: JsonObject[], extra: JsonObject = {}): Frame => ({
    event: null,
    data: {
      id,
      object: "chat.completion.chunk",
      created: context.createdS,
      model: context.model,
      choices,
      ...(context.includeUsage ? { usage: null } : {}),
      ...extra,
    },
  });
  const delta = (choice: number, value: JsonObject, finish: string | null = null): Frame => {
    const role = opened.has(choice) ? {} : { role: "assistant" };
    opened.add(choice);
    return chunk([{ index: choice, delta: { ...role, ...value }, logprobs: null, finish_reason: finish }]);
  };

  return {
    push(event) {
      switch (event.type) {
        case "start":
          id = event.id ?? id;
          return [];
        case "text":
          return [delta(event.choice, { content: event.text })];
        case "refusal":
          return [delta(event.choice, { refusal: event.text })];
        case "reasoning":
          return [delta(event.choice, { reasoning_content: event.text })];
        case "tool_call": {
          const { choice, index, id: callId, name } = event;
          const head = callId === undefined ? {} : { id: callId, type: "function" };
          const target = { ...(name === undefined ? {} : { name }), arguments: event.arguments };
          return [delta(choice, { tool_calls: [{ index, ...head, function: target }] })];
        }
        case "finish":
          return [delta(event.choice, {}, event.reason)];
        case "usage":
          usage = event.usage;
          return [];
        case "error":
          failed = true;
          return [{ event: null, data: { error: { message: event.message, type: "server_error", code: null } } }];
      }
    },
    end() {
      if (failed) return [];
      const last: Frame[] = [];
      if (context.includeUsage && usage !== null) last.push(chunk([], { usage: toOpenAiUsage(usage) }));
      return [...last, { event: null, data: "[DONE]" }];
    },
  };
}

export const openAiChat: Dialect = { decode, encode, stream };
