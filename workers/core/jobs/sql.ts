export type SqlValue = string | number | null;

/** Synchronous SQLite: `exec` runs one statement and yields its rows. */
export interface Sql {
  exec<Row extends Record<string, SqlValue>>(statement: string, ...bindings: SqlValue[]): Iterable<Row>;
}
