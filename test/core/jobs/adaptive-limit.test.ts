import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AdaptiveLimit,
  admitCalls,
  currentLimit,
  DEFAULT_ADAPTIVE,
  isRising,
  lowerLimit,
  raiseLimit,
  startLimit,
} from "../../../workers/core/jobs/adaptive-limit.ts";

const policy = DEFAULT_ADAPTIVE;

/** Rounds of a second each in which as many calls are made as the limit allows; `refused` says which are turned away. */
function play(rounds: number, refused: (call: number, limit: number) => boolean, state = startLimit(policy)) {
  const limits: number[] = [];
  let now = 1_000_000;
  for (let round = 0; round < rounds; round += 1) {
    const calls = currentLimit(state, now);
    limits.push(calls);
    for (let call = 0; call < calls; call += 1) {
      state = refused(call, calls) ? lowerLimit(state, policy, now, 0) : raiseLimit(state, policy, false);
    }
    now += 1000;
  }
  return { limits, state };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the limit on concurrent calls", () => {
  it("starts at ten and doubles each round up to the most, where nothing is turned away", () => {
    expect(play(6, () => false).limits).toEqual([10, 20, 40, 50, 50, 50]);
  });

  it("doubles already when answers begin, up to the most, and does not count their ends again", () => {
    let state = startLimit(policy);
    const limits: number[] = [];
    while (isRising(state, policy)) {
      limits.push(currentLimit(state, 0));
      state = admitCalls(state, policy, currentLimit(state, 0));
    }
    expect([...limits, currentLimit(state, 0)]).toEqual([10, 20, 40, 50]);
    expect(raiseLimit({ ...startLimit(policy), limit: 20 }, policy, true).limit).toBe(20);
  });

  it("no longer rises when answers begin once the provider has turned a call away", () => {
    const lowered = lowerLimit(startLimit(policy), policy, 0, 0);
    expect(isRising(lowered, policy)).toBe(false);
    expect(admitCalls(lowered, policy, 40)).toEqual(lowered);
    expect(raiseLimit(lowered, policy, true).limit).toBeGreaterThan(lowered.limit);
  });

  it("stays high where a few calls are turned away at random", () => {
    let calls = 0;
    const { limits } = play(60, () => (calls += 1) % 50 === 0);
    expect(mean(limits.slice(20))).toBeGreaterThan(40);
  });

  it("settles just above what the provider takes, where it takes no more", () => {
    const { limits } = play(60, (call) => call >= 12);
    expect(Math.max(...limits.slice(20))).toBeLessThanOrEqual(15);
    expect(Math.min(...limits.slice(20))).toBeGreaterThanOrEqual(10);
  });

  it("halves at most when calls that were under way together are turned away together", () => {
    const full: AdaptiveLimit = { ...startLimit(policy), limit: 50, fastStart: false };
    const once = play(1, () => true, full).state;
    expect(currentLimit(once, 1_001_000)).toBe(25);
  });

  it("comes down to the least, and no further, where everything is turned away", () => {
    expect(play(40, () => true).limits.at(-1)).toBe(policy.least);
  });

  it("lets nothing begin while the provider asks to be left alone, a minute at most", () => {
    const twice = (pauseMs: number) =>
      lowerLimit(lowerLimit(startLimit(policy), policy, 5000, pauseMs), policy, 5000, pauseMs);
    expect([currentLimit(twice(3000), 7999), currentLimit(twice(3000), 8000)]).toEqual([0, 8]);
    expect(currentLimit(twice(3_600_000), 65_000)).toBe(8);
  });

  it("goes on where the provider turns single calls away: those wait, not all", () => {
    const full: AdaptiveLimit = { ...startLimit(policy), limit: 50 };
    let state = full;
    for (let refused = 0; refused < 8; refused += 1) state = lowerLimit(state, policy, 5000, 3000);
    expect(currentLimit(state, 5001)).toBeGreaterThan(0);
    state = lowerLimit(state, policy, 5000, 3000);
    expect(currentLimit(state, 5001)).toBe(0);
    expect(currentLimit(lowerLimit(full, policy, 9000, 3000), 9001)).toBe(49);
  });

  it("never leaves its bounds, whatever comes in whatever order", () => {
    const event = fc.record({ ok: fc.boolean(), waitMs: fc.nat(5000), pauseMs: fc.nat(90_000) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 200 }), (events) => {
        let state = startLimit(policy);
        let now = 0;
        for (const { ok, waitMs, pauseMs } of events) {
          now += waitMs;
          state = ok ? raiseLimit(state, policy, false) : lowerLimit(state, policy, now, pauseMs);
          expect(state.limit).toBeGreaterThanOrEqual(policy.least);
          expect(state.limit).toBeLessThanOrEqual(policy.most);
          expect(state.pausedUntilMs).toBeLessThanOrEqual(now + 60_000);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
