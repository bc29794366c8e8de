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
    'Av. Corrientes 4100 5º "B", C1195ABC, CABA',
    "Blvd. Ruiz Cortines 2771, piso 8, Progreso, Coyoacán, 01080, CDMX",
    "C/ Serrano 56, edif. Roble, 28033 Madrid",
    "P.O. Box 4418, Taos, NM 87571",
    "33 Wattle Street, Fitzroy VIC 3065",
    "4 Mill Lane, Clun, Shropshire SY7 8LD",
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

  it("ends at the town behind a postal code, when small letters go on", () => {
    expect(values("es C/ Serrano 56, 28033 Madrid y tengo que ir a las 8", "ADDRESS")).toEqual([
      "C/ Serrano 56, 28033 Madrid",
    ]);
    expect(values("a Av. Las Torres 905, 76046 San Juan del Río, ahí ya no vivo", "ADDRESS")).toEqual([
      "Av. Las Torres 905, 76046 San Juan del Río",
    ]);
  });

  it("is not its label", () => {
    expect(values("domicilio a efectos de notificaciones Gran Vía 63, 48011 Bilbao", "ADDRESS")).toEqual([
      "Gran Vía 63, 48011 Bilbao",
    ]);
    expect(values("mi domicilio fiscal cp 22010", "ADDRESS")).toEqual([]);
    expect(values("mi domicilio fiscal cp 22010", "ZIP")).toEqual(["22010"]);
  });

  it("does not take in the line above it", () => {
    expect(values("Juan Pérez\nAvenida Reforma 84, interior 3", "ADDRESS")).toEqual(["Avenida Reforma 84, interior 3"]);
  });

  it("ends before a telephone, and is not seen in an address of e-mail", () => {
    expect(values("742 Main Street, Oxford MA 15370 ph 965 874 1235", "ADDRESS")).toEqual([
      "742 Main Street, Oxford MA 15370",
    ]);
    expect(values("my email address is carla 27 gmail com", "ADDRESS")).toEqual([]);
    expect(values("mi dirección de correo es carla 27 arroba gmail", "ADDRESS")).toEqual([]);
  });

  it("begins with what says that its number is one", () => {
    expect(values("deliver to no 34 Park Avenue", "ADDRESS")).toEqual(["no 34 Park Avenue"]);
  });

  it("goes on over a full stop to the postal code and the town", () => {
    const places = createPrivacyEngine({
      recogniser: {
        recognise: (text) => {
          const start = text.indexOf("Burgos");
          return start < 0 ? [] : [{ category: "LOCATION", start, end: start + 6, score: 0.9 }];
        },
      },
    });
    const text = "Avda. Cid Campeador, 96. 09005 Burgos. Tel.";
    expect(places.scan(text, { policy: "gateway" }).map(({ start, end }) => text.slice(start, end))).toEqual([
      "Avda. Cid Campeador, 96. 09005 Burgos",
    ]);
  });

  /** Places and people are where the text has these words. */
  const told = (text: string, words: readonly (readonly [string, "LOCATION" | "PERSON"])[]): string[] =>
    createPrivacyEngine({
      recogniser: {
        recognise: () =>
          words.map(([word, category]) => ({
            category,
            start: text.indexOf(word),
            end: text.indexOf(word) + word.length,
            score: 0.9,
          })),
      },
    })
      .scan(text, { policy: "gateway" })
      .map((finding) => text.slice(finding.start, finding.end));

  it("takes in the floor behind a building, and the building or estate before its street", () => {
    expect(told("en Torre Sonata piso 8. Gracias", [["Torre Sonata", "LOCATION"]])).toEqual(["Torre Sonata piso 8"]);
    expect(told("Hill House, Suite 40", [["Hill House", "LOCATION"]])).toEqual(["Hill House, Suite 40"]);
    expect(told("vivo en Lima, piso compartido", [["Lima", "LOCATION"]])).toEqual(["Lima"]);
    expect(told("Parque Industrial Norte, calle Ruiz 14", [["Parque Industrial Norte", "LOCATION"]])).toEqual([
      "Parque Industrial Norte, calle Ruiz 14",
    ]);
  });

  it("may be a corner of two streets", () => {
    const corner: [string, "LOCATION"][] = [
      ["Morelos", "LOCATION"],
      ["Allende", "LOCATION"],
    ];
    expect(told("en Morelos esquina con Allende", corner)).toEqual(["Morelos esquina con Allende"]);
    expect(told("en Morelos y Allende", corner)).toEqual(["Morelos", "Allende"]);
  });

  it("may be a street without number, and one that is named after someone, when a code and a town follow", () => {
    expect(
      told("Ramón Puga, 52. 32005 Ourense", [
        ["Ramón Puga", "PERSON"],
        ["Ourense", "LOCATION"],
      ]),
    ).toEqual(["Ramón Puga, 52. 32005 Ourense"]);
    expect(
      told("Hermanos Falcó, s/n - 02006 Albacete", [
        ["Hermanos Falcó", "LOCATION"],
        ["Albacete", "LOCATION"],
      ]),
    ).toEqual(["Hermanos Falcó, s/n - 02006 Albacete"]);
    expect(
      told("Ana López, 52. Madrid", [
        ["Ana López", "PERSON"],
        ["Madrid", "LOCATION"],
      ]),
    ).toEqual(["Ana López", "Madrid"]);
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

  it("is found in months and days, with its unit", () => {
    expect(values("Edad: 5 meses. Sexo: M", "AGE")).toEqual(["5 meses"]);
    expect(values("lactante de cinco meses que consulta", "AGE")).toEqual(["cinco meses"]);
    expect(values("paciente de 5 años y 7 meses de edad", "AGE")).toEqual(["5 años y 7 meses"]);
    expect(values("una garantía de 6 meses", "AGE")).toEqual([]);
  });

  it("is not found in counts", () => {
    expect(values("el plan tiene 5 y cuesta 90 pesos", "AGE")).not.toContain("90");
    expect(values("¿Cuántos años tiene la empresa?", "AGE")).toEqual([]);
  });
});

describe("a date", () => {
  it("has a day that there is", () => {
    expect(values("la tienda de Mayo 67", "DATE")).toEqual([]);
    expect(values("Mayo 5, 2024", "DATE")).toEqual(["Mayo 5, 2024"]);
  });

  it("is a month of a year beside words of treatment only", () => {
    expect(values("Intervenida en octubre de 2006 mediante resección", "DATE")).toEqual(["octubre de 2006"]);
    expect(values("ingresó el 3 de marzo de 2010 en planta", "DATE")).toEqual(["3 de marzo de 2010"]);
    expect(values("en octubre de 2006 vendimos más", "DATE")).toEqual([]);
  });

  it("is no score out of ten, and nothing that is set or out", () => {
    for (const text of ["5 out of 5", "19 out of 29", "one out", "two set", "find out 31", "figure it out. 12"])
      expect([text, values(text, "DATE")]).toEqual([text, []]);
    expect(values("chega em 5 out 2026", "DATE")).toEqual(["5 out 2026"]);
  });
});

describe("a licence", () => {
  it("is found in the answer to a question about it", () => {
    expect(values("La traigo aquí, es la 5028374", "MEDICAL_LICENSE", "¿Tiene su cédula profesional?")).toEqual([
      "5028374",
    ]);
  });
});
