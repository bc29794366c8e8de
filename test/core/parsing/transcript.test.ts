import { describe, expect, it } from "vitest";
import { dialogue, parseText } from "./support.ts";

const SPEAKERS = [
  "vendedor",
  "Asesor de Ventas",
  "Dr. López",
  "Agente 1",
  "SOPORTE",
  "María del Carmen Ruiz",
  "cliente",
  "Doctora",
  "+52 55 1234 5678",
];

describe("plain and numbered transcripts", () => {
  it.each(SPEAKERS)("takes %s for a speaker", async (speaker) => {
    const { conversations, errors, report } = await parseText(
      `${speaker}: hola\nCliente Nuevo: buenas\n${speaker}: adiós\n`,
    );
    expect(errors).toEqual([]);
    expect(dialogue(conversations)).toEqual([[`${speaker}: hola`, "Cliente Nuevo: buenas", `${speaker}: adiós`]]);
    expect(report.format).toBe("transcript");
  });

  it.each([
    ["numbers with points", "1. Cliente: hola\n2. Asesor: buenas\n", "numbered"],
    ["numbers with brackets", "1) Cliente: hola\n2) Asesor: buenas\n", "numbered"],
    ["numbers, mixed", "1. Cliente: hola\nAsesor: buenas\n", "transcript"],
    ["clock times", "[10:30] Cliente: hola\n10:31 Asesor: buenas\n", "transcript"],
    ["times behind", "Cliente (10:30): hola\nAsesor [10:31]: buenas\n", "transcript"],
    ["bold", "**Cliente:** hola\n**Asesor**: buenas\n", "transcript"],
    ["bullets", "- Cliente: hola\n- Asesor: buenas\n", "transcript"],
    ["blank lines between turns", "Cliente: hola\n\nAsesor: buenas\n\n", "transcript"],
    ["text below the name", "Cliente:\nhola\nAsesor:\nbuenas\n", "transcript"],
  ])("reads %s", async (_name, text, format) => {
    const { conversations, errors, report } = await parseText(text);
    expect(errors).toEqual([]);
    expect(dialogue(conversations)).toEqual([["Cliente: hola", "Asesor: buenas"]]);
    expect(report.format).toBe(format);
  });

  it("keeps lines with a colon that name no speaker in their turn", async () => {
    const text =
      "Cliente: estos son mis datos\nTotal: 300\nDirección: Calle 1\nhttp://x.mx: sí\nde color: rojo\nAsesor: gracias\n";
    const { conversations } = await parseText(text);
    expect(conversations[0]!.turns).toHaveLength(2);
    expect(conversations[0]!.turns[0]!.text).toContain("Total: 300\nDirección: Calle 1");
  });

  it("parts conversations at rules, headings and where numbers begin again", async () => {
    const two = "Cliente: hola\nAsesor: buenas\n";
    for (const between of ["---", "=====", "Conversación 2", "# Chat 2", "=== Conversation 2 ==="]) {
      expect((await parseText(`${two}${between}\n${two}`)).conversations).toHaveLength(2);
    }
    expect((await parseText("1. A: x\n2. B: y\n1. A: x\n2. B: y\n")).conversations).toHaveLength(2);
  });

  it("says so when a text names no speakers", async () => {
    const prose = await parseText("Una frase cualquiera.\nOtra frase más.\n");
    expect(prose.errors[0]!.error).toContain("format was not recognised");
    const asked = await parseText("Una frase cualquiera.\n", { format: "transcript" });
    expect(asked.errors.at(-1)!.error).toContain("no line names a speaker");
  });

  it("reports a turn without text by its line", async () => {
    const { errors } = await parseText("Cliente: hola\nAsesor:\nCliente: ¿sigue ahí?\n");
    expect(errors).toEqual([{ line: 2, column: null, error: "turn has no text" }]);
  });
});
