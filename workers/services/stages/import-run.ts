// What the stages of an import share.
import type { ImportErrorDetail, ImportFormat, ImportJobResult } from "../../contract/import.ts";
import type { JobSpec } from "../../core/jobs/job-spec.ts";
import { conversationsUrl } from "../imports.ts";
import { openStaging, type Staging } from "../staging.ts";
import type { Shift } from "./stage.ts";

/** Name of the upload in the job's sealed staging; its parts are `part-<n>`. */
export const UPLOAD_NAME = "upload";

/** What the stages of an import read from its spec. The file's name is not among it: names of chats are people's. */
export interface ImportConfig {
  format: ImportFormat;
  domain?: string | undefined;
  language?: string | undefined;
  strict: boolean;
  sizeBytes: number;
  createdAt: string;
}

export function importConfig(job: JobSpec): ImportConfig {
  return job.config as unknown as ImportConfig;
}

/** What reading the file found; the body of the first stage's only item. */
export interface ParsedFile {
  format: string;
  conversations: number;
  /** All bad rows; the first are in `errors`. */
  errorCount: number;
  errors: ImportErrorDetail[];
  warnings: string[];
  parts: ParsedPart[];
}

/** Some of the file's conversations, sealed; the payload of one item of the second stage. */
export interface ParsedPart {
  part: number;
  /** Plain bytes of the sealed lines. */
  plainBytes: number;
  firstOrdinal: number;
  conversations: number;
}

export const partName = (part: number) => `part-${part}`;

/** The job's sealed staging, opened once per shift. */
export function stagingOf({ deps, job, share }: Shift): Promise<Staging> {
  return share("staging", () => openStaging(deps, job.organizationId, job.id));
}

/** The job's result: what the reply of a small import says, but for the conversations themselves. */
export function importResult(
  job: JobSpec,
  parsed: ParsedFile,
  stored: Pick<ImportJobResult, "conversations_imported" | "duplicates" | "pii">,
): ImportJobResult {
  return {
    import_id: job.id,
    organization_id: job.organizationId,
    format: parsed.format,
    ...stored,
    conversations_failed: parsed.errorCount,
    errors: parsed.errors,
    warnings: parsed.warnings,
    conversations_url: conversationsUrl(job.id),
  };
}
