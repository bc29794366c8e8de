// One request through the gateway: scanned, routed, called, scanned on the way back, settled, noted.
import { AppError } from "../../contract/error.ts";
import type { PrivacyMode } from "../../contract/gateway.ts";
import type { JsonObject } from "../../contract/ids.ts";
import { inspectRequest } from "../../core/gateway/inspect-request.ts";
import { inspectResponse } from "../../core/gateway/inspect-response.ts";
import { createSegmentMemory, type SegmentMemory } from "../../core/gateway/memory.ts";
import { createTurnMemory, type TurnMemory } from "../../core/gateway/turn-memory.ts";
import type { RequestInspection, SlotFinding } from "../../core/gateway/types.ts";
import { scanWords } from "../../core/gateway/upstream-words.ts";
import type { ChatUsage } from "../../core/models/chat.ts";
import { UpstreamFailure } from "../../core/models/failures.ts";
import { costMicroUsd } from "../../core/models/prices.ts";
import { DEFAULT_RETRY } from "../../core/models/retry.ts";
import { estimateTokens } from "../../core/models/tokens.ts";
import type { Deps } from "../deps.ts";
import type { ModelCallOptions } from "../ports/models.ts";
import { describeError } from "../failure.ts";
import type { Access, Defer } from "./access.ts";
import { type AnswerStream, createAnswerStream } from "./answer-stream.ts";
import { type Reservation, reserve } from "./budget.ts";
import { type AnswerCache, answerCache, cacheKey } from "./cache.ts";
import { openTape } from "./capture.ts";
import { type Call, type Called, callTarget } from "./calls.ts";
import { ENDPOINTS, type EndpointName } from "./endpoints.ts";
import { type End, NO_USAGE, type Progress, toEntry } from "./entry.ts";
import { isFinal, toAppError, ToldFailure, toWireError } from "./failures.ts";
import { noteRequest } from "./log.ts";
import { NO_PROVIDER, resolveTargets, type Target } from "./routing.ts";
import { openVault } from "./vault.ts";

/** Segments whose verdicts an isolate remembers, and findings and places of conversations' turns: some MB. */
const REMEMBERED_SEGMENTS = 20_000;
const REMEMBERED_FINDINGS = 60_000;
/** What a target gets that others stand behind: who asks to wait for longer than a pause takes anyway is passed over. */
const BEFORE_FALLBACK: ModelCallOptions = { attempts: 2, maxRetryAfterMs: DEFAULT_RETRY.baseDelayMs };
/** What an answer is taken to need where the request sets no limit. */
const EXPECTED_OUTPUT_TOKENS = 1024;

export interface ExchangeInput {
  endpoint: EndpointName;
  /** The body in the endpoint's dialect. */
  text: string;
  /** At least its members that steer: those of `core/gateway/body-head.ts`. */
  head: JsonObject;
  /** What the request asks for besides the policy; it can only tighten it. */
  mode: PrivacyMode | null;
  conversation: string | null;
  /** What a provider that speaks the endpoint's format may get along, by name. */
  clientHeaders: Readonly<Record<string, string>>;
  /** Name or id of a provider, in place of routing by the model's name. */
  provider: string | null;
  /** Whether a streamed answer ends with a comment that says what was scanned and held back. */
  trailer: boolean;
  requestId: string;
  /** Aborts when the client has left. */
  signal: AbortSignal;
  defer: Defer;
}

/** What the caller may know besides the answer itself. */
export interface ExchangeFacts {
  provider: string;
  model: string;
  mode: PrivacyMode;
  outbound: Record<string, number>;
  findings: SlotFinding[];
  scannedChars: number;
  cached: boolean;
}

export interface WholeOutcome {
  kind: "whole";
  text: string;
  facts: ExchangeFacts;
  inbound: Record<string, number>;
  inboundFindings: SlotFinding[];
  blocked: boolean;
  usage: ChatUsage;
}

export interface StreamOutcome {
  kind: "stream";
  /** SSE text, whole frames at a time. */
  answer: AnswerStream;
  facts: ExchangeFacts;
}

interface Memories {
  memory: SegmentMemory;
  turns: TurnMemory;
}

const memories = new WeakMap<Deps, Memories>();

function memoriesOf(deps: Deps): Memories {
  let known = memories.get(deps);
  if (known === undefined) {
    known = { memory: createSegmentMemory(REMEMBERED_SEGMENTS), turns: createTurnMemory(REMEMBERED_FINDINGS) };
    memories.set(deps, known);
  }
  return known;
}

/** Why a request does not leave. Categories and places are named, values never. */
function refusalOf(inspection: RequestInspection): AppError {
  const { findings, shield, uninspected, verdict } = inspection;
  if (verdict === "invalid") return new AppError("bad_request", "The body is not a JSON object");
  if (verdict === "refuse") {
    const part = uninspected.find(({ action }) => action === "refuse");
    const field = part?.path ?? "body";
    const kind = part?.kind ?? "image";
    const message = `${kind} content cannot be read, and the policy does not let it through (media.${kind} is "refuse")`;
    return new AppError("bad_request", `${field}: ${message}`, { errors: [{ field, message, type: "uninspectable" }] });
  }
  if (shield.action === "block") {
    const categories = [...new Set(shield.threats.map(({ category }) => category))].toSorted();
    return new AppError("prompt_refused", `The shield refused the prompt: ${categories.join(", ")}`);
  }
  const blocking = findings.filter(({ action }) => action === "block");
  const categories = [...new Set(blocking.map(({ category }) => category))].toSorted();
  return new AppError("pii_detected", `Personal data in the request: ${categories.join(", ")}`, {
    errors: [{ field: blocking[0]?.path ?? "body", message: "holds personal data", type: "pii" }],
  });
}

function isStreamed({ endpoint, head }: ExchangeInput): boolean {
  return head.stream === true && endpoint !== "embeddings" && endpoint !== "count_tokens";
}

const wantsUsage = ({ head }: ExchangeInput): boolean =>
  (head.stream_options as { include_usage?: unknown } | null | undefined)?.include_usage === true;

/**
 * The model that a request names; empty where it names none. It goes to the provider's address and into the log as it
 * is: it must be no place for values.
 */
function readModel({ head }: ExchangeInput, inspection: RequestInspection): string {
  const model = head.model ?? "";
  if (typeof model !== "string" || inspection.finds("model")) {
    throw new AppError("bad_request", "model: must be the name of a model");
  }
  return model;
}

/** The most that the request can cost, as far as prices are known: what its budgets must have left. */
function estimateCost({ head, text }: ExchangeInput, target: Target): number {
  const limits = [head.max_completion_tokens, head.max_output_tokens, head.max_tokens];
  const limit = limits.find((value) => typeof value === "number");
  const usage = {
    inputTokens: estimateTokens(text),
    outputTokens: limit ?? EXPECTED_OUTPUT_TOKENS,
    cachedInputTokens: 0,
  };
  return costMicroUsd(target.connection.type, target.model, usage) ?? 0;
}

/** Tries the targets in order until one answers. @throws the last failure */
async function callAny(
  deps: Deps,
  access: Access,
  call: Call,
  targets: readonly Target[],
  signal: AbortSignal,
  progress: Progress,
): Promise<Called> {
  const { first_byte_ms: firstByteMs, idle_ms: idleMs, total_ms } = access.tenant.settings.timeouts;
  const untilMs = deps.clock.now().getTime() + total_ms;
  for (const [index, target] of targets.entries()) {
    progress.target = target;
    const isLast = index === targets.length - 1;
    const askedMs = deps.clock.now().getTime();
    const options: ModelCallOptions = {
      signal,
      timeouts: { firstByteMs, idleMs, totalMs: untilMs - askedMs },
      ...(isLast ? {} : BEFORE_FALLBACK),
      onAttempt: ({ durationMs, failure }) =>
        progress.attempts.push({
          provider_name: target.connection.name,
          outcome: failure?.kind ?? "ok",
          status: failure?.status ?? null,
          latency_ms: durationMs,
        }),
    };
    try {
      return await callTarget(deps, call, target, options);
    } catch (error) {
      const isOver = isLast || deps.clock.now().getTime() >= untilMs;
      if (isOver || !(error instanceof UpstreamFailure) || isFinal(error)) throw error;
    } finally {
      progress.upstreamMs = (progress.upstreamMs ?? 0) + deps.clock.now().getTime() - askedMs;
    }
  }
  throw new AppError("unavailable", NO_PROVIDER);
}

/**
 * Sends one request of an authenticated caller. Whatever leaves to a provider went through the policy of the caller;
 * when the scan itself fails, nothing leaves.
 * @throws AppError and UpstreamFailure, which `toWireError` writes in any dialect
 */
export async function exchange(
  deps: Deps,
  access: Access,
  input: ExchangeInput,
): Promise<WholeOutcome | StreamOutcome> {
  const { principal, tenant } = access;
  const { defer, requestId } = input;
  const endpoint = ENDPOINTS[input.endpoint];
  const policy = tenant.policies.live(principal.keyId, input.mode);
  const progress: Progress = {
    requestId,
    keyId: principal.keyId,
    endpoint,
    streamed: isStreamed(input),
    policy,
    startedMs: deps.clock.now().getTime(),
    valueHashes: tenant.settings.value_hashes,
    upstreamMs: null,
    attempts: [],
    target: null,
    inspection: null,
  };
  let reservation: Reservation | null = null;
  const settle = (end: Partial<End>): void => {
    const entry = toEntry(progress, end, deps.clock.now().getTime());
    reservation?.settle(entry.cost_microusd ?? 0, defer);
    noteRequest(deps, { organization_id: principal.organizationId, key_id: principal.keyId, entry }, defer);
  };

  try {
    const vault = await openVault(deps, tenant, input.conversation);
    const inspection = inspectRequest({
      body: input.text,
      dialect: endpoint.dialect,
      policy,
      engine: deps.privacy,
      tenantKey: tenant.tokenKey,
      conversation: input.conversation,
      ...memoriesOf(deps),
      vault: vault?.entries ?? [],
      shield: deps.shield,
      candidate: tenant.policies.candidate(principal.keyId),
    });
    progress.inspection = inspection;
    if (inspection.verdict !== "pass" && inspection.verdict !== "rewrite") throw refusalOf(inspection);
    vault?.keep(inspection.session, defer);
    const model = readModel(input, inspection);
    const targets = resolveTargets(tenant, model, input.provider, Math.random());
    progress.target = targets[0]!;

    const ttlMs = progress.streamed || input.endpoint === "count_tokens" ? 0 : tenant.settings.cache_ttl_s * 1000;
    const cache: AnswerCache | null = ttlMs > 0 ? answerCache(deps) : null;
    const key =
      cache === null
        ? ""
        : await cacheKey(tenant, endpoint.name, targets, policy.fingerprint, [
            inspection.body,
            ...Object.entries(input.clientHeaders).flat(),
          ]);
    const kept = cache?.get(key, progress.startedMs) ?? null;
    let called: Called | null = kept;
    if (called === null) {
      const call: Call = {
        endpoint,
        body: inspection.body,
        named: model,
        clientHeaders: input.clientHeaders,
        streamed: progress.streamed,
        wantsUsage: wantsUsage(input),
        context: {
          id: requestId,
          createdS: Math.floor(progress.startedMs / 1000),
          model: model === "" ? progress.target.model : model,
          // The log needs the counts; for callers who did not ask they are taken out on the way.
          includeUsage: progress.streamed,
        },
      };
      const [first] = targets;
      reservation = await reserve(deps, access, () => estimateCost(input, first!), defer);
      called = await callAny(deps, access, call, targets, input.signal, progress);
    }
    const facts: ExchangeFacts = {
      provider: progress.target.connection.name,
      model: progress.target.model,
      mode: policy.mode,
      outbound: inspection.counts,
      get findings() {
        return inspection.findings;
      },
      scannedChars: inspection.scannedChars,
      cached: kept !== null,
    };
    const { text } = input;
    const tape = openTape(
      deps,
      { principal, tenant, endpoint, requestId, streamed: progress.streamed, text },
      Math.random(),
    );
    if (called.kind === "stream") {
      const answer = createAnswerStream({
        endpoint,
        inspection,
        source: called.source,
        requestId,
        wantsUsage: wantsUsage(input),
        trailer: input.trailer,
        onText: tape === null ? null : (piece) => tape.add(piece),
        settle: (end) => {
          settle(end);
          if (end.status === 200 && end.responseVerdict !== "block") tape?.done(defer);
        },
        onUnknown: (error) =>
          deps.log.write("error", "gateway_stream_failed", { request_id: requestId, ...describeError(error) }),
      });
      return { kind: "stream", answer, facts };
    }
    const result = inspectResponse(inspection.session, called.text, endpoint.dialect);
    if (result.verdict === "invalid") throw new UpstreamFailure({ kind: "malformed", provider: facts.provider });
    if (kept === null) cache?.put(key, called, progress.startedMs + ttlMs);
    const usage =
      kept !== null || input.endpoint === "count_tokens"
        ? NO_USAGE
        : (called.usage ?? guessUsage(inspection, called.text));
    settle({
      usage,
      responseVerdict: result.verdict,
      inbound: result.counts,
      inboundScanned: result.scannedChars,
      cached: kept !== null,
    });
    if (tape !== null && result.verdict !== "block") {
      tape.add(result.body);
      tape.done(defer);
    }
    return {
      kind: "whole",
      text: result.body,
      facts,
      inbound: result.counts,
      inboundFindings: result.findings,
      blocked: result.verdict === "block",
      usage,
    };
  } catch (error) {
    const said = error instanceof UpstreamFailure ? error.words : null;
    const told = said === null || progress.inspection === null ? null : scanWords(progress.inspection.session, said);
    const { status } = toWireError(error, requestId);
    settle({ status, error: toAppError(error)?.code ?? "internal_error", inbound: told?.counts ?? {} });
    throw told === null ? error : new ToldFailure(error as UpstreamFailure, told);
  }
}

/** Counts for answers that bring none. */
function guessUsage(inspection: RequestInspection, answer: string): ChatUsage {
  return {
    inputTokens: estimateTokens(inspection.body),
    outputTokens: estimateTokens(answer),
    cachedInputTokens: 0,
    estimated: true,
  };
}
