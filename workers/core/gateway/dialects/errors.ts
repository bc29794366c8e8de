// Errors in each client's wire format, so that the official SDKs raise their own typed errors.
import type { JsonObject } from "../../../contract/ids.ts";

/** A failure as the gateway knows it; each dialect has its own words for it. */
export interface WireError {
  status: number;
  /** Stable name: a code of the error table, `pii_blocked`, or what the upstream called it. */
  code: string;
  /** Never carries a value of the request's or the answer's content. */
  message: string;
  /** The field that is wrong. */
  param: string | null;
  requestId: string;
}

export type DialectName = "openai-chat" | "openai-responses" | "anthropic-messages";

const OPENAI_TYPES: Record<number, string> = {
  401: "authentication_error",
  403: "permission_error",
  429: "rate_limit_error",
};

const ANTHROPIC_TYPES: Record<number, string> = {
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  503: "overloaded_error",
  504: "timeout_error",
};

function toOpenAi(error: WireError): JsonObject {
  const type = OPENAI_TYPES[error.status] ?? (error.status < 500 ? "invalid_request_error" : "server_error");
  return { error: { message: error.message, type, param: error.param, code: error.code } };
}

function toAnthropic(error: WireError): JsonObject {
  const type = ANTHROPIC_TYPES[error.status] ?? (error.status < 500 ? "invalid_request_error" : "api_error");
  return { type: "error", error: { type, message: error.message }, request_id: error.requestId };
}

const WRITERS: Record<DialectName, (error: WireError) => JsonObject> = {
  "openai-chat": toOpenAi,
  "openai-responses": toOpenAi,
  "anthropic-messages": toAnthropic,
};

/** The body of an error answer. */
export function encodeError(dialect: DialectName, error: WireError): JsonObject {
  return WRITERS[dialect](error);
}
