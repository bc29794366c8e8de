import type { ConversationTurn } from "../../contract/conversation.ts";
import type { ScenarioTemplate } from "../../contract/scenario.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { DomainData } from "../domains/data.ts";
import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";
import type { BeatInput } from "./beats.ts";
import { planBeats } from "./beats.ts";
import { readConstraint, seedCurrency } from "./constraint.ts";
import type { Teller } from "./exchange.ts";
import { sayGroup } from "./exchange.ts";
import { fitTurns, groupMerged } from "./fit.ts";
import { sayOpening } from "./opening.ts";
import type { Random } from "./random.ts";
import { drawSlots } from "./slots.ts";
import { createSpeech } from "./speech.ts";
import type { Step } from "./step.ts";
import { contentStems, readStep } from "./step.ts";
import { settleSlots } from "./tool-talk.ts";

export { TOOL_ROLE } from "./speech.ts";

/** Named in `metadata.generator`, so that nobody takes these conversations for a language model's. */
export const BUILTIN_GENERATOR = "builtin/2";

export type BuiltinInput = {
  seed: SeedSchema;
  domain: DomainData;
  scenario: ScenarioTemplate | null;
  language: Language;
  random: Random;
  /** Place of the conversation in its run; recorded in the metadata. */
  index: number;
  /** YYYY-MM-DD, the date on which the conversation takes place. */
  today: string;
  /** Instructions of an earlier attempt's evaluation: any makes this one say steps and constraints in full. */
  feedback?: readonly string[];
};

export type BuiltinConversation = {
  turnos: ConversationTurn[];
  scenario: string | null;
  metadata: Record<string, string>;
};

/**
 * Writes a conversation offline from the domain's phrase banks and the seed, by a seeded probabilistic grammar over
 * exchanges (a question and its answer share the slots they talk about). It is for trying out, tests and load: fluent
 * and true to its seed and its tools' results, not a substitute for a language model. Same input, same conversation.
 */
export function generateBuiltin(input: BuiltinInput): BuiltinConversation {
  const { seed, domain, language } = input;
  const assistantRole = seed.rol_asistente ?? seed.roles[1]!;
  const constraints = seed.parametros_factuales.restricciones.map((text) => readConstraint(text, language));
  const currency = seedCurrency(seed, language);
  const beatInput: BeatInput = {
    seed,
    domain,
    scenario: input.scenario,
    language,
    assistantRole,
    constraints,
    random: input.random.fork("plan"),
  };
  const beats = planBeats(beatInput);
  const planned = fitTurns(beats, beatInput);
  const slots = drawSlots({
    bank: domain.bank,
    language,
    constraints,
    currency,
    seedText: [
      seed.objetivo,
      seed.parametros_factuales.contexto,
      ...seed.parametros_factuales.restricciones,
      ...seed.etiquetas,
      ...seed.pasos_turnos.flujo_esperado,
    ].join(" . "),
    random: input.random.fork("slots"),
    today: input.today,
  });
  const world = { domain, language, slots, currency, today: input.today };
  settleSlots(
    world,
    beats.map((beat) => beat.topic),
    input.random.fork("settle"),
  );
  const words = input.random.fork("words");
  const speech = createSpeech({ bank: domain.bank, language, slots, currency, random: words });
  const objective = readStep(seed.objetivo, language, seed.roles, assistantRole);
  const subject = subjectOf(objective);
  const teller: Teller = {
    domain,
    language,
    speech,
    world,
    subject,
    insist: (input.feedback ?? []).length > 0,
    spare: seed.pasos_turnos.turnos_max - planned,
    disclaimed: words.next() < 0.5,
    words,
    tools: input.random.fork("tools"),
  };
  const [first, ...rest] = groupMerged(beats);
  sayOpening(teller, first![0]!, {
    need: isAboutDomain(input) ? speech.frame("need") : speech.frame("need_generic", { phrase: subject }),
    agenda: teller.insist || words.next() < 0.6 ? agendaOf(objective, seed.roles, language) : null,
  });
  for (const group of rest) sayGroup(teller, group, group.at(-1) === beats.at(-1));
  return {
    turnos: speech.finish(
      assistantRole,
      seed.roles.filter((role) => role !== assistantRole),
    ),
    scenario: input.scenario?.name ?? null,
    metadata: {
      generator: BUILTIN_GENERATOR,
      generation_index: String(input.index),
      language,
      ...(input.scenario
        ? {
            scenario: input.scenario.name,
            scenario_skill_level: input.scenario.skill_level,
            edge_case: String(input.scenario.edge_case),
          }
        : {}),
    },
  };
}

/** The objective as a thing that one can talk about. */
function subjectOf(objective: Step): string {
  const words = objective.kind === "noun" ? objective.phrase : objective.phrase.split(" ").slice(1).join(" ");
  return words.split(/[,;.(]/)[0]!.trim() || objective.phrase;
}

/** Where an objective turns from what is done to why and how. */
const PURPOSE =
  /,|;|:|\s(?:para que|para|sin|antes de|de modo que|cuando|so that|in order to|without|before|when|while)\s/iu;
/** People of an objective whom nobody in the conversation would call so. */
const PEOPLE: Readonly<Record<Language, RegExp>> = {
  es: /(?<!\p{L})(?:al|a la|a un|a una|del|un|una|el|la) (?:client|usuari|paciente|alumn|estudiant|comprador|operador|suscriptor|trabajador|emplead|famili|person)/iu,
  en: /\b(?:an?|the) (?:customer|client|patient|user|student|learner|driver|buyer|operator|worker|employee|family|person|engineer|teacher|parent|couple)\b/iu,
};

/** What the professional says the conversation is for: the objective's deed, if it can be said to the other side. */
function agendaOf(objective: Step, roles: readonly string[], language: Language): string | null {
  if (objective.kind !== "verb") return null;
  const deed = objective.phrase.split(PURPOSE)[0]!.trim();
  const folded = fold(deed);
  const namesRole = roles.some((role) => folded.includes(fold(role.replaceAll("_", " "))));
  const fits = deed.split(" ").length >= 3 && deed.length <= 110;
  return fits && !namesRole && !PEOPLE[language].test(deed) ? deed : null;
}

/** Whether the seed is about the domain's own topics, so that the domain's reasons for contact fit it. */
function isAboutDomain({ seed, domain, language }: BuiltinInput): boolean {
  const about = contentStems([seed.objetivo, ...seed.pasos_turnos.flujo_esperado].join(" "), language);
  const own = contentStems(
    domain.bank.topics.flatMap((topic) => (topic.phase > 3 && topic.phase < 95 ? topic.keys[language] : [])).join(" "),
    language,
  );
  let shared = 0;
  for (const stem of about) if ([...own].some((key) => stem.startsWith(key) || key.startsWith(stem))) shared++;
  return shared >= Math.min(4, about.size * 0.15);
}
