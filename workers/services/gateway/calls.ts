// One call to one target, in the caller's dialect: the body as it is where the provider speaks it, else translated.
import type { JsonObject } from "../../contract/ids.ts";
import { changeMember } from "../../core/gateway/body-head.ts";
import type { AnswerContext, Frame } from "../../core/gateway/dialects/dialect.ts";
import { refuse } from "../../core/gateway/dialects/dialect.ts";
import { DIALECTS } from "../../core/gateway/dialects/table.ts";
import { ADAPTERS } from "../../core/models/adapters.ts";
import type { ChatEvent, ChatUsage } from "../../core/models/chat.ts";
import { parseJson, UpstreamFailure } from "../../core/models/failures.ts";
import { estimateRequest, estimateTokens } from "../../core/models/tokens.ts";
import type { Deps } from "../deps.ts";
import type { ByteSource, ModelCallOptions, SentAnswer } from "../ports/models.ts";
import type { Endpoint } from "./endpoints.ts";
import type { Target } from "./routing.ts";

/** Text of the answer in the caller's dialect: whole, or as the SSE text of a stream. */
export type Called = { kind: "whole"; text: string; usage: ChatUsage | null } | { kind: "stream"; source: TextSource };

/** Text that arrives in pieces. Either is called once it is over; `cancel` ends the call to the provider. */
export interface TextSource {
  /** The next piece; null at the end. Rejects where the stream breaks. */
  next(): Promise<string | null>;
  cancel(): Promise<void>;
}

export interface Call {
  endpoint: Endpoint;
  /** What leaves: already redacted. */
  body: string;
  /** The model that the body names; empty where it names none. */
  named: string;
  streamed: boolean;
  /** Headers of the client's that may go on. */
  clientHeaders: Readonly<Record<string, string>>;
  /** Whether the caller asked for counts in a chat stream. */
  wantsUsage: boolean;
  context: AnswerContext;
}

function asObject(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/**
 * The body for a provider that speaks the dialect: its own name of the model, and counts asked for in a chat stream. The
 * rest goes on as it was written: parsing would change numbers.
 */
function nativeBody(call: Call, target: Target): string {
  let { body } = call;
  if (call.named !== target.model) body = changeMember(body, "model", () => JSON.stringify(target.model));
  const asks = call.streamed && call.endpoint.name === "chat" && !call.wantsUsage;
  if (!asks || !ADAPTERS[target.connection.type].usageInStream) return body;
  return changeMember(body, "stream_options", (raw) =>
    raw?.startsWith("{") === true ? changeMember(raw, "include_usage", () => "true") : '{"include_usage":true}',
  );
}

/** A frame that tells only the counts: for callers who did not ask for it. */
const USAGE_FRAME = /^data: ?\{(?=[^\n]*"choices":\s*\[\])(?=[^\n]*"usage":\s*\{)[^\n]*\n\n/gm;

/** Tries of an answer whose head was fine and whose body is not: nothing of it has reached the caller yet. */
const BODY_ATTEMPTS = 2;

async function callNative(deps: Deps, call: Call, target: Target, options: ModelCallOptions): Promise<Called> {
  const body = nativeBody(call, target);
  const totalMs = options.timeouts?.totalMs ?? Number.POSITIVE_INFINITY;
  const startedMs = deps.clock.now().getTime();
  const { clientHeaders } = ADAPTERS[target.connection.type];
  const passed = Object.entries(call.clientHeaders).filter(([name]) => clientHeaders.includes(name));
  const first: ModelCallOptions = { ...options, headers: Object.fromEntries(passed) };
  for (let number = 1, leftMs = totalMs; ; number += 1) {
    const timed = number === 1 ? first : { ...first, timeouts: { ...options.timeouts, totalMs: leftMs } };
    const answer = await deps.models.send(target.connection, call.endpoint.name, body, timed);
    const begunMs = deps.clock.now().getTime();
    try {
      return await readAnswer(call, target.connection.name, answer);
    } catch (error) {
      if (!(error instanceof UpstreamFailure)) throw error;
      const nowMs = deps.clock.now().getTime();
      options.onAttempt?.({ number, durationMs: nowMs - begunMs, failure: error });
      leftMs = totalMs - (nowMs - startedMs);
      if (!error.retryable || number >= BODY_ATTEMPTS || leftMs <= 0) throw error;
    }
  }
}

/** @throws UpstreamFailure where it is no answer of this endpoint */
async function readAnswer({ endpoint, streamed }: Call, provider: string, answer: SentAnswer): Promise<Called> {
  if (streamed && answer.kind === "pieces" && answer.contentType === "text/event-stream") {
    return { kind: "stream", source: decodePieces(answer.source) };
  }
  const text = answer.kind === "whole" ? answer.text : await readAll(decodePieces(answer.source));
  const value = asObject(parseJson(text));
  if (streamed || value === null || !endpoint.isAnswer(value)) {
    throw new UpstreamFailure({ kind: "malformed", provider });
  }
  return { kind: "whole", text, usage: endpoint.usage(value) };
}

function decodePieces(source: ByteSource): TextSource {
  const decoder = new TextDecoder();
  let over = false;
  return {
    async next() {
      if (over) return null;
      const piece = await source.next();
      if (piece !== null) return decoder.decode(piece, { stream: true });
      over = true;
      const rest = decoder.decode();
      return rest === "" ? null : rest;
    },
    cancel: () => source.cancel().catch(() => undefined),
  };
}

async function readAll(source: TextSource): Promise<string> {
  let text = "";
  for (let piece = await source.next(); piece !== null; piece = await source.next()) text += piece;
  return text;
}

const toSse = (frames: readonly Frame[]): string =>
  frames
    .map(({ event, data }) => {
      const text = typeof data === "string" ? data : JSON.stringify(data);
      return `${event === null ? "" : `event: ${event}\n`}data: ${text}\n\n`;
    })
    .join("");

async function callTranslated(deps: Deps, call: Call, target: Target, options: ModelCallOptions): Promise<Called> {
  const dialect = DIALECTS[call.endpoint.client];
  const request = dialect.decode({ ...(JSON.parse(call.body) as JsonObject), model: target.model });
  if (!call.streamed) {
    const answer = await deps.models.chat(target.connection, request, options);
    return { kind: "whole", text: JSON.stringify(dialect.encode(answer, call.context)), usage: answer.usage };
  }
  const events = deps.models.stream(target.connection, request, options)[Symbol.asyncIterator]();
  // The status of the answer waits for the first event: until then a failure is an error of HTTP's.
  const first = await events.next();
  const encoder = dialect.stream(call.context);
  let waiting: ChatEvent | null = first.done === true ? null : first.value;
  let ended = first.done === true;
  let closed = false;
  return {
    kind: "stream",
    source: {
      async next() {
        for (;;) {
          if (waiting !== null) {
            const text = toSse(encoder.push(waiting));
            waiting = null;
            if (text !== "") return text;
          }
          if (ended) {
            if (closed) return null;
            closed = true;
            return toSse(encoder.end());
          }
          const step = await events.next();
          if (step.done === true) ended = true;
          else waiting = step.value;
        }
      },
      cancel: async () => void (await events.return?.()),
    },
  };
}

function toBase64(vector: readonly number[]): string {
  const bytes = new Uint8Array(new Float32Array(vector).buffer);
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}

/** OpenAI's embeddings over a provider that has its own format for them. */
async function embedTranslated(deps: Deps, call: Call, target: Target, options: ModelCallOptions): Promise<Called> {
  const body = JSON.parse(call.body) as JsonObject;
  const texts = typeof body.input === "string" ? [body.input] : body.input;
  if (!Array.isArray(texts) || !texts.every((text) => typeof text === "string")) {
    throw refuse("input", "must be a text or a list of texts for this model's provider");
  }
  if (body.dimensions !== undefined) throw refuse("dimensions", "cannot be translated for this model's provider");
  const vectors = await deps.models.embed(target.connection, target.model, texts, options);
  const tokens = texts.reduce((sum: number, text: string) => sum + estimateTokens(text), 0);
  const answer = {
    object: "list",
    data: vectors.map((vector, index) => ({
      object: "embedding",
      index,
      embedding: body.encoding_format === "base64" ? toBase64(vector) : vector,
    })),
    model: call.context.model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
  const usage = { inputTokens: tokens, outputTokens: 0, cachedInputTokens: 0, estimated: true };
  return { kind: "whole", text: JSON.stringify(answer), usage };
}

/** An estimate, for providers that cannot count. */
function countTranslated(call: Call, target: Target): Called {
  const body = JSON.parse(call.body) as JsonObject;
  const tokens = estimateRequest(DIALECTS["anthropic-messages"].decode({ ...body, model: target.model }));
  return { kind: "whole", text: JSON.stringify({ input_tokens: tokens }), usage: null };
}

/** @throws UpstreamFailure; AppError bad_request for what has no translation */
export async function callTarget(deps: Deps, call: Call, target: Target, options: ModelCallOptions): Promise<Called> {
  if (call.endpoint.isNative(target.connection)) return callNative(deps, call, target, options);
  if (call.endpoint.name === "embeddings") return embedTranslated(deps, call, target, options);
  if (call.endpoint.name === "count_tokens") return countTranslated(call, target);
  return callTranslated(deps, call, target, options);
}

/** Takes out the frame of counts that only we asked for. `text` is whole frames. */
export function dropUsageFrame(text: string): string {
  return text.includes('"usage"') ? text.replace(USAGE_FRAME, "") : text;
}
