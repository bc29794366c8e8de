import { beforeAll, describe, expect, it } from "vitest";
import { makeTenant, sendJson, SHORT_SEED, startApp, type Tenant, type TestApp } from "./support.ts";

let app: TestApp;
let tenant: Tenant;

beforeAll(async () => {
  app = await startApp();
  tenant = await makeTenant(app);
});

describe("a client's mistake", () => {
  it("answers 400 for a body that is not JSON", async () => {
    const init = { ...sendJson(tenant.write, {}), body: "{not json" };
    const response = await app.fetch("/api/v1/seeds", init);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "bad_request", detail: "The body is not valid JSON" });
  });

  it("answers 400 for JSON nested deeper than any schema, before a parser recurses into it", async () => {
    const init = { ...sendJson(tenant.write, {}), body: `${"[".repeat(200_000)}${"]".repeat(200_000)}` };
    expect((await app.fetch("/api/v1/seeds", init)).status).toBe(400);
  });

  it("answers 413 for a body over the limit, whether its length is declared or not", async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(0x20);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 64) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const init = { ...sendJson(tenant.write, {}), body: endless };
    expect((await app.fetch("/api/v1/seeds", init)).status).toBe(413);
    expect(sent).toBeLessThan(16);
  });

  it("answers 422 with the field that is wrong, and unknown fields are refused rather than dropped", async () => {
    const response = await app.fetch(
      "/api/v1/seeds",
      sendJson(tenant.write, { ...SHORT_SEED, roles: ["uno"], surprise: 1 }),
    );
    expect(response.status).toBe(422);
    const { errors, code } = await response.json<{ code: string; errors: { field: string }[] }>();
    expect(code).toBe("validation_failed");
    expect(errors.map((error) => error.field)).toContain("body.roles");
  });

  it("answers 404 for a path that does not exist and never 500 for hostile ids", async () => {
    expect((await app.fetch("/api/v1/nothing")).status).toBe(404);
    for (const id of ["__proto__", "%00", "..%2F..%2Fetc", "a".repeat(200), "\u{1F600}"]) {
      const response = await app.fetch(`/api/v1/seeds/${id}`, { headers: { "X-API-Key": tenant.read } });
      expect([id, response.status]).toSatisfy(([, status]) => status === 404 || status === 422);
    }
  });

  it("is answered without a word of the request's content", async () => {
    const secret = "maria.lopez@correo-privado.mx";
    const init = sendJson(tenant.write, { ...SHORT_SEED, tono: { [secret]: secret }, roles: secret });
    const response = await app.fetch("/api/v1/seeds", init);
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain(secret);
    expect(app.logs.join("\n")).not.toContain(secret);
  });
});

describe("every answer", () => {
  it("carries a request id, the caller's when it is well formed, and security headers", async () => {
    const response = await app.fetch("/health", { headers: { "X-Request-ID": "trace-0001-abcd" } });
    expect(response.headers.get("X-Request-ID")).toBe("trace-0001-abcd");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    const strange = await app.fetch("/api/v1/nothing", { headers: { "X-Request-ID": "no spaces allowed" } });
    expect(strange.headers.get("X-Request-ID")).toMatch(/^[0-9a-f]{32}$/);
    expect(await strange.json()).toMatchObject({ request_id: strange.headers.get("X-Request-ID") });
    expect(strange.headers.get("X-Frame-Options")).toBe("DENY");
  });

  it("leaves one log line with the route's template and no id of the path", async () => {
    app.logs.length = 0;
    await app.fetch(`/api/v1/seeds/${"a".repeat(32)}`, { headers: { "X-API-Key": tenant.read } });
    const lines = app.logs.filter((line) => line.includes('"event":"request"'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ route: "/api/v1/seeds/:seed_id", status: 404 });
  });

  it("says 500 without the error's words when something of ours breaks", async () => {
    const broken = await startApp(
      {},
      {
        clock: { now: () => new Date() },
        catalog: {
          domain: () => Promise.reject(new Error("secret detail")),
          library: () => Promise.reject(new Error("x")),
        },
      },
    );
    const key = (await makeTenant(broken)).write;
    const response = await broken.fetch("/api/v1/seeds", sendJson(key, SHORT_SEED));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret detail");
  });
});

describe("health", () => {
  it("tells the truth about the database", async () => {
    expect((await app.fetch("/health/db")).status).toBe(200);
    const broken = await startApp({}, { database: { ping: () => Promise.resolve(false) } });
    const response = await broken.fetch("/health/db");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: "error", database: "disconnected" });
  });

  it("redirects / by what the caller accepts", async () => {
    const browser = await app.fetch("/", { headers: { Accept: "text/html" }, redirect: "manual" });
    expect([browser.status, browser.headers.get("location")]).toEqual([307, "/docs"]);
    const curl = await app.fetch("/", { redirect: "manual" });
    expect([curl.status, curl.headers.get("location")]).toEqual([307, "/health"]);
  });
});

describe("Idempotency-Key", () => {
  const keyed = (key: string, body: unknown): RequestInit => {
    const init = sendJson(tenant.write, body);
    return { ...init, headers: { ...(init.headers as Record<string, string>), "Idempotency-Key": key } };
  };

  it("gives every repetition the first answer and does the work once", async () => {
    const first = await app.fetch("/api/v1/seeds", keyed("seed-1", SHORT_SEED));
    const again = await app.fetch("/api/v1/seeds", keyed("seed-1", SHORT_SEED));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await again.json()).toEqual(await first.json());
  });

  it("refuses another body under the same key", async () => {
    await app.fetch("/api/v1/seeds", keyed("seed-2", SHORT_SEED));
    const other = await app.fetch("/api/v1/seeds", keyed("seed-2", { ...SHORT_SEED, tono: "formal" }));
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: "idempotency_mismatch" });
  });

  it("lets exactly one of many at once do the work", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => app.fetch("/api/v1/seeds", keyed("seed-3", SHORT_SEED))),
    );
    const made = answers.filter((answer) => answer.status === 201);
    const ids = new Set(await Promise.all(made.map(async (answer) => (await answer.json<{ id: string }>()).id)));
    expect(ids.size).toBe(1);
    expect(answers.every((answer) => answer.status === 201 || answer.status === 409)).toBe(true);
  });

  it("is another key for another tenant", async () => {
    const stranger = await makeTenant(app);
    const init = sendJson(stranger.write, SHORT_SEED);
    const headers = { ...(init.headers as Record<string, string>), "Idempotency-Key": "seed-1" };
    const response = await app.fetch("/api/v1/seeds", { ...init, headers });
    expect(response.status).toBe(201);
    expect(response.headers.get("Idempotency-Replayed")).toBeNull();
  });

  it("never keeps a secret: a replayed key shows null in its place", async () => {
    const body = { name: "robot", scopes: "read" };
    const init = (): RequestInit => {
      const base = sendJson(tenant.admin, body);
      return { ...base, headers: { ...(base.headers as Record<string, string>), "Idempotency-Key": "key-1" } };
    };
    const path = `/api/v1/organizations/${tenant.id}/api-keys`;
    const first = await (await app.fetch(path, init())).json<{ plain_key: string }>();
    const again = await (await app.fetch(path, init())).json<{ plain_key: string | null }>();
    expect(first.plain_key).toMatch(/^uc_live_/);
    expect(again.plain_key).toBeNull();
  });
});
