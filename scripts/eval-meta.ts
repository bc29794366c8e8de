/**
 * Evaluates the metrics themselves: real human dialogues and their corruptions, English (STAR) and Spanish.
 *
 *   node scripts/eval-meta.ts [--data ../shared/data] [--limit N] [--calibrate]
 *
 * Half of the dialogues calibrate (`--calibrate` prints what they say), the other half is reported. Dialogues are first
 * anonymised by Layer 0 with pseudonyms. An English dialogue is judged against a seed that other dialogues of its task
 * agree on, with that task's tools; the fingerprints are those of these others. A Spanish dialogue is of its own kind:
 * its seed is extracted from itself, so rouge_l, fidelity and drift say nothing of its pass rate there.
 * The last line of stdout is JSON.
 */
import type { Conversation } from "../workers/contract/conversation.ts";
import { METRICS, type MetricName } from "../workers/contract/quality.ts";
import { meetsThreshold, METRIC_RULES } from "../workers/core/evaluation/composite.ts";
import { CORRUPTIONS, type CorruptionInput } from "../workers/core/evaluation/controls.ts";
import { evaluateConversation } from "../workers/core/evaluation/evaluate.ts";
import type { PrivacyScanner } from "../workers/core/evaluation/privacy-score.ts";
import { createRandom } from "../workers/core/generation/random.ts";
import { isReserved } from "../workers/core/privacy/reserved.ts";
import { type Case, makeCases, sharesTask } from "./evaluation-cases.ts";
import type { Dialogue } from "./evaluation-data.ts";
import { readMasked } from "./evaluation-masking.ts";
import { readOptions } from "./runtime/options.ts";

/** The corruptions that a metric is there to see; in the goals its AUC on them is at least 0.95 (0.85 foreign turns). */
const OWN: Readonly<Record<MetricName, readonly string[]>> = {
  rouge_l: ["shuffled_turns", "steps_dropped"],
  fidelidad_factual: ["constraint_contradicted"],
  diversidad_lexica: ["repeated_turns"],
  coherencia_dialogica: [
    "shuffled_turns",
    "shuffled_within_roles",
    "adjacent_swap",
    "foreign_turns",
    "word_salad",
    "seed_word_salad",
    "repeated_turns",
    "role_flip",
  ],
  tool_call_validity: ["tool_call_broken"],
  privacy_score: ["personal_data"],
  memorizacion: ["source_copied"],
  semantic_fidelity: [],
  embedding_drift: ["derailed"],
};
/** Metrics whose own seed makes a pass rate on Spanish dialogues circular. */
const CIRCULAR: readonly MetricName[] = ["rouge_l", "fidelidad_factual", "embedding_drift"];

const options = readOptions(import.meta.filename, {
  data: { type: "string", default: "../shared/data" },
  limit: { type: "string" },
  calibrate: { type: "boolean", default: false },
});

function main(): void {
  const masked = readMasked(options.data);
  const { scanner } = masked;
  const limit = Number(options.limit ?? 1000);
  const inHalf = (index: number) => (index % 2 === 0) === options.calibrate && index < 2 * limit;
  const summary: Record<string, unknown> = {};
  for (const [language, all] of [
    ["en", masked.star],
    ["es", masked.spanish],
  ] as const) {
    const cases = makeCases(language, all, inHalf, scanner);
    // Foreign turns bring surrogates of their own dialogues: the run minted them all, and none is a leak.
    const surrogates = new Set(all.flatMap((masked) => masked.surrogates));
    const foreignPool = all.filter((_, i) => inHalf(i)).map((masked) => masked.dialogue);
    summary[language] = report(language, cases, foreignPool, surrogates, scanner);
  }
  masked.save();
  console.log(JSON.stringify({ half: options.calibrate ? "calibration" : "report", ...summary }));
}

type Scores = Record<MetricName, number | null>;

function report(
  language: string,
  cases: readonly Case[],
  pool: readonly Dialogue[],
  surrogates: ReadonlySet<string>,
  scanner: PrivacyScanner,
): Record<string, unknown> {
  const score = (entry: Case, conversation: Conversation): { metrics: Scores; passed: boolean; failures: string[] } => {
    return evaluateConversation(conversation, entry.seed, {
      tools: entry.tools,
      privacy: scanner,
      isReserved,
      allowedSurrogates: surrogates,
      sources: entry.sources,
    });
  };
  const good = cases.map((entry) => score(entry, entry.dialogue.conversation));
  const computed = METRICS.filter((metric) => good.some((report) => report.metrics[metric] !== null));
  const passes = (report: { metrics: Scores }, metrics: readonly MetricName[]) =>
    metrics.every(
      (metric) =>
        report.metrics[metric] === null ||
        meetsThreshold(metric, report.metrics[metric], METRIC_RULES[metric].threshold),
    );
  const judged = language === "es" ? computed.filter((metric) => !CIRCULAR.includes(metric)) : computed;
  const result: Record<string, unknown> = {
    dialogues: cases.length,
    good_passed: share(good, (report) => passes(report, judged)),
    rejected_alone: Object.fromEntries(
      computed.map((metric) => [metric, share(good, (report) => !passes(report, [metric]))]),
    ),
  };
  console.log(
    `\n${language}: ${cases.length} dialogues; good passed ${percent(result.good_passed as number)}${language === "es" ? " (without rouge_l, fidelity and drift: their seed is the dialogue's own)" : ""}`,
  );
  console.log(
    `good rejected by each metric alone: ${computed.map((metric) => `${metric} ${percent((result.rejected_alone as Record<string, number>)[metric]!)}`).join("  ")}`,
  );
  console.log(
    `\nAUC                      ${computed.map((metric) => metric.slice(0, 12).padStart(13)).join("")}   rejected    n`,
  );
  const matrix: Record<string, unknown> = {};
  for (const corruption of CORRUPTIONS) {
    const spoiled = cases.flatMap((entry) => {
      const random = createRandom(`${corruption.name} ${entry.dialogue.conversation.conversation_id}`);
      const foreign = pool.filter((other) => !sharesTask(other, entry.dialogue)).map((other) => other.conversation);
      const input: CorruptionInput = {
        conversation: entry.dialogue.conversation,
        seed: entry.seed,
        foreign,
        sources: entry.sourceConversations,
        random,
      };
      const conversation = corruption.apply(input);
      return conversation === null ? [] : [score(entry, conversation)];
    });
    if (spoiled.length === 0) continue;
    const aucs = Object.fromEntries(computed.map((metric) => [metric, auc(good, spoiled, metric)]));
    const rejected = share(spoiled, (report) => !passes(report, computed));
    matrix[corruption.name] = { n: spoiled.length, rejected, auc: aucs };
    const cells = computed.map((metric) =>
      `${aucs[metric]!.toFixed(3)}${OWN[metric].includes(corruption.name) ? "*" : " "}`.padStart(13),
    );
    console.log(
      `${corruption.name.padEnd(25)}${cells.join("")}   ${percent(rejected).padStart(7)}${String(spoiled.length).padStart(6)}`,
    );
  }
  return { ...result, corruptions: matrix };
}

/** Chance that the metric puts a good dialogue before a corrupted one; maxima are turned round. */
function auc(good: readonly { metrics: Scores }[], bad: readonly { metrics: Scores }[], metric: MetricName): number {
  const sign = METRIC_RULES[metric].gate ? -1 : 1;
  const values = (reports: readonly { metrics: Scores }[]) =>
    reports.map((report) => sign * (report.metrics[metric] ?? 0));
  const goodValues = values(good);
  const badValues = values(bad);
  let wins = 0;
  for (const g of goodValues) for (const b of badValues) wins += g > b ? 1 : g === b ? 0.5 : 0;
  return Math.round((wins / (goodValues.length * badValues.length)) * 1000) / 1000;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : Math.round((items.filter(holds).length / items.length) * 1000) / 1000;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

main();
