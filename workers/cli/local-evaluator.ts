import type { Conversation } from "../contract/conversation.ts";
import type { MetricName, QualityReport } from "../contract/quality.ts";
import type { ScenarioTemplate } from "../contract/scenario.ts";
import type { SeedSchema } from "../contract/seed.ts";
import { resolveTools } from "../core/domains/data.ts";
import { evaluateConversation } from "../core/evaluation/evaluate.ts";
import type { SourceIndex } from "../core/evaluation/memorisation.ts";
import type { SiblingIndex } from "../core/evaluation/siblings.ts";
import type { PrivacyEngine } from "../core/privacy/engine.ts";
import { isReserved } from "../core/privacy/reserved.ts";
import { loadDomain } from "./domain-files.ts";

export type LocalEvaluator = (
  conversation: Conversation,
  options?: { scenario?: ScenarioTemplate | null; siblings?: SiblingIndex; require?: MetricName[] },
) => QualityReport;

/**
 * The nine metrics for conversations of one seed, as far as they need no server: without `sources` memorisation is
 * skipped, and there is no judge.
 */
export async function createEvaluator(
  seed: SeedSchema,
  privacy: PrivacyEngine,
  sources?: SourceIndex,
): Promise<LocalEvaluator> {
  const domain = await loadDomain(seed.dominio);
  const tools = [...resolveTools(domain, seed.parametros_factuales.herramientas_definidas).values()];
  return (conversation, { scenario, siblings, require } = {}) => ({
    ...evaluateConversation(conversation, seed, {
      tools,
      privacy,
      isReserved,
      sources,
      siblings,
      require,
      ...(scenario && { expectedToolSequence: scenario.expected_tool_sequence, flowSteps: scenario.flow_steps }),
    }),
    seed_id: seed.seed_id,
    evaluated_at: new Date().toISOString(),
  });
}
