// Sealed staging: where an upload that is too large for one request rests until its job has anonymised it.
import { AppError } from "../contract/error.ts";
import { openFrames, sealFrames } from "../core/ingest/sealed-frames.ts";
import type { Deps } from "./deps.ts";

/** Sealed contents of one job, by name. */
export interface Staging {
  /** Seals a content while it streams into the blob store. */
  write(name: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** A content of `plainBytes` bytes. Rejects where it was deleted or changed. */
  read(name: string, plainBytes: number): AsyncGenerator<Uint8Array>;
}

/** The only places where staged objects stand. */
export function stagingPrefix(organizationId: string, jobId: string): string {
  return `staging/${organizationId}/${jobId}/`;
}

function makeStaging(deps: Deps, prefix: string, key: Uint8Array): Staging {
  const randomIv = () => crypto.getRandomValues(new Uint8Array(12));
  return {
    async write(name, chunks) {
      await deps.blobs.putStream(prefix + name, sealFrames(key, name, chunks, randomIv));
    },
    read: (name, plainBytes) =>
      openFrames(key, name, plainBytes, (offset, length) => deps.blobs.getRange(prefix + name, offset, length)),
  };
}

/** Staging for a job that is about to be created. */
export async function createStaging(deps: Deps, organizationId: string, jobId: string): Promise<Staging> {
  const prefix = stagingPrefix(organizationId, jobId);
  return makeStaging(deps, prefix, await deps.ledger(jobId).openStaging(prefix));
}

/** What was staged for a job. @throws conflict when it is deleted already. */
export async function openStaging(deps: Deps, organizationId: string, jobId: string): Promise<Staging> {
  const key = await deps.ledger(jobId).stagingKey();
  if (key === null) throw new AppError("conflict", "The staged upload was deleted");
  return makeStaging(deps, stagingPrefix(organizationId, jobId), key);
}
