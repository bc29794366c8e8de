import type { ScenarioTemplate } from "../../contract/scenario.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { ToolDefinition } from "../../contract/tool.ts";
import type { DomainData, Topic } from "../domains/data.ts";
import { localizeScenario, resolveTools } from "../domains/data.ts";
import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";
import type { Constraint } from "./constraint.ts";
import type { Random } from "./random.ts";
import type { Step } from "./step.ts";
import { contentStems, readStep } from "./step.ts";

export type Side = "assistant" | "user";

/** One exchange of the conversation: an opening by one side and the other side's reply. */
export type Beat = {
  topic: Topic | null;
  /** The step of the seed's (or scenario's) flow that it realises. */
  step: Step | null;
  /** Further steps of the flow that the same exchange realises: the answer, what is done with it. */
  answers: Step[];
  opens: Side;
  tool: ToolDefinition | null;
  constraints: Constraint[];
  /** From the seed's own flow: never dropped. */
  required: boolean;
  /** The professional comments on the reply before going on. */
  followed: boolean;
  /** Its opening is said in the same turn as the opening before it. */
  merged: boolean;
  phase: number;
};

const GREETING = "greeting";
const CLOSING = "closing";

function foldedStep(step: Step): string {
  return ` ${(fold(step.text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")}`;
}

function greetsBack(step: Step | undefined, greeting: Topic, language: Language): boolean {
  return step?.actor === "assistant" && keyScore(foldedStep(step), greeting, language) > 0;
}

/** Whether a step goes on with the topic of the one before it, so that one exchange realises both. */
function continues(step: Step, own: Topic | null, topic: Topic, language: Language): boolean {
  if (topic.name === GREETING || topic.name === CLOSING) return false;
  return own === topic || (own === null && keyScore(foldedStep(step), topic, language) > 0);
}

/** The topic of a following step that this one, which has none of its own, leads to. */
function leadTopic(
  steps: readonly Step[],
  assigned: readonly (Topic | null)[],
  i: number,
  language: Language,
): Topic | null {
  const next = assigned.slice(i + 1, i + 3).find((topic) => topic !== null);
  if (!next || next.name === GREETING || next.name === CLOSING) return null;
  return keyScore(foldedStep(steps[i]!), next, language) > 0 ? next : null;
}

/** How much of a step a topic's keys say: the letters of the keys that begin words of the step. */
function keyScore(words: string, topic: Topic, language: Language): number {
  return topic.keys[language].reduce((sum, key) => (words.includes(` ${key}`) ? sum + key.length : sum), 0);
}

/**
 * The topic of each step, none used twice: the best pair of step and topic first. Keys of tools that the conversation
 * runs count more when the professional acts. A greeting can only open and a farewell only close.
 */
export function assignTopics(
  steps: readonly Step[],
  topics: readonly Topic[],
  language: Language,
  tools: ReadonlySet<string>,
): (Topic | null)[] {
  const pairs: { step: number; topic: Topic; score: number }[] = [];
  steps.forEach((step, i) => {
    const words = foldedStep(step);
    for (const topic of topics) {
      if ((topic.name === GREETING && i > 0) || (topic.name === CLOSING && i < steps.length - 1)) continue;
      const base = keyScore(words, topic, language);
      if (base === 0) continue;
      const opens = topic.name === GREETING ? 100 : 0;
      const runs = topic.tool !== undefined && tools.has(topic.tool) && step.actor !== "user" ? 1.3 : 1;
      pairs.push({ step: i, topic, score: base * runs + opens });
    }
  });
  pairs.sort((a, b) => b.score - a.score || a.step - b.step);
  const assigned: (Topic | null)[] = steps.map(() => null);
  const used = new Set<Topic>();
  for (const { step, topic } of pairs) {
    if (assigned[step] !== null || used.has(topic)) continue;
    assigned[step] = topic;
    used.add(topic);
  }
  return assigned;
}

/** User-side verbs that ask for something; the others answer what the professional asks. */
const ASKING =
  /^(pregunt|solicit|ped|plante|expres|consult|reclam|quej|insist|negoci|saber|conocer|cuestion|objet|ask|request|raise|voice|express|inquir|complain|insist|negotiat|want|bring|demand|push|challeng|report|question)/;

/** Replies that are the reply itself: nobody says "I would like to accept". */
const ANSWERS =
  /^(?:proporcion|acept|respond|contest|describ|narr|confirm|decid|agradec|elig|consider|reaccion|acuerd|acordar|retom|provid|accept|answer|decide|thank|give|share|compart|dar |relat|tell|state|indic|describe|agree|choose|react|return|narrow|reduc|express|entreg)/;

/** Whether the other side's step is its answer to a proposal: the professional asks what it thinks, and it says so. */
export function isDecision(step: Step | null): boolean {
  return step?.actor === "user" && step.kind === "verb" && ANSWERS.test(fold(step.phrase));
}

/** Who opens an exchange on this step and topic. */
function openerOf(step: Step | null, topic: Topic | null, language: Language, random: Random): Side {
  const text = topic?.text[language];
  const options: Side[] = [];
  if (!text || text.ai) options.push("assistant");
  if (!text || text.ui) options.push("user");
  if (options.length === 1) return options[0]!;
  if (step?.actor === "user")
    return ASKING.test(fold(step.phrase)) ? "user" : topic || isDecision(step) ? "assistant" : "user";
  if (step?.actor === "assistant")
    return !topic || ASKING.test(fold(step.phrase)) || random.next() < 0.7 ? "assistant" : "user";
  return topic ? random.pick(options) : random.weighted(options, (side) => (side === "assistant" ? 3 : 1));
}

export type BeatInput = {
  seed: SeedSchema;
  domain: DomainData;
  scenario: ScenarioTemplate | null;
  language: Language;
  assistantRole: string;
  constraints: readonly Constraint[];
  random: Random;
};

/**
 * The exchanges of a conversation in order, opening and closing included: the seed's steps, then what the scenario and
 * the tools that it or the seed lists add, each at the place where its topic belongs.
 */
export function planBeats(input: BeatInput): Beat[] {
  const { seed, domain, language, random } = input;
  const topics = domain.bank.topics;
  const tools = toolsInPlay(input);
  const used = new Set<string>();
  const makeBeat = (step: Step | null, found: Topic | null, required: boolean, phase: number): Beat => {
    const topic = found && !used.has(found.name) ? found : null;
    if (topic) used.add(topic.name);
    const tool = topic?.tool === undefined ? null : (tools.get(topic.tool) ?? null);
    const opens = openerOf(step, topic, language, random);
    return {
      topic,
      step,
      answers: [],
      opens,
      tool,
      constraints: [],
      required,
      followed: random.next() < 0.5,
      merged: false,
      phase,
    };
  };

  // A scenario that says its own steps is the flow; what the seed's asks for beyond it comes in where it belongs.
  const seedSteps = seed.pasos_turnos.flujo_esperado.map((text) =>
    readStep(text, language, seed.roles, input.assistantRole),
  );
  const ownSteps = scenarioSteps(input);
  const steps = ownSteps.length > 0 ? ownSteps : seedSteps;
  const greeting = topics.find((topic) => topic.name === GREETING)!;
  const closing = topics.find((topic) => topic.name === CLOSING)!;
  // What the other side says first is said as its reason for the contact.
  const isReason = steps[0]!.actor === "user" && seed.roles[0] !== input.assistantRole && steps.length > 1;
  const runs = new Set(tools.keys());
  const assigned = isReason
    ? [
        greeting,
        ...assignTopics(
          steps.slice(1),
          topics.filter((topic) => topic !== greeting),
          language,
          runs,
        ),
      ]
    : assignTopics(steps, topics, language, runs);
  const beats: Beat[] = [];
  for (let i = 0; i < steps.length; i++) {
    const phase = ((i + 1) / (steps.length + 1)) * 100;
    const topic = assigned[i] ?? (i > 0 ? leadTopic(steps, assigned, i, language) : null);
    const beat = makeBeat(steps[i]!, topic, true, phase);
    // The professional greets back in the opening.
    if (i === 0 && topic === greeting && greetsBack(steps[1], greeting, language)) beat.answers.push(steps[++i]!);
    while (
      beat.topic &&
      i > 0 &&
      i + 1 < steps.length &&
      continues(steps[i + 1]!, assigned[i + 1]!, beat.topic, language)
    ) {
      beat.answers.push(steps[++i]!);
    }
    beats.push(beat);
  }
  if (beats[0]?.topic?.name !== GREETING) {
    beats.unshift(makeBeat(null, greeting, true, 0));
  }
  if (beats.at(-1)?.topic?.name !== CLOSING) {
    beats.push(makeBeat(null, closing, true, 100));
  }

  if (ownSteps.length > 0) {
    const free = topics.filter((topic) => !used.has(topic.name) && topic.name !== GREETING && topic.name !== CLOSING);
    assignTopics(seedSteps, free, language, new Set(tools.keys())).forEach((topic, i) => {
      if (topic) insertBeat(beats, makeBeat(seedSteps[i]!, topic, false, topic.phase));
    });
  }
  for (const name of tools.keys()) {
    const topic = topics.find((candidate) => candidate.tool === name && !used.has(candidate.name));
    if (topic && !beats.some((beat) => beat.tool?.name === name))
      insertBeat(beats, makeBeat(null, topic, false, topic.phase));
  }
  beats.at(-1)!.followed = true;
  beats[0]!.opens = seed.roles[0] === input.assistantRole ? "assistant" : "user";
  placeConstraints(beats, input.constraints, language);
  return beats;
}

/** The tools that this conversation runs: what its scenario expects, else what the seed lists. */
function toolsInPlay({ seed, domain, scenario }: BeatInput): Map<string, ToolDefinition> {
  const defined = resolveTools(domain, seed.parametros_factuales.herramientas_definidas);
  const expected = scenario?.expected_tool_sequence ?? [];
  const names = expected.length > 0 ? expected : seed.parametros_factuales.herramientas;
  const allowed = new Map<string, ToolDefinition>();
  for (const name of names) {
    const tool = defined.get(name);
    if (tool) allowed.set(name, tool);
  }
  return allowed;
}

function scenarioSteps({ scenario, domain, language, seed, assistantRole }: BeatInput): Step[] {
  if (!scenario) return [];
  return localizeScenario(domain, scenario, language).flow_steps.map((text) =>
    readStep(text, language, seed.roles, assistantRole),
  );
}

/** Puts a beat behind the last one whose phase is not later, never before the opening nor behind the closing. */
export function insertBeat(beats: Beat[], beat: Beat): void {
  let at = 1;
  for (let i = 1; i < beats.length - 1; i++) {
    const phase = beats[i]!.topic && beats[i]!.topic!.name !== CLOSING ? beats[i]!.topic!.phase : beats[i]!.phase;
    if (phase <= beat.phase) at = i + 1;
  }
  beats.splice(Math.min(at, beats.length - 1), 0, beat);
}

/** Ties each constraint to the exchange that shares most words with it; ties and strangers spread over the later half. */
function placeConstraints(beats: readonly Beat[], constraints: readonly Constraint[], language: Language): void {
  const inner = beats.length > 2 ? beats.slice(1, -1) : beats.slice(0, 1);
  const stems = inner.map((beat) => {
    const words = new Set(beat.step?.stems ?? []);
    for (const stem of contentStems((beat.topic?.keys[language] ?? []).join(" "), language)) words.add(stem);
    return words;
  });
  for (const constraint of constraints) {
    if (constraint.statement === null) continue;
    const scores = inner.map((beat, i) => {
      let shared = 0;
      for (const stem of constraint.stems) if (stems[i]!.has(stem)) shared++;
      return shared - beat.constraints.length * 1.5 + i / (inner.length * 10);
    });
    inner[scores.indexOf(Math.max(...scores))]!.constraints.push(constraint);
  }
}

/** The number of turns that the beats make when they are said, tool turns included. */
export function countTurns(beats: readonly Beat[]): number {
  let count = 0;
  let last: Side | null = null;
  for (const side of sidesOf(beats)) {
    if (side === "tool") {
      count++;
      last = null;
    } else if (side !== last) {
      count++;
      last = side;
    }
  }
  return count;
}

function sidesOf(beats: readonly Beat[]): (Side | "tool")[] {
  const sides: (Side | "tool")[] = [];
  for (const group of groupMerged(beats)) {
    for (const beat of group) sides.push(beat.opens);
    const reply: Side = group[0]!.opens === "assistant" ? "user" : "assistant";
    for (const beat of group) {
      if (reply === "user") sides.push("user");
      if (beat.tool) sides.push("assistant", "tool");
      if (reply === "assistant" || beat.tool || isFollowed(beat, group)) sides.push("assistant");
    }
  }
  return sides;
}

/** Whether the exchange is about something that a tool would tell, in a conversation that does not run it: it is told all the same. */
export function isTold(beat: Beat): boolean {
  return beat.topic?.tool !== undefined && beat.tool === null;
}

/** Two questions asked at once get both answers before the professional comments on either: no follow-through then. */
export function isFollowed(beat: Beat, group: readonly Beat[]): boolean {
  return (beat.followed || isTold(beat)) && group.length === 1 && beat.opens === "assistant";
}

/** Beats that share one opening turn. */
export function groupMerged(beats: readonly Beat[]): Beat[][] {
  const groups: Beat[][] = [];
  for (const beat of beats) {
    const group = groups.at(-1);
    if (beat.merged && group && group[0]!.opens === beat.opens) group.push(beat);
    else groups.push([beat]);
  }
  return groups;
}

/**
 * Brings the number of turns into the seed's range, near a target drawn from it: drops what is optional, joins exchanges,
 * or adds topics of the domain that have not come up. What the seed's steps ask for always stays.
 */
export function fitTurns(beats: Beat[], input: BeatInput): number {
  const { turnos_min: min, turnos_max: max } = input.seed.pasos_turnos;
  const { random } = input;
  const start = countTurns(beats);
  // As long as the flow makes it, give or take: a range is neither filled for its own sake nor are exchanges squeezed.
  const target = Math.max(min, Math.min(max, Math.round(start * (0.85 + random.next() * 0.45))));
  const fillers = random.shuffle(
    input.domain.bank.topics.filter(
      (topic) => topic.filler && topic.tool === undefined && !beats.some((beat) => beat.topic?.name === topic.name),
    ),
  );
  for (let round = 0; round < 120; round++) {
    const count = countTurns(beats);
    if (count === target || (count >= min && count <= max && round > 60)) break;
    if (count < target) grow(beats, fillers, input);
    else shrink(beats, input.language, count - target, random);
  }
  for (let round = 0; countTurns(beats) > max && round < 200; round++) shrink(beats, input.language, 99, random);
  squeeze(beats, input.language, max);
  return countTurns(beats);
}

function grow(beats: Beat[], fillers: Topic[], input: BeatInput): void {
  const { random, language } = input;
  const quiet = beats
    .slice(1, -1)
    .filter((beat) => !beat.followed && !beat.merged && !beat.tool && beat.opens === "assistant");
  if (quiet.length > 0 && random.next() < 0.4) {
    random.pick(quiet).followed = true;
    return;
  }
  const topic = fillers.pop();
  if (topic) {
    insertBeat(beats, {
      topic,
      step: null,
      answers: [],
      opens: openerOf(null, topic, language, random),
      tool: null,
      constraints: [],
      required: false,
      followed: random.next() < 0.5,
      merged: false,
      phase: topic.phase,
    });
    return;
  }
  const next = quiet[0] ?? beats.find((beat) => beat.merged);
  if (!next) return;
  if (next.merged) next.merged = false;
  else next.followed = true;
}

/** One change that saves turns; `excess` says how many are too many, so that a single one does not cost a whole topic. */
function shrink(beats: Beat[], language: Language, excess: number, random: Random): void {
  const inner = beats.slice(1, -1);
  const followed = beats.filter((beat) => beat.followed);
  // What the seed adds to a scenario goes before any tool that the scenario asks for.
  const additions = inner.filter((beat) => !beat.required && !beat.tool && beat.constraints.length === 0);
  const fillers = additions.filter((beat) => beat.step === null);
  const optional = fillers.length > 0 ? fillers : additions;
  const flippable = inner.filter((beat) => !beat.merged && canFlip(beat, language));
  const mergeable = inner.filter((beat, i) => i > 0 && !beat.merged && canMerge(inner[i - 1]!, beat));
  if (followed.length > 0 && (excess < 4 || optional.length === 0)) {
    random.pick(followed).followed = false;
  } else if (optional.length > 0) {
    beats.splice(beats.indexOf(random.pick(optional)), 1);
  } else if (flippable.length > 0 && random.next() < 0.5) {
    const beat = random.pick(flippable);
    beat.opens = beat.opens === "assistant" ? "user" : "assistant";
  } else if (mergeable.length > 0) {
    random.pick(mergeable).merged = true;
  } else if (!swapForTurns(beats, inner, language)) {
    const extra = inner.filter((beat) => !beat.required);
    const plain = extra.filter((beat) => !beat.tool);
    const droppable = plain.length > 0 ? plain : extra;
    const withTool = inner.filter((beat) => beat.tool);
    if (droppable.length > 0) dropBeat(beats, random.pick(droppable));
    else if (withTool.length > 0) random.pick(withTool).tool = null;
    else beats.at(-1)!.merged = false;
  }
}

/** Fewer turns than the flow can be told in: one exchange after the other goes into the one before it until it fits. */
function squeeze(beats: readonly Beat[], language: Language, max: number): void {
  for (let i = 1; i < beats.length && countTurns(beats) > max; i++) {
    const beat = beats[i]!;
    beat.tool = null;
    beat.followed = false;
    const text = beat.topic?.text[language];
    if (!text || text.ai) beat.opens = "assistant";
    beat.merged = i > 1;
  }
}

/** Its constraints still have to be said: a neighbour takes them. */
function dropBeat(beats: Beat[], beat: Beat): void {
  const at = beats.indexOf(beat);
  beats.splice(at, 1);
  (beats[Math.max(1, at - 1)] ?? beats[0]!).constraints.push(...beat.constraints);
}

function canFlip(beat: Beat, language: Language): boolean {
  if (beat.step?.actor) return false;
  const text = beat.topic?.text[language];
  return !text || (text.ai !== undefined && text.ui !== undefined);
}

/** Lets the other side open one exchange where that saves a turn, even against who the step names: the topic is still told. */
function swapForTurns(beats: readonly Beat[], inner: readonly Beat[], language: Language): boolean {
  const before = countTurns(beats);
  for (const beat of inner) {
    const text = beat.topic?.text[language];
    if (!text?.ai || !text.ui) continue;
    const opens = beat.opens;
    beat.opens = opens === "assistant" ? "user" : "assistant";
    if (countTurns(beats) < before) return true;
    beat.opens = opens;
  }
  return false;
}

function canMerge(previous: Beat, beat: Beat): boolean {
  return previous.opens === beat.opens && !previous.topic?.tool && !beat.topic?.tool;
}
