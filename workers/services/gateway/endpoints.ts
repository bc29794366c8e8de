// The endpoints that carry a conversation: which dialect each speaks, and how its answers are known.
import type { JsonObject } from "../../contract/ids.ts";
import type { DialectName } from "../../core/gateway/dialects/errors.ts";
import type { GatewayDialect } from "../../core/gateway/types.ts";
import { ADAPTERS } from "../../core/models/adapters.ts";
import type { ChatUsage } from "../../core/models/chat.ts";
import { openAiChat } from "../../core/models/wire/openai-chat.ts";
import type { ModelEndpoint, ProviderConnection } from "../ports/models.ts";

export type EndpointName = Exclude<ModelEndpoint, "models">;

export interface Endpoint {
  name: EndpointName;
  /** What the slots are read by. */
  dialect: GatewayDialect;
  /** How requests are translated, and errors written. */
  client: DialectName;
  /** Whether a provider takes the caller's body as it is. */
  isNative(connection: ProviderConnection): boolean;
  /** Whether a JSON value is an answer of this endpoint. */
  isAnswer(value: JsonObject): boolean;
  usage(value: JsonObject): ChatUsage | null;
}

function fields(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function count(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? Math.round(value) : 0;
}

function openAiUsage(value: JsonObject): ChatUsage | null {
  const usage = fields(value.usage);
  const input = usage.prompt_tokens ?? usage.input_tokens;
  if (typeof input !== "number") return null;
  const details = fields(usage.prompt_tokens_details ?? usage.input_tokens_details);
  return {
    inputTokens: count(input),
    outputTokens: count(usage.completion_tokens ?? usage.output_tokens),
    cachedInputTokens: Math.min(count(input), count(details.cached_tokens)),
    estimated: false,
  };
}

function anthropicUsage(value: JsonObject): ChatUsage | null {
  const usage = fields(value.usage);
  if (typeof usage.input_tokens !== "number") return null;
  const cached = count(usage.cache_read_input_tokens);
  return {
    inputTokens: count(usage.input_tokens) + cached + count(usage.cache_creation_input_tokens),
    outputTokens: count(usage.output_tokens),
    cachedInputTokens: cached,
    estimated: false,
  };
}

const hasPath = (connection: ProviderConnection, name: ModelEndpoint): boolean =>
  ADAPTERS[connection.type].paths[name] !== undefined;

const speaksOpenAi = (connection: ProviderConnection, name: ModelEndpoint): boolean =>
  hasPath(connection, name) && ADAPTERS[connection.type].wire === openAiChat;

export const ENDPOINTS: Readonly<Record<EndpointName, Endpoint>> = {
  chat: {
    name: "chat",
    dialect: "openai-chat",
    client: "openai-chat",
    isNative: (connection) => speaksOpenAi(connection, "chat"),
    isAnswer: (value) => Array.isArray(value.choices),
    usage: openAiUsage,
  },
  responses: {
    name: "responses",
    dialect: "openai-responses",
    client: "openai-responses",
    isNative: (connection) => speaksOpenAi(connection, "responses"),
    isAnswer: (value) => Array.isArray(value.output),
    usage: openAiUsage,
  },
  embeddings: {
    name: "embeddings",
    dialect: "openai-embeddings",
    client: "openai-chat",
    isNative: (connection) => speaksOpenAi(connection, "embeddings"),
    isAnswer: (value) => Array.isArray(value.data),
    usage: openAiUsage,
  },
  messages: {
    name: "messages",
    dialect: "anthropic-messages",
    client: "anthropic-messages",
    isNative: (connection) => hasPath(connection, "messages"),
    isAnswer: (value) => Array.isArray(value.content),
    usage: anthropicUsage,
  },
  count_tokens: {
    name: "count_tokens",
    dialect: "anthropic-messages",
    client: "anthropic-messages",
    isNative: (connection) => hasPath(connection, "count_tokens"),
    isAnswer: (value) => typeof value.input_tokens === "number",
    usage: () => null,
  },
};
