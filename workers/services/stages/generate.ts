import type { Draw } from "../../core/generation/plan.ts";
import { chooseModel } from "../model-choice.ts";
import { makeSynthesiser } from "../synthesis.ts";
import { runConfig, seedOf } from "./run.ts";
import { firstFailure, type Stage } from "./stage.ts";

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
    const body = await write({
      seed,
      draw,
      randomSeed: config.randomSeed,
      language: config.language,
      maxAttempts: config.maxAttempts,
      meter,
      signal: shift.over,
    });
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
