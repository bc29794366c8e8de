// Starts the Worker in wrangler's local runtime as a process of its own, and ends it by its process id.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const WRANGLER = join(ROOT, "node_modules", "wrangler", "wrangler-dist", "cli.js");
const SERVE = join(ROOT, "scripts", "runtime", "serve.ts");
const START_TIMEOUT_MS = 90_000;

export interface LocalWorker {
  url: string;
  /** Process id of the group that wrangler and workerd run in. */
  pid: number;
  /** Asks the runtime to end, and ends it by force when it does not. */
  stop(): Promise<void>;
  /** SIGKILL to the whole group at once, as a power cut. */
  kill(): void;
  exited: Promise<number | null>;
}

export interface LocalWorkerOptions {
  port: number;
  /** Where D1, R2 and Durable Objects live on disk. */
  stateDir: string;
  /** Receives everything the runtime prints. */
  logFile: string | null;
  variables: Record<string, string>;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Whether nobody listens on a port of this machine. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Environment of wrangler: no questions, no telemetry, nothing from outside. */
function wranglerEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false", NO_COLOR: "1", WRANGLER_LOG_SANITIZE: "true" };
}

/** Applies the migrations to the local database. @throws Error with wrangler's output when it fails */
export function migrateLocal(stateDir: string): void {
  mkdirSync(stateDir, { recursive: true });
  const result = spawnSync(
    process.execPath,
    [WRANGLER, "d1", "migrations", "apply", "DB", "--local", "--persist-to", stateDir],
    { cwd: ROOT, env: wranglerEnvironment(), encoding: "utf8" },
  );
  if (result.status !== 0) throw new Error(`migrations failed:\n${result.stdout}\n${result.stderr}`);
}

/** Starts the Worker and waits until it answers. @throws Error with the end of the log when it does not */
export async function startLocalWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const variables = Object.entries(options.variables).map(([name, value]) => `${name}=${value}`);
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", SERVE, String(options.port), options.stateDir, ...variables],
    { cwd: ROOT, env: wranglerEnvironment(), detached: true, stdio: ["ignore", "pipe", "pipe"] },
  );
  const log = options.logFile === null ? null : createWriteStream(options.logFile, { flags: "a" });
  let tail = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      log?.write(chunk);
      tail = (tail + chunk.toString("utf8")).slice(-4000);
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const worker = handle(child, `http://localhost:${options.port}`, exited);
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const state = await answers(worker.url);
    if (state === true) break;
    if (state !== false) {
      await worker.stop();
      throw new Error(state.refused);
    }
    if (child.exitCode !== null || Date.now() > deadline) {
      worker.kill();
      throw new Error(`the local runtime did not start:\n${tail}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return worker;
}

/** Whether the Worker answers; a Worker that is configured wrongly says what is wrong instead. */
async function answers(url: string): Promise<boolean | { refused: string }> {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) });
    if (response.status !== 503) return response.ok;
    return { refused: ((await response.json()) as { detail: string }).detail };
  } catch {
    return false;
  }
}

function handle(child: ChildProcess, url: string, exited: Promise<number | null>): LocalWorker {
  const pid = child.pid ?? 0;
  const signal = (name: NodeJS.Signals): void => {
    try {
      process.kill(-pid, name);
    } catch {
      // The group is gone already, which is what was wanted.
    }
  };
  return {
    url,
    pid,
    exited,
    kill: () => signal("SIGKILL"),
    async stop() {
      signal("SIGTERM");
      const late = setTimeout(() => signal("SIGKILL"), 5000);
      await exited;
      clearTimeout(late);
      signal("SIGKILL");
    },
  };
}
