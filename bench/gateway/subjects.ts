// What is compared with Portkey: ours in workerd, a Worker that only forwards, and no gateway at all.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { ROOT } from "../../scripts/runtime/local-worker.ts";
import { bundleWorker, sendStraight, startWorkerd } from "../workerd.ts";
import type { LoadTarget } from "./load.ts";

export interface Subject extends LoadTarget {
  name: string;
  /** Process whose CPU time and memory count; null where there is none of its own. */
  pid: number | null;
  stop(): Promise<void>;
}

const FORWARD = `export default {
  fetch(request, env) {
    const url = new URL(request.url);
    return fetch(new Request(env.UPSTREAM + url.pathname, request));
  },
};`;

export async function startForward(upstreamPort: number): Promise<Subject> {
  const dir = mkdtempSync(join(tmpdir(), "uncase-bench-"));
  const path = join(dir, "forward.js");
  writeFileSync(path, FORWARD);
  const worker = sendStraight(dir, {
    modules: [{ type: "ESModule", path }],
    modulesRoot: dir,
    compatibilityDate: "2026-10-20",
    bindings: { UPSTREAM: `http://127.0.0.1:${upstreamPort}` },
  });
  const { port, pid, stop } = await startWorkerd(worker);
  return {
    name: "forward-only Worker",
    port,
    pid,
    path: "/v1/chat/completions",
    headers: {},
    async stop() {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function migrate(miniflare: Miniflare): Promise<void> {
  const database = await miniflare.getD1Database("DB");
  const folder = join(ROOT, "migrations");
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted()) {
    for (const statement of readFileSync(join(folder, file), "utf8").split("--> statement-breakpoint")) {
      await database.prepare(statement).run();
    }
  }
}

async function post(url: string, key: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(key === "" ? {} : { "X-API-Key": key }) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** Our Worker, as it would be uploaded, with an organisation, a key and a provider. */
export async function startOurs(upstreamPort: number): Promise<Subject> {
  const dir = mkdtempSync(join(tmpdir(), "uncase-bench-"));
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, "wrangler.toml"));
  const {
    modulesRules: _rules,
    assets: _assets,
    ai: _ai,
    wrappedBindings: _wrapped,
    ...options
  } = workerOptions as Record<string, unknown>;
  const worker = sendStraight(dir, {
    ...options,
    modules: bundleWorker(dir, []),
    modulesRoot: dir,
    bindings: {
      UNCASE_ENV: "production",
      UNCASE_OPEN_REGISTRATION: "true",
      API_SECRET_KEY: "a secret of the benchmark's own",
      UNCASE_LOG_LEVEL: "error",
      UNCASE_ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${upstreamPort}`,
    },
    serviceBindings: { ASSETS: () => new Response(null, { status: 404 }) },
  });
  let key = "";
  const { port, pid, stop } = await startWorkerd(worker, async (miniflare, at) => {
    await migrate(miniflare);
    const base = `http://127.0.0.1:${at}/api/v1`;
    const created = await post(`${base}/organizations`, "", { name: "Bench" });
    key = (created.admin_key as { plain_key: string }).plain_key;
    await post(`${base}/providers`, key, {
      name: "upstream",
      provider_type: "custom",
      api_base: `http://127.0.0.1:${upstreamPort}/v1`,
      api_key: "sk-bench-upstream-key",
      default_model: "bench",
      is_default: true,
    });
  });
  return {
    name: "uncase in workerd, scanning both ways",
    port,
    pid,
    path: "/v1/chat/completions",
    headers: { Authorization: `Bearer ${key}` },
    async stop() {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export async function startUpstream(): Promise<Subject> {
  const child = spawn(process.execPath, [new URL("upstream.ts", import.meta.url).pathname], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", () => reject(new Error("the mock upstream did not start")));
    child.stdout.once("data", (data: Buffer) => resolve(Number(data.toString())));
  });
  return {
    name: "direct",
    port,
    pid: child.pid ?? null,
    path: "/v1/chat/completions",
    headers: {},
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGKILL");
      }),
  };
}
