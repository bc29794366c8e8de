import { AppError } from "../contract/error.ts";
import type { ConnectorImportResponse, ImportErrorDetail, ImportFormat, ImportResult } from "../contract/import.ts";
import { NO_DOMAIN, planConversation } from "../core/ingest/conversation.ts";
import { conversationFingerprint } from "../core/ingest/identity.ts";
import type { RawConversation } from "../core/parsing/model.ts";
import { parseStream } from "../core/parsing/parse.ts";
import { detectDomain } from "../core/seeds/detect-domain.ts";
import type { StoredTurns } from "./conversations.ts";
import type { ConversationRecord, Deps, Principal } from "./deps.ts";
import { writeLines } from "./segments.ts";
import { rememberSources, type Source } from "./sources.ts";

export interface ImportOptions {
  format: ImportFormat;
  domain?: string | undefined;
  language?: string | undefined;
  /** Refuse the whole file when any row is bad. */
  strict: boolean;
}

/** What one reply carries; the rest is behind `conversations_url`. */
const MAX_IN_REPLY = 100;
const MAX_ERRORS_IN_REPLY = 1000;

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
  const now = deps.clock.now().toISOString();
  const surrogateKey = await deps.secrets.tenantKey(organizationId, "surrogates", 16);
  const identityKey = await deps.secrets.tenantKey(organizationId, "source-identity", 16);

  const built = new Map<string, Source>();
  const pii: Record<string, number> = {};
  const errors: ImportErrorDetail[] = [];
  const warnings: string[] = [];
  let repeated = 0;

  const add = async (raw: RawConversation): Promise<void> => {
    const id = conversationFingerprint(raw, identityKey);
    if (built.has(id)) {
      repeated += 1;
      return;
    }
    const plan = planConversation(raw, {
      privacy: deps.privacy,
      key: surrogateKey,
      conversationId: id,
      domain: options.domain ?? null,
      language: options.language ?? null,
      now,
    });
    const others = await deps.secondRecogniser?.analyze(plan.texts, plan.language);
    const { conversation, counts, values } = plan.build(others);
    for (const [category, count] of Object.entries(counts)) pii[category] = (pii[category] ?? 0) + count;
    if (conversation.dominio === NO_DOMAIN) {
      conversation.dominio = detectDomain(conversation.turnos.map((turn) => turn.contenido)) ?? NO_DOMAIN;
    }
    built.set(id, { conversation, values });
  };

  const events = parseStream(stream, { format: options.format });
  let step = await events.next();
  while (step.done !== true) {
    const event = step.value;
    if (event.type === "conversation") await add(event.conversation);
    else if (event.type === "error") errors.push(event.error);
    else warnings.push(event.message);
    step = await events.next();
  }
  const report = step.value;

  const asFields = errors.slice(0, 50).map(({ line, column, error }) => ({
    field: `file.line ${line}${column === null ? "" : `.${column}`}`,
    message: error,
    type: "import_error",
  }));
  if (options.strict && errors.length > 0) {
    throw new AppError("import_failed", `strict: ${errors.length} bad rows, nothing was imported`, {
      errors: asFields,
    });
  }
  if (built.size === 0 && errors.length > 0) {
    throw new AppError("import_failed", `Nothing could be imported: ${errors[0]!.error}`, { errors: asFields });
  }

  const importId = deps.newId();
  const conversationIds = [...built.keys()];
  const known = await deps.conversations.getMany(organizationId, conversationIds);
  for (const record of known) built.delete(record.id);
  const fresh = [...built.values()];
  const refs = await writeLines(
    deps.blobs,
    `conversations/${organizationId}/${importId}`,
    fresh.map(({ conversation }): StoredTurns => ({ turnos: conversation.turnos })),
  );
  const records = fresh.map(({ conversation }, index): ConversationRecord => ({
    id: conversation.conversation_id,
    seed_id: null,
    job_id: null,
    import_id: importId,
    dominio: conversation.dominio,
    idioma: conversation.idioma,
    es_sintetica: false,
    num_turnos: conversation.turnos.length,
    status: "imported",
    rating: null,
    tags: null,
    notes: null,
    metadata: conversation.metadata,
    segment: refs[index]!,
    ordinal: index,
    created_at: now,
    updated_at: now,
  }));
  // Fingerprints first: a conversation must never be usable before what it is checked against exists.
  await rememberSources(deps, organizationId, importId, fresh);
  const raced = await deps.conversations.insert(organizationId, records);

  return {
    conversations_imported: fresh.length - raced.size,
    conversations_failed: errors.length,
    errors: errors.slice(0, MAX_ERRORS_IN_REPLY),
    organization_id: organizationId,
    duplicates: repeated + known.length + raced.size,
    format: report.format,
    pii,
    warnings: [...new Set([...warnings, ...report.warnings])],
    conversations: fresh.slice(0, MAX_IN_REPLY).map(({ conversation }) => conversation),
    conversation_ids: conversationIds,
    conversations_url: `/api/v1/conversations?import_id=${importId}`,
    import_id: importId,
  };
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
