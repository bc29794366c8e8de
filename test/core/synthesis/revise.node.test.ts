import { describe, expect, it } from "vitest";
import { loadDomain } from "../../../workers/cli/domain-files.ts";
import { readPackageJson } from "../../../workers/cli/package-files.ts";
import { SeedSchema } from "../../../workers/contract/seed.ts";
import { evaluateConversation } from "../../../workers/core/evaluation/evaluate.ts";
import { createSiblingIndex } from "../../../workers/core/evaluation/siblings.ts";
import { drawSynthesis, synthesiseBuiltin } from "../../../workers/core/synthesis/attempt.ts";
import { spokenWords } from "../../../workers/core/synthesis/duplicates.ts";
import { reviseDiversity } from "../../../workers/core/synthesis/revise.ts";

describe("reviseDiversity", () => {
  it("gives the report that a whole evaluation beside the siblings gives", async () => {
    const domain = await loadDomain("finance.advisory");
    const library = SeedSchema.array().parse(await readPackageJson("seeds/library/finance.advisory.json"));
    const [seed] = library;
    const siblings = createSiblingIndex();
    let lowered = 0;
    for (const draw of drawSynthesis([seed!], 12, 5, [domain], null)) {
      const common = { tools: domain.tools, privacy: { scan: () => [] } };
      const { conversation, plan } = synthesiseBuiltin({
        seed: seed!,
        domainData: domain,
        draw,
        randomSeed: 5,
        language: seed!.idioma,
        maxAttempts: 1,
        today: "2026-03-02",
        evaluate: (each) => ({ ...evaluateConversation(each, seed!, common), evaluated_at: "" }),
      });
      const { scenario } = plan;
      const context = {
        ...common,
        ...(scenario === null
          ? {}
          : { expectedToolSequence: scenario.expected_tool_sequence, flowSteps: scenario.flow_steps }),
      };
      const alone = { ...evaluateConversation(conversation, seed!, context), evaluated_at: "" };
      const beside = { ...evaluateConversation(conversation, seed!, { ...context, siblings }), evaluated_at: "" };
      expect(reviseDiversity(alone, conversation, seed!, scenario, siblings)).toEqual(beside);
      if (beside.metrics.diversidad_lexica! < alone.metrics.diversidad_lexica!) lowered += 1;
      siblings.add(spokenWords(conversation.turnos));
    }
    expect(lowered).toBeGreaterThan(0);
  });
});
