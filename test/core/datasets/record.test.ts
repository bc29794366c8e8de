import { describe, expect, it } from "vitest";
import {
  type CompletionRecord,
  datasetRecord,
  type MessageRecord,
  type TextRecord,
  toCodePoints,
} from "../../../workers/core/datasets/record.ts";
import { renderFamily } from "../../../workers/core/templates/families.ts";
import { type ChatMessage, TemplateError } from "../../../workers/core/templates/model.ts";

const messages: ChatMessage[] = [
  { role: "user", content: "Hola 🚗" },
  {
    role: "assistant",
    content: "Hola 👋🏽",
    tool_calls: [{ id: "a1", type: "function", function: { name: "f", arguments: { n: 1 } } }],
  },
  { role: "tool", tool_call_id: "a1", name: "f", content: "ok" },
  { role: "assistant", content: "Listo." },
];
const rendered = renderFamily("qwen2.5", { messages });

describe("datasetRecord", () => {
  it("counts the loss spans of a text in code points, as Python slices do", () => {
    const record = datasetRecord(rendered, messages, null, "text") as TextRecord;
    const points = [...record.text];
    expect(record.loss_spans.map(([start, end]) => points.slice(start, end).join(""))).toEqual(
      rendered.lossSpans.map(([start, end]) => rendered.text.slice(start, end)),
    );
    expect(record.loss_spans).not.toEqual(rendered.lossSpans);
  });

  it("gives messages whose fields have one type in every record", () => {
    const record = datasetRecord(rendered, messages, [{ type: "function" }], "messages") as MessageRecord;
    expect(record.messages.map((message) => Object.keys(message))).toEqual(
      Array.from({ length: 4 }, () => ["role", "content", "name", "tool_call_id", "tool_calls"]),
    );
    expect(record.messages[1]?.tool_calls?.[0]?.function.arguments).toBe('{"n": 1}');
    expect(record.tools).toHaveLength(1);
  });

  it("cuts prompt and completion at the last answer", () => {
    const record = datasetRecord(rendered, messages, null, "completion") as CompletionRecord;
    expect(record.completion).toBe("Listo.<|im_end|>");
    expect(record.prompt.endsWith("<|im_start|>assistant\n")).toBe(true);
  });

  it("refuses a completion when nobody answers", () => {
    expect(() => datasetRecord({ text: "x", lossSpans: [], warnings: [] }, [], null, "completion")).toThrow(
      TemplateError,
    );
  });
});

describe("half surrogate pairs", () => {
  it("become U+FFFD in every format, with the spans where they were", () => {
    const broken: ChatMessage[] = [
      { role: "user", content: "a\ud83d" },
      { role: "assistant", content: "b\udc00" },
    ];
    const output = renderFamily("qwen2.5", { messages: broken });
    const text = datasetRecord(output, broken, null, "text") as TextRecord;
    expect(text.text).toContain("a\ufffd<|im_end|>");
    expect([...text.text].slice(...(text.loss_spans[0] ?? [0, 0])).join("")).toBe("b\ufffd<|im_end|>");
    expect((datasetRecord(output, broken, null, "messages") as MessageRecord).messages[1]?.content).toBe("b\ufffd");
  });
});

describe("toCodePoints", () => {
  it("survives lone surrogates", () => {
    expect(
      toCodePoints("\ud83d a 🚗 b", [
        [2, 3],
        [4, 8],
      ]),
    ).toEqual([
      [2, 3],
      [4, 7],
    ]);
  });
});
