// A blocked answer in each dialect: who answered and what it cost stay, nothing of what was said does.
import type { GatewayDialect } from "./types.ts";

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Numbers only, so that nothing said can hide in the usage. */
function numbersOf(value: unknown): unknown {
  if (typeof value === "number") return value;
  if (!isObject(value)) return null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => typeof item === "number" || isObject(item))
      .map(([key, item]) => [key, numbersOf(item)]),
  );
}

const SAFE = /^(?!.*\d{11})[A-Za-z0-9._:/-]{1,128}$/;

function safe(value: unknown): string | null {
  return typeof value === "string" && SAFE.test(value) ? value : null;
}

export function blockedChat(answer: Json): Json {
  const choices = Array.isArray(answer["choices"]) && answer["choices"].length > 0 ? answer["choices"] : [{}];
  return {
    id: safe(answer["id"]),
    object: "chat.completion",
    created: typeof answer["created"] === "number" ? answer["created"] : 0,
    model: safe(answer["model"]),
    choices: choices.map((choice: unknown, index) => ({
      index: isObject(choice) && typeof choice["index"] === "number" ? choice["index"] : index,
      message: { role: "assistant", content: "", refusal: null },
      logprobs: null,
      finish_reason: "content_filter",
    })),
    usage: numbersOf(answer["usage"]),
  };
}

export function blockedMessage(answer: Json): Json {
  return {
    id: safe(answer["id"]),
    type: "message",
    role: "assistant",
    model: safe(answer["model"]),
    content: [],
    stop_reason: "refusal",
    stop_sequence: null,
    usage: numbersOf(answer["usage"]) ?? { input_tokens: 0, output_tokens: 0 },
  };
}

export function blockedResponse(answer: Json): Json {
  return {
    id: safe(answer["id"]),
    object: "response",
    created_at: typeof answer["created_at"] === "number" ? answer["created_at"] : 0,
    model: safe(answer["model"]),
    status: "incomplete",
    incomplete_details: { reason: "content_filter" },
    error: null,
    instructions: null,
    metadata: {},
    output: [],
    parallel_tool_calls: answer["parallel_tool_calls"] === true,
    tool_choice: "auto",
    tools: [],
    temperature: null,
    top_p: null,
    usage: numbersOf(answer["usage"]),
  };
}

const ERROR_MESSAGE = "The answer was withheld because it holds personal data";

/** The body in the place of one that must not leave; error bodies keep their type and lose their message. */
export function blockedAnswer(body: string, dialect: GatewayDialect): string {
  const answer: unknown = JSON.parse(body);
  if (!isObject(answer)) return JSON.stringify({ error: { message: ERROR_MESSAGE, type: "pii_blocked" } });
  if (isObject(answer["error"])) {
    const error = { type: safe(answer["error"]["type"]), code: safe(answer["error"]["code"]), message: ERROR_MESSAGE };
    return JSON.stringify(dialect === "anthropic-messages" ? { type: "error", error } : { error });
  }
  if (dialect === "anthropic-messages") return JSON.stringify(blockedMessage(answer));
  if (dialect === "openai-responses") return JSON.stringify(blockedResponse(answer));
  if (dialect === "openai-chat") return JSON.stringify(blockedChat(answer));
  return JSON.stringify({ object: "list", data: [], model: safe(answer["model"]), usage: numbersOf(answer["usage"]) });
}
