import type { Conversation } from "../../contract/conversation.ts";
import {
  type BatchEvaluationResponse,
  METRICS,
  type MetricDetail,
  type MetricName,
  type QualityMetrics,
  type QualityReport,
} from "../../contract/quality.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { ToolDefinition } from "../../contract/tool.ts";
import type { CoherenceModel } from "./coherence-model.ts";
import { compileSeed } from "./compiled-seed.ts";
import { effectiveThresholds, judgeDetails, meetsThreshold, type ThresholdInputs } from "./composite.ts";
import { scoreDialogueCoherence, SHIPPED_MODEL } from "./dialogue-coherence.ts";
import { scoreEmbeddingDrift } from "./embedding-drift.ts";
import type { EmbeddingBackend } from "./embeddings.ts";
import { scoreFactualFidelity } from "./factual-fidelity.ts";
import { scoreLexicalDiversity } from "./lexical-diversity.ts";
import { scoreMemorisation, type SourceIndex } from "./memorisation.ts";
import type { MetricOutcome } from "./outcome.ts";
import { conversationFields, type PrivacyScanner, scanFields, scorePrivacy } from "./privacy-score.ts";
import { scoreRougeL } from "./rouge-l.ts";
import { constraintVerdicts, type JudgeOutcome, scoreSemanticFidelity } from "./semantic-fidelity.ts";
import type { SiblingIndex } from "./siblings.ts";
import { scoreStructure } from "./structure.ts";
import { scoreToolCalls } from "./tool-call-validity.ts";
import { readTranscript } from "./transcript.ts";

/** What evaluation needs besides the conversation and its seed. */
export interface EvaluationContext {
  /** Resolved definitions of the seed's tools. */
  tools: ToolDefinition[];
  /** Order of calls of the scenario drawn. */
  expectedToolSequence?: string[];
  /** Steps of the scenario drawn; the seed's `flujo_esperado` otherwise. */
  flowSteps?: string[];
  privacy: PrivacyScanner;
  /** Whether a value is provably reserved (documented test cards, example.com, 555-01xx). */
  isReserved?: (category: string, value: string) => boolean;
  /** Values that the run minted and recorded. */
  allowedSurrogates?: ReadonlySet<string>;
  /** Fingerprints of the tenant's sources; without them `memorizacion` is skipped. */
  sources?: SourceIndex;
  /** Conversations generated before for the same seed or run. */
  siblings?: SiblingIndex;
  embeddings?: EmbeddingBackend;
  /** Outcome of a judge that ran elsewhere; without it `semantic_fidelity` is skipped. */
  judge?: JudgeOutcome;
  /** Another model than the one that is shipped. */
  coherenceModel?: CoherenceModel;
  thresholds?: ThresholdInputs;
  /** Metrics that must be computed for the conversation to pass. */
  require?: MetricName[];
}

/**
 * Scores a conversation against its seed by the nine metrics. Pure and deterministic; the clock is the caller's
 * (`evaluated_at`). Time grows linearly with the conversation and with the number of steps and constraints.
 */
export function evaluateConversation(
  conversation: Conversation,
  seed: SeedSchema,
  context: EvaluationContext,
): Omit<QualityReport, "evaluated_at"> {
  const outcomes = computeMetrics(conversation, seed, context);
  const thresholds = effectiveThresholds(seed, context.thresholds);
  const details = {} as Record<MetricName, MetricDetail>;
  const metrics = {} as QualityMetrics;
  for (const metric of METRICS) {
    const outcome = outcomes[metric];
    const threshold = thresholds[metric];
    metrics[metric] = outcome.score;
    details[metric] = {
      ...outcome,
      threshold: threshold.value,
      threshold_source: threshold.source,
      passed: outcome.score === null ? null : meetsThreshold(metric, outcome.score, threshold.value),
    };
  }
  const verdict = judgeDetails(details, context.require);
  return {
    conversation_id: conversation.conversation_id,
    seed_id: conversation.seed_id,
    metrics,
    composite_score: verdict.composite,
    weighted_mean: verdict.weightedMean,
    passed: verdict.passed,
    failures: verdict.failures,
    skipped_metrics: verdict.skipped,
    details,
  };
}

function computeMetrics(
  conversation: Conversation,
  seed: SeedSchema,
  context: EvaluationContext,
): Record<MetricName, MetricOutcome> {
  const transcript = readTranscript(conversation, seed);
  const steps = context.flowSteps?.length ? context.flowSteps : seed.pasos_turnos.flujo_esperado;
  const compiled = compileSeed(seed, steps, conversation.idioma);
  const judge = context.judge ?? null;
  const verdicts = judge === null || judge.status === "failed" ? null : constraintVerdicts(conversation, seed, judge);
  const model = context.coherenceModel ?? SHIPPED_MODEL;
  const topics = model.topics(transcript);
  const rouge = scoreRougeL(transcript, compiled.steps);
  const findings = scanFields(conversationFields(conversation), context.privacy);
  const used = conversation.turnos.flatMap((turn) => turn.herramientas_usadas);
  const listed = [
    ...seed.parametros_factuales.herramientas,
    ...(seed.parametros_factuales.herramientas_definidas ?? []).map((tool) => tool.name),
  ];
  const definitions = [...(seed.parametros_factuales.herramientas_definidas ?? []), ...context.tools];
  return {
    rouge_l: rouge,
    fidelidad_factual: scoreFactualFidelity(
      transcript,
      compiled.rules,
      verdicts,
      scoreStructure(transcript, seed, rouge.score),
    ),
    diversidad_lexica: scoreLexicalDiversity(transcript, compiled.mandated, context.siblings ?? null),
    coherencia_dialogica: scoreDialogueCoherence(transcript, model, topics),
    tool_call_validity: scoreToolCalls(transcript, used, {
      tools: definitions,
      listed,
      sequence: context.expectedToolSequence ?? [],
    }),
    privacy_score: scorePrivacy(findings, {
      surrogates: context.allowedSurrogates ?? new Set(),
      isReserved: context.isReserved ?? (() => false),
      isFromSource: (value) => context.sources?.hasIdentifier(value) ?? false,
    }),
    memorizacion: memorisation(conversation, context.sources ?? null, compiled.mandated, findings),
    semantic_fidelity: scoreSemanticFidelity(conversation, judge),
    embedding_drift: scoreEmbeddingDrift(transcript, compiled, context.embeddings ?? null, topics),
  };
}

function memorisation(
  conversation: Conversation,
  sources: SourceIndex | null,
  mandated: readonly string[],
  findings: ReturnType<typeof scanFields>,
): MetricOutcome {
  if (sources === null) {
    return { score: null, status: "skipped", method: "none", evidence: [{ reason: "no sources given" }] };
  }
  const byTurn = Map.groupBy(findings, (finding) => finding.field.turn);
  // What tools answer is the world's text, not a source's; identifiers in it are looked up with all other findings.
  const texts = conversation.turnos.flatMap((turn, i) =>
    turn.tool_results === null ? [{ text: turn.contenido, spans: byTurn.get(i) ?? [] }] : [],
  );
  return scoreMemorisation(
    texts,
    mandated,
    sources,
    findings.map((finding) => finding.value),
  );
}

/** Sums over reports, to be added up in any order and told as `describeTally` does. */
export interface BatchTally {
  total: number;
  passed: number;
  composite: number;
  /** Sum of the scores and how many there are, by metric. */
  metrics: Partial<Record<MetricName, [sum: number, count: number]>>;
  /** Failures by metric. */
  failures: Record<string, number>;
}

export function tallyReports(
  reports: readonly Pick<QualityReport, "passed" | "composite_score" | "metrics" | "failures">[],
): BatchTally {
  const tally: BatchTally = { total: reports.length, passed: 0, composite: 0, metrics: {}, failures: {} };
  for (const report of reports) {
    if (report.passed) tally.passed += 1;
    tally.composite += report.composite_score;
    for (const metric of METRICS) {
      const score = report.metrics[metric];
      if (score === null) continue;
      const [sum, count] = tally.metrics[metric] ?? [0, 0];
      tally.metrics[metric] = [sum + score, count + 1];
    }
    for (const failure of report.failures) {
      const metric = failure.slice(0, failure.indexOf("="));
      tally.failures[metric] = (tally.failures[metric] ?? 0) + 1;
    }
  }
  return tally;
}

export function addTallies(a: BatchTally, b: BatchTally): BatchTally {
  const metrics: BatchTally["metrics"] = { ...a.metrics };
  for (const metric of METRICS) {
    const [sum, count] = b.metrics[metric] ?? [0, 0];
    const [known, counted] = metrics[metric] ?? [0, 0];
    if (count + counted > 0) metrics[metric] = [sum + known, count + counted];
  }
  const failures = { ...a.failures };
  for (const [metric, count] of Object.entries(b.failures)) failures[metric] = (failures[metric] ?? 0) + count;
  return {
    total: a.total + b.total,
    passed: a.passed + b.passed,
    composite: a.composite + b.composite,
    metrics,
    failures,
  };
}

export function describeTally({
  total,
  passed,
  composite,
  metrics,
  failures,
}: BatchTally): Omit<BatchEvaluationResponse, "reports"> {
  const averages: Record<string, number> = {};
  for (const metric of METRICS) {
    const [sum, count] = metrics[metric] ?? [0, 0];
    if (count > 0) averages[metric] = round4(sum / count);
  }
  return {
    total,
    passed,
    failed: total - passed,
    pass_rate: total === 0 ? 0 : Math.round((passed / total) * 10_000) / 100,
    avg_composite_score: total === 0 ? 0 : round4(composite / total),
    metric_averages: averages,
    failure_summary: failures,
  };
}

export function summariseBatch(
  reports: readonly Pick<QualityReport, "passed" | "composite_score" | "metrics" | "failures">[],
): Omit<BatchEvaluationResponse, "reports"> {
  return describeTally(tallyReports(reports));
}

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

export { feedbackInstructions } from "./feedback.ts";
