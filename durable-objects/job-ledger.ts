import { DurableObject } from "cloudflare:workers";
import type {
  CompletedItem,
  Exchange,
  ExchangeAnswer,
  LeaseAnswer,
  LedgerProgress,
  ParkedItem,
} from "../workers/core/jobs/exchange.ts";
import type { JobSpec, NewItem } from "../workers/core/jobs/job-spec.ts";
import { type Ledger, openLedger } from "../workers/core/jobs/ledger.ts";
import type { Sql } from "../workers/core/jobs/sql.ts";
import { openStaging, type StagingRecord } from "../workers/core/jobs/staging.ts";

/** Items that one consumer works on side by side, where the job allows it: 50 calls, and what their answers need. */
export const LANES = 64;

/**
 * The ledger of one job, named by the job's id. The object holds no work and no streams: it leases items, keeps results
 * until they stand in the blob store, and its alarm makes sure that somebody is awake to do the rest.
 */
export abstract class JobLedgerObject<Env> extends DurableObject<Env> {
  readonly #ledger: Ledger;
  readonly #staging: StagingRecord;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    const { sql } = state.storage;
    const port: Sql = { exec: (statement, ...bindings) => sql.exec(statement, ...bindings) };
    this.#ledger = openLedger(port, (run) => state.storage.transactionSync(run));
    this.#staging = openStaging(port);
  }

  /** Sends wake-up messages for this job; the composition root knows the queue. */
  protected abstract sendWakeUps(jobId: string, count: number): Promise<void>;

  /** Deletes every object whose key begins with the prefix; the composition root knows the bucket. */
  protected abstract deleteObjects(prefix: string): Promise<void>;

  /**
   * Draws the key under which the job's upload is sealed, before the job itself is created. No other copy of it is ever
   * at rest; key and objects are deleted when the job is over, and after a day whatever happens. An object without a job
   * keeps a source that a tenant wants kept until `expiresAt`.
   */
  async openStaging(prefix: string, expiresAt?: number): Promise<Uint8Array> {
    const key = crypto.getRandomValues(new Uint8Array(32));
    this.#staging.open(prefix, toHex(key), Date.now(), expiresAt);
    await this.#setAlarm(null);
    return key;
  }

  /** The key of the sealed upload, while there is something to read. */
  async stagingKey(): Promise<Uint8Array | null> {
    const key = this.#staging.key(Date.now());
    return key === null ? null : fromHex(key);
  }

  /** Deletes key and objects of an upload that no job will read. */
  async dropStaging(): Promise<void> {
    await this.#closeStaging();
    await this.#setAlarm(null);
  }

  async mark(amounts: Record<string, number>): Promise<boolean> {
    return this.#ledger.mark(amounts);
  }

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

  async fail(itemId: number, leaseId: string, error: string, retry: boolean): Promise<void> {
    this.#ledger.fail(itemId, leaseId, error, retry, Date.now());
  }

  async exchange(message: Exchange): Promise<ExchangeAnswer> {
    return this.#ledger.exchange(message, Date.now());
  }

  async parked(after: number, limit: number): Promise<ParkedItem[]> {
    return this.#ledger.parked(after, limit);
  }

  async replay(): Promise<number> {
    const count = this.#ledger.replay(Date.now());
    if (count > 0) await this.#wake();
    return count;
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
    await this.dropStaging();
  }

  async control(action: "cancel" | "pause" | "resume"): Promise<boolean> {
    const done = this.#ledger.control(action, Date.now());
    if (done && action === "resume") await this.#wake();
    if (done && action === "cancel") await this.dropStaging();
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
    const now = Date.now();
    if (this.#staging.expired(now)) {
      this.#ledger.finish("failed", null, "The upload was kept for a day and then deleted", now);
      this.#staging.dropKey(now);
    }
    await this.#sweep();
    await this.#wake();
  }

  /** Re-arms first, so that a queue that refuses the message cannot stop the job. */
  async #wake(): Promise<void> {
    const { wakeUps, nextLookAt } = this.#ledger.plan(LANES, Date.now());
    await this.#setAlarm(nextLookAt);
    const jobId = this.#ledger.progress(Date.now())?.job_id;
    if (wakeUps > 0 && jobId !== undefined) await this.sendWakeUps(jobId, wakeUps);
  }

  /** Arms the alarm for the job's next look or the staging's, whichever comes first. */
  async #setAlarm(jobLookAt: number | null): Promise<void> {
    const times = [jobLookAt, this.#staging.nextLookAt()].filter((time) => time !== null);
    if (times.length > 0) await this.ctx.storage.setAlarm(Math.min(...times));
  }

  /** The key first: once it is gone, the objects are noise, and a sweep that fails can be repeated. */
  async #closeStaging(): Promise<void> {
    this.#staging.dropKey(Date.now());
    await this.#sweep();
  }

  async #sweep(): Promise<void> {
    const prefix = this.#staging.toSweep(Date.now());
    if (prefix === null) return;
    try {
      await this.deleteObjects(prefix);
      this.#staging.swept(true, Date.now());
    } catch {
      this.#staging.swept(false, Date.now());
    }
  }
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
