import { Domain } from "./domain.ts";
import { Id, JsonObject, Timestamp } from "./ids.ts";
import { SeedResponse } from "./seed.ts";
import { z } from "./zod.ts";

/** A request whose content was kept because its organisation asked for it. */
export const GatewayCapture = z
  .object({
    request_id: Id,
    kind: z.enum(["anonymised", "encrypted"]),
    /** Of `/api/v1/conversations`, for `anonymised`. A longer request of the same conversation takes its place. */
    conversation_id: z.string().nullable(),
    /** Turns up to this request's answer. */
    turns: z.number().int().min(0),
    size_bytes: z.number().int().min(0),
    /** What feedback said of the answer. */
    rating: z.number().int().nullable(),
    corrected: z.boolean(),
    /** The seed that was made of it. */
    seed_id: z.string().nullable(),
    created_at: Timestamp,
    /** When the content of `encrypted` is deleted, its key with it. */
    expires_at: Timestamp.nullable(),
  })
  .openapi("GatewayCapture");
export type GatewayCapture = z.infer<typeof GatewayCapture>;

export const GatewayCaptureListResponse = z
  .object({ items: z.array(GatewayCapture), total: z.number().int() })
  .openapi("GatewayCaptureListResponse");
export type GatewayCaptureListResponse = z.infer<typeof GatewayCaptureListResponse>;

/** What the caller sent and got, as it was. */
export const GatewayCaptureContent = z
  .object({
    request_id: Id,
    dialect: z.string(),
    request: JsonObject,
    /** The body of the answer, or the text of its stream. */
    answer: z.string(),
  })
  .openapi("GatewayCaptureContent");
export type GatewayCaptureContent = z.infer<typeof GatewayCaptureContent>;

/** Which captured conversations become seeds. */
export const GatewayFlywheelRequest = z
  .strictObject({
    domain: Domain,
    /** Least rating that feedback gave; null takes conversations that nobody rated too. */
    min_rating: z.number().int().min(-1).max(1).nullable().default(1),
    limit: z.number().int().min(1).max(100).default(50),
  })
  .openapi("GatewayFlywheelRequest");
export type GatewayFlywheelRequest = z.infer<typeof GatewayFlywheelRequest>;

export const GatewayFlywheelResponse = z
  .object({
    seeds: z.array(SeedResponse),
    /** Conversations that no seed can be made of, and why. */
    errors: z.array(z.object({ conversation_id: z.string(), error: z.string() })),
  })
  .openapi("GatewayFlywheelResponse");
export type GatewayFlywheelResponse = z.infer<typeof GatewayFlywheelResponse>;
