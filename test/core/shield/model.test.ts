import { describe, expect, it } from "vitest";
import { FEATURE_BITS } from "../../../workers/core/shield/hashing.ts";
import { SHIELD_HEADS, decodeShieldModel, encodeShieldModel } from "../../../workers/core/shield/model.ts";
import type { ShieldModel } from "../../../workers/core/shield/model.ts";
import { createShield } from "../../../workers/core/shield/shield.ts";

function sampleModel(): ShieldModel {
  return {
    heads: SHIELD_HEADS.map((name, index) => {
      const weights = new Int8Array(1 << FEATURE_BITS);
      weights[index] = -128;
      weights[300 + index] = 5;
      weights[(1 << FEATURE_BITS) - 1] = 127;
      return { name, bias: -1.5, scale: 0.25, slope: 2, offset: index, threshold: 0.75, weights };
    }),
  };
}

describe("the shield's model file", () => {
  it("reads back what it wrote", () => {
    const model = sampleModel();
    expect(decodeShieldModel(encodeShieldModel(model).buffer)).toEqual(model);
  });

  it("is refused when it is cut, damaged or something else", () => {
    const bytes = encodeShieldModel(sampleModel());
    for (const length of [0, 4, 8, 40, bytes.length - 1]) {
      expect(() => decodeShieldModel(bytes.slice(0, length).buffer), String(length)).toThrow();
    }
    const other = bytes.slice();
    other[0] = 0;
    expect(() => createShield(other.buffer)).toThrow("not a shield model");
  });
});
