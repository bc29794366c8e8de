// The row that a request leaves in the log.
import type { GatewayLogEntry } from "../../contract/gateway.ts";
import type { CompiledPolicy } from "../../core/gateway/policy.ts";
import type { RequestInspection } from "../../core/gateway/types.ts";
import type { ChatUsage } from "../../core/models/chat.ts";
import { costMicroUsd } from "../../core/models/prices.ts";
import type { Endpoint } from "./endpoints.ts";
import type { Target } from "./routing.ts";

/** Hashes of one category that a row carries at most. */
const MAX_VALUE_HASHES = 100;

export const NO_USAGE: ChatUsage = { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, estimated: false };

/** What is known of a request while it runs. */
export interface Progress {
  requestId: string;
  keyId: string;
  endpoint: Endpoint;
  streamed: boolean;
  policy: CompiledPolicy;
  startedMs: number;
  /** Whether the row carries keyed hashes of the request's values. */
  valueHashes: boolean;
  /** Until the head of the provider's answer. */
  upstreamMs: number | null;
  attempts: GatewayLogEntry["attempts"];
  target: Target | null;
  inspection: RequestInspection | null;
}

/** How it ended. */
export interface End {
  status: number;
  error: string | null;
  usage: ChatUsage;
  responseVerdict: GatewayLogEntry["response_verdict"];
  inbound: Record<string, number>;
  inboundScanned: number;
  heldChars: number;
  cached: boolean;
}

export function toEntry(progress: Progress, end: Partial<End>, nowMs: number): GatewayLogEntry {
  const { endpoint, inspection, policy, startedMs, target } = progress;
  const usage = end.usage ?? NO_USAGE;
  const entry: GatewayLogEntry = {
    id: progress.requestId,
    created_at: new Date(startedMs).toISOString(),
    api_key_id: progress.keyId,
    dialect: endpoint.dialect,
    provider_name: target?.connection.name ?? null,
    model: target?.model ?? null,
    streamed: progress.streamed,
    status: end.status ?? 200,
    error: end.error ?? null,
    verdict: inspection?.verdict ?? "invalid",
    response_verdict: end.responseVerdict ?? null,
    mode: policy.mode,
    policy_name: policy.name,
    policy_version: policy.version,
    attempts: progress.attempts,
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    usage_estimated: usage.estimated,
    cost_microusd:
      target === null || usage === NO_USAGE ? 0 : costMicroUsd(target.connection.type, target.model, usage),
    latency_ms: nowMs - startedMs,
    upstream_ms: progress.upstreamMs,
    scanned_chars: (inspection?.scannedChars ?? 0) + (end.inboundScanned ?? 0),
    held_chars: end.heldChars ?? 0,
    request_counts: inspection?.counts ?? {},
    response_counts: end.inbound ?? {},
    shield_action: inspection?.shield.action ?? "pass",
    candidate: inspection?.candidate ?? null,
    conversation: inspection?.conversation ?? "",
    cached: end.cached ?? false,
  };
  if (progress.valueHashes && inspection !== null) {
    entry.value_hashes = inspection.session.valueHashes(MAX_VALUE_HASHES);
  }
  return entry;
}
