import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Conversation } from "../../../workers/contract/conversation.ts";
import type { QualityReport } from "../../../workers/contract/quality.ts";
import { SeedSchema } from "../../../workers/contract/seed.ts";
import { packScenarios, parseDomainData } from "../../../workers/core/domains/data.ts";
import { drawSynthesis, synthesiseBuiltin as synthesise } from "../../../workers/core/synthesis/attempt.ts";
import type { SynthesisInput } from "../../../workers/core/synthesis/attempt.ts";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../seeds/${path}`, import.meta.url), "utf8"));
const domainData = parseDomainData(read("domains/automotive.sales.json"), read("domains/common.json"));
const seed = SeedSchema.parse((read("library/automotive.sales.json") as unknown[])[0]);

type Verdict = Pick<QualityReport, "passed" | "failures" | "composite_score" | "details">;
const details = {} as QualityReport["details"];
const passes: Verdict = { passed: true, failures: [], composite_score: 1, details };
const fails = (composite_score: number): Verdict => ({
  passed: false,
  failures: ["rouge_l=0.12 (min 0.65)", "privacy_score=0.1 (must be 0.0)"],
  composite_score,
  details,
});

type Input = Omit<SynthesisInput<Verdict>, "model">;

/** The input of place `index` in a run of one seed. */
const input = ({ index = 0, ...change }: Partial<Input> & { index?: number } = {}): Input => {
  const own = change.seed ?? seed;
  const randomSeed = change.randomSeed ?? 0;
  return {
    seed: own,
    domainData,
    draw: drawSynthesis([own], index + 1, randomSeed, [domainData], change.language ?? null)[index]!,
    randomSeed,
    language: "es",
    maxAttempts: 3,
    today: "2026-01-15",
    evaluate: () => passes,
    ...change,
  };
};

describe("synthesise", () => {
  it("gives a valid synthetic conversation that names its seed, its generator and its assistant", () => {
    const { conversation, attempts, rejected } = synthesise(input({ index: 4 }));
    expect(Conversation.safeParse(conversation).error).toBeUndefined();
    expect(conversation).toMatchObject({ seed_id: seed.seed_id, dominio: seed.dominio, es_sintetica: true });
    expect(conversation.created_at).toBeUndefined();
    expect(conversation.metadata).toMatchObject({
      generator: "builtin/2",
      generation_index: "4",
      assistant_role: seed.rol_asistente,
    });
    expect([attempts, rejected]).toEqual([1, []]);
  });

  it("gives the same conversation for the same seed, random seed and index, and another id for any other", () => {
    const base = synthesise(input());
    expect(synthesise(input())).toEqual(base);
    const others = [input({ index: 1 }), input({ randomSeed: 1 }), input({ seed: { ...seed, seed_id: "another" } })];
    const ids = others.map((each) => synthesise(each).conversation.conversation_id);
    expect(new Set([...ids, base.conversation.conversation_id]).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/u);
  });

  it("tries again until one attempt passes, and counts why the others did not", () => {
    const texts: string[] = [];
    const result = synthesise(
      input({
        evaluate: (conversation) => {
          texts.push(JSON.stringify(conversation.turnos));
          return texts.length < 3 ? fails(0.5) : passes;
        },
      }),
    );
    expect(result).toMatchObject({ attempts: 3, report: passes });
    expect(result.rejected).toEqual([
      ["rouge_l", "privacy_score"],
      ["rouge_l", "privacy_score"],
    ]);
    expect(new Set(texts).size).toBe(3);
  });

  it("keeps the best attempt when none passes", () => {
    const scores = [0.2, 0.6, 0.6];
    const seen: Conversation[] = [];
    const result = synthesise(input({ evaluate: (conversation) => fails(scores[seen.push(conversation) - 1]!) }));
    expect(result.attempts).toBe(3);
    expect(result.report.passed).toBe(false);
    expect(result.conversation).toBe(seen[1]);
  });

  it("draws one scenario for all attempts, by weight, and evaluates against it", () => {
    const drawn = new Map<string, number>();
    for (let index = 0; index < 60; index += 1) {
      const names = new Set<string>();
      synthesise(
        input({
          index,
          maxAttempts: 2,
          evaluate: (conversation, plan) => {
            expect(conversation.metadata.scenario).toBe(plan.scenario!.name);
            names.add(plan.scenario!.name);
            return fails(0);
          },
        }),
      );
      expect(names.size).toBe(1);
      for (const name of names) drawn.set(name, (drawn.get(name) ?? 0) + 1);
    }
    expect(drawn.size).toBeGreaterThan(5);
  });

  it("draws nothing from scenarios of no weight, and does without any", () => {
    const [first, second] = packScenarios(domainData);
    const scenarios = [{ ...first!, weight: 0 }, second!];
    for (let index = 0; index < 20; index += 1) {
      const own = input({ seed: { ...seed, scenarios }, index });
      expect(synthesise(own).conversation.metadata.scenario).toBe(second!.name);
    }
    const none = input({ seed: { ...seed, scenarios: [] } });
    expect(synthesise(none).conversation.metadata.scenario).toBeUndefined();
  });

  it("never draws a scenario that calls for tools the seed does not have", () => {
    const herramientas = ["buscar_inventario"];
    const parametros_factuales = { ...seed.parametros_factuales, herramientas, herramientas_definidas: null };
    const few = { ...seed, parametros_factuales };
    const pack = packScenarios(domainData);
    const fits = pack.filter((each) => each.expected_tool_sequence.every((name) => herramientas.includes(name)));
    const others = pack.filter((each) => !fits.includes(each));
    expect(others.length).toBeGreaterThan(0);
    for (let index = 0; index < 40; index += 1) {
      const { plan } = synthesise(input({ seed: few, index }));
      expect(fits.map((each) => each.name)).toContain(plan.scenario!.name);
      const unfit = input({ seed: { ...few, scenarios: others }, index });
      expect(synthesise(unfit).plan.scenario).toBeNull();
    }
  });

  it.each([
    ["en-US", "en"],
    ["es-MX", "es"],
    ["pt", "es"],
  ])("writes %s as %s and says so", (language, written) => {
    expect(synthesise(input({ language })).conversation.idioma).toBe(written);
  });
});
