import type {
  Conversation,
  ConversationCreateRequest,
  ConversationResponse,
  ConversationTurn,
  ConversationUpdateRequest,
} from "../contract/conversation.ts";
import { AppError } from "../contract/error.ts";
import type { Page, PageQuery } from "../contract/page.ts";
import { type MaskableConversation, type MaskedConversation, planMasking } from "../core/ingest/mask-turns.ts";
import type { Deps, Principal } from "./deps.ts";
import type { ConversationFilter, ConversationRecord } from "./ports/conversations.ts";
import { refusePersonalData } from "./privacy.ts";
import { eraseLine, readLine, readLines, writeLines } from "./segments.ts";
import { forgetSource } from "./sources.ts";

/** What a segment's line holds of a conversation. */
export interface StoredTurns {
  turnos: ConversationTurn[];
}

export function toConversationResponse(
  organizationId: string,
  record: ConversationRecord,
  turnos: ConversationTurn[],
): ConversationResponse {
  const { id, segment: _where, import_id: _import, ordinal: _ordinal, metadata, ...rest } = record;
  return {
    id,
    conversation_id: id,
    ...rest,
    turnos,
    metadata,
    metadata_json: metadata,
    organization_id: organizationId,
  };
}

/** The record as a conversation of the contract, as it goes into seeds, evaluations and exports. */
export function toConversation(record: ConversationRecord, turnos: ConversationTurn[]): Conversation {
  return {
    conversation_id: record.id,
    seed_id: record.seed_id ?? "",
    dominio: record.dominio,
    idioma: record.idioma,
    turnos,
    es_sintetica: record.es_sintetica,
    created_at: record.created_at,
    metadata: record.metadata,
  };
}

async function findRecord(deps: Deps, principal: Principal, id: string): Promise<ConversationRecord> {
  const record = await deps.conversations.get(principal.organizationId, id);
  if (record === null) throw new AppError("not_found", "Conversation not found");
  return record;
}

async function readTurns(deps: Deps, record: ConversationRecord): Promise<ConversationTurn[]> {
  const stored = await readLine<StoredTurns>(deps.blobs, record.segment);
  if (stored === null) throw new Error(`segment ${record.segment.key} is missing`);
  return stored.turnos;
}

/** @throws not_found, the same for a missing conversation and for another tenant's. */
export async function loadConversation(deps: Deps, principal: Principal, id: string): Promise<Conversation> {
  const record = await findRecord(deps, principal, id);
  return toConversation(record, await readTurns(deps, record));
}

export async function getConversation(deps: Deps, principal: Principal, id: string): Promise<ConversationResponse> {
  const record = await findRecord(deps, principal, id);
  return toConversationResponse(principal.organizationId, record, await readTurns(deps, record));
}

export async function listConversations(
  deps: Deps,
  principal: Principal,
  filter: ConversationFilter,
  page: PageQuery,
): Promise<Page<ConversationResponse>> {
  const found = await deps.conversations.list(principal.organizationId, filter, page);
  const items: ConversationResponse[] = [];
  const lines = readLines<StoredTurns>(
    deps.blobs,
    found.items.map((record) => record.segment),
  );
  for (const record of found.items) {
    const { value } = await lines.next();
    items.push(toConversationResponse(principal.organizationId, record, value?.turnos ?? []));
  }
  return { ...found, items };
}

/** Layer 0 with both recognisers. */
async function maskConversation(deps: Deps, input: MaskableConversation, key: Uint8Array): Promise<MaskedConversation> {
  const plan = planMasking(input, deps.privacy, key);
  return plan.mask(await deps.secondRecogniser?.analyze(plan.texts, input.idioma));
}

/**
 * Stores conversations that a client sent, Layer 0 first.
 * @returns the ids that existed already and were left alone.
 * @throws pii_detected when an id holds personal data: ids are kept as they are.
 */
async function storeConversations(
  deps: Deps,
  principal: Principal,
  inputs: ConversationCreateRequest[],
): Promise<{ records: ConversationRecord[]; turns: ConversationTurn[][]; existing: Set<string> }> {
  const key = await deps.secrets.tenantKey(principal.organizationId, "surrogates", 16);
  const now = deps.clock.now().toISOString();
  inputs.forEach((input, index) => {
    const place = inputs.length === 1 ? "body" : `body.conversations.${index}`;
    refusePersonalData(deps, {
      [`${place}.conversation_id`]: input.conversation_id,
      [`${place}.seed_id`]: input.seed_id,
      [`${place}.idioma`]: input.idioma,
    });
  });
  const masked: MaskedConversation[] = [];
  for (const input of inputs) masked.push(await maskConversation(deps, input, key));
  const refs = await writeLines(
    deps.blobs,
    `conversations/${principal.organizationId}/${deps.newId()}`,
    masked.map(({ turnos }): StoredTurns => ({ turnos })),
  );
  const records = inputs.map((input, index): ConversationRecord => ({
    id: input.conversation_id,
    seed_id: input.seed_id,
    job_id: null,
    import_id: null,
    idioma: input.idioma,
    es_sintetica: input.es_sintetica,
    num_turnos: input.turnos.length,
    rating: input.rating,
    dominio: masked[index]!.dominio,
    status: masked[index]!.status,
    tags: masked[index]!.tags,
    notes: masked[index]!.notes,
    metadata: masked[index]!.metadata,
    segment: refs[index]!,
    ordinal: index,
    created_at: now,
    updated_at: now,
  }));
  const existing = await deps.conversations.insert(principal.organizationId, records);
  for (const record of records) if (existing.has(record.id)) await eraseLine(deps.blobs, record.segment);
  return { records, turns: masked.map(({ turnos }) => turnos), existing };
}

export async function createConversation(
  deps: Deps,
  principal: Principal,
  input: ConversationCreateRequest,
): Promise<ConversationResponse> {
  const { records, turns, existing } = await storeConversations(deps, principal, [input]);
  if (existing.size > 0) {
    throw new AppError("conflict", "conversation_id: a conversation of this id exists already");
  }
  return toConversationResponse(principal.organizationId, records[0]!, turns[0]!);
}

export async function createConversations(
  deps: Deps,
  principal: Principal,
  inputs: ConversationCreateRequest[],
): Promise<{ created: number; skipped: number; errors: string[] }> {
  const unique = [...new Map(inputs.map((input) => [input.conversation_id, input])).values()];
  const { existing } = await storeConversations(deps, principal, unique);
  const errors = [...existing].map((id) => `conversation_id: "${id}" exists already`);
  return { created: unique.length - existing.size, skipped: inputs.length - unique.length + existing.size, errors };
}

export async function updateConversation(
  deps: Deps,
  principal: Principal,
  id: string,
  input: ConversationUpdateRequest,
): Promise<ConversationResponse> {
  if (Object.keys(input).length === 0) throw new AppError("validation_failed", "No fields to update");
  const record = await findRecord(deps, principal, id);
  const key = await deps.secrets.tenantKey(principal.organizationId, "surrogates", 16);
  const { turnos: _turns, ...masked } = await maskConversation(
    deps,
    {
      turnos: [],
      dominio: record.dominio,
      status: input.status ?? record.status,
      tags: input.tags ?? record.tags,
      notes: input.notes ?? record.notes,
      metadata: input.metadata ?? record.metadata,
      idioma: record.idioma,
    },
    key,
  );
  const changed = { ...record, ...input, ...masked, updated_at: deps.clock.now().toISOString() };
  await deps.conversations.update(principal.organizationId, changed);
  return toConversationResponse(principal.organizationId, changed, await readTurns(deps, changed));
}

/** Deletes the row and its text for good. */
export async function deleteConversation(deps: Deps, principal: Principal, id: string): Promise<void> {
  const record = await findRecord(deps, principal, id);
  await eraseLine(deps.blobs, record.segment);
  await forgetSource(deps, principal.organizationId, id);
  await deps.conversations.delete(principal.organizationId, id);
}
