import type { Conversation } from "../../contract/conversation.ts";
import type { QualityReport } from "../../contract/quality.ts";
import { createSiblingIndex, sketchSimilarity, sketchWords } from "../evaluation/siblings.ts";
import type { SiblingIndex, Sketch } from "../evaluation/siblings.ts";
import { foldText, wordsOf } from "../evaluation/text.ts";

/** Estimated Jaccard similarity of word 3-shingles from which on two conversations of a run count as the same. */
export const NEAR_DUPLICATE = 0.85;

/**
 * The last word on the conversations of one run, in index order: those too much like an accepted one fail as
 * `near_duplicate`, and `evaluateAgain`, which evaluates the conversation against the siblings given, has its say where
 * they would lower the score. Deterministic; the order of the calls decides.
 */
export function createFinaliser(): (
  conversation: Conversation,
  draft: QualityReport,
  evaluateAgain: (siblings: SiblingIndex) => QualityReport,
) => QualityReport {
  const sketches: Sketch[] = [];
  const siblingsOfSeed = new Map<string, ReturnType<typeof createSiblingIndex>>();

  return (conversation, draft, evaluateAgain) => {
    const words = wordsOf(foldText(conversation.turnos.map((turn) => turn.contenido).join(" ")));
    const sketch = sketchWords(words);
    const siblings = siblingsOfSeed.get(conversation.seed_id) ?? createSiblingIndex();
    siblingsOfSeed.set(conversation.seed_id, siblings);

    let report = draft;
    const unlikeSiblings = 1 - siblings.nearestSimilarity(words);
    if (draft.metrics.diversidad_lexica !== null && unlikeSiblings < draft.metrics.diversidad_lexica) {
      report = evaluateAgain(siblings);
    }
    if (sketches.some((other) => sketchSimilarity(sketch, other) >= NEAR_DUPLICATE)) {
      report = { ...report, passed: false, failures: ["near_duplicate", ...report.failures] };
    }
    if (report.passed) {
      sketches.push(sketch);
      siblings.add(words);
    }
    return report;
  };
}

/** The name under which a rejected conversation is counted: its first failure's. */
export function rejectionReason(report: Pick<QualityReport, "failures">): string {
  return /^[a-z_]+/u.exec(report.failures[0] ?? "")?.[0] ?? "unknown";
}
