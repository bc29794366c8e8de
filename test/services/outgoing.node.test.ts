import { describe, expect, it } from "vitest";
import { createOutgoingGate } from "../../workers/services/outgoing.ts";
import { memoryWorld } from "../fakes/memory-deps.ts";

const gate = createOutgoingGate(memoryWorld().deps.privacy);
const request = (role: "system" | "user" | "tool", text: string) => ({
  model: "m",
  messages: [{ role, parts: [{ type: "text" as const, text }] }],
});

describe("what leaves for a provider", () => {
  it("holds no address, number or identifier that a model, a tool or a prompt brought up", () => {
    const text = "Escríbame a jorge.ibarra@correo-privado.mx, por favor.\nGracias.";
    for (const role of ["user", "tool", "system"] as const) {
      const [message] = gate(request(role, text)).messages;
      expect(message!.parts).toEqual([{ type: "text", text: "Escríbame a [EMAIL], por favor.\nGracias." }]);
    }
  });

  it("holds no name that a model or a tool brought up", () => {
    for (const role of ["user", "tool"] as const) {
      const [message] = gate(request(role, "Soy Jorge Ibarra Peñalosa, mucho gusto.")).messages;
      expect(message!.parts).toEqual([{ type: "text", text: "Soy [PERSON], mucho gusto." }]);
    }
  });

  it("keeps the days of invented people, and masks one beside an identifier", () => {
    for (const role of ["user", "tool", "system"] as const) {
      const text = "Su cita es el 3 de diciembre; hoy es 22/11/2026.";
      expect(gate(request(role, text))).toEqual(request(role, text));
      const [message] = gate(request(role, "Cita el 3 de diciembre, ana.lopez@correo.com")).messages;
      expect(message!.parts).toEqual([{ type: "text", text: "Cita el [DATE], [EMAIL]" }]);
    }
  });

  it("keeps the words of our own prompt, whose seed was admitted field by field", () => {
    const asked = request("system", "Domain: automotive.sales. Language: Spanish. Tone: formal.");
    expect(gate(asked)).toEqual(asked);
  });
});
