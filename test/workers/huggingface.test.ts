import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeHub } from "../../workers/platform/huggingface.ts";
import { workOn } from "../../workers/services/work.ts";
import { FakeHub } from "../fakes/hugging-face.ts";
import { makeTenant, sendJson, startApp, type Tenant, type TestApp } from "./support.ts";

const TOKEN = "hf_PlantedTokenOfTheTest";
const PATH = "/api/v1/connectors/huggingface/upload";

let hub: FakeHub;
let app: TestApp;
let tenant: Tenant;
let jobId: string;

beforeAll(async () => {
  app = await startApp({}, { hub: { push: (input) => makeHub(hub.url, hub.fetch as typeof fetch).push(input) } });
  tenant = await makeTenant(app);
  const run = { domain: "automotive.sales", count: 6, language: "es", random_seed: 7, export: { gzip: true } };
  const started = await app.fetch("/api/v1/pipeline/run", sendJson(tenant.write, run));
  jobId = (await started.json<{ job_id: string }>()).job_id;
  for (let round = 0; round < 100; round += 1) {
    await workOn(app.deps, jobId, 4);
    if ((await app.client(tenant.read).jobs.get(jobId)).status === "completed") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the job did not end");
});

beforeEach(() => {
  hub = new FakeHub(TOKEN);
});

const push = (body: object, headers: Record<string, string> = { "X-HF-Token": TOKEN }, key = tenant.write) => {
  const init = sendJson(key, body);
  return app.fetch(PATH, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } });
};

describe("a push to the Hugging Face Hub", () => {
  it("makes a private repository that holds every file of the dataset, byte for byte", async () => {
    const response = await push({ dataset_id: jobId, repo_id: "acme/ventas" });
    expect(await response.json()).toEqual({
      repo_id: "acme/ventas",
      url: "http://hub.test/datasets/acme/ventas",
      commit_hash: "0000000000000000000000000000000000000001",
      files_uploaded: 4,
      dataset_id: jobId,
      private: true,
    });
    const repo = hub.repos.get("acme/ventas")!;
    expect(repo.private).toBe(true);
    const client = app.client(tenant.read);
    for (const { name } of await client.datasets.files(jobId)) {
      const bytes = await (await client.datasets.downloadFile(jobId, name)).arrayBuffer();
      expect([name, repo.commits[0]!.files.get(name)]).toEqual([name, new Uint8Array(bytes)]);
    }
    expect(hub.requests).toContainEqual(expect.stringMatching(/^PUT \/lfs-storage\//));
  });

  it("pushes conversations as a dataset of their own, certified ones only", async () => {
    const { items } = await app.client(tenant.read).conversations.list({ job_id: jobId, status: "certified" });
    const conversation_ids = [items[0]!.conversation_id];
    const response = await push({ conversation_ids, repo_id: "acme/one", token: TOKEN, private: false }, {});
    const { dataset_id } = await response.json<{ dataset_id: string }>();
    expect(await app.client(tenant.read).datasets.get(dataset_id)).toMatchObject({ conversation_count: 1 });
    expect(hub.repos.get("acme/one")).toMatchObject({ private: false });
  });

  it("adds a commit to a private repository that exists, and keeps out of a public one unless told", async () => {
    hub.repos.set("acme/mine", { private: true, commits: [] });
    hub.repos.set("acme/open", { private: false, commits: [] });
    expect((await push({ dataset_id: jobId, repo_id: "acme/mine" })).status).toBe(200);
    expect((await push({ dataset_id: jobId, repo_id: "acme/open" })).status).toBe(409);
    expect(hub.repos.get("acme/open")!.commits).toEqual([]);
    expect((await push({ dataset_id: jobId, repo_id: "acme/open", private: false })).status).toBe(200);
  });

  it("answers what the hub refuses in its own words, and never with the token, which no log holds either", async () => {
    const answers: string[] = [];
    const wrong = await push({ dataset_id: jobId, repo_id: "acme/x" }, { "X-HF-Token": `${TOKEN}Wrong` });
    expect(wrong.status).toBe(403);
    answers.push(await wrong.text());
    for (const [status, expected] of [
      [429, 429],
      [500, 502],
    ]) {
      hub.failWith = status!;
      const response = await push({ dataset_id: jobId, repo_id: "acme/x" });
      expect(response.status).toBe(expected);
      answers.push(await response.text());
    }
    expect([...answers, ...app.logs].join("\n")).not.toContain("hf_Planted");
  });

  it("is refused by the name of the field, to readers, and for another tenant's dataset", async () => {
    const stranger = await makeTenant(app);
    expect((await push({ dataset_id: jobId, repo_id: "acme/x" }, undefined, tenant.read)).status).toBe(403);
    expect((await push({ dataset_id: jobId, repo_id: "acme/x" }, undefined, stranger.write)).status).toBe(404);
    const refused: [object, Record<string, string>][] = [
      [{ dataset_id: jobId, repo_id: "acme/x" }, {}],
      [{ dataset_id: jobId, repo_id: "../x" }, { "X-HF-Token": TOKEN }],
      [{ repo_id: "acme/x" }, { "X-HF-Token": TOKEN }],
      [{ dataset_id: jobId, repo_id: "acme/x" }, { "X-HF-Token": "secret" }],
    ];
    for (const [body, headers] of refused) expect((await push(body, headers)).status).toBe(422);
    expect(hub.requests).toEqual([]);
  });
});
