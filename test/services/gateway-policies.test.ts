import { describe, expect, it } from "vitest";
import { GatewaySettings } from "../../workers/contract/gateway-settings.ts";
import { findProfile } from "../../workers/core/compliance/profiles.ts";
import { CATEGORIES, categoriesOf } from "../../workers/core/gateway/profile-categories.ts";
import { createRandom } from "../../workers/core/generation/random.ts";
import type { ProviderConnection } from "../../workers/services/ports/models.ts";
import { makePolicySet } from "../../workers/services/gateway/policy-set.ts";
import type { PolicyRecord } from "../../workers/services/gateway/ports.ts";
import type { Tenant } from "../../workers/services/gateway/remembered.ts";
import { resolveTargets } from "../../workers/services/gateway/routing.ts";

const PROFILES = ["hipaa", "gdpr", "sox", "lfpdppp", "ai_act"] as const;

function policy(rules: PolicyRecord["rules"], change: Partial<PolicyRecord> = {}): PolicyRecord {
  return {
    id: "p",
    key_id: null,
    candidate: false,
    version: 1,
    name: "own",
    rules,
    created_by: "k",
    created_at: "2026-11-21T00:00:00Z",
    updated_at: "2026-11-21T00:00:00Z",
    ...change,
  };
}

describe("the floor of a compliance profile", () => {
  it.each(PROFILES)("%s: every category that it names is one that Layer 0 can find", (name) => {
    const named = findProfile(name)!.pii_categories.flatMap(categoriesOf);
    expect(named.filter((category) => !CATEGORIES.has(category))).toEqual([]);
  });

  const naming = PROFILES.filter((name) => findProfile(name)!.pii_categories.flatMap(categoriesOf).includes("DATE"));

  it.each(naming)("%s: dates count whoever names them, and with nobody near", (name) => {
    for (const { alone, categories } of Object.values(makePolicySet([], [name]).live("key", null).scan)) {
      expect(alone).not.toHaveProperty("DATE");
      expect(categories["DATE"]).toBe(0.5);
    }
  });

  it.each(PROFILES)("%s: no policy of the organisation or of a key lets one of its categories through", (name) => {
    const named = [...new Set(findProfile(name)!.pii_categories.flatMap(categoriesOf))];
    const allowAll = { action: "allow" as const, categories: Object.fromEntries(named.map((each) => [each, "allow"])) };
    const loose = {
      mode: "audit" as const,
      request: allowAll as PolicyRecord["rules"]["request"],
      response: allowAll as PolicyRecord["rules"]["response"],
      media: { image: "pass" as const },
      allowList: ["Ana Torres"],
    };
    const records = [policy(loose), policy(loose, { key_id: "key" }), policy(loose, { candidate: true })];
    const set = makePolicySet(records, [name]);
    for (const made of [set.live("key", null), set.live("other", "audit"), set.candidate("other")!]) {
      expect(made.mode).toBe("redact");
      expect(made.media.image).toBe("refuse");
      expect(made.bypass.size).toBe(0);
      for (const category of named) {
        expect([category, made.actionFor("request", category)]).toEqual([category, "token"]);
        expect([category, made.actionFor("response", category)]).toEqual([category, "mask"]);
        for (const { categories, threshold } of Object.values(made.scan)) {
          const least = Object.hasOwn(categories, category) ? categories[category] : threshold;
          expect(least).not.toBeNull();
          expect(least).toBeLessThanOrEqual(0.5);
        }
      }
    }
    const free = makePolicySet(records, []).live("other", null);
    expect([free.mode, free.actionFor("request", named[0]!), free.media.image]).toEqual(["audit", "allow", "pass"]);
    expect([...free.bypass]).toEqual(["ana torres"]);
  });

  it("of several profiles is everything that any of them asks for", () => {
    const set = makePolicySet([policy({ request: { action: "allow" } })], ["sox", "gdpr"]);
    const made = set.live("k", null);
    expect(["ACCOUNT_NUMBER", "GENETIC_DATA", "VIN"].map((name) => made.actionFor("request", name))).toEqual([
      "token",
      "token",
      "allow",
    ]);
  });
});

describe("the strictest of organisation, key and request", () => {
  it("applies, whichever of them it is", () => {
    const order = ["audit", "warn", "redact", "block"] as const;
    for (const organisation of order) {
      for (const ofKey of order) {
        for (const asked of [null, ...order]) {
          const set = makePolicySet([policy({ mode: organisation }), policy({ mode: ofKey }, { key_id: "key" })], []);
          const strictest = Math.max(...[organisation, ofKey, asked ?? "audit"].map((mode) => order.indexOf(mode)));
          expect(set.live("key", asked).mode).toBe(order[strictest]);
        }
      }
    }
  });
});

const connection = (name: string): ProviderConnection =>
  ({ id: `id-${name}`, name, type: "openai", defaultModel: `${name}-model` }) as ProviderConnection;

function tenantWith(aliases: unknown[]): Tenant {
  const providers = ["a", "b", "c"].map(connection);
  return { providers, settings: GatewaySettings.parse({ aliases }) } as Tenant;
}

describe("an alias", () => {
  it("with weights sends its share to each target, and keeps the others behind it", () => {
    const targets = [
      { provider: "a", weight: 6 },
      { provider: "b", weight: 3 },
      { provider: "c", weight: 1 },
    ];
    const tenant = tenantWith([{ name: "split", strategy: "weighted", targets }]);
    const random = createRandom(20261121);
    const drawn = new Map<string, number>();
    const draws = 20_000;
    for (let i = 0; i < draws; i++) {
      const chain = resolveTargets(tenant, "split", null, random.next()).map((target) => target.connection.name);
      expect(chain.toSorted()).toEqual(["a", "b", "c"]);
      expect(chain.slice(1)).toEqual(chain.slice(1).toSorted());
      drawn.set(chain[0]!, (drawn.get(chain[0]!) ?? 0) + 1);
    }
    // Four standard deviations of a share of 20,000 draws are at most 0.014.
    for (const { provider, weight } of targets) {
      expect(Math.abs(drawn.get(provider)! / draws - weight / 10)).toBeLessThan(0.015);
    }
  });

  it("draws from both ends of the range", () => {
    const tenant = tenantWith([
      { name: "split", strategy: "weighted", targets: [{ provider: "a" }, { provider: "b", weight: 2 }] },
    ]);
    const first = (random: number): string => resolveTargets(tenant, "split", null, random)[0]!.connection.name;
    expect([first(0), first(0.333), first(0.334), first(1 - Number.EPSILON)]).toEqual(["a", "a", "b", "b"]);
  });

  it("without weights is a chain in its own order, and skips providers that are gone", () => {
    const tenant = tenantWith([
      { name: "chain", targets: [{ provider: "c" }, { provider: "gone" }, { provider: "a", model: "x" }] },
    ]);
    for (const random of [0, 0.5, 0.999]) {
      const chain = resolveTargets(tenant, "chain", null, random);
      expect(chain.map((target) => [target.connection.name, target.model])).toEqual([
        ["c", "c-model"],
        ["a", "x"],
      ]);
    }
  });
});
