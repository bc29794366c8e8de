// What a queue consumer does after a wake-up: lanes that lease items from the job's ledger until there is none.
import { AppError } from "../contract/error.ts";
import type { LeasedItem } from "../core/jobs/ledger.ts";
import type { Deps } from "./deps.ts";
import { describeError } from "./failure.ts";
import { toMirror } from "./jobs.ts";
import { anonymiseStage } from "./stages/anonymise.ts";
import { exportStage } from "./stages/export.ts";
import { finaliseStage } from "./stages/finalise.ts";
import { generateStage } from "./stages/generate.ts";
import { parseStage } from "./stages/parse.ts";
import { seedsStage } from "./stages/seeds.ts";
import { openShift, type Shift, type Stage } from "./stages/stage.ts";

/** A consumer goes home after this time; the ledger's alarm sends another. Queues allow 15 minutes. */
const SHIFT_MS = 5 * 60_000;
const HEARTBEAT_MS = 4000;

/** Every stage by its name. Which stages a job has, and in which order, is said in `job-kinds.ts`. */
const STAGES: ReadonlyMap<string, Stage> = new Map([
  ["seeds", seedsStage],
  ["generate", generateStage],
  ["finalise", finaliseStage],
  ["export", exportStage],
  ["parse", parseStage],
  ["anonymise", anonymiseStage],
]);

/** Why an item failed, in words that carry nothing of its content, and whether trying again can help. */
function describeFailure(error: unknown): { message: string; retry: boolean } {
  if (error instanceof AppError) return { message: error.message, retry: error.status >= 500 };
  return { message: error instanceof Error ? error.name : "unknown error", retry: true };
}

/**
 * Works on a job until nothing is left to lease, with `lanes` items side by side. Safe to run any number of times, at
 * any time, in any number of copies: the ledger decides what is still to be done.
 */
export async function workOn(deps: Deps, jobId: string, lanes: number): Promise<void> {
  const ledger = deps.ledger(jobId);
  const home = deps.clock.now().getTime() + SHIFT_MS;
  let shift: Shift | null = null;
  // Short leases make a killed worker's items free soon; a live one keeps its own by this heartbeat. A renewal that fails
  // costs nothing but a second start: the first result counts.
  const held = new Set<string>();
  const heartbeat = setInterval(() => void ledger.renew([...held]).catch(() => {}), HEARTBEAT_MS);

  const runItem = async (open: Shift, item: LeasedItem): Promise<void> => {
    held.add(item.leaseId);
    try {
      const result = await STAGES.get(item.stage)!.work(open, item);
      await ledger.complete(item.id, result);
    } catch (error) {
      const { message, retry } = describeFailure(error);
      deps.log.write("warn", "item_failed", {
        job_id: jobId,
        stage: item.stage,
        item: item.id,
        start: item.start,
        ...describeError(error),
      });
      await ledger.fail(item.id, item.leaseId, message, retry);
    } finally {
      held.delete(item.leaseId);
    }
  };

  const lane = async (): Promise<void> => {
    while (deps.clock.now().getTime() < home) {
      const answer = await ledger.lease(1);
      if (answer.kind === "wait" || answer.kind === "finished") return;
      shift ??= openShift(deps, answer.job, ledger);
      if (answer.kind === "items") for (const item of answer.items) await runItem(shift, item);
      else await moveOn(shift, answer);
    }
  };

  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    clearInterval(heartbeat);
  }
  const progress = await ledger.progress();
  if (progress !== null && shift !== null) {
    await deps.jobs.mirror((shift as Shift).job.organizationId, jobId, toMirror(progress));
  }
}

async function moveOn(shift: Shift, answer: { stage: string; done: number; failed: number }): Promise<void> {
  const step = await STAGES.get(answer.stage)!.next(shift, answer);
  if ("items" in step) {
    await shift.ledger.advance(answer.stage, step.items);
    return;
  }
  await shift.ledger.finish(step.finish, step.result, step.error);
  // What is to be kept stands in the blob store now; the ledger keeps counts and reasons only.
  for (const { name } of shift.job.stages) {
    if (STAGES.get(name)?.bulky) await shift.ledger.forgetResults(name);
  }
}
