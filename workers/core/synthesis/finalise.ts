import type { Conversation } from "../../contract/conversation.ts";
import type { QualityReport } from "../../contract/quality.ts";
import { sketchSimilarity, sketchWords } from "../evaluation/siblings.ts";
import type { SiblingIndex, Sketch } from "../evaluation/siblings.ts";
import { createDuplicateIndex, DUPLICATE_REASONS, type DuplicateIndex, spokenWords } from "./duplicates.ts";

export interface Finaliser {
  /**
   * The verdict on the next conversation. `evaluateAgain`, which evaluates it against the siblings given, has its say
   * where they would lower the score.
   */
  decide(
    conversation: Conversation,
    draft: QualityReport,
    evaluateAgain: (siblings: SiblingIndex) => QualityReport,
  ): QualityReport;
  /** Of the conversations that passed, in order. */
  sketches: readonly Sketch[];
}

/**
 * The last word on the conversations of one run, in index order: those too much like an accepted one, or like one that
 * `known` holds already (earlier runs, sources), fail as a near duplicate. Deterministic; the order of the calls decides.
 */
export function createFinaliser(known: DuplicateIndex = createDuplicateIndex()): Finaliser {
  const sketches: Sketch[] = [];
  const siblingsOfSeed = new Map<string, Sketch[]>();
  const nearest = (sketch: Sketch, siblings: readonly Sketch[]): number =>
    siblings.reduce((most, sibling) => Math.max(most, sketchSimilarity(sketch, sibling)), 0);

  return {
    sketches,
    decide(conversation, draft, evaluateAgain) {
      const sketch = sketchWords(spokenWords(conversation.turnos));
      const siblings = siblingsOfSeed.get(conversation.seed_id) ?? [];
      siblingsOfSeed.set(conversation.seed_id, siblings);

      let report = draft;
      const unlikeSiblings = 1 - nearest(sketch, siblings);
      if (draft.metrics.diversidad_lexica !== null && unlikeSiblings < draft.metrics.diversidad_lexica) {
        report = evaluateAgain({ nearestSimilarity: (words) => nearest(sketchWords(words), siblings) });
      }
      const repeated = known.find(sketch);
      if (repeated !== null) {
        report = { ...report, passed: false, failures: [DUPLICATE_REASONS[repeated], ...report.failures] };
      }
      if (report.passed) {
        sketches.push(sketch);
        known.add(sketch, "run");
        siblings.push(sketch);
      }
      return report;
    },
  };
}

/** The name under which a rejected conversation is counted: its first failure's. */
export function rejectionReason(report: Pick<QualityReport, "failures">): string {
  return /^[a-z_]+/u.exec(report.failures[0] ?? "")?.[0] ?? "unknown";
}
