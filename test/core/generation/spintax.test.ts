import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../../workers/core/generation/random.ts";
import { expand, parseTemplate, tidy } from "../../../workers/core/generation/spintax.ts";

const lookup = (name: string) => (name === "auto" ? "Versa" : null);

describe("phrase templates", () => {
  it("choose alternatives, nested ones too, and fill slots", () => {
    const seen = new Set(
      Array.from({ length: 60 }, (_, i) => expand("[Hola|Qué tal[, amigo|]] {auto}.", createRandom(i), lookup)),
    );
    expect([...seen].sort()).toEqual(["Hola Versa.", "Qué tal Versa.", "Qué tal, amigo Versa."]);
  });

  it("avoid an alternative whose slot has no value, and give nothing when no way is left", () => {
    for (let i = 0; i < 20; i++) expect(expand("[{nada}|{auto}]", createRandom(i), lookup)).toBe("Versa");
    expect(expand("Precio: {nada}", createRandom(1), lookup)).toBeNull();
  });

  it("come out with one space, capitals after a stop and the contractions that slots cause", () => {
    expect(tidy("hola  ,  buenas .  ¿cuándo es la entrega de el Versa? de acuerdo")).toBe(
      "Hola, buenas. ¿Cuándo es la entrega del Versa? De acuerdo",
    );
    expect(tidy("¿cuál sería el plan?")).toBe("¿Cuál sería el plan?");
  });

  it("take hostile text as it is, without throwing and in time that grows with its length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(), (text, seed) => {
        expand(text, createRandom(seed), () => "x");
        parseTemplate(text);
      }),
      { seed: 11, numRuns: 500 },
    );
    // Work that grew with the square of the length would need minutes here and run into the test's time limit.
    parseTemplate(`${"[".repeat(2000)}${"{|".repeat(400_000)}`);
  });
});
