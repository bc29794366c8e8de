import type { Conversation } from "../../contract/conversation.ts";
import type { QualityReport } from "../../contract/quality.ts";
import { conversationFields } from "../evaluation/privacy-score.ts";
import type { PrivacyEngine } from "../privacy/engine.ts";
import { MaskingPlan, personWordsOf } from "./masking-plan.ts";

/**
 * Layer 0 for a report: reports outlive the conversations they judge, so that no text of their evidence may carry a
 * personal value. The conversation is read with it, as a name that one turn introduces is a bare word in another.
 */
export function maskEvidence<Report extends Pick<QualityReport, "details" | "failures">>(
  report: Report,
  conversation: Conversation,
  privacy: PrivacyEngine,
): Report {
  const plan = new MaskingPlan();
  const readers = Object.entries(report.details).map(([metric, detail]) => ({
    metric,
    evidence: plan.value(detail.evidence),
  }));
  if (plan.texts.length === 0) return report;
  const context = conversationFields(conversation).map((field) => field.text);
  const found = privacy.anonymise([...plan.texts, ...context], {
    policy: "gate",
    method: "token",
    language: conversation.idioma,
  });
  const people = found.values.filter((value) => value.category === "PERSON").map((value) => value.value);
  const masked = { texts: found.texts, personWords: personWordsOf(people) };
  const details: QualityReport["details"] = { ...report.details };
  for (const { metric, evidence } of readers) {
    details[metric] = { ...details[metric]!, evidence: evidence(masked) as unknown[] };
  }
  return { ...report, details };
}
