// Conversations that a model writes are scored with the configured embeddings, as those of the API are.
import { describe, expect, it } from "vitest";
import { GenerateRequest } from "../../workers/contract/job.ts";
import type { Deps } from "../../workers/services/deps.ts";
import { generate } from "../../workers/services/generation.ts";
import { embed } from "../fakes/provider/answers.ts";
import { memoryWorld, PRINCIPAL } from "../fakes/memory-deps.ts";

/** A world whose vectors come from a model; `vectorOf` null is an outage. Each world has a model of its own name. */
function worldWith(vectorOf: ((text: string, call: number) => number[]) | null, model: string) {
  const world = memoryWorld();
  let calls = 0;
  const { config, models } = world.deps;
  world.deps.config = { ...config, embeddings: { source: "provider", provider: null, model } } as Deps["config"];
  world.deps.models = {
    ...models,
    async embed(_connection: unknown, _model: string, texts: readonly string[]) {
      calls += 1;
      if (vectorOf === null) throw new Error("out");
      return texts.map((text) => vectorOf(text, calls));
    },
  } as Deps["models"];
  return { world, calls: () => calls };
}

async function write(deps: Deps, fields: object = {}) {
  const [seed] = await deps.catalog.library("automotive.sales");
  const { reports } = await generate(
    deps,
    PRINCIPAL,
    GenerateRequest.parse({ seed, count: 1, random_seed: 3, max_attempts: 3, ...fields }),
  );
  return reports![0]!;
}

describe("generation with embeddings", () => {
  it("scores what passed the other metrics with the model that is configured, and names it", async () => {
    const { world, calls } = worldWith((text) => embed(text, 256), "near");
    const report = await write(world.deps);
    expect(report.details["embedding_drift"]).toMatchObject({
      status: "computed",
      method: "best-match/1+anthropic/near",
    });
    expect(calls()).toBeGreaterThan(1);
  });

  it("writes again what the model finds far from its seed", async () => {
    // The calibration comes first and finds a model that tells subjects apart; then everything is far from everything.
    let drawn = 0;
    const far = () => Array.from({ length: 512 }, (_, i) => (i === (drawn += 7) % 512 ? 1 : 0));
    const { world } = worldWith((text, call) => (call === 1 ? [...embed(text, 512)] : far()), "far");
    const report = await write(world.deps);
    expect(report).toMatchObject({ passed: false });
    expect(report.failures.join()).toContain("embedding_drift");
    expect(world.provider.calls).toBeGreaterThan(1);
  });

  it("keeps what was written where the model is out: the metric is failed and named, and nothing is written again", async () => {
    const plain = memoryWorld();
    await write(plain.deps);
    const { world } = worldWith(null, "out");
    const report = await write(world.deps);
    expect(report).toMatchObject({ passed: true, metrics: { embedding_drift: null } });
    expect(report.details["embedding_drift"]?.status).toBe("failed");
    expect(report.skipped_metrics).toContain("embedding_drift");
    expect(world.provider.calls).toBe(plain.provider.calls);
  });
});
