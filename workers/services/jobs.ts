import { AppError } from "../contract/error.ts";
import type { DeadLetter, JobProgress, JobResponse, ReplayResponse } from "../contract/job.ts";
import type { Page, PageQuery } from "../contract/page.ts";
import type { LedgerProgress } from "../core/jobs/exchange.ts";
import type { Deps, Principal } from "./deps.ts";
import type { JobMirror, JobRecord } from "./ports/jobs.ts";
import { isReplayable } from "./job-kinds.ts";

const TERMINAL: ReadonlySet<string> = new Set(["completed", "failed", "cancelled"]);

const toInstant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** The ledger's state in the words of a job's row. */
export function toMirror(progress: LedgerProgress): JobMirror {
  return {
    status: progress.status,
    progress: progress.progress,
    current_stage: progress.stage,
    status_message: describe(progress),
    result: progress.result,
    error_message: progress.error,
    started_at: toInstant(progress.startedAt),
    completed_at: toInstant(progress.finishedAt),
  };
}

function describe({ stage, counts }: LedgerProgress): string {
  const counted = Object.entries(counts).map(([name, amount]) => `${amount} ${name.replaceAll("_", " ")}`);
  return [stage === null ? [] : [stage], counted].flat().join(", ");
}

/** A job's ledger is made right after its row; when it is still missing after this time, the request died in between. */
const START_MS = 60_000;
const NEVER_STARTED: JobMirror = {
  status: "failed",
  progress: 0,
  current_stage: null,
  status_message: null,
  result: null,
  error_message: "The job was never started; send the request again",
  started_at: null,
  completed_at: null,
};

/** The row brought up to date from the ledger, which is the truth while a job is not over. */
async function refresh(deps: Deps, job: JobRecord): Promise<JobRecord> {
  if (TERMINAL.has(job.status)) return job;
  const progress = await deps.ledger(job.id).progress();
  if (progress === null && deps.clock.now().getTime() - Date.parse(job.created_at) < START_MS) return job;
  const mirror = progress === null ? NEVER_STARTED : toMirror(progress);
  if (TERMINAL.has(mirror.status)) await deps.jobs.mirror(job.organization_id, job.id, mirror);
  return { ...job, ...mirror };
}

async function findJob(deps: Deps, principal: Principal, jobId: string): Promise<JobRecord> {
  const job = await deps.jobs.get(principal.organizationId, jobId);
  if (job === null) throw new AppError("not_found", "Job not found");
  return job;
}

/** @throws not_found, the same for a missing job and for another tenant's. */
export async function getJob(deps: Deps, principal: Principal, jobId: string): Promise<JobResponse> {
  return refresh(deps, await findJob(deps, principal, jobId));
}

export async function listJobs(
  deps: Deps,
  principal: Principal,
  filter: { jobType?: string | undefined; status?: string | undefined },
  page: PageQuery,
): Promise<Page<JobResponse>> {
  const found = await deps.jobs.list(principal.organizationId, filter, page);
  return { ...found, items: await Promise.all(found.items.map((job) => refresh(deps, job))) };
}

/** Live counts of a job. */
export async function readProgress(deps: Deps, principal: Principal, jobId: string): Promise<JobProgress> {
  await findJob(deps, principal, jobId);
  const progress = await deps.ledger(jobId).progress();
  if (progress === null) throw new AppError("not_found", "Job not found");
  const { result: _result, error: _error, startedAt: _started, finishedAt: _finished, ...counts } = progress;
  return counts;
}

/** Cancels, pauses or resumes. @throws conflict when the job's state does not allow it. */
export async function controlJob(
  deps: Deps,
  principal: Principal,
  jobId: string,
  action: "cancel" | "pause" | "resume",
): Promise<JobResponse> {
  const job = await findJob(deps, principal, jobId);
  if (!(await deps.ledger(jobId).control(action))) {
    const { status } = await refresh(deps, job);
    throw new AppError("conflict", `A job that is ${status} cannot be ${PAST[action]}`);
  }
  return refresh(deps, job);
}

const PAST = { cancel: "cancelled", pause: "paused", resume: "resumed" };

/** Items of a job that failed for good, from index `after` (exclusive) on. */
export async function listDeadLetters(
  deps: Deps,
  principal: Principal,
  jobId: string,
  { after, limit }: { after: number; limit: number },
): Promise<DeadLetter[]> {
  await findJob(deps, principal, jobId);
  const parked = await deps.ledger(jobId).parked(after, limit);
  return parked.map(({ stage, index, error, starts, payload }) => {
    const about = (payload ?? {}) as Record<string, unknown>;
    const idOf = (name: string) => (typeof about[name] === "string" ? about[name] : null);
    return { stage, index, error, starts, seed_id: idOf("seed_id"), conversation_id: idOf("conversation_id") };
  });
}

/**
 * Has the items that failed for good tried again, and what came after them done anew; items that are done stay done.
 * @throws conflict when none failed, the job was cancelled, or its input is kept no longer
 */
export async function replayJob(deps: Deps, principal: Principal, jobId: string): Promise<ReplayResponse> {
  const job = await findJob(deps, principal, jobId);
  if (!isReplayable(job.job_type)) {
    throw new AppError("conflict", `The input of a job of type ${job.job_type} is not kept; start it anew`);
  }
  const replayed = await deps.ledger(jobId).replay();
  if (replayed === 0) throw new AppError("conflict", "The job has no items that failed for good");
  await deps.jobs.reopen(principal.organizationId, jobId);
  return { job: await getJob(deps, principal, jobId), replayed };
}
