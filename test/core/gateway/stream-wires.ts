// Streams as the three providers send them, and how a client puts them together again.

export interface Said {
  text: string;
  args: string;
}

/** What these tests read of an event, all dialects together; a field that is not there is undefined. */
export interface WireEvent {
  done?: boolean;
  error?: unknown;
  type?: string;
  index?: number;
  usage?: { completion_tokens?: number; output_tokens?: number } | null;
  choices?: {
    index: number;
    finish_reason: string | null;
    delta: Record<string, unknown> & {
      content?: string;
      tool_calls?: { id?: string; function?: { arguments?: string } }[];
    };
  }[];
  delta?: string | { text?: string; partial_json?: string; stop_reason?: string };
  text?: string;
  arguments?: string;
  part?: { text: string };
  response?: {
    status: string;
    output: [{ content: [{ text: string }] }, { arguments: string }];
    incomplete_details?: { reason: string } | null;
    usage?: { output_tokens: number } | null;
  };
}

type Json = Record<string, unknown>;

function sse(events: readonly Json[], named: boolean): string {
  return events
    .map((event) => `${named ? `event: ${event["type"]}\n` : ""}data: ${JSON.stringify(event)}\n\n`)
    .join("");
}

/** The stream of an answer that says `text` and calls a tool with `args`, in the given pieces. */
export type WriteStream = (text: readonly string[], args: readonly string[]) => string;

/** What a client understands; throws when the stream is not what the dialect allows. */
export type ReadStream = (stream: string) => Said & { finish: string | null; usage: number | null; error: boolean };

export function eventsOf(stream: string): WireEvent[] {
  if (stream !== "" && !stream.endsWith("\n\n")) throw new Error("the last frame is not complete");
  return stream
    .split("\n\n")
    .filter((frame) => frame !== "")
    .map((frame) => {
      const lines = frame.split("\n");
      const data = lines.filter((line) => line.startsWith("data: ")).map((line) => line.slice(6));
      if (data.length !== 1 || lines.some((line) => !/^(?:data|event): /.test(line)))
        throw new Error(`odd frame ${frame}`);
      return data[0] === "[DONE]" ? { done: true } : (JSON.parse(data[0]!) as WireEvent);
    });
}

export const WIRES: Readonly<
  Record<"openai-chat" | "openai-responses" | "anthropic-messages", { write: WriteStream; read: ReadStream }>
> = {
  "openai-chat": {
    write(text, args) {
      const chunk = (delta: Json, finish: string | null = null): Json => ({
        id: "chatcmpl-9fQk2x",
        object: "chat.completion.chunk",
        created: 1732190000,
        model: "gpt-4o",
        choices: [{ index: 0, delta, finish_reason: finish }],
      });
      return (
        sse(
          [
            chunk({ role: "assistant", content: "" }),
            ...text.map((content) => chunk({ content })),
            chunk({
              tool_calls: [{ index: 0, id: "call_12ab", type: "function", function: { name: "send", arguments: "" } }],
            }),
            ...args.map((piece) => chunk({ tool_calls: [{ index: 0, function: { arguments: piece } }] })),
            chunk({}, "tool_calls"),
            {
              id: "chatcmpl-9fQk2x",
              object: "chat.completion.chunk",
              created: 1,
              model: "gpt-4o",
              choices: [],
              usage: { prompt_tokens: 5, completion_tokens: 7 },
            },
          ],
          false,
        ) + "data: [DONE]\n\n"
      );
    },
    read(stream) {
      const said = { text: "", args: "", finish: null as string | null, usage: null as number | null, error: false };
      const events = eventsOf(stream);
      events.forEach((event, at) => {
        if (event.done === true && at < events.length - 1) throw new Error("events after the end");
        if (event.error !== undefined) said.error = true;
        if (event.usage) said.usage = event.usage.completion_tokens ?? null;
        for (const choice of event.choices ?? []) {
          if (said.finish !== null) throw new Error("a choice after its end");
          said.text += choice.delta.content ?? "";
          for (const call of choice.delta.tool_calls ?? []) said.args += call.function?.arguments ?? "";
          said.finish = choice.finish_reason;
        }
      });
      return said;
    },
  },
  "anthropic-messages": {
    write(text, args) {
      const block = (index: number, start: Json, deltas: readonly Json[]): Json[] => [
        { type: "content_block_start", index, content_block: start },
        ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
        { type: "content_block_stop", index },
      ];
      return sse(
        [
          {
            type: "message_start",
            message: {
              id: "msg_12ab",
              type: "message",
              role: "assistant",
              model: "claude",
              content: [],
              stop_reason: null,
              stop_sequence: null,
              usage: { input_tokens: 5, output_tokens: 1 },
            },
          },
          ...block(
            0,
            { type: "text", text: "" },
            text.map((piece) => ({ type: "text_delta", text: piece })),
          ),
          ...block(
            1,
            { type: "tool_use", id: "toolu_12ab", name: "send", input: {} },
            args.map((piece) => ({ type: "input_json_delta", partial_json: piece })),
          ),
          {
            type: "message_delta",
            delta: { stop_reason: "tool_use", stop_sequence: null },
            usage: { output_tokens: 7 },
          },
          { type: "message_stop" },
        ],
        true,
      );
    },
    read(stream) {
      const said = { text: "", args: "", finish: null as string | null, usage: null as number | null, error: false };
      const open = new Set<number>();
      for (const event of eventsOf(stream)) {
        if (event.type === "content_block_start") open.add(event.index!);
        if (event.type === "content_block_stop") open.delete(event.index!);
        if (event.type === "content_block_delta") {
          if (!open.has(event.index!)) throw new Error("a piece of a block that is not open");
          const delta = typeof event.delta === "object" ? event.delta : {};
          said.text += delta.text ?? "";
          said.args += delta.partial_json ?? "";
        }
        if (event.type === "message_delta") {
          if (open.size > 0) throw new Error("a block is still open");
          said.finish = (typeof event.delta === "object" ? event.delta.stop_reason : null) ?? null;
          said.usage = event.usage?.output_tokens ?? null;
        }
        if (event.type === "error") said.error = true;
      }
      return said;
    },
  },
  "openai-responses": {
    write(text, args) {
      const message = { type: "message", id: "msg_12ab", role: "assistant", status: "completed" };
      const call = { type: "function_call", id: "fc_12ab34", call_id: "call_12ab", name: "send" };
      const place = { item_id: "msg_12ab", output_index: 0, content_index: 0 };
      const part = { type: "output_text", text: text.join(""), annotations: [] };
      const head = { id: "resp_12ab", object: "response", created_at: 1732190000, model: "gpt-4o" };
      const done = { ...call, arguments: args.join("") };
      return sse(
        [
          { type: "response.created", response: { ...head, status: "in_progress", output: [] } },
          { type: "response.output_item.added", output_index: 0, item: { ...message, content: [] } },
          { type: "response.content_part.added", ...place, part: { ...part, text: "" } },
          ...text.map((delta) => ({ type: "response.output_text.delta", ...place, delta, logprobs: [] })),
          { type: "response.output_text.done", ...place, text: text.join("") },
          { type: "response.content_part.done", ...place, part },
          { type: "response.output_item.done", output_index: 0, item: { ...message, content: [part] } },
          ...args.map((delta) => ({
            type: "response.function_call_arguments.delta",
            item_id: "fc_12ab34",
            output_index: 1,
            delta,
          })),
          {
            type: "response.function_call_arguments.done",
            item_id: "fc_12ab34",
            output_index: 1,
            arguments: args.join(""),
          },
          { type: "response.output_item.done", output_index: 1, item: done },
          {
            type: "response.completed",
            response: {
              ...head,
              status: "completed",
              output: [{ ...message, content: [part] }, done],
              usage: { input_tokens: 5, output_tokens: 7 },
            },
          },
        ],
        true,
      );
    },
    read(stream) {
      const said = { text: "", args: "", finish: null as string | null, usage: null as number | null, error: false };
      for (const event of eventsOf(stream)) {
        const type = String(event.type);
        if (type === "response.output_text.delta") said.text += String(event.delta);
        if (type === "response.function_call_arguments.delta") said.args += String(event.delta);
        // The events that repeat a text must say what its pieces said.
        const repeated =
          type === "response.output_text.done"
            ? (event.text ?? null)
            : type === "response.content_part.done"
              ? event.part!.text
              : null;
        if (repeated !== null && repeated !== said.text) throw new Error(`${type} says something else`);
        if (type === "response.function_call_arguments.done" && event.arguments !== said.args)
          throw new Error("the call says something else");
        if (type === "error") said.error = true;
        if (/completed|incomplete/.test(type)) {
          const { incomplete_details: reason, output, status, usage } = event.response!;
          said.finish = reason?.reason ?? status;
          said.usage = usage?.output_tokens ?? null;
          if (status === "completed" && (output[0].content[0].text !== said.text || output[1].arguments !== said.args))
            throw new Error("the response says something else");
        }
      }
      return said;
    },
  },
};
