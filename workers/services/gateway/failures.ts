// What a caller is told when something fails: every error of the gateway becomes one row of the error table.
import { AppError, type ErrorCode } from "../../contract/error.ts";
import { type FailureKind, type ProviderWords, UpstreamFailure } from "../../core/models/failures.ts";
import type { WireError } from "../../core/gateway/dialects/errors.ts";

/** Code of our table, and the word that OpenAI's clients know for it where they know one. */
const KINDS: Record<FailureKind, { code: ErrorCode; wire?: string }> = {
  auth: { code: "provider_auth_failed" },
  rate_limited: { code: "rate_limited", wire: "rate_limit_exceeded" },
  quota: { code: "rate_limited", wire: "insufficient_quota" },
  overloaded: { code: "unavailable" },
  timeout: { code: "upstream_timeout" },
  unavailable: { code: "upstream_error" },
  bad_request: { code: "bad_request" },
  too_long: { code: "bad_request", wire: "context_length_exceeded" },
  not_found: { code: "not_found", wire: "model_not_found" },
  malformed: { code: "upstream_error" },
  content_filtered: { code: "bad_request", wire: "content_filter" },
  unsupported: { code: "bad_request" },
  aborted: { code: "upstream_error" },
};

/** Kinds that another provider cannot heal: the request itself is what is wrong, or nobody waits any more. */
const FINAL: ReadonlySet<FailureKind> = new Set(["bad_request", "content_filtered", "aborted"]);

export function isFinal(failure: UpstreamFailure): boolean {
  return FINAL.has(failure.kind);
}

/** A failure with what the provider says of it, scanned: safe to show. */
export class ToldFailure extends UpstreamFailure {
  readonly told: ProviderWords;

  constructor(failure: UpstreamFailure, told: ProviderWords) {
    super(failure);
    this.message = told.message === "" ? failure.message : `${failure.message}: ${told.message}`;
    this.told = told;
  }
}

/** An `UpstreamFailure` keeps its meaning: 429 stays 429 with its Retry-After, a refused key is a 502 of ours. */
export function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!(error instanceof UpstreamFailure)) return null;
  const waitS = error.retryAfterMs === null ? null : Math.ceil(error.retryAfterMs / 1000);
  // Who says when to come back will be there again, and so will who is given a rest: that is no bad gateway.
  const code = error.kind === "unavailable" && waitS !== null ? "unavailable" : KINDS[error.kind].code;
  return new AppError(code, error.message, {
    headers: waitS === null ? {} : { "Retry-After": String(waitS) },
  });
}

/** Statuses and codes that wire formats have other words for. */
const WIRE_CODES: Partial<Record<ErrorCode, { status: number; code: string }>> = {
  pii_detected: { status: 400, code: "pii_blocked" },
  prompt_refused: { status: 400, code: "prompt_refused" },
  validation_failed: { status: 400, code: "invalid_request" },
  unauthorized: { status: 401, code: "invalid_api_key" },
};

/** The error as the dialects write it. An unknown error says nothing of itself. */
export function toWireError(error: unknown, requestId: string): WireError {
  const known = toAppError(error) ?? new AppError("internal_error");
  const words = WIRE_CODES[known.code];
  const wire = error instanceof UpstreamFailure ? KINDS[error.kind].wire : undefined;
  const told = error instanceof ToldFailure ? error.told : null;
  return {
    status: words?.status ?? known.status,
    code: wire ?? told?.code ?? words?.code ?? known.code,
    message: known.message,
    param: told?.param ?? known.errors?.[0]?.field ?? null,
    requestId,
  };
}
