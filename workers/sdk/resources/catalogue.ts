import type { JsonObject } from "../../contract/ids.ts";
import type { PluginManifest } from "../../contract/plugin.ts";
import type {
  ScenarioListResponse,
  ScenarioPackDetailResponse,
  ScenarioPackListResponse,
} from "../../contract/scenario.ts";
import type { ToolDefinition, ToolResult } from "../../contract/tool.ts";
import type { z } from "../../contract/zod.ts";
import { segment } from "../path.ts";
import type { CallOptions, Transport } from "../transport.ts";

/** Scenario packs of the domains. */
export function scenarios(http: Transport) {
  const root = "/api/v1/scenarios/packs";
  return {
    packs: (options?: CallOptions) =>
      http.json<z.infer<typeof ScenarioPackListResponse>>({ method: "GET", path: root, repeat: "safe" }, options),
    pack: (domain: string, options?: CallOptions) =>
      http.json<z.infer<typeof ScenarioPackDetailResponse>>(
        { method: "GET", path: `${root}/${segment(domain)}`, repeat: "safe" },
        options,
      ),
    list: (
      domain: string,
      query: { skill_level?: string; edge_case?: boolean; tag?: string } = {},
      options?: CallOptions,
    ) =>
      http.json<z.infer<typeof ScenarioListResponse>>(
        { method: "GET", path: `${root}/${segment(domain)}/scenarios`, query, repeat: "safe" },
        options,
      ),
  };
}

/** Tools of the domains and their simulators. */
export function tools(http: Transport) {
  const root = "/api/v1/tools";
  return {
    list: (query: { domain?: string; category?: string } = {}, options?: CallOptions) =>
      http.json<ToolDefinition[]>({ method: "GET", path: root, query: { ...query }, repeat: "safe" }, options),
    get: (name: string, options?: CallOptions) =>
      http.json<ToolDefinition>({ method: "GET", path: `${root}/${segment(name)}`, repeat: "safe" }, options),
    /** What the tool's simulator answers to these arguments; invalid ones are a result with `status: "error"`. */
    simulate: (name: string, args: JsonObject, options?: CallOptions) =>
      http.json<ToolResult>(
        { method: "POST", path: `${root}/${segment(name)}/simulate`, json: args, repeat: "safe" },
        options,
      ),
  };
}

/** Plugins: packs of tools. */
export function plugins(http: Transport) {
  const root = "/api/v1/plugins";
  return {
    list: (query: { domain?: string; tag?: string; source?: "official" | "community" } = {}, options?: CallOptions) =>
      http.json<PluginManifest[]>({ method: "GET", path: root, query: { ...query }, repeat: "safe" }, options),
    get: (id: string, options?: CallOptions) =>
      http.json<PluginManifest>({ method: "GET", path: `${root}/${segment(id)}`, repeat: "safe" }, options),
  };
}
