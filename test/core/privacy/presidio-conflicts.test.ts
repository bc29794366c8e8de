import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolvePresidioConflicts, type PresidioSpan } from "../../../workers/core/privacy/presidio-conflicts.ts";

const span = (entity_type: string, start: number, end: number, score = 0.5): PresidioSpan => ({
  entity_type,
  start,
  end,
  score,
});
const resolve = (text: string, ...spans: PresidioSpan[]) =>
  resolvePresidioConflicts(text, spans).map(({ entity_type, start, end }) => [entity_type, start, end]);

describe("conflicts among findings of a Presidio client", () => {
  it("keep both of two that overlap in part, and cut the earlier", () => {
    expect(resolve("0123456789", span("A", 0, 6, 0.9), span("B", 3, 9, 0.1))).toEqual([
      ["A", 0, 3],
      ["B", 3, 9],
    ]);
  });

  it("merge what is of one type and overlaps or has spaces between, not what only touches", () => {
    expect(resolve("0123456789", span("A", 0, 6), span("A", 3, 9))).toEqual([["A", 0, 9]]);
    expect(resolve("ana   ruiz", span("A", 0, 3), span("A", 6, 10))).toEqual([["A", 0, 10]]);
    expect(resolve("ana\nruiz,x", span("A", 0, 3), span("A", 4, 8), span("A", 8, 10))).toEqual([
      ["A", 0, 3],
      ["A", 4, 8],
      ["A", 8, 10],
    ]);
  });

  it("leave out what lies inside another, and of two in one place the lower score", () => {
    expect(resolve("0123456789", span("A", 0, 9, 0.1), span("B", 3, 6, 1))).toEqual([["A", 0, 9]]);
    expect(resolve("0123456789", span("A", 2, 4, 0.9), span("B", 2, 4, 0.8))).toEqual([["A", 2, 4]]);
    expect(resolve("0123456789", span("A", 2, 4, 0.9), span("B", 2, 4, 0.9))).toEqual([["B", 2, 4]]);
  });

  it("never uncover a character, and never overlap", () => {
    const spans = fc.array(
      fc
        .tuple(fc.constantFrom("A", "B", "C"), fc.nat(28), fc.integer({ min: 1, max: 12 }), fc.nat(3))
        .map(([type, start, length, score]) => span(type, start, Math.min(30, start + length), score / 3)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        spans,
        fc.string({ unit: fc.constantFrom("a", " "), minLength: 30, maxLength: 30 }),
        (found, text) => {
          const resolved = resolvePresidioConflicts(text, found);
          for (let at = 0; at < 30; at += 1) {
            const within = ({ start, end }: PresidioSpan) => start <= at && at < end;
            const count = resolved.filter(within).length;
            expect(count).toBeLessThanOrEqual(1);
            if (found.some(within)) expect(count).toBe(1);
          }
        },
      ),
      { seed: 20261122 },
    );
  });
});
