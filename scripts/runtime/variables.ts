// The variables of the environment that mean something to the Worker, read from where they are documented.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./local-worker.ts";

/** Read by `npm start` itself. */
const OF_THE_SCRIPT: ReadonlySet<string> = new Set(["API_PORT", "UNCASE_STATE_DIR"]);

/** Names of all variables in `.env.example`, those that are commented out included, but for the script's own. */
export function workerVariables(): string[] {
  const text = readFileSync(join(ROOT, ".env.example"), "utf8");
  const names = [...text.matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=/gmu)].map(([, name]) => name!);
  return names.filter((name) => !OF_THE_SCRIPT.has(name));
}
