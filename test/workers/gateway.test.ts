import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGateway, type Gateway } from "../../workers/gateway/app.ts";
import { makeModels } from "../../workers/platform/models.ts";
import type { Deps } from "../../workers/services/deps.ts";
import { bindings, makeTenant, startApp, type Tenant, type TestApp } from "./support.ts";

const ALLOWED = [{ host: "upstream.test", port: null }];
const EMAIL = "mac.iturriaga@correo-privado.mx";

interface Isolate {
  app: TestApp;
  gateway: Gateway;
}

/** Bodies that the provider got, and what it answers to the next ones. */
let sent: string[] = [];
let answer: (body: string) => string = () => "hola";
/** What was given to the objects of conversations to keep. */
const kept: string[] = [];

/** Worker and gateway over the same bindings, remembering nothing of each other. */
async function startIsolate(): Promise<Isolate> {
  const plain = await startApp();
  const models = makeModels({
    secrets: plain.deps.secrets,
    allowedHosts: ALLOWED,
    installationKeys: new Map(),
    ai: bindings.AI,
    fetch: (async (input: RequestInfo, init?: RequestInit) => {
      const body = await new Request(input, init).text();
      sent.push(body);
      return Response.json({
        id: "chatcmpl-1",
        object: "chat.completion",
        model: "gpt-4o-mini",
        choices: [{ index: 0, message: { role: "assistant", content: answer(body) }, finish_reason: "stop" }],
        usage: { prompt_tokens: 5, completion_tokens: 100, total_tokens: 105 },
      });
    }) as typeof fetch,
  });
  const resolver = { addresses: () => Promise.resolve(["93.184.215.14"]) };
  const gatewayVault: Deps["gatewayVault"] = (name) => {
    const port = plain.deps.gatewayVault(name);
    return {
      read: () => port.read(),
      add(sealed, ttlMs) {
        kept.push(String(sealed));
        return port.add(sealed, ttlMs);
      },
    };
  };
  const app = await startApp({ allowedHosts: ALLOWED }, { models, resolver, gatewayVault });
  return { app, gateway: createGateway(app.deps, { environment: "production", corsOrigins: [] }) };
}

let first: Isolate;
let second: Isolate;

beforeAll(async () => {
  first = await startIsolate();
  second = await startIsolate();
});

beforeEach(() => {
  sent = [];
  answer = () => "hola";
});

async function freshTenant(settings: Parameters<ReturnType<TestApp["client"]>["gateway"]["putSettings"]>[0] = {}) {
  const tenant = await makeTenant(first.app);
  const client = first.app.client(tenant.admin);
  await client.providers.create({
    name: "main",
    provider_type: "openai",
    api_key: "sk-test-key-of-a-provider",
    default_model: "gpt-4o-mini",
    is_default: true,
  });
  await client.gateway.putSettings(settings);
  return { tenant, client };
}

async function chat(
  { gateway }: Isolate,
  tenant: Tenant,
  content: string,
  headers: Record<string, string> = {},
  key = tenant.write,
): Promise<{ status: number; headers: Headers; text: string }> {
  const context = createExecutionContext();
  const response = await gateway.fetch(
    new Request("http://localhost/v1/chat/completions", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-API-Key": key, ...headers },
      body: JSON.stringify({ model: "gpt-4o-mini", max_tokens: 100, messages: [{ role: "user", content }] }),
    }),
    {},
    context,
  );
  const text = await response.text();
  await waitOnExecutionContext(context);
  return { status: response.status, headers: response.headers, text };
}

const said = ({ text }: { text: string }): string =>
  (JSON.parse(text) as { choices: { message: { content: string } }[] }).choices[0]!.message.content;
const tokenIn = (body: string): string => /\[EMAIL_\w{6}\]/.exec(body)![0];

describe("a conversation that its caller names", () => {
  const named = { "x-uncase-conversation": "case-1" };

  it("keeps its tokens' values from one request and isolate to the next, for nobody else", async () => {
    const { tenant } = await freshTenant({ conversation_ttl_s: 3600 });
    await chat(first, tenant, `mi correo es ${EMAIL}`, named);
    const token = tokenIn(sent[0]!);
    answer = () => `escribo a ${token}`;
    expect(said(await chat(second, tenant, "¿a quién escribes?", named))).toBe(`escribo a ${EMAIL}`);
    expect([...sent, ...kept].join("")).not.toContain(EMAIL);
    expect(kept.length).toBeGreaterThan(0);
    const elsewhere = { "x-uncase-conversation": "case-2" };
    expect(said(await chat(second, tenant, "¿a quién escribes?", elsewhere))).toBe(`escribo a ${token}`);
    expect(said(await chat(second, tenant, "¿a quién escribes?"))).toBe(`escribo a ${token}`);
    const { tenant: other } = await freshTenant({ conversation_ttl_s: 3600 });
    expect(said(await chat(first, other, "¿a quién escribes?", named))).toBe(`escribo a ${token}`);
  });

  it("keeps nothing unless its organisation asks for it", async () => {
    const { tenant } = await freshTenant();
    await chat(first, tenant, `mi correo es ${EMAIL}`, named);
    const token = tokenIn(sent[0]!);
    answer = () => `escribo a ${token}`;
    expect(said(await chat(first, tenant, "¿a quién escribes?", named))).toBe(`escribo a ${token}`);
  });

  it("is gone when its time is over", async () => {
    const object = bindings.GATEWAY_VAULT.get(bindings.GATEWAY_VAULT.idFromName(crypto.randomUUID()));
    await object.add("sealed", 3_600_000);
    await object.add(null, 3_600_000);
    expect(await object.read()).toEqual(["sealed"]);
    await object.add("more", 0);
    expect(await object.read()).toEqual([]);
    await object.add("anew", 3_600_000);
    expect(await object.read()).toEqual(["anew"]);
  });
});

describe("budgets", () => {
  it("are never overdrawn, however many calls come at once", { timeout: 60_000 }, async () => {
    const limit = 400;
    const { client, tenant } = await freshTenant({ budgets: [{ period: "day", limit_micro_usd: limit }] });
    const isolates = [first, second];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => chat(isolates[index % 2]!, tenant, `pregunta ${index}`)),
    );
    const done = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 429);
    expect(done.length + refused.length).toBe(20);
    expect(done.length).toBeGreaterThan(0);
    expect(sent).toHaveLength(done.length);
    expect(refused.every(({ headers }) => Number(headers.get("retry-after")) > 0)).toBe(true);
    const { items } = await client.gateway.logs({ page_size: 100 });
    const spent = items.reduce((sum, entry) => sum + (entry.cost_microusd ?? 0), 0);
    expect(spent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(limit);
  });

  it("of one key leave the others alone", async () => {
    const { client, tenant } = await freshTenant();
    const budget = { key_id: tenant.adminKeyId, period: "month" as const, limit_micro_usd: 1 };
    await client.gateway.putSettings({ budgets: [budget] });
    expect((await chat(first, tenant, "hola", {}, tenant.admin)).status).toBe(429);
    expect((await chat(first, tenant, "hola")).status).toBe(200);
  });
});

describe("the cache of answers", () => {
  it("answers the same redacted question once per tenant, with each caller's own value, and keeps none of them", async () => {
    const { tenant } = await freshTenant({ cache_ttl_s: 60 });
    answer = (body) => `anotado: ${tokenIn(body)}`;
    const question = `mi correo es ${EMAIL}`;
    const asked = await chat(first, tenant, question);
    const again = await chat(first, tenant, question);
    expect([said(asked), said(again)]).toEqual([`anotado: ${EMAIL}`, `anotado: ${EMAIL}`]);
    expect([asked.headers.get("x-uncase-cache"), again.headers.get("x-uncase-cache")]).toEqual([null, "hit"]);
    expect(sent).toHaveLength(1);
    const { tenant: other } = await freshTenant({ cache_ttl_s: 60 });
    expect((await chat(first, other, question)).headers.get("x-uncase-cache")).toBeNull();
    expect(said(await chat(first, tenant, "mi correo es otra.persona@correo-distinto.es"))).toBe(
      "anotado: otra.persona@correo-distinto.es",
    );
    expect(sent).toHaveLength(3);
  });

  it("begins anew with another policy, and holds nothing unless it is asked for", async () => {
    const { client, tenant } = await freshTenant({ cache_ttl_s: 60 });
    await chat(first, tenant, "hola");
    await client.gateway.writePolicy({ name: "stricter", rules: { operatingPoint: "gate" } });
    expect((await chat(first, tenant, "hola")).headers.get("x-uncase-cache")).toBeNull();
    await client.gateway.putSettings({});
    await chat(first, tenant, "hola");
    expect(sent).toHaveLength(3);
  });
});

describe("policies", () => {
  it("of a key tighten the organisation's for that key alone, and a candidate is tried and never applied", async () => {
    const { client, tenant } = await freshTenant();
    await client.gateway.writePolicy({ name: "strict", key_id: tenant.adminKeyId, rules: { mode: "block" } });
    await client.gateway.writePolicy({ name: "trial", candidate: true, rules: { mode: "block" } });
    expect((await chat(first, tenant, `soy ${EMAIL}`, {}, tenant.admin)).status).toBe(400);
    expect((await chat(first, tenant, `soy ${EMAIL}`)).status).toBe(200);
    const { items } = await client.gateway.logs({ page_size: 10 });
    const passed = items.find(({ status }) => status === 200)!;
    expect(passed.candidate).toMatchObject({ action: "block" });
    expect(JSON.stringify(items)).not.toContain(EMAIL);
  });

  it("that block let today's date pass, and no day that may be the user's", async () => {
    const { client, tenant } = await freshTenant();
    await client.gateway.writePolicy({ name: "strict", rules: { mode: "block" } });
    expect((await chat(first, tenant, "Fecha actual: 2026-11-22\n¿A qué hora abren?")).status).toBe(200);
    expect((await chat(first, tenant, "Me operaron el 3 de diciembre")).status).toBe(400);
  });

  it("refuse a model's name that is none", async () => {
    const { tenant } = await freshTenant();
    const context = createExecutionContext();
    const response = await first.gateway.fetch(
      new Request("http://localhost/v1/chat/completions", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-API-Key": tenant.write },
        body: JSON.stringify({ model: `main/${EMAIL}`, messages: [{ role: "user", content: "hola" }] }),
      }),
      {},
      context,
    );
    await waitOnExecutionContext(context);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain(EMAIL);
    expect(sent).toEqual([]);
  });
});
