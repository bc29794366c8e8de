import { describe, expect, it } from "vitest";
import { METRICS, type MetricDetail, type MetricName } from "../../../workers/contract/quality.ts";
import { findProfile } from "../../../workers/core/compliance/profiles.ts";
import {
  effectiveThresholds,
  failureString,
  judgeDetails,
  METRIC_RULES,
} from "../../../workers/core/evaluation/composite.ts";
import { summariseBatch } from "../../../workers/core/evaluation/evaluate.ts";
import { carSeed } from "./fixtures.ts";

const GOOD: Partial<Record<MetricName, number>> = {
  rouge_l: 1,
  fidelidad_factual: 1,
  diversidad_lexica: 1,
  coherencia_dialogica: 1,
  tool_call_validity: 1,
  privacy_score: 0,
  memorizacion: 0,
};

function details(scores: Partial<Record<MetricName, number | null>>): Record<MetricName, MetricDetail> {
  const all = { ...GOOD, ...scores };
  return Object.fromEntries(
    METRICS.map((metric) => [
      metric,
      {
        score: all[metric] ?? null,
        status: all[metric] === undefined || all[metric] === null ? "skipped" : "computed",
        method: "test",
        threshold: METRIC_RULES[metric].threshold,
        threshold_source: "system",
        passed: null,
        evidence: [],
      },
    ]),
  ) as unknown as Record<MetricName, MetricDetail>;
}

describe("composite", () => {
  it("is the lowest computed metric that is no gate", () => {
    const scores = { rouge_l: 0.8, fidelidad_factual: 0.95, diversidad_lexica: 0.7, coherencia_dialogica: 0.9 };
    expect(judgeDetails(details(scores))).toMatchObject({ composite: 0.7, passed: true, failures: [] });
  });

  it("is zero when a gate is broken, and says which", () => {
    expect(judgeDetails(details({ privacy_score: 0.1 }))).toMatchObject({
      composite: 0,
      passed: false,
      failures: ["privacy_score=0.1 (must be 0.0)"],
    });
    expect(judgeDetails(details({ memorizacion: 0.01 })).failures).toEqual(["memorizacion=0.01 (must be < 0.01)"]);
    expect(judgeDetails(details({ memorizacion: 0.009 })).passed).toBe(true);
  });

  it("treats one half as a score like any other", () => {
    const verdict = judgeDetails(details({ semantic_fidelity: 0.5 }));
    expect(verdict).toMatchObject({ passed: false, composite: 0.5, failures: ["semantic_fidelity=0.5 (min 0.6)"] });
  });

  it("leaves a skipped metric out of the composite and names it", () => {
    expect(judgeDetails(details({})).skipped).toEqual(["semantic_fidelity", "embedding_drift"]);
    expect(judgeDetails(details({})).composite).toBe(1);
  });

  it("fails closed on a required metric that was not computed", () => {
    expect(judgeDetails(details({}), ["semantic_fidelity"])).toMatchObject({
      passed: false,
      failures: ["semantic_fidelity=skipped (required)"],
    });
  });

  it("weighs the mean by the framework's weights over what was computed", () => {
    const base = { rouge_l: 0.5, fidelidad_factual: 0.9, diversidad_lexica: 0.8, coherencia_dialogica: 0.9 };
    expect(judgeDetails(details(base)).weightedMean).toBe(0.825);
    expect(judgeDetails(details({ ...base, semantic_fidelity: 0.8, embedding_drift: 0.6 })).weightedMean).toBe(0.8);
  });

  it("reports failures in the framework's order", () => {
    const scores = { rouge_l: 0.1, fidelidad_factual: 0.4, diversidad_lexica: 0.2, coherencia_dialogica: 0.5 };
    const { failures, composite } = judgeDetails(details(scores));
    expect(composite).toBe(0.1);
    expect(failures).toEqual([
      "rouge_l=0.1 (min 0.65)",
      "fidelidad_factual=0.4 (min 0.9)",
      "diversidad_lexica=0.2 (min 0.55)",
      "coherencia_dialogica=0.5 (min 0.85)",
    ]);
  });

  it("writes whole numbers as the contract does", () => {
    expect(failureString("rouge_l", 0, 0.65)).toBe("rouge_l=0.0 (min 0.65)");
  });
});

describe("thresholds", () => {
  it("takes the strictest of system, profile and seed and says which applied", () => {
    const seed = {
      ...carSeed,
      metricas_calidad: { ...carSeed.metricas_calidad, diversidad_lexica_min: 0.7, rouge_l_min: 0.2 },
    };
    const thresholds = effectiveThresholds(seed, { profiles: [findProfile("HIPAA")!] });
    expect(thresholds.fidelidad_factual).toEqual({ value: 0.95, source: "profile:hipaa" });
    expect(thresholds.memorizacion).toEqual({ value: 0.005, source: "profile:hipaa" });
    expect(thresholds.diversidad_lexica).toEqual({ value: 0.7, source: "seed" });
    expect(thresholds.rouge_l).toEqual({ value: 0.65, source: "system" });
  });
});

describe("batch summary", () => {
  it("averages only what was computed and counts failures by metric", () => {
    const metrics = { ...Object.fromEntries(METRICS.map((metric) => [metric, null])), rouge_l: 0.4 } as Record<
      MetricName,
      number | null
    >;
    const summary = summariseBatch([
      { passed: true, composite_score: 0.9, metrics: { ...metrics, rouge_l: 0.9 }, failures: [] },
      { passed: false, composite_score: 0.4, metrics, failures: ["rouge_l=0.4 (min 0.65)"] },
      {
        passed: false,
        composite_score: 0,
        metrics: { ...metrics, rouge_l: null },
        failures: ["privacy_score=0.1 (must be 0.0)"],
      },
    ]);
    expect(summary).toEqual({
      total: 3,
      passed: 1,
      failed: 2,
      pass_rate: 33.33,
      avg_composite_score: 0.4333,
      metric_averages: { rouge_l: 0.65 },
      failure_summary: { rouge_l: 1, privacy_score: 1 },
    });
  });

  it("is all zeros for no reports", () => {
    expect(summariseBatch([])).toMatchObject({ total: 0, pass_rate: 0, avg_composite_score: 0 });
  });
});
