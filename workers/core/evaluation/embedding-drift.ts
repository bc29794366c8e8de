import type { Conversation } from "../../contract/conversation.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import {
  denseCosine,
  type EmbeddingBackend,
  interpolate,
  inverseFrequencies,
  localFeatures,
  sparseCosine,
  weigh,
} from "./embeddings.ts";
import { computed, type MetricOutcome } from "./outcome.ts";
import type { CompiledSeed } from "./compiled-seed.ts";
import { specUnits } from "./steps.ts";
import { roundScore, textLanguage } from "./text.ts";
import type { TopicReading } from "./topics.ts";
import { spokenTurns, type Transcript } from "./transcript.ts";

type Points = readonly (readonly [number, number])[];

/**
 * Raw similarity of the local backend to the metric's scale, by the conversation's language: 0.40 stands at the 1st
 * percentile of good English dialogues of the calibration half, and under all of the thirty Spanish ones.
 */
const LOCAL_CALIBRATION: Readonly<Record<string, Points>> = {
  en: [
    [0, 0],
    [0.093, 0.4],
    [0.24, 0.8],
    [0.45, 1],
  ],
};
const LOCAL_CALIBRATION_OTHERS: Points = [
  [0, 0],
  [0.067, 0.4],
  [0.19, 0.8],
  [0.42, 1],
];

/**
 * What a nat by which turns are about another subject than the others costs in raw similarity, of the local backend;
 * chosen on the calibration half too.
 */
const SUBJECT_COST = 0.05;

/**
 * Every text whose vector an embedding backend should hold before `evaluateConversation` is called; `flowSteps` are those
 * of the scenario drawn, where there are any.
 */
export function evaluationUnits(conversation: Conversation, seed: SeedSchema, flowSteps?: readonly string[]): string[] {
  const steps = flowSteps?.length ? flowSteps : seed.pasos_turnos.flujo_esperado;
  return [...new Set([...specUnits(seed, steps), ...conversation.turnos.map((turn) => turn.contenido)])];
}

/** Similarities of spec units (rows) and turns (columns), with the weight that each turn carries. */
interface Similarities {
  rows: number[][];
  turnWeights: number[];
}

/**
 * Mean of the symmetric best-match similarity: how well each unit of the seed is met by its best turn, and how well
 * each turn is explained by its best unit, turns weighed by what they say (a bare `si` weighs little). Higher is closer.
 * The evidence holds the curve of the turns. The local backend knows the words of the seed and hardly what they mean, so
 * there a dialogue whose turns are about different subjects loses too: it has drifted from itself. A backend that could not be asked is `failed`, never a score.
 */
export function scoreEmbeddingDrift(
  transcript: Transcript,
  { units, unitFeatures }: CompiledSeed,
  backend: EmbeddingBackend | null,
  topics: readonly TopicReading[],
): MetricOutcome {
  if (backend?.outage !== undefined) {
    const evidence = [{ reason: backend.outage }];
    return { score: null, status: "failed", method: `best-match/1+${backend.name}`, evidence };
  }
  const dense = backend === null ? null : denseSimilarities(transcript, units, backend);
  const { rows, turnWeights } = dense ?? localSimilarities(transcript, unitFeatures);
  const method = `best-match/1+${dense === null ? "local-hash/2" : backend!.name}`;
  const unitMean = mean(rows.map((row) => Math.max(0, ...row)));
  const curve = turnWeights.map((_, t) => rows.reduce((best, row) => Math.max(best, row[t]!), 0));
  const total = turnWeights.reduce((sum, weight) => sum + weight, 0);
  const turnMean = total === 0 ? 0 : curve.reduce((sum, value, t) => sum + value * turnWeights[t]!, 0) / total;
  const turns = spokenTurns(transcript);
  const similarity = (unitMean + turnMean) / 2;
  const gap = dense === null ? meanGap(transcript, topics) : 0;
  const raw = Math.max(0, similarity - SUBJECT_COST * gap);
  const local = LOCAL_CALIBRATION[textLanguage(transcript.language)] ?? LOCAL_CALIBRATION_OTHERS;
  const calibration = dense === null ? local : (backend!.calibration ?? []);
  return computed(roundScore(interpolate(calibration, raw)), method, [
    {
      raw: roundScore(raw),
      spec_to_turns: roundScore(unitMean),
      turns_to_spec: roundScore(turnMean),
      ...(dense === null ? { subject_gap: roundScore(gap) } : {}),
      calibrated: calibration.length > 0,
      ...(dense === null && backend !== null
        ? { unavailable: backend.name, reason: backend.unavailable ?? "no vector for some text" }
        : {}),
    },
    { curve: curve.map((value, t) => [turns[t]!.index + 1, roundScore(value)]) },
  ]);
}

/** Mean gap of the spoken turns to the subject of the others, over the root of their known words. */
function meanGap(transcript: Transcript, topics: readonly TopicReading[]): number {
  const sides = transcript.turns.flatMap(({ side }) => (side === "system" ? [] : [side]));
  const spoken = topics.filter(({ known }, i) => known > 0 && sides[i] !== "tool");
  return mean(spoken.map(({ gap, known }) => gap / Math.sqrt(known)));
}

function localSimilarities(transcript: Transcript, unitFeatures: readonly ReadonlyMap<number, number>[]): Similarities {
  const { stemmer } = transcript;
  const turns = spokenTurns(transcript);
  const turnFeatures = turns.map((turn) => localFeatures(turn.aboutWords, stemmer, turn.concepts));
  const idf = inverseFrequencies([...unitFeatures, ...turnFeatures]);
  const unitVectors = unitFeatures.map((features) => weigh(features, idf));
  const turnVectors = turnFeatures.map((features) => weigh(features, idf));
  return {
    rows: unitVectors.map((unit) => turnVectors.map((turn) => sparseCosine(unit, turn))),
    turnWeights: turns.map((turn) => Math.sqrt(turn.stems.length)),
  };
}

function denseSimilarities(
  transcript: Transcript,
  units: readonly string[],
  backend: EmbeddingBackend,
): Similarities | null {
  const turns = spokenTurns(transcript);
  const unitVectors = units.map((unit) => backend.vector(unit));
  const turnVectors = turns.map((turn) => backend.vector(turn.text));
  if ([...unitVectors, ...turnVectors].includes(null)) return null;
  return {
    rows: unitVectors.map((unit) => turnVectors.map((turn) => denseCosine(unit!, turn!))),
    turnWeights: turns.map((turn) => Math.sqrt(turn.stems.length)),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
