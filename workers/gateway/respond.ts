// Answers of the gateway as HTTP: whole or streamed, with what the caller may know of the scan in headers.
import { encodeError, type DialectName } from "../core/gateway/dialects/errors.ts";
import { toAppError, toWireError } from "../services/gateway/failures.ts";
import type { AnswerStream } from "../services/gateway/answer-stream.ts";
import type { ExchangeFacts, StreamOutcome, WholeOutcome } from "../services/gateway/exchange.ts";

const SECURITY: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "Cache-Control": "no-store",
};

/** `EMAIL=2, PHONE=1` */
function listCounts(counts: Record<string, number>): string {
  return Object.keys(counts)
    .toSorted()
    .map((name) => `${name}=${counts[name]}`)
    .join(", ");
}

/** Ids under the names that either vendor's SDK reads. */
const identity = (requestId: string): Record<string, string> => ({
  "X-Request-ID": requestId,
  "request-id": requestId,
});

function factHeaders(facts: ExchangeFacts, inbound: Record<string, number> | null): Record<string, string> {
  const headers: Record<string, string> = {
    "x-uncase-mode": facts.mode,
    "x-uncase-provider": encodeURIComponent(facts.provider),
    "x-uncase-scanned-chars": String(facts.scannedChars),
  };
  if (facts.cached) headers["x-uncase-cache"] = "hit";
  if (facts.mode === "warn") {
    headers["x-uncase-findings"] = listCounts(facts.outbound);
    if (inbound !== null) headers["x-uncase-answer-findings"] = listCounts(inbound);
  }
  return headers;
}

/** The text of an answer as a body that ends the provider's call when the reader leaves. */
export function toBody(answer: AnswerStream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const text = await answer.next();
      if (text === null) controller.close();
      else controller.enqueue(encoder.encode(text));
    },
    cancel: () => answer.cancel(),
  });
}

export function toResponse(outcome: WholeOutcome | StreamOutcome, requestId: string): Response {
  const inbound = outcome.kind === "whole" ? outcome.inbound : null;
  const headers = { ...SECURITY, ...identity(requestId), ...factHeaders(outcome.facts, inbound) };
  if (outcome.kind === "whole") {
    return new Response(outcome.text, { headers: { ...headers, "Content-Type": "application/json" } });
  }
  return new Response(toBody(outcome.answer), {
    headers: { ...headers, "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" },
  });
}

/** An error in the caller's wire format; the official SDKs raise their own typed error for it. */
export function toErrorAnswer(dialect: DialectName, error: unknown, requestId: string): Response {
  const wire = toWireError(error, requestId);
  const headers = { ...SECURITY, ...identity(requestId), ...toAppError(error)?.headers };
  return Response.json(encodeError(dialect, wire), { status: wire.status, headers });
}
