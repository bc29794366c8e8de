import { z } from "./zod.ts";

export const HealthResponse = z
  .object({ status: z.string(), version: z.string(), llm_configured: z.boolean() })
  .openapi("HealthResponse");

export const HealthDbResponse = HealthResponse.extend({ database: z.enum(["connected", "disconnected"]) }).openapi(
  "HealthDbResponse",
);

export const HealthSetupResponse = z
  .object({ has_users: z.boolean(), has_organizations: z.boolean(), setup_complete: z.boolean() })
  .openapi("HealthSetupResponse");
