import type { Conversation } from "../../contract/conversation.ts";
import type { MetricDetail, MetricName, QualityReport } from "../../contract/quality.ts";
import type { ScenarioTemplate } from "../../contract/scenario.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import { compileSeed } from "../evaluation/compiled-seed.ts";
import { judgeDetails, meetsThreshold } from "../evaluation/composite.ts";
import { scoreLexicalDiversity } from "../evaluation/lexical-diversity.ts";
import type { SiblingIndex } from "../evaluation/siblings.ts";
import { readTranscript } from "../evaluation/transcript.ts";

/**
 * The report that evaluating the conversation again beside its siblings would give: diversity is the only metric that
 * looks at them, so it alone is computed anew. For reports whose evidence is not masked, and runs that require no metric.
 */
export function reviseDiversity(
  report: QualityReport,
  conversation: Conversation,
  seed: SeedSchema,
  scenario: ScenarioTemplate | null,
  siblings: SiblingIndex,
): QualityReport {
  const steps =
    scenario !== null && scenario.flow_steps.length > 0 ? scenario.flow_steps : seed.pasos_turnos.flujo_esperado;
  const { mandated } = compileSeed(seed, steps, conversation.idioma);
  const outcome = scoreLexicalDiversity(readTranscript(conversation, seed), mandated, siblings);
  // An evaluation reports on every metric; only reports read from elsewhere may lack some.
  const all = report.details as Record<MetricName, MetricDetail>;
  const { threshold, threshold_source } = all.diversidad_lexica;
  const passed = outcome.score === null ? null : meetsThreshold("diversidad_lexica", outcome.score, threshold);
  const details = { ...all, diversidad_lexica: { ...outcome, threshold, threshold_source, passed } };
  const verdict = judgeDetails(details);
  return {
    ...report,
    metrics: { ...report.metrics, diversidad_lexica: outcome.score },
    composite_score: verdict.composite,
    weighted_mean: verdict.weightedMean,
    passed: verdict.passed,
    failures: verdict.failures,
    skipped_metrics: verdict.skipped,
    details,
  };
}
