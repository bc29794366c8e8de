// What a queue consumer does after a wake-up: lanes that lease items from the job's ledger until there is none.
import type { SeedSchema } from "../contract/seed.ts";
import { AppError } from "../contract/error.ts";
import type { ItemResult, JobSpec, LeasedItem, NewItem } from "../core/jobs/ledger.ts";
import type { JudgeOutcome } from "../core/evaluation/semantic-fidelity.ts";
import { createFinaliser, rejectionReason } from "../core/synthesis/finalise.ts";
import type { StoredTurns } from "./conversations.ts";
import { buildDataset } from "./dataset-build.ts";
import type { ConversationRecord, Deps, LedgerPort, Principal, SeedRun, StoredReport } from "./deps.ts";
import { describeError } from "./failure.ts";
import { makeEvaluator } from "./evaluations.ts";
import { makeSynthesiser, type Synthesis } from "./generation.ts";
import { judgeConversation } from "./judge.ts";
import { toMirror } from "./jobs.ts";
import type { RunConfig } from "./pipeline.ts";
import { writeLines } from "./segments.ts";
import { extractAndStore } from "./seeds.ts";

/** A consumer goes home after this time; the ledger's alarm sends another. Queues allow 15 minutes. */
const SHIFT_MS = 5 * 60_000;
const HEARTBEAT_MS = 4000;
/** Finished items read from the ledger at a time: about a megabyte of conversations, one segment. */
const PAGE = 100;

/** Items of the generate stage: the seeds take turns, and each item knows its own seed. */
export function generationItems(seedIds: readonly string[], total: number): NewItem[] {
  return Array.from({ length: total }, (_, index) => ({
    payload: { seed_id: seedIds[index % seedIds.length]!, index: Math.floor(index / seedIds.length) },
  }));
}

/** What a stage does with one item, and what comes after the stage. */
interface Stage {
  work(shift: Shift, item: LeasedItem): Promise<ItemResult>;
  next(shift: Shift, counts: { done: number; failed: number }): Promise<NextStep>;
}

type NextStep =
  | { items: NewItem[] }
  | { finish: "completed" | "failed"; result: Record<string, unknown> | null; error: string | null };

/** One consumer's view of a job. */
interface Shift {
  deps: Deps;
  job: JobSpec;
  config: RunConfig;
  ledger: LedgerPort;
  principal: Principal;
  synthesise: () => ReturnType<typeof makeSynthesiser>;
  seed: (seedId: string) => Promise<SeedSchema>;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

function openShift(deps: Deps, job: JobSpec, ledger: LedgerPort): Shift {
  const config = job.config as unknown as RunConfig;
  const principal: Principal = {
    organizationId: job.organizationId,
    scopes: new Set(["read", "write"]),
    keyId: `job:${job.id}`,
  };
  const seeds = new Map<string, Promise<SeedSchema>>();
  const readSeed = async (seedId: string): Promise<SeedSchema> => {
    if (config.seed?.seed_id === seedId) return config.seed;
    const record = await deps.seeds.get(job.organizationId, seedId);
    if (record === null) throw new AppError("not_found", "the seed was deleted while the job ran");
    return record.seed;
  };
  return {
    deps,
    job,
    config,
    ledger,
    principal,
    synthesise: once(() => makeSynthesiser(deps, job.organizationId, config.domain)),
    seed: (seedId) => {
      const seed = seeds.get(seedId) ?? readSeed(seedId);
      seeds.set(seedId, seed);
      return seed;
    },
  };
}

/** Every finished item of a stage, in index order. */
async function* finished<Body>(
  ledger: LedgerPort,
  stage: string,
): AsyncGenerator<{ index: number; payload: unknown; body: Body }[]> {
  for (let after = -1; ;) {
    const page = await ledger.completed(stage, after, PAGE);
    if (page.length === 0) return;
    yield page.map((item) => ({ index: item.index, payload: item.payload, body: item.body as Body }));
    after = page.at(-1)!.index;
  }
}

interface ExtractedSeed {
  seed_id: string | null;
  refused: string | null;
}

const seedsStage: Stage = {
  async work({ deps, principal, config }, item) {
    const { conversation_id } = item.payload as { conversation_id: string };
    const outcome = await extractAndStore(deps, principal, conversation_id, config.domain);
    const body: ExtractedSeed =
      "refused" in outcome
        ? { seed_id: null, refused: outcome.refused }
        : { seed_id: outcome.seed.seed_id, refused: null };
    const counter = body.seed_id === null ? "seeds_refused" : "seeds";
    return { body, tally: { [counter]: 1 } };
  },
  async next({ ledger, config }) {
    const seedIds: string[] = [];
    const reasons = new Set<string>();
    for await (const page of finished<ExtractedSeed>(ledger, "seeds")) {
      for (const { body } of page) {
        if (body.seed_id !== null) seedIds.push(body.seed_id);
        else reasons.add(body.refused ?? "");
      }
    }
    if (seedIds.length === 0) {
      const why = [...reasons, ...(await ledger.failures()).map((failure) => failure.error)].slice(0, 3).join("; ");
      return { finish: "failed", result: null, error: `No seed could be extracted: ${why}` };
    }
    return { items: generationItems(seedIds, seedIds.length * config.count) };
  },
};

interface JudgedSynthesis extends Synthesis {
  judge: JudgeOutcome | null;
}

/** What passed the computed metrics goes to the judge, when there is one, and its verdict counts. */
async function judged(shift: Shift, written: Synthesis, seed: SeedSchema): Promise<JudgedSynthesis> {
  const { deps, job, config } = shift;
  const judge = written.report.passed ? await judgeConversation(deps, written.conversation, seed) : null;
  if (judge === null) return { ...written, judge };
  const evaluator = await makeEvaluator(deps, job.organizationId, config.domain);
  const report = evaluator(written.conversation, seed, { scenario: written.plan.scenario, judge });
  const rejected = report.passed ? written.rejected : [...written.rejected, ["semantic_fidelity"]];
  return { ...written, report, rejected, judge };
}

const generateStage: Stage = {
  async work(shift, item) {
    const { seed_id, index } = item.payload as { seed_id: string; index: number };
    const { config } = shift;
    const write = await shift.synthesise();
    const seed = await shift.seed(seed_id);
    const written = write({
      seed,
      index,
      randomSeed: config.randomSeed,
      language: config.language,
      maxAttempts: config.maxAttempts,
    });
    const body = await judged(shift, written, seed);
    const { passed } = body.report;
    const failures = passed ? [] : (body.rejected.at(-1) ?? []);
    return {
      body,
      tally: {
        generated: 1,
        attempts: body.attempts,
        certified: passed ? 1 : 0,
        ...Object.fromEntries(failures.map((metric) => [`rejected:${metric}`, 1])),
      },
    };
  },
  async next({ ledger }, { done }) {
    if (done === 0) {
      const why = (await ledger.failures())[0]?.error ?? "no item finished";
      return { finish: "failed", result: null, error: `Nothing was generated: ${why}` };
    }
    return { items: [{ payload: {} }] };
  },
};

export interface RunSummary {
  seeds: number;
  generated: number;
  certified: number;
  /** Conversations rejected, by the first metric that failed; `near_duplicate` for copies inside the run. */
  rejected: Record<string, number>;
  avg_quality_score: number | null;
}

const finaliseStage: Stage = {
  async work(shift, item) {
    const summary = await finalise(shift, item);
    return { body: summary, tally: {} };
  },
  async next({ ledger, job, config }) {
    const [item] = await ledger.completed("finalise", -1, 1);
    if (item === undefined) {
      const why = (await ledger.failures())[0]?.error ?? "the results could not be stored";
      return { finish: "failed", result: null, error: why };
    }
    const summary = item.body as RunSummary;
    if (config.export !== null && summary.certified > 0) return { items: [{ payload: {} }] };
    const result = runResult(job, summary, null);
    if (summary.certified > 0) return { finish: "completed", result, error: null };
    const reasons = Object.entries(summary.rejected).map(([metric, count]) => `${metric} ${count}`);
    return {
      finish: "failed",
      result,
      error: `No conversation passed the gates (${reasons.join(", ")}); nothing was exported`,
    };
  },
};

const exportStage: Stage = {
  async work({ deps, job, config }) {
    const record = await buildDataset(deps, job.organizationId, {
      ...config.export!,
      id: job.id,
      name: `Run ${job.id.slice(0, 8)}`,
      job_id: job.id,
      include_failed: false,
      license: "other",
      createdAt: config.createdAt,
    });
    const { id, sha256, size_bytes, conversation_count, skipped, warnings } = record;
    return { body: { dataset_id: id, sha256, size_bytes, conversation_count, skipped, warnings }, tally: {} };
  },
  async next({ ledger, job }) {
    const [summary] = await ledger.completed("finalise", -1, 1);
    const [exported] = await ledger.completed("export", -1, 1);
    const result = runResult(
      job,
      summary!.body as RunSummary,
      (exported?.body ?? null) as Record<string, unknown> | null,
    );
    if (exported !== undefined) return { finish: "completed", result, error: null };
    const why = (await ledger.failures())[0]?.error ?? "unknown";
    return { finish: "failed", result, error: `The export failed: ${why}` };
  },
};

/** The result in the reference's names, and what ours adds. */
function runResult(
  job: JobSpec,
  summary: RunSummary,
  exported: Record<string, unknown> | null,
): Record<string, unknown> {
  return {
    run_id: job.id.slice(0, 12),
    success: summary.certified > 0,
    seeds_created: summary.seeds,
    conversations_generated: summary.generated,
    conversations_passed: summary.certified,
    avg_quality_score: summary.avg_quality_score,
    pass_rate: summary.generated === 0 ? 0 : summary.certified / summary.generated,
    rejected: summary.rejected,
    adapter_path: null,
    dataset: exported,
  };
}

const STAGES: ReadonlyMap<string, Stage> = new Map([
  ["seeds", seedsStage],
  ["generate", generateStage],
  ["finalise", finaliseStage],
  ["export", exportStage],
]);

/** A conversation's id inside its run. */
const conversationId = (job: JobSpec, index: number) => `${job.id.slice(0, 24)}${index.toString(16).padStart(8, "0")}`;

/**
 * Takes the results in index order, drops near duplicates, lets the metrics that look at siblings have their say, and
 * writes conversations and reports. Order and ids depend on the plan alone, so a repeated call writes the same again.
 */
async function finalise(shift: Shift, item: LeasedItem): Promise<RunSummary> {
  const { deps, job, config, ledger } = shift;
  const evaluator = await makeEvaluator(deps, job.organizationId, config.domain);
  const runs = new Map<string, SeedRun>();
  const rejected: Record<string, number> = {};
  let generated = 0;
  let certified = 0;
  let quality = 0;
  let pageNumber = 0;

  const decide = createFinaliser();

  for await (const page of finished<JudgedSynthesis>(ledger, "generate")) {
    await ledger.renew([item.leaseId]);
    const records: ConversationRecord[] = [];
    const turns: StoredTurns[] = [];
    const reports: StoredReport[] = [];
    for (const { index, payload, body } of page) {
      const seedId = (payload as { seed_id: string }).seed_id;
      generated += 1;
      const id = conversationId(job, index);
      const seed = await shift.seed(seedId);
      const verdict = decide(body.conversation, body.report, (siblings) =>
        evaluator(body.conversation, seed, { scenario: body.plan.scenario, siblings, judge: body.judge }),
      );
      const run = runs.get(seedId) ?? { seed_id: seedId, runs: 0, quality_sum: 0, quality_count: 0 };
      run.runs += 1;
      run.quality_sum += verdict.composite_score;
      run.quality_count += 1;
      runs.set(seedId, run);
      if (verdict.passed) {
        certified += 1;
        quality += verdict.composite_score;
      } else {
        const reason = rejectionReason(verdict);
        rejected[reason] = (rejected[reason] ?? 0) + 1;
      }
      reports.push({
        id,
        job_id: job.id,
        dominio: config.domain,
        report: { ...verdict, conversation_id: id, seed_id: seedId },
        created_at: config.createdAt,
      });
      // What the privacy gate refused is not kept: only its report is.
      if (verdict.metrics.privacy_score !== 0) continue;
      turns.push({ turnos: body.conversation.turnos });
      records.push({
        id,
        seed_id: seedId,
        job_id: job.id,
        import_id: null,
        dominio: body.conversation.dominio,
        idioma: body.conversation.idioma,
        es_sintetica: true,
        num_turnos: body.conversation.turnos.length,
        status: verdict.passed ? "certified" : "rejected",
        rating: null,
        tags: null,
        notes: null,
        metadata: body.conversation.metadata,
        segment: { key: "", offset: 0, length: 0 },
        ordinal: index,
        created_at: config.createdAt,
        updated_at: config.createdAt,
      });
    }
    const prefix = `conversations/${job.organizationId}/job-${job.id}-${String(pageNumber).padStart(5, "0")}`;
    const refs = await writeLines(deps.blobs, prefix, turns);
    records.forEach((record, index) => (record.segment = refs[index]!));
    await deps.conversations.insert(job.organizationId, records);
    await deps.reports.insert(job.organizationId, reports);
    pageNumber += 1;
  }
  await deps.seeds.recordRuns(job.organizationId, job.id, [...runs.values()]);
  return {
    seeds: runs.size,
    generated,
    certified,
    rejected,
    avg_quality_score: certified === 0 ? null : quality / certified,
  };
}

/** Why an item failed, in words that carry nothing of its content, and whether trying again can help. */
function describeFailure(error: unknown): { message: string; retry: boolean } {
  if (error instanceof AppError) return { message: error.message, retry: error.status >= 500 };
  return { message: error instanceof Error ? error.name : "unknown error", retry: true };
}

/**
 * Works on a job until nothing is left to lease, with `lanes` items side by side. Safe to run any number of times, at
 * any time, in any number of copies: the ledger decides what is still to be done.
 */
export async function workOn(deps: Deps, jobId: string, lanes: number): Promise<void> {
  const ledger = deps.ledger(jobId);
  const home = deps.clock.now().getTime() + SHIFT_MS;
  let shift: Shift | null = null;
  // Short leases make a killed worker's items free soon; a live one keeps its own by this heartbeat. A renewal that fails
  // costs nothing but a second start: the first result counts.
  const held = new Set<string>();
  const heartbeat = setInterval(() => void ledger.renew([...held]).catch(() => {}), HEARTBEAT_MS);

  const runItem = async (open: Shift, item: LeasedItem): Promise<void> => {
    held.add(item.leaseId);
    try {
      const result = await STAGES.get(item.stage)!.work(open, item);
      await ledger.complete(item.id, result);
    } catch (error) {
      const { message, retry } = describeFailure(error);
      deps.log.write("warn", "item_failed", {
        job_id: jobId,
        stage: item.stage,
        item: item.id,
        start: item.start,
        ...describeError(error),
      });
      await ledger.fail(item.id, item.leaseId, message, retry);
    } finally {
      held.delete(item.leaseId);
    }
  };

  const lane = async (): Promise<void> => {
    while (deps.clock.now().getTime() < home) {
      const answer = await ledger.lease(1);
      if (answer.kind === "wait" || answer.kind === "finished") return;
      shift ??= openShift(deps, answer.job, ledger);
      if (answer.kind === "items") for (const item of answer.items) await runItem(shift, item);
      else await moveOn(shift, answer);
    }
  };

  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    clearInterval(heartbeat);
  }
  const progress = await ledger.progress();
  if (progress !== null && shift !== null) {
    await deps.jobs.mirror((shift as Shift).job.organizationId, jobId, toMirror(progress));
  }
}

async function moveOn(shift: Shift, answer: { stage: string; done: number; failed: number }): Promise<void> {
  const step = await STAGES.get(answer.stage)!.next(shift, answer);
  if ("items" in step) {
    await shift.ledger.advance(answer.stage, step.items);
    return;
  }
  await shift.ledger.finish(step.finish, step.result, step.error);
  // What is to be kept stands in the blob store now; the ledger keeps counts and reasons only.
  await shift.ledger.forgetResults("generate");
}
