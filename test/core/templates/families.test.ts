import { describe, expect, it } from "vitest";
import { FAMILIES, listTemplates, renderFamily } from "../../../workers/core/templates/families.ts";
import { type ChatMessage, TemplateError } from "../../../workers/core/templates/model.ts";

const NOW = "2026-01-15T12:00:00";
const DATA_FORMATS = new Set(["openai_api", "sharegpt"]);
const PRODUCT_NAMES =
  "chatml llama llama4 qwen mistral nemotron harmony command moonshot minimax deepseek gemma phi hermes glm granite smollm openai_api alpaca sharegpt vicuna".split(
    " ",
  );
const plain: ChatMessage[] = [
  { role: "system", content: "Eres un asesor." },
  { role: "user", content: "pregunta-uno" },
  { role: "assistant", content: "respuesta-uno 🚗" },
  { role: "user", content: "pregunta-dos" },
  { role: "assistant", content: "respuesta-dos" },
];
const tools = [
  { type: "function", function: { name: "f", description: "d", parameters: { type: "object", properties: {} } } },
];

/** The plain conversation as the family can hold it. */
function plainFor(name: string): ChatMessage[] {
  return FAMILIES.get(name)?.refusesSystem === true ? plain.slice(1) : plain;
}

function warningsOf(family: string, messages: ChatMessage[], given: object[] | null = null): string {
  return renderFamily(family, { messages, tools: given, now: NOW }).warnings.join("; ");
}

describe("the table of families", () => {
  it.each(PRODUCT_NAMES)("has %s, with the revision that it matches", (name) => {
    expect(FAMILIES.get(name)?.revision).toMatch(/\S/);
  });

  it("lists every name once, as the API shows it", () => {
    const listed = listTemplates();
    expect(listed.map((row) => row.name)).toEqual([...FAMILIES.keys()]);
    expect(listed.find((row) => row.name === "llama")).toMatchObject({
      display_name: "Llama 3.1",
      supports_tool_calls: true,
    });
  });

  it.each(["nope", "__proto__", "constructor", ""])("refuses the unknown name %j", (name) => {
    expect(() => renderFamily(name, { messages: plain })).toThrow(TemplateError);
  });
});

describe("loss spans", () => {
  it.each([...FAMILIES.keys()].filter((name) => !DATA_FORMATS.has(name)))(
    "of %s hold each answer and nothing that another side says",
    (name) => {
      const { text, lossSpans } = renderFamily(name, {
        messages: plainFor(name),
        tools: name.startsWith("hermes") ? tools : null,
        now: NOW,
      });
      const spans = lossSpans.map(([start, end]) => text.slice(start, end));
      expect(spans).toHaveLength(2);
      expect(spans[0]).toContain("respuesta-uno 🚗");
      expect(spans[1]).toContain("respuesta-dos");
      for (const said of ["Eres un asesor.", "pregunta-uno", "pregunta-dos"])
        expect(spans.join("")).not.toContain(said);
    },
  );

  it.each([
    ["llama3.1", "respuesta-dos<|eot_id|>"],
    ["qwen3", "respuesta-dos<|im_end|>"],
    ["mistral", "respuesta-dos</s>"],
    ["gemma", "respuesta-dos<end_of_turn>"],
    ["deepseek", "respuesta-dos<｜end▁of▁sentence｜>"],
    ["minimax", "respuesta-dos[e~["],
    ["nemotron-3-nano", "respuesta-dos<|im_end|>"],
    ["smollm", "respuesta-dos<|im_end|>"],
  ])("of %s are exactly the answer and its end token, without an empty think block", (name, expected) => {
    const { text, lossSpans } = renderFamily(name, { messages: plain, now: NOW });
    expect(text.slice(...(lossSpans.at(-1) ?? [0, 0]))).toBe(expected);
  });

  it("leave tool results outside, also where they stand inside the model's turn", () => {
    const messages: ChatMessage[] = [
      { role: "user", content: "u" },
      {
        role: "assistant",
        content: "",
        tool_calls: [{ id: "a12345678", type: "function", function: { name: "f", arguments: { q: "llamada" } } }],
      },
      { role: "tool", tool_call_id: "a12345678", name: "f", content: "resultado-secreto" },
      { role: "assistant", content: "fin" },
    ];
    for (const name of [
      "gemma4",
      "qwen3",
      "llama3.1",
      "mistral-v7-tekken",
      "glm-4.6",
      "kimi-k2",
      "command-a-tool",
      "deepseek-v3.1",
      "minimax-m2",
      "nemotron-nano-v2",
    ]) {
      const { text, lossSpans } = renderFamily(name, { messages, tools, now: NOW });
      const spoken = lossSpans.map(([start, end]) => text.slice(start, end)).join("");
      expect(text).toContain("resultado-secreto");
      expect(spoken).toContain("llamada");
      expect(spoken).not.toContain("resultado-secreto");
    }
  });

  it("of GLM end with the token that opens the next side's turn, which is what the model stops with", () => {
    const { text, lossSpans } = renderFamily("glm-4.6", { messages: plain });
    expect(text.slice(...(lossSpans[0] ?? [0, 0]))).toBe("respuesta-uno 🚗<|user|>");
  });
});

describe("what a template silently loses is a warning", () => {
  const call = { id: "a", type: "function", function: { name: "f", arguments: {} } };
  const beside: ChatMessage[] = [
    { role: "user", content: "u" },
    { role: "assistant", content: "texto", tool_calls: [call] },
    { role: "tool", tool_call_id: "a", name: "f", content: "r" },
    { role: "assistant", content: "fin" },
  ];

  it.each([
    ["llama3.1", "the text beside a tool call"],
    ["harmony", "is not rendered once an answer follows"],
    ["command", "the text beside a tool call"],
    ["hermes", "the text beside a tool call"],
    ["chatml", "tool calls are not rendered"],
    ["phi4", "tool calls are not rendered"],
    ["smollm3", "tool calls are not rendered"],
    ["granite", "tool calls are not rendered"],
    ["deepseek", "tool definitions are not rendered"],
  ])("%s", (family, expected) => {
    expect(warningsOf(family, beside, tools)).toContain(expected);
  });

  it.each(["chatml", "glm"])("the end token that %s leaves out after the last answer", (family) => {
    expect(warningsOf(family, plain)).toContain("without its end token");
    expect(renderFamily(family, { messages: plain, addGenerationPrompt: true }).warnings).toEqual([]);
  });

  it("reasoning that is dropped", () => {
    const reasoned: ChatMessage[] = [
      { role: "user", content: "u" },
      { role: "assistant", content: "uno", reasoning_content: "porque" },
      { role: "user", content: "v" },
      { role: "assistant", content: "dos" },
    ];
    for (const family of [
      "llama",
      "qwen2.5",
      "qwen3",
      "qwen3.6",
      "glm",
      "minimax",
      "nemotron-3-nano",
      "gemma4",
      "command",
    ])
      expect(warningsOf(family, reasoned)).toContain("reasoning");
  });

  it("the first of parallel calls is all that harmony renders", () => {
    expect(
      warningsOf("harmony", [
        { role: "user", content: "u" },
        { role: "assistant", content: "", tool_calls: [call, call] },
      ]),
    ).toContain("only the first");
  });
});

describe("input", () => {
  it("reads null beside a call as no text", () => {
    const messages: ChatMessage[] = [
      { role: "user", content: "u" },
      {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "a12345678", type: "function", function: { name: "f", arguments: "{}" } }],
      },
    ];
    for (const name of FAMILIES.keys()) {
      if (FAMILIES.get(name)?.alternates === true && name !== "mistral-nemo") continue;
      expect(renderFamily(name, { messages, tools, now: NOW }).text).not.toContain("None");
    }
  });

  it("never mutates the caller's messages", () => {
    const frozen = JSON.stringify(plain);
    for (const name of FAMILIES.keys()) renderFamily(name, { messages: plainFor(name), tools, now: NOW });
    expect(JSON.stringify(plain)).toBe(frozen);
  });
});
