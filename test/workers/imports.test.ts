import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { ImportAccepted, ImportJobResult, ImportResult } from "../../workers/contract/import.ts";
import type { JobResponse } from "../../workers/contract/job.ts";
import type { Deps } from "../../workers/services/deps.ts";
import { importFile } from "../../workers/services/imports.ts";
import { workOn } from "../../workers/services/work.ts";
import { PLANTED, toTurns } from "./planted.ts";
import {
  bindings,
  dumpEverything,
  dumpLedger,
  listObjects,
  makeTenant,
  startApp,
  type Tenant,
  type TestApp,
  upload,
  uploadForm,
} from "./support.ts";

let app: TestApp;
let tenant: Tenant;

beforeAll(async () => {
  app = await startApp({ environment: "production" });
  tenant = await makeTenant(app);
});

const encoder = new TextEncoder();
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** A column that no importer knows makes a file large without making it slow. */
const FILLER = "x".repeat(150_000);

/** A table of `count` conversations of a few turns and of two bad rows; the rows of the first stand at its two ends. */
function largeTable(count = 40, mark = "", filler = (_index: number) => FILLER): string {
  const rows = ["conversation_id,turn_number,role,content,relleno"];
  for (let index = 0; index <= count; index += 1) {
    const id = index === count ? "c0" : `c${index}`;
    rows.push(
      `${id},1,cliente,¿Tienen el modelo ${index} en azul${mark}?,${filler(index)}`,
      `${id},2,asesor,${quoted(`Sí, cuesta ${index + 100} mil pesos, "de lista"`)},`,
      `${id},3,cliente,Gracias,`,
    );
    if (index === 7) rows.push(`bad,x,cliente,hola,`, `bad,1,,hola,`);
  }
  return `${rows.join("\n")}\n`;
}

async function accept(content: string | Uint8Array<ArrayBuffer>, query = "", key = tenant.write): Promise<string> {
  const { status, body } = await upload<ImportAccepted>(app, key, `/api/v1/import/csv${query}`, content);
  expect([status, body.status]).toEqual([202, "pending"]);
  expect(body.status_url).toBe(`/api/v1/jobs/${body.job_id}`);
  return body.job_id;
}

const read = async (id: string, key = tenant.read): Promise<JobResponse> =>
  (await app.fetch(`/api/v1/jobs/${id}`, { headers: { "X-API-Key": key } })).json();

async function finish(id: string, deps: Deps = app.deps, key = tenant.read): Promise<JobResponse> {
  for (let round = 0; round < 200; round += 1) {
    await workOn(deps, id, 4);
    const job = await read(id, key);
    if (["completed", "failed", "cancelled"].includes(job.status)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the job did not end");
}

/** What an import stored, in its order, without what differs between tenants. */
async function stored(importId: string, key: string) {
  const all = [];
  for await (const each of app.client(key).conversations.iterate({ import_id: importId, page_size: 100 })) {
    all.push({ turnos: each.turnos, idioma: each.idioma, dominio: each.dominio, metadata: each.metadata });
  }
  return all;
}

/** The same file through the path of small ones, into a tenant of its own. */
async function importInRequest(content: string, strict = false): Promise<{ result: ImportResult; tenant: Tenant }> {
  const other = await makeTenant(app);
  const principal = { organizationId: other.id, scopes: new Set(["write"]), keyId: "test" };
  const bytes = encoder.encode(content);
  const stream = (async function* () {
    yield bytes;
  })();
  return { result: await importFile(app.deps, principal, stream, { format: "auto", strict }), tenant: other };
}

const stub = (id: string) => bindings.JOB_LEDGER.get(bindings.JOB_LEDGER.idFromName(id));

async function expectNothingStaged(id: string): Promise<void> {
  expect(await stub(id).stagingKey()).toBe(null);
  expect((await listObjects("staging/")).filter((key) => key.includes(id))).toEqual([]);
  expect(await dumpLedger(id)).not.toMatch(/"key":"[0-9a-f]{64}"/);
}

describe("a file over 5 MB", () => {
  it("becomes a job whose result is that of the path for small files, turn for turn and row for row", async () => {
    const own = await makeTenant(app);
    const content = largeTable();
    const id = await accept(content, "", own.write);
    const job = await finish(id, app.deps, own.read);
    expect([job.status, job.error_message, job.progress, job.job_type]).toEqual(["completed", null, 1, "import"]);
    const result = job.result as unknown as ImportJobResult;
    const reference = await importInRequest(content);
    expect(await stored(id, own.read)).toEqual(await stored(reference.result.import_id, reference.tenant.read));
    const { conversations_imported, conversations_failed, duplicates, errors, format, pii, warnings } =
      reference.result;
    expect(result).toMatchObject({ conversations_imported, conversations_failed, errors, format, pii, warnings });
    expect([conversations_imported, conversations_failed, result.duplicates]).toEqual([40, 2, duplicates]);
    await expectNothingStaged(id);

    const again = await finish(await accept(content, "", own.write), app.deps, own.read);
    expect(again.result).toMatchObject({ conversations_imported: 0, duplicates: 40 });
  });

  it("in which a conversation stands twice, far apart, keeps it once and counts the other", async () => {
    const line = (index: number, note: string) =>
      JSON.stringify({ id: `j${index}`, messages: [{ role: "user", content: `Pregunta ${index}` }], note });
    const lines = Array.from({ length: 40 }, (_, index) => line(index % 35, FILLER));
    const { status, body } = await upload<ImportAccepted>(app, tenant.write, "/api/v1/import/jsonl", lines.join("\n"));
    expect(status).toBe(202);
    expect((await finish(body.job_id)).result).toMatchObject({ conversations_imported: 35, duplicates: 5 });
  });

  it("says how much of it has been read, and counts up only", async () => {
    const id = await accept(largeTable(40, " progreso"));
    expect(await app.client(tenant.read).jobs.get(id)).toMatchObject({ progress: 0 });
    await finish(id);
    const progress = (await stub(id).progress())!;
    expect(progress.counts).toMatchObject({ imported: 40, conversations_read: 40, bad_rows: 2 });
    expect(progress.counts.bytes_read).toBe(progress.counts.bytes_total);
    expect(progress.counts.bytes_read).toBeGreaterThan(5_000_000);
  });

  it("is refused as a whole with strict: the job names the bad rows and nothing is stored", async () => {
    const own = await makeTenant(app);
    const job = await finish(await accept(largeTable(), "?strict=true", own.write), app.deps, own.read);
    expect([job.status, job.error_message]).toEqual(["failed", "strict: 2 bad rows, nothing was imported"]);
    expect((job.result as unknown as ImportJobResult).errors.map((error) => error.column)).toEqual([
      "turn_number",
      "role",
    ]);
    expect((await app.client(own.read).conversations.list()).total).toBe(0);
    expect((await listObjects()).filter((key) => key.includes(own.id))).toEqual([]);
    await expectNothingStaged(job.id);
  });

  it("may be a zip, or the bare body of the request, or a small zip that holds more than a request can", async () => {
    const table = encoder.encode(largeTable(40, " zip"));
    // Packs well, but not as a bomb does.
    const packable = (index: number) =>
      Array.from({ length: 5000 }, (_, at) => ((at * 7919 + index * 104729) % 65521).toString(36).repeat(10)).join("");
    const files: [string, Uint8Array, number][] = [
      ["stored", zipSync({ "tabla.csv": table, "foto.jpg": new Uint8Array(9000) }, { level: 0 }), 40],
      ["packed", zipSync({ "tabla.csv": encoder.encode(largeTable(150, " grande", packable)) }), 150],
    ];
    expect(files[1]![1].length).toBeLessThan(5 * 1024 * 1024);
    for (const [name, bytes, count] of files) {
      const response = await app.fetch("/api/v1/import/csv", {
        method: "POST",
        headers: { "X-API-Key": tenant.write, "Content-Type": "application/octet-stream" },
        body: new Uint8Array(bytes),
      });
      expect([name, response.status]).toEqual([name, 202]);
      const { job_id } = await response.json<ImportAccepted>();
      const job = await finish(job_id);
      expect([name, job.status, job.result?.conversations_imported]).toEqual([name, "completed", count]);
    }
  });

  it("of which nothing can be read ends in a failed job that says why", async () => {
    const id = await accept("nada que se parezca a una tabla\n".repeat(200_000));
    const job = await finish(id);
    expect([job.status, job.error_message]).toEqual(["failed", expect.stringContaining("Nothing could be imported")]);
    await expectNothingStaged(id);
  });

  it("sent again with the same Idempotency-Key is the same job", async () => {
    const headers = { "X-API-Key": tenant.write, "Idempotency-Key": crypto.randomUUID() };
    const send = async (content: string) => {
      const init = { method: "POST", headers, body: uploadForm(content) };
      return (await app.fetch("/api/v1/import/csv", init)).json<ImportAccepted>();
    };
    const first = await send(largeTable(40, " repetida"));
    expect((await send(largeTable(40, " repetida"))).job_id).toBe(first.job_id);
    await app.client(tenant.write).jobs.cancel(first.job_id);
  });
});

describe("an import's job that dies", () => {
  it("while it reads, and again while it stores, goes on and stores each conversation once", async () => {
    const own = await makeTenant(app);
    const content = largeTable(60, " interrumpida");
    const id = await accept(content, "", own.write);
    let partsWritten = 0;
    let inserts = 0;
    const dying: Deps = {
      ...app.deps,
      blobs: {
        ...app.deps.blobs,
        putStream: (key, chunks) => {
          partsWritten += 1;
          return partsWritten === 1 ? Promise.reject(new Error("killed")) : app.deps.blobs.putStream(key, chunks);
        },
      },
      conversations: {
        ...app.deps.conversations,
        // Half of the rows are in when the worker dies.
        insert: async (organizationId, records) => {
          inserts += 1;
          if (inserts > 2) return app.deps.conversations.insert(organizationId, records);
          await app.deps.conversations.insert(organizationId, records.slice(0, Math.ceil(records.length / 2)));
          throw new Error("killed");
        },
      },
    };
    for (let round = 0; round < 60; round += 1) {
      await workOn(dying, id, 2);
      await evictDurableObject(stub(id) as never);
      if (["completed", "failed"].includes((await read(id, own.read)).status)) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const job = await finish(id, dying, own.read);
    expect([job.status, job.error_message]).toEqual(["completed", null]);
    expect([partsWritten > 1, inserts > 2]).toEqual([true, true]);
    const reference = await importInRequest(content);
    const { conversations_imported, duplicates } = reference.result;
    expect(job.result).toMatchObject({ conversations_imported, duplicates });
    expect(await stored(id, own.read)).toEqual(await stored(reference.result.import_id, reference.tenant.read));
    await expectNothingStaged(id);
  }, 120_000);

  it("because it was cancelled leaves neither key nor upload, and stops working", async () => {
    const id = await accept(largeTable(40, " cancelada"));
    expect((await listObjects("staging/")).some((key) => key.includes(id))).toBe(true);
    const cancelled = await app.client(tenant.write).jobs.cancel(id);
    expect(cancelled.status).toBe("cancelled");
    await expectNothingStaged(id);
    await workOn(app.deps, id, 4);
    expect((await app.client(tenant.read).conversations.list({ import_id: id })).total).toBe(0);
  });

  it("because its day is over is failed by the alarm, key and upload gone", async () => {
    const id = await accept(largeTable(40, " vencida"));
    await runInDurableObject(stub(id) as never, (_object: unknown, state: DurableObjectState) => {
      state.storage.sql.exec("UPDATE staging SET expires_at = ?", Date.now() - 1);
    });
    expect(await stub(id).stagingKey()).toBe(null);
    await runDurableObjectAlarm(stub(id) as never);
    const job = await read(id);
    expect([job.status, job.error_message]).toEqual(["failed", expect.stringContaining("a day")]);
    await expectNothingStaged(id);
  });
});

describe("an upload that breaks off", () => {
  it("leaves neither job nor key nor object", async () => {
    const before = await listObjects("staging/");
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 12) controller.error(new Error("gone"));
        else controller.enqueue(new Uint8Array(1024 * 1024).fill(97));
      },
    });
    const init = { method: "POST", headers: { "X-API-Key": tenant.write, "Content-Type": "text/csv" }, body };
    const response = await app.fetch("/api/v1/import/csv", init);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await listObjects("staging/")).toEqual(before);
  });

  it("is not begun when its declared size is over the largest", async () => {
    const response = await app.fetch("/api/v1/import/csv", {
      method: "POST",
      headers: { "X-API-Key": tenant.write, "Content-Type": "text/csv", "Content-Length": String(3 * 1024 ** 3) },
      body: "a",
    });
    expect(response.status).toBe(413);
  });
});

describe("personal data in a large file", () => {
  it("is nowhere while it waits, while it is worked on and afterwards: rows, objects, ledger, messages, logs, replies", async () => {
    const own = await makeTenant(app);
    const turns = toTurns();
    const table = [
      "conversation_id,turn_number,role,content,relleno",
      ...Array.from({ length: 12 }, (_, copy) =>
        turns.map(
          ({ role, content }, index) =>
            `${PLANTED[2]}-${copy},${index + 1},${role},${quoted(`${content} (${copy})`)},${index === 0 ? FILLER.repeat(3) : ""}`,
        ),
      ).flat(),
      `${PLANTED[0]},x,${PLANTED[0]},${quoted(PLANTED[2]!)},`,
    ].join("\n");
    const found = (text: string) => PLANTED.filter((value) => text.toLowerCase().includes(value.toLowerCase()));
    expect(found(table).length).toBeGreaterThan(5);

    const answer = await upload<ImportAccepted>(
      app,
      own.write,
      "/api/v1/import/csv",
      table,
      `Chat con ${PLANTED[0]}.csv`,
    );
    const { job_id } = answer.body;
    const replies = [answer.text];
    expect(found(await dumpEverything([job_id]))).toEqual([]);
    // One item at a time, looking in between.
    let leases = 0;
    const single: Deps = { ...app.deps, clock: { now: () => new Date(Date.now() + (leases += 1) * 120_000) } };
    for (let round = 0; round < 40; round += 1) {
      await workOn(single, job_id, 1);
      const job = await read(job_id, own.read);
      replies.push(JSON.stringify(job));
      expect(found(await dumpEverything([job_id]))).toEqual([]);
      if (job.status === "completed") break;
    }
    expect(replies.at(-1)).toContain('"status":"completed"');
    const list = await app.fetch("/api/v1/conversations?page_size=100", { headers: { "X-API-Key": own.read } });
    replies.push(await list.text());
    expect(found(await dumpEverything([job_id]))).toEqual([]);
    expect(found([...replies, ...app.logs].join("\n"))).toEqual([]);
    await expectNothingStaged(job_id);
  }, 120_000);
});

describe("the form of an upload", () => {
  const send = (boundary: string, body: string) =>
    app.fetch("/api/v1/import/csv", {
      method: "POST",
      headers: { "X-API-Key": tenant.write, "Content-Type": `multipart/form-data; boundary=${boundary}` },
      body,
    });
  const CSV = "conversation_id,turn_number,role,content\r\nf1,1,cliente,Hola\r\nf1,2,asesor,Buenas -- tardes\r\n";
  const part = (name: string, content: string) =>
    `Content-Disposition: form-data; name="${name}"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`;

  it("may have a preamble, other fields and quoted boundaries", async () => {
    const body = `preamble\r\n--b!b\r\n${part("note", "x".repeat(5000))}--b!b\r\n${part("file", CSV)}--b!b--\r\n`;
    const response = await send('"b!b"', body);
    expect(response.status).toBe(200);
    const { conversations } = await response.json<ImportResult>();
    expect(conversations[0]!.turnos.map((turn) => turn.contenido)).toEqual(["Hola", "Buenas -- tardes"]);
  });

  it.each([
    ["without a file field", `--b\r\n${part("other", CSV)}--b--\r\n`],
    ["cut off", `--b\r\n${part("file", CSV)}`],
    ["without a head", `--b\r\n${"x".repeat(40_000)}`],
    ["with another boundary", `--c\r\n${part("file", CSV)}--c--\r\n`],
    ["that is empty", ""],
  ])("%s is answered 422", async (_name, body) => {
    const response = await send("b", body);
    expect([response.status, (await response.json<{ code: string }>()).code]).toEqual([422, "validation_failed"]);
  });
});

describe("a source that its tenant keeps", () => {
  const until = () => new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString();
  const get = (id: string, key: string) =>
    app.fetch(`/api/v1/import/sources/${id}/content`, { headers: { "X-API-Key": key } });
  const CHAT = `conversation_id,turn_number,role,content\nk1,1,cliente,${quoted(toTurns()[0]!.content)}\nk1,2,asesor,Hola\n`;

  it("small or large, comes back byte for byte, for admins of that tenant alone, and is sealed at rest", async () => {
    const own = await makeTenant(app);
    const stranger = await makeTenant(app);
    for (const content of [CHAT, `${CHAT}k1,3,cliente,Gracias\n${largeTable(40, " guardada")}`]) {
      const path = `/api/v1/import/csv?keep_source_until=${until()}`;
      const { body, text } = await upload<ImportAccepted & ImportResult>(app, own.admin, path, content);
      const id = body.source_id!;
      const imported = body.job_id ?? body.import_id;
      expect([typeof id, text.includes("accepted") || imported.length === 32]).toEqual(["string", true]);
      if (body.job_id !== undefined) await finish(body.job_id, app.deps, own.read);
      expect(await (await get(id, own.admin)).text()).toBe(content);
      expect((await get(id, own.write)).status).toBe(403);
      expect((await get(id, stranger.admin)).status).toBe(404);
      const list = await app.client(own.read).imports.sources.list();
      expect(list.items.find((source) => source.id === id)).toMatchObject({
        import_id: imported,
        size_bytes: encoder.encode(content).length,
        kept_by: own.adminKeyId,
      });
      const everything = (await dumpEverything([id])).toLowerCase();
      expect(PLANTED.filter((value) => everything.includes(value.toLowerCase()))).toEqual([]);
    }
  });

  it("is deleted by its admin, with its key", async () => {
    const own = await makeTenant(app);
    const { body } = await upload<ImportResult>(
      app,
      own.admin,
      `/api/v1/import/csv?keep_source_until=${until()}`,
      CHAT,
    );
    const id = body.source_id!;
    const { sources } = app.client(own.admin).imports;
    await sources.remove(id);
    expect((await get(id, own.admin)).status).toBe(404);
    expect((await sources.list()).items).toEqual([]);
    expect([await stub(id).stagingKey(), await listObjects(`kept/${own.id}/`)]).toEqual([null, []]);
  });

  it("is deleted by its alarm when its date has come", async () => {
    const own = await makeTenant(app);
    const { body } = await upload<ImportResult>(
      app,
      own.admin,
      `/api/v1/import/csv?keep_source_until=${until()}`,
      CHAT,
    );
    const id = body.source_id!;
    await runInDurableObject(stub(id) as never, (_object: unknown, state: DurableObjectState) => {
      state.storage.sql.exec("UPDATE staging SET expires_at = ?", Date.now() - 1);
    });
    expect((await get(id, own.admin)).status).toBe(404);
    await runDurableObjectAlarm(stub(id) as never);
    expect([await stub(id).stagingKey(), await listObjects(`kept/${own.id}/`)]).toEqual([null, []]);
  });

  it("is not kept at all without the admin scope, for a date that is past, or for one that is years away", async () => {
    const refused: [string, string, number][] = [
      [tenant.write, until(), 403],
      [tenant.admin, "2020-01-01T00:00:00Z", 422],
      [tenant.admin, "2099-01-01T00:00:00Z", 422],
      [tenant.admin, "soon", 422],
    ];
    for (const [key, date, status] of refused) {
      const answer = await upload(app, key, `/api/v1/import/csv?keep_source_until=${date}`, CHAT);
      expect([date, answer.status]).toEqual([date, status]);
    }
    expect(await listObjects(`kept/${tenant.id}/`)).toEqual([]);
  });
});
