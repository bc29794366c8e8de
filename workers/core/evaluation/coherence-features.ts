import { ACT_COUNT, actId } from "./dialogue-acts.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { textLanguage } from "./text.ts";
import type { TopicReading } from "./topics.ts";
import { jsonLeaves, type Transcript, type TranscriptTurn } from "./transcript.ts";

/** Bits of the hashed feature space. */
export const FEATURE_BITS = 14;
const MASK = (1 << FEATURE_BITS) - 1;

/** What the links of a dialogue are computed from, once per turn. */
interface Signals {
  turn: TranscriptTurn;
  /** 0 user, 1 assistant, 2 tool. */
  side: number;
  acts: readonly number[];
  /** Words with digits, and capitalised words inside sentences: what a dialogue passes on. */
  values: Set<string>;
  content: Set<string>;
  concepts: ReadonlySet<number>;
  functionWords: string[];
  /** What it is about against the other turns; null in a language without subjects. */
  topic: TopicReading | null;
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

/** Takes the features of one link one by one. */
export type FeatureSink = (id: number, value: number) => void;

/** A turn as it follows, and the same place filled by later turns of the same speaker, for comparison. */
export interface Link<T> {
  actual: T;
  alternatives: T[];
}

/** Later turns of the same speaker that are tried in a turn's place. */
const ALTERNATIVES = 3;

/** The features of a link as lists, for training. */
export function listFeatures(feed: (sink: FeatureSink) => void): LinkFeatures {
  const features: LinkFeatures = { ids: [], values: [] };
  feed((id, value) => {
    features.ids.push(id);
    features.values.push(value);
  });
  return features;
}

/**
 * Reads the features of every link, one for each turn but the first, by `read`, which is called before the next link is
 * looked at. `topics` has one reading for each turn that is not the system's, or none; a place is tried with
 * `most` later turns. The features know dialogue acts, questions and their
 * answers, values (the entity grid) and word overlap; only function words enter as words, so that a model carries over
 * to other subjects.
 */
export function readLinks<T>(
  transcript: Transcript,
  topics: readonly TopicReading[],
  read: (feed: (sink: FeatureSink) => void) => T,
  most = ALTERNATIVES,
): Link<T>[] {
  const language = textLanguage(transcript.language);
  const stop = language === "none" ? new Set<string>() : STOP_WORDS[language];
  const turns = transcript.turns.filter((turn) => turn.side !== "system");
  const signals = turns.map((turn, i) => readSignals(turn, stop, topics[i] ?? null));
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
  const links: Link<T>[] = [];
  signals.forEach((signal, i) => {
    if (i > 0) {
      const place = (current: Signals) =>
        read((sink) => feedFeatures(signals, i, current, history, documentCounts, sink));
      links.push({ actual: place(signal), alternatives: laterTurns(signals, i, most).map(place) });
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

function readSignals(turn: TranscriptTurn, stop: ReadonlySet<string>, topic: TopicReading | null): Signals {
  const values = new Set(turn.words.filter((word) => /\d/.test(word)));
  for (const match of turn.text.slice(0, 2000).matchAll(/(?<=[\p{Ll},]\s)\p{Lu}\p{L}+/gu))
    values.add(match[0].toLowerCase());
  for (const leaf of turn.calls.flatMap((call) => jsonLeaves(call.arguments))) addValueWords(values, leaf.text);
  for (const leaf of turn.results.flatMap((result) => jsonLeaves(result.result))) addValueWords(values, leaf.text);
  return {
    turn,
    side: turn.side === "tool" ? 2 : turn.side === "assistant" ? 1 : 0,
    acts: turn.acts,
    values,
    content: new Set(turn.stems.slice(0, 200)),
    concepts: turn.concepts,
    functionWords: turn.words.slice(0, 60).filter((word) => stop.has(word)),
    topic,
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
  gap: 19,
} as const;

/** Ids of the features of pairs of acts, which are most of a link's, by kind, sides and acts. */
const PAIR_IDS = pairIds(KIND.actPair, 9);
const SKIP_IDS = pairIds(KIND.actSkip, 27);

function pairIds(kind: number, sides: number): Uint16Array {
  const ids = new Uint16Array(sides * ACT_COUNT * ACT_COUNT);
  let at = 0;
  for (let side = 0; side < sides; side++)
    for (let a = 0; a < ACT_COUNT; a++) for (let b = 0; b < ACT_COUNT; b++) ids[at++] = featureId(kind, side, a, b);
  return ids;
}

function feedFeatures(
  signals: readonly Signals[],
  i: number,
  current: Signals,
  history: History,
  counts: ReadonlyMap<string, number>,
  sink: FeatureSink,
): void {
  const previous = signals[i - 1]!;
  const before = signals[i - 2];
  // Pairs of acts come in dozens where a turn says much: the root keeps long turns from outweighing short ones.
  let value = 1;
  const add = (kind: number, a: number, b = 0, c = 0) => sink(featureId(kind, a, b, c), value);
  const addPairs = (ids: Uint16Array, of: number, first: readonly number[], second: readonly number[]) => {
    const pairValue = 1 / Math.sqrt(Math.max(1, first.length * second.length));
    for (const act of second)
      for (const earlier of first) sink(ids[(of * ACT_COUNT + earlier) * ACT_COUNT + act]!, pairValue);
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
  add(KIND.topic, current.side, fitBin(current.topic), sizeBin(current.content.size));
  add(KIND.gap, current.side, gapBin(current.topic));
  add(KIND.duplicate, current.side, duplicateBin(signals, i, current));
  add(KIND.state, stateBin(history), actsBin(current.acts), current.side);
  const first = current.turn.words[0];
  if (first !== undefined && current.functionWords.includes(first)) add(KIND.opening, sides, wordId(first), asks);
  addPairs(PAIR_IDS, sides, previous.acts, current.acts);
  if (before !== undefined) addPairs(SKIP_IDS, before.side * 9 + sides, before.acts, current.acts);
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
}

function laterTurns(signals: readonly Signals[], i: number, most: number): Signals[] {
  const found: Signals[] = [];
  for (let k = i + 1; k < signals.length && found.length < most; k++) {
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
function fitBin(topic: TopicReading | null): number {
  const fit = topic?.fit ?? null;
  if (fit === null) return 7;
  return fit < -1.5 ? 0 : fit < -0.7 ? 1 : fit < -0.25 ? 2 : fit < 0.25 ? 3 : fit < 0.8 ? 4 : fit < 1.6 ? 5 : 6;
}

/** How much better another subject explains a turn, in six bins; 6 when it cannot be told. */
function gapBin(topic: TopicReading | null): number {
  if (topic === null || topic.known === 0) return 6;
  const { gap } = topic;
  return gap < 0.5 ? 0 : gap < 1.2 ? 1 : gap < 2.2 ? 2 : gap < 3.5 ? 3 : gap < 5.5 ? 4 : 5;
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
