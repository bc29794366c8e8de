// How many calls to a provider may be under way at a time: additive increase, multiplicative decrease, with a fast start
// as in TCP (RFC 5681). Pure: state in, state out.

export interface AdaptiveLimit {
  /** Present limit; its whole part counts. */
  limit: number;
  /** While true every success raises the limit by one, so that it doubles each round; the first overload ends it. */
  fastStart: boolean;
  /** Overloads before this time (ms since the epoch) belong to one that was answered already. */
  heldUntilMs: number;
  /** No call begins before this time: the provider asked to be left alone. */
  pausedUntilMs: number;
  /** How often the limit was lowered. */
  lowered: number;
}

export interface AdaptivePolicy {
  start: number;
  least: number;
  most: number;
  /** The limit is multiplied by this at an overload. */
  factor: number;
  /** Overloads within this time of one another count once: calls that were under way fail together. */
  holdMs: number;
}

export const DEFAULT_ADAPTIVE: AdaptivePolicy = { start: 10, least: 1, most: 50, factor: 0.6, holdMs: 2000 };

export function startLimit(policy: AdaptivePolicy): AdaptiveLimit {
  return {
    limit: Math.min(policy.most, Math.max(policy.least, policy.start)),
    fastStart: true,
    heldUntilMs: 0,
    pausedUntilMs: 0,
    lowered: 0,
  };
}

/** After a call that the provider answered. Outside the fast start a whole round of successes raises the limit by one. */
export function raiseLimit(state: AdaptiveLimit, policy: AdaptivePolicy): AdaptiveLimit {
  const step = state.fastStart ? 1 : 1 / state.limit;
  return { ...state, limit: Math.min(policy.most, state.limit + step) };
}

/** After a call that the provider turned away (429, overload). `pauseMs`: how long it asks to be left alone. */
export function lowerLimit(state: AdaptiveLimit, policy: AdaptivePolicy, now: number, pauseMs: number): AdaptiveLimit {
  const pausedUntilMs = Math.max(state.pausedUntilMs, now + Math.min(pauseMs, LONGEST_PAUSE_MS));
  if (now < state.heldUntilMs) return { ...state, fastStart: false, pausedUntilMs };
  return {
    limit: Math.max(policy.least, state.limit * policy.factor),
    fastStart: false,
    heldUntilMs: now + policy.holdMs,
    pausedUntilMs,
    lowered: state.lowered + 1,
  };
}

/** A provider that asks for longer is asked again all the same: its calls then fail and are counted. */
const LONGEST_PAUSE_MS = 60_000;

/** How many calls may be under way now. */
export function currentLimit(state: AdaptiveLimit, now: number): number {
  return now < state.pausedUntilMs ? 0 : Math.floor(state.limit);
}
