import { JsonObject } from "./ids.ts";
import { z } from "./zod.ts";

export const ToolDefinition = z
  .object({
    name: z.string().regex(/^[a-z][a-z0-9_]*$/, "snake_case, starting with a letter"),
    description: z.string().min(10),
    input_schema: JsonObject,
    output_schema: JsonObject.default({}),
    domains: z.array(z.string()).default([]),
    category: z.string().default(""),
    requires_auth: z.boolean().default(false),
    execution_mode: z.enum(["simulated", "live", "mock"]).default("simulated"),
    version: z.string().default("1.0"),
    metadata: JsonObject.default({}),
  })
  .openapi("ToolDefinition");
export type ToolDefinition = z.infer<typeof ToolDefinition>;

export const ToolCall = z
  .object({
    tool_call_id: z.string().min(1).max(128),
    tool_name: z.string().min(1).max(128),
    arguments: JsonObject.default({}),
  })
  .openapi("ToolCall");
export type ToolCall = z.infer<typeof ToolCall>;

export const ToolResult = z
  .object({
    tool_call_id: z.string().min(1).max(128),
    tool_name: z.string().min(1).max(128),
    result: z.union([JsonObject, z.string()]),
    status: z.enum(["success", "error", "timeout"]).default("success"),
    duration_ms: z.number().int().nullable().default(null),
  })
  .openapi("ToolResult");
export type ToolResult = z.infer<typeof ToolResult>;
