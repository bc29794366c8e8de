// What an isolate remembers of callers and tenants, so that a change can be forgotten where it is made.
import type { AppError } from "../../contract/error.ts";
import type { GatewaySettings } from "../../contract/gateway-settings.ts";
import type { Deps, Principal } from "../deps.ts";
import type { ProviderConnection } from "../ports/models.ts";
import type { PolicySet } from "./policy-set.ts";

export interface Tenant {
  organizationId: string;
  policies: PolicySet;
  settings: GatewaySettings;
  /** Active ones, the default first. */
  providers: ProviderConnection[];
  /** Keys of the gateway's tokens and digests: 16 bytes. */
  tokenKey: Uint8Array;
}

export interface Entry<T> {
  value: T;
  checkedMs: number;
  checking: boolean;
}

interface AccessState {
  keys: Map<string, Entry<Principal>>;
  refusals: Map<string, { error: AppError; untilMs: number }>;
  tenants: Map<string, Entry<Tenant>>;
}

/** One per deps, which live as long as the isolate. Keys stand here in clear, as they did in the request's header. */
const states = new WeakMap<Deps, AccessState>();

export function stateOf(deps: Deps): AccessState {
  let state = states.get(deps);
  if (state === undefined) {
    state = { keys: new Map(), refusals: new Map(), tenants: new Map() };
    states.set(deps, state);
  }
  return state;
}

/** What this isolate remembers of a tenant is read anew; the others follow within a minute. */
export function forgetTenant(deps: Deps, organizationId: string): void {
  stateOf(deps).tenants.delete(organizationId);
}

/** A key that was revoked or replaced is asked for anew by this isolate; the others follow within a minute. */
export function forgetKey(deps: Deps, keyId: string): void {
  const { keys } = stateOf(deps);
  for (const [credential, { value }] of keys) if (value.keyId === keyId) keys.delete(credential);
}

/** The same for every key of an organisation, and for the organisation itself. */
export function forgetOrganization(deps: Deps, organizationId: string): void {
  const { keys } = stateOf(deps);
  for (const [credential, { value }] of keys) if (value.organizationId === organizationId) keys.delete(credential);
  forgetTenant(deps, organizationId);
}
