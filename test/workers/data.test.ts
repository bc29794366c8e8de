import { beforeAll, describe, expect, it } from "vitest";
import type { ImportResult } from "../../workers/contract/import.ts";
import {
  dumpEverything,
  makeTenant,
  sendJson,
  SHORT_SEED,
  startApp,
  type Tenant,
  type TestApp,
  upload,
} from "./support.ts";

let app: TestApp;
let tenant: Tenant;

beforeAll(async () => {
  app = await startApp();
  tenant = await makeTenant(app);
});

const CSV = `conversation_id,turn_number,role,content
c1,1,cliente,Hola quiero un auto familiar
c1,2,asesor,Con gusto le ayudo con eso
c2,1,cliente,
c2,x,asesor,Buenas tardes
c3,1,cliente,Necesito una cita
c3,2,asesor,Claro que sí
`;

const send = <T>(path: string, content: string | Uint8Array<ArrayBuffer>, key = tenant.write) =>
  upload<T>(app, key, path, content);

describe("an import", () => {
  it("takes the good rows, lists the bad ones with line and column, and stores anonymised text only", async () => {
    const { status, body } = await send<ImportResult>("/api/v1/import/csv", CSV);
    expect(status).toBe(200);
    expect(body.conversations_imported).toBeGreaterThanOrEqual(2);
    expect(body.errors.map((error) => error.line)).toEqual(expect.arrayContaining([4, 5]));
    for (const error of body.errors) expect(error.error.length).toBeGreaterThan(5);
  });

  it("refuses the whole file with strict", async () => {
    const { status, body } = await send<{ code: string }>("/api/v1/import/csv?strict=true", CSV.replaceAll("c1", "s1"));
    expect([status, body.code]).toEqual([422, "import_failed"]);
    const list = await app.client(tenant.read).conversations.list({ page_size: 100 });
    expect(JSON.stringify(list.items)).not.toContain("s1");
  });

  it("of the same file adds nothing the second time", async () => {
    const fresh = await makeTenant(app);
    const first = await send<ImportResult>("/api/v1/import/csv", CSV, fresh.write);
    const second = await send<ImportResult>("/api/v1/import/csv", CSV, fresh.write);
    expect(second.body.conversations_imported).toBe(0);
    expect(second.body.duplicates).toBe(first.body.conversations_imported);
    expect(second.body.conversation_ids).toEqual(first.body.conversation_ids);
    const list = await app.client(fresh.read).conversations.list();
    expect(list.total).toBe(first.body.conversations_imported);
  });

  it("answers a damaged file with a clear 422 and never 500", async () => {
    const damaged: [string, string | Uint8Array<ArrayBuffer>][] = [
      ["0 bytes", ""],
      ["binary", new Uint8Array(4096).map((_, index) => (index * 167) % 256)],
      ["no header", "a,b,c\n1,2,3\n"],
      ["an unclosed quote", `conversation_id,turn_number,role,content\nc1,1,cliente,"never closed\n`],
    ];
    for (const [name, content] of damaged) {
      const { status, body } = await send<{ detail: string }>("/api/v1/import/csv", content);
      expect([name, status]).toEqual([name, 422]);
      expect(body.detail.length).toBeGreaterThan(10);
    }
  });

  it("without a file is refused by name", async () => {
    const none = await app.fetch("/api/v1/import/csv", {
      method: "POST",
      headers: { "X-API-Key": tenant.write },
      body: new FormData(),
    });
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining("body.file")]);
  });
});

describe("a conversation", () => {
  const conversation = (id: string) => ({
    conversation_id: id,
    dominio: "automotive.sales",
    turnos: [
      { turno: 1, rol: "cliente", contenido: "Mi correo es jorge.ibarra@correo-privado.mx y busco un sedán" },
      { turno: 2, rol: "asesor", contenido: "Con gusto le ayudo" },
    ],
  });

  it("is anonymised before it is stored and comes back under both names of its metadata", async () => {
    const response = await app.fetch("/api/v1/conversations", sendJson(tenant.write, conversation("conv-a")));
    expect(response.status).toBe(201);
    const body = await response.json<{ turnos: { contenido: string }[] }>();
    expect(body.turnos[0]!.contenido).toContain("[EMAIL]");
    expect(body).toMatchObject({ metadata: {}, metadata_json: {} });
    expect((await dumpEverything()).includes("jorge.ibarra")).toBe(false);
  });

  it("answers 409 when its id exists, and bulk skips it", async () => {
    expect((await app.fetch("/api/v1/conversations", sendJson(tenant.write, conversation("conv-a")))).status).toBe(409);
    const bulk = await app.fetch(
      "/api/v1/conversations/bulk",
      sendJson(tenant.write, {
        conversations: [conversation("conv-a"), conversation("conv-b"), conversation("conv-b")],
      }),
    );
    expect(await bulk.json()).toMatchObject({ created: 1, skipped: 2 });
  });

  it("is gone for good when deleted: row, bytes and fingerprints", async () => {
    const marker = "le confirmo que revisamos catorce veces la garantía";
    const body = conversation("conv-gone");
    body.turnos[1]!.contenido = marker;
    await app.fetch("/api/v1/conversations", sendJson(tenant.write, body));
    expect((await dumpEverything()).includes(marker)).toBe(true);
    const remove = await app.fetch("/api/v1/conversations/conv-gone", {
      method: "DELETE",
      headers: { "X-API-Key": tenant.write },
    });
    expect(remove.status).toBe(204);
    expect((await dumpEverything()).includes(marker)).toBe(false);
    expect((await app.fetch("/api/v1/conversations/conv-b", { headers: { "X-API-Key": tenant.read } })).status).toBe(
      200,
    );
  });
});

describe("a seed", () => {
  it("is accepted in short form and answered in full, every field kept", async () => {
    const input = {
      ...SHORT_SEED,
      parametros_factuales: { marca: "Mazda", presupuesto: 350000, restricciones: ["El precio máximo es 350,000 MXN"] },
      instrucciones_dominio: ["Hablar de usted"],
      restricciones_negativas: ["No prometer descuentos"],
      ejemplo_conversacion: [{ rol: "cliente", contenido: "Hola" }],
    };
    const created = await (await app.fetch("/api/v1/seeds", sendJson(tenant.write, input))).json<{ id: string }>();
    const read = await app.fetch(`/api/v1/seeds/${created.id}`, { headers: { "X-API-Key": tenant.read } });
    expect(await read.json()).toMatchObject({
      rol_asistente: "asesora",
      instrucciones_dominio: ["Hablar de usted"],
      restricciones_negativas: ["No prometer descuentos"],
      ejemplo_conversacion: [{ rol: "cliente", contenido: "Hola" }],
      pasos_turnos: { flujo_esperado: SHORT_SEED.pasos_turnos },
      parametros_factuales: { metadata: { marca: "Mazda", presupuesto: "350000" } },
      rating: null,
      run_count: 0,
      avg_quality_score: null,
    });
  });

  it("that names a tool nobody defines, or holds personal data, is refused by field", async () => {
    const tool = await app.fetch(
      "/api/v1/seeds",
      sendJson(tenant.write, { ...SHORT_SEED, parametros_factuales: { contexto: "x", herramientas: ["no_existe"] } }),
    );
    expect(tool.status).toBe(422);
    expect(await tool.text()).toContain("parametros_factuales.herramientas");
    const personal = await app.fetch(
      "/api/v1/seeds",
      sendJson(tenant.write, { ...SHORT_SEED, objetivo: "Llamar al cliente de correo jorge.ibarra@correo-privado.mx" }),
    );
    expect(personal.status).toBe(422);
    const text = await personal.text();
    expect(text).toContain("body.objetivo");
    expect(text).not.toContain("jorge.ibarra");
  });

  it("keeps a real mean of its ratings and refuses lost updates", async () => {
    const client = app.client(tenant.write);
    const created = await client.seeds.create({
      ...SHORT_SEED,
      roles: [...SHORT_SEED.roles],
      pasos_turnos: [...SHORT_SEED.pasos_turnos],
    } as never);
    await client.seeds.rate(created.id, 4);
    expect(await client.seeds.rate(created.id, 1)).toMatchObject({ rating: 2.5, rating_count: 2 });
    const updates = await Promise.all(
      ["formal", "informal", "cercano"].map((tono) =>
        app.fetch(`/api/v1/seeds/${created.id}`, sendJson(tenant.write, { tono }, "PUT")),
      ),
    );
    const applied = updates.filter((response) => response.status === 200).length;
    expect((await client.seeds.get(created.id)).revision).toBe(1 + applied);
  });
});
