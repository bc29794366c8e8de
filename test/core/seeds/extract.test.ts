import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Conversation } from "../../../workers/contract/conversation.ts";
import { DOMAINS } from "../../../workers/contract/domain.ts";
import type { Domain } from "../../../workers/contract/domain.ts";
import { SeedSchema } from "../../../workers/contract/seed.ts";
import { ToolDefinition } from "../../../workers/contract/tool.ts";
import { extractSeed } from "../../../workers/core/seeds/extract.ts";
import { findVerbatimRuns } from "../../../workers/core/seeds/leak.ts";
import { bucketOf, parseAmount } from "../../../workers/core/seeds/slots.ts";

type Line = readonly [rol: string, contenido: string, tool?: string];

const conversation = (lines: readonly Line[], idioma = "es"): Conversation => ({
  conversation_id: "c-1",
  seed_id: "",
  dominio: "automotive.sales",
  idioma,
  es_sintetica: false,
  metadata: {},
  turnos: lines.map(([rol, contenido, tool], index) => ({
    turno: index + 1,
    rol,
    contenido,
    herramientas_usadas: tool === undefined ? [] : [tool],
    tool_calls: null,
    tool_results: null,
    metadata: {},
  })),
});

const SALE: readonly Line[] = [
  ["cliente", "Hola, me interesa una camioneta familiar, ¿cuánto cuesta la de siete plazas?"],
  ["asesor", "Buenas tardes [PERSON], con gusto. ¿Qué presupuesto tiene pensado y en qué horario le llamo?"],
  ["cliente", "Tengo como 420,000 pesos y quiero financiar el resto"],
  ["asesor", "Reviso el inventario.", "buscar_inventario"],
  ["herramienta", '{"precio": 433100}'],
  ["asesor", "Tenemos dos opciones disponibles con garantía de 3 años y el enganche mínimo es del 20 %."],
  ["cliente", "Está muy caro, ¿hay algún descuento?"],
  ["asesor", "Queda agendada su prueba de manejo el [DATE]; traiga su licencia vigente."],
  ["cliente", "Perfecto, gracias. Mi número es [PHONE]"],
];

const BANK: readonly Line[] = [
  ["customer", "Hello, I think there is an unauthorized charge on my card."],
  ["agent", "I am sorry to hear that. May I have your full name and account number to verify your identity?"],
  ["customer", "It is [PERSON], and the account is [BANK_ACCOUNT]."],
  ["agent", "Thank you. We will answer within 5 business days, and your card is blocked for now."],
  ["customer", "Great, thanks. Goodbye!"],
];

const INVENTORY = ToolDefinition.parse({
  name: "buscar_inventario",
  description: "Busca vehículos en el inventario",
  input_schema: { type: "object" },
});

function extract(lines: readonly Line[], domain: Domain, assistantRole: string | null = null, idioma = "es") {
  const result = extractSeed({
    conversation: conversation(lines, idioma),
    domain,
    assistantRole,
    seedId: "seed-1",
    tools: [INVENTORY],
  });
  if ("refused" in result) throw new Error(result.refused);
  return result;
}

describe("an extracted seed", () => {
  it("is valid, in the conversation's language, with its roles, tools, ranges and constraints", () => {
    const { seed } = extract(SALE, "automotive.sales");
    expect(SeedSchema.parse(seed)).toEqual(seed);
    expect(seed.idioma).toBe("es");
    expect(seed.roles).toEqual(["cliente", "asesor"]);
    expect(seed.rol_asistente).toBe("asesor");
    expect(seed.parametros_factuales.herramientas).toEqual(["buscar_inventario"]);
    expect(seed.parametros_factuales.restricciones).toEqual(
      expect.arrayContaining([
        "La garantía es de 3 años",
        "El enganche es del 20 %",
        "La prueba de manejo requiere licencia vigente",
      ]),
    );
    expect(seed.parametros_factuales.metadata["rango_monto"]).toMatch(/entre 200,000 y 500,000/u);
    expect(seed.privacidad.campos_sensibles_detectados).toEqual(["DATE", "PERSON", "PHONE"]);
    expect(seed.pasos_turnos.flujo_esperado).toContain("El asesor consulta en el sistema la disponibilidad");
  });

  it("follows the conversation's own acts and topics in English too", () => {
    const { seed } = extract(BANK, "finance.advisory", null, "en");
    expect(seed.idioma).toBe("en");
    expect(seed.rol_asistente).toBe("agent");
    expect(seed.etiquetas).toContain("fraude");
    expect(seed.parametros_factuales.restricciones).toContain(
      "The identity is verified before any account information is given",
    );
    for (const step of seed.pasos_turnos.flujo_esperado) expect(step).toMatch(/^The (?:customer|agent) /u);
  });

  it("keeps its evidence as turn numbers of the conversation", () => {
    const { evidence } = extract(SALE, "automotive.sales");
    expect(evidence["parametros_factuales.herramientas.0"]).toEqual([4]);
    expect(evidence["parametros_factuales.metadata.dato_phone"]).toEqual([9]);
    for (const turns of Object.values(evidence)) {
      for (const turn of turns) expect(turn >= 1 && turn <= SALE.length).toBe(true);
    }
  });

  it("differs for conversations that differ", () => {
    const a = extract(SALE, "automotive.sales").seed;
    const b = extract(BANK, "finance.advisory").seed;
    expect(a.objetivo).not.toBe(b.objetivo);
    expect(a.pasos_turnos.flujo_esperado.filter((step) => b.pasos_turnos.flujo_esperado.includes(step))).toEqual([]);
  });

  it("holds no exact amount, name or role that the conversation brought", () => {
    const lines = SALE.map(([rol, text, tool]): Line => [
      rol === "cliente" ? "Juan Pérez García" : "Lic. María López",
      text,
      tool,
    ]);
    const { seed } = extract(lines.slice(0, 4), "automotive.sales", "Lic. María López");
    const written = JSON.stringify(seed);
    for (const value of ["Juan", "Pérez", "María", "López", "420,000", "420000"]) expect(written).not.toContain(value);
    expect(seed.roles).toEqual(["usuario", "asistente"]);
  });

  it("is refused when only one side speaks", () => {
    const result = extractSeed({
      conversation: conversation([
        ["cliente", "hola"],
        ["cliente", "¿hay alguien?"],
      ]),
      domain: "legal.advisory",
      assistantRole: null,
      seedId: "s",
      tools: [],
    });
    expect(result).toHaveProperty("refused");
  });

  it("says a field in general terms where its sentence stands in the source", () => {
    const step = "El cliente pregunta por la garantía y el precio";
    const leaking: Line[] = [
      ...SALE.slice(0, 2),
      ["cliente", `${step}. ¿Cuál es la garantía y el precio?`],
      ["asesor", "La garantía cubre todo."],
    ];
    const { seed } = extract(leaking, "automotive.sales");
    expect(seed.pasos_turnos.flujo_esperado).not.toContain(step);
    expect(
      findVerbatimRuns(
        seed,
        leaking.map(([, text]) => text),
        "es",
      ),
    ).toEqual([]);
  });

  it("states a policy briefly where its sentence stands in the source", () => {
    const lines: Line[] = [...SALE.slice(0, 2), ["asesor", "La garantía es de 3 años."]];
    expect(extract(lines, "automotive.sales").seed.parametros_factuales.restricciones).toContain("Garantía: 3 años");
  });

  it("is refused when even its general form repeats the source", () => {
    const general =
      "El asesor presenta las opciones disponibles. El cliente expone lo que necesita. No usar nombres, teléfonos, direcciones ni identificadores reales";
    const result = extractSeed({
      conversation: conversation([
        ["cliente", general],
        ["asesor", "ok"],
      ]),
      domain: "automotive.sales",
      assistantRole: "asesor",
      seedId: "s",
      tools: [],
    });
    expect(result).toEqual({ refused: expect.stringContaining("restricciones_negativas") });
  });

  it("is valid and shares no run with its source for any conversation, and never throws", () => {
    const words = fc.constantFrom(
      "hola",
      "precio",
      "¿cuánto",
      "cuesta?",
      "garantía",
      "3 años",
      "20 %",
      "quiero",
      "[PERSON]",
      "[PHONE_2]",
      "cita",
      "no",
      "the",
      "doctor",
      "pain",
      "please",
      "book",
      "$1,200.50",
      "gracias",
      "\u0000",
      "\ud800",
      "__proto__",
      "constructor",
      "?",
      "\n",
      "la",
      "de",
      "y",
    );
    const text = fc.oneof(
      fc.array(words, { minLength: 1, maxLength: 30 }).map((list) => list.join(" ")),
      fc.string({ minLength: 1, unit: "binary" }),
    );
    const turn = fc.tuple(fc.constantFrom("cliente", "asesor", "herramienta", "Ana Ruiz", "__proto__"), text);
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 25 }), fc.constantFrom(...DOMAINS), (lines, domain) => {
        const result = extractSeed({
          conversation: conversation(lines),
          domain,
          assistantRole: null,
          seedId: "s",
          tools: [INVENTORY],
        });
        if ("refused" in result) return;
        const { seed } = result;
        expect(SeedSchema.safeParse(seed).success).toBe(true);
        expect(seed.pasos_turnos.flujo_esperado.length).toBeGreaterThanOrEqual(3);
        expect(seed.pasos_turnos.flujo_esperado.length).toBeLessThanOrEqual(10);
        expect(
          findVerbatimRuns(
            seed,
            lines.map(([, content]) => content),
            seed.idioma,
          ),
        ).toEqual([]);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("is the same for the same conversation", () => {
    expect(extract(SALE, "automotive.sales")).toEqual(extract(SALE, "automotive.sales"));
  });

  it("takes time linear in the conversation, on a megabyte of one line as well", () => {
    const long = "precio garantía de 3 años ¿cuánto cuesta? ".repeat(25_000);
    const { seed } = extract(
      [
        ["cliente", long],
        ["asesor", long],
        ["cliente", "9".repeat(1_000_000)],
      ],
      "automotive.sales",
    );
    expect(seed.pasos_turnos.flujo_esperado.length).toBeGreaterThanOrEqual(3);
  });
});

describe("ranges", () => {
  it("hold their value and never narrow it below half", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e11, noNaN: true }), (value) => {
        const [low, high] = bucketOf(value);
        expect(low <= value * 1.000001 && value <= high * 1.000001).toBe(true);
        expect(high / low).toBeGreaterThanOrEqual(1.99);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it.each([
    ["234,900", 234_900],
    ["1.200.500", 1_200_500],
    ["8.9", 8.9],
    ["1.234,50", 1234.5],
    ["12", 12],
  ])("read %s as %d", (digits, value) => {
    expect(parseAmount(digits)).toBe(value);
  });
});
