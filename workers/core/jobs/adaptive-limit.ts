// How many calls to a provider may be under way at a time: a fast start, then additive increase, and a decrease in
// proportion to how many calls are turned away, as DCTCP (RFC 8257) has it for networks. Pure: state in, state out.
//
// A provider that is asked too much turns most calls away, one that is well turns a few away at random. Cutting the
// limit by a share at each refusal, as TCP does, would hold the second kind of provider at a fifth of what it can take.

export interface AdaptiveLimit {
  /** Present limit; its whole part counts. */
  limit: number;
  /**
   * While true every call that is let in raises the limit by one, so that it doubles each time that the present calls
   * have been let in; the first overload ends it.
   */
  fastStart: boolean;
  /** Until this time (ms since the epoch) overloads lower the limit no further than to `floor`. */
  heldUntilMs: number;
  floor: number;
  /** Calls turned away since the occasion began. */
  refusals: number;
  /** No call begins before this time: the provider asked to be left alone. */
  pausedUntilMs: number;
  /** Calls that were turned away. */
  overloads: number;
}

export interface AdaptivePolicy {
  start: number;
  least: number;
  most: number;
  /** By how much a whole round of successes raises the limit after the fast start. */
  raise: number;
  /** By how much one overload lowers it. A share p of overloads settles near the limit raise / (lower * p). */
  lower: number;
  /** Within `holdMs` of the first overload the limit falls to this share of what it was at most. */
  factor: number;
  /** Calls that were under way together fail together: that is one occasion. */
  holdMs: number;
  /**
   * From this share of the limit on, turned away on one occasion, the provider means everybody and all calls wait as long
   * as it asks; below it, the calls concerned do.
   */
  pauseShare: number;
}

export const DEFAULT_ADAPTIVE: AdaptivePolicy = {
  start: 10,
  least: 1,
  most: 50,
  raise: 2,
  lower: 1,
  factor: 0.5,
  holdMs: 2000,
  pauseShare: 0.2,
};

export function startLimit(policy: AdaptivePolicy): AdaptiveLimit {
  return {
    limit: Math.min(policy.most, Math.max(policy.least, policy.start)),
    fastStart: true,
    heldUntilMs: 0,
    floor: policy.least,
    refusals: 0,
    pausedUntilMs: 0,
    overloads: 0,
  };
}

/**
 * After a call that the provider answered; `admitted` says that it counted when its answer began. A provider turns calls
 * away in the head of its answer, so the beginning of one is enough to go on with a fast start; waiting for the ends
 * would cost the first round of a run its length.
 */
export function raiseLimit(state: AdaptiveLimit, policy: AdaptivePolicy, admitted: boolean): AdaptiveLimit {
  if (!state.fastStart) return { ...state, limit: Math.min(policy.most, state.limit + policy.raise / state.limit) };
  return admitted ? state : admitCalls(state, policy, 1);
}

/** After calls whose answers have begun. */
export function admitCalls(state: AdaptiveLimit, policy: AdaptivePolicy, count: number): AdaptiveLimit {
  return state.fastStart ? { ...state, limit: Math.min(policy.most, state.limit + count) } : state;
}

/** Whether calls that are let in raise the limit. */
export function isRising(state: AdaptiveLimit, policy: AdaptivePolicy): boolean {
  return state.fastStart && state.limit < policy.most;
}

/** After a call that the provider turned away (429, overload). `pauseMs`: how long it asks to be left alone. */
export function lowerLimit(state: AdaptiveLimit, policy: AdaptivePolicy, now: number, pauseMs: number): AdaptiveLimit {
  const isNewOccasion = now >= state.heldUntilMs;
  const floor = isNewOccasion ? Math.max(policy.least, state.limit * policy.factor) : state.floor;
  const refusals = isNewOccasion ? 1 : state.refusals + 1;
  const meansAll = refusals >= state.limit * policy.pauseShare;
  return {
    limit: Math.max(floor, state.limit - policy.lower),
    fastStart: false,
    heldUntilMs: isNewOccasion ? now + policy.holdMs : state.heldUntilMs,
    floor,
    refusals,
    pausedUntilMs: meansAll
      ? Math.max(state.pausedUntilMs, now + Math.min(pauseMs, LONGEST_PAUSE_MS))
      : state.pausedUntilMs,
    overloads: state.overloads + 1,
  };
}

/** A provider that asks for longer is asked again all the same: its calls then fail and are counted. */
const LONGEST_PAUSE_MS = 60_000;

/** How many calls may be under way now. */
export function currentLimit(state: AdaptiveLimit, now: number): number {
  return now < state.pausedUntilMs ? 0 : Math.floor(state.limit);
}
