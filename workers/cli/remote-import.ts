import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import type { ConnectorImportResponse, ImportAccepted, ImportJobResult, ImportResult } from "../contract/import.ts";
import type { ImportCommandOptions } from "./commands/import.ts";
import { showJob, watchJob } from "./commands/job.ts";
import { EXIT, InputError } from "./failure.ts";
import { checkFile } from "./input.ts";
import { describeError } from "./local-import.ts";
import { formatTable, openOutput, type OutputFile, print, printJson, say } from "./output.ts";
import { createClient } from "./remote.ts";
import type { UNCASEClient } from "../sdk/client.ts";

type RemoteResult = ImportResult | ConnectorImportResponse | ImportAccepted;

/** Uploads one file to the endpoint of its format. */
export async function uploadFile(
  client: UNCASEClient,
  file: string,
  options: Pick<ImportCommandOptions, "format" | "domain" | "language" | "strict" | "keepSourceUntil">,
): Promise<RemoteResult> {
  await checkFile(file);
  const blob = await openAsBlob(file);
  const { format, domain, language, strict, keepSourceUntil } = options;
  const query = { domain, language, strict, keep_source_until: instantOf(keepSourceUntil) };
  if (format === "csv") return client.imports.csv(blob, query);
  if (format === "whatsapp") return client.imports.whatsapp(blob, { ...query, filename: basename(file) });
  return client.imports.file(blob, { ...query, format, filename: basename(file) });
}

/** A date as the API takes it: a day ends where it ends in UTC. */
function instantOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T23:59:59Z` : date);
  if (Number.isNaN(time)) throw new InputError(`--keep-source-until: ${date} is no date such as 2027-01-31`);
  return new Date(time).toISOString();
}

/** `uncase import --server`: the server imports, and keeps what it imported. */
export async function importRemotely(file: string | undefined, options: ImportCommandOptions): Promise<void> {
  if (file === undefined || file === "-")
    throw new InputError("--server needs a file; the standard input cannot be uploaded");
  const client = createClient(options);
  const answer = await uploadFile(client, file, options);
  let result: Exclude<RemoteResult, ImportAccepted> | ImportJobResult;
  if ("job_id" in answer) {
    say(`The file became job ${answer.job_id}.`);
    const job = await watchJob(client, answer.job_id, options.json === true);
    if (job.status !== "completed") {
      process.exitCode = EXIT.checkFailed;
      return showJob(job, options);
    }
    result = job.result as unknown as ImportJobResult;
  } else result = answer;

  const imported = "total_imported" in result ? result.total_imported : result.conversations_imported;
  if (options.output !== undefined) {
    const target = await openOutput(options.output);
    const given = "conversations" in result && result.conversations.length >= imported ? result.conversations : null;
    await writeRecords(target, options.output, given ?? importedConversations(client, result.import_id));
    await target.finish();
  }
  if (options.json) return printJson(result);
  const rows: [string, string | number][] = [
    ["format", result.format],
    ["conversations", imported],
    ["duplicates", result.duplicates],
    ["errors", "conversations_failed" in result ? result.conversations_failed : result.errors.length],
    ...Object.entries(result.pii).map(([category, count]): [string, number] => [`personal data: ${category}`, count]),
    ["import id", result.import_id],
  ];
  await print(formatTable(["import", ""], rows));
  for (const error of result.errors.slice(0, 10)) say(typeof error === "string" ? error : describeError(error));
  for (const warning of result.warnings) say(`warning: ${warning}`);
}

/** The conversations of an import as the contract has them, page by page. */
async function* importedConversations(client: UNCASEClient, importId: string): AsyncGenerator<unknown> {
  for await (const each of client.conversations.iterate({ import_id: importId, page_size: 100 })) {
    const { conversation_id, seed_id, dominio, idioma, turnos, es_sintetica, created_at, metadata } = each;
    yield { conversation_id, seed_id: seed_id ?? "", dominio, idioma, turnos, es_sintetica, created_at, metadata };
  }
}

/** Writes records as they come: JSON lines where the file's name says so, else a JSON array. */
async function writeRecords(
  target: OutputFile,
  path: string,
  records: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<void> {
  const lines = path.endsWith(".jsonl");
  let count = 0;
  for await (const record of records) {
    await target.write(lines ? `${JSON.stringify(record)}\n` : `${count === 0 ? "[" : ","}\n${JSON.stringify(record)}`);
    count += 1;
  }
  if (!lines) await target.write(count === 0 ? "[]\n" : "\n]\n");
}
