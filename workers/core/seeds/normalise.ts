import { IMPLICIT_ROLES } from "../../contract/conversation.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import { decideAssistantRole } from "./assistant-role.ts";

type Fields = Record<string, unknown>;

/** Own fields of `parametros_factuales`; every other key is a free one and moves to `metadata`. */
const FACTUAL_KEYS: ReadonlySet<string> = new Set([
  "contexto",
  "restricciones",
  "herramientas",
  "herramientas_definidas",
  "metadata",
]);

/** A key that would reach the prototype instead of the object when assigned. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Turns beside the steps that a conversation of that flow may take: one less and six more than one turn per step. */
const SHORT_FORM_SLACK = 6;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isStringList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** A copy without prototype keys; values are not copied. */
function copyFields(source: Fields): Fields {
  const copy: Fields = {};
  for (const [key, value] of Object.entries(source)) if (!PROTOTYPE_KEYS.has(key)) copy[key] = value;
  return copy;
}

/** A free value as the text that a string map holds; values without a JSON form become the empty string. */
function toText(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

function normaliseSteps(value: unknown): unknown {
  if (isStringList(value)) {
    return {
      turnos_min: Math.max(2, value.length),
      turnos_max: Math.max(2, value.length) + SHORT_FORM_SLACK,
      flujo_esperado: value,
    };
  }
  if (!isObject(value)) return value;
  const steps = copyFields(value);
  const flow = steps["flujo_esperado"];
  if (!isStringList(flow)) return steps;
  if (steps["turnos_min"] === undefined && steps["turnos_max"] === undefined) {
    steps["turnos_min"] = Math.max(2, flow.length);
    steps["turnos_max"] = Math.max(2, flow.length) + SHORT_FORM_SLACK;
  }
  return steps;
}

/** Names and full definitions may be mixed in `herramientas`; a definition's name always joins the list of names. */
function mergeToolNames(factual: Fields): void {
  const names: unknown[] = [];
  const definitions: unknown[] = Array.isArray(factual["herramientas_definidas"])
    ? [...(factual["herramientas_definidas"] as unknown[])]
    : [];
  const listed = factual["herramientas"];
  if (listed !== undefined && !Array.isArray(listed)) return;
  for (const item of (listed ?? []) as unknown[]) {
    if (isObject(item) && typeof item["name"] === "string") definitions.push(item);
    else names.push(item);
  }
  for (const definition of definitions) {
    const name = isObject(definition) ? definition["name"] : undefined;
    if (typeof name === "string") names.push(name);
  }
  if (listed !== undefined || names.length > 0) factual["herramientas"] = [...new Set(names)];
  if (definitions.length > 0) factual["herramientas_definidas"] = definitions;
}

function normaliseFacts(value: unknown, objective: unknown): unknown {
  if (value === undefined || value === null) return typeof objective === "string" ? { contexto: objective } : value;
  if (!isObject(value)) return value;
  const factual: Fields = {};
  const free: Fields = {};
  for (const [key, item] of Object.entries(value)) {
    if (PROTOTYPE_KEYS.has(key)) continue;
    if (FACTUAL_KEYS.has(key)) factual[key] = item;
    else free[key] = toText(item);
  }
  const metadata = factual["metadata"];
  if (metadata === undefined || metadata === null || isObject(metadata)) {
    const merged = { ...free };
    if (isObject(metadata)) for (const [key, item] of Object.entries(copyFields(metadata))) merged[key] = toText(item);
    if (Object.keys(merged).length > 0 || metadata === null) factual["metadata"] = merged;
  }
  if (factual["contexto"] === undefined && typeof objective === "string") factual["contexto"] = objective;
  mergeToolNames(factual);
  return factual;
}

/**
 * Brings the short forms of a seed that the documentation promises into the full form, before validation:
 * `pasos_turnos` as a list of steps, missing or partial `parametros_factuales`, free keys in it (kept as text in
 * `metadata`), tools given as definitions, and the assistant's role decided when none is named. Whatever is not a
 * short form is passed on as it is, so that validation refuses it with its own message. The input is not changed,
 * prototype keys are dropped, and nothing is thrown.
 */
export function normaliseSeedInput(input: unknown): unknown {
  if (!isObject(input)) return input;
  const seed = copyFields(input);
  if (seed["pasos_turnos"] !== undefined) seed["pasos_turnos"] = normaliseSteps(seed["pasos_turnos"]);
  const factual = normaliseFacts(seed["parametros_factuales"], seed["objetivo"]);
  if (factual !== undefined) seed["parametros_factuales"] = factual;
  const roles = seed["roles"];
  const assistant = seed["rol_asistente"];
  if (isStringList(roles) && roles.length > 0 && (assistant === undefined || assistant === null || assistant === "")) {
    seed["rol_asistente"] = decideAssistantRole(roles);
  }
  return seed;
}

/**
 * References of a valid seed that lead nowhere: tools that neither the registry nor the seed itself defines, in its
 * list and in its scenarios, definitions that its list leaves out, roles that its descriptions and its example name
 * but it does not have. Each is an error with the path of the field; a sound seed gives an empty list.
 */
export function checkSeedReferences(
  seed: SeedSchema,
  knownTools: ReadonlySet<string>,
): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  const factual = seed.parametros_factuales;
  const listed = new Set(factual.herramientas);
  const defined = new Set<string>();
  for (const [index, tool] of (factual.herramientas_definidas ?? []).entries()) {
    const field = `parametros_factuales.herramientas_definidas.${index}.name`;
    if (defined.has(tool.name)) problems.push({ field, message: `tool ${tool.name} is defined twice` });
    if (!listed.has(tool.name)) problems.push({ field, message: `tool ${tool.name} is missing from herramientas` });
    defined.add(tool.name);
  }
  for (const [index, name] of factual.herramientas.entries()) {
    if (knownTools.has(name) || defined.has(name)) continue;
    problems.push({ field: `parametros_factuales.herramientas.${index}`, message: `unknown tool ${name}` });
  }
  for (const [row, scenario] of (seed.scenarios ?? []).entries()) {
    if (scenario.domain !== seed.dominio) {
      problems.push({ field: `scenarios.${row}.domain`, message: `must be ${seed.dominio}, the domain of the seed` });
    }
    for (const [index, name] of scenario.expected_tool_sequence.entries()) {
      if (knownTools.has(name) || defined.has(name)) continue;
      problems.push({ field: `scenarios.${row}.expected_tool_sequence.${index}`, message: `unknown tool ${name}` });
    }
  }
  for (const [index, turn] of (seed.ejemplo_conversacion ?? []).entries()) {
    const role = turn["rol"];
    if (role === undefined || seed.roles.includes(role) || IMPLICIT_ROLES.includes(role)) continue;
    problems.push({ field: `ejemplo_conversacion.${index}.rol`, message: "must be one of roles" });
  }
  for (const role of Object.keys(seed.descripcion_roles)) {
    if (!seed.roles.includes(role))
      problems.push({ field: `descripcion_roles.${role}`, message: "must be one of roles" });
  }
  return problems;
}
