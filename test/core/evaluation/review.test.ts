import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QualityReport } from "../../../workers/contract/quality.ts";
import { evaluateConversation } from "../../../workers/core/evaluation/evaluate.ts";
import {
  agreementOf,
  type AutomaticVerdict,
  borderline,
  correlationOf,
  quotePlace,
  type ReviewedItem,
  reviewReport,
} from "../../../workers/core/evaluation/review.ts";
import { carSeed, context, goodSale } from "./fixtures.ts";

const report: QualityReport = {
  ...evaluateConversation(goodSale, carSeed, context),
  evaluated_at: "2026-01-15T12:00:00.000Z",
};
/** The report with some metrics' scores in place of its own. */
function withScores(scores: Record<string, number>): QualityReport {
  const details = { ...report.details };
  for (const [metric, score] of Object.entries(scores)) {
    const detail = details[metric]!;
    details[metric] = { ...detail, score, status: "computed", passed: score >= detail.threshold };
  }
  return { ...report, details };
}
const CLEAR = {
  rouge_l: 0.9,
  fidelidad_factual: 1,
  diversidad_lexica: 0.8,
  coherencia_dialogica: 0.97,
  tool_call_validity: 1,
  embedding_drift: 0.8,
};

describe("borderline cases", () => {
  it("are those with a score near its threshold, on either side, the edge included", () => {
    expect(borderline(withScores(CLEAR), 0.05).reasons).toEqual([]);
    for (const score of [0.6, 0.65, 0.7]) {
      expect(borderline(withScores({ ...CLEAR, rouge_l: score }), 0.05).reasons).toEqual(["rouge_l near threshold"]);
    }
    expect(borderline(withScores({ ...CLEAR, rouge_l: 0.59 }), 0.05).reasons).toEqual([]);
  });

  it("are nearest first, whatever the gates say", () => {
    const near = borderline(withScores({ ...CLEAR, rouge_l: 0.66 }), 0.05);
    const far = borderline(withScores({ ...CLEAR, rouge_l: 0.69 }), 0.05);
    expect(near.distance).toBeLessThan(far.distance);
    expect(borderline(withScores({ ...CLEAR, privacy_score: 0.01 }), 0.05).reasons).toEqual([]);
  });

  it("are those where the judge stands against the other metrics, or failed", () => {
    expect(borderline(withScores({ ...CLEAR, semantic_fidelity: 0.2 }), 0.05).reasons).toEqual([
      "judge against metrics",
    ]);
    expect(borderline(withScores({ ...CLEAR, semantic_fidelity: 0.9 }), 0.05).reasons).toEqual([]);
    const failed = withScores(CLEAR);
    failed.details.semantic_fidelity = { ...failed.details.semantic_fidelity!, status: "failed" };
    expect(borderline(failed, 0.05).reasons).toEqual(["semantic_fidelity failed"]);
  });

  it("know where the judge's verified quotes stand", () => {
    const quoted = withScores({ semantic_fidelity: 0.9 });
    quoted.details.semantic_fidelity!.evidence = [
      { prompt_hash: "x" },
      { criterion: "a", turn: 1, quote_verified: true },
      { criterion: "b", turn: 11, quote_verified: true },
      { criterion: "c", turn: 2, quote_verified: false },
      null,
    ];
    expect(quotePlace(quoted, 11)).toBe(0.5);
    expect(quotePlace(report, 11)).toBeNull();
  });
});

describe("Cohen's kappa", () => {
  const repeat = (pair: [boolean, boolean], times: number) => Array.from({ length: times }, () => pair);

  it("is that of a worked example: 20 yes-yes, 15 no-no, 5 and 10 against", () => {
    const pairs = [
      ...repeat([true, true], 20),
      ...repeat([true, false], 5),
      ...repeat([false, true], 10),
      ...repeat([false, false], 15),
    ];
    expect(agreementOf(pairs)).toEqual({ items: 50, agreed: 0.7, kappa: 0.4 });
  });

  it("is 1 for equal raters, -1 for opposite ones, 0 for a rater who does not look, null where nothing can be told", () => {
    const half = [...repeat([true, true], 5), ...repeat([false, false], 5)];
    expect(agreementOf(half).kappa).toBe(1);
    expect(agreementOf(half.map(([a, b]) => [a, !b])).kappa).toBe(-1);
    expect(agreementOf(half.map(([a]) => [a, true])).kappa).toBe(0);
    expect(agreementOf(repeat([true, true], 9))).toEqual({ items: 9, agreed: 1, kappa: null });
    expect(agreementOf([])).toEqual({ items: 0, agreed: null, kappa: null });
  });

  it("does not depend on the order of items or raters, and stays within -1 and 1", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 40 }), (pairs) => {
        const { kappa } = agreementOf(pairs);
        expect(agreementOf(pairs.toReversed()).kappa).toBe(kappa);
        expect(agreementOf(pairs.map(([a, b]) => [b, a])).kappa).toBe(kappa);
        if (kappa !== null) expect(Math.abs(kappa)).toBeLessThanOrEqual(1);
      }),
      { seed: 6 },
    );
  });
});

describe("the report on reviews", () => {
  const automatic = (over: Partial<AutomaticVerdict> = {}): AutomaticVerdict => ({
    passed: true,
    composite: 0.8,
    judgeScore: 0.8,
    judgePassed: true,
    words: 100,
    quotePlace: 0.5,
    ...over,
  });
  const item = (over: Partial<AutomaticVerdict>, ...verdicts: ("pass" | "fail")[]): ReviewedItem => ({
    automatic: automatic(over),
    decisions: verdicts.map((verdict, i) => ({ reviewer: `r${i}`, verdict })),
  });

  it("finds a judge that favours long conversations, and none where it is fair", () => {
    const lengths = [20, 50, 100, 200, 400, 800];
    const biased = lengths.map((words, i) =>
      item({ words, judgeScore: 0.2 + 0.15 * i }, i % 2 === 0 ? "pass" : "fail"),
    );
    const correlation = reviewReport(biased).bias.length.correlation!;
    const fair = lengths.map((words, i) =>
      item({ words, judgeScore: i % 2 === 0 ? 0.9 : 0.1 }, i % 2 === 0 ? "pass" : "fail"),
    );
    expect(correlation).toBeGreaterThan(0.4);
    expect(Math.abs(reviewReport(fair).bias.length.correlation!)).toBeLessThan(0.4);
  });

  it("finds a judge that errs upwards where its quotes stand late", () => {
    const places = [0, 0.25, 0.5, 0.75, 1];
    const { position } = reviewReport(
      places.map((place, i) => item({ quotePlace: place, judgeScore: 0.1 + 0.2 * i }, "fail")),
    ).bias;
    expect(position).toEqual({ items: 5, correlation: 1, mean_place: 0.5 });
  });

  it("lays the judge's scores beside what reviewers say, bin by bin", () => {
    const { calibration } = reviewReport([
      item({ judgeScore: 0.9 }, "pass"),
      item({ judgeScore: 1 }, "pass"),
      item({ judgeScore: 0.1 }, "pass"),
      item({ judgeScore: null, judgePassed: null }, "fail"),
    ]);
    expect(calibration).toEqual({
      items: 3,
      brier: 0.2733,
      bins: [
        { from: 0, to: 0.2, items: 1, mean_score: 0.1, passed: 1 },
        { from: 0.8, to: 1, items: 2, mean_score: 0.95, passed: 1 },
      ],
    });
  });

  it("takes the majority, leaves even splits out, and compares reviewers with one another", () => {
    const result = reviewReport([
      item({ passed: true }, "pass", "pass", "fail"),
      item({ passed: false }, "pass", "fail"),
      item({ passed: false }, "fail", "fail"),
    ]);
    expect([result.items, result.decisions, result.reviewers]).toEqual([3, 7, 3]);
    expect(result.metrics).toEqual({ items: 2, agreed: 1, kappa: 1 });
    expect(result.between_reviewers.items).toBe(5);
  });

  it("says nothing of what it cannot know", () => {
    const empty = reviewReport([]);
    expect([empty.metrics.kappa, empty.judge.kappa, empty.calibration.brier, empty.bias.length.correlation]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(
      correlationOf([
        [1, 1],
        [2, 2],
      ]),
    ).toBeNull();
    expect(
      correlationOf([
        [1, 1],
        [1, 2],
        [1, 3],
      ]),
    ).toBeNull();
  });
});
