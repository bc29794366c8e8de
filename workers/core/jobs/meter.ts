// The account of a job's calls to its provider, kept in the job's ledger: what was begun, what came of it, what it cost.
// A call is entered before it is made and settled after it; what a lost worker had begun stays visible as unconfirmed,
// so that settled <= the provider's own count <= begun at any time.
import {
  type AdaptiveLimit,
  type AdaptivePolicy,
  currentLimit,
  lowerLimit,
  raiseLimit,
  startLimit,
} from "./adaptive-limit.ts";
import type { Sql, SqlValue } from "./sql.ts";

/** Which stage calls a provider, and within which bounds. */
export interface MeterSpec {
  stage: string;
  /** The most that the run may spend; null for no bound. */
  budgetMicroUsd: number | null;
  /** The most that one call can cost: set aside while it is under way, and kept when its end is never known. */
  reserveMicroUsd: number;
  limit: AdaptivePolicy;
}

/** What one call came to; `number` counts the calls of a lease from 1. */
export interface CallReport {
  leaseId: string;
  number: number;
  /**
   * `overloaded`: the provider asked to slow down; `failed`: it answered that it failed; `unknown`: no answer came, so it
   * may have counted the call or not; `unused`: begun, but never made.
   */
  signal: "ok" | "overloaded" | "failed" | "unknown" | "unused";
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
  /** How long the provider asks to be left alone, in milliseconds. */
  pauseMs: number;
}

export interface MeterCounts {
  started: number;
  settled: number;
  /** Begun, with an end that is not known: the worker was lost, or no answer came. */
  unconfirmed: number;
  spentMicroUsd: number;
  inputTokens: number;
  outputTokens: number;
  overloads: number;
}

/** What comes of asking for a further call: `wait` for a place, `refused` where the lease or the budget is over. */
export type Beginning = "begun" | "wait" | "refused";

/** Items leased beyond the limit on calls, as a share of it: those whose answers are being evaluated and stored. */
const AHEAD = 0.25;

const SCHEMA = [
  `CREATE TABLE IF NOT EXISTS calls (
    lease_id TEXT PRIMARY KEY,
    started INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    open INTEGER NOT NULL
  )`,
  "CREATE INDEX IF NOT EXISTS calls_open ON calls (open) WHERE open = 1",
  `CREATE TABLE IF NOT EXISTS meter (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    counts TEXT NOT NULL,
    adaptive TEXT NOT NULL
  )`,
];

const NOTHING: MeterCounts = {
  started: 0,
  settled: 0,
  unconfirmed: 0,
  spentMicroUsd: 0,
  inputTokens: 0,
  outputTokens: 0,
  overloads: 0,
};

/** The meter over a ledger's storage. Every method must run inside one of the ledger's transactions. */
export function openMeter(sql: Sql) {
  for (const statement of SCHEMA) for (const _ of sql.exec(statement));

  const rows = <Row extends Record<string, SqlValue>>(statement: string, ...bindings: SqlValue[]): Row[] => [
    ...sql.exec<Row>(statement, ...bindings),
  ];

  function read(spec: MeterSpec): { counts: MeterCounts; adaptive: AdaptiveLimit } {
    const row = rows<{ counts: string; adaptive: string }>("SELECT counts, adaptive FROM meter")[0];
    if (row === undefined) return { counts: { ...NOTHING }, adaptive: startLimit(spec.limit) };
    return { counts: JSON.parse(row.counts) as MeterCounts, adaptive: JSON.parse(row.adaptive) as AdaptiveLimit };
  }

  function write(counts: MeterCounts, adaptive: AdaptiveLimit): void {
    rows(
      "INSERT INTO meter (only_row, counts, adaptive) VALUES (1, ?, ?) ON CONFLICT (only_row) DO UPDATE SET counts = excluded.counts, adaptive = excluded.adaptive",
      JSON.stringify(counts),
      JSON.stringify(adaptive),
    );
  }

  function openCalls(): number {
    return rows<{ n: number }>("SELECT count(*) AS n FROM calls WHERE open = 1")[0]?.n ?? 0;
  }

  /** How many more calls the budget has room for, with all that is under way or unconfirmed taken at its highest. */
  function affordable(spec: MeterSpec, counts: MeterCounts): number {
    if (spec.budgetMicroUsd === null || spec.reserveMicroUsd === 0) return Number.MAX_SAFE_INTEGER;
    const setAside = (openCalls() + counts.unconfirmed) * spec.reserveMicroUsd;
    return Math.max(0, Math.floor((spec.budgetMicroUsd - counts.spentMicroUsd - setAside) / spec.reserveMicroUsd));
  }

  return {
    /**
     * How many items may be leased besides the `leased` ones; each lease begins its first call. A lease whose call is
     * over leaves its place to another one's, and is worked on beside it.
     */
    room(spec: MeterSpec, leased: number, concurrency: number, now: number): number {
      const { counts, adaptive } = read(spec);
      const limit = Math.min(concurrency, currentLimit(adaptive, now));
      const items = limit + Math.ceil(limit * AHEAD) - leased;
      return Math.max(0, Math.min(limit - openCalls(), items, affordable(spec, counts)));
    },

    /** Whether the budget has no room for a single call while none is under way. */
    spent(spec: MeterSpec): boolean {
      return affordable(spec, read(spec).counts) === 0 && openCalls() === 0;
    },

    /** Enters the first call of each new lease. */
    beginLeases(spec: MeterSpec, leaseIds: readonly string[]): void {
      const { counts, adaptive } = read(spec);
      for (const leaseId of leaseIds) {
        rows("INSERT INTO calls (lease_id, started, settled, open) VALUES (?, 1, 0, 1)", leaseId);
        counts.started += 1;
      }
      write(counts, adaptive);
    },

    /** Enters a further call of a lease, if there is room for it. Repeatable. */
    begin(spec: MeterSpec, leaseId: string, number: number, concurrency: number, now: number): Beginning {
      const lease = rows<{ started: number; open: number }>(
        "SELECT started, open FROM calls WHERE lease_id = ?",
        leaseId,
      )[0];
      if (lease === undefined) return "refused";
      if (lease.started >= number) return "begun";
      const { counts, adaptive } = read(spec);
      if (lease.open === 1 || affordable(spec, counts) < 1) return "refused";
      if (openCalls() >= Math.min(concurrency, currentLimit(adaptive, now))) return "wait";
      rows("UPDATE calls SET started = started + 1, open = 1 WHERE lease_id = ?", leaseId);
      counts.started += 1;
      write(counts, adaptive);
      return "begun";
    },

    /** Settles calls; each counts once, also when its lease has run out in the meantime. */
    settle(spec: MeterSpec, reports: readonly CallReport[], now: number): void {
      if (reports.length === 0) return;
      const state = read(spec);
      const { counts } = state;
      let { adaptive } = state;
      for (const report of reports) {
        const lease = rows<{ started: number; settled: number; open: number }>(
          "SELECT started, settled, open FROM calls WHERE lease_id = ?",
          report.leaseId,
        )[0];
        if (lease === undefined || report.number !== lease.settled + 1 || report.number > lease.started) continue;
        if (lease.open === 0) counts.unconfirmed -= 1;
        if (report.signal === "unknown") {
          rows("UPDATE calls SET settled = settled + 1, open = 0 WHERE lease_id = ?", report.leaseId);
          counts.unconfirmed += 1;
          continue;
        }
        if (report.signal === "unused") {
          rows("UPDATE calls SET started = started - 1, open = 0 WHERE lease_id = ?", report.leaseId);
          counts.started -= 1;
          continue;
        }
        rows("UPDATE calls SET settled = settled + 1, open = 0 WHERE lease_id = ?", report.leaseId);
        counts.settled += 1;
        counts.spentMicroUsd += report.costMicroUsd;
        counts.inputTokens += report.inputTokens;
        counts.outputTokens += report.outputTokens;
        if (report.signal === "ok") adaptive = raiseLimit(adaptive, spec.limit);
        if (report.signal === "overloaded") {
          counts.overloads += 1;
          adaptive = lowerLimit(adaptive, spec.limit, now, report.pauseMs);
        }
      }
      write(counts, adaptive);
    },

    /** Calls under way whose lease is over become unconfirmed. */
    abandon(spec: MeterSpec): void {
      const lost = rows<{ lease_id: string }>(
        "SELECT lease_id FROM calls WHERE open = 1 AND lease_id NOT IN (SELECT lease_id FROM items WHERE state = 'leased' AND lease_id IS NOT NULL)",
      );
      if (lost.length === 0) return;
      const { counts, adaptive } = read(spec);
      for (const { lease_id } of lost) rows("UPDATE calls SET open = 0 WHERE lease_id = ?", lease_id);
      counts.unconfirmed += lost.length;
      write(counts, adaptive);
    },

    counts(spec: MeterSpec): MeterCounts {
      return read(spec).counts;
    },

    limit(spec: MeterSpec, now: number): number {
      return currentLimit(read(spec).adaptive, now);
    },

    /** When the provider wants to be asked again (ms since the epoch); 0 when it never said. */
    pausedUntil(spec: MeterSpec): number {
      return read(spec).adaptive.pausedUntilMs;
    },
  };
}

export type MeterBook = ReturnType<typeof openMeter>;
