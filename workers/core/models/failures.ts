// What can go wrong with a model provider, and how an answer of theirs is told to be one of it.

export const FAILURE_KINDS = [
  "auth",
  "rate_limited",
  "quota",
  "overloaded",
  "timeout",
  "unavailable",
  "bad_request",
  "too_long",
  "not_found",
  "malformed",
  "content_filtered",
  "unsupported",
  "aborted",
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** What is the same for every failure of a kind: whether another try can heal it, and words that hold nothing of theirs. */
const KINDS: Record<FailureKind, { retryable: boolean; message: string }> = {
  auth: { retryable: false, message: "refused the key" },
  rate_limited: { retryable: true, message: "asks to slow down" },
  quota: { retryable: false, message: "says that the account's quota is used up" },
  overloaded: { retryable: true, message: "is overloaded" },
  timeout: { retryable: true, message: "did not answer in time" },
  unavailable: { retryable: true, message: "cannot be reached or failed" },
  bad_request: { retryable: false, message: "refused the request" },
  too_long: { retryable: false, message: "says that the request is too long for the model" },
  not_found: { retryable: false, message: "has no such model or address" },
  malformed: { retryable: true, message: "answered something that is not its protocol" },
  content_filtered: { retryable: false, message: "declined because of its content policy" },
  unsupported: { retryable: false, message: "cannot do this" },
  aborted: { retryable: false, message: "was no longer waited for" },
};

/** What a provider says is wrong. It may repeat the request: to be scanned before anybody reads it. */
export interface ProviderWords {
  message: string;
  /** The field that is wrong, and the provider's name for the error; null where it gives none. */
  param: string | null;
  code: string | null;
}

export interface FailureDetails {
  kind: FailureKind;
  /** Name of the provider as its tenant knows it. */
  provider: string;
  /** HTTP status of the answer; null where there was none. */
  status?: number | null;
  /** How long the provider asks to wait, in milliseconds; null where it says nothing. */
  retryAfterMs?: number | null;
  /** A reason in our own words, in place of the kind's. */
  reason?: string;
  /** Where the kind alone does not tell. */
  retryable?: boolean;
  /** Of an answer that says what is wrong with the request. */
  words?: ProviderWords | null;
}

/**
 * The one way in which a call to a provider fails. The message is ours: it never quotes what the provider answered, as
 * that may repeat the request; `words` does.
 */
export class UpstreamFailure extends Error {
  readonly kind: FailureKind;
  readonly provider: string;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly retryable: boolean;
  /** Private, so that nothing that writes the failure down writes them too. */
  readonly #words: ProviderWords | null;

  constructor({ kind, provider, status = null, retryAfterMs = null, reason, retryable, words = null }: FailureDetails) {
    const answered = status === null ? "" : ` (status ${status})`;
    super(`The provider "${provider}" ${reason ?? KINDS[kind].message}${answered}`);
    this.name = "UpstreamFailure";
    this.kind = kind;
    this.provider = provider;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.retryable = retryable ?? KINDS[kind].retryable;
    this.#words = words;
  }

  /** What the provider says is wrong with the request; to be scanned before anybody reads it. */
  get words(): ProviderWords | null {
    return this.#words;
  }
}

/** Kinds by status; where a body says more, `BY_CODE` comes first. */
const BY_STATUS: ReadonlyMap<number, FailureKind> = new Map([
  [400, "bad_request"],
  [401, "auth"],
  [402, "quota"],
  [403, "auth"],
  [404, "not_found"],
  [408, "timeout"],
  [413, "too_long"],
  [422, "bad_request"],
  [429, "rate_limited"],
  [503, "overloaded"],
  [504, "timeout"],
  [529, "overloaded"],
]);

/** Machine-readable codes and types in the error bodies of OpenAI, Anthropic, Google and what imitates them. */
const BY_CODE: ReadonlyMap<string, FailureKind> = new Map([
  ["insufficient_quota", "quota"],
  ["billing_hard_limit_reached", "quota"],
  ["billing_error", "quota"],
  ["context_length_exceeded", "too_long"],
  ["request_too_large", "too_long"],
  ["string_above_max_length", "too_long"],
  ["content_filter", "content_filtered"],
  ["content_policy_violation", "content_filtered"],
  ["model_not_found", "not_found"],
  ["not_found_error", "not_found"],
  ["invalid_api_key", "auth"],
  ["authentication_error", "auth"],
  ["permission_error", "auth"],
  ["rate_limit_exceeded", "rate_limited"],
  ["rate_limit_error", "rate_limited"],
  ["overloaded_error", "overloaded"],
  ["overloaded", "overloaded"],
  ["timeout_error", "timeout"],
  ["invalid_request_error", "bad_request"],
  ["api_error", "unavailable"],
  ["server_error", "unavailable"],
]);

function kindOfStatus(status: number): FailureKind {
  const known = BY_STATUS.get(status);
  if (known !== undefined) return known;
  return status >= 400 && status < 500 ? "bad_request" : "unavailable";
}

/** The kind that an error body names by its `code` or `type`, or null. Any value is taken, none throws. */
export function kindOfErrorBody(body: unknown): FailureKind | null {
  const outer = asRecord(Array.isArray(body) ? body[0] : body);
  const error = asRecord(outer?.["error"]) ?? outer;
  for (const field of ["code", "type", "status"]) {
    const value = error?.[field];
    const kind = typeof value === "string" ? BY_CODE.get(value.toLowerCase()) : undefined;
    if (kind !== undefined) return kind;
  }
  return null;
}

/** Kinds that the request itself is the cause of: what the provider says helps whoever wrote it. */
const EXPLAINED: ReadonlySet<FailureKind> = new Set(["bad_request", "too_long", "not_found", "content_filtered"]);
/** More of a provider's words is not kept. */
const LONGEST_WORDS = 2000;

/** What an error body says in the ways of OpenAI, Anthropic, Google and what imitates them; null where it says nothing. */
function wordsOfErrorBody(body: unknown): ProviderWords | null {
  const outer = asRecord(Array.isArray(body) ? body[0] : body);
  const error = asRecord(outer?.["error"]) ?? outer;
  const texts = [error?.["message"], error?.["detail"], error?.["error"]];
  const message = texts.find((text) => typeof text === "string" && text !== "") as string | undefined;
  if (error === null || message === undefined) return null;
  const { code, param } = error;
  return {
    message: message.slice(0, LONGEST_WORDS),
    param: typeof param === "string" ? param : null,
    code: typeof code === "string" ? code : null,
  };
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** The longest wait that is read from `Retry-After`: a day. */
const LONGEST_RETRY_AFTER_MS = 86_400_000;

/**
 * `Retry-After` (RFC 9110, 10.2.3: seconds or an HTTP date) or `retry-after-ms`, as milliseconds from now; null where
 * neither says anything that can be read.
 */
export function readRetryAfter(header: (name: string) => string | null, nowMs: number): number | null {
  const milliseconds = header("retry-after-ms");
  if (milliseconds !== null && /^\d{1,9}(?:\.\d+)?$/.test(milliseconds)) {
    return Math.min(Math.ceil(Number(milliseconds)), LONGEST_RETRY_AFTER_MS);
  }
  const value = header("retry-after")?.trim() ?? "";
  if (/^\d{1,9}(?:\.\d+)?$/.test(value)) return Math.min(Math.ceil(Number(value) * 1000), LONGEST_RETRY_AFTER_MS);
  const date = /^[A-Z][a-z]{2}, \d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.min(Math.max(0, date - nowMs), LONGEST_RETRY_AFTER_MS);
}

/** An answer with a status that is not success. `bodyText` is read for its error code, and for the failure's `words`. */
export function failureOfAnswer(answer: {
  provider: string;
  status: number;
  header(name: string): string | null;
  bodyText: string;
  nowMs: number;
}): UpstreamFailure {
  const { provider, status, bodyText } = answer;
  if (status >= 300 && status < 400) {
    return new UpstreamFailure({
      kind: "bad_request",
      provider,
      status,
      reason: "answered with a redirect, which is never followed",
    });
  }
  const retryAfterMs = readRetryAfter(answer.header, answer.nowMs);
  const byStatus = kindOfStatus(status);
  const body = parseJson(bodyText);
  const named = kindOfErrorBody(body);
  // A body refines what the status says of the request; it cannot turn a failure of the server into one of the client.
  const kind = named !== null && status < 500 && named !== "bad_request" ? named : byStatus;
  const words = EXPLAINED.has(kind) ? wordsOfErrorBody(body) : null;
  return new UpstreamFailure({ kind, provider, status, retryAfterMs, words });
}

/** JSON or undefined; never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
