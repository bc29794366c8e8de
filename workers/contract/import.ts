import { Conversation } from "./conversation.ts";
import { Timestamp } from "./ids.ts";
import { JobStatus } from "./job.ts";
import { z } from "./zod.ts";

export const IMPORT_FORMATS = [
  "auto",
  "whatsapp",
  "csv",
  "openai",
  "sharegpt",
  "alpaca",
  "prompt_completion",
  "uncase",
  "transcript",
  "numbered",
] as const;
export const ImportFormat = z.enum(IMPORT_FORMATS);
export type ImportFormat = z.infer<typeof ImportFormat>;

export const ImportErrorDetail = z
  .object({
    line: z.number().int().min(1),
    column: z.string().nullable().default(null),
    error: z.string().min(1),
  })
  .openapi("ImportErrorDetail");
export type ImportErrorDetail = z.infer<typeof ImportErrorDetail>;

const importFields = {
  duplicates: z.number().int(),
  format: z.string(),
  pii: z.record(z.string(), z.number().int()),
  warnings: z.array(z.string()),
  conversations: z.array(Conversation),
  /** Every conversation of the file, those that were imported before included. */
  conversation_ids: z.array(z.string()),
  conversations_url: z.string(),
  import_id: z.string(),
  /** Only where the source is kept. */
  source_id: z.string().optional(),
};

/** Answer of `/import/*`: at most 100 conversations, all of them anonymised; the rest behind `conversations_url`. */
export const ImportResult = z
  .object({
    conversations_imported: z.number().int(),
    conversations_failed: z.number().int(),
    errors: z.array(ImportErrorDetail),
    organization_id: z.string().nullable(),
    ...importFields,
  })
  .openapi("ImportResult");
export type ImportResult = z.infer<typeof ImportResult>;

/** The same, in the words of `/connectors/*`. */
export const ConnectorImportResponse = z
  .object({
    total_imported: z.number().int(),
    total_skipped: z.number().int(),
    total_pii_anonymized: z.number().int(),
    errors: z.array(z.string()),
    ...importFields,
  })
  .openapi("ConnectorImportResponse");
export type ConnectorImportResponse = z.infer<typeof ConnectorImportResponse>;

/** Answer to a file that is too large for one request: the job that imports it. */
export const ImportAccepted = z
  .object({
    job_id: z.string(),
    status: JobStatus,
    message: z.string(),
    /** `GET` answers the job; its `result` is an `ImportJobResult` once it is completed. */
    status_url: z.string(),
    events_url: z.string(),
    source_id: z.string().optional(),
  })
  .openapi("ImportAccepted");
export type ImportAccepted = z.infer<typeof ImportAccepted>;

/** Result of an import's job; the conversations are behind `conversations_url`. */
export const ImportJobResult = ImportResult.omit({
  conversations: true,
  conversation_ids: true,
  source_id: true,
}).openapi("ImportJobResult");
export type ImportJobResult = z.infer<typeof ImportJobResult>;

/** A source that was kept, sealed, at its tenant's wish. */
export const KeptSource = z
  .object({
    id: z.string(),
    /** The import that read it; of a large file, its job. */
    import_id: z.string(),
    size_bytes: z.number().int(),
    keep_until: Timestamp,
    kept_by: z.string(),
    created_at: Timestamp,
  })
  .openapi("KeptSource");
export type KeptSource = z.infer<typeof KeptSource>;

export const ConnectorInfo = z
  .object({
    name: z.string(),
    slug: z.string(),
    description: z.string(),
    supported_formats: z.array(z.string()),
    endpoint: z.string(),
    method: z.string(),
    accepts: z.string(),
  })
  .openapi("ConnectorInfo");
