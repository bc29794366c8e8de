// Files as they arrive: small ones are imported in their request, larger ones become a job.
import { AppError } from "../contract/error.ts";
import type { ImportAccepted, ImportResult } from "../contract/import.ts";
import { unpacksTo } from "../core/parsing/parse.ts";
import type { Deps, Principal } from "./deps.ts";
import { importFile, type ImportOptions } from "./imports.ts";
import { checkKeeping, keepSource } from "./kept-sources.ts";
import { startJob } from "./job-kinds.ts";
import type { ImportConfig } from "./stages/import-run.ts";
import { UPLOAD_NAME } from "./stages/import-run.ts";
import { createStaging } from "./staging.ts";

/** Files up to this size are imported in their request. */
export const MAX_IN_REQUEST_BYTES = 5 * 1024 * 1024;
/** What a packed file of that size may unpack to and still be imported in its request. */
const MAX_UNPACKED_BYTES = 20 * 1024 * 1024;
/** Largest upload. */
export const MAX_UPLOAD_BYTES = 2 * 1024 * 1024 * 1024;

export interface UploadOptions extends ImportOptions {
  /** ISO-8601 instant: keeps the file itself, sealed, until then. Needs the scope admin. */
  keepSourceUntil?: string | undefined;
}

async function* those(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/**
 * Imports a file, or stages it and starts the job that will. At most five megabytes of it are held; the rest is sealed
 * as it streams by.
 * @throws import_failed as `importFile` does, for small files; payload_too_large; as `checkKeeping` does
 */
export async function acceptUpload(
  deps: Deps,
  principal: Principal,
  stream: AsyncIterable<Uint8Array>,
  options: UploadOptions,
): Promise<{ imported: ImportResult } | { accepted: ImportAccepted }> {
  const { keepSourceUntil } = options;
  if (keepSourceUntil !== undefined) checkKeeping(deps, principal, keepSourceUntil);
  const iterator = stream[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  while (size <= MAX_IN_REQUEST_BYTES && !whole) {
    const step = await iterator.next();
    if (step.done === true) whole = true;
    else {
      head.push(step.value);
      size += step.value.length;
    }
  }
  if (whole && (await unpacksTo(those(head), MAX_UNPACKED_BYTES))) {
    const imported = await importFile(deps, principal, those(head), options);
    if (keepSourceUntil === undefined) return { imported };
    const kept = await keepSource(deps, principal, imported.import_id, keepSourceUntil, those(head));
    return { imported: { ...imported, source_id: kept } };
  }

  const metered = async function* (): AsyncGenerator<Uint8Array> {
    yield* head.splice(0);
    for (;;) {
      const step = await iterator.next();
      if (step.done === true) return;
      size += step.value.length;
      if (size > MAX_UPLOAD_BYTES) {
        throw new AppError("payload_too_large", `A file may have ${MAX_UPLOAD_BYTES / 1024 ** 3} GB`);
      }
      yield step.value;
    }
  };
  const { organizationId } = principal;
  const jobId = deps.newId();
  const staging = await createStaging(deps, organizationId, jobId);
  let sourceId: string | undefined;
  try {
    await staging.write(UPLOAD_NAME, metered());
    if (keepSourceUntil !== undefined) {
      sourceId = await keepSource(deps, principal, jobId, keepSourceUntil, staging.read(UPLOAD_NAME, size));
    }
    const { format, domain, language, strict } = options;
    const createdAt = deps.clock.now().toISOString();
    const config: ImportConfig = { format, domain, language, strict, sizeBytes: size, createdAt };
    await startJob(deps, principal, "import", config, [{ payload: {} }], { id: jobId });
  } catch (error) {
    await deps.ledger(jobId).dropStaging();
    throw error;
  }
  return {
    accepted: {
      job_id: jobId,
      status: "pending",
      message: `Importing ${size} bytes`,
      status_url: `/api/v1/jobs/${jobId}`,
      events_url: `/api/v1/jobs/${jobId}/events`,
      ...(sourceId === undefined ? {} : { source_id: sourceId }),
    },
  };
}
