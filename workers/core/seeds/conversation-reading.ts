// What a masked conversation does: who speaks, by which steps, about what, and how it turns out.
import { IMPLICIT_ROLES } from "../../contract/conversation.ts";
import type { Conversation } from "../../contract/conversation.ts";
import type { Domain } from "../../contract/domain.ts";
import type { Side } from "./acts.ts";
import { decideAssistantRole } from "./assistant-role.ts";
import { compileCues, matchCues } from "./cues.ts";
import { OBJECTIVES, OUTCOMES, TONE_CUES } from "./extract-phrases.ts";
import { planFlow, readFlow } from "./flow.ts";
import type { FlowStep, SourceTurn } from "./flow.ts";
import { SEED_LANGUAGES, detectSeedLanguage, wordsOf } from "./languages.ts";
import type { SeedLanguage } from "./languages.ts";
import { isFunctionalRole, roleKindOf } from "./role-words.ts";
import { splitMasks } from "./slots.ts";
import type { Topic } from "./topics.ts";

/** Topics of a step, and of a seed, that count. */
export const MAIN_TOPICS = 3;
/** Length of a turn that is read; the rest of a pasted document adds nothing to a seed. */
const TURN_LIMIT = 20_000;

const toneIndexes = Object.fromEntries(
  SEED_LANGUAGES.map((language) => [language, compileCues([TONE_CUES.formal[language], TONE_CUES.informal[language]])]),
);
const EMOJI = /\p{Extended_Pictographic}/u;

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

/** Ids of the acts that open a conversation's need, and those that decide how it turns out. */
const openingOf = (steps: readonly FlowStep[]): string =>
  steps.find((step) => step.side === "client" && step.act.id in OBJECTIVES)?.act.id ?? "narrate";
const outcomeOf = (steps: readonly FlowStep[]): FlowStep | undefined =>
  steps.findLast((step) => step.side === "professional" && step.act.id in OUTCOMES);

/** What a conversation does, read once: all that a seed says is chosen by it. */
export interface Reading {
  readonly turns: readonly SourceTurn[];
  readonly language: SeedLanguage;
  readonly cast: Cast;
  readonly read: readonly FlowStep[];
  readonly steps: readonly FlowStep[];
  readonly main: readonly { topic: Topic; turns: number[] }[];
  readonly opening: string;
  readonly outcome: FlowStep | undefined;
  readonly obstacle: FlowStep | undefined;
  /** Categories of what was masked, sorted. */
  readonly categories: readonly string[];
  readonly tone: string;
}

/** `spoken` are the roles that speak, two at least; `assistantRole` is the assistant's when it is among them. */
export function readConversation(
  conversation: Conversation,
  domain: Domain,
  assistantRole: string | null,
  spoken: readonly string[],
): Reading {
  const assistant =
    assistantRole !== null && spoken.includes(assistantRole) ? assistantRole : decideAssistantRole(spoken);
  const turns = sourceTurns(conversation, assistant);
  const language = detectSeedLanguage(
    turns.map((turn) => turn.text),
    conversation.idioma,
  );
  const cast = castOf(spoken, assistant, language);
  const read = readFlow(turns, domain);
  return {
    turns,
    language,
    cast,
    read,
    steps: planFlow(read, cast.actors, language),
    main: mainTopics(read, domain),
    opening: openingOf(read),
    outcome: outcomeOf(read),
    obstacle: read.find((step) => step.act.id === "refuse" || step.act.id === "object" || step.act.id === "complain"),
    categories: [...new Set(turns.flatMap((turn) => turn.categories))].toSorted(),
    tone: toneOf(turns, language),
  };
}
