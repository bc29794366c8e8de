import { describe, expect, it } from "vitest";
import { compilePolicy, DEFAULT_GATEWAY_POLICY, tightenPolicy } from "../../../workers/core/gateway/policy.ts";

describe("tightening a policy", () => {
  it("counts a category wherever it stands that a layer names by its usual threshold", () => {
    const thresholds = { LOCATION: 0.5, DATE: 0.8 };
    const policy = compilePolicy(tightenPolicy(DEFAULT_GATEWAY_POLICY, { request: { thresholds } }));
    for (const { alone, categories } of [policy.scan.said, policy.scan.request]) {
      expect(categories).toMatchObject(thresholds);
      expect(Object.keys(alone)).toEqual(["AGE"]);
    }
    expect(policy.scan.response.alone).toHaveProperty("LOCATION");
  });

  it("ignores a threshold that would let more through", () => {
    const looser = tightenPolicy(DEFAULT_GATEWAY_POLICY, { request: { thresholds: { PERSON: 0.9, EMAIL: 0.9 } } });
    expect(looser.request.thresholds).toEqual({});
  });
});
