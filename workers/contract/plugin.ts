import { ToolDefinition } from "./tool.ts";
import { z } from "./zod.ts";

export const PluginManifest = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    description: z.string().min(1),
    version: z.string().default("1.0.0"),
    author: z.string().default("UNCASE Team"),
    domains: z.array(z.string()).default([]),
    tags: z.array(z.string()).default([]),
    tools: z.array(ToolDefinition).default([]),
    icon: z.string().default("puzzle"),
    license: z.string().default("MIT"),
    homepage: z.string().nullable().default(null),
    source: z.enum(["official", "community"]).default("official"),
    verified: z.boolean().default(false),
    downloads: z.number().int().default(0),
  })
  .openapi("PluginManifest");
export type PluginManifest = z.infer<typeof PluginManifest>;
