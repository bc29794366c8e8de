import { Timestamp } from "./ids.ts";
import { z } from "./zod.ts";

export const SCOPES = ["read", "write", "admin"] as const;
export type Scope = (typeof SCOPES)[number];

/** Comma-separated scopes of a key, as the reference writes them; each scope includes the ones before it. */
export const ScopeList = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  )
  .pipe(z.array(z.enum(SCOPES)).min(1))
  .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope)).join(","));

export const OrganizationCreate = z
  .strictObject({
    name: z.string().trim().min(1).max(255),
    slug: z
      .string()
      .max(255)
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "lowercase letters, digits and single hyphens")
      .nullable()
      .default(null),
    description: z.string().max(2000).nullable().default(null),
  })
  .openapi("OrganizationCreate");
export type OrganizationCreate = z.infer<typeof OrganizationCreate>;

export const OrganizationUpdate = z
  .strictObject({
    name: z.string().trim().min(1).max(255),
    description: z.string().max(2000).nullable(),
    is_active: z.boolean(),
  })
  .partial()
  .openapi("OrganizationUpdate");
export type OrganizationUpdate = z.infer<typeof OrganizationUpdate>;

export const OrganizationResponse = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    description: z.string().nullable(),
    is_active: z.boolean(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .openapi("OrganizationResponse");
export type OrganizationResponse = z.infer<typeof OrganizationResponse>;

export const APIKeyCreate = z
  .strictObject({
    name: z.string().trim().min(1).max(255),
    scopes: z.string().default("read"),
    expires_at: Timestamp.nullable().default(null),
  })
  .openapi("APIKeyCreate");
export type APIKeyCreate = z.infer<typeof APIKeyCreate>;

export const APIKeyResponse = z
  .object({
    id: z.string(),
    key_id: z.string(),
    key_prefix: z.string(),
    name: z.string(),
    scopes: z.string(),
    is_active: z.boolean(),
    expires_at: Timestamp.nullable(),
    last_used_at: Timestamp.nullable(),
    created_at: Timestamp,
  })
  .openapi("APIKeyResponse");
export type APIKeyResponse = z.infer<typeof APIKeyResponse>;

export const APIKeyCreatedResponse = z
  .object({
    id: z.string(),
    key_id: z.string(),
    key_prefix: z.string(),
    name: z.string(),
    scopes: z.string(),
    plain_key: z.string(),
    created_at: Timestamp,
  })
  .openapi("APIKeyCreatedResponse");
export type APIKeyCreatedResponse = z.infer<typeof APIKeyCreatedResponse>;
