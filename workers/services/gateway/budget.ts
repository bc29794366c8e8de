// Budgets by key and organisation: reserved before a call, settled after it, leased from the budget's object in chunks.
import { AppError } from "../../contract/error.ts";
import type { GatewayBudget } from "../../contract/gateway-settings.ts";
import type { Deps } from "../deps.ts";
import type { Access, Defer } from "./access.ts";

/** Share of the limit that an isolate leases at once: what it can have spent unseen by the others. */
const CHUNK = 20;
/** A lease is given back, and what was spent of it reported, at this age. The object lets it lapse after a minute. */
const LEASE_MS = 20_000;

interface Lease {
  id: string;
  period: string;
  granted: number;
  /** Reserved by calls that run, and spent by those that ended. */
  reserved: number;
  spent: number;
  reported: number;
  sinceMs: number;
}

const leases = new WeakMap<Deps, Map<string, Lease>>();

function leasesOf(deps: Deps): Map<string, Lease> {
  let found = leases.get(deps);
  if (found === undefined) leases.set(deps, (found = new Map()));
  return found;
}

/** `2026-11-21` or `2026-11`, in UTC. */
function periodOf(budget: GatewayBudget, now: Date): string {
  return now.toISOString().slice(0, budget.period === "day" ? 10 : 7);
}

const nameOf = (organizationId: string, budget: GatewayBudget): string =>
  `${organizationId}/${budget.key_id ?? ""}/${budget.period}`;

/** A reservation; `settle` must be called once, with what the call really cost. */
export interface Reservation {
  settle(costMicroUsd: number, defer: Defer): void;
}

async function reserveOne(deps: Deps, name: string, budget: GatewayBudget, amount: number, defer: Defer) {
  const held = leasesOf(deps);
  const now = deps.clock.now();
  const nowMs = now.getTime();
  const period = periodOf(budget, now);
  let lease = held.get(name);
  const port = deps.budget(name);
  if (lease !== undefined && (lease.period !== period || nowMs - lease.sinceMs > LEASE_MS)) {
    held.delete(name);
    // What calls still reserve of the old lease is reported as spent when they settle.
    defer(port.report(lease.period, lease.id, lease.spent - lease.reported, lease.reserved === 0));
    lease.reported = lease.spent;
    lease = undefined;
  }
  if (lease === undefined || lease.granted - lease.reserved - lease.spent < amount) {
    const want = Math.max(amount, Math.floor(budget.limit_micro_usd / CHUNK));
    const answer = await port.lease(period, budget.limit_micro_usd, want);
    if (lease !== undefined) {
      held.delete(name);
      defer(port.report(period, lease.id, lease.spent - lease.reported, lease.reserved === 0));
      lease.reported = lease.spent;
    }
    if (answer.granted < amount || answer.granted === 0) {
      defer(port.report(period, answer.id, 0, true));
      throw new AppError("rate_limited", `The budget of this ${budget.period} is used up`, {
        headers: { "Retry-After": String(secondsToNext(budget, now)) },
      });
    }
    lease = { id: answer.id, period, granted: answer.granted, reserved: 0, spent: 0, reported: 0, sinceMs: nowMs };
    held.set(name, lease);
  }
  lease.reserved += amount;
  return lease;
}

function secondsToNext(budget: GatewayBudget, now: Date): number {
  const next =
    budget.period === "day"
      ? Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)
      : Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
  return Math.ceil((next - now.getTime()) / 1000);
}

/**
 * Reserves an estimate (made only where there is a budget) in every budget that the call counts against. An isolate that
 * holds a lease with enough left asks nobody. @throws rate_limited when a budget is used up
 */
export async function reserve(
  deps: Deps,
  access: Access,
  estimate: () => number,
  defer: Defer,
): Promise<Reservation | null> {
  const { organizationId, keyId } = access.principal;
  const budgets = access.tenant.settings.budgets.filter(({ key_id }) => key_id === null || key_id === keyId);
  if (budgets.length === 0) return null;
  const amount = estimate();
  const taken: { name: string; lease: Lease }[] = [];
  const release = (spent: number, later: Defer): void => {
    for (const { name, lease } of taken) {
      lease.reserved -= amount;
      lease.spent += spent;
      // A lease that was given up meanwhile has nobody else to report for it.
      if (leasesOf(deps).get(name) !== lease) {
        later(deps.budget(name).report(lease.period, lease.id, lease.spent - lease.reported, lease.reserved === 0));
        lease.reported = lease.spent;
      }
    }
  };
  try {
    for (const budget of budgets) {
      const name = nameOf(organizationId, budget);
      taken.push({ name, lease: await reserveOne(deps, name, budget, amount, defer) });
    }
  } catch (error) {
    release(0, defer);
    throw error;
  }
  return { settle: release };
}
