// Portkey's gateway as npm has it: on Node as it comes, and the same application in workerd.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { freePort } from "../../scripts/runtime/local-worker.ts";
import { sendStraight, startWorkerd } from "../workerd.ts";
import type { Subject } from "./subjects.ts";

const BENCH = fileURLToPath(new URL("..", import.meta.url));
const SCRIPT = join(BENCH, "node_modules", "@portkey-ai", "gateway", "build", "start-server.js");
/** Behind this, the package's script prints a banner with timers, which a Worker may not start before a request. */
const BANNER = /console\.clear\(\),await async function[\s\S]*$/;
const TRUSTED = "localhost,127.0.0.1";

/** Modules of the script that serve on Node or that no request of this benchmark reaches. */
const SHIMS: Readonly<Record<string, string>> = {
  "@hono/node-server": "export const serve = ({ fetch }) => { globalThis.portkeyFetch = fetch; return { on() {} }; };",
  "@hono/node-ws":
    "export const createNodeWebSocket = () => ({ injectWebSocket() {}, upgradeWebSocket: () => (_, next) => next() });",
  ioredis: "export default class {}",
  ws: "export default class {}",
};

export function installPortkey(): boolean {
  if (existsSync(SCRIPT)) return true;
  const installed = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"], {
    cwd: BENCH,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return installed.status === 0 && existsSync(SCRIPT);
}

/** The e-mail addresses of the load, replaced in the last message and in the answer: all that its guardrails can read. */
const GUARDRAIL = [{ "default.regexReplace": { rule: "[a-z.]+@[a-z.]+", redactText: "[EMAIL]" } }];

function headersOf(upstreamPort: number, isGuarded: boolean): Record<string, string> {
  const provider = { provider: "openai", custom_host: `http://127.0.0.1:${upstreamPort}/v1` };
  const own: Record<string, string> = isGuarded
    ? {
        "x-portkey-config": JSON.stringify({
          ...provider,
          api_key: "sk-bench-upstream-key",
          input_guardrails: GUARDRAIL,
          output_guardrails: GUARDRAIL,
        }),
      }
    : { "x-portkey-provider": provider.provider, "x-portkey-custom-host": provider.custom_host };
  return { Authorization: "Bearer sk-bench-upstream-key", ...own };
}

function waitFor(child: ChildProcess, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("the process ended before it answered")));
    const deadline = Date.now() + 30_000;
    const look = (): void => {
      fetch(`http://127.0.0.1:${port}/`).then(
        () => resolve(),
        () => (Date.now() > deadline ? reject(new Error("no answer within 30 s")) : setTimeout(look, 100)),
      );
    };
    look();
  });
}

/** The package as it comes, with and without its guardrail: one process, told apart by headers. */
export async function startPortkeyOnNode(upstreamPort: number): Promise<Subject[]> {
  const port = await freePort();
  const child = spawn(process.execPath, [SCRIPT, `--port=${port}`, "--headless"], {
    cwd: BENCH,
    env: { ...process.env, NODE_ENV: "production", TRUSTED_CUSTOM_HOSTS: TRUSTED },
    stdio: "ignore",
  });
  await waitFor(child, port);
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.once("exit", () => resolve());
      child.kill("SIGKILL");
    });
  const common = { port, pid: child.pid ?? null, path: "/v1/chat/completions" };
  return [
    { ...common, name: "Portkey on Node", headers: headersOf(upstreamPort, false), stop },
    {
      ...common,
      name: "Portkey on Node, regex guardrail",
      headers: headersOf(upstreamPort, true),
      stop: () => Promise.resolve(),
    },
  ];
}

/** The application of the package's script as a Worker: bundled, with shims for what only serves on Node. */
async function bundlePortkey(dir: string): Promise<string> {
  const outfile = join(dir, "portkey.js");
  const entry = join(dir, "entry.js");
  writeFileSync(
    entry,
    `import ${JSON.stringify(SCRIPT)};
export default { fetch: (request, env, context) => globalThis.portkeyFetch(request, env, context) };`,
  );
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker", "import"],
    target: "es2024",
    logLevel: "error",
    // What reads the environment and the command line does so while the module loads.
    banner: {
      js: `globalThis.process ??= {}; process.argv = ["node", "portkey", "--headless"]; process.env.NODE_ENV = "production"; process.env.TRUSTED_CUSTOM_HOSTS = ${JSON.stringify(TRUSTED)};`,
    },
    plugins: [
      {
        name: "shims",
        setup(bundler) {
          bundler.onResolve({ filter: /^(?:@hono\/node-server|@hono\/node-ws|ioredis|ws)$/ }, ({ path }) => ({
            path,
            namespace: "shim",
          }));
          bundler.onLoad({ filter: /.*/, namespace: "shim" }, ({ path }) => ({ contents: SHIMS[path] ?? "" }));
          bundler.onLoad({ filter: /start-server\.js$/ }, () => {
            const source = readFileSync(SCRIPT, "utf8");
            if (!BANNER.test(source)) throw new Error("this version of Portkey ends in another way");
            return { contents: source.replace(BANNER, "0;"), resolveDir: join(SCRIPT, "..") };
          });
        },
      },
    ],
  });
  return outfile;
}

/** The same application in workerd: what the package would be as a Worker, which npm does not have. */
export async function startPortkeyInWorkerd(upstreamPort: number): Promise<Subject> {
  const dir = mkdtempSync(join(tmpdir(), "uncase-bench-"));
  const path = await bundlePortkey(dir);
  const worker = sendStraight(dir, {
    modules: [{ type: "ESModule", path }],
    modulesRoot: dir,
    compatibilityDate: "2026-10-20",
    compatibilityFlags: ["nodejs_compat"],
    bindings: { TRUSTED_CUSTOM_HOSTS: TRUSTED, ENVIRONMENT: "production" },
  });
  const { port, pid, stop } = await startWorkerd(worker);
  return {
    name: "Portkey in workerd",
    port,
    pid,
    path: "/v1/chat/completions",
    headers: headersOf(upstreamPort, false),
    async stop() {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
