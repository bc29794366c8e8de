import { beforeAll, describe, expect, it } from "vitest";
import { bindings, makeTenant, sendJson, SHORT_SEED, startApp, type Tenant, type TestApp } from "./support.ts";

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

const ids = (page: { items: { id: string }[] }) => page.items.map((seed) => seed.id).sort();

const exportOf = async (tenant: Tenant, query = {}): Promise<string> =>
  new TextDecoder().decode(await (await app.client(tenant.read).seeds.exportFile(query)).arrayBuffer());

/** A seed that uses every field. */
const fullSeed = (seed_id: string) => ({
  ...SHORT_SEED,
  seed_id,
  roles: [...SHORT_SEED.roles],
  pasos_turnos: {
    turnos_min: 4,
    turnos_max: 9,
    flujo_esperado: ["El cliente pregunta", "La asesora responde"],
    flujo_con_roles: ["cliente: pregunta"],
  },
  etiquetas: ["familia", "prueba de manejo"],
  rol_asistente: "asesora",
  descripcion_roles: { cliente: "Busca un auto familiar", asesora: "Vende autos" },
  tono: "cercano",
  parametros_factuales: {
    contexto: "Agencia con inventario de camionetas",
    restricciones: ["El enganche es de 20 por ciento"],
    metadata: { canal: "presencial" },
  },
  instrucciones_dominio: ["Toda cifra es una cotización"],
  restricciones_negativas: ["No prometer entregas"],
  ejemplo_conversacion: [{ rol: "cliente", contenido: "Busco una camioneta" }],
});

describe("a seed", () => {
  it("keeps each revision that an update replaces, in full", async () => {
    const tenant = await makeTenant(app);
    const { seeds } = app.client(tenant.write);
    const first = await seeds.create(fullSeed("s-versions"));
    await seeds.update("s-versions", { tono: "formal", etiquetas: ["nueva"] });
    await seeds.update("s-versions", { objetivo: "Agendar una cita de servicio" });
    const list = await seeds.versions("s-versions");
    expect(list.items.map((item) => item.revision)).toEqual([3, 2, 1]);

    const { revision, seed } = await seeds.version("s-versions", 1);
    const { id, rating: _a, rating_count: _b, run_count: _c, avg_quality_score: _d, revision: _e, ...rest } = first;
    expect(revision).toBe(1);
    expect(seed).toEqual({ ...rest, seed_id: id });
    expect((await seeds.version("s-versions", 2)).seed).toMatchObject({
      tono: "formal",
      etiquetas: ["nueva"],
      objetivo: first.objetivo,
    });
    expect((await seeds.version("s-versions", 3)).seed.objetivo).toBe("Agendar una cita de servicio");
    await expect(seeds.version("s-versions", 4)).rejects.toMatchObject({ status: 404 });

    await seeds.remove("s-versions");
    await expect(seeds.versions("s-versions")).rejects.toMatchObject({ status: 404 });
    const left = await bindings.DB.prepare("SELECT count(*) AS n FROM seed_versions WHERE organization_id = ?")
      .bind(tenant.id)
      .first<{ n: number }>();
    expect(left!.n).toBe(0);
  });

  it("changed twice at once keeps one of the two changes and one old revision", async () => {
    const tenant = await makeTenant(app);
    const { seeds } = app.client(tenant.write);
    await seeds.create(fullSeed("s-race"));
    const outcomes = await Promise.allSettled([
      seeds.update("s-race", { tono: "formal" }),
      seeds.update("s-race", { tono: "informal" }),
    ]);
    const done = outcomes.filter((outcome) => outcome.status === "fulfilled").length;
    expect(done).toBeGreaterThan(0);
    expect((await seeds.versions("s-race")).total).toBe(done + 1);
  });

  it("is duplicated with every field and without its ratings", async () => {
    const tenant = await makeTenant(app);
    const { seeds } = app.client(tenant.write);
    const original = await seeds.create(fullSeed("s-twin"));
    await seeds.rate("s-twin", 4);
    const copy = await seeds.duplicate("s-twin");
    expect(copy.id).not.toBe("s-twin");
    const { id: _id, created_at: _c, updated_at: _u, ...fields } = copy;
    expect(original).toMatchObject(fields);
    expect(copy).toMatchObject({ rating: null, rating_count: 0, revision: 1 });
  });

  it("is found by words of its objective, tags, context and steps, by tag, role and rating", async () => {
    const tenant = await makeTenant(app);
    const { seeds } = app.client(tenant.write);
    await seeds.create(fullSeed("s-a"));
    await seeds.create({
      ...fullSeed("s-b"),
      etiquetas: ["urgente"],
      roles: ["cliente", "gerente"],
      rol_asistente: "gerente",
      descripcion_roles: {},
    });
    await seeds.rate("s-a", 5);
    await seeds.rate("s-a", 4);
    for (const [query, found] of [
      [{ q: "COMPARAR vehículos" }, ["s-a", "s-b"]],
      [{ q: "camionetas" }, ["s-a", "s-b"]],
      [{ q: "asesora responde" }, ["s-a", "s-b"]],
      [{ q: "urgente" }, ["s-b"]],
      [{ q: "urgente submarino" }, []],
      [{ q: "%" }, []],
      [{ q: `${"palabra".repeat(25)}` }, []],
      [{ tag: "familia" }, ["s-a"]],
      [{ tag: "famil" }, []],
      [{ role: "gerente" }, ["s-b"]],
      [{ min_rating: 4.5 }, ["s-a"]],
      [{ min_rating: 4.6 }, []],
    ] as const) {
      expect([query, ids(await seeds.list(query))]).toEqual([query, found]);
    }
  });

  it("of another tenant is not there: no version, no copy, no line of the export", async () => {
    const [owner, other] = [await makeTenant(app), await makeTenant(app)];
    await app.client(owner.write).seeds.create(fullSeed("s-mine"));
    const { seeds } = app.client(other.write);
    for (const call of [seeds.versions("s-mine"), seeds.version("s-mine", 1), seeds.duplicate("s-mine")]) {
      await expect(call).rejects.toMatchObject({ status: 404 });
    }
    expect(await exportOf(other)).toBe("");
  });
});

describe("a file of seeds", () => {
  it("exported, imported by another tenant and exported again is the same byte for byte", async () => {
    const [from, to] = [await makeTenant(app), await makeTenant(app)];
    const { seeds } = app.client(from.write);
    await seeds.create(fullSeed("s-2"));
    await seeds.create(fullSeed("s-1"));
    await seeds.update("s-2", { tono: "formal" });
    await seeds.create({
      ...SHORT_SEED,
      roles: [...SHORT_SEED.roles],
      pasos_turnos: [...SHORT_SEED.pasos_turnos],
    } as never);
    const library = await seeds.library({ domain: "automotive.sales", page_size: 3 });
    for (const seed of library.items) await seeds.adopt(seed.seed_id);
    const file = await exportOf(from);
    expect(file.trimEnd().split("\n")).toHaveLength(6);

    const result = await app.client(to.write).seeds.importFile(file);
    expect(result).toMatchObject({ seeds_imported: 6, duplicates: 0, errors: [] });
    expect(await exportOf(to)).toBe(file);
    const again = await app.client(to.write).seeds.importFile(file);
    expect(again).toMatchObject({ seeds_imported: 0, duplicates: 6, errors: [] });
    expect((await exportOf(from, { tag: "prueba de manejo" })).trimEnd().split("\n")).toHaveLength(2);
  });

  it("is taken in part when some of it is wrong, each with its line, and stores no personal data", async () => {
    const tenant = await makeTenant(app);
    const { seeds } = app.client(tenant.write);
    await seeds.create(fullSeed("s-there"));
    const lines = [
      JSON.stringify(fullSeed("s-good")),
      "{ not json",
      "",
      JSON.stringify({ ...fullSeed("s-bad"), roles: ["solo"] }),
      JSON.stringify({ ...fullSeed("s-personal"), objetivo: "Llamar a ximena.vo@correo-privado.mx" }),
      JSON.stringify({ ...fullSeed("s-there"), tono: "otro" }),
      JSON.stringify(SHORT_SEED),
      `{"seed_id":"s-deep","parametros_factuales":${'{"a":'.repeat(90)}1${"}".repeat(90)}}`,
      "null",
    ];
    const result = await seeds.importFile(lines.join("\r\n"));
    expect(result.seeds_imported).toBe(2);
    expect(result.errors.map((error) => error.line)).toEqual([2, 4, 5, 6, 8, 9]);
    expect(JSON.stringify(result.errors)).not.toContain("correo-privado");
    expect(await exportOf(tenant)).not.toContain("correo-privado");
  });

  it("may be a JSON array, and is refused whole when nothing of it can be read", async () => {
    const tenant = await makeTenant(app);
    const { seeds } = app.client(tenant.write);
    const array = await seeds.importFile(`\ufeff${JSON.stringify([fullSeed("s-x"), { roles: 1 }], null, 2)}`);
    expect(array).toMatchObject({ seeds_imported: 1, seed_ids: ["s-x"], errors: [{ line: 2 }] });
    for (const file of ["", "  \n", "[{]", new Blob([new Uint8Array([0xff, 0xfe, 0x00])])]) {
      await expect(seeds.importFile(file)).rejects.toMatchObject({ status: 422, code: "import_failed" });
    }
    expect(
      (await app.fetch("/api/v1/seeds/import", { method: "POST", headers: { "X-API-Key": tenant.read } })).status,
    ).toBe(403);
  });
});

describe("the library", () => {
  it("is listed by domain and language, and a seed of it is adopted once", async () => {
    const tenant = await makeTenant(app);
    const { seeds } = app.client(tenant.write);
    const page = await seeds.library({ domain: "medical.consultation", language: "en", page_size: 2 });
    expect(page.total).toBeGreaterThan(2);
    expect(page.items.every((seed) => seed.dominio === "medical.consultation" && seed.idioma === "en")).toBe(true);

    const id = page.items[0]!.seed_id;
    const adopted = await seeds.adopt(id);
    expect(adopted).toMatchObject({ id, objetivo: page.items[0]!.objetivo, organization_id: tenant.id, revision: 1 });
    await seeds.update(id, { tono: "formal" });
    expect(await seeds.adopt(id)).toMatchObject({ revision: 2, tono: "formal" });
    await expect(seeds.adopt("no-such-seed")).rejects.toMatchObject({ status: 404 });
    const bad = await app.fetch("/api/v1/seeds/library?domain=astrology", sendJson(tenant.read, undefined, "GET"));
    expect(bad.status).toBe(422);
  });
});
