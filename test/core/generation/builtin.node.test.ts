import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConversationTurn } from "../../../workers/contract/conversation.ts";
import { DOMAINS } from "../../../workers/contract/domain.ts";
import type { SeedSchema } from "../../../workers/contract/seed.ts";
import { SeedSchema as Seed } from "../../../workers/contract/seed.ts";
import { localizeScenario, packScenarios } from "../../../workers/core/domains/data.ts";
import { generateBuiltin, TOOL_ROLE } from "../../../workers/core/generation/builtin.ts";
import { createRandom } from "../../../workers/core/generation/random.ts";
import { argumentErrors, schemaErrors } from "../../../workers/core/tools/validation.ts";
import { readDomainData, readLibrary } from "../domains/files.ts";

const TODAY = "2026-01-15";
const domains = new Map(DOMAINS.map((domain) => [domain, readDomainData(domain)]));

function generate(seed: SeedSchema, name: string | number, scenarioName?: string, extra: { feedback?: string[] } = {}) {
  const domain = domains.get(seed.dominio)!;
  const language = seed.idioma === "en" ? "en" : "es";
  const found = packScenarios(domain).find((each) => each.name === scenarioName);
  const scenario = found ? localizeScenario(domain, found, language) : null;
  return generateBuiltin({
    seed,
    domain,
    scenario,
    language,
    random: createRandom(`test:${seed.seed_id}:${name}`),
    index: 0,
    today: TODAY,
    ...extra,
  });
}

const everySeed = DOMAINS.flatMap((domain) => readLibrary(domain));

describe("the builtin provider", () => {
  it("keeps to the seed: turn range, roles, alternation, who opens, and complete tool calls of valid shape", () => {
    for (const seed of everySeed) {
      const domain = domains.get(seed.dominio)!;
      for (let i = 0; i < 2; i++) {
        const scenario = i % 2 ? domain.pack.scenarios[(i * 7) % domain.pack.scenarios.length]!.name : undefined;
        const { turnos } = generate(seed, i, scenario);
        const label = `${seed.seed_id} ${i} ${scenario}`;
        expect(turnos.length, label).toBeGreaterThanOrEqual(seed.pasos_turnos.turnos_min);
        expect(turnos.length, label).toBeLessThanOrEqual(seed.pasos_turnos.turnos_max);
        expect(turnos[0]!.rol, label).toBe(seed.roles[0]);
        turnos.forEach((turn, at) => {
          expect(ConversationTurn.safeParse(turn).success, label).toBe(true);
          expect(turn.turno).toBe(at + 1);
          expect([...seed.roles, TOOL_ROLE], label).toContain(turn.rol);
          if (at > 0) expect(turn.rol, `${label} turn ${at + 1}`).not.toBe(turnos[at - 1]!.rol);
          if (turn.tool_results === null) expect(turn.contenido, label).not.toMatch(/[[\]{}|]|undefined|null|NaN/);
          for (const call of turn.tool_calls ?? []) {
            expect(turn.rol).toBe(seed.rol_asistente);
            const tool = domain.tools.find((each) => each.name === call.tool_name)!;
            expect(argumentErrors(call.arguments, tool.input_schema), label).toEqual([]);
            const answer = turnos[at + 1]!.tool_results![0]!;
            expect(answer.tool_call_id).toBe(call.tool_call_id);
            if (answer.status === "success") expect(schemaErrors(answer.result, tool.output_schema)).toEqual([]);
            expect(turnos[at + 2]!.rol, label).toBe(seed.rol_asistente);
          }
        });
      }
    }
  });

  it("is decided by its input alone, and another draw gives another conversation", () => {
    const seed = everySeed[0]!;
    expect(generate(seed, "same")).toEqual(generate(seed, "same"));
    expect(generate(seed, "one").turnos).not.toEqual(generate(seed, "two").turnos);
  });

  it("lets the professional state every constraint, with its numbers", () => {
    for (const seed of everySeed) {
      const said = generate(seed, "constraints")
        .turnos.filter((turn) => turn.rol === seed.rol_asistente)
        .map((turn) => turn.contenido)
        .join(" ");
      for (const constraint of seed.parametros_factuales.restricciones) {
        for (const number of constraint.match(/\d[\d,.]*\d|\d/g) ?? [])
          expect(said, `${seed.seed_id}: ${constraint}`).toContain(number);
      }
    }
  });

  it("keeps the customer's budget under the seed's maximum price, and the search to that budget", () => {
    const seed = everySeed.find((each) => each.seed_id === "lib-automotive-sales-001")!;
    for (let i = 0; i < 30; i++) {
      for (const call of generate(seed, i).turnos.flatMap((turn) => turn.tool_calls ?? [])) {
        if (call.tool_name === "buscar_inventario") expect(call.arguments["precio_max"]).toBeLessThanOrEqual(650_000);
      }
    }
  });

  it("uses what the tool answered in the next turn of the professional", () => {
    const seed = everySeed.find((each) => each.seed_id === "lib-automotive-sales-002")!;
    let used = 0;
    for (let i = 0; i < 20; i++) {
      const { turnos } = generate(seed, i);
      turnos.forEach((turn, at) => {
        const answer = turn.tool_results?.[0];
        if (answer?.tool_name !== "cotizar_vehiculo" || answer.status !== "success") return;
        const price = (answer.result as { precio_final: number }).precio_final;
        expect(turnos[at + 1]!.contenido).toContain(price.toLocaleString("en-US"));
        used++;
      });
    }
    expect(used).toBeGreaterThan(10);
  });

  it("runs the tools that a scenario expects, in its order, while the turns allow it", () => {
    const seed = everySeed.find((each) => each.seed_id === "lib-automotive-sales-001")!;
    const long = { ...seed, pasos_turnos: { ...seed.pasos_turnos, turnos_max: 30 } };
    for (let i = 0; i < 10; i++) {
      const called = generate(long, i, "full_purchase_flow")
        .turnos.flatMap((turn) => turn.tool_calls ?? [])
        .map((call) => call.tool_name);
      expect([...new Set(called)]).toEqual(["buscar_inventario", "cotizar_vehiculo"]);
    }
  });

  it("varies: no two of sixty conversations of a seed share half of their word triples", () => {
    const seed = everySeed[0]!;
    const triples = Array.from({ length: 60 }, (_, i) => {
      const words = generate(seed, i)
        .turnos.filter((turn) => turn.tool_results === null)
        .flatMap((turn) => turn.contenido.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
      return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
    });
    triples.forEach((own, i) => {
      for (const other of triples.slice(i + 1)) {
        let shared = 0;
        for (const triple of own) if (other.has(triple)) shared++;
        expect(shared / (own.size + other.size - shared)).toBeLessThan(0.5);
      }
    });
  });

  it("serves seeds of any making: several user roles, unknown subjects, professional first, two turns", () => {
    const odd = Seed.parse({
      seed_id: "odd",
      dominio: "medical.consultation",
      idioma: "es",
      roles: ["doctora", "paciente", "acompanante"],
      rol_asistente: "doctora",
      objetivo: "Acordar la logística de una mudanza de muebles",
      pasos_turnos: {
        turnos_min: 2,
        turnos_max: 5,
        flujo_esperado: ["mudanza", "El paciente pregunta por el piano de cola", "Definir horario del camión", "???"],
      },
      parametros_factuales: { contexto: "", restricciones: ["El camión carga 3 toneladas"] },
    });
    for (let i = 0; i < 20; i++) {
      const { turnos } = generate(odd, i);
      expect(turnos[0]!.rol).toBe("doctora");
      expect(turnos.length).toBeLessThanOrEqual(5);
      expect(turnos.map((turn) => turn.contenido).join(" ")).toContain("3 toneladas");
    }
  });

  it("never throws, whatever the seed's texts hold", () => {
    const base = everySeed[0]!;
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.array(text, { maxLength: 4 }),
        fc.nat(),
        (goal, steps, constraints, name) => {
          const seed = {
            ...base,
            objetivo: goal,
            pasos_turnos: { ...base.pasos_turnos, turnos_min: 1, turnos_max: 2 + (name % 12), flujo_esperado: steps },
            parametros_factuales: { ...base.parametros_factuales, restricciones: constraints },
          };
          const { turnos } = generate(seed, name);
          expect(turnos.length).toBeGreaterThan(0);
          for (const turn of turnos) expect(turn.contenido.length).toBeGreaterThan(0);
        },
      ),
      { seed: 14, numRuns: 100 },
    );
  });

  it("says steps more fully when an earlier attempt came back with feedback", () => {
    const seed = everySeed[0]!;
    const length = (feedback: string[]) =>
      Array.from(
        { length: 20 },
        (_, i) =>
          generate(seed, i, undefined, { feedback })
            .turnos.map((turn) => turn.contenido)
            .join(" ").length,
      ).reduce((sum, each) => sum + each, 0);
    expect(length(["Name each step."])).toBeGreaterThan(length([]));
  });
});
