import { describe, expect, it } from "vitest";
import { SeedSchema } from "../../../workers/contract/seed.ts";
import { findVerbatimRuns } from "../../../workers/core/seeds/leak.ts";

const seed = (objetivo: string, extra: Record<string, unknown> = {}): SeedSchema =>
  SeedSchema.parse({
    seed_id: "s",
    dominio: "legal.advisory",
    roles: ["cliente", "abogado"],
    objetivo,
    pasos_turnos: { turnos_min: 2, turnos_max: 4, flujo_esperado: ["a"] },
    parametros_factuales: { contexto: "b" },
    ...extra,
  });

describe("verbatim runs", () => {
  it("of five content words are found across function words, case and accents", () => {
    const found = findVerbatimRuns(
      seed("Revisar contrato arrendamiento local comercial centro"),
      ["revisar el CONTRATO de arrendamiento del local comercial en el céntro"],
      "es",
    );
    expect(found).toEqual([{ field: "objetivo", run: ["revisar", "contrato", "arrendamiento", "local", "comercial"] }]);
  });

  it("of six words of any kind are found", () => {
    expect(findVerbatimRuns(seed("y si no me lo da"), ["pues y si no me lo da, adiós"], "es")).toHaveLength(1);
    expect(findVerbatimRuns(seed("y si no me lo"), ["pues y si no me lo da"], "es")).toEqual([]);
  });

  it("name the path of the field, in lists and maps too", () => {
    const text = "alfa bravo carbon delta eco foxtrot";
    const leaky = seed("x", {
      parametros_factuales: { contexto: "b", restricciones: ["libre", text], metadata: { nota: text } },
      ejemplo_conversacion: [{ rol: "cliente", contenido: text }],
    });
    expect(findVerbatimRuns(leaky, [text], "es").map(({ field }) => field)).toEqual([
      "parametros_factuales.restricciones.1",
      "parametros_factuales.metadata.nota",
      "ejemplo_conversacion.0.contenido",
    ]);
  });

  it("never span two sources, nor anything for no source", () => {
    const text = "alfa bravo carbon delta eco";
    expect(findVerbatimRuns(seed(text), ["alfa bravo carbon", "delta eco"], "es")).toEqual([]);
    expect(findVerbatimRuns(seed(text), [], "es")).toEqual([]);
  });
});
