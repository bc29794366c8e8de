// The policies of one organisation, made ready: its own, tightened by its compliance profiles, by the key's and by the
// request.
import type { PrivacyMode } from "../../contract/gateway.ts";
import { findProfile } from "../../core/compliance/profiles.ts";
import { categoriesOf } from "../../core/gateway/profile-categories.ts";
import {
  type CompiledPolicy,
  compilePolicy,
  DEFAULT_GATEWAY_POLICY,
  type GatewayPolicy,
  type PolicyOverlay,
  tightenPolicy,
} from "../../core/gateway/policy.ts";
import type { PolicyRecord } from "./ports.ts";

/** From which score on a category counts that a regulation names. */
const PROFILE_THRESHOLD = 0.5;

/** What compliance profiles demand at least: redaction of every category that they name, in both directions. */
export function profileFloor(names: readonly string[]): PolicyOverlay | null {
  const profiles = names.map(findProfile).filter((profile) => profile !== null);
  if (profiles.length === 0) return null;
  const categories = [...new Set(profiles.flatMap((profile) => profile.pii_categories.flatMap(categoriesOf)))];
  const each = <T>(value: T): Record<string, T> => Object.fromEntries(categories.map((name) => [name, value]));
  const thresholds = each(PROFILE_THRESHOLD);
  return {
    mode: "redact",
    request: { categories: each("token" as const), thresholds },
    response: { categories: each("mask" as const), thresholds },
    media: { image: "refuse", audio: "refuse", file: "refuse", tokens: "refuse" },
    // Whatever a list lets through is of a category that one of them may name.
    allowList: [],
  };
}

/** A full policy from what an organisation gave: fields left out have the default. */
export function fromRules(record: PolicyRecord): GatewayPolicy {
  const base = DEFAULT_GATEWAY_POLICY;
  const rules = record.rules as Partial<GatewayPolicy>;
  return {
    ...base,
    ...rules,
    request: { ...base.request, ...rules.request },
    response: { ...base.response, ...rules.response },
    media: { ...base.media, ...rules.media },
    shield: { ...base.shield, ...rules.shield },
    name: record.name,
    version: record.version,
  };
}

/** What a key's policy asks for on top of the organisation's. */
export const overlayOf = (record: PolicyRecord): PolicyOverlay => record.rules as PolicyOverlay;

/** The policies of one organisation, made ready. */
export interface PolicySet {
  /** What applies to a request of this key that asks for this mode. */
  live(keyId: string, mode: PrivacyMode | null): CompiledPolicy;
  candidate(keyId: string): CompiledPolicy | null;
}

/** Compiles on demand and remembers: there are few keys and four modes. */
export function makePolicySet(records: readonly PolicyRecord[], profiles: readonly string[]): PolicySet {
  const find = (keyId: string | null, candidate: boolean): PolicyRecord | undefined =>
    records.find((record) => record.key_id === keyId && record.candidate === candidate);
  const floor = profileFloor(profiles);
  const own = find(null, false);
  const base = own === undefined ? DEFAULT_GATEWAY_POLICY : fromRules(own);
  const compiled = new Map<string, CompiledPolicy | null>();
  const remember = (name: string, make: () => CompiledPolicy | null): CompiledPolicy | null => {
    let found = compiled.get(name);
    if (found === undefined) compiled.set(name, (found = make()));
    return found;
  };
  const layered = (from: GatewayPolicy, keyId: string): GatewayPolicy => {
    const held = floor === null ? from : tightenPolicy(from, floor);
    const ofKey = find(keyId, false);
    if (ofKey === undefined) return held;
    // The log names one version: the key's, as it says the last word.
    return { ...tightenPolicy(held, overlayOf(ofKey)), name: ofKey.name, version: ofKey.version };
  };
  return {
    live: (keyId, mode) =>
      remember(`live/${keyId}/${mode}`, () => {
        const policy = layered(base, keyId);
        return compilePolicy(mode === null ? policy : tightenPolicy(policy, { mode }));
      })!,
    candidate: (keyId) =>
      remember(`candidate/${keyId}`, () => {
        const ofKey = find(keyId, true);
        if (ofKey !== undefined) return compilePolicy(tightenPolicy(layered(base, keyId), overlayOf(ofKey)));
        const ofOrganization = find(null, true);
        return ofOrganization === undefined ? null : compilePolicy(layered(fromRules(ofOrganization), keyId));
      }),
  };
}
