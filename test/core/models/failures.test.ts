import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  failureOfAnswer,
  kindOfErrorBody,
  readRetryAfter,
  type UpstreamFailure,
} from "../../../workers/core/models/failures.ts";

const NOW = Date.UTC(2026, 10, 21, 12, 0, 0);

function answered(status: number, body: unknown = "", headers: Record<string, string> = {}): UpstreamFailure {
  return failureOfAnswer({
    provider: "mine",
    status,
    header: (name) => headers[name] ?? null,
    bodyText: typeof body === "string" ? body : JSON.stringify(body),
    nowMs: NOW,
  });
}

describe("an answer that is no success", () => {
  it.each([
    [400, "bad_request", false],
    [401, "auth", false],
    [402, "quota", false],
    [403, "auth", false],
    [404, "not_found", false],
    [408, "timeout", true],
    [413, "too_long", false],
    [418, "bad_request", false],
    [422, "bad_request", false],
    [429, "rate_limited", true],
    [500, "unavailable", true],
    [502, "unavailable", true],
    [503, "overloaded", true],
    [504, "timeout", true],
    [520, "unavailable", true],
    [529, "overloaded", true],
    [301, "bad_request", false],
    [307, "bad_request", false],
  ])("with status %i is %s, and another try heals it: %s", (status, kind, retryable) => {
    expect(answered(status)).toMatchObject({ kind, retryable, status, provider: "mine" });
  });

  it("is read for the provider's own word where the status says less", () => {
    expect(answered(429, { error: { type: "insufficient_quota" } })).toMatchObject({ kind: "quota", retryable: false });
    expect(answered(400, { error: { code: "context_length_exceeded" } }).kind).toBe("too_long");
    expect(answered(400, { error: { code: "content_filter" } }).kind).toBe("content_filtered");
    expect(answered(400, [{ error: { status: "INVALID_ARGUMENT", code: 400 } }]).kind).toBe("bad_request");
    expect(answered(404, { type: "error", error: { type: "not_found_error" } }).kind).toBe("not_found");
  });

  it("of the server's stays one of the server's, whatever its body says", () => {
    expect(answered(500, { error: { type: "invalid_request_error" } }).kind).toBe("unavailable");
    expect(answered(529, { error: { code: "invalid_api_key" } }).kind).toBe("overloaded");
  });

  it("is never quoted: what the provider says may repeat the request", () => {
    const planted = "Ana Torres, 55 1234 5678";
    for (const body of [planted, { error: { message: planted, type: planted, code: planted } }]) {
      const failure = answered(400, body);
      expect(failure.message).toBe('The provider "mine" refused the request (status 400)');
      expect(JSON.stringify(failure) + String(failure.stack)).not.toContain("Ana");
    }
  });

  it("keeps what is said of the request for whoever scans it, in every way of saying it, and nothing of other errors", () => {
    const message = "Unsupported parameter: 'max_tokens'";
    const error = { message, param: "max_tokens", code: "unsupported_parameter" };
    expect(answered(400, { error }).words).toEqual(error);
    const alone = { message, param: null, code: null };
    for (const body of [
      { type: "error", error: { message } },
      [{ error: { message, code: 400 } }],
      { detail: message },
    ])
      expect(answered(422, body).words).toEqual(alone);
    expect(answered(400, { error: message }).words).toEqual(alone);
    expect(
      [answered(401, { error }), answered(500, { error }), answered(400, message)].map(({ words }) => words),
    ).toEqual([null, null, null]);
    expect(answered(400, { message: "x".repeat(50_000) }).words?.message.length).toBe(2000);
  });

  it("is told from any body without throwing, prototype keys and deep lists included", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => answered(400, text)).not.toThrow();
      }),
      { seed: 7, numRuns: 300 },
    );
    for (const word of ["__proto__", "constructor", "toString"]) {
      expect(kindOfErrorBody({ error: { code: word, type: word } })).toBeNull();
    }
  });
});

describe("Retry-After", () => {
  it.each([
    [{ "retry-after": "2" }, 2000],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": "1.5" }, 1500],
    [{ "retry-after": "Sat, 21 Nov 2026 12:00:05 GMT" }, 5000],
    [{ "retry-after": "Sat, 21 Nov 2026 11:00:00 GMT" }, 0],
    [{ "retry-after": "999999999" }, 86_400_000],
    [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
    [{ "retry-after": "soon" }, null],
    [{ "retry-after": "-3" }, null],
    [{ "retry-after": "" }, null],
    [{}, null],
  ])("%j is %s ms", (headers, expected) => {
    expect(readRetryAfter((name) => (headers as Record<string, string>)[name] ?? null, NOW)).toBe(expected);
  });
});
