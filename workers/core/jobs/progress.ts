import type { LedgerProgress } from "./exchange.ts";
import type { ItemState } from "./item-table.ts";
import type { JobState } from "./job-record.ts";

export interface ProgressParts {
  job: JobState;
  /** Items of the whole job, and of its current stage, by state. */
  all: ReadonlyMap<ItemState, number>;
  current: ReadonlyMap<ItemState, number>;
  counters: ReadonlyMap<string, number>;
  calls: Pick<
    LedgerProgress,
    "calls_started" | "calls_settled" | "calls_unconfirmed" | "spend_micro_usd" | "concurrency"
  >;
  now: number;
}

/** Counts of a job in the words of the contract; every number only grows while it runs. */
export function describeProgress({ job, all, current, counters, calls, now }: ProgressParts): LedgerProgress {
  const { spec, status, stage, startedAt } = job;
  const progress = status === "completed" ? 1 : Math.min(1, shareDone(job, current, counters));
  const live = status === "running" && startedAt !== null && progress > 0.02;
  return {
    job_id: spec.id,
    status,
    stage: job.isOver ? null : stage,
    progress,
    total: [...all.values()].reduce((sum, n) => sum + n, 0),
    done: all.get("done") ?? 0,
    failed: all.get("failed") ?? 0,
    leased: all.get("leased") ?? 0,
    generated: counters.get("generated") ?? 0,
    certified: counters.get("certified") ?? 0,
    rejected: Object.fromEntries(
      [...counters]
        .filter(([name]) => name.startsWith("rejected:"))
        .map(([name, amount]) => [name.slice("rejected:".length), amount]),
    ),
    attempts: counters.get("attempts") ?? 0,
    ...calls,
    counts: Object.fromEntries([...counters].filter(([name]) => !name.includes(":"))),
    eta_seconds: live ? Math.round(((now - startedAt) * (1 - progress)) / progress / 1000) : null,
    result: job.result === null ? null : (JSON.parse(job.result) as Record<string, unknown>),
    error: job.error,
    startedAt,
    finishedAt: job.finishedAt,
  };
}

/** 0 to 1: the stages before, and as much of the current one as is settled. */
function shareDone(
  { spec, stage, stageIndex }: JobState,
  current: ReadonlyMap<ItemState, number>,
  counters: ReadonlyMap<string, number>,
): number {
  const settled = (current.get("done") ?? 0) + (current.get("failed") ?? 0);
  const size = settled + (current.get("pending") ?? 0) + (current.get("leased") ?? 0);
  const before = spec.stages.slice(0, stageIndex).reduce((sum, { weight }) => sum + weight, 0);
  const part = size === 1 && settled === 0 ? (counters.get(`part:${stage}`) ?? 0) / 1000 : 0;
  return before + (size === 0 ? 0 : (spec.stages[stageIndex]!.weight * (settled + part)) / size);
}
