// npm run demo: the main job, end to end, against the local runtime. It ends by itself and leaves nothing running.
import { createHash } from "node:crypto";
import { mkdirSync, openAsBlob, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Conversation, ConversationResponse } from "../workers/contract/conversation.ts";
import { DOMAINS, type Domain } from "../workers/contract/domain.ts";
import { SeedSchema, type SeedResponse } from "../workers/contract/seed.ts";
import { plantPhone, wordSalad } from "../workers/core/evaluation/controls.ts";
import { createRandom } from "../workers/core/generation/random.ts";
import { UNCASEClient } from "../workers/sdk/client.ts";
import { UNCASEError } from "../workers/sdk/error.ts";
import {
  type Control,
  controlsTable,
  type DemoSummary,
  ProgressLine,
  sideBySide,
  summaryTable,
} from "./demo/report.ts";
import { freePort, migrateLocal, ROOT, startLocalWorker } from "./runtime/local-worker.ts";

const HELP = `Runs the main job end to end on this machine: import, anonymise, seeds, generate, evaluate, export.

  npm run demo                     the sample chats of this repository
  npm run demo -- FILE             your own WhatsApp export, CSV, JSON or JSONL file
  npm run demo -- FILE --json      one JSON object on the last line instead of tables

Options
  --count N       conversations to generate per seed (default 4)
  --template T    chat format of the export (default chatml)
  --domain D      domain of the file, when it should not be detected; one of
                  ${DOMAINS.join(", ")}
  --random-seed N the same number and file give the same export (default 0)
  --json          print one JSON object on the last line
  --help          this text`;

/** The state of the demo: thrown away when the next demo starts. */
const STATE_DIR = join(ROOT, ".wrangler", "demo");
const OUTPUT_DIR = join(ROOT, "outputs", "demo");
const SAMPLE = join(ROOT, "samples", "chats-es.txt");

/** A mistake of the person who runs the demo: told in one line, exit code 2. */
class UsageError extends Error {}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: "string", default: "4" },
      template: { type: "string", default: "chatml" },
      domain: { type: "string" },
      "random-seed": { type: "string", default: "0" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1 || count > 1000) throw new UsageError("--count: a number from 1 to 1000");
  const randomSeed = Number(values["random-seed"]);
  if (!Number.isInteger(randomSeed) || randomSeed < 0) throw new UsageError("--random-seed: a number from 0 on");
  const domain = DOMAINS.find((name) => name === values.domain);
  if (values.domain !== undefined && domain === undefined) {
    throw new UsageError(`--domain: one of ${DOMAINS.join(", ")}`);
  }
  if (positionals.length > 1) throw new UsageError("give one file at a time");
  const file = positionals[0] === undefined ? SAMPLE : resolve(process.env["INIT_CWD"] ?? ".", positionals[0]);
  const { template, json, help } = values;
  return { count, randomSeed, domain, file, template, json, help };
}

type Options = ReturnType<typeof readOptions>;

function checkFile(file: string): void {
  let size: number;
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw new UsageError(`${file}: not a file`);
    size = stat.size;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file}: cannot be read; give the path of a WhatsApp, CSV, JSON or JSONL file`);
  }
  if (size === 0) throw new UsageError(`${file}: the file is empty`);
}

/** Everything of a seed's record that belongs to the seed itself. */
function toSeed(response: SeedResponse): SeedSchema {
  const fields = Object.keys(SeedSchema.shape).filter((name) => name !== "seed_id");
  const seed = Object.fromEntries(Object.entries(response).filter(([name]) => fields.includes(name)));
  return SeedSchema.parse({ ...seed, seed_id: response.id });
}

function toConversation(response: ConversationResponse): Conversation {
  const { conversation_id, seed_id, dominio, idioma, turnos, es_sintetica, metadata } = response;
  const strings = Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, String(value)]));
  return { conversation_id, seed_id: seed_id ?? "", dominio, idioma, turnos, es_sintetica, metadata: strings };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function addCounts(into: Record<string, number>, more: Record<string, number>): void {
  for (const [name, count] of Object.entries(more)) into[name] = (into[name] ?? 0) + count;
}

/** Imports the file and answers its conversations by domain. */
async function importAll(client: UNCASEClient, options: Options, say: (text: string) => void) {
  const upload = await openAsBlob(options.file);
  const query = options.domain === undefined ? {} : { domain: options.domain };
  const result = await client.imports.file(upload, { ...query, filename: basename(options.file) });
  if (!("conversation_ids" in result)) throw new UsageError("the file is larger than one request; use uncase import");
  for (const error of result.errors.slice(0, 10)) say(`  skipped: ${error}`);
  if (result.errors.length > 10) say(`  ... and ${result.errors.length - 10} more rows`);
  for (const warning of result.warnings) say(`  note: ${warning}`);
  const byDomain = new Map<Domain, string[]>();
  for await (const conversation of client.conversations.iterate({ import_id: result.import_id, page_size: 100 })) {
    const domain = DOMAINS.find((name) => name === conversation.dominio) ?? "automotive.sales";
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), conversation.conversation_id]);
  }
  return { imported: result.total_imported, pii: result.pii, byDomain };
}

/** Puts two spoiled copies of a certified conversation through the gates. */
async function runControls(client: UNCASEClient, seed: SeedSchema, conversation: Conversation): Promise<Control[]> {
  const controls: [string, Conversation][] = [
    ["word salad", wordSalad(conversation, createRandom("demo control"))],
    ["planted phone number", plantPhone(conversation)],
  ];
  const outcomes: Control[] = [];
  for (const [name, spoiled] of controls) {
    const report = await client.evaluations.run({ conversation: spoiled, seed });
    outcomes.push({ name, rejected: !report.passed, failures: report.failures });
  }
  return outcomes;
}

async function runDemo(client: UNCASEClient, options: Options, started: number): Promise<void> {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  say(`Importing ${relative(process.env["INIT_CWD"] ?? process.cwd(), options.file) || options.file} ...`);
  const { imported, pii, byDomain } = await importAll(client, options, say);
  if (imported === 0) throw new UsageError(`${options.file}: no conversation could be imported from this file`);

  const summary: Omit<DemoSummary, "export" | "duration_ms"> = {
    imported,
    pii,
    seeds: 0,
    generated: 0,
    certified: 0,
    rejected: {},
  };
  const line = new ProgressLine(process.stderr);
  const jobs: string[] = [];
  for (const [domain, conversationIds] of [...byDomain].sort()) {
    const run = await client.pipeline.run({
      conversation_ids: conversationIds,
      domain,
      count: options.count,
      random_seed: options.randomSeed,
      export: { template: options.template },
    });
    for await (const event of client.jobs.events(run.job_id)) {
      if (event.type === "progress") line.show(domain, event.progress);
      else {
        line.end();
        const result = (event.job.result ?? {}) as Record<string, never>;
        summary.seeds += result["seeds_created"] ?? 0;
        summary.generated += result["conversations_generated"] ?? 0;
        summary.certified += result["conversations_passed"] ?? 0;
        addCounts(summary.rejected, result["rejected"] ?? {});
        if (event.job.status === "completed") jobs.push(run.job_id);
        else say(`  ${domain}: ${event.job.error_message ?? event.job.status}`);
      }
    }
  }
  const certified: ConversationResponse[] = [];
  for (const job of jobs) {
    certified.push(
      ...(await collect(client.conversations.iterate({ job_id: job, status: "certified", page_size: 100 }))),
    );
  }
  if (certified.length === 0) throw new Error("No conversation passed the gates; nothing was exported.");

  const dataset = await client.datasets.create({
    name: "Demo",
    conversation_ids: certified.map((conversation) => conversation.conversation_id),
    template: options.template,
  });
  const bytes = new Uint8Array(await (await client.datasets.download(dataset.id)).arrayBuffer());
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== dataset.sha256) throw new Error("The downloaded export does not have the hash that the API stated.");
  mkdirSync(OUTPUT_DIR, { recursive: true });
  const name = basename(options.file, extname(options.file)).replace(/[^A-Za-z0-9._-]/g, "_");
  const path = join(OUTPUT_DIR, `${name}.${options.template}.jsonl`);
  writeFileSync(path, bytes);

  const shown = toConversation(certified[0]!);
  const seed = toSeed(await client.seeds.get(shown.seed_id));
  const controls = await runControls(client, seed, shown);
  const full: DemoSummary = {
    ...summary,
    export: { path: relative(process.env["INIT_CWD"] ?? process.cwd(), path), format: options.template, sha256 },
    duration_ms: Date.now() - started,
  };
  if (options.json) say(`Controls:\n${controlsTable(controls)}`);
  else {
    const columns = Math.min(process.stdout.columns ?? 120, 160);
    console.log(`\n${summaryTable(full)}\n\nControls, which must be rejected:\n${controlsTable(controls)}\n`);
    console.log(sideBySide(seed, shown, columns));
  }
  if (controls.some((control) => !control.rejected))
    throw new Error("A control that must be rejected passed the gates.");
  if (options.json) console.log(JSON.stringify(full));
}

async function main(): Promise<void> {
  const started = Date.now();
  const options = readOptions();
  if (options.help) {
    console.log(HELP);
    return;
  }
  checkFile(options.file);
  process.stderr.write("Starting the local runtime ...\n");
  rmSync(STATE_DIR, { recursive: true, force: true });
  migrateLocal(STATE_DIR);
  const worker = await startLocalWorker({
    port: await freePort(),
    stateDir: STATE_DIR,
    logFile: join(STATE_DIR, "worker.log"),
    variables: { UNCASE_ENV: "development" },
  });
  const stop = () => void worker.stop().then(() => process.exit(130));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    await runDemo(new UNCASEClient({ baseUrl: worker.url }), options, started);
  } finally {
    await worker.stop();
  }
}

try {
  await main();
} catch (error) {
  const usage = error instanceof UsageError || (error instanceof TypeError && "code" in error);
  const api = error instanceof UNCASEError;
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  if (api) for (const field of error.errors ?? []) process.stderr.write(`  ${field.field}: ${field.message}\n`);
  process.exitCode = usage || (api && error.status >= 400 && error.status < 500) ? 2 : 1;
}
