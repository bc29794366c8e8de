import { describe, expect, it } from "vitest";
import { loadRecogniserFiles } from "../../../workers/cli/model-files.ts";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import { createRecogniser } from "../../../workers/core/privacy/recogniser.ts";

const files = loadRecogniserFiles();
const engine = createPrivacyEngine({ recogniser: createRecogniser(files.weights, files.lexicon) });

function masked(text: string, policy: "gateway" | "gate" = "gateway"): string {
  let out = "";
  let at = 0;
  for (const { category, end, start } of engine.scan(text, { policy })) {
    out += `${text.slice(at, start)}[${category}]`;
    at = end;
  }
  return out + text.slice(at);
}

describe("names are one span with all of their given names", () => {
  const names: readonly string[] = [
    "MARÍA DEL CARMEN GARCÍA LÓPEZ",
    "maria del carmen garcia lopez",
    "JOSÉ DE JESÚS RAMÍREZ",
    "GARCÍA LÓPEZ, MARÍA DEL CARMEN",
    "MARIA DAS DORES DOS SANTOS",
    "JEAN DE LA FONTAINE",
    "ROSA DEL PILAR DE LA TORRE",
    "maria de los angeles perez",
    "ESPERANZA DEL SOCORRO BAUTISTA PENICHE",
    "JUAN DE DIOS MORALES TAPIA",
    "Pat O'Neill",
    "O'Connor",
  ];
  it.each(names)("%s", (name) => {
    for (const policy of ["gateway", "gate"] as const) expect(masked(name, policy)).toBe("[PERSON]");
  });

  it("in a line as well as alone, and in a stream cut anywhere", () => {
    const text =
      "Mr. O'Brien wrote. PACIENTE: GARCÍA LÓPEZ, MARÍA DEL CARMEN\ncita de maria del carmen garcia lopez hoy";
    const expected = "Mr. [PERSON] wrote. PACIENTE: [PERSON]\ncita de [PERSON] hoy";
    expect(masked(text)).toBe(expected);
    for (const size of [1, 7, text.length]) {
      const scanner = engine.stream({ policy: "gateway" });
      let out = "";
      for (let at = 0; at < text.length; at += size) out += scanner.push(text.slice(at, at + size));
      expect(out + scanner.end()).toBe(expected);
    }
  });

  it("but people in a list stay apart, and neither things nor places become people", () => {
    expect(masked("Asistentes: García, Juan y Pedro")).toBe("Asistentes: [PERSON], [PERSON] y [PERSON]");
    expect(masked("una rosa de maria perez")).toBe("una rosa de [PERSON]");
    expect(masked("Vivo en Playa del Carmen, soy Luis Prieto")).toBe("Vivo en [LOCATION], soy [PERSON]");
  });
});

describe("labels are no names", () => {
  const labelled: readonly (readonly [string, string])[] = [
    ["R.U.T.: 9029347-8", "R.U.T.: [RUT]"],
    ["N.I.E. X1234567L", "N.I.E. [NIE]"],
    ["F. Nac.: 05-06-1961", "F. Nac.: [DATE_OF_BIRTH]"],
    ["ABA: 026556855", "ABA: [BANK_ACCOUNT]"],
    ["RIB 30004 02837 00012345678 55", "RIB [BANK_ACCOUNT]"],
    ["SWIFT BCMRMXMM", "SWIFT [SWIFT]"],
    ["CVV 123", "CVV [CARD_SECURITY_CODE]"],
    ["SSN 212 44 9911", "SSN [SSN]"],
    ["Né(e) le : 09/07/1988", "Né(e) le : [DATE_OF_BIRTH]"],
  ];
  it.each(labelled)("%s", (text, expected) => {
    expect(masked(text, "gate")).toBe(expected);
  });
});

describe("numbers and pieces of references are no places", () => {
  const clean: readonly string[] = [
    "C# 12",
    "The meeting is in room B-204.",
    "/articles/tpmbqv-jeock-20922",
    "factura X-86832",
    "4K at 120 Hz",
    "el color #5ea366",
    "puerto 5432 cerrado",
  ];
  it.each(clean)("%s", (text) => {
    for (const policy of ["gateway", "gate"] as const) expect(masked(text, policy)).toBe(text);
  });

  it("while known names with a number behind a hyphen, and initials, stay names", () => {
    expect(masked("Nos vemos en Madrid-28013, pregunta por Luis Prieto")).toContain("[LOCATION]");
    expect(masked("La demandante, Sra. M. K., vino", "gate")).toContain("[PERSON]");
  });
});
