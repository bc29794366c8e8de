// The model port over fetch and the AI binding.
import { ADAPTERS, type Adapter } from "../core/models/adapters.ts";
import { completeAnswer, createAssembler } from "../core/models/assemble.ts";
import type { ChatAnswer, ChatEvent, ChatRequest } from "../core/models/chat.ts";
import { baseUrlOf, KEY_LABEL, keyPlace } from "../core/models/connection.ts";
import { parseJson, UpstreamFailure } from "../core/models/failures.ts";
import { createLineReader, createSseReader, type Frame } from "../core/models/sse.ts";
import { type DecodedAnswer, Untranslatable } from "../core/models/wire/wire.ts";
import { type AllowedHost, refuseAddress } from "../core/limits/address-guard.ts";
import type { Secrets } from "../services/ports/accounts.ts";
import type {
  ByteSource,
  ModelCallOptions,
  ModelEndpoint,
  ModelPort,
  ModelTimeouts,
  ProviderConnection,
} from "../services/ports/models.ts";
import { createCallControl } from "./call-control.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import type { TextModels } from "./judge.ts";
import { exchange, failureOnTheWay, type UpstreamAnswer, type UpstreamRequest } from "./upstream.ts";
import { askBinding } from "./workers-ai.ts";

export const DEFAULT_TIMEOUTS: ModelTimeouts = { firstByteMs: 60_000, idleMs: 60_000, totalMs: 300_000 };
const MAX_CACHED_KEYS = 1000;

export interface ModelPortParts {
  secrets: Secrets;
  allowedHosts: readonly AllowedHost[];
  /** Keys of the installation's own providers by their id, each for one origin; they are never stored. */
  installationKeys: ReadonlyMap<string, { origin: string; key: string }>;
  ai: TextModels;
  fetch?: typeof fetch;
}

/** What is known of a base URL. */
interface Place {
  origin: string;
  /** Why nothing may be sent there; null where it may. */
  refusal: string | null;
}

/** Keys opened once and kept in the isolate. */
function createKeyRing({ secrets, installationKeys }: ModelPortParts) {
  const opened = new Map<string, string>();
  return async (connection: ProviderConnection, origin: string): Promise<string | null> => {
    const { id, organizationId, sealedKey } = connection;
    const ofInstallation = installationKeys.get(id);
    if (ofInstallation !== undefined) return ofInstallation.origin === origin ? ofInstallation.key : null;
    if (sealedKey === null) return null;
    const cacheKey = `${organizationId}\n${id}\n${origin}\n${sealedKey}`;
    const known = opened.get(cacheKey);
    if (known !== undefined) return known;
    let key: string;
    try {
      key = await secrets.open(organizationId, KEY_LABEL, sealedKey, keyPlace(id, origin));
    } catch {
      throw new UpstreamFailure({
        kind: "auth",
        provider: connection.name,
        reason: "has a key that does not open for this address; give the key again",
      });
    }
    if (opened.size >= MAX_CACHED_KEYS) opened.clear();
    opened.set(cacheKey, key);
    return key;
  };
}

/** Every method of the port is one call to `attempts`, which owns retries, the deadline and the place in the queue. */
export function makeModels(parts: ModelPortParts): ModelPort {
  const send = parts.fetch ?? ((input, init) => fetch(input, init));
  const control = createCallControl();
  const keyOf = createKeyRing(parts);

  const places = new Map<string, Place>();
  /** What the guard says of an address. The operator's list cannot change while the isolate lives. */
  const placeOf = (base: string): Place => {
    let place = places.get(base);
    if (place === undefined) {
      const url = URL.parse(base);
      place = {
        origin: url?.origin ?? "",
        refusal: url === null ? "is no URL" : refuseAddress(url, parts.allowedHosts),
      };
      if (places.size >= MAX_CACHED_KEYS) places.clear();
      places.set(base, place);
    }
    return place;
  };

  /** Where and how to send. */
  const prepare = async (
    connection: ProviderConnection,
    endpoint: ModelEndpoint,
    body: string | null,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<UpstreamRequest> => {
    const provider = connection.name;
    const adapter = ADAPTERS[connection.type];
    const path = adapter.paths[endpoint];
    const base = baseUrlOf(connection.type, connection.apiBase);
    if (adapter.transport !== "http" || path === undefined || base === null) {
      throw new UpstreamFailure({ kind: "unsupported", provider, reason: `has no endpoint for ${endpoint}` });
    }
    const { origin, refusal } = placeOf(base);
    if (refusal !== null) {
      throw new UpstreamFailure({ kind: "unsupported", provider, reason: `has an address that ${refusal}` });
    }
    const key = await keyOf(connection, origin);
    const { name, prefix } = adapter.keyHeader;
    return {
      provider,
      method: body === null ? "GET" : "POST",
      url: base + path,
      headers: {
        accept: "application/json, text/event-stream, application/x-ndjson",
        ...(body === null ? {} : { "content-type": "application/json" }),
        ...adapter.headers,
        ...headers,
        ...(key === null ? {} : { [name]: prefix + key }),
      },
      body,
    };
  };

  /** One attempt under its own deadline, in its place of the queue; `work` may keep both for what it returns. */
  const within = async <T>(
    connection: ProviderConnection,
    timeouts: ModelTimeouts,
    signal: AbortSignal | undefined,
    work: (deadline: Deadline, leave: () => void) => Promise<T>,
  ): Promise<T> => {
    const deadline = startDeadline(timeouts, signal);
    let leavePlace: () => void = () => undefined;
    const leave = (): void => {
      deadline.clear();
      leavePlace();
    };
    try {
      leavePlace = await control.enter(stateKey(connection), deadline.ended).catch(() => {
        throw failureOnTheWay(connection.name, deadline);
      });
      return await work(deadline, leave);
    } catch (error) {
      leave();
      throw error;
    }
  };

  /** Opens one streamed or whole answer as events, those that came together together. */
  const openEvents = async (
    connection: ProviderConnection,
    request: ChatRequest,
    deadline: Deadline,
    onAdmitted: () => void = () => undefined,
  ): Promise<AsyncGenerator<ChatEvent[], void, undefined>> => {
    const adapter = ADAPTERS[connection.type];
    const body = encode(connection, request, adapter);
    const answer =
      adapter.transport === "binding"
        ? await askBinding(parts.ai, connection.name, request.model, body, deadline)
        : await exchange(send, await prepare(connection, "chat", JSON.stringify(body)), deadline);
    onAdmitted();
    return decode(connection.name, adapter, answer);
  };

  const attempts = async <T>(
    connection: ProviderConnection,
    options: ModelCallOptions,
    work: (deadline: Deadline, leave: () => void) => Promise<T>,
  ): Promise<T> => {
    refuseBuiltin(connection);
    const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    const { totalMs } = timeouts;
    return control.run({ key: stateKey(connection), provider: connection.name, totalMs, options }, (leftMs) =>
      within(connection, { ...timeouts, totalMs: leftMs }, options.signal, work),
    );
  };

  /** A JSON answer, whole. */
  const askJson = (
    connection: ProviderConnection,
    endpoint: ModelEndpoint,
    body: object | null,
    options: ModelCallOptions,
  ): Promise<unknown> =>
    attempts(connection, options, async (deadline, leave) => {
      const text = body === null ? null : JSON.stringify(body);
      const answer = await exchange(send, await prepare(connection, endpoint, text), deadline);
      const value = parseJson(await answer.text());
      leave();
      if (value === undefined) throw new UpstreamFailure({ kind: "malformed", provider: connection.name });
      return value;
    });

  return {
    chat: (connection, request, options = {}) =>
      attempts(connection, options, async (deadline, leave): Promise<ChatAnswer> => {
        const assembler = createAssembler();
        const answer = await openEvents(connection, request, deadline, options.onAdmitted);
        for await (const events of answer) events.forEach(assembler.push);
        leave();
        return completeAnswer(assembler.answer(), request);
      }),

    async *stream(connection, request, options = {}) {
      const opened = await attempts(connection, options, async (deadline, leave) => {
        const events = await openEvents(connection, request, deadline);
        // The first events belong to the attempt: until they are here, another may take its place.
        return { events, first: await events.next(), leave };
      });
      const assembler = createAssembler();
      let hasUsage = false;
      try {
        for (let step = opened.first; !step.done; step = await opened.events.next()) {
          for (const event of step.value) {
            assembler.push(event);
            hasUsage ||= event.type === "usage";
            yield event;
          }
        }
        if (!hasUsage) yield { type: "usage", usage: completeAnswer(assembler.answer(), request).usage };
      } catch (error) {
        if (error instanceof UpstreamFailure) control.noteFailure(stateKey(connection), error);
        throw error;
      } finally {
        opened.leave();
        await opened.events.return();
      }
    },

    async embed(connection, model, texts, options = {}) {
      const adapter = ADAPTERS[connection.type];
      const provider = connection.name;
      if (texts.length === 0) return [];
      const body = translating(provider, () => adapter.wire.encodeEmbeddings(model, texts));
      const value =
        adapter.transport === "binding"
          ? await attempts(connection, options, async (deadline, leave) => {
              const answer = await askBinding(parts.ai, provider, model, body, deadline);
              const text = await answer.text();
              leave();
              return parseJson(text);
            })
          : await askJson(connection, "embeddings", body, options);
      const vectors = adapter.wire.decodeEmbeddings(value, texts.length);
      if (vectors === null) throw new UpstreamFailure({ kind: "malformed", provider });
      return vectors;
    },

    async models(connection, options = {}) {
      const names = ADAPTERS[connection.type].wire.decodeModels(await askJson(connection, "models", null, options));
      if (names === null) throw new UpstreamFailure({ kind: "malformed", provider: connection.name });
      return names;
    },

    send: (connection, endpoint, body, options = {}) =>
      attempts(connection, options, async (deadline, leave) => {
        const answer = await exchange(send, await prepare(connection, endpoint, body, options.headers), deadline);
        const { contentType } = answer;
        if (contentType === "application/json") {
          const text = await answer.text();
          leave();
          return { kind: "whole", text };
        }
        const onFailure = (error: unknown): void => {
          if (error instanceof UpstreamFailure) control.noteFailure(stateKey(connection), error);
        };
        return { kind: "pieces", contentType, source: toSource(answer, leave, onFailure) };
      }),
  };
}

/** Breaker and queue are per provider and address: a provider that was moved begins anew. */
function stateKey({ organizationId, id, apiBase }: ProviderConnection): string {
  return `${organizationId}\n${id}\n${apiBase ?? ""}`;
}

function refuseBuiltin({ type, name }: ProviderConnection): void {
  if (ADAPTERS[type].transport !== "none") return;
  throw new UpstreamFailure({
    kind: "unsupported",
    provider: name,
    reason: "writes conversations inside the Worker and answers no chat",
  });
}

function translating<T>(provider: string, encodeBody: () => T): T {
  try {
    return encodeBody();
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    throw new UpstreamFailure({ kind: "unsupported", provider, reason: error.message });
  }
}

function encode(connection: ProviderConnection, request: ChatRequest, adapter: Adapter) {
  return translating(connection.name, () => adapter.wire.encodeChat(request, adapter, adapter.canStream));
}

/**
 * The events of an answer, streamed or whole; never an empty list. Those before a fault are given first.
 * @throws UpstreamFailure where the answer breaks off or is not the protocol's
 */
async function* decode(
  provider: string,
  adapter: Adapter,
  answer: UpstreamAnswer,
): AsyncGenerator<ChatEvent[], void, undefined> {
  const malformed = (): UpstreamFailure => new UpstreamFailure({ kind: "malformed", provider });
  if (answer.contentType === "application/json") {
    const decoded = adapter.wire.decodeChat(parseJson(await answer.text()));
    if (decoded === null) throw malformed();
    yield [...toEvents(decoded)];
    return;
  }
  const reader = adapter.wire.framing === "sse" ? createSseReader() : createLineReader();
  const decoder = adapter.wire.createDecoder();
  const checked = function* (events: ChatEvent[]): Generator<ChatEvent[]> {
    const fault = events.findIndex(({ type }) => type === "error");
    const sound = fault === -1 ? events : events.slice(0, fault);
    if (sound.length > 0) yield sound;
    const error = events[fault];
    if (error?.type === "error") throw new UpstreamFailure({ kind: error.kind ?? "malformed", provider });
  };
  const read = (frames: Frame[] | null): ChatEvent[] => {
    if (frames === null) throw malformed();
    return frames.flatMap((frame) => decoder.push(frame));
  };
  for await (const chunk of answer.chunks()) yield* checked(read(reader.push(chunk)));
  yield* checked(read(reader.end()));
  yield* checked(decoder.end());
}

/** A whole answer as the events that a stream would have had. */
function* toEvents(answer: DecodedAnswer): Generator<ChatEvent, void, undefined> {
  yield { type: "start", id: answer.id, model: answer.model };
  for (const [choice, { parts, finishReason }] of answer.choices.entries()) {
    let calls = 0;
    for (const part of parts) {
      if (part.type === "text" || part.type === "refusal" || part.type === "reasoning") yield { ...part, choice };
      if (part.type === "tool_call") {
        yield { ...part, choice, index: calls };
        calls += 1;
      }
    }
    yield { type: "finish", choice, reason: finishReason };
  }
  if (answer.usage !== null) yield { type: "usage", usage: answer.usage };
}

/** The body as a source that keeps the deadline until it ends, breaks or is left. */
function toSource(answer: UpstreamAnswer, leave: () => void, onFailure: (error: unknown) => void): ByteSource {
  const chunks = answer.chunks();
  return {
    async next() {
      try {
        const step = await chunks.next();
        if (!step.done) return step.value;
        leave();
        return null;
      } catch (error) {
        leave();
        onFailure(error);
        throw error;
      }
    },
    async cancel() {
      leave();
      await chunks.return();
    },
  };
}
