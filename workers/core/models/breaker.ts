// A circuit breaker as a pure state machine: closed, open, half-open.
import type { FailureKind } from "./failures.ts";

export interface BreakerPolicy {
  /** Failures in a row that open it, where no more calls than that are under way. */
  threshold: number;
  /** How long it stays open the first time; doubles each time the trial call fails. */
  openMs: number;
  maxOpenMs: number;
  /** A trial call that has not ended after this long is given up, and another may try. */
  trialMs: number;
}

export const DEFAULT_BREAKER: BreakerPolicy = { threshold: 10, openMs: 5000, maxOpenMs: 60_000, trialMs: 120_000 };

export type BreakerState =
  | { status: "closed"; failures: number }
  | { status: "open"; untilMs: number; openMs: number }
  /** One call is on trial; it decides. */
  | { status: "half_open"; sinceMs: number; openMs: number };

export const CLOSED: BreakerState = { status: "closed", failures: 0 };

/** Failures that say that the provider itself is in trouble; the others are the caller's or a matter of its rate. */
const COUNTED: ReadonlySet<FailureKind> = new Set(["overloaded", "timeout", "unavailable", "malformed"]);

export function countsAgainst(kind: FailureKind): boolean {
  return COUNTED.has(kind);
}

/** Whether a call may be made now, and the state after asking; `waitMs` tells a refused one when to come back. */
export function admit(
  state: BreakerState,
  nowMs: number,
  policy: BreakerPolicy = DEFAULT_BREAKER,
): { admitted: true; state: BreakerState } | { admitted: false; waitMs: number; state: BreakerState } {
  if (state.status === "closed") return { admitted: true, state };
  const freeAtMs = state.status === "open" ? state.untilMs : state.sinceMs + policy.trialMs;
  if (nowMs < freeAtMs) return { admitted: false, waitMs: freeAtMs - nowMs, state };
  return { admitted: true, state: { status: "half_open", sinceMs: nowMs, openMs: state.openMs } };
}

/** After a call that ended well, or in a way that says nothing against the provider. */
export function recordSuccess(): BreakerState {
  return CLOSED;
}

/**
 * After a call that failed in a way that counts. Calls that began before it opened change nothing while it is open.
 * Failures come back sooner than successes: of many calls under way, a few that fail arrive in a row although the rest
 * is well. So a row has to be as long as there are calls, `inFlight`, before it says something.
 */
export function recordFailure(
  state: BreakerState,
  nowMs: number,
  inFlight: number,
  policy: BreakerPolicy = DEFAULT_BREAKER,
): BreakerState {
  switch (state.status) {
    case "closed": {
      const failures = state.failures + 1;
      return failures < Math.max(policy.threshold, inFlight)
        ? { status: "closed", failures }
        : { status: "open", untilMs: nowMs + policy.openMs, openMs: policy.openMs };
    }
    case "open":
      return state;
    case "half_open": {
      const openMs = Math.min(state.openMs * 2, policy.maxOpenMs);
      return { status: "open", untilMs: nowMs + openMs, openMs };
    }
  }
}
