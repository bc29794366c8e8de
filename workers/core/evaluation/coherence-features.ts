import { ACT_COUNT, actId, actsOf } from "./dialogue-acts.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { textLanguage } from "./text.ts";
import { type TopicTable, topicFits } from "./topics.ts";
import { jsonLeaves, type Transcript, type TranscriptTurn } from "./transcript.ts";

/** Bits of the hashed feature space. */
export const FEATURE_BITS = 14;
const MASK = (1 << FEATURE_BITS) - 1;

/** What the links of a dialogue are computed from, once per turn. */
interface Signals {
  turn: TranscriptTurn;
  /** 0 user, 1 assistant, 2 tool. */
  side: number;
  acts: number[];
  /** Words with digits, and capitalised words inside sentences: what a dialogue passes on. */
  values: Set<string>;
  content: Set<string>;
  concepts: ReadonlySet<number>;
  functionWords: string[];
  /** How well it fits the subject of the other turns; null where that cannot be told. */
  fit: number | null;
}

/** Acts that ask for something, by what would answer them. */
const ASKING = [
  "qwho",
  "qwhen",
  "qwhere",
  "qmuch",
  "qwhich",
  "qwhat",
  "qwhy",
  "contact",
  "credential",
  "askoffer",
  "more",
  "assist",
  "day",
  "money",
].map(actId);
const QUESTION = actId("question");
const GREET = actId("greet");
const BYE = actId("bye");
const THANKS = actId("thanks");
const DONE = actId("done");
const MORE = actId("more");

/** Hashed features of one link with their values. */
export interface LinkFeatures {
  ids: number[];
  values: number[];
}

/** A turn as it follows, and the same place filled by later turns of the same speaker, for comparison. */
export interface Link {
  actual: LinkFeatures;
  alternatives: LinkFeatures[];
}

/** Later turns of the same speaker that are tried in a turn's place. */
const ALTERNATIVES = 3;

/**
 * Features of every link, one for each turn but the first. They know dialogue acts, questions and their
 * answers, values (the entity grid) and word overlap; only function words enter as words, so that a model carries over
 * to other subjects.
 */
export function linkFeatures(transcript: Transcript, topics: TopicTable | null): Link[] {
  const language = textLanguage(transcript.language);
  const stop = language === "none" ? new Set<string>() : STOP_WORDS[language];
  const turns = transcript.turns.filter((turn) => turn.side !== "system");
  const fits = topics === null ? [] : topicFits(topics, turns);
  const signals = turns.map((turn, i) => readSignals(turn, stop, fits[i] ?? null));
  const documentCounts = new Map<string, number>();
  for (const signal of signals) {
    for (const stem of signal.content) documentCounts.set(stem, (documentCounts.get(stem) ?? 0) + 1);
  }
  const history: History = {
    content: new Set(),
    concepts: new Set(),
    values: new Set(),
    acts: new Uint8Array(ACT_COUNT * 3),
  };
  const links: Link[] = [];
  signals.forEach((signal, i) => {
    if (i > 0) {
      const place = (current: Signals) => featuresOf(signals, i, current, history, documentCounts);
      links.push({ actual: place(signal), alternatives: laterTurns(signals, i).map(place) });
    }
    for (const stem of signal.content) history.content.add(stem);
    for (const concept of signal.concepts) history.concepts.add(concept);
    for (const value of signal.values) history.values.add(value);
    for (const act of signal.acts) history.acts[signal.side * ACT_COUNT + act] = 1;
  });
  return links;
}

interface History {
  content: Set<string>;
  concepts: Set<number>;
  values: Set<string>;
  /** Whether a side has done an act before. */
  acts: Uint8Array;
}

function readSignals(turn: TranscriptTurn, stop: ReadonlySet<string>, fit: number | null): Signals {
  const values = new Set(turn.words.filter((word) => /\d/.test(word)));
  for (const match of turn.text.slice(0, 2000).matchAll(/(?<=[\p{Ll},]\s)\p{Lu}\p{L}+/gu))
    values.add(match[0].toLowerCase());
  for (const leaf of turn.calls.flatMap((call) => jsonLeaves(call.arguments))) addValueWords(values, leaf.text);
  for (const leaf of turn.results.flatMap((result) => jsonLeaves(result.result))) addValueWords(values, leaf.text);
  return {
    turn,
    side: turn.side === "tool" ? 2 : turn.side === "assistant" ? 1 : 0,
    acts: actsOf(turn),
    values,
    content: new Set(turn.stems.slice(0, 200)),
    concepts: turn.concepts,
    functionWords: turn.words.slice(0, 60).filter((word) => stop.has(word)),
    fit,
  };
}

function addValueWords(values: Set<string>, text: string): void {
  for (const word of text
    .slice(0, 80)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u))
    if (word.length > 1) values.add(word);
}

/** Kinds of features; part of the model's format. */
const KIND = {
  sides: 1,
  actPair: 2,
  actPosition: 3,
  actSkip: 4,
  overlapPrevious: 5,
  overlapHistory: 6,
  overlapRest: 7,
  values: 8,
  answer: 9,
  duplicate: 10,
  repeatedAct: 11,
  concepts: 12,
  roleAct: 13,
  roleWord: 14,
  state: 15,
  opening: 16,
  otherSide: 17,
  topic: 18,
} as const;

function featuresOf(
  signals: readonly Signals[],
  i: number,
  current: Signals,
  history: History,
  counts: ReadonlyMap<string, number>,
): LinkFeatures {
  const previous = signals[i - 1]!;
  const before = signals[i - 2];
  const ids: number[] = [];
  const values: number[] = [];
  // Pairs of acts come in dozens where a turn says much: the root keeps long turns from outweighing short ones.
  let value = 1;
  const add = (kind: number, a: number, b = 0, c = 0) => {
    ids.push(featureId(kind, a, b, c));
    values.push(value);
  };
  const sides = previous.side * 3 + current.side;
  add(KIND.sides, sides, before === undefined ? 3 : before.side);
  const asks = previous.acts.includes(QUESTION) ? 1 : 0;
  add(KIND.overlapPrevious, sides, shareBin(current.content, previous.content), asks);
  add(KIND.overlapHistory, current.side, shareBin(current.content, history.content), sizeBin(current.content.size));
  add(KIND.overlapRest, current.side, restBin(current.content, counts), sizeBin(current.content.size));
  add(
    KIND.concepts,
    sides,
    shareBin(current.concepts, previous.concepts),
    shareBin(current.concepts, history.concepts),
  );
  const known = countIn(current.values, history.values);
  const fresh = current.values.size - known;
  const carried = countIn(current.values, previous.values) > 0 ? 1 : 0;
  add(KIND.values, sides, Math.min(2, known) * 3 + Math.min(2, fresh), carried);
  add(KIND.topic, current.side, fitBin(current.fit), sizeBin(current.content.size));
  add(KIND.duplicate, current.side, duplicateBin(signals, i, current));
  add(KIND.state, stateBin(history), actsBin(current.acts), current.side);
  const first = current.turn.words[0];
  if (first !== undefined && current.functionWords.includes(first)) add(KIND.opening, sides, wordId(first), asks);
  value = 1 / Math.sqrt(Math.max(1, current.acts.length * previous.acts.length));
  for (const act of current.acts) for (const earlier of previous.acts) add(KIND.actPair, sides, earlier, act);
  if (before !== undefined) {
    value = 1 / Math.sqrt(Math.max(1, current.acts.length * before.acts.length));
    for (const act of current.acts)
      for (const earlier of before.acts) add(KIND.actSkip, before.side * 9 + sides, earlier, act);
  }
  value = 1 / Math.sqrt(Math.max(1, current.acts.length));
  for (const act of current.acts) {
    add(KIND.actPosition, current.side, act, positionBin(i, signals.length));
    add(KIND.roleAct, current.side, act);
    if (history.acts[current.side * ACT_COUNT + act] === 1) add(KIND.repeatedAct, current.side, act);
  }
  const question = lastOtherSide(signals, i, current.side);
  if (question !== undefined) {
    const asked = ASKING.filter((act) => question.acts.includes(act));
    const isQuestion = question.acts.includes(QUESTION) ? 1 : 0;
    value = 1;
    add(KIND.otherSide, shareBin(current.content, question.content), current.side, isQuestion);
    value = 1 / Math.sqrt(Math.max(1, current.acts.length * asked.length));
    for (const ask of asked) for (const act of current.acts) add(KIND.answer, ask * 3 + current.side, act, isQuestion);
  }
  const words = new Set(current.functionWords);
  value = 1 / Math.sqrt(Math.max(1, words.size));
  for (const word of words) add(KIND.roleWord, current.side, wordId(word));
  return { ids, values };
}

function laterTurns(signals: readonly Signals[], i: number): Signals[] {
  const found: Signals[] = [];
  for (let k = i + 1; k < signals.length && found.length < ALTERNATIVES; k++) {
    const candidate = signals[k]!;
    if (candidate.side === signals[i]!.side && candidate.turn.folded !== signals[i]!.turn.folded) found.push(candidate);
  }
  return found;
}

function featureId(kind: number, a: number, b: number, c: number): number {
  let hash = Math.imul(kind + 1, 0x9e3779b1) ^ Math.imul(a + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(b + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ Math.imul(c + 1, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & MASK;
}

function wordId(word: string): number {
  let id = 7;
  for (let i = 0; i < word.length; i++) id = Math.imul(id, 31) + word.charCodeAt(i);
  return id;
}

function positionBin(i: number, count: number): number {
  if (i === 1) return 0;
  if (i === 2) return 1;
  if (i === count - 1) return 2;
  if (i === count - 2) return 3;
  return 4 + Math.min(3, Math.floor((4 * i) / count));
}

function countIn<T>(values: ReadonlySet<T>, other: ReadonlySet<T>): number {
  let count = 0;
  for (const value of values) if (other.has(value)) count += 1;
  return count;
}

/** Share of a set that another holds, in six bins; 5 when the set is empty. */
function shareBin<T>(own: ReadonlySet<T>, other: ReadonlySet<T>): number {
  if (own.size === 0) return 5;
  const share = countIn(own, other) / own.size;
  return share === 0 ? 0 : share <= 0.15 ? 1 : share <= 0.34 ? 2 : share <= 0.6 ? 3 : 4;
}

/** Share of the words that occur elsewhere in the dialogue, before or after. */
function restBin(own: ReadonlySet<string>, counts: ReadonlyMap<string, number>): number {
  if (own.size === 0) return 5;
  let shared = 0;
  for (const stem of own) if (counts.get(stem)! > 1) shared += 1;
  const share = shared / own.size;
  return share === 0 ? 0 : share <= 0.2 ? 1 : share <= 0.4 ? 2 : share <= 0.7 ? 3 : 4;
}

/** How a turn fits the subject of the others, in seven bins; 7 when it cannot be told. */
function fitBin(fit: number | null): number {
  if (fit === null) return 7;
  return fit < -1.5 ? 0 : fit < -0.7 ? 1 : fit < -0.25 ? 2 : fit < 0.25 ? 3 : fit < 0.8 ? 4 : fit < 1.6 ? 5 : 6;
}

function sizeBin(size: number): number {
  return size <= 1 ? 0 : size <= 3 ? 1 : size <= 7 ? 2 : size <= 14 ? 3 : 4;
}

function lastOtherSide(signals: readonly Signals[], i: number, side: number): Signals | undefined {
  for (let k = i - 1; k >= 0 && k >= i - 6; k--) {
    const candidate = signals[k]!;
    if (candidate.side !== side && candidate.side !== 2) return candidate;
  }
  return undefined;
}

/** 0 new, 1 alike, 2 nearly the same, 3 the same as an earlier turn of the side, 4 the same as the turn before. */
function duplicateBin(signals: readonly Signals[], i: number, current: Signals): number {
  if (signals[i - 1]!.turn.folded === current.turn.folded) return 4;
  let bin = 0;
  for (let k = Math.max(0, i - 40); k < i; k++) {
    const other = signals[k]!;
    if (other.side !== current.side) continue;
    if (other.turn.folded === current.turn.folded) return current.content.size <= 2 ? 1 : 3;
    if (current.content.size <= 3) continue;
    const jaccard =
      countIn(current.content, other.content) /
      (current.content.size + other.content.size - countIn(current.content, other.content));
    bin = Math.max(bin, jaccard >= 0.8 ? 2 : jaccard >= 0.5 ? 1 : 0);
  }
  return bin;
}

function stateBin(history: History): number {
  const happened = (act: number) => (history.acts[act] === 1 || history.acts[ACT_COUNT + act] === 1 ? 1 : 0);
  return happened(GREET) + 2 * happened(BYE) + 4 * happened(DONE) + 8 * happened(MORE) + 16 * happened(THANKS);
}

function actsBin(acts: readonly number[]): number {
  const has = (act: number) => (acts.includes(act) ? 1 : 0);
  return has(GREET) + 2 * has(BYE) + 4 * has(DONE) + 8 * has(MORE) + 16 * has(THANKS) + 32 * has(QUESTION);
}

/** Content words from which a spoken turn that is said again is a repetition and not a courtesy. */
const REPEATED_WORDS = 4;

/** Share of the spoken turns with something to say that say it word for word again. */
export function duplicateShare(transcript: Transcript): number {
  const turns = transcript.turns.filter(
    (turn) => turn.side !== "system" && turn.side !== "tool" && turn.stems.length >= REPEATED_WORDS,
  );
  const seen = new Set<string>();
  let repeated = 0;
  for (const turn of turns) {
    if (seen.has(turn.folded)) repeated += 1;
    seen.add(turn.folded);
  }
  return turns.length === 0 ? 0 : repeated / turns.length;
}

/** Turns with fewer content words say too little to be tied to others by them. */
const TELLING_WORDS = 3;

/**
 * Mean over telling turns of the share of content stems and concepts that another turn has too, and the share of telling
 * turns that have nothing in common with any other.
 */
export function cohesionFeatures(transcript: Transcript): [cohesion: number, loneTurns: number] {
  const turns = transcript.turns.filter((turn) => turn.side !== "system");
  const counts = new Map<string | number, number>();
  const items = turns.map((turn) => new Set<string | number>([...turn.stems.slice(0, 200), ...turn.concepts]));
  for (const set of items) for (const item of set) counts.set(item, (counts.get(item) ?? 0) + 1);
  let sum = 0;
  let telling = 0;
  let lone = 0;
  turns.forEach((turn, i) => {
    if (turn.side === "tool" || turn.stems.length < TELLING_WORDS) return;
    let shared = 0;
    for (const item of items[i]!) if (counts.get(item)! > 1) shared += 1;
    telling += 1;
    sum += shared / items[i]!.size;
    if (shared === 0) lone += 1;
  });
  return telling === 0 ? [0.5, 0] : [sum / telling, lone / telling];
}
