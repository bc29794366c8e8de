import { writeWeights } from "../../workers/core/privacy/recogniser-model.ts";
import type { Weights } from "../../workers/core/privacy/recogniser-model.ts";
import { createRecogniser } from "../../workers/core/privacy/recogniser.ts";
import type { NameRecogniser } from "../../workers/core/privacy/types.ts";
import type { Marked } from "./score.ts";

const BINS = 10;
/** Hotter ones calibrate the faintest scores better still, but names lose their ends. */
const TEMPERATURES: readonly number[] = [0.8, 0.9, 1, 1.1, 1.2];
/** Sources of the kinds of text the recogniser is for; tweets and encyclopaedias are not among them. */
const SOURCES = new Set(["es-dialogues", "meddocan", "multidogo", "tab-es", "tab-fr", "lener"]);

/**
 * The expected calibration error of span scores: over ten bins, how far the mean score is from the share of spans that
 * touch a marked name, weighted by the spans in the bin.
 */
export function calibrationError(recogniser: NameRecogniser, texts: readonly Marked[]): number {
  const counts = new Float64Array(BINS);
  const scores = new Float64Array(BINS);
  const right = new Float64Array(BINS);
  for (const { text, source, gold } of texts) {
    if (!SOURCES.has(source)) continue;
    for (const span of recogniser.recognise(text)) {
      const touched = gold.filter((name) => name.start < span.end && span.start < name.end);
      if (touched.some((name) => name.category === null)) continue;
      const bin = Math.min(BINS - 1, Math.floor(span.score * BINS));
      counts[bin]!++;
      scores[bin]! += span.score;
      if (touched.length > 0) right[bin]!++;
    }
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, _, bin) => sum + Math.abs(scores[bin]! - right[bin]!) / total, 0);
}

/** The temperature of the list at which the scores are best calibrated on the texts. */
export function calibrate(weights: Weights, lexicon: ArrayBuffer, texts: readonly Marked[]) {
  let best = { temperature: weights.temperature, error: Infinity };
  for (const temperature of TEMPERATURES) {
    const recogniser = createRecogniser(writeWeights({ ...weights, temperature }), lexicon);
    const error = calibrationError(recogniser, texts);
    if (error < best.error) best = { temperature, error };
  }
  return best;
}
