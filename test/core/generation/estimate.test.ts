import { describe, expect, it } from "vitest";
import { outlineEffort, predictTotal } from "../../../workers/core/generation/estimate.ts";

const OUTLINE = { promptTokens: 2000, turnsMin: 4, turnsMax: 10, tools: 2 };

describe("the effort of a conversation", () => {
  it("is one call for one answer at the least, and a call a turn where turns are written one by one", () => {
    expect(outlineEffort(OUTLINE, "single_shot", 3).low).toEqual({ calls: 1, inputTokens: 2000, outputTokens: 100 });
    expect(outlineEffort(OUTLINE, "turn_by_turn", 3).low).toMatchObject({ calls: 4, inputTokens: 8150 });
  });

  it("counts rounds of tools, attempts, and the answers that later calls carry along", () => {
    const { expected, high } = outlineEffort(OUTLINE, "single_shot", 3);
    expect(high).toEqual({ calls: 12, inputTokens: (4 * 2000 + 1.5 * 1300) * 3, outputTokens: 3900 });
    expect(expected.calls).toBeCloseTo(3 * 1.4);
    expect(outlineEffort(OUTLINE, "single_shot", 1).expected.calls).toBe(3);
  });
});

describe("the total after a pilot", () => {
  it("is the mean times the count, with no width where all cost the same", () => {
    expect(predictTotal([5, 5, 5], 100)).toEqual({ low: 500, expected: 500, high: 500 });
  });

  it("is half to double after a single conversation", () => {
    expect(predictTotal([4], 10)).toEqual({ low: 20, expected: 40, high: 80 });
  });

  it("is narrower, in proportion, with more samples, and never below zero", () => {
    const two = predictTotal([4, 6], 100);
    const five = predictTotal([4, 6, 4, 6, 5], 100);
    expect(two.expected).toBe(500);
    expect(five.high - five.low).toBeLessThan(two.high - two.low);
    expect(predictTotal([0, 100], 10).low).toBe(0);
  });

  it("covers the true total about nine times in ten for normal costs", () => {
    // Box-Muller over a congruential generator: the same numbers at every run.
    let state = 12345;
    const uniform = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32 + 2 ** -33;
    const normal = () => 100 + 20 * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const rounds = 2000;
    let covered = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { low, high } = predictTotal([normal(), normal(), normal(), normal(), normal()], 50);
      let total = 0;
      for (let i = 0; i < 50; i += 1) total += normal();
      if (total >= low && total <= high) covered += 1;
    }
    expect(covered / rounds).toBeGreaterThan(0.87);
    expect(covered / rounds).toBeLessThan(0.93);
  });
});
