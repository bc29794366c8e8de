import { METRICS, type MetricDetail, type MetricName } from "../../contract/quality.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type { ComplianceProfile } from "../compliance/profiles.ts";

/** How a metric's score is compared with its threshold. */
type Comparison = "at_least" | "below" | "equal";

interface MetricRule {
  comparison: Comparison;
  /** The framework's threshold. */
  threshold: number;
  /** Weight in the weighted mean; gates have none. */
  weight: number;
  gate: boolean;
  /** The seed's own threshold, where seeds have one. */
  seedKey?: keyof SeedSchema["metricas_calidad"];
}

/** The framework's thresholds, weights and gates. */
export const METRIC_RULES: Readonly<Record<MetricName, MetricRule>> = {
  rouge_l: { comparison: "at_least", threshold: 0.65, weight: 0.15, gate: false, seedKey: "rouge_l_min" },
  fidelidad_factual: { comparison: "at_least", threshold: 0.9, weight: 0.25, gate: false, seedKey: "fidelidad_min" },
  diversidad_lexica: {
    comparison: "at_least",
    threshold: 0.55,
    weight: 0.1,
    gate: false,
    seedKey: "diversidad_lexica_min",
  },
  coherencia_dialogica: {
    comparison: "at_least",
    threshold: 0.85,
    weight: 0.2,
    gate: false,
    seedKey: "coherencia_dialogica_min",
  },
  tool_call_validity: { comparison: "at_least", threshold: 0.9, weight: 0.1, gate: false },
  privacy_score: { comparison: "equal", threshold: 0, weight: 0, gate: true },
  memorizacion: { comparison: "below", threshold: 0.01, weight: 0, gate: true },
  semantic_fidelity: { comparison: "at_least", threshold: 0.6, weight: 0.1, gate: false },
  embedding_drift: { comparison: "at_least", threshold: 0.4, weight: 0.1, gate: false },
};

export interface ThresholdInputs {
  profiles?: readonly ComplianceProfile[];
}

export interface EffectiveThreshold {
  value: number;
  /** `system`, `profile:<name>` or `seed`: the first of them, in that order, that asks for the strictest value. */
  source: string;
}

/** The strictest of system, profiles and seed for every metric. */
export function effectiveThresholds(
  seed: SeedSchema,
  inputs: ThresholdInputs = {},
): Record<MetricName, EffectiveThreshold> {
  const entries = METRICS.map((metric): [MetricName, EffectiveThreshold] => {
    const rule = METRIC_RULES[metric];
    let best: EffectiveThreshold = { value: rule.threshold, source: "system" };
    const consider = (value: number | undefined, source: string) => {
      if (value === undefined) return;
      if (rule.comparison === "at_least" ? value > best.value : value < best.value) best = { value, source };
    };
    for (const profile of inputs.profiles ?? []) {
      consider(profile.quality_thresholds[metric], `profile:${profile.name}`);
    }
    if (rule.seedKey !== undefined) consider(seed.metricas_calidad[rule.seedKey], "seed");
    return [metric, best];
  });
  return Object.fromEntries(entries) as Record<MetricName, EffectiveThreshold>;
}

/** Whether a score meets a threshold of its metric. */
export function meetsThreshold(metric: MetricName, score: number, threshold: number): boolean {
  const { comparison } = METRIC_RULES[metric];
  if (comparison === "at_least") return score >= threshold;
  return comparison === "below" ? score < threshold : score <= threshold;
}

/** The contract's failure string: `rouge_l=0.12 (min 0.65)`, numbers written as Python writes floats. */
export function failureString(metric: MetricName, score: number, threshold: number): string {
  const { comparison } = METRIC_RULES[metric];
  const bound =
    comparison === "at_least"
      ? `min ${floatText(threshold)}`
      : comparison === "below"
        ? `must be < ${floatText(threshold)}`
        : `must be ${floatText(threshold)}`;
  return `${metric}=${floatText(score)} (${bound})`;
}

function floatText(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

export interface Verdict {
  /** Minimum of the computed metrics that are no gates; 0 when a gate is broken or nothing was computed. */
  composite: number;
  weightedMean: number;
  failures: string[];
  skipped: MetricName[];
  passed: boolean;
}

/**
 * Composite Q, weighted mean and failures of one report's details. A metric in `required` that was not computed fails
 * the conversation. The formula is `min(computed metrics that are no gates)` when both gates hold, else 0.
 */
export function judgeDetails(
  details: Readonly<Record<MetricName, MetricDetail>>,
  required: readonly MetricName[] = [],
): Verdict {
  const failures: string[] = [];
  const skipped: MetricName[] = [];
  let minimum = Infinity;
  let gatesHold = true;
  let weighted = 0;
  let weights = 0;
  for (const metric of METRICS) {
    const detail = details[metric];
    const rule = METRIC_RULES[metric];
    if (detail.score === null) {
      skipped.push(metric);
      if (required.includes(metric)) failures.push(`${metric}=${detail.status} (required)`);
      continue;
    }
    const passed = meetsThreshold(metric, detail.score, detail.threshold);
    if (!passed) failures.push(failureString(metric, detail.score, detail.threshold));
    if (rule.gate) gatesHold &&= passed;
    else minimum = Math.min(minimum, detail.score);
    weighted += rule.weight * detail.score;
    weights += rule.weight;
  }
  return {
    composite: gatesHold && minimum !== Infinity ? minimum : 0,
    weightedMean: weights > 0 ? Math.round((weighted / weights) * 10_000) / 10_000 : 0,
    failures,
    skipped,
    passed: failures.length === 0,
  };
}
