import { Timestamp } from "./ids.ts";
import { z } from "./zod.ts";

/** One model of one provider. */
export const GatewayTarget = z
  .strictObject({
    /** Name or id of a provider of the organisation. */
    provider: z.string().min(1).max(255),
    /** The provider's own name of the model; its default model when null. */
    model: z.string().min(1).max(255).nullable().default(null),
    /** Share of the requests, for `weighted`. */
    weight: z.number().positive().max(1000).default(1),
  })
  .openapi("GatewayTarget");
export type GatewayTarget = z.infer<typeof GatewayTarget>;

/** A name of the organisation's own for a model, or for several that stand in for each other. */
export const GatewayAlias = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(128)
      .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, "letters, digits and . _ : - only"),
    /** `fallback`: in order, the next when one fails. `weighted`: the first by weight, then the others in order. */
    strategy: z.enum(["fallback", "weighted"]).default("fallback"),
    targets: z.array(GatewayTarget).min(1).max(16),
  })
  .openapi("GatewayAlias");
export type GatewayAlias = z.infer<typeof GatewayAlias>;

/** What may be spent in a period, by one key or by the whole organisation. */
export const GatewayBudget = z
  .strictObject({
    /** Public id of the key; the organisation's when null. */
    key_id: z.string().min(1).max(64).nullable().default(null),
    period: z.enum(["day", "month"]),
    /** In millionths of a US dollar. */
    limit_micro_usd: z.number().int().positive().max(1e15),
  })
  .openapi("GatewayBudget");
export type GatewayBudget = z.infer<typeof GatewayBudget>;

export const GatewaySettings = z
  .strictObject({
    aliases: z.array(GatewayAlias).max(200).default([]),
    budgets: z.array(GatewayBudget).max(500).default([]),
    /** Seconds for which an answer may be given again to the same redacted request; 0: never. */
    cache_ttl_s: z.number().int().min(0).max(86_400).default(0),
    /**
     * Seconds for which the tokens of a conversation that the caller names keep their values, sealed, after its last
     * request; 0: a token is worth something only where the request itself holds the value.
     */
    conversation_ttl_s: z.number().int().min(0).max(2_592_000).default(0),
    timeouts: z
      .strictObject({
        first_byte_ms: z.number().int().min(100).max(600_000).default(60_000),
        idle_ms: z.number().int().min(100).max(600_000).default(60_000),
        total_ms: z.number().int().min(100).max(3_600_000).default(600_000),
      })
      .prefault({}),
    /** Whether content is kept besides the log, which never holds any. */
    capture: z
      .strictObject({
        /**
         * `anonymised`: conversations that went through Layer 0, as sources of seeds. `encrypted`: what was sent and
         * answered as it was, sealed, until its date.
         */
        mode: z.enum(["off", "anonymised", "encrypted"]).default("off"),
        /** After so many days encrypted content is deleted, its key with it. */
        retention_days: z.number().int().min(1).max(1830).default(30),
        /** Share of the requests, drawn. */
        share: z.number().min(0).max(1).default(1),
      })
      .prefault({}),
    /** Whether the log carries keyed hashes of the values found, so that repeats can be counted. */
    value_hashes: z.boolean().default(false),
    /** Compliance profiles that set floors: names of `/api/v1/compliance`. */
    compliance_profiles: z
      .array(z.enum(["hipaa", "gdpr", "sox", "lfpdppp", "ai_act"]))
      .max(5)
      .default([]),
  })
  .openapi("GatewaySettings");
export type GatewaySettings = z.infer<typeof GatewaySettings>;

export const GatewaySettingsResponse = GatewaySettings.extend({
  version: z.number().int(),
  updated_at: Timestamp.nullable(),
}).openapi("GatewaySettingsResponse");
export type GatewaySettingsResponse = z.infer<typeof GatewaySettingsResponse>;
