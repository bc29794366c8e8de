// The Worker in the local runtime between this process and a provider that records.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UNCASEClient } from "../../workers/sdk/client.ts";
import { freePort, migrateLocal, startLocalWorker } from "../runtime/local-worker.ts";
import { type Lane, startRecorder } from "./recorder.ts";

export interface Stand {
  url: string;
  key: string;
  lanes: readonly Lane[];
  client: UNCASEClient;
  /** Stops the Worker and returns what it printed and what lies in its databases. */
  stop(): Promise<string>;
}

/** Model names that lead to a lane in its own format. */
export const openAiModel = (lane: number): string => `lane-${letters(lane)}`;
export const anthropicModel = (lane: number): string => `claude-lane-${letters(lane)}`;

const letters = (lane: number): string => String.fromCharCode(97 + lane);

/** An organisation whose policy is the mildest there is, so that each request says how strict it is to be. */
export async function startStand(laneCount: number): Promise<Stand> {
  const stateDir = mkdtempSync(join(tmpdir(), "uncase-conformance-"));
  const logFile = join(stateDir, "worker.log");
  migrateLocal(stateDir);
  const recorder = await startRecorder(laneCount);
  const worker = await startLocalWorker({
    port: await freePort(),
    stateDir,
    logFile,
    variables: {
      UNCASE_ENV: "development",
      UNCASE_LOG_LEVEL: "debug",
      UNCASE_ALLOWED_PRIVATE_HOSTS: "127.0.0.1",
    },
  });
  const created = await new UNCASEClient({ baseUrl: worker.url }).organizations.create({ name: "Conformance" });
  const key = (created as unknown as { admin_key: { plain_key: string } }).admin_key.plain_key;
  const client = new UNCASEClient({ baseUrl: worker.url, apiKey: key });
  // Answers that cannot be translated count against a provider: those cases have providers of their own.
  for (const [index, { url }] of recorder.lanes.entries()) {
    for (const rest of ["", "-other"]) {
      const given = { api_key: "sk-upstream", is_default: index === 0 && rest === "" };
      const openAi = { name: `openai${index}${rest}`, provider_type: "custom", api_base: `${url}/v1` } as const;
      await client.providers.create({ ...given, ...openAi, default_model: openAiModel(index) + rest });
      const other = { name: `anthropic${index}${rest}`, provider_type: "anthropic", api_base: url } as const;
      await client.providers.create({
        ...given,
        ...other,
        is_default: false,
        default_model: anthropicModel(index) + rest,
      });
    }
  }
  await client.gateway.writePolicy({
    name: "conformance",
    rules: { mode: "audit", media: { image: "pass", audio: "pass", file: "pass" } },
  });
  return {
    url: worker.url,
    key,
    lanes: recorder.lanes,
    client,
    async stop() {
      await worker.stop();
      await recorder.stop();
      const databases = readdirSync(stateDir, { recursive: true, encoding: "utf8" })
        .filter((name) => name.includes("sqlite"))
        .map((name) => readFileSync(join(stateDir, name)).toString("latin1"));
      const left = [readFileSync(logFile, "utf8"), ...databases].join("\n");
      rmSync(stateDir, { recursive: true, force: true });
      return left;
    },
  };
}
