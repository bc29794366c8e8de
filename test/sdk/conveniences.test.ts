import { describe, expect, it } from "vitest";
import { UNCASEClient } from "../../workers/sdk/client.ts";
import { Evaluator } from "../../workers/sdk/evaluator.ts";
import { Generator } from "../../workers/sdk/generator.ts";
import { Pipeline } from "../../workers/sdk/pipeline.ts";
import { SeedEngine } from "../../workers/sdk/seed-engine.ts";
import { createFakeFetch, eventStream, json } from "./fake-fetch.ts";

const seed = {
  seed_id: "s1",
  dominio: "automotive.sales" as const,
  roles: ["cliente", "asesor"],
  objetivo: "Elegir un coche",
  pasos_turnos: { turnos_min: 2, turnos_max: 6, flujo_esperado: ["saludo", "cierre"] },
  parametros_factuales: { contexto: "Agencia" },
};
const conversation = {
  conversation_id: "c1",
  seed_id: "s1",
  dominio: "automotive.sales",
  turnos: [{ turno: 1, rol: "cliente", contenido: "hola" }],
};

describe("paging", () => {
  const pages = (total: number) =>
    createFakeFetch({
      "GET /api/v1/seeds": ({ query }) => {
        const [page, size] = [Number(query.page), Number(query.page_size)];
        const ids = Array.from({ length: total }, (_, i) => ({ id: `s${i}` }));
        return json({ items: ids.slice((page - 1) * size, page * size), total, page, page_size: size });
      },
    });

  it.each([0, 1, 100, 101, 250])("walks through %i items once each, in order", async (total) => {
    const { fetch, seen } = pages(total);
    const ids: string[] = [];
    for await (const item of new UNCASEClient({ fetch }).seeds.iterate()) ids.push(item.id);
    expect(ids).toEqual(Array.from({ length: total }, (_, i) => `s${i}`));
    expect(seen).toHaveLength(Math.max(1, Math.ceil(total / 100)));
  });

  it("asks for no page that the loop does not reach", async () => {
    const { fetch, seen } = pages(300);
    for await (const _ of new UNCASEClient({ fetch }).seeds.iterate()) break;
    expect(seen).toHaveLength(1);
  });

  it("takes the total of the jobs' bare array from its header", async () => {
    const { fetch } = createFakeFetch({
      "GET /api/v1/jobs": ({ query }) =>
        json(query.page === "1" ? Array.from({ length: 100 }, (_, i) => ({ id: i })) : [{ id: 100 }], {
          headers: { "x-total-count": "101" },
        }),
    });
    let count = 0;
    for await (const _ of new UNCASEClient({ fetch }).jobs.iterate()) count += 1;
    expect(count).toBe(101);
  });
});

describe("Pipeline", () => {
  it("starts a job, reports its progress and returns it", async () => {
    const { fetch, seen } = createFakeFetch({
      "POST /api/v1/pipeline/run": () => json({ job_id: "j1", status: "pending", message: "", result: null }),
      "GET /api/v1/jobs/j1/events": () =>
        eventStream([
          `event: progress\ndata: {"done":1}\n\n`,
          `event: done\ndata: {"id":"j1","status":"completed","result":{"certified":2}}\n\n`,
        ]),
    });
    const steps: number[] = [];
    const job = await new Pipeline({ fetch }).run(
      { domain: "automotive.sales", count: 2 },
      { onProgress: (progress) => steps.push(progress.done) },
    );
    expect([job.status, steps]).toEqual(["completed", [1]]);
    expect(JSON.parse(seen[0]!.body)).toEqual({ domain: "automotive.sales", count: 2, async_mode: true });
  });

  it("generates with the reference's argument names", async () => {
    const { fetch, seen } = createFakeFetch({ "POST /api/v1/generate": () => json({ conversations: [] }) });
    await new Pipeline({ fetch }).generate(seed, { count: 3, evaluate: false });
    expect(JSON.parse(seen[0]!.body)).toMatchObject({ count: 3, evaluate_after: false, async_mode: false });
  });
});

describe("SeedEngine", () => {
  const imported = { conversations: [{ ...conversation }], conversation_ids: ["c1"], errors: [], total_imported: 1 };

  it("imports a text and extracts from what came of it", async () => {
    const { fetch, seen } = createFakeFetch({
      "POST /api/v1/connectors/file": () => json(imported),
      "POST /api/v1/seeds/from-conversations": () => json({ seeds: [{ id: "s1" }], errors: [] }),
    });
    const seeds = await new SeedEngine({ fetch }).fromText("Cliente: hola", "automotive.sales");
    expect(seeds).toEqual([{ id: "s1" }]);
    expect(JSON.parse(seen[1]!.body)).toEqual({ conversation_ids: ["c1"], domain: "automotive.sales" });
  });

  it("says why a text gave nothing", async () => {
    const { fetch } = createFakeFetch({
      "POST /api/v1/connectors/file": () =>
        json({
          conversations: [],
          conversation_ids: [],
          total_imported: 0,
          errors: ["line 3: no speaker"],
        }),
    });
    await expect(new SeedEngine({ fetch }).fromText("x", "automotive.sales")).rejects.toThrow("line 3: no speaker");
  });

  it("splits many conversations into calls of a hundred", async () => {
    const { fetch, seen } = createFakeFetch({
      "POST /api/v1/seeds/from-conversations": ({ body }) =>
        json({ seeds: (JSON.parse(body) as { conversation_ids: string[] }).conversation_ids, errors: [] }),
    });
    const ids = Array.from({ length: 201 }, (_, i) => `c${i}`);
    expect(await new SeedEngine({ fetch }).fromConversations(ids, "automotive.sales")).toEqual(ids);
    expect(seen).toHaveLength(3);
  });
});

describe("Generator", () => {
  it("streams any number in batches that repeat by their random seeds", async () => {
    const { fetch, seen } = createFakeFetch({
      "POST /api/v1/generate": ({ body }) => {
        const { count, random_seed } = JSON.parse(body) as { count: number; random_seed: number };
        return json({
          conversations: Array.from({ length: count }, (_, i) => ({ conversation_id: `${random_seed}-${i}` })),
        });
      },
    });
    const ids: string[] = [];
    const generator = new Generator({ fetch }, { model: "builtin" });
    for await (const each of generator.stream(seed, { count: 120, random_seed: 7 })) ids.push(each.conversation_id);
    expect(new Set(ids).size).toBe(120);
    expect(seen.map((request) => JSON.parse(request.body) as object)).toMatchObject([
      { count: 50, random_seed: 7, model: "builtin" },
      { count: 50, random_seed: 8 },
      { count: 20, random_seed: 9 },
    ]);
  });
});

describe("Evaluator", () => {
  it("keeps the order of any number of pairs and sends the required metrics", async () => {
    const { fetch, seen } = createFakeFetch({
      "POST /api/v1/evaluations/batch": ({ body }) => {
        const { pairs } = JSON.parse(body) as { pairs: { conversation: { conversation_id: string } }[] };
        return json({ reports: pairs.map((pair) => ({ conversation_id: pair.conversation.conversation_id })) });
      },
    });
    const pairs = Array.from({ length: 130 }, (_, i) => ({
      conversation: { ...conversation, conversation_id: `c${i}` },
      seed,
    }));
    const ids: string[] = [];
    for await (const report of new Evaluator({ fetch }, ["semantic_fidelity"]).evaluateMany(pairs))
      ids.push(report.conversation_id);
    expect(ids).toEqual(pairs.map((pair) => pair.conversation.conversation_id));
    expect(seen.map((request) => (JSON.parse(request.body) as { require: string[] }).require)).toEqual([
      ["semantic_fidelity"],
      ["semantic_fidelity"],
    ]);
  });
});
