// Who calls and under which policy, remembered in the isolate: a warm key costs no look-up.
import { AppError } from "../../contract/error.ts";
import { GatewaySettings } from "../../contract/gateway-settings.ts";
import type { Deps, Principal } from "../deps.ts";
import { authenticate, ensureLocalOrganization } from "../organizations.ts";
import { listConnections, resealKeys } from "../providers.ts";
import { makePolicySet } from "./policy-set.ts";
import { type Entry, stateOf, type Tenant } from "./remembered.ts";

/** From this age on an entry is checked again beside the request that uses it. */
const RECHECK_MS = 30_000;
/** An entry of this age is not used any more: what was revoked is dead everywhere before a minute has passed. */
const EXPIRE_MS = 50_000;
const REFUSAL_MS = 5_000;
const MAX_KEYS = 10_000;
const MAX_REFUSALS = 1_000;

export interface Access {
  principal: Principal;
  tenant: Tenant;
}

function keep<T>(map: Map<string, T>, name: string, value: T, limit: number): void {
  map.delete(name);
  map.set(name, value);
  if (map.size > limit) {
    for (const oldest of map.keys()) {
      map.delete(oldest);
      break;
    }
  }
}

/** Work that may go on after the answer. */
export type Defer = (work: Promise<unknown>) => void;

/** The remembered value, checked again in time; `load` decides what is true now. */
async function recall<T>(
  deps: Deps,
  map: Map<string, Entry<T>>,
  name: string,
  defer: Defer,
  load: () => Promise<T>,
): Promise<T> {
  const nowMs = deps.clock.now().getTime();
  const entry = map.get(name);
  const age = entry === undefined ? Infinity : nowMs - entry.checkedMs;
  if (entry !== undefined && age < EXPIRE_MS) {
    if (age >= RECHECK_MS && !entry.checking) {
      entry.checking = true;
      defer(
        load().then(
          (value) => {
            // What was forgotten meanwhile was changed: this may be from before the change.
            if (map.get(name) === entry) keep(map, name, { value, checkedMs: nowMs, checking: false }, MAX_KEYS);
          },
          (error: unknown) => {
            // Refused: whoever comes next is told why. A store that cannot be asked leaves the entry to its age.
            if (error instanceof AppError) map.delete(name);
            entry.checking = false;
          },
        ),
      );
    }
    return entry.value;
  }
  map.delete(name);
  const value = await load();
  keep(map, name, { value, checkedMs: nowMs, checking: false }, MAX_KEYS);
  return value;
}

async function loadTenant(deps: Deps, organizationId: string, defer: Defer): Promise<Tenant> {
  const [records, stored, providers, tokenKey] = await Promise.all([
    deps.gatewayPolicies.current(organizationId),
    deps.gatewaySettings.get(organizationId),
    listConnections(deps, organizationId),
    deps.secrets.tenantKey(organizationId, "gateway-tokens", 16),
  ]);
  const settings = stored?.settings ?? GatewaySettings.parse({});
  if (providers.some(({ sealedKey }) => sealedKey !== null && !deps.secrets.isCurrent(sealedKey))) {
    // Failing costs nothing: the old root still opens it, and the next load tries again.
    defer(resealKeys(deps, organizationId).catch(() => undefined));
  }
  return {
    organizationId,
    policies: makePolicySet(records, settings.compliance_profiles),
    settings,
    providers,
    tokenKey,
  };
}

/** The tenant's gateway, for callers that were authenticated already. */
export function tenantOf(deps: Deps, organizationId: string, defer: Defer): Promise<Tenant> {
  const { tenants } = stateOf(deps);
  // Whoever has no provider yet is about to register one, perhaps in another isolate.
  if (tenants.get(organizationId)?.value.providers.length === 0) tenants.delete(organizationId);
  return recall(deps, tenants, organizationId, defer, () => loadTenant(deps, organizationId, defer));
}

/** Ours begin so; on a developer's machine anything else is what an SDK insists on sending, not a key. */
const OWN_KEY = /^uc_/;

async function principalOf(deps: Deps, credential: string | null, defer: Defer): Promise<Principal> {
  const isDevelopment = deps.config.environment === "development";
  if (credential === null || (isDevelopment && !OWN_KEY.test(credential))) {
    if (!isDevelopment) {
      throw new AppError("unauthorized", "Send an API key in Authorization: Bearer, x-api-key or X-API-Key");
    }
    return recall(deps, stateOf(deps).keys, "", defer, () => ensureLocalOrganization(deps));
  }
  const { keys, refusals } = stateOf(deps);
  const refused = refusals.get(credential);
  if (refused !== undefined && refused.untilMs > deps.clock.now().getTime()) throw refused.error;
  try {
    return await recall(deps, keys, credential, defer, () => authenticate(deps, credential));
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthorized") {
      keep(refusals, credential, { error, untilMs: deps.clock.now().getTime() + REFUSAL_MS }, MAX_REFUSALS);
    }
    throw error;
  }
}

/**
 * The caller and the caller's tenant. Nothing is awaited but memory for a key that was seen in the last half minute.
 * @throws unauthorized, forbidden when the key lacks the scope
 */
export async function openAccess(
  deps: Deps,
  credential: string | null,
  scope: "read" | "write",
  defer: Defer,
): Promise<Access> {
  const principal = await principalOf(deps, credential, defer);
  if (!principal.scopes.has(scope)) throw new AppError("forbidden", `The key lacks the scope "${scope}"`);
  return { principal, tenant: await tenantOf(deps, principal.organizationId, defer) };
}
