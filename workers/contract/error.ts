import { z } from "./zod.ts";

/** The one table of errors: status, documentation, and the client's union type all derive from it. */
export const ERRORS = {
  bad_request: { status: 400, detail: "The request is malformed" },
  unauthorized: { status: 401, detail: "A valid API key is required" },
  forbidden: { status: 403, detail: "The key lacks the scope that this operation needs" },
  not_found: { status: 404, detail: "Not found" },
  method_not_allowed: { status: 405, detail: "This path does not answer that method" },
  conflict: { status: 409, detail: "It exists already" },
  payload_too_large: { status: 413, detail: "The body is larger than allowed" },
  unsupported_media_type: { status: 415, detail: "The content type is not supported" },
  misdirected_request: { status: 421, detail: "This host is not served here" },
  validation_failed: { status: 422, detail: "Request validation failed" },
  import_failed: { status: 422, detail: "The file could not be imported" },
  pii_detected: { status: 422, detail: "Personal data detected" },
  prompt_refused: { status: 422, detail: "The shield refused the prompt" },
  quality_failed: { status: 422, detail: "Quality thresholds not met" },
  idempotency_mismatch: { status: 422, detail: "The Idempotency-Key was used with another body" },
  rate_limited: { status: 429, detail: "Rate limit exceeded. Try again later." },
  internal_error: { status: 500, detail: "Internal server error" },
  upstream_error: { status: 502, detail: "The model provider failed" },
  provider_auth_failed: { status: 502, detail: "The model provider refused its key" },
  unavailable: { status: 503, detail: "Temporarily unavailable" },
  upstream_timeout: { status: 504, detail: "The model provider did not answer in time" },
} as const satisfies Record<string, { status: number; detail: string }>;

export type ErrorCode = keyof typeof ERRORS;

export const FieldError = z.object({ field: z.string(), message: z.string(), type: z.string() }).openapi("FieldError");
export type FieldError = z.infer<typeof FieldError>;

export const ErrorResponse = z
  .object({
    detail: z.string(),
    code: z.string(),
    request_id: z.string(),
    errors: z.array(FieldError).optional(),
  })
  .openapi("ErrorResponse");
export type ErrorResponse = z.infer<typeof ErrorResponse>;

/**
 * An answer other than success, thrown by services and turned into a reply at the one `onError`.
 * `detail` is shown to the client and must never carry a value of the request's content.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    code: ErrorCode,
    detail?: string,
    options: { errors?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(detail ?? ERRORS[code].detail);
    this.name = "AppError";
    this.code = code;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** A 422 that names one field. */
export function invalidField(field: string, message: string): AppError {
  return new AppError("validation_failed", `${field}: ${message}`, {
    errors: [{ field, message, type: "value_error" }],
  });
}
