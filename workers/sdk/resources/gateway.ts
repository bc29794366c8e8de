import { createParser } from "eventsource-parser";
import type { EventSourceMessage } from "eventsource-parser";
import type {
  ChatRequest,
  ChatResponse,
  ChatStreamChunk,
  ChatStreamComplete,
  GatewayCoverageResponse,
  GatewayFeedbackRequest,
  GatewayInspectRequest,
  GatewayInspectResponse,
  GatewayLogListResponse,
  GatewayPolicyListResponse,
  GatewayPolicyRequest,
  GatewayPolicyResponse,
} from "../../contract/gateway.ts";
import type {
  GatewayCaptureContent,
  GatewayCaptureListResponse,
  GatewayFlywheelRequest,
  GatewayFlywheelResponse,
} from "../../contract/gateway-capture.ts";
import type { GatewaySettings, GatewaySettingsResponse } from "../../contract/gateway-settings.ts";
import type { z } from "../../contract/zod.ts";
import { UNCASEError } from "../error.ts";
import type { PageRange } from "../pages.ts";
import { segment } from "../path.ts";
import type { CallOptions, Transport } from "../transport.ts";

type ChatInput = z.input<typeof ChatRequest>;

/** Pieces of the answer, then one `done` with the whole. */
export type ChatEvent = { type: "delta"; chunk: ChatStreamChunk } | { type: "done"; answer: ChatStreamComplete };

export interface GatewayCallOptions extends CallOptions {
  /** Names the conversation, so that its tokens stay the same over requests that do not repeat the history. */
  conversation?: string;
}

const conversationHeader = (options: GatewayCallOptions): Record<string, string> =>
  options.conversation === undefined ? {} : { "x-uncase-conversation": options.conversation };

/** The privacy gateway: chat with a model, and everything that steers it. */
export function gateway(http: Transport) {
  const root = "/api/v1/gateway";
  return {
    chat: (input: ChatInput, options: GatewayCallOptions = {}) =>
      http.json<ChatResponse>(
        { method: "POST", path: `${root}/chat`, json: input, repeat: "never", headers: conversationHeader(options) },
        options,
      ),
    /** Leaving the loop ends the answer. A failure after the first piece is thrown like any other. */
    chatStream: (input: ChatInput, options: GatewayCallOptions = {}) => chatEvents(http, root, input, options),
    policies: (options?: CallOptions) =>
      http.json<GatewayPolicyListResponse>({ method: "GET", path: `${root}/policies`, repeat: "safe" }, options),
    writePolicy: (input: z.input<typeof GatewayPolicyRequest>, options?: CallOptions) =>
      http.json<GatewayPolicyResponse>(
        { method: "POST", path: `${root}/policies`, json: input, repeat: "keyed" },
        options,
      ),
    /** Makes a candidate the next version of the live policy. */
    promotePolicy: (id: string, options?: CallOptions) =>
      http.json<GatewayPolicyResponse>(
        { method: "POST", path: `${root}/policies/${segment(id)}/promote`, repeat: "keyed" },
        options,
      ),
    /** Ends the trial of a candidate. */
    withdrawPolicy: (id: string, options?: CallOptions) =>
      http.json<void>({ method: "DELETE", path: `${root}/policies/${segment(id)}`, repeat: "safe" }, options),
    settings: (options?: CallOptions) =>
      http.json<GatewaySettingsResponse>({ method: "GET", path: `${root}/settings`, repeat: "safe" }, options),
    putSettings: (input: z.input<typeof GatewaySettings>, options?: CallOptions) =>
      http.json<GatewaySettingsResponse>(
        { method: "PUT", path: `${root}/settings`, json: input, repeat: "safe" },
        options,
      ),
    logs: (
      query: {
        page?: number;
        page_size?: number;
        key_id?: string;
        model?: string;
        provider?: string;
        verdict?: "pass" | "rewrite" | "block" | "refuse" | "invalid";
        /** A hash of `value_hashes`: requests that held the same value. */
        value_hash?: string;
      } = {},
      options?: CallOptions,
    ) =>
      http.json<GatewayLogListResponse>(
        { method: "GET", path: `${root}/logs`, query: { ...query }, repeat: "safe" },
        options,
      ),
    inspect: (input: z.input<typeof GatewayInspectRequest>, options?: CallOptions) =>
      http.json<GatewayInspectResponse>(
        { method: "POST", path: `${root}/inspect`, json: input, repeat: "safe" },
        options,
      ),
    feedback: (input: GatewayFeedbackRequest, options?: CallOptions) =>
      http.json<void>({ method: "POST", path: `${root}/feedback`, json: input, repeat: "safe" }, options),
    /** Requests whose content was kept, where the settings ask for it (`capture`). */
    captures: {
      list: (query: PageRange = {}, options?: CallOptions) =>
        http.json<GatewayCaptureListResponse>(
          { method: "GET", path: `${root}/captures`, query: { ...query }, repeat: "safe" },
          options,
        ),
      /** What was sent and answered, of a request that was kept encrypted. */
      read: (requestId: string, options?: CallOptions) =>
        http.json<GatewayCaptureContent>(
          { method: "GET", path: `${root}/captures/${segment(requestId)}/content`, repeat: "safe" },
          options,
        ),
      remove: (requestId: string, options?: CallOptions) =>
        http.json<void>({ method: "DELETE", path: `${root}/captures/${segment(requestId)}`, repeat: "safe" }, options),
      /** Makes seeds of conversations whose answers were rated well. */
      makeSeeds: (input: z.input<typeof GatewayFlywheelRequest>, options?: CallOptions) =>
        http.json<GatewayFlywheelResponse>(
          { method: "POST", path: `${root}/captures/seeds`, json: input, repeat: "safe" },
          options,
        ),
    },
    coverage: (options?: CallOptions) =>
      http.json<GatewayCoverageResponse>({ method: "GET", path: `${root}/coverage`, repeat: "safe" }, options),
  };
}

async function* chatEvents(
  http: Transport,
  root: string,
  input: ChatInput,
  options: GatewayCallOptions,
): AsyncGenerator<ChatEvent, void, undefined> {
  const response = await http.open(
    {
      method: "POST",
      path: `${root}/chat/stream`,
      json: input,
      repeat: "never",
      headers: { accept: "text/event-stream", ...conversationHeader(options) },
    },
    options,
  );
  const broken = (): UNCASEError =>
    new UNCASEError({ status: 0, code: "network_error", detail: "The answer ended early" });
  if (response.body === null) throw broken();
  const messages: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => messages.push(message) });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      options.signal?.throwIfAborted();
      if (done) throw broken();
      parser.feed(decoder.decode(value, { stream: true }));
      for (const message of messages.splice(0)) {
        const event = readEvent(message);
        yield event;
        if (event.type === "done") return;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** @throws UNCASEError for an `error` event */
function readEvent({ event, data }: EventSourceMessage): ChatEvent {
  const value = JSON.parse(data) as unknown;
  if (event === "done") return { type: "done", answer: value as ChatStreamComplete };
  if (event !== "error") return { type: "delta", chunk: value as ChatStreamChunk };
  const { error, type } = value as { error: string; type: string };
  throw new UNCASEError({ status: 200, code: type, detail: error });
}
