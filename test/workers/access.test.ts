import { beforeAll, describe, expect, it } from "vitest";
import { PERMISSION_FIELD } from "../../workers/api/declare.ts";
import { makeTenant, sendJson, SHORT_SEED, startApp, type Tenant, type TestApp } from "./support.ts";

let app: TestApp;
let one: Tenant;
let other: Tenant;

beforeAll(async () => {
  app = await startApp();
  one = await makeTenant(app);
  other = await makeTenant(app);
});

interface DeclaredRoute {
  method: string;
  path: string;
  permission: string;
}

function declaredRoutes(): DeclaredRoute[] {
  return app.api.openAPIRegistry.definitions
    .filter((definition) => definition.type === "route")
    .map(({ route }) => ({
      method: route.method.toUpperCase(),
      path: route.path.replace(/\{[^}]+\}/g, "0".repeat(32)),
      permission: (route as unknown as Record<string, string>)[PERMISSION_FIELD]!,
    }));
}

describe("every route that is not public", () => {
  it("answers 401 without a key outside development, before it looks at anything else", async () => {
    for (const { method, path } of declaredRoutes().filter(({ permission }) => permission !== "public")) {
      const response = await app.fetch(path, { method });
      expect([method, path, response.status]).toEqual([method, path, 401]);
      expect(await response.json()).toMatchObject({ code: "unauthorized" });
    }
  });

  it("answers 401 to a key that does not exist, is malformed or has a wrong secret", async () => {
    const wrongSecret = one.read.replace(/-.*$/, `-${"A".repeat(43)}`);
    for (const key of ["nonsense", `uc_test_${"0".repeat(16)}-${"A".repeat(43)}`, wrongSecret]) {
      const response = await app.fetch("/api/v1/seeds", { headers: { "X-API-Key": key } });
      expect(response.status).toBe(401);
    }
  });

  it("answers 403 to a read key where write or admin is declared", async () => {
    const guarded = declaredRoutes().filter(({ permission }) => permission === "write" || permission === "admin");
    expect(guarded.length).toBeGreaterThan(15);
    for (const { method, path } of guarded) {
      const response = await app.fetch(path, { method, headers: { "X-API-Key": one.read } });
      expect([method, path, response.status]).toEqual([method, path, 403]);
    }
  });

  it("accepts the key in each of the documented headers", async () => {
    const accepted: Record<string, string>[] = [{ "X-API-Key": one.read }, { Authorization: `Bearer ${one.read}` }];
    for (const headers of accepted) {
      expect((await app.fetch("/api/v1/seeds", { headers })).status).toBe(200);
    }
  });
});

describe("another tenant's rows", () => {
  it("answer exactly as rows that do not exist", async () => {
    const seed = await (await app.fetch("/api/v1/seeds", sendJson(one.write, SHORT_SEED))).json<{ id: string }>();
    const missing = "f".repeat(32);
    const ask = async (key: string, path: string, init: RequestInit = {}) => {
      const response = await app.fetch(path, {
        ...init,
        headers: { "X-API-Key": key, "X-Request-ID": "same-request-id" },
      });
      return { status: response.status, body: await response.text() };
    };
    expect((await ask(one.read, `/api/v1/seeds/${seed.id}`)).status).toBe(200);
    for (const init of [{}, { method: "DELETE" }]) {
      const foreign = await ask(other.write, `/api/v1/seeds/${seed.id}`, init);
      expect(foreign.status).toBe(404);
      expect(foreign).toEqual(await ask(other.write, `/api/v1/seeds/${missing}`, init));
    }
    const foreignOrg = await ask(other.admin, `/api/v1/organizations/${one.id}`);
    expect(foreignOrg).toEqual(await ask(other.admin, `/api/v1/organizations/${missing}`));
    expect((await ask(one.read, `/api/v1/seeds/${seed.id}`)).status).toBe(200);
  });

  it("never show up in lists or counts", async () => {
    await app.fetch("/api/v1/seeds", sendJson(one.write, SHORT_SEED));
    const list = await (await app.fetch("/api/v1/seeds", { headers: { "X-API-Key": other.read } })).json();
    expect(list).toMatchObject({ items: [], total: 0 });
  });
});

describe("API keys", () => {
  it("cannot mint more than their own scopes", async () => {
    const path = `/api/v1/organizations/${one.id}/api-keys`;
    expect((await app.fetch(path, sendJson(one.write, { name: "x", scopes: "admin" }))).status).toBe(403);
    expect((await app.fetch(path, sendJson(one.admin, { name: "x", scopes: "root" }))).status).toBe(422);
  });

  it("stop working when revoked or rotated, and the new one works", async () => {
    const tenant = await makeTenant(app);
    const path = `/api/v1/organizations/${tenant.id}/api-keys`;
    const rotated = await app.fetch(`${path}/${tenant.adminKeyId}/rotate`, {
      method: "POST",
      headers: { "X-API-Key": tenant.admin },
    });
    const fresh = await rotated.json<{ plain_key: string; key_id: string; scopes: string }>();
    expect(fresh.scopes).toBe("read,write,admin");
    expect((await app.fetch("/api/v1/seeds", { headers: { "X-API-Key": tenant.admin } })).status).toBe(401);
    expect((await app.fetch("/api/v1/seeds", { headers: { "X-API-Key": fresh.plain_key } })).status).toBe(200);
    const revoked = await app.fetch(`${path}/${fresh.key_id}`, {
      method: "DELETE",
      headers: { "X-API-Key": fresh.plain_key },
    });
    expect(revoked.status).toBe(204);
    expect((await app.fetch("/api/v1/seeds", { headers: { "X-API-Key": fresh.plain_key } })).status).toBe(401);
  });

  it("stop working when their organisation is switched off", async () => {
    const tenant = await makeTenant(app);
    const off = await app.fetch(
      `/api/v1/organizations/${tenant.id}`,
      sendJson(tenant.admin, { is_active: false }, "PUT"),
    );
    expect(off.status).toBe(200);
    expect((await app.fetch("/api/v1/seeds", { headers: { "X-API-Key": tenant.read } })).status).toBe(401);
  });

  it("are stored as a keyed hash only", async () => {
    const rows = await app.deps.apiKeys.list(one.id);
    const secret = one.admin.split("-").slice(1).join("-");
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

describe("a development server", () => {
  it("acts as the local organisation without a key, and never shows it another tenant's rows", async () => {
    const local = await startApp({ environment: "development" });
    const tenant = await makeTenant(local);
    await local.fetch("/api/v1/seeds", sendJson(tenant.write, SHORT_SEED));
    const list = await local.fetch("/api/v1/seeds");
    expect(list.status).toBe(200);
    expect(
      ((await list.json()) as { items: { organization_id: string }[] }).items.map((seed) => seed.organization_id),
    ).not.toContain(tenant.id);
  });

  it("refuses foreign hosts and origins", async () => {
    const local = await startApp({ environment: "development" });
    expect((await local.fetch("/health", { headers: { Host: "evil.example" } })).status).toBe(421);
    expect((await local.fetch("/health", { headers: { Origin: "https://evil.example" } })).status).toBe(403);
    expect((await local.fetch("/health", { headers: { Origin: "http://localhost:5173" } })).status).toBe(200);
  });
});

describe("registration", () => {
  it("is refused where the installation is closed", async () => {
    const closed = await startApp({ openRegistration: false });
    expect((await closed.fetch("/api/v1/organizations", sendJson("", { name: "x" }))).status).toBe(403);
  });

  it("of the first organisation needs the bootstrap token there, and works once", async () => {
    const token = "bootstrap-token-of-the-test";
    const counts = [0, 1];
    const closed = await startApp(
      { openRegistration: false, bootstrapToken: token },
      { organizations: { ...app.deps.organizations, count: () => Promise.resolve(counts.shift() ?? 1) } },
    );
    const create = (bearer: string) =>
      closed.fetch("/api/v1/organizations", {
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${bearer}` },
        body: JSON.stringify({ name: `First ${crypto.randomUUID()}` }),
      });
    expect((await create("wrong-token-of-the-same-len")).status).toBe(403);
    expect((await create(token)).status).toBe(201);
    expect((await create(token)).status).toBe(403);
  });

  it("refuses a slug that is taken", async () => {
    const body = { name: "Twice", slug: `slug-${crypto.randomUUID()}` };
    expect((await app.fetch("/api/v1/organizations", sendJson("", body))).status).toBe(201);
    expect((await app.fetch("/api/v1/organizations", sendJson("", body))).status).toBe(409);
  });
});
