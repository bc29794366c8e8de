// Writing one conversation with a model over the network, or with the builtin generator: the pure core says what to ask,
// this asks, within the policy on retries and with every call accounted for.
import { AppError } from "../contract/error.ts";
import type { QualityReport } from "../contract/quality.ts";
import type { SeedSchema } from "../contract/seed.ts";
import type { JudgeOutcome } from "../core/evaluation/semantic-fidelity.ts";
import { planMasking } from "../core/ingest/mask-turns.ts";
import type { Draw } from "../core/generation/plan.ts";
import type { Reply } from "../core/generation/writing.ts";
import type { ChatAnswer, ChatRequest } from "../core/models/chat.ts";
import { UpstreamFailure } from "../core/models/failures.ts";
import { costMicroUsd, PRICE_TABLE_VERSION } from "../core/models/prices.ts";
import { DEFAULT_RETRY, nextDelayMs } from "../core/models/retry.ts";
import {
  failedMetrics,
  feedbackOn,
  type ModelWriter,
  synthesise,
  type SynthesisInput,
  type SynthesisResult,
} from "../core/synthesis/attempt.ts";
import { FICTIONAL_TODAY } from "../core/synthesis/fictional-time.ts";
import type { Deps } from "./deps.ts";
import { makeEvaluator } from "./evaluations.ts";
import { embedConversation } from "./embeddings.ts";
import { judgeConversation } from "./judge.ts";
import type { CallOutcome, Meter } from "./meter.ts";
import type { ModelChoice } from "./model-choice.ts";
import { createOutgoingGate } from "./outgoing.ts";

export type Synthesis = SynthesisResult<QualityReport>;

export interface SynthesisTask {
  seed: SeedSchema;
  draw: Draw;
  randomSeed: number;
  language: string | null;
  maxAttempts: number;
  meter: Meter;
  /** False: neither a judge nor a model of embeddings is asked, whoever there is. */
  judged?: boolean;
  /** Ends calls that are under way. */
  signal?: AbortSignal;
}

export interface Usage {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
}

export interface MeteredSynthesis extends Synthesis {
  usage: Usage;
  /** Null where there is no judge, or nothing passed that it could have been asked about. */
  judge: JudgeOutcome | null;
}

/** No attempt at a conversation gave one that can be read. */
export class AttemptsSpent extends AppError {
  constructor(attempts: number) {
    super("upstream_error", `The model gave no readable conversation in ${attempts} attempts`);
    this.name = "AttemptsSpent";
  }
}

/**
 * Loads once what conversations of a domain need, and answers a function that writes one. `choice` null: the builtin
 * generator. @throws UpstreamFailure, BudgetSpent, or AppError `upstream_error` for answers that nobody can read
 */
export async function makeSynthesiser(
  deps: Deps,
  organizationId: string,
  domain: SeedSchema["dominio"],
  choice: ModelChoice | null,
): Promise<(task: SynthesisTask) => Promise<MeteredSynthesis>> {
  const domainData = await deps.catalog.domain(domain);
  const evaluator = await makeEvaluator(deps, organizationId, domain);
  const gate = createOutgoingGate(deps.privacy);
  const inTurn = createTurnstile();
  const maskingKey = await deps.secrets.tenantKey(organizationId, "surrogates", 16);

  /** The attempts at a conversation up to one that passes the computed metrics. */
  async function write(task: SynthesisTask, usage: Usage, after: SynthesisInput<QualityReport>["after"]) {
    const { seed, draw, randomSeed, language, maxAttempts, meter, signal } = task;
    const writing = synthesise<QualityReport>({
      seed,
      domainData,
      draw,
      randomSeed,
      language: language ?? seed.idioma,
      maxAttempts,
      today: FICTIONAL_TODAY,
      model: choice === null ? null : modelWriter(choice),
      ...(after !== undefined && { after }),
      evaluate: (conversation, plan) => evaluator(conversation, seed, { scenario: plan.scenario }),
    });
    let step = writing.next();
    while (!step.done) {
      const reply = await ask(deps, choice!, gate(step.value), meter, usage, signal);
      await inTurn();
      step = writing.next(reply);
    }
    return step.value;
  }

  /**
   * What passed the computed metrics goes to the judge and to the model of embeddings, where there are any. Their verdict
   * counts like any metric's: what they reject is written again, told why, as long as there are attempts. An outage of
   * theirs is no reason to.
   */
  async function writeJudged(task: SynthesisTask, usage: Usage): Promise<Omit<MeteredSynthesis, "usage">> {
    const { seed, maxAttempts } = task;
    let best: Omit<MeteredSynthesis, "usage"> | null = null;
    let after: SynthesisInput<QualityReport>["after"];
    for (;;) {
      const written = await write(task, usage, after);
      if (written.conversation === null) {
        if (best === null) throw new AttemptsSpent(maxAttempts);
        return { ...best, attempts: maxAttempts, rejected: written.rejected };
      }
      const { conversation, plan, attempts } = written;
      const { scenario } = plan;
      const [judge, embeddings] =
        task.judged !== false && written.report.passed
          ? await Promise.all([
              judgeConversation(deps, organizationId, conversation, seed),
              embedConversation(deps, organizationId, conversation, seed, scenario?.flow_steps),
            ])
          : [null, null];
      const isAsked = judge !== null || embeddings !== null;
      const report = isAsked ? evaluator(conversation, seed, { scenario, judge, embeddings }) : written.report;
      const rejected = !isAsked || report.passed ? written.rejected : [...written.rejected, failedMetrics(report)];
      if (best === null || report.passed || report.composite_score > best.report.composite_score) {
        best = { ...written, report, judge };
      }
      if (report.passed || !isAsked || attempts >= maxAttempts) {
        return { ...best, attempts, rejected };
      }
      after = { attempts, rejected, feedback: feedbackOn(report, plan) };
    }
  }

  return async (task) => {
    const usage: Usage = { calls: 0, inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };
    const result = await writeJudged(task, usage);
    const { conversation } = result;
    if (choice !== null) {
      Object.assign(conversation.metadata, {
        attempts: String(result.attempts),
        input_tokens: String(usage.inputTokens),
        output_tokens: String(usage.outputTokens),
        cost_micro_usd: String(usage.costMicroUsd),
        price_table: PRICE_TABLE_VERSION,
      });
    }
    // What the privacy gate refuses stays masked from here on: nobody stores or sees the values, not even for a moment.
    if (result.report.metrics.privacy_score !== 0) {
      const masking = planMasking({ ...conversation, status: null, tags: null, notes: null }, deps.privacy, maskingKey);
      conversation.turnos = masking.mask().turnos;
    }
    return { ...result, usage };
  };
}

/** What the core has to know of the choice. */
export function modelWriter({ terms, mode, knowledge, connection }: ModelChoice): ModelWriter {
  return { terms, mode, providerType: connection.type, ...(knowledge !== null && { knowledge }) };
}

/**
 * Lets one answer at a time through, with a turn of the event loop between any two. Evaluating one takes milliseconds;
 * where many come at once, the calls that take their places begin in between, not after the last.
 */
function createTurnstile(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setTimeout(resolve, 0)));
    return last;
  };
}

/** One request, tried again as long as that can help; every try is a call of its own to the meter. */
async function ask(
  deps: Deps,
  { connection, terms }: ModelChoice,
  request: ChatRequest,
  meter: Meter,
  usage: Usage,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    await meter.begin();
    usage.calls += 1;
    try {
      const answer = await deps.models.chat(connection, request, {
        attempts: 1,
        onAdmitted: () => meter.admit(),
        ...(signal === undefined ? {} : { signal }),
      });
      const cost = costOf(connection.type, terms.model, answer);
      usage.inputTokens += answer.usage.inputTokens;
      usage.outputTokens += answer.usage.outputTokens;
      usage.costMicroUsd += cost;
      const { inputTokens, outputTokens } = answer.usage;
      meter.settle({ signal: "ok", inputTokens, outputTokens, costMicroUsd: cost, pauseMs: 0 });
      return { answer };
    } catch (error) {
      if (!(error instanceof UpstreamFailure)) {
        meter.settle(UNKNOWN);
        throw error;
      }
      meter.settle(outcomeOf(error));
      const refused = REFUSALS.get(error.kind);
      if (refused === "content" || (refused === "format" && request.responseFormat !== undefined)) return { refused };
      const delayMs = nextDelayMs(error, attempt, DEFAULT_RETRY, Math.random());
      if (delayMs === null || signal?.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}

/** A call of which nobody can tell whether the provider counted it. */
const UNKNOWN: CallOutcome = { signal: "unknown", inputTokens: 0, outputTokens: 0, costMicroUsd: 0, pauseMs: 0 };

/** How a call that failed stands in the account. */
function outcomeOf(failure: UpstreamFailure): CallOutcome {
  const nothing = { inputTokens: 0, outputTokens: 0, costMicroUsd: 0, pauseMs: 0 };
  if (failure.kind === "rate_limited" || failure.kind === "overloaded") {
    return { ...nothing, signal: "overloaded", pauseMs: failure.retryAfterMs ?? 0 };
  }
  // What broke its protocol did answer.
  if (failure.status !== null || failure.kind === "malformed") return { ...nothing, signal: "failed" };
  // The breaker answers in the provider's place and says when to come back; the provider saw nothing.
  const atRest = failure.kind === "unavailable" && failure.retryAfterMs !== null;
  return { ...nothing, signal: atRest || failure.kind === "auth" ? "unused" : "unknown" };
}

/** Failures that say something about this very request rather than about the provider. */
const REFUSALS: ReadonlyMap<string, "format" | "content"> = new Map([
  ["bad_request", "format"],
  ["unsupported", "format"],
  ["content_filtered", "content"],
]);

function costOf(type: ModelChoice["connection"]["type"], model: string, answer: ChatAnswer): number {
  return costMicroUsd(type, model, answer.usage) ?? 0;
}
