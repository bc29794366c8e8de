import { AppError } from "../contract/error.ts";
import type { ConnectorImportResponse, ImportErrorDetail, ImportFormat, ImportResult } from "../contract/import.ts";
import type { RawConversation } from "../core/parsing/model.ts";
import { parseStream } from "../core/parsing/parse.ts";
import type { Deps, Principal } from "./deps.ts";
import { importBatch } from "./import-batch.ts";

export interface ImportOptions {
  format: ImportFormat;
  domain?: string | undefined;
  language?: string | undefined;
  /** Refuse the whole file when any row is bad. */
  strict: boolean;
}

/** What one reply carries; the rest is behind `conversations_url`. */
const MAX_IN_REPLY = 100;
/** Bad rows that a refusal names. */
const MAX_FIELDS = 50;

/**
 * Reads a file, anonymises every conversation, takes its fingerprints and stores it. A conversation that was imported
 * before is counted in `duplicates` and left alone, so that importing a file again changes nothing.
 * @throws import_failed when nothing could be read from the file, or, with `strict`, when any row is bad.
 */
export async function importFile(
  deps: Deps,
  principal: Principal,
  stream: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportResult> {
  const { organizationId } = principal;
  const conversations: RawConversation[] = [];
  const errors: ImportErrorDetail[] = [];
  const events = parseStream(stream, { format: options.format });
  let step = await events.next();
  while (step.done !== true) {
    if (step.value.type === "conversation") conversations.push(step.value.conversation);
    else if (step.value.type === "error") errors.push(step.value.error);
    step = await events.next();
  }
  const report = step.value;
  const refused = refusalOf(options.strict, report, errors);
  if (refused !== null) throw new AppError("import_failed", refused, { errors: asFields(errors) });

  const importId = deps.newId();
  const stored = await importBatch(deps, organizationId, conversations, {
    importId,
    objectName: importId,
    firstOrdinal: 0,
    domain: options.domain,
    language: options.language,
    now: deps.clock.now().toISOString(),
  });
  return {
    conversations_imported: stored.imported,
    conversations_failed: report.errors,
    errors,
    organization_id: organizationId,
    duplicates: stored.duplicates,
    format: report.format,
    pii: stored.pii,
    warnings: report.warnings,
    conversations: stored.fresh.slice(0, MAX_IN_REPLY),
    conversation_ids: stored.ids,
    conversations_url: conversationsUrl(importId),
    import_id: importId,
  };
}

/** Where the conversations of an import are listed. */
export function conversationsUrl(importId: string): string {
  return `/api/v1/conversations?import_id=${importId}`;
}

/** Why a file that was read is not imported at all, or null. */
export function refusalOf(
  strict: boolean,
  report: { conversations: number; errors: number },
  errors: readonly ImportErrorDetail[],
): string | null {
  if (strict && report.errors > 0) return `strict: ${report.errors} bad rows, nothing was imported`;
  if (report.conversations > 0 || report.errors === 0) return null;
  return `Nothing could be imported: ${errors[0]?.error ?? "no row is good"}`;
}

function asFields(errors: readonly ImportErrorDetail[]) {
  return errors.slice(0, MAX_FIELDS).map(({ line, column, error }) => ({
    field: `file.line ${line}${column === null ? "" : `.${column}`}`,
    message: error,
    type: "import_error",
  }));
}

/** The same result in the words of `/connectors/*`. */
export function toConnectorResponse(result: ImportResult): ConnectorImportResponse {
  const { conversations_imported, conversations_failed, errors, organization_id: _owner, ...rest } = result;
  return {
    ...rest,
    total_imported: conversations_imported,
    total_skipped: conversations_failed + result.duplicates,
    total_pii_anonymized: Object.values(result.pii).reduce((sum, count) => sum + count, 0),
    errors: errors.map(({ line, column, error }) => `line ${line}${column === null ? "" : `, ${column}`}: ${error}`),
  };
}
