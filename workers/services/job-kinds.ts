// The kinds of jobs there are, and how one is started.
import type { NewItem, StageSpec } from "../core/jobs/job-spec.ts";
import type { MeterSpec } from "../core/jobs/meter.ts";
import type { Deps, Principal } from "./deps.ts";

/** Items leased at a time over all consumers of a job. */
const CONCURRENCY = 8;
/** The same for a job that waits for a provider; within it the limit follows what the provider can take. */
const METERED_CONCURRENCY = 50;
const LEASE_MS = 15_000;
/** Starts of one item before it is parked. */
const MAX_STARTS = 5;

interface JobKind {
  /** `job_type` in the contract. */
  type: string;
  /** Names of the table in `work.ts`, in order; the weights are shares of the job's progress and add up to 1. */
  stages: readonly StageSpec[];
  /** What the items were made from outlives the job, so that those that failed can be tried again. */
  replayable: boolean;
}

const JOB_KINDS = {
  /** `/generate` as a job: one inline seed, nothing exported. */
  generation: {
    type: "generation",
    replayable: true,
    stages: [
      { name: "generate", weight: 0.875 },
      { name: "finalise", weight: 0.125 },
    ],
  },
  /** From source conversations to a dataset. */
  pipeline: {
    type: "pipeline_run",
    replayable: true,
    stages: [
      { name: "seeds", weight: 0.1 },
      { name: "generate", weight: 0.7 },
      { name: "finalise", weight: 0.1 },
      { name: "export", weight: 0.1 },
    ],
  },
  /** From stored seeds, or the library's, to a dataset. */
  pipelineFromSeeds: {
    type: "pipeline_run",
    replayable: true,
    stages: [
      { name: "generate", weight: 0.78 },
      { name: "finalise", weight: 0.11 },
      { name: "export", weight: 0.11 },
    ],
  },
  /** A file too large for one request, from sealed staging to conversations. */
  import: {
    type: "import",
    // The sealed upload is deleted when the job is over.
    replayable: false,
    stages: [
      { name: "parse", weight: 0.1 },
      { name: "anonymise", weight: 0.9 },
    ],
  },
  /** A batch of conversations, stored or sealed with their seeds, to reports. */
  evaluation: {
    type: "evaluation",
    // Sealed pairs are deleted when the job is over.
    replayable: false,
    stages: [{ name: "evaluate", weight: 1 }],
  },
} satisfies Record<string, JobKind>;

export type JobKindName = keyof typeof JOB_KINDS;

/** Whether items of a job of this type that failed for good can be tried again. */
export function isReplayable(jobType: string): boolean {
  return Object.values<JobKind>(JOB_KINDS).some(({ type, replayable }) => type === jobType && replayable);
}

/** Writes a job's row and creates its ledger with the items of its first stage; returns its id. */
export async function startJob(
  deps: Deps,
  principal: Principal,
  kindName: JobKindName,
  /** What the stages need to know: never text of a conversation. */
  config: object & { createdAt: string },
  items: NewItem[],
  { id = deps.newId(), meter = null }: { id?: string; meter?: MeterSpec | null } = {},
): Promise<string> {
  const kind: JobKind = JOB_KINDS[kindName];
  const { organizationId } = principal;
  // The row first: a ledger without a row would be work that nobody can see; a row without a ledger is answered by
  // `jobs.ts` as never started.
  await deps.jobs.insert({
    id,
    organization_id: organizationId,
    job_type: kind.type,
    status: "pending",
    progress: 0,
    current_stage: kind.stages[0]!.name,
    status_message: null,
    config: { ...config },
    result: null,
    error_message: null,
    started_at: null,
    completed_at: null,
    created_at: config.createdAt,
  });
  await deps.ledger(id).create(
    {
      id,
      organizationId,
      jobType: kind.type,
      config: { ...config },
      stages: [...kind.stages],
      concurrency: meter === null ? CONCURRENCY : METERED_CONCURRENCY,
      meter,
      maxStarts: MAX_STARTS,
      leaseMs: LEASE_MS,
    },
    items,
  );
  deps.log.write("info", "job_created", { job_id: id, job_type: kind.type, items: items.length });
  return id;
}
