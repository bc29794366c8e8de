import type { LeasedItem } from "../../core/jobs/exchange.ts";
import type { JobSpec } from "../../core/jobs/job-spec.ts";
import { createFinaliser, rejectionReason } from "../../core/synthesis/finalise.ts";
import { reviseDiversity } from "../../core/synthesis/revise.ts";
import type { StoredTurns } from "../conversations.ts";
import type { ConversationRecord } from "../ports/conversations.ts";
import type { StoredReport } from "../ports/reports.ts";
import type { SeedRun } from "../ports/seeds.ts";
import { readKnown, rememberRun } from "../earlier-runs.ts";
import { makeEvaluator } from "../evaluations.ts";
import { writeLines } from "../segments.ts";
import type { MeteredSynthesis } from "../synthesis.ts";
import { runConfig, runResult, seedOf, type RunSummary } from "./run.ts";
import { finished, firstFailure, onlyResult, type Shift, type Stage } from "./stage.ts";

/** One item: the last word on every conversation, and their storage. */
export const finaliseStage: Stage = {
  async work(shift, item) {
    const summary = await finalise(shift, item);
    return { body: summary, tally: {} };
  },
  async next({ ledger, job }) {
    const summary = await onlyResult<RunSummary>(ledger, "finalise");
    if (summary === undefined) {
      const why = (await firstFailure(ledger)) ?? "the results could not be stored";
      return { finish: "failed", result: null, error: why };
    }
    if (runConfig(job).export !== null && summary.certified > 0) return { items: [{ payload: {} }] };
    const result = await runResult({ job, ledger }, summary, null);
    if (summary.certified > 0) return { finish: "completed", result, error: null };
    const reasons = Object.entries(summary.rejected).map(([metric, count]) => `${metric} ${count}`);
    return {
      finish: "failed",
      result,
      error: `No conversation passed the gates (${reasons.join(", ")}); nothing was exported`,
    };
  },
};

/** A conversation's id inside its run. */
const conversationId = (job: JobSpec, index: number) => `${job.id.slice(0, 24)}${index.toString(16).padStart(8, "0")}`;

/**
 * Takes the results in index order, drops near duplicates (of one another, of earlier runs, of sources), lets the
 * metrics that look at siblings have their say, and writes conversations and reports. Order and ids depend on the plan
 * alone, so a repeated call writes the same again.
 */
async function finalise(shift: Shift, item: LeasedItem): Promise<RunSummary> {
  const { deps, job, ledger } = shift;
  const config = runConfig(job);
  const evaluator = await makeEvaluator(deps, job.organizationId, config.domain);
  const runs = new Map<string, SeedRun>();
  const rejected: Record<string, number> = {};
  let generated = 0;
  let certified = 0;
  let quality = 0;
  let pageNumber = 0;

  const finaliser = createFinaliser(await readKnown(deps, job.organizationId, config));

  for await (const page of finished<MeteredSynthesis>(ledger, "generate")) {
    await ledger.renew([item.leaseId]);
    const records: ConversationRecord[] = [];
    const turns: StoredTurns[] = [];
    const reports: StoredReport[] = [];
    for (const { index, payload, body } of page) {
      const seedId = (payload as { seed_id: string }).seed_id;
      generated += 1;
      const id = conversationId(job, index);
      const seed = await seedOf(shift, seedId);
      const { conversation, report, judge } = body;
      const { scenario } = body.plan;
      const verdict = finaliser.decide(conversation, report, (siblings) =>
        report.metrics.privacy_score === 0
          ? reviseDiversity(report, conversation, seed, scenario, siblings)
          : evaluator(conversation, seed, { scenario, siblings, judge }),
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
  await rememberRun(deps, job.organizationId, job.id, finaliser);
  await deps.seeds.recordRuns(job.organizationId, job.id, [...runs.values()]);
  return {
    seeds: runs.size,
    generated,
    certified,
    rejected,
    avg_quality_score: certified === 0 ? null : quality / certified,
  };
}
