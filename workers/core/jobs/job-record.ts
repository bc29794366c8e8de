// The row of a job and its counters. The object that keeps them is alone in writing them, so they are read once and kept
// in memory; what a transaction rolls back is forgotten.
import type { JobStatus } from "../../contract/job.ts";
import type { JobSpec } from "./job-spec.ts";
import { rowsOf, type Sql, type SqlValue } from "./sql.ts";

interface JobRow extends Record<string, SqlValue> {
  spec: string;
  status: JobStatus;
  stage_index: number;
  result: string | null;
  error: string | null;
  started_at: number | null;
  finished_at: number | null;
}

export interface JobState {
  spec: JobSpec;
  status: JobStatus;
  stageIndex: number;
  /** Name of the current stage, or of the one at which the job ended. */
  stage: string;
  isOver: boolean;
  /** JSON. */
  result: string | null;
  error: string | null;
  startedAt: number | null;
  finishedAt: number | null;
}

const OVER: ReadonlySet<JobStatus> = new Set(["completed", "failed", "cancelled"]);

export function openJobRecord(sql: Sql) {
  let known: JobState | null = null;
  let counters: Map<string, number> | null = null;
  let changed = new Set<string>();

  function read(): JobState | null {
    if (known !== null) return known;
    const [row] = rowsOf<JobRow>(sql, "SELECT * FROM job");
    if (row === undefined) return null;
    const spec = JSON.parse(row.spec) as JobSpec;
    known = {
      spec,
      status: row.status,
      stageIndex: row.stage_index,
      stage: spec.stages[row.stage_index]!.name,
      isOver: OVER.has(row.status),
      result: row.result,
      error: row.error,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
    };
    return known;
  }

  function readCounters(): Map<string, number> {
    counters ??= new Map(
      rowsOf<{ name: string; amount: number }>(sql, "SELECT name, amount FROM counters").map(({ name, amount }) => [
        name,
        amount,
      ]),
    );
    return counters;
  }

  function setCounter(name: string, amount: number): void {
    readCounters().set(name, amount);
    changed.add(name);
  }

  return {
    /** Null before `create`. */
    read,

    /** The job while something can still happen to it. */
    open(): JobState | null {
      const job = read();
      return job === null || job.isOver ? null : job;
    },

    create(spec: JobSpec): void {
      rowsOf(
        sql,
        "INSERT INTO job (only_row, spec, status, stage_index) VALUES (1, ?, 'pending', 0)",
        JSON.stringify(spec),
      );
    },

    /** Changes the row by an assignment list of SQL. */
    update(assignments: string, ...bindings: SqlValue[]): void {
      rowsOf(sql, `UPDATE job SET ${assignments}`, ...bindings);
      known = null;
    },

    /** Adds to counters. */
    add(tally: Readonly<Record<string, number>>): void {
      for (const [name, amount] of Object.entries(tally)) setCounter(name, (readCounters().get(name) ?? 0) + amount);
    },

    /** Raises counters to these amounts; they never fall. */
    raise(amounts: Readonly<Record<string, number>>): void {
      for (const [name, amount] of Object.entries(amounts)) {
        setCounter(name, Math.max(readCounters().get(name) ?? amount, amount));
      }
    },

    counters: (): ReadonlyMap<string, number> => readCounters(),

    /** Writes the counters that changed, in one statement. At the end of each transaction. */
    flush(): void {
      if (changed.size === 0) return;
      const amounts = Object.fromEntries([...changed].map((name) => [name, readCounters().get(name) ?? 0]));
      rowsOf(
        sql,
        `INSERT INTO counters (name, amount) SELECT key, value FROM json_each(?) WHERE true
         ON CONFLICT (name) DO UPDATE SET amount = excluded.amount`,
        JSON.stringify(amounts),
      );
      changed = new Set();
    },

    /** After a transaction that was rolled back. */
    forget(): void {
      known = null;
      counters = null;
      changed = new Set();
    },
  };
}

export type JobRecord = ReturnType<typeof openJobRecord>;
