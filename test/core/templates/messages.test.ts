import { describe, expect, it } from "vitest";
import type { Conversation, ConversationTurn } from "../../../workers/contract/conversation.ts";
import type { ToolDefinition } from "../../../workers/contract/tool.ts";
import { TOOL_CALL_MODES } from "../../../workers/contract/template.ts";
import { FAMILIES } from "../../../workers/core/templates/families.ts";
import { TemplateError } from "../../../workers/core/templates/model.ts";
import { type MessageOptions, renderConversation, toMessages } from "../../../workers/core/templates/messages.ts";

function turn(turno: number, rol: string, contenido: string, rest: Partial<ConversationTurn> = {}): ConversationTurn {
  return {
    turno,
    rol,
    contenido,
    herramientas_usadas: [],
    tool_calls: null,
    tool_results: null,
    metadata: {},
    ...rest,
  };
}

function conversation(turnos: ConversationTurn[]): Conversation {
  return {
    conversation_id: "c1",
    seed_id: "s1",
    dominio: "automotive.sales",
    idioma: "es",
    turnos,
    es_sintetica: true,
    metadata: {},
  };
}

const tool: ToolDefinition = {
  name: "find_part",
  description: "Finds a spare part.",
  input_schema: { type: "object", properties: { size: { type: "string" } }, required: ["size"] },
  output_schema: {},
  domains: [],
  category: "",
  requires_auth: false,
  execution_mode: "simulated",
  version: "1.0",
  metadata: {},
};

const options: MessageOptions = { assistantRole: "asesor", toolMode: "native", systemPrompt: null, tools: [] };

const withCall = conversation([
  turn(1, "cliente", "Need a bolt."),
  turn(2, "asesor", "Checking.", {
    tool_calls: [{ tool_call_id: "k1", tool_name: "find_part", arguments: { size: "M6" } }],
  }),
  turn(3, "herramienta", "found", {
    tool_results: [
      { tool_call_id: "k1", tool_name: "find_part", result: { qty: 4 }, status: "success", duration_ms: null },
    ],
  }),
  turn(4, "asesor", "Four left."),
]);

describe("toMessages", () => {
  it("gives the assistant's role to the seed's rol_asistente only and puts everyone else on the user's side", () => {
    const { messages } = toMessages(
      conversation([turn(1, "hija", "Hola"), turn(2, "cliente", "Buenas"), turn(3, "asesor", "Díganme")]),
      options,
    );
    expect(messages.map((message) => message.role)).toEqual(["user", "user", "assistant"]);
  });

  it("refuses a conversation in which nobody has the assistant's role", () => {
    expect(() => toMessages(conversation([turn(1, "cliente", "Hola"), turn(2, "vendedor", "Hola")]), options)).toThrow(
      TemplateError,
    );
  });

  it("puts the system prompt first and joins the conversation's own opening system turn to it", () => {
    const { messages } = toMessages(
      conversation([turn(1, "sistema", "B"), turn(2, "cliente", "Hola"), turn(3, "asesor", "Sí")]),
      {
        ...options,
        systemPrompt: "A",
      },
    );
    expect(messages[0]).toEqual({ role: "system", content: "A\n\nB" });
    expect(messages).toHaveLength(3);
  });

  it("keeps calls, results and their ids as fields in native mode", () => {
    const { messages, tools } = toMessages(withCall, { ...options, tools: [tool] });
    expect(messages[1]?.tool_calls).toEqual([
      { id: "k1", type: "function", function: { name: "find_part", arguments: { size: "M6" } } },
    ]);
    expect(messages[2]).toEqual({ role: "tool", tool_call_id: "k1", name: "find_part", content: '{"qty": 4}' });
    expect(tools).toEqual([
      {
        type: "function",
        function: { name: "find_part", description: "Finds a spare part.", parameters: tool.input_schema },
      },
    ]);
  });

  it("takes results carried by the calling turn itself as the messages that follow it", () => {
    const { messages } = toMessages(
      conversation([
        turn(1, "cliente", "Need a bolt."),
        turn(2, "asesor", "Checking.", {
          tool_calls: [{ tool_call_id: "k1", tool_name: "find_part", arguments: {} }],
          tool_results: [
            { tool_call_id: "k1", tool_name: "find_part", result: "none", status: "success", duration_ms: 3 },
          ],
        }),
      ]),
      options,
    );
    expect(messages.map((message) => message.role)).toEqual(["user", "assistant", "tool"]);
  });

  it("warns of a call without a result and of a result without a call", () => {
    const orphan = conversation([
      turn(1, "asesor", "Checking.", { tool_calls: [{ tool_call_id: "k1", tool_name: "find_part", arguments: {} }] }),
      turn(2, "tool", "x", {
        tool_results: [
          { tool_call_id: "k2", tool_name: "find_part", result: "x", status: "success", duration_ms: null },
        ],
      }),
    ]);
    const { messages, warnings } = toMessages(orphan, options);
    expect(messages).toHaveLength(1);
    expect(warnings).toEqual(["tool results that answer no call are left out", "tool calls without a result: 1"]);
  });

  it("writes calls as the assistant's text and results on the user's side in inline mode", () => {
    const { messages, tools } = toMessages(withCall, { ...options, toolMode: "inline", tools: [tool] });
    expect(messages).toEqual([
      { role: "user", content: "Need a bolt." },
      { role: "assistant", content: 'Checking.\n[find_part({"size": "M6"})]' },
      { role: "user", content: '[find_part: {"qty": 4}]' },
      { role: "assistant", content: "Four left." },
    ]);
    expect(tools).toBeNull();
  });

  it("leaves calls and tool turns out in mode none, and says so", () => {
    const { messages, warnings } = toMessages(withCall, { ...options, toolMode: "none" });
    expect(messages.map((message) => message.role)).toEqual(["user", "assistant", "assistant"]);
    expect(messages.some((message) => message.tool_calls !== undefined)).toBe(false);
    expect(warnings).toEqual(["tool turns are left out"]);
  });
});

describe("renderConversation", () => {
  it("renders calls in the family's own grammar in native mode", () => {
    const { text, warnings } = renderConversation(withCall, "qwen", { ...options, tools: [tool] });
    expect(text).toContain(
      'Checking.\n<tool_call>\n{"name": "find_part", "arguments": {"size": "M6"}}\n</tool_call><|im_end|>\n',
    );
    expect(text).toContain('<|im_start|>user\n<tool_response>\n{"qty": 4}\n</tool_response><|im_end|>');
    expect(warnings).toEqual([]);
  });

  it("writes calls as text, and says so, when the format has no grammar for them", () => {
    const { text, warnings } = renderConversation(withCall, "chatml", { ...options, tools: [tool] });
    expect(text).toContain('[find_part({"size": "M6"})]');
    expect(text).toContain("# Tools\n\n");
    expect(warnings.join("; ")).toContain("written as text");
  });

  it("embeds the OpenAI shape in function_calling mode", () => {
    const { text } = renderConversation(withCall, "llama", { ...options, toolMode: "function_calling", tools: [tool] });
    expect(text).toContain(
      '{"tool_calls": [{"id": "k1", "type": "function", "function": {"name": "find_part", "arguments": "{\\"size\\": \\"M6\\"}"}}]}',
    );
  });

  it("splits parallel calls for a family that takes one at a time", () => {
    const calls = ["k1", "k2"].map((id) => ({ tool_call_id: id, tool_name: "find_part", arguments: { size: id } }));
    const results = ["k1", "k2"].map((id) => ({
      tool_call_id: id,
      tool_name: "find_part",
      result: id,
      status: "success" as const,
      duration_ms: null,
    }));
    const parallel = conversation([
      turn(1, "cliente", "Two bolts."),
      turn(2, "asesor", "Checking.", { tool_calls: calls, tool_results: results }),
      turn(3, "asesor", "Both are here."),
    ]);
    const { text, warnings } = renderConversation(parallel, "llama3.1", { ...options, tools: [tool] });
    expect(text.split("<|start_header_id|>ipython<|end_header_id|>")).toHaveLength(3);
    expect(warnings).toContain("parallel tool calls are written one after another");
  });

  it("marks for the loss exactly what the assistant says and the token that ends it", () => {
    const { text, lossSpans } = renderConversation(withCall, "qwen2.5", { ...options, tools: [tool] });
    expect(lossSpans.map(([start, end]) => text.slice(start, end))).toEqual([
      'Checking.\n<tool_call>\n{"name": "find_part", "arguments": {"size": "M6"}}\n</tool_call><|im_end|>',
      "Four left.<|im_end|>",
    ]);
  });

  it("writes one JSON line for the OpenAI API, with arguments as JSON text", () => {
    const { text } = renderConversation(withCall, "openai_api", { ...options, tools: [tool] });
    expect(text).not.toContain("\n");
    const record = JSON.parse(text) as {
      messages: { tool_calls?: { function: { arguments: string } }[] }[];
      tools: object[];
    };
    expect(record.messages[1]?.tool_calls?.[0]?.function.arguments).toBe('{"size": "M6"}');
    expect(record.tools).toHaveLength(1);
  });

  it("renders a real conversation in every format and every mode, parallel calls, text beside them and two users in a row", () => {
    const ids = ["call-1", "call-2"];
    const real = conversation([
      turn(1, "cliente", "Hola"),
      turn(2, "hija", "Buenas"),
      turn(3, "asesor", "Miro.", {
        tool_calls: ids.map((id) => ({ tool_call_id: id, tool_name: "find_part", arguments: { size: id } })),
      }),
      turn(4, "herramienta", "res", {
        tool_results: ids.map((id) => ({
          tool_call_id: id,
          tool_name: "find_part",
          result: { id },
          status: "success" as const,
          duration_ms: null,
        })),
      }),
      turn(5, "asesor", "palabras-finales"),
    ]);
    for (const family of FAMILIES.keys())
      for (const toolMode of TOOL_CALL_MODES) {
        const { text } = renderConversation(real, family, {
          ...options,
          toolMode,
          systemPrompt: "Sé breve.",
          tools: [tool],
          now: "2026-01-15T12:00:00",
        });
        expect(text).toContain("palabras-finales");
        expect(text.includes("find_part")).toBe(toolMode !== "none");
      }
  });

  it("gives Mistral call ids of nine letters and digits, the same in call and result", () => {
    const { text } = renderConversation(withCall, "mistral", { ...options, tools: [tool] });
    const id = /"id": "([A-Za-z0-9]{9})"/.exec(text)?.[1];
    expect(text).toContain(`[TOOL_RESULTS]${id}[TOOL_CONTENT]`);
  });
});
