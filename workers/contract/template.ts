import { Conversation } from "./conversation.ts";
import { ExternalId, Timestamp } from "./ids.ts";
import { EXPORT_FORMATS, ExportOptions, RECORD_FORMATS } from "./job.ts";
import { z } from "./zod.ts";

export const TOOL_CALL_MODES = ["native", "function_calling", "inline", "none"] as const;
export const ToolCallMode = z.enum(TOOL_CALL_MODES);
export type ToolCallMode = z.infer<typeof ToolCallMode>;

export const TemplateInfo = z
  .object({
    name: z.string(),
    display_name: z.string(),
    supports_tool_calls: z.boolean(),
    special_tokens: z.array(z.string()),
    revision: z.string(),
  })
  .openapi("TemplateInfo");
export type TemplateInfo = z.infer<typeof TemplateInfo>;

export const RenderRequest = z
  .strictObject({
    conversations: z.array(Conversation).min(1).max(1000),
    template_name: z.string().min(1).max(80),
    tool_call_mode: ToolCallMode.default("none"),
    system_prompt: z.string().max(8000).nullable().default(null),
    assistant_role: z.string().max(80).nullable().default(null),
  })
  .openapi("RenderRequest");
export type RenderRequest = z.infer<typeof RenderRequest>;

export const RenderResponse = z
  .object({
    rendered: z.array(z.string()),
    template_name: z.string(),
    count: z.number().int(),
    warnings: z.array(z.string()),
  })
  .openapi("RenderResponse");

export const DatasetCreateRequest = z
  .strictObject({
    name: z.string().min(1).max(120),
    job_id: z.string().max(64).optional(),
    seed_id: ExternalId.optional(),
    conversation_ids: z.array(ExternalId).min(1).max(10_000).optional(),
    domain: z.string().max(80).optional(),
    language: z.string().max(16).optional(),
    include_failed: z.boolean().default(false),
    /** As the Hugging Face Hub names licences. */
    license: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{0,60}$/, "a licence as the Hugging Face Hub names it, such as cc-by-4.0")
      .default("other"),
    ...ExportOptions.shape,
  })
  .openapi("DatasetCreateRequest");
export type DatasetCreateRequest = z.infer<typeof DatasetCreateRequest>;

export const DATASET_FILE_KINDS = ["data", "card", "manifest", "certificate"] as const;

export const DatasetFileInfo = z
  .object({
    name: z.string(),
    kind: z.enum(DATASET_FILE_KINDS),
    split: z.enum(["train", "validation", "test"]).nullable(),
    records: z.number().int().nullable(),
    media_type: z.string(),
    size_bytes: z.number().int(),
    sha256: z.string(),
    url: z.string(),
  })
  .openapi("DatasetFileInfo");
export type DatasetFileInfo = z.infer<typeof DatasetFileInfo>;

export const DatasetFilesResponse = z.object({ items: z.array(DatasetFileInfo) }).openapi("DatasetFilesResponse");

/** `size_bytes`, `sha256` and `download_url` are the main file's: the first of train, validation and test. */
export const DatasetResponse = z
  .object({
    id: z.string(),
    name: z.string(),
    job_id: z.string().nullable(),
    template: z.string(),
    format: z.enum(EXPORT_FORMATS),
    record: z.enum(RECORD_FORMATS),
    gzip: z.boolean(),
    certified: z.boolean(),
    conversation_count: z.number().int(),
    skipped: z.number().int(),
    splits: z.record(z.string(), z.number().int()),
    size_bytes: z.number().int(),
    sha256: z.string(),
    download_url: z.string(),
    warnings: z.array(z.string()),
    created_at: Timestamp,
  })
  .openapi("DatasetResponse");
export type DatasetResponse = z.infer<typeof DatasetResponse>;

export const DatasetPublicKeyResponse = z
  .object({ algorithm: z.literal("Ed25519"), key_id: z.string(), public_key: z.string() })
  .openapi("DatasetPublicKeyResponse");
export type DatasetPublicKeyResponse = z.infer<typeof DatasetPublicKeyResponse>;

export const DatasetListResponse = z
  .object({
    items: z.array(DatasetResponse),
    total: z.number().int(),
    page: z.number().int(),
    page_size: z.number().int(),
  })
  .openapi("DatasetListResponse");
