import { computed, type MetricOutcome } from "./outcome.ts";
import type { SiblingIndex } from "./siblings.ts";
import { foldText, roundScore, wordsOf } from "./text.ts";
import { spokenTurns, type Transcript } from "./transcript.ts";

const WINDOW = 50;
/** Heaps' law exponent of running conversation: types grow with tokens to this power. */
const HEAPS = 0.8;

/**
 * Moving-average type-token ratio over windows of 50 words. A text shorter than a window has few chances to repeat
 * itself, so its plain ratio is corrected by Heaps' law to what 50 words would show: ratio * (n / 50) ^ (1 - 0.8).
 */
export function movingTypeTokenRatio(words: readonly string[]): number {
  if (words.length === 0) return 0;
  if (words.length < WINDOW) {
    return (new Set(words).size / words.length) * Math.pow(words.length / WINDOW, 1 - HEAPS);
  }
  const counts = new Map<string, number>();
  let sum = 0;
  for (let i = 0; i < words.length; i++) {
    counts.set(words[i]!, (counts.get(words[i]!) ?? 0) + 1);
    if (i >= WINDOW) {
      const leaving = words[i - WINDOW]!;
      const left = counts.get(leaving)! - 1;
      if (left === 0) counts.delete(leaving);
      else counts.set(leaving, left);
    }
    if (i >= WINDOW - 1) sum += counts.size / WINDOW;
  }
  return sum / (words.length - WINDOW + 1);
}

/** Words of the spoken turns without the runs that the seed mandates word for word. */
export function freeWords(transcript: Transcript, mandated: readonly string[]): string[] {
  const runs = mandated.map((text) => wordsOf(foldText(text))).filter((run) => run.length > 0);
  return spokenTurns(transcript).flatMap((turn) => runs.reduce(removeRun, turn.words));
}

/** A list without the occurrences of a run. */
function removeRun(words: readonly string[], run: readonly string[]): string[] {
  const kept: string[] = [];
  let i = 0;
  while (i < words.length) {
    if (words[i] === run[0] && run.every((word, k) => words[i + k] === word)) i += run.length;
    else kept.push(words[i++]!);
  }
  return kept;
}

/** `min(MATTR-50, 1 - self-similarity)`, over words that the seed does not mandate. */
export function scoreLexicalDiversity(
  transcript: Transcript,
  mandated: readonly string[],
  siblings: SiblingIndex | null,
): MetricOutcome {
  const words = freeWords(transcript, mandated);
  const ratio = movingTypeTokenRatio(words);
  const similarity = siblings === null ? 0 : siblings.nearestSimilarity(words);
  const method = `mattr-50/1${words.length < WINDOW ? "+heaps" : ""}${siblings === null ? "" : "+minhash/1"}`;
  return computed(roundScore(Math.min(ratio, 1 - similarity)), method, [
    {
      words: words.length,
      mattr: roundScore(ratio),
      self_similarity: siblings === null ? null : roundScore(similarity),
    },
  ]);
}
