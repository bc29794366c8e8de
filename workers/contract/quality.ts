import { Conversation } from "./conversation.ts";
import { ExternalId, Timestamp } from "./ids.ts";
import { SeedSchema } from "./seed.ts";
import { z } from "./zod.ts";

/** The nine metrics of the framework, in the order in which failures are reported. */
export const METRICS = [
  "rouge_l",
  "fidelidad_factual",
  "diversidad_lexica",
  "coherencia_dialogica",
  "tool_call_validity",
  "privacy_score",
  "memorizacion",
  "semantic_fidelity",
  "embedding_drift",
] as const;
export const MetricName = z.enum(METRICS);
export type MetricName = z.infer<typeof MetricName>;

const score = z.number().min(0).max(1);

/** Flat scores of the contract; `null` means that the metric was not computed. */
export const QualityMetrics = z
  .object(
    Object.fromEntries(METRICS.map((name) => [name, score.nullable()])) as Record<
      MetricName,
      z.ZodNullable<z.ZodNumber>
    >,
  )
  .openapi("QualityMetrics");
export type QualityMetrics = z.infer<typeof QualityMetrics>;

export const MetricDetail = z
  .object({
    score: score.nullable(),
    status: z.enum(["computed", "skipped", "failed"]),
    method: z.string(),
    threshold: z.number(),
    threshold_source: z.string(),
    passed: z.boolean().nullable(),
    evidence: z.array(z.unknown()),
  })
  .openapi("MetricDetail");
export type MetricDetail = z.infer<typeof MetricDetail>;

export const QualityReport = z
  .object({
    conversation_id: z.string(),
    seed_id: z.string(),
    metrics: QualityMetrics,
    composite_score: score,
    weighted_mean: score,
    passed: z.boolean(),
    failures: z.array(z.string()),
    skipped_metrics: z.array(z.string()),
    details: z.record(z.string(), MetricDetail),
    evaluated_at: Timestamp,
  })
  .openapi("QualityReport");
export type QualityReport = z.infer<typeof QualityReport>;

const evaluateFields = {
  conversation: Conversation,
  seed: SeedSchema,
};
export const EvaluatePair = z.strictObject(evaluateFields).openapi("EvaluatePair");

export const EvaluateRequest = z
  .strictObject({ ...evaluateFields, require: z.array(MetricName).default([]) })
  .openapi("EvaluateRequest");
export type EvaluateRequest = z.infer<typeof EvaluateRequest>;

/** Pairs up to this number are evaluated in their request; more become a job. */
export const MAX_PAIRS_IN_REQUEST = 100;

export const EvaluateBatchRequest = z
  .strictObject({
    pairs: z.array(EvaluatePair).min(1).max(2000).optional(),
    /** Stored conversations, each judged against the seed that it was made from, or against `seed_id`. */
    conversation_ids: z.array(ExternalId).min(1).max(10_000).optional(),
    seed_id: ExternalId.optional(),
    require: z.array(MetricName).default([]),
    async_mode: z.boolean().default(false),
  })
  .refine((batch) => (batch.pairs === undefined) !== (batch.conversation_ids === undefined), {
    message: "either pairs or conversation_ids",
    path: ["pairs"],
  })
  .refine((batch) => batch.seed_id === undefined || batch.conversation_ids !== undefined, {
    message: "goes with conversation_ids: every pair has its seed",
    path: ["seed_id"],
  })
  .openapi("EvaluateBatchRequest");
export type EvaluateBatchRequest = z.infer<typeof EvaluateBatchRequest>;

export const BatchEvaluationResponse = z
  .object({
    total: z.number().int(),
    passed: z.number().int(),
    failed: z.number().int(),
    pass_rate: z.number(),
    avg_composite_score: z.number(),
    metric_averages: z.record(z.string(), z.number()),
    failure_summary: z.record(z.string(), z.number().int()),
    reports: z.array(QualityReport),
  })
  .openapi("BatchEvaluationResponse");
export type BatchEvaluationResponse = z.infer<typeof BatchEvaluationResponse>;

/** What a batch that became a job ends with; the reports themselves are listed under `reports_url`. */
export const BatchEvaluationResult = BatchEvaluationResponse.omit({ reports: true })
  .extend({
    /** Stored conversations that were deleted, or whose seed was, before their turn came. */
    missing: z.number().int(),
    reports_url: z.string(),
  })
  .openapi("BatchEvaluationResult");
export type BatchEvaluationResult = z.infer<typeof BatchEvaluationResult>;

export const QualityThresholdsResponse = z
  .object({
    rouge_l_min: z.number(),
    fidelidad_min: z.number(),
    diversidad_lexica_min: z.number(),
    coherencia_dialogica_min: z.number(),
    tool_call_validity_min: z.number(),
    privacy_score_max: z.number(),
    memorizacion_max: z.number(),
    semantic_fidelity_min: z.number(),
    embedding_drift_min: z.number(),
    formula: z.string(),
  })
  .openapi("QualityThresholdsResponse");
export type QualityThresholdsResponse = z.infer<typeof QualityThresholdsResponse>;

export const EvaluationReportResponse = QualityMetrics.extend({
  id: z.string(),
  conversation_id: z.string(),
  seed_id: z.string().nullable(),
  job_id: z.string().nullable(),
  composite_score: z.number(),
  weighted_mean: z.number(),
  passed: z.boolean(),
  failures: z.array(z.string()),
  skipped_metrics: z.array(z.string()),
  dominio: z.string().nullable(),
  organization_id: z.string().nullable(),
  created_at: Timestamp,
}).openapi("EvaluationReportResponse");
export type EvaluationReportResponse = z.infer<typeof EvaluationReportResponse>;

export const EvaluationReportListResponse = z
  .object({
    items: z.array(EvaluationReportResponse),
    total: z.number().int(),
    page: z.number().int(),
    page_size: z.number().int(),
  })
  .openapi("EvaluationReportListResponse");
