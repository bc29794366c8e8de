// What the stages of a generation or a pipeline run share.
import type { ExportOptions } from "../../contract/job.ts";
import { AppError } from "../../contract/error.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { Draw } from "../../core/generation/plan.ts";
import type { JobSpec, NewItem } from "../../core/jobs/job-spec.ts";
import { drawSynthesis } from "../../core/synthesis/attempt.ts";
import type { Deps } from "../deps.ts";
import type { ModelRequest } from "../model-choice.ts";
import type { Shift } from "./stage.ts";

/** What the stages of a run read from its spec. Never text of a conversation. */
export interface RunConfig {
  domain: SeedSchema["dominio"];
  count: number;
  language: string | null;
  randomSeed: number;
  maxAttempts: number;
  /** Who writes; the builtin generator when no provider is named and the tenant has no default. */
  writer: ModelRequest;
  budgetMicroUsd: number | null;
  /** Of `/generate` as a job: the one seed, inline. */
  seed: SeedSchema | null;
  export: ExportOptions | null;
  /** Fingerprint of all that decides what is written. */
  recipe: string;
  /** Earlier runs of other recipes, whose conversations this one may not repeat. */
  comparedWith: string[];
  createdAt: string;
}

export function runConfig(job: JobSpec): RunConfig {
  return job.config as unknown as RunConfig;
}

/** A seed of the run, read once per shift. @throws not_found when it was deleted while the job ran */
export function seedOf(shift: Shift, seedId: string): Promise<SeedSchema> {
  const { seed } = runConfig(shift.job);
  if (seed?.seed_id === seedId) return Promise.resolve(seed);
  return shift.share(`seed:${seedId}`, async () => {
    const record = await shift.deps.seeds.get(shift.job.organizationId, seedId);
    if (record === null) throw new AppError("not_found", "the seed was deleted while the job ran");
    return record.seed;
  });
}

/**
 * Items of the generate stage: one draw for the whole run, of which each item carries its own. The seeds take turns, and
 * each item knows its own seed.
 */
export async function generationItems(
  deps: Deps,
  organizationId: string,
  config: RunConfig,
  seedIds: readonly string[],
  total: number,
): Promise<NewItem[]> {
  const stored =
    config.seed !== null
      ? [config.seed]
      : (await deps.seeds.getMany(organizationId, seedIds)).map((record) => record.seed);
  const known = new Map(stored.map((seed) => [seed.seed_id, seed]));
  const seeds = seedIds.flatMap((id) => known.get(id) ?? []);
  const domain = await deps.catalog.domain(config.domain);
  return drawSynthesis(seeds, total, config.randomSeed, [domain], config.language).map((draw: Draw) => ({
    payload: draw,
  }));
}

export interface RunSummary {
  seeds: number;
  generated: number;
  certified: number;
  /** Conversations rejected, by the first metric that failed; `near_duplicate…` for copies. */
  rejected: Record<string, number>;
  avg_quality_score: number | null;
}

/** The result in the reference's names, and what ours adds. */
export async function runResult(
  { job, ledger }: Pick<Shift, "job" | "ledger">,
  summary: RunSummary,
  exported: Record<string, unknown> | null,
): Promise<Record<string, unknown>> {
  const progress = await ledger.progress();
  return {
    run_id: job.id.slice(0, 12),
    success: summary.certified > 0,
    seeds_created: summary.seeds,
    conversations_generated: summary.generated,
    conversations_passed: summary.certified,
    avg_quality_score: summary.avg_quality_score,
    pass_rate: summary.generated === 0 ? 0 : summary.certified / summary.generated,
    rejected: summary.rejected,
    // Of all calls, those that came to nothing included, by list prices.
    cost_usd: (progress?.spend_micro_usd ?? 0) / 1_000_000,
    adapter_path: null,
    dataset: exported,
  };
}
