import { IMPLICIT_ROLES } from "../../contract/conversation.ts";
import type { Conversation } from "../../contract/conversation.ts";
import type { Domain } from "../../contract/domain.ts";
import { SeedSchema } from "../../contract/seed.ts";
import type { ToolDefinition } from "../../contract/tool.ts";
import { actOf } from "./acts.ts";
import { extractConstraints } from "./constraints.ts";
import type { Constraint } from "./constraints.ts";
import { MAIN_TOPICS, readConversation } from "./conversation-reading.ts";
import type { Reading } from "./conversation-reading.ts";
import {
  CONTEXT,
  DOMAIN_RULES,
  GENERAL_MATTER,
  NEGATIVE_RULES,
  OBJECTIVES,
  OUTCOMES,
  ROLE_DESCRIPTIONS,
  SCENES,
} from "./extract-phrases.ts";
import { joinNouns, phraseStep, topicsOfTool } from "./flow.ts";
import type { FlowStep, SourceTurn } from "./flow.ts";
import { findVerbatimRuns } from "./leak.ts";
import { extractSlots } from "./slots.ts";
import type { Topic } from "./topics.ts";

/** What an extracted seed says of the masking that went before it. */
export interface ExtractionPrivacy {
  readonly method: string;
  /** Confidence threshold of the detector, 0..1. */
  readonly confidence: number;
}

export interface SeedExtractionInput {
  /** Already masked by Layer 0. */
  readonly conversation: Conversation;
  readonly domain: Domain;
  /** Which role of the conversation is the assistant's; null decides by the roles' names. */
  readonly assistantRole: string | null;
  readonly seedId: string;
  /** The tools of the domain. */
  readonly tools: readonly ToolDefinition[];
  readonly privacy?: ExtractionPrivacy;
}

export type SeedExtraction = { seed: SeedSchema; evidence: Record<string, number[]> } | { refused: string };

const TAG_TOPICS = 4;
const CONSTRAINT_LIMIT = 6;
/** Turns of a generated conversation at most, however long the source is. */
const TURNS_LIMIT = 40;
const TURNS_SLACK = 4;
const DEFAULT_PRIVACY: ExtractionPrivacy = { method: "uncase-layer0-token", confidence: 0.85 };

const TITLE_CASE = /^\p{Ll}/u;

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/gu, (_, key: string) => values[key] ?? "");

const inside = (actor: string): string =>
  TITLE_CASE.test(actor) ? actor : `${actor[0]!.toLowerCase()}${actor.slice(1)}`;

/** Tools of the domain that were called; where none was called at all, those about the main topics. */
function chooseTools(
  turns: readonly SourceTurn[],
  tools: readonly ToolDefinition[],
  main: readonly Topic[],
  domain: Domain,
) {
  const called = new Map<string, number[]>();
  for (const turn of turns) for (const name of turn.tools) called.set(name, [...(called.get(name) ?? []), turn.turn]);
  const chosen = tools.filter((tool) => called.has(tool.name));
  if (called.size > 0) return { chosen, turnsOf: (name: string) => called.get(name) ?? [] };
  const fitting = tools.filter((tool) => topicsOfTool(tool.name, domain).some((topic) => main.includes(topic)));
  return { chosen: fitting.slice(0, 2), turnsOf: () => [] };
}

/** The parts of a seed that hold sentences, of which one may come too close to the source's. */
interface Parts {
  readonly objective: string;
  readonly context: string;
  readonly flow: readonly string[];
  readonly constraints: readonly Constraint[];
}

/** A step without its topics, for a sentence that came too close to the source's. */
const bareStep = (step: FlowStep): FlowStep => ({ ...step, topics: [] });

/** What the conversation is about, in the words of our tables: its nouns, and up to two of them joined. */
function matterOf({ language, main }: Reading): { nouns: string[]; matter: string } {
  const nouns = main.slice(0, MAIN_TOPICS).map(({ topic }) => topic.noun[language]);
  return { nouns, matter: nouns.length === 0 ? GENERAL_MATTER[language] : joinNouns(nouns.slice(0, 2), language) };
}

const sidesOf = ({ cast }: Reading) => ({ c: inside(cast.actors.client), p: inside(cast.actors.professional) });

const sceneOf = (reading: Reading, domain: Domain): string =>
  fill(CONTEXT.between[reading.language], { ...sidesOf(reading), s: SCENES[domain][reading.language] });

function fullParts(reading: Reading, domain: Domain): Parts {
  const { cast, categories, language, obstacle, opening, outcome, steps, turns } = reading;
  const { matter, nouns } = matterOf(reading);
  const obstacleTopic = obstacle?.topics[0]?.noun[language];
  return {
    objective:
      fill(OBJECTIVES[opening]![language], { ...sidesOf(reading), t: matter }) +
      (outcome === undefined ? "" : OUTCOMES[outcome.act.id]![language]),
    context:
      sceneOf(reading, domain) +
      (nouns.length === 0 ? "" : fill(CONTEXT.topics[language], { t: joinNouns(nouns, language) })) +
      (obstacleTopic === undefined ? "" : fill(CONTEXT.obstacle[language], { t: obstacleTopic })) +
      (categories.length === 0 ? "" : CONTEXT.data[language]),
    flow: steps.map((step) => phraseStep(step, cast.actors, language)),
    constraints: extractConstraints(
      turns.filter((turn) => turn.side === "professional"),
      language,
      CONSTRAINT_LIMIT,
    ),
  };
}

/** The parts in their general form wherever a field still shares a run of words with the source. */
function generalParts(reading: Reading, domain: Domain, full: Parts, leaking: readonly string[]): Parts {
  const { cast, language, opening, steps } = reading;
  const hit = (field: string): boolean => leaking.some((leak) => leak === field || leak.startsWith(`${field}.`));
  return {
    objective: hit("objetivo")
      ? fill(OBJECTIVES[opening]![language], { ...sidesOf(reading), t: GENERAL_MATTER[language] })
      : full.objective,
    context: hit("parametros_factuales.contexto") ? sceneOf(reading, domain) : full.context,
    flow: steps.map((step, index) =>
      hit(`pasos_turnos.flujo_esperado.${index}`) || hit(`pasos_turnos.flujo_con_roles.${index}`)
        ? phraseStep(bareStep(step), cast.actors, language)
        : full.flow[index]!,
    ),
    constraints: full.constraints.flatMap((constraint, index) => {
      if (!hit(`parametros_factuales.restricciones.${index}`)) return [constraint];
      return constraint.brief === null ? [] : [{ ...constraint, text: constraint.brief }];
    }),
  };
}

/** How many turns a conversation made from the seed has: about as many as the source, within our limits. */
function turnRange({ read, steps }: Reading): { turnos_min: number; turnos_max: number } {
  const exchanged = read.filter((step) => step.act.id !== "lookup" && step.act.id !== "register").length;
  return {
    turnos_min: Math.min(Math.max(steps.length, exchanged - 2, 2), TURNS_LIMIT - TURNS_SLACK),
    turnos_max: Math.min(Math.max(exchanged + TURNS_SLACK, steps.length + TURNS_SLACK), TURNS_LIMIT),
  };
}

function buildSeed(
  input: SeedExtractionInput,
  reading: Reading,
  parts: Parts,
  slots: readonly { key: string; description: string }[],
  tools: readonly ToolDefinition[],
): SeedSchema {
  const { cast, categories, language, main, read, steps } = reading;
  const { domain, privacy = DEFAULT_PRIVACY } = input;
  const { matter } = matterOf(reading);
  const roleOf = (step: FlowStep): string => (step.side === "client" ? cast.client : cast.professional);
  return SeedSchema.parse({
    seed_id: input.seedId,
    dominio: domain,
    idioma: language,
    etiquetas: [
      "extraida",
      ...main.slice(0, TAG_TOPICS).map(({ topic }) => topic.id),
      `complejidad:${read.length <= 6 ? "simple" : read.length <= 16 ? "media" : "compleja"}`,
    ],
    roles: cast.roles,
    rol_asistente: cast.professional,
    descripcion_roles: {
      [cast.client]: fill(ROLE_DESCRIPTIONS.client[language], { t: matter }),
      [cast.professional]: fill(ROLE_DESCRIPTIONS.professional[language], { t: matter }),
    },
    objetivo: parts.objective,
    tono: reading.tone,
    pasos_turnos: {
      ...turnRange(reading),
      flujo_esperado: parts.flow,
      flujo_con_roles: parts.flow.map((step, index) => `${roleOf(steps[index]!)}: ${step}`),
    },
    parametros_factuales: {
      contexto: parts.context,
      restricciones: parts.constraints.map(({ text }) => text),
      herramientas: tools.map((tool) => tool.name),
      herramientas_definidas: tools.length === 0 ? null : tools,
      metadata: Object.fromEntries(slots.map((slot) => [slot.key, slot.description])),
    },
    privacidad: {
      pii_eliminado: true,
      metodo_anonimizacion: privacy.method,
      nivel_confianza: privacy.confidence,
      campos_sensibles_detectados: categories,
    },
    instrucciones_dominio: [DOMAIN_RULES[domain][language]],
    restricciones_negativas: NEGATIVE_RULES.map((rule) => rule[language]),
  });
}

/**
 * Builds a seed from one masked conversation, abstractly: every sentence of it comes from our own tables of acts,
 * topics, policies and ranges, chosen by what the conversation does; none of the source's words is copied. The leak
 * test runs at the end: a field that still shares a run of words with the source falls back to its general form, and
 * a seed that shares one even then is refused, as is a conversation without two sides. `evidence` maps fields to turn
 * numbers. Linear in the length of the conversation; deterministic.
 */
export function extractSeed(input: SeedExtractionInput): SeedExtraction {
  const { conversation, domain } = input;
  const spoken = [...new Set(conversation.turnos.map((turn) => turn.rol))].filter(
    (role) => !IMPLICIT_ROLES.includes(role),
  );
  if (spoken.length < 2) return { refused: "a seed needs a conversation of two sides; only one speaks in this one" };
  const reading = readConversation(conversation, domain, input.assistantRole, spoken);
  const { language, main, turns } = reading;
  const sources = conversation.turnos.map((turn) => turn.contenido);
  const slots = extractSlots(turns, language);
  const topTopics = main.slice(0, MAIN_TOPICS).map(({ topic }) => topic);
  const { chosen, turnsOf } = chooseTools(turns, input.tools, topTopics, domain);
  const leaksOf = (seed: SeedSchema): string[] => findVerbatimRuns(seed, sources, language).map(({ field }) => field);

  let parts = fullParts(reading, domain);
  let seed = buildSeed(input, reading, parts, slots, chosen);
  const leaking = leaksOf(seed);
  if (leaking.length > 0) {
    parts = generalParts(reading, domain, parts, leaking);
    seed = buildSeed(input, reading, parts, slots, chosen);
    const left = leaksOf(seed);
    if (left.length > 0) return { refused: `the seed would repeat its source in ${[...new Set(left)].join(", ")}` };
  }
  const tools = chosen.map(({ name }) => [name, turnsOf(name)] as const);
  return { seed, evidence: evidenceOf({ ...reading, slots, constraints: parts.constraints, tools }) };
}

interface EvidenceSources extends Reading {
  readonly slots: readonly { key: string; turns: readonly number[] }[];
  readonly constraints: readonly Constraint[];
  readonly tools: readonly (readonly [string, number[]])[];
}

/** Turn numbers behind each field, sorted and without repeats; fields that no single turn shows are left out. */
function evidenceOf(from: EvidenceSources): Record<string, number[]> {
  const evidence: Record<string, number[]> = {};
  const add = (field: string, turns: readonly number[]): void => {
    if (turns.length > 0) evidence[field] = [...new Set(turns)].toSorted((a, b) => a - b);
  };
  const opener = from.read.find((step) => step.side === "client" && step.act === actOf(from.opening, "client"));
  add("objetivo", [...(opener?.turns ?? []), ...(from.outcome?.turns ?? [])]);
  add("parametros_factuales.contexto", [
    ...from.main.slice(0, MAIN_TOPICS).flatMap(({ turns }) => turns),
    ...(from.obstacle?.turns ?? []),
  ]);
  from.steps.forEach((step, index) => add(`pasos_turnos.flujo_esperado.${index}`, step.turns));
  from.constraints.forEach(({ turns }, index) => add(`parametros_factuales.restricciones.${index}`, turns));
  for (const { key, turns } of from.slots) add(`parametros_factuales.metadata.${key}`, turns);
  from.tools.forEach(([, turns], index) => add(`parametros_factuales.herramientas.${index}`, turns));
  add(
    "privacidad.campos_sensibles_detectados",
    from.turns.filter(({ categories }) => categories.length > 0).map(({ turn }) => turn),
  );
  return evidence;
}
