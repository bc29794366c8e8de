import type { JsonObject } from "../../contract/ids.ts";
import { addBusinessDays, dayOf, formatDay } from "./calendar.ts";
import type { SimulatorContext } from "./simulation.ts";
import { fold, round } from "./simulation.ts";

const MAX_DEPTH = 6;

/**
 * A value that satisfies an output schema, for tools without a simulator of their own. Arguments are echoed where the
 * result has a field of the same name and type; the rest is drawn within enum, range, length and format. Free text says
 * what it is, so that nobody takes it for a fact. Throws nothing; what it cannot express comes back as null, and the
 * caller validates the whole.
 */
export function sampleSchema(
  schema: unknown,
  args: JsonObject,
  context: SimulatorContext,
  name = "valor",
  depth = 0,
): unknown {
  if (typeof schema !== "object" || schema === null || depth > MAX_DEPTH) return null;
  const node = schema as JsonObject;
  if ("const" in node) return node["const"];
  if (Array.isArray(node["enum"]) && node["enum"].length > 0) {
    return node["enum"].includes(args[name]) ? args[name] : context.random.pick(node["enum"] as unknown[]);
  }
  for (const key of ["anyOf", "oneOf"]) {
    const options = node[key];
    if (Array.isArray(options) && options.length > 0) return sampleSchema(options[0], args, context, name, depth + 1);
  }
  const declared = Array.isArray(node["type"]) ? node["type"][0] : node["type"];
  const type = typeof declared === "string" ? declared : "properties" in node ? "object" : "string";
  return (SAMPLERS.get(type) ?? sampleNull)(node, args, context, name, depth);
}

type Sampler = (node: JsonObject, args: JsonObject, context: SimulatorContext, name: string, depth: number) => unknown;

const sampleNull: Sampler = () => null;

const SAMPLERS: ReadonlyMap<string, Sampler> = new Map<string, Sampler>([
  ["object", sampleObject],
  ["array", sampleArray],
  ["string", sampleString],
  ["number", (node, args, context, name) => sampleNumber(node, args, context, name, 2)],
  ["integer", (node, args, context, name) => sampleNumber(node, args, context, name, 0)],
  [
    "boolean",
    (_node, args, context, name) => (typeof args[name] === "boolean" ? args[name] : context.random.next() < 0.5),
  ],
  ["null", sampleNull],
]);

function sampleObject(
  node: JsonObject,
  args: JsonObject,
  context: SimulatorContext,
  _name: string,
  depth: number,
): JsonObject {
  const properties = node["properties"];
  if (typeof properties !== "object" || properties === null) return {};
  return Object.fromEntries(
    Object.entries(properties).map(([key, child]) => [key, sampleSchema(child, args, context, key, depth + 1)]),
  );
}

function sampleArray(
  node: JsonObject,
  args: JsonObject,
  context: SimulatorContext,
  name: string,
  depth: number,
): unknown[] {
  const least = limit(node["minItems"], 1);
  const most = Math.max(least, Math.min(limit(node["maxItems"], 3), least + 2));
  const length = context.random.int(least, most);
  return Array.from({ length }, () =>
    sampleSchema(node["items"] ?? { type: "string" }, args, context, name, depth + 1),
  );
}

function sampleString(node: JsonObject, args: JsonObject, context: SimulatorContext, name: string): string {
  const given = args[name];
  if (typeof given === "string") return given;
  const soon = formatDay(addBusinessDays(dayOf(context.today), context.random.int(1, 15)));
  if (node["format"] === "date") return soon;
  if (node["format"] === "date-time") return `${soon}T${String(context.random.int(9, 17)).padStart(2, "0")}:00:00Z`;
  if (node["format"] === "uri") return `https://example.com/${encodeURIComponent(fold(name))}`;
  if (/(^|_)id$/.test(name))
    return `${name.slice(0, 3).toUpperCase()}-${String(context.random.int(1, 9999)).padStart(4, "0")}`;
  const text =
    context.language === "en" ? `sample ${name.replaceAll("_", " ")}` : `${name.replaceAll("_", " ")} de muestra`;
  return text.slice(0, Math.max(1, limit(node["maxLength"], text.length))).padEnd(limit(node["minLength"], 1), ".");
}

function sampleNumber(
  node: JsonObject,
  args: JsonObject,
  context: SimulatorContext,
  name: string,
  decimals: number,
): number {
  const given = args[name];
  const low = limit(node["minimum"], limit(node["exclusiveMinimum"], Math.min(1, limit(node["maximum"], 1)) - 1) + 1);
  const high = Math.max(
    low,
    limit(node["maximum"], limit(node["exclusiveMaximum"], low + 100) - (decimals ? 0.01 : 1)),
  );
  if (typeof given === "number" && given >= low && given <= high) return given;
  const step = limit(node["multipleOf"], 0);
  if (step > 0) {
    const first = Math.ceil(low / step);
    return context.random.int(first, Math.max(first, Math.floor(high / step))) * step;
  }
  return decimals
    ? round(low + context.random.next() * (high - low), decimals)
    : context.random.int(Math.ceil(low), Math.floor(high));
}

function limit(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}
