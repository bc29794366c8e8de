import type { Conversation } from "../contract/conversation.ts";
import type { QualityReport } from "../contract/quality.ts";
import type { SeedSchema } from "../contract/seed.ts";
import type { SourceIndex } from "../core/evaluation/memorisation.ts";
import type { PrivacyEngine } from "../core/privacy/engine.ts";
import { drawSynthesis, synthesiseBuiltin } from "../core/synthesis/attempt.ts";
import { FICTIONAL_TODAY } from "../core/synthesis/fictional-time.ts";
import { createFinaliser, rejectionReason } from "../core/synthesis/finalise.ts";
import { loadDomain } from "./domain-files.ts";
import { createEvaluator } from "./local-evaluator.ts";
import type { LocalEvaluator } from "./local-evaluator.ts";

export interface LocalSynthesisOptions {
  /** Conversations in all; the seeds take turns. */
  total: number;
  randomSeed: number;
  maxAttempts: number;
  /** Language tag in place of the seed's. */
  language: string | null;
  sources?: SourceIndex;
  onProgress: (done: number, certified: number) => void;
}

export interface LocalSynthesis {
  /** Those that passed every gate, in order. */
  certified: Conversation[];
  /** Of all, in order. */
  reports: QualityReport[];
  rejected: Record<string, number>;
  attempts: number;
}

/** Generates with the builtin provider, evaluates, and drops near-duplicates: what a job of the server does. */
export async function synthesiseLocally(
  seeds: readonly SeedSchema[],
  privacy: PrivacyEngine,
  options: LocalSynthesisOptions,
): Promise<LocalSynthesis> {
  const evaluators = new Map<string, LocalEvaluator>();
  const finaliser = createFinaliser();
  const result: LocalSynthesis = { certified: [], reports: [], rejected: {}, attempts: 0 };
  const domains = await Promise.all([...new Set(seeds.map((seed) => seed.dominio))].map(loadDomain));
  const draws = drawSynthesis(seeds, options.total, options.randomSeed, domains, options.language);
  for (const [place, draw] of draws.entries()) {
    const seed = seeds[place % seeds.length]!;
    const evaluator = evaluators.get(seed.seed_id) ?? (await createEvaluator(seed, privacy, options.sources));
    evaluators.set(seed.seed_id, evaluator);
    const domainData = await loadDomain(seed.dominio);
    const { conversation, report, plan, attempts } = synthesiseBuiltin({
      seed,
      domainData,
      draw,
      randomSeed: options.randomSeed,
      language: options.language ?? seed.idioma,
      maxAttempts: options.maxAttempts,
      today: FICTIONAL_TODAY,
      evaluate: (draft, plan) => evaluator(draft, { scenario: plan.scenario }),
    });
    const verdict = finaliser.decide(conversation, report, (siblings) =>
      evaluator(conversation, { scenario: plan.scenario, siblings }),
    );
    result.attempts += attempts;
    result.reports.push(verdict);
    if (verdict.passed) result.certified.push(conversation);
    else {
      const reason = rejectionReason(verdict);
      result.rejected[reason] = (result.rejected[reason] ?? 0) + 1;
    }
    options.onProgress(place + 1, result.certified.length);
    // Let the progress bar draw and signals arrive.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return result;
}

/** Counts of rejected conversations by reason, most frequent first, as text. */
export function describeRejected(rejected: Readonly<Record<string, number>>): string {
  const reasons = Object.entries(rejected).sort(([, a], [, b]) => b - a);
  return reasons.map(([reason, count]) => `${reason} ${count}`).join(", ");
}
