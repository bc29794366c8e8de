// A streamed answer on its way to the caller: scanned, ended in the caller's dialect whatever happens, settled once.
import type { JsonObject } from "../../contract/ids.ts";
import { encodeError, type WireError } from "../../core/gateway/dialects/errors.ts";
import { createStreamTransform } from "../../core/gateway/stream-transform.ts";
import type { RequestInspection, StreamReport } from "../../core/gateway/types.ts";
import type { ChatUsage } from "../../core/models/chat.ts";
import { estimateTokens } from "../../core/models/tokens.ts";
import { dropUsageFrame, type TextSource } from "./calls.ts";
import type { Endpoint } from "./endpoints.ts";
import type { End } from "./entry.ts";
import { toAppError, toWireError } from "./failures.ts";

export interface AnswerStream extends TextSource {
  /** What was found and counted; complete when the stream has ended. */
  report(): { stream: StreamReport; usage: ChatUsage };
}

export interface AnswerStreamParts {
  endpoint: Endpoint;
  inspection: RequestInspection;
  source: TextSource;
  requestId: string;
  /** Whether the caller asked for the counts of a chat stream. */
  wantsUsage: boolean;
  /** Whether a comment behind the last event tells what was scanned and held back. */
  trailer: boolean;
  /** Told of every piece that the caller gets, where somebody wants to know. */
  onText: ((text: string) => void) | null;
  /** Called once. */
  settle: (end: Partial<End>) => void;
  /** Told of errors that are none of a provider's. */
  onUnknown: (error: unknown) => void;
}

function usageOf(report: StreamReport, inspection: RequestInspection): ChatUsage {
  const { seen, inputTokens, outputTokens, cachedInputTokens } = report.usage;
  if (seen) return { inputTokens, outputTokens, cachedInputTokens, estimated: false };
  return {
    inputTokens: inputTokens > 0 ? inputTokens : estimateTokens(inspection.body),
    outputTokens: Math.max(outputTokens, Math.ceil(report.answerChars / 4)),
    cachedInputTokens,
    estimated: true,
  };
}

/** An error where the answer should go on: in the dialect, in place of an end that would look regular. */
function errorFrame(endpoint: Endpoint, error: WireError): string {
  const body = encodeError(endpoint.client, error);
  if (endpoint.client === "openai-chat") return `data: ${JSON.stringify(body)}\n\n`;
  const data = endpoint.client === "openai-responses" ? toResponsesError(body) : body;
  return `event: error\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The Responses API has its own shape for an error inside a stream. */
function toResponsesError(body: JsonObject): JsonObject {
  const { code, message, param } = body.error as JsonObject;
  return { type: "error", code, message, param, sequence_number: 0 };
}

/** What headers say of a whole answer and nobody knows before the end of a stream: a comment, which clients pass over. */
function trailerOf(report: StreamReport, inspection: RequestInspection): string {
  const { counts, heldMax, heldMedian, restored, scannedChars, withheld } = report;
  const facts = {
    scanned_chars: inspection.scannedChars + scannedChars,
    held_chars: heldMax,
    held_chars_median: heldMedian,
    restored,
    withheld,
    findings: counts,
  };
  return `: x-uncase ${JSON.stringify(facts)}\n\n`;
}

export function createAnswerStream(parts: AnswerStreamParts): AnswerStream {
  const { endpoint, inspection, source, settle } = parts;
  const transform = createStreamTransform(inspection.session, endpoint.dialect, () =>
    usageOf(transform.report(), inspection),
  );
  const clean = endpoint.name === "chat" && !parts.wantsUsage ? dropUsageFrame : (text: string) => text;
  let over = false;

  const finish = (status: number, error: string | null): void => {
    if (over) return;
    over = true;
    const report = transform.report();
    settle({
      status,
      error,
      usage: usageOf(report, inspection),
      responseVerdict: report.blocked ? "block" : report.findings.length > 0 ? "rewrite" : "pass",
      inbound: report.counts,
      inboundScanned: report.scannedChars,
      heldChars: report.heldMax,
    });
  };

  return {
    report() {
      const stream = transform.report();
      return { stream, usage: usageOf(stream, inspection) };
    },
    async next() {
      if (over) return null;
      try {
        for (;;) {
          const piece = await source.next();
          const out = piece === null ? "" : clean(transform.push(piece));
          if (piece === null || transform.blocked) {
            // Nobody reads on for the counts of a blocked answer: the provider would go on writing it.
            const last = out + clean(transform.end());
            parts.onText?.(last);
            finish(200, null);
            if (piece !== null) await source.cancel();
            const whole = parts.trailer ? last + trailerOf(transform.report(), inspection) : last;
            return whole === "" ? null : whole;
          }
          parts.onText?.(out);
          if (out !== "") return out;
        }
      } catch (error) {
        const known = toAppError(error);
        if (known === null) parts.onUnknown(error);
        finish(known?.status ?? 500, known?.code ?? "internal_error");
        return errorFrame(endpoint, toWireError(error, parts.requestId));
      }
    },
    async cancel() {
      finish(499, "client_left");
      await source.cancel();
    },
  };
}
