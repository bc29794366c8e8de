/**
 * How well a job uses a provider: 1,000 conversations over real HTTP from a provider of one second latency, 50 at a time,
 * through the whole local runtime. Once undisturbed, once with 5 % of the answers failing in mixed ways and the runtime
 * killed twice (SIGKILL). Counts must be right in both; the last line of stdout is JSON.
 *
 *   npm run bench:jobs -- --help
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort, type LocalWorker, migrateLocal, ROOT, startLocalWorker } from "../scripts/runtime/local-worker.ts";
import type { JobProgress, JobResponse } from "../workers/contract/job.ts";
import { SeedSchema } from "../workers/contract/seed.ts";
import { UNCASEClient } from "../workers/sdk/client.ts";

const HELP = `How well a job uses a provider, over real HTTP and through the whole local runtime.

  npm run bench:jobs -- [options]

  --count N       conversations of a run (1000)
  --latency MS    of the fake provider (1000)
  --faults RATE   share of its answers that fail, in the rough run (0.05)
  --kills N       SIGKILLs to the whole runtime in the rough run (2)
  --only NAME     calm (undisturbed) or rough (with faults and kills); both without it
  --trace         says what the job is at, every half second
  --keep          keeps the state and the runtime's log, and says where

Seconds count from the request that starts the job to the job's end. The ideal is count / 50 x latency. Exits with 1
when a count is wrong: conversations doubled or lost, or calls that the ledger and the provider count differently.
The last line of the standard output is JSON.`;

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    latency: { type: "string", default: "1000" },
    faults: { type: "string", default: "0.05" },
    kills: { type: "string", default: "2" },
    only: { type: "string" },
    trace: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const COUNT = Number(options.count);
const LATENCY_MS = Number(options.latency);
const CONCURRENCY = 50;
const IDEAL_S = (COUNT / CONCURRENCY) * (LATENCY_MS / 1000);
/** Over the ideal: without faults, and with faults and kills. */
const GOALS = { calm: 1.15, rough: 2 };

interface ProviderStats {
  started: number;
  finished: number;
  faults: Record<string, number>;
  maxInFlight: number;
}

interface Outcome {
  name: "calm" | "rough";
  seconds: number;
  generate_seconds: number;
  ideal_seconds: number;
  restart_seconds: number[];
  /** Of the whole runtime; null where it was killed in between. */
  cpu_ms_per_item: number | null;
  ratio: number;
  goal: number;
  status: string;
  generated: number;
  reports: number;
  distinct: number;
  duplicates: number;
  lost: number;
  certified: number;
  rejected: Record<string, number>;
  requests: number;
  max_in_flight: number;
  retries: number;
  calls_started: number;
  calls_settled: number;
  unconfirmed: number;
  open_at_kills: number;
  faults: Record<string, number>;
  wrong: string[];
}

const stateDir = mkdtempSync(join(tmpdir(), "uncase-bench-"));
const started: ChildProcess[] = [];
let worker: LocalWorker | undefined;

/** A seed that asks for no tools and no scenario: one conversation is one request. */
function benchSeed(): SeedSchema {
  const library = JSON.parse(
    readFileSync(join(ROOT, "seeds", "library", "finance.advisory.json"), "utf8"),
  ) as unknown[];
  const seed = library.map((each) => SeedSchema.parse(each)).find((each) => each.idioma === "es")!;
  const parametros_factuales = { ...seed.parametros_factuales, herramientas: [], herramientas_definidas: null };
  return { ...seed, parametros_factuales, scenarios: [] };
}

async function startProvider(faults: number): Promise<{ url: string; stats(): Promise<ProviderStats> }> {
  const port = await freePort();
  const args = ["test/fakes/provider-server.ts", "--port", String(port), "--latency", String(LATENCY_MS)];
  const child = spawn(process.execPath, [...args, "--faults", String(faults), "--seed", "7"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  started.push(child);
  const url = `http://127.0.0.1:${port}`;
  const stats = async () => (await (await fetch(`${url}/__stats`)).json()) as ProviderStats;
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (await stats().then(Boolean, () => false)) return { url, stats };
    await pause(100);
  }
  throw new Error("the fake provider did not start");
}

function trace(seconds: number, progress: JobProgress): void {
  if (!options.trace) return;
  const { stage, done, failed, leased, calls_started, calls_settled, calls_unconfirmed, concurrency } = progress;
  const calls = `calls ${calls_started}/${calls_settled}/${calls_unconfirmed} of ${concurrency}`;
  console.error(
    `${seconds.toFixed(1).padStart(6)} s  ${stage} done ${done} failed ${failed} leased ${leased} ${calls}`,
  );
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function startRuntime(port: number): Promise<UNCASEClient> {
  worker = await startLocalWorker({
    port,
    stateDir,
    logFile: join(stateDir, "worker.log"),
    variables: { UNCASE_ENV: "development", UNCASE_LOG_LEVEL: "error" },
  });
  return new UNCASEClient({ baseUrl: worker.url });
}

/** The latest counts of a job, from the first event of its stream. */
async function progressOf(client: UNCASEClient, id: string): Promise<JobProgress> {
  for await (const event of client.jobs.events(id)) if (event.type === "progress") return event.progress;
  throw new Error("no progress");
}

async function run(name: Outcome["name"], client: UNCASEClient, port: number): Promise<Outcome> {
  const rough = name === "rough";
  const provider = await startProvider(rough ? Number(options.faults) : 0);
  const { id: providerId } = await client.providers.create({
    name: `bench-${name}`,
    provider_type: "vllm",
    api_base: `${provider.url}/v1`,
    default_model: "fake-writer",
  });
  const begun = performance.now();
  const cpuBefore = cpuSeconds(worker!.pid);
  const { job_id: id } = await client.generation.start({
    seed: benchSeed(),
    count: COUNT,
    provider_id: providerId,
    max_attempts: 1,
    random_seed: 1,
  });
  const since = () => round((performance.now() - begun) / 1000);
  let openAtKills = 0;
  let generatedAt = 0;
  const kills = rough ? Number(options.kills) : 0;
  /** Seconds that the runtime took to answer again after each kill. */
  const restarts: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    for (;;) {
      const progress = await progressOf(client, id);
      trace(since(), progress);
      if (progress.done >= (COUNT * (kill + 1)) / (kills + 1)) {
        openAtKills += Math.max(progress.leased, CONCURRENCY);
        break;
      }
      await pause(100);
    }
    worker!.kill();
    await worker!.exited;
    const killedAt = since();
    client = await startRuntime(port);
    restarts.push(round(since() - killedAt));
  }
  let job: JobResponse;
  for (;;) {
    job = await client.jobs.get(id);
    if (generatedAt === 0 && job.current_stage !== "generate") generatedAt = performance.now();
    if (["completed", "failed", "cancelled"].includes(job.status)) break;
    if (options.trace) trace(since(), await progressOf(client, id));
    await pause(500);
  }
  const seconds = (performance.now() - begun) / 1000;
  const cpu = rough ? null : (cpuSeconds(worker!.pid) - cpuBefore) * 1000;
  const counts = await progressOf(client, id);
  const stats = await provider.stats();

  const ids = new Set<string>();
  let reports = 0;
  for await (const report of client.evaluations.iterateReports({ page_size: 100 })) {
    // A conversation's id begins with its job's.
    if (!report.conversation_id.startsWith(id.slice(0, 24))) continue;
    ids.add(report.conversation_id);
    reports += 1;
  }
  const result = (job.result ?? {}) as {
    conversations_generated?: number;
    conversations_passed?: number;
    rejected?: Record<string, number>;
  };
  const outcome: Outcome = {
    name,
    seconds: round(seconds),
    generate_seconds: round((generatedAt - begun) / 1000),
    ideal_seconds: IDEAL_S,
    restart_seconds: restarts,
    cpu_ms_per_item: cpu === null ? null : round(cpu / COUNT),
    ratio: round(seconds / IDEAL_S),
    goal: GOALS[name],
    status: job.status,
    generated: result.conversations_generated ?? 0,
    reports,
    distinct: ids.size,
    duplicates: reports - ids.size,
    lost: COUNT - ids.size,
    certified: result.conversations_passed ?? 0,
    rejected: result.rejected ?? {},
    requests: stats.started,
    max_in_flight: stats.maxInFlight,
    retries: stats.started - COUNT,
    calls_started: counts.calls_started,
    calls_settled: counts.calls_settled,
    unconfirmed: counts.calls_unconfirmed,
    open_at_kills: openAtKills,
    faults: stats.faults,
    wrong: [],
  };
  const check = (right: boolean, what: string) => void (right || outcome.wrong.push(what));
  // A report stands for every conversation, certified or not.
  check(outcome.generated === COUNT, `${outcome.generated} of ${COUNT} generated (${job.error_message ?? job.status})`);
  check(reports === COUNT && ids.size === COUNT, `${reports} reports of ${ids.size} conversations`);
  check(counts.calls_settled <= stats.started, "more calls settled than the provider counted");
  check(stats.started <= counts.calls_started, "the provider counted more calls than were begun");
  const broken = (stats.faults["reset"] ?? 0) + (stats.faults["stall"] ?? 0);
  check(
    counts.calls_started - counts.calls_settled <= openAtKills + broken,
    "more calls unsettled than leases were open at the kills and connections broke",
  );
  return outcome;
}

/** CPU seconds of all processes of a group so far (Linux; 0 elsewhere): wall-clock figures of a busy machine mislead. */
function cpuSeconds(group: number): number {
  let ticks = 0;
  try {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
        if (Number(fields[2]) === group) ticks += Number(fields[11]) + Number(fields[12]);
      } catch {
        // The process ended meanwhile.
      }
    }
  } catch {
    return 0;
  }
  return ticks / 100;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const outcomes: Outcome[] = [];
try {
  migrateLocal(stateDir);
  const port = await freePort();
  const client = await startRuntime(port);
  for (const name of ["calm", "rough"] as const) {
    if (options.only !== undefined && options.only !== name) continue;
    const outcome = await run(name, client, port);
    outcomes.push(outcome);
    for (const [what, value] of Object.entries(outcome)) {
      console.log(`${what.padEnd(18)} ${typeof value === "object" ? JSON.stringify(value) : value}`);
    }
    console.log("");
  }
} finally {
  await (worker as LocalWorker | undefined)?.stop();
  for (const child of started) child.kill("SIGKILL");
  if (options.keep) console.log(`state kept in ${stateDir}`);
  else rmSync(stateDir, { recursive: true, force: true });
}
console.log(
  JSON.stringify({
    bench: "jobs",
    count: COUNT,
    latency_ms: LATENCY_MS,
    concurrency: CONCURRENCY,
    met: outcomes.every((each) => each.ratio <= each.goal),
    outcomes,
  }),
);
if (outcomes.some((each) => each.wrong.length > 0)) process.exitCode = 1;
