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

const Name = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[^\u0000-\u001F\u007F/]+$/, "no control characters and no slash");
const ApiBase = z.string().trim().max(2048);
/** Goes into a header: printable ASCII alone. An empty one clears the key. */
const ApiKey = z
  .string()
  .max(4096)
  .regex(/^[\x21-\x7e]*$/, "printable ASCII characters without blanks");
const Model = z.string().trim().min(1).max(255);
const MaxTokens = z.number().int().min(1).max(128_000);
const Temperature = z.number().min(0).max(2);

export const ProviderCreateRequest = z
  .strictObject({
    name: Name,
    provider_type: ProviderType,
    api_base: ApiBase.nullable().default(null),
    api_key: ApiKey.nullable().default(null),
    default_model: Model,
    max_tokens: MaxTokens.default(4096),
    temperature_default: Temperature.default(0.7),
    is_default: z.boolean().default(false),
  })
  .openapi("ProviderCreateRequest");
export type ProviderCreateRequest = z.infer<typeof ProviderCreateRequest>;

/** A field that is absent or null stays as it is; an empty `api_key` or `api_base` clears it. */
export const ProviderUpdateRequest = z
  .strictObject({
    name: Name.nullable(),
    api_base: ApiBase.nullable(),
    api_key: ApiKey.nullable().openapi({ description: "An empty text clears the key" }),
    default_model: Model.nullable(),
    max_tokens: MaxTokens.nullable(),
    temperature_default: Temperature.nullable(),
    is_active: z.boolean().nullable(),
    is_default: z.boolean().nullable(),
  })
  .partial()
  .openapi("ProviderUpdateRequest");
export type ProviderUpdateRequest = z.infer<typeof ProviderUpdateRequest>;

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
    organization_id: z.string().nullable().openapi({
      description: "Null for the builtin provider and those that the installation's environment configures",
    }),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .openapi("ProviderResponse");
export type ProviderResponse = z.infer<typeof ProviderResponse>;

export const ProviderListResponse = z
  .object({ items: z.array(ProviderResponse), total: z.number().int() })
  .openapi("ProviderListResponse");

export const ProviderTestResponse = z
  .object({
    provider_id: z.string(),
    provider_name: z.string(),
    status: z.enum(["ok", "error", "timeout"]),
    latency_ms: z.number().nullable(),
    model_tested: z.string(),
    error: z.string().nullable().openapi({ description: "What went wrong in our words, never in the provider's" }),
  })
  .openapi("ProviderTestResponse");
export type ProviderTestResponse = z.infer<typeof ProviderTestResponse>;

/** What became of the sealed keys of an organisation when its operator put a new sealing key in front. */
export const ProviderResealResponse = z
  .object({
    resealed: z.number().int(),
    /** Sealed under the newest key now. */
    current: z.number().int(),
    failed: z.number().int().openapi({ description: "Keys that no known root opens: they have to be given again" }),
  })
  .openapi("ProviderResealResponse");
export type ProviderResealResponse = z.infer<typeof ProviderResealResponse>;
