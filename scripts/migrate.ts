// npm run migrate: applies the migrations to the local database (or, with --remote, through wrangler to the deployed one).
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { migrateLocal, ROOT } from "./runtime/local-worker.ts";

const HELP = `Applies the database migrations.

  npm run migrate                the local database under .wrangler/state (or UNCASE_STATE_DIR)
  npm run migrate -- --remote    the deployed database; needs a Cloudflare account`;

if (process.argv.includes("--help")) console.log(HELP);
else if (process.argv.includes("--remote")) {
  const wrangler = join(ROOT, "node_modules", "wrangler", "wrangler-dist", "cli.js");
  const result = spawnSync(process.execPath, [wrangler, "d1", "migrations", "apply", "DB", "--remote"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  process.exitCode = result.status ?? 1;
} else {
  const stateDir = process.env["UNCASE_STATE_DIR"] ?? join(ROOT, ".wrangler", "state");
  migrateLocal(stateDir);
  console.log("The local database is up to date.");
}
