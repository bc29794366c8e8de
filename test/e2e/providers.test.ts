// Providers in the whole runtime: the command line, the Worker in workerd, and a fake provider over real HTTP.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  freePort,
  type LocalWorker,
  migrateLocal,
  ROOT,
  startLocalWorker,
} from "../../scripts/runtime/local-worker.ts";
import { UNCASEClient } from "../../workers/sdk/client.ts";
import { type FakeProvider, startFakeProvider } from "../fakes/provider-server.ts";

const KEY = "sk-planted-key-of-the-end-to-end-test";

let stateDir: string;
let worker: LocalWorker;
let fake: FakeProvider;
let client: UNCASEClient;

beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), "uncase-providers-"));
  migrateLocal(stateDir);
  fake = await startFakeProvider({ key: KEY });
  worker = await startLocalWorker({
    port: await freePort(),
    stateDir,
    logFile: join(stateDir, "worker.log"),
    variables: { UNCASE_ENV: "development" },
  });
  client = new UNCASEClient({ baseUrl: worker.url });
});

afterAll(async () => {
  await worker?.stop();
  await fake?.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

describe("a provider on this machine", () => {
  it("is added with a key from the environment, tested in each protocol, and removed, by the command line", async () => {
    const run = (...args: string[]) =>
      spawnSync(
        process.execPath,
        [
          "--disable-warning=ExperimentalWarning",
          join(ROOT, "workers/cli/main.ts"),
          "provider",
          ...args,
          "--server",
          worker.url,
        ],
        { encoding: "utf8", env: { ...process.env, FAKE_KEY: KEY }, timeout: 60_000 },
      );
    // The fake answers in this very process: while a command runs synchronously, it cannot.
    for (const [type, base] of [
      ["custom", `${fake.url}/v1`],
      ["anthropic", fake.url],
      ["ollama", fake.url],
    ] as const) {
      const added = run("add", type, "-t", type, "-m", "echo", "-b", base, "--key-env", "FAKE_KEY", "--json");
      expect([added.status, added.stderr]).toEqual([0, ""]);
      expect(JSON.parse(added.stdout)).toMatchObject({ name: type, has_api_key: true });
      expect(await client.providers.test(type)).toMatchObject({ status: "ok", model_tested: "echo", error: null });
      expect(run("remove", type).status).toBe(0);
    }
    expect(fake.stats().paths).toEqual({ "/v1/chat/completions": 1, "/v1/messages": 1, "/api/chat": 1 });
    expect(run("list", "--json").stdout).not.toContain(KEY);
  });

  it.each([
    ["fault-401", "error", "refused the key"],
    ["fault-html", "error", "not its protocol"],
    ["fault-reset", "error", "cannot be reached"],
    ["fault-truncated", "error", "not its protocol"],
    ["fault-malformed-sse", "error", "not its protocol"],
    ["fault-redirect", "error", "redirect"],
    ["fault-529", "error", "overloaded"],
    ["fault-hang", "timeout", "in time"],
  ])("that fails as %s tests as %s", async (model, status, words) => {
    const made = await client.providers.create({
      name: model,
      provider_type: "custom",
      api_base: `${fake.url}/v1`,
      api_key: KEY,
      default_model: model,
    });
    const result = await client.providers.test(made.id);
    expect(result.status).toBe(status);
    expect(result.error).toContain(words);
  });

  it("leaves its key neither in the log nor on the disk", () => {
    const grep = spawnSync("grep", ["-r", "-l", "--text", KEY, stateDir], { encoding: "utf8" });
    expect(grep.stdout).toBe("");
    expect(readFileSync(join(stateDir, "worker.log"), "utf8")).not.toContain("planted");
  });
});
