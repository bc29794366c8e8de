/** Tables of a job's ledger, one statement each. */
export const LEDGER_SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS job (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    spec TEXT NOT NULL,
    status TEXT NOT NULL,
    stage_index INTEGER NOT NULL,
    result TEXT,
    error TEXT,
    started_at INTEGER,
    finished_at INTEGER
  )`,
  `CREATE TABLE IF NOT EXISTS items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stage TEXT NOT NULL,
    position INTEGER NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ready_at INTEGER NOT NULL,
    lease_id TEXT,
    lease_until INTEGER,
    result TEXT,
    error TEXT,
    UNIQUE (stage, position)
  )`,
  "CREATE INDEX IF NOT EXISTS items_by_state ON items (stage, state, ready_at)",
  "CREATE INDEX IF NOT EXISTS items_by_lease ON items (lease_id)",
  "CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, amount INTEGER NOT NULL)",
];
