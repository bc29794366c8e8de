// Ports of models over the network.
import type { ProviderResponse, ProviderType } from "../../contract/provider.ts";
import type { ChatAnswer, ChatEvent, ChatRequest } from "../../core/models/chat.ts";
import type { UpstreamFailure } from "../../core/models/failures.ts";

/** A language model that grades conversations. */
export interface JudgePort {
  model: string;
  /** The model's answer as text, asked for in the shape of the JSON Schema. Rejects on an outage. */
  ask(prompt: { system: string; user: string }, schema: object): Promise<string>;
}

/** A provider's row. `sealed_key` opens for this provider at this host only. */
export interface ProviderRecord extends Omit<ProviderResponse, "organization_id" | "has_api_key"> {
  sealed_key: string | null;
}

export interface ProviderStore {
  /** Inserts, and takes `is_default` from the tenant's others in the same transaction when it is set. */
  create(organizationId: string, record: ProviderRecord): Promise<"created" | "name_taken">;
  /** Writes, and takes `is_default` from the tenant's others in the same transaction when it is set. */
  update(organizationId: string, record: ProviderRecord): Promise<"updated" | "name_taken">;
  /** Puts one sealed form of the same key in the place of another; false when it was changed meanwhile. */
  reseal(organizationId: string, id: string, before: string, after: string): Promise<boolean>;
  get(organizationId: string, id: string): Promise<ProviderRecord | null>;
  findByName(organizationId: string, name: string): Promise<ProviderRecord | null>;
  /** The default first, then the newest. */
  list(organizationId: string): Promise<ProviderRecord[]>;
  delete(organizationId: string, id: string): Promise<boolean>;
}

/** How a provider is reached: what `services/providers.ts` makes of a row, and all that the model port needs. */
export interface ProviderConnection {
  id: string;
  name: string;
  /** Whose it is; the key opens with this tenant's sealing key alone. */
  organizationId: string;
  type: ProviderType;
  /** Without a slash at its end; null: the type's own address. */
  apiBase: string | null;
  sealedKey: string | null;
  defaultModel: string;
  maxTokens: number;
  temperature: number;
}

/** All in milliseconds. */
export interface ModelTimeouts {
  /** Until the head of the answer: connecting included. */
  firstByteMs: number;
  /** Between two pieces of the answer. */
  idleMs: number;
  /** The whole call: all attempts and the pauses between them. */
  totalMs: number;
}

/** What became of one attempt; `failure` is null when it succeeded. */
export interface ModelAttempt {
  number: number;
  durationMs: number;
  failure: UpstreamFailure | null;
}

export interface ModelCallOptions {
  /** Ends the call; the failure is then `aborted`. */
  signal?: AbortSignal;
  timeouts?: Partial<ModelTimeouts>;
  /** Headers besides those of the provider's type, in lower case; `send` alone takes them. */
  headers?: Readonly<Record<string, string>>;
  /** The provider let the call in: the head of a good answer is here. */
  onAdmitted?: () => void;
  /** Most attempts, the first included; 3 by default. A stream is tried again only before its first event. */
  attempts?: number;
  /** The longest `Retry-After` that is waited for, in milliseconds; a longer one fails the call. 30 s by default. */
  maxRetryAfterMs?: number;
  /**
   * Whether the rest that a provider is given after failures in a row is waited for like a `Retry-After`, instead of
   * failing at once: for work that nobody is waiting for.
   */
  waitsForRest?: boolean;
  onAttempt?: (attempt: ModelAttempt) => void;
}

/** Bytes that come in pieces. A piece holds until the next one is asked for. */
export interface ByteSource {
  /** Null at the end. Rejects with an `UpstreamFailure` when the body breaks, idles too long or grows over 32 MiB. */
  next(): Promise<Uint8Array | null>;
  /** Ends the call; nothing may be asked for afterwards. */
  cancel(): Promise<void>;
}

/** A provider's answer as it came: JSON whole, anything else in pieces. */
export type SentAnswer =
  | { kind: "whole"; text: string }
  /** `contentType` is in lower case, without parameters; empty where none was given. */
  | { kind: "pieces"; contentType: string; source: ByteSource };

/** Endpoints that a client's own body can be passed on to. */
export type ModelEndpoint = "chat" | "responses" | "embeddings" | "models" | "messages" | "count_tokens";

/**
 * Models over the network. Every method throws `UpstreamFailure` and nothing else; `builtin` is not reachable here and
 * fails as `unsupported`: its callers use the generator of core/generation.
 */
export interface ModelPort {
  /** Asks with `stream: true` where the provider can, and puts the answer together. */
  chat(connection: ProviderConnection, request: ChatRequest, options?: ModelCallOptions): Promise<ChatAnswer>;
  /** Never yields an `error` event: a stream that breaks throws. Leaving the loop ends the call. */
  stream(connection: ProviderConnection, request: ChatRequest, options?: ModelCallOptions): AsyncIterable<ChatEvent>;
  /** One vector per text, in order. */
  embed(
    connection: ProviderConnection,
    model: string,
    texts: readonly string[],
    options?: ModelCallOptions,
  ): Promise<number[][]>;
  /** Names of the models that the provider offers. */
  models(connection: ProviderConnection, options?: ModelCallOptions): Promise<string[]>;
  /** Passes a body on as it is, to an endpoint that the provider's type has. Answers with success only. */
  send(
    connection: ProviderConnection,
    endpoint: ModelEndpoint,
    body: string | null,
    options?: ModelCallOptions,
  ): Promise<SentAnswer>;
}

/** Addresses of a host by DNS. */
export interface Resolver {
  /** IPv4 and IPv6 addresses in text form; empty where the name has none; null where no resolver can be reached. */
  addresses(host: string): Promise<string[] | null>;
}
