// The one table of provider types: all that tells one from another. Code never branches on a type's name.
import type { ProviderType } from "../../contract/provider.ts";
import { anthropicMessages } from "./wire/anthropic-messages.ts";
import { ollama } from "./wire/ollama.ts";
import { openAiChat } from "./wire/openai-chat.ts";
import type { Wire } from "./wire/wire.ts";
import { workersAi } from "./wire/workers-ai.ts";

/** Paths below the base URL; a type without an endpoint leaves it out. */
export interface AdapterPaths {
  chat?: string;
  responses?: string;
  embeddings?: string;
  models?: string;
  messages?: string;
  count_tokens?: string;
}

export interface Adapter {
  /** How it is reached: over HTTP, by the platform's own binding, or not at all (the builtin generator). */
  transport: "http" | "binding" | "none";
  wire: Wire;
  /** Base URL where a provider's row has none; null where the row must have one. */
  defaultBase: string | null;
  paths: AdapterPaths;
  /** The header that carries the key, and what stands before it. */
  keyHeader: { name: string; prefix: string };
  /** Sent with every request. */
  headers: Readonly<Record<string, string>>;
  /** Headers of a client's that it takes from whoever speaks its own format. */
  clientHeaders: readonly string[];
  needsKey: boolean;
  /** Whether `api_base` has to be given, may be given, or has no meaning. */
  base: "required" | "optional" | "none";
  /** The most that can be asked of the form of an answer. */
  structured: "json_schema" | "json_object" | "none";
  temperatureRange: readonly [number, number];
  /** Models that take `temperature` and `top_p`; others refuse requests that have them. */
  takesSampling: RegExp;
  maxTokensField: "max_tokens" | "max_completion_tokens";
  canStream: boolean;
  /** Whether counts have to be asked for in a stream (`stream_options`). */
  usageInStream: boolean;
  /** The model of a provider that the environment configures; null where only the tenant can know. */
  defaultModel: string | null;
  /** The model that embeds where none is named; null where the type has no embeddings of its own. */
  embeddingModel: string | null;
}

const OPENAI_PATHS: AdapterPaths = {
  chat: "/chat/completions",
  responses: "/responses",
  embeddings: "/embeddings",
  models: "/models",
};
const BEARER = { name: "authorization", prefix: "Bearer " };
const ANY_MODEL = /^/;

/** What OpenAI-compatible types share. */
const OPENAI_COMPATIBLE = {
  transport: "http",
  wire: openAiChat,
  defaultBase: null,
  paths: OPENAI_PATHS,
  keyHeader: BEARER,
  headers: {},
  clientHeaders: ["openai-beta"],
  needsKey: false,
  base: "required",
  structured: "json_schema",
  temperatureRange: [0, 2],
  takesSampling: ANY_MODEL,
  maxTokensField: "max_tokens",
  canStream: true,
  usageInStream: true,
  defaultModel: null,
  embeddingModel: null,
} as const satisfies Adapter;

export const ADAPTERS: Readonly<Record<ProviderType, Adapter>> = {
  builtin: {
    ...OPENAI_COMPATIBLE,
    transport: "none",
    paths: {},
    base: "none",
  },
  anthropic: {
    ...OPENAI_COMPATIBLE,
    wire: anthropicMessages,
    defaultBase: "https://api.anthropic.com",
    paths: {
      chat: "/v1/messages",
      messages: "/v1/messages",
      count_tokens: "/v1/messages/count_tokens",
      models: "/v1/models",
    },
    keyHeader: { name: "x-api-key", prefix: "" },
    headers: { "anthropic-version": "2023-06-01" },
    clientHeaders: ["anthropic-beta", "anthropic-version"],
    needsKey: true,
    base: "optional",
    temperatureRange: [0, 1],
    // Sampling parameters were withdrawn after Opus and Sonnet 4.6 and Haiku 4.5.
    takesSampling: /^claude-(?:3|2|instant|(?:opus|sonnet)-4(?:-[0-6])?(?:-\d{8})?$|haiku-4-5)/,
    defaultModel: "claude-sonnet-5-5",
  },
  openai: {
    ...OPENAI_COMPATIBLE,
    defaultBase: "https://api.openai.com/v1",
    needsKey: true,
    base: "optional",
    // Reasoning models refuse a temperature that is not their own.
    takesSampling: /^(?!o\d|gpt-(?:[5-9]|\d\d))|-chat-latest$/,
    maxTokensField: "max_completion_tokens",
    defaultModel: "gpt-6-luna",
    embeddingModel: "text-embedding-3-small",
  },
  google: {
    ...OPENAI_COMPATIBLE,
    defaultBase: "https://generativelanguage.googleapis.com/v1beta/openai",
    paths: { chat: "/chat/completions", embeddings: "/embeddings", models: "/models" },
    needsKey: true,
    base: "optional",
    defaultModel: "gemini-3.8-flash",
    embeddingModel: "gemini-embedding-001",
  },
  groq: {
    ...OPENAI_COMPATIBLE,
    defaultBase: "https://api.groq.com/openai/v1",
    paths: { chat: "/chat/completions", responses: "/responses", models: "/models" },
    needsKey: true,
    base: "optional",
    defaultModel: "openai/gpt-oss-120b",
  },
  ollama: {
    ...OPENAI_COMPATIBLE,
    wire: ollama,
    paths: { chat: "/api/chat", embeddings: "/api/embed", models: "/api/tags" },
    embeddingModel: "nomic-embed-text",
  },
  vllm: OPENAI_COMPATIBLE,
  workers_ai: {
    ...OPENAI_COMPATIBLE,
    transport: "binding",
    wire: workersAi,
    paths: {},
    base: "none",
    usageInStream: false,
    defaultModel: "@cf/qwen/qwen3-30b-a3b-fp8",
    embeddingModel: "@cf/baai/bge-m3",
  },
  custom: OPENAI_COMPATIBLE,
};
