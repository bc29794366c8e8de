// What workers and a job's ledger say to each other.
import type { JobProgress } from "../../contract/job.ts";
import type { JobSpec } from "./job-spec.ts";
import type { Beginning, CallReport } from "./meter.ts";

export interface LeasedItem {
  id: number;
  leaseId: string;
  stage: string;
  /** Position inside its stage, from 0. */
  index: number;
  payload: unknown;
  /** 1 for the first start. */
  start: number;
}

export type LeaseAnswer =
  | { kind: "items"; items: LeasedItem[] }
  /** Every item of the stage is settled: the caller plans the next stage and calls `advance`, or `finish`. */
  | { kind: "advance"; stage: string; done: number; failed: number }
  /** Nothing to lease now: all is leased, delayed, or the job is paused. */
  | { kind: "wait" }
  | { kind: "finished" };

/** What a stage made of an item. */
export interface ItemResult {
  body: unknown;
  /** Amounts added to the job's counters when this result is the one that counts. */
  tally: Record<string, number>;
}

/** The same on its way to the ledger, which keeps it as it is. */
export interface WrittenResult {
  /** JSON. */
  body: string;
  tally: Record<string, number>;
}

/** How an item failed. */
export interface ItemFailure {
  itemId: number;
  leaseId: string;
  error: string;
  /** Starts again later, unless its starts have run out. */
  retry: boolean;
  /** No other item can fare better: all that wait are parked with it, for the same reason. */
  halt: boolean;
}

/** What a worker has to tell and to ask, in one go. */
export interface Exchange {
  calls: CallReport[];
  /** Calls that the provider has let in since the last message: their answers have begun. */
  admitted: number;
  done: { itemId: number; result: WrittenResult }[];
  failed: ItemFailure[];
  /** Further calls that leases want to begin. */
  begin: { leaseId: string; number: number }[];
  /** Leases still held. */
  renew: string[];
  /** How many items to lease; 0 to ask for none. */
  lease: number;
  /** Whether the answer should say what the job is. */
  introduce: boolean;
}

export interface ExchangeAnswer {
  /** One per call asked for: whether it may be made. */
  begun: Beginning[];
  /** Null when nothing was asked for. */
  lease: LeaseAnswer | null;
  /** Null unless it was asked for. */
  job: JobSpec | null;
  /** The job is over: what is under way is for nothing. */
  over: boolean;
  /** Calls that are let in raise the limit: they are worth a message of their own. */
  rising: boolean;
}

/** An item that failed for good, until somebody has it tried again. */
export interface ParkedItem {
  index: number;
  stage: string;
  payload: unknown;
  error: string;
  starts: number;
}

export interface CompletedItem {
  id: number;
  index: number;
  payload: unknown;
  /** JSON, as the worker wrote it. */
  body: string;
}

export interface LedgerProgress extends JobProgress {
  result: Record<string, unknown> | null;
  error: string | null;
  startedAt: number | null;
  finishedAt: number | null;
}
