import { DatabaseSync } from "node:sqlite";
import { type Ledger, openLedger } from "../../../workers/core/jobs/ledger.ts";

/**
 * A ledger over SQLite in memory; opened again over the same database it is the object after a restart. What
 * `beforeStatement` throws is a fault of the storage.
 */
export function memoryLedger(
  database = new DatabaseSync(":memory:"),
  beforeStatement: () => void = () => undefined,
): Ledger {
  return openLedger(
    {
      exec(statement, ...bindings) {
        beforeStatement();
        return database.prepare(statement).all(...bindings) as never;
      },
    },
    (run) => {
      database.exec("BEGIN");
      try {
        const result = run();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
  );
}
