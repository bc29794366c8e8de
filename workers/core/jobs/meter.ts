// The account of a job's calls to its provider, kept in the job's ledger: what was begun, what came of it, what it cost.
// A call is entered before it is made and settled after it; what a lost worker had begun stays visible as unconfirmed,
// so that settled <= the provider's own count <= begun at any time.
import {
  type AdaptiveLimit,
  type AdaptivePolicy,
  admitCalls,
  currentLimit,
  DEFAULT_ADAPTIVE,
  isRising,
  lowerLimit,
  raiseLimit,
  startLimit,
} from "./adaptive-limit.ts";
import { rowsOf, type Sql, type SqlValue } from "./sql.ts";

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
  /** The beginning of its answer was told of before. */
  admitted: boolean;
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

/** A job that an earlier version created knows fewer terms. */
const policyOf = ({ limit }: MeterSpec): AdaptivePolicy => ({ ...DEFAULT_ADAPTIVE, ...limit });

interface MeterState {
  counts: MeterCounts;
  adaptive: AdaptiveLimit;
  /** Calls under way. */
  open: number;
}

/**
 * The meter over a ledger's storage. Every method must run inside one of the ledger's transactions. The object that keeps
 * the ledger is alone in writing it, so its state is read once and written once a transaction.
 */
export function openMeter(sql: Sql) {
  for (const statement of SCHEMA) rowsOf(sql, statement);
  const rows = <Row extends Record<string, SqlValue>>(statement: string, ...bindings: SqlValue[]): Row[] =>
    rowsOf<Row>(sql, statement, ...bindings);
  let known: MeterState | null = null;
  let isChanged = false;

  function read(spec: MeterSpec): MeterState {
    if (known !== null) return known;
    const [row] = rows<{ counts: string; adaptive: string }>("SELECT counts, adaptive FROM meter");
    known = {
      counts: row === undefined ? { ...NOTHING } : (JSON.parse(row.counts) as MeterCounts),
      adaptive: {
        ...startLimit(policyOf(spec)),
        ...(row === undefined ? {} : (JSON.parse(row.adaptive) as AdaptiveLimit)),
      },
      open: rows<{ n: number }>("SELECT count(*) AS n FROM calls WHERE open = 1")[0]?.n ?? 0,
    };
    return known;
  }

  /** The state, to be changed in place and written at the transaction's end. */
  function change(spec: MeterSpec): MeterState {
    isChanged = true;
    return read(spec);
  }

  /** How many more calls the budget has room for, with all that is under way or unconfirmed taken at its highest. */
  function affordable(spec: MeterSpec): number {
    if (spec.budgetMicroUsd === null || spec.reserveMicroUsd === 0) return Number.MAX_SAFE_INTEGER;
    const { counts, open } = read(spec);
    const setAside = (open + counts.unconfirmed) * spec.reserveMicroUsd;
    return Math.max(0, Math.floor((spec.budgetMicroUsd - counts.spentMicroUsd - setAside) / spec.reserveMicroUsd));
  }

  function settleOne(spec: MeterSpec, report: CallReport, now: number): void {
    const lease = rows<{ started: number; settled: number; open: number }>(
      "SELECT started, settled, open FROM calls WHERE lease_id = ?",
      report.leaseId,
    )[0];
    if (lease === undefined || report.number !== lease.settled + 1 || report.number > lease.started) return;
    const state = change(spec);
    const { counts } = state;
    if (lease.open === 0) counts.unconfirmed -= 1;
    else state.open -= 1;
    if (report.signal === "unused") {
      rows("UPDATE calls SET started = started - 1, open = 0 WHERE lease_id = ?", report.leaseId);
      counts.started -= 1;
      return;
    }
    rows("UPDATE calls SET settled = settled + 1, open = 0 WHERE lease_id = ?", report.leaseId);
    if (report.signal === "unknown") {
      counts.unconfirmed += 1;
      return;
    }
    counts.settled += 1;
    counts.spentMicroUsd += report.costMicroUsd;
    counts.inputTokens += report.inputTokens;
    counts.outputTokens += report.outputTokens;
    if (report.signal === "ok") state.adaptive = raiseLimit(state.adaptive, policyOf(spec), report.admitted);
    if (report.signal === "overloaded") {
      counts.overloads += 1;
      state.adaptive = lowerLimit(state.adaptive, policyOf(spec), now, report.pauseMs);
    }
  }

  return {
    /**
     * How many items may be leased besides the `leased` ones; each lease begins its first call. A lease whose call is
     * over leaves its place to another one's, and is worked on beside it.
     */
    room(spec: MeterSpec, leased: number, concurrency: number, now: number): number {
      const { adaptive, open } = read(spec);
      const limit = Math.min(concurrency, currentLimit(adaptive, now));
      const items = limit + Math.ceil(limit * AHEAD) - leased;
      return Math.max(0, Math.min(limit - open, items, affordable(spec)));
    },

    /** Whether the budget has no room for a single call while none is under way. */
    spent: (spec: MeterSpec): boolean => affordable(spec) === 0 && read(spec).open === 0,

    /** Enters the first call of each new lease. */
    beginLeases(spec: MeterSpec, leaseIds: readonly string[]): void {
      const state = change(spec);
      for (const leaseId of leaseIds) {
        rows("INSERT INTO calls (lease_id, started, settled, open) VALUES (?, 1, 0, 1)", leaseId);
      }
      state.counts.started += leaseIds.length;
      state.open += leaseIds.length;
    },

    /** Enters a further call of a lease, if there is room for it. Repeatable. */
    begin(spec: MeterSpec, leaseId: string, number: number, concurrency: number, now: number): Beginning {
      const lease = rows<{ started: number; open: number }>(
        "SELECT started, open FROM calls WHERE lease_id = ?",
        leaseId,
      )[0];
      if (lease === undefined) return "refused";
      if (lease.started >= number) return "begun";
      if (lease.open === 1 || affordable(spec) < 1) return "refused";
      if (read(spec).open >= Math.min(concurrency, currentLimit(read(spec).adaptive, now))) return "wait";
      rows("UPDATE calls SET started = started + 1, open = 1 WHERE lease_id = ?", leaseId);
      const state = change(spec);
      state.counts.started += 1;
      state.open += 1;
      return "begun";
    },

    /** Settles calls; each counts once, also when its lease has run out in the meantime. */
    settle(spec: MeterSpec, reports: readonly CallReport[], now: number): void {
      for (const report of reports) settleOne(spec, report, now);
    },

    /** The provider has let in as many calls. */
    admit(spec: MeterSpec, count: number): void {
      if (count === 0) return;
      const state = change(spec);
      state.adaptive = admitCalls(state.adaptive, policyOf(spec), count);
    },

    /** Whether calls that are let in raise the limit. */
    rising(spec: MeterSpec): boolean {
      return isRising(read(spec).adaptive, policyOf(spec));
    },

    /** Calls under way whose lease is over become unconfirmed. */
    abandon(spec: MeterSpec): void {
      const lost = rows<{ lease_id: string }>(
        `SELECT lease_id FROM calls WHERE open = 1 AND NOT EXISTS
         (SELECT 1 FROM items WHERE items.lease_id = calls.lease_id AND items.state = 'leased')`,
      );
      if (lost.length === 0) return;
      const state = change(spec);
      for (const { lease_id } of lost) rows("UPDATE calls SET open = 0 WHERE lease_id = ?", lease_id);
      state.counts.unconfirmed += lost.length;
      state.open -= lost.length;
    },

    counts: (spec: MeterSpec): MeterCounts => read(spec).counts,

    limit: (spec: MeterSpec, now: number): number => currentLimit(read(spec).adaptive, now),

    /** Writes what changed. At the end of each transaction. */
    flush(): void {
      if (!isChanged || known === null) return;
      rows(
        "INSERT INTO meter (only_row, counts, adaptive) VALUES (1, ?, ?) ON CONFLICT (only_row) DO UPDATE SET counts = excluded.counts, adaptive = excluded.adaptive",
        JSON.stringify(known.counts),
        JSON.stringify(known.adaptive),
      );
      isChanged = false;
    },

    /** After a transaction that was rolled back. */
    forget(): void {
      known = null;
      isChanged = false;
    },
  };
}
