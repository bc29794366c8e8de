import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, type LocalWorker, migrateLocal, startLocalWorker } from "../../scripts/runtime/local-worker.ts";
import type { ImportAccepted, ImportJobResult } from "../../workers/contract/import.ts";
import type { JobResponse } from "../../workers/contract/job.ts";
import { UNCASEClient } from "../../workers/sdk/client.ts";

const CONVERSATIONS = 1600;
/** No real person's; each stands in every tenth conversation. */
const PLANTED = ["Macarena Iturriaga Peñalosa", "mac.iturriaga@correo-privado.mx", "4539 1488 0343 6467"] as const;

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
  stateDir = mkdtempSync(join(tmpdir(), "uncase-kill-import-"));
  migrateLocal(stateDir);
});

afterAll(async () => {
  await worker?.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

/** A table over 5 MB: most of it in a column that is not imported, so that anonymising it takes seconds, not minutes. */
function table(): string {
  const filler = "x".repeat(4000);
  const rows = ["conversation_id,turn_number,role,content,relleno"];
  for (let index = 0; index < CONVERSATIONS; index += 1) {
    const [name, email, card] = PLANTED;
    const person = index % 10 === 0 ? `Soy ${name}, mi correo es ${email} y pago con la tarjeta ${card}. ` : "";
    rows.push(
      `k${index},1,cliente,"${person}¿Tienen el modelo ${index} en azul para entrega en ${index % 30} días?",${filler}`,
      `k${index},2,asesor,"Sí, el modelo ${index} cuesta ${index + 100} mil pesos y se entrega en la agencia",`,
      `k${index},3,cliente,Gracias,`,
    );
  }
  return `${rows.join("\n")}\n`;
}

/** Which of the values stand in any file of the runtime's state: databases, their journals, objects, logs. */
function tracesOnDisk(values: readonly string[] = PLANTED): string[] {
  const files = readdirSync(stateDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(3);
  return files.flatMap((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    return values.filter((value) => bytes.includes(value)).map((value) => `${entry.name}: ${value}`);
  });
}

async function waitFor(client: UNCASEClient, id: string, reached: (job: JobResponse) => boolean): Promise<JobResponse> {
  for (let waited = 0; waited < 180_000; waited += 50) {
    const job = await client.jobs.get(id);
    if (reached(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the job did not get there");
}

describe("the runtime killed in the middle of a large import (SIGKILL to the whole process group)", () => {
  it("goes on by itself: every conversation once, in order, and nothing raw on disk at any time", async () => {
    let client = await start();
    const accepted = (await client.imports.csv(new Blob([table()]))) as ImportAccepted;
    expect(accepted.status).toBe("pending");
    expect(tracesOnDisk()).toEqual([]);
    for (const share of [0.02, 0.3, 0.6]) {
      await waitFor(client, accepted.job_id, (job) => job.progress >= share || job.status === "completed");
      worker.kill();
      await worker.exited;
      expect(tracesOnDisk()).toEqual([]);
      client = await start();
    }
    const job = await waitFor(client, accepted.job_id, ({ status }) => ["completed", "failed"].includes(status));
    expect([job.status, job.error_message]).toEqual(["completed", null]);
    const result = job.result as unknown as ImportJobResult;
    expect(result).toMatchObject({ conversations_imported: CONVERSATIONS, conversations_failed: 0, duplicates: 0 });
    expect(await client.imports.wait(accepted)).toEqual(result);

    const first: string[] = [];
    for await (const each of client.conversations.iterate({ import_id: result.import_id, page_size: 100 })) {
      first.push(each.turnos[0]!.contenido);
    }
    expect(first.length).toBe(CONVERSATIONS);
    first.forEach((text, index) => expect(text).toContain(`modelo ${index} en azul`));
    expect(first[0]).toContain("[PERSON]");
    // What is kept is found on disk, so that what is not found is not there.
    expect(tracesOnDisk(["modelo 7 en azul"]).length).toBeGreaterThan(0);
    expect(tracesOnDisk()).toEqual([]);
  });
});
