// Building a dataset: select, split, render, and write its files with card, manifest and certificate.
import { AppError } from "../contract/error.ts";
import type { DatasetCreateRequest } from "../contract/template.ts";
import { datasetCard } from "../core/datasets/card.ts";
import { certificateStatement, keyFingerprint, sealCertificate, toBase64 } from "../core/datasets/certificate.ts";
import {
  dataFileName,
  type DatasetItem,
  type DatasetRecipe,
  describeRefusals,
  encodeDataset,
  startTally,
} from "../core/datasets/encode.ts";
import { GateCounter } from "../core/datasets/gates.ts";
import { type DatasetFile, type DatasetManifest, manifestText } from "../core/datasets/manifest.ts";
import { Sha256 } from "../core/datasets/sha256.ts";
import { assignSplits, type SplitItem, type SplitName } from "../core/datasets/split.ts";
import { decideAssistantRole } from "../core/seeds/assistant-role.ts";
import { RENDER_NOW } from "../core/synthesis/fictional-time.ts";
import { familyOf } from "../core/templates/families.ts";
import { type StoredTurns, toConversation } from "./conversations.ts";
import type { Deps } from "./deps.ts";
import type { ConversationRecord } from "./ports/conversations.ts";
import type { DatasetRecord } from "./ports/datasets.ts";
import { readLines } from "./segments.ts";
import type { RunSummary } from "./stages/run.ts";
import { onlyResult } from "./stages/stage.ts";
import { toolsOf } from "./templates.ts";

/** Rows read at a time: their segments and reports are a few megabytes. */
const PAGE = 500;
const SPLITS: readonly SplitName[] = ["train", "validation", "test"];
const MEDIA_TYPES = {
  jsonl: "application/jsonl",
  text: "text/plain; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
};
const CARD = "README.md";
const MANIFEST = "manifest.json";
const CERTIFICATE = "certificate.json";

export interface DatasetPlan extends DatasetCreateRequest {
  id: string;
  createdAt: string;
}

type StoredFile = DatasetRecord["files"][number];

/** Where a file of a dataset stands in the blob store. */
export function datasetKey(organizationId: string, id: string, name: string): string {
  return `datasets/${organizationId}/${id}/${name}`;
}

const recipeOf = (plan: DatasetPlan): DatasetRecipe => ({
  family: plan.template,
  format: plan.format,
  record: plan.record,
  gzip: plan.gzip,
});

/** What an export needs of a seed. */
interface SeedFacts {
  assistantRole: string | undefined;
  tools: readonly string[];
  sourceId: string | null;
}

interface Selected extends SplitItem {
  id: string;
}

interface Selection {
  items: Selected[];
  seeds: Map<string, SeedFacts>;
  /** Asked for by id, but missing or without a certificate of the gates. */
  missing: number;
}

/**
 * The conversations of a dataset, in the order of their run: certified ones, unless an admin asked for all. The ids are
 * fixed here, so that what is stored meanwhile cannot move anything from one split to another.
 */
async function select(deps: Deps, organizationId: string, plan: DatasetPlan): Promise<Selection> {
  const items = new Map<string, Selected>();
  const seeds = new Map<string, SeedFacts>();
  const keep = (record: ConversationRecord) =>
    record.es_sintetica &&
    (plan.include_failed || record.status === "certified") &&
    (plan.job_id === undefined || record.job_id === plan.job_id) &&
    (plan.seed_id === undefined || record.seed_id === plan.seed_id) &&
    (plan.domain === undefined || record.dominio === plan.domain) &&
    (plan.language === undefined || record.idioma === plan.language);

  const add = async (records: readonly ConversationRecord[]) => {
    const kept = records.filter(keep);
    const unknown = [...new Set(kept.map((record) => record.seed_id))].filter((id) => id !== null && !seeds.has(id));
    for (const { seed, source_conversation_id } of await deps.seeds.getMany(organizationId, unknown as string[])) {
      seeds.set(seed.seed_id, {
        assistantRole: seed.rol_asistente ?? undefined,
        tools: seed.parametros_factuales.herramientas ?? [],
        sourceId: source_conversation_id,
      });
    }
    for (const { id, seed_id } of kept) {
      const sourceId = seed_id === null ? null : (seeds.get(seed_id)?.sourceId ?? null);
      // A conversation without a seed is a group of its own.
      items.set(id, { id, seedId: seed_id ?? `conversation:${id}`, sourceId });
    }
  };

  if (plan.conversation_ids !== undefined) {
    const ids = [...new Set(plan.conversation_ids)];
    for (let start = 0; start < ids.length; start += PAGE) {
      await add(await deps.conversations.getMany(organizationId, ids.slice(start, start + PAGE)));
    }
    return { items: [...items.values()], seeds, missing: ids.length - items.size };
  }
  const filter = {
    jobId: plan.job_id,
    seedId: plan.seed_id,
    domain: plan.domain,
    language: plan.language,
    synthetic: true,
    status: plan.include_failed ? undefined : "certified",
  };
  for (let page = 1; ; page += 1) {
    const found = await deps.conversations.list(organizationId, filter, { page, page_size: PAGE });
    await add(found.items);
    if (page * PAGE >= found.total) return { items: [...items.values()], seeds, missing: 0 };
  }
}

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

/**
 * Builds the files of a dataset and streams them into the blob store. Repeating it with the same plan writes the same
 * objects and the same row. Conversations that the format refuses are left out and counted.
 * @throws validation_failed when nothing qualifies, or the format refuses all of it
 */
export async function buildDataset(deps: Deps, organizationId: string, plan: DatasetPlan): Promise<DatasetRecord> {
  const recipe = recipeOf(plan);
  const { items, seeds, missing } = await select(deps, organizationId, plan);
  const noun = plan.include_failed ? "conversation" : "certified conversation";
  if (items.length === 0) {
    throw new AppError("validation_failed", `No ${noun} matches; nothing was exported`);
  }

  const refused = new Map<string, number>();
  countReason(refused, `no such ${noun}`, missing);
  const warnings = new Set<string>();
  const census = startCensus();

  async function* read(ids: readonly string[], tally: { records: number }): AsyncGenerator<DatasetItem> {
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

  const files: DatasetFile[] = [];
  const assigned = assignSplits(items, plan.split);
  for (const split of SPLITS) {
    if (plan.split[split] === 0) continue;
    const ids = items.flatMap((item, index) => (assigned[index] === split ? [item.id] : []));
    const path = dataFileName(split, recipe);
    const key = datasetKey(organizationId, plan.id, path);
    const tally = startTally();
    const stored = await deps.blobs.putStream(key, encodeDataset(read(ids, tally), recipe, tally));
    for (const [reason, count] of tally.refused) countReason(refused, reason, count);
    for (const warning of tally.warnings) warnings.add(warning);
    if (tally.records === 0) {
      await deps.blobs.delete(key);
      warnings.add(`the ${split} split is empty: too few seeds and sources, or all of it was left out`);
      continue;
    }
    files.push({
      path,
      split,
      format: plan.format,
      compression: plan.gzip ? "gzip" : null,
      records: tally.records,
      bytes: tally.plain?.bytes ?? stored.sizeBytes,
      sha256: tally.plain?.sha256 ?? stored.sha256,
      storedBytes: stored.sizeBytes,
      storedSha256: stored.sha256,
    });
  }
  const reasons = describeRefusals(refused);
  if (files.length === 0) {
    throw new AppError("validation_failed", `No conversation could be exported; ${reasons.join("; ")}`);
  }

  const skipped = [...refused.values()].reduce((sum, count) => sum + count, 0);
  const run = await readRun(deps, organizationId, plan.job_id);
  const family = plan.record === "messages" ? null : familyOf(plan.template);
  const manifest: DatasetManifest = {
    name: plan.name,
    schema: 1,
    certified: !plan.include_failed,
    selection: {
      domain: plan.domain ?? null,
      language: plan.language ?? null,
      jobId: plan.job_id ?? null,
      seedId: plan.seed_id ?? null,
    },
    counts: { exported: files.reduce((sum, file) => sum + file.records, 0), leftOut: skipped },
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
    files,
  };
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
    skipped,
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

/** Writes card, manifest and certificate, and lists all files, the data first. */
async function describeFiles(
  deps: Deps,
  organizationId: string,
  plan: DatasetPlan,
  manifest: DatasetManifest,
): Promise<StoredFile[]> {
  const data = manifest.files.map((file): StoredFile => ({
    name: file.path,
    kind: "data",
    split: file.split,
    records: file.records,
    media_type: plan.gzip ? "application/gzip" : MEDIA_TYPES[plan.format],
    size_bytes: file.storedBytes,
    sha256: file.storedSha256,
  }));
  const write = async (
    name: string,
    kind: StoredFile["kind"],
    media_type: string,
    text: string,
  ): Promise<StoredFile> => {
    const bytes = new TextEncoder().encode(text);
    await deps.blobs.put(datasetKey(organizationId, plan.id, name), bytes);
    const sha256 = new Sha256().update(bytes).hex();
    return { name, kind, split: null, records: null, media_type, size_bytes: bytes.length, sha256 };
  };
  const card = await write(CARD, "card", "text/markdown; charset=utf-8", datasetCard(manifest));
  const index = await write(MANIFEST, "manifest", "application/json", manifestText(manifest));
  const publicKey = await deps.secrets.publicKey();
  const statement = certificateStatement([...data, card, index], {
    dataset_id: plan.id,
    name: plan.name,
    issued_at: plan.createdAt,
    certified: manifest.certified,
    counts: {
      exported: manifest.counts.exported,
      left_out: manifest.counts.leftOut,
      splits: Object.fromEntries(manifest.files.map((file) => [file.split, file.records])),
    },
    template: manifest.template?.name ?? null,
    record: manifest.record,
    tool_mode: manifest.toolMode,
    gates: manifest.gates,
    public_key: toBase64(publicKey),
  });
  const sealed = await sealCertificate(statement, await keyFingerprint(publicKey), (bytes) => deps.secrets.sign(bytes));
  const certificate = await write(CERTIFICATE, "certificate", "application/json", sealed);
  return [...data, card, index, certificate];
}

/** Deletes whatever a build that failed has written. Only for plans that nobody else builds at the same time. */
export async function discardBuild(deps: Deps, organizationId: string, plan: DatasetPlan): Promise<void> {
  const names = [...SPLITS.map((split) => dataFileName(split, recipeOf(plan))), CARD, MANIFEST, CERTIFICATE];
  for (const name of names) await deps.blobs.delete(datasetKey(organizationId, plan.id, name));
}
