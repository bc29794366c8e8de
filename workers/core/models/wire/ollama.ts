// Ollama's own chat API: JSON lines, tool arguments as objects, no ids of tool calls in older servers.
import type { JsonObject } from "../../../contract/ids.ts";
import type { Adapter } from "../adapters.ts";
import type { ChatEvent, ChatMessage, ChatPart, ChatRequest, ChatUsage, FinishReason } from "../chat.ts";
import { parseJson } from "../failures.ts";
import { argumentsText, errorEvent } from "./openai-chat.ts";
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
  parseArguments,
  readDataUrl,
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
]);

function encodeImage(url: string): string {
  const inline = readDataUrl(url);
  if (inline === null) throw new Untranslatable("takes images by their content only, not by URL");
  return inline.data;
}

/** One message of ours; `names` tells which tool a result belongs to. */
function encodeMessage(message: ChatMessage, names: ReadonlyMap<string, string>): JsonObject[] {
  const results = message.parts
    .filter((part) => part.type === "tool_result")
    .map((part) => ({
      role: "tool",
      content: resultText(part),
      ...(names.has(part.callId) ? { tool_name: names.get(part.callId)! } : {}),
    }));
  const images = message.parts.filter((part) => part.type === "image").map((part) => encodeImage(part.url));
  const calls = message.parts.filter((part) => part.type === "tool_call");
  const text = message.parts.filter(
    (part) => !["tool_result", "image", "tool_call", "reasoning"].includes(part.type),
  ) as { type: string; text?: string }[];
  if (text.length === 0 && images.length === 0 && calls.length === 0) return results;
  return [
    ...results,
    {
      role: message.role,
      content: textOnly(text, "a message"),
      ...(images.length === 0 ? {} : { images }),
      ...(calls.length === 0
        ? {}
        : {
            tool_calls: calls.map((call) => ({
              function: { name: call.name, arguments: parseArguments(call.arguments) },
            })),
          }),
    },
  ];
}

function encodeChat(request: ChatRequest, adapter: Adapter, stream: boolean): JsonObject {
  if ((request.choices ?? 1) > 1) throw new Untranslatable("gives one answer at a time");
  const { temperature, topP } = sampling(request, adapter);
  const names = new Map(
    request.messages.flatMap(({ parts }) =>
      parts.filter((part) => part.type === "tool_call").map((part): [string, string] => [part.id, part.name]),
    ),
  );
  const options = Object.fromEntries(
    Object.entries({
      temperature,
      top_p: topP,
      num_predict: request.maxTokens,
      stop: request.stop?.length ? request.stop : undefined,
      seed: request.seed,
    }).filter(([, value]) => value !== undefined),
  );
  const format = request.responseFormat;
  return {
    model: request.model,
    messages: request.messages.flatMap((message) => encodeMessage(message, names)),
    ...(request.tools?.length && request.toolChoice !== "none"
      ? {
          tools: request.tools.map(({ name, description, parameters }) => ({
            type: "function",
            function: { name, description: description ?? "", parameters },
          })),
        }
      : {}),
    ...(format?.type === "json_schema" ? { format: format.schema } : {}),
    ...(format?.type === "json_object" ? { format: "json" } : {}),
    options,
    stream,
  };
}

function decodeUsage(answer: Fields): ChatUsage | null {
  if (typeof answer["eval_count"] !== "number") return null;
  return {
    inputTokens: asCount(answer["prompt_eval_count"]),
    outputTokens: asCount(answer["eval_count"]),
    cachedInputTokens: 0,
    estimated: false,
  };
}

/** A call's own id, else one from the time the answer was made, which no other answer of the conversation shares. */
function callId(call: Fields, createdAt: unknown, index: number): string {
  return asTextOrNull(call["id"]) ?? `call_${asText(createdAt).replace(/\D/g, "")}_${index}`;
}

function decodeCalls(message: Fields, createdAt: unknown, first: number): Extract<ChatPart, { type: "tool_call" }>[] {
  return asList(message["tool_calls"]).flatMap((each, position) => {
    const call = asFields(each);
    const called = asFields(call?.["function"]);
    if (call === null || called === null || typeof called["name"] !== "string") return [];
    return [
      {
        type: "tool_call" as const,
        id: callId(call, createdAt, first + position),
        name: called["name"],
        arguments: argumentsText(called["arguments"]),
      },
    ];
  });
}

function decodeChat(body: unknown): DecodedAnswer | null {
  const answer = asFields(body);
  const message = asFields(answer?.["message"]);
  if (answer === null || message === null || answer["done"] !== true) return null;
  const calls = decodeCalls(message, answer["created_at"], 0);
  const parts: ChatPart[] = [];
  if (asText(message["thinking"]) !== "") parts.push({ type: "reasoning", text: asText(message["thinking"]) });
  if (asText(message["content"]) !== "") parts.push({ type: "text", text: asText(message["content"]) });
  return {
    id: null,
    model: asText(answer["model"]),
    choices: [
      {
        parts: [...parts, ...calls],
        finishReason: calls.length > 0 ? "tool_calls" : finishReason(FINISH, answer["done_reason"]),
      },
    ],
    usage: decodeUsage(answer),
  };
}

function createDecoder(): StreamDecoder {
  let started = false;
  let finished = false;
  let calls = 0;
  return {
    push({ data }) {
      const line = asFields(parseJson(data));
      if (line === null) return [UNREADABLE];
      if (line["error"] !== undefined) return [errorEvent(line)];
      const message = asFields(line["message"]) ?? {};
      const events: ChatEvent[] = [];
      if (!started) {
        started = true;
        events.push({ type: "start", id: null, model: asText(line["model"]) });
      }
      if (asText(message["thinking"]) !== "") {
        events.push({ type: "reasoning", choice: 0, text: asText(message["thinking"]) });
      }
      if (asText(message["content"]) !== "") events.push({ type: "text", choice: 0, text: asText(message["content"]) });
      for (const call of decodeCalls(message, line["created_at"], calls)) {
        events.push({ ...call, choice: 0, index: calls });
        calls += 1;
      }
      if (line["done"] === true) {
        finished = true;
        const reason = calls > 0 ? "tool_calls" : finishReason(FINISH, line["done_reason"]);
        events.push({ type: "finish", choice: 0, reason });
        const usage = decodeUsage(line);
        if (usage !== null) events.push({ type: "usage", usage });
      }
      return events;
    },
    end: () => (finished ? [] : [ENDED_EARLY]),
  };
}

export const ollama: Wire = {
  framing: "lines",
  encodeChat,
  decodeChat,
  createDecoder,
  encodeEmbeddings: (model, texts) => ({ model, input: [...texts] }),
  decodeEmbeddings: (body, count) => asVectors(asList(asFields(body)?.["embeddings"]), count),
  decodeModels(body) {
    const fields = asFields(body);
    if (!Array.isArray(fields?.["models"])) return null;
    return asList(fields["models"])
      .map((row) => asText(asFields(row)?.["name"]))
      .filter((name) => name !== "");
  },
};
