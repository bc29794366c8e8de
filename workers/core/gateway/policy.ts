import { POLICIES } from "../privacy/policies.ts";
import type { Policy } from "../privacy/policies.ts";
import type { ShieldCategory } from "../shield/model.ts";
import type { CategoryAction, Direction, MediaKind, PrivacyMode, ShieldPolicyMode } from "./types.ts";

/** From the mildest to the strictest. */
export const MODES: readonly PrivacyMode[] = ["audit", "warn", "redact", "block"];
export const ACTIONS: readonly CategoryAction[] = ["allow", "token", "pseudonym", "hash", "mask", "block"];
const SHIELD_MODES: readonly ShieldPolicyMode[] = ["off", "audit", "warn", "block"];
const TOOL_VALUES = ["everywhere", "arguments", "never"] as const;

export interface DirectionPolicy {
  /** What happens to categories that `categories` does not name. */
  action: CategoryAction;
  categories: Readonly<Record<string, CategoryAction>>;
  /** Least scores, 0..1, in place of those of the operating point. */
  thresholds: Readonly<Record<string, number>>;
}

export interface ShieldPolicy {
  /** For text of the user, of documents, and of tool results. */
  user: ShieldPolicyMode;
  documents: ShieldPolicyMode;
  toolResults: ShieldPolicyMode;
  /** Least confidences, 0..1, in place of the shield's own. */
  thresholds: Readonly<Partial<Record<ShieldCategory, number>>>;
}

/** A policy as it is stored. Categories are Layer 0's (`EMAIL`, `PERSON`, ...). */
export interface GatewayPolicy {
  name: string;
  /** Rises with every change; named in the log, and part of what the segment memory is keyed by. */
  version: number;
  mode: PrivacyMode;
  /** `gate` finds more, at the cost of false alarms. */
  operatingPoint: "gateway" | "gate";
  request: DirectionPolicy;
  response: DirectionPolicy;
  /** Texts left alone, compared whole and without case; an identifier with a check digit is found all the same. */
  allowList: readonly string[];
  /** BCP 47 tags; the first one chooses the language of pseudonyms. */
  languages: readonly string[];
  /** Parts that cannot be read. In `audit` and `warn` they always pass and are reported. */
  media: Readonly<Record<MediaKind, "pass" | "refuse">>;
  /** Where values that tools brought are restored. */
  toolValues: (typeof TOOL_VALUES)[number];
  /** Restored values stay out of links and tool calls that lead to hosts which only untrusted text named. */
  barUntrusted: boolean;
  shield: ShieldPolicy;
}

/** A change of a policy by a key, an organisation's floor or a request: it tightens, whatever it asks for. */
export type PolicyOverlay = Partial<
  Omit<GatewayPolicy, "name" | "version" | "request" | "response" | "shield" | "media">
> & {
  request?: Partial<DirectionPolicy>;
  response?: Partial<DirectionPolicy>;
  media?: Partial<GatewayPolicy["media"]>;
  shield?: Partial<ShieldPolicy>;
};

/** What a new organisation starts with. */
export const DEFAULT_GATEWAY_POLICY: GatewayPolicy = {
  name: "default",
  version: 1,
  mode: "redact",
  operatingPoint: "gateway",
  request: { action: "token", categories: {}, thresholds: {} },
  response: { action: "mask", categories: {}, thresholds: {} },
  allowList: [],
  languages: [],
  media: { image: "refuse", audio: "refuse", file: "refuse", tokens: "refuse" },
  toolValues: "arguments",
  barUntrusted: true,
  shield: { user: "audit", documents: "audit", toolResults: "audit", thresholds: {} },
};

/**
 * What counts in the words of users, and in those of apps, tools and models. Dates of the latter are nobody's unless
 * somebody is named beside them: agents reckon with them, and nothing would bring them back in an answer.
 */
const SCANNED: Readonly<Record<GatewayPolicy["operatingPoint"], { said: Policy; other: Policy }>> = {
  gate: { said: POLICIES.gate, other: POLICIES.gate },
  gateway: { said: POLICIES.gateway, other: POLICIES.synthetic },
};

/** The later of two members of a list ordered by strictness; the first when the second is absent. */
function stricter<T>(order: readonly T[], first: T, second: T | undefined): T {
  return second !== undefined && order.indexOf(second) > order.indexOf(first) ? second : first;
}

/** The smaller thresholds of both; `usual` is what counts where the base names none. */
function smallest(
  base: Readonly<Record<string, number>>,
  overlay: Readonly<Record<string, number>> | undefined,
  usual: (name: string) => number,
): Record<string, number> {
  const out = new Map(Object.entries(base));
  for (const [name, value] of Object.entries(overlay ?? {})) {
    const own = out.get(name) ?? usual(name);
    if (value < own) out.set(name, value);
  }
  return Object.fromEntries(out);
}

/**
 * From which score a category surely counts at an operating point, whoever says it and with nobody near; 2, which no score
 * reaches, where it does not. A threshold that is named counts everywhere.
 */
function usualThreshold(operatingPoint: GatewayPolicy["operatingPoint"], category: string): number {
  const limits = Object.values(SCANNED[operatingPoint]).map(({ alone, categories, threshold }) => {
    const own = Object.hasOwn(categories, category) ? (categories[category] ?? 2) : threshold;
    return Object.hasOwn(alone, category) ? (alone[category] ?? 2) : own;
  });
  return Math.max(...limits);
}

function tightenDirection(
  base: DirectionPolicy,
  overlay: Partial<DirectionPolicy> | undefined,
  usual: (name: string) => number,
): DirectionPolicy {
  if (overlay === undefined) return base;
  const names = new Set([...Object.keys(base.categories), ...Object.keys(overlay.categories ?? {})]);
  const own = (from: Partial<DirectionPolicy>, name: string): CategoryAction | undefined =>
    from.categories !== undefined && Object.hasOwn(from.categories, name) ? from.categories[name] : from.action;
  return {
    action: stricter(ACTIONS, base.action, overlay.action),
    categories: Object.fromEntries(
      [...names].map((name) => [name, stricter(ACTIONS, own(base, name)!, own(overlay, name))]),
    ),
    thresholds: smallest(base.thresholds, overlay.thresholds, usual),
  };
}

/** The strictest of a policy and what another layer (key, compliance floor, request) asks for. Never loosens. */
export function tightenPolicy(base: GatewayPolicy, overlay: PolicyOverlay): GatewayPolicy {
  const media = { ...base.media };
  for (const kind of Object.keys(media) as MediaKind[]) if (overlay.media?.[kind] === "refuse") media[kind] = "refuse";
  const allowed = overlay.allowList === undefined ? null : new Set(overlay.allowList.map((word) => word.toLowerCase()));
  const { shield } = overlay;
  const operatingPoint = overlay.operatingPoint === "gate" ? "gate" : base.operatingPoint;
  const usual = (name: string): number => usualThreshold(operatingPoint, name);
  return {
    ...base,
    mode: stricter(MODES, base.mode, overlay.mode),
    operatingPoint,
    request: tightenDirection(base.request, overlay.request, usual),
    response: tightenDirection(base.response, overlay.response, usual),
    allowList: allowed === null ? base.allowList : base.allowList.filter((word) => allowed.has(word.toLowerCase())),
    languages: overlay.languages ?? base.languages,
    media,
    toolValues: stricter(TOOL_VALUES, base.toolValues, overlay.toolValues),
    barUntrusted: base.barUntrusted || overlay.barUntrusted === true,
    shield: {
      user: stricter(SHIELD_MODES, base.shield.user, shield?.user),
      documents: stricter(SHIELD_MODES, base.shield.documents, shield?.documents),
      toolResults: stricter(SHIELD_MODES, base.shield.toolResults, shield?.toolResults),
      thresholds: smallest(base.shield.thresholds, shield?.thresholds, () => 1),
    },
  };
}

/** A policy made ready once, so that no request pays for it: cache it by policy version. */
export interface CompiledPolicy extends GatewayPolicy {
  /** What Layer 0 scans with: what users say, the rest of a request, an answer. */
  readonly scan: Readonly<Record<"said" | Direction, Policy>>;
  /** Names what a remembered verdict depends on, besides the text. */
  readonly fingerprint: string;
  /** Names the policy as a whole: everything that an inspection depends on besides the request. */
  readonly identity: string;
  /** The allow-list in lower case. */
  readonly bypass: ReadonlySet<string>;
  actionFor(direction: Direction, category: string): CategoryAction;
  /** Whether bodies are changed or refused at all: false in `audit` and `warn`. */
  readonly enforces: boolean;
}

/** Compiles a policy. The same policy always gives the same fingerprint. */
export function compilePolicy(policy: GatewayPolicy): CompiledPolicy {
  const { other, said } = SCANNED[policy.operatingPoint];
  const scanPolicy = (base: Policy, direction: Direction): Policy => ({
    ...base,
    name: `${base.name}:${direction}`,
    categories: { ...base.categories, ...policy[direction].thresholds },
    // A category with a threshold of its own counts wherever it stands.
    alone: Object.fromEntries(
      Object.entries(base.alone).filter(([name]) => !Object.hasOwn(policy[direction].thresholds, name)),
    ),
  });
  const actions = {
    request: new Map(Object.entries(policy.request.categories)),
    response: new Map(Object.entries(policy.response.categories)),
  };
  return {
    ...policy,
    scan: {
      said: scanPolicy(said, "request"),
      request: scanPolicy(other, "request"),
      response: scanPolicy(other, "response"),
    },
    fingerprint: JSON.stringify([
      policy.operatingPoint,
      policy.request.thresholds,
      policy.response.thresholds,
      policy.allowList,
      policy.shield,
    ]),
    identity: JSON.stringify(policy),
    bypass: new Set(policy.allowList.map((word) => word.toLowerCase())),
    actionFor: (direction, category) => {
      const own = actions[direction].get(category) ?? policy[direction].action;
      return policy.mode === "block" && own !== "allow" ? "block" : own;
    },
    enforces: policy.mode === "redact" || policy.mode === "block",
  };
}
