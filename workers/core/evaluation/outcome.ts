/** What one metric found, before its threshold is applied. */
export interface MetricOutcome {
  /** Rounded to four decimals; null unless `status` is `computed`. */
  score: number | null;
  status: "computed" | "skipped" | "failed";
  /** Name and version of the method, backends included. */
  method: string;
  evidence: unknown[];
}

/** Longest list of evidence that a metric reports. */
export const EVIDENCE_MAX = 60;

export function computed(score: number, method: string, evidence: unknown[]): MetricOutcome {
  const kept =
    evidence.length <= EVIDENCE_MAX
      ? evidence
      : [...evidence.slice(0, EVIDENCE_MAX), { omitted: evidence.length - EVIDENCE_MAX }];
  return { score, status: "computed", method, evidence: kept };
}
