import { beforeAll, describe, expect, it } from "vitest";
import { openCertificate } from "../../workers/core/datasets/certificate.ts";
import type { DatasetManifest } from "../../workers/core/datasets/manifest.ts";
import type { UNCASEClient } from "../../workers/sdk/client.ts";
import { workOn } from "../../workers/services/work.ts";
import { bindings, makeTenant, sendJson, startApp, type Tenant, type TestApp } from "./support.ts";

let app: TestApp;
let tenant: Tenant;
let client: UNCASEClient;
let jobId: string;
let certified: number;

const RUN = { domain: "automotive.sales", count: 24, language: "es", random_seed: 7 };

async function run(body: object): Promise<{ id: string; status: string; error_message: string | null }> {
  const response = await app.fetch("/api/v1/pipeline/run", sendJson(tenant.write, body));
  const { job_id } = await response.json<{ job_id: string }>();
  for (let round = 0; round < 100; round += 1) {
    await workOn(app.deps, job_id, 4);
    const job = await client.jobs.get(job_id);
    if (["completed", "failed"].includes(job.status)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the job did not end");
}

beforeAll(async () => {
  app = await startApp();
  tenant = await makeTenant(app);
  client = app.client(tenant.write);
  const job = await run(RUN);
  jobId = job.id;
  certified = (await client.conversations.list({ job_id: jobId, status: "certified" })).total;
  expect(certified).toBeGreaterThan(5);
});

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function readFiles(id: string): Promise<Map<string, ArrayBuffer>> {
  const files = new Map<string, ArrayBuffer>();
  for (const { name } of await client.datasets.files(id)) {
    files.set(name, await (await client.datasets.downloadFile(id, name)).arrayBuffer());
  }
  return files;
}

const textOf = (bytes: ArrayBuffer | undefined) => new TextDecoder().decode(bytes);

/** Stores a copy of a certified conversation that opens with the assistant, with the report of the original. */
async function storeAssistantFirst(id: string): Promise<void> {
  const organizationId = tenant.id;
  const { items } = await client.conversations.list({ job_id: jobId, status: "certified", page_size: 1 });
  const original = await client.conversations.get(items[0]!.conversation_id);
  const role = original.metadata["assistant_role"] as string;
  const turnos = original.turnos.filter((turn) => (turn.tool_calls ?? []).length === 0);
  const opening = turnos.findIndex((turn) => turn.rol === role);
  await client.conversations.create({
    conversation_id: id,
    seed_id: original.seed_id,
    dominio: "automotive.sales",
    idioma: "es",
    es_sintetica: true,
    status: "certified",
    turnos: turnos.slice(opening).map((turn, index) => ({ ...turn, turno: index + 1, tool_results: null })),
    metadata: { assistant_role: role },
  });
  const reports = await app.deps.reports.ofConversations(organizationId, [original.conversation_id]);
  const report = reports.get(original.conversation_id)!;
  await app.deps.reports.insert(organizationId, [
    {
      id,
      job_id: null,
      dominio: "automotive.sales",
      report: { ...report, conversation_id: id },
      created_at: report.evaluated_at,
    },
  ]);
}

describe("a dataset with splits", () => {
  const recipe = { name: "ventas", split: { train: 6, validation: 2, test: 2 }, license: "cc-by-4.0" };

  it("has a file a split with its hash, a card, a manifest, and a certificate that anyone can check offline", async () => {
    const dataset = await client.datasets.create({ ...recipe, job_id: jobId });
    expect(Object.keys(dataset.splits)).toEqual(["train", "validation", "test"]);
    expect(Object.values(dataset.splits).reduce((sum, count) => sum + count, 0)).toBe(certified);
    const listed = await client.datasets.files(dataset.id);
    expect(listed.map((file) => file.name)).toEqual([
      "train.jsonl",
      "validation.jsonl",
      "test.jsonl",
      "README.md",
      "manifest.json",
      "certificate.json",
    ]);
    const files = await readFiles(dataset.id);
    for (const file of listed) {
      expect([file.name, await sha256(files.get(file.name)!)]).toEqual([file.name, file.sha256]);
    }
    expect(textOf(files.get("README.md"))).toContain('license: "cc-by-4.0"');
    const manifest = JSON.parse(textOf(files.get("manifest.json"))) as DatasetManifest;
    expect(manifest.files.map((file) => [file.path, file.storedSha256]).toSorted()).toEqual(
      listed
        .filter((file) => file.kind === "data")
        .map((file) => [file.name, file.sha256])
        .toSorted(),
    );
    expect(manifest.generator).toMatchObject({ randomSeed: 7 });
    for (const gate of manifest.gates) expect(gate.failed).toBe(0);
    expect(manifest.gates.find((gate) => gate.name === "privacy_score")).toMatchObject({ passed: certified });

    const { public_key } = await app.client().datasets.publicKey();
    const certificate = textOf(files.get("certificate.json"));
    const verdict = await openCertificate(certificate, public_key);
    if (!verdict.ok) throw new Error(verdict.reason);
    expect(verdict.statement.subject).toEqual(
      listed
        .filter((file) => file.kind !== "certificate")
        .map(({ name, sha256: hash }) => ({ name, digest: { sha256: hash } })),
    );
    expect(verdict.statement.predicate).toMatchObject({ certified: true, gates: manifest.gates, public_key });
    const envelope = JSON.parse(certificate) as { payload: string };
    const forged = btoa(atob(envelope.payload).replace('"certified":true', '"certified":null'));
    expect(await openCertificate(JSON.stringify({ ...envelope, payload: forged }), public_key)).toMatchObject({
      ok: false,
    });
  });

  it("keeps each seed in one split", async () => {
    const dataset = await client.datasets.create({ ...recipe, job_id: jobId, record: "messages" });
    const seedOfOpening = new Map<string, string>();
    for (let page = 1; ; page += 1) {
      const { items, total } = await client.conversations.list({ job_id: jobId, page, page_size: 100 });
      for (const item of items)
        seedOfOpening.set(JSON.stringify(item.turnos.map((turn) => turn.contenido)), item.seed_id!);
      if (page * 100 >= total) break;
    }
    const files = await readFiles(dataset.id);
    const splitsOf = new Map<string, Set<string>>();
    for (const split of Object.keys(dataset.splits)) {
      for (const line of textOf(files.get(`${split}.jsonl`))
        .trimEnd()
        .split("\n")) {
        const { messages } = JSON.parse(line) as { messages: { role: string; content: string }[] };
        const spoken = messages.filter((message) => message.role === "user").map((message) => message.content);
        const seed = [...seedOfOpening].find(([key]) => {
          const turns = JSON.parse(key) as string[];
          return spoken.every((text) => turns.includes(text));
        })![1];
        splitsOf.set(seed, (splitsOf.get(seed) ?? new Set()).add(split));
      }
    }
    for (const [seed, splits] of splitsOf) expect([seed, splits.size]).toEqual([seed, 1]);
    expect(splitsOf.size).toBeGreaterThan(2);
  });

  it("has the same bytes when it is built again, but for the certificate", async () => {
    const [first, second] = [
      await client.datasets.create({ ...recipe, job_id: jobId, gzip: true }),
      await client.datasets.create({ ...recipe, job_id: jobId, gzip: true }),
    ];
    const hashes = async (id: string) =>
      (await client.datasets.files(id))
        .filter((file) => file.kind !== "certificate")
        .map((file) => [file.name, file.sha256]);
    expect(await hashes(second.id)).toEqual(await hashes(first.id));
  });

  it("compresses to what the uncompressed export holds", async () => {
    const plain = await client.datasets.create({ name: "plain", job_id: jobId });
    const packed = await client.datasets.create({ name: "packed", job_id: jobId, gzip: true });
    const stream = (await client.datasets.download(packed.id)).body!.pipeThrough(new DecompressionStream("gzip"));
    expect(textOf(await new Response(stream).arrayBuffer())).toBe(
      textOf(await (await client.datasets.download(plain.id)).arrayBuffer()),
    );
    expect(packed.size_bytes).toBeLessThan(plain.size_bytes);
    const { files } = JSON.parse(textOf((await readFiles(packed.id)).get("manifest.json"))) as DatasetManifest;
    expect(files[0]).toMatchObject({ path: "train.jsonl.gz", sha256: plain.sha256, storedSha256: packed.sha256 });
  });

  it("is gone with all its files when it is deleted, and is another tenant's secret before", async () => {
    const dataset = await client.datasets.create({ ...recipe, job_id: jobId });
    const names = (await client.datasets.files(dataset.id)).map((file) => file.name);
    const stranger = app.client((await makeTenant(app)).read);
    await expect(stranger.datasets.files(dataset.id)).rejects.toMatchObject({ status: 404 });
    await expect(stranger.datasets.downloadFile(dataset.id, names[0]!)).rejects.toMatchObject({ status: 404 });
    await expect(client.datasets.downloadFile(dataset.id, "seeds.jsonl")).rejects.toMatchObject({ status: 404 });
    await client.datasets.remove(dataset.id);
    for (const name of names) {
      expect(await app.deps.blobs.get(`datasets/${tenant.id}/${dataset.id}/${name}`)).toBeNull();
    }
  });

  it("gives ranges of any file", async () => {
    const dataset = await client.datasets.create({ ...recipe, job_id: jobId });
    const whole = await (await client.datasets.downloadFile(dataset.id, "README.md")).text();
    const part = await client.datasets.downloadFile(dataset.id, "README.md", { start: 4, end: 15 });
    expect([part.status, await part.text()]).toEqual([206, whole.slice(4, 16)]);
  });
});

describe("what a dataset leaves out", () => {
  it("a conversation that a strict family refuses is counted and explained, the others are exported", async () => {
    await storeAssistantFirst("assistant-first");
    const { items } = await client.conversations.list({ job_id: jobId, status: "certified", page_size: 1 });
    const conversation_ids = [items[0]!.conversation_id, "assistant-first"];
    const dataset = await client.datasets.create({ name: "strict", conversation_ids, template: "gemma" });
    expect(dataset).toMatchObject({ conversation_count: 1, skipped: 1 });
    expect(dataset.warnings.join("\n")).toMatch(/left out 1: .*alternate/i);
    const refused = client.datasets.create({ name: "x", conversation_ids: ["assistant-first"], template: "gemma" });
    await expect(refused).rejects.toMatchObject({
      status: 422,
      message: expect.stringMatching(/alternate/i) as string,
    });
    const left = await app.deps.datasets.list(tenant.id, { page: 1, page_size: 100 });
    expect(left.items.filter((record) => record.name === "x")).toEqual([]);
  });

  it("a conversation that is called certified but that no evaluation passed", async () => {
    await client.conversations.create({
      conversation_id: "self-made",
      seed_id: "none",
      dominio: "automotive.sales",
      idioma: "es",
      es_sintetica: true,
      status: "certified",
      turnos: [
        { turno: 1, rol: "cliente", contenido: "Hola" },
        { turno: 2, rol: "asesor", contenido: "Buenas tardes" },
      ],
    });
    const made = client.datasets.create({ name: "x", conversation_ids: ["self-made"] });
    await expect(made).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining("no evaluation") as string,
    });
    const all = await app.client(tenant.admin).datasets.create({
      name: "x",
      conversation_ids: ["self-made"],
      include_failed: true,
    });
    expect(all).toMatchObject({ certified: false, conversation_count: 1 });
  });

  it("whatever the filters do not name", async () => {
    const { items } = await client.conversations.list({ job_id: jobId, status: "certified", page_size: 1 });
    const seed_id = items[0]!.seed_id!;
    const { total } = await client.conversations.list({ job_id: jobId, status: "certified", seed_id });
    expect(await client.datasets.create({ name: "one", seed_id, job_id: jobId })).toMatchObject({
      conversation_count: total,
    });
    await expect(client.datasets.create({ name: "x", domain: "finance.advisory" })).rejects.toMatchObject({
      status: 422,
    });
    await expect(client.datasets.create({ name: "x", job_id: jobId, language: "en" })).rejects.toMatchObject({
      status: 422,
    });
  });
});

describe("an export that cannot be made", () => {
  it("is refused by the name of the field", async () => {
    const refused: [object, string][] = [
      [{ gzip: true, format: "parquet" }, "body.gzip"],
      [{ record: "messages", format: "text" }, "body.record"],
      [{ record: "completion", template: "sharegpt" }, "body.record"],
      [{ split: { train: 0 } }, "body.split"],
    ];
    for (const [body, field] of refused) {
      const response = await app.fetch(
        "/api/v1/datasets",
        sendJson(tenant.write, { name: "x", job_id: jobId, ...body }),
      );
      expect([field, response.status]).toEqual([field, 422]);
      expect(await response.text()).toContain(field);
    }
  });

  it("ends its job with the reason, without five tries", async () => {
    const own = await makeTenant(app);
    // From the first conversation on nobody of it has the assistant's role, whoever works on the export.
    await bindings.DB.prepare(
      `CREATE TRIGGER nobody AFTER INSERT ON conversations WHEN NEW.organization_id = '${own.id}' BEGIN
         UPDATE seeds SET body = json_set(body, '$.rol_asistente', 'nadie') WHERE id = NEW.seed_id;
       END`,
    ).run();
    const response = await app.fetch("/api/v1/pipeline/run", sendJson(own.write, { ...RUN, count: 4 }));
    const { job_id } = await response.json<{ job_id: string }>();
    let job = await app.client(own.read).jobs.get(job_id);
    for (let round = 0; round < 300 && job.status !== "failed"; round += 1) {
      await workOn(app.deps, job_id, 4);
      job = await app.client(own.read).jobs.get(job_id);
      if (job.status !== "failed") await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await bindings.DB.prepare("DROP TRIGGER nobody").run();
    expect(job).toMatchObject({
      status: "failed",
      error_message: expect.stringContaining('no turn has the assistant\'s role "nadie"') as string,
    });
    expect(app.logs.filter((line) => line.includes(job_id) && line.includes('"stage":"export"'))).toHaveLength(1);
  });
});
