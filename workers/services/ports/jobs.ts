// Ports of jobs, their ledgers and interviews.
import type { JobResponse, JobStatus } from "../../contract/job.ts";
import type { Page, PageQuery } from "../../contract/page.ts";
import type {
  CompletedItem,
  Exchange,
  ExchangeAnswer,
  LeaseAnswer,
  LedgerProgress,
  ParkedItem,
} from "../../core/jobs/exchange.ts";
import type { JobSpec, NewItem } from "../../core/jobs/job-spec.ts";
import type {
  InterviewProgress,
  InterviewReply,
  InterviewState,
  InterviewTerms,
} from "../../core/seeds/interview/machine.ts";

export interface JobRecord extends Omit<JobResponse, "organization_id"> {
  organization_id: string;
}

export interface JobStore {
  insert(job: JobRecord): Promise<void>;
  get(organizationId: string, id: string): Promise<JobRecord | null>;
  list(
    organizationId: string,
    filter: { jobType?: string | undefined; status?: string | undefined },
    page: PageQuery,
  ): Promise<Page<JobRecord>>;
  /** Marks a finished job as running again. */
  reopen(organizationId: string, id: string): Promise<void>;
  /** Mirrors the ledger's state; never moves a finished job back. */
  mirror(organizationId: string, id: string, state: JobMirror): Promise<void>;
}

export interface JobMirror {
  status: JobStatus;
  progress: number;
  current_stage: string | null;
  status_message: string | null;
  result: Record<string, unknown> | null;
  error_message: string | null;
  started_at: string | null;
  completed_at: string | null;
}

/** The ledger object of one job, by remote call. */
export interface LedgerPort {
  /**
   * Draws the key that seals the job's upload under `prefix`; only the object keeps it, for a day or until `expiresAt`
   * (ms since the epoch). Before `create`.
   */
  openStaging(prefix: string, expiresAt?: number): Promise<Uint8Array>;
  /** Null when there is no upload, or when it was deleted: at the job's end, or after a day. */
  stagingKey(): Promise<Uint8Array | null>;
  /** Deletes an upload that no job will read. */
  dropStaging(): Promise<void>;
  /** Raises counters while an item is worked on; false when the job is over. */
  mark(amounts: Record<string, number>): Promise<boolean>;
  create(spec: JobSpec, items: NewItem[]): Promise<void>;
  lease(count: number): Promise<LeaseAnswer>;
  renew(leaseIds: string[]): Promise<void>;
  fail(itemId: number, leaseId: string, error: string, retry: boolean): Promise<void>;
  /** All that a worker has to tell and to ask, in one call. Everything in it but the leasing may be repeated. */
  exchange(message: Exchange): Promise<ExchangeAnswer>;
  /** Items that failed for good, from index `after` (exclusive) on. */
  parked(after: number, limit: number): Promise<ParkedItem[]>;
  /** Has them tried again; answers how many. */
  replay(): Promise<number>;
  /** Moves on from `fromStage` once; later calls for the same stage do nothing. */
  advance(fromStage: string, items: NewItem[]): Promise<void>;
  finish(status: "completed" | "failed", result: Record<string, unknown> | null, error: string | null): Promise<void>;
  control(action: "cancel" | "pause" | "resume"): Promise<boolean>;
  /** Null when no such job was ever created. */
  progress(): Promise<LedgerProgress | null>;
  failures(): Promise<{ error: string; count: number }[]>;
  /** Finished items of a stage from index `after` (exclusive), in index order. */
  completed(stage: string, after: number, limit: number): Promise<CompletedItem[]>;
  /** Drops the bulky results once they stand in the blob store. */
  forgetResults(stage: string): Promise<void>;
}

/** The session object of one interview, by remote call. Every answer is null where there is no such interview. */
export interface InterviewPort {
  open(terms: InterviewTerms, state: InterviewState): Promise<void>;
  terms(): Promise<InterviewTerms | null>;
  /** Takes one masked answer. A finished interview repeats its summary until it is ended. */
  answer(maskedMessage: string): Promise<InterviewReply | null>;
  progress(): Promise<InterviewProgress | null>;
  /** False when there was none. */
  end(): Promise<boolean>;
}
