import { beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "../../workers/services/deps.ts";
import { workOn } from "../../workers/services/work.ts";
import { makeTenant, sendJson, startApp, type Tenant, type TestApp } from "./support.ts";

let app: TestApp;
let now = Date.parse("2026-02-01T09:00:00.000Z");

const SEED = {
  seed_id: "review-seed",
  dominio: "automotive.sales" as const,
  idioma: "es",
  roles: ["cliente", "asesora"],
  rol_asistente: "asesora",
  objetivo: "Informar sobre la garantía de un vehículo",
  pasos_turnos: { turnos_min: 2, turnos_max: 6, flujo_esperado: ["El cliente pregunta por la garantía"] },
  parametros_factuales: { contexto: "Agencia de vehículos", restricciones: ["La garantía es de 3 años"] },
};
const conversation = (id: string) => ({
  conversation_id: id,
  seed_id: "review-seed",
  dominio: "automotive.sales",
  idioma: "es",
  turnos: [
    { turno: 1, rol: "cliente", contenido: `¿Cuánto dura la garantía del vehículo?` },
    { turno: 2, rol: "asesora", contenido: `La garantía es de 3 años, con todo gusto le explico.` },
    { turno: 3, rol: "cliente", contenido: "Muchas gracias por la explicación." },
  ],
  es_sintetica: true,
});

/** A tenant with evaluated conversations, all of which are drawn, and the job that evaluated them. */
async function withReports(count: number): Promise<{ tenant: Tenant; jobId: string }> {
  const tenant = await makeTenant(app);
  const client = app.client(tenant.write);
  await client.seeds.create(SEED);
  const ids = Array.from({ length: count }, (_, i) => `reviewed-${i}`);
  await client.conversations.createMany(ids.map(conversation));
  const { job_id } = await client.evaluations.start({ conversation_ids: ids, seed_id: SEED.seed_id });
  for (let round = 0; round < 50; round += 1) {
    await workOn(app.deps, job_id, 2);
    if ((await client.jobs.get(job_id)).status === "completed") return { tenant, jobId: job_id };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the job did not end");
}

beforeAll(async () => {
  const clock: Deps["clock"] = { now: () => new Date(now) };
  app = await startApp({}, { clock });
});

describe("the review queue", () => {
  it("takes a job's reports once, and shows no verdict to whoever still has to judge", async () => {
    const { tenant, jobId } = await withReports(3);
    const client = app.client(tenant.write);
    const first = await client.reviews.enqueue({ job_id: jobId, sample: 1 });
    expect(first).toEqual({ queued: 3, clear: 0, skipped: 0 });
    expect(await client.reviews.enqueue({ job_id: jobId, sample: 1 })).toEqual({ queued: 0, clear: 0, skipped: 3 });
    const { item } = await client.reviews.claim();
    expect(item).toMatchObject({ status: "claimed", reasons: [], decided: 0 });
    expect(Object.keys(item!)).not.toContain("automatic");
    expect((await client.reviews.claim()).item!.id).toBe(item!.id);
  });

  it("gives two reviewers different items, and each item to as many reviewers as it asks for", async () => {
    const { tenant, jobId } = await withReports(2);
    const [a, b] = [app.client(tenant.write), app.client(tenant.admin)];
    await a.reviews.enqueue({ job_id: jobId, sample: 1, reviewers: 2 });
    const claims = await Promise.all([a.reviews.claim(), b.reviews.claim()]);
    const [first, second] = claims.map(({ item }) => item!);
    expect(first!.id).not.toBe(second!.id);
    await a.reviews.decide(first!.id, { verdict: "pass", grade: 4 });
    await b.reviews.decide(second!.id, { verdict: "fail" });
    const swapped = await Promise.all([a.reviews.claim(), b.reviews.claim()]);
    expect(swapped.map(({ item }) => item!.id)).toEqual([second!.id, first!.id]);
    const done = await a.reviews.decide(second!.id, { verdict: "fail" });
    await b.reviews.decide(first!.id, { verdict: "pass" });
    expect(done).toMatchObject({ status: "decided", decided: 2 });
    expect(done.reasons).not.toEqual([]);
    expect([(await a.reviews.claim()).item, (await b.reviews.claim()).item]).toEqual([null, null]);
    expect(await a.reviews.agreement()).toMatchObject({
      items: 2,
      decisions: 4,
      reviewers: 2,
      between_reviewers: { items: 2, agreed: 1, kappa: 1 },
      judge: { items: 0, kappa: null },
    });
    expect((await a.reviews.list({ status: "decided" })).total).toBe(2);
  });

  it("lets a claim run out, and takes no verdict without one", async () => {
    const { tenant, jobId } = await withReports(1);
    const [a, b] = [app.client(tenant.write), app.client(tenant.admin)];
    await a.reviews.enqueue({ job_id: jobId, sample: 1 });
    const { item } = await a.reviews.claim();
    expect((await b.reviews.claim()).item).toBeNull();
    await expect(b.reviews.decide(item!.id, { verdict: "pass" })).rejects.toMatchObject({ status: 409 });
    now += 31 * 60_000;
    expect((await a.reviews.list({ status: "open" })).total).toBe(1);
    expect((await b.reviews.claim()).item!.id).toBe(item!.id);
    await expect(a.reviews.decide(item!.id, { verdict: "pass" })).rejects.toMatchObject({ status: 409 });
    await b.reviews.decide(item!.id, { verdict: "pass" });
    await expect(b.reviews.decide(item!.id, { verdict: "fail" })).rejects.toMatchObject({ status: 409 });
    expect((await a.reviews.agreement()).decisions).toBe(1);
  });

  it("is another tenant's secret", async () => {
    const { tenant, jobId } = await withReports(1);
    const other = await makeTenant(app);
    await app.client(tenant.write).reviews.enqueue({ job_id: jobId, sample: 1 });
    const { item } = await app.client(tenant.write).reviews.claim();
    const stranger = app.client(other.write);
    expect((await stranger.reviews.claim()).item).toBeNull();
    expect((await stranger.reviews.list()).total).toBe(0);
    expect((await stranger.reviews.agreement()).items).toBe(0);
    await expect(stranger.reviews.decide(item!.id, { verdict: "pass" })).rejects.toMatchObject({ status: 404 });
    await expect(stranger.reviews.enqueue({ job_id: jobId })).rejects.toMatchObject({ status: 404 });
    const [report] = (await app.client(tenant.read).evaluations.reports({ job_id: jobId })).items;
    await expect(stranger.reviews.enqueue({ report_ids: [report!.id] })).rejects.toMatchObject({ status: 422 });
  });

  it("refuses notes with personal data, unknown verdicts, and readers who would judge", async () => {
    const { tenant, jobId } = await withReports(1);
    const client = app.client(tenant.write);
    await client.reviews.enqueue({ job_id: jobId, sample: 1 });
    const { item } = await client.reviews.claim();
    const send = (key: string, body: unknown) => app.fetch(`/api/v1/reviews/${item!.id}/decision`, sendJson(key, body));
    const statuses = [
      await send(tenant.write, { verdict: "fail", notes: "llamar a ana.torres@correo.mx" }),
      await send(tenant.write, { verdict: "maybe" }),
      await send(tenant.read, { verdict: "pass" }),
    ].map((response) => response.status);
    expect(statuses).toEqual([422, 422, 403]);
    expect((await client.reviews.agreement()).decisions).toBe(0);
    const both = { job_id: jobId, report_ids: ["a"] };
    await expect(client.reviews.enqueue(both)).rejects.toMatchObject({ status: 422 });
  });
});
