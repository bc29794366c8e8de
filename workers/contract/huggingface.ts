import { ExternalId } from "./ids.ts";
import { z } from "./zod.ts";

/** Tokens of the Hub as its client takes them. */
export const HubToken = z.string().regex(/^hf_[A-Za-z0-9]{1,200}$/, "a token of Hugging Face begins with hf_");

export const HFUploadRequest = z
  .strictObject({
    dataset_id: z.string().max(64).optional(),
    conversation_ids: z.array(ExternalId).min(1).max(10_000).optional(),
    repo_id: z
      .string()
      .max(200)
      .regex(/^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/, "namespace/name"),
    /** Or in the header X-HF-Token. */
    token: HubToken.optional(),
    private: z.boolean().default(true),
  })
  .refine(
    (request) => (request.dataset_id === undefined) !== (request.conversation_ids === undefined),
    "send dataset_id or conversation_ids",
  )
  .openapi("HFUploadRequest");
export type HFUploadRequest = z.infer<typeof HFUploadRequest>;

export const HFUploadResponse = z
  .object({
    repo_id: z.string(),
    url: z.string(),
    commit_hash: z.string(),
    files_uploaded: z.number().int(),
    dataset_id: z.string(),
    private: z.boolean(),
  })
  .openapi("HFUploadResponse");
export type HFUploadResponse = z.infer<typeof HFUploadResponse>;
