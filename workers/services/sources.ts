// Keyed fingerprints of a tenant's sources: what memorisation is measured against. Never text.
import type { Conversation } from "../contract/conversation.ts";
import { readHashKey } from "../core/evaluation/keyed-hash.ts";
import { createSourceIndex, type SourceFingerprints, type SourceIndex } from "../core/evaluation/memorisation.ts";
import { fingerprintConversation } from "../core/ingest/source-fingerprints.ts";
import type { Deps } from "./deps.ts";
import { eraseLine, readLines, writeLines } from "./segments.ts";

/** Sources that one index holds, newest first; 3 KB each in memory. */
const MAX_SOURCES = 10_000;

interface StoredFingerprints {
  source_id: string;
  runs: string;
  identifiers: string;
}

function encode(values: Float64Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function decode(text: string): Float64Array {
  return new Float64Array(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer);
}

export interface Source {
  /** After Layer 0: placeholders stand where personal values stood. */
  conversation: Conversation;
  /** The personal values found, raw; only their keyed hashes are kept. */
  values: { value: string }[];
}

/** Takes the fingerprints of sources and stores them. */
export async function rememberSources(
  deps: Deps,
  organizationId: string,
  importId: string,
  sources: Source[],
): Promise<void> {
  const key = readHashKey(await deps.secrets.tenantKey(organizationId, "source-fingerprints", 16));
  const stored = sources.map((source): StoredFingerprints => {
    const prints = fingerprintConversation(key, source.conversation, source.values);
    return { source_id: prints.source_id, runs: encode(prints.runs), identifiers: encode(prints.identifiers) };
  });
  const refs = await writeLines(deps.blobs, `sources/${organizationId}/${importId}`, stored);
  await deps.sourceFilters.insert(
    organizationId,
    sources.map((source, index) => ({ conversation_id: source.conversation.conversation_id, segment: refs[index]! })),
    deps.clock.now().toISOString(),
  );
}

/** Deletes the fingerprints of a source for good, bytes first: without its row nothing would find them. */
export async function forgetSource(deps: Deps, organizationId: string, conversationId: string): Promise<void> {
  const segment = await deps.sourceFilters.find(organizationId, conversationId);
  if (segment === null) return;
  await eraseLine(deps.blobs, segment);
  await deps.sourceFilters.delete(organizationId, conversationId);
}

const indexes = new Map<string, { version: string; index: Promise<SourceIndex> }>();
const MAX_INDEXES = 8;

/** The tenant's sources, kept in the isolate until one comes or goes. */
export async function sourceIndex(deps: Deps, organizationId: string): Promise<SourceIndex> {
  const version = await deps.sourceFilters.version(organizationId);
  const held = indexes.get(organizationId);
  if (held?.version === version) return held.index;
  if (indexes.size >= MAX_INDEXES) indexes.clear();
  const index = readSourceIndex(deps, organizationId);
  indexes.set(organizationId, { version, index });
  index.catch(() => indexes.delete(organizationId));
  return index;
}

async function readSourceIndex(deps: Deps, organizationId: string): Promise<SourceIndex> {
  const key = readHashKey(await deps.secrets.tenantKey(organizationId, "source-fingerprints", 16));
  const rows = await deps.sourceFilters.list(organizationId, MAX_SOURCES);
  const sources: SourceFingerprints[] = [];
  for await (const stored of readLines<StoredFingerprints>(
    deps.blobs,
    rows.map((row) => row.segment),
  )) {
    if (stored === null) throw new Error("a source's fingerprints are missing");
    sources.push({ source_id: stored.source_id, runs: decode(stored.runs), identifiers: decode(stored.identifiers) });
  }
  return createSourceIndex(key, sources);
}
