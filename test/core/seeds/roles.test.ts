import { describe, expect, it } from "vitest";
import { decideAssistantRole } from "../../../workers/core/seeds/assistant-role.ts";
import { isFunctionalRole } from "../../../workers/core/seeds/role-words.ts";

describe("the assistant's role", () => {
  it.each([
    [["cliente", "vendedor"], "vendedor"],
    [["asesora_virtual", "cliente"], "asesora_virtual"],
    [["paciente", "médico_internista"], "médico_internista"],
    [["physician", "patient"], "physician"],
    [["customer", "sales_advisor"], "sales_advisor"],
    [["client", "financial_advisor"], "financial_advisor"],
    [["cliente", "abogado_pi"], "abogado_pi"],
    [["operador_planta", "ingeniero_soporte"], "ingeniero_soporte"],
    [["estudiante", "tutor_redaccion"], "tutor_redaccion"],
    [["advogada", "cliente"], "advogada"],
    [["conseillère", "client"], "conseillère"],
    [["customer_service", "customer"], "customer_service"],
    [["salesAdvisor", "buyer"], "salesAdvisor"],
    [["usuario", "asistente"], "asistente"],
  ])("of %j is %s", (roles, expected) => {
    expect(decideAssistantRole(roles)).toBe(expected);
  });

  it("is the second role when no name tells", () => {
    expect(decideAssistantRole(["alfa", "beta"])).toBe("beta");
    expect(decideAssistantRole(["vendedor", "gerente"])).toBe("gerente");
    expect(decideAssistantRole(["cliente", "paciente"])).toBe("paciente");
  });

  it("is the only role that is not a client's", () => {
    expect(decideAssistantRole(["zeta", "cliente"])).toBe("zeta");
  });

  it("is empty for no roles and never a prototype's member", () => {
    expect(decideAssistantRole([])).toBe("");
    expect(decideAssistantRole(["constructor", "__proto__"])).toBe("__proto__");
  });
});

describe("a role's name", () => {
  it("is functional when every word of it is a known role word or qualifier", () => {
    for (const role of ["cliente", "sales_advisor", "médico internista", "asesor 2", "Asesora virtual"]) {
      expect(isFunctionalRole(role), role).toBe(true);
    }
  });

  it("is not functional when it could name somebody", () => {
    for (const role of ["Lic. María López", "Asesora Toyota", "Juan", "", "42", "virtual"]) {
      expect(isFunctionalRole(role), role).toBe(false);
    }
  });
});
