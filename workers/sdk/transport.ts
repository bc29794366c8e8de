import { errorOf, UNCASEError } from "./error.ts";

export interface ClientOptions {
  /** Where the API answers; `http://localhost:8000` by default. */
  baseUrl?: string;
  /** Sent as `X-API-Key`. */
  apiKey?: string;
  /** Stands in for the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Longest wait for one attempt's answer, in milliseconds; 120,000 by default. Streams: until they start. */
  timeoutMs?: number;
  /** How often a repeatable call is tried again; 3 by default. */
  retries?: number;
}

/** What every method takes as its last argument. */
export interface CallOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
  /** Overrides the random key of a call that starts work, so that a later process can repeat it without doing it twice. */
  idempotencyKey?: string;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

/**
 * One HTTP call. `repeat` says whether it may be sent again after a failure: `safe` changes nothing or ends in the
 * same state, `keyed` is made so by an Idempotency-Key, `never` is not.
 */
export interface Call {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  repeat: "safe" | "keyed" | "never";
  query?: Query;
  json?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
}

export interface Transport {
  /** The body of a successful answer; `undefined` for 204. */
  json<T>(call: Call, options?: CallOptions): Promise<T>;
  /** A successful answer whose body has not been read. The time-out covers its headers only. */
  open(call: Call, options?: CallOptions): Promise<Response>;
  /** How often a repeatable call is tried again. */
  readonly retries: number;
}

const REPEATABLE_STATUSES: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const FIRST_BACK_OFF_MS = 250;
const LONGEST_BACK_OFF_MS = 8_000;
/** A server that asks for more than this is not waited for: the caller gets the error and decides. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** The one place where requests are sent, timed out, repeated and turned into errors. */
export function createTransport(options: ClientOptions): Transport {
  const base = (options.baseUrl ?? "http://localhost:8000").replace(/\/+$/u, "");
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const retries = options.retries ?? 3;

  const attempt = async (call: Call, headers: Headers, call_: CallOptions, whole: boolean): Promise<Response> => {
    const timeoutMs = call_.timeoutMs ?? options.timeoutMs ?? 120_000;
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), timeoutMs);
    const signal = call_.signal ? AbortSignal.any([call_.signal, timer.signal]) : timer.signal;
    try {
      const response = await send(base + call.path + queryString(call.query), {
        method: call.method,
        headers,
        signal,
        ...bodyOf(call),
      });
      if (!response.ok) throw await errorOf(response, Date.now());
      // Read inside the time-out; a copy, so that the caller can read it again.
      return whole ? new Response(bodiless(response) ? null : await response.arrayBuffer(), response) : response;
    } catch (error) {
      call_.signal?.throwIfAborted();
      if (error instanceof UNCASEError) throw error;
      if (timer.signal.aborted) {
        throw new UNCASEError({ status: 0, code: "timeout", detail: `No answer within ${timeoutMs} ms`, cause: error });
      }
      throw new UNCASEError({ status: 0, code: "network_error", detail: `${base} cannot be reached`, cause: error });
    } finally {
      clearTimeout(timeout);
    }
  };

  const request = async (call: Call, callOptions: CallOptions, whole: boolean): Promise<Response> => {
    const headers = new Headers(call.headers);
    if (!headers.has("accept")) headers.set("accept", "application/json");
    if (call.json !== undefined) headers.set("content-type", "application/json");
    if (options.apiKey !== undefined) headers.set("x-api-key", options.apiKey);
    const keyed = call.repeat === "keyed" || callOptions.idempotencyKey !== undefined;
    if (keyed) headers.set("idempotency-key", callOptions.idempotencyKey ?? crypto.randomUUID());

    const mayRepeat = call.repeat !== "never" || keyed;
    for (let tried = 0; ; tried += 1) {
      callOptions.signal?.throwIfAborted();
      try {
        return await attempt(call, headers, callOptions, whole);
      } catch (error) {
        const wait = error instanceof UNCASEError && mayRepeat && tried < retries ? backOffMs(error, tried) : null;
        if (wait === null) throw error;
        await sleep(wait, callOptions.signal);
      }
    }
  };

  return {
    retries,
    open: (call, callOptions = {}) => request(call, callOptions, false),
    json: async <T>(call: Call, callOptions: CallOptions = {}): Promise<T> => {
      const response = await request(call, callOptions, true);
      if (response.status === 204) return undefined as T;
      try {
        return (await response.json()) as T;
      } catch (error) {
        throw new UNCASEError({
          status: response.status,
          code: "invalid_response",
          detail: `${call.method} ${call.path} answered something other than JSON`,
          requestId: response.headers.get("x-request-id"),
          cause: error,
        });
      }
    },
  };
}

/** Milliseconds to wait before the next try, drawn evenly up to a doubling ceiling; null when it is not worth one. */
export function backOffMs(error: UNCASEError, tried: number): number | null {
  if (error.code !== "network_error" && error.code !== "timeout" && !REPEATABLE_STATUSES.has(error.status)) return null;
  if (error.retryAfterMs !== null) return error.retryAfterMs <= LONGEST_RETRY_AFTER_MS ? error.retryAfterMs : null;
  return Math.random() * Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** tried);
}

/** Resolves after that many milliseconds; rejects with the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}

function bodyOf(call: Call): { body?: string | FormData } {
  if (call.json !== undefined) return { body: JSON.stringify(call.json) };
  return call.form === undefined ? {} : { body: call.form };
}

function bodiless(response: Response): boolean {
  return response.status === 204 || response.status === 205 || response.status === 304;
}

function queryString(query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) params.set(name, String(value));
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
