import { DurableObject } from "cloudflare:workers";

/** A lease that nobody reported for this long has lapsed: what was not reported as spent is free again. */
const LEASE_MS = 60_000;
/** Periods kept, so that a late report still finds its own. */
const KEPT_PERIODS = 3;

interface Period {
  spent: number;
  /** Granted and not reported yet, by lease. */
  leases: Record<string, { left: number; untilMs: number }>;
}

/**
 * One budget of one tenant: what was spent in each period and what isolates hold of it. Amounts are millionths of a US
 * dollar. A lease that lapses loses at most what its isolate spent since its last report.
 */
export class GatewayBudgetObject<Env> extends DurableObject<Env> {
  async lease(period: string, limit: number, want: number): Promise<{ id: string; granted: number; left: number }> {
    const state = this.#read(period);
    const nowMs = Date.now();
    let held = 0;
    for (const [id, lease] of Object.entries(state.leases)) {
      if (lease.untilMs <= nowMs) delete state.leases[id];
      else held += lease.left;
    }
    const free = Math.max(0, limit - state.spent - held);
    const granted = Math.min(want, free);
    const id = crypto.randomUUID();
    if (granted > 0) state.leases[id] = { left: granted, untilMs: nowMs + LEASE_MS };
    this.#write(period, state);
    return { id, granted, left: free - granted };
  }

  async report(period: string, id: string, spent: number, done: boolean): Promise<void> {
    const state = this.#read(period);
    state.spent += Math.max(0, spent);
    const lease = state.leases[id];
    if (lease !== undefined) {
      lease.left = Math.max(0, lease.left - spent);
      lease.untilMs = Date.now() + LEASE_MS;
      if (done) delete state.leases[id];
    }
    this.#write(period, state);
  }

  #read(period: string): Period {
    return this.ctx.storage.kv.get<Period>(period) ?? { spent: 0, leases: {} };
  }

  #write(period: string, state: Period): void {
    this.ctx.storage.kv.put(period, state);
    const periods = [...this.ctx.storage.kv.list()].map(([name]) => name).toSorted();
    for (const old of periods.slice(0, -KEPT_PERIODS)) this.ctx.storage.kv.delete(old);
  }
}
