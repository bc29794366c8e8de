import { ExternalId, JsonObject, StringMap, Timestamp } from "./ids.ts";
import { ToolCall, ToolResult } from "./tool.ts";
import { z } from "./zod.ts";

/** Roles that every conversation may use besides its seed's. */
export const IMPLICIT_ROLES: readonly string[] = ["herramienta", "tool", "system", "sistema"];

export const ConversationTurn = z
  .strictObject({
    turno: z.number().int().min(1),
    rol: z.string().min(1).max(80),
    contenido: z.string().min(1),
    herramientas_usadas: z.array(z.string()).default([]),
    tool_calls: z.array(ToolCall).nullable().default(null),
    tool_results: z.array(ToolResult).nullable().default(null),
    metadata: StringMap.default({}),
  })
  .openapi("ConversationTurn");
export type ConversationTurn = z.infer<typeof ConversationTurn>;

export const Conversation = z
  .strictObject({
    conversation_id: ExternalId,
    seed_id: z.string().max(128),
    dominio: z.string().max(80),
    idioma: z.string().min(2).max(16).default("es"),
    turnos: z.array(ConversationTurn).min(1).max(2000),
    es_sintetica: z.boolean().default(false),
    created_at: Timestamp.optional(),
    metadata: StringMap.default({}),
  })
  .openapi("Conversation");
export type Conversation = z.infer<typeof Conversation>;

export const CONVERSATION_STATUSES = ["imported", "certified", "rejected", "valid", "invalid", "generated"] as const;

export const ConversationCreateRequest = z
  .strictObject({
    conversation_id: ExternalId,
    seed_id: ExternalId.nullable().default(null),
    dominio: z.string().min(1).max(80),
    idioma: z.string().min(2).max(16).default("es"),
    turnos: z.array(ConversationTurn).min(1).max(2000),
    es_sintetica: z.boolean().default(false),
    metadata: StringMap.default({}),
    status: z.string().max(40).nullable().default(null),
    rating: z.number().min(0).max(5).nullable().default(null),
    tags: z.array(z.string().max(80)).max(50).nullable().default(null),
    notes: z.string().max(4000).nullable().default(null),
  })
  .openapi("ConversationCreateRequest");
export type ConversationCreateRequest = z.infer<typeof ConversationCreateRequest>;

export const ConversationUpdateRequest = z
  .strictObject({
    status: z.string().max(40),
    rating: z.number().min(0).max(5),
    tags: z.array(z.string().max(80)).max(50),
    notes: z.string().max(4000),
    metadata: StringMap,
  })
  .partial()
  .openapi("ConversationUpdateRequest");
export type ConversationUpdateRequest = z.infer<typeof ConversationUpdateRequest>;

export const ConversationResponse = z
  .object({
    id: z.string(),
    conversation_id: z.string(),
    seed_id: z.string().nullable(),
    job_id: z.string().nullable(),
    dominio: z.string(),
    idioma: z.string(),
    turnos: z.array(ConversationTurn),
    es_sintetica: z.boolean(),
    num_turnos: z.number().int(),
    metadata_json: JsonObject,
    metadata: JsonObject,
    status: z.string().nullable(),
    rating: z.number().nullable(),
    tags: z.array(z.string()).nullable(),
    notes: z.string().nullable(),
    organization_id: z.string().nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .openapi("ConversationResponse");
export type ConversationResponse = z.infer<typeof ConversationResponse>;

export const ConversationListResponse = z
  .object({
    items: z.array(ConversationResponse),
    total: z.number().int(),
    page: z.number().int(),
    page_size: z.number().int(),
  })
  .openapi("ConversationListResponse");

export const ConversationBulkCreateRequest = z
  .strictObject({ conversations: z.array(ConversationCreateRequest).min(1).max(100) })
  .openapi("ConversationBulkCreateRequest");

export const ConversationBulkCreateResponse = z
  .object({ created: z.number().int(), skipped: z.number().int(), errors: z.array(z.string()) })
  .openapi("ConversationBulkCreateResponse");
