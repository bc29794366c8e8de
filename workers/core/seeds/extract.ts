import { IMPLICIT_ROLES } from "../../contract/conversation.ts";
import type { Conversation } from "../../contract/conversation.ts";
import type { Domain } from "../../contract/domain.ts";
import { SeedSchema } from "../../contract/seed.ts";
import type { ToolDefinition } from "../../contract/tool.ts";
import { actOf } from "./acts.ts";
import type { Side } from "./acts.ts";
import { decideAssistantRole } from "./assistant-role.ts";
import { extractConstraints } from "./constraints.ts";
import type { Constraint } from "./constraints.ts";
import { compileCues, matchCues } from "./cues.ts";
import {
  CONTEXT,
  DOMAIN_RULES,
  GENERAL_MATTER,
  NEGATIVE_RULES,
  OBJECTIVES,
  OUTCOMES,
  ROLE_DESCRIPTIONS,
  SCENES,
  TONE_CUES,
} from "./extract-phrases.ts";
import { joinNouns, phraseStep, planFlow, readFlow, topicsOfTool } from "./flow.ts";
import type { FlowStep, SourceTurn } from "./flow.ts";
import { SEED_LANGUAGES, detectSeedLanguage, wordsOf } from "./languages.ts";
import type { SeedLanguage } from "./languages.ts";
import { findVerbatimRuns } from "./leak.ts";
import { isFunctionalRole, roleKindOf } from "./role-words.ts";
import { extractSlots, splitMasks } from "./slots.ts";
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

const MAIN_TOPICS = 3;
const TAG_TOPICS = 4;
const CONSTRAINT_LIMIT = 6;
/** Turns of a generated conversation at most, however long the source is. */
const TURNS_LIMIT = 40;
const TURNS_SLACK = 4;
/** Length of a turn that is read; the rest of a pasted document adds nothing to a seed. */
const TURN_LIMIT = 20_000;
const DEFAULT_PRIVACY: ExtractionPrivacy = { method: "uncase-layer0-token", confidence: 0.85 };

const toneIndexes = Object.fromEntries(
  SEED_LANGUAGES.map((language) => [language, compileCues([TONE_CUES.formal[language], TONE_CUES.informal[language]])]),
);
const EMOJI = /\p{Extended_Pictographic}/u;
const TITLE_CASE = /^\p{Ll}/u;

interface Cast {
  readonly client: string;
  readonly professional: string;
  readonly roles: string[];
  /** Sentence-initial phrases for both sides. */
  readonly actors: Readonly<Record<Side, string>>;
}

/** Names of roles that cannot be a person's: known role words, else a generic pair. */
function castOf(spoken: readonly string[], assistant: string, language: SeedLanguage): Cast {
  const professional = isFunctionalRole(assistant) ? assistant : "asistente";
  const first = spoken.find((role) => role !== assistant)!;
  const client = isFunctionalRole(first) && first !== professional ? first : "usuario";
  const kinds = { client: roleKindOf(client), professional: roleKindOf(professional) };
  const actors = { client: kinds.client!.actor[language], professional: kinds.professional!.actor[language] };
  return { client, professional, roles: [client, professional], actors };
}

function sourceTurns(conversation: Conversation, assistant: string): SourceTurn[] {
  const turns: SourceTurn[] = [];
  for (const turn of conversation.turnos) {
    if (IMPLICIT_ROLES.includes(turn.rol)) continue;
    const { text, categories } = splitMasks(turn.contenido.slice(0, TURN_LIMIT));
    const tools = [...new Set([...(turn.tool_calls ?? []).map((call) => call.tool_name), ...turn.herramientas_usadas])];
    turns.push({ turn: turn.turno, side: turn.rol === assistant ? "professional" : "client", text, categories, tools });
  }
  return turns;
}

/** Topics of the whole conversation by how many steps treat them, the client's opening need first among equals. */
function mainTopics(steps: readonly FlowStep[], domain: Domain): { topic: Topic; turns: number[] }[] {
  const scores = new Map<Topic, { score: number; turns: Set<number> }>();
  steps.forEach((step, index) => {
    step.topics.slice(0, MAIN_TOPICS).forEach((topic, rank) => {
      const entry = scores.get(topic) ?? { score: 0, turns: new Set<number>() };
      const opening = index < 3 && step.side === "client" ? 1.5 : 1;
      const own = topic.domain === domain ? 1.5 : 1;
      entry.score += (opening * own * Math.min(step.act.weight, 4)) / (rank + 1);
      for (const turn of step.turns) entry.turns.add(turn);
      scores.set(topic, entry);
    });
  });
  return [...scores]
    .toSorted(([, a], [, b]) => b.score - a.score)
    .map(([topic, { turns }]) => ({ topic, turns: [...turns] }));
}

function toneOf(turns: readonly SourceTurn[], language: SeedLanguage): string {
  let formal = 0;
  let informal = 0;
  for (const { text, side } of turns) {
    const hits = matchCues(toneIndexes[language]!, wordsOf(text));
    formal += (hits.get(0) ?? 0) * (side === "professional" ? 2 : 1);
    informal += (hits.get(1) ?? 0) + (EMOJI.test(text) ? 1 : 0);
  }
  if (formal > 1.5 * informal && formal > 1) return "formal";
  if (informal > 1.5 * formal && informal > 1) return "informal";
  return "profesional";
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/gu, (_, key: string) => values[key] ?? "");

const inside = (actor: string): string =>
  TITLE_CASE.test(actor) ? actor : `${actor[0]!.toLowerCase()}${actor.slice(1)}`;

/** Ids of the acts that open a conversation's need, and those that decide how it turns out. */
const openingOf = (steps: readonly FlowStep[]): string =>
  steps.find((step) => step.side === "client" && step.act.id in OBJECTIVES)?.act.id ?? "narrate";
const outcomeOf = (steps: readonly FlowStep[]): FlowStep | undefined =>
  steps.findLast((step) => step.side === "professional" && step.act.id in OUTCOMES);

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

interface Parts {
  readonly objective: string;
  readonly context: string;
  readonly flow: string[];
  readonly flowRoles: string[];
  readonly constraints: readonly string[];
}

/** A step without its topics, for a sentence that came too close to the source's. */
const bareStep = (step: FlowStep): FlowStep => ({ ...step, topics: [] });

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
  const named = input.assistantRole;
  const assistant = named !== null && spoken.includes(named) ? named : decideAssistantRole(spoken);
  const turns = sourceTurns(conversation, assistant);
  const texts = turns.map((turn) => turn.text);
  const sources = conversation.turnos.map((turn) => turn.contenido);
  const language = detectSeedLanguage(texts, conversation.idioma);
  const cast = castOf(spoken, assistant, language);
  const read = readFlow(turns, domain);
  const steps = planFlow(read, cast.actors, language);
  const main = mainTopics(read, domain);
  const topTopics = main.slice(0, MAIN_TOPICS).map(({ topic }) => topic);
  const nouns = topTopics.map((topic) => topic.noun[language]);
  const matter = nouns.length === 0 ? GENERAL_MATTER[language] : joinNouns(nouns.slice(0, 2), language);
  const sides = { c: inside(cast.actors.client), p: inside(cast.actors.professional) };
  const outcome = outcomeOf(read);
  const opening = openingOf(read);
  const slots = extractSlots(turns, language);
  const categories = [...new Set(turns.flatMap((turn) => turn.categories))].toSorted();
  const obstacle = read.find(
    (step) => step.act.id === "refuse" || step.act.id === "object" || step.act.id === "complain",
  );
  const obstacleTopic = obstacle?.topics[0]?.noun[language];
  const constraints = extractConstraints(
    turns.filter((turn) => turn.side === "professional"),
    language,
    CONSTRAINT_LIMIT,
  );
  const { chosen, turnsOf } = chooseTools(turns, input.tools, topTopics, domain);

  const scene = fill(CONTEXT.between[language], { ...sides, s: SCENES[domain][language] });
  const full: Parts = {
    objective:
      fill(OBJECTIVES[opening]![language], { ...sides, t: matter }) +
      (outcome === undefined ? "" : OUTCOMES[outcome.act.id]![language]),
    context:
      scene +
      (nouns.length === 0 ? "" : fill(CONTEXT.topics[language], { t: joinNouns(nouns, language) })) +
      (obstacleTopic === undefined ? "" : fill(CONTEXT.obstacle[language], { t: obstacleTopic })) +
      (categories.length === 0 ? "" : CONTEXT.data[language]),
    flow: steps.map((step) => phraseStep(step, cast.actors, language)),
    flowRoles: steps.map((step) => (step.side === "client" ? cast.client : cast.professional)),
    constraints: constraints.map(({ text }) => text),
  };
  const exchanged = read.filter((step) => step.act.id !== "lookup" && step.act.id !== "register").length;
  const turnsMin = Math.min(Math.max(steps.length, exchanged - 2, 2), TURNS_LIMIT - TURNS_SLACK);
  const turnsMax = Math.min(Math.max(exchanged + TURNS_SLACK, steps.length + TURNS_SLACK), TURNS_LIMIT);
  const privacy = input.privacy ?? DEFAULT_PRIVACY;

  const build = (parts: Parts): SeedSchema =>
    SeedSchema.parse({
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
      tono: toneOf(turns, language),
      pasos_turnos: {
        turnos_min: turnsMin,
        turnos_max: turnsMax,
        flujo_esperado: parts.flow,
        flujo_con_roles: parts.flow.map((step, index) => `${parts.flowRoles[index]!}: ${step}`),
      },
      parametros_factuales: {
        contexto: parts.context,
        restricciones: [...parts.constraints],
        herramientas: chosen.map((tool) => tool.name),
        herramientas_definidas: chosen.length === 0 ? null : chosen,
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

  let seed = build(full);
  let kept = constraints;
  const leaks = findVerbatimRuns(seed, sources, language);
  if (leaks.length > 0) {
    const hit = (field: string): boolean =>
      leaks.some((leak) => leak.field === field || leak.field.startsWith(`${field}.`));
    kept = constraints.flatMap((constraint, index) => {
      if (!hit(`parametros_factuales.restricciones.${index}`)) return [constraint];
      return constraint.brief === null ? [] : [{ ...constraint, text: constraint.brief }];
    });
    const general = fill(OBJECTIVES[opening]![language], { ...sides, t: GENERAL_MATTER[language] });
    seed = build({
      objective: hit("objetivo") ? general : full.objective,
      context: hit("parametros_factuales.contexto") ? scene : full.context,
      flow: steps.map((step, index) =>
        hit(`pasos_turnos.flujo_esperado.${index}`) || hit(`pasos_turnos.flujo_con_roles.${index}`)
          ? phraseStep(bareStep(step), cast.actors, language)
          : full.flow[index]!,
      ),
      flowRoles: full.flowRoles,
      constraints: kept.map(({ text }) => text),
    });
    const left = findVerbatimRuns(seed, sources, language);
    if (left.length > 0)
      return {
        refused: `the seed would repeat its source in ${[...new Set(left.map(({ field }) => field))].join(", ")}`,
      };
  }
  return {
    seed,
    evidence: evidenceOf({
      steps,
      outcome,
      opening,
      read,
      main,
      slots,
      constraints: kept,
      obstacle,
      turns,
      tools: chosen.map(({ name }) => [name, turnsOf(name)] as const),
    }),
  };
}

interface EvidenceSources {
  readonly steps: readonly FlowStep[];
  readonly outcome: FlowStep | undefined;
  readonly opening: string;
  readonly read: readonly FlowStep[];
  readonly main: readonly { topic: Topic; turns: number[] }[];
  readonly slots: readonly { key: string; turns: readonly number[] }[];
  readonly constraints: readonly Constraint[];
  readonly obstacle: FlowStep | undefined;
  readonly turns: readonly SourceTurn[];
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
