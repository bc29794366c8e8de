import { conceptsOf } from "./concepts.ts";
import {
  denseCosine,
  type EmbeddingBackend,
  inverseFrequencies,
  localFeatures,
  sparseCosine,
  weigh,
} from "./embeddings.ts";
import { computed, type MetricOutcome } from "./outcome.ts";
import { foldText, lcsLength, roundScore, wordsOf } from "./text.ts";
import { jsonLeaves, type Transcript, type TranscriptTurn } from "./transcript.ts";

/** Similarity from which a step counts as realised by a window; chosen on the calibration half of the dialogues. */
const REALISED_LOCAL = 0.3;
/** The same for dense vectors of an embedding backend. */
const REALISED_DENSE = 0.5;
const BETA_SQUARED = 4;
const STEPS_MAX = 64;

/** A step's name as text: underscores and a leading `Role:` are notation, not content. */
export function stepText(step: string): string {
  return step.replaceAll("_", " ").replace(/^\s*\[?[\p{L} ]{2,24}\]?\s*[:\u2192]\s*(?=\S)/u, "");
}

/** What a turn contributes to a window: its words, and the names and values of its tool calls and results. */
export function turnWords(turn: TranscriptTurn): string[] {
  if (turn.calls.length === 0 && turn.results.length === 0) return turn.words;
  const extra: string[] = [];
  for (const call of turn.calls) {
    extra.push(call.tool_name, ...jsonLeaves(call.arguments).map((leaf) => `${leaf.path} ${leaf.text}`));
  }
  for (const result of turn.results) extra.push(result.tool_name);
  return [...turn.words, ...wordsOf(foldText(extra.join(" ").replaceAll(/[_/]/g, " ")))];
}

/**
 * Structural coherence with the seed's flow. Every (step, window of one or two turns) pair is scored by the better of
 * ROUGE-L recall over content stems and embedding similarity; a monotone dynamic program finds the largest number of
 * steps that the dialogue realises in order; the score is the F of ROUGE-L with beta 2 over the two sequences of steps:
 * precision = in order / realised at all, recall = in order / expected. Its length does not matter.
 */
export function scoreRougeL(
  transcript: Transcript,
  steps: readonly string[],
  roles: readonly string[],
  backend: EmbeddingBackend | null,
): MetricOutcome {
  const method = `step-alignment/1+${backend?.name ?? "local-hash/1"}`;
  const expected = steps.slice(0, STEPS_MAX).map(stepText);
  if (expected.length === 0) return computed(1, method, [{ note: "the seed expects no steps" }]);
  const similarity = stepSimilarities(transcript, expected, roles, backend);
  const threshold = backend === null ? REALISED_LOCAL : REALISED_DENSE;
  const inOrder = alignSteps(similarity, threshold);
  const best = similarity.map((row) => row.reduce((top, value, turn) => (value > row[top]! ? turn : top), 0));
  const realised = similarity.map((row, step) => (row[best[step]!] ?? 0) >= threshold);
  const realisedCount = realised.filter(Boolean).length;
  const matched = inOrder.filter((turn) => turn >= 0).length;
  const evidence = expected.map((step, i) => ({
    step,
    realised: realised[i]!,
    in_order: inOrder[i]! >= 0,
    turn: turnNumber(inOrder[i]! >= 0 ? inOrder[i]! : realised[i]! ? best[i]! : -1),
    similarity: roundScore(similarity[i]![inOrder[i]! >= 0 ? inOrder[i]! : best[i]!] ?? 0),
  }));
  return computed(roundScore(fBeta(matched, realisedCount, expected.length)), method, evidence);
}

function turnNumber(index: number): number | null {
  return index < 0 ? null : index + 1;
}

/** F with beta 2 of `matched` hits among `realised` found and `expected` wanted. */
export function fBeta(matched: number, realised: number, expected: number): number {
  if (matched === 0) return 0;
  const precision = matched / realised;
  const recall = matched / expected;
  return ((1 + BETA_SQUARED) * precision * recall) / (recall + BETA_SQUARED * precision);
}

/** Rows are steps, columns the turn in which the window starts. */
function stepSimilarities(
  transcript: Transcript,
  steps: readonly string[],
  roles: readonly string[],
  backend: EmbeddingBackend | null,
): number[][] {
  const { stemmer, turns } = transcript;
  const words = turns.map(turnWords);
  const stems = words.map((list) => stemmer.contentStems(list));
  // Who acts is told by the turn's role, not by its words.
  const roleWords = new Set(roles.flatMap((role) => wordsOf(foldText(role))));
  const stepWords = steps.map((step) => wordsOf(foldText(step)).filter((word) => !roleWords.has(word)));
  const stepStems = stepWords.map((list) => stemmer.contentStems(list));
  const turnFeatures = words.map((list) => localFeatures(list, stemmer));
  const idf = inverseFrequencies(turnFeatures);
  const stepVectors = stepWords.map((list) => weigh(localFeatures(list, stemmer), idf));
  const windowVectors = turnFeatures.map((features, i) => {
    const next = turnFeatures[i + 1];
    return weigh(next === undefined ? features : mergeFeatures(features, next), idf);
  });
  const turnVectors = turnFeatures.map((features) => weigh(features, idf));
  const dense =
    backend === null
      ? null
      : { steps: steps.map((s) => backend.vector(s)), turns: turns.map((t) => backend.vector(t.text)) };
  return steps.map((_, s) =>
    turns.map((_, t) => {
      const alone = lexicalRecall(stepStems[s]!, stems[t]!, stems[t + 1] ?? []);
      const concept = conceptRecall(stepWords[s]!, words[t]!);
      let score = Math.max(alone, concept);
      const stepVector = dense?.steps[s];
      const turnVector = dense?.turns[t];
      if (stepVector !== null && stepVector !== undefined && turnVector !== null && turnVector !== undefined) {
        score = Math.max(score, denseCosine(stepVector, turnVector));
      } else {
        const similarity = Math.max(
          sparseCosine(stepVectors[s]!, turnVectors[t]!),
          sparseCosine(stepVectors[s]!, windowVectors[t]!),
        );
        score = Math.max(score, similarity);
      }
      return score;
    }),
  );
}

/** ROUGE-L recall of a step's stems in a window that starts at a turn; the second turn of the window may be empty. */
function lexicalRecall(step: readonly string[], turn: readonly string[], next: readonly string[]): number {
  if (step.length === 0) return 0;
  const wanted = new Set(step);
  const kept = [...turn, ...next].filter((stem) => wanted.has(stem));
  if (kept.length === 0) return 0;
  // A one-word step that shares its only word is realised; of longer ones a single shared word is weak evidence.
  return lcsLength(step, kept) / step.length;
}

/**
 * Share of the step's concepts that the turn expresses. Words without a concept weigh half, so that a step of one known
 * and one unknown word needs more than its known one.
 */
function conceptRecall(step: readonly string[], turn: readonly string[]): number {
  let weight = 0;
  let found = 0;
  const present = new Set(turn.flatMap((word) => conceptsOf(word)));
  for (const word of new Set(step)) {
    const concepts = conceptsOf(word);
    if (concepts.length === 0) continue;
    weight += 1;
    if (concepts.some((concept) => present.has(concept))) found += 1;
  }
  return weight === 0 ? 0 : (0.8 * found) / weight;
}

function mergeFeatures(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): Map<number, number> {
  const merged = new Map(a);
  for (const [key, weight] of b) merged.set(key, Math.max(merged.get(key) ?? 0, weight));
  return merged;
}

/**
 * For every step the turn that realises it in the best monotone alignment, or -1. The program maximises the number of
 * steps realised in order, then their similarity; two steps may share a turn.
 */
export function alignSteps(similarity: readonly (readonly number[])[], threshold: number): number[] {
  const steps = similarity.length;
  const turns = similarity[0]?.length ?? 0;
  // value[s][t]: best total over the first s steps using turns before t. A realised step is worth 1 plus a little.
  const value = Array.from({ length: steps + 1 }, () => new Float64Array(turns + 1));
  const gain = (s: number, t: number) => (similarity[s]![t]! >= threshold ? 1 + similarity[s]![t]! / (4 * steps) : -1);
  for (let s = 1; s <= steps; s++) {
    for (let t = 1; t <= turns; t++) {
      const skip = Math.max(value[s - 1]![t]!, value[s]![t - 1]!);
      const own = gain(s - 1, t - 1);
      value[s]![t] = own > 0 ? Math.max(skip, value[s - 1]![t]! + own) : skip;
    }
  }
  const chosen = Array<number>(steps).fill(-1);
  let t = turns;
  for (let s = steps; s > 0; s--) {
    while (t > 1 && value[s]![t - 1] === value[s]![t]) t -= 1;
    if (t > 0 && value[s]![t]! > value[s - 1]![t]!) chosen[s - 1] = t - 1;
  }
  return chosen;
}
