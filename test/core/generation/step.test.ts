import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeedSchema } from "../../../workers/contract/seed.ts";
import { readConstraint, seedCurrency, slotBounds } from "../../../workers/core/generation/constraint.ts";
import { readStep } from "../../../workers/core/generation/step.ts";

const es = (text: string) => readStep(text, "es", ["cliente", "asesora_virtual"], "asesora_virtual");
const en = (text: string) => readStep(text, "en", ["returning_customer", "finance_specialist"], "finance_specialist");

describe("reading a flow step", () => {
  it("finds who acts and turns the verb so that this side can say it", () => {
    expect(es("La asesora confirma el presupuesto y resume lo acordado")).toMatchObject({
      actor: "assistant",
      kind: "verb",
      phrase: "confirmar el presupuesto y resumir lo acordado",
    });
    expect(es("El cliente pide su cotización")).toMatchObject({ actor: "user", phrase: "pedir mi cotización" });
    expect(en("The specialist asks about the customer's budget")).toMatchObject({
      actor: "assistant",
      phrase: "ask about your budget",
    });
    expect(en("The customer identifies themselves and gives their number")).toMatchObject({ actor: "user" });
  });

  it("reads bare infinitives, nouns, numbered and underscored steps", () => {
    expect(es("Explicar las opciones de crédito")).toMatchObject({
      actor: null,
      kind: "verb",
      phrase: "explicar las opciones de crédito",
    });
    expect(es("identificacion_necesidades")).toMatchObject({
      actor: null,
      kind: "noun",
      phrase: "identificacion necesidades",
    });
    expect(es("3. Opciones de crédito.")).toMatchObject({ kind: "noun", phrase: "opciones de crédito" });
    expect(en("Explains the warranty")).toMatchObject({ kind: "verb", phrase: "explain the warranty" });
    expect(es("cliente: solicita una prueba de manejo").actor).toBe("user");
  });

  it("takes a subject of two words whole", () => {
    const care = (text: string) => readStep(text, "en", ["relative", "care_manager"], "care_manager");
    expect(care("The care manager asks about falls")).toMatchObject({
      actor: "assistant",
      kind: "verb",
      phrase: "ask about falls",
    });
    expect(care("The care manager reassures them")).toMatchObject({ actor: "assistant", phrase: "reassure you" });
    expect(care("The worried customer asks what to do")).toMatchObject({ kind: "noun" });
    expect(en("The returning customer explains the fault")).toMatchObject({
      actor: "user",
      phrase: "explain the fault",
    });
  });

  it("keeps what is done to the other side in the form of address", () => {
    expect(es("El asesor explica la garantía al cliente").phrase).toBe("explicar la garantía");
    expect(es("El asesor revisa el presupuesto del cliente").phrase).toBe("revisar su presupuesto");
  });

  it("never throws on any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 120 }),
        (text) => void [es(text), en(text), readConstraint(text, "es"), readConstraint(text, "en")],
      ),
      { seed: 12, numRuns: 1000 },
    );
  });
});

describe("the money of a seed", () => {
  const currency = (contexto: string, restricciones: string[] = [], language: "es" | "en" = "es") =>
    seedCurrency(
      SeedSchema.parse({
        seed_id: "s1",
        dominio: "automotive.sales",
        roles: ["cliente", "asesor"],
        objetivo: "Vender",
        pasos_turnos: { turnos_min: 4, turnos_max: 8, flujo_esperado: ["Saludo"] },
        parametros_factuales: { contexto, restricciones },
      }),
      language,
    );

  it.each([
    ["Concesionaria en Argentina", ["La seña es de 90.000 pesos"], "ARS"],
    ["Vitrina en Colombia", ["El valor no pasa de 135 millones de pesos"], "COP"],
    ["Sucursal en Chile", [], "CLP"],
    ["Concesionario en España", [], "EUR"],
    ["Agencia en Argentina", ["El precio de lista es de 24.900 USD"], "USD"],
    ["Agencia", ["El precio es de 350,000 pesos"], "MXN"],
    ["Agencia", ["El precio es de 31.000 EUR"], "EUR"],
    ["Agencia", [], "MXN"],
  ])("reads %j with %j as %s", (contexto, restricciones, expected) => {
    expect(currency(contexto, restricciones)).toBe(expected);
  });

  it("is pounds at a UK dealer and dollars where English names no country", () => {
    expect(currency("UK showroom", [], "en")).toBe("GBP");
    expect(currency("Showroom", [], "en")).toBe("USD");
  });
});

describe("reading a constraint", () => {
  it("finds its bounds and units", () => {
    expect(readConstraint("Precio máximo 350,000 MXN", "es")).toMatchObject({
      bounds: [{ bound: "max", value: 350_000, unit: "money" }],
      statement: "el precio máximo es de 350,000 MXN",
    });
    expect(readConstraint("Enganche mínimo de 20%", "es").bounds).toEqual([
      { bound: "min", value: 20, unit: "percent" },
    ]);
    expect(readConstraint("Delivery takes 10 business days", "en").bounds).toEqual([
      { bound: "exact", value: 10, unit: "days" },
    ]);
    expect(readConstraint("Budget of at most $30,000", "en").bounds).toEqual([
      { bound: "max", value: 30_000, unit: "money" },
    ]);
  });

  it("tells decimals from thousands, and multiplies", () => {
    const values = (text: string) => readConstraint(text, "es").bounds.map(({ value, unit }) => `${value} ${unit}`);
    expect(values("La comisión es de 0,85%")).toEqual(["0.85 percent"]);
    expect(values("El precio no pasa de 135.000.000 COP")).toEqual(["135000000 money"]);
    expect(values("El valor no pasa de 135 millones de pesos")).toEqual(["135000000 money"]);
    expect(values("El margen va de 19,5 a 1,234.50")).toEqual(["19.5 count", "1234.5 count"]);
  });

  it("says a prohibition of the kind 'avoid' as one", () => {
    expect(readConstraint("Evitar promesas de rendimiento", "es").statement).toBe(
      "debo evitar promesas de rendimiento",
    );
    expect(readConstraint("Abstenerse de dar diagnósticos", "es").statement).toBe(
      "debo abstenerme de dar diagnósticos",
    );
    expect(readConstraint("Avoid promising returns", "en").statement).toBe("we avoid promising returns");
  });

  it("becomes a sentence that the professional can say", () => {
    expect(readConstraint("Mencionar que la garantía es de 3 años", "es").statement).toBe("la garantía es de 3 años");
    expect(readConstraint("State that every loan is subject to approval.", "en").statement).toBe(
      "every loan is subject to approval",
    );
    expect(readConstraint("No prometer descuentos que no estén autorizados", "es").statement).toBe(
      "por política no se puede prometer descuentos que no estén autorizados",
    );
    expect(readConstraint("El seguimiento se realiza en un máximo de 15 días", "es").statement).toBe(
      "el seguimiento se realiza en un máximo de 15 días",
    );
  });

  it("keeps silent about what must not be mentioned", () => {
    expect(readConstraint("No mencionar a la competencia", "es").statement).toBeNull();
    expect(readConstraint("Never reveal internal margins", "en").statement).toBeNull();
  });

  it("limits the slots that its words and unit name", () => {
    const slot = {
      range: { from: 1, to: 9, step: 1, money: true },
      limit: { words: ["preci"], unit: "money" as const },
    };
    expect(
      slotBounds(slot, [
        readConstraint("Precio máximo 350,000 MXN", "es"),
        readConstraint("Enganche mínimo 20%", "es"),
      ]),
    ).toEqual({ min: Number.NEGATIVE_INFINITY, max: 350_000 });
    const exercises = { values: [2, 3], limit: { words: ["ejercicio"], unit: "count" as const } };
    const max = (text: string) => slotBounds(exercises, [readConstraint(text, "es")]).max;
    expect(max("Se entregan 5 ejercicios por clase")).toBe(5);
    expect(max("El ejercicio empieza a 60 pulsaciones")).toBe(Number.POSITIVE_INFINITY);
  });
});
