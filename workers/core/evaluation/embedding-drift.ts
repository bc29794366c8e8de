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
import { roundScore } from "./text.ts";
import { spokenTurns, type Transcript } from "./transcript.ts";

/**
 * Raw similarity of the local backend to the metric's scale. 0.40 stands at the 2nd percentile of good dialogues of the
 * calibration half.
 */
export const LOCAL_CALIBRATION: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.12, 0.4],
  [0.25, 0.8],
  [0.45, 1],
];

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
 * The evidence holds the curve of the turns. A backend that could not be asked is `failed`, never a score.
 */
export function scoreEmbeddingDrift(
  transcript: Transcript,
  { units, unitFeatures }: CompiledSeed,
  backend: EmbeddingBackend | null,
): MetricOutcome {
  if (backend?.outage !== undefined) {
    const evidence = [{ reason: backend.outage }];
    return { score: null, status: "failed", method: `best-match/1+${backend.name}`, evidence };
  }
  const dense = backend === null ? null : denseSimilarities(transcript, units, backend);
  const { rows, turnWeights } = dense ?? localSimilarities(transcript, unitFeatures);
  const method = `best-match/1+${dense === null ? "local-hash/1" : backend!.name}`;
  const unitMean = mean(rows.map((row) => Math.max(0, ...row)));
  const curve = turnWeights.map((_, t) => rows.reduce((best, row) => Math.max(best, row[t]!), 0));
  const total = turnWeights.reduce((sum, weight) => sum + weight, 0);
  const turnMean = total === 0 ? 0 : curve.reduce((sum, value, t) => sum + value * turnWeights[t]!, 0) / total;
  const raw = (unitMean + turnMean) / 2;
  const calibration = dense === null ? LOCAL_CALIBRATION : (backend!.calibration ?? []);
  const turns = spokenTurns(transcript);
  return computed(roundScore(interpolate(calibration, raw)), method, [
    {
      raw: roundScore(raw),
      spec_to_turns: roundScore(unitMean),
      turns_to_spec: roundScore(turnMean),
      calibrated: calibration.length > 0,
      ...(dense === null && backend !== null
        ? { unavailable: backend.name, reason: backend.unavailable ?? "no vector for some text" }
        : {}),
    },
    { curve: curve.map((value, t) => [turns[t]!.index + 1, roundScore(value)]) },
  ]);
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
