// Batches of evaluations that are too large for one request: stored conversations by their ids, pairs through sealed staging.
import type { PipelineRunResponse } from "../contract/job.ts";
import type { EvaluateBatchRequest } from "../contract/quality.ts";
import type { NewItem } from "../core/jobs/job-spec.ts";
import type { Deps, Principal } from "./deps.ts";
import { type Pair, refusePersonalIds } from "./evaluations.ts";
import { startJob } from "./job-kinds.ts";
import type { EvaluationConfig, EvaluationItem } from "./stages/evaluate.ts";
import { createStaging } from "./staging.ts";

/** Conversations that one item evaluates: a second of work, so that a lost worker loses little. */
const PER_ITEM = 20;

/** Starts the job. Its row names ids and counts; conversations and seeds of pairs are sealed until it is over. */
export async function startEvaluation(
  deps: Deps,
  principal: Principal,
  { pairs = [], conversation_ids = [], seed_id = null, require }: PartialBatch,
): Promise<PipelineRunResponse> {
  const jobId = deps.newId();
  refusePersonalIds(deps, pairs);
  const createdAt = deps.clock.now().toISOString();
  const config: EvaluationConfig = { seedId: seed_id, require, createdAt };
  const total = pairs.length + conversation_ids.length;
  if (conversation_ids.length > 0) {
    const items = inItems(conversation_ids).map(({ first, slice }) => itemOf({ first, conversationIds: slice }));
    await startJob(deps, principal, "evaluation", config, items, { id: jobId });
  } else {
    const staging = await createStaging(deps, principal.organizationId, jobId);
    try {
      const items: NewItem[] = [];
      for (const { first, slice } of inItems(pairs)) {
        const bytes = new TextEncoder().encode(slice.map((pair) => JSON.stringify(pair)).join("\n"));
        const name = `pairs-${first}`;
        await staging.write(name, once(bytes));
        items.push(itemOf({ first, sealed: { name, plainBytes: bytes.length } }));
      }
      await startJob(deps, principal, "evaluation", config, items, { id: jobId });
    } catch (error) {
      await deps.ledger(jobId).dropStaging();
      throw error;
    }
  }
  return { job_id: jobId, status: "pending", message: `Evaluating ${total} conversations`, result: null };
}

type PartialBatch = Pick<EvaluateBatchRequest, "conversation_ids" | "require"> & {
  pairs?: Pair[] | undefined;
  seed_id?: string | null | undefined;
};

const itemOf = (payload: EvaluationItem): NewItem => ({ payload });

function inItems<T>(list: readonly T[]): { first: number; slice: T[] }[] {
  return Array.from({ length: Math.ceil(list.length / PER_ITEM) }, (_, i) => ({
    first: i * PER_ITEM,
    slice: list.slice(i * PER_ITEM, (i + 1) * PER_ITEM),
  }));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
