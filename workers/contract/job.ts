import { Conversation } from "./conversation.ts";
import { Domain } from "./domain.ts";
import { ExternalId, JsonObject } from "./ids.ts";
import { QualityReport } from "./quality.ts";
import { SeedSchema } from "./seed.ts";
import { z } from "./zod.ts";

export const JOB_STATUSES = ["pending", "running", "paused", "completed", "failed", "cancelled"] as const;
export const JobStatus = z.enum(JOB_STATUSES);
export type JobStatus = z.infer<typeof JobStatus>;

export const JobResponse = z
  .object({
    id: z.string(),
    job_type: z.string(),
    status: JobStatus,
    progress: z.number().min(0).max(1),
    current_stage: z.string().nullable(),
    status_message: z.string().nullable(),
    config: JsonObject,
    result: JsonObject.nullable(),
    error_message: z.string().nullable(),
    organization_id: z.string().nullable(),
    started_at: z.string().nullable(),
    completed_at: z.string().nullable(),
    created_at: z.string(),
  })
  .openapi("JobResponse");
export type JobResponse = z.infer<typeof JobResponse>;

/** One event of `GET /jobs/{id}/events`: every number only ever grows while the job runs. */
export const JobProgress = z
  .object({
    job_id: z.string(),
    status: JobStatus,
    stage: z.string().nullable(),
    progress: z.number(),
    total: z.number().int(),
    done: z.number().int(),
    failed: z.number().int(),
    leased: z.number().int(),
    generated: z.number().int(),
    certified: z.number().int(),
    rejected: z.record(z.string(), z.number().int()),
    attempts: z.number().int(),
    /** What this kind of job counts: `bytes_read` and `bytes_total` of an import, `seeds` of a run, ... */
    counts: z.record(z.string(), z.number().int()),
    /** Calls to the provider: those begun, and those whose end is known. */
    calls_started: z.number().int(),
    calls_settled: z.number().int(),
    /** Calls begun by workers that were lost: whether the provider counted them is not known. */
    calls_unconfirmed: z.number().int(),
    /** Of the settled calls, by list prices. */
    spend_micro_usd: z.number().int(),
    /** Items that may be worked on at a time just now; follows what the provider can take. */
    concurrency: z.number().int(),
    eta_seconds: z.number().nullable(),
  })
  .openapi("JobProgress");
export type JobProgress = z.infer<typeof JobProgress>;

/** An item that failed for good: its dead letter, until somebody has it tried again. */
export const DeadLetter = z
  .object({
    stage: z.string(),
    index: z.number().int(),
    /** Why the last start failed, in words that carry nothing of its content. */
    error: z.string(),
    starts: z.number().int(),
    /** What it was about, where it was about one of these. */
    seed_id: z.string().nullable(),
    conversation_id: z.string().nullable(),
  })
  .openapi("DeadLetter");
export type DeadLetter = z.infer<typeof DeadLetter>;

export const ReplayResponse = z
  .object({ job: JobResponse, replayed: z.number().int().openapi({ description: "Items that start again" }) })
  .openapi("ReplayResponse");
export type ReplayResponse = z.infer<typeof ReplayResponse>;

/** How a model writes: all turns of a stretch in one answer, or each turn in an answer of its own. */
export const WRITING_MODES = ["single_shot", "turn_by_turn"] as const;

const TemperatureStep = z.number().min(0).max(1).default(0.1).openapi({
  description: "Added to the temperature with each further attempt, within the provider's range",
});

/** Longest text that a run can be grounded in, in UTF-16 units: what fits into every prompt. */
export const MAX_KNOWLEDGE = 24_000;

const Knowledge = z.string().trim().min(1).max(MAX_KNOWLEDGE).nullable().default(null).openapi({
  description:
    "Text that the conversations must agree with. Personal data in it gives way to reserved tokens before it is kept",
});

/** The most that a run may spend, in USD; it stops before the call that could exceed it. */
const BudgetUsd = z.number().positive().max(1_000_000).nullable().default(null);

export const EXPORT_FORMATS = ["jsonl", "text", "parquet"] as const;

/** `text`: rendered text with loss spans; `messages`: the OpenAI shape; `completion`: the last answer and what precedes it. */
export const RECORD_FORMATS = ["text", "messages", "completion"] as const;

/** Relative weights: 8, 1, 1 and 0.8, 0.1, 0.1 are the same split. */
export const SplitShares = z
  .strictObject({
    train: z.number().min(0).max(1000).default(1),
    validation: z.number().min(0).max(1000).default(0),
    test: z.number().min(0).max(1000).default(0),
  })
  .refine((shares) => shares.train + shares.validation + shares.test > 0, "one share must be above 0")
  .openapi("SplitShares");
export type SplitShares = z.infer<typeof SplitShares>;

/** What a run of the pipeline, or a large generation, ends with. */
export const ExportOptions = z
  .strictObject({
    template: z.string().default("chatml"),
    format: z.enum(EXPORT_FORMATS).default("jsonl"),
    record: z.enum(RECORD_FORMATS).default("text"),
    gzip: z.boolean().default(false),
    split: SplitShares.prefault({}),
    tool_call_mode: z.enum(["native", "function_calling", "inline", "none"]).default("native"),
    system_prompt: z.string().max(8000).nullable().default(null),
  })
  .openapi("ExportOptions");
export type ExportOptions = z.infer<typeof ExportOptions>;

export const PipelineRunRequest = z
  .strictObject({
    raw_conversations: z.array(z.string().min(1).max(1_000_000)).min(1).max(100).optional(),
    conversation_ids: z.array(ExternalId).min(1).max(10_000).optional(),
    seed_ids: z.array(ExternalId).min(1).max(1000).optional(),
    domain: Domain,
    count: z.number().int().min(1).max(10_000).default(10),
    model: z.string().max(200).nullable().default(null),
    provider_id: z.string().max(255).nullable().default(null),
    temperature: z.number().min(0).max(2).default(0.7),
    temperature_step: TemperatureStep,
    language: z.string().min(2).max(16).nullable().default(null),
    mode: z.enum(WRITING_MODES).default("single_shot"),
    knowledge: Knowledge,
    budget_usd: BudgetUsd,
    random_seed: z.number().int().min(0).max(0xffffffff).default(0),
    max_attempts: z.number().int().min(1).max(10).default(3),
    export: ExportOptions.prefault({}),
    train_adapter: z.boolean().default(false),
    base_model: z.string().default("meta-llama/Llama-3.1-8B"),
    use_qlora: z.boolean().default(true),
    use_dp_sgd: z.boolean().default(false),
    dp_epsilon: z.number().positive().default(8),
    async_mode: z.boolean().default(true),
  })
  .openapi("PipelineRunRequest");
export type PipelineRunRequest = z.infer<typeof PipelineRunRequest>;

export const PipelineRunResponse = z
  .object({ job_id: z.string(), status: JobStatus, message: z.string(), result: JsonObject.nullable() })
  .openapi("PipelineRunResponse");
export type PipelineRunResponse = z.infer<typeof PipelineRunResponse>;

export const PipelineStatusResponse = z
  .object({
    job_id: z.string(),
    status: JobStatus,
    progress: z.number(),
    current_stage: z.string().nullable(),
    status_message: z.string().nullable(),
    result: JsonObject.nullable(),
    error_message: z.string().nullable(),
  })
  .openapi("PipelineStatusResponse");

export const GenerateRequest = z
  .strictObject({
    seed: SeedSchema,
    count: z.number().int().min(1).max(10_000).default(1),
    temperature: z.number().min(0).max(2).default(0.7),
    temperature_step: TemperatureStep,
    model: z.string().max(200).nullable().default(null),
    provider_id: z.string().max(255).nullable().default(null),
    language_override: z.string().min(2).max(16).nullable().default(null),
    mode: z.enum(WRITING_MODES).default("single_shot"),
    knowledge: Knowledge,
    budget_usd: BudgetUsd,
    random_seed: z.number().int().min(0).max(0xffffffff).default(0),
    max_attempts: z.number().int().min(1).max(10).default(3),
    evaluate_after: z.boolean().default(true),
    async_mode: z.boolean().default(false),
  })
  .openapi("GenerateRequest");
export type GenerateRequest = z.infer<typeof GenerateRequest>;

/**
 * What is asked before a run: one of `seed`, `seed_ids`, `conversation_ids` with their `domain`, and `domain` alone, as
 * the run itself would have it.
 */
export const EstimateRequest = z
  .strictObject({
    seed: SeedSchema.optional(),
    seed_ids: z.array(ExternalId).min(1).max(1000).optional(),
    conversation_ids: z.array(ExternalId).min(1).max(10_000).optional(),
    domain: Domain.optional(),
    /** In all from a seed or a domain's library, per seed or source with `seed_ids` and `conversation_ids`. */
    count: z.number().int().min(1).max(10_000).default(10),
    model: z.string().max(200).nullable().default(null),
    provider_id: z.string().max(255).nullable().default(null),
    temperature: z.number().min(0).max(2).default(0.7),
    temperature_step: TemperatureStep,
    language: z.string().min(2).max(16).nullable().default(null),
    mode: z.enum(WRITING_MODES).default("single_shot"),
    knowledge: Knowledge,
    random_seed: z.number().int().min(0).max(0xffffffff).default(0),
    max_attempts: z.number().int().min(1).max(10).default(3),
    pilot: z.number().int().min(0).max(5).default(0).openapi({
      description: "Conversations to write first, and to pay for; nothing of them is kept. 0: from the prompts alone",
    }),
    budget_usd: BudgetUsd.openapi({ description: "The most that the pilot may spend" }),
  })
  .openapi("EstimateRequest");
export type EstimateRequest = z.infer<typeof EstimateRequest>;

export const EstimateRange = z
  .object({ low: z.number(), expected: z.number(), high: z.number() })
  .openapi("EstimateRange");

export const EstimateResponse = z
  .object({
    conversations: z.number().int(),
    model: z.string(),
    /** `pilot`, or `prompts` where none was asked for or none of its conversations came to an end. */
    basis: z.enum(["prompts", "pilot"]),
    /** Share of cases that a pilot's interval covers; null for an interval from the prompts, which bounds the terms. */
    confidence: z.number().nullable(),
    calls: EstimateRange,
    input_tokens: EstimateRange,
    output_tokens: EstimateRange,
    /** Null where the price of the model is not known. */
    cost_usd: EstimateRange.nullable(),
    price_table: z.string(),
    pilot: z
      .object({
        conversations: z.number().int(),
        passed: z.number().int(),
        failed: z.number().int(),
        calls: z.number().int(),
        input_tokens: z.number().int(),
        output_tokens: z.number().int(),
        cost_usd: z.number(),
      })
      .nullable(),
  })
  .openapi("EstimateResponse");
export type EstimateResponse = z.infer<typeof EstimateResponse>;

export const GenerationSummary = z
  .object({
    total_generated: z.number().int(),
    total_passed: z.number().int().nullable(),
    avg_composite_score: z.number().nullable(),
    model_used: z.string(),
    temperature: z.number(),
    duration_seconds: z.number(),
    /** By list prices; 0 where nothing is billed or the price is not known. */
    cost_usd: z.number(),
  })
  .openapi("GenerationSummary");

export const GenerateResponse = z
  .object({
    conversations: z.array(Conversation),
    reports: z.array(QualityReport).nullable(),
    generation_summary: GenerationSummary,
  })
  .openapi("GenerateResponse");
export type GenerateResponse = z.infer<typeof GenerateResponse>;
