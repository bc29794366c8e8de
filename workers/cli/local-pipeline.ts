import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Conversation } from "../contract/conversation.ts";
import type { Domain } from "../contract/domain.ts";
import type { QualityReport } from "../contract/quality.ts";
import type { SeedSchema } from "../contract/seed.ts";
import { type DatasetItem, describeRefusals, encodeDataset, startTally } from "../core/datasets/encode.ts";
import { readHashKey } from "../core/evaluation/keyed-hash.ts";
import { createSourceIndex } from "../core/evaluation/memorisation.ts";
import type { SourceFingerprints } from "../core/evaluation/memorisation.ts";
import type { BuiltConversation } from "../core/ingest/conversation.ts";
import { fingerprintConversation } from "../core/ingest/source-fingerprints.ts";
import type { PrivacyEngine } from "../core/privacy/engine.ts";
import { decideAssistantRole } from "../core/seeds/assistant-role.ts";
import { RENDER_NOW } from "../core/synthesis/fictional-time.ts";
import type { PipelineCommandOptions } from "./commands/pipeline.ts";
import { toolsOf } from "./conversation-tools.ts";
import { loadLibrary } from "./domain-files.ts";
import { InputError } from "./failure.ts";
import { extractSeeds } from "./local-extraction.ts";
import { describeError, importWhole } from "./local-import.ts";
import { localKey } from "./local-key.ts";
import { loadPrivacyEngine } from "./local-privacy.ts";
import { synthesiseLocally } from "./local-synthesis.ts";
import { createProgressBar, openOutput, say } from "./output.ts";

const RESULT_FILES = ["conversations.jsonl", "dataset.jsonl", "dataset.txt", "dataset.parquet"];
/** The most conversations of one run. */
const MAX_CONVERSATIONS = 10_000;

/** What a run made: the demo's names. */
export interface LocalRunResult {
  imported: number;
  /** Personal data found, by category. */
  pii: Record<string, number>;
  seeds: number;
  generated: number;
  certified: number;
  /** Rejected conversations by reason. */
  rejected: Record<string, number>;
  /** Null when nothing passed. */
  export: { path: string; format: string; sha256: string } | null;
  duration_ms: number;
}

interface Sources {
  imported: number;
  pii: Record<string, number>;
  seeds: SeedSchema[];
  fingerprints: SourceFingerprints[];
  /** Conversations to generate. */
  total: number;
}

/** The whole pipeline on this machine, with the builtin generator; its files go into the folder of `--output`. */
export async function runLocally(domain: Domain, options: PipelineCommandOptions): Promise<LocalRunResult> {
  const started = performance.now();
  const privacy = loadPrivacyEngine();
  const key = readHashKey(localKey("source-fingerprints"));
  const sources =
    options.input.length > 0 ? await readInputs(domain, options, privacy) : await readLibrary(domain, options);
  if (sources.total > MAX_CONVERSATIONS) {
    throw new InputError(
      `--count ${options.count}: makes ${sources.total} conversations; one run makes at most ${MAX_CONVERSATIONS}`,
    );
  }

  const bar = createProgressBar("generating", options.json === true);
  const { certified, reports, rejected } = await synthesiseLocally(sources.seeds, privacy, {
    total: sources.total,
    randomSeed: options.randomSeed,
    maxAttempts: options.maxAttempts,
    language: options.language ?? null,
    sources: createSourceIndex(key, sources.fingerprints),
    onProgress: (done, passing) => bar.update(done, sources.total, `${passing} certified`),
  }).finally(() => bar.end());

  await mkdir(options.output, { recursive: true });
  // What an earlier run left must not be taken for this one's.
  for (const name of RESULT_FILES) await rm(join(options.output, name), { force: true });
  await writeJsonLines(join(options.output, "seeds.jsonl"), sources.seeds);
  await writeJsonLines(join(options.output, "reports.jsonl"), reports satisfies QualityReport[]);
  let exported: LocalRunResult["export"] = null;
  if (certified.length > 0) {
    await writeJsonLines(join(options.output, "conversations.jsonl"), certified);
    exported = await writeDataset(certified, sources.seeds, options);
  }
  return {
    imported: sources.imported,
    pii: sources.pii,
    seeds: sources.seeds.length,
    generated: reports.length,
    certified: certified.length,
    rejected,
    export: exported,
    duration_ms: Math.round(performance.now() - started),
  };
}

/** Imports the files, takes their fingerprints and extracts a seed from each conversation. */
async function readInputs(domain: Domain, options: PipelineCommandOptions, privacy: PrivacyEngine): Promise<Sources> {
  const key = readHashKey(localKey("source-fingerprints"));
  const built = new Map<string, BuiltConversation>();
  const pii: Record<string, number> = {};
  for (const file of options.input) {
    const imported = await importWhole(file, { format: "auto", domain, language: null, strict: false }, privacy);
    for (const each of imported.built) {
      if (built.has(each.conversation.conversation_id)) continue;
      built.set(each.conversation.conversation_id, each);
      for (const [category, count] of Object.entries(each.counts)) pii[category] = (pii[category] ?? 0) + count;
    }
    for (const error of imported.summary.errors.slice(0, 5)) say(`${file}: ${describeError(error)}`);
    if (imported.summary.conversations_failed > 5)
      say(`${file}: … and ${imported.summary.conversations_failed - 5} more errors`);
  }
  const conversations = [...built.values()];
  const { seeds, errors } = await extractSeeds(conversations, domain);
  for (const { conversation_id, error } of errors) say(`no seed from ${conversation_id}: ${error}`);
  if (seeds.length === 0) throw new InputError(`${options.input.join(", ")}: no conversation gives a seed`);
  return {
    imported: conversations.length,
    pii,
    seeds,
    fingerprints: conversations.map(({ conversation, values }) => fingerprintConversation(key, conversation, values)),
    total: seeds.length * options.count,
  };
}

/** The curated seeds of the domain, no more of them than conversations are wanted. */
async function readLibrary(domain: Domain, options: PipelineCommandOptions): Promise<Sources> {
  const library = await loadLibrary(domain);
  const fitting = library.filter((seed) => options.language === undefined || seed.idioma === options.language);
  if (fitting.length === 0)
    throw new InputError(`--language ${options.language}: the library of ${domain} has no seed in it`);
  return { imported: 0, pii: {}, seeds: fitting.slice(0, options.count), fingerprints: [], total: options.count };
}

async function writeJsonLines(path: string, records: readonly unknown[]): Promise<void> {
  const file = await openOutput(path);
  for (const record of records) await file.write(`${JSON.stringify(record)}\n`);
  await file.finish();
}

/** Renders the certified conversations in the chosen chat format. The hash is over the file's bytes. */
async function writeDataset(
  certified: readonly Conversation[],
  seeds: readonly SeedSchema[],
  options: PipelineCommandOptions,
): Promise<NonNullable<LocalRunResult["export"]>> {
  const extension = options.format === "text" ? "txt" : options.format;
  const path = join(options.output, `dataset.${extension}`);
  const bySeed = new Map(seeds.map((seed) => [seed.seed_id, seed]));
  const recipe = { family: options.template, format: options.format, record: "text", gzip: false } as const;
  const tally = startTally();

  async function* items(): AsyncGenerator<DatasetItem> {
    for (const conversation of certified) {
      const seed = bySeed.get(conversation.seed_id)!;
      const tools = await toolsOf(conversation, seed.parametros_factuales.herramientas);
      const assistantRole = seed.rol_asistente ?? decideAssistantRole(seed.roles);
      const { toolMode } = options;
      yield {
        conversation,
        options: { assistantRole, toolMode, systemPrompt: options.system ?? null, tools, now: RENDER_NOW },
      };
    }
  }

  const hash = createHash("sha256");
  const file = await openOutput(path);
  try {
    for await (const chunk of encodeDataset(items(), recipe, tally)) {
      hash.update(chunk);
      await file.write(chunk);
    }
    if (tally.records === 0)
      throw new InputError(`--template ${options.template}: ${describeRefusals(tally.refused).join("; ")}`);
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
  for (const warning of [...describeRefusals(tally.refused), ...tally.warnings]) say(`warning: ${warning}`);
  return { path, format: options.template, sha256: hash.digest("hex") };
}
