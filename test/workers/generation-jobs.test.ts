// Generation as jobs, from the outside: every route over HTTP, with the builtin generator.
import { beforeAll, describe, expect, it } from "vitest";
import type { DeadLetter, EstimateResponse, JobResponse, ReplayResponse } from "../../workers/contract/job.ts";
import { workOn } from "../../workers/services/work.ts";
import { makeTenant, sendJson, startApp, type Tenant, type TestApp, upload } from "./support.ts";

let app: TestApp;
let tenant: Tenant;
let seed: object;

beforeAll(async () => {
  app = await startApp();
  tenant = await makeTenant(app);
  const [first] = await app.deps.catalog.library("automotive.sales");
  seed = first!;
});

const RUN = { domain: "automotive.sales", count: 4, language: "es", random_seed: 5 };

const post = (path: string, body: object, key = tenant.write, headers: Record<string, string> = {}) => {
  const request = sendJson(key, body);
  return app.fetch(`/api/v1${path}`, { ...request, headers: { ...(request.headers as object), ...headers } });
};
const steer = (path: string, key = tenant.write) =>
  app.fetch(`/api/v1${path}`, { method: "POST", headers: { "X-API-Key": key } });
const get = (path: string, key = tenant.read) => app.fetch(`/api/v1${path}`, { headers: { "X-API-Key": key } });

async function start(body: object = RUN): Promise<string> {
  const response = await post("/pipeline/run", body);
  expect(response.status).toBe(202);
  return (await response.json<{ job_id: string }>()).job_id;
}

async function finish(id: string): Promise<JobResponse> {
  for (let round = 0; round < 200; round += 1) {
    await workOn(app.deps, id, 4);
    const job = await (await get(`/jobs/${id}`)).json<JobResponse>();
    if (["completed", "failed", "cancelled"].includes(job.status)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the job did not end");
}

describe("dead letters", () => {
  it("are listed, replayed once, and then gone; the rest of the job stays as it was", async () => {
    const id = await start({ ...RUN, count: 16 });
    // One item is taken, and fails for good, before the runtime's own consumer has it.
    const ledger = app.deps.ledger(id);
    let failed: { id: number; leaseId: string } | undefined;
    for (let round = 0; failed === undefined && round < 500; round += 1) {
      const answer = await ledger.lease(1);
      if (answer.kind === "items") failed = answer.items[0];
    }
    await ledger.fail(failed!.id, failed!.leaseId, "the provider said no", false);
    const first = await finish(id);
    expect(first.result).toMatchObject({ conversations_generated: 15 });

    const letters = await (await get(`/jobs/${id}/dead-letters`)).json<DeadLetter[]>();
    expect(letters).toEqual([
      {
        stage: "generate",
        index: expect.any(Number),
        error: "the provider said no",
        starts: 1,
        seed_id: expect.stringMatching(/^lib-automotive-sales-/),
        conversation_id: null,
      },
    ]);
    expect(await (await get(`/jobs/${id}/dead-letters?after=${letters[0]!.index}`)).json()).toEqual([]);
    expect((await get(`/jobs/${id}/dead-letters?limit=0`)).status).toBe(422);

    const replay = await steer(`/jobs/${id}/replay`);
    expect(replay.status).toBe(202);
    expect(await replay.json<ReplayResponse>()).toMatchObject({ replayed: 1, job: { id } });
    const second = await finish(id);
    expect(second).toMatchObject({ status: "completed", result: { conversations_generated: 16 } });
    const { total } = await app.client(tenant.read).evaluations.reports({ page_size: 1 });
    expect(total).toBe(16);
    expect((await steer(`/jobs/${id}/replay`)).status).toBe(409);
  });

  it("need the scope write to be replayed, and are another tenant's secret", async () => {
    const id = await start();
    expect((await steer(`/jobs/${id}/replay`, tenant.read)).status).toBe(403);
    const stranger = await makeTenant(app);
    expect((await get(`/jobs/${id}/dead-letters`, stranger.read)).status).toBe(404);
    expect((await steer(`/jobs/${id}/replay`, stranger.write)).status).toBe(404);
  });
});

describe("an estimate", () => {
  it("of the builtin generator is free, by one seed, by seeds or by a library, and starts nothing", async () => {
    const before = (await app.client(tenant.read).jobs.list()).total;
    const bodies: [object, number][] = [
      [{ domain: "automotive.sales", count: 7 }, 7],
      [{ seed, count: 3, pilot: 2 }, 3],
    ];
    for (const [body, conversations] of bodies) {
      const response = await post("/generate/estimate", { ...body, provider_id: "builtin" });
      expect(response.status).toBe(200);
      const estimate = await response.json<EstimateResponse>();
      expect(estimate).toMatchObject({ conversations, calls: { high: 0 }, cost_usd: { high: 0 }, pilot: null });
    }
    expect((await app.client(tenant.read).jobs.list()).total).toBe(before);
  });

  it("for sources extracts their seeds, counts on as many from those it did not look at, and stores nothing", async () => {
    const text = (i: number) =>
      [
        "Cliente: Buenos días, busco un auto familiar.",
        `Asesor: Con gusto. ¿Prefiere uno de ${i + 4} puertas?`,
        "Cliente: Sí, y que gaste poco.",
        "Asesor: Tenemos uno híbrido. ¿Le parece verlo mañana?",
        "Cliente: Perfecto, gracias.",
      ].join("\n");
    const ids: string[] = [];
    for (let i = 0; i < 22; i += 1) {
      const answer = await upload(
        app,
        tenant.write,
        "/api/v1/import/jsonl?format=auto&domain=automotive.sales",
        text(i),
        "chat.txt",
      );
      ids.push(...(JSON.parse(answer.text) as { conversation_ids: string[] }).conversation_ids);
    }
    const before = (await app.client(tenant.read).seeds.list()).total;
    const body = { conversation_ids: ids, count: 3, provider_id: "builtin" };
    const response = await post("/generate/estimate", { ...body, domain: "automotive.sales" });
    expect(await response.json<EstimateResponse>()).toMatchObject({ conversations: 66 });
    expect((await app.client(tenant.read).seeds.list()).total).toBe(before);
    expect((await post("/generate/estimate", body)).status).toBe(422);
    const unknown = { ...body, domain: "automotive.sales", conversation_ids: ["none"] };
    expect((await post("/generate/estimate", unknown)).status).toBe(404);
  });

  it("is refused without an origin, with two, with an unknown seed, and to a key that may only read", async () => {
    expect((await post("/generate/estimate", {})).status).toBe(422);
    expect((await post("/generate/estimate", { seed, domain: "automotive.sales" })).status).toBe(422);
    expect((await post("/generate/estimate", { domain: "automotive.sales", pilot: 6 })).status).toBe(422);
    expect((await post("/generate/estimate", { seed_ids: ["none"] })).status).toBe(404);
    expect((await post("/generate/estimate", { domain: "automotive.sales" }, tenant.read)).status).toBe(403);
  });
});

describe("generation", () => {
  it("of more than 50 conversations, or when it is asked for, is a job", async () => {
    for (const body of [{ count: 51 }, { count: 1, async_mode: true }]) {
      const response = await post("/generate", { seed, ...body });
      expect(response.status).toBe(202);
      const { job_id } = await response.json<{ job_id: string }>();
      expect((await steer(`/jobs/${job_id}/cancel`)).status).toBe(200);
    }
    expect((await post("/generate", { seed, count: 10_001 })).status).toBe(422);
  });

  it("starts once for an Idempotency-Key, however often it is asked, and refuses the key for another body", async () => {
    const headers = { "Idempotency-Key": "generate-once" };
    const body = { seed, count: 2, async_mode: true };
    const first = await (await post("/generate", body, tenant.write, headers)).json<{ job_id: string }>();
    const again = await post("/generate", body, tenant.write, headers);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect((await again.json<{ job_id: string }>()).job_id).toBe(first.job_id);
    expect((await post("/generate", { ...body, count: 3 }, tenant.write, headers)).status).toBe(422);
    expect((await finish(first.job_id)).result).toMatchObject({ conversations_generated: 2 });
  });

  it("waits while it is paused, goes on when it is resumed, and cannot be resumed twice", async () => {
    const id = await start({ ...RUN, count: 30 });
    expect(await (await steer(`/jobs/${id}/pause`)).json()).toMatchObject({ status: "paused" });
    await workOn(app.deps, id, 4);
    expect(await (await get(`/jobs/${id}`)).json()).toMatchObject({ status: "paused" });
    expect((await steer(`/jobs/${id}/resume`)).status).toBe(200);
    expect((await finish(id)).status).toBe("completed");
    expect((await steer(`/jobs/${id}/resume`)).status).toBe(409);
  });
});
