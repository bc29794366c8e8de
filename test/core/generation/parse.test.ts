import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConversation } from "../../../workers/core/generation/parse.ts";
import { createRandom } from "../../../workers/core/generation/random.ts";

const parse = (output: string) =>
  parseConversation(output, {
    roles: ["cliente", "asesor"],
    assistantRole: "asesor",
    tools: ["buscar_inventario"],
    random: createRandom(1),
  });
const turns = [
  { turno: 1, rol: "cliente", contenido: "Hola" },
  {
    turno: 2,
    rol: "asesor",
    contenido: "Busco.",
    tool_calls: [{ tool_name: "buscar_inventario", arguments: { tipo: "SUV" } }],
  },
];

describe("reading a model's answer", () => {
  it("takes an array, a wrapper object and a fenced block alike", () => {
    const answers = [
      JSON.stringify(turns),
      JSON.stringify({ turnos: turns }),
      JSON.stringify({ data: { messages: turns } }),
      `Here it is:\n\`\`\`json\n${JSON.stringify({ conversation: turns })}\n\`\`\`\nEnjoy.`,
      `Sure! ${JSON.stringify(turns)} That is all.`,
    ];
    for (const answer of answers) {
      const result = parse(answer);
      expect(result.ok, answer).toBe(true);
      if (!result.ok) continue;
      expect(result.turns.map((turn) => turn.rol)).toEqual(["cliente", "asesor"]);
      expect(result.turns[1]!.tool_calls![0]).toMatchObject({
        tool_name: "buscar_inventario",
        arguments: { tipo: "SUV" },
        tool_call_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
      expect(result.turns[1]!.herramientas_usadas).toEqual(["buscar_inventario"]);
    }
  });

  it("reads tool calls in OpenAI's shape with arguments as text", () => {
    const result = parse(
      JSON.stringify([
        {
          role: "asesor",
          content: "Veo",
          tool_calls: [{ id: "a1", function: { name: "buscar_inventario", arguments: '{"marca":"Kia"}' } }],
        },
      ]),
    );
    expect(result).toMatchObject({
      ok: true,
      turns: [{ tool_calls: [{ tool_call_id: "a1", arguments: { marca: "Kia" } }] }],
    });
  });

  it("relabels and repairs nothing: every fault is an error that names its turn", () => {
    const result = parse(
      JSON.stringify([
        { rol: "user", contenido: "x" },
        { rol: "cliente", contenido: "  " },
        { rol: "cliente", contenido: "x", tool_calls: [{ tool_name: "buscar_inventario", arguments: {} }] },
        { rol: "asesor", contenido: "x", tool_calls: [{ tool_name: "borrar_todo", arguments: {} }] },
        { rol: "asesor", contenido: "x", tool_calls: [{ tool_name: "buscar_inventario", arguments: [] }] },
        { rol: "herramienta", contenido: "x", tool_results: [{}] },
        "texto",
      ]),
    );
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.errors).toHaveLength(7);
    for (const [i, word] of [
      "role",
      "no text",
      "only asesor",
      "unknown tool",
      "not an object",
      "tool's to write",
      "not an object",
    ].entries()) {
      expect(result.errors[i]).toContain(`turn ${i + 1}`);
      expect(result.errors[i]).toContain(word);
    }
  });

  it("refuses prose, truncated JSON and empty lists with a reason", () => {
    for (const output of ["", "No puedo.", JSON.stringify(turns).slice(0, -3), "[]", '{"a":1}', "null"]) {
      const result = parse(output);
      expect(result.ok, output).toBe(false);
      if (!result.ok) expect(result.errors[0]!.length).toBeGreaterThan(10);
    }
  });

  it("survives any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), (output) => void parse(output)),
      { seed: 13, numRuns: 1000 },
    );
    parse('{"__proto__":[{"rol":"cliente"}],"constructor":1}');
    parse(`${"[".repeat(100_000)}`);
  });
});
