// What a stage of a job is, and what one consumer sees of a job while it works on it.
import type { ItemResult, LeasedItem } from "../../core/jobs/exchange.ts";
import type { JobSpec, NewItem } from "../../core/jobs/job-spec.ts";
import type { Deps, Principal } from "../deps.ts";
import type { LedgerPort } from "../ports/jobs.ts";
import type { Meter } from "../meter.ts";

/** Finished items read from the ledger at a time: about a megabyte of conversations, one segment. */
const PAGE = 100;

/** What a stage does with one item, and what comes after the stage. Both may be repeated at any time. */
export interface Stage {
  /** `meter` is for calls to a provider; the job's spec says which stage makes any. */
  work(shift: Shift, item: LeasedItem, meter: Meter): Promise<ItemResult>;
  next(shift: Shift, counts: { done: number; failed: number }): Promise<NextStep>;
  /** Results are dropped from the ledger when the job is over: what is to be kept stands in the blob store. */
  bulky?: true;
}

export type NextStep =
  | { items: NewItem[] }
  | { finish: "completed" | "failed"; result: Record<string, unknown> | null; error: string | null };

/** One consumer's view of a job. */
export interface Shift {
  deps: Deps;
  job: JobSpec;
  ledger: LedgerPort;
  principal: Principal;
  /** Aborts when the job is over. */
  over: AbortSignal;
  /** Makes what the items of this shift share once, under a name: an evaluator, a seed. A failed making is not kept. */
  share<T>(name: string, make: () => Promise<T>): Promise<T>;
}

export function openShift(deps: Deps, job: JobSpec, ledger: LedgerPort, over: AbortSignal): Shift {
  const shared = new Map<string, Promise<unknown>>();
  return {
    deps,
    job,
    ledger,
    over,
    principal: {
      organizationId: job.organizationId,
      scopes: new Set(["read", "write"]),
      keyId: `job:${job.id}`,
    },
    share<T>(name: string, make: () => Promise<T>): Promise<T> {
      const known = shared.get(name);
      if (known !== undefined) return known as Promise<T>;
      const made = make();
      shared.set(name, made);
      made.catch(() => shared.delete(name));
      return made;
    },
  };
}

/** Every finished item of a stage, in index order, a page at a time. */
export async function* finished<Body>(
  ledger: LedgerPort,
  stage: string,
): AsyncGenerator<{ index: number; payload: unknown; body: Body }[]> {
  for (let after = -1; ;) {
    const page = await ledger.completed(stage, after, PAGE);
    if (page.length === 0) return;
    yield page.map((item) => ({ index: item.index, payload: item.payload, body: JSON.parse(item.body) as Body }));
    after = page.at(-1)!.index;
  }
}

/** What came out of a stage that has one item; undefined when nothing did. */
export async function onlyResult<Body>(ledger: LedgerPort, stage: string): Promise<Body | undefined> {
  const [item] = await ledger.completed(stage, -1, 1);
  return item === undefined ? undefined : (JSON.parse(item.body) as Body);
}

/** The most frequent reason for which items of the job were parked. */
export async function firstFailure(ledger: LedgerPort): Promise<string | null> {
  return (await ledger.failures())[0]?.error ?? null;
}
