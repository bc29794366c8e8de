// What models cost: a versioned table of list prices, and the one way in which a cost is computed from it.
import type { ProviderType } from "../../contract/provider.ts";
import type { ChatUsage } from "./chat.ts";

/** Changes with every change of the table; every cost that is stored names it. */
export const PRICE_TABLE_VERSION = "2026-11-21";

/** Where the prices come from, by type. */
export const PRICE_SOURCES: Readonly<Partial<Record<ProviderType, string>>> = {
  anthropic: "platform.claude.com/docs/en/about-claude/pricing, standard tier, as of October 2026",
  openai: "developers.openai.com/api/docs/pricing, standard tier, prompts up to 272,000 tokens, as of October 2026",
  google: "ai.google.dev/gemini-api/docs/pricing, paid tier, prompts up to 200,000 tokens, as of October 2026",
  groq: "console.groq.com/docs/models, on demand, as of May 2026",
  workers_ai: "developers.cloudflare.com/workers-ai/platform/pricing, 2026",
  ollama: "self-hosted: nothing is billed by the token",
  vllm: "self-hosted: nothing is billed by the token",
  builtin: "runs inside the Worker: nothing is billed by the token",
};

/** Micro-USD for a million tokens: 1 USD is 1,000,000. */
export interface Price {
  inputMicroUsd: number;
  outputMicroUsd: number;
  /** Input read from the provider's cache. */
  cachedInputMicroUsd: number;
}

interface PriceRow extends Price {
  type: ProviderType;
  /** Matches the whole of the model's name, a dated version of it included. */
  model: RegExp;
}

/** A row from prices in USD per million tokens. Dated names (`-20251001`, `-2026-04-23`) are the model itself. */
function row(type: ProviderType, names: string, input: number, output: number, cached: number = input): PriceRow {
  const micro = (usd: number) => Math.round(usd * 1_000_000);
  return {
    type,
    model: new RegExp(`^(?:${names})(?:-\\d{8}|-\\d{4}-\\d{2}-\\d{2})?$`),
    inputMicroUsd: micro(input),
    outputMicroUsd: micro(output),
    cachedInputMicroUsd: micro(cached),
  };
}

const ROWS: readonly PriceRow[] = [
  row("anthropic", "claude-(?:fable|mythos)-5-[12]", 10, 50, 0.25),
  row("anthropic", "claude-(?:fable|mythos)-5", 10, 50, 1),
  row("anthropic", "claude-opus-5-5", 4, 20, 0.2),
  row("anthropic", "claude-opus-(?:4-[5-8]|5)", 5, 25, 0.5),
  row("anthropic", "claude-opus-4(?:-[01])?", 15, 75, 1.5),
  row("anthropic", "claude-sonnet-5-5", 2, 10, 0.1),
  row("anthropic", "claude-sonnet-5", 2, 10, 0.2),
  row("anthropic", "claude-sonnet-4(?:-[056])?", 3, 15, 0.3),
  // Prompts up to 100,000 tokens; longer ones cost five times as much.
  row("anthropic", "claude-haiku-5-5", 0.1, 0.5, 0.01),
  row("anthropic", "claude-haiku-4-5", 1, 5, 0.1),
  row("openai", "gpt-6\\.1-terra", 1, 5, 0.05),
  row("openai", "gpt-6-astra", 10, 50, 1),
  row("openai", "gpt-6-sol", 2, 10, 0.2),
  row("openai", "gpt-6-luna", 0.1, 0.5, 0.01),
  row("openai", "gpt-5\\.6-terra", 2, 12, 0.2),
  row("openai", "gpt-5\\.6-luna", 0.2, 1.2, 0.02),
  row("openai", "gpt-5\\.5", 5, 30, 0.5),
  row("openai", "gpt-5\\.4", 2.5, 15, 0.25),
  row("openai", "gpt-5\\.4-mini", 0.75, 4.5, 0.075),
  row("openai", "gpt-4o", 2.5, 10, 1.25),
  row("openai", "gpt-4o-mini", 0.15, 0.6, 0.075),
  row("google", "gemini-3\\.[78]-flash", 0.75, 3.75, 0.075),
  row("google", "gemini-2\\.5-pro", 1.25, 10, 0.125),
  row("google", "gemini-2\\.5-flash", 0.3, 2.5, 0.03),
  row("google", "gemini-2\\.5-flash-lite", 0.1, 0.4, 0.01),
  row("groq", "openai/gpt-oss-120b", 0.15, 0.6),
  row("groq", "llama-3\\.3-70b-versatile", 0.59, 0.79),
  row("groq", "llama-3\\.1-8b-instant", 0.05, 0.08),
  row("workers_ai", "@cf/openai/gpt-oss-20b", 0.2, 0.3),
  row("workers_ai", "@cf/openai/gpt-oss-120b", 0.35, 0.75),
  row("workers_ai", "@cf/qwen/qwen3-30b-a3b-fp8", 0.051, 0.335),
  row("workers_ai", "@cf/meta/llama-3\\.3-70b-instruct-fp8-fast", 0.293, 2.253),
  row("workers_ai", "@cf/zai-org/glm-4\\.7-flash", 0.06, 0.4),
  row("workers_ai", "@cf/baai/bge-m3", 0.012, 0),
  row("ollama", ".*", 0, 0),
  row("vllm", ".*", 0, 0),
  row("builtin", ".*", 0, 0),
];

/** The list price of a model; null where the table does not know it, which is not the same as free. */
export function priceOf(type: ProviderType, model: string): Price | null {
  return ROWS.find((each) => each.type === type && each.model.test(model)) ?? null;
}

/** Cost in whole micro-USD, rounded up; null where the price is not known. */
export function costMicroUsd(type: ProviderType, model: string, usage: Omit<ChatUsage, "estimated">): number | null {
  const price = priceOf(type, model);
  if (price === null) return null;
  const fresh = usage.inputTokens - usage.cachedInputTokens;
  const total =
    fresh * price.inputMicroUsd +
    usage.cachedInputTokens * price.cachedInputMicroUsd +
    usage.outputTokens * price.outputMicroUsd;
  return Math.ceil(total / 1_000_000);
}
