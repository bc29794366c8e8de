// An exchange as a conversation: what the caller sent and got, in the form that imports have.
import { AppError } from "../../contract/error.ts";
import type { JsonObject } from "../../contract/ids.ts";
import type { ToolCall, ToolResult } from "../../contract/tool.ts";
import { createAssembler } from "../models/assemble.ts";
import type { ChatMessage, ChatPart } from "../models/chat.ts";
import { parseJson } from "../models/failures.ts";
import { createSseReader } from "../models/sse.ts";
import { anthropicMessages } from "../models/wire/anthropic-messages.ts";
import { openAiChat } from "../models/wire/openai-chat.ts";
import type { Wire } from "../models/wire/wire.ts";
import type { RawConversation, RawTurn } from "../parsing/model.ts";
import { parseArguments } from "./dialects/dialect.ts";
import type { DialectName } from "./dialects/errors.ts";
import { DIALECTS } from "./dialects/table.ts";

/** The members of a body that hold its turns, with what the decoder insists on besides. */
const TURNS: Readonly<Record<DialectName, (body: JsonObject) => JsonObject>> = {
  "openai-chat": ({ messages }) => ({ model: "", messages }),
  "openai-responses": ({ input }) => ({ model: "", input }),
  "anthropic-messages": ({ messages }) => ({ model: "", max_tokens: 1, messages }),
};

const WIRES: Readonly<Partial<Record<DialectName, Wire>>> = {
  "openai-chat": openAiChat,
  "anthropic-messages": anthropicMessages,
};

function asObject(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function messagesOf(client: DialectName, body: JsonObject): ChatMessage[] | null {
  try {
    return DIALECTS[client].decode(TURNS[client](body)).messages;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The first alternative of an answer. */
function answerOf(client: DialectName, text: string, streamed: boolean): ChatPart[] | null {
  const wire = WIRES[client];
  if (!streamed) {
    const body = parseJson(text);
    if (wire !== undefined) return wire.decodeChat(body)?.choices[0]?.parts ?? null;
    return partsOf(asObject(body));
  }
  const reader = createSseReader();
  const frames = [...(reader.push(new TextEncoder().encode(text)) ?? []), ...(reader.end() ?? [])];
  if (wire === undefined) {
    // The last event of the Responses API repeats the whole answer.
    const ends = frames.map(({ data }) => asObject(parseJson(data))).filter(({ response }) => response !== undefined);
    return partsOf(asObject(ends.at(-1)?.response));
  }
  const decoder = wire.createDecoder();
  const assembler = createAssembler();
  for (const frame of frames) for (const event of decoder.push(frame)) assembler.push(event);
  return assembler.answer().choices[0]?.parts ?? null;
}

function partsOf({ output }: JsonObject): ChatPart[] | null {
  return messagesOf("openai-responses", { input: output })?.flatMap(({ parts }) => parts) ?? null;
}

const textOf = (parts: readonly ChatPart[]): string =>
  parts.map((part) => (part.type === "text" || part.type === "refusal" ? part.text : "")).join("");

/** One turn per message; results of tools are turns of the tool's. Media, reasoning and system text are left out. */
function toTurns(messages: readonly ChatMessage[]): RawTurn[] {
  const names = new Map<string, string>();
  const turns: RawTurn[] = [];
  for (const { role, parts } of messages) {
    if (role === "system") continue;
    const calls: ToolCall[] = [];
    const results: ToolResult[] = [];
    for (const part of parts) {
      if (part.type === "tool_call") {
        names.set(part.id, part.name);
        calls.push({ tool_call_id: part.id, tool_name: part.name, arguments: parseArguments(part.arguments) });
      }
      if (part.type !== "tool_result") continue;
      results.push({
        tool_call_id: part.callId,
        tool_name: names.get(part.callId) ?? "tool",
        result: textOf(part.parts),
        status: part.isError ? "error" : "success",
        duration_ms: null,
      });
    }
    const add = (speaker: RawTurn["role"] & string, text: string, own: ToolCall[], given: ToolResult[]): void => {
      if (text === "" && own.length === 0 && given.length === 0) return;
      const line = turns.length + 1;
      turns.push({ speaker, role: speaker, text, time: null, line, toolCalls: own, toolResults: given });
    };
    add("tool", "", [], results);
    add(role, textOf(parts), calls, []);
  }
  return turns;
}

const conversationOf = (turns: RawTurn[]): RawConversation => ({
  key: "",
  turns,
  line: 1,
  domain: null,
  language: null,
  seedId: null,
  metadata: {},
  native: false,
});

export interface Transcript {
  /** The turns of the request and the answer as the last of them. Raw: to be anonymised before it rests anywhere. */
  conversation: RawConversation;
  /** What an earlier request of the same conversation left: the turns up to the last answer in the request's history. */
  earlier: RawConversation | null;
}

/**
 * Reads a request and its answer in the caller's dialect (`answer` is the text of the stream where it was one). Null
 * where either is no chat that can be read, or nobody said anything. Never throws on hostile text.
 */
export function readTranscript(
  client: DialectName,
  request: JsonObject,
  answer: string,
  streamed: boolean,
): Transcript | null {
  const messages = messagesOf(client, request);
  const parts = answerOf(client, answer, streamed);
  if (messages === null || parts === null) return null;
  const history = toTurns(messages);
  const turns = toTurns([...messages, { role: "assistant", parts }]);
  if (history.length === 0 || turns.length === history.length) return null;
  const last = history.findLastIndex(({ role }) => role === "assistant");
  return {
    conversation: conversationOf(turns),
    earlier: last < 0 ? null : conversationOf(history.slice(0, last + 1)),
  };
}
