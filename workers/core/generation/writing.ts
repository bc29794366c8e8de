// What both ways of writing a conversation with a language model share. There is no I/O in them: a generator yields the
// next request and is given what came of it. Whoever drives it owns the network, the retries and the money.
import type { ConversationTurn } from "../../contract/conversation.ts";
import type { ScenarioTemplate } from "../../contract/scenario.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { ToolDefinition } from "../../contract/tool.ts";
import type { ChatAnswer, ChatChoice, ChatMessage, ChatRequest } from "../models/chat.ts";
import type { Persona } from "./plan.ts";
import type { Prompt, WritingMode } from "./prompt.ts";
import type { Random } from "./random.ts";

/** What a provider can be asked for, the strictest first. */
export type OutputFormat = "json_schema" | "json_object" | "none";

export interface ModelTerms {
  /** The provider's own name of the model. */
  model: string;
  /** Formats that the provider knows, the strictest first; at least one. */
  formats: readonly OutputFormat[];
  /** Of the first attempt; each further one adds `temperatureStep`, up to `temperatureMax`. */
  temperature: number;
  temperatureStep: number;
  temperatureMax: number;
  /** Most tokens of one answer. */
  maxTokens: number;
}

export interface WriterInput {
  seed: SeedSchema;
  /** In the conversation's language. */
  scenario: ScenarioTemplate | null;
  persona: Persona;
  /** Language tag of the conversation. */
  language: string;
  /** Definitions of the tools that the professional may call. */
  tools: readonly ToolDefinition[];
  knowledge?: string;
  mode: WritingMode;
  model: ModelTerms;
  random: Random;
  /** YYYY-MM-DD, the day on which the conversation takes place. */
  today: string;
  /** ISO 4217 code of the money in tools' results. */
  currency: string;
  /** Share of valid calls that the simulators let fail. */
  toolErrorRate: number;
}

/** What came of a request: the model's answer, or the provider's word that it will not take this very request. */
export type Reply = { answer: ChatAnswer } | { refused: "format" | "content" };

/** Attempts at one conversation; answers that cannot be read count like conversations that do not pass. */
export interface Attempts {
  /** The present one, from 1. */
  number: number;
  most: number;
  /** Index into the model's formats. */
  rung: number;
  /** Why each earlier attempt failed: names of metrics, or what was wrong with an answer. */
  rejected: string[][];
}

export interface Draft {
  turns: ConversationTurn[];
  prompt: Prompt;
  /** What wrote it, as the metadata records it. */
  record: Record<string, string>;
}

export type Writing = Generator<ChatRequest, Draft | null, Reply>;

/** Counts an attempt that failed and goes on to the next; false when there is none left. */
export function nextAttempt(attempts: Attempts, reasons: string[]): boolean {
  attempts.rejected.push(reasons);
  if (attempts.number >= attempts.most) return false;
  attempts.number += 1;
  return true;
}

/** Model, temperature of the present attempt, and the length of an answer. */
export function requestTerms(
  terms: ModelTerms,
  attempts: Attempts,
): Pick<ChatRequest, "model" | "temperature" | "maxTokens"> {
  return { model: terms.model, temperature: attemptTemperature(terms, attempts.number), maxTokens: terms.maxTokens };
}

/** Two decimals; attempt counts from 1. */
export function attemptTemperature(terms: ModelTerms, attempt: number): number {
  const warmed = terms.temperature + terms.temperatureStep * (attempt - 1);
  return Math.round(Math.min(terms.temperatureMax, Math.max(0, warmed)) * 100) / 100;
}

export function message(role: ChatMessage["role"], text: string): ChatMessage {
  return { role, parts: [{ type: "text", text }] };
}

/** The text of an answer, and what is wrong with it when it cannot be used. */
export function answerText(answer: ChatAnswer): { text: string; error: string | null } {
  const choice: ChatChoice | undefined = answer.choices[0];
  const text = (choice?.parts ?? []).map((part) => (part.type === "text" ? part.text : "")).join("");
  const refusal = choice?.parts.some((part) => part.type === "refusal");
  if (choice === undefined || refusal || choice.finishReason === "content_filter") {
    return { text: "", error: "the model declined to answer" };
  }
  if (choice.finishReason === "length") return { text: "", error: "the answer was cut off: write shorter turns" };
  return { text, error: null };
}

export function numbered(turns: readonly ConversationTurn[]): ConversationTurn[] {
  return turns.map((turn, i) => ({ ...turn, turno: i + 1 }));
}
