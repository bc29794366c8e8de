import type { BatchEvaluationResult, MetricName } from "../../contract/quality.ts";
import { addTallies, type BatchTally, describeTally, tallyReports } from "../../core/evaluation/evaluate.ts";
import type { JobSpec } from "../../core/jobs/job-spec.ts";
import { type StoredTurns, toConversation } from "../conversations.ts";
import type { StoredReport } from "../ports/reports.ts";
import type { SeedRecord } from "../ports/seeds.ts";
import { evaluatePair, makeEvaluator, type Pair } from "../evaluations.ts";
import { readLines } from "../segments.ts";
import { openStaging } from "../staging.ts";
import { finished, firstFailure, type Shift, type Stage } from "./stage.ts";

/** What the stage reads from its job's spec. Never text of a conversation. */
export interface EvaluationConfig {
  /** Judges stored conversations in place of each one's own seed. */
  seedId: string | null;
  require: MetricName[];
  createdAt: string;
}

/** Some conversations of the batch: the place of the first in it, and where they are. */
export interface EvaluationItem {
  first: number;
  /** Stored ones. */
  conversationIds?: string[];
  /** Pairs in the job's sealed staging, one JSON line each. */
  sealed?: { name: string; plainBytes: number };
}

interface EvaluatedItem {
  tally: BatchTally;
  missing: number;
}

/** Some conversations of a batch to their reports, whose ids follow from their places: a repeated start writes the same. */
export const evaluateStage: Stage = {
  async work(shift, item) {
    const { deps, job, principal } = shift;
    const payload = item.payload as EvaluationItem;
    const { require, createdAt } = evaluationConfig(job);
    const pairs =
      payload.sealed === undefined ? await readStored(shift, payload) : await readSealed(shift, payload.sealed);
    const reports: StoredReport[] = [];
    for (const [i, pair] of pairs.entries()) {
      if (pair === null) continue;
      const { dominio } = pair.seed;
      const evaluator = await shift.share(`evaluator:${dominio}`, () =>
        makeEvaluator(deps, job.organizationId, dominio),
      );
      const report = await evaluatePair(deps, principal, evaluator, pair, require);
      reports.push({
        id: `${job.id.slice(0, 24)}${(payload.first + i).toString(16).padStart(8, "0")}`,
        job_id: job.id,
        dominio,
        report: { ...report, evaluated_at: createdAt },
        created_at: createdAt,
      });
    }
    await deps.reports.insert(job.organizationId, reports);
    const tally = tallyReports(reports.map(({ report }) => report));
    const body: EvaluatedItem = { tally, missing: pairs.length - reports.length };
    return { body, tally: { evaluated: tally.total, passed: tally.passed } };
  },

  async next({ ledger, job }, { failed }) {
    let tally = tallyReports([]);
    let missing = 0;
    for await (const page of finished<EvaluatedItem>(ledger, "evaluate")) {
      for (const { body } of page) {
        tally = addTallies(tally, body.tally);
        missing += body.missing;
      }
    }
    const result: BatchEvaluationResult = {
      ...describeTally(tally),
      missing,
      reports_url: `/api/v1/evaluations/reports?job_id=${job.id}`,
    };
    if (failed === 0) return { finish: "completed", result: { ...result }, error: null };
    const why = (await firstFailure(ledger)) ?? "unknown";
    return {
      finish: "failed",
      result: { ...result },
      error: `${failed} parts of the batch were not evaluated: ${why}`,
    };
  },
};

function evaluationConfig(job: JobSpec): EvaluationConfig {
  return job.config as unknown as EvaluationConfig;
}

/** Stored conversations with their seeds, in order; null where either is gone. */
async function readStored(shift: Shift, { conversationIds = [] }: EvaluationItem): Promise<(Pair | null)[]> {
  const { deps, job } = shift;
  const { seedId } = evaluationConfig(job);
  const records = await deps.conversations.getMany(job.organizationId, conversationIds);
  const wanted = new Set(records.flatMap((record) => seedId ?? record.seed_id ?? []));
  const found = await deps.seeds.getMany(job.organizationId, [...wanted]);
  const seeds = new Map(found.map((record: SeedRecord) => [record.seed.seed_id, record.seed]));
  const pairs = new Map<string, Pair>();
  const lines = readLines<StoredTurns>(
    deps.blobs,
    records.map((record) => record.segment),
  );
  for (const record of records) {
    const { value } = await lines.next();
    const seed = seeds.get(seedId ?? record.seed_id ?? "");
    if (value && seed !== undefined) {
      pairs.set(record.id, { conversation: toConversation(record, value.turnos), seed });
    }
  }
  return conversationIds.map((id) => pairs.get(id) ?? null);
}

async function readSealed(shift: Shift, { name, plainBytes }: { name: string; plainBytes: number }): Promise<Pair[]> {
  const { deps, job } = shift;
  const staging = await shift.share("staging", () => openStaging(deps, job.organizationId, job.id));
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of staging.read(name, plainBytes)) text += decoder.decode(chunk, { stream: true });
  text += decoder.decode();
  return text.split("\n").map((line) => JSON.parse(line) as Pair);
}
