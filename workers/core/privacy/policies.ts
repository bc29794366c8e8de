import type { Finding } from "./types.ts";
import { isCountry } from "./countries.ts";

/**
 * What counts as personal, and from which score on. `null` leaves a category out. Categories that are not named take
 * `threshold`.
 */
export interface Policy {
  name: string;
  threshold: number;
  categories: Readonly<Record<string, number | null>>;
  /**
   * Thresholds for categories that only become personal beside someone: these apply when no person or identifier is
   * found within `linkWindow` UTF-16 code units; `null` drops the finding.
   */
  alone: Readonly<Record<string, number | null>>;
  linkWindow: number;
  /** A country's name with nothing personal near is not personal. */
  countriesAlone: boolean;
}

const SPECIAL_CATEGORIES = {
  HEALTH_CONDITION: null,
  RELIGIOUS_BELIEF: null,
  TRADE_UNION_MEMBERSHIP: null,
  POLITICAL_OPINION: null,
  SEXUAL_ORIENTATION: null,
  CRIMINAL_RECORD: null,
  BIOMETRIC_DATA: null,
  GENETIC_DATA: null,
} as const;

/** The names of the categories of GDPR Articles 9 and 10; no built-in policy uses them, a compliance profile may. */
export const SPECIAL_CATEGORY_NAMES = Object.keys(SPECIAL_CATEGORIES);

const LIVE: Policy = {
  name: "gateway",
  threshold: 0.5,
  categories: {
    ...SPECIAL_CATEGORIES,
    PERSON: 0.6,
    LOCATION: 0.5,
    ORGANIZATION: null,
    AGE: 0.7,
    FILE_NUMBER: 0.6,
    USERNAME: 0.6,
    DATE: 0.8,
  },
  // Whose day a date is its words tell where nobody is named: a day that is anyone's scores less.
  alone: { LOCATION: 0.7, DATE: 0.86, AGE: null },
  linkWindow: 200,
  countriesAlone: false,
};

export type PolicyName = "gate" | "gateway" | "synthetic";

export const POLICIES: Readonly<Record<PolicyName, Policy>> = {
  // Imports, seeds, exports, training: whatever may be personal is masked.
  gate: {
    name: "gate",
    threshold: 0.3,
    categories: { ...SPECIAL_CATEGORIES, PERSON: 0.08, LOCATION: 0.25, ORGANIZATION: 0.4 },
    alone: {},
    linkWindow: 0,
    countriesAlone: true,
  },
  // What people write, live: a false alarm costs as well.
  gateway: LIVE,
  // What is written about nobody (seeds, prompts, generated conversations): its days belong to no one unless one is named.
  synthetic: { ...LIVE, name: "synthetic", alone: { ...LIVE.alone, DATE: null } },
};

/** The policy by name, or the one given. `gate` when absent: the stricter one. */
export function policyOf(policy: PolicyName | Policy | undefined): Policy {
  return typeof policy === "object" ? policy : POLICIES[policy ?? "gate"];
}

const special = new WeakMap<Policy, boolean>();

/** True when the policy uses a category of Article 9 or 10. A policy is not changed once it is in use. */
export function namesSpecial(policy: Policy): boolean {
  let names = special.get(policy);
  if (names === undefined) {
    names = SPECIAL_CATEGORY_NAMES.some((category) => policy.categories[category] !== null);
    special.set(policy, names);
  }
  return names;
}

function limitOf(policy: Policy, category: string, threshold: number | undefined): number | null {
  const own = Object.hasOwn(policy.categories, category) ? policy.categories[category]! : policy.threshold;
  return own === null ? null : (threshold ?? own);
}

/** From this score on a name tells that a sentence speaks of somebody. */
export const NAMED_SCORE = 0.5;

/** Scores below which a span of the recogniser counts for nothing. */
export interface NameFloors {
  person: number;
  /** Of places and organisations: either may turn out to be the other. */
  place: number;
}

const floors = new WeakMap<Policy, NameFloors>();

/** What the policy, with its own thresholds or with `threshold` in their place, surely leaves out. */
export function nameFloorsOf(policy: Policy, threshold: number | undefined): NameFloors {
  let own = floors.get(policy);
  if (own === undefined) {
    const [person, location, organization] = ["PERSON", "LOCATION", "ORGANIZATION"].map(
      (category) => limitOf(policy, category, undefined) ?? Infinity,
    ) as [number, number, number];
    own = {
      person: namesSpecial(policy) ? Math.min(person, NAMED_SCORE) : person,
      place: Math.min(location, organization),
    };
    floors.set(policy, own);
  }
  return threshold === undefined
    ? own
    : { person: Math.min(own.person, threshold), place: Math.min(own.place, threshold) };
}

/** Categories that are only personal beside someone, and so make nothing else personal. */
const LINKED_ONLY = new Set(["LOCATION", "ORGANIZATION", "DATE", "AGE", "URL", "NRP", "TITLE"]);

/**
 * Keeps the findings that the policy counts. `threshold` replaces the policy's numbers but never drops a validated
 * identifier; `bypass` holds folded texts to leave alone, which an identifier with a check digit ignores too.
 */
export function applyPolicy(
  text: string,
  findings: readonly Finding[],
  policy: Policy,
  threshold?: number,
  bypass?: ReadonlySet<string>,
): Finding[] {
  const isBypassed = bypass === undefined ? null : bypassIndex(text, findings, bypass);
  const kept = findings.filter((finding) => {
    const limit = limitOf(policy, finding.category, threshold);
    if (
      limit === null ||
      (finding.score < limit && !(finding.validated && threshold !== undefined && finding.score >= 0.5))
    )
      return false;
    return isBypassed === null || !isBypassed(finding);
  });
  const { alone, countriesAlone, linkWindow } = policy;
  if (kept.length === 0 || (countriesAlone && Object.keys(alone).length === 0)) return kept;
  let isNearAnchor: ((finding: Finding) => boolean) | null = null;
  return kept.filter((finding) => {
    const isAlone = Object.hasOwn(alone, finding.category);
    const mayBeCountry = !countriesAlone && finding.category === "LOCATION";
    if (!isAlone && !mayBeCountry) return true;
    isNearAnchor ??= anchorIndex(kept, linkWindow);
    if (isNearAnchor(finding)) return true;
    if (mayBeCountry && isCountry(text.slice(finding.start, finding.end))) return false;
    if (!isAlone) return true;
    const limit = alone[finding.category]!;
    return limit !== null && finding.score >= limit;
  });
}

/** Validated by their form, a numbering plan or the calendar: no check digit tells them from what a caller lets through. */
const WITHOUT_CHECK_DIGIT = new Set(
  "EMAIL URL PHONE IP_ADDRESS MAC_ADDRESS DATE DATE_OF_BIRTH AGE AGE_OVER_89 COORDINATES ZIP ADDRESS".split(" "),
);

/** Tells whether a finding is, or lies in, a text to leave alone; an identifier with a check digit never does. */
function bypassIndex(
  text: string,
  findings: readonly Finding[],
  bypass: ReadonlySet<string>,
): (finding: Finding) => boolean {
  const mayBypass = ({ category, validated }: Finding): boolean => !validated || WITHOUT_CHECK_DIGIT.has(category);
  const spans: { start: number; end: number }[] = [];
  for (const finding of findings
    .filter((each) => mayBypass(each) && bypass.has(text.slice(each.start, each.end).toLowerCase()))
    .sort((a, b) => a.start - b.start || b.end - a.end))
    if (finding.end > (spans.at(-1)?.end ?? -1)) spans.push(finding);
  return (finding) => {
    if (!mayBypass(finding)) return false;
    // Of the spans, none of which lies in another, the last that begins early enough ends last.
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.start <= finding.start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && finding.end <= spans[low - 1]!.end;
  };
}

/** Tells whether someone's name or identifier stands within `window` of a finding; logarithmic per question. */
function anchorIndex(findings: readonly Finding[], window: number): (finding: Finding) => boolean {
  const anchors = findings.filter((finding) => !LINKED_ONLY.has(finding.category)).sort((a, b) => a.start - b.start);
  // How far the anchors up to each one reach: findings are unresolved here, and one may lie inside another.
  const reach = new Float64Array(anchors.length);
  anchors.forEach(({ end }, index) => (reach[index] = index === 0 ? end : Math.max(reach[index - 1]!, end)));
  return ({ start, end }) => {
    // The first anchor that ends late enough to be within the window before the finding.
    let low = 0;
    let high = anchors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reach[middle]! < start - window) low = middle + 1;
      else high = middle;
    }
    return low < anchors.length && anchors[low]!.start <= end + window;
  };
}
