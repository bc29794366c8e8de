import { describe, expect, it } from "vitest";
import { createRandom } from "../../../workers/core/generation/random.ts";

describe("the seeded generator", () => {
  it("gives the same sequence for the same seed and another for a neighbouring one", () => {
    const draw = (seed: string | number) => {
      const random = createRandom(seed);
      return Array.from({ length: 50 }, () => random.next());
    };
    expect(draw("run:1")).toEqual(draw("run:1"));
    expect(draw(7)).toEqual(draw("7"));
    expect(draw("run:1").filter((value, i) => value === draw("run:2")[i])).toEqual([]);
  });

  it("is pinned, so that datasets stay reproducible across releases", () => {
    const random = createRandom("uncase");
    expect([random.int(0, 999), random.int(0, 999), random.int(0, 999), random.int(0, 999)]).toEqual([
      393, 905, 65, 261,
    ]);
  });

  it("draws integers uniformly, both ends included", () => {
    const random = createRandom("uniform");
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 100_000; i++) counts[random.int(1, 10) - 1]!++;
    // 9 degrees of freedom: 27.9 is the 99.9th percentile of chi-squared.
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });

  it("is uncorrelated between neighbouring seeds at the first draw", () => {
    const firsts = Array.from({ length: 20_000 }, (_, i) => createRandom(`conv:${i}`).next());
    const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
    const lag = firsts.slice(1).reduce((sum, value, i) => sum + (value - mean) * (firsts[i]! - mean), 0);
    const variance = firsts.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(lag / variance)).toBeLessThan(0.03);
  });

  it("draws by weight, and never what weighs nothing", () => {
    const random = createRandom("weights");
    const items = [
      { name: "heavy", weight: 9 },
      { name: "light", weight: 1 },
      { name: "never", weight: 0 },
    ];
    const drawn = Array.from({ length: 1000 }, () => random.weighted(items, (item) => item.weight).name);
    expect(drawn.filter((name) => name === "heavy").length).toBeGreaterThan(850);
    expect(drawn.filter((name) => name === "light").length).toBeGreaterThan(60);
    expect(drawn).not.toContain("never");
  });

  it("forks by label alone, whatever was drawn before", () => {
    const fresh = createRandom("parent");
    const used = createRandom("parent");
    for (let i = 0; i < 17; i++) used.next();
    expect(used.fork("child").next()).toBe(fresh.fork("child").next());
    expect(fresh.fork("child").next()).not.toBe(fresh.fork("other").next());
  });

  it("keeps every element when it shuffles and refuses an empty list", () => {
    const random = createRandom("shuffle");
    expect(random.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(() => random.pick([])).toThrow(RangeError);
    expect(() => random.weighted([], () => 1)).toThrow(RangeError);
  });
});
