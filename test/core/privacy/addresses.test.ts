import { describe, expect, it } from "vitest";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";

const engine = createPrivacyEngine({ recogniser: null });

const values = (text: string, category: string, preceding = ""): string[] =>
  engine
    .scan(text, { policy: "gate", preceding })
    .filter((finding) => finding.category === category)
    .map(({ start, end }) => text.slice(start, end));

describe("an address", () => {
  const whole = [
    "tehuelches 318 depto 4 chimbarongo",
    "Los Arrayanes 1450 depto 22 Talcahuano",
    "Calle Benito Juárez 88 sur, colonia Roma, código postal 80100, Culiacán. Entre Hidalgo y Niños Héroes",
    "av de las torres 77, fracc valle alto, san pedro garza nl 66230",
    "Guayaquil 512 6to C",
    "Ramón Falcón 2190, el ph",
    "rancho la esperanza km 9 carretera ameca ahualulco",
    "Urb. Las Gardenias mz C lote 8",
  ];
  it.each(whole)("is covered to its last letter: %s", (text) => {
    const found = engine.scan(text, { policy: "gate" });
    let left = text;
    for (const { start, end } of found) left = left.slice(0, start) + "_".repeat(end - start) + left.slice(end);
    expect(left.replace(/[^\p{L}\p{N}]/gu, "")).toBe("");
  });

  it("ends where the sentence goes on about something else", () => {
    expect(values("vivo en calle Hidalgo 45, Mérida. Mañana paso por el coche", "ADDRESS")).toEqual([
      "calle Hidalgo 45, Mérida",
    ]);
  });

  it("does not take in the line above it", () => {
    expect(values("Juan Pérez\nAvenida Reforma 84, interior 3", "ADDRESS")).toEqual(["Avenida Reforma 84, interior 3"]);
  });

  it("is not seen in kilometres, floors and streets of other talk", () => {
    for (const text of [
      "el coche tiene 12 km de garantía por carretera",
      "tengo 5 to do en la lista",
      "recorrí 300 km en autopista",
      "quedó en 3er lugar",
    ])
      expect([text, values(text, "ADDRESS")]).toEqual([text, []]);
  });
});

describe("an age", () => {
  it("is found in a question about it, and beside another person's", () => {
    expect(values("¿Cuántos años tiene ya su abuelo, 84?", "AGE")).toEqual(["84"]);
    expect(values("mi hijo Bruno tiene 7 y Carla 11, los dos van", "AGE")).toContain("11");
    expect(values("Yo tengo cuarenta años y ella treinta y ocho.", "AGE")).toContain("treinta y ocho");
  });

  it("is not found in counts", () => {
    expect(values("el plan tiene 5 y cuesta 90 pesos", "AGE")).not.toContain("90");
    expect(values("¿Cuántos años tiene la empresa?", "AGE")).toEqual([]);
  });
});

describe("a licence", () => {
  it("is found in the answer to a question about it", () => {
    expect(values("La traigo aquí, es la 5028374", "MEDICAL_LICENSE", "¿Tiene su cédula profesional?")).toEqual([
      "5028374",
    ]);
  });
});
