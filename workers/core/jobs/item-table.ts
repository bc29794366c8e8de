// The items of a job: what is to be done, who works on it, what came out.
import type { CompletedItem, LeasedItem, ParkedItem } from "./exchange.ts";
import type { NewItem } from "./job-spec.ts";
import { rowsOf, type Sql, type SqlValue } from "./sql.ts";

export type ItemState = "pending" | "leased" | "done" | "failed" | "cancelled";

interface ItemRow extends Record<string, SqlValue> {
  id: number;
  stage: string;
  position: number;
  payload: string;
  starts: number;
}

/** Errors are kept up to this length. */
const ERROR_CHARS = 500;

/** Delay before start n + 1 of an item, in milliseconds: 1 s, 2 s, 4 s ... at most a minute. */
export function backoffMs(starts: number): number {
  return Math.min(60_000, 1000 * 2 ** Math.max(0, starts - 1));
}

/** The items over a ledger's storage. What changes any must run inside one of the ledger's transactions. */
export function openItems(sql: Sql) {
  const rows = <Row extends Record<string, SqlValue>>(statement: string, ...bindings: SqlValue[]): Row[] =>
    rowsOf<Row>(sql, statement, ...bindings);
  /** No lease ends before this (ms since the epoch); null when that is not known. Renewing one only makes it later. */
  let firstEnd: number | null = null;
  const count = (where: string, ...bindings: SqlValue[]): number =>
    rows<{ n: number }>(`SELECT count(*) AS n FROM items WHERE ${where}`, ...bindings)[0]?.n ?? 0;

  return {
    insert(stage: string, items: readonly NewItem[]): void {
      items.forEach((item, position) =>
        rows(
          "INSERT INTO items (stage, position, payload, state, starts, ready_at) VALUES (?, ?, ?, 'pending', 0, 0)",
          stage,
          position,
          JSON.stringify(item.payload ?? null),
        ),
      );
    },

    /** How many items there are in each state, of one stage or of all. */
    states(stage?: string): Map<ItemState, number> {
      const counted = rows<{ state: ItemState; n: number }>(
        `SELECT state, count(*) AS n FROM items ${stage === undefined ? "" : "WHERE stage = ?"} GROUP BY state`,
        ...(stage === undefined ? [] : [stage]),
      );
      return new Map(counted.map(({ state, n }) => [state, n]));
    },

    /** Reads only the rows counted, by the index: the open items of a large job are few, its settled ones many. */
    count: (stage: string, state: ItemState): number => count("stage = ? AND state = ?", stage, state),

    hasPending: (stage: string): boolean =>
      rows("SELECT id FROM items WHERE stage = ? AND state = 'pending' LIMIT 1", stage).length > 0,

    /** Items that may start now. */
    ready: (stage: string, now: number): number =>
      count("stage = ? AND state = 'pending' AND ready_at <= ?", stage, now),

    /** Puts items whose lease ended before `until` back in the queue, or parks them after too many starts. */
    expire(stage: string, until: number, maxStarts: number): void {
      if (firstEnd !== null && until < firstEnd) return;
      const silent = "stage = ? AND state = 'leased' AND lease_until <= ?";
      rows(
        `UPDATE items SET state = 'failed', error = 'the worker was lost ' || starts || ' times', lease_id = NULL
         WHERE ${silent} AND starts >= ?`,
        stage,
        until,
        maxStarts,
      );
      rows(`UPDATE items SET state = 'pending', lease_id = NULL WHERE ${silent}`, stage, until);
      const [left] = rows<{ first: number | null }>(
        "SELECT min(lease_until) AS first FROM items WHERE stage = ? AND state = 'leased'",
        stage,
      );
      firstEnd = left?.first ?? Number.POSITIVE_INFINITY;
    },

    /** Leases the first items that are ready, `limit` at most. */
    lease(stage: string, limit: number, now: number, leaseMs: number): LeasedItem[] {
      const found = rows<ItemRow>(
        `SELECT id, stage, position, payload, starts FROM items
         WHERE stage = ? AND state = 'pending' AND ready_at <= ? ORDER BY id LIMIT ?`,
        stage,
        now,
        limit,
      );
      if (firstEnd !== null) firstEnd = Math.min(firstEnd, now + leaseMs);
      return found.map((row): LeasedItem => {
        const start = row.starts + 1;
        const leaseId = `${row.id}.${start}`;
        rows(
          "UPDATE items SET state = 'leased', starts = ?, lease_id = ?, lease_until = ? WHERE id = ?",
          start,
          leaseId,
          now + leaseMs,
          row.id,
        );
        return { id: row.id, leaseId, stage, index: row.position, payload: JSON.parse(row.payload), start };
      });
    },

    leaseIds: (): string[] =>
      rows<{ lease_id: string }>("SELECT lease_id FROM items WHERE lease_id IS NOT NULL AND state = 'leased'").map(
        (row) => row.lease_id,
      ),

    /** Extends leases, those that have half of their time left alone: every row written costs. */
    renew(leaseIds: readonly string[], now: number, leaseMs: number): void {
      rows(
        `UPDATE items SET lease_until = ? WHERE lease_id IN (SELECT value FROM json_each(?)) AND state = 'leased'
         AND lease_until < ?`,
        now + leaseMs,
        JSON.stringify(leaseIds),
        now + leaseMs / 2,
      );
    },

    /** Lets leases run out. */
    endLeases(leaseIds: readonly string[]): void {
      firstEnd = null;
      rows(
        "UPDATE items SET lease_until = 0 WHERE lease_id IN (SELECT value FROM json_each(?)) AND state = 'leased'",
        JSON.stringify(leaseIds),
      );
    },

    /** Keeps the first result of an item; false for any later one. */
    complete(id: number, body: string): boolean {
      const kept = rows(
        "UPDATE items SET state = 'done', result = ?, lease_id = NULL WHERE id = ? AND state IN ('leased', 'pending') RETURNING id",
        body,
        id,
      );
      return kept.length > 0;
    },

    /** The item that a lease is on; undefined when the lease is over. */
    held: (id: number, leaseId: string): { starts: number; stage: string } | undefined =>
      rows<{ starts: number; stage: string }>(
        "SELECT starts, stage FROM items WHERE id = ? AND lease_id = ? AND state = 'leased'",
        id,
        leaseId,
      )[0],

    /** Ends a lease without a result: the item starts again at `readyAt`, or is parked when that is null. */
    giveBack(id: number, error: string, readyAt: number | null): void {
      rows(
        "UPDATE items SET state = ?, error = ?, lease_id = NULL, ready_at = ? WHERE id = ?",
        readyAt === null ? "failed" : "pending",
        error.slice(0, ERROR_CHARS),
        readyAt ?? 0,
        id,
      );
    },

    /** Settles everything that waits. */
    settlePending(stage: string, state: "failed" | "cancelled", error: string): void {
      rows(
        "UPDATE items SET state = ?, error = ? WHERE stage = ? AND state = 'pending'",
        state,
        error.slice(0, ERROR_CHARS),
        stage,
      );
    },

    cancelAll(): void {
      rows("UPDATE items SET state = 'cancelled', lease_id = NULL WHERE state IN ('pending', 'leased')");
    },

    /** Stages that have parked items. */
    stagesWithParked: (): Set<string> =>
      new Set(
        rows<{ stage: string }>("SELECT DISTINCT stage FROM items WHERE state = 'failed'").map((row) => row.stage),
      ),

    /** Puts parked items back in the queue, at places behind all others; answers their starts so far. */
    requeueParked(stage: string): number[] {
      const last = rows<{ last: number }>("SELECT max(position) AS last FROM items WHERE stage = ?", stage)[0]!.last;
      const parked = rows<ItemRow>(
        "SELECT id, stage, position, payload, starts FROM items WHERE stage = ? AND state = 'failed' ORDER BY position",
        stage,
      );
      parked.forEach((item, place) =>
        rows(
          "UPDATE items SET state = 'pending', error = NULL, ready_at = 0, position = ? WHERE id = ?",
          last + 1 + place,
          item.id,
        ),
      );
      return parked.map((item) => item.starts);
    },

    drop(stage: string): void {
      rows("DELETE FROM items WHERE stage = ?", stage);
    },

    completed: (stage: string, after: number, limit: number): CompletedItem[] =>
      rows<ItemRow & { result: string | null }>(
        "SELECT id, position, payload, result FROM items WHERE stage = ? AND state = 'done' AND position > ? ORDER BY position LIMIT ?",
        stage,
        after,
        limit,
      ).map((row) => ({
        id: row.id,
        index: row.position,
        payload: JSON.parse(row.payload) as unknown,
        body: row.result ?? "null",
      })),

    failures: (): { error: string; count: number }[] =>
      rows<{ error: string | null; n: number }>(
        "SELECT error, count(*) AS n FROM items WHERE state = 'failed' GROUP BY error ORDER BY n DESC, error LIMIT 10",
      ).map(({ error, n }) => ({ error: error ?? "unknown", count: n })),

    parked: (after: number, limit: number): ParkedItem[] =>
      rows<ItemRow & { error: string | null }>(
        "SELECT stage, position, payload, starts, error FROM items WHERE state = 'failed' AND position > ? ORDER BY position, id LIMIT ?",
        after,
        limit,
      ).map((row) => ({
        index: row.position,
        stage: row.stage,
        payload: JSON.parse(row.payload) as unknown,
        error: row.error ?? "unknown",
        starts: row.starts,
      })),

    /** After a transaction that was rolled back. */
    forget(): void {
      firstEnd = null;
    },

    forgetResults(stage: string): void {
      rows("UPDATE items SET result = NULL WHERE stage = ? AND state = 'done'", stage);
    },
  };
}

export type Items = ReturnType<typeof openItems>;
