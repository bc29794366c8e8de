import { computed, type MetricOutcome } from "./outcome.ts";
import type { Step } from "./steps.ts";
import { lcsLength, roundScore } from "./text.ts";
import type { Transcript, TranscriptTurn } from "./transcript.ts";

/** Similarity from which a step counts as realised by a window; chosen on the calibration half of the dialogues. */
const REALISED = 0.28;
const BETA_SQUARED = 4;
/** What a turn that is about a step's subject, but does something else, is worth. */
const OTHER_ACT = 0.6;

/**
 * Structural coherence with the seed's flow. Every (step, window of one or two turns) pair is scored by the better of
 * ROUGE-L recall over content stems and similarity of what they are about (shared concepts: single pairs of a dense
 * model's vectors are alike whatever they say, and would realise every step), less where the turn does something else than the step names, nothing where the other side speaks. A
 * monotone dynamic program finds the largest number of steps that the dialogue realises in order; the score is the F of
 * ROUGE-L with beta 2 over the two sequences of steps: precision = in order / realised at all, recall = in order /
 * expected. The dialogue's length does not matter.
 */
export function scoreRougeL(transcript: Transcript, expected: readonly Step[]): MetricOutcome {
  const method = "step-alignment/1+local-hash/1";
  if (expected.length === 0) return computed(1, method, [{ note: "the seed expects no steps" }]);
  const similarity = stepSimilarities(transcript, expected);
  const inOrder = alignSteps(similarity, REALISED);
  const best = similarity.map((row) => row.reduce((top, value, turn) => (value > row[top]! ? turn : top), 0));
  const realised = similarity.map((row, step) => (row[best[step]!] ?? 0) >= REALISED);
  const matched = inOrder.filter((turn) => turn >= 0).length;
  const evidence = expected.map((step, i) => {
    const ordered = inOrder[i]! >= 0;
    const turn = ordered ? inOrder[i]! : best[i]!;
    return {
      step: step.text,
      realised: realised[i]!,
      in_order: ordered,
      turn: realised[i]! ? turn + 1 : null,
      similarity: roundScore(similarity[i]![turn] ?? 0),
    };
  });
  return computed(roundScore(fBeta(matched, realised.filter(Boolean).length, expected.length)), method, evidence);
}

/** F with beta 2 of `matched` hits among `realised` found and `expected` wanted. */
export function fBeta(matched: number, realised: number, expected: number): number {
  if (matched === 0) return 0;
  const precision = matched / realised;
  const recall = matched / expected;
  return ((1 + BETA_SQUARED) * precision * recall) / (recall + BETA_SQUARED * precision);
}

/** Rows are steps, columns turns: how well the window of a turn and its neighbour realises the step. */
function stepSimilarities(transcript: Transcript, steps: readonly Step[]): number[][] {
  const { turns } = transcript;
  const acts = turns.map((turn) => new Set(turn.acts));
  return steps.map((step) => {
    const wanted = new Set(step.stems);
    return turns.map((turn, t) => {
      if (!maySpeak(step, turn)) return 0;
      const doesIt = step.acts.length === 0 || step.acts.some((act) => acts[t]!.has(act));
      if (doesIt && step.social) return 1;
      if (step.stems.length === 0 && step.concepts.size === 0) return doesIt ? 1 : 0;
      const kept = wanted.size === 0 ? [] : keptStems(wanted, turns[t - 1], turn);
      const lexical = kept.length === 0 ? 0 : lcsLength(step.stems, kept) / step.stems.length;
      return Math.max(lexical, conceptRecall(step, turn, turns[t - 1])) * (doesIt ? 1 : OTHER_ACT);
    });
  });
}

/** Those of a step's stems that a turn and the one before it hold, in their order. */
function keptStems(wanted: ReadonlySet<string>, previous: TranscriptTurn | undefined, turn: TranscriptTurn): string[] {
  const kept: string[] = [];
  for (const stem of previous?.aboutStems ?? []) if (wanted.has(stem)) kept.push(stem);
  for (const stem of turn.aboutStems) if (wanted.has(stem)) kept.push(stem);
  return kept;
}

/** A step of one side is realised by its own turns; calls and results belong to the assistant. */
function maySpeak(step: Step, turn: TranscriptTurn): boolean {
  if (turn.side === "system") return false;
  return step.side === null || step.side === (turn.side === "tool" ? "assistant" : turn.side);
}

/** Share of the step's concepts that the turn expresses; those of the turn before count half. */
function conceptRecall(step: Step, turn: TranscriptTurn, previous: TranscriptTurn | undefined): number {
  if (step.concepts.size === 0) return 0;
  let found = 0;
  for (const concept of step.concepts) {
    if (turn.concepts.has(concept)) found += 1;
    else if (previous?.concepts.has(concept) === true) found += 0.5;
  }
  return found / step.concepts.size;
}

/**
 * For every step the turn that realises it in the best monotone alignment, or -1. The program maximises the number of
 * steps realised in order, then their similarity; a turn realises two steps at most, and only neighbouring ones, so
 * that one turn that touches everything is no flow.
 */
export function alignSteps(similarity: readonly (readonly number[])[], threshold: number): number[] {
  const steps = similarity.length;
  const turns = similarity[0]?.length ?? 0;
  // A realised step is worth 1 plus a little for its similarity; `NONE` keeps any other pair out.
  const gain = (s: number, t: number) => {
    const value = similarity[s]![t]!;
    return value >= threshold ? 1 + value / (4 * steps) : NONE;
  };
  // value[s][t]: best total over the first s steps and t turns; taken[s][t]: steps that turn t realises in it.
  const value = Array.from({ length: steps + 1 }, () => new Float64Array(turns + 1));
  const taken = Array.from({ length: steps + 1 }, () => new Int8Array(turns + 1));
  for (let s = 1; s <= steps; s++) {
    for (let t = 1; t <= turns; t++) {
      const skipTurn = value[s]![t - 1]!;
      const skipStep = value[s - 1]![t]!;
      const one = value[s - 1]![t - 1]! + gain(s - 1, t - 1);
      const two = s > 1 ? value[s - 2]![t - 1]! + gain(s - 2, t - 1) + gain(s - 1, t - 1) : NONE;
      const best = Math.max(skipTurn, skipStep, one, two);
      value[s]![t] = best;
      taken[s]![t] = best === skipTurn ? 0 : best === skipStep ? -1 : best === one ? 1 : 2;
    }
  }
  const chosen = Array<number>(steps).fill(-1);
  let s = steps;
  let t = turns;
  while (s > 0 && t > 0) {
    const count = taken[s]![t]!;
    if (count === -1) {
      s -= 1;
      continue;
    }
    for (let k = 1; k <= count; k++) chosen[s - k] = t - 1;
    s -= count;
    t -= 1;
  }
  return chosen;
}

const NONE = -1e6;
