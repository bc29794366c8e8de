import type { SeedSchema } from "../../contract/seed.ts";
import type { JudgeOutcome } from "../../core/evaluation/semantic-fidelity.ts";
import type { Draw } from "../../core/generation/plan.ts";
import { makeEvaluator } from "../evaluations.ts";
import { judgeConversation } from "../judge.ts";
import { chooseModel } from "../model-choice.ts";
import { makeSynthesiser, type MeteredSynthesis } from "../synthesis.ts";
import { runConfig, seedOf } from "./run.ts";
import { firstFailure, type Shift, type Stage } from "./stage.ts";

export interface JudgedSynthesis extends MeteredSynthesis {
  judge: JudgeOutcome | null;
}

/** What passed the computed metrics goes to the judge, when there is one, and its verdict counts. */
async function judged(shift: Shift, written: MeteredSynthesis, seed: SeedSchema): Promise<JudgedSynthesis> {
  const { deps, job } = shift;
  const judge = written.report.passed
    ? await judgeConversation(deps, job.organizationId, written.conversation, seed)
    : null;
  if (judge === null) return { ...written, judge };
  const evaluator = await makeEvaluator(deps, job.organizationId, runConfig(job).domain);
  const report = evaluator(written.conversation, seed, { scenario: written.plan.scenario, judge });
  const rejected = report.passed ? written.rejected : [...written.rejected, ["semantic_fidelity"]];
  return { ...written, report, rejected, judge };
}

/** One item per conversation: written, evaluated, and written again until it passes or the attempts run out. */
export const generateStage: Stage = {
  bulky: true,
  async work(shift, item, meter) {
    const draw = item.payload as Draw;
    const { deps, job } = shift;
    const config = runConfig(job);
    const write = await shift.share("synthesiser", async () => {
      const choice = await chooseModel(deps, job.organizationId, config.writer);
      return makeSynthesiser(deps, job.organizationId, config.domain, choice);
    });
    const seed = await seedOf(shift, draw.seed_id);
    const written = await write({
      seed,
      draw,
      randomSeed: config.randomSeed,
      language: config.language,
      maxAttempts: config.maxAttempts,
      meter,
      signal: shift.over,
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
