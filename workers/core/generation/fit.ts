import type { Topic } from "../domains/data.ts";
import type { Language } from "../tools/simulation.ts";
import type { Beat, BeatInput } from "./beats.ts";
import { canTell, insertBeat, makeBeat } from "./beats.ts";
import type { Side } from "./perspective.ts";

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
      if (reply === "user" && !beat.told) sides.push("user");
      if (beat.tool) sides.push("assistant", "tool");
      if (reply === "assistant" || beat.tool || isFollowed(beat, group)) sides.push("assistant");
    }
  }
  return sides;
}

/** Whether the exchange is about something that a tool would tell, in a conversation that does not run it: it is told all the same. */
export function isSilent(beat: Beat): boolean {
  return beat.topic?.tool !== undefined && beat.tool === null;
}

/** Two questions asked at once get both answers before the professional comments on either: no follow-through then. */
export function isFollowed(beat: Beat, group: readonly Beat[]): boolean {
  return (beat.followed || isSilent(beat)) && group.length === 1 && beat.opens === "assistant" && !beat.told;
}

/** Beats that share one opening turn. A look-up that nobody asked for stands alone. */
export function groupMerged(beats: readonly Beat[]): Beat[][] {
  const groups: Beat[][] = [];
  const stands = (beat: Beat) => beat.told && beat.tool !== null;
  for (const beat of beats) {
    const group = groups.at(-1);
    if (beat.merged && group && group[0]!.opens === beat.opens && !stands(beat) && !group.some(stands))
      group.push(beat);
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
    else shrink(beats, input, count - target);
  }
  for (let round = 0; countTurns(beats) > max && round < 200; round++) shrink(beats, input, 99);
  squeeze(beats, input, max);
  return countTurns(beats);
}

function grow(beats: Beat[], fillers: Topic[], input: BeatInput): void {
  const { random } = input;
  const quiet = beats
    .slice(1, -1)
    .filter((beat) => !beat.followed && !beat.told && !beat.merged && !beat.tool && beat.opens === "assistant");
  if (quiet.length > 0 && random.next() < 0.4) {
    random.pick(quiet).followed = true;
    return;
  }
  const telling = beats.filter((beat) => beat.told);
  if (telling.length > 0 && random.next() < 0.6) {
    random.pick(telling).told = false;
    return;
  }
  const topic = fillers.pop();
  if (topic) {
    insertBeat(beats, makeBeat(input, null, topic, topic.phase));
    return;
  }
  const next = telling[0] ?? quiet[0] ?? beats.find((beat) => beat.merged);
  if (!next) return;
  if (next.told) next.told = false;
  else if (next.merged) next.merged = false;
  else next.followed = true;
}

/** One change that saves turns; `excess` says how many are too many, so that a single one does not cost a whole topic. */
function shrink(beats: Beat[], input: BeatInput, excess: number): void {
  const { language, random } = input;
  const inner = beats.slice(1, -1);
  const followed = beats.filter((beat) => beat.followed);
  // What the seed adds to a scenario goes before any tool that the scenario asks for.
  const additions = inner.filter((beat) => !beat.required && !beat.tool && beat.constraints.length === 0);
  const fillers = additions.filter((beat) => beat.step === null);
  const optional = fillers.length > 0 ? fillers : additions;
  const tellable = inner.filter((beat) => beat.topic === null && !beat.told && !beat.merged && canTell(beat, input));
  const flippable = inner.filter((beat) => !beat.merged && canFlip(beat, language));
  const mergeable = inner.filter((beat, i) => i > 0 && !beat.merged && !beat.told && canMerge(inner[i - 1]!, beat));
  if (followed.length > 0 && (excess < 4 || optional.length === 0)) {
    random.pick(followed).followed = false;
  } else if (optional.length > 0) {
    beats.splice(beats.indexOf(random.pick(optional)), 1);
  } else if (tellable.length > 0) {
    random.pick(tellable).told = true;
  } else if (flippable.length > 0 && random.next() < 0.5) {
    const beat = random.pick(flippable);
    beat.opens = beat.opens === "assistant" ? "user" : "assistant";
  } else if (mergeable.length > 0) {
    random.pick(mergeable).merged = true;
  } else if (!swapForTurns(beats, inner, language)) {
    const plain = inner.filter((beat) => !beat.required && !beat.tool);
    const asked = inner.filter((beat) => beat.tool && !beat.told);
    if (plain.length > 0) dropBeat(beats, random.pick(plain));
    else if (asked.length > 0) tell(random.pick(asked));
    else beats.at(-1)!.merged = false;
  }
}

/** The professional does it at once, without an exchange about it. */
function tell(beat: Beat): void {
  beat.opens = "assistant";
  beat.merged = false;
  beat.followed = false;
  beat.told = true;
}

/**
 * Fewer turns than the flow can be told in: one exchange after the other goes into the one before it until it fits; the
 * calls of tools are the last that go.
 */
function squeeze(beats: readonly Beat[], input: BeatInput, max: number): void {
  const join = (beat: Beat, i: number) => {
    beat.tool = null;
    beat.followed = false;
    beat.told = canTell(beat, input);
    const text = beat.topic?.text[input.language];
    if (!text || text.ai) beat.opens = "assistant";
    beat.merged = i > 1;
  };
  // Every other one first, so that no turn has to hold the whole flow.
  const order = [0, 1].flatMap((odd) => beats.map((_, i) => i).filter((i) => i > 0 && i % 2 === odd));
  for (const tools of [false, true])
    for (const i of order) if (countTurns(beats) > max && (tools || beats[i]!.tool === null)) join(beats[i]!, i);
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
  return previous.opens === beat.opens && !previous.told && !previous.topic?.tool && !beat.topic?.tool;
}
