import { METRICS, type MetricDetail, type QualityReport } from "../../contract/quality.ts";
import { METRIC_RULES } from "../evaluation/composite.ts";
import type { DatasetGate } from "./manifest.ts";

const SIGNS = { at_least: "≥", below: "<", equal: "=" } as const;

/** Adds up how the conversations of a dataset did in each metric, report by report. */
export class GateCounter {
  readonly #gates = new Map(
    METRICS.map((name) => [
      name,
      { thresholds: new Set<number>(), methods: new Set<string>(), passed: 0, failed: 0, skipped: 0 },
    ]),
  );

  add(report: QualityReport): void {
    for (const [name, gate] of this.#gates) {
      const detail: MetricDetail | undefined = Object.hasOwn(report.details, name) ? report.details[name] : undefined;
      if (detail === undefined || detail.status === "skipped" || detail.passed === null) {
        gate.skipped += 1;
        continue;
      }
      gate.thresholds.add(detail.threshold);
      gate.methods.add(detail.method);
      if (detail.passed) gate.passed += 1;
      else gate.failed += 1;
    }
  }

  /** The metrics in the order in which they are reported; conversations without a report are in none of the counts. */
  list(): DatasetGate[] {
    return [...this.#gates].map(([name, gate]) => {
      const rule = METRIC_RULES[name];
      const thresholds = gate.thresholds.size === 0 ? [rule.threshold] : [...gate.thresholds].toSorted((a, b) => a - b);
      return {
        name,
        threshold: `${SIGNS[rule.comparison]} ${thresholds.join(", ")}`,
        methods: [...gate.methods].toSorted(),
        passed: gate.passed,
        failed: gate.failed,
        skipped: gate.skipped,
      };
    });
  }
}
