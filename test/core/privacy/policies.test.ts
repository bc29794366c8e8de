import { describe, expect, it } from "vitest";
import { applyPolicy, POLICIES } from "../../../workers/core/privacy/policies.ts";
import type { Finding } from "../../../workers/core/privacy/types.ts";

const finding = (category: string, start: number, end: number): Finding => ({
  category,
  start,
  end,
  score: 0.8,
  source: "pattern",
  validated: false,
});

describe("what is personal beside somebody", () => {
  it("does not depend on the order of findings that lie inside each other", () => {
    const anchors = [finding("PERSON", 100, 180), finding("PHONE", 100, 110), finding("EMAIL", 100, 112)];
    const age = finding("AGE", 320, 322);
    const kept = (order: readonly Finding[]): string[] =>
      applyPolicy("x".repeat(400), [...order, age], POLICIES.gateway).map(({ category }) => category);
    for (const order of [anchors, anchors.toReversed(), [anchors[1]!, anchors[0]!, anchors[2]!]])
      expect(kept(order)).toContain("AGE");
    expect(kept(anchors.slice(1))).not.toContain("AGE");
  });
});
