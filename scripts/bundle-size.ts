// npm run bundle-size: gzip size of the Worker as it would be uploaded, and how long its start-up takes in workerd.
// Exits 1 when the bundle is over its budget. The last line is a JSON summary.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "./runtime/local-worker.ts";
import { readOptions } from "./runtime/options.ts";

readOptions(import.meta.filename, {});

/** Cloudflare takes 10 MB of compressed script on the paid plan; half of it is what we allow ourselves. */
const BUDGET_BYTES = 5 * 1024 * 1024;

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples: number[];
  timeDeltas: number[];
}

function wrangler(...args: string[]): void {
  const cli = join(ROOT, "node_modules", "wrangler", "wrangler-dist", "cli.js");
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false", NO_COLOR: "1" },
  });
  if (result.status !== 0) throw new Error(`wrangler ${args[0]} failed:\n${result.stdout}\n${result.stderr}`);
}

/** Milliseconds in which the start-up really ran code. */
function activeMs(profile: CpuProfile): number {
  const waiting = new Set(
    profile.nodes
      .filter((node) => ["(idle)", "(program)", "(root)"].includes(node.callFrame.functionName))
      .map((node) => node.id),
  );
  const micros = profile.timeDeltas.reduce(
    (sum, delta, index) => (waiting.has(profile.samples[index]!) ? sum : sum + delta),
    0,
  );
  return micros / 1000;
}

const dir = mkdtempSync(join(tmpdir(), "uncase-bundle-"));
try {
  wrangler("deploy", "--dry-run", "--outdir", dir);
  const files = readdirSync(dir)
    .filter((name) => name.endsWith(".js") || name.endsWith(".bin"))
    .map((name) => {
      const content = readFileSync(join(dir, name));
      return {
        name: name.replace(/^[0-9a-f]{40}-/, ""),
        bytes: content.length,
        gzip: gzipSync(content, { level: 9 }).length,
      };
    });
  wrangler("check", "startup", "--outfile", join(dir, "startup.cpuprofile"));
  const startupMs = activeMs(JSON.parse(readFileSync(join(dir, "startup.cpuprofile"), "utf8")) as CpuProfile);
  const gzipBytes = files.reduce((sum, file) => sum + file.gzip, 0);
  console.table(files);
  const summary = {
    gzip_bytes: gzipBytes,
    budget_bytes: BUDGET_BYTES,
    ratio_to_budget: Number((gzipBytes / BUDGET_BYTES).toFixed(3)),
    startup_active_ms: Math.round(startupMs),
  };
  console.log(JSON.stringify(summary));
  process.exitCode = gzipBytes <= BUDGET_BYTES ? 0 : 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}
