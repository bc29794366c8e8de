import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignSplits, type SplitItem } from "../../../workers/core/datasets/split.ts";

const shares = { train: 0.8, validation: 0.1, test: 0.1 };
const item = fc.record({
  seedId: fc.integer({ min: 0, max: 12 }).map((n) => `s${n}`),
  sourceId: fc.option(fc.integer({ min: 0, max: 8 }).map((n) => `x${n}`)),
});

describe("assignSplits", () => {
  it("never puts one seed or one source into two splits", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), fc.nat(), (items, salt) => {
        const splits = assignSplits(items, shares, salt);
        expect(splits).toHaveLength(items.length);
        for (const key of ["seedId", "sourceId"] as const) {
          const seen = new Map<string, string>();
          for (const [index, value] of items.entries()) {
            const id = value[key];
            if (id === null) continue;
            expect(seen.get(id) ?? splits[index]).toBe(splits[index]);
            seen.set(id, splits[index] as string);
          }
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it("does not depend on the order of the items", () => {
    const items: SplitItem[] = Array.from({ length: 40 }, (_, index) => ({ seedId: `s${index}`, sourceId: null }));
    const forward = assignSplits(items, shares);
    const backward = assignSplits(items.toReversed(), shares).toReversed();
    expect(backward).toEqual(forward);
  });

  it("keeps to the shares when there are groups enough", () => {
    const items: SplitItem[] = Array.from({ length: 1000 }, (_, index) => ({
      seedId: `s${index % 200}`,
      sourceId: null,
    }));
    const splits = assignSplits(items, shares);
    expect(splits.filter((split) => split === "train")).toHaveLength(800);
    expect(splits.filter((split) => split === "test")).toHaveLength(100);
  });

  it("gives a dataset of one seed wholly to the largest share", () => {
    expect(
      assignSplits(
        [
          { seedId: "a", sourceId: null },
          { seedId: "a", sourceId: "x" },
        ],
        shares,
      ),
    ).toEqual(["train", "train"]);
  });

  it("gives another split for another salt", () => {
    const items: SplitItem[] = Array.from({ length: 40 }, (_, index) => ({ seedId: `s${index}`, sourceId: null }));
    expect(assignSplits(items, shares, 1)).not.toEqual(assignSplits(items, shares, 2));
  });

  it("refuses shares that are no weights", () => {
    expect(() => assignSplits([], { train: 0, validation: 0, test: 0 })).toThrow(RangeError);
    expect(() => assignSplits([], { train: 1, validation: -1, test: 1 })).toThrow(RangeError);
  });
});
