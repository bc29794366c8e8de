import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROVIDER_TYPES } from "../../../workers/contract/provider.ts";
import { ADAPTERS } from "../../../workers/core/models/adapters.ts";
import { costMicroUsd, PRICE_SOURCES, priceOf } from "../../../workers/core/models/prices.ts";
import { estimateRequest, estimateTokens } from "../../../workers/core/models/tokens.ts";

const usage = (inputTokens: number, outputTokens: number, cachedInputTokens = 0) => ({
  inputTokens,
  outputTokens,
  cachedInputTokens,
});

describe("costs", () => {
  it("are whole micro-USD of the table's prices, cached input at its own", () => {
    expect(costMicroUsd("anthropic", "claude-opus-5-5", usage(1_000_000, 1_000_000))).toBe(24_000_000);
    expect(costMicroUsd("anthropic", "claude-opus-5-5", usage(1_000_000, 0, 1_000_000))).toBe(200_000);
    expect(costMicroUsd("openai", "gpt-6-luna", usage(1000, 500))).toBe(350);
    expect(costMicroUsd("openai", "gpt-6-luna", usage(1, 0))).toBe(1);
  });

  it("of a dated model are those of the model itself", () => {
    expect(priceOf("anthropic", "claude-haiku-4-5-20251001")).toEqual(priceOf("anthropic", "claude-haiku-4-5"));
    expect(priceOf("openai", "gpt-5.5-2026-04-23")).toEqual(priceOf("openai", "gpt-5.5"));
  });

  it("of a model that the table does not know are null, which is not nothing", () => {
    for (const model of ["claude-opus-99", "gpt-6-luna-turbo", "xgpt-6-luna", "", "__proto__"]) {
      expect([model, costMicroUsd("openai", model, usage(5, 5))]).toEqual([model, null]);
    }
    expect(costMicroUsd("custom", "gpt-6-luna", usage(5, 5))).toBeNull();
    expect(costMicroUsd("ollama", "anything", usage(5, 5))).toBe(0);
  });

  it("are never less than the exact sum, nor a whole micro-USD more", () => {
    const tokens = fc.nat({ max: 2_000_000 });
    fc.assert(
      fc.property(tokens, tokens, fc.double({ min: 0, max: 1, noNaN: true }), (input, output, share) => {
        const cached = Math.floor(input * share);
        const exact = ((input - cached) * 5e6 + cached * 5e5 + output * 25e6) / 1e6;
        const cost = costMicroUsd("anthropic", "claude-opus-5", usage(input, output, cached))!;
        expect(Number.isInteger(cost)).toBe(true);
        expect(cost).toBeGreaterThanOrEqual(exact);
        expect(cost).toBeLessThan(exact + 1);
      }),
      { seed: 11 },
    );
  });

  it("have a named source for every type that the table prices, and for every default model a price", () => {
    for (const type of PROVIDER_TYPES) {
      const model = ADAPTERS[type].defaultModel;
      if (model !== null) expect([type, priceOf(type, model) !== null]).toEqual([type, true]);
      if (priceOf(type, model ?? "any") !== null) expect(PRICE_SOURCES[type]).toBeTruthy();
    }
  });
});

describe("token estimates", () => {
  it("follow the documented formula", () => {
    expect(estimateTokens("")).toBe(0);
    expect(estimateTokens("abcd")).toBe(1);
    expect(estimateTokens("abcde")).toBe(2);
    expect(estimateTokens("ñé")).toBe(1);
    expect(estimateTokens("日本語")).toBe(3);
    expect(estimateTokens("👋")).toBe(1);
  });

  it("grow with every part of a request", () => {
    const base = {
      model: "m",
      messages: [{ role: "user" as const, parts: [{ type: "text" as const, text: "hello" }] }],
    };
    const withTool = { ...base, tools: [{ name: "f", description: "d", parameters: { type: "object" } }] };
    const withImage = {
      ...base,
      messages: [
        ...base.messages,
        { role: "user" as const, parts: [{ type: "image" as const, url: "https://a/b.png" }] },
      ],
    };
    expect(estimateRequest(base)).toBe(6);
    expect(estimateRequest(withTool)).toBeGreaterThan(estimateRequest(base));
    expect(estimateRequest(withImage)).toBeGreaterThan(1000);
  });
});
