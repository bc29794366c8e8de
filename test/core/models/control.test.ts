import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  admit,
  type BreakerState,
  CLOSED,
  DEFAULT_BREAKER,
  recordFailure,
  recordSuccess,
} from "../../../workers/core/models/breaker.ts";
import { DEFAULT_RETRY, nextDelayMs } from "../../../workers/core/models/retry.ts";

const SEED = 20_261_121;

describe("the circuit breaker", () => {
  const policy = { threshold: 3, openMs: 100, maxOpenMs: 400, trialMs: 1000 };

  it("opens after failures in a row, lets one call try, and closes when that one succeeds", () => {
    let state: BreakerState = CLOSED;
    for (let failure = 0; failure < 3; failure += 1) state = recordFailure(state, 0, 1, policy);
    expect(admit(state, 99, policy)).toMatchObject({ admitted: false, waitMs: 1 });
    const trial = admit(state, 100, policy);
    expect(trial.admitted).toBe(true);
    expect(admit(trial.state, 150, policy)).toMatchObject({ admitted: false });
    expect(admit(recordSuccess(), 150, policy).admitted).toBe(true);
  });

  it("stays closed when a success comes between failures", () => {
    let state: BreakerState = CLOSED;
    for (let round = 0; round < 20; round += 1) {
      state = recordFailure(recordFailure(state, 0, 1, policy), 0, 1, policy);
      state = recordSuccess();
    }
    expect(state).toEqual(CLOSED);
  });

  it("keeps its promises under any order of calls, failures and time, compared with a plain model", () => {
    const step = fc.record({ afterMs: fc.nat({ max: 150 }), ends: fc.constantFrom("success", "failure", "never") });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let state: BreakerState = CLOSED;
        let nowMs = 0;
        let inARow = 0;
        /** The model: when the next call may go, and how long the breaker rests after the next failed trial. */
        let blockedUntilMs = 0;
        let restMs = 0;
        for (const { afterMs, ends } of steps) {
          nowMs += afterMs;
          const admission = admit(state, nowMs, policy);
          ({ state } = admission);
          expect(admission.admitted).toBe(nowMs >= blockedUntilMs);
          if (!admission.admitted) {
            expect(admission.waitMs).toBe(blockedUntilMs - nowMs);
            continue;
          }
          if (restMs > 0) blockedUntilMs = nowMs + policy.trialMs;
          if (ends === "success") {
            state = recordSuccess();
            [inARow, blockedUntilMs, restMs] = [0, 0, 0];
          } else if (ends === "failure") {
            state = recordFailure(state, nowMs, 1, policy);
            inARow += 1;
            if (restMs > 0 || inARow >= policy.threshold) {
              restMs = restMs === 0 ? policy.openMs : Math.min(restMs * 2, policy.maxOpenMs);
              blockedUntilMs = nowMs + restMs;
            }
          }
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("is not opened by failures of calls that began before it opened", () => {
    let state: BreakerState = CLOSED;
    for (let failure = 0; failure < 50; failure += 1) state = recordFailure(state, failure, 1, policy);
    expect(state).toEqual({ status: "open", untilMs: 102, openMs: 100 });
  });

  it("takes a row of quick failures for nothing while more calls than that are under way", () => {
    let state: BreakerState = CLOSED;
    for (let failure = 0; failure < 49; failure += 1) state = recordFailure(state, 0, 50, policy);
    expect(admit(state, 0, policy).admitted).toBe(true);
    expect(admit(recordFailure(state, 0, 50, policy), 0, policy).admitted).toBe(false);
  });

  it("stands a third of failures for a long time with its own policy", () => {
    let state: BreakerState = CLOSED;
    let refused = 0;
    // Every third call fails: a job at that rate must go on.
    for (let call = 0; call < 10_000; call += 1) {
      const admission = admit(state, call, DEFAULT_BREAKER);
      if (!admission.admitted) refused += 1;
      state = call % 3 === 0 ? recordFailure(admission.state, call, 1) : recordSuccess();
    }
    expect(refused).toBe(0);
  });
});

describe("the retry policy", () => {
  const failed = (retryAfterMs: number | null = null, retryable = true) => ({ retryable, retryAfterMs });

  it("gives up after the last attempt, and at once on what cannot heal", () => {
    expect(nextDelayMs(failed(), 3, DEFAULT_RETRY, 0.5)).toBeNull();
    expect(nextDelayMs(failed(null, false), 1, DEFAULT_RETRY, 0.5)).toBeNull();
    expect(nextDelayMs(failed(10, false), 1, DEFAULT_RETRY, 0.5)).toBeNull();
  });

  it("never comes back before Retry-After, nor much after, and not at all where that is too long", () => {
    fc.assert(
      fc.property(fc.nat({ max: 30_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (retryAfterMs, random) => {
        const delayMs = nextDelayMs(failed(retryAfterMs), 1, DEFAULT_RETRY, random)!;
        expect(delayMs).toBeGreaterThanOrEqual(retryAfterMs);
        expect(delayMs).toBeLessThanOrEqual(retryAfterMs * 1.25 + 1);
      }),
      { seed: SEED },
    );
    expect(nextDelayMs(failed(30_001), 1, DEFAULT_RETRY, 0)).toBeNull();
  });

  it("draws the wait from the whole of a ceiling that doubles up to its bound", () => {
    const policy = { ...DEFAULT_RETRY, attempts: 100 };
    const most = (attempt: number) => nextDelayMs(failed(), attempt, policy, 0.9999)!;
    expect([1, 2, 3, 4, 5, 6, 60].map(most)).toEqual([500, 1000, 2000, 4000, 7999, 7999, 7999]);
    expect(nextDelayMs(failed(), 4, policy, 0)).toBe(0);
  });
});
