// The reference's own chat contract, written as OpenAI chat and read back from it.
import type {
  ChatRequest,
  ChatResponse,
  ChatStreamChunk,
  ChatStreamComplete,
  GatewayFinding,
  PrivacyScanInfo,
} from "../../contract/gateway.ts";
import { AppError } from "../../contract/error.ts";
import type { JsonObject } from "../../contract/ids.ts";
import type { z } from "../../contract/zod.ts";
import { createSseReader } from "../../core/models/sse.ts";
import { parseJson } from "../../core/models/failures.ts";
import type { SlotFinding } from "../../core/gateway/types.ts";
import type { Deps, Principal } from "../deps.ts";
import { type Defer, tenantOf } from "./access.ts";
import { exchange, type ExchangeFacts, type ExchangeInput, type StreamOutcome, type WholeOutcome } from "./exchange.ts";
import { newRequestId } from "./request-id.ts";

export interface ChatCallOptions {
  signal: AbortSignal;
  defer: Defer;
  conversation: string | null;
}

const CHOICES = new Set(["auto", "none", "required"]);

/** `bypass_words` loosen, which no request may: words of the policy's allow-list are left alone anyway. */
function toOpenAi(input: ChatRequest, stream: boolean): JsonObject {
  const choice = input.tool_choice;
  const named = choice !== null && !CHOICES.has(choice) ? { type: "function", function: { name: choice } } : choice;
  return {
    ...(input.model === null ? {} : { model: input.model }),
    messages: input.messages,
    temperature: input.temperature,
    max_tokens: input.max_tokens,
    ...(input.tools === null ? {} : { tools: input.tools }),
    ...(choice === null ? {} : { tool_choice: named }),
    ...(stream ? { stream: true } : {}),
  };
}

async function send(
  deps: Deps,
  principal: Principal,
  input: ChatRequest,
  stream: boolean,
  requestId: string,
  options: ChatCallOptions,
): Promise<WholeOutcome | StreamOutcome> {
  const tenant = await tenantOf(deps, principal.organizationId, options.defer);
  const body = toOpenAi(input, stream);
  const call: ExchangeInput = {
    endpoint: "chat",
    text: JSON.stringify(body),
    head: body,
    mode: input.privacy_mode ?? null,
    conversation: options.conversation,
    clientHeaders: {},
    provider: input.provider_id,
    trailer: false,
    requestId,
    signal: options.signal,
    defer: options.defer,
  };
  return exchange(deps, { principal, tenant }, call);
}

function toFindings(findings: readonly SlotFinding[]): z.infer<typeof GatewayFinding>[] {
  return findings.map((finding) => ({ ...finding }));
}

function scanInfo(
  facts: ExchangeFacts,
  inbound: { counts: Record<string, number>; findings: readonly SlotFinding[]; blocked: boolean },
): z.infer<typeof PrivacyScanInfo> {
  const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((total, n) => total + n, 0);
  return {
    outbound_pii_found: sum(facts.outbound),
    inbound_pii_found: sum(inbound.counts),
    mode: facts.mode,
    any_blocked: inbound.blocked,
    ...(facts.mode === "warn" ? { findings: toFindings([...facts.findings, ...inbound.findings]) } : {}),
  };
}

interface WireChoice {
  index?: number;
  message?: { role?: string; content?: string | null; refusal?: string | null; tool_calls?: JsonObject[] };
  delta?: { content?: string | null; refusal?: string | null; tool_calls?: JsonObject[] };
  finish_reason?: string | null;
}

/** @throws what `exchange` throws; pii_detected when the answer is blocked */
export async function chat(
  deps: Deps,
  principal: Principal,
  input: ChatRequest,
  options: ChatCallOptions,
): Promise<ChatResponse> {
  const requestId = newRequestId(deps);
  const outcome = await send(deps, principal, input, false, requestId, options);
  if (outcome.kind === "stream") throw new Error("a chat that was not streamed was answered by a stream");
  const { facts, inbound, usage } = outcome;
  if (outcome.blocked) {
    throw new AppError("pii_detected", `Personal data in the answer: ${Object.keys(inbound).toSorted().join(", ")}`);
  }
  const answer = JSON.parse(outcome.text) as { choices: WireChoice[] };
  return {
    choices: answer.choices.map((choice, index) => ({
      index: choice.index ?? index,
      message: {
        role: choice.message?.role ?? "assistant",
        content: choice.message?.content ?? choice.message?.refusal ?? "",
      },
      finish_reason: choice.finish_reason ?? "stop",
      tool_calls: choice.message?.tool_calls ?? null,
    })),
    model: facts.model,
    provider_name: facts.provider,
    privacy: scanInfo(facts, { counts: inbound, findings: outcome.inboundFindings, blocked: false }),
    usage: { input_tokens: usage.inputTokens, output_tokens: usage.outputTokens },
    request_id: requestId,
  };
}

/** One event of the reference's stream; the default event has no name. */
export type ChatStreamEvent =
  | { event: null; data: ChatStreamChunk }
  | { event: "done"; data: ChatStreamComplete }
  | { event: "error"; data: { error: string; type: string } };

export interface ChatStream {
  next(): Promise<ChatStreamEvent[] | null>;
  cancel(): Promise<void>;
}

/** The streamed form. Failures before the first byte are thrown; later ones are an `error` event. */
export async function chatStream(
  deps: Deps,
  principal: Principal,
  input: ChatRequest,
  options: ChatCallOptions,
): Promise<ChatStream> {
  const requestId = newRequestId(deps);
  const outcome = await send(deps, principal, input, true, requestId, options);
  if (outcome.kind === "whole") throw new Error("a streamed chat was answered by a whole");
  const { answer, facts } = outcome;
  const reader = createSseReader();
  const encoder = new TextEncoder();
  let full = "";
  let finish = "stop";
  let failed = false;

  const toEvents = (data: string): ChatStreamEvent[] => {
    const chunk = parseJson(data) as { choices?: WireChoice[]; error?: { message: string; code: string } } | undefined;
    if (chunk?.error !== undefined) {
      failed = true;
      return [{ event: "error", data: { error: chunk.error.message, type: chunk.error.code } }];
    }
    return (chunk?.choices ?? []).flatMap(({ delta, finish_reason: reason, index = 0 }): ChatStreamEvent[] => {
      if (typeof reason === "string") finish = reason;
      const text = delta?.content ?? delta?.refusal ?? "";
      const calls = delta?.tool_calls ?? null;
      full += text;
      return text === "" && calls === null ? [] : [{ event: null, data: { delta: text, index, tool_calls: calls } }];
    });
  };

  return {
    async next() {
      const text = await answer.next();
      const frames = (text === null ? reader.end() : reader.push(encoder.encode(text))) ?? [];
      const events = frames.flatMap(({ data }) => toEvents(data));
      if (text !== null) return events;
      if (failed || finish === "") return events.length > 0 ? events : null;
      const { stream, usage } = answer.report();
      const data: ChatStreamComplete = {
        full_response: full,
        finish_reason: finish,
        model: facts.model,
        provider_name: facts.provider,
        privacy: scanInfo(facts, { counts: stream.counts, findings: stream.findings, blocked: stream.blocked }),
        usage: { input_tokens: usage.inputTokens, output_tokens: usage.outputTokens },
        request_id: requestId,
      };
      // Said once: the next call finds nothing more.
      finish = "";
      return [...events, { event: "done", data }];
    },
    cancel: () => answer.cancel(),
  };
}
