// What a job's object knows about sealed staging: the one copy of the key, and what is still to be deleted.
import type { Sql, SqlValue } from "./sql.ts";

/** Sealed uploads are deleted when their job is over, and after this time whatever happens. */
export const STAGING_MS = 24 * 60 * 60 * 1000;
/** A worker that had not heard of the end may have written once more: its leavings are swept after this time. */
const SECOND_SWEEP_MS = 15 * 60 * 1000;
/** Delay before a sweep that failed is tried again. */
const RETRY_MS = 30_000;

interface StagingRow extends Record<string, SqlValue> {
  prefix: string;
  key: string | null;
  expires_at: number;
  sweep_at: number | null;
  sweeps: number;
}

/** Opens the staging record in `sql`, making its table when it is missing. Time is an argument everywhere. */
export function openStaging(sql: Sql) {
  const run = (statement: string, ...bindings: SqlValue[]): StagingRow[] => [
    ...sql.exec<StagingRow>(statement, ...bindings),
  ];
  run(`CREATE TABLE IF NOT EXISTS staging (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    prefix TEXT NOT NULL,
    key TEXT,
    expires_at INTEGER NOT NULL,
    sweep_at INTEGER,
    sweeps INTEGER NOT NULL
  )`);
  const read = (): StagingRow | null => run("SELECT * FROM staging")[0] ?? null;

  return {
    /**
     * Keeps the key (hexadecimal) of what is going to stand under `prefix`, for a day, or until `expiresAt` where a
     * tenant asked for longer. The first call counts.
     */
    open(prefix: string, key: string, now: number, expiresAt = now + STAGING_MS): void {
      run(
        "INSERT INTO staging (only_row, prefix, key, expires_at, sweeps) VALUES (1, ?, ?, ?, 0) ON CONFLICT DO NOTHING",
        prefix,
        key,
        expiresAt,
      );
    },

    /** The key, or null when there never was one, when it was dropped, or when its time is up. */
    key(now: number): string | null {
      const row = read();
      return row === null || row.expires_at <= now ? null : row.key;
    },

    /** True when the time is up and the key is still held. */
    expired(now: number): boolean {
      const row = read();
      return row !== null && row.key !== null && row.expires_at <= now;
    },

    /** Forgets the key at once: what is staged cannot be read any more. Objects are swept by whoever can. */
    dropKey(now: number): void {
      run("UPDATE staging SET key = NULL, sweep_at = ? WHERE key IS NOT NULL", now);
    },

    /** The prefix whose objects are to be deleted now, or null. */
    toSweep(now: number): string | null {
      const row = read();
      return row === null || row.sweep_at === null || row.sweep_at > now ? null : row.prefix;
    },

    /** Notes how a sweep ended. The second that succeeds is the last. */
    swept(done: boolean, now: number): void {
      if (!done) run("UPDATE staging SET sweep_at = ?", now + RETRY_MS);
      else run("UPDATE staging SET sweep_at = iif(sweeps = 0, ?, NULL), sweeps = sweeps + 1", now + SECOND_SWEEP_MS);
    },

    /** When something is to be done next, in ms since the epoch; null when nothing is. */
    nextLookAt(): number | null {
      const row = read();
      if (row === null) return null;
      return row.key === null ? row.sweep_at : row.expires_at;
    },
  };
}

export type StagingRecord = ReturnType<typeof openStaging>;
