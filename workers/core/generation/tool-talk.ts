import type { JsonObject } from "../../contract/ids.ts";
import type { ToolDefinition, ToolResult } from "../../contract/tool.ts";
import type { DomainData, Topic } from "../domains/data.ts";
import { simulateTool } from "../tools/simulate.ts";
import type { Language } from "../tools/simulation.ts";
import type { Random } from "./random.ts";
import type { Slots } from "./slots.ts";
import { readPath } from "./slots.ts";

/** Share of simulated calls that fail, so that the data shows how a professional recovers. */
export const TOOL_ERROR_RATE = 0.04;

export type World = {
  domain: DomainData;
  language: Language;
  slots: Slots;
  currency: string;
  /** YYYY-MM-DD. */
  today: string;
};

export type Made = { id: string; args: JsonObject; result: ToolResult };

/** Asks a topic's tool with the conversation's values, some arguments left out. */
export function askTool(
  world: World,
  topic: Topic,
  tool: ToolDefinition,
  omit: readonly string[],
  errorRate: number,
  random: Random,
): Made {
  const args = toolArguments(tool, topic.args, world.slots, omit);
  const id = hexId(random);
  const context = {
    random: random.fork(id),
    today: world.today,
    errorRate,
    currency: world.currency,
    language: world.language,
  };
  return {
    id,
    args,
    result: simulateTool(tool, { tool_call_id: id, tool_name: tool.name, arguments: args }, context),
  };
}

/** Whether the tool worked and found nothing. */
export function foundNothing(topic: Topic, result: ToolResult): boolean {
  return (
    topic.required !== undefined && result.status === "success" && isMissing(readPath(result.result, topic.required))
  );
}

/** Whether the tool gave what the topic talks about. */
export function hasFound(topic: Topic, result: ToolResult): boolean {
  return result.status === "success" && !foundNothing(topic, result);
}

/** Sets slots from a tool's result; each keeps the way it is written. */
export function takeSlots(sets: Readonly<Record<string, string>>, result: ToolResult["result"], slots: Slots): void {
  for (const [slot, path] of Object.entries(sets)) {
    const value = readPath(result, path);
    if (typeof value === "string" || typeof value === "number")
      slots.set(slot, { value, style: slots.get(slot)?.style ?? "text" });
  }
}

/**
 * Slots that a topic outside this conversation would set (the vehicle that a search finds) are set as if it had come up,
 * so that what is quoted later fits the budget and the model that are talked about.
 */
export function settleSlots(world: World, topics: readonly (Topic | null)[], random: Random): void {
  const present = new Set(topics.map((topic) => topic?.name));
  const wanted = new Set(topics.flatMap((topic) => Object.values(topic?.args ?? {})));
  for (const topic of world.domain.bank.topics) {
    const tool = world.domain.tools.find((each) => each.name === topic.tool);
    if (!tool || present.has(topic.name) || !Object.keys(topic.sets).some((slot) => wanted.has(slot))) continue;
    for (const omit of [[], topic.relax]) {
      const { result } = askTool(world, topic, tool, omit, 0, random);
      if (!hasFound(topic, result)) continue;
      takeSlots(topic.sets, result.result, world.slots);
      break;
    }
  }
}

/** Arguments of a call: `=literal` (JSON where it parses) or a slot's value, put into the type that the schema declares. */
function toolArguments(
  tool: ToolDefinition,
  args: Readonly<Record<string, string>>,
  slots: Slots,
  omit: readonly string[],
): JsonObject {
  const properties = (tool.input_schema["properties"] ?? {}) as Record<string, { type?: string }>;
  const entries: [string, unknown][] = [];
  for (const [name, source] of Object.entries(args)) {
    if (omit.includes(name)) continue;
    const type = properties[name]?.type;
    const raw = source.startsWith("=") ? source.slice(1) : slots.get(source)?.value;
    if (raw === undefined) continue;
    if (type === "integer" || type === "number")
      entries.push([name, type === "integer" ? Math.round(Number(raw)) : Number(raw)]);
    else if (type === "boolean") entries.push([name, raw === "true"]);
    else if (type === "array")
      entries.push([
        name,
        String(raw)
          .split("+")
          .map((item) => String(slots.get(item)?.value ?? item)),
      ]);
    else entries.push([name, String(raw)]);
  }
  return Object.fromEntries(entries);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function hexId(random: Random): string {
  return Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join("");
}
