import { interpolate } from "./embeddings.ts";
import { duplicateShare, FEATURE_BITS, type FeatureSink, readLinks } from "./coherence-features.ts";
import { type FluencyTable, sentenceFluency } from "./fluency.ts";
import { textLanguage } from "./text.ts";
import { readTopics, type TopicReading, type TopicTable } from "./topics.ts";
import { spokenTurns, type Transcript } from "./transcript.ts";

/** Weights of the discriminator, as `scripts/train-coherence.ts` writes them. */
export interface CoherenceWeights {
  version: string;
  /** Base64 of 2^14 int8 link weights, the value of one unit, and the bias. */
  link: string;
  linkScale: number;
  linkBias: number;
  /** One weight for each of `DIALOGUE_FEATURES`, and the bias. */
  dialogue: readonly number[];
  dialogueBias: number;
  /** By language or `other`, from logit to score: 0.85 stands at the 2nd percentile of good dialogues. */
  calibration: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** For each language: space-separated classes, base64 of the int8 table, mean of good text in nats a pair. */
  fluency: Readonly<Record<string, { classes: string; table: string; mean: number }>>;
  /** For each language: space-separated stems, number of subjects, base64 of the int8 table. */
  topics: Readonly<Record<string, { stems: string; topics: number; table: string }>>;
}

export interface CoherenceModel {
  version: string;
  /** What every turn that is not the system's is about; none in a language whose subjects were not learnt. */
  topics(transcript: Transcript): TopicReading[];
  /** Score 0..1 of a transcript with two turns or more, with the logit of every link and the dialogue's features. */
  score(transcript: Transcript, topics: readonly TopicReading[]): CoherenceReading;
}

export interface CoherenceReading {
  score: number;
  logit: number;
  /** Logit of every turn but the first: how well it follows. */
  links: number[];
  features: number[];
}

/** What the dialogue's logit is made of, in order. */
export const DIALOGUE_FEATURES = [
  "mean_link",
  "lowest_links",
  "drop",
  "negative_links",
  "mean_advantage",
  "lost_places",
  "duplicates",
  "fluency",
  "lowest_fluency",
  "function_words",
  "widest_topic_gaps",
] as const;

const LINK_LIMIT = 4;
/** Sentences shorter than this say little about the order of words. */
const FLUENT_WORDS = 4;

/** Reads weights. Throws RangeError when they do not fit this version of the features. */
export function loadCoherenceModel(weights: CoherenceWeights): CoherenceModel {
  const link = decodeInt8(weights.link);
  if (link.length !== 1 << FEATURE_BITS || weights.dialogue.length !== DIALOGUE_FEATURES.length) {
    throw new RangeError("coherence weights of another version");
  }
  const tables = new Map(Object.entries(weights.fluency).map(([language, data]) => [language, readTable(data)]));
  const subjects = new Map(Object.entries(weights.topics).map(([language, data]) => [language, readTopicTable(data)]));
  const curves = new Map(Object.entries(weights.calibration));
  return {
    version: weights.version,
    topics: (transcript) => dialogueTopics(transcript, subjects.get(textLanguage(transcript.language)) ?? null),
    score: (transcript, topics) => {
      let sum = 0;
      const sink: FeatureSink = (id, value) => void (sum += link[id]! * value);
      const logitOf = (feed: (sink: FeatureSink) => void) => {
        sum = 0;
        feed(sink);
        return Math.max(-LINK_LIMIT, Math.min(LINK_LIMIT, sum * weights.linkScale + weights.linkBias));
      };
      const language = textLanguage(transcript.language);
      const found = readLinks(transcript, topics, logitOf);
      const links = found.map((each) => each.actual);
      const advantages = found.flatMap((each) =>
        each.alternatives.length === 0 ? [] : [each.actual - mean(each.alternatives)],
      );
      const features = dialogueFeatures(transcript, links, advantages, tables.get(language) ?? null, topics);
      const logit = features.reduce((sum, value, i) => sum + value * weights.dialogue[i]!, weights.dialogueBias);
      const curve = curves.get(language) ?? curves.get("other") ?? [];
      return { score: interpolate(curve, logit), logit, links, features };
    },
  };
}

function readTable(data: { classes: string; table: string; mean: number }): FluencyTable & { mean: number } {
  const classes = new Map(data.classes.split(" ").map((name, i) => [name, i + 2]));
  return { classes, size: classes.size + 2, seen: new Map(), table: decodeInt8(data.table), mean: data.mean };
}

/** What every turn that is not the system's is about; none where the language has no table. */
export function dialogueTopics(transcript: Transcript, table: TopicTable | null): TopicReading[] {
  return table === null
    ? []
    : readTopics(
        table,
        transcript.turns.filter((turn) => turn.side !== "system"),
      );
}

/** Reads the subject table of one language. */
export function readTopicTable(data: { stems: string; topics: number; table: string }): TopicTable {
  const stems = new Map(data.stems.split(" ").map((stem, i) => [stem, i]));
  return { stems, topics: data.topics, table: decodeInt8(data.table) };
}

/**
 * The dialogue's features from its links, from their advantages over the same place filled by a later turn, and from
 * its text; a language without a table has neutral fluency.
 */
export function dialogueFeatures(
  transcript: Transcript,
  links: readonly number[],
  advantages: readonly number[],
  table: (FluencyTable & { mean: number }) | null,
  topics: readonly TopicReading[],
): number[] {
  const sorted = [...links].sort((a, b) => a - b);
  const lowest = sorted.slice(0, Math.max(1, Math.ceil(sorted.length * 0.15)));
  const fluency = fluencyFeatures(transcript, table);
  return [
    mean(links),
    mean(lowest),
    mean(lowest) - (sorted[sorted.length >> 1] ?? 0),
    links.filter((value) => value < 0).length / Math.max(1, links.length),
    mean(advantages),
    advantages.filter((value) => value < 0).length / Math.max(1, advantages.length),
    duplicateShare(transcript),
    ...fluency,
    widestGaps(topics),
  ];
}

/** Mean of the three widest gaps of a turn to the subject of the others. */
function widestGaps(readings: readonly TopicReading[]): number {
  const known = readings.filter((reading) => reading.known > 0);
  if (known.length < 3) return 0;
  const gaps = known.map((reading) => reading.gap).sort((a, b) => b - a);
  return mean(gaps.slice(0, 3));
}

function fluencyFeatures(transcript: Transcript, table: (FluencyTable & { mean: number }) | null): number[] {
  if (table === null) return [0, 0, 0];
  let sum = 0;
  let pairs = 0;
  let words = 0;
  let functionWords = 0;
  const perTurn: number[] = [];
  for (const turn of spokenTurns(transcript)) {
    let turnSum = 0;
    let turnPairs = 0;
    for (const { words: list } of turn.sentences) {
      if (list.length < FLUENT_WORDS) continue;
      const found = sentenceFluency(table, list);
      turnSum += found.sum;
      turnPairs += found.pairs;
    }
    words += turn.words.length;
    functionWords += turn.words.length - turn.stems.length;
    if (turnPairs > 0) perTurn.push(turnSum / turnPairs - table.mean);
    sum += turnSum;
    pairs += turnPairs;
  }
  if (pairs === 0) return [0, 0, 0];
  const low = perTurn.sort((a, b) => a - b).slice(0, Math.max(1, Math.ceil(perTurn.length / 4)));
  return [sum / pairs - table.mean, mean(low), Math.min(0, functionWords / words - 0.3)];
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes of unpadded or padded base64 as signed values. */
function decodeInt8(text: string): Int8Array {
  const clean = text.replace(/=+$/, "");
  const bytes = new Int8Array(Math.floor((clean.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const character of clean) {
    buffer = (buffer << 6) | BASE64.indexOf(character);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (buffer >> bits) & 0xff;
  }
  return bytes;
}
