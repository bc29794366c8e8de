import type { Conversation, ConversationTurn } from "../../contract/conversation.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { Random } from "../generation/random.ts";
import { decideAssistantRole } from "../seeds/assistant-role.ts";
import { compileAssertion } from "./assertions.ts";
import { quantitiesOf } from "./quantities.ts";
import { createStemmer, foldText } from "./text.ts";

/** What a corruption may draw from. */
export interface CorruptionInput {
  conversation: Conversation;
  seed: SeedSchema;
  /** Conversations of other tasks, the source of foreign turns. */
  foreign: readonly Conversation[];
  /** Conversations that stand in the tenant's fingerprints. */
  sources: readonly Conversation[];
  random: Random;
}

/** A way to spoil a conversation. It returns a new conversation, or null where it does not apply. */
export interface Corruption {
  name: string;
  apply(input: CorruptionInput): Conversation | null;
}

const TOOL_ROLES = new Set(["tool", "herramienta", "system", "sistema"]);
const isSpoken = (turn: ConversationTurn) => !TOOL_ROLES.has(foldText(turn.rol)) && turn.tool_calls === null;

function withTurns(conversation: Conversation, turns: readonly ConversationTurn[]): Conversation {
  return { ...conversation, turnos: turns.map((turn, i) => ({ ...turn, turno: i + 1 })) };
}

/** A copy whose spoken turns have new contents; `contents` has one entry for each spoken turn. */
function withSpoken(conversation: Conversation, contents: readonly string[]): Conversation {
  let next = 0;
  return withTurns(
    conversation,
    conversation.turnos.map((turn) =>
      isSpoken(turn) ? { ...turn, contenido: contents[next++] ?? turn.contenido } : turn,
    ),
  );
}

function spokenIndexes(conversation: Conversation): number[] {
  return conversation.turnos.flatMap((turn, i) => (isSpoken(turn) ? [i] : []));
}

/** All words of the spoken turns in random order; every turn keeps its number of words. */
export function wordSalad(conversation: Conversation, random: Random): Conversation {
  const spoken = conversation.turnos.filter(isSpoken).map((turn) => turn.contenido.split(/\s+/).filter(Boolean));
  const words = random.shuffle(spoken.flat());
  let at = 0;
  return withSpoken(
    conversation,
    spoken.map((list) => words.slice(at, (at += Math.max(1, list.length))).join(" ")),
  );
}

const PLANTED: Readonly<Record<string, string>> = {
  es: "Mi número es 55 4193 8827, márqueme por la tarde.",
  en: "My phone number is 415-867-4932, call me in the afternoon.",
};

/** A real-looking phone number at the end of the first turn that people speak. */
export function plantPhone(conversation: Conversation): Conversation {
  const target = spokenIndexes(conversation)[0] ?? 0;
  const sentence = PLANTED[conversation.idioma.slice(0, 2)] ?? PLANTED.en!;
  return withTurns(
    conversation,
    conversation.turnos.map((turn, i) =>
      i === target ? { ...turn, contenido: `${turn.contenido} ${sentence}` } : turn,
    ),
  );
}

function shuffledTurns({ conversation, random }: CorruptionInput): Conversation | null {
  return conversation.turnos.length < 4 ? null : withTurns(conversation, random.shuffle(conversation.turnos));
}

/** The order of speakers stays, what each says is shuffled among their own turns. */
function shuffledWithinRoles({ conversation, random }: CorruptionInput): Conversation | null {
  const byRole = Map.groupBy(conversation.turnos.filter(isSpoken), (turn) => turn.rol);
  if ([...byRole.values()].some((turns) => turns.length < 3)) return null;
  const queues = new Map(
    [...byRole].map(([role, turns]) => [role, random.shuffle(turns.map((turn) => turn.contenido))]),
  );
  return withSpoken(
    conversation,
    conversation.turnos.filter(isSpoken).map((turn) => queues.get(turn.rol)!.pop()!),
  );
}

function adjacentSwap({ conversation, random }: CorruptionInput): Conversation | null {
  const turns = [...conversation.turnos];
  const pairs = turns.flatMap((turn, i) => {
    const next = turns[i + 1];
    return next !== undefined && isSpoken(turn) && isSpoken(next) && turn.rol !== next.rol ? [i] : [];
  });
  if (pairs.length === 0) return null;
  const at = random.pick(pairs);
  [turns[at], turns[at + 1]] = [turns[at + 1]!, turns[at]!];
  return withTurns(conversation, turns);
}

/** About a fifth of the spoken turns, at least two, replaced by turns of the same role from other tasks. */
function foreignTurns({ conversation, seed, foreign, random }: CorruptionInput): Conversation | null {
  const targets = new Set(
    random.shuffle(spokenIndexes(conversation)).slice(0, Math.max(2, Math.round(conversation.turnos.length / 5))),
  );
  if (foreign.length === 0) return null;
  const assistant = seed.rol_asistente ?? decideAssistantRole(seed.roles);
  return withTurns(
    conversation,
    conversation.turnos.map((turn, i) => {
      if (!targets.has(i)) return turn;
      const donor = random.pick(foreign);
      const isAssistant = turn.rol === assistant;
      const candidates = donor.turnos.filter(
        (other) => isSpoken(other) && isAssistantTurn(donor, other) === isAssistant && other.contenido.length > 25,
      );
      return candidates.length === 0 ? turn : { ...turn, contenido: random.pick(candidates).contenido };
    }),
  );
}

/** Whether a turn is its conversation's professional side, by the conversation's own role names. */
function isAssistantTurn(conversation: Conversation, turn: ConversationTurn): boolean {
  const roles = [...new Set(conversation.turnos.filter(isSpoken).map((other) => other.rol))];
  return turn.rol === decideAssistantRole(roles);
}

/** The second half is another task's second half. */
function derailed({ conversation, foreign, random }: CorruptionInput): Conversation | null {
  const candidates = foreign.filter((other) => other.turnos.length >= 6);
  if (candidates.length === 0 || conversation.turnos.length < 6) return null;
  const donor = random.pick(candidates);
  const own = conversation.turnos;
  const roleOf = (turn: ConversationTurn) => {
    if (TOOL_ROLES.has(foldText(turn.rol))) return turn.rol;
    const isAssistant = isAssistantTurn(donor, turn);
    return (
      own.find((other) => isSpoken(other) && isAssistantTurn(conversation, other) === isAssistant)?.rol ?? turn.rol
    );
  };
  const tail = donor.turnos.slice(Math.floor(donor.turnos.length / 2)).map((turn) => ({ ...turn, rol: roleOf(turn) }));
  return withTurns(conversation, [...own.slice(0, Math.floor(own.length / 2)), ...tail]);
}

/** The middle 60 % of the turns are missing; calls go with their results. */
function stepsDropped({ conversation }: CorruptionInput): Conversation | null {
  const { turnos } = conversation;
  if (turnos.length < 8) return null;
  const from = Math.round(turnos.length * 0.2);
  const to = Math.round(turnos.length * 0.8);
  const kept = turnos.filter((_, i) => i < from || i >= to);
  return withTurns(conversation, kept);
}

/** The professional side asserts what a constraint of the seed rules out. */
function constraintContradicted({ conversation, seed, random }: CorruptionInput): Conversation | null {
  const stemmer = createStemmer(seed.idioma);
  const rules = seed.parametros_factuales.restricciones.filter(
    (text) => compileAssertion(text, stemmer).kind !== "must_mention",
  );
  if (rules.length === 0) return null;
  const assistant = seed.rol_asistente ?? decideAssistantRole(seed.roles);
  const targets = conversation.turnos.flatMap((turn, i) => (isSpoken(turn) && turn.rol === assistant ? [i] : []));
  if (targets.length === 0) return null;
  const at = targets[Math.floor(targets.length / 2)]!;
  const statement = contradictionOf(random.pick(rules), seed.idioma);
  return withTurns(
    conversation,
    conversation.turnos.map((turn, i) => (i === at ? { ...turn, contenido: `${turn.contenido} ${statement}` } : turn)),
  );
}

/** A statement that breaks a rule: another number where it has one, else the other polarity. */
export function contradictionOf(rule: string, language: string): string {
  const isSpanish = language.startsWith("es");
  const assertion = compileAssertion(rule, createStemmer(language));
  const numberRule = assertion.rules[0];
  if (assertion.kind === "quantity" && numberRule !== undefined) {
    const allowed = quantitiesOf(foldText(rule))[0]!;
    const digits = /\d[\d.,]*\d|\d/.exec(rule.slice(Math.max(0, allowed.start - 2)))?.[0];
    if (digits !== undefined) {
      const value = Number(digits.replace(/[.,](?=\d{3}\b)/g, "").replace(",", "."));
      const broken =
        numberRule.comparison === "minimum" ? Math.max(1, Math.floor(value / 3)) : Math.ceil(value * 3 + 1);
      const subject = assertion.subject.length > 0 ? rule.replace(digits, String(broken)) : rule;
      const plain = subject.replace(
        /\b(mínim[oa]s?|máxim[oa]s?|minimum|maximum|al menos|hasta|at least|at most|up to|no more than|no less than)\b ?/giu,
        "",
      );
      return isSpanish ? `En este caso queda así: ${plain}.` : `In this case it is as follows: ${plain}.`;
    }
  }
  if (assertion.negative) {
    const positive = rule.replace(/\b(no|nunca|never|not|do not|don't|jamás)\b ?/giu, "");
    return isSpanish ? `Con usted sí: ${positive}.` : `For you we do: ${positive}.`;
  }
  return isSpanish
    ? `Olvide eso, no es verdad que ${lowerFirst(rule)}.`
    : `Forget that, it is not true that ${lowerFirst(rule)}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Content words of the seed in the seed's order, cut into turns: what a metric that rewards parroting would pass. */
function seedWordSalad({ conversation, seed, random }: CorruptionInput): Conversation | null {
  const facts = seed.parametros_factuales;
  const words = [seed.objetivo, facts.contexto, ...facts.restricciones, ...seed.pasos_turnos.flujo_esperado]
    .join(" ")
    .replaceAll("_", " ")
    .split(/\s+/)
    .filter((word) => word.length > 3);
  const noise = conversation.turnos.flatMap((turn) => turn.contenido.split(/\s+/).filter((word) => word.length > 4));
  const turns = conversation.turnos.filter(isSpoken);
  const each = Math.max(4, Math.ceil(words.length / Math.max(1, turns.length)));
  return withSpoken(
    conversation,
    turns.map((_, i) => [...words.slice(i * each, (i + 1) * each), ...random.shuffle(noise).slice(0, 5)].join(" ")),
  );
}

/** Two exchanges are said again and again, until two fifths of the dialogue are repetitions. */
function repeatedTurns({ conversation, random }: CorruptionInput): Conversation | null {
  const spoken = spokenIndexes(conversation).filter((i) => conversation.turnos[i]!.contenido.length > 20);
  if (spoken.length < 4) return null;
  const start = random.pick(spoken.slice(0, -1));
  const pair = conversation.turnos.slice(start, start + 2).filter(isSpoken);
  const copies = Math.max(2, Math.round((conversation.turnos.length * 0.4) / pair.length));
  const insert = Array.from({ length: copies }, () => pair).flat();
  const turns = [...conversation.turnos.slice(0, start + 2), ...insert, ...conversation.turnos.slice(start + 2)];
  return withTurns(conversation, turns);
}

/** Three tenths of the spoken turns are put into the mouth of the other side. */
function roleFlip({ conversation, random }: CorruptionInput): Conversation | null {
  const roles = [...new Set(conversation.turnos.filter(isSpoken).map((turn) => turn.rol))];
  if (roles.length < 2) return null;
  const indexes = spokenIndexes(conversation);
  const flipped = new Set(random.shuffle(indexes).slice(0, Math.max(2, Math.round(indexes.length * 0.3))));
  return withTurns(
    conversation,
    conversation.turnos.map((turn, i) =>
      flipped.has(i) ? { ...turn, rol: roles.find((role) => role !== turn.rol)! } : turn,
    ),
  );
}

const TOOL_FAULTS = ["unknown_tool", "argument_type", "missing_arguments", "orphan_result", "duplicate_id"] as const;

/** One call loses its tool, the type or the presence of its arguments, its result, or its unique id. */
function toolCallBroken({ conversation, random }: CorruptionInput): Conversation | null {
  const callers = conversation.turnos.flatMap((turn, i) => ((turn.tool_calls?.length ?? 0) > 0 ? [i] : []));
  if (callers.length === 0) return null;
  const at = random.pick(callers);
  const fault = random.pick(callers.length > 1 ? TOOL_FAULTS : TOOL_FAULTS.slice(0, 4));
  const otherId = conversation.turnos[callers.find((i) => i !== at) ?? at]!.tool_calls![0]!.tool_call_id;
  const breakCall = (call: NonNullable<ConversationTurn["tool_calls"]>[number]) => {
    switch (fault) {
      case "unknown_tool":
        return { ...call, tool_name: `${call.tool_name}_remoto` };
      case "argument_type":
        return { ...call, arguments: Object.fromEntries(Object.keys(call.arguments).map((key) => [key, [null]])) };
      case "missing_arguments":
        return { ...call, arguments: {} };
      case "orphan_result":
        return { ...call, tool_call_id: `${call.tool_call_id}-lost` };
      case "duplicate_id":
        return { ...call, tool_call_id: otherId };
    }
  };
  return withTurns(
    conversation,
    conversation.turnos.map((turn, i) => (i === at ? { ...turn, tool_calls: turn.tool_calls!.map(breakCall) } : turn)),
  );
}

/** A stretch of a source, word for word, in place of the dialogue's own middle turns. */
function sourceCopied({ conversation, sources, random }: CorruptionInput): Conversation | null {
  const donors = sources.filter((source) =>
    source.turnos.some((turn) => isSpoken(turn) && turn.contenido.split(/\s+/).length >= 12),
  );
  if (donors.length === 0) return null;
  const donor = random.pick(donors).turnos.filter(isSpoken);
  const targets = spokenIndexes(conversation);
  const count = Math.min(donor.length, targets.length, Math.max(6, Math.ceil(targets.length / 2)));
  const from = random.int(0, donor.length - count);
  const offset = random.int(0, targets.length - count);
  const contents = targets.map((i) => conversation.turnos[i]!.contenido);
  for (let k = 0; k < count; k++) contents[offset + k] = donor[from + k]!.contenido;
  return withSpoken(conversation, contents);
}

const NEGATED = /\b(no|not|nunca|never|isn't|don't|can't|won't)\b ?/giu;
const STATED: readonly (readonly [RegExp, string])[] = [
  [/\b(es|está|hay|tiene|tenemos|puede|queda|son|se puede)\b/iu, "no $1"],
  [/\b(is|are|has|have|can|will|was)\b/iu, "$1 not"],
];

/** Statements of the professional side lose or gain a negation. */
function negationFlipped({ conversation, seed }: CorruptionInput): Conversation | null {
  const assistant = seed.rol_asistente ?? decideAssistantRole(seed.roles);
  let flips = 0;
  const turns = conversation.turnos.map((turn) => {
    if (flips >= 3 || !isSpoken(turn) || turn.rol !== assistant || turn.contenido.includes("?")) return turn;
    const flipped = NEGATED.test(turn.contenido)
      ? turn.contenido.replace(NEGATED, "")
      : STATED.reduce(
          (text, [pattern, replacement]) => (text === turn.contenido ? text.replace(pattern, replacement) : text),
          turn.contenido,
        );
    NEGATED.lastIndex = 0;
    if (flipped === turn.contenido || flipped.trim() === "") return turn;
    flips += 1;
    return { ...turn, contenido: flipped };
  });
  return flips === 0 ? null : withTurns(conversation, turns);
}

/** The corruptions of the meta-evaluation. */
export const CORRUPTIONS: readonly Corruption[] = [
  { name: "shuffled_turns", apply: shuffledTurns },
  { name: "shuffled_within_roles", apply: shuffledWithinRoles },
  { name: "adjacent_swap", apply: adjacentSwap },
  { name: "foreign_turns", apply: foreignTurns },
  { name: "derailed", apply: derailed },
  { name: "steps_dropped", apply: stepsDropped },
  { name: "constraint_contradicted", apply: constraintContradicted },
  { name: "word_salad", apply: ({ conversation, random }) => wordSalad(conversation, random) },
  { name: "seed_word_salad", apply: seedWordSalad },
  { name: "repeated_turns", apply: repeatedTurns },
  { name: "role_flip", apply: roleFlip },
  { name: "tool_call_broken", apply: toolCallBroken },
  { name: "personal_data", apply: ({ conversation }) => plantPhone(conversation) },
  { name: "source_copied", apply: sourceCopied },
  { name: "negation_flipped", apply: negationFlipped },
];
