// What a run will take, told before it: from the size of its prompts alone, or from a few conversations written first.
import type { WritingMode } from "./prompt.ts";

/** `low` to `high` is an interval; `expected` lies in it. */
export interface Range {
  low: number;
  expected: number;
  high: number;
}

/** Tokens, calls and money of some conversations. */
export interface Effort {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
}

/** What is known of one conversation before it is written. */
export interface Outline {
  /** Estimated tokens of the first request. */
  promptTokens: number;
  turnsMin: number;
  turnsMax: number;
  /** Tools that its scenario expects to be called. */
  tools: number;
}

/** Tokens that a turn is written in, with its share of the JSON around it; seeds do not bound the length of a turn. */
const TURN_TOKENS: Range = { low: 25, expected: 55, high: 130 };
/** Attempts, and calls that fail on the way and are made again, per conversation; the most is the run's own bound. */
const EXPECTED_ATTEMPTS = 1.4;

/** Share of cases that the interval of a pilot covers, if conversations cost as a normal distribution has it. */
export const PILOT_CONFIDENCE = 0.9;
/** Two-sided 90 % quantiles of Student's t for 1 to 4 degrees of freedom. */
const STUDENT_T = [6.314, 2.92, 2.353, 2.132];

/**
 * The effort of one conversation, at the least, as expected, and at the most. With c calls that each carry the prompt and
 * on average half of the answers so far, the input is c * prompt + (c - 1) / 2 * output.
 */
export function outlineEffort(
  { promptTokens, turnsMin, turnsMax, tools }: Outline,
  mode: WritingMode,
  maxAttempts: number,
): Record<keyof Range, Omit<Effort, "costMicroUsd">> {
  const middle = (turnsMin + turnsMax) / 2;
  const cases: Record<keyof Range, { turns: number; attempts: number; tools: number }> = {
    low: { turns: turnsMin, attempts: 1, tools: 0 },
    expected: { turns: middle, attempts: Math.min(EXPECTED_ATTEMPTS, maxAttempts), tools },
    // Models ask for a tool once more than their scenario expects now and then.
    high: { turns: turnsMax, attempts: maxAttempts, tools: tools + 1 },
  };
  const effort = (name: keyof Range) => {
    const { turns, attempts, tools: rounds } = cases[name];
    const calls = mode === "single_shot" ? 1 + rounds : turns + rounds;
    const output = turns * TURN_TOKENS[name];
    return {
      calls: calls * attempts,
      inputTokens: (calls * promptTokens + ((calls - 1) / 2) * output) * attempts,
      outputTokens: output * attempts,
    };
  };
  return { low: effort("low"), expected: effort("expected"), high: effort("high") };
}

/**
 * The total of `count` further conversations like the `samples`: the prediction interval of a normal distribution,
 * count * mean ± t * s * sqrt(count + count² / n). One sample says nothing of the spread: half to double of it then.
 */
export function predictTotal(samples: readonly number[], count: number): Range {
  const n = samples.length;
  const mean = samples.reduce((sum, value) => sum + value, 0) / n;
  const expected = count * mean;
  if (n === 1) return { low: expected / 2, expected, high: expected * 2 };
  const variance = samples.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const t = STUDENT_T[Math.min(n - 1, STUDENT_T.length) - 1]!;
  const half = t * Math.sqrt(variance * (count + (count * count) / n));
  return { low: Math.max(0, expected - half), expected, high: expected + half };
}
