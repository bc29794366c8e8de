import { describe, expect, it } from "vitest";
import { ScenarioTemplate } from "../../../workers/contract/scenario.ts";
import { SeedSchema } from "../../../workers/contract/seed.ts";
import { drawRecord, drawRun, fittingScenarios, TEMPERATURE_SPREAD } from "../../../workers/core/generation/plan.ts";
import { createRandom } from "../../../workers/core/generation/random.ts";

const seed = SeedSchema.parse({
  seed_id: "s1",
  dominio: "automotive.sales",
  roles: ["cliente", "asesor"],
  objetivo: "Vender",
  pasos_turnos: { turnos_min: 4, turnos_max: 8, flujo_esperado: ["Saludo"] },
  parametros_factuales: { contexto: "" },
});
const scenarios = [9, 6, 4, 1].map((weight, i) =>
  ScenarioTemplate.parse({
    name: `s${i}`,
    description: "d",
    domain: "automotive.sales",
    intent: "i",
    weight,
    edge_case: i === 3,
  }),
);
const draw = (count: number, from = scenarios, name = "run") =>
  drawRun([{ seed, scenarios: from, language: "es" }], count, createRandom(name));
const counts = (count: number) =>
  scenarios.map(({ name }) => draw(count).filter((each) => each.scenario === name).length);

describe("the plan of a run", () => {
  it("gives every scenario its share by weight, to the conversation", () => {
    expect(counts(200)).toEqual([90, 60, 40, 10]);
    expect(counts(1000)).toEqual([450, 300, 200, 50]);
  });

  it("covers every scenario when there are as many conversations, and always plans exactly as many as asked", () => {
    for (const count of [1, 2, 3, 4, 5, 7, 11, 50]) {
      const given = counts(count);
      expect(given.reduce((sum, each) => sum + each, 0)).toBe(count);
      if (count >= scenarios.length) expect(Math.min(...given)).toBeGreaterThanOrEqual(1);
    }
  });

  it("shuffles which conversation gets which, by the generator alone", () => {
    const names = (name: string) => draw(40, scenarios, name).map((each) => each.scenario);
    expect(names("a")).toEqual(names("a"));
    expect(names("a")).not.toEqual(names("b"));
    expect(names("a")).not.toEqual(names("a").toSorted());
  });

  it("records the draw of each conversation and keeps temperatures within the spread", () => {
    for (const each of draw(100)) {
      const scenario = scenarios.find(({ name }) => name === each.scenario)!;
      expect(drawRecord(each, scenario)).toMatchObject({
        generation_index: String(each.index),
        scenario: scenario.name,
        edge_case: String(scenario.edge_case),
        persona: `${each.persona.register}, ${each.persona.expertise}, ${each.persona.mood}`,
      });
      expect(Math.abs(each.temperature_offset)).toBeLessThanOrEqual(TEMPERATURE_SPREAD);
    }
  });

  it("deals every persona equally often", () => {
    const dealt = Map.groupBy(draw(90), (each) => JSON.stringify(each.persona));
    expect([...dealt.values()].map((group) => group.length)).toEqual(Array.from({ length: 45 }, () => 2));
  });

  it("keeps the quotas over all seeds of a run, for each language on its own", () => {
    const seeds = Array.from({ length: 12 }, (_, i) => ({
      seed: { ...seed, seed_id: `s${i}` },
      scenarios,
      language: i % 3 === 0 ? "en" : "es",
    }));
    const drawn = drawRun(seeds, 600, createRandom("run"));
    const languageOf = new Map(seeds.map((each) => [each.seed.seed_id, each.language]));
    for (const [language, size] of [
      ["en", 200],
      ["es", 400],
    ] as const) {
      const own = drawn.filter((each) => languageOf.get(each.seed_id) === language);
      const given = scenarios.map(({ name }) => own.filter((each) => each.scenario === name).length);
      expect(given).toEqual([0.45, 0.3, 0.2, 0.05].map((share) => share * size));
    }
    expect(drawn.filter((each) => each.seed_id === "s5").map((each) => each.index)).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    );
  });

  it("plans without scenarios when there are none", () => {
    expect(draw(3, []).map((each) => each.scenario)).toEqual([null, null, null]);
    expect(draw(0)).toEqual([]);
  });

  it("draws only scenarios that the seed's tools can play, and none when none fits", () => {
    const using = (name: string, tools: string[]) => ({ ...scenarios[0]!, name, expected_tool_sequence: tools });
    const pack = [using("none", []), using("one", ["a"]), using("both", ["a", "b"]), using("other", ["c"])];
    const withTools = (herramientas: string[]) => ({
      ...seed,
      parametros_factuales: { ...seed.parametros_factuales, herramientas },
    });
    const names = (herramientas: string[]) =>
      fittingScenarios(withTools(herramientas), pack).map((scenario) => scenario.name);
    expect(names(["a"])).toEqual(["none", "one"]);
    expect(names(["b", "a"])).toEqual(["none", "one", "both"]);
    expect(names([])).toEqual(["none", "one", "both", "other"]);
    const plan = (from: typeof pack) =>
      drawRun([{ seed: withTools(["a"]), scenarios: from, language: "es" }], 40, createRandom("run"));
    expect(new Set(plan(pack).map((each) => each.scenario))).toEqual(new Set(["none", "one"]));
    expect(plan([pack[3]!]).every((each) => each.scenario === null)).toBe(true);
  });

  it("draws only scenarios whose steps and tools have room within the seed's turns", () => {
    const needs = (name: string, flow_steps: string[], tools: string[]) => ({
      ...scenarios[0]!,
      name,
      flow_steps,
      expected_tool_sequence: tools,
    });
    const steps = ["a", "b", "c", "d"];
    const pack = [
      needs("steps", [...steps, ...steps], []),
      needs("steps and tools", steps, ["t", "u"]),
      needs("a step too many", [...steps, ...steps, "i"], []),
      needs("a tool too many", steps, ["t", "u", "v"]),
    ];
    expect(fittingScenarios(seed, pack).map(({ name }) => name)).toEqual(["steps", "steps and tools"]);
    expect(draw(5, pack.slice(2)).map((each) => each.scenario)).toEqual([null, null, null, null, null]);
  });
});
