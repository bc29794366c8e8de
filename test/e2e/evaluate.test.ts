// One conversation, one seed, one report: on this machine by the command line, and in the Worker in workerd.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  freePort,
  type LocalWorker,
  migrateLocal,
  ROOT,
  startLocalWorker,
} from "../../scripts/runtime/local-worker.ts";
import type { QualityReport } from "../../workers/contract/quality.ts";
import type { SeedSchema } from "../../workers/contract/seed.ts";

let dir: string;
let worker: LocalWorker;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "uncase-evaluate-"));
  const stateDir = join(dir, "state");
  migrateLocal(stateDir);
  worker = await startLocalWorker({
    port: await freePort(),
    stateDir,
    logFile: join(dir, "worker.log"),
    variables: { UNCASE_ENV: "development" },
  });
});

afterAll(async () => {
  await worker?.stop();
  rmSync(dir, { recursive: true, force: true });
});

function uncase(...args: string[]) {
  return spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(ROOT, "workers/cli/main.ts"), ...args],
    { encoding: "utf8", timeout: 120_000, maxBuffer: 64 * 1024 * 1024 },
  );
}

/** Without the time, and without memorisation: a server knows of its tenant that there are no sources. */
function comparable({ evaluated_at: _at, skipped_metrics: skipped, metrics, details, ...rest }: QualityReport) {
  return {
    ...rest,
    skipped_metrics: skipped.filter((metric) => metric !== "memorizacion"),
    metrics: { ...metrics, memorizacion: null },
    details: { ...details, memorizacion: null },
  };
}

it("`uncase evaluate run --json` and the API give the same reports, good ones and bad ones", () => {
  const seeds = ["automotive.sales", "medical.consultation"].flatMap((domain) => {
    const library = JSON.parse(readFileSync(join(ROOT, `seeds/library/${domain}.json`), "utf8")) as SeedSchema[];
    return [library[0]!, library.at(-1)!];
  });
  const seedFile = join(dir, "seeds.json");
  const conversationFile = join(dir, "conversations.json");
  writeFileSync(seedFile, JSON.stringify(seeds));
  expect(uncase("generate", seedFile, "-n", "2", "-o", conversationFile).status).toBe(0);
  const conversations = JSON.parse(readFileSync(conversationFile, "utf8")) as { turnos: { contenido: string }[] }[];
  // One that breaks its order, and one that says who somebody is.
  conversations[0]!.turnos.reverse();
  conversations[1]!.turnos[0]!.contenido += " Soy Eulalia Ferrándiz, eulalia.ferrandiz@correo.mx.";
  writeFileSync(conversationFile, JSON.stringify(conversations));

  const here = uncase("evaluate", "run", conversationFile, seedFile, "--json");
  const there = uncase("evaluate", "run", conversationFile, seedFile, "--json", "--server", worker.url);
  expect([here.status, there.status]).toEqual([1, 1]);
  const [local, remote] = [here, there].map(({ stdout }) =>
    (JSON.parse(stdout) as { reports: QualityReport[] }).reports.map(comparable),
  );
  expect(local!.length).toBe(conversations.length);
  expect(local!.filter(({ passed }) => !passed).length).toBeGreaterThanOrEqual(2);
  expect(remote).toEqual(local);
});
