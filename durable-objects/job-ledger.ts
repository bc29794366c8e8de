import { DurableObject } from "cloudflare:workers";
import type {
  CompletedItem,
  ItemResult,
  JobSpec,
  LeaseAnswer,
  Ledger,
  LedgerProgress,
  NewItem,
} from "../workers/core/jobs/ledger.ts";
import { openLedger } from "../workers/core/jobs/ledger.ts";

/** Items that one consumer works on side by side. */
export const LANES = 8;

/**
 * The ledger of one job, named by the job's id. The object holds no work and no streams: it leases items, keeps results
 * until they stand in the blob store, and its alarm makes sure that somebody is awake to do the rest.
 */
export abstract class JobLedgerObject<Env> extends DurableObject<Env> {
  readonly #ledger: Ledger;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    const { sql } = state.storage;
    this.#ledger = openLedger({ exec: (statement, ...bindings) => sql.exec(statement, ...bindings) }, (run) =>
      state.storage.transactionSync(run),
    );
  }

  /** Sends wake-up messages for this job; the composition root knows the queue. */
  protected abstract sendWakeUps(jobId: string, count: number): Promise<void>;

  async create(spec: JobSpec, items: NewItem[]): Promise<void> {
    this.#ledger.create(spec, items);
    await this.#wake();
  }

  async lease(count: number): Promise<LeaseAnswer> {
    return this.#ledger.lease(count, Date.now());
  }

  async renew(leaseIds: string[]): Promise<void> {
    this.#ledger.renew(leaseIds, Date.now());
  }

  async complete(itemId: number, result: ItemResult): Promise<boolean> {
    return this.#ledger.complete(itemId, result);
  }

  async fail(itemId: number, leaseId: string, error: string, retry: boolean): Promise<void> {
    this.#ledger.fail(itemId, leaseId, error, retry, Date.now());
  }

  async advance(fromStage: string, items: NewItem[]): Promise<void> {
    this.#ledger.advance(fromStage, items);
  }

  async finish(
    status: "completed" | "failed",
    result: Record<string, unknown> | null,
    error: string | null,
  ): Promise<void> {
    this.#ledger.finish(status, result, error, Date.now());
  }

  async control(action: "cancel" | "pause" | "resume"): Promise<boolean> {
    const done = this.#ledger.control(action, Date.now());
    if (done && action === "resume") await this.#wake();
    return done;
  }

  async progress(): Promise<LedgerProgress | null> {
    return this.#ledger.progress(Date.now());
  }

  async completed(stage: string, after: number, limit: number): Promise<CompletedItem[]> {
    return this.#ledger.completed(stage, after, limit);
  }

  async failures(): Promise<{ error: string; count: number }[]> {
    return this.#ledger.failures();
  }

  async forgetResults(stage: string): Promise<void> {
    this.#ledger.forgetResults(stage);
  }

  override async alarm(): Promise<void> {
    await this.#wake();
  }

  /** Re-arms first, so that a queue that refuses the message cannot stop the job. */
  async #wake(): Promise<void> {
    const { wakeUps, nextLookAt } = this.#ledger.plan(LANES, Date.now());
    if (nextLookAt === null) return;
    await this.ctx.storage.setAlarm(nextLookAt);
    const jobId = this.#ledger.progress(Date.now())?.job_id;
    if (wakeUps > 0 && jobId !== undefined) await this.sendWakeUps(jobId, wakeUps);
  }
}
