import type { ErrorCode, ErrorResponse, FieldError } from "../contract/error.ts";

/** Codes of failures that never reached the server's error table. */
export type ClientErrorCode = "network_error" | "timeout" | "invalid_response";

/**
 * A call that did not succeed. `status` is the HTTP status, or 0 when there was no answer; `code` is the server's
 * error code, a `ClientErrorCode`, or `http_<status>` where something in between answered; `errors` names the wrong
 * fields; `requestId` finds the request in the server's log.
 */
export class UNCASEError extends Error {
  readonly status: number;
  readonly code: ErrorCode | ClientErrorCode | (string & {});
  readonly detail: string;
  readonly errors: FieldError[];
  readonly requestId: string | null;
  /** What the server asked for in `Retry-After`, in milliseconds, or null. */
  readonly retryAfterMs: number | null;

  constructor(init: {
    status: number;
    code: string;
    detail: string;
    errors?: FieldError[];
    requestId?: string | null;
    retryAfterMs?: number | null;
    cause?: unknown;
  }) {
    super(`${init.detail} (${init.status === 0 ? init.code : `${init.status} ${init.code}`})`, { cause: init.cause });
    this.name = "UNCASEError";
    this.status = init.status;
    this.code = init.code;
    this.detail = init.detail;
    this.errors = init.errors ?? [];
    this.requestId = init.requestId ?? null;
    this.retryAfterMs = init.retryAfterMs ?? null;
  }
}

/** The error that an answer other than success stands for; reads its body. `now` is in epoch milliseconds. */
export async function errorOf(response: Response, now: number): Promise<UNCASEError> {
  const text = await response.text().catch(() => "");
  const body = errorBody(text);
  return new UNCASEError({
    status: response.status,
    code: body.code ?? `http_${response.status}`,
    detail: body.detail ?? (response.statusText || "The server answered with an error"),
    errors: body.errors,
    requestId: body.request_id ?? response.headers.get("x-request-id"),
    retryAfterMs: retryAfterMs(response.headers.get("retry-after"), now),
  });
}

/** Milliseconds that a `Retry-After` header (seconds or an HTTP date) asks to wait; null without a readable one. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/u.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function errorBody(text: string): Partial<ErrorResponse> {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== "object" || body === null) return {};
    const { detail, code, request_id, errors } = body as Record<string, unknown>;
    return {
      ...(typeof detail === "string" && { detail }),
      ...(typeof code === "string" && { code }),
      ...(typeof request_id === "string" && { request_id }),
      ...(Array.isArray(errors) && { errors: errors as FieldError[] }),
    };
  } catch {
    return {};
  }
}
