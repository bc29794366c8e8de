/**
 * Inserts any number of rows in one statement: D1 allows 100 bound parameters, so the rows travel as one JSON text.
 * Rows whose key exists already are left alone; returns the values of `returning` for the rows that were new.
 * Keys of the rows are column names of our own schema, never input.
 */
export async function insertNew(
  database: D1Database,
  table: string,
  rows: Record<string, unknown>[],
  returning: string,
): Promise<Set<string>> {
  const inserted = new Set<string>();
  const columns = Object.keys(rows[0] ?? {});
  for (const chunk of chunksByBytes(rows, 800_000)) {
    const values = columns.map((column) => `json_extract(value, '$.${column}')`).join(", ");
    const statement = database
      .prepare(
        `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values} FROM json_each(?) WHERE true ON CONFLICT DO NOTHING RETURNING ${returning} AS id`,
      )
      .bind(JSON.stringify(chunk));
    for (const row of (await statement.all<{ id: string }>()).results) inserted.add(row.id);
  }
  return inserted;
}

/** D1 caps a bound value at 2 MB; a chunk stays well below it. */
function* chunksByBytes(rows: Record<string, unknown>[], maxBytes: number): Generator<Record<string, unknown>[]> {
  let chunk: Record<string, unknown>[] = [];
  let size = 0;
  for (const row of rows) {
    const bytes = JSON.stringify(row).length * 2;
    if (chunk.length > 0 && size + bytes > maxBytes) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push(row);
    size += bytes;
  }
  if (chunk.length > 0) yield chunk;
}
