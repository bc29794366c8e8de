// Jobs under the faults of the platform: messages that come twice or late, objects that are aborted, alarms that throw.
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { consume, type QueueMessage } from "../../queues/consume.ts";
import type { JobResponse } from "../../workers/contract/job.ts";
import { workOn } from "../../workers/services/work.ts";
import { bindings, makeTenant, sendJson, startApp, type Tenant, type TestApp } from "./support.ts";

let app: TestApp;
let tenant: Tenant;

beforeAll(async () => {
  app = await startApp();
});

const COUNT = 6;
const RUN = { domain: "automotive.sales", count: COUNT, language: "es", random_seed: 11 };

async function start(): Promise<string> {
  tenant = await makeTenant(app);
  const response = await app.fetch("/api/v1/pipeline/run", sendJson(tenant.write, RUN));
  return ((await response.json()) as { job_id: string }).job_id;
}

const read = async (id: string): Promise<JobResponse> =>
  (await app.fetch(`/api/v1/jobs/${id}`, { headers: { "X-API-Key": tenant.read } })).json();

async function finish(id: string): Promise<JobResponse> {
  for (let round = 0; round < 300; round += 1) {
    await workOn(app.deps, id, 4).catch(() => undefined);
    const job = await read(id);
    if (["completed", "failed", "cancelled"].includes(job.status)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the job did not end");
}

/** The job ended well, and every conversation stands once. */
async function expectWhole(id: string): Promise<void> {
  const job = await finish(id);
  expect([job.status, job.error_message]).toEqual(["completed", null]);
  const client = app.client(tenant.read);
  expect((await client.evaluations.reports({ page_size: 100 })).total).toBe(COUNT);
  expect(job.result).toMatchObject({ conversations_generated: COUNT });
}

const objectOf = (id: string) => bindings.JOB_LEDGER.get(bindings.JOB_LEDGER.idFromName(id)) as never;

function wakeUp(id: string, ends: string[] = []): QueueMessage {
  return { body: { v: 1, job: id }, ack: () => void ends.push("ack"), retry: () => void ends.push("retry") };
}

describe("wake-ups of a job", () => {
  it("may come twice, ten at once, or again after its end: the job is done once", async () => {
    const id = await start();
    const ends: string[] = [];
    await Promise.all(Array.from({ length: 10 }, () => consume([wakeUp(id, ends), wakeUp(id, ends)], app.deps, 2)));
    expect(new Set(ends)).toEqual(new Set(["ack"]));
    await expectWhole(id);
    const before = await read(id);
    await consume([wakeUp(id, ends)], app.deps, 2);
    expect(await read(id)).toEqual(before);
  });

  it("that nobody could deliver are sent again by the alarm, which is armed before it sends", async () => {
    const id = await start();
    await runInDurableObject(objectOf(id), async (object: unknown, state: DurableObjectState) => {
      const ledger = object as { sendWakeUps(): Promise<void>; alarm(): Promise<void> };
      const real = ledger.sendWakeUps.bind(ledger);
      let refused = 0;
      ledger.sendWakeUps = () => {
        refused += 1;
        return Promise.reject(new Error("the queue is overloaded"));
      };
      for (let round = 0; round < 7; round += 1) {
        await state.storage.deleteAlarm();
        await ledger.alarm().catch(() => undefined);
        expect(await state.storage.getAlarm()).not.toBeNull();
      }
      ledger.sendWakeUps = real;
      return refused;
    });
    await runDurableObjectAlarm(objectOf(id));
    await expectWhole(id);
  });
});

describe("the object of a job", () => {
  it("that is aborted while workers talk to it loses nothing that was acknowledged, and the job goes on", async () => {
    const id = await start();
    for (let round = 0; round < 3; round += 1) {
      const working = workOn(app.deps, id, 3).catch(() => undefined);
      await runInDurableObject(objectOf(id), (_object: unknown, state: DurableObjectState) => {
        state.abort("aborted by the test");
      }).catch(() => undefined);
      await working;
    }
    await expectWhole(id);
  });

  it("that is thrown out of memory between any two messages keeps counts and results", async () => {
    const id = await start();
    let done = 0;
    for (let round = 0; round < 4; round += 1) {
      await workOn(app.deps, id, 1);
      await evictDurableObject(objectOf(id));
      const progress = await app.deps.ledger(id).progress();
      expect(progress!.done).toBeGreaterThanOrEqual(done);
      ({ done } = progress!);
    }
    await expectWhole(id);
  });
});
