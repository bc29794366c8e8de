import type { ToolDefinition, ToolResult } from "../../contract/tool.ts";
import type { DomainData, TopicText } from "../domains/data.ts";
import type { Language } from "../tools/simulation.ts";
import { sayClause } from "./acts.ts";
import type { Clause } from "./clause.ts";
import type { Beat } from "./beats.ts";
import { isDecision } from "./beats.ts";
import type { Constraint } from "./constraint.ts";
import { isFollowed, isSilent } from "./fit.ts";
import type { Random } from "./random.ts";
import type { Speech } from "./speech.ts";
import type { Step } from "./step.ts";
import { coverage } from "./step.ts";
import type { World } from "./tool-talk.ts";
import { askTool, foundNothing, hasFound, takeSlots, TOOL_ERROR_RATE } from "./tool-talk.ts";

type Part = "ai" | "ur" | "af" | "ui" | "ar";

/** Longest phrase of a step that is taken into a sentence. */
const PHRASE_MAX = 160;

export type Teller = {
  domain: DomainData;
  language: Language;
  speech: Speech;
  world: World;
  /** What the conversation is for, as a thing that can be talked about. */
  subject: string;
  /** Says steps in full: an earlier attempt was sent back. */
  insist: boolean;
  /** Turns that the conversation may grow by. */
  spare: number;
  disclaimed: boolean;
  words: Random;
  tools: Random;
};

/** Says the exchanges of one opening turn: what is opened, what is replied, tools run on the way. */
export function sayGroup(teller: Teller, group: readonly Beat[], isLast: boolean): void {
  const { speech, words } = teller;
  const first = group[0]!;
  if (first.opens === "user") {
    if (speech.lastSide() === "assistant" && words.next() < 0.45 && !isLast)
      speech.say("user", speech.frame("acknowledge_user"));
    for (const beat of group) sayFromUser(teller, beat);
    for (const beat of group) answerUser(teller, beat, isLast);
    return;
  }
  if (speech.lastSide() === "user" && words.next() < 0.5) speech.say("assistant", speech.frame("acknowledge"));
  for (const beat of group) openFromProfessional(teller, beat);
  for (const beat of group) {
    if (!beat.told) replyFromUser(teller, beat);
    if (beat.tool) {
      runTool(teller, beat, beat.tool);
      state(teller, beat.constraints);
    } else if (isFollowed(beat, group) && !tellSilently(teller, beat)) {
      speech.say("assistant", partOf(teller, beat, "af") ?? speech.frame("acknowledge"));
    }
  }
}

function openFromProfessional(teller: Teller, beat: Beat): void {
  const { speech } = teller;
  if (beat.topic === null && beat.step !== null && beat.step.clauses.length > 0 && beat.step.actor !== "user") {
    tellClauses(teller, beat);
    return;
  }
  if (!beat.tool) state(teller, beat.constraints);
  if (beat.told) {
    // With a tool the words stand in the turn that calls it.
    speech.say("assistant", leadTo(teller, beat, beat.step, ""));
    return;
  }
  const words = partOf(teller, beat, "ai") ?? "";
  speech.say("assistant", leadTo(teller, beat, beat.step, words));
  speech.say("assistant", words);
}

/** A step that no topic covers, deed by deed; what the seed states about it is what there is to say. */
function tellClauses(teller: Teller, beat: Beat): void {
  const { speech } = teller;
  const constraints = [...beat.constraints];
  for (const clause of deedsOf(beat.step!)) {
    const wants = ["noun", "clause", "none"].includes(clause.form);
    const fact = wants ? (constraints.shift()?.statement ?? null) : null;
    const said = sayClause(
      actsFor(teller),
      clause,
      "assistant",
      "say",
      fact ?? (wants ? speech.frame("content") : null),
    );
    speech.say(
      "assistant",
      said ?? speech.frame("bridge_verb", { phrase: `${clause.verb} ${clause.rest("assistant")}` }),
    );
    // A question has no room for a fact: it is stated on its own.
    if (fact !== null && (said === null || !said.toLowerCase().includes(fact.toLowerCase())))
      speech.say("assistant", speech.frame("constraint", { statement: fact }));
  }
  state(teller, constraints);
}

function replyFromUser(teller: Teller, beat: Beat): void {
  const { speech } = teller;
  const clause = beat.topic === null && beat.step?.actor !== "user" ? beat.step?.clauses.at(-1) : undefined;
  const reply = clause ? sayClause(actsFor(teller), clause, "assistant", "reply", null) : null;
  const words = reply ?? partOf(teller, beat, "ur") ?? "";
  speech.say("user", remark(teller, beat.step?.actor === "user" ? beat.step : (beat.answers[0] ?? null), words));
  speech.say("user", words);
}

function sayFromUser(teller: Teller, beat: Beat): void {
  const { speech } = teller;
  if (beat.topic === null && beat.step !== null && beat.step.clauses.length > 0 && beat.step.actor !== "assistant") {
    for (const clause of beat.step.clauses)
      speech.say("user", sayClause(actsFor(teller), clause, "user", "say", null) ?? "");
    if (speech.lastSide() === "user") return;
  }
  const words = partOf(teller, beat, "ui") ?? partOf(teller, beat, "ur") ?? "";
  speech.say("user", remark(teller, beat.step, words));
  speech.say("user", words);
}

function answerUser(teller: Teller, beat: Beat, isLast: boolean): void {
  const { speech, domain, language } = teller;
  const quiet = domain.tools.find((tool) => tool.name === beat.topic?.tool);
  const constraints = [...beat.constraints];
  if (beat.tool) runTool(teller, beat, beat.tool);
  else if (quiet && beat.topic!.text[language].ar === undefined) reportSilently(teller, beat, quiet);
  else {
    const clause = beat.topic === null && beat.step?.actor !== "assistant" ? beat.step?.clauses.at(-1) : undefined;
    const fact = clause ? (constraints.shift()?.statement ?? null) : null;
    const reply = clause ? sayClause(actsFor(teller), clause, "user", "reply", fact ?? speech.frame("content")) : null;
    if (reply !== null && fact !== null && !reply.toLowerCase().includes(fact.toLowerCase()))
      constraints.unshift(beat.constraints[0]!);
    sayAnswer(teller, beat, reply ?? partOf(teller, beat, "ar") ?? "");
  }
  state(teller, constraints);
  if (!teller.disclaimed && !isLast && speech.length() > 4 && teller.words.next() < 0.4) {
    teller.disclaimed = true;
    speech.say("assistant", speech.frame("disclaimer"));
  }
}

export function actsFor({ domain, language, speech }: Teller) {
  return { acts: domain.bank.acts, language, speech };
}

/** A topic's words, or a step's as a phrase in the frames that are made for any. */
export function partOf(teller: Teller, beat: Beat, name: Part): string | null {
  const { speech, language } = teller;
  const text: TopicText | undefined = beat.topic?.text[language];
  if (!text && isDecision(beat.step) && (name === "ai" || name === "ur" || name === "af"))
    return speech.frame(`decide_${name}`);
  if (text) return speech.line(text[name], {}, beat.step);
  const phrase = beat.step?.phrase.replace(COURTESY, "") || beat.step?.phrase || teller.subject;
  return speech.frame(`${beat.step?.kind ?? "noun"}_${name}`, { phrase });
}

/** A sentence that names the step when what is said about its topic does not. */
function leadTo(teller: Teller, beat: Beat, step: Step | null, said: string): string {
  if (!step || !beat.topic || step.actor === "user" || step.phrase.length > PHRASE_MAX) return "";
  const phrase = step.phrase.replace(COURTESY, "");
  if (phrase === "" || coverage(step.stems, said, teller.language) >= (teller.insist ? 0.75 : 0.5)) return "";
  const clause = deedsOf(step).find((each) => each.form !== "none");
  return (
    (clause ? sayClause(actsFor(teller), clause, "assistant", "lead", null) : null) ??
    teller.speech.frame(`bridge_${step.kind}`, { phrase })
  );
}

/** What the professional answers, led to from the steps that the answer realises without naming them. */
export function sayAnswer(teller: Teller, beat: Beat, words: string, before = ""): void {
  const steps = beat.opens === "user" && beat.step ? [beat.step, ...beat.answers] : beat.answers;
  const unsaid = steps
    .map((step) => leadTo(teller, beat, step, `${before} ${words}`))
    .filter((sentence) => sentence !== "");
  // One sentence leads over; more would be a list of headings.
  if (unsaid.length > 0) teller.speech.say("assistant", unsaid.at(-1)!);
  teller.speech.say("assistant", words);
}

/** What the other side's step says beyond its topic's usual words. */
function remark(teller: Teller, step: Step | null, said: string): string {
  const { language, speech } = teller;
  if (step === null || step.actor !== "user" || step.kind !== "verb" || step.phrase.length > PHRASE_MAX) return "";
  if (coverage(step.stems, said, language) >= (teller.insist ? 0.6 : 0.34)) return "";
  const clause = deedsOf(step)[0];
  if (clause) return sayClause(actsFor(teller), clause, "user", "say", null) ?? "";
  const phrase = step.phrase.replace(COURTESY, "");
  return phrase === "" || isDecision(step) ? "" : speech.frame("aside", { phrase });
}

export function state({ speech }: Teller, constraints: readonly Constraint[]): void {
  for (const { statement } of constraints) speech.say("assistant", speech.frame("constraint", { statement }));
}

function runTool(teller: Teller, beat: Beat, tool: ToolDefinition): void {
  const { speech, world, language, tools } = teller;
  const topic = beat.topic!;
  const text = topic.text[language];
  const ask = (omit: readonly string[], errorRate: number) => askTool(world, topic, tool, omit, errorRate, tools);
  const show = (words: string, made: ReturnType<typeof ask>) =>
    speech.call(words, { tool_call_id: made.id, tool_name: tool.name, arguments: made.args }, made.result);

  let omit: string[] = [];
  let made = ask(omit, teller.spare >= 2 ? TOOL_ERROR_RATE : 0);
  if (foundNothing(topic, made.result) && topic.relax.length > 0 && teller.spare < 2) {
    // No turns left to show an empty search first: ask for what can be found.
    omit = topic.relax;
    made = ask(omit, 0);
  }
  const waiting = speech.line(text.wait) ?? "";
  show(waiting, made);
  if (made.result.status !== "success" && teller.spare >= 2) {
    teller.spare -= 2;
    made = ask(omit, 0);
    show(speech.frame("failure"), made);
  }
  if (foundNothing(topic, made.result) && omit.length === 0 && topic.relax.length > 0 && teller.spare >= 2) {
    const nothing = speech.line(text.empty, { r: made.result.result }) ?? "";
    teller.spare -= 2;
    made = ask(topic.relax, 0);
    show(nothing, made);
  }
  report(teller, beat, made.result, waiting);
}

/** The professional says what the tool answered; later exchanges talk about the same values. */
function report(teller: Teller, beat: Beat, result: ToolResult, before = ""): void {
  const { speech, language } = teller;
  const topic = beat.topic!;
  const text = topic.text[language];
  const facts = { r: result.status === "success" ? result.result : {} };
  const found = hasFound(topic, result);
  if (found) takeSlots(topic.sets, facts.r, teller.world.slots);
  const words =
    (found ? speech.line(text.found, facts, beat.step) : speech.line(text.empty, facts)) ??
    speech.line(text.empty, facts) ??
    speech.frame("failure");
  sayAnswer(teller, beat, words, before);
}

/** The answer of a topic whose tool this conversation does not call: the facts are the world's all the same. */
function reportSilently(teller: Teller, beat: Beat, tool: ToolDefinition): void {
  const topic = beat.topic!;
  const ask = (omit: readonly string[]) => askTool(teller.world, topic, tool, omit, 0, teller.tools).result;
  const first = ask([]);
  report(teller, beat, foundNothing(topic, first) && topic.relax.length > 0 ? ask(topic.relax) : first);
}

function tellSilently(teller: Teller, beat: Beat): boolean {
  const tool = isSilent(beat) ? teller.domain.tools.find((each) => each.name === beat.topic!.tool) : undefined;
  if (tool) reportSilently(teller, beat, tool);
  return tool !== undefined;
}

/** The deeds of a step that are more than a greeting or a farewell; all of them where there is nothing else. */
export function deedsOf(step: Step): readonly Clause[] {
  const deeds = step.clauses.filter(({ verb, rest }) => !COURTESY.test(`${verb} ${rest("assistant")}`.trim()));
  return deeds.length > 0 ? deeds : step.clauses;
}

/** Greetings and farewells in front of what a step is really about. */
export const COURTESY =
  /^(?:saludar(?: al?\s+\p{L}+)?|despedir(?:se|me)?|cerrar|agradecer|greet(?: the \p{L}+| you)?|say (?:hello|goodbye)|welcome(?: the \p{L}+| you)?)(?:\s*(?:,|\by\b|\be\b|\band\b)\s*|$)/iu;
