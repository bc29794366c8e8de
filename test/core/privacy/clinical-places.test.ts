import { describe, expect, it } from "vitest";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import { withoutEponyms } from "../../../workers/core/privacy/eponyms.ts";
import { splitInstitutions } from "../../../workers/core/privacy/institutions.ts";
import { withPostalCodes } from "../../../workers/core/privacy/postal-codes.ts";
import type { Finding } from "../../../workers/core/privacy/types.ts";

/** A name as the recogniser reports it. */
function named(text: string, value: string, category: string, score = 0.9): Finding {
  const start = text.indexOf(value);
  return { category, start, end: start + value.length, score, source: "recogniser", validated: false };
}

function texts(text: string, findings: readonly Finding[]): string[] {
  return findings.map(({ category, end, start }) => `${category} ${text.slice(start, end)}`);
}

function codes(text: string, ...towns: string[]): string[] {
  const found = towns.map((town) => named(text, town, "LOCATION"));
  return withPostalCodes(text, found).map(({ end, start }) => text.slice(start, end));
}

const engine = createPrivacyEngine({ recogniser: null });
function addresses(text: string): string[] {
  return engine
    .scan(text, { policy: "gate" })
    .filter(({ category }) => category === "ADDRESS")
    .map(({ end, start }) => text.slice(start, end));
}

describe("postal codes beside towns", () => {
  it("takes a code with its country or its label to the town", () => {
    expect(codes("Clínica Sol. E-33006. Oviedo.", "Oviedo")).toEqual(["E-33006. Oviedo"]);
    expect(codes("col. Roma, CP 06700 Cuauhtémoc", "Cuauhtémoc")).toEqual(["06700 Cuauhtémoc"]);
  });

  it("takes a bare code where an address goes on, and behind a town of one", () => {
    expect(codes("Los Pinos, s/n. 26001 Logroño", "Los Pinos, s/n", "Logroño")).toEqual([
      "Los Pinos, s/n",
      "26001 Logroño",
    ]);
    expect(codes("Gran Vía, 9. Bilbao 48001", "Gran Vía, 9", "Bilbao")).toEqual(["Gran Vía, 9", "Bilbao 48001"]);
  });

  it("leaves numbers that are counted, priced or numbered", () => {
    for (const text of ["10000 Sevilla fans", "Pedido 28013 Madrid", "vendió 24750 Madrid", "en 2019 Barcelona ganó"]) {
      const town = /\p{Lu}\p{L}+(?= fans|$| ganó)/u.exec(text)![0];
      expect(codes(text, town)).toEqual([town]);
    }
  });
});

describe("names of institutions", () => {
  it("are apart from each other and from the street behind them", () => {
    const two = "Hospital General Servicio Aragonés de Salud";
    expect(texts(two, splitInstitutions(two, [named(two, two, "ORGANIZATION")]))).toEqual([
      "ORGANIZATION Hospital General",
      "ORGANIZATION Servicio Aragonés de Salud",
    ]);
    const street = "Hospital de Soria Numancia, 3 42001 Soria";
    expect(
      texts(street, splitInstitutions(street, [named(street, "Hospital de Soria Numancia", "ORGANIZATION")])),
    ).toEqual(["ORGANIZATION Hospital de Soria", "LOCATION Numancia, 3"]);
  });

  it("stay whole where one is a part of the other's name", () => {
    for (const name of [
      "Fundación Hospital de Alcorcón",
      "Hospital Clínico Universidad de Chile",
      "Ridgeview University Hospital",
    ])
      expect(texts(name, splitInstitutions(name, [named(name, name, "ORGANIZATION")]))).toEqual([
        `ORGANIZATION ${name}`,
      ]);
  });
});

describe("names in medicine", () => {
  it("are no people, and names of people are", () => {
    const text = "signo de Murphy, asa de Henle, la hija de Murillo, la enfermedad de Ana";
    const found = ["Murphy", "Henle", "Murillo", "Ana"].map((name) => named(text, name, "PERSON"));
    expect(texts(text, withoutEponyms(text, found))).toEqual(["PERSON Murillo", "PERSON Ana"]);
  });
});

describe("addresses of clinical documents", () => {
  it("are found with short words for streets, roads between towns and ranges of numbers", () => {
    expect(addresses("Avd. Los Olmos s / n")).toEqual(["Avd. Los Olmos s / n"]);
    expect(addresses("Pº de la Alameda 7 y 9 42003 Soria Telf: 975")).toEqual(["Pº de la Alameda 7 y 9 42003 Soria"]);
    expect(addresses("Ctra. Jaén - Úbeda s/n")).toEqual(["Ctra. Jaén - Úbeda s/n"]);
    expect(addresses("Domicilio: 12 Vereda del Soto.\nTeléfono: 0")).toEqual(["12 Vereda del Soto"]);
  });

  it("do not take laboratory values, or the rest of a field that is a sentence", () => {
    expect(addresses("Cl. sérico 118 mmol/l")).toEqual([]);
    expect(addresses("Dirección: la entrega se hizo el martes a las 5")).toEqual([]);
    expect(engine.scan("LDH 779 UI/l, GOT 110", { policy: "gate" })).toEqual([]);
  });
});

describe("ages", () => {
  it("are found where something happened in a life, and spans of time are none", () => {
    const ages = (text: string): string[] =>
      engine.scan(text, { policy: "gate" }).map(({ end, start }) => text.slice(start, end));
    expect(ages("menarquia a los 13 años")).toEqual(["13 años"]);
    expect(ages("paciente revisado a los 2 años de la intervención")).toEqual([]);
    expect(ages("paciente en tratamiento desde hace unos 6 años antes")).toEqual([]);
  });
});
