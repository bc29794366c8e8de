// The queue of cases that people should look at, and what their verdicts say of the automatic ones.
import { AppError, invalidField } from "../contract/error.ts";
import type { Page, PageQuery } from "../contract/page.ts";
import type { QualityReport } from "../contract/quality.ts";
import type {
  ReviewDecisionRequest,
  ReviewEnqueueRequest,
  ReviewEnqueueResponse,
  ReviewItem,
  ReviewReport,
  ReviewStatus,
} from "../contract/review.ts";
import { type AutomaticVerdict, borderline, quotePlace, reviewReport } from "../core/evaluation/review.ts";
import { createRandom } from "../core/generation/random.ts";
import type { StoredTurns } from "./conversations.ts";
import type { Deps, Principal } from "./deps.ts";
import type { ReviewRecord, StoredReport } from "./ports/reports.ts";
import { refusePersonalData } from "./privacy.ts";
import { readLines } from "./segments.ts";

/** How long a claimed item is kept for its reviewer. */
const CLAIM_MS = 30 * 60_000;
/** Reports read at a time. */
const PAGE_SIZE = 100;
/** Decided items that the agreement is computed over, the latest first. */
const MAX_REVIEWED = 5000;

/**
 * Queues the borderline reports of a job, or of those named, and a sample of the others; the nearest to a threshold come
 * first. A report is queued once. @throws not_found for a report or job that is not there
 */
export async function enqueueReviews(
  deps: Deps,
  principal: Principal,
  request: ReviewEnqueueRequest,
): Promise<ReviewEnqueueResponse> {
  const answer: ReviewEnqueueResponse = { queued: 0, clear: 0, skipped: 0 };
  for await (const reports of reportsOf(deps, principal, request)) {
    const chosen = reports.flatMap((stored) => {
      const found = borderline(stored.report, request.margin);
      // The draw is the report's own: asking twice draws the same.
      const drawn = createRandom(`review ${stored.id}`).next() < request.sample;
      if (found.reasons.length > 0) return [{ stored, ...found }];
      if (drawn) return [{ stored, reasons: ["sample"], distance: 1 }];
      answer.clear += 1;
      return [];
    });
    const facts = await readFacts(
      deps,
      principal,
      chosen.map(({ stored }) => stored),
    );
    const records = chosen.flatMap(({ stored, reasons, distance }): ReviewRecord[] => {
      const automatic = facts.get(stored.id);
      if (automatic === undefined) return [];
      return [
        {
          id: deps.newId(),
          report_id: stored.id,
          conversation_id: stored.report.conversation_id,
          seed_id: stored.report.seed_id || null,
          reasons,
          urgency: Number.isFinite(distance) ? distance : 1,
          automatic,
          reviewers: request.reviewers,
          decided: 0,
          claimed_by: null,
          claimed_until: null,
          created_at: deps.clock.now().toISOString(),
        },
      ];
    });
    const inserted = await deps.reviews.insert(principal.organizationId, records);
    answer.queued += inserted;
    answer.skipped += chosen.length - inserted;
  }
  return answer;
}

async function* reportsOf(
  deps: Deps,
  { organizationId }: Principal,
  { job_id, report_ids }: ReviewEnqueueRequest,
): AsyncGenerator<StoredReport[]> {
  if (job_id !== undefined) {
    if ((await deps.jobs.get(organizationId, job_id)) === null) throw new AppError("not_found", "Job not found");
    for (let page = 1; ; page += 1) {
      const { items } = await deps.reports.list(organizationId, { jobId: job_id }, { page, page_size: PAGE_SIZE });
      if (items.length > 0) yield items;
      if (items.length < PAGE_SIZE) return;
    }
  }
  const wanted = report_ids ?? [];
  const found = new Map((await deps.reports.getMany(organizationId, wanted)).map((stored) => [stored.id, stored]));
  const missing = wanted.findIndex((id) => !found.has(id));
  if (missing >= 0) throw invalidField(`body.report_ids.${missing}`, "there is no such report");
  yield [...found.values()];
}

/** What is kept of the automatic side, for the reports whose conversation is stored. */
async function readFacts(
  deps: Deps,
  { organizationId }: Principal,
  reports: readonly StoredReport[],
): Promise<Map<string, AutomaticVerdict>> {
  const ids = reports.map(({ report }) => report.conversation_id);
  const records = await deps.conversations.getMany(organizationId, ids);
  const lines = readLines<StoredTurns>(
    deps.blobs,
    records.map((record) => record.segment),
  );
  const read = new Map<string, { words: number; turns: number }>();
  for (const record of records) {
    const { value } = await lines.next();
    if (!value) continue;
    const words = value.turnos.reduce((sum, turn) => sum + (turn.contenido.match(/\S+/gu)?.length ?? 0), 0);
    read.set(record.id, { words, turns: value.turnos.length });
  }
  return new Map(
    reports.flatMap(({ id, report }) => {
      const size = read.get(report.conversation_id);
      return size === undefined ? [] : [[id, automaticOf(report, size)] as const];
    }),
  );
}

function automaticOf(report: QualityReport, { words, turns }: { words: number; turns: number }): AutomaticVerdict {
  const judge = report.details.semantic_fidelity;
  return {
    passed: report.passed,
    composite: report.composite_score,
    judgeScore: judge?.score ?? null,
    judgePassed: judge?.passed ?? null,
    words,
    quotePlace: quotePlace(report, turns),
  };
}

export async function listReviews(
  deps: Deps,
  principal: Principal,
  filter: { status?: ReviewStatus | undefined },
  page: PageQuery,
): Promise<Page<ReviewItem>> {
  const now = deps.clock.now().toISOString();
  const found = await deps.reviews.list(principal.organizationId, filter, page, now);
  return { ...found, items: found.items.map((record) => toItem(record, now)) };
}

/**
 * The most urgent item that this key has not judged yet, kept for it for half an hour; null when there is none. Another
 * claim by the same key gives the same item again.
 */
export async function claimReview(deps: Deps, principal: Principal): Promise<{ item: ReviewItem | null }> {
  const now = deps.clock.now();
  const until = new Date(now.getTime() + CLAIM_MS).toISOString();
  const record = await deps.reviews.claim(principal.organizationId, principal.keyId, now.toISOString(), until);
  return { item: record === null ? null : toItem(record, now.toISOString()) };
}

/**
 * Files a reviewer's verdict on the item that it claimed.
 * @throws not_found; conflict when the item is not claimed by this key (any more); pii_detected for notes with personal data
 */
export async function decideReview(
  deps: Deps,
  principal: Principal,
  id: string,
  decision: ReviewDecisionRequest,
): Promise<ReviewItem> {
  refusePersonalData(deps, { "body.notes": decision.notes });
  const { organizationId, keyId } = principal;
  const now = deps.clock.now().toISOString();
  const known = await deps.reviews.get(organizationId, id);
  if (known === null) throw new AppError("not_found", "Review item not found");
  if (!(await deps.reviews.decide(organizationId, id, { ...decision, reviewer: keyId, decided_at: now }))) {
    throw new AppError("conflict", "Claim the item first: it is not, or no longer, kept for this key");
  }
  return toItem((await deps.reviews.get(organizationId, id)) ?? known, now);
}

/** How far reviewers, judge and metrics agree, and whether the judge favours length or place. */
export async function readAgreement(deps: Deps, principal: Principal): Promise<ReviewReport> {
  return reviewReport(await deps.reviews.reviewed(principal.organizationId, MAX_REVIEWED));
}

function toItem(record: ReviewRecord, now: string): ReviewItem {
  const { automatic: _hidden, urgency: _order, claimed_by: _who, reasons, claimed_until, ...rest } = record;
  const isDecided = record.decided >= record.reviewers;
  const isClaimed = !isDecided && claimed_until !== null && claimed_until > now;
  return {
    ...rest,
    status: isDecided ? "decided" : isClaimed ? "claimed" : "open",
    // A reason tells what the metrics think: whoever still has to judge shall not know.
    reasons: isDecided ? reasons : [],
    claimed_until: isClaimed ? claimed_until : null,
  };
}
