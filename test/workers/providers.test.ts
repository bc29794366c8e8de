import { beforeAll, describe, expect, it } from "vitest";
import type { ProviderResponse, ProviderTestResponse } from "../../workers/contract/provider.ts";
import { makeModels } from "../../workers/platform/models.ts";
import { parseSettings } from "../../workers/platform/config.ts";
import { listConnections, resolveConnection } from "../../workers/services/providers.ts";
import type { Resolver } from "../../workers/services/ports/models.ts";
import { bindings, makeTenant, sendJson, startApp, type Tenant, type TestApp } from "./support.ts";

const PATH = "/api/v1/providers";
const KEY = "sk-PlantedProviderKey-0123456789";
const PUBLIC: Resolver = { addresses: () => Promise.resolve(["93.184.215.14", "2606:2800:21f:cb07::1"]) };
const ALLOWED = [{ host: "127.0.0.1", port: null }];

let app: TestApp;
let tenant: Tenant;
let other: Tenant;
/** What the provider was sent, and what it answers. */
let sent: { url: string; authorization: string | null }[] = [];
let answer: () => Response | Promise<Response> = () => completion("pong");

const completion = (content: string) =>
  Response.json({ id: "1", model: "m", choices: [{ message: { role: "assistant", content }, finish_reason: "stop" }] });

beforeAll(async () => {
  const plain = await startApp();
  const models = makeModels({
    secrets: plain.deps.secrets,
    allowedHosts: ALLOWED,
    installationKeys: new Map(),
    ai: bindings.AI,
    fetch: (async (input: RequestInfo, init?: RequestInit) => {
      const request = new Request(input, init);
      sent.push({ url: request.url, authorization: request.headers.get("authorization") });
      return answer();
    }) as typeof fetch,
  });
  app = await startApp({ allowedHosts: ALLOWED }, { models, resolver: PUBLIC });
  tenant = await makeTenant(app);
  other = await makeTenant(app);
});

const OPENAI = { name: "main", provider_type: "openai", api_key: KEY, default_model: "gpt-4o-mini" };
let names = 0;
const fresh = (fields: object = {}) => {
  names += 1;
  return { ...OPENAI, name: `provider ${names}`, ...fields };
};

async function call<T>(path: string, init: RequestInit): Promise<{ status: number; body: T; text: string }> {
  const response = await app.fetch(`${PATH}${path}`, init);
  const text = await response.text();
  return { status: response.status, text, body: (text === "" ? null : JSON.parse(text)) as T };
}
const get = (key: string): RequestInit => ({ headers: { "X-API-Key": key } });
const create = (body: object, key = tenant.admin) => call<ProviderResponse>("", sendJson(key, body));
const update = (id: string, body: object, key = tenant.admin) =>
  call<ProviderResponse>(`/${id}`, sendJson(key, body, "PUT"));
const list = async (key = tenant.read, query = "") =>
  (await call<{ items: ProviderResponse[]; total: number }>(query, get(key))).body;

describe("providers", () => {
  it("are created, read by id and by name, changed and deleted", async () => {
    const made = await create({ ...fresh(), name: "mi proveedor", max_tokens: 500, temperature_default: 0.2 });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      provider_type: "openai",
      api_base: null,
      has_api_key: true,
      max_tokens: 500,
      temperature_default: 0.2,
      is_active: true,
      is_default: false,
      organization_id: tenant.id,
    });
    for (const reference of [made.body.id, encodeURIComponent("mi proveedor")]) {
      expect((await call(`/${reference}`, get(tenant.read))).body).toEqual(made.body);
    }
    const changed = await update(encodeURIComponent("mi proveedor"), { default_model: "gpt-6-luna", is_active: false });
    expect(changed.body).toMatchObject({ default_model: "gpt-6-luna", is_active: false, max_tokens: 500 });
    expect((await list()).items.map(({ id }) => id)).not.toContain(made.body.id);
    expect((await list(tenant.read, "?active_only=false")).items.map(({ id }) => id)).toContain(made.body.id);
    expect((await call(`/${made.body.id}`, { ...get(tenant.admin), method: "DELETE" })).status).toBe(204);
    expect((await call(`/${made.body.id}`, get(tenant.read))).status).toBe(404);
  });

  it("list the builtin one, which needs nothing, is the default where no other is, and cannot be changed", async () => {
    const [first] = (await list(other.read)).items;
    expect(first).toMatchObject({ id: "builtin", provider_type: "builtin", is_default: true, has_api_key: false });
    expect((await update("builtin", { name: "x" })).status).toBe(409);
    expect((await call("/builtin", { ...get(tenant.admin), method: "DELETE" })).status).toBe(409);
    expect((await create({ ...fresh(), provider_type: "builtin" })).status).toBe(422);
    expect((await create({ ...fresh(), name: "builtin" })).status).toBe(422);
  });

  it.each([
    [{ provider_type: "openai", api_key: null }, "body.api_key"],
    [{ provider_type: "anthropic", api_key: "" }, "body.api_key"],
    [{ provider_type: "google", api_key: null }, "body.api_key"],
    [{ provider_type: "groq", api_key: null }, "body.api_key"],
    [{ provider_type: "ollama", api_key: null }, "body.api_base"],
    [{ provider_type: "vllm", api_key: null }, "body.api_base"],
    [{ provider_type: "custom" }, "body.api_base"],
    [{ provider_type: "workers_ai", api_key: null, api_base: "https://api.example.com" }, "body.api_base"],
    [{ provider_type: "mistral" }, "body.provider_type"],
    [{ default_model: "" }, "body.default_model"],
    [{ max_tokens: 0 }, "body.max_tokens"],
    [{ temperature_default: 2.1 }, "body.temperature_default"],
    [{ api_key: "two words" }, "body.api_key"],
    [{ name: "" }, "body.name"],
    [{ name: "a/b" }, "body.name"],
    [{ sealed_key: "x" }, "body"],
  ])("refuse %j by the name of the field", async (fields, field) => {
    const { status, body } = await call<{ errors: { field: string }[] }>("", sendJson(tenant.admin, fresh(fields)));
    expect([status, body.errors[0]?.field]).toEqual([422, field]);
  });

  it("take workers_ai without a key and an address", async () => {
    const made = await create(fresh({ provider_type: "workers_ai", api_key: null, default_model: "@cf/x/y" }));
    expect([made.status, made.body.has_api_key]).toEqual([201, false]);
  });

  it("refuse an update without a field, and a name that is taken", async () => {
    const [one, two] = [await create(fresh()), await create(fresh())];
    expect((await update(one.body.id, {})).status).toBe(422);
    expect((await update(one.body.id, { name: null, api_key: null })).status).toBe(422);
    expect((await create({ ...fresh(), name: one.body.name })).status).toBe(409);
    expect((await update(two.body.id, { name: one.body.name })).status).toBe(409);
    expect((await update(two.body.id, { name: two.body.name })).status).toBe(200);
  });

  it("have one default a tenant, whoever was it before, and other tenants keep theirs", async () => {
    const theirs = await create(fresh({ is_default: true }), other.admin);
    const first = await create(fresh({ is_default: true }));
    const second = await create(fresh({ is_default: true }));
    const third = await create(fresh());
    await update(third.body.id, { is_default: true });
    const defaults = async (key: string) =>
      (await list(key)).items.filter((each) => each.is_default).map(({ id }) => id);
    expect(await defaults(tenant.read)).toEqual([third.body.id]);
    expect((await list()).items[0]!.id).toBe(third.body.id);
    expect(await defaults(other.read)).toEqual([theirs.body.id]);
    await Promise.all([first, second, third].map(({ body }) => update(body.id, { is_default: true })));
    expect(await defaults(tenant.read)).toHaveLength(1);
    const [id] = await defaults(tenant.read);
    expect((await update(id!, { is_active: false })).body).toMatchObject({ is_active: false, is_default: false });
    expect((await update(id!, { is_default: true })).status).toBe(422);
    expect(await defaults(tenant.read)).toEqual(["builtin"]);
  });

  it("of another tenant answer exactly as those that do not exist, and stay as they are", async () => {
    const mine = await create(fresh());
    const missing = "f".repeat(32);
    for (const init of [
      get(other.admin),
      sendJson(other.admin, { name: "taken over" }, "PUT"),
      { ...get(other.admin), method: "DELETE" },
    ]) {
      const withId = {
        ...init,
        headers: { ...(init.headers as object), "X-Request-ID": "same-request-id" },
      } as RequestInit;
      const foreign = await call(`/${mine.body.id}`, withId);
      expect(foreign).toEqual(await call(`/${missing}`, withId));
      expect(foreign.status).toBe(404);
      expect((await call(`/${encodeURIComponent(mine.body.name)}`, withId)).status).toBe(404);
    }
    expect((await call(`/${mine.body.id}/test`, sendJson(other.admin, {}))).status).toBe(404);
    expect((await call(`/${mine.body.id}`, get(tenant.read))).body).toEqual(mine.body);
  });

  it("are made and changed with the scope admin, tested with write", async () => {
    expect((await create(fresh(), tenant.write)).status).toBe(403);
    const made = await create(fresh());
    expect((await update(made.body.id, { name: "x" }, tenant.write)).status).toBe(403);
    expect((await call(`/${made.body.id}/test`, sendJson(tenant.read, {}))).status).toBe(403);
    expect((await call(`/${made.body.id}/test`, sendJson(tenant.write, {}))).status).toBe(200);
  });
});

describe("a provider's key", () => {
  it("is in no answer, no log and no row in clear, and the same key is sealed anew each time", async () => {
    const texts: string[] = [];
    const one = await create(fresh());
    const two = await create(fresh());
    texts.push(one.text, two.text, (await update(one.body.id, { api_key: `${KEY}2` })).text);
    texts.push((await call(`/${one.body.id}`, get(tenant.admin))).text, JSON.stringify(await list()));
    texts.push((await call(`/${one.body.id}/test`, sendJson(tenant.admin, {}))).text);
    texts.push((await create(fresh({ provider_type: "nonsense" }))).text);
    texts.push(...app.logs);
    const { results } = await bindings.DB.prepare("SELECT * FROM providers").all<Record<string, unknown>>();
    texts.push(JSON.stringify(results));
    for (const table of ["idempotency_keys", "organizations", "api_keys"]) {
      texts.push(JSON.stringify((await bindings.DB.prepare(`SELECT * FROM ${table}`).all()).results));
    }
    expect(texts.join("\n")).not.toContain("PlantedProviderKey");
    const sealed = results.map((row) => row["sealed_key"]).filter((value) => value !== null);
    expect(new Set(sealed).size).toBe(sealed.length);
    expect(sealed.every((value) => String(value).startsWith("v1."))).toBe(true);
  });

  it("opens for its own row alone: swapped between rows or tenants it is refused, and nothing is sent", async () => {
    const base = { provider_type: "custom", api_base: "http://127.0.0.1:9999/v1" };
    const one = await create(fresh(base));
    const two = await create(fresh({ ...base, api_key: "another-key" }));
    const stolen = await create(fresh({ ...base, api_key: "third-key" }), other.admin);
    const keyOf = (id: string) =>
      bindings.DB.prepare("SELECT sealed_key FROM providers WHERE id = ?").bind(id).first<string>("sealed_key");
    const sealed = await keyOf(one.body.id);
    for (const { body } of [two, stolen]) {
      await bindings.DB.prepare("UPDATE providers SET sealed_key = ? WHERE id = ?").bind(sealed, body.id).run();
    }
    sent = [];
    for (const [id, key] of [
      [two.body.id, tenant.write],
      [stolen.body.id, other.write],
    ] as const) {
      const tested = await call<ProviderTestResponse>(`/${id}/test`, sendJson(key, {}));
      expect(tested.body).toMatchObject({ status: "error" });
      expect(tested.body.error).toContain("give the key again");
    }
    // The address changed behind our back: the key does not open for it.
    await bindings.DB.prepare("UPDATE providers SET api_base = 'http://127.0.0.1:6666/v1' WHERE id = ?")
      .bind(one.body.id)
      .run();
    expect((await call<ProviderTestResponse>(`/${one.body.id}/test`, sendJson(tenant.write, {}))).body.status).toBe(
      "error",
    );
    expect(sent).toEqual([]);
  });

  it("goes to the host it was registered for alone: another address needs the key again", async () => {
    const made = await create(fresh({ api_base: "https://llm.acme.example/v1" }));
    const moved = await call<{ errors: { field: string }[] }>(
      `/${made.body.id}`,
      sendJson(tenant.admin, { api_base: "https://thief.example/v1" }, "PUT"),
    );
    expect([moved.status, moved.body.errors[0]!.field]).toEqual([422, "body.api_key"]);
    expect((await call<ProviderResponse>(`/${made.body.id}`, get(tenant.read))).body.api_base).toBe(
      "https://llm.acme.example/v1",
    );
    // Clearing the address moves it to the type's own host, which is another one too.
    expect((await update(made.body.id, { api_base: "" })).status).toBe(422);
    expect((await update(made.body.id, { api_base: "https://llm.acme.example/v2/" })).body).toMatchObject({
      api_base: "https://llm.acme.example/v2",
      has_api_key: true,
    });
    const withKey = await update(made.body.id, { api_base: "https://elsewhere.example/v1", api_key: "new-key" });
    expect(withKey.body).toMatchObject({ api_base: "https://elsewhere.example/v1", has_api_key: true });
    expect((await update(made.body.id, { api_base: "https://third.example/v1", api_key: "" })).body.has_api_key).toBe(
      false,
    );
    expect((await update(made.body.id, { api_base: "https://fourth.example/v1" })).status).toBe(200);
  });
});

describe("an address", () => {
  const custom = (api_base: string) => fresh({ provider_type: "custom", api_base });

  it.each([
    "https://169.254.169.254/latest",
    "https://10.0.0.5/v1",
    "https://[fd00::1]/v1",
    "https://0x0a.1/v1",
    "https://localhost:9/v1",
    "http://api.example.com/v1",
    "https://user:pw@api.example.com/v1",
    "https://api.example.com:6379/v1",
    "https://api.example.com/v1?key=1",
    "ftp://api.example.com",
    "not a url",
  ])("%s is refused by the field, on creation and on change", async (base) => {
    const made = await create(fresh({ api_key: KEY }));
    for (const refused of [
      await call<{ errors: { field: string }[] }>("", sendJson(tenant.admin, custom(base))),
      await call<{ errors: { field: string }[] }>(
        `/${made.body.id}`,
        sendJson(tenant.admin, { api_base: base, api_key: "x" }, "PUT"),
      ),
    ]) {
      expect([base, refused.status, refused.body.errors[0]!.field]).toEqual([base, 422, "body.api_base"]);
    }
  });

  it("is resolved when it is registered, and every address of its name must be public", async () => {
    const cases: [string[] | null, "production" | "development", number][] = [
      [["93.184.215.14"], "production", 201],
      [["93.184.215.14", "10.0.0.1"], "production", 422],
      [["::1"], "production", 422],
      [[], "production", 422],
      [null, "production", 503],
      [null, "development", 201],
    ];
    for (const [addresses, environment, status] of cases) {
      const asked: string[] = [];
      const resolver: Resolver = { addresses: (host) => (asked.push(host), Promise.resolve(addresses)) };
      const one = await startApp({ environment }, { resolver });
      const response = await one.fetch(
        PATH,
        sendJson((await makeTenant(one)).admin, custom("https://api.acme.example/v1")),
      );
      expect([addresses, environment, response.status]).toEqual([addresses, environment, status]);
      expect(asked).toEqual(["api.acme.example"]);
      // Development goes on without a resolver, and says so.
      expect(one.logs.some((line) => line.includes("address_not_resolved"))).toBe(addresses === null && status === 201);
    }
  });

  it("that the operator allows may be plain http on this machine, and is not resolved", async () => {
    expect((await create(custom("http://127.0.0.1:11434"))).status).toBe(201);
  });
});

describe("the test of a provider", () => {
  const test = async (fields: object = {}) => {
    const made = await create(fresh({ provider_type: "custom", api_base: "http://127.0.0.1:9999/v1", ...fields }));
    sent = [];
    return call<ProviderTestResponse>(`/${made.body.id}/test`, sendJson(tenant.write, {}));
  };

  it("asks for five tokens with the key, and says how long it took", async () => {
    answer = () => completion("pong");
    const { status, body } = await test();
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "ok", model_tested: "gpt-4o-mini", error: null });
    expect(body.latency_ms).toBeGreaterThanOrEqual(0);
    expect(sent).toEqual([{ url: "http://127.0.0.1:9999/v1/chat/completions", authorization: `Bearer ${KEY}` }]);
  });

  it("is always 200, and says what went wrong without a word of the provider's", async () => {
    const answers: [() => Response | Promise<Response>, string][] = [
      [() => Response.json({ error: { message: `bad key ${KEY}` } }, { status: 401 }), "refused the key"],
      [() => new Response("<h1>planted</h1>", { headers: { "content-type": "text/html" } }), "not its protocol"],
      [() => Promise.reject(new Error("planted")), "cannot be reached"],
      [() => Response.redirect("http://127.0.0.1:1/", 302), "redirect"],
    ];
    for (const [reply, words] of answers) {
      answer = reply;
      const { status, body, text } = await test();
      expect([status, body.status]).toEqual([200, "error"]);
      expect(body.error).toContain(words);
      expect(text).not.toMatch(/planted|Planted/);
      expect(sent).toHaveLength(1);
    }
    answer = () => completion("pong");
  });

  it("of the builtin provider is ok without asking anybody", async () => {
    sent = [];
    const { body } = await call<ProviderTestResponse>("/builtin/test", sendJson(tenant.write, {}));
    expect(body).toMatchObject({ provider_id: "builtin", status: "ok", latency_ms: null });
    expect(sent).toEqual([]);
  });

  it("of Workers AI without an account is an error, not a failure of ours", async () => {
    const made = await create(fresh({ provider_type: "workers_ai", api_key: null, default_model: "@cf/x/y" }));
    const { status, body } = await call<ProviderTestResponse>(`/${made.body.id}/test`, sendJson(tenant.write, {}));
    expect([status, body.status]).toEqual([200, "error"]);
  });
});

describe("providers of the installation", () => {
  const ENVIRONMENT = {
    UNCASE_ENV: "production",
    API_SECRET_KEY: "a secret for these tests only",
    ANTHROPIC_API_KEY: KEY,
    OPENAI_API_KEY: KEY,
    OPENAI_API_BASE: "http://gpu.lan:8000/v1/",
    OPENAI_MODEL: "local-model",
  };

  it("come from the environment, read-only, without their key, for the organisations that the operator names", async () => {
    const settings = parseSettings({ ...ENVIRONMENT, UNCASE_INSTALLATION_PROVIDERS_FOR: "*" });
    expect(settings.allowedHosts).toEqual([{ host: "gpu.lan", port: "8000" }]);
    const { installationProviders, installationKeys } = settings;
    const one = await startApp({ installationProviders, installationKeys, installationProvidersFor: "all" });
    const mine = await makeTenant(one);
    const response = await one.fetch(PATH, get(mine.read));
    const text = await response.text();
    expect((JSON.parse(text) as { items: ProviderResponse[] }).items).toMatchObject([
      { id: "env-anthropic", name: "anthropic", is_default: true, has_api_key: true, organization_id: null },
      { id: "env-openai", api_base: "http://gpu.lan:8000/v1", default_model: "local-model", is_default: false },
      { id: "builtin", is_default: false },
    ]);
    expect(text).not.toContain("Planted");
    expect((await one.fetch(`${PATH}/env-openai`, sendJson(mine.admin, { name: "x" }, "PUT"))).status).toBe(409);
    expect((await listConnections(one.deps, mine.id)).map(({ id }) => id)).toEqual(["env-anthropic", "env-openai"]);
  });

  it("are offered to nobody in production unless they are named, and to everybody in development", () => {
    expect(parseSettings(ENVIRONMENT).installationProvidersFor).toEqual([]);
    expect(parseSettings({ ...ENVIRONMENT, UNCASE_ENV: "development" }).installationProvidersFor).toBe("all");
    const named = parseSettings({ ...ENVIRONMENT, UNCASE_INSTALLATION_PROVIDERS_FOR: "a, b" });
    expect(named.installationProvidersFor).toEqual(["a", "b"]);
  });

  it("hide from organisations that are not named", async () => {
    const { installationProviders, installationKeys } = parseSettings(ENVIRONMENT);
    const one = await startApp({ installationProviders, installationKeys, installationProvidersFor: ["somebody"] });
    const mine = await makeTenant(one);
    expect((await one.fetch(`${PATH}/env-openai`, get(mine.read))).status).toBe(404);
    await expect(resolveConnection(one.deps, mine.id, "env-openai")).rejects.toMatchObject({ code: "not_found" });
    expect(await resolveConnection(one.deps, mine.id, null)).toBeNull();
  });

  it("send their key to their own origin alone", async () => {
    const { installationProviders, installationKeys, allowedHosts } = parseSettings(ENVIRONMENT);
    const seen: (string | null)[] = [];
    const models = makeModels({
      secrets: app.deps.secrets,
      allowedHosts: [...allowedHosts, ...ALLOWED],
      installationKeys,
      ai: bindings.AI,
      fetch: (async (input: RequestInfo, init?: RequestInit) => {
        seen.push(new Request(input, init).headers.get("authorization"));
        return completion("pong");
      }) as typeof fetch,
    });
    const one = await startApp(
      { installationProviders, installationKeys, installationProvidersFor: "all" },
      { models },
    );
    const connection = (await resolveConnection(one.deps, (await makeTenant(one)).id, "openai"))!;
    const request = {
      model: "m",
      messages: [{ role: "user" as const, parts: [{ type: "text" as const, text: "x" }] }],
    };
    await models.chat(connection, request);
    await models.chat({ ...connection, apiBase: "http://127.0.0.1:1/v1" }, request);
    expect(seen).toEqual([`Bearer ${KEY}`, null]);
  });

  it.each([
    [{ LITELLM_API_KEY: "x" }, "LITELLM_API_BASE"],
    [{ LITELLM_API_KEY: "x", LITELLM_API_BASE: "http://proxy:4000" }, "LITELLM_MODEL"],
    [{ OPENAI_API_KEY: "x", OPENAI_API_BASE: "proxy" }, "OPENAI_API_BASE"],
    [{ UNCASE_ALLOWED_PRIVATE_HOSTS: "http://x" }, "UNCASE_ALLOWED_PRIVATE_HOSTS"],
  ])("that are configured wrongly stop the start with the variable's name: %j", (variables, name) => {
    const environment = { UNCASE_ENV: "production", API_SECRET_KEY: ENVIRONMENT.API_SECRET_KEY, ...variables };
    expect(() => parseSettings(environment)).toThrow(name);
  });
});
