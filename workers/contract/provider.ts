import { Timestamp } from "./ids.ts";
import { z } from "./zod.ts";

export const PROVIDER_TYPES = [
  "builtin",
  "anthropic",
  "openai",
  "google",
  "groq",
  "ollama",
  "vllm",
  "workers_ai",
  "custom",
] as const;
export const ProviderType = z.enum(PROVIDER_TYPES);
export type ProviderType = z.infer<typeof ProviderType>;

export const ProviderResponse = z
  .object({
    id: z.string(),
    name: z.string(),
    provider_type: ProviderType,
    api_base: z.string().nullable(),
    has_api_key: z.boolean(),
    default_model: z.string(),
    max_tokens: z.number().int(),
    temperature_default: z.number(),
    is_active: z.boolean(),
    is_default: z.boolean(),
    organization_id: z.string().nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .openapi("ProviderResponse");
export type ProviderResponse = z.infer<typeof ProviderResponse>;

export const ProviderListResponse = z
  .object({ items: z.array(ProviderResponse), total: z.number().int() })
  .openapi("ProviderListResponse");
