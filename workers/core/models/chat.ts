// The one internal model of a chat: every client's dialect and every provider's wire format is translated to and from it.
import type { JsonObject } from "../../contract/ids.ts";
import type { FailureKind } from "./failures.ts";

export type ChatRole = "system" | "user" | "assistant" | "tool";

export type ChatPart =
  | { type: "text"; text: string }
  | { type: "reasoning"; text: string; signature?: string }
  | { type: "refusal"; text: string }
  /** `url` is https or a `data:` URL. */
  | { type: "image"; url: string; detail?: string }
  /** `data` is base64; exactly one of `data` and `url` is set. */
  | { type: "file"; name: string | null; mediaType: string | null; data?: string; url?: string }
  /** `arguments` is the JSON text as the model wrote it. */
  | { type: "tool_call"; id: string; name: string; arguments: string }
  | { type: "tool_result"; callId: string; parts: ChatPart[]; isError: boolean };

export interface ChatMessage {
  role: ChatRole;
  name?: string;
  parts: ChatPart[];
}

export interface ChatTool {
  name: string;
  description: string | null;
  /** JSON Schema of the arguments. */
  parameters: JsonObject;
  strict?: boolean;
}

export type ToolChoice = "auto" | "none" | "required" | { name: string };

export type ResponseFormat =
  | { type: "text" }
  | { type: "json_object" }
  | { type: "json_schema"; name: string; schema: JsonObject; strict: boolean };

export interface ChatRequest {
  /** The provider's own name of the model. */
  model: string;
  messages: ChatMessage[];
  tools?: ChatTool[];
  toolChoice?: ToolChoice;
  parallelToolCalls?: boolean;
  /** Most tokens of the answer. */
  maxTokens?: number;
  temperature?: number;
  topP?: number;
  stop?: string[];
  seed?: number;
  responseFormat?: ResponseFormat;
  /** Number of alternative answers; 1 when absent. */
  choices?: number;
}

export interface ChatUsage {
  inputTokens: number;
  outputTokens: number;
  /** Part of `inputTokens` that the provider read from its cache. */
  cachedInputTokens: number;
  /** True where the provider gave no counts and ours were estimated from the text. */
  estimated: boolean;
}

export type FinishReason = "stop" | "length" | "tool_calls" | "content_filter";

export interface ChatChoice {
  parts: ChatPart[];
  finishReason: FinishReason;
}

export interface ChatAnswer {
  id: string | null;
  model: string;
  choices: ChatChoice[];
  usage: ChatUsage;
}

/** One step of a streamed answer. `choice` counts alternatives from 0, `index` tool calls within a choice from 0. */
export type ChatEvent =
  | { type: "start"; id: string | null; model: string }
  /** `signature` comes with reasoning that may be sent back, in pieces like the text. */
  | { type: "text" | "reasoning" | "refusal"; choice: number; text: string; signature?: string }
  /** The first event of a call carries `id` and `name`; `arguments` is the next piece of its JSON text. */
  | { type: "tool_call"; choice: number; index: number; id?: string; name?: string; arguments: string }
  | { type: "finish"; choice: number; reason: FinishReason }
  | { type: "usage"; usage: ChatUsage }
  /** `message` is ours and quotes nothing of the provider's. */
  | { type: "error"; message: string; kind?: FailureKind };
