// What the three streamed dialects do differently: how events name their texts, how they end, and what they cost.
import { blockedChat, blockedMessage, blockedResponse } from "./blocked-answer.ts";
import type { SseFrame } from "./sse.ts";
import type { GatewayDialect, StreamUsage } from "./types.ts";

export type Json = Record<string, unknown>;

/** How the transform treats an event, besides its texts. */
export interface StreamEvent {
  frame: SseFrame;
  body: Json;
}

export interface StreamDialect {
  /** Names the text that an event continues: `labels` lead from the event to the string, indices as they stand there. */
  channelOf(event: StreamEvent, labels: readonly (string | number)[]): string;
  /** The event carries a piece of a call's arguments, where the table cannot tell. */
  isCall(event: StreamEvent): boolean;
  /** The event begins what its texts stand in: none of them can go out without it. */
  begins(event: StreamEvent): boolean;
  /** Texts that no table names may come in pieces in this event. */
  comesInPieces(event: StreamEvent): boolean;
  /** Later events repeat whole texts. */
  readonly repeatsText: boolean;
  /** The beginnings of the names of the texts that end with this event. */
  closes(event: StreamEvent): readonly string[];
  /** The last event of the stream. */
  isLast(event: StreamEvent): boolean;
  /** An event like the one given that carries one more piece of text and nothing else. `body` may be changed. */
  asPiece(body: Json, channel: string): Json;
  usageOf(event: StreamEvent): Partial<StreamUsage> | null;
  /** Frames that end a blocked stream at once. */
  blockNow(state: StreamState): SseFrame[];
  /** Frames in the place of an event that comes after the block, or of the end (`null`). */
  afterBlock(event: StreamEvent | null, state: StreamState): SseFrame[];
  /** Frames that end a stream which the upstream cut off. */
  cutOff(state: StreamState): SseFrame[];
}

/** What a dialect needs to remember of a stream. */
export interface StreamState {
  /** The first event that told who answers. */
  opening: Json | null;
  /** Alternatives (chat), or blocks (Anthropic) that were begun and not ended. */
  open: Set<number>;
  finished: Set<number>;
  usage: StreamUsage;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const CUT_OFF = "The model provider ended the stream early";
const DONE: SseFrame = { event: null, data: "[DONE]" };

function frame(event: string | null, body: Json): SseFrame {
  return { event, data: JSON.stringify(body) };
}

/** The element's own `index`, where it has one: the place in the array of one event says nothing. */
function ownIndex(element: unknown, place: number): number {
  return isObject(element) && typeof element["index"] === "number" ? element["index"] : place;
}

/** OpenAI's counts by their names in a dialect; null where nothing is known. */
function openAiCounts(input: string, output: string, usage: StreamUsage): Json | null {
  const { inputTokens, outputTokens } = usage;
  const total = inputTokens + outputTokens;
  return total === 0 ? null : { [input]: inputTokens, [output]: outputTokens, total_tokens: total };
}

/** The frame of a chat that tells counts alone. */
function chatCounts(body: Json): SseFrame {
  const { choices: _choices, object: _object, ...rest } = blockedChat(body);
  return frame(null, { ...rest, object: "chat.completion.chunk", choices: [] });
}

/** Events that say by their names that they bring a piece; the one that ends a message brings none. */
const comesAsDelta = ({ body }: StreamEvent): boolean =>
  /(?:delta|chunk)$/.test(String(body["type"])) && body["type"] !== "message_delta";

/** What the names of a chat's texts beside its choices begin with: they end with the first choice that ends. */
const BESIDE_CHOICES = "/";

const CHAT: StreamDialect = {
  channelOf({ body }, labels) {
    let value: unknown = body;
    let name = labels[0] === "choices" ? "" : BESIDE_CHOICES;
    for (const label of labels) {
      value = typeof label === "number" ? arrayOf(value)[label] : objectOf(value)[label];
      name += `/${typeof label === "number" ? ownIndex(value, label) : label}`;
    }
    return name;
  },
  isCall: () => false,
  begins: () => false,
  comesInPieces: () => true,
  repeatsText: false,
  closes: ({ body }) =>
    arrayOf(body["choices"])
      .map((choice, place) => ({ choice: objectOf(choice), place }))
      .filter(({ choice }) => typeof choice["finish_reason"] === "string")
      .flatMap(({ choice, place }) => [`/choices/${ownIndex(choice, place)}/`, `${BESIDE_CHOICES}/`]),
  isLast: ({ frame: { data } }) => data === "[DONE]",
  asPiece(body, channel) {
    const index = Number(channel.split("/")[2]);
    const choices = arrayOf(body["choices"])
      .map((choice, place) => ({ ...objectOf(choice), index: ownIndex(choice, place) }) as Json)
      .filter((choice) => choice["index"] === index)
      .map((choice) => {
        const delta = { ...objectOf(choice["delta"]) };
        delete delta["role"];
        if (Array.isArray(delta["tool_calls"])) {
          // A call's id and name came with its first piece, and clients would join them to themselves.
          delta["tool_calls"] = delta["tool_calls"].map((call, place) => {
            const { custom, function: named } = objectOf(call);
            return {
              index: ownIndex(call, place),
              ...(isObject(named) ? { function: { arguments: named["arguments"] } } : {}),
              ...(isObject(custom) ? { custom: { input: custom["input"] } } : {}),
            };
          });
        }
        const { finish_reason: _reason, logprobs: _logprobs, ...rest } = choice;
        return { ...rest, delta, finish_reason: null };
      });
    const { usage: _usage, ...rest } = body;
    return { ...rest, choices };
  },
  usageOf({ body }) {
    if (!isObject(body["usage"])) return null;
    const { usage } = body;
    return {
      inputTokens: numberOf(usage["prompt_tokens"]),
      outputTokens: numberOf(usage["completion_tokens"]),
      cachedInputTokens: numberOf(objectOf(usage["prompt_tokens_details"])["cached_tokens"]),
    };
  },
  blockNow({ finished, open, opening }) {
    const { created, id, model } = blockedChat(opening ?? {});
    const choices = [...open].filter((index) => !finished.has(index));
    return choices.map((index) =>
      frame(null, {
        id,
        object: "chat.completion.chunk",
        created,
        model,
        choices: [{ index, delta: {}, finish_reason: "content_filter" }],
      }),
    );
  },
  afterBlock(event, { opening, usage: counts }) {
    if (event === null) {
      const usage = counts.seen ? null : openAiCounts("prompt_tokens", "completion_tokens", counts);
      return usage === null ? [DONE] : [chatCounts({ ...opening, usage }), DONE];
    }
    if (event.frame.data === "[DONE]") return [DONE];
    const { choices, usage } = event.body;
    return isObject(usage) && Array.isArray(choices) && choices.length === 0 ? [chatCounts(event.body)] : [];
  },
  cutOff: ({ finished, open }) =>
    [...open].every((index) => finished.has(index)) && open.size > 0
      ? [DONE]
      : [
          frame(null, { error: { message: CUT_OFF, type: "upstream_error", param: null, code: "upstream_cut_off" } }),
          DONE,
        ],
};

const MESSAGES_LAST = new Set(["message_stop", "error"]);

function messageEnd({ open, opening, usage }: StreamState): SseFrame[] {
  const blocked = blockedMessage(objectOf(objectOf(opening)["message"]));
  return [
    ...[...open].map((index) => frame("content_block_stop", { type: "content_block_stop", index })),
    frame("message_delta", {
      type: "message_delta",
      delta: { stop_reason: blocked["stop_reason"], stop_sequence: null },
      usage: { input_tokens: usage.inputTokens - usage.cachedInputTokens, output_tokens: usage.outputTokens },
    }),
    frame("message_stop", { type: "message_stop" }),
  ];
}

const MESSAGES: StreamDialect = {
  // A block may begin with the first piece of what its deltas go on with.
  channelOf: ({ body }, labels) => {
    const type = String(body["type"]);
    const own = type.startsWith("content_block_") ? labels.slice(1) : [type, ...labels];
    return `/${numberOf(body["index"])}/${own.join("/")}`;
  },
  isCall: () => false,
  begins: ({ body }) => body["type"] === "content_block_start",
  comesInPieces: comesAsDelta,
  repeatsText: false,
  closes: ({ body }) =>
    body["type"] === "content_block_stop"
      ? [`/${numberOf(body["index"])}/`]
      : body["type"] === "message_delta" || MESSAGES_LAST.has(String(body["type"]))
        ? ["/"]
        : [],
  isLast: ({ body }) => MESSAGES_LAST.has(String(body["type"])),
  asPiece(body) {
    if (body["type"] !== "content_block_start") return body;
    const { text, thinking } = objectOf(body["content_block"]);
    const delta = typeof text === "string" ? { type: "text_delta", text } : { type: "thinking_delta", thinking };
    return { type: "content_block_delta", index: body["index"], delta };
  },
  usageOf({ body }) {
    const isStart = body["type"] === "message_start";
    const usage = isStart ? objectOf(body["message"])["usage"] : body["usage"];
    if (!isObject(usage)) return null;
    const cachedInputTokens = numberOf(usage["cache_read_input_tokens"]);
    // What came from the cache and what was written to it is counted apart from the rest of the input.
    const inputTokens =
      numberOf(usage["input_tokens"]) + cachedInputTokens + numberOf(usage["cache_creation_input_tokens"]);
    return {
      ...(typeof usage["input_tokens"] === "number" ? { inputTokens, cachedInputTokens } : {}),
      ...(typeof usage["output_tokens"] === "number" ? { outputTokens: usage["output_tokens"] } : {}),
      // The first event knows the input at most.
      seen: !isStart,
    };
  },
  // The usage stands in an event that is still to come: the message ends there.
  blockNow: () => [],
  afterBlock(event, state) {
    if (event === null || event.body["type"] === "message_delta" || MESSAGES_LAST.has(String(event.body["type"])))
      return messageEnd(state);
    return [];
  },
  cutOff: () => [frame("error", { type: "error", error: { type: "api_error", message: CUT_OFF } })],
};

const RESPONSES_LAST = new Set(["response.completed", "response.incomplete", "response.failed", "error"]);

function responseEnd(response: Json, sequence: number): SseFrame[] {
  const type = "response.incomplete";
  return [frame(type, { type, sequence_number: sequence, response: blockedResponse(response) })];
}

const RESPONSES: StreamDialect = {
  channelOf: ({ body }, labels) =>
    `/${[body["output_index"], body["content_index"], body["summary_index"], body["item_id"]].map(String).join("/")}/${String(body["type"])}/${labels.join("/")}`,
  isCall: ({ body }) => /arguments|tool_call_input|call_code/.test(String(body["type"])),
  begins: () => false,
  comesInPieces: comesAsDelta,
  repeatsText: true,
  closes({ body }) {
    const type = String(body["type"]);
    if (RESPONSES_LAST.has(type)) return ["/"];
    if (type === "response.output_item.done") return [`/${String(body["output_index"])}/`];
    if (!type.endsWith(".done") || type === "response.content_part.done") return [];
    const place = [body["output_index"], body["content_index"], body["summary_index"], body["item_id"]].map(String);
    return [`/${place.join("/")}/`];
  },
  isLast: ({ body }) => RESPONSES_LAST.has(String(body["type"])),
  asPiece: (body) => ({ ...body, ...(Array.isArray(body["logprobs"]) ? { logprobs: [] } : {}) }),
  usageOf({ body }) {
    const { usage } = objectOf(body["response"]);
    if (!isObject(usage)) return null;
    return {
      inputTokens: numberOf(usage["input_tokens"]),
      outputTokens: numberOf(usage["output_tokens"]),
      cachedInputTokens: numberOf(objectOf(usage["input_tokens_details"])["cached_tokens"]),
    };
  },
  blockNow: () => [],
  afterBlock(event, { opening, usage: counts }) {
    if (event === null) {
      const usage = counts.seen ? null : openAiCounts("input_tokens", "output_tokens", counts);
      return responseEnd({ ...objectOf(objectOf(opening)["response"]), ...(usage === null ? {} : { usage }) }, 0);
    }
    if (!RESPONSES_LAST.has(String(event.body["type"]))) return [];
    return responseEnd(objectOf(event.body["response"]), numberOf(event.body["sequence_number"]));
  },
  cutOff: () => [frame("error", { type: "error", code: "upstream_cut_off", message: CUT_OFF, param: null })],
};

/** Embeddings do not stream; their errors in a stream would read like chat's. */
export const STREAM_DIALECTS: Readonly<Record<Exclude<GatewayDialect, "openai-embeddings">, StreamDialect>> = {
  "openai-chat": CHAT,
  "openai-responses": RESPONSES,
  "anthropic-messages": MESSAGES,
};

/** Takes note of who answers, of the choices that an event begins, and of what it costs. */
export function openStream(state: StreamState, dialect: StreamDialect, event: StreamEvent): void {
  const { body } = event;
  state.opening ??=
    isObject(body["message"]) || isObject(body["response"]) || Array.isArray(body["choices"]) ? body : null;
  arrayOf(body["choices"]).forEach((choice, place) => state.open.add(ownIndex(choice, place)));
  followUsage(state, dialect, event);
}

/** Takes note of the blocks that an event began or ended, once it went out. */
export function closeStream(state: StreamState, { body }: StreamEvent): void {
  arrayOf(body["choices"]).forEach((choice, place) => {
    if (typeof objectOf(choice)["finish_reason"] === "string") state.finished.add(ownIndex(choice, place));
  });
  if (body["type"] === "content_block_start") state.open.add(numberOf(body["index"]));
  if (body["type"] === "content_block_stop") state.open.delete(numberOf(body["index"]));
}

export function followUsage(state: StreamState, dialect: StreamDialect, event: StreamEvent): void {
  const usage = dialect.usageOf(event);
  if (usage !== null) Object.assign(state.usage, { seen: true }, usage);
}
