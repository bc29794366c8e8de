// The fake provider's wire formats: requests read, answers written, whole and streamed.
import type { FakeAnswer, FakeRequest } from "./answers.ts";

type Fields = Record<string, unknown>;

export interface FakeWire {
  read(body: Fields, text: string, mode: string | null): FakeRequest;
  /** Whether this body asks for a stream. */
  streams(body: Fields): boolean;
  contentType(stream: boolean): string;
  whole(answer: FakeAnswer, body: Fields, counts: Counts, id: string): Fields;
  /** The pieces of a stream, each of which is sent at once. */
  stream(answer: FakeAnswer, body: Fields, counts: Counts, id: string): string[];
}

export interface Counts {
  input: number;
  output: number;
}

/** Characters of one piece of a stream. */
const PIECE = 24;

const fields = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** All text of a content, whatever its parts are called. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  return list(content)
    .map((part) => {
      const { text, content: inner, thinking } = fields(part);
      return typeof text === "string" ? text : typeof thinking === "string" ? thinking : textOf(inner);
    })
    .join("");
}

function pieces(text: string): string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${PIECE}}`, "gu")) ?? [];
}

const data = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
const named = (value: Fields): string => `event: ${String(value["type"])}\n${data(value)}`;

/** The requests of tests that may call tools now. */
function callable(choice: unknown, tools: FakeRequest["tools"]): FakeRequest["tools"] {
  return choice === "none" || fields(choice)["type"] === "none" ? [] : tools;
}

const openAiTools = (body: Fields): FakeRequest["tools"] =>
  callable(
    body["tool_choice"],
    list(body["tools"]).map((tool) => {
      const described = fields(fields(tool)["function"] ?? tool);
      return { name: String(described["name"]), parameters: fields(described["parameters"]) };
    }),
  );

const openAiChat: FakeWire = {
  read: (body, text, mode) => ({
    model: String(body["model"]),
    mode,
    messages: list(body["messages"]).map((message) => ({
      role: String(fields(message)["role"]).replace("developer", "system"),
      text: textOf(fields(message)["content"]),
    })),
    tools: openAiTools(body),
    temperature: typeof body["temperature"] === "number" ? body["temperature"] : null,
    wantsJson: body["response_format"] !== undefined && fields(body["response_format"])["type"] !== "text",
    body: text,
  }),
  streams: (body) => body["stream"] === true,
  contentType: (stream) => (stream ? "text/event-stream" : "application/json"),
  whole: (answer, body, counts, id) => ({
    id,
    object: "chat.completion",
    created: 1_760_000_000,
    model: body["model"],
    choices: Array.from({ length: Number(body["n"] ?? 1) }, (_, index) => ({
      index,
      message: {
        role: "assistant",
        content: answer.text === "" && answer.calls.length > 0 ? null : answer.text,
        refusal: null,
        ...(answer.reasoning === "" ? {} : { reasoning_content: answer.reasoning }),
        ...(answer.calls.length === 0 ? {} : { tool_calls: answer.calls.map(openAiCall) }),
      },
      logprobs: null,
      finish_reason: answer.finish,
    })),
    usage: openAiUsage(counts),
  }),
  stream(answer, body, counts, id) {
    const chunk = (choices: unknown[], rest: Fields = {}) =>
      data({ id, object: "chat.completion.chunk", created: 1_760_000_000, model: body["model"], choices, ...rest });
    const delta = (index: number, value: Fields, finish: string | null = null) =>
      chunk([{ index, delta: value, logprobs: null, finish_reason: finish }]);
    const parts: string[] = [];
    for (let index = 0; index < Number(body["n"] ?? 1); index += 1) {
      parts.push(delta(index, { role: "assistant", content: "", refusal: null }));
      for (const piece of pieces(answer.reasoning)) parts.push(delta(index, { reasoning_content: piece }));
      for (const piece of pieces(answer.text)) parts.push(delta(index, { content: piece }));
      for (const [place, call] of answer.calls.entries()) {
        const { id: callId, type, function: called } = openAiCall(call);
        parts.push(
          delta(index, { tool_calls: [{ index: place, id: callId, type, function: { ...called, arguments: "" } }] }),
        );
        for (const piece of pieces(call.arguments)) {
          parts.push(delta(index, { tool_calls: [{ index: place, function: { arguments: piece } }] }));
        }
      }
      parts.push(delta(index, {}, answer.finish));
    }
    if (fields(body["stream_options"])["include_usage"] === true) {
      parts.push(chunk([], { usage: openAiUsage(counts) }));
    }
    parts.push("data: [DONE]\n\n");
    return parts;
  },
};

function openAiCall(call: FakeAnswer["calls"][number]) {
  return { id: call.id, type: "function", function: { name: call.name, arguments: call.arguments } };
}

function openAiUsage({ input, output }: Counts): Fields {
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: 0 },
  };
}

function responseItems(answer: FakeAnswer, id: string): Fields[] {
  const items: Fields[] = [];
  if (answer.reasoning !== "") {
    items.push({ id: `rs_${id}`, type: "reasoning", summary: [{ type: "summary_text", text: answer.reasoning }] });
  }
  if (answer.text !== "" || answer.calls.length === 0) {
    items.push({
      id: `msg_${id}`,
      type: "message",
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", text: answer.text, annotations: [] }],
    });
  }
  for (const call of answer.calls) {
    const { id: callId, name, arguments: args } = call;
    items.push({
      id: `fc_${callId}`,
      type: "function_call",
      call_id: callId,
      name,
      arguments: args,
      status: "completed",
    });
  }
  return items;
}

const openAiResponses: FakeWire = {
  read(body, text, mode) {
    const input = body["input"];
    const given = typeof input === "string" ? [{ role: "user", text: input }] : list(input).map(responsesMessage);
    const instructions =
      typeof body["instructions"] === "string" ? [{ role: "system", text: body["instructions"] }] : [];
    return {
      model: String(body["model"]),
      mode,
      messages: [...instructions, ...given],
      tools: openAiTools(body),
      temperature: typeof body["temperature"] === "number" ? body["temperature"] : null,
      wantsJson: String(fields(fields(body["text"])["format"])["type"]).startsWith("json"),
      body: text,
    };
  },
  streams: openAiChat.streams,
  contentType: openAiChat.contentType,
  whole: (answer, body, { input, output }, id) => ({
    id: `resp_${id}`,
    object: "response",
    created_at: 1_760_000_000,
    status: answer.finish === "length" ? "incomplete" : "completed",
    incomplete_details: answer.finish === "length" ? { reason: "max_output_tokens" } : null,
    error: null,
    instructions: body["instructions"] ?? null,
    metadata: body["metadata"] ?? {},
    model: body["model"],
    output: responseItems(answer, id),
    parallel_tool_calls: true,
    temperature: body["temperature"] ?? 1,
    tool_choice: body["tool_choice"] ?? "auto",
    tools: body["tools"] ?? [],
    top_p: 1,
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input + output,
    },
  }),
  stream(answer, body, counts, id) {
    const parts: string[] = [];
    let number = 0;
    const add = (value: Fields) => {
      parts.push(named({ ...value, sequence_number: number }));
      number += 1;
    };
    const response = openAiResponses.whole(answer, body, counts, id);
    add({ type: "response.created", response: { ...response, status: "in_progress", output: [], usage: null } });
    for (const [place, item] of responseItems(answer, id).entries()) {
      const at = { output_index: place, item_id: item["id"] };
      const bare = { ...item, ...(item["type"] === "message" ? { content: [], status: "in_progress" } : {}) };
      add({
        type: "response.output_item.added",
        output_index: place,
        item: item["type"] === "function_call" ? { ...bare, arguments: "", status: "in_progress" } : bare,
      });
      if (item["type"] === "message") {
        add({
          type: "response.content_part.added",
          ...at,
          content_index: 0,
          part: { type: "output_text", text: "", annotations: [] },
        });
        for (const piece of pieces(answer.text)) {
          add({ type: "response.output_text.delta", ...at, content_index: 0, delta: piece, logprobs: [] });
        }
        add({ type: "response.output_text.done", ...at, content_index: 0, text: answer.text, logprobs: [] });
        add({
          type: "response.content_part.done",
          ...at,
          content_index: 0,
          part: { type: "output_text", text: answer.text, annotations: [] },
        });
      }
      if (item["type"] === "function_call") {
        const args = String(item["arguments"]);
        for (const piece of pieces(args)) add({ type: "response.function_call_arguments.delta", ...at, delta: piece });
        add({ type: "response.function_call_arguments.done", ...at, name: item["name"], arguments: args });
      }
      add({ type: "response.output_item.done", output_index: place, item });
    }
    add({ type: answer.finish === "length" ? "response.incomplete" : "response.completed", response });
    return parts;
  },
};

function responsesMessage(item: unknown): { role: string; text: string } {
  const { type, role, content, output, name, arguments: args } = fields(item);
  if (type === "function_call_output")
    return { role: "tool", text: typeof output === "string" ? output : textOf(output) };
  if (type === "function_call") return { role: "assistant", text: `${String(name)}(${String(args)})` };
  return { role: String(role ?? "user").replace("developer", "system"), text: textOf(content) };
}

const ANTHROPIC_STOP: Record<FakeAnswer["finish"], string> = {
  stop: "end_turn",
  length: "max_tokens",
  tool_calls: "tool_use",
  content_filter: "refusal",
};

function anthropicBlocks(answer: FakeAnswer): Fields[] {
  return [
    ...(answer.reasoning === "" ? [] : [{ type: "thinking", thinking: answer.reasoning, signature: "c2lnbmVk" }]),
    ...(answer.text === "" ? [] : [{ type: "text", text: answer.text, citations: null }]),
    ...answer.calls.map((call) => ({
      type: "tool_use",
      id: call.id,
      name: call.name,
      input: JSON.parse(call.arguments) as unknown,
    })),
  ];
}

const anthropic: FakeWire = {
  read(body, text, mode) {
    const system = textOf(body["system"]);
    const messages = list(body["messages"]).flatMap((message) => {
      const { role, content } = fields(message);
      const results = list(content).filter((block) => fields(block)["type"] === "tool_result");
      const rest = typeof content === "string" ? content : list(content).filter((block) => !results.includes(block));
      return [
        ...results.map((block) => ({ role: "tool", text: textOf(fields(block)["content"]) })),
        ...(rest.length === 0 ? [] : [{ role: String(role), text: textOf(rest) }]),
      ];
    });
    return {
      model: String(body["model"]),
      mode,
      messages: [...(system === "" ? [] : [{ role: "system", text: system }]), ...messages],
      tools: callable(
        body["tool_choice"],
        list(body["tools"]).map((tool) => ({
          name: String(fields(tool)["name"]),
          parameters: fields(fields(tool)["input_schema"]),
        })),
      ),
      temperature: typeof body["temperature"] === "number" ? body["temperature"] : null,
      wantsJson: fields(body["output_config"])["format"] !== undefined,
      body: text,
    };
  },
  streams: openAiChat.streams,
  contentType: openAiChat.contentType,
  whole: (answer, body, { input, output }, id) => ({
    id: `msg_${id}`,
    type: "message",
    role: "assistant",
    model: body["model"],
    content: anthropicBlocks(answer),
    stop_reason: ANTHROPIC_STOP[answer.finish],
    stop_sequence: null,
    usage: anthropicUsage(input, output),
  }),
  stream(answer, body, { input, output }, id) {
    const message = {
      ...anthropic.whole(answer, body, { input, output: 1 }, id),
      content: [],
      stop_reason: null,
    };
    const parts = [named({ type: "message_start", message })];
    for (const [index, block] of anthropicBlocks(answer).entries()) {
      const start =
        block["type"] === "tool_use"
          ? { ...block, input: {} }
          : block["type"] === "thinking"
            ? { ...block, thinking: "", signature: "" }
            : { ...block, text: "" };
      parts.push(named({ type: "content_block_start", index, content_block: start }));
      if (index === 0) parts.push(named({ type: "ping" }));
      const add = (delta: Fields) => parts.push(named({ type: "content_block_delta", index, delta }));
      if (block["type"] === "text") for (const text of pieces(answer.text)) add({ type: "text_delta", text });
      if (block["type"] === "thinking") {
        for (const thinking of pieces(answer.reasoning)) add({ type: "thinking_delta", thinking });
        add({ type: "signature_delta", signature: block["signature"] });
      }
      if (block["type"] === "tool_use") {
        for (const piece of pieces(JSON.stringify(block["input"]))) {
          add({ type: "input_json_delta", partial_json: piece });
        }
      }
      parts.push(named({ type: "content_block_stop", index }));
    }
    parts.push(
      named({
        type: "message_delta",
        delta: { stop_reason: ANTHROPIC_STOP[answer.finish], stop_sequence: null },
        usage: { output_tokens: output },
      }),
      named({ type: "message_stop" }),
    );
    return parts;
  },
};

function anthropicUsage(input: number, output: number): Fields {
  return { input_tokens: input, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: output };
}

const ollama: FakeWire = {
  read: (body, text, mode) => ({
    ...openAiChat.read(body, text, mode),
    wantsJson: body["format"] !== undefined,
    temperature: Number(fields(body["options"])["temperature"] ?? 0),
  }),
  streams: (body) => body["stream"] !== false,
  contentType: (stream) => (stream ? "application/x-ndjson" : "application/json"),
  whole: (answer, body, counts) => ({
    model: body["model"],
    created_at: "2026-03-02T12:00:00.000000Z",
    message: { role: "assistant", content: answer.text, ...ollamaCalls(answer) },
    ...ollamaEnd(answer, counts),
  }),
  stream(answer, body, counts) {
    const line = (message: Fields, rest: Fields) =>
      `${JSON.stringify({ model: body["model"], created_at: "2026-03-02T12:00:00.000000Z", message, ...rest })}\n`;
    return [
      ...pieces(answer.reasoning).map((thinking) =>
        line({ role: "assistant", content: "", thinking }, { done: false }),
      ),
      ...pieces(answer.text).map((content) => line({ role: "assistant", content }, { done: false })),
      ...(answer.calls.length === 0
        ? []
        : [line({ role: "assistant", content: "", ...ollamaCalls(answer) }, { done: false })]),
      line({ role: "assistant", content: "" }, ollamaEnd(answer, counts)),
    ];
  },
};

function ollamaCalls(answer: FakeAnswer): Fields {
  if (answer.calls.length === 0) return {};
  return {
    tool_calls: answer.calls.map((call) => ({
      function: { name: call.name, arguments: JSON.parse(call.arguments) as unknown },
    })),
  };
}

function ollamaEnd(answer: FakeAnswer, { input, output }: Counts): Fields {
  return {
    done: true,
    done_reason: answer.finish === "length" ? "length" : "stop",
    total_duration: 1_000_000,
    prompt_eval_count: input,
    eval_count: output,
  };
}

/** Endpoints that write text, by path. */
export const WIRES: Readonly<Record<string, FakeWire>> = {
  "/v1/chat/completions": openAiChat,
  "/v1/responses": openAiResponses,
  "/v1/messages": anthropic,
  "/api/chat": ollama,
};
