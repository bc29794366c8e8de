// What a run's conversations must not repeat: those of the tenant's earlier runs, and its sources.
import { Sha256 } from "../core/datasets/sha256.ts";
import { sketchWords } from "../core/evaluation/siblings.ts";
import {
  createDuplicateIndex,
  type DuplicateIndex,
  packSketches,
  spokenWords,
  unpackSketches,
} from "../core/synthesis/duplicates.ts";
import type { Finaliser } from "../core/synthesis/finalise.ts";
import type { StoredTurns } from "./conversations.ts";
import type { Deps } from "./deps.ts";
import type { JobRecord } from "./ports/jobs.ts";
import { readLines } from "./segments.ts";
import type { RunConfig } from "./stages/run.ts";

/** Jobs looked through for earlier runs of the domain, newest first, and the most that are compared with. */
const JOBS_LOOKED_AT = 100;
const MAX_RUNS = 20;
/** Sources compared with, newest first. */
const MAX_SOURCES = 1000;
const SOURCES_PAGE = 100;
const RUN_TYPES: ReadonlySet<string> = new Set(["generation", "pipeline_run"]);

const sketchKey = (organizationId: string, jobId: string) => `sketches/${organizationId}/${jobId}`;

/** Runs of the same recipe are the same run, made again: they are not held against one another. */
export function recipeOf(config: Omit<RunConfig, "createdAt" | "recipe" | "comparedWith">, items: unknown): string {
  const { export: _export, budgetMicroUsd: _budget, ...recipe } = config;
  const text = JSON.stringify([recipe, items]);
  return new Sha256().update(new TextEncoder().encode(text)).hex().slice(0, 32);
}

/** The tenant's earlier runs in the domain with another recipe, newest first: fixed when a run starts. */
export async function earlierRuns(
  deps: Deps,
  organizationId: string,
  run: Pick<RunConfig, "domain" | "recipe">,
): Promise<string[]> {
  const page = { page: 1, page_size: JOBS_LOOKED_AT };
  const { items } = await deps.jobs.list(organizationId, { status: "completed" }, page);
  const fits = ({ job_type, config }: JobRecord) =>
    RUN_TYPES.has(job_type) && config["domain"] === run.domain && config["recipe"] !== run.recipe;
  return items
    .filter(fits)
    .map(({ id }) => id)
    .slice(0, MAX_RUNS);
}

/** Everything that conversations of this run may not repeat. */
export async function readKnown(deps: Deps, organizationId: string, config: RunConfig): Promise<DuplicateIndex> {
  const index = createDuplicateIndex();
  for (const jobId of config.comparedWith) {
    const bytes = await deps.blobs.get(sketchKey(organizationId, jobId));
    for (const sketch of bytes === null ? [] : unpackSketches(bytes)) index.add(sketch, "earlier");
  }
  const filter = { domain: config.domain, synthetic: false };
  for (let page = 1; page <= MAX_SOURCES / SOURCES_PAGE; page += 1) {
    const found = await deps.conversations.list(organizationId, filter, { page, page_size: SOURCES_PAGE });
    // What was imported after the run began is not its business, or a repetition would decide otherwise.
    const before = found.items.filter((record) => record.created_at <= config.createdAt);
    const segments = before.map((record) => record.segment);
    for await (const stored of readLines<StoredTurns>(deps.blobs, segments)) {
      if (stored !== null) index.add(sketchWords(spokenWords(stored.turnos)), "source");
    }
    if (found.items.length < SOURCES_PAGE) break;
  }
  return index;
}

/** Keeps what later runs are compared with. */
export async function rememberRun(
  deps: Deps,
  organizationId: string,
  jobId: string,
  finaliser: Finaliser,
): Promise<void> {
  if (finaliser.sketches.length === 0) return;
  await deps.blobs.put(sketchKey(organizationId, jobId), packSketches(finaliser.sketches));
}
