export type SqlValue = string | number | null;

/** Synchronous SQLite: `exec` runs one statement and yields its rows. */
export interface Sql {
  exec<Row extends Record<string, SqlValue>>(statement: string, ...bindings: SqlValue[]): Iterable<Row>;
}

/** All rows of a statement; one that changes something runs to its end by it. */
export function rowsOf<Row extends Record<string, SqlValue>>(
  sql: Sql,
  statement: string,
  ...bindings: SqlValue[]
): Row[] {
  return [...sql.exec<Row>(statement, ...bindings)];
}
