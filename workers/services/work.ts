// What a queue consumer does after a wake-up: lanes that lease items from the job's ledger until there is none.
import { AppError } from "../contract/error.ts";
import type { ItemFailure, LeaseAnswer, LeasedItem, WrittenResult } from "../core/jobs/exchange.ts";
import { type FailureKind, UpstreamFailure } from "../core/models/failures.ts";
import type { Deps } from "./deps.ts";
import type { LedgerPort } from "./ports/jobs.ts";
import { describeError } from "./failure.ts";
import { toMirror } from "./jobs.ts";
import { type LedgerLink, openLink, writeResult } from "./ledger-link.ts";
import { BudgetSpent } from "./meter.ts";
import { AttemptsSpent } from "./synthesis.ts";
import { anonymiseStage } from "./stages/anonymise.ts";
import { evaluateStage } from "./stages/evaluate.ts";
import { exportStage } from "./stages/export.ts";
import { finaliseStage } from "./stages/finalise.ts";
import { generateStage } from "./stages/generate.ts";
import { parseStage } from "./stages/parse.ts";
import { seedsStage } from "./stages/seeds.ts";
import { openShift, type Shift, type Stage } from "./stages/stage.ts";

/** A consumer goes home after this time; the ledger's alarm sends another. Queues allow 15 minutes. */
const SHIFT_MS = 5 * 60_000;

/** Every stage by its name. Which stages a job has, and in which order, is said in `job-kinds.ts`. */
const STAGES: ReadonlyMap<string, Stage> = new Map([
  ["seeds", seedsStage],
  ["generate", generateStage],
  ["finalise", finaliseStage],
  ["export", exportStage],
  ["parse", parseStage],
  ["anonymise", anonymiseStage],
  ["evaluate", evaluateStage],
]);

/** Why an item failed, in words that carry nothing of its content, and what to do about it. */
function describeFailure(error: unknown): Pick<ItemFailure, "error" | "retry" | "halt"> {
  if (error instanceof UpstreamFailure) {
    return { error: error.message, retry: error.retryable, halt: HALTING.has(error.kind) };
  }
  // The run says how many attempts a conversation has; starting the item again would give it as many once more.
  if (error instanceof AttemptsSpent) return { error: error.message, retry: false, halt: false };
  if (error instanceof AppError) return { error: error.message, retry: error.status >= 500, halt: false };
  if (error instanceof BudgetSpent) return { error: error.message, retry: true, halt: false };
  return { error: error instanceof Error ? error.name : "unknown error", retry: true, halt: false };
}

/** Failures of a provider that meet every other item just the same. */
const HALTING: ReadonlySet<FailureKind> = new Set(["auth", "quota", "not_found", "unsupported"]);

/**
 * Works on a job until nothing is left to lease, with up to `lanes` items side by side. Safe to run any number of times,
 * at any time, in any number of copies: the ledger decides what is still to be done.
 */
export async function workOn(deps: Deps, jobId: string, lanes: number): Promise<void> {
  const ledger = deps.ledger(jobId);
  const link = openLink(ledger);
  let shift: Shift | null = null;
  try {
    shift = await work(deps, ledger, link, lanes);
  } finally {
    await link.close();
  }
  const progress = await ledger.progress();
  if (progress !== null && shift !== null) {
    await deps.jobs.mirror(shift.job.organizationId, jobId, toMirror(progress));
  }
}

/** Leases as lanes get free, until there is nothing to lease or it is time to go home. */
async function work(deps: Deps, ledger: LedgerPort, link: LedgerLink, lanes: number): Promise<Shift | null> {
  const home = deps.clock.now().getTime() + SHIFT_MS;
  const active = new Set<Promise<void>>();
  let shift: Shift | null = null;
  let broken: { error: unknown } | null = null;
  let laneFreed = Promise.withResolvers<void>();

  const start = (open: Shift, item: LeasedItem): void => {
    const lane = runItem(open, link, item)
      .catch((error: unknown) => void (broken ??= { error }))
      .finally(() => {
        active.delete(lane);
        laneFreed.resolve();
        laneFreed = Promise.withResolvers();
      });
    active.add(lane);
  };

  // oxlint-disable-next-line no-unmodified-loop-condition -- a lane that fails sets it
  while (broken === null && !link.over.aborted && deps.clock.now().getTime() < home) {
    const free = lanes - active.size;
    const answer: LeaseAnswer = free > 0 ? await link.lease(free) : { kind: "wait" };
    if (answer.kind === "finished") break;
    if (answer.kind === "wait") {
      if (active.size === 0) break;
      await Promise.race([laneFreed.promise, link.roomMade()]);
      continue;
    }
    shift ??= openShift(deps, link.job()!, ledger, link.over);
    if (answer.kind === "items") for (const item of answer.items) start(shift, item);
    else await moveOn(shift, answer);
  }
  await Promise.all(active);
  const failure = broken as { error: unknown } | null;
  if (failure !== null) throw failure.error;
  return shift;
}

async function runItem(shift: Shift, link: LedgerLink, item: LeasedItem): Promise<void> {
  const meter = link.openMeter(item);
  let result: WrittenResult;
  try {
    result = writeResult(await STAGES.get(item.stage)!.work(shift, item, meter));
  } catch (error) {
    shift.deps.log.write("warn", "item_failed", {
      job_id: shift.job.id,
      stage: item.stage,
      item: item.id,
      start: item.start,
      ...describeError(error),
    });
    meter.close();
    await link.failed({ itemId: item.id, leaseId: item.leaseId, ...describeFailure(error) });
    return;
  }
  meter.close();
  await link.done(item, result);
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
