import { evictDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { consume } from "../../queues/consume.ts";
import type { Exchange } from "../../workers/core/jobs/exchange.ts";
import type { DatasetResponse } from "../../workers/contract/template.ts";
import type { Deps } from "../../workers/services/deps.ts";
import { workOn } from "../../workers/services/work.ts";
import {
  bindings,
  makeTenant,
  sendJson,
  SHORT_SEED,
  startApp,
  type Tenant,
  type TestApp,
  uploadForm,
} from "./support.ts";
import chats from "../../samples/chats-es.txt?raw";

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

/** The same deps without the queue: nothing works on a job unless the test does. */
const RUN = { domain: "automotive.sales", count: 6, language: "es", random_seed: 7, export: { template: "chatml" } };

interface Job {
  id: string;
  status: string;
  progress: number;
  error_message: string | null;
  result: {
    conversations_passed: number;
    conversations_generated: number;
    dataset: { dataset_id: string; sha256: string } | null;
  };
}

async function start(tenant: Tenant, body: object = RUN): Promise<string> {
  const response = await app.fetch("/api/v1/pipeline/run", sendJson(tenant.write, body));
  expect(response.status).toBe(202);
  return ((await response.json()) as { job_id: string }).job_id;
}

const read = async (tenant: Tenant, id: string): Promise<Job> =>
  (await app.fetch(`/api/v1/jobs/${id}`, { headers: { "X-API-Key": tenant.read } })).json();

async function finish(tenant: Tenant, id: string, deps: Deps = app.deps, lanes = 4): Promise<Job> {
  for (let round = 0; round < 200; round += 1) {
    await workOn(deps, id, lanes);
    const job = await read(tenant, id);
    if (["completed", "failed", "cancelled"].includes(job.status)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the job did not end");
}

async function download(tenant: Tenant, datasetId: string, headers: Record<string, string> = {}): Promise<Response> {
  return app.fetch(`/api/v1/datasets/${datasetId}/download`, { headers: { "X-API-Key": tenant.read, ...headers } });
}

describe("a run of the pipeline", () => {
  it("ends with a dataset of certified conversations, each traceable to its own seed", async () => {
    const tenant = await makeTenant(app);
    const job = await finish(tenant, await start(tenant));
    expect(job).toMatchObject({ status: "completed", progress: 1, error_message: null });
    expect(job.result.conversations_generated).toBe(6);
    expect(job.result.conversations_passed).toBeGreaterThan(0);

    const client = app.client(tenant.read);
    const { items } = await client.conversations.list({ job_id: job.id, page_size: 100 });
    const reports = await client.evaluations.reports({ page_size: 100 });
    const bySeed = new Map(reports.items.map((report) => [report.conversation_id, report]));
    expect(reports.total).toBe(6);
    for (const conversation of items) {
      expect(conversation.seed_id).toMatch(/^lib-automotive-sales-/);
      expect(bySeed.get(conversation.conversation_id)?.seed_id).toBe(conversation.seed_id);
      expect(conversation.status).toBe(bySeed.get(conversation.conversation_id)?.passed ? "certified" : "rejected");
    }
    const seeds = await client.seeds.list({ page_size: 100 });
    expect(seeds.items.reduce((sum, seed) => sum + seed.run_count, 0)).toBe(6);

    const file = await download(tenant, job.result.dataset!.dataset_id);
    const text = await file.text();
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    expect(hex).toBe(job.result.dataset!.sha256);
    expect(text.trimEnd().split("\n")).toHaveLength(job.result.conversations_passed);
  });

  it("gives the same export twice, however many workers there are and whatever happens to them, and another for another seed", async () => {
    const hashes: string[] = [];
    for (const trouble of [false, true]) {
      const tenant = await makeTenant(app);
      const id = await start(tenant);
      if (trouble) {
        // Workers that die right after a result was written, two at once, and an object thrown out of memory in between.
        const dying = (): Deps => {
          let dead = false;
          return {
            ...app.deps,
            ledger: (jobId) => {
              const real = app.deps.ledger(jobId);
              return new Proxy(real, {
                get(target, name: keyof typeof real) {
                  return async (...args: never[]) => {
                    if (dead) throw new Error("killed");
                    const answer: unknown = await (target[name] as (...rest: never[]) => unknown)(...args);
                    if (name !== "exchange" || (args[0] as unknown as Exchange).done.length === 0) return answer;
                    dead = true;
                    throw new Error("killed after the write");
                  };
                },
              });
            },
          };
        };
        let deaths = 0;
        for (let round = 0; round < 2; round += 1) {
          const ends = await Promise.allSettled([workOn(dying(), id, 2), workOn(dying(), id, 3)]);
          deaths += ends.filter((end) => end.status === "rejected").length;
          await evictDurableObject(bindings.JOB_LEDGER.get(bindings.JOB_LEDGER.idFromName(id)) as never);
        }
        expect(deaths).toBeGreaterThan(0);
      }
      const job = await finish(tenant, id);
      expect(job.status).toBe("completed");
      hashes.push(job.result.dataset!.sha256);
      const { total } = await app.client(tenant.read).evaluations.reports({});
      expect(total).toBe(6);
    }
    const tenant = await makeTenant(app);
    const other = await finish(tenant, await start(tenant, { ...RUN, random_seed: 8 }));
    expect(hashes[1]).toBe(hashes[0]);
    expect(other.result.dataset!.sha256).not.toBe(hashes[0]);
  });

  it("does not repeat an earlier run of another configuration, and says with which it was compared", async () => {
    const tenant = await makeTenant(app);
    const first = await finish(tenant, await start(tenant));
    const again = await finish(tenant, await start(tenant));
    expect(again.result.dataset!.sha256).toBe(first.result.dataset!.sha256);
    // More attempts are another configuration, and what passed at the first attempt is written again as it was.
    const other = await finish(tenant, await start(tenant, { ...RUN, max_attempts: 4 }));
    const reports = await app.client(tenant.read).evaluations.reports({ page_size: 100 });
    const repeated = reports.items.filter(
      (report) =>
        report.failures[0] === "near_duplicate_of_earlier_run" &&
        report.conversation_id.startsWith(other.id.slice(0, 24)),
    );
    expect(repeated.length).toBeGreaterThanOrEqual(first.result.conversations_passed);
    expect(other.result.conversations_passed).toBe(0);
    const config = (await app.client(tenant.read).jobs.get(other.id)).config as { comparedWith: string[] };
    expect(config.comparedWith.toSorted()).toEqual([first.id, again.id].toSorted());
  });

  it("loses and doubles nothing when the stores fail before a write, after one, or in the middle of the export", async () => {
    const tenant = await makeTenant(app);
    const undisturbed = await finish(tenant, await start(tenant));
    const failOnce = <Args extends unknown[], Result>(
      method: (...args: Args) => Promise<Result>,
      when: "before" | "after",
    ) => {
      let failed = false;
      return async (...args: Args): Promise<Result> => {
        if (!failed && when === "before") {
          failed = true;
          throw new Error("storage is overloaded");
        }
        const result = await method(...args);
        if (!failed) {
          failed = true;
          throw new Error("the answer was lost");
        }
        return result;
      };
    };
    const { conversations, reports, blobs, datasets } = app.deps;
    const flaky: Deps = {
      ...app.deps,
      conversations: { ...conversations, insert: failOnce(conversations.insert, "after") },
      reports: { ...reports, insert: failOnce(reports.insert, "before") },
      blobs: { ...blobs, putStream: failOnce(blobs.putStream, "before") },
      datasets: { ...datasets, put: failOnce(datasets.put, "after") },
    };
    const other = await makeTenant(app);
    const job = await finish(other, await start(other), flaky);
    expect([job.status, job.error_message]).toEqual(["completed", null]);
    expect(job.result.dataset?.sha256).toBe(undisturbed.result.dataset?.sha256);
    const client = app.client(other.read);
    expect((await client.evaluations.reports({})).total).toBe(6);
    expect((await client.conversations.list({ job_id: job.id, status: "certified" })).total).toBe(
      job.result.conversations_passed,
    );
    const { items } = await client.seeds.list({ page_size: 100 });
    expect(items.reduce((sum, seed) => sum + seed.run_count, 0)).toBe(6);
  });

  it("starts from imported conversations and never carries their text along", async () => {
    const tenant = await makeTenant(app);
    const imported = await app.fetch("/api/v1/connectors/whatsapp", {
      method: "POST",
      headers: { "X-API-Key": tenant.write },
      body: uploadForm(chats, "chats.txt"),
    });
    const { conversation_ids } = (await imported.json()) as { conversation_ids: string[] };
    const id = await start(tenant, {
      domain: "automotive.sales",
      conversation_ids: conversation_ids.slice(0, 3),
      count: 2,
    });
    const job = await finish(tenant, id);
    expect([job.status, job.error_message]).toEqual(["completed", null]);
    expect(job.result.conversations_generated).toBe(6);
    expect(
      JSON.stringify(await (await app.fetch(`/api/v1/jobs/${id}`, { headers: { "X-API-Key": tenant.read } })).json()),
    ).not.toContain("contenido");
  });

  it("fails and says so when nothing passes the gates; what the privacy gate refused is stored nowhere", async () => {
    const tenant = await makeTenant(app);
    const id = await start(tenant);
    const strict: Deps = {
      ...app.deps,
      privacy: {
        ...app.deps.privacy,
        scan: (text) => [
          { category: "PHONE", start: 0, end: Math.min(4, text.length), score: 1, source: "pattern", validated: true },
        ],
      },
    };
    // All items at once, before the runtime's own consumer, which is less strict, gets any.
    const job = await finish(tenant, id, strict, RUN.count);
    expect(job.status).toBe("failed");
    expect(job.error_message).toContain("No conversation passed the gates");
    expect((await app.client(tenant.read).conversations.list({ job_id: id })).total).toBe(0);
    expect((await app.client(tenant.read).datasets.list()).total).toBe(0);
  });

  it("stops at once when it is cancelled, and a second cancel is a conflict", async () => {
    const tenant = await makeTenant(app);
    const id = await start(tenant, { ...RUN, count: 500 });
    const cancel = () =>
      app.fetch(`/api/v1/jobs/${id}/cancel`, { method: "POST", headers: { "X-API-Key": tenant.write } });
    expect((await cancel()).status).toBe(200);
    await workOn(app.deps, id, 4);
    const job = await read(tenant, id);
    expect(job.status).toBe("cancelled");
    expect((await cancel()).status).toBe(409);
    expect((await app.client(tenant.read).datasets.list()).total).toBe(0);
  });

  it("is another tenant's secret", async () => {
    const [tenant, stranger] = [await makeTenant(app), await makeTenant(app)];
    const id = await start(tenant);
    for (const path of [`/api/v1/jobs/${id}`, `/api/v1/jobs/${id}/events`, `/api/v1/pipeline/${id}/status`]) {
      expect((await app.fetch(path, { headers: { "X-API-Key": stranger.read } })).status).toBe(404);
    }
    const cancel = await app.fetch(`/api/v1/jobs/${id}/cancel`, {
      method: "POST",
      headers: { "X-API-Key": stranger.write },
    });
    expect(cancel.status).toBe(404);
  });

  it("refuses what it cannot do by the name of the field", async () => {
    const tenant = await makeTenant(app);
    const refused: [object, string][] = [
      [{ ...RUN, train_adapter: true }, "train_adapter"],
      [{ ...RUN, count: 10_001 }, "count"],
      [{ ...RUN, domain: "astrology.readings" }, "domain"],
      [{ ...RUN, seed_ids: ["a"], conversation_ids: ["b"] }, "raw_conversations"],
      [{ ...RUN, model: "gpt-9" }, "model"],
    ];
    for (const [body, field] of refused) {
      const response = await app.fetch("/api/v1/pipeline/run", sendJson(tenant.write, body));
      expect([field, response.status]).toEqual([field, 422]);
      expect(await response.text()).toContain(field);
    }
  });

  it("reports progress that only grows, by server-sent events that end with done", async () => {
    const tenant = await makeTenant(app);
    const id = await start(tenant);
    const working = finish(tenant, id);
    const seen: number[] = [];
    let last = "";
    for await (const event of app.client(tenant.read).jobs.events(id)) {
      if (event.type === "progress") seen.push(event.progress.progress);
      else last = event.job.status;
    }
    await working;
    expect(last).toBe("completed");
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });
});

describe("a dataset", () => {
  it("is downloadable by range, holds certified conversations only, and is deleted with its file", async () => {
    const tenant = await makeTenant(app);
    const job = await finish(tenant, await start(tenant));
    const made = await app.fetch(
      "/api/v1/datasets",
      sendJson(tenant.write, { name: "mine", job_id: job.id, template: "openai_api" }),
    );
    expect(made.status).toBe(201);
    const dataset = await made.json<DatasetResponse>();
    expect(dataset).toMatchObject({ certified: true, conversation_count: job.result.conversations_passed });
    const whole = new Uint8Array(await (await download(tenant, dataset.id)).arrayBuffer());
    expect(whole.length).toBe(dataset.size_bytes);
    const part = await download(tenant, dataset.id, { Range: "bytes=10-19" });
    expect(part.status).toBe(206);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(10, 20));
    const all = { name: "all", job_id: job.id, include_failed: true };
    expect((await app.fetch("/api/v1/datasets", sendJson(tenant.write, all))).status).toBe(403);
    const uncertified = await app.fetch("/api/v1/datasets", sendJson(tenant.admin, all));
    expect(await uncertified.json()).toMatchObject({ certified: false });
    const gone = await app.fetch(`/api/v1/datasets/${dataset.id}`, {
      method: "DELETE",
      headers: { "X-API-Key": tenant.write },
    });
    expect(gone.status).toBe(204);
    expect((await download(tenant, dataset.id)).status).toBe(404);
  });
});

describe("generation in the request", () => {
  it("answers conversations with reports, byte-equal for equal input", async () => {
    const tenant = await makeTenant(app);
    const seed = {
      ...(await (await app.fetch("/api/v1/seeds", sendJson(tenant.write, SHORT_SEED))).json<Record<string, unknown>>()),
    };
    const { id, rating: _a, rating_count: _b, run_count: _c, avg_quality_score: _d, revision: _e, ...rest } = seed;
    const body = { seed: { ...rest, seed_id: id }, count: 2, random_seed: 3 };
    const one = await (
      await app.fetch("/api/v1/generate", sendJson(tenant.write, body))
    ).json<{ conversations: unknown[]; reports: unknown[] }>();
    const two = await (
      await app.fetch("/api/v1/generate", sendJson(tenant.write, body))
    ).json<{ conversations: unknown[] }>();
    expect(one.conversations).toHaveLength(2);
    expect(one.reports).toHaveLength(2);
    expect(JSON.stringify(two.conversations)).toBe(JSON.stringify(one.conversations));
  });
});

describe("a queue message", () => {
  it("that is not a wake-up is acknowledged and logged, never retried for ever", async () => {
    const events: string[] = [];
    const message = (body: unknown) => ({ body, ack: () => events.push("ack"), retry: () => events.push("retry") });
    await consume([message({ v: 2 }), message("x"), message({ v: 1, job: "e".repeat(32) })], app.deps, 2);
    expect(events).toEqual(["ack", "ack", "ack"]);
  });
});
