import { DOMAINS, type Domain } from "../contract/domain.ts";
import { AppError } from "../contract/error.ts";
import type { JsonObject } from "../contract/ids.ts";
import type { PluginManifest } from "../contract/plugin.ts";
import type { ScenarioPackSummary, ScenarioTemplate } from "../contract/scenario.ts";
import type { ToolDefinition, ToolResult } from "../contract/tool.ts";
import { type DomainData, packScenarios } from "../core/domains/data.ts";
import { createRandom } from "../core/generation/random.ts";
import { simulateTool } from "../core/tools/simulate.ts";
import type { Deps, Principal } from "./deps.ts";

const allDomains = (deps: Deps): Promise<DomainData[]> =>
  Promise.all(DOMAINS.map((domain) => deps.catalog.domain(domain)));

function summarise(data: DomainData): ScenarioPackSummary {
  const { scenarios, ...pack } = data.pack;
  return {
    ...pack,
    scenario_count: scenarios.length,
    edge_case_count: scenarios.filter((scenario) => scenario.edge_case).length,
    skill_levels: [...new Set(scenarios.map((scenario) => scenario.skill_level))],
    tags: [...new Set(scenarios.flatMap((scenario) => scenario.tags))].sort(),
  };
}

export async function listPacks(deps: Deps): Promise<{ packs: ScenarioPackSummary[]; total: number }> {
  const packs = (await allDomains(deps)).map(summarise).sort((a, b) => (a.domain < b.domain ? -1 : 1));
  return { packs, total: packs.length };
}

export async function getPack(
  deps: Deps,
  domain: string,
): Promise<ScenarioPackSummary & { scenarios: ScenarioTemplate[] }> {
  if (!(DOMAINS as readonly string[]).includes(domain)) {
    throw new AppError("not_found", `No scenario pack for this domain; there are ${DOMAINS.join(", ")}`);
  }
  const data = await deps.catalog.domain(domain as Domain);
  return { ...summarise(data), scenarios: packScenarios(data) };
}

export async function listTools(
  deps: Deps,
  filter: { domain?: string | undefined; category?: string | undefined },
): Promise<ToolDefinition[]> {
  return (await allDomains(deps))
    .flatMap((data) => data.tools)
    .filter((tool) => filter.domain === undefined || tool.domains.includes(filter.domain))
    .filter((tool) => filter.category === undefined || tool.category === filter.category)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function getTool(deps: Deps, name: string): Promise<ToolDefinition> {
  const found = (await listTools(deps, {})).find((tool) => tool.name === name);
  if (found === undefined) throw new AppError("not_found", "Tool not found");
  return found;
}

/** Runs a tool's simulator. The same arguments give the same result. */
export async function simulate(deps: Deps, principal: Principal, name: string, args: JsonObject): Promise<ToolResult> {
  const definition = await getTool(deps, name);
  const random = createRandom(`simulate/${principal.organizationId}/${name}/${JSON.stringify(args)}`);
  const today = deps.clock.now().toISOString().slice(0, 10);
  const call = { tool_call_id: deps.newId(), tool_name: name, arguments: args };
  return simulateTool(definition, call, { random, today });
}

function pluginOf(data: DomainData): PluginManifest {
  const tools = data.tools.filter((tool) => data.plugin.tools.includes(tool.name));
  return { ...data.plugin, tools, downloads: 0 };
}

export async function listPlugins(
  deps: Deps,
  filter: { domain?: string | undefined; tag?: string | undefined; source?: string | undefined },
): Promise<PluginManifest[]> {
  const plugins = (await allDomains(deps)).map(pluginOf);
  return plugins
    .filter((plugin) => filter.domain === undefined || plugin.domains.includes(filter.domain))
    .filter((plugin) => filter.tag === undefined || plugin.tags.includes(filter.tag))
    .filter((plugin) => filter.source === undefined || plugin.source === filter.source)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function getPlugin(deps: Deps, id: string): Promise<PluginManifest> {
  const found = (await listPlugins(deps, {})).find((plugin) => plugin.id === id);
  if (found === undefined) throw new AppError("not_found", "Plugin not found");
  return found;
}
