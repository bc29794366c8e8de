import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { UNCASEClient } from "../../workers/sdk/client.ts";
import { UNCASEError } from "../../workers/sdk/error.ts";
import { createFakeFetch, json, problem } from "./fake-fetch.ts";

const health = { status: "ok", version: "0.1.0", llm_configured: false };

async function failureOf(promise: Promise<unknown>): Promise<UNCASEError> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(UNCASEError);
  return outcome as UNCASEError;
}

// No test waits for a real back-off.
beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

describe("calls", () => {
  it("send the key and go below the base address whatever slashes it ends with", async () => {
    const { fetch, seen } = createFakeFetch({ "GET /base/health": () => json(health) });
    const client = new UNCASEClient({ baseUrl: "https://api.test/base//", apiKey: "uc_test_1", fetch });
    expect(await client.health.get()).toEqual(health);
    expect(seen[0]!.headers.get("x-api-key")).toBe("uc_test_1");
  });

  it("escape ids, and refuse those that would reach another route", async () => {
    const { fetch, seen } = createFakeFetch({ "GET /api/v1/seeds/a%2Fb": () => json({ id: "a/b" }) });
    const client = new UNCASEClient({ fetch });
    await client.seeds.get("a/b");
    expect(seen[0]!.path).toBe("/api/v1/seeds/a%2Fb");
    for (const id of ["", ".", ".."]) expect(() => client.seeds.get(id)).toThrow(TypeError);
  });

  it("leave out query parameters that are not set", async () => {
    const page = { items: [], total: 0, page: 1, page_size: 20 };
    const { fetch, seen } = createFakeFetch({ "GET /api/v1/conversations": () => json(page) });
    await new UNCASEClient({ fetch }).conversations.list({ domain: "a b", synthetic: false, status: undefined });
    expect(seen[0]!.query).toEqual({ domain: "a b", synthetic: "false" });
  });

  it("answer undefined to a 204", async () => {
    const { fetch } = createFakeFetch({ "DELETE /api/v1/seeds/s1": () => new Response(null, { status: 204 }) });
    expect(await new UNCASEClient({ fetch }).seeds.remove("s1")).toBeUndefined();
  });

  it("upload files as multipart with the query beside them", async () => {
    const result = { conversations_imported: 1, conversations: [] };
    const { fetch, seen } = createFakeFetch({ "POST /api/v1/connectors/whatsapp": () => json(result) });
    await new UNCASEClient({ fetch }).imports.whatsapp("hola", { domain: "medical.consultation", filename: "c.txt" });
    const file = seen[0]!.form!.get("file") as File;
    expect([file.name, await file.text()]).toEqual(["c.txt", "hola"]);
    expect(seen[0]!.query).toEqual({ domain: "medical.consultation" });
  });

  it("ask for a part of a data set with a range", async () => {
    const { fetch, seen } = createFakeFetch({
      "GET /api/v1/datasets/d1/download": () => new Response("cde", { status: 206 }),
    });
    const client = new UNCASEClient({ fetch });
    expect(await (await client.datasets.download("d1", { start: 2, end: 4 })).text()).toBe("cde");
    await client.datasets.download("d1", { start: 5 });
    await client.datasets.download("d1");
    expect(seen.map((request) => request.headers.get("range"))).toEqual(["bytes=2-4", "bytes=5-", null]);
  });
});

describe("repetition", () => {
  it.each([429, 502, 503, 504])("tries a read again after %i", async (status) => {
    const { fetch, seen } = createFakeFetch({
      "GET /health": (_, count) => (count < 2 ? problem(status, "unavailable", "later") : json(health)),
    });
    expect(await new UNCASEClient({ fetch }).health.get()).toEqual(health);
    expect(seen).toHaveLength(3);
  });

  it.each([400, 401, 404, 409, 422, 500])("does not repeat after %i", async (status) => {
    const { fetch, seen } = createFakeFetch({ "GET /health": () => problem(status, "x", "no") });
    expect((await failureOf(new UNCASEClient({ fetch }).health.get())).status).toBe(status);
    expect(seen).toHaveLength(1);
  });

  it("tries again after a network error and gives up after the retries", async () => {
    const { fetch, seen } = createFakeFetch({
      "GET /health": () => {
        throw new TypeError("fetch failed");
      },
    });
    const failure = await failureOf(new UNCASEClient({ fetch, retries: 2 }).health.get());
    expect([failure.status, failure.code, seen.length]).toEqual([0, "network_error", 3]);
    expect(failure.cause).toBeInstanceOf(TypeError);
  });

  it("repeats a POST that starts work under the same Idempotency-Key, and another call has another key", async () => {
    const { fetch, seen } = createFakeFetch({
      "POST /api/v1/pipeline/run": (_, count) =>
        count === 0 ? problem(503, "unavailable", "later") : json({ job_id: "j", status: "pending", message: "" }),
    });
    const client = new UNCASEClient({ fetch });
    await client.pipeline.run({ domain: "automotive.sales" });
    await client.pipeline.run({ domain: "automotive.sales" });
    const keys = seen.map((request) => request.headers.get("idempotency-key"));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/u);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it("sends the caller's Idempotency-Key", async () => {
    const { fetch, seen } = createFakeFetch({ "POST /api/v1/pipeline/run": () => json({ job_id: "j" }) });
    await new UNCASEClient({ fetch }).pipeline.run({ domain: "automotive.sales" }, { idempotencyKey: "mine" });
    expect(seen[0]!.headers.get("idempotency-key")).toBe("mine");
  });

  it("never repeats a call that mints a secret", async () => {
    const { fetch, seen } = createFakeFetch({
      "POST /api/v1/organizations/o1/api-keys": () => problem(503, "unavailable", "later"),
    });
    await failureOf(new UNCASEClient({ fetch }).organizations.createKey("o1", { name: "ci" }));
    expect(seen).toHaveLength(1);
    expect(seen[0]!.headers.has("idempotency-key")).toBe(false);
  });

  it("waits as long as Retry-After says", async () => {
    vi.useFakeTimers();
    try {
      const { fetch, seen } = createFakeFetch({
        "GET /health": (_, count) =>
          count === 0 ? problem(429, "rate_limited", "slow down", { "retry-after": "7" }) : json(health),
      });
      const call = new UNCASEClient({ fetch }).health.get();
      await vi.advanceTimersByTimeAsync(6_900);
      expect(seen).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(200);
      expect(await call).toEqual(health);
      expect(seen).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it("hands a Retry-After of more than a minute to the caller instead of waiting", async () => {
    const { fetch, seen } = createFakeFetch({
      "GET /health": () => problem(429, "rate_limited", "slow down", { "retry-after": "3600" }),
    });
    expect((await failureOf(new UNCASEClient({ fetch }).health.get())).retryAfterMs).toBe(3_600_000);
    expect(seen).toHaveLength(1);
  });
});

describe("failures", () => {
  it("carry the server's code, detail, fields and request id", async () => {
    const errors = [{ field: "body.count", message: "too many", type: "too_big" }];
    const { fetch } = createFakeFetch({
      "GET /health": () =>
        json(
          { detail: "Request validation failed", code: "validation_failed", request_id: "r9", errors },
          { status: 422 },
        ),
    });
    expect(await failureOf(new UNCASEClient({ fetch }).health.get())).toMatchObject({
      status: 422,
      code: "validation_failed",
      detail: "Request validation failed",
      errors,
      requestId: "r9",
    });
  });

  it("are typed even when something in between answers with HTML", async () => {
    const { fetch } = createFakeFetch({
      "GET /health": () => new Response("<h1>Forbidden</h1>", { status: 403, statusText: "Forbidden" }),
    });
    const failure = await failureOf(new UNCASEClient({ fetch }).health.get());
    expect([failure.status, failure.code, failure.detail]).toEqual([403, "http_403", "Forbidden"]);
  });

  it("say so when a success is not JSON", async () => {
    const { fetch } = createFakeFetch({ "GET /health": () => new Response("<html>") });
    expect((await failureOf(new UNCASEClient({ fetch }).health.get())).code).toBe("invalid_response");
  });

  it("end an attempt that takes too long", async () => {
    const { fetch, seen } = createFakeFetch({ "GET /health": () => new Promise(() => {}) });
    const failure = await failureOf(new UNCASEClient({ fetch, timeoutMs: 5, retries: 1 }).health.get());
    expect([failure.code, seen.length]).toEqual(["timeout", 2]);
  });

  it("reject with the signal's own reason when the caller aborts, without another try", async () => {
    const { fetch, seen } = createFakeFetch({ "GET /health": () => new Promise(() => {}) });
    const controller = new AbortController();
    const call = new UNCASEClient({ fetch }).health.get({ signal: controller.signal });
    const reason = new Error("changed my mind");
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect(seen.length).toBeLessThanOrEqual(1);
  });

  it("end a wait between tries at once when the caller aborts", async () => {
    const { fetch } = createFakeFetch({
      "GET /health": () => problem(503, "unavailable", "later", { "retry-after": "50" }),
    });
    const controller = new AbortController();
    const call = new UNCASEClient({ fetch }).health.get({ signal: controller.signal });
    setTimeout(() => controller.abort(), 10);
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});
