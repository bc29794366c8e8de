import type { ConversationTurn } from "../../contract/conversation.ts";
import type { JsonObject } from "../../contract/ids.ts";
import type { ScenarioTemplate } from "../../contract/scenario.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { ToolDefinition, ToolResult } from "../../contract/tool.ts";
import type { DomainData, Frame, TopicText } from "../domains/data.ts";
import { simulateTool } from "../tools/simulate.ts";
import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";
import type { Beat, BeatInput, Side } from "./beats.ts";
import { fitTurns, groupMerged, isDecision, isFollowed, isTold, planBeats } from "./beats.ts";
import type { Constraint } from "./constraint.ts";
import { readConstraint, seedCurrency } from "./constraint.ts";
import type { Random } from "./random.ts";
import type { Slots } from "./slots.ts";
import { drawSlots, readPath, writeValue } from "./slots.ts";
import { expand, tidy } from "./spintax.ts";
import type { Step } from "./step.ts";
import { contentStems, coverage, readStep } from "./step.ts";

/** Named in `metadata.generator`, so that nobody takes these conversations for a language model's. */
export const BUILTIN_GENERATOR = "builtin/1";

/** Role of the turns that carry tool results. */
export const TOOL_ROLE = "herramienta";

/** Share of simulated calls that fail, so that the data shows how a professional recovers. */
const TOOL_ERROR_RATE = 0.04;

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
  settleSlots(input, beats, slots, currency);
  const writer = createWriter(input, assistantRole, slots, currency, seed.pasos_turnos.turnos_max - planned);
  for (const group of groupMerged(beats)) writer.sayGroup(group, beats);
  return {
    turnos: writer.finish(),
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

type Draft = {
  side: Side | "tool";
  parts: string[];
  call: { id: string; tool: string; args: JsonObject } | null;
  result: ToolResult | null;
};

function createWriter(input: BuiltinInput, assistantRole: string, slots: Slots, currency: string, slack: number) {
  const { seed, domain, language } = input;
  const random = input.random.fork("words");
  const toolRandom = input.random.fork("tools");
  const frames = domain.bank.frames![language];
  const insist = (input.feedback ?? []).length > 0;
  const drafts: Draft[] = [];
  const spoken = new Set<string>();
  const userRoles = seed.roles.filter((role) => role !== assistantRole);
  let spare = slack;
  let disclaimed = random.next() < 0.5;

  const say = (side: Side, words: string) => {
    if (words === "") return;
    const text = /[.?!)]$/.test(words) ? words : `${words}.`;
    const last = drafts.at(-1);
    if (last && last.side === side && last.call === null) last.parts.push(text);
    else drafts.push({ side, parts: [text], call: null, result: null });
  };

  const lookup = (extra: JsonObject) => (name: string, filter: string | null) => {
    if (name.startsWith("r."))
      return writeValue(readPath(extra["r"], name.slice(2)), filter, "number", language, currency);
    if (Object.hasOwn(extra, name)) return writeValue(extra[name], filter, "text", language, currency);
    const slot = slots.get(name);
    return slot ? writeValue(slot.value, filter, slot.style, language, currency) : null;
  };

  /** One of the lines, expanded: unsaid lines first, and among a few draws the one that says most of the step. */
  const line = (
    lines: readonly string[] | undefined,
    extra: JsonObject = {},
    step: Step | null = null,
  ): string | null => {
    if (!lines) return null;
    const fresh = random.shuffle(lines.filter((template) => !spoken.has(template)));
    let best: { text: string; template: string; score: number } | null = null;
    for (const template of [...fresh, ...random.shuffle(lines)].slice(0, Math.max(4, fresh.length))) {
      const text = expand(template, random, lookup(extra));
      if (text === null) continue;
      const score = step === null ? 1 : coverage(step.stems, text, language);
      if (best === null || score > best.score) best = { text, template, score };
      if (best.score >= 0.5) break;
    }
    if (best) spoken.add(best.template);
    return best?.text ?? null;
  };
  const frame = (name: Frame, extra: JsonObject = {}) => line(frames[name], extra) ?? "";

  const genericLine = (step: Step | null, part: "ai" | "ur" | "af" | "ui" | "ar"): string =>
    frame(`${step?.kind ?? "noun"}_${part}`, {
      phrase: step?.phrase.replace(COURTESY, "") || step?.phrase || seed.objetivo,
    });

  const part = (beat: Beat, name: "ai" | "ur" | "af" | "ui" | "ar"): string | null => {
    const text: TopicText | undefined = beat.topic?.text[language];
    if (!text && isDecision(beat.step) && (name === "ai" || name === "ur" || name === "af"))
      return frame(`decide_${name}`);
    return text ? line(text[name], {}, beat.step) : genericLine(beat.step, name);
  };

  /** A sentence that names the step when what was said about its topic does not. */
  const bridge = (beat: Beat, step: Step | null, said: string): string => {
    if (!step || !beat.topic || step.actor === "user" || step.phrase.length > 160) return "";
    const phrase = step.phrase.replace(COURTESY, "");
    if (phrase === "" || coverage(step.stems, said, language) >= (insist ? 0.75 : 0.5)) return "";
    return frame(`bridge_${step.kind}`, { phrase });
  };

  /** What the professional answers: bridges to the steps that the answer realises without naming them, then the answer. */
  const sayAnswer = (beat: Beat, words: string, before = ""): void => {
    const steps = beat.opens === "user" && beat.step ? [beat.step, ...beat.answers] : beat.answers;
    const unsaid = steps.map((step) => bridge(beat, step, `${before} ${words}`)).filter((sentence) => sentence !== "");
    // One bridge leads over; more would be a list of headings.
    if (unsaid.length > 0) say("assistant", unsaid.at(-1)!);
    say("assistant", words);
  };

  /** What the other side's step says beyond its topic's usual words. */
  const remark = (step: Step | null, said: string): string => {
    if (step === null || step.actor !== "user" || step.kind !== "verb" || step.phrase.length > 160) return "";
    const phrase = step.phrase.replace(COURTESY, "");
    const told = TELLS[language].exec(phrase);
    if (phrase === "" || coverage(step.stems, said, language) >= (insist ? 0.6 : 0.34)) return "";
    if (told) return frame("told", { phrase: firstPerson(told[1]!, language) });
    return isDecision(step) ? "" : frame("aside", { phrase });
  };

  const state = (constraints: readonly Constraint[]) => {
    for (const constraint of constraints) say("assistant", frame("constraint", { statement: constraint.statement }));
  };

  const runTool = (beat: Beat, tool: ToolDefinition): void => {
    const topic = beat.topic!;
    const text = topic.text[language];
    const call = (omit: readonly string[], errorRate: number) => {
      const args = toolArguments(tool, topic.args, slots, omit);
      const id = hexId(toolRandom);
      const toolCall = { tool_call_id: id, tool_name: tool.name, arguments: args };
      const context = { random: toolRandom.fork(id), today: input.today, errorRate, currency, language };
      return { id, args, result: simulateTool(tool, toolCall, context) };
    };
    const isEmpty = (result: ToolResult) =>
      topic.required !== undefined && result.status === "success" && isMissing(readPath(result.result, topic.required));
    const show = (words: string, made: ReturnType<typeof call>) => {
      say("assistant", words);
      drafts.at(-1)!.call = { id: made.id, tool: tool.name, args: made.args };
      drafts.push({ side: "tool", parts: [], call: null, result: made.result });
    };

    let omit: string[] = [];
    let made = call(omit, spare >= 2 ? TOOL_ERROR_RATE : 0);
    if (isEmpty(made.result) && topic.relax.length > 0 && spare < 2) {
      // No turns left to show an empty search first: ask for what can be found.
      omit = topic.relax;
      made = call(omit, 0);
    }
    const waiting = line(text.wait) ?? "";
    show(waiting, made);
    if (made.result.status !== "success" && spare >= 2) {
      spare -= 2;
      made = call(omit, 0);
      show(frame("failure"), made);
    }
    if (isEmpty(made.result) && omit.length === 0 && topic.relax.length > 0 && spare >= 2) {
      const nothing = line(text.empty, { r: made.result.result as JsonObject }) ?? "";
      spare -= 2;
      made = call(topic.relax, 0);
      show(nothing, made);
    }
    report(beat, made.result, waiting);
  };

  /** The professional says what the tool answered; later exchanges talk about the same values. */
  const report = (beat: Beat, result: ToolResult, before = ""): void => {
    const topic = beat.topic!;
    const text = topic.text[language];
    const facts = { r: result.status === "success" ? (result.result as JsonObject) : {} };
    const missing =
      result.status !== "success" || (topic.required !== undefined && isMissing(readPath(facts.r, topic.required)));
    if (!missing) takeSlots(topic.sets, facts.r, slots);
    const words =
      (missing ? line(text.empty, facts) : line(text.found, facts, beat.step)) ??
      line(text.empty, facts) ??
      frame("failure");
    sayAnswer(beat, words, before);
  };

  /** The professional's answer of a topic with a tool that this conversation does not call: the facts are the world's all the same. */
  const reportSilently = (beat: Beat, tool: ToolDefinition): void => {
    const topic = beat.topic!;
    const ask = (omit: readonly string[]) => {
      const toolCall = {
        tool_call_id: "silent",
        tool_name: tool.name,
        arguments: toolArguments(tool, topic.args, slots, omit),
      };
      return simulateTool(tool, toolCall, { random: toolRandom, today: input.today, currency, language });
    };
    const first = ask([]);
    const nothing = topic.required !== undefined && isMissing(readPath(first.result, topic.required));
    report(beat, nothing && topic.relax.length > 0 ? ask(topic.relax) : first);
  };

  const tellQuietly = (beat: Beat): boolean => {
    const tool = isTold(beat) ? domain.tools.find((each) => each.name === beat.topic!.tool) : undefined;
    if (tool) reportSilently(beat, tool);
    return tool !== undefined;
  };

  const answer = (beat: Beat, isLast: boolean): void => {
    const quiet =
      beat.topic?.tool === undefined ? undefined : domain.tools.find((tool) => tool.name === beat.topic!.tool);
    if (beat.tool) runTool(beat, beat.tool);
    else if (quiet && beat.topic!.text[language].ar === undefined) reportSilently(beat, quiet);
    else {
      const words = part(beat, "ar") ?? "";
      sayAnswer(beat, words);
    }
    state(beat.constraints);
    if (!disclaimed && !isLast && drafts.length > 4 && random.next() < 0.4) {
      disclaimed = true;
      say("assistant", frame("disclaimer"));
    }
  };

  const sayGroup = (group: readonly Beat[], beats: readonly Beat[]): void => {
    const first = group[0]!;
    const [isOpening, isLast] = [first === beats[0], group.at(-1) === beats.at(-1)];
    if (isOpening) return open(first);
    if (first.opens === "user") {
      if (drafts.at(-1)?.side === "assistant" && random.next() < 0.45 && !isLast)
        say("user", frame("acknowledge_user"));
      for (const beat of group) {
        const words = part(beat, "ui") ?? part(beat, "ur") ?? "";
        say("user", remark(beat.step, words));
        say("user", words);
      }
      for (const beat of group) answer(beat, isLast);
      return;
    }
    if (drafts.at(-1)?.side === "user" && random.next() < 0.6) say("assistant", frame("acknowledge"));
    for (const beat of group) {
      state(beat.tool ? [] : beat.constraints);
      const words = part(beat, "ai") ?? "";
      say("assistant", bridge(beat, beat.step, words));
      say("assistant", words);
    }
    for (const beat of group) {
      const reply = part(beat, "ur") ?? "";
      say("user", remark(beat.step, reply));
      say("user", reply);
      if (beat.tool) {
        runTool(beat, beat.tool);
        state(beat.constraints);
      } else if (isFollowed(beat, group)) {
        if (!tellQuietly(beat)) say("assistant", part(beat, "af") ?? frame("acknowledge"));
      }
    }
  };

  /** Greetings, the reason for the contact, and what the conversation is for. */
  const open = (beat: Beat): void => {
    const objective = readStep(seed.objetivo, language, seed.roles, assistantRole);
    const need = isAboutDomain(input) ? frame("need") : frame("need_generic", { phrase: nounOf(objective) });
    const agenda = objective.kind === "verb" && objective.phrase.length <= 140 && (insist || random.next() < 0.7);
    const welcome = () => {
      say("assistant", part(beat, beat.opens === "assistant" ? "ai" : "ar") ?? "");
      if (agenda) say("assistant", frame("agenda", { phrase: objective.phrase }));
      state(beat.constraints);
    };
    if (beat.opens === "assistant") welcome();
    say("user", part(beat, beat.opens === "assistant" ? "ur" : "ui") ?? "");
    for (const words of reasons(beat.step, need)) say("user", words);
    if (beat.opens === "user") welcome();
  };

  /** Why the other side gets in touch: what its first step says, or the domain's usual reasons. */
  const reasons = (step: Step | null, need: string): string[] => {
    const phrase = step === null || step.actor !== "user" ? "" : step.phrase.replace(COURTESY, "");
    if (phrase === "" || coverage(step!.stems, need, language) >= 0.5) return [need];
    const told = TELLS[language].exec(phrase);
    if (told) return [need, frame("told", { phrase: firstPerson(told[1]!, language) })];
    // A step that only narrates ("describe su situación") is told by the reason itself.
    if (!ASKS.test(fold(phrase))) return [need];
    return [frame("wish", { phrase })];
  };

  const nounOf = (objective: Step): string => {
    const words = objective.kind === "noun" ? objective.phrase : objective.phrase.split(" ").slice(1).join(" ");
    return words.split(/[,;.(]/)[0]!.trim() || objective.phrase;
  };

  const finish = (): ConversationTurn[] => {
    let speaker = 0;
    return drafts.map((draft, i) => {
      // Further roles of the user's side (a companion, a second buyer) speak now and then; the first one opens and closes.
      if (draft.side === "user")
        speaker = i > 2 && i < drafts.length - 3 && random.next() < 0.3 ? random.int(0, userRoles.length - 1) : 0;
      const role = draft.side === "tool" ? TOOL_ROLE : draft.side === "assistant" ? assistantRole : userRoles[speaker]!;
      const result = draft.result;
      const content = result
        ? typeof result.result === "string"
          ? result.result
          : JSON.stringify(result.result)
        : tidy(draft.parts.join(" "));
      return {
        turno: i + 1,
        rol: role,
        contenido: content,
        herramientas_usadas: draft.call ? [draft.call.tool] : [],
        tool_calls: draft.call
          ? [{ tool_call_id: draft.call.id, tool_name: draft.call.tool, arguments: draft.call.args }]
          : null,
        tool_results: result ? [result] : null,
        metadata: {},
      };
    });
  };

  return { sayGroup, finish };
}

/**
 * Slots that a topic outside this conversation would set (the vehicle that a search finds) are set as if it had come up,
 * so that what is quoted later fits the budget and the model that are talked about.
 */
function settleSlots(input: BuiltinInput, beats: readonly Beat[], slots: Slots, currency: string): void {
  const { domain, language, today } = input;
  const random = input.random.fork("settle");
  const present = new Set(beats.map((beat) => beat.topic?.name));
  const wanted = new Set(beats.flatMap((beat) => Object.values(beat.topic?.args ?? {})));
  for (const topic of domain.bank.topics) {
    const tool = domain.tools.find((each) => each.name === topic.tool);
    if (!tool || present.has(topic.name) || !Object.keys(topic.sets).some((slot) => wanted.has(slot))) continue;
    for (const omit of [[], topic.relax]) {
      const toolCall = {
        tool_call_id: "settle",
        tool_name: tool.name,
        arguments: toolArguments(tool, topic.args, slots, omit),
      };
      const { status, result } = simulateTool(tool, toolCall, { random, today, currency, language });
      if (status !== "success" || (topic.required !== undefined && isMissing(readPath(result, topic.required))))
        continue;
      takeSlots(topic.sets, result, slots);
      break;
    }
  }
}

/** Sets slots from a tool's result; each keeps the way it is written. */
function takeSlots(sets: Readonly<Record<string, string>>, result: ToolResult["result"], slots: Slots): void {
  for (const [slot, path] of Object.entries(sets)) {
    const value = readPath(result, path);
    if (typeof value === "string" || typeof value === "number")
      slots.set(slot, { value, style: slots.get(slot)?.style ?? "text" });
  }
}

/** Greetings and farewells in front of what a step is really about. */
const COURTESY =
  /^(?:saludar(?: al?\s+\p{L}+)?|despedir(?:se|me)?|cerrar|agradecer|greet(?: the \p{L}+| you)?|say (?:hello|goodbye)|welcome(?: the \p{L}+| you)?)(?:\s*(?:,|\by\b|\be\b|\band\b)\s*|$)/iu;
const ASKS =
  /^(?:pregunt|solicit|ped|consult|reclam|negoci|ask|request|inquir|negotiat|book|agend|reserv|compar|cotiz|quot|schedul|report|buy|comprar)/;
const TELLS: Readonly<Record<Language, RegExp>> = {
  es: /^(?:explicar|indicar|expresar|decir|comentar|mencionar|señalar|informar|exponer|contar)\s+que\s+(.+)$/iu,
  en: /^(?:explain|state|say|mention|tell you|indicate|report|express)\s+that\s+(?:they|he|she|it|the \p{L}+)\s+(.+)$/iu,
};
const FIRST_PERSON: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  es: [
    [/^necesita\b/iu, "necesito"],
    [/^busca\b/iu, "busco"],
    [/^quiere\b/iu, "quiero"],
    [/^tiene\b/iu, "tengo"],
    [/^requiere\b/iu, "requiero"],
    [/^desea\b/iu, "deseo"],
    [/^está\b/iu, "estoy"],
    [/^es\b/iu, "soy"],
    [/^le\b/iu, "me"],
  ],
  en: [
    [/^(need|want|look|have|require|feel)s?\b/iu, "I $1"],
    [/^(has)\b/iu, "I have"],
    [/^(is|are)\b/iu, "I am"],
  ],
};

function firstPerson(told: string, language: Language): string {
  const rewrite = FIRST_PERSON[language].find(([pattern]) => pattern.test(told));
  return rewrite ? told.replace(rewrite[0], rewrite[1]) : told;
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
