const insertOf = (table: string, rows: readonly Record<string, unknown>[]): string => {
  const columns = Object.keys(rows[0] ?? {});
  const values = columns.map((column) => `json_extract(value, '$.${column}')`).join(", ");
  return `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values} FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`;
};

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
  const text = `${insertOf(table, rows)} RETURNING ${returning} AS id`;
  for (const chunk of chunksByBytes(rows, 800_000)) {
    const statement = database.prepare(text).bind(chunk);
    for (const row of (await statement.all<{ id: string }>()).results) inserted.add(row.id);
  }
  return inserted;
}

/**
 * The same for rows that nobody asks about afterwards. Members that are objects should come as JSON text already: the
 * database would otherwise parse each of them once a column.
 */
export async function insertSilently(
  database: D1Database,
  table: string,
  rows: Record<string, unknown>[],
): Promise<void> {
  const text = insertOf(table, rows);
  for (const chunk of chunksByBytes(rows, 800_000)) await database.prepare(text).bind(chunk).run();
}

/** Rows as JSON arrays. D1 caps a bound value at 2 MB; each stays well below it. */
function* chunksByBytes(rows: readonly Record<string, unknown>[], maxBytes: number): Generator<string> {
  let chunk: string[] = [];
  let size = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    const bytes = text.length * 2;
    if (chunk.length > 0 && size + bytes > maxBytes) {
      yield `[${chunk.join(",")}]`;
      chunk = [];
      size = 0;
    }
    chunk.push(text);
    size += bytes;
  }
  if (chunk.length > 0) yield `[${chunk.join(",")}]`;
}
