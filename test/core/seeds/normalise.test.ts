import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeedCreateRequest, SeedSchema } from "../../../workers/contract/seed.ts";
import { checkSeedReferences, normaliseSeedInput } from "../../../workers/core/seeds/normalise.ts";

const SHORT = {
  dominio: "automotive.sales",
  roles: ["cliente", "vendedor"],
  objetivo: "Vender un sedán dentro del presupuesto",
  pasos_turnos: ["El cliente saluda", "El vendedor cotiza", "El cliente decide"],
};

const tool = (name: string) => ({
  name,
  description: "Busca vehículos en el inventario",
  input_schema: { type: "object" },
});

const full = (overrides: Record<string, unknown> = {}): SeedSchema =>
  SeedSchema.parse(normaliseSeedInput({ seed_id: "s-1", ...SHORT, ...overrides }));

describe("short forms of a seed", () => {
  it("become a valid seed with the flow, the turn range, the context and the assistant's role", () => {
    const seed = SeedCreateRequest.parse(normaliseSeedInput(SHORT));
    expect(seed.pasos_turnos).toEqual({
      turnos_min: 3,
      turnos_max: 9,
      flujo_esperado: SHORT.pasos_turnos,
      flujo_con_roles: [],
    });
    expect(seed.parametros_factuales.contexto).toBe(SHORT.objetivo);
    expect(seed.rol_asistente).toBe("vendedor");
  });

  it("keep free keys of the facts as text in metadata, beside the metadata that was given", () => {
    const seed = full({
      parametros_factuales: { marca: "Toyota", anio: 2024, extras: ["gps"], metadata: { canal: "web", activo: true } },
    });
    expect(seed.parametros_factuales.metadata).toEqual({
      marca: "Toyota",
      anio: "2024",
      extras: '["gps"]',
      canal: "web",
      activo: "true",
    });
    expect(seed.parametros_factuales.contexto).toBe(SHORT.objetivo);
  });

  it("merge names of tools and tools given as definitions, once each", () => {
    const seed = full({
      parametros_factuales: {
        contexto: "c",
        herramientas: ["cotizar", tool("buscar")],
        herramientas_definidas: [tool("cotizar")],
      },
    });
    expect(seed.parametros_factuales.herramientas).toEqual(["cotizar", "buscar"]);
    expect(seed.parametros_factuales.herramientas_definidas!.map(({ name }) => name)).toEqual(["cotizar", "buscar"]);
  });

  it("complete a turn range only when none was given", () => {
    expect(full({ pasos_turnos: { flujo_esperado: ["a", "b", "c", "d"] } }).pasos_turnos.turnos_max).toBe(10);
    const partial = normaliseSeedInput({
      ...SHORT,
      seed_id: "x",
      pasos_turnos: { flujo_esperado: ["a"], turnos_min: 4 },
    });
    expect(SeedSchema.safeParse(partial).success).toBe(false);
  });

  it("leave a full seed as it is and the input unchanged", () => {
    const seed = full({ rol_asistente: "cliente" });
    const before = JSON.stringify(seed);
    expect(normaliseSeedInput(seed)).toEqual(seed);
    expect(JSON.stringify(seed)).toBe(before);
  });

  it("pass junk on for validation to refuse, without throwing", () => {
    for (const junk of [null, 7, "text", [], [SHORT], undefined]) {
      expect(normaliseSeedInput(junk)).toEqual(junk);
    }
    const bad = normaliseSeedInput({ ...SHORT, pasos_turnos: 3, parametros_factuales: "none", roles: [1, 2] });
    expect(SeedCreateRequest.safeParse(bad).success).toBe(false);
  });

  it("never reach a prototype", () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":1},"objetivo":"x","roles":["a","b"],"parametros_factuales":{"__proto__":{"polluted":1},"constructor":"c","libre":1,"metadata":{"__proto__":"p"}}}',
    ) as unknown;
    const seed = normaliseSeedInput(hostile) as Record<string, unknown>;
    expect(Object.getPrototypeOf(seed)).toBe(Object.prototype);
    expect((seed as { polluted?: number }).polluted).toBeUndefined();
    expect((seed["parametros_factuales"] as { metadata: unknown }).metadata).toEqual({ libre: "1" });
  });

  it("never throw, whatever the input", () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, maxDepth: 4 });
    fc.assert(
      fc.property(anything, anything, anything, anything, (steps, facts, roles, free) => {
        normaliseSeedInput(free);
        normaliseSeedInput({ pasos_turnos: steps, parametros_factuales: facts, roles, objetivo: "o", libre: free });
        normaliseSeedInput({ parametros_factuales: { metadata: facts, herramientas: roles, libre: free } });
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});

describe("references of a seed", () => {
  it("are sound when every tool is known to the registry or defined by the seed", () => {
    const seed = full({ parametros_factuales: { contexto: "c", herramientas: ["buscar_inventario", tool("propia")] } });
    expect(checkSeedReferences(seed, new Set(["buscar_inventario"]))).toEqual([]);
  });

  it("name every unknown tool, foreign domain and foreign role with its field", () => {
    const scenario = {
      name: "n",
      description: "d",
      domain: "legal.advisory",
      intent: "i",
      expected_tool_sequence: ["otra"],
    };
    const seed = full({
      parametros_factuales: { contexto: "c", herramientas: ["nadie"] },
      scenarios: [scenario],
      descripcion_roles: { gerente: "quien autoriza" },
      ejemplo_conversacion: [
        { rol: "cliente", contenido: "hola" },
        { rol: "perito", contenido: "hola" },
      ],
    });
    expect(checkSeedReferences(seed, new Set()).map(({ field }) => field)).toEqual([
      "parametros_factuales.herramientas.0",
      "scenarios.0.domain",
      "scenarios.0.expected_tool_sequence.0",
      "ejemplo_conversacion.1.rol",
      "descripcion_roles.gerente",
    ]);
  });

  it("count a tool that is defined twice as an error", () => {
    const seed = full({ parametros_factuales: { contexto: "c", herramientas: [tool("a"), tool("a")] } });
    expect(checkSeedReferences(seed, new Set()).map(({ message }) => message)).toEqual(["tool a is defined twice"]);
  });
});
