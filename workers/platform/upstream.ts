// One HTTP exchange with a provider: bounded in time and size, never redirected, failing in one way only.
import { failureOfAnswer, UpstreamFailure } from "../core/models/failures.ts";
import type { Deadline } from "./deadline.ts";

/** An answer of a provider is cut off where it grows over this. */
export const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
/** Bodies that say that they are this short are read in one go. */
const SMALL_BYTES = 1024 * 1024;
/** As much of an error's body is read as its code needs. */
const MAX_ERROR_BYTES = 64 * 1024;

/** Types of content that a model's answer can have; `application/problem+json` and the like are among them. */
const ANSWER_TYPES =
  /^(?:application\/(?:[\w.-]+\+)?json|text\/event-stream|application\/(?:x-ndjson|jsonl))(?:\s*;|$)/i;

export interface UpstreamRequest {
  provider: string;
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

export interface UpstreamAnswer {
  headers: Headers;
  /** Lower case, without parameters; empty where none was given. */
  contentType: string;
  /**
   * The body in pieces, each of which holds until the next is asked for; throws `UpstreamFailure` when it breaks, is late
   * or grows too large.
   */
  chunks(): AsyncGenerator<Uint8Array, void, undefined>;
  /** The whole body as text. @throws UpstreamFailure */
  text(): Promise<string>;
}

/** What went wrong on the way, told from why the deadline ended. */
export function failureOnTheWay(provider: string, deadline: Deadline): UpstreamFailure {
  const cause = deadline.cause();
  if (cause !== null) return new UpstreamFailure({ kind: cause, provider });
  return new UpstreamFailure({ kind: "unavailable", provider });
}

/** As much of a body as one read takes; what came in smaller pieces meanwhile comes in one. */
const READ_BYTES = 16 * 1024;

/** Reads a stream in pieces as large as they come; undefined at its end. */
function openReader(stream: ReadableStream<Uint8Array>): {
  read(): Promise<Uint8Array | undefined>;
  cancel(): Promise<void>;
} {
  try {
    // A reader without a buffer of its own gets pieces of 4 KiB at most, and each costs a trip through the event loop.
    const reader = stream.getReader({ mode: "byob" });
    let buffer = new ArrayBuffer(READ_BYTES);
    return {
      read: async () => {
        const { done, value } = await reader.read(new Uint8Array(buffer));
        if (value === undefined) return undefined;
        // The same memory for the next piece: a read hands it over and back.
        buffer = value.buffer;
        return done ? undefined : value;
      },
      cancel: () => reader.cancel(),
    };
  } catch {
    // Not a stream of bytes: what a binding answers may be any.
    const reader = stream.getReader();
    return { read: async () => (await reader.read()).value, cancel: () => reader.cancel() };
  }
}

/**
 * The bytes of a stream under a deadline and a bound; leaving the loop cancels the stream. A piece holds until the next
 * one is asked for.
 */
export async function* boundedChunks(
  stream: ReadableStream<Uint8Array>,
  provider: string,
  deadline: Deadline,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = openReader(stream);
  // One listener for the whole stream: a race for each piece would leave its own on the deadline until that is over.
  let giveUp: (reason: unknown) => void = () => undefined;
  deadline.ended.catch((reason: unknown) => giveUp(reason));
  const next = () =>
    new Promise<Uint8Array | undefined>((resolve, reject) => {
      giveUp = reject;
      if (deadline.cause() !== null) reject(new Error("ended"));
      else reader.read().then(resolve, reject);
    });
  let size = 0;
  let whole = false;
  try {
    for (;;) {
      let piece: Uint8Array | undefined;
      try {
        piece = await next();
      } catch {
        throw failureOnTheWay(provider, deadline);
      }
      if (piece === undefined) {
        whole = true;
        return;
      }
      deadline.touch();
      size += piece.byteLength;
      if (size > MAX_ANSWER_BYTES) {
        throw new UpstreamFailure({
          kind: "malformed",
          provider,
          reason: "answered more than 32 MiB",
          retryable: false,
        });
      }
      yield piece;
    }
  } finally {
    if (!whole) reader.cancel().catch(() => undefined);
  }
}

/** The beginning of a body as text, at most `maxBytes` of it. */
async function readStart(chunks: AsyncGenerator<Uint8Array>, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  try {
    for await (const chunk of chunks) {
      text += decoder.decode(chunk, { stream: true });
      size += chunk.byteLength;
      if (size >= maxBytes) break;
    }
  } catch {
    // An error body that breaks off is read as far as it came.
  }
  return text;
}

/** A whole body as text. @throws UpstreamFailure */
export async function readText(chunks: AsyncGenerator<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  for await (const chunk of chunks) pieces.push(decoder.decode(chunk, { stream: true }));
  pieces.push(decoder.decode());
  return pieces.join("");
}

/**
 * Sends a request and waits for the head of a successful answer.
 * @throws UpstreamFailure for any other: another status, a redirect, a page of HTML, no answer
 */
export async function exchange(
  send: typeof fetch,
  request: UpstreamRequest,
  deadline: Deadline,
): Promise<UpstreamAnswer> {
  const { provider, url, method, headers, body } = request;
  let response: Response;
  try {
    response = await send(url, { method, headers, body, redirect: "manual", signal: deadline.signal });
  } catch {
    throw failureOnTheWay(provider, deadline);
  }
  deadline.headArrived();
  const contentType = (response.headers.get("content-type") ?? "").toLowerCase();
  const chunks = () => boundedChunks(response.body ?? new Blob([]).stream(), provider, deadline);
  if (!response.ok) {
    throw failureOfAnswer({
      provider,
      status: response.status,
      header: (name) => response.headers.get(name),
      bodyText: await readStart(chunks(), MAX_ERROR_BYTES),
      nowMs: Date.now(),
    });
  }
  if (contentType !== "" && !ANSWER_TYPES.test(contentType)) {
    await response.body?.cancel().catch(() => undefined);
    throw new UpstreamFailure({ kind: "malformed", provider, status: response.status });
  }
  const text = async (): Promise<string> => {
    const { headers: got } = response;
    // What is compressed may be far longer than it says.
    const isSmall = Number(got.get("content-length") ?? Number.NaN) <= SMALL_BYTES && !got.has("content-encoding");
    if (!isSmall) return readText(chunks());
    try {
      return await Promise.race([response.text(), deadline.ended]);
    } catch {
      throw failureOnTheWay(provider, deadline);
    }
  };
  return { headers: response.headers, contentType: contentType.split(";")[0]!.trim(), chunks, text };
}
