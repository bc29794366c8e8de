import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Domain } from "../contract/domain.ts";
import type { UNCASEClient } from "../sdk/client.ts";
import { watchJob } from "./commands/job.ts";
import { writerFields } from "./commands/options.ts";
import type { PipelineCommandOptions } from "./commands/pipeline.ts";
import { InputError } from "./failure.ts";
import type { LocalRunResult } from "./local-pipeline.ts";
import { openOutput, say } from "./output.ts";
import { uploadFile } from "./remote-import.ts";
import { createClient } from "./remote.ts";

/** The conversations that one request may name. */
const MAX_IDS = 10_000;

/** The whole pipeline on a server; the data set is downloaded into the folder of `--output`. */
export async function runRemotely(domain: Domain, options: PipelineCommandOptions): Promise<LocalRunResult> {
  const started = performance.now();
  const client = createClient(options);
  const pii: Record<string, number> = {};
  const ids = new Set<string>();
  for (const file of options.input) await addFile(client, file, domain, ids, pii);
  if (options.input.length > 0 && ids.size === 0)
    throw new InputError(`${options.input.join(", ")}: nothing was imported`);
  if (ids.size > MAX_IDS) throw new InputError(`--input: ${ids.size} conversations; one run takes at most ${MAX_IDS}`);

  const { job_id } = await client.pipeline.run({
    domain,
    ...(ids.size > 0 && { conversation_ids: [...ids] }),
    count: options.count,
    random_seed: options.randomSeed,
    max_attempts: options.maxAttempts,
    language: options.language,
    ...(await writerFields(options)),
    export: {
      template: options.template,
      format: options.format,
      tool_call_mode: options.toolMode,
      system_prompt: options.system,
    },
  });
  const job = await watchJob(client, job_id, options.json === true);
  if (job.status === "failed" && job.result === null) throw new Error(`Job ${job_id} failed: ${job.error_message}`);
  const result = (job.result ?? {}) as {
    seeds_created?: number;
    conversations_generated?: number;
    conversations_passed?: number;
    rejected?: Record<string, number>;
    dataset?: { dataset_id: string; sha256: string } | null;
  };
  return {
    imported: ids.size,
    pii,
    seeds: result.seeds_created ?? 0,
    generated: result.conversations_generated ?? 0,
    certified: result.conversations_passed ?? 0,
    rejected: result.rejected ?? {},
    export: result.dataset ? await download(client, result.dataset, options) : null,
    duration_ms: Math.round(performance.now() - started),
  };
}

/** Uploads a file and notes the ids of its conversations, those included that were imported before. */
async function addFile(
  client: UNCASEClient,
  file: string,
  domain: Domain,
  ids: Set<string>,
  pii: Record<string, number>,
): Promise<void> {
  const result = await uploadFile(client, file, { format: "auto", domain });
  if ("job_id" in result) {
    const imported = await client.imports.wait(result);
    if (imported.duplicates > 0)
      say(`${imported.duplicates} conversations were imported before; they are left out here`);
    for await (const each of client.conversations.iterate({ import_id: imported.import_id }))
      ids.add(each.conversation_id);
    return;
  }
  for (const [category, count] of Object.entries(result.pii)) pii[category] = (pii[category] ?? 0) + count;
  for (const id of result.conversation_ids) ids.add(id);
}

async function download(
  client: UNCASEClient,
  dataset: { dataset_id: string; sha256: string },
  options: PipelineCommandOptions,
): Promise<NonNullable<LocalRunResult["export"]>> {
  await mkdir(options.output, { recursive: true });
  const path = join(options.output, `dataset.${options.format === "text" ? "txt" : options.format}`);
  const response = await client.datasets.download(dataset.dataset_id);
  const hash = createHash("sha256");
  const file = await openOutput(path);
  try {
    for await (const chunk of response.body ?? []) {
      hash.update(chunk);
      await file.write(chunk);
    }
    const sha256 = hash.digest("hex");
    if (sha256 !== dataset.sha256)
      throw new Error(`The file's SHA-256 is ${sha256}, but the server announced ${dataset.sha256}`);
    await file.finish();
    return { path, format: options.template, sha256 };
  } catch (error) {
    await file.discard();
    throw error;
  }
}
