import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { AppError, type ErrorCode, type ErrorResponse, ERRORS, type FieldError } from "../contract/error.ts";
import { describeError } from "../services/failure.ts";
import type { ApiEnv } from "./context.ts";

function codeOfStatus(status: number): ErrorCode {
  const found = (Object.keys(ERRORS) as ErrorCode[]).find((code) => ERRORS[code].status === status);
  return found ?? (status < 500 ? "bad_request" : "internal_error");
}

/** The one place where an error becomes an answer. Unknown errors are logged by name and answered without a word of theirs. */
export function toErrorResponse(error: unknown, c: Context<ApiEnv>): Response {
  // Works even when the very first middleware failed and nothing is set.
  const requestId = c.get("requestId") ?? "unknown";
  const known = asAppError(error);
  if (known === null) {
    c.get("deps")?.log.write("error", "unhandled_error", { request_id: requestId, ...describeError(error) });
  }
  const shown = known ?? new AppError("internal_error");
  const answer: ErrorResponse = { detail: shown.message, code: shown.code, request_id: requestId };
  if (shown.errors !== undefined) answer.errors = shown.errors;
  return c.json(answer, shown.status as 400, shown.headers);
}

function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) {
    const malformed = error.status === 400 ? "The body is not valid JSON" : undefined;
    return new AppError(codeOfStatus(error.status), malformed);
  }
  return null;
}

/** What the name of a field looks like; any other key of the client's may be somebody's data. */
const FIELD_NAME = /^(?!.*\d{6})[A-Za-z0-9_$-]{1,64}$/;

/**
 * zod's issues as the contract's field errors: `body.pasos_turnos.turnos_min`. Messages never quote the input; keys that
 * do not look like a field's name are shown as `*`.
 */
export function toFieldErrors(
  target: string,
  issues: readonly { path: PropertyKey[]; message: string; code: string; keys?: string[] }[],
): FieldError[] {
  const place = target === "json" || target === "form" ? "body" : target;
  return issues.map((issue) => ({
    field: [place, ...issue.path.map((key) => (FIELD_NAME.test(String(key)) ? String(key) : "*"))].join("."),
    message: issue.code === "unrecognized_keys" ? unrecognizedKeys(issue.keys ?? []) : issue.message,
    type: issue.code,
  }));
}

function unrecognizedKeys(keys: readonly string[]): string {
  const named = keys.filter((key) => FIELD_NAME.test(key));
  return named.length === 0 ? "Unrecognized key" : `Unrecognized key: ${named.map((key) => `"${key}"`).join(", ")}`;
}
