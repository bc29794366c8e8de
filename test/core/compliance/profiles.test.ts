import { describe, expect, it } from "vitest";
import { COMPLIANCE_PROFILES, findProfile, intersectProfiles } from "../../../workers/core/compliance/profiles.ts";

describe("compliance profiles", () => {
  it("are the framework's five, found whatever their case", () => {
    expect(COMPLIANCE_PROFILES.map((profile) => profile.name)).toEqual(["hipaa", "gdpr", "sox", "lfpdppp", "ai_act"]);
    expect(findProfile(" HIPAA ")?.name).toBe("hipaa");
    expect(findProfile("__proto__")).toBeNull();
  });

  it("name as many categories of personal data as the framework", () => {
    expect(COMPLIANCE_PROFILES.map((profile) => profile.pii_categories.length)).toEqual([20, 16, 9, 10, 7]);
    for (const { pii_categories } of COMPLIANCE_PROFILES)
      expect(new Set(pii_categories).size).toBe(pii_categories.length);
  });

  it("cannot be changed", () => {
    const profile = findProfile("gdpr")!;
    expect(() => Object.assign(profile, { dp_required: false })).toThrow(TypeError);
    expect(() => Object.assign(profile.quality_thresholds, { rouge_l: 0 })).toThrow(TypeError);
  });

  it("intersect to the stricter of every demand, in any order", () => {
    const [hipaa, gdpr, lfpdppp] = ["hipaa", "gdpr", "lfpdppp"].map((name) => findProfile(name)!) as [
      never,
      never,
      never,
    ];
    const both = intersectProfiles([lfpdppp, hipaa, gdpr])!;
    expect(both.quality_thresholds).toMatchObject({
      fidelidad_factual: 0.95,
      coherencia_dialogica: 0.9,
      memorizacion: 0.005,
    });
    expect(both).toMatchObject({
      dp_required: true,
      dp_max_epsilon: 3,
      data_retention_days: 365,
      access_control: "rbac_with_mfa",
    });
    expect(both.jurisdictions.toSorted()).toEqual(["EEA", "EU", "MX", "UK", "US"]);
    expect(Object.keys(both.additional_rules)).toContain("breach_notification");
    expect(intersectProfiles([gdpr, hipaa, lfpdppp])!.quality_thresholds).toEqual(both.quality_thresholds);
  });

  it("take the budget of the profile that requires one over another's advice", () => {
    expect(intersectProfiles([findProfile("lfpdppp")!, findProfile("sox")!])!.dp_max_epsilon).toBe(5);
  });

  it("are themselves when intersected alone, and nothing when there is none", () => {
    expect(intersectProfiles([findProfile("sox")!])).toBe(findProfile("sox"));
    expect(intersectProfiles([])).toBeNull();
  });
});
