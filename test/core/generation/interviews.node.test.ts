import { describe, expect, it } from "vitest";
import { industryOf, interviewSeeds } from "../../../scripts/interview-seeds.ts";
import { DOMAINS } from "../../../workers/contract/domain.ts";
import { localizeScenario, packScenarios } from "../../../workers/core/domains/data.ts";
import { generateBuiltin } from "../../../workers/core/generation/builtin.ts";
import { fittingScenarios } from "../../../workers/core/generation/plan.ts";
import { createRandom } from "../../../workers/core/generation/random.ts";
import { readDomainData, readLibrary } from "../domains/files.ts";

describe("the builtin provider with the seeds of interviews", () => {
  it.each(DOMAINS)("%s: keeps their turns and alternation, however little was said", (domain) => {
    const data = readDomainData(domain);
    for (const language of ["es", "en"] as const) {
      for (const [i, seed] of interviewSeeds(industryOf(domain), language, 5, createRandom("test")).entries()) {
        const random = createRandom(`interview:${i}`);
        const { turnos } = generateBuiltin({
          seed,
          domain: data,
          scenario: null,
          language,
          random,
          index: i,
          today: "2026-01-15",
        });
        expect(turnos.length).toBeGreaterThanOrEqual(seed.pasos_turnos.turnos_min);
        expect(turnos.length).toBeLessThanOrEqual(seed.pasos_turnos.turnos_max);
        turnos.forEach((turn, at) => {
          if (at > 0) expect(turn.rol).not.toBe(turnos[at - 1]!.rol);
          expect(turn.contenido).not.toContain(language === "es" ? "lo que plantee" : "whatever comes up");
        });
      }
    }
  });

  it.each(DOMAINS)("%s: calls every tool that a scenario with room for it expects", (domain) => {
    const data = readDomainData(domain);
    const seeds = [
      ...interviewSeeds(industryOf(domain), "es", 4, createRandom("tools")),
      ...interviewSeeds(industryOf(domain), "en", 4, createRandom("tools")),
      ...readLibrary(domain).slice(0, 10),
    ];
    let [complete, all] = [0, 0];
    for (const seed of seeds) {
      const language = seed.idioma === "en" ? "en" : "es";
      for (const scenario of fittingScenarios(seed, packScenarios(data))) {
        if (scenario.expected_tool_sequence.length === 0) continue;
        const { turnos } = generateBuiltin({
          seed,
          domain: data,
          scenario: localizeScenario(data, scenario, language),
          language,
          random: createRandom(`${seed.seed_id}:${scenario.name}`),
          index: 0,
          today: "2026-01-15",
        });
        const called = new Set(turnos.flatMap((turn) => turn.herramientas_usadas));
        all += 1;
        if (scenario.expected_tool_sequence.every((name) => called.has(name))) complete += 1;
      }
    }
    expect(all).toBeGreaterThan(10);
    expect(complete / all).toBeGreaterThan(0.95);
  });
});
