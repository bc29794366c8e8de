import { expect, it } from "vitest";
import { maskKnowledge, refusePersonalData, scanText } from "../../workers/services/privacy.ts";
import { memoryWorld, PRINCIPAL } from "../fakes/memory-deps.ts";

const { deps } = memoryWorld();

it("texts that are stored as they are may name a day, and no person", () => {
  refusePersonalData(deps, { name: "ventas 2026-11-03", system_prompt: "Vence el 3 de diciembre; hoy es 22/11/2026." });
  expect(() => refusePersonalData(deps, { name: "ana.lopez@correo.com" })).toThrow(/must hold no personal data/);
});

it("knowledge keeps its days, which a scan of somebody's text masks", async () => {
  const text = "El plan cambia el 3 de diciembre.";
  expect(await maskKnowledge(deps, PRINCIPAL, { knowledge: text })).toEqual({ knowledge: text });
  expect((await scanText(deps, PRINCIPAL, text)).anonymized_preview).toBe("El plan cambia el [DATE].");
});
