import type { Conversation } from "../contract/conversation.ts";
import type { Page, PageQuery } from "../contract/page.ts";
import type {
  BatchEvaluationResponse,
  EvaluateRequest,
  EvaluationReportResponse,
  MetricName,
  QualityReport,
  QualityThresholdsResponse,
} from "../contract/quality.ts";
import type { ScenarioTemplate } from "../contract/scenario.ts";
import type { SeedSchema } from "../contract/seed.ts";
import { maskEvidence } from "../core/ingest/mask-evidence.ts";
import { resolveTools } from "../core/domains/data.ts";
import { METRIC_RULES } from "../core/evaluation/composite.ts";
import type { EmbeddingBackend } from "../core/evaluation/embeddings.ts";
import { evaluateConversation, summariseBatch } from "../core/evaluation/evaluate.ts";
import type { JudgeOutcome } from "../core/evaluation/semantic-fidelity.ts";
import type { SiblingIndex } from "../core/evaluation/siblings.ts";
import { isReserved } from "../core/privacy/reserved.ts";
import type { Deps, Principal } from "./deps.ts";
import type { ReportFilter } from "./ports/reports.ts";
import { refusePersonalData } from "./privacy.ts";
import { embedConversation } from "./embeddings.ts";
import { judgeConversation } from "./judge.ts";
import { sourceIndex } from "./sources.ts";

export interface Evaluator {
  (
    conversation: Conversation,
    seed: SeedSchema,
    options?: {
      scenario?: ScenarioTemplate | null;
      siblings?: SiblingIndex;
      judge?: JudgeOutcome | null;
      embeddings?: EmbeddingBackend | null;
      require?: MetricName[];
    },
  ): QualityReport;
}

/** Loads once what evaluations of this seed's domain need, and answers the evaluation as a plain function. */
export async function makeEvaluator(
  deps: Deps,
  organizationId: string,
  domain: SeedSchema["dominio"],
): Promise<Evaluator> {
  const data = await deps.catalog.domain(domain);
  const sources = await sourceIndex(deps, organizationId);
  return (conversation, seed, options = {}) => {
    const defined = resolveTools(data, seed.parametros_factuales.herramientas_definidas);
    const report = evaluateConversation(conversation, seed, {
      tools: [...defined.values()],
      privacy: deps.privacy,
      isReserved,
      sources,
      ...(options.scenario
        ? {
            expectedToolSequence: options.scenario.expected_tool_sequence,
            flowSteps: options.scenario.flow_steps,
          }
        : {}),
      ...(options.judge ? { judge: options.judge } : {}),
      ...(options.embeddings ? { embeddings: options.embeddings } : {}),
      ...(options.siblings === undefined ? {} : { siblings: options.siblings }),
      ...(options.require === undefined ? {} : { require: options.require }),
    });
    const shown = report.metrics.privacy_score === 0 ? report : maskEvidence(report, conversation, deps.privacy);
    return { ...shown, evaluated_at: deps.clock.now().toISOString() };
  };
}

/** Evaluates one conversation and keeps the report. */
export async function evaluate(deps: Deps, principal: Principal, input: EvaluateRequest): Promise<QualityReport> {
  const [report] = await evaluatePairs(deps, principal, [input], input.require);
  return report!;
}

export interface Pair {
  conversation: Conversation;
  seed: SeedSchema;
}

/** @throws pii_detected when an id holds personal data: reports keep the ids as they are. */
export function refusePersonalIds(deps: Deps, pairs: readonly Pair[]): void {
  pairs.forEach(({ conversation, seed }, index) => {
    const place = pairs.length === 1 ? "body" : `body.pairs.${index}`;
    refusePersonalData(deps, {
      [`${place}.conversation.conversation_id`]: conversation.conversation_id,
      [`${place}.seed.seed_id`]: seed.seed_id,
    });
  });
}

/** @throws pii_detected when an id holds personal data: reports keep the ids as they are. */
async function evaluatePairs(
  deps: Deps,
  principal: Principal,
  pairs: Pair[],
  require: MetricName[],
): Promise<QualityReport[]> {
  refusePersonalIds(deps, pairs);
  const evaluators = new Map<string, Evaluator>();
  const reports: QualityReport[] = [];
  for (const pair of pairs) {
    const { dominio } = pair.seed;
    const evaluator = evaluators.get(dominio) ?? (await makeEvaluator(deps, principal.organizationId, dominio));
    evaluators.set(dominio, evaluator);
    reports.push(await evaluatePair(deps, principal, evaluator, pair, require));
  }
  await deps.reports.insert(
    principal.organizationId,
    reports.map((report, index) => ({
      id: deps.newId(),
      job_id: null,
      dominio: pairs[index]!.seed.dominio,
      report,
      created_at: report.evaluated_at,
    })),
  );
  return reports;
}

/**
 * One pair, judged where there is a judge. A conversation from outside may be a real one: its report is masked at the
 * gate point, whatever its score.
 */
export async function evaluatePair(
  deps: Deps,
  principal: Principal,
  evaluator: Evaluator,
  { conversation, seed }: Pair,
  require: MetricName[],
): Promise<QualityReport> {
  const { organizationId } = principal;
  const [judge, embeddings] = await Promise.all([
    judgeConversation(deps, organizationId, conversation, seed),
    embedConversation(deps, organizationId, conversation, seed),
  ]);
  const options = { require, judge, embeddings };
  const report = maskEvidence(evaluator(conversation, seed, options), conversation, deps.privacy);
  return { ...report, seed_id: seed.seed_id };
}

export async function evaluateBatch(
  deps: Deps,
  principal: Principal,
  pairs: Pair[],
  require: MetricName[],
): Promise<BatchEvaluationResponse> {
  const reports = await evaluatePairs(deps, principal, pairs, require);
  return { ...summariseBatch(reports), reports };
}

export async function listReports(
  deps: Deps,
  principal: Principal,
  filter: ReportFilter,
  page: PageQuery,
): Promise<Page<EvaluationReportResponse>> {
  const found = await deps.reports.list(principal.organizationId, filter, page);
  return {
    ...found,
    items: found.items.map(({ id, job_id, dominio, report, created_at }) => ({
      ...report.metrics,
      id,
      conversation_id: report.conversation_id,
      seed_id: report.seed_id,
      job_id,
      composite_score: report.composite_score,
      weighted_mean: report.weighted_mean,
      passed: report.passed,
      failures: report.failures,
      skipped_metrics: report.skipped_metrics,
      dominio,
      organization_id: principal.organizationId,
      created_at,
    })),
  };
}

/** The framework's thresholds, from the one table that evaluation itself uses. */
export function systemThresholds(): QualityThresholdsResponse {
  const threshold = (metric: MetricName) => METRIC_RULES[metric].threshold;
  return {
    rouge_l_min: threshold("rouge_l"),
    fidelidad_min: threshold("fidelidad_factual"),
    diversidad_lexica_min: threshold("diversidad_lexica"),
    coherencia_dialogica_min: threshold("coherencia_dialogica"),
    tool_call_validity_min: threshold("tool_call_validity"),
    privacy_score_max: threshold("privacy_score"),
    memorizacion_max: threshold("memorizacion"),
    semantic_fidelity_min: threshold("semantic_fidelity"),
    embedding_drift_min: threshold("embedding_drift"),
    formula:
      "Q = min(computed metrics other than the gates) when privacy_score = 0 and memorizacion < 0.01, else 0; skipped metrics are left out and named",
  };
}
