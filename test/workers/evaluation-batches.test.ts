import { beforeAll, describe, expect, it } from "vitest";
import type { JobResponse } from "../../workers/contract/job.ts";
import type { BatchEvaluationResponse, BatchEvaluationResult, QualityReport } from "../../workers/contract/quality.ts";
import { workOn } from "../../workers/services/work.ts";
import { dumpLedger, listObjects, makeTenant, sendJson, startApp, type Tenant, type TestApp } from "./support.ts";

let app: TestApp;
let tenant: Tenant;
let other: Tenant;

const SEED = {
  seed_id: "batch-seed",
  dominio: "automotive.sales" as const,
  idioma: "es",
  roles: ["cliente", "asesora"],
  rol_asistente: "asesora",
  objetivo: "Informar sobre la garantía de un vehículo",
  pasos_turnos: { turnos_min: 2, turnos_max: 6, flujo_esperado: ["El cliente pregunta por la garantía"] },
  parametros_factuales: { contexto: "Agencia de vehículos", restricciones: ["La garantía es de 3 años"] },
};
const conversation = (i: number, years = 3) => ({
  conversation_id: `batch-${i}`,
  seed_id: "batch-seed",
  dominio: "automotive.sales" as const,
  idioma: "es",
  turnos: [
    { turno: 1, rol: "cliente", contenido: `¿Cuánto dura la garantía del vehículo número ${i}?` },
    { turno: 2, rol: "asesora", contenido: `La garantía es de ${years} años, con todo gusto le explico.` },
    { turno: 3, rol: "cliente", contenido: "Muchas gracias por la explicación." },
  ],
  es_sintetica: true,
});
const pairs = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ conversation: conversation(i, i % 4 === 0 ? 9 : 3), seed: SEED }));

beforeAll(async () => {
  app = await startApp();
  tenant = await makeTenant(app);
  other = await makeTenant(app);
});

async function finish(id: string, lanes = 2): Promise<JobResponse> {
  for (let round = 0; round < 100; round += 1) {
    await workOn(app.deps, id, lanes);
    const job = await app.client(tenant.read).jobs.get(id);
    if (["completed", "failed", "cancelled"].includes(job.status)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the job did not end");
}

/** The parts of a report that do not depend on when it was made. */
const timeless = ({ evaluated_at: _at, ...report }: QualityReport) => report;

describe("a batch of evaluations", () => {
  it("answers small batches in the request, and says the same of each pair as alone", async () => {
    const client = app.client(tenant.write);
    const batch = await client.evaluations.runMany({ pairs: pairs(3) });
    expect([batch.total, batch.reports.length]).toEqual([3, 3]);
    const alone = await client.evaluations.run(pairs(3)[1]!);
    expect(timeless(batch.reports[1]!)).toEqual(timeless(alone));
  });

  it("becomes a job that keeps the same reports, however often its items start", async () => {
    const client = app.client(tenant.write);
    const whole = pairs(45);
    const started = await client.evaluations.start({ pairs: whole });
    expect(started.status).toBe("pending");
    const job = await finish(started.job_id);
    expect([job.job_type, job.status]).toEqual(["evaluation", "completed"]);
    const result = job.result as unknown as BatchEvaluationResult;
    const direct: BatchEvaluationResponse = await client.evaluations.runMany({ pairs: whole });
    const { reports, ...summary } = direct;
    expect(result).toEqual({
      ...summary,
      missing: 0,
      reports_url: `/api/v1/evaluations/reports?job_id=${started.job_id}`,
    });
    expect(result.failure_summary.fidelidad_factual).toBe(12);
    const listed = await client.evaluations.reports({ job_id: started.job_id, page_size: 100 });
    expect(listed.total).toBe(45);
    const scores = new Map(listed.items.map((item) => [item.conversation_id, item.composite_score]));
    for (const report of reports) expect(scores.get(report.conversation_id)).toBe(report.composite_score);
  });

  it("takes more than a hundred pairs as a job without being asked to", async () => {
    const response = await app.fetch("/api/v1/evaluations/batch", sendJson(tenant.write, { pairs: pairs(101) }));
    expect(response.status).toBe(202);
    const { job_id } = (await response.json()) as { job_id: string };
    expect((await finish(job_id)).result).toMatchObject({ total: 101 });
  });

  it("seals the pairs while they wait, and leaves nothing of them behind", async () => {
    const secret = "marcador-irrepetible";
    const marked = pairs(25).map((pair, i) => ({
      ...pair,
      conversation: { ...conversation(i), metadata: { nota: secret } },
    }));
    const { job_id } = await app.client(tenant.write).evaluations.start({ pairs: marked });
    const staged = (await listObjects()).filter((key) => key.startsWith(`staging/${tenant.id}/${job_id}`));
    expect(staged).toHaveLength(2);
    for (const key of staged) {
      expect(new TextDecoder().decode((await app.deps.blobs.get(key))!)).not.toContain(secret);
    }
    expect(JSON.stringify(await dumpLedger(job_id))).not.toContain(secret);
    await finish(job_id);
    expect((await listObjects()).filter((key) => key.includes(job_id))).toEqual([]);
  });

  it("evaluates stored conversations against a seed, and counts what is not there", async () => {
    const client = app.client(tenant.write);
    await client.seeds.create(SEED);
    const ids = ["stored-1", "stored-2"];
    await client.conversations.createMany(
      ids.map((conversation_id, i) => ({ ...conversation(i), conversation_id })) as never,
    );
    const started = await client.evaluations.start({
      conversation_ids: [...ids, "nobody"],
      seed_id: "batch-seed",
    });
    expect((await finish(started.job_id)).result).toMatchObject({ total: 2, missing: 1 });
    const foreign = await app.client(other.write).evaluations.start({ conversation_ids: ids, seed_id: "batch-seed" });
    await workOn(app.deps, foreign.job_id, 1);
    const job = await app.client(other.read).jobs.get(foreign.job_id);
    expect(job.result).toMatchObject({ total: 0, missing: 2 });
    expect((await app.client(other.read).evaluations.reports({ job_id: started.job_id })).total).toBe(0);
  });

  it.each([
    [{}, "pairs"],
    [{ pairs: [], async_mode: true }, "pairs"],
    [{ pairs: pairs(1), conversation_ids: ["a"] }, "pairs"],
    [{ pairs: pairs(1), seed_id: "a" }, "seed_id"],
  ])("refuses what it cannot do by the name of the field", async (body, field) => {
    const response = await app.fetch("/api/v1/evaluations/batch", sendJson(tenant.write, body));
    expect(response.status).toBe(422);
    expect(JSON.stringify(await response.json())).toContain(field);
  });

  it("refuses personal data in an id before anything is kept", async () => {
    const [pair] = pairs(1);
    const named = { ...pair!, conversation: { ...pair!.conversation, conversation_id: "GOMC850714HDFRRN09" } };
    const response = await app.fetch(
      "/api/v1/evaluations/batch",
      sendJson(tenant.write, { pairs: [named], async_mode: true }),
    );
    expect(response.status).toBe(422);
  });
});
