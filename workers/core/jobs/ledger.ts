// The state machine of a job: which items there are, who works on which, what came out, what may happen next.
// It speaks SQL through a synchronous port, so that the very same code runs over a Durable Object's SQLite in
// production and over an in-memory database in tests. Time is an argument everywhere.
import type { JobStatus } from "../../contract/job.ts";
import type {
  CompletedItem,
  Exchange,
  ExchangeAnswer,
  ItemFailure,
  LeaseAnswer,
  LedgerProgress,
  ParkedItem,
  WrittenResult,
} from "./exchange.ts";
import { backoffMs, openItems } from "./item-table.ts";
import { type JobState, openJobRecord } from "./job-record.ts";
import type { JobSpec, NewItem } from "./job-spec.ts";
import { LEDGER_SCHEMA } from "./ledger-schema.ts";
import { type Beginning, type MeterSpec, openMeter } from "./meter.ts";
import { describeProgress } from "./progress.ts";
import { rowsOf, type Sql } from "./sql.ts";

/** Failures that no retry heals, with nothing done yet, after which a stage gives up: the request itself is wrong. */
const HOPELESS_FAILURES = 5;

/** How often the alarm looks at a job that runs, and at one that is paused (ms). */
const LOOK_MS = 3000;
const PAUSED_LOOK_MS = 30_000;

/**
 * After the ledger was opened anew, perhaps because the whole runtime was killed, workers that are alive say so within
 * this time (ms), some heartbeats long; the leases of the others need not run out.
 */
const REUNION_MS = 2000;

/**
 * Opens the ledger in `sql`, making its tables when they are missing. `transaction` must run its function atomically.
 */
export function openLedger(sql: Sql, transaction: <T>(run: () => T) => T) {
  for (const statement of LEDGER_SCHEMA) rowsOf(sql, statement);
  const record = openJobRecord(sql);
  const items = openItems(sql);
  const meter = openMeter(sql);
  let reunion: { until: number; unheard: Set<string> } | null = null;

  /** One transaction; what is kept in memory follows what is stored. */
  const atomically = <T>(run: () => T): T => {
    try {
      return transaction(() => {
        const result = run();
        record.flush();
        meter.flush();
        return result;
      });
    } catch (error) {
      record.forget();
      items.forget();
      meter.forget();
      throw error;
    }
  };

  /** The meter of the stage that calls a provider; null for every other stage. */
  function meterOf({ spec, stage }: JobState): MeterSpec | null {
    return spec.meter?.stage === stage ? spec.meter : null;
  }

  /** Every lease that was given before the ledger was opened is in doubt until its worker is heard of. */
  function meetWorkers(now: number): { until: number; unheard: Set<string> } {
    return { until: now + REUNION_MS, unheard: new Set(items.leaseIds()) };
  }

  /** Puts items whose worker fell silent back in the queue, or parks them after too many starts. */
  function expireLeases({ spec, stage }: JobState, now: number): void {
    const { until, unheard } = (reunion ??= meetWorkers(now));
    if (now >= until && unheard.size > 0) {
      items.endLeases([...unheard]);
      unheard.clear();
    }
    items.expire(stage, now, spec.maxStarts);
    if (spec.meter) meter.abandon(spec.meter);
  }

  function roomFor(job: JobState, leased: number, now: number): number {
    const metered = meterOf(job);
    const { concurrency } = job.spec;
    return metered === null ? Math.max(0, concurrency - leased) : meter.room(metered, leased, concurrency, now);
  }

  /** With the budget spent and nothing under way, what was not begun is given up: what is done goes its way. */
  function stopAtBudget(job: JobState): void {
    const { stage } = job;
    const metered = meterOf(job);
    if (metered === null || !meter.spent(metered) || !items.hasPending(stage)) return;
    if (items.count(stage, "leased") > 0) return;
    record.add({ skipped: items.count(stage, "pending") });
    items.settlePending(stage, "cancelled", "the budget is spent");
  }

  function leaseItems(count: number, now: number): LeaseAnswer {
    const job = record.open();
    if (job === null) return { kind: "finished" };
    if (job.status === "paused") return { kind: "wait" };
    if (job.status === "pending") record.update("status = 'running', started_at = ?", now);
    const { stage } = job;
    expireLeases(job, now);
    stopAtBudget(job);
    const leased = items.count(stage, "leased");
    if (leased === 0 && !items.hasPending(stage)) {
      const states = items.states(stage);
      return { kind: "advance", stage, done: states.get("done") ?? 0, failed: states.get("failed") ?? 0 };
    }
    const room = Math.min(count, roomFor(job, leased, now));
    const found = room === 0 ? [] : items.lease(stage, room, now, job.spec.leaseMs);
    if (found.length === 0) return { kind: "wait" };
    const metered = meterOf(job);
    if (metered !== null) {
      meter.beginLeases(
        metered,
        found.map((item) => item.leaseId),
      );
    }
    return { kind: "items", items: found };
  }

  function renewLeases(leaseIds: readonly string[], now: number): void {
    const job = record.read();
    if (job === null || leaseIds.length === 0) return;
    reunion ??= meetWorkers(now);
    for (const leaseId of leaseIds) reunion.unheard.delete(leaseId);
    items.renew(leaseIds, now, job.spec.leaseMs);
  }

  function completeItem(itemId: number, result: WrittenResult): boolean {
    if (record.open() === null || !items.complete(itemId, result.body)) return false;
    record.add(result.tally);
    return true;
  }

  function failItem({ itemId, leaseId, error, retry, halt }: ItemFailure, now: number): void {
    const job = record.read();
    const item = items.held(itemId, leaseId);
    if (job === null || item === undefined) return;
    const again = retry && !halt && item.starts < job.spec.maxStarts;
    items.giveBack(itemId, error, again ? now + backoffMs(item.starts) : null);
    const hopeless =
      !retry && items.count(item.stage, "done") === 0 && items.count(item.stage, "failed") >= HOPELESS_FAILURES;
    if (halt || hopeless) items.settlePending(item.stage, "failed", error);
  }

  function beginCall(leaseId: string, number: number, now: number): Beginning {
    const job = record.open();
    if (job === null) return "refused";
    const spec = job.spec.meter ?? null;
    return spec === null ? "begun" : meter.begin(spec, leaseId, number, job.spec.concurrency, now);
  }

  function callCounts(job: JobState, now: number) {
    const spec = job.spec.meter ?? null;
    const counts = spec === null ? null : meter.counts(spec);
    const metered = meterOf(job);
    const { concurrency } = job.spec;
    return {
      calls_started: counts?.started ?? 0,
      calls_settled: counts?.settled ?? 0,
      calls_unconfirmed: counts?.unconfirmed ?? 0,
      spend_micro_usd: counts?.spentMicroUsd ?? 0,
      concurrency: metered === null ? concurrency : Math.min(concurrency, meter.limit(metered, now)),
    };
  }

  return {
    /** Creates the job with the items of its first stage. Repeating it changes nothing. */
    create(spec: JobSpec, first: NewItem[]): void {
      atomically(() => {
        if (record.read() !== null) return;
        record.create(spec);
        items.insert(spec.stages[0]!.name, first);
      });
    },

    /** Leases up to `count` items of the current stage; an item is leased to one worker at a time. */
    lease: (count: number, now: number): LeaseAnswer => atomically(() => leaseItems(count, now)),

    /** Extends leases that are still held. */
    renew: (leaseIds: string[], now: number): void => atomically(() => renewLeases(leaseIds, now)),

    /**
     * Records an item's result. The first result counts, even one from a lease that has run out; true when this was it.
     * Results that arrive after a cancel or a second time are dropped.
     */
    complete: (itemId: number, result: WrittenResult): boolean => atomically(() => completeItem(itemId, result)),

    /** Gives an item back after a failure; it starts again later, or is parked when `retry` is false or starts ran out. */
    fail(itemId: number, leaseId: string, error: string, retry: boolean, now: number): void {
      atomically(() => failItem({ itemId, leaseId, error, retry, halt: false }, now));
    },

    /** All that a worker has to tell and to ask, in one transaction: what it settled counts before it asks for more. */
    exchange(message: Exchange, now: number): ExchangeAnswer {
      return atomically((): ExchangeAnswer => {
        const spec = record.read()?.spec.meter ?? null;
        if (spec !== null) {
          meter.settle(spec, message.calls, now);
          meter.admit(spec, message.admitted);
        }
        for (const { itemId, result } of message.done) completeItem(itemId, result);
        for (const failure of message.failed) failItem(failure, now);
        renewLeases(message.renew, now);
        return {
          over: record.open() === null,
          begun: message.begin.map(({ leaseId, number }) => beginCall(leaseId, number, now)),
          lease: message.lease > 0 ? leaseItems(message.lease, now) : null,
          job: message.introduce ? (record.read()?.spec ?? null) : null,
          rising: spec !== null && meter.rising(spec),
        };
      });
    },

    /**
     * Raises counters to these amounts while an item is still being worked on; they never fall, so that a repetition
     * changes nothing. `part:<stage>` is how much of the stage's only item is done, in thousandths. False when the job
     * is over, so that whoever works for it can stop.
     */
    mark(amounts: Record<string, number>): boolean {
      return atomically(() => {
        if (record.open() === null) return false;
        record.raise(amounts);
        return true;
      });
    },

    /** Opens the stage after `fromStage` with these items. Does nothing unless `fromStage` is current and settled. */
    advance(fromStage: string, next: NewItem[]): void {
      atomically(() => {
        const job = record.open();
        if (job === null || job.stage !== fromStage) return;
        if (items.hasPending(fromStage) || items.count(fromStage, "leased") > 0) return;
        const stage = job.spec.stages[job.stageIndex + 1];
        if (stage === undefined) return;
        record.update("stage_index = stage_index + 1");
        items.insert(stage.name, next);
      });
    },

    /** Ends the job; the first ending counts. */
    finish(
      status: "completed" | "failed",
      result: Record<string, unknown> | null,
      error: string | null,
      now: number,
    ): void {
      atomically(() => {
        if (record.open() === null) return;
        const text = result === null ? null : JSON.stringify(result);
        record.update("status = ?, result = ?, error = ?, finished_at = ?", status, text, error, now);
      });
    },

    /** Cancels, pauses or resumes; false when the job's state does not allow it. A cancel stops leasing at once. */
    control(action: "cancel" | "pause" | "resume", now: number): boolean {
      return atomically(() => {
        const job = record.open();
        if (job === null) return false;
        if (action === "cancel") {
          record.update("status = 'cancelled', finished_at = ?", now);
          items.cancelAll();
          if (job.spec.meter) meter.abandon(job.spec.meter);
          return true;
        }
        const from: JobStatus[] = action === "pause" ? ["pending", "running"] : ["paused"];
        if (!from.includes(job.status)) return false;
        if (action === "pause") record.update("status = 'paused'");
        else record.update("status = 'running', started_at = coalesce(started_at, ?)", now);
        return true;
      });
    },

    /** Counts of the whole job; every number only grows while it runs. Null before `create`. */
    progress(now: number): LedgerProgress | null {
      const job = record.read();
      if (job === null) return null;
      return describeProgress({
        job,
        all: items.states(),
        current: items.states(job.stage),
        counters: record.counters(),
        calls: callCounts(job, now),
        now,
      });
    },

    /** Finished items of `stage` with a position above `after`, in order. */
    completed: (stage: string, after: number, limit: number): CompletedItem[] => items.completed(stage, after, limit),

    /** Errors of parked items, most frequent first. */
    failures: (): { error: string; count: number }[] => items.failures(),

    /** Items that failed for good, by stage and index, from index `after` (exclusive) on. */
    parked: (after: number, limit: number): ParkedItem[] => items.parked(after, limit),

    /**
     * Has the parked items of the last stage that has any tried again, and the stages after it with them; answers how
     * many. The items get places behind all others, so that what was decided about those stands. A job that is over is
     * opened again; one that was cancelled stays so.
     */
    replay(now: number): number {
      return atomically(() => {
        const job = record.read();
        if (job === null || job.status === "cancelled") return 0;
        const { spec } = job;
        const failed = items.stagesWithParked();
        const stageIndex = spec.stages.findLastIndex(({ name }) => failed.has(name));
        if (stageIndex < 0) return 0;
        for (const later of spec.stages.slice(stageIndex + 1)) items.drop(later.name);
        const starts = items.requeueParked(spec.stages[stageIndex]!.name);
        // Lease ids go on counting; starts above the limit would park the item again at once.
        const maxStarts = spec.maxStarts + starts.reduce((most, each) => Math.max(most, each), 0);
        record.update(
          `spec = ?, stage_index = ?, result = NULL, error = NULL, finished_at = NULL,
           status = CASE status WHEN 'paused' THEN 'paused' ELSE 'running' END, started_at = coalesce(started_at, ?)`,
          JSON.stringify({ ...spec, maxStarts }),
          stageIndex,
          now,
        );
        return starts.length;
      });
    },

    /** Drops the results of a stage once they stand elsewhere, unless parked items could still join them. */
    forgetResults(stage: string): void {
      if (items.count(stage, "failed") === 0) items.forgetResults(stage);
    },

    /**
     * What the alarm should do now: how many wake-up messages to send, and when to look again (ms since the epoch),
     * null when the job is over. `lanes` is how many items one consumer works on side by side.
     */
    plan(lanes: number, now: number): { wakeUps: number; nextLookAt: number | null } {
      return atomically(() => {
        const job = record.open();
        if (job === null) return { wakeUps: 0, nextLookAt: null };
        if (job.status === "paused") return { wakeUps: 0, nextLookAt: now + PAUSED_LOOK_MS };
        const { stage } = job;
        expireLeases(job, now);
        stopAtBudget(job);
        const leased = items.count(stage, "leased");
        const settled = leased === 0 && !items.hasPending(stage);
        const wanted = Math.min(items.ready(stage, now), roomFor(job, leased, now));
        const wakeUps = settled ? 1 : Math.ceil(wanted / lanes);
        const isMeeting = reunion !== null && reunion.unheard.size > 0;
        return { wakeUps, nextLookAt: isMeeting ? Math.min(reunion!.until, now + LOOK_MS) : now + LOOK_MS };
      });
    },
  };
}

export type Ledger = ReturnType<typeof openLedger>;
