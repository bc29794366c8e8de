// The use cases over policies: list those in force, write the next version of one.
import { AppError, invalidField } from "../../contract/error.ts";
import type { GatewayPolicyListResponse, GatewayPolicyRequest, GatewayPolicyResponse } from "../../contract/gateway.ts";
import { DEFAULT_GATEWAY_POLICY, tightenPolicy } from "../../core/gateway/policy.ts";
import { CATEGORIES } from "../../core/gateway/profile-categories.ts";
import { fromPresidio } from "../../core/privacy/presidio.ts";
import type { Deps, Principal } from "../deps.ts";
import { forgetTenant } from "./remembered.ts";
import { fromRules, overlayOf } from "./policy-set.ts";
import type { PolicyRecord } from "./ports.ts";

function toResponse(record: PolicyRecord, records: readonly PolicyRecord[]): GatewayPolicyResponse {
  const own = records.find((other) => other.key_id === null && !other.candidate);
  const base = own === undefined ? DEFAULT_GATEWAY_POLICY : fromRules(own);
  const full = record.key_id === null ? fromRules(record) : tightenPolicy(base, overlayOf(record));
  const { name: _name, version: _version, ...rules } = full;
  return {
    id: record.id,
    name: record.name,
    version: record.version,
    rules: rules as GatewayPolicyResponse["rules"],
    candidate: record.candidate,
    key_id: record.key_id,
    created_at: record.created_at,
    updated_at: record.updated_at,
  };
}

/** The policies in force: the organisation's, those of keys, and candidates. */
export async function listPolicies(deps: Deps, principal: Principal): Promise<GatewayPolicyListResponse> {
  const records = await deps.gatewayPolicies.current(principal.organizationId);
  return { items: records.map((record) => toResponse(record, records)), total: records.length };
}

/** A rule for a category that does not exist would do nothing, and nobody would know. @throws validation_failed */
function checkCategories({ rules }: GatewayPolicyRequest): void {
  for (const direction of ["request", "response"] as const) {
    for (const member of ["categories", "thresholds"] as const) {
      for (const name of Object.keys(rules[direction]?.[member] ?? {})) {
        if (CATEGORIES.has(name)) continue;
        const meant = fromPresidio(name);
        const hint = meant !== name && CATEGORIES.has(meant) ? `; it is called ${meant} here` : "";
        throw invalidField(`body.rules.${direction}.${member}.${name}`, `there is no such category${hint}`);
      }
    }
  }
}

/**
 * Writes the next version of a policy: the organisation's, or that of a key, live or as a candidate.
 * @throws validation_failed for a key that the organisation does not have, and for a category that nobody has; conflict when somebody else was faster
 */
export async function writePolicy(
  deps: Deps,
  principal: Principal,
  input: GatewayPolicyRequest,
): Promise<GatewayPolicyResponse> {
  const { organizationId } = principal;
  checkCategories(input);
  if (input.key_id !== null) {
    const keys = await deps.apiKeys.list(organizationId);
    if (!keys.some((key) => key.key_id === input.key_id)) throw invalidField("body.key_id", "no such key");
  }
  const records = await deps.gatewayPolicies.current(organizationId);
  const before = records.find((other) => other.key_id === input.key_id && other.candidate === input.candidate);
  const now = deps.clock.now().toISOString();
  const record: PolicyRecord = {
    id: before?.id ?? deps.newId(),
    key_id: input.key_id,
    candidate: input.candidate,
    version: (before?.version ?? 0) + 1,
    name: input.name,
    rules: input.rules,
    created_by: principal.keyId,
    created_at: before?.created_at ?? now,
    updated_at: now,
  };
  if (!(await deps.gatewayPolicies.add(organizationId, record))) {
    throw new AppError("conflict", "The policy was changed at the same time; read it and try again");
  }
  forgetTenant(deps, organizationId);
  return toResponse(record, [...records.filter((other) => other !== before), record]);
}

async function findCandidate(deps: Deps, organizationId: string, id: string): Promise<PolicyRecord> {
  const records = await deps.gatewayPolicies.current(organizationId);
  const record = records.find((other) => other.id === id);
  if (record === undefined) throw new AppError("not_found", "Policy not found");
  if (!record.candidate) throw new AppError("conflict", "This policy is live: write its next version instead");
  return record;
}

/**
 * Makes a candidate the next version of the live policy of its scope, and ends its trial.
 * @throws not_found; conflict for a live policy, and when somebody else was faster
 */
export async function promotePolicy(deps: Deps, principal: Principal, id: string): Promise<GatewayPolicyResponse> {
  const { key_id, name, rules } = await findCandidate(deps, principal.organizationId, id);
  const live = await writePolicy(deps, principal, { name, rules, key_id, candidate: false });
  await deps.gatewayPolicies.dropCandidate(principal.organizationId, key_id);
  forgetTenant(deps, principal.organizationId);
  return live;
}

/** Ends the trial of a candidate. @throws not_found; conflict for a live policy */
export async function withdrawPolicy(deps: Deps, principal: Principal, id: string): Promise<void> {
  const { key_id } = await findCandidate(deps, principal.organizationId, id);
  await deps.gatewayPolicies.dropCandidate(principal.organizationId, key_id);
  forgetTenant(deps, principal.organizationId);
}
