import { describe, expect, it } from "vitest";
import { assignRoles } from "../../../workers/core/parsing/roles.ts";
import { parseText } from "./support.ts";

/** Assignment for a WhatsApp chat of `[speaker, text]` messages. */
async function assign(messages: readonly (readonly [string, string])[]): Promise<ReturnType<typeof assignRoles>> {
  const lines = messages.map(([speaker, text], index) => `14/03/2025, 10:${10 + index} - ${speaker}: ${text}`);
  const { conversations } = await parseText(lines.join("\n"));
  return assignRoles(conversations[0]!);
}

const DOMAIN_CASES: readonly (readonly [
  name: string,
  messages: readonly (readonly [string, string])[],
  roles: Record<string, string>,
  assistant: string,
])[] = [
  [
    "Spanish, by what they say",
    [
      ["Ana Ruiz", "hola, busco un auto automático"],
      ["Luis Mora", "Buenas tardes, ¿en qué le puedo ayudar?"],
    ],
    { "Ana Ruiz": "cliente", "Luis Mora": "asesor" },
    "asesor",
  ],
  [
    "the professional writes first",
    [
      ["Luis Mora", "Buenos días, le atiende Luis. ¿Me confirma su cita?"],
      ["Ana Ruiz", "sí, gracias"],
    ],
    { "Ana Ruiz": "cliente", "Luis Mora": "asesor" },
    "asesor",
  ],
  [
    "English",
    [
      ["Kim Lee", "hi, i need an appointment"],
      ["Pat Doe", "Thank you for contacting us. How can I help you?"],
    ],
    { "Kim Lee": "customer", "Pat Doe": "agent" },
    "agent",
  ],
  [
    "Portuguese",
    [
      ["João Lima", "oi, quero marcar uma consulta para meu filho"],
      ["Clínica Boa", "Olá! Em que posso ajudar? Qual é o seu nome?"],
    ],
    { "João Lima": "cliente", "Clínica Boa": "atendente" },
    "atendente",
  ],
  [
    "French",
    [
      ["Zoé Petit", "bonjour, je voudrais un rendez-vous pour ma voiture"],
      ["Paul Roux", "Bonjour, en quoi puis-je vous aider ? Votre nom ?"],
    ],
    { "Zoé Petit": "client", "Paul Roux": "conseiller" },
    "conseiller",
  ],
  [
    "a business's name and a number",
    [
      ["Autos Peñasco", "buen día"],
      ["+52 55 1234 5678", "buen día"],
    ],
    { "Autos Peñasco": "asesor", "+52 55 1234 5678": "cliente" },
    "asesor",
  ],
  [
    "three people",
    [
      ["Ana", "quiero cancelar mi pedido"],
      ["Soporte Tienda", "Con gusto, ¿en qué puedo ayudarle? Le confirmo su pedido"],
      ["Eva", "y yo quiero el mío, cuánto cuesta"],
    ],
    { Ana: "cliente", "Soporte Tienda": "soporte", Eva: "cliente_2" },
    "asesor",
  ],
];

describe("functional roles", () => {
  it.each(DOMAIN_CASES.slice(0, 6))("decides the sides: %s", async (_name, messages, roles, assistant) => {
    const assignment = await assign(messages);
    expect(Object.fromEntries(assignment.roles)).toEqual(roles);
    expect(assignment.assistantRole).toBe(assistant);
  });

  it("numbers further people of one side", async () => {
    const { roles, assistantRole } = await assign(DOMAIN_CASES[6]![1]);
    expect(roles.get("Ana")).toBe("cliente");
    expect(roles.get("Eva")).toBe("cliente_2");
    expect(assistantRole).toBe(roles.get("Soporte Tienda"));
  });

  it.each([
    ["vendedor", "vendedor"],
    ["Asesor de Ventas", "asesor_de_ventas"],
    ["Médico", "medico"],
    ["PACIENTE", "paciente"],
    ["sales_advisor", "sales_advisor"],
    ["Agente 1", "agente_1"],
    ["Customer Service", "customer_service"],
  ])("keeps the file's own word %s as %s", async (speaker, role) => {
    const { roles, names } = await assign([
      [speaker, "hola"],
      ["Ana Ruiz", "hola"],
    ]);
    expect(roles.get(speaker)).toBe(role);
    expect(names).toEqual(["Ana Ruiz"]);
  });

  it("never makes a role of a name, and lists the names for masking without their role words", async () => {
    const speakers = [
      "Dra. López Prado",
      "Asesor Juan",
      "juan perez",
      "MARÍA",
      "ana_ruiz",
      "Recepción Clínica Santa Lidia",
      "Juan 🚗",
      "constructor",
      "__proto__",
    ];
    for (const speaker of speakers) {
      const { roles, names } = await assign([
        [speaker, "hola"],
        ["Otra Persona", "hola"],
      ]);
      expect(roles.get(speaker)).toMatch(/^(cliente|asesor|doctora)$/);
      expect(names.join(" ")).not.toMatch(/Asesor|Dra|Recepción|Clínica/);
    }
    expect((await assign([["Dra. López Prado", "x"]])).names).toEqual(["López Prado"]);
  });

  it("takes the sides that a format states, in the reference's words", async () => {
    const { conversations } = await parseText(
      JSON.stringify({
        messages: [
          { role: "system", content: "s" },
          { role: "user", name: "Ana Ruiz", content: "hola" },
          { role: "assistant", content: "buenas" },
          { role: "tool", tool_call_id: "1", content: "{}" },
        ],
      }),
    );
    const { roles, assistantRole, names } = assignRoles(conversations[0]!);
    expect(Object.fromEntries(roles)).toEqual({
      system: "sistema",
      "Ana Ruiz": "usuario",
      assistant: "asistente",
      tool: "herramienta",
    });
    expect([assistantRole, names]).toEqual(["asistente", ["Ana Ruiz"]]);
  });

  it("takes the second role for the assistant's where nobody serves", async () => {
    const { conversations } = await parseText("Paciente: hola\nCliente: hola\n");
    expect(assignRoles(conversations[0]!).assistantRole).toBe("cliente");
  });

  it("treats spellings of one role word as one role", async () => {
    const { conversations } = await parseText("Agente: hola\nCliente: hola\nAGENTE: adiós\n");
    const { roles } = assignRoles(conversations[0]!);
    expect([roles.get("Agente"), roles.get("AGENTE")]).toEqual(["agente", "agente"]);
  });
});
