// The state machine of a job: which items there are, who works on which, what came out, what may happen next.
// It speaks SQL through a synchronous port, so that the very same code runs over a Durable Object's SQLite in
// production and over an in-memory database in tests. Time is an argument everywhere.
import type { JobProgress, JobStatus } from "../../contract/job.ts";
import { LEDGER_SCHEMA } from "./ledger-schema.ts";
import { type Beginning, type CallReport, type MeterSpec, openMeter } from "./meter.ts";
import type { Sql, SqlValue } from "./sql.ts";

export type { Sql, SqlValue } from "./sql.ts";

export interface StageSpec {
  name: string;
  /** Share of the whole job's progress; the shares of a job's stages add up to 1. */
  weight: number;
}

export interface JobSpec {
  id: string;
  organizationId: string;
  jobType: string;
  /** What the stages need to know; never text of a conversation. */
  config: Record<string, unknown>;
  stages: StageSpec[];
  /** How many items may be leased at a time; where they call a provider, how many calls may be under way. */
  concurrency: number;
  /** Starts of one item before it is parked as failed. */
  maxStarts: number;
  leaseMs: number;
  /** The stage that calls a provider; null when none does. */
  meter?: MeterSpec | null;
}

export interface NewItem {
  payload: unknown;
}

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
  | { kind: "items"; job: JobSpec; items: LeasedItem[] }
  /** Every item of the stage is settled: the caller plans the next stage and calls `advance`, or `finish`. */
  | { kind: "advance"; job: JobSpec; stage: string; done: number; failed: number }
  /** Nothing to lease now: all is leased, delayed, or the job is paused. */
  | { kind: "wait" }
  | { kind: "finished" };

export interface ItemResult {
  body: unknown;
  /** Amounts added to the job's counters when this result is the one that counts. */
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
  done: { itemId: number; result: ItemResult }[];
  failed: ItemFailure[];
  /** Further calls that leases want to begin. */
  begin: { leaseId: string; number: number }[];
  /** Leases still held. */
  renew: string[];
  /** How many items to lease; 0 to ask for none. */
  lease: number;
}

export interface ExchangeAnswer {
  /** One per call asked for: whether it may be made. */
  begun: Beginning[];
  /** Null when nothing was asked for. */
  lease: LeaseAnswer | null;
  /** The job is over: what is under way is for nothing. */
  over: boolean;
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
  body: unknown;
}

export interface LedgerProgress extends JobProgress {
  result: Record<string, unknown> | null;
  error: string | null;
  startedAt: number | null;
  finishedAt: number | null;
}

interface JobRow extends Record<string, SqlValue> {
  spec: string;
  status: JobStatus;
  stage_index: number;
  result: string | null;
  error: string | null;
  started_at: number | null;
  finished_at: number | null;
}

interface ItemRow extends Record<string, SqlValue> {
  id: number;
  stage: string;
  position: number;
  payload: string;
  starts: number;
}

const TERMINAL: ReadonlySet<JobStatus> = new Set(["completed", "failed", "cancelled"]);

/** Failures that no retry heals, with nothing done yet, after which a stage gives up: the request itself is wrong. */
const HOPELESS_FAILURES = 5;

/** How often the alarm looks at a job that runs (ms). */
const LOOK_MS = 3000;

/**
 * After the ledger was opened anew, perhaps because the whole runtime was killed, workers that are alive renew their
 * leases within this time (ms); those of the others need not run out.
 */
const REUNION_MS = 5000;

/** Delay before start n + 1 of an item, in milliseconds: 1 s, 2 s, 4 s ... at most a minute. */
export function backoffMs(starts: number): number {
  return Math.min(60_000, 1000 * 2 ** Math.max(0, starts - 1));
}

/**
 * Opens the ledger in `sql`, making its tables when they are missing. `transaction` must run its function atomically.
 */
export function openLedger(sql: Sql, transaction: <T>(run: () => T) => T) {
  for (const statement of LEDGER_SCHEMA) sql.exec(statement);
  const meter = openMeter(sql);
  let openedAt: number | null = null;

  const rows = <Row extends Record<string, SqlValue>>(statement: string, ...bindings: SqlValue[]): Row[] => [
    ...sql.exec<Row>(statement, ...bindings),
  ];
  const run = (statement: string, ...bindings: SqlValue[]): void => {
    rows(statement, ...bindings);
  };

  function readJob(): { row: JobRow; spec: JobSpec } | null {
    const row = rows<JobRow>("SELECT * FROM job")[0];
    return row === undefined ? null : { row, spec: JSON.parse(row.spec) as JobSpec };
  }

  function stageOf(job: { row: JobRow; spec: JobSpec }): string {
    return job.spec.stages[job.row.stage_index]!.name;
  }

  function insertItems(stage: string, items: NewItem[]): void {
    items.forEach((item, position) =>
      run(
        "INSERT INTO items (stage, position, payload, state, starts, ready_at) VALUES (?, ?, ?, 'pending', 0, 0)",
        stage,
        position,
        JSON.stringify(item.payload ?? null),
      ),
    );
  }

  function countStates(stage: string): Map<string, number> {
    return new Map(
      rows<{ state: string; n: number }>(
        "SELECT state, count(*) AS n FROM items WHERE stage = ? GROUP BY state",
        stage,
      ).map(({ state, n }) => [state, n]),
    );
  }

  /** Reads only the rows counted, by the index: the open items of a large job are few, its settled ones many. */
  function countState(stage: string, state: string): number {
    return (
      rows<{ n: number }>("SELECT count(*) AS n FROM items WHERE stage = ? AND state = ?", stage, state)[0]?.n ?? 0
    );
  }

  function hasPending(stage: string): boolean {
    return rows("SELECT id FROM items WHERE stage = ? AND state = 'pending' LIMIT 1", stage).length > 0;
  }

  /** Puts items whose worker fell silent back in the queue, or parks them after too many starts. */
  function expireLeases(stage: string, spec: JobSpec, now: number): void {
    openedAt ??= now;
    // Leases that end before this were not renewed since the ledger was opened.
    const unseen = now >= openedAt + REUNION_MS ? openedAt + spec.leaseMs - 1 : now;
    const silent = Math.max(now, unseen);
    run(
      `UPDATE items SET state = 'failed', error = 'the worker was lost ' || starts || ' times', lease_id = NULL
       WHERE stage = ? AND state = 'leased' AND lease_until <= ? AND starts >= ?`,
      stage,
      silent,
      spec.maxStarts,
    );
    run(
      "UPDATE items SET state = 'pending', lease_id = NULL WHERE stage = ? AND state = 'leased' AND lease_until <= ?",
      stage,
      silent,
    );
    if (spec.meter) meter.abandon(spec.meter);
  }

  function addTally(tally: Record<string, number>): void {
    for (const [name, amount] of Object.entries(tally)) {
      run(
        "INSERT INTO counters (name, amount) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET amount = amount + excluded.amount",
        name,
        amount,
      );
    }
  }

  function leaseItems(count: number, now: number): LeaseAnswer {
    const job = readJob();
    if (job === null || TERMINAL.has(job.row.status)) return { kind: "finished" };
    if (job.row.status === "paused") return { kind: "wait" };
    const { spec } = job;
    if (job.row.status === "pending") run("UPDATE job SET status = 'running', started_at = ?", now);
    const stage = stageOf(job);
    expireLeases(stage, spec, now);
    stopAtBudget(stage, spec);
    const leased = countState(stage, "leased");
    if (leased === 0 && !hasPending(stage)) {
      const states = countStates(stage);
      return { kind: "advance", job: spec, stage, done: states.get("done") ?? 0, failed: states.get("failed") ?? 0 };
    }
    const metered = meterOf(spec, stage);
    const found = rows<ItemRow>(
      `SELECT id, stage, position, payload, starts FROM items
       WHERE stage = ? AND state = 'pending' AND ready_at <= ? ORDER BY id LIMIT ?`,
      stage,
      now,
      Math.min(count, roomFor(spec, stage, leased, now)),
    );
    if (found.length === 0) return { kind: "wait" };
    const items = found.map((row): LeasedItem => {
      const start = row.starts + 1;
      const leaseId = `${row.id}.${start}`;
      run(
        "UPDATE items SET state = 'leased', starts = ?, lease_id = ?, lease_until = ? WHERE id = ?",
        start,
        leaseId,
        now + spec.leaseMs,
        row.id,
      );
      return { id: row.id, leaseId, stage, index: row.position, payload: JSON.parse(row.payload), start };
    });
    if (metered !== null)
      meter.beginLeases(
        metered,
        items.map((item) => item.leaseId),
      );
    return { kind: "items", job: spec, items };
  }

  function renewLeases(leaseIds: readonly string[], now: number): void {
    const job = readJob();
    if (job === null) return;
    for (const leaseId of leaseIds) {
      run("UPDATE items SET lease_until = ? WHERE lease_id = ? AND state = 'leased'", now + job.spec.leaseMs, leaseId);
    }
  }

  function completeItem(itemId: number, result: ItemResult): boolean {
    const job = readJob();
    if (job === null || TERMINAL.has(job.row.status)) return false;
    const open = rows("SELECT id FROM items WHERE id = ? AND state IN ('leased', 'pending')", itemId);
    if (open.length === 0) return false;
    run(
      "UPDATE items SET state = 'done', result = ?, lease_id = NULL WHERE id = ?",
      JSON.stringify(result.body ?? null),
      itemId,
    );
    addTally(result.tally);
    return true;
  }

  function failItem({ itemId, leaseId, error, retry, halt }: ItemFailure, now: number): void {
    const job = readJob();
    const item = rows<{ starts: number; stage: string }>(
      "SELECT starts, stage FROM items WHERE id = ? AND lease_id = ? AND state = 'leased'",
      itemId,
      leaseId,
    )[0];
    if (job === null || item === undefined) return;
    const again = retry && !halt && item.starts < job.spec.maxStarts;
    run(
      "UPDATE items SET state = ?, error = ?, lease_id = NULL, ready_at = ? WHERE id = ?",
      again ? "pending" : "failed",
      error.slice(0, 500),
      now + backoffMs(item.starts),
      itemId,
    );
    const hopeless =
      !retry && countState(item.stage, "done") === 0 && countState(item.stage, "failed") >= HOPELESS_FAILURES;
    if (halt || hopeless) {
      run(
        "UPDATE items SET state = 'failed', error = ? WHERE stage = ? AND state = 'pending'",
        error.slice(0, 500),
        item.stage,
      );
    }
  }

  /** The meter of the stage that calls a provider; null for every other stage. */
  function meterOf(spec: JobSpec, stage: string): MeterSpec | null {
    return spec.meter?.stage === stage ? spec.meter : null;
  }

  function roomFor(spec: JobSpec, stage: string, leased: number, now: number): number {
    const metered = meterOf(spec, stage);
    if (metered !== null) return meter.room(metered, leased, spec.concurrency, now);
    return Math.max(0, spec.concurrency - leased);
  }

  /** With the budget spent and nothing under way, what was not begun is given up: what is done goes its way. */
  function stopAtBudget(stage: string, spec: JobSpec): void {
    const metered = meterOf(spec, stage);
    if (metered === null || !hasPending(stage) || countState(stage, "leased") > 0 || !meter.spent(metered)) return;
    addTally({ skipped: countState(stage, "pending") });
    run(
      "UPDATE items SET state = 'cancelled', error = 'the budget is spent' WHERE stage = ? AND state = 'pending'",
      stage,
    );
  }

  function callCounts(spec: JobSpec, stage: string, now: number) {
    const metered = spec.meter ?? null;
    const counts = metered === null ? null : meter.counts(metered);
    return {
      calls_started: counts?.started ?? 0,
      calls_settled: counts?.settled ?? 0,
      calls_unconfirmed: counts?.unconfirmed ?? 0,
      spend_micro_usd: counts?.spentMicroUsd ?? 0,
      concurrency: metered?.stage === stage ? Math.min(spec.concurrency, meter.limit(metered, now)) : spec.concurrency,
    };
  }

  return {
    /** Creates the job with the items of its first stage. Repeating it changes nothing. */
    create(spec: JobSpec, items: NewItem[]): void {
      transaction(() => {
        if (readJob() !== null) return;
        run("INSERT INTO job (only_row, spec, status, stage_index) VALUES (1, ?, 'pending', 0)", JSON.stringify(spec));
        insertItems(spec.stages[0]!.name, items);
      });
    },

    /** Leases up to `count` items of the current stage; an item is leased to one worker at a time. */
    lease: (count: number, now: number): LeaseAnswer => transaction(() => leaseItems(count, now)),

    /** Extends leases that are still held. */
    renew: (leaseIds: string[], now: number): void => transaction(() => renewLeases(leaseIds, now)),

    /**
     * Records an item's result. The first result counts, even one from a lease that has run out; true when this was it.
     * Results that arrive after a cancel or a second time are dropped.
     */
    complete: (itemId: number, result: ItemResult): boolean => transaction(() => completeItem(itemId, result)),

    /** Gives an item back after a failure; it starts again later, or is parked when `retry` is false or starts ran out. */
    fail(itemId: number, leaseId: string, error: string, retry: boolean, now: number): void {
      transaction(() => failItem({ itemId, leaseId, error, retry, halt: false }, now));
    },

    /** All that a worker has to tell and to ask, in one transaction: what it settled counts before it asks for more. */
    exchange(message: Exchange, now: number): ExchangeAnswer {
      return transaction((): ExchangeAnswer => {
        const spec = readJob()?.spec.meter ?? null;
        if (spec !== null) meter.settle(spec, message.calls, now);
        for (const { itemId, result } of message.done) completeItem(itemId, result);
        for (const failure of message.failed) failItem(failure, now);
        renewLeases(message.renew, now);
        const job = readJob();
        const over = job === null || TERMINAL.has(job.row.status);
        const begun = message.begin.map(({ leaseId, number }): Beginning => {
          if (over) return "refused";
          return spec === null ? "begun" : meter.begin(spec, leaseId, number, job.spec.concurrency, now);
        });
        return { begun, lease: message.lease > 0 ? leaseItems(message.lease, now) : null, over };
      });
    },

    /**
     * Raises counters to these amounts while an item is still being worked on; they never fall, so that a repetition
     * changes nothing. `part:<stage>` is how much of the stage's only item is done, in thousandths. False when the job
     * is over, so that whoever works for it can stop.
     */
    mark(amounts: Record<string, number>): boolean {
      return transaction(() => {
        const job = readJob();
        if (job === null || TERMINAL.has(job.row.status)) return false;
        for (const [name, amount] of Object.entries(amounts)) {
          run(
            "INSERT INTO counters (name, amount) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET amount = max(amount, excluded.amount)",
            name,
            amount,
          );
        }
        return true;
      });
    },

    /** Opens the stage after `fromStage` with these items. Does nothing unless `fromStage` is current and settled. */
    advance(fromStage: string, items: NewItem[]): void {
      transaction(() => {
        const job = readJob();
        if (job === null || TERMINAL.has(job.row.status) || stageOf(job) !== fromStage) return;
        if (hasPending(fromStage) || countState(fromStage, "leased") > 0) return;
        const next = job.spec.stages[job.row.stage_index + 1];
        if (next === undefined) return;
        run("UPDATE job SET stage_index = stage_index + 1");
        insertItems(next.name, items);
      });
    },

    /** Ends the job; the first ending counts. */
    finish(
      status: "completed" | "failed",
      result: Record<string, unknown> | null,
      error: string | null,
      now: number,
    ): void {
      transaction(() => {
        const job = readJob();
        if (job === null || TERMINAL.has(job.row.status)) return;
        run(
          "UPDATE job SET status = ?, result = ?, error = ?, finished_at = ?",
          status,
          result === null ? null : JSON.stringify(result),
          error,
          now,
        );
      });
    },

    /** Cancels, pauses or resumes; false when the job's state does not allow it. A cancel stops leasing at once. */
    control(action: "cancel" | "pause" | "resume", now: number): boolean {
      return transaction(() => {
        const job = readJob();
        if (job === null || TERMINAL.has(job.row.status)) return false;
        if (action === "cancel") {
          run("UPDATE job SET status = 'cancelled', finished_at = ?", now);
          run("UPDATE items SET state = 'cancelled', lease_id = NULL WHERE state IN ('pending', 'leased')");
          if (job.spec.meter) meter.abandon(job.spec.meter);
          return true;
        }
        const from: JobStatus[] = action === "pause" ? ["pending", "running"] : ["paused"];
        if (!from.includes(job.row.status)) return false;
        if (action === "pause") run("UPDATE job SET status = 'paused'");
        else run("UPDATE job SET status = 'running', started_at = coalesce(started_at, ?)", now);
        return true;
      });
    },

    /** Counts of the whole job; every number only grows while it runs. Null before `create`. */
    progress(now: number): LedgerProgress | null {
      const job = readJob();
      if (job === null) return null;
      const { row, spec } = job;
      const stage = stageOf(job);
      const all = new Map(
        rows<{ state: string; n: number }>("SELECT state, count(*) AS n FROM items GROUP BY state").map(
          ({ state, n }) => [state, n],
        ),
      );
      const counters = new Map(
        rows<{ name: string; amount: number }>("SELECT name, amount FROM counters").map(({ name, amount }) => [
          name,
          amount,
        ]),
      );
      const current = countStates(stage);
      const settled = (current.get("done") ?? 0) + (current.get("failed") ?? 0);
      const size = settled + (current.get("pending") ?? 0) + (current.get("leased") ?? 0);
      const before = spec.stages.slice(0, row.stage_index).reduce((sum, { weight }) => sum + weight, 0);
      const part = size === 1 && settled === 0 ? (counters.get(`part:${stage}`) ?? 0) / 1000 : 0;
      const running = before + (size === 0 ? 0 : (spec.stages[row.stage_index]!.weight * (settled + part)) / size);
      const progress = row.status === "completed" ? 1 : Math.min(1, running);
      const live = row.status === "running" && row.started_at !== null && progress > 0.02;
      return {
        job_id: spec.id,
        status: row.status,
        stage: TERMINAL.has(row.status) ? null : stage,
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
        ...callCounts(spec, stage, now),
        counts: Object.fromEntries([...counters].filter(([name]) => !name.includes(":"))),
        eta_seconds: live ? Math.round(((now - row.started_at!) * (1 - progress)) / progress / 1000) : null,
        result: row.result === null ? null : (JSON.parse(row.result) as Record<string, unknown>),
        error: row.error,
        startedAt: row.started_at,
        finishedAt: row.finished_at,
      };
    },

    /** Finished items of `stage` with a position above `after`, in order. */
    completed(stage: string, after: number, limit: number): CompletedItem[] {
      return rows<ItemRow & { result: string | null }>(
        "SELECT id, position, payload, result FROM items WHERE stage = ? AND state = 'done' AND position > ? ORDER BY position LIMIT ?",
        stage,
        after,
        limit,
      ).map((row) => ({
        id: row.id,
        index: row.position,
        payload: JSON.parse(row.payload),
        body: row.result === null ? null : JSON.parse(row.result),
      }));
    },

    /** Errors of parked items, most frequent first. */
    failures(): { error: string; count: number }[] {
      return rows<{ error: string; n: number }>(
        "SELECT error, count(*) AS n FROM items WHERE state = 'failed' GROUP BY error ORDER BY n DESC, error LIMIT 10",
      ).map(({ error, n }) => ({ error: error ?? "unknown", count: n }));
    },

    /** Items that failed for good, by stage and index, from index `after` (exclusive) on. */
    parked(after: number, limit: number): ParkedItem[] {
      return rows<ItemRow & { error: string | null }>(
        "SELECT stage, position, payload, starts, error FROM items WHERE state = 'failed' AND position > ? ORDER BY position, id LIMIT ?",
        after,
        limit,
      ).map((row) => ({
        index: row.position,
        stage: row.stage,
        payload: JSON.parse(row.payload) as unknown,
        error: row.error ?? "unknown",
        starts: row.starts,
      }));
    },

    /**
     * Has the parked items of the last stage that has any tried again, and the stages after it with them; answers how
     * many. The items get places behind all others, so that what was decided about those stands. A job that is over is
     * opened again; one that was cancelled stays so.
     */
    replay(now: number): number {
      return transaction(() => {
        const job = readJob();
        if (job === null || job.row.status === "cancelled") return 0;
        const failed = new Set(
          rows<{ stage: string }>("SELECT DISTINCT stage FROM items WHERE state = 'failed'").map(({ stage }) => stage),
        );
        const stageIndex = job.spec.stages.findLastIndex(({ name }) => failed.has(name));
        if (stageIndex < 0) return 0;
        const stage = job.spec.stages[stageIndex]!.name;
        for (const later of job.spec.stages.slice(stageIndex + 1)) run("DELETE FROM items WHERE stage = ?", later.name);
        const last = rows<{ last: number }>("SELECT max(position) AS last FROM items WHERE stage = ?", stage)[0]!.last;
        const parked = rows<ItemRow>(
          "SELECT id, stage, position, payload, starts FROM items WHERE stage = ? AND state = 'failed' ORDER BY position",
          stage,
        );
        parked.forEach((item, place) =>
          run(
            "UPDATE items SET state = 'pending', error = NULL, ready_at = 0, position = ? WHERE id = ?",
            last + 1 + place,
            item.id,
          ),
        );
        // Lease ids go on counting; starts above the limit would park the item again at once.
        run("UPDATE job SET spec = ?", JSON.stringify({ ...job.spec, maxStarts: job.spec.maxStarts + maxOf(parked) }));
        run(
          "UPDATE job SET stage_index = ?, result = NULL, error = NULL, finished_at = NULL, status = CASE status WHEN 'paused' THEN 'paused' ELSE 'running' END, started_at = coalesce(started_at, ?)",
          stageIndex,
          now,
        );
        return parked.length;
      });
    },

    /** Drops the results of a stage once they stand elsewhere, unless parked items could still join them. */
    forgetResults(stage: string): void {
      if (countState(stage, "failed") > 0) return;
      run("UPDATE items SET result = NULL WHERE stage = ? AND state = 'done'", stage);
    },

    /**
     * What the alarm should do now: how many wake-up messages to send, and when to look again (ms since the epoch),
     * null when the job is over. `lanes` is how many items one consumer works on side by side.
     */
    plan(lanes: number, now: number): { wakeUps: number; nextLookAt: number | null } {
      return transaction(() => {
        const job = readJob();
        if (job === null || TERMINAL.has(job.row.status)) return { wakeUps: 0, nextLookAt: null };
        if (job.row.status === "paused") return { wakeUps: 0, nextLookAt: now + 30_000 };
        const stage = stageOf(job);
        expireLeases(stage, job.spec, now);
        stopAtBudget(stage, job.spec);
        const ready =
          rows<{ n: number }>(
            "SELECT count(*) AS n FROM items WHERE stage = ? AND state = 'pending' AND ready_at <= ?",
            stage,
            now,
          )[0]?.n ?? 0;
        const leased = countState(stage, "leased");
        const settled = leased === 0 && !hasPending(stage);
        const room = roomFor(job.spec, stage, leased, now);
        const wakeUps = settled ? 1 : Math.ceil(Math.min(ready, room) / lanes);
        const reunion = (openedAt ?? now) + REUNION_MS;
        return { wakeUps, nextLookAt: reunion > now ? Math.min(reunion, now + LOOK_MS) : now + LOOK_MS };
      });
    },
  };
}

function maxOf(items: readonly { starts: number }[]): number {
  return items.reduce((most, item) => Math.max(most, item.starts), 0);
}

export type Ledger = ReturnType<typeof openLedger>;
