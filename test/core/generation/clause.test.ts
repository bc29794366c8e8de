import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readClauses } from "../../../workers/core/generation/clause.ts";
import { perspectiveOf, toldByItself } from "../../../workers/core/generation/perspective.ts";
import { readStep } from "../../../workers/core/generation/step.ts";
import { firstPerson, firstPlural } from "../../../workers/core/generation/verbs.ts";

const es = (text: string) => readStep(text, "es", ["compradora", "asesor"], "asesor").clauses;
const en = (text: string) => readStep(text, "en", ["borrower", "finance_manager"], "finance_manager").clauses;
const shapes = (clauses: ReturnType<typeof es>) => clauses.map(({ verb, form }) => `${verb}:${form}`);

describe("taking a step apart", () => {
  it("finds every deed that is joined, and leaves joined things together", () => {
    expect(shapes(es("El asesor pregunta por el plazo y confirma la tasa"))).toEqual([
      "preguntar:noun",
      "confirmar:noun",
    ]);
    expect(es("El asesor explica seguro, neumáticos y mantenimiento").map(({ object }) => object("assistant"))).toEqual(
      ["seguro, neumáticos y mantenimiento"],
    );
    expect(shapes(en("The finance manager offers a refund and states the complaint route"))).toEqual([
      "offer:noun",
      "state:noun",
    ]);
    expect(en("The finance manager explains hire purchase and ownership")).toHaveLength(1);
  });

  it("tells a thing from a question, a statement, a deed and nothing at all", () => {
    expect(shapes(es("La compradora pregunta cuántos kilómetros aguanta"))).toEqual(["preguntar:clause"]);
    expect(shapes(es("El asesor aclara que las ayudas no se descuentan"))).toEqual(["aclarar:that"]);
    expect(shapes(es("El asesor pide bloquear el equipo"))).toEqual(["pedir:deed"]);
    expect(shapes(es("La compradora insiste porque tiene prisa"))).toEqual(["insistir:none"]);
    expect(shapes(en("The borrower asks whether it can wait"))).toEqual(["ask:clause"]);
    expect(shapes(en("The borrower says he dislikes paperwork"))).toEqual(["say:that"]);
    expect(shapes(en("The finance manager asks to lock the account"))).toEqual(["ask:deed"]);
    expect(shapes(en("The borrower insists"))).toEqual(["insist:none"]);
  });

  it("does not let one side do what another does in the same step", () => {
    expect(shapes(en("The borrower decides and the manager books the review"))).toEqual(["decide:none"]);
    expect(shapes(es("La compradora acepta el precio y el asesor agenda la entrega"))).toEqual(["aceptar:noun"]);
  });

  it("says it from either side", () => {
    const [asked] = es("La compradora pregunta qué necesita para cargar el coche");
    expect(asked!.object("user")).toBe("qué necesito para cargar el coche");
    expect(asked!.object("assistant")).toBe("qué necesita para cargar el coche");
    const [own] = en("The finance manager reviews the borrower's credit file");
    expect([own!.object("assistant"), own!.object("user")]).toEqual(["your credit file", "my credit file"]);
    expect(toldByItself("no entiende la diferencia", "es")).toBe("no entiendo la diferencia");
    expect(toldByItself("needs an answer", "en")).toBe("I need an answer");
  });

  it("never throws, whatever roles and texts hold, and takes prose of any length in no more than a blink", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 80 }),
        fc.string({ unit: "binary", maxLength: 40 }),
        (text, role) => {
          for (const language of ["es", "en"] as const)
            for (const clause of readClauses(text, language, perspectiveOf(language, [role, "x"], "x")))
              void [clause.object("user"), clause.rest("assistant")];
        },
      ),
      { seed: 7, numRuns: 500 },
    );
    expect(readClauses("explicar y ".repeat(100_000), "es", (text) => text)).toEqual([]);
  });
});

describe("verbs of the person who speaks", () => {
  it("are irregular where they are, regular else", () => {
    expect(["explicar", "temer", "pedir", "proponer", "contar", "elegir"].map(firstPerson)).toEqual([
      "explico",
      "temo",
      "pido",
      "propongo",
      "cuento",
      "elijo",
    ]);
    expect(["acordar", "establecer", "pedir"].map(firstPlural)).toEqual(["acordamos", "establecemos", "pedimos"]);
  });
});
