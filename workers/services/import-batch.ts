// Layer 0 and storage for some conversations of an import: the same for a small file in its request and for a part of
// a large one in its job.
import type { Conversation } from "../contract/conversation.ts";
import { NO_DOMAIN, planConversation } from "../core/ingest/conversation.ts";
import { conversationFingerprint } from "../core/ingest/identity.ts";
import type { RawConversation } from "../core/parsing/model.ts";
import { detectDomain } from "../core/seeds/detect-domain.ts";
import type { StoredTurns } from "./conversations.ts";
import type { Deps } from "./deps.ts";
import type { ConversationRecord } from "./ports/conversations.ts";
import { writeLines } from "./segments.ts";
import { rememberSources, type Source } from "./sources.ts";

export interface BatchOptions {
  importId: string;
  /** Names the objects written; a repetition takes another, so that what the first wrote stays as it is. */
  objectName: string;
  /** Place of the batch's first conversation in the import. */
  firstOrdinal: number;
  /** In place of what the file says. */
  domain?: string | undefined;
  language?: string | undefined;
  /** ISO-8601 instant of the import. */
  now: string;
}

export interface BatchResult {
  /** Ids of all the batch's conversations, those that were there before included, in the file's order. */
  ids: string[];
  /** What was new, anonymised. */
  fresh: Conversation[];
  /** Conversations that this import stored, by this call or by an earlier try of it. */
  imported: number;
  /** Conversations that stood in the file twice or had been imported before. */
  duplicates: number;
  /** Findings by category. */
  pii: Record<string, number>;
  /** The objects in which the conversations stand that this import stored. */
  objects: ReadonlySet<string>;
}

/**
 * Anonymises conversations, takes their fingerprints and stores them. One that was imported before is left alone, so
 * that repeating a batch, or importing a file again, adds nothing.
 */
export async function importBatch(
  deps: Deps,
  organizationId: string,
  conversations: Iterable<RawConversation>,
  options: BatchOptions,
): Promise<BatchResult> {
  const surrogateKey = await deps.secrets.tenantKey(organizationId, "surrogates", 16);
  const identityKey = await deps.secrets.tenantKey(organizationId, "source-identity", 16);
  const built = new Map<string, Source>();
  const pii: Record<string, number> = {};
  let repeated = 0;

  for (const raw of conversations) {
    const id = conversationFingerprint(raw, identityKey);
    if (built.has(id)) {
      repeated += 1;
      continue;
    }
    const plan = planConversation(raw, {
      privacy: deps.privacy,
      key: surrogateKey,
      conversationId: id,
      domain: options.domain ?? null,
      language: options.language ?? null,
      now: options.now,
    });
    const others = await deps.secondRecogniser?.analyze(plan.texts, plan.language);
    const { conversation, counts, values } = plan.build(others);
    for (const [category, count] of Object.entries(counts)) pii[category] = (pii[category] ?? 0) + count;
    if (conversation.dominio === NO_DOMAIN) {
      conversation.dominio = detectDomain(conversation.turnos.map((turn) => turn.contenido)) ?? NO_DOMAIN;
    }
    built.set(id, { conversation, values });
  }

  const ids = [...built.keys()];
  const ordinals = new Map(ids.map((id, index) => [id, options.firstOrdinal + index]));
  const isOwn = (record: ConversationRecord): boolean =>
    record.import_id === options.importId && record.ordinal === ordinals.get(record.id);
  const known = await deps.conversations.getMany(organizationId, ids);
  for (const record of known) built.delete(record.id);

  const fresh = [...built.values()];
  const refs = await writeLines(
    deps.blobs,
    `conversations/${organizationId}/${options.objectName}`,
    fresh.map(({ conversation }): StoredTurns => ({ turnos: conversation.turnos })),
  );
  const records = fresh.map(({ conversation }, index): ConversationRecord => ({
    id: conversation.conversation_id,
    seed_id: null,
    job_id: null,
    import_id: options.importId,
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
    ordinal: ordinals.get(conversation.conversation_id)!,
    created_at: options.now,
    updated_at: options.now,
  }));
  // Fingerprints first: a conversation must never be usable before what it is checked against exists.
  await rememberSources(deps, organizationId, options.objectName, fresh);
  const raced = await deps.conversations.insert(organizationId, records);
  const overtaken = await deps.conversations.getMany(organizationId, [...raced]);
  const own = [...records.filter(({ id }) => !raced.has(id)), ...[...known, ...overtaken].filter(isOwn)];
  return {
    ids,
    fresh: fresh.map(({ conversation }) => conversation),
    imported: own.length,
    duplicates: ids.length - own.length + repeated,
    pii,
    objects: new Set(own.map(({ segment }) => segment.key)),
  };
}
