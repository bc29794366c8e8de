// Workers AI through its binding: OpenAI's request in parts, and answers either of its own kind or of OpenAI's.
import type { JsonObject } from "../../../contract/ids.ts";
import type { Adapter } from "../adapters.ts";
import type { ChatEvent, ChatPart, ChatRequest } from "../chat.ts";
import { parseJson } from "../failures.ts";
import { argumentsText, createOpenAiDecoder, decodeUsage, encodeFormat, openAiChat } from "./openai-chat.ts";
import {
  asFields,
  asList,
  asText,
  asVectors,
  type DecodedAnswer,
  ENDED_EARLY,
  type Fields,
  type StreamDecoder,
  UNREADABLE,
  Untranslatable,
  type Wire,
} from "./wire.ts";

function encodeChat(request: ChatRequest, adapter: Adapter, stream: boolean): JsonObject {
  if ((request.choices ?? 1) > 1) throw new Untranslatable("gives one answer at a time");
  // The model's name is an argument of its own; the schema stands without OpenAI's wrapping.
  const { model: _model, response_format: _format, ...body } = openAiChat.encodeChat(request, adapter, stream);
  const format = encodeFormat(request.responseFormat, adapter);
  if (format === null) return body;
  const schema = asFields(format["json_schema"])?.["schema"];
  return { ...body, response_format: schema === undefined ? format : { type: "json_schema", json_schema: schema } };
}

/** Text, or an object that the runtime has parsed already. */
function responseText(response: unknown): string {
  return typeof response === "string" ? response : JSON.stringify(response);
}

function decodeCalls(answer: Fields): Extract<ChatPart, { type: "tool_call" }>[] {
  return asList(answer["tool_calls"]).flatMap((each, index) => {
    const call = asFields(each);
    if (call === null || typeof call["name"] !== "string") return [];
    return [
      {
        type: "tool_call" as const,
        id: `call_${index}`,
        name: call["name"],
        arguments: argumentsText(call["arguments"]),
      },
    ];
  });
}

function decodeChat(body: unknown): DecodedAnswer | null {
  const answer = asFields(body);
  if (answer === null) return null;
  if (Array.isArray(answer["choices"])) return openAiChat.decodeChat(answer);
  const { response } = answer;
  const calls = decodeCalls(answer);
  if ((response === undefined || response === null) && calls.length === 0) return null;
  const text: ChatPart[] =
    response === undefined || response === null || response === ""
      ? []
      : [{ type: "text", text: responseText(response) }];
  return {
    id: null,
    model: "",
    choices: [{ parts: [...text, ...calls], finishReason: calls.length > 0 ? "tool_calls" : "stop" }],
    usage: decodeUsage(answer["usage"]),
  };
}

function createDecoder(): StreamDecoder {
  const openAi = createOpenAiDecoder();
  let kind: "openai" | "own" | null = null;
  let finished = false;
  let calls = 0;
  return {
    push(frame) {
      if (frame.data.trim() === "[DONE]") {
        if (kind !== "own" || finished) return [];
        finished = true;
        return [{ type: "finish", choice: 0, reason: calls > 0 ? "tool_calls" : "stop" }];
      }
      const chunk = asFields(parseJson(frame.data));
      if (chunk === null) return [UNREADABLE];
      kind ??= "response" in chunk || "tool_calls" in chunk ? "own" : "openai";
      if (kind === "openai") return openAi.push(frame);
      const events: ChatEvent[] = [];
      const text = asText(chunk["response"]);
      if (text !== "") events.push({ type: "text", choice: 0, text });
      for (const call of decodeCalls(chunk)) {
        events.push({ ...call, id: `call_${calls}`, choice: 0, index: calls });
        calls += 1;
      }
      const usage = decodeUsage(chunk["usage"]);
      if (usage !== null) events.push({ type: "usage", usage });
      return events;
    },
    end: () => (kind === "openai" ? openAi.end() : finished ? [] : [ENDED_EARLY]),
  };
}

export const workersAi: Wire = {
  framing: "sse",
  encodeChat,
  decodeChat,
  createDecoder,
  encodeEmbeddings: (_model, texts) => ({ text: [...texts] }),
  decodeEmbeddings: (body, count) => asVectors(asList(asFields(body)?.["data"]), count),
  decodeModels: () => null,
};
