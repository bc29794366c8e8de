import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonOf, temporaryFolder, uncase } from "./run.ts";

const folder = temporaryFolder();
const chat = join(folder, "chat.txt");
writeFileSync(chat, "Cliente: hola\nAsesor: buenas\n");

const dataset = '{"text":"<|im_start|>"}\n';
const sha256 = createHash("sha256").update(dataset).digest("hex");
const job = (status: string, result: unknown = null) => ({
  id: "j1",
  job_type: "pipeline_run",
  status,
  progress: status === "completed" ? 1 : 0.5,
  current_stage: "generate",
  status_message: null,
  config: {},
  result,
  error_message: status === "failed" ? "out of luck" : null,
  organization_id: "local",
  started_at: null,
  completed_at: null,
  created_at: "2026-01-15T12:00:00.000Z",
});
const result = {
  seeds_created: 1,
  conversations_generated: 2,
  conversations_passed: 1,
  rejected: { rouge_l: 1 },
  dataset: { dataset_id: "d1", sha256 },
};
const imported = {
  total_imported: 1,
  total_skipped: 0,
  total_pii_anonymized: 2,
  errors: [],
  duplicates: 0,
  format: "transcript",
  pii: { PERSON: 2 },
  warnings: [],
  conversations: [{ conversation_id: "c1" }],
  conversation_ids: ["c1"],
  conversations_url: "",
  import_id: "i1",
};

const importJob = {
  import_id: "j3",
  organization_id: "local",
  conversations_imported: 1,
  conversations_failed: 1,
  errors: [{ line: 3, column: "content", error: "cell is blank" }],
  duplicates: 0,
  format: "csv",
  pii: { PERSON: 2 },
  warnings: [],
  conversations_url: "/api/v1/conversations?import_id=j3",
};
const importedConversation = {
  conversation_id: "c1",
  seed_id: null,
  dominio: "general",
  idioma: "es",
  turnos: [{ turno: 1, rol: "cliente", contenido: "hola" }],
  es_sintetica: false,
  created_at: "2026-01-15T12:00:00.000Z",
  metadata: {},
};

const evaluated = {
  conversation_id: "c1",
  seed_id: "s1",
  metrics: { rouge_l: 0.4 },
  composite_score: 0.4,
  weighted_mean: 0.4,
  passed: false,
  failures: ["rouge_l=0.4 (min 0.65)"],
  skipped_metrics: [],
  details: {},
  evaluated_at: "2026-01-15T12:00:00.000Z",
};
const evaluatedSeed = {
  seed_id: "s1",
  dominio: "automotive.sales",
  idioma: "es",
  roles: ["cliente", "asesora"],
  objetivo: "Informar sobre la garantía de un vehículo",
  pasos_turnos: { turnos_min: 2, turnos_max: 6, flujo_esperado: ["El cliente pregunta"] },
  parametros_factuales: { contexto: "Agencia de vehículos", restricciones: [] },
};

type Reply = unknown | ((response: ServerResponse) => void);
const routes: Record<string, Reply> = {
  "POST /api/v1/connectors/file": imported,
  "POST /api/v1/pipeline/run": { job_id: "j1", status: "pending", message: "", result: null },
  "GET /api/v1/jobs": [job("running")],
  "GET /api/v1/jobs/j1": job("running"),
  "POST /api/v1/jobs/j1/cancel": job("cancelled"),
  "GET /api/v1/jobs/j1/dead-letters": [
    { stage: "generate", index: 3, error: "out of luck", starts: 5, seed_id: "s1", conversation_id: null },
  ],
  "POST /api/v1/jobs/j1/replay": { job: job("running"), replayed: 1 },
  "POST /api/v1/generate/estimate": {
    conversations: 1000,
    model: "claude-haiku-5-5",
    basis: "pilot",
    confidence: 0.9,
    calls: { low: 1000, expected: 1200, high: 1500 },
    input_tokens: { low: 1, expected: 2, high: 3 },
    output_tokens: { low: 1, expected: 2, high: 3 },
    cost_usd: { low: 0.5, expected: 0.75, high: 1.25 },
    price_table: "2026-11-21",
    pilot: { conversations: 5, passed: 4, failed: 0, calls: 6, input_tokens: 1, output_tokens: 1, cost_usd: 0.004 },
  },
  "GET /api/v1/jobs/j1/events": (response: ServerResponse) => {
    response.setHeader("content-type", "text/event-stream");
    response.write(
      `event: progress\ndata: ${JSON.stringify({ job_id: "j1", done: 1, failed: 0, total: 2, counts: { certified: 1 }, stage: "generate", eta_seconds: 1 })}\n\n`,
    );
    response.end(`event: done\ndata: ${JSON.stringify(job("completed", result))}\n\n`);
  },
  "GET /api/v1/jobs/j2/events": (response: ServerResponse) => {
    response.setHeader("content-type", "text/event-stream");
    response.end(`event: done\ndata: ${JSON.stringify(job("failed"))}\n\n`);
  },
  "POST /api/v1/import/csv": {
    job_id: "j3",
    status: "pending",
    message: "",
    status_url: "/api/v1/jobs/j3",
    events_url: "/api/v1/jobs/j3/events",
  },
  "POST /api/v1/connectors/whatsapp": {
    job_id: "j2",
    status: "pending",
    message: "",
    status_url: "/api/v1/jobs/j2",
    events_url: "/api/v1/jobs/j2/events",
  },
  "GET /api/v1/jobs/j3/events": (response: ServerResponse) => {
    response.setHeader("content-type", "text/event-stream");
    response.end(`event: done\ndata: ${JSON.stringify(job("completed", importJob))}\n\n`);
  },
  "GET /api/v1/conversations": {
    items: [importedConversation],
    total: 1,
    page: 1,
    page_size: 100,
    total_pages: 1,
  },
  "POST /api/v1/evaluations/batch": { reports: [evaluated] },
  "GET /api/v1/datasets/d1": { id: "d1", sha256, conversation_count: 1 },
  "GET /api/v1/datasets/d1/download": (response: ServerResponse) => response.end(dataset),
  "GET /api/v1/datasets/d2": { id: "d2", sha256: "0".repeat(64), conversation_count: 1 },
  "GET /api/v1/datasets/d2/download": (response: ServerResponse) => response.end(dataset),
};

let server: Server;
let env: Record<string, string>;
const queries: URLSearchParams[] = [];
const seen: { route: string; key: string | undefined; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const url = new URL(request.url!, "http://x");
      const route = `${request.method} ${url.pathname}`;
      if (url.searchParams.has("keep_source_until")) queries.push(url.searchParams);
      seen.push({ route, key: request.headers["x-api-key"] as string, body: Buffer.concat(chunks).toString() });
      const reply = routes[route];
      if (typeof reply === "function") return (reply as (response: ServerResponse) => void)(response);
      response.statusCode = reply === undefined ? 404 : 200;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(reply ?? { detail: "Not found", code: "not_found", request_id: "req-7" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  env = { UNCASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, UNCASE_API_KEY: "uc_test_key" };
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe.concurrent("commands on a server", () => {
  it("evaluate run sends pairs and required metrics, prints the server's reports, and fails where one fails", async () => {
    const [conversations, seeds] = [join(folder, "evaluated.json"), join(folder, "evaluated-seed.json")];
    writeFileSync(conversations, JSON.stringify([{ ...importedConversation, seed_id: "s1" }]));
    writeFileSync(seeds, JSON.stringify(evaluatedSeed));
    const arguments_ = ["evaluate", "run", conversations, seeds, "--require", "memorizacion", "--json"];
    const outcome = await uncase(arguments_, { env });
    expect(outcome.code).toBe(1);
    expect(jsonOf(outcome)).toMatchObject({ total: 1, failed: 1, reports: [evaluated] });
    const sent = seen.find(({ route }) => route === "POST /api/v1/evaluations/batch")!;
    expect(JSON.parse(sent.body)).toMatchObject({
      pairs: [{ conversation: { conversation_id: "c1" }, seed: { seed_id: "s1" } }],
      require: ["memorizacion"],
    });
    expect((await uncase([...arguments_, "--sources", conversations], { env })).code).toBe(2);
  });

  it("import of a file that became a job follows it, prints its result and writes what it imported", async () => {
    const output = join(folder, "imported.jsonl");
    const outcome = await uncase(["import", "csv", chat, "--json", "-o", output], { env });
    expect(jsonOf(outcome)).toEqual(importJob);
    expect(JSON.parse(readFileSync(output, "utf8"))).toEqual({ ...importedConversation, seed_id: "" });
    expect(seen.some(({ route }) => route === "GET /api/v1/jobs/j3/events")).toBe(true);
  });

  it("import --keep-source-until tells the server the end of that day, and nothing without a server", async () => {
    const args = ["import", "csv", chat, "--json", "--keep-source-until", "2027-01-31"];
    const outcome = await uncase(args, { env });
    expect([outcome.code, queries.at(-1)?.get("keep_source_until")]).toEqual([0, "2027-01-31T23:59:59.000Z"]);
    expect((await uncase(args)).stderr).toContain("--server");
    expect((await uncase([...args.slice(0, -1), "mañana"], { env })).stderr).toContain("no date");
  });

  it("import of a file whose job failed prints the job and exits with 1", async () => {
    const outcome = await uncase(["import", chat, "--format", "whatsapp", "--json"], { env });
    expect([outcome.code, JSON.parse(outcome.stdout)]).toEqual([1, expect.objectContaining({ status: "failed" })]);
  });

  it("import uploads the file under the key of the environment", async () => {
    const outcome = await uncase(["import", chat, "--json"], { env });
    expect(jsonOf(outcome)).toEqual(imported);
    const upload = seen.find((each) => each.route === "POST /api/v1/connectors/file")!;
    expect(upload.body).toContain("Cliente: hola");
    expect(upload.key).toBe("uc_test_key");
  });

  it("pipeline run uploads, starts, follows the job and downloads the data set", async () => {
    const output = join(folder, "out");
    const outcome = await uncase(
      ["pipeline", "run", "-d", "automotive.sales", "-i", chat, "-n", "2", "-o", output, "--json"],
      { env },
    );
    expect(jsonOf(outcome)).toMatchObject({
      imported: 1,
      pii: { PERSON: 2 },
      certified: 1,
      rejected: { rouge_l: 1 },
      export: { path: join(output, "dataset.jsonl"), sha256 },
    });
    expect(readFileSync(join(output, "dataset.jsonl"), "utf8")).toBe(dataset);
    const start = seen.find((each) => each.route === "POST /api/v1/pipeline/run")!;
    expect(JSON.parse(start.body)).toMatchObject({ conversation_ids: ["c1"], count: 2, domain: "automotive.sales" });
  });

  it("job lists, watches and cancels; a failed job is exit code 1", async () => {
    const [list, watched, failed, cancelled] = await Promise.all([
      uncase(["job", "list", "--json"], { env }),
      uncase(["job", "watch", "j1", "--json"], { env }),
      uncase(["job", "watch", "j2", "--json"], { env }),
      uncase(["job", "cancel", "j1", "--json"], { env }),
    ]);
    expect(jsonOf(list!)).toHaveLength(1);
    expect(jsonOf(watched!)).toMatchObject({ status: "completed" });
    expect(watched!.code).toBe(0);
    expect(failed!.code).toBe(1);
    expect(jsonOf(cancelled!)).toMatchObject({ status: "cancelled" });
  });

  it("refuse a count that is no whole number in bounds, without asking the server", async () => {
    const commands = ["job list -n x", "job list -n 1.5", "job list -n 0", "gateway logs -n -3", "gateway logs -n 101"];
    for (const command of [...commands, "job failures j1 --after x", "job failures j1 -n 0"]) {
      const { code, stderr } = await uncase([...command.split(" "), "--server", "http://127.0.0.1:9"]);
      expect([command, code, /Expected a whole number from/.test(stderr)]).toEqual([command, 2, true]);
    }
  });

  it("job failures and replay show what failed for good and have it tried again", async () => {
    const [failures, replay] = await Promise.all([
      uncase(["job", "failures", "j1"], { env }),
      uncase(["job", "replay", "j1", "--json"], { env }),
    ]);
    expect(failures!.stdout).toMatch(/3\s+generate\s+5\s+s1\s+out of luck/);
    expect(jsonOf(replay!)).toMatchObject({ replayed: 1, job: { id: "j1" } });
  });

  it("pipeline estimate asks as the run would, and prints the interval and what the pilot cost", async () => {
    const args = "pipeline estimate -d automotive.sales -n 1000 --provider claude --pilot 5 --budget 1".split(" ");
    const { stdout, stderr, code } = await uncase(args, { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/USD\s+0\.7500\s+0\.5000\s+1\.2500/);
    expect(stderr).toContain("90 % of cases");
    const asked = seen.findLast(({ route }) => route === "POST /api/v1/generate/estimate")!;
    expect(JSON.parse(asked.body)).toMatchObject({
      domain: "automotive.sales",
      count: 1000,
      provider_id: "claude",
      pilot: 5,
      budget_usd: 1,
    });
  });

  it("dataset download keeps a file only when its hash is the announced one", async () => {
    const [good, bad] = await Promise.all([
      uncase(["dataset", "download", "d1", "-o", join(folder, "d1.jsonl")], { env }),
      uncase(["dataset", "download", "d2", "-o", join(folder, "d2.jsonl")], { env }),
    ]);
    expect(good!.code).toBe(0);
    expect(readFileSync(join(folder, "d1.jsonl"), "utf8")).toBe(dataset);
    expect(bad).toMatchObject({ code: 1, stderr: expect.stringContaining("SHA-256") });
    expect(() => readFileSync(join(folder, "d2.jsonl"))).toThrow();
  });

  it("show the server's error with its request id, and a server that is not there", async () => {
    const [missing, gone] = await Promise.all([
      uncase(["job", "show", "nope"], { env }),
      uncase(["job", "show", "j1", "--server", "http://127.0.0.1:9"]),
    ]);
    expect(missing).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/Not found[\s\S]*req-7/u) });
    expect(gone).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("cannot be reached") });
  });
});
