// Vectors for embedding_drift, over real HTTP against the fake provider and over the AI binding.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MetricName } from "../../workers/contract/quality.ts";
import { evaluateConversation } from "../../workers/core/evaluation/evaluate.ts";
import { calibrateBackend, calibrationTexts } from "../../workers/core/evaluation/embedding-calibration.ts";
import { KEY_LABEL, keyPlace } from "../../workers/core/models/connection.ts";
import { makeModels } from "../../workers/platform/models.ts";
import { makeSecrets } from "../../workers/platform/secrets.ts";
import type { Deps } from "../../workers/services/deps.ts";
import type { EmbeddingsChoice } from "../../workers/services/ports/config.ts";
import type { ProviderRecord } from "../../workers/services/ports/models.ts";
import { embedConversation } from "../../workers/services/embeddings.ts";
import { carSeed, context, conversationOf, foreignTopics, goodSale } from "../core/evaluation/fixtures.ts";
import { embed } from "../fakes/provider/answers.ts";
import { type FakeProvider, startFakeProvider } from "../fakes/provider-server.ts";

const ORGANIZATION = "0".repeat(32);
const KEY = "sk-key-of-the-embeddings-test";
const PLANTED = "jorge.ibarra@correo-privado.mx";
const secrets = makeSecrets("a secret of these tests");

let fake: FakeProvider;
let providers = 0;

beforeAll(async () => {
  fake = await startFakeProvider({ key: KEY });
});
afterAll(() => fake.stop());
beforeEach(() => fake.reset());

/** As much of the deps as the backend asks for: one provider of the tenant at the fake server, and the binding. */
async function depsWith(
  embeddings: EmbeddingsChoice | null,
  run: (model: string, input: Record<string, unknown>) => Promise<unknown> = () => Promise.reject(new Error("none")),
  key = KEY,
): Promise<Deps> {
  providers += 1;
  const id = `embedder-${providers}`;
  const base = `${fake.url}/v1`;
  const record: ProviderRecord = {
    id,
    name: "mine",
    provider_type: "custom",
    api_base: base,
    default_model: "fake-writer",
    max_tokens: 500,
    temperature_default: 0.7,
    is_active: true,
    is_default: true,
    created_at: "2026-01-01T00:00:00.000Z",
    updated_at: "2026-01-01T00:00:00.000Z",
    sealed_key: await secrets.seal(ORGANIZATION, KEY_LABEL, key, keyPlace(id, new URL(base).origin)),
  };
  const models = makeModels({
    secrets,
    allowedHosts: [{ host: "127.0.0.1", port: null }],
    installationKeys: new Map(),
    ai: { run },
  });
  const deps: Partial<Deps> = {
    models,
    providers: { list: async () => [record] } as unknown as Deps["providers"],
    config: { installationProviders: [], installationProvidersFor: [], embeddings } as unknown as Deps["config"],
    privacy: {
      scan: (text: string) =>
        text.includes(PLANTED) ? [{ category: "EMAIL", start: 0, end: 1, score: 1, source: "x", validated: true }] : [],
    } as unknown as Deps["privacy"],
    log: { write: () => {} },
  };
  return deps as Deps;
}

const PROVIDER: EmbeddingsChoice = { source: "provider", provider: null, model: "fake-embeddings" };

async function driftOf(deps: Deps, conversation = goodSale) {
  const embeddings = await embedConversation(deps, ORGANIZATION, conversation, carSeed);
  return evaluateConversation(conversation, carSeed, { ...context, ...(embeddings && { embeddings }) }).details
    .embedding_drift!;
}

describe("embeddings of a provider", () => {
  it("score over the real protocol, calibrated once for the model, and are named in the report", async () => {
    const deps = await depsWith(PROVIDER);
    const good = await driftOf(deps);
    expect(good.method).toBe("best-match/1+custom/fake-embeddings");
    expect(good.evidence[0]).toMatchObject({ calibrated: true });
    const asked = fake.requests().length;
    await driftOf(deps);
    expect(fake.requests().length - asked).toBe(1);
    const bodies = fake.requests().map(({ body }) => JSON.parse(body) as { model: string; input: string[] });
    expect(bodies.every(({ model, input }) => model === "fake-embeddings" && input.length <= 96)).toBe(true);
  });

  it("put a dialogue about its seed over the threshold and one about other things under it", async () => {
    const deps = await depsWith(PROVIDER);
    const [good, foreign] = [await driftOf(deps), await driftOf(deps, foreignTopics)];
    expect(good.score!).toBeGreaterThan(foreign.score!);
    expect([good.passed, foreign.passed]).toEqual([true, false]);
  });

  it("send nothing of a conversation in which Layer 0 finds anything", async () => {
    const deps = await depsWith(PROVIDER);
    const drift = await driftOf(deps, conversationOf([["cliente", `Mi correo es ${PLANTED}`]]));
    expect(fake.requests()).toEqual([]);
    expect(drift.method).toContain("local-hash");
    expect(JSON.stringify(drift.evidence)).toContain("personal data");
  });

  it("make the metric failed, never a score, where the provider refuses; only who requires it is refused too", async () => {
    const deps = await depsWith(PROVIDER, undefined, "sk-another-key");
    const down = await driftOf(deps);
    expect([down.status, down.score, down.method]).toEqual(["failed", null, "best-match/1+custom/fake-embeddings"]);
    expect(down.evidence).toEqual([{ reason: "the model gave no vectors" }]);
    const embeddings = (await embedConversation(deps, ORGANIZATION, goodSale, carSeed))!;
    const report = (require: MetricName[]) =>
      evaluateConversation(goodSale, carSeed, { ...context, embeddings, require });
    expect([report([]).passed, report([]).skipped_metrics.includes("embedding_drift")]).toEqual([true, true]);
    expect(report(["embedding_drift"]).failures).toEqual(["embedding_drift=failed (required)"]);
    expect((await driftOf(await depsWith(PROVIDER))).method).toBe("best-match/1+custom/fake-embeddings");
  });

  it("are skipped where none are configured or the provider is not there", async () => {
    expect(await embedConversation(await depsWith(null), ORGANIZATION, goodSale, carSeed)).toBeNull();
    const elsewhere = await depsWith({ ...PROVIDER, provider: "somebody else" });
    expect(await embedConversation(elsewhere, ORGANIZATION, goodSale, carSeed)).toBeNull();
  });
});

describe("embeddings of Workers AI", () => {
  it("come over the binding, from bge-m3 unless another model is named", async () => {
    const models: string[] = [];
    const deps = await depsWith({ source: "workers_ai", provider: null, model: null }, async (model, input) => {
      models.push(model);
      const texts = input.text as string[];
      return { shape: [texts.length, 64], data: texts.map((text) => embed(text, 64)) };
    });
    expect((await driftOf(deps)).method).toBe("best-match/1+workers_ai/@cf/baai/bge-m3");
    expect(new Set(models)).toEqual(new Set(["@cf/baai/bge-m3"]));
  });

  it("are not used where the model tells no subjects apart", async () => {
    const deps = await depsWith({ source: "workers_ai", provider: null, model: "@cf/flat" }, async (_model, input) => ({
      data: (input.text as string[]).map(() => [1, 0]),
    }));
    const drift = await driftOf(deps);
    expect(drift.method).toContain("local-hash");
    expect(JSON.stringify(drift.evidence)).toContain("apart");
  });
});

describe("the calibration", () => {
  const scaled = (floor: number) =>
    calibrateBackend((text) => [...embed(text, 256).map((value) => value * Math.sqrt(1 - floor)), Math.sqrt(floor)])!;

  it("has rising points, and cuts at the same dialogues however high a model's floor is", () => {
    for (const floor of [0, 0.3, 0.7]) {
      const points = scaled(floor);
      points.slice(1).forEach(([x, y], i) => {
        expect(x).toBeGreaterThan(points[i]![0]);
        expect(y).toBeGreaterThan(points[i]![1]);
      });
    }
    const [low, high] = [scaled(0), scaled(0.7)];
    // A floor f turns every cosine c into (1 - f) c + f, and so must the cut be turned.
    low.forEach(([x, y], i) => {
      if (y > 0 && y < 1) expect(high[i]![0]).toBeCloseTo(0.3 * x + 0.7, 2);
    });
  });

  it("has a set without duplicates", () => {
    expect(new Set(calibrationTexts()).size).toBe(calibrationTexts().length);
  });
});
