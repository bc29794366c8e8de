import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../workers/contract/ids.ts";
import { AppError } from "../../../workers/contract/error.ts";
import type { AnswerContext, Dialect, Frame } from "../../../workers/core/gateway/dialects/dialect.ts";
import { encodeError } from "../../../workers/core/gateway/dialects/errors.ts";
import { DIALECTS } from "../../../workers/core/gateway/dialects/table.ts";
import { ADAPTERS } from "../../../workers/core/models/adapters.ts";
import { createAssembler } from "../../../workers/core/models/assemble.ts";
import type { ChatAnswer, ChatEvent, ChatMessage, ChatPart, ChatRequest } from "../../../workers/core/models/chat.ts";

const SEED = 20_261_121;
const RUNS = 150;
const context: AnswerContext = { id: "0".repeat(32), createdS: 1_700_000_000, model: "asked", includeUsage: true };

const text = fc.string({ minLength: 1, maxLength: 30 });
const name = fc.stringMatching(/^[a-z_]{1,12}$/);
const argumentsText = fc
  .dictionary(name, fc.oneof(text, fc.integer(), fc.boolean()))
  .map((value) => JSON.stringify(value));
const textPart = text.map((value): ChatPart => ({ type: "text", text: value }));
const imagePart = fc.constantFrom<ChatPart>(
  { type: "image", url: "https://images.example/a.png" },
  { type: "image", url: "data:image/png;base64,aGVsbG8=" },
);
const call = fc.record({ type: fc.constant("tool_call" as const), id: name, name, arguments: argumentsText });

/** Turns of a conversation that every dialect can express: a call is followed by its result. */
const turn = fc.oneof(
  fc
    .array(fc.oneof(textPart, imagePart), { minLength: 1, maxLength: 3 })
    .map((parts): ChatMessage[] => [{ role: "user", parts }]),
  textPart.map((part): ChatMessage[] => [{ role: "assistant", parts: [part] }]),
  fc.tuple(text, call, text).map(([said, called, result]): ChatMessage[] => [
    { role: "assistant", parts: [{ type: "text", text: said }, called] },
    {
      role: "tool",
      parts: [{ type: "tool_result", callId: called.id, parts: [{ type: "text", text: result }], isError: false }],
    },
  ]),
);

const request = fc
  .record({
    system: fc.option(text, { nil: null }),
    turns: fc.array(turn, { minLength: 1, maxLength: 6 }),
    tools: fc.option(
      fc.array(
        fc.record({
          name,
          description: fc.option(text, { nil: null }),
          parameters: fc.constant<JsonObject>({ type: "object", properties: { a: { type: "string" } } }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      { nil: undefined },
    ),
    toolChoice: fc.constantFrom<ChatRequest["toolChoice"]>(undefined, "auto", "none", "required", { name: "a" }),
    maxTokens: fc.integer({ min: 1, max: 9999 }),
    temperature: fc.option(
      fc.integer({ min: 0, max: 10 }).map((value) => value / 10),
      { nil: undefined },
    ),
    stop: fc.option(fc.array(text, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  })
  .map(({ system, turns, tools, toolChoice, temperature, stop, maxTokens }): ChatRequest => {
    const messages: ChatMessage[] = [
      ...(system === null ? [] : [{ role: "system" as const, parts: [{ type: "text" as const, text: system }] }]),
      ...turns.flat(),
    ];
    return {
      // A model of the generation that still takes sampling parameters.
      model: "claude-3-haiku",
      messages,
      maxTokens,
      ...(tools === undefined ? {} : { tools }),
      ...(tools === undefined || toolChoice === undefined ? {} : { toolChoice }),
      ...(temperature === undefined ? {} : { temperature }),
      ...(stop === undefined ? {} : { stop }),
    };
  });

/** Neighbours of one speaker are one message in some formats: compared joined. */
function joined({ messages }: ChatRequest): { role: string; parts: ChatPart[] }[] {
  const out: { role: string; parts: ChatPart[] }[] = [];
  for (const { role, parts } of messages) {
    const last = out.at(-1);
    if (last?.role === role) last.parts.push(...parts);
    else out.push({ role, parts: [...parts] });
  }
  return out;
}

const answerParts = fc
  .record({
    reasoning: fc.option(text, { nil: null }),
    said: fc.option(text, { nil: null }),
    calls: fc.uniqueArray(call, { maxLength: 3, selector: (each) => each.id }),
  })
  .map(({ reasoning, said, calls }): ChatPart[] => [
    ...(reasoning === null ? [] : [{ type: "reasoning" as const, text: reasoning, signature: "s1gn" }]),
    ...(said === null ? [] : [{ type: "text" as const, text: said }]),
    ...calls,
  ]);
const usage = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000)).map(([fresh, outputTokens, cachedInputTokens]) => ({
  inputTokens: fresh + cachedInputTokens,
  outputTokens,
  cachedInputTokens,
  estimated: false,
}));
const answer = fc.record({ parts: answerParts, usage }).map(({ parts, usage: counts }): ChatAnswer => ({
  id: "answer_1",
  model: "asked",
  choices: [{ parts, finishReason: parts.some(({ type }) => type === "tool_call") ? "tool_calls" : "stop" }],
  usage: counts,
}));

/** OpenAI's chat has no place for a signature. */
const unsigned = (parts: readonly ChatPart[]): ChatPart[] =>
  parts.map((part) => (part.type === "reasoning" ? { type: "reasoning", text: part.text } : part));

/** The events of an answer, its texts and arguments cut into pieces. */
function toEvents(value: ChatAnswer, cut: number): ChatEvent[] {
  const events: ChatEvent[] = [{ type: "start", id: value.id, model: value.model }];
  const pieces = (whole: string): string[] => {
    const out: string[] = [];
    for (let start = 0; start < whole.length; start += cut) out.push(whole.slice(start, start + cut));
    return out;
  };
  for (const [choice, { parts, finishReason }] of value.choices.entries()) {
    let index = 0;
    for (const part of parts) {
      if (part.type === "text" || part.type === "refusal" || part.type === "reasoning") {
        for (const piece of pieces(part.text)) events.push({ type: part.type, choice, text: piece });
        if (part.type === "reasoning" && part.signature !== undefined) {
          events.push({ type: "reasoning", choice, text: "", signature: part.signature });
        }
      } else if (part.type === "tool_call") {
        events.push({ type: "tool_call", choice, index, id: part.id, name: part.name, arguments: "" });
        for (const piece of pieces(part.arguments)) {
          events.push({ type: "tool_call", choice, index, arguments: piece });
        }
        index += 1;
      }
    }
    events.push({ type: "finish", choice, reason: finishReason });
  }
  events.push({ type: "usage", usage: value.usage });
  return events;
}

function framesOf(dialect: Dialect, events: readonly ChatEvent[]): Frame[] {
  const encoder = dialect.stream(context);
  return [...events.flatMap((event) => encoder.push(event)), ...encoder.end()];
}

const PAIRS = [
  { client: "openai-chat", provider: "openai" },
  { client: "anthropic-messages", provider: "anthropic" },
] as const;

describe.each(PAIRS)("the $client dialect and the wire format of $provider", ({ client, provider }) => {
  const dialect = DIALECTS[client];
  const adapter = { ...ADAPTERS[provider], takesSampling: /^/ };

  it("read a request back as it was written", () => {
    fc.assert(
      fc.property(request, (given) => {
        const read = dialect.decode(adapter.wire.encodeChat(given, adapter, false));
        expect(joined(read)).toEqual(joined(given));
        const { messages: _read, ...settings } = read;
        const { messages: _given, ...expected } = given;
        expect(settings).toEqual(expected);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it("write an answer that reads back as it was", () => {
    fc.assert(
      fc.property(answer, (given) => {
        const read = adapter.wire.decodeChat(dialect.encode(given, context));
        const expected = client === "openai-chat" ? unsigned(given.choices[0]!.parts) : given.choices[0]!.parts;
        expect(read?.choices[0]?.parts).toEqual(expected);
        expect(read?.choices[0]?.finishReason).toBe(given.choices[0]!.finishReason);
        expect(read?.usage).toEqual(given.usage);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it("write a stream, cut anywhere, that reads back as the whole answer", () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: 1, max: 8 }), (given, cut) => {
        const decoder = adapter.wire.createDecoder();
        const assembler = createAssembler();
        for (const { event, data } of framesOf(dialect, toEvents(given, cut))) {
          const frame = { event: event ?? "", data: typeof data === "string" ? data : JSON.stringify(data) };
          for (const read of decoder.push(frame)) assembler.push(read);
        }
        expect(decoder.end()).toEqual([]);
        const read = assembler.answer();
        const expected = client === "openai-chat" ? unsigned(given.choices[0]!.parts) : given.choices[0]!.parts;
        expect(read.choices[0]?.parts ?? []).toEqual(expected);
        expect(read.usage).toEqual(given.usage);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe("the anthropic-messages dialect", () => {
  it("reads a document of plain text as text", () => {
    const source = { type: "text", media_type: "text/plain", data: "It is blue." };
    const content = [{ type: "document", title: "The sky", source }];
    const { messages } = DIALECTS["anthropic-messages"].decode({ model: "m", messages: [{ role: "user", content }] });
    expect(messages).toEqual([{ role: "user", parts: [{ type: "text", text: "The sky\n\nIt is blue." }] }]);
  });

  it("keeps its blocks one after the other when a provider mixes the pieces of parallel calls", () => {
    const encoder = DIALECTS["anthropic-messages"].stream(context);
    const mixed: ChatEvent[] = [
      { type: "start", id: null, model: "m" },
      { type: "tool_call", choice: 0, index: 0, id: "a", name: "first", arguments: '{"x"' },
      { type: "tool_call", choice: 0, index: 1, id: "b", name: "second", arguments: '{"y"' },
      { type: "tool_call", choice: 0, index: 0, arguments: ":1}" },
      { type: "text", choice: 0, text: "late" },
      { type: "tool_call", choice: 0, index: 1, arguments: ":2}" },
      { type: "finish", choice: 0, reason: "tool_calls" },
    ];
    const frames = [...mixed.flatMap((event) => encoder.push(event)), ...encoder.end()];
    const open: number[] = [];
    for (const { data } of frames) {
      const { type, index } = data as { type: string; index: number };
      if (type === "content_block_start") {
        expect(open).toEqual([]);
        open.push(index);
      } else if (type === "content_block_stop") expect(open.pop()).toBe(index);
      else if (type === "content_block_delta") expect(open).toEqual([index]);
    }
    const decoder = ADAPTERS.anthropic.wire.createDecoder();
    const assembler = createAssembler();
    for (const { event, data } of frames) {
      for (const read of decoder.push({ event: event ?? "", data: JSON.stringify(data) })) assembler.push(read);
    }
    expect(assembler.answer().choices[0]!.parts).toEqual([
      { type: "text", text: "late" },
      { type: "tool_call", id: "a", name: "first", arguments: '{"x":1}' },
      { type: "tool_call", id: "b", name: "second", arguments: '{"y":2}' },
    ]);
  });
});

/** The Responses API is no provider's wire here, so its shapes are read by hand. */
describe("the openai-responses dialect", () => {
  const dialect = DIALECTS["openai-responses"];

  interface Output {
    type: string;
    content?: { text?: string }[];
    summary?: { text: string }[];
    name?: string;
    arguments?: string;
  }

  function readOutput(output: readonly Output[]): string[] {
    return output.map((item) => {
      if (item.type === "message") return `text ${(item.content ?? []).map((part) => part.text).join("")}`;
      if (item.type === "reasoning") return `reasoning ${(item.summary ?? []).map((part) => part.text).join("")}`;
      return `call ${item.name} ${item.arguments}`;
    });
  }

  const shown = (parts: readonly ChatPart[]): string[] =>
    parts.map((part) => {
      if (part.type === "tool_call") return `call ${part.name} ${part.arguments}`;
      return `${part.type} ${(part as { text: string }).text}`;
    });

  it("writes every part of an answer as an item", () => {
    fc.assert(
      fc.property(answer, (given) => {
        const written = dialect.encode(given, context);
        expect(readOutput(written.output as Output[])).toEqual(shown(given.choices[0]!.parts));
        expect(written.status).toBe("completed");
        expect(written.usage).toMatchObject({ input_tokens: given.usage.inputTokens });
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it("streams deltas that add up to the items of its last event, each opened and closed once, in sequence", () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: 1, max: 8 }), (given, cut) => {
        const frames = framesOf(dialect, toEvents(given, cut)).map(({ data }) => data as JsonObject);
        expect(frames.map((frame) => frame.sequence_number)).toEqual(frames.map((_, index) => index));
        const deltas = new Map<number, string>();
        const opened: unknown[] = [];
        const closed: unknown[] = [];
        for (const frame of frames) {
          if (String(frame.type).endsWith(".delta")) {
            const index = frame.output_index as number;
            deltas.set(index, (deltas.get(index) ?? "") + String(frame.delta));
          }
          if (frame.type === "response.output_item.added") opened.push(frame.output_index);
          if (frame.type === "response.output_item.done") closed.push(frame.output_index);
        }
        const last = frames.at(-1)!;
        expect(last.type).toBe("response.completed");
        const { output } = last.response as { output: Output[] };
        expect(readOutput(output)).toEqual(shown(given.choices[0]!.parts));
        expect(closed.toSorted()).toEqual(opened.toSorted());
        expect(new Set(closed).size).toBe(output.length);
        for (const [index, whole] of deltas) expect(readOutput([output[index]!])[0]).toContain(whole);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it("reads its items as the messages of a chat", () => {
    const read = dialect.decode({
      model: "m",
      instructions: "Be brief",
      input: [
        { role: "user", content: "hi" },
        { type: "message", role: "assistant", content: [{ type: "output_text", text: "calling" }] },
        { type: "function_call", call_id: "c1", name: "f", arguments: "{}" },
        { type: "function_call_output", call_id: "c1", output: "done" },
      ],
      max_output_tokens: 10,
      text: { format: { type: "json_schema", name: "s", schema: { type: "object" }, strict: true } },
    });
    expect(read).toEqual({
      model: "m",
      maxTokens: 10,
      messages: [
        { role: "system", parts: [{ type: "text", text: "Be brief" }] },
        { role: "user", parts: [{ type: "text", text: "hi" }] },
        {
          role: "assistant",
          parts: [
            { type: "text", text: "calling" },
            { type: "tool_call", id: "c1", name: "f", arguments: "{}" },
          ],
        },
        {
          role: "tool",
          parts: [{ type: "tool_result", callId: "c1", parts: [{ type: "text", text: "done" }], isError: false }],
        },
      ],
      responseFormat: { type: "json_schema", name: "s", schema: { type: "object" }, strict: true },
    });
  });
});

describe("what has no translation", () => {
  const hi = { model: "m", messages: [{ role: "user", content: "hi" }] };
  it.each<[keyof typeof DIALECTS, JsonObject, string]>([
    ["openai-chat", { ...hi, logprobs: true }, "logprobs"],
    ["openai-chat", { ...hi, audio: { voice: "x" } }, "audio"],
    ["openai-chat", { ...hi, tools: [{ type: "custom", custom: {} }] }, "tools[0].type"],
    [
      "openai-chat",
      { model: "m", messages: [{ role: "user", content: [{ type: "input_audio" }] }] },
      "messages[0].content[0].type",
    ],
    ["openai-chat", { model: "m" }, "messages"],
    ["anthropic-messages", { ...hi, max_tokens: 1, top_k: 5 }, "top_k"],
    ["anthropic-messages", { ...hi, max_tokens: 1, thinking: { type: "enabled", budget_tokens: 1024 } }, "thinking"],
    ["anthropic-messages", { ...hi, tools: [{ type: "web_search_20250305", name: "web_search" }] }, "tools[0].type"],
    ["openai-responses", { model: "m", input: "hi", previous_response_id: "resp_1" }, "previous_response_id"],
    ["openai-responses", { model: "m", input: "hi", background: true }, "background"],
    ["openai-responses", { model: "m", input: [{ type: "web_search_call" }] }, "input[0].type"],
  ])("is a 400 that names the field: %s %j", (dialect, body, field) => {
    let refused: unknown = null;
    try {
      DIALECTS[dialect].decode(body);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(AppError);
    expect((refused as AppError).status).toBe(400);
    expect((refused as AppError).errors?.[0]?.field).toBe(field);
  });

  it("passes over what means the default", () => {
    const body = { ...hi, logprobs: false, frequency_penalty: 0, user: "u", metadata: {}, modalities: null };
    expect(DIALECTS["openai-chat"].decode(body).messages).toHaveLength(1);
  });

  it("never shows a key of the client's that does not look like a field", () => {
    expect(() => DIALECTS["openai-chat"].decode({ ...hi, "ana@example.com": 1 })).toThrow(/^\*: /);
  });

  it("never throws anything but a refusal, whatever the body", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(DIALECTS)), fc.object({ maxDepth: 4 }), (dialect, body) => {
        try {
          dialect.decode({ model: "m", max_tokens: 1, input: "x", messages: [], ...(body as JsonObject) });
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe("blocks of Anthropic's messages", () => {
  const decode = (block: object) =>
    DIALECTS["anthropic-messages"].decode({
      model: "m",
      max_tokens: 5,
      messages: [{ role: "user", content: [{ type: "tool_result", tool_use_id: "t", content: [block] }] }],
    });
  const source = { type: "text", media_type: "text/plain", data: "The sky is blue" };

  it("are refused by the field that has no translation, and pass where it says nothing", () => {
    for (const [field, block] of [
      ["context", { type: "document", source, context: "a letter" }],
      ["citations", { type: "document", source, citations: { enabled: true } }],
      ["novel", { type: "text", text: "hi", novel: 1 }],
    ] as const) {
      expect(() => decode(block)).toThrow(`messages[0].content[0].content[0].${field}: cannot be translated`);
    }
    const quiet = { context: null, citations: { enabled: false }, cache_control: { type: "ephemeral" } };
    expect(() => decode({ type: "document", source, title: "Sky", ...quiet })).not.toThrow();
    expect(() => decode({ type: "text", text: "hi", citations: null })).not.toThrow();
  });
});

describe("errors", () => {
  const error = { status: 429, code: "rate_limited", message: "Slow down", param: null, requestId: "r1" };
  it("are written as each vendor writes them", () => {
    expect(encodeError("openai-chat", error)).toEqual({
      error: { message: "Slow down", type: "rate_limit_error", param: null, code: "rate_limited" },
    });
    expect(encodeError("anthropic-messages", error)).toEqual({
      type: "error",
      error: { type: "rate_limit_error", message: "Slow down" },
      request_id: "r1",
    });
  });
});
