import { duplicateShare } from "./coherence-features.ts";
import { type CoherenceModel, DIALOGUE_FEATURES, loadCoherenceModel } from "./coherence-model.ts";
import { COHERENCE_WEIGHTS } from "./models/coherence.ts";
import { computed, type MetricOutcome } from "./outcome.ts";
import { roundScore, textLanguage } from "./text.ts";
import type { TopicReading } from "./topics.ts";
import type { Transcript } from "./transcript.ts";

/** The model that is part of this version. */
export const SHIPPED_MODEL = loadCoherenceModel(COHERENCE_WEIGHTS);
const WORST_SHOWN = 5;
/**
 * Share of turns said again word for word that good dialogues stay under (98 % of the calibration half): the English
 * ones have an assistant with stock phrases, in the others nobody says a telling turn twice.
 */
const REPETITION_FREE: Readonly<Record<string, number>> = { en: 0.2 };
const REPETITION_FREE_OTHERS = 0.1;
const REPETITION_COST = 1.5;
/**
 * Mean information of neighbouring words, in nats a pair against good text, that every good dialogue of the calibration
 * half exceeds and no word salad of it reaches: half-way between the two.
 */
const WORD_ORDER_FLOOR: Readonly<Record<string, number>> = { es: -0.55, en: -0.79 };
const WORD_ORDER_COST = 4;
const FLUENCY = DIALOGUE_FEATURES.indexOf("fluency");

/**
 * Next-turn discrimination: a discriminator trained on real dialogues says of every turn whether it follows from what
 * came before; the dialogue's score joins the mean link, the worst links, repetition and the order of words, calibrated
 * so that 0.85 cuts at the 2nd percentile of good dialogues. Repetition beyond what people do lowers it further, and so
 * does an order of words that nobody writes in. `topics` are the model's readings of the transcript. A single turn has nothing to follow and scores 1.
 */
export function scoreDialogueCoherence(
  transcript: Transcript,
  discriminator: CoherenceModel,
  topics: readonly TopicReading[],
): MetricOutcome {
  const method = `next-turn/${discriminator.version}`;
  const turns = transcript.turns.filter((turn) => turn.side !== "system");
  if (turns.length < 2) return computed(1, method, [{ note: "fewer than two turns" }]);
  const reading = discriminator.score(transcript, topics);
  const worst = reading.links
    .map((logit, i) => ({ turn: turns[i + 1]!.index + 1, logit: Math.round(logit * 100) / 100 }))
    .sort((a, b) => a.logit - b.logit)
    .slice(0, WORST_SHOWN);
  const repetition = duplicateShare(transcript);
  const free = REPETITION_FREE[textLanguage(transcript.language)] ?? REPETITION_FREE_OTHERS;
  const floor = WORD_ORDER_FLOOR[textLanguage(transcript.language)] ?? -Infinity;
  const disorder = Math.max(0, floor - reading.features[FLUENCY]!);
  const score =
    reading.score *
    (1 - REPETITION_COST * Math.max(0, repetition - free)) *
    Math.max(0, 1 - WORD_ORDER_COST * disorder);
  return computed(roundScore(score), method, [
    {
      repetition: roundScore(repetition),
      word_order: roundScore(disorder),
      logit: Math.round(reading.logit * 1000) / 1000,
      language: transcript.language,
    },
    ...worst.map((link) => ({ weak_link: link })),
  ]);
}
