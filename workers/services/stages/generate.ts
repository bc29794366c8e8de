import type { SeedSchema } from "../../contract/seed.ts";
import type { JudgeOutcome } from "../../core/evaluation/semantic-fidelity.ts";
import { makeEvaluator } from "../evaluations.ts";
import { makeSynthesiser, type Synthesis } from "../generation.ts";
import { judgeConversation } from "../judge.ts";
import { runConfig, seedOf } from "./run.ts";
import { firstFailure, type Shift, type Stage } from "./stage.ts";

export interface JudgedSynthesis extends Synthesis {
  judge: JudgeOutcome | null;
}

/** What passed the computed metrics goes to the judge, when there is one, and its verdict counts. */
async function judged(shift: Shift, written: Synthesis, seed: SeedSchema): Promise<JudgedSynthesis> {
  const { deps, job } = shift;
  const judge = written.report.passed ? await judgeConversation(deps, written.conversation, seed) : null;
  if (judge === null) return { ...written, judge };
  const evaluator = await makeEvaluator(deps, job.organizationId, runConfig(job).domain);
  const report = evaluator(written.conversation, seed, { scenario: written.plan.scenario, judge });
  const rejected = report.passed ? written.rejected : [...written.rejected, ["semantic_fidelity"]];
  return { ...written, report, rejected, judge };
}

/** One item per conversation: written, evaluated, and written again until it passes or the attempts run out. */
export const generateStage: Stage = {
  bulky: true,
  async work(shift, item) {
    const { seed_id, index } = item.payload as { seed_id: string; index: number };
    const config = runConfig(shift.job);
    const write = await shift.share("synthesiser", () =>
      makeSynthesiser(shift.deps, shift.job.organizationId, config.domain),
    );
    const seed = await seedOf(shift, seed_id);
    const written = write({
      seed,
      index,
      randomSeed: config.randomSeed,
      language: config.language,
      maxAttempts: config.maxAttempts,
    });
    const body = await judged(shift, written, seed);
    const { passed } = body.report;
    const failures = passed ? [] : (body.rejected.at(-1) ?? []);
    return {
      body,
      tally: {
        generated: 1,
        attempts: body.attempts,
        certified: passed ? 1 : 0,
        ...Object.fromEntries(failures.map((metric) => [`rejected:${metric}`, 1])),
      },
    };
  },
  async next({ ledger }, { done }) {
    if (done === 0) {
      const why = (await firstFailure(ledger)) ?? "no item finished";
      return { finish: "failed", result: null, error: `Nothing was generated: ${why}` };
    }
    return { items: [{ payload: {} }] };
  },
};
