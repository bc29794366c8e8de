// Workers AI by its binding: the answer in the shape of an HTTP exchange, so that the rest is the same for all.
import { UpstreamFailure, type FailureKind } from "../core/models/failures.ts";
import type { Deadline } from "./deadline.ts";
import type { TextModels } from "./judge.ts";
import { boundedChunks, failureOnTheWay, readText, type UpstreamAnswer } from "./upstream.ts";

/** Codes in the messages of the binding's errors (developers.cloudflare.com/workers-ai/platform/errors). */
const KINDS: readonly (readonly [RegExp, FailureKind])[] = [
  [/\b(?:5007|5018)\b/, "not_found"],
  [/\b(?:3036|4006)\b/, "quota"],
  [/\b3040\b/, "overloaded"],
  [/\b(?:3007|3046)\b/, "timeout"],
  [/\b(?:3006|5021)\b/, "too_long"],
  [/\b(?:5004|5005|3003)\b/, "bad_request"],
];

function failureOf(error: unknown, provider: string): UpstreamFailure {
  const message = error instanceof Error ? error.message : "";
  const kind = KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? "unavailable";
  return new UpstreamFailure({ kind, provider });
}

/** Asks a model by the binding. @throws UpstreamFailure */
export async function askBinding(
  ai: TextModels,
  provider: string,
  model: string,
  body: Record<string, unknown>,
  deadline: Deadline,
): Promise<UpstreamAnswer> {
  let result: unknown;
  try {
    result = await Promise.race([ai.run(model, body), deadline.ended]);
  } catch (error) {
    throw deadline.cause() === null ? failureOf(error, provider) : failureOnTheWay(provider, deadline);
  }
  deadline.headArrived();
  const stream = result instanceof ReadableStream ? (result as ReadableStream<Uint8Array>) : null;
  const chunks = () => boundedChunks(stream ?? new Blob([JSON.stringify(result ?? null)]).stream(), provider, deadline);
  return {
    headers: new Headers(),
    contentType: stream === null ? "application/json" : "text/event-stream",
    chunks,
    text: () => readText(chunks()),
  };
}
