import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, type LocalWorker, migrateLocal, startLocalWorker } from "../../scripts/runtime/local-worker.ts";
import type { JobResponse } from "../../workers/contract/job.ts";
import { UNCASEClient } from "../../workers/sdk/client.ts";

const COUNT = 240;
const RUN = { domain: "automotive.sales", language: "es", count: COUNT, random_seed: 11 } as const;

let stateDir: string;
let worker: LocalWorker;

async function start(): Promise<UNCASEClient> {
  worker = await startLocalWorker({
    port: await freePort(),
    stateDir,
    logFile: join(stateDir, "worker.log"),
    variables: { UNCASE_ENV: "development" },
  });
  return new UNCASEClient({ baseUrl: worker.url });
}

beforeAll(() => {
  stateDir = mkdtempSync(join(tmpdir(), "uncase-kill-"));
  migrateLocal(stateDir);
});

afterAll(async () => {
  await worker?.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

/** Waits until the job has at least `done` conversations, without helping it along. */
async function waitFor(client: UNCASEClient, id: string, reached: (job: JobResponse) => boolean): Promise<JobResponse> {
  for (let waited = 0; waited < 180_000; waited += 100) {
    const job = await client.jobs.get(id);
    if (reached(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the job did not get there");
}

describe("the runtime killed in the middle of a job (SIGKILL to the whole process group)", () => {
  it("goes on by itself after a restart: nothing lost, nothing done twice, the same export as an undisturbed run", async () => {
    let client = await start();
    const { job_id } = await client.pipeline.run({ ...RUN });
    for (const share of [0.15, 0.45]) {
      await waitFor(client, job_id, (job) => job.progress >= share);
      worker.kill();
      await worker.exited;
      client = await start();
    }
    const job = await waitFor(client, job_id, ({ status }) => ["completed", "failed"].includes(status));
    expect([job.status, job.error_message]).toEqual(["completed", null]);
    const result = job.result as {
      conversations_generated: number;
      conversations_passed: number;
      dataset: { sha256: string };
    };
    expect(result.conversations_generated).toBe(COUNT);

    const ids = new Set<string>();
    let listed = 0;
    for await (const report of client.evaluations.iterateReports({ page_size: 100 })) {
      ids.add(report.conversation_id);
      listed += 1;
    }
    expect([listed, ids.size]).toEqual([COUNT, COUNT]);
    const certified = await client.conversations.list({ job_id, status: "certified", page_size: 1 });
    expect(certified.total).toBe(result.conversations_passed);

    const again = await client.pipeline.run({ ...RUN });
    const undisturbed = await client.jobs.wait(again.job_id);
    expect((undisturbed.result as typeof result).dataset.sha256).toBe(result.dataset.sha256);
  });
});
