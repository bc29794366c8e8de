import { actOf, classifyAct } from "./acts.ts";
import type { Act, Side } from "./acts.ts";
import { compileCues, matchCues } from "./cues.ts";
import { wordsOf } from "./languages.ts";
import type { Phrase, SeedLanguage } from "./languages.ts";
import { TOPICS } from "./topics.ts";
import type { Topic } from "./topics.ts";

/** A turn as extraction sees it: masks taken out of the text, tool calls by name. */
export interface SourceTurn {
  readonly turn: number;
  readonly side: Side;
  readonly text: string;
  readonly categories: readonly string[];
  readonly tools: readonly string[];
}

/** One step of a conversation's flow: who does what about which topics, and the turns that show it. */
export interface FlowStep {
  readonly side: Side;
  readonly act: Act;
  readonly topics: readonly Topic[];
  readonly turns: readonly number[];
}

export const FLOW_MIN = 3;
export const FLOW_MAX = 10;

/** Topics that one sentence names at most. */
const TOPICS_PER_STEP = 2;
/** Words of one run that are read; longer ones (pasted documents) say nothing more about the flow. */
const WORDS_PER_RUN = 4000;

const topicIndex = compileCues(TOPICS.map((topic) => topic.cues));
const REGISTERS = compileCues([
  "book agend program reserv schedul registr request rsvp report crear create actualiz update",
]);

/** Topics of folded words that the domain knows, the most frequent first, domain topics before common ones. */
export function topicsOf(words: readonly string[], domain: string): { topic: Topic; count: number }[] {
  return [...matchCues(topicIndex, words)]
    .map(([row, count]) => ({ topic: TOPICS[row]!, count }))
    .filter(({ topic }) => topic.domain === null || topic.domain === domain)
    .toSorted((a, b) => b.count - a.count || Number(a.topic.domain === null) - Number(b.topic.domain === null));
}

/** What a tool is about, by the words of its name. */
export function topicsOfTool(name: string, domain: string): Topic[] {
  return topicsOf(wordsOf(name.replace(/[_-]/gu, " ")), domain).map(({ topic }) => topic);
}

/** Runs of consecutive turns of one side; a turn with tool calls starts a run of its own. */
function runsOf(turns: readonly SourceTurn[]): SourceTurn[][] {
  const runs: SourceTurn[][] = [];
  for (const turn of turns) {
    const last = runs.at(-1);
    const joins =
      last !== undefined && last[0]!.side === turn.side && last[0]!.tools.length === 0 && turn.tools.length === 0;
    if (joins) last.push(turn);
    else runs.push([turn]);
  }
  return runs;
}

function toolAct(name: string): Act {
  const registers = matchCues(REGISTERS, wordsOf(name.replace(/[_-]/gu, " "))).size > 0;
  return actOf(registers ? "register" : "lookup", "professional");
}

/**
 * Every run of the conversation as a step, uncompressed. A run that names no topic and only answers carries on those of
 * the run before it.
 */
export function readFlow(turns: readonly SourceTurn[], domain: string): FlowStep[] {
  const steps: FlowStep[] = [];
  for (const run of runsOf(turns)) {
    const numbers = run.map(({ turn }) => turn);
    const side = run[0]!.side;
    const text = run.map((turn) => turn.text).join("\n");
    const words = wordsOf(text).slice(0, WORDS_PER_RUN);
    const previous = steps.at(-1);
    const named = topicsOf(words, domain).map(({ topic }) => topic);
    const tools = run.flatMap((turn) => turn.tools);
    if (tools.length > 0) {
      const about = tools.flatMap((name) => topicsOfTool(name, domain));
      steps.push({
        side,
        act: toolAct(tools[0]!),
        topics: about.length > 0 ? about : (previous?.topics ?? []),
        turns: numbers,
      });
      continue;
    }
    const answers = previous !== undefined && previous.side !== side && previous.act.id === "ask";
    const act = classifyAct(text, words, side, answers);
    const inherits = named.length === 0 && previous !== undefined && act.weight > 1;
    steps.push({ side, act, topics: inherits ? previous.topics : named, turns: numbers });
  }
  return steps;
}

function mergeSteps(a: FlowStep, b: FlowStep): FlowStep {
  return { ...a, topics: [...new Set([...a.topics, ...b.topics])], turns: [...a.turns, ...b.turns] };
}

/** Neighbours that do the same, and exchanges that repeat the exchange before them, become one. */
function foldRepeats(steps: readonly FlowStep[]): FlowStep[] {
  const folded: FlowStep[] = [];
  for (const step of steps) {
    const last = folded.at(-1);
    const before = folded.at(-2);
    const same = (other: FlowStep | undefined): boolean =>
      other !== undefined && other.side === step.side && other.act === step.act;
    const covered = (other: FlowStep): boolean => step.topics.every((topic) => other.topics.includes(topic));
    if (same(last)) folded[folded.length - 1] = mergeSteps(last!, step);
    else if (same(before) && covered(before!)) folded[folded.length - 2] = mergeSteps(before!, step);
    else folded.push(step);
  }
  return folded;
}

/** What a flow loses without a step: its act's weight, and the topics that no earlier step has named. */
function valueOf(steps: readonly FlowStep[], index: number): number {
  const step = steps[index]!;
  const earlier = new Set(steps.slice(0, index).flatMap((other) => other.topics));
  const fresh = step.topics.slice(0, TOPICS_PER_STEP).filter((topic) => !earlier.has(topic)).length;
  const repeats = steps.slice(0, index).some((other) => other.side === step.side && other.act === step.act) ? 2 : 0;
  return step.act.weight + 2 * fresh - repeats;
}

/**
 * The flow of a conversation in at most FLOW_MAX steps: repeats folded, then the least telling steps dropped; the first
 * and the last stay.
 */
function compressFlow(steps: readonly FlowStep[]): FlowStep[] {
  let flow = foldRepeats(steps);
  while (flow.length > FLOW_MAX) {
    let drop = 1;
    for (let index = 2; index < flow.length - 1; index += 1)
      if (valueOf(flow, index) < valueOf(flow, drop)) drop = index;
    flow = foldRepeats(flow.toSpliced(drop, 1));
  }
  return flow;
}

/** Courtesies that complete a flow of fewer than FLOW_MIN steps, by where they stand. */
const COURTESIES: readonly { place: "first" | "last"; act: Act }[] = [
  { place: "first", act: actOf("greet", "professional") },
  { place: "last", act: actOf("close", "client") },
  { place: "last", act: actOf("close", "professional") },
];

/**
 * The flow that a seed expects: the conversation's own, compressed, no sentence twice, and completed to FLOW_MIN steps
 * by greetings and closings.
 */
export function planFlow(
  steps: readonly FlowStep[],
  actors: Readonly<Record<Side, string>>,
  language: SeedLanguage,
): FlowStep[] {
  const flow = new Map<string, FlowStep>();
  for (const step of compressFlow(steps)) {
    const sentence = phraseStep(step, actors, language);
    if (!flow.has(sentence)) flow.set(sentence, step);
  }
  let planned = [...flow.values()];
  for (const { place, act } of COURTESIES) {
    if (planned.length >= FLOW_MIN) break;
    const step: FlowStep = { side: act.side, act, topics: [], turns: [] };
    if (flow.has(phraseStep(step, actors, language))) continue;
    planned = place === "first" ? [step, ...planned] : [...planned, step];
  }
  return planned;
}

const AND: Phrase = { es: " y ", en: " and ", pt: " e ", fr: " et " };

/** Nouns joined as the language does: `a`, `a y b`, `a, b y c`. */
export function joinNouns(nouns: readonly string[], language: SeedLanguage): string {
  if (nouns.length < 2) return nouns[0] ?? "";
  return `${nouns.slice(0, -1).join(", ")}${AND[language]}${nouns.at(-1)!}`;
}

/** The sentence that states a step, from our own phrases only. */
export function phraseStep(step: FlowStep, actors: Readonly<Record<Side, string>>, language: SeedLanguage): string {
  const nouns = step.topics.slice(0, TOPICS_PER_STEP).map((topic) => topic.noun[language]);
  const template = nouns.length === 0 ? step.act.bare[language] : step.act.step[language];
  return template.replace("{a}", actors[step.side]).replace("{t}", joinNouns(nouns, language));
}
