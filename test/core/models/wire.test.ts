import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADAPTERS } from "../../../workers/core/models/adapters.ts";
import { completeAnswer, createAssembler } from "../../../workers/core/models/assemble.ts";
import type { ChatEvent, ChatMessage, ChatRequest } from "../../../workers/core/models/chat.ts";
import { createLineReader, createSseReader } from "../../../workers/core/models/sse.ts";
import { type DecodedAnswer, Untranslatable, type Wire } from "../../../workers/core/models/wire/wire.ts";
import type { FakeAnswer } from "../../fakes/provider/answers.ts";
import { WIRES } from "../../fakes/provider/wires.ts";

const SEED = 20_261_121;
const encoder = new TextEncoder();

/** The fake provider's side of each format beside ours. */
const FORMATS: [string, string, Wire][] = [
  ["OpenAI's chat", "/v1/chat/completions", ADAPTERS.openai.wire],
  ["Anthropic's messages", "/v1/messages", ADAPTERS.anthropic.wire],
  ["Ollama's chat", "/api/chat", ADAPTERS.ollama.wire],
];

const BODY = { model: "m", stream_options: { include_usage: true } };
const COUNTS = { input: 12, output: 34 };

function decodeStream(wire: Wire, text: string, cuts: readonly number[]): ChatEvent[] {
  const reader = wire.framing === "sse" ? createSseReader() : createLineReader();
  const decoder = wire.createDecoder();
  const bytes = encoder.encode(text);
  const ends = [...new Set(cuts)].filter((cut) => cut > 0 && cut < bytes.length).toSorted((a, b) => a - b);
  const frames = [...ends, bytes.length].flatMap(
    (end, index) => reader.push(bytes.subarray(index === 0 ? 0 : ends[index - 1]!, end)) ?? [],
  );
  frames.push(...(reader.end() ?? []));
  return [...frames.flatMap((frame) => decoder.push(frame)), ...decoder.end()];
}

function assemble(events: readonly ChatEvent[]): DecodedAnswer {
  const assembler = createAssembler();
  for (const event of events) assembler.push(event);
  return assembler.answer();
}

const callOf = fc.record({
  id: fc.stringMatching(/^call_[a-z0-9]{4}$/),
  name: fc.constantFrom("search", "book_visit"),
  arguments: fc
    .dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.oneof(fc.string(), fc.integer()))
    .map((args) => JSON.stringify(args)),
});
const answer: fc.Arbitrary<FakeAnswer> = fc
  .record({
    text: fc.string({ unit: "binary", maxLength: 80 }),
    calls: fc.array(callOf, { maxLength: 3 }),
    finish: fc.constantFrom("stop" as const, "length" as const),
  })
  .map(({ text, calls, finish }) => ({
    text: text.toWellFormed(),
    reasoning: "",
    calls,
    finish: calls.length > 0 ? ("tool_calls" as const) : finish,
  }));

const user = (text: string): ChatMessage => ({ role: "user", parts: [{ type: "text", text }] });

describe.each(FORMATS)("%s", (_name, path, wire) => {
  const fake = WIRES[path]!;

  it("streamed gives the same answer as whole, wherever the bytes are cut", () => {
    fc.assert(
      fc.property(answer, fc.array(fc.nat({ max: 4000 }), { maxLength: 20 }), (given, cuts) => {
        const whole = wire.decodeChat(JSON.parse(JSON.stringify(fake.whole(given, BODY, COUNTS, "id"))))!;
        const streamed = assemble(decodeStream(wire, fake.stream(given, BODY, COUNTS, "id").join(""), cuts));
        expect(streamed).toEqual(whole);
        expect(whole.usage).toEqual({ inputTokens: 12, outputTokens: 34, cachedInputTokens: 0, estimated: false });
        const [choice] = whole.choices;
        const text = choice!.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");
        expect(text).toBe(given.text);
        expect(choice!.finishReason).toBe(given.finish);
        const calls = choice!.parts.filter((part) => part.type === "tool_call");
        expect(calls.map(({ name, arguments: args }) => [name, JSON.parse(args)])).toEqual(
          given.calls.map((call) => [call.name, JSON.parse(call.arguments)]),
        );
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it("that breaks off is an error, never a shorter answer", () => {
    const given: FakeAnswer = {
      text: "a long enough answer to cut somewhere",
      reasoning: "",
      calls: [],
      finish: "stop",
    };
    const text = fake.stream(given, BODY, COUNTS, "id").join("");
    const ending = text.search(/"finish_reason":"stop"|"stop_reason":"end_turn"|"done":true/);
    for (let length = 0; length < ending; length += 7) {
      const events = decodeStream(wire, text.slice(0, length), []);
      expect([length, events.at(-1)?.type]).toEqual([length, "error"]);
    }
  });

  it("never throws on what it cannot read, and says so", () => {
    const hostile = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom(
        "null",
        "[]",
        '{"choices":[null,1,{"delta":{"tool_calls":[null,{"function":1}]}}]}',
        '{"type":"content_block_delta","index":-1,"delta":null}',
        '{"type":"message_delta","usage":5,"delta":[]}',
        '{"message":[],"done":"yes"}',
        '{"choices":[{"index":1e9,"delta":{"content":[{"text":{}}]}}]}',
        '{"__proto__":{"finish_reason":"stop"}}',
      ),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (frames) => {
        const decoder = wire.createDecoder();
        const events = [...frames.flatMap((data) => decoder.push({ event: "", data })), ...decoder.end()];
        expect(() => assemble(events)).not.toThrow();
        for (const text of frames) {
          let body: unknown;
          try {
            body = JSON.parse(text);
          } catch {
            continue;
          }
          expect(() => wire.decodeChat(body)).not.toThrow();
          expect(() => wire.decodeModels(body)).not.toThrow();
          expect(() => wire.decodeEmbeddings(body, 2)).not.toThrow();
        }
      }),
      { seed: SEED, numRuns: 400 },
    );
    expect(wire.createDecoder().push({ event: "", data: "{" })).toMatchObject([{ type: "error", kind: "malformed" }]);
  });

  it("says what went wrong in a stream by its kind and without a word of the provider's", () => {
    const data = JSON.stringify({ type: "error", error: { type: "overloaded_error", message: "planted" } });
    const [event] = wire.createDecoder().push({ event: "error", data });
    expect(event).toMatchObject({ type: "error", kind: "overloaded" });
    expect(JSON.stringify(event)).not.toContain("planted");
  });
});

const CONVERSATION: ChatRequest = {
  model: "m",
  messages: [
    { role: "system", parts: [{ type: "text", text: "be brief" }] },
    user("price?"),
    {
      role: "assistant",
      parts: [
        { type: "text", text: "let me see" },
        { type: "tool_call", id: "c1", name: "search", arguments: '{"q":"x"}' },
      ],
    },
    {
      role: "tool",
      parts: [{ type: "tool_result", callId: "c1", isError: true, parts: [{ type: "text", text: "none" }] }],
    },
    user("thanks"),
  ],
  tools: [
    { name: "search", description: "finds", parameters: { type: "object", properties: { q: { type: "string" } } } },
  ],
  toolChoice: { name: "search" },
  parallelToolCalls: false,
  maxTokens: 50,
  temperature: 1.5,
  stop: ["END"],
  responseFormat: { type: "json_schema", name: "answer", schema: { type: "object" }, strict: true },
};

describe("a request", () => {
  it("in OpenAI's words keeps tools, results, choice and schema", () => {
    expect(ADAPTERS.vllm.wire.encodeChat(CONVERSATION, ADAPTERS.vllm, true)).toEqual({
      model: "m",
      messages: [
        { role: "system", content: "be brief" },
        { role: "user", content: "price?" },
        {
          role: "assistant",
          content: "let me see",
          tool_calls: [{ id: "c1", type: "function", function: { name: "search", arguments: '{"q":"x"}' } }],
        },
        { role: "tool", tool_call_id: "c1", content: "Error: none" },
        { role: "user", content: "thanks" },
      ],
      max_tokens: 50,
      temperature: 1.5,
      stop: ["END"],
      response_format: {
        type: "json_schema",
        json_schema: { name: "answer", schema: { type: "object" }, strict: true },
      },
      tools: [
        {
          type: "function",
          function: {
            name: "search",
            description: "finds",
            parameters: { type: "object", properties: { q: { type: "string" } } },
          },
        },
      ],
      tool_choice: { type: "function", function: { name: "search" } },
      parallel_tool_calls: false,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it("in Anthropic's words asks for JSON without a schema in the system text, and refuses names of speakers", () => {
    const { wire } = ADAPTERS.anthropic;
    const asked = { ...CONVERSATION, responseFormat: { type: "json_object" as const } };
    expect(wire.encodeChat(asked, ADAPTERS.anthropic, false)["system"]).toEqual([
      { type: "text", text: "be brief" },
      { type: "text", text: expect.stringContaining("JSON object") as string },
    ]);
    const named = { ...CONVERSATION, messages: [{ ...user("hi"), name: "ana" }] };
    expect(() => wire.encodeChat(named, ADAPTERS.anthropic, false)).toThrow("name of a speaker");
  });

  it("in Anthropic's words puts system text apart, merges neighbours, and clamps the temperature", () => {
    const request = { ...CONVERSATION, model: "claude-haiku-4-5" };
    const body = ADAPTERS.anthropic.wire.encodeChat(request, ADAPTERS.anthropic, false);
    expect(body).toMatchObject({
      max_tokens: 50,
      temperature: 1,
      system: [{ type: "text", text: "be brief" }],
      stop_sequences: ["END"],
      tool_choice: { type: "tool", name: "search", disable_parallel_tool_use: true },
      output_config: { format: { type: "json_schema", schema: { type: "object" } } },
    });
    expect(body["messages"]).toEqual([
      { role: "user", content: [{ type: "text", text: "price?" }] },
      {
        role: "assistant",
        content: [
          { type: "text", text: "let me see" },
          { type: "tool_use", id: "c1", name: "search", input: { q: "x" } },
        ],
      },
      {
        role: "user",
        content: [
          { type: "tool_result", tool_use_id: "c1", content: [{ type: "text", text: "none" }], is_error: true },
          { type: "text", text: "thanks" },
        ],
      },
    ]);
  });

  it("in Ollama's words names the tool of a result and puts options apart", () => {
    const body = ADAPTERS.ollama.wire.encodeChat(CONVERSATION, ADAPTERS.ollama, true);
    expect(body).toMatchObject({
      options: { temperature: 1.5, num_predict: 50, stop: ["END"] },
      format: { type: "object" },
      stream: true,
    });
    expect((body["messages"] as unknown[])[3]).toEqual({ role: "tool", content: "Error: none", tool_name: "search" });
  });

  it("of Workers AI has no model in its body and the schema without OpenAI's wrapping", () => {
    const body = ADAPTERS.workers_ai.wire.encodeChat(CONVERSATION, ADAPTERS.workers_ai, true);
    expect(body).not.toHaveProperty("model");
    expect(body["response_format"]).toEqual({ type: "json_schema", json_schema: { type: "object" } });
  });

  it("leaves sampling out for models that refuse it", () => {
    const sent = (type: "openai" | "anthropic", model: string) =>
      ADAPTERS[type].wire.encodeChat({ ...CONVERSATION, model, topP: 0.9 }, ADAPTERS[type], false);
    for (const model of ["gpt-5.4-mini", "gpt-6-luna", "o3", "gpt-10"]) {
      expect(sent("openai", model)).not.toHaveProperty("temperature");
    }
    for (const model of ["gpt-4o", "gpt-4.1-mini", "gpt-5-chat-latest"]) {
      expect(sent("openai", model)).toMatchObject({ temperature: 1.5, top_p: 0.9, max_completion_tokens: 50 });
    }
    for (const model of ["claude-opus-4-7", "claude-sonnet-5-5", "claude-haiku-5-5", "claude-fable-5"]) {
      expect(sent("anthropic", model)).not.toHaveProperty("temperature");
      expect(sent("anthropic", model)).not.toHaveProperty("top_p");
    }
    for (const model of ["claude-opus-4-6", "claude-sonnet-4-5-20250929", "claude-3-5-haiku-latest"]) {
      expect(sent("anthropic", model)).toMatchObject({ temperature: 1 });
      expect(sent("anthropic", model)).not.toHaveProperty("top_p");
    }
  });

  it("that a format has no words for is refused by name, without quoting it", () => {
    const picture = (url: string): ChatRequest => ({
      model: "m",
      messages: [{ role: "user", parts: [{ type: "image", url }] }],
    });
    const broken: ChatRequest = {
      model: "m",
      messages: [{ role: "assistant", parts: [{ type: "tool_call", id: "1", name: "f", arguments: "{planted" }] }],
    };
    const refused: [Wire, ChatRequest][] = [
      [ADAPTERS.ollama.wire, picture("https://a.example/planted.png")],
      [ADAPTERS.anthropic.wire, broken],
      [ADAPTERS.anthropic.wire, { ...CONVERSATION, choices: 2 }],
      [ADAPTERS.openai.wire, { model: "m", messages: [{ role: "tool", parts: [{ type: "text", text: "planted" }] }] }],
    ];
    for (const [wire, request] of refused) {
      try {
        wire.encodeChat(request, ADAPTERS.openai, false);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(Untranslatable);
        expect((error as Error).message).not.toContain("planted");
      }
    }
    const inline = ADAPTERS.ollama.wire.encodeChat(picture("data:image/png;base64,AAAA"), ADAPTERS.ollama, false);
    expect(inline["messages"]).toEqual([{ role: "user", content: "", images: ["AAAA"] }]);
  });
});

describe("an answer of Workers AI", () => {
  const wire = ADAPTERS.workers_ai.wire;

  it("is read in its own shape, parsed or not, and in OpenAI's", () => {
    const text = (body: unknown) => wire.decodeChat(body)?.choices[0]?.parts;
    expect(text({ response: "hi" })).toEqual([{ type: "text", text: "hi" }]);
    expect(text({ response: { a: 1 } })).toEqual([{ type: "text", text: '{"a":1}' }]);
    expect(text({ choices: [{ message: { content: "hi" } }] })).toEqual([{ type: "text", text: "hi" }]);
    expect(text({ tool_calls: [{ name: "f", arguments: { q: 1 } }] })).toEqual([
      { type: "tool_call", id: "call_0", name: "f", arguments: '{"q":1}' },
    ]);
    expect(wire.decodeChat({})).toBeNull();
  });

  it("streams in both shapes", () => {
    const own =
      'data: {"response":"he"}\n\ndata: {"response":"y","usage":{"prompt_tokens":1,"completion_tokens":2}}\n\n';
    expect(assemble(decodeStream(wire, `${own}data: [DONE]\n\n`, [9]))).toMatchObject({
      choices: [{ parts: [{ type: "text", text: "hey" }], finishReason: "stop" }],
      usage: { outputTokens: 2 },
    });
    expect(decodeStream(wire, own, []).at(-1)).toMatchObject({ type: "error" });
    const given: FakeAnswer = { text: "hey", reasoning: "", calls: [], finish: "stop" };
    const open = WIRES["/v1/chat/completions"]!.stream(given, BODY, COUNTS, "id").join("");
    expect(assemble(decodeStream(wire, open, [30])).choices[0]!.parts).toEqual([{ type: "text", text: "hey" }]);
  });
});

describe("OpenAI's stream", () => {
  const wire = ADAPTERS.custom.wire;

  it("may lack [DONE] and usage: the counts are then estimated and say so", () => {
    const chunk = (delta: object, finish: string | null) =>
      `data: ${JSON.stringify({ id: "1", model: "", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    const decoded = assemble(decodeStream(wire, chunk({ content: "12345678" }, null) + chunk({}, "stop"), []));
    expect(decoded.usage).toBeNull();
    const complete = completeAnswer(decoded, { model: "asked", messages: [user("abcd")] });
    expect(complete).toMatchObject({ model: "asked", usage: { inputTokens: 5, outputTokens: 2, estimated: true } });
  });

  it("keeps choices and tool calls apart, with and without an index", () => {
    const calls = (...list: object[]) =>
      `data: ${JSON.stringify({ choices: [{ index: 1, delta: { tool_calls: list }, finish_reason: null }] })}\n\n`;
    const text =
      calls(
        { id: "a", function: { name: "f", arguments: '{"x"' } },
        { id: "b", function: { name: "g", arguments: "{}" } },
      ) +
      calls({ id: "a", function: { arguments: ":1}" } }) +
      'data: {"choices":[{"index":0,"delta":{"content":"zero"}},{"index":1,"finish_reason":"tool_calls"}]}\n\n';
    expect(assemble(decodeStream(wire, text, [])).choices).toEqual([
      { parts: [{ type: "text", text: "zero" }], finishReason: "stop" },
      {
        parts: [
          { type: "tool_call", id: "a", name: "f", arguments: '{"x":1}' },
          { type: "tool_call", id: "b", name: "g", arguments: "{}" },
        ],
        finishReason: "tool_calls",
      },
    ]);
  });
});

describe("embeddings and models", () => {
  it("come back in order, and only as many as were asked for", () => {
    const { wire } = ADAPTERS.openai;
    const data = [
      { index: 1, embedding: [0, 1] },
      { index: 0, embedding: [1, 0] },
    ];
    expect(wire.decodeEmbeddings({ data }, 2)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(wire.decodeEmbeddings({ data }, 3)).toBeNull();
    expect(wire.decodeEmbeddings({ data: [{ embedding: ["x"] }] }, 1)).toBeNull();
    expect(ADAPTERS.ollama.wire.decodeModels({ models: [{ name: "a" }, {}] })).toEqual(["a"]);
    expect(wire.decodeModels({ error: "x" })).toBeNull();
  });
});
