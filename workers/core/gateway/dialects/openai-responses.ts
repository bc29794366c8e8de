// OpenAI's Responses API, as clients speak it, over providers that have none of their own.
import type { JsonObject } from "../../../contract/ids.ts";
import type {
  ChatAnswer,
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
  readArray,
  readObject,
  readText,
  readTool,
  refuse,
  withoutUndefined,
} from "./dialect.ts";
import { readFile, readFormat } from "./openai-chat.ts";

const REQUEST_FIELDS = fieldRules(
  "model input instructions tools tool_choice parallel_tool_calls max_output_tokens temperature top_p text",
  "stream stream_options user metadata store service_tier safety_identifier prompt_cache_key prompt_cache_retention include",
  { background: [false], truncation: ["disabled"], top_logprobs: [0], reasoning: [{}] },
);
const TEXT_FIELDS = fieldRules("format", "", { verbosity: ["medium"] });

function readPart(value: unknown, field: string): ChatPart {
  const part = readObject(value, field);
  switch (part.type) {
    case "input_text":
    case "output_text":
      return { type: "text", text: readText(part.text, `${field}.text`) };
    case "refusal":
      return { type: "refusal", text: readText(part.refusal, `${field}.refusal`) };
    case "input_image": {
      const url = optionalText(part.image_url, `${field}.image_url`);
      if (url === null) throw refuse(`${field}.file_id`, "files kept at a provider cannot be translated");
      const detail = optionalText(part.detail, `${field}.detail`);
      return { type: "image", url, ...(detail === null ? {} : { detail }) };
    }
    case "input_file": {
      const name = optionalText(part.filename, `${field}.filename`);
      const data = optionalText(part.file_data, `${field}.file_data`);
      if (data !== null) return readFile(data, name);
      const url = optionalText(part.file_url, `${field}.file_url`);
      if (url === null) throw refuse(`${field}.file_id`, "files kept at a provider cannot be translated");
      return { type: "file", name, mediaType: null, url };
    }
    default:
      throw refuse(`${field}.type`, "cannot be translated for this model's provider");
  }
}

function readContent(value: unknown, field: string): ChatPart[] {
  if (typeof value === "string") return [{ type: "text", text: value }];
  return readArray(value, field).map((part, index) => readPart(part, `${field}[${index}]`));
}

function readItem(value: unknown, field: string): ChatMessage {
  const item = readObject(value, field);
  switch (item.type ?? "message") {
    case "message": {
      const { role } = item;
      const parts = readContent(item.content, `${field}.content`);
      if (role === "system" || role === "developer") return { role: "system", parts };
      if (role === "user" || role === "assistant") return { role, parts };
      throw refuse(`${field}.role`, "must be system, developer, user or assistant");
    }
    case "function_call":
      return {
        role: "assistant",
        parts: [
          {
            type: "tool_call",
            id: readText(item.call_id, `${field}.call_id`),
            name: readText(item.name, `${field}.name`),
            arguments: readText(item.arguments, `${field}.arguments`),
          },
        ],
      };
    case "function_call_output":
      return {
        role: "tool",
        parts: [
          {
            type: "tool_result",
            callId: readText(item.call_id, `${field}.call_id`),
            parts: readContent(item.output, `${field}.output`),
            isError: false,
          },
        ],
      };
    case "reasoning": {
      const summary = isAbsent(item.summary) ? [] : readArray(item.summary, `${field}.summary`);
      const texts = summary.map((part, index) => {
        const place = `${field}.summary[${index}]`;
        return readText(readObject(part, place).text, `${place}.text`);
      });
      return { role: "assistant", parts: texts.map((text) => ({ type: "reasoning", text })) };
    }
    default:
      throw refuse(`${field}.type`, "cannot be translated for this model's provider");
  }
}

/** Items of one speaker that follow each other are one message to other dialects: calls beside their text. */
function joinNeighbours(messages: readonly ChatMessage[]): ChatMessage[] {
  const joined: ChatMessage[] = [];
  for (const message of messages) {
    const last = joined.at(-1);
    if (last?.role === message.role && (message.role === "assistant" || message.role === "tool")) {
      last.parts.push(...message.parts);
    } else joined.push({ role: message.role, parts: [...message.parts] });
  }
  return joined;
}

function readToolChoice(value: unknown): ToolChoice | undefined {
  if (isAbsent(value)) return undefined;
  if (value === "auto" || value === "none" || value === "required") return value;
  const choice = readObject(value, "tool_choice");
  if (choice.type !== "function") throw refuse("tool_choice.type", "cannot be translated for this model's provider");
  return { name: readText(choice.name, "tool_choice.name") };
}

function decode(body: JsonObject): ChatRequest {
  checkFields(body, REQUEST_FIELDS, "");
  const instructions = optionalText(body.instructions, "instructions");
  const items =
    typeof body.input === "string"
      ? [{ role: "user" as const, parts: [{ type: "text" as const, text: body.input }] }]
      : readArray(body.input, "input").map((item, index) => readItem(item, `input[${index}]`));
  const text = isAbsent(body.text) ? {} : readObject(body.text, "text");
  checkFields(text, TEXT_FIELDS, "text");
  const tools = isAbsent(body.tools)
    ? undefined
    : readArray(body.tools, "tools").map((value, index) => {
        const tool = readObject(value, `tools[${index}]`);
        if (tool.type !== "function") throw refuse(`tools[${index}].type`, "only functions can be translated");
        return readTool(tool, tool.parameters, `tools[${index}]`);
      });
  const system: ChatMessage[] =
    instructions === null ? [] : [{ role: "system", parts: [{ type: "text", text: instructions }] }];
  return withoutUndefined<ChatRequest>({
    model: readText(body.model, "model"),
    messages: [...system, ...joinNeighbours(items)],
    tools,
    toolChoice: readToolChoice(body.tool_choice),
    parallelToolCalls: optionalFlag(body.parallel_tool_calls, "parallel_tool_calls"),
    maxTokens: optionalNumber(body.max_output_tokens, "max_output_tokens"),
    temperature: optionalNumber(body.temperature, "temperature"),
    topP: optionalNumber(body.top_p, "top_p"),
    stop: undefined,
    seed: undefined,
    responseFormat: readFormat(text.format, "text.format", false),
    choices: undefined,
  });
}

function toUsage(usage: ChatUsage): JsonObject {
  return {
    input_tokens: usage.inputTokens,
    input_tokens_details: { cached_tokens: usage.cachedInputTokens },
    output_tokens: usage.outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: usage.inputTokens + usage.outputTokens,
  };
}

const INCOMPLETE: Partial<Record<FinishReason, string>> = {
  length: "max_output_tokens",
  content_filter: "content_filter",
};

/** The answer's envelope; `store` is false because nothing is kept here that a later request could name. */
function envelope(id: string, context: AnswerContext, status: string, output: JsonObject[]): JsonObject {
  return {
    id,
    object: "response",
    created_at: context.createdS,
    status,
    background: false,
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    model: context.model,
    output,
    parallel_tool_calls: true,
    previous_response_id: null,
    store: false,
    temperature: null,
    text: { format: { type: "text" } },
    tool_choice: "auto",
    tools: [],
    top_p: null,
    truncation: "disabled",
    usage: null,
  };
}

function finished(
  id: string,
  context: AnswerContext,
  reason: FinishReason,
  output: JsonObject[],
  usage: ChatUsage,
): JsonObject {
  const incomplete = INCOMPLETE[reason];
  return {
    ...envelope(id, context, incomplete === undefined ? "completed" : "incomplete", output),
    ...(incomplete === undefined ? {} : { incomplete_details: { reason: incomplete } }),
    usage: toUsage(usage),
  };
}

type ItemKind = "message" | "reasoning" | "function_call";

interface Item {
  kind: ItemKind;
  id: string;
  /** Of a call. */
  callId: string;
  name: string;
  /** Of a message: texts and refusals in order; of the others: one text. */
  contents: { type: "output_text" | "refusal" | "other"; text: string }[];
}

const PREFIX: Record<ItemKind, string> = { message: "msg", reasoning: "rs", function_call: "fc" };

function toContent(content: Item["contents"][number]): JsonObject {
  return content.type === "refusal"
    ? { type: "refusal", refusal: content.text }
    : { type: "output_text", text: content.text, annotations: [], logprobs: [] };
}

function toItem(item: Item, status: "in_progress" | "completed"): JsonObject {
  const text = item.contents.map((content) => content.text).join("");
  switch (item.kind) {
    case "message":
      return { id: item.id, type: "message", status, role: "assistant", content: item.contents.map(toContent) };
    case "reasoning":
      return { id: item.id, type: "reasoning", summary: text === "" ? [] : [{ type: "summary_text", text }] };
    case "function_call":
      return {
        id: item.id,
        type: "function_call",
        status,
        call_id: item.callId,
        name: item.name,
        arguments: text,
      };
  }
}

const responseId = (id: string | null, context: AnswerContext): string => {
  const known = id ?? context.id;
  return known.startsWith("resp_") ? known : `resp_${known}`;
};

function encode(answer: ChatAnswer, context: AnswerContext): JsonObject {
  const choice = answer.choices[0] ?? { parts: [], finishReason: "stop" as const };
  const items: Item[] = [];
  const add = (kind: ItemKind, callId = "", name = ""): Item => {
    const item: Item = { kind, id: `${PREFIX[kind]}_${context.id}${items.length}`, callId, name, contents: [] };
    items.push(item);
    return item;
  };
  for (const part of choice.parts) {
    if (part.type === "text" || part.type === "refusal") {
      const last = items.at(-1);
      const message = last?.kind === "message" ? last : add("message");
      message.contents.push({ type: part.type === "text" ? "output_text" : "refusal", text: part.text });
    } else if (part.type === "reasoning") add("reasoning").contents.push({ type: "other", text: part.text });
    else if (part.type === "tool_call") {
      add("function_call", part.id, part.name).contents.push({ type: "other", text: part.arguments });
    }
  }
  const output = items.map((item) => toItem(item, "completed"));
  return finished(responseId(answer.id, context), context, choice.finishReason, output, answer.usage);
}

/** Every event names its item, so items of parallel calls may be open side by side; each is closed at the end. */
function stream(context: AnswerContext): StreamEncoder {
  let id = responseId(null, context);
  let started = false;
  let failed = false;
  let sequence = 0;
  let reason: FinishReason = "stop";
  let usage: ChatUsage = { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, estimated: true };
  const items: Item[] = [];
  const calls = new Map<number, number>();
  /** Index of the text or reasoning item that is being written. */
  let current = -1;

  const frame = (type: string, data: JsonObject): Frame => ({
    event: type,
    data: { type, sequence_number: sequence++, ...data },
  });
  const start = (): Frame[] => {
    if (started) return [];
    started = true;
    const response = envelope(id, context, "in_progress", []);
    return [frame("response.created", { response }), frame("response.in_progress", { response })];
  };
  const add = (kind: ItemKind, callId = "", name = ""): Frame[] => {
    const item: Item = { kind, id: `${PREFIX[kind]}_${context.id}${items.length}`, callId, name, contents: [] };
    items.push(item);
    return [frame("response.output_item.added", { output_index: items.length - 1, item: toItem(item, "in_progress") })];
  };
  const closeContent = (index: number, content: number): Frame[] => {
    const item = items[index]!;
    const written = item.contents[content]!;
    const place = { item_id: item.id, output_index: index };
    switch (item.kind) {
      case "message": {
        const part = toContent(written);
        const where = { ...place, content_index: content };
        const done =
          written.type === "refusal"
            ? frame("response.refusal.done", { ...where, refusal: written.text })
            : frame("response.output_text.done", { ...where, text: written.text, logprobs: [] });
        return [done, frame("response.content_part.done", { ...where, part })];
      }
      case "reasoning": {
        const part = { type: "summary_text", text: written.text };
        const where = { ...place, summary_index: 0 };
        return [
          frame("response.reasoning_summary_text.done", { ...where, text: written.text }),
          frame("response.reasoning_summary_part.done", { ...where, part }),
        ];
      }
      case "function_call":
        return [frame("response.function_call_arguments.done", { ...place, name: item.name, arguments: written.text })];
    }
  };
  const closeItem = (index: number): Frame[] => {
    const item = items[index]!;
    const last = item.contents.length - 1;
    return [
      ...(last < 0 ? [] : closeContent(index, last)),
      frame("response.output_item.done", { output_index: index, item: toItem(item, "completed") }),
    ];
  };
  const closeCurrent = (): Frame[] => {
    if (current < 0) return [];
    const frames = closeItem(current);
    current = -1;
    return frames;
  };
  const writeText = (type: "output_text" | "refusal", text: string): Frame[] => {
    const frames: Frame[] = [];
    if (current < 0 || items[current]!.kind !== "message") {
      frames.push(...closeCurrent(), ...add("message"));
      current = items.length - 1;
    }
    const item = items[current]!;
    if (item.contents.at(-1)?.type !== type) {
      if (item.contents.length > 0) frames.push(...closeContent(current, item.contents.length - 1));
      item.contents.push({ type, text: "" });
      frames.push(
        frame("response.content_part.added", {
          item_id: item.id,
          output_index: current,
          content_index: item.contents.length - 1,
          part: toContent({ type, text: "" }),
        }),
      );
    }
    item.contents.at(-1)!.text += text;
    const where = { item_id: item.id, output_index: current, content_index: item.contents.length - 1 };
    frames.push(
      type === "refusal"
        ? frame("response.refusal.delta", { ...where, delta: text })
        : frame("response.output_text.delta", { ...where, delta: text, logprobs: [] }),
    );
    return frames;
  };
  const writeReasoning = (text: string): Frame[] => {
    const frames: Frame[] = [];
    if (current < 0 || items[current]!.kind !== "reasoning") {
      frames.push(...closeCurrent(), ...add("reasoning"));
      current = items.length - 1;
      items[current]!.contents.push({ type: "other", text: "" });
      const part = { type: "summary_text", text: "" };
      const where = { item_id: items[current]!.id, output_index: current, summary_index: 0 };
      frames.push(frame("response.reasoning_summary_part.added", { ...where, part }));
    }
    items[current]!.contents[0]!.text += text;
    const where = { item_id: items[current]!.id, output_index: current, summary_index: 0 };
    return [...frames, frame("response.reasoning_summary_text.delta", { ...where, delta: text })];
  };
  const writeCall = (callIndex: number, callId: string, name: string, text: string): Frame[] => {
    const frames: Frame[] = [];
    let index = calls.get(callIndex);
    if (index === undefined) {
      frames.push(...closeCurrent(), ...add("function_call", callId, name));
      index = items.length - 1;
      calls.set(callIndex, index);
      items[index]!.contents.push({ type: "other", text: "" });
    }
    const item = items[index]!;
    item.contents[0]!.text += text;
    if (text !== "") {
      const place = { item_id: item.id, output_index: index };
      frames.push(frame("response.function_call_arguments.delta", { ...place, delta: text }));
    }
    return frames;
  };

  return {
    push(event) {
      switch (event.type) {
        case "start":
          id = responseId(event.id, context);
          return start();
        case "usage":
          usage = event.usage;
          return [];
        case "error":
          failed = true;
          return [frame("error", { code: "server_error", message: event.message, param: null })];
        case "finish":
          if (event.choice === 0) reason = event.reason;
          return [];
        default:
          if (event.choice !== 0) return [];
      }
      if (event.type === "tool_call") {
        const { index, id: callId = `call_${context.id}${index}`, name = "" } = event;
        return [...start(), ...writeCall(index, callId, name, event.arguments)];
      }
      if (event.type === "reasoning") return [...start(), ...writeReasoning(event.text)];
      return [...start(), ...writeText(event.type === "refusal" ? "refusal" : "output_text", event.text)];
    },
    end() {
      if (failed) return [];
      const frames = [...start(), ...closeCurrent()];
      for (const index of calls.values()) frames.push(...closeItem(index));
      const output = items.map((item) => toItem(item, "completed"));
      const response = finished(id, context, reason, output, usage);
      frames.push(frame(`response.${response.status as string}`, { response }));
      return frames;
    },
  };
}

export const openAiResponses: Dialect = { decode, encode, stream };
