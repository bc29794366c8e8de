// When a call to a provider is tried again, and after how long.
import type { UpstreamFailure } from "./failures.ts";

export interface RetryPolicy {
  /** Most attempts, the first included. */
  attempts: number;
  /** Ceiling of the wait after the first failure; it doubles with each further one. */
  baseDelayMs: number;
  /** Highest that ceiling gets. */
  maxDelayMs: number;
  /** The longest `Retry-After` that is waited for; a longer one is the caller's to wait out. */
  maxRetryAfterMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = {
  attempts: 3,
  baseDelayMs: 500,
  maxDelayMs: 8000,
  maxRetryAfterMs: 30_000,
};

/**
 * Milliseconds to wait before the next attempt; null when there should be none. `Retry-After` is honoured to the full
 * and a little over, so that those who were told the same time do not come back together; without one the wait is drawn
 * evenly up to a doubling ceiling. `attempt` counts from 1; `random` is in [0, 1).
 */
export function nextDelayMs(
  failure: Pick<UpstreamFailure, "retryable" | "retryAfterMs">,
  attempt: number,
  policy: RetryPolicy,
  random: number,
): number | null {
  if (!failure.retryable || attempt >= policy.attempts) return null;
  const ceiling = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** Math.min(attempt - 1, 30));
  if (failure.retryAfterMs === null) return Math.round(random * ceiling);
  if (failure.retryAfterMs > policy.maxRetryAfterMs) return null;
  return Math.round(failure.retryAfterMs + random * Math.min(ceiling, failure.retryAfterMs / 4));
}
