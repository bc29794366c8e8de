import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConstraint, slotBounds } from "../../../workers/core/generation/constraint.ts";
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

describe("reading a constraint", () => {
  it("finds its bounds, units and currency", () => {
    expect(readConstraint("Precio máximo 350,000 MXN", "es")).toMatchObject({
      bounds: [{ bound: "max", value: 350_000, unit: "money" }],
      currency: "MXN",
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
  });
});
