import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import type { ConnectorImportResponse, ImportResult } from "../contract/import.ts";
import type { PipelineRunResponse } from "../contract/job.ts";
import type { ImportCommandOptions } from "./commands/import.ts";
import { showJob, watchJob } from "./commands/job.ts";
import { formatRecords } from "./conversation-files.ts";
import { EXIT, InputError } from "./failure.ts";
import { checkFile } from "./input.ts";
import { formatTable, openOutput, print, printJson, say } from "./output.ts";
import { createClient } from "./remote.ts";
import type { UNCASEClient } from "../sdk/client.ts";

type RemoteResult = ImportResult | ConnectorImportResponse | PipelineRunResponse;

/** Uploads one file to the endpoint of its format. */
export async function uploadFile(
  client: UNCASEClient,
  file: string,
  options: Pick<ImportCommandOptions, "format" | "domain" | "language" | "strict">,
): Promise<RemoteResult> {
  await checkFile(file);
  const blob = await openAsBlob(file);
  const { format, domain, language, strict } = options;
  const query = { domain, language, strict };
  if (format === "csv") return client.imports.csv(blob, query);
  if (format === "whatsapp") return client.imports.whatsapp(blob, { ...query, filename: basename(file) });
  return client.imports.file(blob, { ...query, format, filename: basename(file) });
}

/** `uncase import --server`: the server imports, and keeps what it imported. */
export async function importRemotely(file: string | undefined, options: ImportCommandOptions): Promise<void> {
  if (file === undefined || file === "-")
    throw new InputError("--server needs a file; the standard input cannot be uploaded");
  const client = createClient(options);
  const result = await uploadFile(client, file, options);
  if ("job_id" in result) {
    say(`The file became job ${result.job_id}.`);
    const job = await watchJob(client, result.job_id, options.json === true);
    await showJob(job, options);
    if (job.status !== "completed") process.exitCode = EXIT.checkFailed;
    return;
  }
  if (options.output !== undefined) {
    const target = await openOutput(options.output);
    await target.write(formatRecords(await allConversations(client, result), options.output));
    await target.finish();
  }
  if (options.json) return printJson(result);
  const imported = "total_imported" in result ? result.total_imported : result.conversations_imported;
  const rows: [string, string | number][] = [
    ["format", result.format],
    ["conversations", imported],
    ["duplicates", result.duplicates],
    ["errors", result.errors.length],
    ...Object.entries(result.pii).map(([category, count]): [string, number] => [`personal data: ${category}`, count]),
    ["import id", result.import_id],
  ];
  await print(formatTable(["import", ""], rows));
  for (const error of result.errors.slice(0, 10))
    say(typeof error === "string" ? error : `line ${error.line}: ${error.error}`);
}

/** The reply carries the first conversations; the rest is fetched. */
async function allConversations(
  client: UNCASEClient,
  result: ImportResult | ConnectorImportResponse,
): Promise<unknown[]> {
  const imported = "total_imported" in result ? result.total_imported : result.conversations_imported;
  if (result.conversations.length >= imported) return result.conversations;
  const all: unknown[] = [];
  for await (const each of client.conversations.iterate({ import_id: result.import_id })) {
    const { conversation_id, seed_id, dominio, idioma, turnos, es_sintetica, created_at, metadata } = each;
    all.push({ conversation_id, seed_id: seed_id ?? "", dominio, idioma, turnos, es_sintetica, created_at, metadata });
  }
  return all;
}
