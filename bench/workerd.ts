// Workers in a workerd of their own, measured from outside: clocks stand still inside.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { convertV4MiniflareOptions, Miniflare, type V4MiniflareOptions } from "miniflare";
import { freePort, ROOT } from "../scripts/runtime/local-worker.ts";

const TICKS_PER_SECOND = 100;

function statOf(pid: number): { name: string; fields: string[] } {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const end = stat.lastIndexOf(")");
  return { name: stat.slice(0, end), fields: stat.slice(end + 2).split(" ") };
}

/** User and system time of a process and its threads so far, to a hundredth of a second. */
export function cpuSeconds(pid: number): number {
  const { fields } = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Process ids of the children of this process that run workerd. */
function workerds(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const { name, fields } = statOf(pid);
        return name.includes("(workerd") && Number(fields[1]) === process.pid;
      } catch {
        // It ended while we looked.
        return false;
      }
    });
}

/** Starts workers in a workerd of their own, with a socket that leads straight to the first of them. */
export async function startWorkerd(
  worker: object,
  prepare: (miniflare: Miniflare, port: number) => Promise<void> = () => Promise.resolve(),
): Promise<{ port: number; pid: number; stop(): Promise<void> }> {
  const before = new Set(workerds());
  const port = await freePort();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...worker,
      name: "subject",
      unsafeDirectSockets: [{ host: "127.0.0.1", port }],
    } as V4MiniflareOptions),
  );
  await miniflare.ready;
  await prepare(miniflare, port);
  const pid = workerds().find((each) => !before.has(each));
  if (pid === undefined) throw new Error("workerd did not start");
  return { port, pid, stop: () => miniflare.dispose() };
}

export interface WorkerModule {
  type: "ESModule" | "Data";
  path: string;
}

/**
 * Options of a Worker whose requests go out to the network itself. Miniflare sets a Worker of its own before it, which
 * production has not and no option takes away; a binding of the network leads past it, so `fetch` is that binding's.
 * The first of `modules` is the Worker's own; two more are written to `dir`.
 */
export function sendStraight<T extends { modules: readonly WorkerModule[]; serviceBindings?: object }>(
  dir: string,
  worker: T,
): object {
  const [main] = worker.modules;
  const write = (name: string, script: string): WorkerModule => {
    writeFileSync(join(dir, name), script);
    return { type: "ESModule", path: join(dir, name) };
  };
  const straight = write(
    "straight.js",
    `import { env } from "cloudflare:workers";
globalThis.fetch = (input, init) => env.NETWORK.fetch(input, init);`,
  );
  const name = JSON.stringify(`./${basename(main!.path)}`);
  const entry = write(
    "entry.js",
    `import "./straight.js";
export * from ${name};
export { default } from ${name};`,
  );
  return {
    ...worker,
    modules: [entry, straight, ...worker.modules],
    serviceBindings: { ...worker.serviceBindings, NETWORK: { network: { allow: ["public", "private"] } } },
  };
}

/** Bundles a Worker into `dir` as an upload would; `args` are wrangler's. Throws with what wrangler says. */
export function bundleWorker(dir: string, args: readonly string[]): WorkerModule[] {
  const wrangler = join(ROOT, "node_modules", "wrangler", "wrangler-dist", "cli.js");
  const result = spawnSync(process.execPath, [wrangler, "deploy", ...args, "--dry-run", "--outdir", dir], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false", NO_COLOR: "1" },
  });
  if (result.status !== 0) throw new Error(`the Worker could not be bundled:\n${result.stdout}\n${result.stderr}`);
  const files = readdirSync(dir);
  return [
    ...files
      .filter((name) => name.endsWith(".js"))
      .map((name) => ({ type: "ESModule" as const, path: join(dir, name) })),
    ...files.filter((name) => name.endsWith(".bin")).map((name) => ({ type: "Data" as const, path: join(dir, name) })),
  ];
}
