import { type MetricName, METRICS, type QualityReport } from "../../contract/quality.ts";
import type { Agreement, ReviewReport, ReviewVerdict } from "../../contract/review.ts";

/** What the automatic side said of an item, fixed when it was queued. */
export interface AutomaticVerdict {
  passed: boolean;
  composite: number;
  /** Of the judge; null where none judged. */
  judgeScore: number | null;
  judgePassed: boolean | null;
  /** Words of the conversation. */
  words: number;
  /** Mean place of the judge's verified quotes in the conversation, 0 (first turn) to 1 (last). */
  quotePlace: number | null;
}

/** Why a report is borderline, and how near the nearest threshold is (0 = on it). Empty for a clear case. */
export function borderline(report: QualityReport, margin: number): { reasons: string[]; distance: number } {
  const reasons: string[] = [];
  let distance = Infinity;
  for (const metric of METRICS) {
    const detail = report.details[metric];
    if (detail === undefined) continue;
    if (detail.status === "failed") reasons.push(`${metric} failed`);
    // Gates have no grey zone: personal data is found or not.
    if (detail.score === null || GATES.has(metric)) continue;
    const gap = Math.abs(detail.score - detail.threshold);
    distance = Math.min(distance, gap);
    // Scores and margins are decimal fractions: 0.70 is as near to 0.65 as 0.05.
    if (gap <= margin + 1e-9) reasons.push(`${metric} near threshold`);
  }
  const judge = report.details.semantic_fidelity;
  if (judge?.passed !== undefined && judge.passed !== null && judge.passed !== passesWithoutJudge(report)) {
    reasons.push("judge against metrics");
  }
  return { reasons, distance: reasons.length === 0 ? Infinity : distance };
}

const GATES: ReadonlySet<MetricName> = new Set(["privacy_score", "memorizacion"]);

function passesWithoutJudge(report: QualityReport): boolean {
  return METRICS.every((metric) => metric === "semantic_fidelity" || report.details[metric]?.passed !== false);
}

/** Mean place of the judge's verified quotes; null when it quoted nothing. `turns` is the length of the conversation. */
export function quotePlace(report: QualityReport, turns: number): number | null {
  const places = (report.details.semantic_fidelity?.evidence ?? []).flatMap((entry) => {
    const { turn, quote_verified } = (entry ?? {}) as { turn?: unknown; quote_verified?: unknown };
    return typeof turn === "number" && quote_verified === true && turns > 1
      ? [Math.min(1, Math.max(0, (turn - 1) / (turns - 1)))]
      : [];
  });
  return places.length === 0 ? null : meanOf(places);
}

/** An item with the verdicts of its reviewers. */
export interface ReviewedItem {
  automatic: AutomaticVerdict;
  decisions: readonly { reviewer: string; verdict: ReviewVerdict }[];
}

/**
 * Cohen's kappa of two raters over the same items: `(po - pe) / (1 - pe)` with the chance agreement `pe` of their own
 * marginals (Cohen 1960). Null without items, and where both raters say one and the same thing of everything.
 */
export function agreementOf(pairs: readonly (readonly [boolean, boolean])[]): Agreement {
  const items = pairs.length;
  if (items === 0) return { items, agreed: null, kappa: null };
  const share = (holds: (pair: readonly [boolean, boolean]) => boolean) => pairs.filter(holds).length / items;
  const agreed = share(([a, b]) => a === b);
  const first = share(([a]) => a);
  const second = share(([, b]) => b);
  const chance = first * second + (1 - first) * (1 - second);
  return { items, agreed: round(agreed), kappa: chance > 1 - 1e-12 ? null : round((agreed - chance) / (1 - chance)) };
}

/** Pearson's correlation; null under three points or where one side never varies. */
export function correlationOf(points: readonly (readonly [number, number])[]): number | null {
  if (points.length < 3) return null;
  const mx = meanOf(points.map(([x]) => x));
  const my = meanOf(points.map(([, y]) => y));
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [x, y] of points) {
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xx < 1e-12 || yy < 1e-12 ? null : round(xy / Math.sqrt(xx * yy));
}

const BINS = 5;

/** Agreement, calibration and bias over reviewed items. An even split among reviewers is no majority and counts nowhere. */
export function reviewReport(items: readonly ReviewedItem[]): ReviewReport {
  const decided = items.filter((item) => item.decisions.length > 0);
  const rated = decided.map((item) => ({ ...item.automatic, human: shareOf(item) }));
  const clear = rated.filter(({ human }) => human !== 0.5);
  const between = decided.flatMap(({ decisions }) =>
    decisions.flatMap((a, i) => decisions.slice(i + 1).map((b) => [isPass(a), isPass(b)] as const)),
  );
  const judged = rated.flatMap((item) => (item.judgeScore === null ? [] : [{ ...item, score: item.judgeScore }]));
  const errorOf = ({ score, human }: { score: number; human: number }) => score - human;
  const placed = judged.flatMap((item) => (item.quotePlace === null ? [] : [{ ...item, place: item.quotePlace }]));
  return {
    items: decided.length,
    decisions: decided.reduce((sum, item) => sum + item.decisions.length, 0),
    reviewers: new Set(decided.flatMap(({ decisions }) => decisions.map(({ reviewer }) => reviewer))).size,
    metrics: agreementOf(clear.map(({ passed, human }) => [passed, human > 0.5])),
    judge: agreementOf(
      clear.flatMap(({ judgePassed, human }) => (judgePassed === null ? [] : [[judgePassed, human > 0.5] as const])),
    ),
    between_reviewers: agreementOf(between),
    calibration: {
      items: judged.length,
      brier: judged.length === 0 ? null : round(meanOf(judged.map((item) => errorOf(item) ** 2))),
      bins: binsOf(judged),
    },
    bias: {
      length: {
        items: judged.length,
        // Lengths are skewed: what doubles counts once.
        correlation: correlationOf(judged.map((item) => [Math.log(1 + item.words), errorOf(item)])),
      },
      position: {
        items: placed.length,
        correlation: correlationOf(placed.map((item) => [item.place, errorOf(item)])),
        mean_place: placed.length === 0 ? null : round(meanOf(placed.map(({ place }) => place))),
      },
    },
  };
}

const isPass = ({ verdict }: { verdict: ReviewVerdict }) => verdict === "pass";
const shareOf = ({ decisions }: ReviewedItem) => decisions.filter(isPass).length / decisions.length;

function binsOf(judged: readonly { score: number; human: number }[]): ReviewReport["calibration"]["bins"] {
  return Array.from({ length: BINS }, (_, bin) => {
    const held = judged.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === bin);
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      items: held.length,
      mean_score: held.length === 0 ? 0 : round(meanOf(held.map(({ score }) => score))),
      passed: held.length === 0 ? 0 : round(meanOf(held.map(({ human }) => human))),
    };
  }).filter(({ items }) => items > 0);
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number) => Math.round(value * 10_000) / 10_000;
