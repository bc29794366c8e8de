// Building a dataset: select, split, render, and write its files with card, manifest and certificate.
import { AppError } from "../contract/error.ts";
import {
  dataFileName,
  type DatasetItem,
  type DatasetRecipe,
  describeRefusals,
  encodeDataset,
  startTally,
} from "../core/datasets/encode.ts";
import { GateCounter } from "../core/datasets/gates.ts";
import type { DatasetFile, DatasetManifest } from "../core/datasets/manifest.ts";
import { assignSplits, type SplitName } from "../core/datasets/split.ts";
import { decideAssistantRole } from "../core/seeds/assistant-role.ts";
import { RENDER_NOW } from "../core/synthesis/fictional-time.ts";
import { familyOf } from "../core/templates/families.ts";
import { type StoredTurns, toConversation } from "./conversations.ts";
import { datasetKey, describeFiles, discardDescription } from "./dataset-files.ts";
import { type DatasetPlan, PAGE, type Selected, type Selection, selectConversations } from "./dataset-selection.ts";
import type { Deps } from "./deps.ts";
import type { ConversationRecord } from "./ports/conversations.ts";
import type { DatasetRecord } from "./ports/datasets.ts";
import { readLines } from "./segments.ts";
import type { RunSummary } from "./stages/run.ts";
import { onlyResult } from "./stages/stage.ts";
import { toolsOf } from "./templates.ts";

const SPLITS: readonly SplitName[] = ["train", "validation", "test"];

const recipeOf = (plan: DatasetPlan): DatasetRecipe => ({
  family: plan.template,
  format: plan.format,
  record: plan.record,
  gzip: plan.gzip,
});

/** What the exported conversations have in common, counted as they are written. */
function startCensus() {
  const seeds = new Map<string, number>();
  const domains = new Set<string>();
  const languages = new Set<string>();
  const models = new Set<string>();
  return {
    seeds,
    domains,
    languages,
    models,
    gates: new GateCounter(),
    add(record: ConversationRecord) {
      if (record.seed_id !== null) seeds.set(record.seed_id, (seeds.get(record.seed_id) ?? 0) + 1);
      domains.add(record.dominio);
      languages.add(record.idioma);
      const { model = record.metadata["generator"] } = record.metadata;
      if (model !== undefined) models.add(model);
    },
  };
}

function countReason(reasons: Map<string, number>, reason: string, count = 1): void {
  if (count > 0) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
}

/** What the run behind a dataset says of itself; null when it is no run of this organisation. */
async function readRun(deps: Deps, organizationId: string, jobId: string | undefined) {
  const job = jobId === undefined ? null : await deps.jobs.get(organizationId, jobId);
  if (job === null) return null;
  const summary = await onlyResult<RunSummary>(deps.ledger(job.id), "finalise");
  const randomSeed = job.config["randomSeed"];
  return {
    randomSeed: typeof randomSeed === "number" ? randomSeed : null,
    comparedWith: (job.config["comparedWith"] as string[] | undefined) ?? [],
    rejected: summary?.rejected ?? null,
  };
}

/** What the steps of one build share. */
interface Build {
  deps: Deps;
  organizationId: string;
  plan: DatasetPlan;
  recipe: DatasetRecipe;
  seeds: Selection["seeds"];
  census: ReturnType<typeof startCensus>;
  /** Why conversations were left out, and how many. */
  refused: Map<string, number>;
  warnings: Set<string>;
}

/** The conversations of `ids` as the encoder takes them, a page at a time; what no evaluation lets through is counted. */
async function* readItems(
  { census, deps, organizationId, plan, refused, seeds }: Build,
  ids: readonly string[],
  tally: { records: number },
): AsyncGenerator<DatasetItem> {
  for (let start = 0; start < ids.length; start += PAGE) {
    const page = ids.slice(start, start + PAGE);
    const [records, reports] = await Promise.all([
      deps.conversations.getMany(organizationId, page),
      deps.reports.ofConversations(organizationId, page),
    ]);
    const lines = readLines<StoredTurns>(
      deps.blobs,
      records.map((record) => record.segment),
    );
    for (const record of records) {
      const { value: stored } = await lines.next();
      if (!stored) throw new Error(`segment ${record.segment.key} is missing`);
      const report = reports.get(record.id);
      // A status is a word that clients may write; the evaluation is what counts.
      if (!plan.include_failed && report?.passed !== true) {
        countReason(refused, "no evaluation says that it passed the gates");
        continue;
      }
      const conversation = toConversation(record, stored.turnos);
      const facts = record.seed_id === null ? undefined : seeds.get(record.seed_id);
      const roles = [...new Set(stored.turnos.map((turn) => turn.rol))];
      const before = tally.records;
      yield {
        conversation,
        options: {
          assistantRole: facts?.assistantRole ?? record.metadata["assistant_role"] ?? decideAssistantRole(roles),
          toolMode: plan.tool_call_mode,
          systemPrompt: plan.system_prompt,
          tools: await toolsOf(deps, conversation, facts?.tools ?? []),
          now: RENDER_NOW,
        },
      };
      // The encoder counts a record before it asks for the next one.
      if (tally.records === before) continue;
      census.add(record);
      if (report !== undefined) census.gates.add(report);
    }
  }
}

/** Writes the file of one split; null when nothing came of it. */
async function writeSplit(build: Build, split: SplitName, ids: readonly string[]): Promise<DatasetFile | null> {
  const { deps, organizationId, plan, recipe, refused, warnings } = build;
  const path = dataFileName(split, recipe);
  const key = datasetKey(organizationId, plan.id, path);
  const tally = startTally();
  const stored = await deps.blobs.putStream(key, encodeDataset(readItems(build, ids, tally), recipe, tally));
  for (const [reason, count] of tally.refused) countReason(refused, reason, count);
  for (const warning of tally.warnings) warnings.add(warning);
  if (tally.records === 0) {
    await deps.blobs.delete(key);
    warnings.add(`the ${split} split is empty: too few seeds and sources, or all of it was left out`);
    return null;
  }
  return {
    path,
    split,
    format: plan.format,
    compression: plan.gzip ? "gzip" : null,
    records: tally.records,
    bytes: tally.plain?.bytes ?? stored.sizeBytes,
    sha256: tally.plain?.sha256 ?? stored.sha256,
    storedBytes: stored.sizeBytes,
    storedSha256: stored.sha256,
  };
}

async function writeSplits(build: Build, items: readonly Selected[]): Promise<DatasetFile[]> {
  const { plan } = build;
  const files: DatasetFile[] = [];
  const assigned = assignSplits(items, plan.split);
  for (const split of SPLITS) {
    if (plan.split[split] === 0) continue;
    const ids = items.flatMap((item, index) => (assigned[index] === split ? [item.id] : []));
    const file = await writeSplit(build, split, ids);
    if (file !== null) files.push(file);
  }
  return files;
}

/** `reasons` say why conversations were left out. */
async function manifestOf(
  build: Build,
  files: readonly DatasetFile[],
  reasons: readonly string[],
): Promise<DatasetManifest> {
  const { census, deps, organizationId, plan, refused, seeds, warnings } = build;
  const run = await readRun(deps, organizationId, plan.job_id);
  const family = plan.record === "messages" ? null : familyOf(plan.template);
  return {
    name: plan.name,
    schema: 1,
    certified: !plan.include_failed,
    selection: {
      domain: plan.domain ?? null,
      language: plan.language ?? null,
      jobId: plan.job_id ?? null,
      seedId: plan.seed_id ?? null,
    },
    counts: {
      exported: files.reduce((sum, file) => sum + file.records, 0),
      leftOut: [...refused.values()].reduce((sum, count) => sum + count, 0),
    },
    domains: [...census.domains].toSorted(),
    languages: [...census.languages].toSorted(),
    template: family === null ? null : { name: plan.template, revision: family.revision },
    record: plan.record,
    toolMode: plan.tool_call_mode,
    lossSpanUnit: "code points",
    generator: { models: [...census.models].toSorted(), randomSeed: run?.randomSeed ?? null },
    seeds: [...census.seeds].map(([seedId, conversations]) => ({
      seedId,
      sourceId: seeds.get(seedId)?.sourceId ?? null,
      conversations,
    })),
    rejected: run?.rejected ?? null,
    comparedWith: run?.comparedWith ?? null,
    gates: census.gates.list(),
    licence: plan.license,
    sourceLicences: [],
    warnings: [...reasons, ...[...warnings].toSorted()],
    files: [...files],
  };
}

/**
 * Builds the files of a dataset and streams them into the blob store. Repeating it with the same plan writes the same
 * objects and the same row. Conversations that the format refuses are left out and counted.
 * @throws validation_failed when nothing qualifies, or the format refuses all of it
 */
export async function buildDataset(deps: Deps, organizationId: string, plan: DatasetPlan): Promise<DatasetRecord> {
  const { items, seeds, missing } = await selectConversations(deps, organizationId, plan);
  const noun = plan.include_failed ? "conversation" : "certified conversation";
  if (items.length === 0) {
    throw new AppError("validation_failed", `No ${noun} matches; nothing was exported`);
  }
  const refused = new Map<string, number>();
  countReason(refused, `no such ${noun}`, missing);
  const build: Build = {
    deps,
    organizationId,
    plan,
    recipe: recipeOf(plan),
    seeds,
    census: startCensus(),
    refused,
    warnings: new Set(),
  };
  const files = await writeSplits(build, items);
  const reasons = describeRefusals(refused);
  if (files.length === 0) {
    throw new AppError("validation_failed", `No conversation could be exported; ${reasons.join("; ")}`);
  }
  const manifest = await manifestOf(build, files, reasons);
  const record: DatasetRecord = {
    id: plan.id,
    name: plan.name,
    job_id: plan.job_id ?? null,
    template: plan.template,
    format: plan.format,
    record: plan.record,
    gzip: plan.gzip,
    certified: manifest.certified,
    conversation_count: manifest.counts.exported,
    skipped: manifest.counts.leftOut,
    splits: Object.fromEntries(files.map((file) => [file.split, file.records])),
    size_bytes: files[0]!.storedBytes,
    sha256: files[0]!.storedSha256,
    files: await describeFiles(deps, organizationId, plan, manifest),
    warnings: manifest.warnings,
    created_at: plan.createdAt,
  };
  await deps.datasets.put(organizationId, record);
  return record;
}

/** Deletes whatever a build that failed has written. Only for plans that nobody else builds at the same time. */
export async function discardBuild(deps: Deps, organizationId: string, plan: DatasetPlan): Promise<void> {
  for (const split of SPLITS) {
    await deps.blobs.delete(datasetKey(organizationId, plan.id, dataFileName(split, recipeOf(plan))));
  }
  await discardDescription(deps, organizationId, plan.id);
}
