import { JsonObject } from "../../contract/ids.ts";
import { PluginManifest } from "../../contract/plugin.ts";
import {
  ScenarioListResponse,
  ScenarioPackDetailResponse,
  ScenarioPackListResponse,
  SkillLevel,
} from "../../contract/scenario.ts";
import { ToolDefinition, ToolResult } from "../../contract/tool.ts";
import { z } from "../../contract/zod.ts";
import { getPack, getPlugin, getTool, listPacks, listPlugins, listTools, simulate } from "../../services/domains.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const DomainParams = z.object({ domain: z.string().max(80) });
const ToolParams = z.object({ tool_name: z.string().max(128) });

const packs = declare("public", [], {
  method: "get",
  path: "/api/v1/scenarios/packs",
  operationId: "listScenarioPacks",
  tags: ["scenarios"],
  summary: "List the scenario packs",
  responses: { 200: json(ScenarioPackListResponse, "The packs, by domain") },
});

const pack = declare("public", ["not_found"], {
  method: "get",
  path: "/api/v1/scenarios/packs/{domain}",
  operationId: "getScenarioPack",
  tags: ["scenarios"],
  summary: "Read a domain's scenario pack",
  request: { params: DomainParams },
  responses: { 200: json(ScenarioPackDetailResponse, "The pack") },
});

const scenarios = declare("public", ["not_found", "validation_failed"], {
  method: "get",
  path: "/api/v1/scenarios/packs/{domain}/scenarios",
  operationId: "listScenarios",
  tags: ["scenarios"],
  summary: "List a domain's scenarios",
  request: {
    params: DomainParams,
    query: z.object({
      skill_level: SkillLevel.optional(),
      edge_case: z.enum(["true", "false"]).optional(),
      tag: z.string().max(80).optional(),
    }),
  },
  responses: { 200: json(ScenarioListResponse, "The scenarios") },
});

const tools = declare("read", [], {
  method: "get",
  path: "/api/v1/tools",
  operationId: "listTools",
  tags: ["tools"],
  summary: "List tools, by name",
  request: { query: z.object({ domain: z.string().max(80).optional(), category: z.string().max(80).optional() }) },
  responses: { 200: json(z.array(ToolDefinition), "The tools") },
});

const tool = declare("read", ["not_found"], {
  method: "get",
  path: "/api/v1/tools/{tool_name}",
  operationId: "getTool",
  tags: ["tools"],
  summary: "Read a tool's definition",
  request: { params: ToolParams },
  responses: { 200: json(ToolDefinition, "The tool") },
});

const simulateTool = declare("read", ["not_found", "validation_failed"], {
  method: "post",
  path: "/api/v1/tools/{tool_name}/simulate",
  operationId: "simulateTool",
  tags: ["tools"],
  summary: "Run a tool's simulator with these arguments",
  description:
    "Invalid arguments give a result with `status: error`, as a real tool would. The same arguments give the same result.",
  request: { params: ToolParams, body: body(JsonObject) },
  responses: { 200: json(ToolResult, "The result") },
});

const plugins = declare("public", [], {
  method: "get",
  path: "/api/v1/plugins",
  operationId: "listPlugins",
  tags: ["plugins"],
  summary: "List plugins, by name",
  request: {
    query: z.object({
      domain: z.string().max(80).optional(),
      tag: z.string().max(80).optional(),
      source: z.enum(["official", "community"]).optional(),
    }),
  },
  responses: { 200: json(z.array(PluginManifest), "The plugins") },
});

const plugin = declare("public", ["not_found"], {
  method: "get",
  path: "/api/v1/plugins/{plugin_id}",
  operationId: "getPlugin",
  tags: ["plugins"],
  summary: "Read a plugin's manifest",
  request: { params: z.object({ plugin_id: z.string().max(80) }) },
  responses: { 200: json(PluginManifest, "The manifest") },
});

export function registerDomains(api: Api): void {
  api.openapi(packs, async (c) => c.json(await listPacks(c.get("deps")), 200));

  api.openapi(pack, async (c) => c.json(await getPack(c.get("deps"), c.req.valid("param").domain), 200));

  api.openapi(scenarios, async (c) => {
    const { domain } = c.req.valid("param");
    const filters = c.req.valid("query");
    const found = await getPack(c.get("deps"), domain);
    const matching = found.scenarios.filter(
      (scenario) =>
        (filters.skill_level === undefined || scenario.skill_level === filters.skill_level) &&
        (filters.edge_case === undefined || scenario.edge_case === (filters.edge_case === "true")) &&
        (filters.tag === undefined || scenario.tags.includes(filters.tag)),
    );
    const applied = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    return c.json({ domain, scenarios: matching, total: matching.length, filters_applied: applied }, 200);
  });

  api.openapi(tools, async (c) => c.json(await listTools(c.get("deps"), c.req.valid("query")), 200));

  api.openapi(tool, async (c) => c.json(await getTool(c.get("deps"), c.req.valid("param").tool_name), 200));

  api.openapi(simulateTool, async (c) => {
    const { tool_name } = c.req.valid("param");
    return c.json(await simulate(c.get("deps"), c.get("principal"), tool_name, c.req.valid("json")), 200);
  });

  api.openapi(plugins, async (c) => c.json(await listPlugins(c.get("deps"), c.req.valid("query")), 200));

  api.openapi(plugin, async (c) => c.json(await getPlugin(c.get("deps"), c.req.valid("param").plugin_id), 200));
}
