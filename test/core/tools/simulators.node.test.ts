import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DOMAINS } from "../../../workers/contract/domain.ts";
import type { JsonObject } from "../../../workers/contract/ids.ts";
import type { ToolDefinition } from "../../../workers/contract/tool.ts";
import { ToolDefinition as ToolSchema } from "../../../workers/contract/tool.ts";
import { createRandom } from "../../../workers/core/generation/random.ts";
import { sampleSchema } from "../../../workers/core/tools/fallback.ts";
import { simulateTool } from "../../../workers/core/tools/simulate.ts";
import { makeCode } from "../../../workers/core/tools/simulation.ts";
import { schemaErrors } from "../../../workers/core/tools/validation.ts";
import { readDomainData } from "../domains/files.ts";

const TODAY = "2026-01-15";
const tools = new Map(DOMAINS.flatMap((domain) => readDomainData(domain).tools).map((tool) => [tool.name, tool]));

function run(
  name: string,
  args: JsonObject,
  seed = "test",
  extra: { errorRate?: number; language?: "es" | "en"; currency?: string } = {},
) {
  const definition = tools.get(name)!;
  return simulateTool(
    definition,
    { tool_call_id: "call-1", tool_name: name, arguments: args },
    { random: createRandom(seed), today: TODAY, ...extra },
  );
}

function result(name: string, args: JsonObject, seed?: string): Record<string, unknown> {
  const answer = run(name, args, seed);
  expect(answer.status, JSON.stringify(answer.result)).toBe("success");
  return answer.result as Record<string, unknown>;
}

/** Ids of the fictional world, so that drawn arguments hit something. */
const IDS: Record<string, (n: number) => string> = {
  vehiculo_id: (n) => `VEH-${String(1 + (n % 600)).padStart(4, "0")}`,
  cliente_id: (n) => makeCode("CLI", n),
  paciente_id: (n) => makeCode("PAC", n),
  poliza_numero: (n) => makeCode("POL", n),
  expediente_id: (n) => makeCode("EXP", n),
  alumno_id: (n) => makeCode("ALU", n),
  equipo_id: (n) => `EQ-${String(1 + (n % 400)).padStart(4, "0")}`,
  equipo_compatible: (n) => `EQ-${String(1 + (n % 400)).padStart(4, "0")}`,
};

function drawArguments(tool: ToolDefinition, seed: number): JsonObject {
  const random = createRandom(`arguments:${seed}`);
  const properties = tool.input_schema["properties"] as Record<string, JsonObject>;
  const required = (tool.input_schema["required"] ?? []) as string[];
  const context = { random, today: TODAY, currency: "MXN", language: "es" as const };
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || random.next() < 0.5)
      .map(([name, schema]) => [name, IDS[name]?.(seed) ?? sampleSchema(schema, {}, context, name)]),
  );
}

describe("every tool of the six domains", () => {
  it("answers any valid call with a result of its output schema or a clear error, the same one each time, without personal data", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tools.values()),
        fc.nat(1_000_000),
        fc.constantFrom("es" as const, "en" as const),
        (tool, seed, language) => {
          const args = drawArguments(tool, seed);
          expect(schemaErrors(args, tool.input_schema), `${tool.name} ${JSON.stringify(args)}`).toEqual([]);
          const answer = run(tool.name, args, `draw:${seed}`, { language });
          expect(answer).toEqual(run(tool.name, args, `draw:${seed}`, { language }));
          if (answer.status === "success")
            expect(schemaErrors(answer.result, tool.output_schema), tool.name).toEqual([]);
          else expect((answer.result as { error: string }).error.length).toBeGreaterThan(10);
          const text = JSON.stringify(answer.result);
          expect(text).not.toMatch(/@|\d{3}[ -]\d{3,4}[ -]\d{4}|\d{8,}/);
        },
      ),
      { seed: 20_260_115, numRuns: 400 },
    );
  });

  it("refuses arguments that break the schema, unknown arguments and unknown ids", () => {
    expect(run("buscar_inventario", { tipo: "barco" }).status).toBe("error");
    expect(run("buscar_inventario", { color: "rojo" }).result).toMatchObject({
      error: expect.stringContaining("color"),
    });
    expect(run("cotizar_vehiculo", {}).result).toMatchObject({ error: expect.stringContaining("vehiculo_id") });
    expect(run("cotizar_vehiculo", { vehiculo_id: "VEH-9999" }).result).toMatchObject({
      error: expect.stringContaining("VEH-9999"),
    });
    expect(run("consultar_expediente", { expediente_id: "__proto__" }).status).toBe("error");
    expect(run("verificar_plazos", { tipo_accion: "apelación", fecha_notificacion: "2026-02-30" }).status).toBe(
      "error",
    );
  });

  it("fails at the rate that is asked for, and never by default", () => {
    const statuses = Array.from(
      { length: 400 },
      (_, i) => run("buscar_inventario", { tipo: "SUV" }, `rate:${i}`, { errorRate: 0.5 }).status,
    );
    const share = (status: string) => statuses.filter((each) => each === status).length / statuses.length;
    expect(share("timeout")).toBeGreaterThan(0.15);
    expect(share("error")).toBeGreaterThan(0.15);
    expect(share("success")).toBeGreaterThan(0.35);
    for (let i = 0; i < 50; i++) expect(run("buscar_inventario", { tipo: "SUV" }, `none:${i}`).status).toBe("success");
  });
});

describe("results follow from their arguments", () => {
  it("a search shows only vehicles that the filters allow, and a quote has the price that the search showed", () => {
    const found = result("buscar_inventario", { tipo: "SUV", precio_max: 450_000, anio_min: 2021 });
    const vehicles = found["vehiculos"] as { vehiculo_id: string; tipo: string; precio: number; anio: number }[];
    expect(vehicles.length).toBeGreaterThan(0);
    for (const vehicle of vehicles) {
      expect(vehicle).toMatchObject({ tipo: "SUV" });
      expect(vehicle.precio).toBeLessThanOrEqual(450_000);
      expect(vehicle.anio).toBeGreaterThanOrEqual(2021);
      expect(result("cotizar_vehiculo", { vehiculo_id: vehicle.vehiculo_id })["precio_base"]).toBe(vehicle.precio);
    }
    expect(result("buscar_inventario", { precio_max: 1 })).toEqual({ vehiculos: [], total_resultados: 0 });
  });

  it("a loan's monthly payment is the annuity of amount, rate and term", () => {
    const answer = result("consultar_financiamiento", { monto: 400_000, plazo_meses: 48, enganche_porcentaje: 25 });
    expect(answer).toMatchObject({ enganche: 100_000, monto_a_financiar: 300_000 });
    for (const plan of answer["planes"] as { tasa: number; mensualidad: number }[]) {
      // Present value of the payments discounted month by month is the principal again.
      let value = 0;
      for (let month = 1; month <= 48; month++) value += plan.mensualidad / (1 + plan.tasa / 1200) ** month;
      expect(value).toBeCloseTo(300_000, -1);
    }
  });

  it("a deadline is so many business days after the notification, and its alert says where today stands", () => {
    expect(result("verificar_plazos", { tipo_accion: "apelación", fecha_notificacion: "2026-01-08" })).toMatchObject({
      plazo_dias: 9,
      fecha_limite: "2026-01-21",
      dias_restantes: 4,
      alerta: "vigente",
    });
    expect(result("verificar_plazos", { tipo_accion: "amparo", fecha_notificacion: "2025-10-01" })).toMatchObject({
      alerta: "vencido",
    });
  });

  it("an investment grows by monthly compounding, and its scenarios are ordered", () => {
    const answer = result("simular_inversion", {
      monto_inicial: 100_000,
      aportacion_mensual: 1000,
      plazo_meses: 24,
      perfil: "moderado",
    });
    const scenarios = answer["escenarios"] as Record<string, { monto_final: number; ganancia: number }>;
    let balance = 100_000;
    for (let month = 0; month < 24; month++) balance = balance * (1 + 9 / 1200) + 1000;
    expect(scenarios["base"]!.monto_final).toBeCloseTo(balance, 0);
    expect(scenarios["pesimista"]!.monto_final).toBeLessThan(scenarios["base"]!.monto_final);
    expect(scenarios["optimista"]!.monto_final).toBeGreaterThan(scenarios["base"]!.monto_final);
  });

  it("riskier profiles have more value at risk", () => {
    const atRisk = ["conservador", "moderado", "agresivo"].map(
      (profile) =>
        result("analizar_riesgo", { perfil_inversion: profile, monto_inversion: 100_000, horizonte_meses: 12 })[
          "var_95"
        ] as unknown as number,
    );
    expect(atRisk).toEqual(atRisk.toSorted((a, b) => a - b));
    // z 1.645 x 17 % of 100,000
    expect(atRisk[2]).toBeCloseTo(27_965, 0);
  });

  it("the answers of generated equations are right", () => {
    const answer = result("generar_ejercicio", {
      materia: "matemáticas",
      tema: "ecuaciones lineales",
      nivel_dificultad: "intermedio",
      cantidad: 8,
    });
    const list = answer["ejercicios"] as { enunciado: string; respuesta: string }[];
    expect(list.length).toBe(8);
    for (const { enunciado, respuesta } of list) {
      const [, a, b, c] = /(\d+)x \+ (\d+) = (\d+)/.exec(enunciado)!.map(Number);
      expect(a! * Number(respuesta.replace("x = ", "")) + b!).toBe(c);
    }
  });

  it("fees carry the value-added tax of their estimate, and complexity raises them", () => {
    const low = result("calcular_honorarios", {
      tipo_servicio: "juicio",
      materia: "civil",
      cuantia: 200_000,
      complejidad: "baja",
    }) as unknown as Record<string, number>;
    expect(low["total_con_iva"]).toBeCloseTo(low["honorarios_estimados"]! * 1.16, 2);
    const high = result("calcular_honorarios", {
      tipo_servicio: "juicio",
      materia: "civil",
      cuantia: 200_000,
      complejidad: "alta",
    }) as unknown as Record<string, number>;
    expect(high["honorarios_estimados"]).toBeGreaterThan(low["honorarios_estimados"]!);
  });

  it("an appointment is never before the asked date nor on a rest day", () => {
    const answer = result("agendar_cita", {
      paciente_id: makeCode("PAC", 42),
      especialidad: "cardiología",
      fecha_preferida: "2026-01-31",
    });
    expect(answer["fecha_hora"]).toMatch(/^2026-02-03T/);
  });
});

describe("a custom tool without a simulator", () => {
  const custom = ToolSchema.parse({
    name: "consultar_clima",
    description: "Consulta el clima de una ciudad",
    input_schema: { type: "object", properties: { ciudad: { type: "string" } }, required: ["ciudad"] },
    output_schema: {
      type: "object",
      properties: {
        ciudad: { type: "string" },
        temperatura: { type: "number", minimum: -20, maximum: 45 },
        cielo: { enum: ["despejado", "nublado"] },
        fecha: { type: "string", format: "date" },
        horas: { type: "array", items: { type: "integer", minimum: 0, maximum: 23 }, minItems: 2, maxItems: 4 },
      },
      required: ["ciudad", "temperatura", "cielo", "fecha", "horas"],
    },
  });
  const call = { tool_call_id: "c", tool_name: "consultar_clima", arguments: { ciudad: "La Paz" } };

  it("answers within its output schema and echoes what it was asked about", () => {
    for (let i = 0; i < 50; i++) {
      const answer = simulateTool(custom, call, { random: createRandom(i), today: TODAY });
      expect(answer.status).toBe("success");
      expect(schemaErrors(answer.result, custom.output_schema)).toEqual([]);
      expect(answer.result).toMatchObject({ ciudad: "La Paz" });
    }
  });

  it("says so when there is no output schema to draw from", () => {
    const answer = simulateTool({ ...custom, output_schema: {} }, call, { random: createRandom(1), today: TODAY });
    expect(answer).toMatchObject({ status: "error", result: { error: expect.stringContaining("no simulator") } });
  });
});
