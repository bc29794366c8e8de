import type { ScenarioTemplate } from "../../contract/scenario.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { ToolDefinition } from "../../contract/tool.ts";
import type { DomainData, Topic } from "../domains/data.ts";
import { localizeScenario, resolveTools } from "../domains/data.ts";
import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";
import { asks } from "./acts.ts";
import type { Constraint } from "./constraint.ts";
import type { Side } from "./perspective.ts";
import type { Random } from "./random.ts";
import type { Step } from "./step.ts";
import { contentStems, readStep } from "./step.ts";
import { assignTopics, CLOSING, continues, GREETING, greetsBack, leadTopic, raisedTopic } from "./topics.ts";

/** One exchange of the conversation: an opening by one side and the other side's reply. */
export type Beat = {
  topic: Topic | null;
  /** The step of the seed's (or scenario's) flow that it realises. */
  step: Step | null;
  /** What the other side brings up in the opening, answered with the greeting. */
  raised: Topic | null;
  /** Further steps of the flow that the same exchange realises: the answer, what is done with it. */
  answers: Step[];
  opens: Side;
  tool: ToolDefinition | null;
  constraints: Constraint[];
  /** From the seed's own flow: never dropped. */
  required: boolean;
  /** The professional comments on the reply before going on. */
  followed: boolean;
  /** The professional does it without waiting for a reply: tells, looks up. */
  told: boolean;
  /** Its opening is said in the same turn as the opening before it. */
  merged: boolean;
  phase: number;
};

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
  if (step?.actor === "user") return !topic || ASKING.test(fold(step.phrase)) ? "user" : "assistant";
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

/** An exchange on a step, a topic, or both. */
export function makeBeat(input: BeatInput, step: Step | null, topic: Topic | null, phase: number): Beat {
  const { random } = input;
  const opens = openerOf(step, topic, input.language, random);
  const followed = random.next() < 0.5;
  const beat: Beat = {
    topic,
    step,
    raised: null,
    answers: [],
    opens,
    tool: null,
    constraints: [],
    required: false,
    followed,
    told: false,
    merged: false,
    phase,
  };
  beat.told = canTell(beat, input) && random.next() < 0.45;
  return beat;
}

/** Whether the professional can do it without a reply: a step of its own that asks nothing, or a tool to run. */
export function canTell(beat: Beat, { domain, language }: BeatInput): boolean {
  if (beat.topic !== null) return beat.tool !== null && beat.step?.actor !== "user";
  const step = beat.step;
  return step !== null && step.actor !== "user" && step.clauses.length > 0 && !asks(domain.bank.acts, step, language);
}

/**
 * The exchanges of a conversation in order, opening and closing included: the seed's steps, then what the scenario and
 * the tools that it or the seed lists add, each at the place where its topic belongs.
 */
export function planBeats(input: BeatInput): Beat[] {
  const { seed, domain, language } = input;
  const topics = domain.bank.topics;
  const tools = toolsInPlay(input);
  const used = new Set<string>();
  const take = (step: Step | null, found: Topic | null, required: boolean, phase: number): Beat => {
    const topic = found && !used.has(found.name) ? found : null;
    if (topic) used.add(topic.name);
    const beat = makeBeat(input, step, topic, phase);
    beat.required = required;
    beat.tool = topic?.tool === undefined ? null : (tools.get(topic.tool) ?? null);
    return beat;
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
  const raised = isReason ? raisedTopic(steps[0]!, topics, language) : null;
  const open = topics.filter((topic) => topic !== greeting && topic !== raised);
  const assigned = isReason
    ? [greeting, ...assignTopics(steps.slice(1), open, language, runs)]
    : assignTopics(steps, topics, language, runs);
  if (raised) used.add(raised.name);
  const beats: Beat[] = [];
  for (let i = 0; i < steps.length; i++) {
    const phase = ((i + 1) / (steps.length + 1)) * 100;
    const topic = assigned[i] ?? (i > 0 ? leadTopic(steps, assigned, i, language) : null);
    const beat = take(steps[i]!, topic, true, phase);
    const about = i > 0 ? beat.topic : raised;
    // The professional greets back in the opening.
    if (i === 0 && topic === greeting && greetsBack(steps[1], greeting, language)) beat.answers.push(steps[++i]!);
    if (beats.length === 0) beat.raised = raised;
    if (about !== null) {
      const more = continuation(steps, assigned, i + 1, beat, about, language);
      beat.answers.push(...more);
      i += more.length;
    }
    beats.push(beat);
  }
  if (beats[0]?.topic?.name !== GREETING) {
    beats.unshift(take(null, greeting, true, 0));
  }
  if (beats.at(-1)?.topic?.name !== CLOSING) {
    beats.push(take(null, closing, true, 100));
  }

  if (ownSteps.length > 0) {
    const free = topics.filter((topic) => !used.has(topic.name) && topic.name !== GREETING && topic.name !== CLOSING);
    assignTopics(seedSteps, free, language, new Set(tools.keys())).forEach((topic, i) => {
      if (topic) insertBeat(beats, take(seedSteps[i]!, topic, false, topic.phase));
    });
  }
  for (const name of tools.keys()) {
    const topic = topics.find((candidate) => candidate.tool === name && !used.has(candidate.name));
    if (topic && !beats.some((beat) => beat.tool?.name === name))
      insertBeat(beats, take(null, topic, false, topic.phase));
  }
  beats.at(-1)!.followed = true;
  // Two things in a row are told, no more: then the other side has its say.
  for (let i = 2; i < beats.length; i++) if (beats[i - 1]!.told && beats[i - 2]!.told) beats[i]!.told = false;
  beats[0]!.opens = seed.roles[0] === input.assistantRole ? "assistant" : "user";
  placeConstraints(beats, input.constraints, language);
  return beats;
}

/** The steps from `from` on that the beat realises as well: they go on with what it is about. */
function continuation(
  steps: readonly Step[],
  assigned: readonly (Topic | null)[],
  from: number,
  beat: Beat,
  about: Topic,
  language: Language,
): Step[] {
  const found: Step[] = [];
  for (let i = from; i < steps.length && continues(steps[i]!, assigned[i]!, about, language); i++) {
    // What the other side does after an answer is an exchange of its own, unless it is the reply that is due.
    const isReply = beat.step?.actor === "assistant" && beat.answers.length + found.length === 0;
    if (steps[i]!.actor === "user" && !isReply) break;
    found.push(steps[i]!);
  }
  return found;
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
