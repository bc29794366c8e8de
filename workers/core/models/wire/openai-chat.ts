// OpenAI's chat completions, the format that most providers speak.
import type { JsonObject } from "../../../contract/ids.ts";
import type { Adapter } from "../adapters.ts";
import type {
  ChatEvent,
  ChatMessage,
  ChatPart,
  ChatRequest,
  ChatUsage,
  FinishReason,
  ResponseFormat,
  ToolChoice,
} from "../chat.ts";
import { kindOfErrorBody, parseJson } from "../failures.ts";
import {
  asCount,
  asFields,
  asList,
  asText,
  asTextOrNull,
  asVectors,
  type DecodedAnswer,
  ENDED_EARLY,
  finishReason,
  type Fields,
  resultText,
  sampling,
  type StreamDecoder,
  textOnly,
  UNREADABLE,
  Untranslatable,
  type Wire,
} from "./wire.ts";

const FINISH: ReadonlyMap<string, FinishReason> = new Map([
  ["stop", "stop"],
  ["length", "length"],
  ["tool_calls", "tool_calls"],
  ["function_call", "tool_calls"],
  ["content_filter", "content_filter"],
]);

function encodePart(part: ChatPart): JsonObject {
  switch (part.type) {
    case "text":
    case "refusal":
      return { type: "text", text: part.text };
    case "image":
      return {
        type: "image_url",
        image_url: { url: part.url, ...(part.detail === undefined ? {} : { detail: part.detail }) },
      };
    case "file":
      if (part.data === undefined) throw new Untranslatable("takes files by their content only, not by URL");
      return {
        type: "file",
        file: {
          filename: part.name ?? "file",
          file_data: `data:${part.mediaType ?? "application/octet-stream"};base64,${part.data}`,
        },
      };
    default:
      throw new Untranslatable(`takes no ${part.type.replace("_", " ")} in this place`);
  }
}

function encodeContent(parts: readonly ChatPart[]): unknown {
  const [only] = parts;
  return parts.length === 1 && only?.type === "text" ? only.text : parts.map(encodePart);
}

function encodeAssistant(message: ChatMessage): JsonObject {
  const calls = message.parts.filter((part) => part.type === "tool_call");
  const refusals = message.parts.filter((part) => part.type === "refusal");
  // Reasoning is the model's own: this format has no place to send it back.
  const rest = message.parts.filter((part) => !["tool_call", "refusal", "reasoning"].includes(part.type));
  return {
    role: "assistant",
    content: rest.length === 0 ? null : textOnly(rest as { type: string; text?: string }[], "an assistant's message"),
    ...(refusals.length === 0 ? {} : { refusal: refusals.map((part) => part.text).join("\n") }),
    ...(calls.length === 0
      ? {}
      : {
          tool_calls: calls.map(({ id, name, arguments: text }) => ({
            id,
            type: "function",
            function: { name, arguments: text },
          })),
        }),
  };
}

/** One message of ours; results of tools become messages of their own, ahead of the rest. */
export function encodeMessage(message: ChatMessage): JsonObject[] {
  const named = message.name === undefined ? {} : { name: message.name };
  if (message.role === "assistant") return [{ ...encodeAssistant(message), ...named }];
  const results = message.parts
    .filter((part) => part.type === "tool_result")
    .map((part) => ({
      role: "tool",
      tool_call_id: part.callId,
      content: resultText(part),
    }));
  const rest = message.parts.filter((part) => part.type !== "tool_result");
  if (rest.length === 0) return results;
  if (message.role === "tool") throw new Untranslatable("takes results only in a tool's message");
  const content =
    message.role === "system"
      ? textOnly(rest as { type: string; text?: string }[], "system text")
      : encodeContent(rest);
  return [...results, { role: message.role, content, ...named }];
}

function encodeChoice(choice: ToolChoice): unknown {
  return typeof choice === "string" ? choice : { type: "function", function: { name: choice.name } };
}

/** What the provider can of what is asked for: a schema, else JSON, else nothing. */
export function encodeFormat(format: ResponseFormat | undefined, adapter: Adapter): JsonObject | null {
  if (format === undefined || format.type === "text" || adapter.structured === "none") return null;
  if (format.type === "json_object" || adapter.structured === "json_object") return { type: "json_object" };
  const { name, schema, strict } = format;
  return { type: "json_schema", json_schema: { name, schema, strict } };
}

function encodeChat(request: ChatRequest, adapter: Adapter, stream: boolean): JsonObject {
  const { temperature, topP } = sampling(request, adapter);
  const fields: Fields = {
    model: request.model,
    messages: request.messages.flatMap(encodeMessage),
    [adapter.maxTokensField]: request.maxTokens,
    temperature,
    top_p: topP,
    stop: request.stop?.length ? request.stop : undefined,
    seed: request.seed,
    n: request.choices === 1 ? undefined : request.choices,
    response_format: encodeFormat(request.responseFormat, adapter) ?? undefined,
    tools: request.tools?.length
      ? request.tools.map(({ name, description, parameters, strict }) => ({
          type: "function",
          function: {
            name,
            ...(description === null ? {} : { description }),
            parameters,
            ...(strict === undefined ? {} : { strict }),
          },
        }))
      : undefined,
    tool_choice: request.toolChoice === undefined ? undefined : encodeChoice(request.toolChoice),
    parallel_tool_calls: request.tools?.length ? request.parallelToolCalls : undefined,
    ...(stream ? { stream: true, ...(adapter.usageInStream ? { stream_options: { include_usage: true } } : {}) } : {}),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Counts of an answer; null where there are none. */
export function decodeUsage(value: unknown): ChatUsage | null {
  const usage = asFields(value);
  if (usage === null || typeof usage["prompt_tokens"] !== "number") return null;
  const inputTokens = asCount(usage["prompt_tokens"]);
  return {
    inputTokens,
    outputTokens: asCount(usage["completion_tokens"]),
    cachedInputTokens: Math.min(inputTokens, asCount(asFields(usage["prompt_tokens_details"])?.["cached_tokens"])),
    estimated: false,
  };
}

function decodeContent(content: unknown): string {
  if (typeof content === "string") return content;
  return asList(content)
    .map((part) => asText(asFields(part)?.["text"]))
    .join("");
}

export function decodeMessage(message: Fields): ChatPart[] {
  const parts: ChatPart[] = [];
  const reasoning = asText(message["reasoning_content"] ?? message["reasoning"]);
  if (reasoning !== "") parts.push({ type: "reasoning", text: reasoning });
  const text = decodeContent(message["content"]);
  if (text !== "") parts.push({ type: "text", text });
  const refusal = asText(message["refusal"]);
  if (refusal !== "") parts.push({ type: "refusal", text: refusal });
  for (const [index, each] of asList(message["tool_calls"]).entries()) {
    const call = asFields(each);
    const called = asFields(call?.["function"]);
    if (called === null || typeof called["name"] !== "string") continue;
    const id = asTextOrNull(call?.["id"]) ?? `call_${index}`;
    parts.push({ type: "tool_call", id, name: called["name"], arguments: argumentsText(called["arguments"]) });
  }
  return parts;
}

/** Arguments are JSON text; some servers send the object itself. */
export function argumentsText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? {});
}

function decodeChat(body: unknown): DecodedAnswer | null {
  const answer = asFields(body);
  const choices = asList(answer?.["choices"]).map(asFields);
  if (answer === null || choices.length === 0) return null;
  const decoded = choices.map((choice) => {
    const message = asFields(choice?.["message"]);
    if (choice === null || message === null) return null;
    return { parts: decodeMessage(message), finishReason: finishReason(FINISH, choice["finish_reason"]) };
  });
  if (decoded.some((choice) => choice === null)) return null;
  return {
    id: asTextOrNull(answer["id"]),
    model: asText(answer["model"]),
    choices: decoded.filter((choice) => choice !== null),
    usage: decodeUsage(answer["usage"]),
  };
}

/** An error inside a stream, without a word of theirs. */
export function errorEvent(body: unknown): ChatEvent {
  return { type: "error", kind: kindOfErrorBody(body) ?? "unavailable", message: "the provider broke off the stream" };
}

export function createOpenAiDecoder(): StreamDecoder {
  let started = false;
  let finished = false;
  /** Tool calls that began, by choice and the provider's own index or id. */
  const calls = new Map<string, number>();
  const counts = new Map<number, number>();

  const callEvents = (choice: number, value: unknown, position: number): ChatEvent[] => {
    const call = asFields(value);
    const called = asFields(call?.["function"]) ?? {};
    if (call === null) return [];
    const id = asTextOrNull(call["id"]) ?? undefined;
    const name = asTextOrNull(called["name"]) ?? undefined;
    // Some servers leave the index out: then the id tells calls apart, and without one the position does.
    const key = `${choice}/${typeof call["index"] === "number" ? call["index"] : (id ?? `#${position}`)}`;
    let index = calls.get(key);
    const isNew = index === undefined;
    if (index === undefined) {
      index = counts.get(choice) ?? 0;
      counts.set(choice, index + 1);
      calls.set(key, index);
    }
    const given = called["arguments"];
    const text = given === undefined || given === null ? "" : argumentsText(given);
    const head = isNew ? { id: id ?? `call_${index}`, name: name ?? "" } : {};
    return isNew || text !== "" ? [{ type: "tool_call", choice, index, ...head, arguments: text }] : [];
  };

  const choiceEvents = (value: unknown): ChatEvent[] => {
    const fields = asFields(value);
    if (fields === null) return [];
    const choice = typeof fields["index"] === "number" ? fields["index"] : 0;
    const delta = asFields(fields["delta"]) ?? {};
    const events: ChatEvent[] = [];
    const add = (type: "text" | "reasoning" | "refusal", text: string): void => {
      if (text !== "") events.push({ type, choice, text });
    };
    add("reasoning", asText(delta["reasoning_content"] ?? delta["reasoning"]));
    add("text", decodeContent(delta["content"]));
    add("refusal", asText(delta["refusal"]));
    for (const [position, call] of asList(delta["tool_calls"]).entries()) {
      events.push(...callEvents(choice, call, position));
    }
    if (typeof fields["finish_reason"] === "string") {
      finished = true;
      events.push({ type: "finish", choice, reason: finishReason(FINISH, fields["finish_reason"]) });
    }
    return events;
  };

  return {
    push({ data }) {
      if (data.trim() === "[DONE]") return [];
      const chunk = asFields(parseJson(data));
      if (chunk === null) return [UNREADABLE];
      if (chunk["error"] !== undefined && chunk["error"] !== null) return [errorEvent(chunk)];
      const events: ChatEvent[] = [];
      if (!started) {
        started = true;
        events.push({ type: "start", id: asTextOrNull(chunk["id"]), model: asText(chunk["model"]) });
      }
      for (const choice of asList(chunk["choices"])) events.push(...choiceEvents(choice));
      const usage = decodeUsage(chunk["usage"] ?? asFields(chunk["x_groq"])?.["usage"]);
      if (usage !== null) events.push({ type: "usage", usage });
      return events;
    },
    end: () => (finished ? [] : [ENDED_EARLY]),
  };
}

export const openAiChat: Wire = {
  framing: "sse",
  encodeChat,
  decodeChat,
  createDecoder: createOpenAiDecoder,
  encodeEmbeddings: (model, texts) => ({ model, input: [...texts] }),
  decodeEmbeddings(body, count) {
    const rows = asList(asFields(body)?.["data"]).map(asFields);
    const ordered = rows.toSorted((a, b) => asCount(a?.["index"]) - asCount(b?.["index"]));
    return asVectors(
      ordered.map((row) => row?.["embedding"]),
      count,
    );
  },
  decodeModels(body) {
    const fields = asFields(body);
    if (!Array.isArray(fields?.["data"])) return null;
    return asList(fields["data"])
      .map((row) => asText(asFields(row)?.["id"]))
      .filter((id) => id !== "");
  },
};
