// The one exception to "nothing raw is kept": a source that its tenant asked to keep, sealed, until a date.
import { AppError, invalidField } from "../contract/error.ts";
import type { KeptSource } from "../contract/import.ts";
import type { Page, PageQuery } from "../contract/page.ts";
import { openFrames, sealFrames } from "../core/ingest/sealed-frames.ts";
import type { Deps, Principal } from "./deps.ts";

/** Longest that a source may be kept. */
const MAX_KEPT_MS = 5 * 366 * 24 * 60 * 60 * 1000;

/** Where the sealed bytes of one kept source stand. */
export const keptPrefix = (organizationId: string, id: string) => `kept/${organizationId}/${id}/`;
const CONTENT = "source";

/**
 * Refuses what may not be kept, before anything is read.
 * @throws forbidden without the admin scope, validation_failed for a date that is past or years away
 */
export function checkKeeping(deps: Deps, principal: Principal, keepUntil: string): void {
  if (!principal.scopes.has("admin")) {
    throw new AppError("forbidden", 'keep_source_until: keeping a source needs the scope "admin"');
  }
  const left = Date.parse(keepUntil) - deps.clock.now().getTime();
  if (left <= 0 || left > MAX_KEPT_MS) {
    throw invalidField("query.keep_source_until", "an instant in the future, at most five years from now");
  }
}

/**
 * Seals a source under a key of its own, which only the object of its id holds: the object's alarm deletes key and
 * bytes when the date has come.
 */
export async function keepSource(
  deps: Deps,
  principal: Principal,
  importId: string,
  keepUntil: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<string> {
  const { organizationId, keyId } = principal;
  const id = deps.newId();
  const prefix = keptPrefix(organizationId, id);
  const box = deps.ledger(id);
  const key = await box.openStaging(prefix, Date.parse(keepUntil));
  let sizeBytes = 0;
  const metered = async function* () {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length;
      yield chunk;
    }
  };
  try {
    const randomIv = () => crypto.getRandomValues(new Uint8Array(12));
    await deps.blobs.putStream(prefix + CONTENT, sealFrames(key, CONTENT, metered(), randomIv));
    await deps.keptSources.insert(organizationId, {
      id,
      import_id: importId,
      size_bytes: sizeBytes,
      keep_until: new Date(keepUntil).toISOString(),
      kept_by: keyId,
      created_at: deps.clock.now().toISOString(),
    });
  } catch (error) {
    await box.dropStaging();
    throw error;
  }
  note(deps, principal, "source_kept", id);
  return id;
}

export function listKeptSources(deps: Deps, principal: Principal, page: PageQuery): Promise<Page<KeptSource>> {
  return deps.keptSources.list(principal.organizationId, page, deps.clock.now().toISOString());
}

async function findKept(deps: Deps, principal: Principal, id: string): Promise<KeptSource> {
  const source = await deps.keptSources.get(principal.organizationId, id, deps.clock.now().toISOString());
  if (source === null) throw new AppError("not_found", "Source not found");
  return source;
}

/** The bytes as they were uploaded. @throws not_found, the same for a missing source, a deleted one and another tenant's */
export async function readKeptSource(
  deps: Deps,
  principal: Principal,
  id: string,
): Promise<AsyncGenerator<Uint8Array>> {
  const source = await findKept(deps, principal, id);
  const key = await deps.ledger(id).stagingKey();
  if (key === null) throw new AppError("not_found", "Source not found");
  note(deps, principal, "source_read", id);
  const name = keptPrefix(principal.organizationId, id) + CONTENT;
  return openFrames(key, CONTENT, source.size_bytes, (offset, length) => deps.blobs.getRange(name, offset, length));
}

/** Deletes key, bytes and row before their time. @throws not_found */
export async function deleteKeptSource(deps: Deps, principal: Principal, id: string): Promise<void> {
  await findKept(deps, principal, id);
  await deps.ledger(id).dropStaging();
  await deps.keptSources.delete(principal.organizationId, id);
  note(deps, principal, "source_deleted", id);
}

function note(deps: Deps, { organizationId, keyId }: Principal, event: string, sourceId: string): void {
  deps.log.write("info", event, { organization_id: organizationId, key_id: keyId, source_id: sourceId });
}
