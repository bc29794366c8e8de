import { DurableObject } from "cloudflare:workers";

/** Batches kept; the oldest go first. Each is what one request added. */
const MAX_BATCHES = 500;
const UNTIL = "until";
const BATCH = "batch/";

/**
 * What the tokens of one conversation stand for, sealed by the tenant's key: the object itself can read none of it.
 * Everything is deleted when the conversation has rested for its time to live.
 */
export class GatewayVaultObject<Env> extends DurableObject<Env> {
  /** The sealed batches, the oldest first. */
  async read(): Promise<string[]> {
    const { kv } = this.ctx.storage;
    if ((kv.get<number>(UNTIL) ?? 0) <= Date.now()) return [];
    return [...kv.list<string>({ prefix: BATCH })].map(([, sealed]) => sealed);
  }

  /** Adds a batch, if there is one, and lets everything live for `ttlMs` from now on. */
  async add(sealed: string | null, ttlMs: number): Promise<void> {
    const { kv } = this.ctx.storage;
    const nowMs = Date.now();
    const names = [...kv.list({ prefix: BATCH })].map(([name]) => name);
    const isOver = (kv.get<number>(UNTIL) ?? 0) <= nowMs;
    const old = isOver ? names : names.slice(0, Math.max(0, names.length + 1 - MAX_BATCHES));
    for (const name of old) kv.delete(name);
    if (sealed !== null) {
      const last = names.length === 0 ? 0 : Number(names.at(-1)!.slice(BATCH.length));
      kv.put(`${BATCH}${String(last + 1).padStart(12, "0")}`, sealed);
    }
    kv.put(UNTIL, nowMs + ttlMs);
    await this.ctx.storage.setAlarm(nowMs + ttlMs);
  }

  override async alarm(): Promise<void> {
    const untilMs = this.ctx.storage.kv.get<number>(UNTIL) ?? 0;
    if (untilMs > Date.now()) await this.ctx.storage.setAlarm(untilMs);
    else await this.ctx.storage.deleteAll();
  }
}
