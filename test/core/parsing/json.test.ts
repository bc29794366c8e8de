import { describe, expect, it } from "vitest";
import type { ImportFormat } from "../../../workers/contract/import.ts";
import { dialogue, parseText } from "./support.ts";

const MESSAGES = [
  { role: "user", content: "hola" },
  { role: "assistant", content: "buenas" },
];
const TURNS = [["user: hola", "assistant: buenas"]];

const SHAPES: readonly (readonly [name: string, record: unknown, format: string, expected: string[][]])[] = [
  ["OpenAI messages", { messages: MESSAGES }, "openai", TURNS],
  [
    "content parts",
    { messages: [{ role: "user", content: [{ type: "text", text: "hola" }, { type: "image_url" }] }, MESSAGES[1]] },
    "openai",
    TURNS,
  ],
  [
    "ShareGPT",
    {
      conversations: [
        { from: "human", value: "hola" },
        { from: "gpt", value: "buenas" },
      ],
    },
    "sharegpt",
    [["human: hola", "gpt: buenas"]],
  ],
  [
    "ShareGPT with a system prompt",
    { system: "s", conversations: [{ from: "human", value: "hola" }] },
    "sharegpt",
    [["system: s", "human: hola"]],
  ],
  [
    "Alpaca",
    { instruction: "traduce", input: "hola", output: "hi" },
    "alpaca",
    [["user: traduce\n\nhola", "assistant: hi"]],
  ],
  [
    "Alpaca without input",
    { instruction: "saluda", input: "", output: "hola" },
    "alpaca",
    [["user: saluda", "assistant: hola"]],
  ],
  ["prompt and completion", { prompt: "hola", completion: "buenas" }, "prompt_completion", TURNS],
  ["question and answer", { question: "hola", answer: "buenas" }, "prompt_completion", TURNS],
  [
    "prompt and completion as messages",
    { prompt: [MESSAGES[0]], completion: [MESSAGES[1]] },
    "prompt_completion",
    TURNS,
  ],
  ["preference pairs", { prompt: "hola", chosen: MESSAGES, rejected: [] }, "prompt_completion", TURNS],
  [
    "UNCASE",
    {
      conversation_id: "c",
      turnos: [
        { turno: 1, rol: "user", contenido: "hola" },
        { turno: 2, rol: "assistant", contenido: "buenas" },
      ],
    },
    "uncase",
    TURNS,
  ],
  ["webhook payload", { conversations: [{ turns: MESSAGES }, { turns: MESSAGES }] }, "webhook", [...TURNS, ...TURNS]],
  ["turns", { id: "x", turns: MESSAGES }, "webhook", TURNS],
  ["a dataset server's row", { row_idx: 0, row: { messages: MESSAGES } }, "openai", TURNS],
  [
    "a transcript in one text",
    { text: "Human: hola\nAssistant: buenas" },
    "transcript",
    [["Human: hola", "Assistant: buenas"]],
  ],
];

describe("JSON and JSONL", () => {
  it.each(SHAPES)(
    "reads %s from a line, an array, a laid-out text and by its name",
    async (_name, record, format, expected) => {
      const layouts = [
        JSON.stringify(record),
        `${JSON.stringify(record)}\n${JSON.stringify({ messages: MESSAGES })}\n`,
        JSON.stringify([record]),
        JSON.stringify([record, record], null, 2),
        JSON.stringify(record, null, 2),
      ];
      for (const [index, layout] of layouts.entries()) {
        const { conversations, errors } = await parseText(layout);
        expect(errors).toEqual([]);
        expect(dialogue(conversations).slice(0, expected.length)).toEqual(expected);
        expect(conversations).toHaveLength(
          index === 1 || index === 3 ? expected.length + (index === 1 ? 1 : expected.length) : expected.length,
        );
      }
      const { report } = await parseText(layouts[0]!);
      expect(report.format).toBe(format);
      if (format === "webhook" || format === "transcript") return;
      expect(dialogue((await parseText(layouts[0]!, { format: format as ImportFormat })).conversations)).toEqual(
        expected,
      );
    },
  );

  it("lets each line have its own format", async () => {
    const { conversations, report } = await parseText(SHAPES.map(([, record]) => JSON.stringify(record)).join("\n"));
    expect(conversations).toHaveLength(SHAPES.length + 1);
    expect(report.format).toBe("mixed");
  });

  it("refuses other formats when one is asked for", async () => {
    const { conversations, errors } = await parseText('{"messages":[{"role":"user","content":"x"}]}\n', {
      format: "sharegpt",
    });
    expect(conversations).toEqual([]);
    expect(errors).toMatchObject([{ line: 1, error: "record is not in the sharegpt format" }]);
  });

  it("reads a list of messages as one conversation", async () => {
    for (const layout of [
      JSON.stringify(MESSAGES),
      JSON.stringify(MESSAGES, null, 1),
      MESSAGES.map((message) => JSON.stringify(message)).join("\n"),
    ]) {
      expect(dialogue((await parseText(layout)).conversations)).toEqual(TURNS);
    }
    const aliases = [
      { speaker: "Ana", text: "hola" },
      { rol: "Luis", contenido: "sí" },
    ];
    expect(dialogue((await parseText(JSON.stringify(aliases))).conversations)).toEqual([["Ana: hola", "Luis: sí"]]);
  });

  it("groups messages that name their conversation", async () => {
    const rows = [
      { conversation_id: "a", turn_number: 2, role: "x", content: "dos" },
      { conversation_id: "b", turn_number: 1, role: "x", content: "otra" },
      { conversation_id: "a", turn_number: 1, role: "y", content: "uno" },
    ];
    const { conversations } = await parseText(rows.map((row) => JSON.stringify(row)).join("\n"));
    expect(dialogue(conversations)).toEqual([["y: uno", "x: dos"], ["x: otra"]]);
  });

  it("carries tool calls and results of OpenAI messages, and pairs them", async () => {
    const { conversations, errors } = await parseText(
      JSON.stringify({
        messages: [
          { role: "user", content: "busca" },
          {
            role: "assistant",
            content: null,
            tool_calls: [
              { id: "c1", type: "function", function: { name: "buscar", arguments: '{"q":"x"}' } },
              { id: "c2", type: "function", function: { name: "citar", arguments: "no es json" } },
            ],
          },
          { role: "tool", tool_call_id: "c1", content: '{"n":3}' },
          { role: "tool", tool_call_id: "c2", content: "listo" },
          { role: "assistant", content: "hay tres" },
        ],
      }),
    );
    expect(errors).toEqual([]);
    expect(conversations[0]!.turns).toMatchObject([
      { role: "user" },
      {
        role: "assistant",
        text: "",
        toolCalls: [
          { tool_call_id: "c1", tool_name: "buscar", arguments: { q: "x" } },
          { tool_call_id: "c2", tool_name: "citar", arguments: { raw: "no es json" } },
        ],
      },
      { role: "tool", text: "", toolResults: [{ tool_call_id: "c1", tool_name: "buscar", result: { n: 3 } }] },
      { role: "tool", toolResults: [{ tool_call_id: "c2", tool_name: "citar", result: "listo" }] },
      { text: "hay tres" },
    ]);
  });

  it("carries function calls and observations of ShareGPT", async () => {
    const { conversations, errors } = await parseText(
      JSON.stringify({
        conversations: [
          { from: "human", value: "busca" },
          { from: "function_call", value: '{"name":"buscar","arguments":{"q":1}}' },
          { from: "observation", value: '{"n":3}' },
          { from: "gpt", value: "tres" },
        ],
      }),
    );
    expect(errors).toEqual([]);
    expect(conversations[0]!.turns).toMatchObject([
      { role: "user" },
      { role: "assistant", toolCalls: [{ tool_call_id: "call_1", tool_name: "buscar", arguments: { q: 1 } }] },
      { role: "tool", toolResults: [{ tool_call_id: "call_1", tool_name: "buscar", result: { n: 3 } }] },
      { role: "assistant", text: "tres" },
    ]);
  });

  it("keeps a person's name beside a stated side as the speaker", async () => {
    const { conversations } = await parseText(
      JSON.stringify({ messages: [{ role: "user", name: "Ana Ruiz", content: "hola" }] }),
    );
    expect(conversations[0]!.turns[0]).toMatchObject({ speaker: "Ana Ruiz", role: "user" });
  });

  it("reports bad lines and bad messages and imports the rest", async () => {
    const { conversations, errors } = await parseText(
      [
        JSON.stringify({ messages: MESSAGES }),
        '{"messages": [',
        "[]",
        "42",
        '{"otra": "cosa"}',
        '{"messages": []}',
        JSON.stringify({ messages: [MESSAGES[0], { role: "user", content: "" }, "x", MESSAGES[1]] }),
      ].join("\n"),
    );
    expect(errors.map(({ line, column }) => [line, column])).toEqual([
      [2, null],
      [4, null],
      [5, null],
      [6, "messages"],
      [7, "messages[1]"],
      [7, "messages[2]"],
    ]);
    expect(errors[0]!.error).toContain("invalid JSON");
    expect(errors[2]!.error).toContain("Cannot detect");
    expect(dialogue(conversations)).toEqual([...TURNS, ...TURNS]);
  });

  it("recovers the whole lines after a value that never ends", async () => {
    const good = JSON.stringify({ messages: MESSAGES });
    const { conversations, errors } = await parseText(
      `[\n${good},\n{"messages": [{"role": "user",\n${good},\n${good}\n]`,
    );
    expect(conversations).toHaveLength(3);
    expect(errors).toMatchObject([{ line: 3, error: "the file ends inside a value" }]);
  });

  it("numbers the lines of laid-out values", async () => {
    const { conversations } = await parseText(
      JSON.stringify([{ messages: MESSAGES }, { messages: MESSAGES }], null, 2),
    );
    expect(conversations.map((conversation) => conversation.line)).toEqual([2, 14]);
  });

  it("refuses deep nesting before parsing it", async () => {
    const deep = `{"messages":[{"role":"user","content":${"[".repeat(100_000)}${"]".repeat(100_000)}}]}`;
    const { errors } = await parseText(`${deep}\n${JSON.stringify({ messages: MESSAGES })}\n`);
    expect(errors).toMatchObject([{ line: 1, error: "invalid JSON: nested deeper than 64 levels" }]);
  });

  it("drops prototype keys, lone surrogates and NUL, and refuses numbers that overflow", async () => {
    const { conversations, errors } = await parseText(
      [
        '{"messages":[{"role":"user","content":"a\\u0000b\\ud800c"}],"metadata":{"__proto__":{"admin":true},"constructor":"x","ok":1}}',
        '{"messages":[{"role":"assistant","tool_calls":[{"id":"1","function":{"name":"f","arguments":{"__proto__":{"admin":true},"x":1}}}]}]}',
        '{"messages":[{"role":"assistant","tool_calls":[{"id":"1","function":{"name":"f","arguments":{"x":1e309}}}]}]}',
      ].join("\n"),
    );
    expect(conversations[0]!.turns[0]!.text).toBe("ab\ufffdc");
    expect(conversations[0]!.metadata).toEqual({ ok: "1" });
    expect(Object.keys(conversations[1]!.turns[0]!.toolCalls[0]!.arguments)).toEqual(["x"]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(errors).toMatchObject([{ line: 3, error: "number out of range" }]);
  });
});
