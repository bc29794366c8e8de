import { brotliCompressSync, zstdCompressSync } from "node:zlib";
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGateway } from "../../workers/gateway/app.ts";
import type { Deps } from "../../workers/services/deps.ts";
import { ask, freshTenant, type Isolate, said, startIsolate, streamAnswer } from "./gateway-isolate.ts";
import { makeTenant, startApp } from "./support.ts";

const EMAIL = "mac.iturriaga@correo-privado.mx";
const body = (content: string, more: object = {}) => ({
  model: "gpt-4o-mini",
  max_tokens: 50,
  messages: [{ role: "user", content }],
  ...more,
});

let isolate: Isolate;

beforeAll(async () => {
  isolate = await startIsolate();
});

beforeEach(() => {
  isolate.sent.length = 0;
  isolate.answer(() => "hola");
});

describe("a policy", () => {
  it("with a field or a category that does not exist is refused by its name, and nothing is written", async () => {
    const { client } = await freshTenant(isolate);
    const write = (rules: object) => client.gateway.writePolicy({ name: "typo", rules: rules as never });
    const refused = async (rules: object): Promise<string> =>
      write(rules).then(
        () => "accepted",
        (error: { status: number; message: string; errors?: { field: string }[] }) =>
          `${error.status} ${error.errors?.[0]?.field ?? error.message}`,
      );
    expect(await refused({ mod: "block" })).toBe("422 body.rules");
    expect(await refused({ request: { actions: "block" } })).toBe("422 body.rules.request");
    expect(await refused({ media: { images: "refuse" } })).toBe("422 body.rules.media");
    expect(await refused({ shield: { users: "block" } })).toBe("422 body.rules.shield");
    expect(await refused({ request: { categories: { EMAIL_ADDRESS: "block" } } })).toContain(
      "categories.EMAIL_ADDRESS",
    );
    expect(await refused({ response: { thresholds: { CREDIT_CARDS: 0.1 } } })).toContain("thresholds.CREDIT_CARDS");
    expect((await client.gateway.policies()).total).toBe(0);
    expect(await refused({ request: { categories: { EMAIL: "block" } } })).toBe("accepted");
  });

  it("says per category and direction what happens to a value", async () => {
    const { client, tenant } = await freshTenant(isolate);
    await client.gateway.writePolicy({
      name: "each",
      rules: {
        request: { categories: { EMAIL: "mask", IBAN: "hash", IP_ADDRESS: "allow", PHONE: "pseudonym" } },
        response: { categories: { IP_ADDRESS: "block", EMAIL: "allow" } },
      },
    });
    const iban = "ES9121000418450200051332";
    isolate.answer(() => "escriba a otra.persona@correo-distinto.es");
    const answer = await ask(isolate, tenant, body(`${EMAIL}, ${iban}, 203.0.113.77, tel. +34 612 345 678`));
    const { content } = (JSON.parse(isolate.sent[0]!.body) as { messages: { content: string }[] }).messages[0]!;
    expect(content).toMatch(/^\[EMAIL\], \[IBAN:[0-9a-f]{16}\], 203\.0\.113\.77, tel\. /);
    expect(content).not.toContain("612 345 678");
    expect(content).not.toContain("[PHONE");
    expect(said(answer)).toBe("escriba a otra.persona@correo-distinto.es");
    isolate.answer(() => "el servidor es 198.51.100.23");
    const blocked = JSON.parse((await ask(isolate, tenant, body("¿qué servidor es?"))).text) as {
      choices: { finish_reason: string }[];
      usage: object;
    };
    expect(blocked.choices[0]!.finish_reason).toBe("content_filter");
    expect(blocked.usage).toMatchObject({ completion_tokens: 100 });
    expect(JSON.stringify(blocked)).not.toContain("198.51");
  });

  it("that refuses a request names the categories that it blocks, and no others", async () => {
    const { client, tenant } = await freshTenant(isolate);
    await client.gateway.writePolicy({ name: "cards", rules: { request: { categories: { CREDIT_CARD: "block" } } } });
    const answer = await ask(isolate, tenant, body(`soy ${EMAIL}, tarjeta 4539 1488 0343 6467`));
    const { error } = JSON.parse(answer.text) as { error: { message: string } };
    expect([answer.status, error.message]).toEqual([400, "Personal data in the request: CREDIT_CARD"]);
  });

  it("with an allow-list lets what the organisation publishes go out and come back", async () => {
    const { client, tenant } = await freshTenant(isolate);
    const [support, phone] = ["soporte@acme-seguros.com", "+52 55 6104 2277"];
    await client.gateway.writePolicy({ name: "published", rules: { allowList: [support, phone] } });
    isolate.answer(() => `escriba a ${support} o llame al ${phone}`);
    const answer = await ask(isolate, tenant, body(`¿Es ${support} o ${phone}? Soy ${EMAIL}`));
    expect(said(answer)).toBe(`escriba a ${support} o llame al ${phone}`);
    const sent = isolate.sent[0]!.body;
    expect([sent.includes(support), sent.includes(phone), sent.includes(EMAIL)]).toEqual([true, true, false]);
  });

  it("on trial is promoted or withdrawn, by its organisation's admin alone, and a live one is neither", async () => {
    const { client, tenant } = await freshTenant(isolate);
    const { client: other } = await freshTenant(isolate);
    const trial = { name: "trial", candidate: true, rules: { mode: "block" as const } };
    const live = await client.gateway.writePolicy({ name: "first", rules: {} });
    const candidate = await client.gateway.writePolicy(trial);
    await expect(other.gateway.promotePolicy(candidate.id)).rejects.toMatchObject({ status: 404 });
    await expect(other.gateway.withdrawPolicy(candidate.id)).rejects.toMatchObject({ status: 404 });
    await expect(isolate.app.client(tenant.write).gateway.promotePolicy(candidate.id)).rejects.toMatchObject({
      status: 403,
    });
    await expect(client.gateway.promotePolicy(live.id)).rejects.toMatchObject({ status: 409 });
    await expect(client.gateway.withdrawPolicy(live.id)).rejects.toMatchObject({ status: 409 });
    expect((await ask(isolate, tenant, body(`soy ${EMAIL}`))).status).toBe(200);
    expect(await client.gateway.promotePolicy(candidate.id)).toMatchObject({
      id: live.id,
      version: 2,
      candidate: false,
    });
    expect((await ask(isolate, tenant, body(`soy ${EMAIL}`))).status).toBe(400);
    expect((await client.gateway.policies()).items.map(({ name }) => name)).toEqual(["trial"]);
    const again = await client.gateway.writePolicy({ ...trial, rules: { mode: "audit" } });
    await client.gateway.withdrawPolicy(again.id);
    await expect(client.gateway.withdrawPolicy(again.id)).rejects.toMatchObject({ status: 404 });
    await ask(isolate, tenant, body("hola"));
    expect((await client.gateway.logs()).items[0]!.candidate).toBeNull();
  });

  it("in warn changes nothing and tells the findings in headers, in both directions", async () => {
    const { client, tenant } = await freshTenant(isolate);
    await client.gateway.writePolicy({ name: "watch", rules: { mode: "warn" } });
    isolate.answer(() => "escriba a otra.persona@correo-distinto.es");
    const { headers } = await ask(isolate, tenant, body(`soy ${EMAIL}`));
    expect(isolate.sent[0]!.body).toContain(EMAIL);
    expect([headers.get("x-uncase-mode"), headers.get("x-uncase-findings")]).toEqual(["warn", "EMAIL=1"]);
    expect(headers.get("x-uncase-answer-findings")).toBe("EMAIL=1");
    expect(Number(headers.get("x-uncase-scanned-chars"))).toBeGreaterThan(EMAIL.length);
  });
});

describe("what a provider gets", () => {
  it("has the headers by which its own SDK asks for trials, and no other of the client's", async () => {
    const { client, tenant } = await freshTenant(isolate);
    await client.providers.create({
      name: "claude",
      provider_type: "anthropic",
      api_key: "sk-ant-key",
      default_model: "c",
    });
    isolate.answer(() => Response.json({ id: "msg_1", type: "message", role: "assistant", content: [], usage: {} }));
    const headers = { "anthropic-beta": "context-1m-2025-08-07,claude-code-20250219", "openai-beta": "assistants=v2" };
    const path = "/v1/messages?beta=true";
    const asked = { ...body("hola"), model: "claude/c" };
    await ask(isolate, tenant, asked, {
      path,
      headers: { ...headers, "x-other": "y", "anthropic-version": "2023-01-01" },
    });
    const got = isolate.sent.at(-1)!.headers;
    expect(["anthropic-beta", "anthropic-version", "openai-beta", "x-other"].map((name) => got.get(name))).toEqual([
      headers["anthropic-beta"],
      "2023-01-01",
      null,
      null,
    ]);
    await ask(isolate, tenant, body("hola"), { headers });
    expect(["anthropic-beta", "openai-beta"].map((name) => isolate.sent.at(-1)!.headers.get(name))).toEqual([
      null,
      "assistants=v2",
    ]);
    const { length } = isolate.sent;
    for (const value of [EMAIL, "call 5512345678", "55-12-34-56-78"]) {
      const refused = await ask(isolate, tenant, asked, { path, headers: { "anthropic-beta": value } });
      expect([value, refused.status, isolate.sent.length]).toEqual([value, 400, length]);
    }
  });
});

describe("settings", () => {
  it("that name a provider or a key that is not there are refused by the field", async () => {
    const { client } = await freshTenant(isolate);
    const put = (settings: Parameters<typeof client.gateway.putSettings>[0]) =>
      client.gateway.putSettings(settings).then(
        () => "accepted",
        (error: { status: number; errors?: { field: string }[] }) => `${error.status} ${error.errors?.[0]?.field}`,
      );
    const aliases = [{ name: "fast", targets: [{ provider: "main" }, { provider: "nope" }] }];
    expect(await put({ aliases })).toBe("422 body.aliases.0.targets.1.provider");
    expect(await put({ budgets: [{ key_id: "nobody", period: "day", limit_micro_usd: 5 }] })).toBe(
      "422 body.budgets.0.key_id",
    );
    expect(await put({ aliases: [{ name: "fast", targets: [{ provider: "main" }] }] })).toBe("accepted");
  });
});

describe("a body that a provider of the same format gets", () => {
  const sentText = (): string => isolate.sent.at(-1)!.body;

  it("names the default model where the request names none, and a model that is no text is a 400", async () => {
    const { tenant } = await freshTenant(isolate);
    for (const [path, more] of [
      ["/v1/chat/completions", {}],
      ["/v1/chat/completions", { model: null }],
      ["/v1/chat/completions", { model: "" }],
      ["/v1/embeddings", { input: "hola", messages: undefined }],
    ] as const) {
      isolate.answer(() => (path.includes("embed") ? Response.json({ data: [] }) : "hola"));
      expect((await ask(isolate, tenant, body("hola", { model: undefined, ...more }), { path })).status).toBe(200);
      expect(JSON.parse(sentText())).toMatchObject({ model: "gpt-4o-mini" });
    }
    isolate.answer(() => "hola");
    const before = isolate.sent.length;
    for (const model of [5, ["gpt-4o-mini"], {}, true]) {
      expect((await ask(isolate, tenant, body("hola", { model }))).status).toBe(400);
    }
    expect(isolate.sent.length).toBe(before);
  });

  it("has every number as it was written, also under another name of the model and in a stream", async () => {
    const { tenant } = await freshTenant(isolate);
    const schema = '{"maximum":9223372036854775807,"default":1.0,"x":1e400,"y":-0}';
    const tools = `"tools":[{"type":"function","function":{"name":"f","parameters":${schema}}}]`;
    const post = async (more: string): Promise<string> => {
      const text = `{${more}"messages":[{"role":"user","content":"hola"}],${tools}}`;
      const context = createExecutionContext();
      const headers = { "Content-Type": "application/json", "X-API-Key": tenant.write };
      const request = new Request("http://localhost/v1/chat/completions", { method: "POST", headers, body: text });
      await (await isolate.gateway.fetch(request, {}, context)).text();
      await waitOnExecutionContext(context);
      return sentText();
    };
    expect(await post('"model":"gpt-4o-mini",')).toContain(schema);
    const renamed = await post('"model": "main/gpt-b",');
    expect([renamed.includes(schema), renamed.includes('"model":"gpt-b"')]).toEqual([true, true]);
    isolate.answer(() => streamAnswer(["hola"]));
    const streamed = await post('"stream":true,"stream_options":{"include_obfuscation":false,"x":1.0},');
    expect(streamed).toContain(schema);
    expect(streamed).toContain('"stream_options":{"include_usage":true,"include_obfuscation":false,"x":1.0}');
    expect(await post('"stream":true,"stream_options":null,')).toContain('"stream_options":{"include_usage":true}');
  });
});

describe("a chain of targets", () => {
  it("goes on to the next when one fails, redacted for each, and the log has every attempt", async () => {
    const { client, tenant } = await freshTenant(isolate);
    await client.providers.create({
      name: "second",
      provider_type: "anthropic",
      api_key: "sk-ant-second",
      default_model: "claude-x",
    });
    const targets = [{ provider: "main", model: "gpt-a" }, { provider: "second" }];
    await client.gateway.putSettings({ aliases: [{ name: "healed", targets }] });
    isolate.answer(({ url, body: sent }) => {
      if (url.includes("openai.com")) return new Response("{}", { status: 503, headers: { "Retry-After": "0" } });
      const [token] = /\[EMAIL_\w{6}\]/.exec(sent)!;
      return Response.json({
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "claude-x",
        content: [{ type: "text", text: `anotado ${token}` }],
        stop_reason: "end_turn",
        usage: { input_tokens: 7, output_tokens: 3 },
      });
    });
    const answer = await ask(isolate, tenant, { ...body(`soy ${EMAIL}`), model: "healed" });
    expect([answer.status, said(answer)]).toEqual([200, `anotado ${EMAIL}`]);
    expect(isolate.sent.map(({ url }) => new URL(url).host)).toEqual([
      "api.openai.com",
      "api.openai.com",
      "api.anthropic.com",
    ]);
    // Each provider gets its own key, and neither the value nor the other's key.
    expect(isolate.sent.map(({ headers }) => headers.get("authorization") ?? headers.get("x-api-key"))).toEqual([
      "Bearer sk-test-key-of-a-provider",
      "Bearer sk-test-key-of-a-provider",
      "sk-ant-second",
    ]);
    for (const call of isolate.sent) {
      expect(call.body).not.toContain(EMAIL);
      if (call.url.includes("anthropic")) expect(JSON.stringify([...call.headers])).not.toContain("sk-test-key");
    }
    const [entry] = (await client.gateway.logs()).items;
    expect(entry).toMatchObject({ status: 200, provider_name: "second", model: "claude-x", input_tokens: 7 });
    expect(entry!.attempts.map(({ provider_name: name, outcome, status }) => [name, outcome, status])).toEqual([
      ["main", "overloaded", 503],
      ["main", "overloaded", 503],
      ["second", "ok", null],
    ]);
  });

  it("passes over a target that asks for time or is given a rest, and does not wait for either", async () => {
    const { client, tenant } = await freshTenant(isolate);
    await client.providers.create({
      name: "second",
      provider_type: "openai",
      api_key: "sk-second",
      default_model: "gpt-b",
    });
    const targets = [{ provider: "main", model: "gpt-a" }, { provider: "second" }];
    await client.gateway.putSettings({ aliases: [{ name: "chain", targets }] });
    const models = () => isolate.sent.splice(0).map(({ body: sent }) => (JSON.parse(sent) as { model: string }).model);
    const asked = async (model: string) => {
      const answer = await ask(isolate, tenant, body("hola", { model }));
      return [answer.status, ...models()];
    };
    const failing = (init: ResponseInit) =>
      isolate.answer(({ body: sent }) => (sent.includes("gpt-b") ? "hola" : new Response("{}", init)));
    failing({ status: 429, headers: { "Retry-After": "25" } });
    expect(await asked("chain")).toEqual([200, "gpt-a", "gpt-b"]);
    failing({ status: 500 });
    for (let failures = 0; failures < 10; failures += 2) {
      expect(await asked("chain")).toEqual([200, "gpt-a", "gpt-a", "gpt-b"]);
    }
    expect(await asked("chain")).toEqual([200, "gpt-b"]);
    const alone = await ask(isolate, tenant, body("hola"));
    expect([alone.status, Number(alone.headers.get("retry-after")) > 0, models()]).toEqual([503, true, []]);
    expect((await client.gateway.logs()).items[1]!.attempts).toMatchObject([
      { provider_name: "main", outcome: "unavailable", status: null },
      { provider_name: "second", outcome: "ok" },
    ]);
  });

  it("does not go on where the request itself is what is wrong", async () => {
    const { client, tenant } = await freshTenant(isolate);
    await client.providers.create({
      name: "second",
      provider_type: "openai",
      api_key: "sk-second",
      default_model: "gpt-b",
    });
    const targets = [{ provider: "main" }, { provider: "second" }];
    await client.gateway.putSettings({ aliases: [{ name: "chain", targets }] });
    isolate.answer(() => Response.json({ error: { message: `no ${EMAIL}`, type: "invalid" } }, { status: 400 }));
    const answer = await ask(isolate, tenant, { ...body("hola"), model: "chain" });
    expect([answer.status, isolate.sent.length, answer.text.includes(EMAIL)]).toEqual([400, 1, false]);
  });

  it("says what is wrong with a request in the provider's words, scanned, whole or streamed, and not at all where a value in them is not masked", async () => {
    const { client, tenant } = await freshTenant(isolate);
    const said = {
      message: `Unsupported parameter: 'max_tokens' (${EMAIL})`,
      param: "max_tokens",
      code: "unsupported",
    };
    isolate.answer(() => Response.json({ error: said }, { status: 400 }));
    for (const stream of [false, true]) {
      const answer = await ask(isolate, tenant, { ...body("hola"), stream });
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
        400,
        { error: { type: "invalid_request_error", param: "max_tokens", code: "unsupported" } },
      ]);
      expect(answer.text).toContain("Unsupported parameter: 'max_tokens' ([EMAIL])");
    }
    isolate.answer(() => Response.json({ error: { ...said, param: EMAIL, code: `no ${EMAIL}` } }, { status: 400 }));
    const odd = await ask(isolate, tenant, body("hola"));
    expect([odd.text.includes(EMAIL), JSON.parse(odd.text)]).toMatchObject([
      false,
      { error: { param: null, code: "bad_request" } },
    ]);
    isolate.answer(() => Response.json({ error: { message: "The key sk-1 is unknown" } }, { status: 401 }));
    expect((await ask(isolate, tenant, body("hola"))).text).not.toContain("sk-1");
    isolate.answer(() => Response.json({ error: said }, { status: 400 }));
    for (const mode of ["block", "warn"] as const) {
      await client.gateway.writePolicy({ name: "only", rules: { mode } });
      const bare = await ask(isolate, tenant, body("hola"));
      expect([bare.status, bare.text.includes("Unsupported")]).toEqual([400, false]);
    }
  });
});

describe("a streamed answer", () => {
  it("ends with what was scanned and held back where that is asked for, and not otherwise", async () => {
    const { tenant } = await freshTenant(isolate);
    isolate.answer(() => streamAnswer(["escriba a otra.per", "sona@correo-distinto", ".es, gracias"]));
    const plain = await ask(isolate, tenant, body("¿a quién?", { stream: true }));
    const told = await ask(isolate, tenant, body("¿a quién?", { stream: true }), {
      headers: { "x-uncase-trailer": "true" },
    });
    expect(plain.text).not.toContain("x-uncase");
    expect(told.text).not.toContain("correo-distinto");
    const facts = JSON.parse(/\n\n: x-uncase (\{.*\})\n\n$/.exec(told.text)![1]!) as Record<string, unknown>;
    expect(facts).toMatchObject({ findings: { EMAIL: 1 }, restored: 0, withheld: 0 });
    expect(facts["held_chars"]).toBeGreaterThan(10);
    expect(facts["scanned_chars"]).toBeGreaterThan(40);
  });
});

describe("a stream that is blocked", () => {
  it("tells counts to a caller who asked for them, and notes them, though the provider's never came", async () => {
    const { client, tenant } = await freshTenant(isolate);
    await client.gateway.writePolicy({ name: "strict", rules: { mode: "block" } });
    isolate.answer(() => streamAnswer(["escriba hoy mismo ", "a otra.persona@correo-distinto.es", " y gracias"]));
    const asked = { stream: true, stream_options: { include_usage: true } };
    const counts = (text: string) =>
      [...text.matchAll(/"(?:completion|output)_tokens":(\d+)/g)].map(([, n]) => Number(n));
    const told = await ask(isolate, tenant, body("¿a quién?", asked));
    const untold = await ask(isolate, tenant, body("¿a quién?", { stream: true }));
    const message = await ask(isolate, tenant, body("¿a quién?", { stream: true }), { path: "/v1/messages" });
    for (const { text } of [told, untold, message]) {
      expect(text).toMatch(/"(?:content_filter|refusal)"/);
      expect(text).not.toContain("persona");
    }
    expect([counts(told.text).length, counts(untold.text).length]).toEqual([1, 0]);
    expect(told.text).toMatch(/\n\ndata: \[DONE\]\n\n$/);
    const { items } = await client.gateway.logs();
    for (const entry of items) {
      expect(entry.response_verdict).toBe("block");
      expect(Math.min(entry.input_tokens, entry.output_tokens)).toBeGreaterThan(0);
    }
    expect(items.slice(1).every((entry) => entry.usage_estimated)).toBe(true);
    expect(counts(told.text)).toEqual([items[2]!.output_tokens]);
    expect(counts(message.text).at(-1)).toBe(items[0]!.output_tokens);
  });
});

describe("a client that leaves in the middle of a stream", () => {
  it.each([
    ["/v1/chat/completions", "as the provider speaks it"],
    ["/v1/messages", "translated"],
  ])("of %s, %s, ends the provider's answer, and what came so far is settled and logged as estimated", async (path) => {
    const { client, tenant } = await freshTenant(isolate, {
      budgets: [{ period: "day", limit_micro_usd: 1_000_000 }],
    });
    let cancelled = false;
    const encoder = new TextEncoder();
    const delta = { index: 0, delta: { content: "palabras y más palabras, sin fin. " }, finish_reason: null };
    const frame = encoder.encode(`data: ${JSON.stringify({ object: "chat.completion.chunk", choices: [delta] })}\n\n`);
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(frame),
      cancel: () => void (cancelled = true),
    });
    isolate.answer(() => new Response(endless, { headers: { "Content-Type": "text/event-stream" } }));
    const context = createExecutionContext();
    const request = new Request(`http://localhost${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-API-Key": tenant.write },
      body: JSON.stringify(body("cuenta sin parar", { stream: true })),
    });
    const response = await isolate.gateway.fetch(request, {}, context);
    const reader = response.body!.getReader();
    for (let pieces = 0; pieces < 8; pieces++) await reader.read();
    await reader.cancel();
    await waitOnExecutionContext(context);
    expect(cancelled).toBe(true);
    const [entry] = (await client.gateway.logs()).items;
    expect(entry).toMatchObject({ status: 499, error: "client_left", usage_estimated: true });
    expect(entry!.input_tokens).toBeGreaterThan(0);
    expect(entry!.output_tokens).toBeGreaterThan(0);
    expect(entry!.cost_microusd).toBeGreaterThan(0);
  });
});

describe("a detector that fails", () => {
  const broken = (deps: Deps, breaks: (text: string) => boolean): Deps["privacy"] => ({
    ...deps.privacy,
    scan(text, options) {
      if (breaks(text)) throw new Error(`no verdict on ${text}`);
      return deps.privacy.scan(text, options);
    },
    stream() {
      throw new Error("no verdict");
    },
  });
  const closed = { error: { type: "server_error", code: "internal_error" } };

  it("lets nothing out and nothing back, whole or streamed, and says nothing of the text", async () => {
    const own = await startIsolate({ privacy: broken(isolate.app.deps, (text) => /pregunta|respuesta/.test(text)) });
    const { client, tenant } = await freshTenant(own);
    const out = await ask(own, tenant, body(`pregunta de ${EMAIL}`));
    expect([out.status, JSON.parse(out.text)]).toMatchObject([500, closed]);
    expect(own.sent).toEqual([]);
    own.answer(() => `respuesta de ${EMAIL}`);
    const back = await ask(own, tenant, body("hola"));
    expect([back.status, JSON.parse(back.text)]).toMatchObject([500, closed]);
    own.answer(() => streamAnswer(["respuesta de ", EMAIL, ". Fin."]));
    const streamed = await ask(own, tenant, body("hola", { stream: true }));
    const left = `${out.text}${back.text}${streamed.text}${own.app.logs.join("")}`;
    expect(left).not.toContain("iturriaga");
    expect(own.sent).toHaveLength(2);
    const { items } = await client.gateway.logs();
    expect(items.map(({ status, error }) => [status, error])).toEqual([
      [500, "internal_error"],
      [500, "internal_error"],
      [500, "internal_error"],
    ]);
  });
});

describe("a compressed body", () => {
  const encoders = ["gzip", "deflate"] as const;

  it.each(encoders)("in %s is scanned as what it decodes to", async (encoding) => {
    const { tenant } = await freshTenant(isolate);
    const stream = new Blob([JSON.stringify(body(`soy ${EMAIL}`))])
      .stream()
      .pipeThrough(new CompressionStream(encoding));
    const answer = await sendBytes(tenant.write, encoding, await new Response(stream).arrayBuffer());
    expect([answer.status, isolate.sent.length]).toEqual([200, 1]);
    expect(isolate.sent[0]!.body).not.toContain(EMAIL);
  });

  it.each([
    ["br", brotliCompressSync],
    ["zstd", zstdCompressSync],
  ] as const)(
    "in %s is scanned as what it decodes to, alone and around gzip, within the bound",
    async (name, encode) => {
      const { tenant } = await freshTenant(isolate);
      const bytes = new TextEncoder().encode(JSON.stringify(body(`soy ${EMAIL}`)));
      const zipped = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
      const inner = new Uint8Array(await new Response(zipped).arrayBuffer());
      for (const [encoding, encoded] of [
        [name, encode(bytes)],
        [`gzip, ${name}`, encode(inner)],
      ] as const) {
        const answer = await sendBytes(tenant.write, encoding, encoded);
        expect([answer.status, isolate.sent.length]).toEqual([200, 1]);
        expect(isolate.sent.pop()!.body).not.toContain(EMAIL);
      }
      const bomb = encode(new Uint8Array(33 * 1024 * 1024).fill(32));
      expect((await sendBytes(tenant.write, name, bomb)).status).toBe(413);
      expect((await sendBytes(tenant.write, name, encode(bytes).slice(0, -4))).status).toBe(400);
      expect(isolate.sent).toEqual([]);
    },
  );

  it.each(["br", "zstd", "compress", "gzip, br", "gzip, gzip, gzip"])(
    "in %s is decoded or refused, and never forwarded as it is",
    async (encoding) => {
      const { tenant } = await freshTenant(isolate);
      const answer = await sendBytes(tenant.write, encoding, new TextEncoder().encode(JSON.stringify(body(EMAIL))));
      expect([400, 415]).toContain(answer.status);
      expect(isolate.sent).toEqual([]);
    },
  );

  async function sendBytes(key: string, encoding: string, bytes: BodyInit): Promise<Response> {
    const context = createExecutionContext();
    const request = new Request("http://localhost/v1/chat/completions", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Content-Encoding": encoding, "X-API-Key": key },
      body: bytes,
    });
    const response = await isolate.gateway.fetch(request, {}, context);
    await response.clone().text();
    await waitOnExecutionContext(context);
    return response;
  }
});

describe("the coverage table", () => {
  it("is served by the API, for every dialect and direction, with what happens to unknown fields", async () => {
    const { items, total } = await isolate.app.client().gateway.coverage();
    expect(items).toHaveLength(total);
    const rest = items
      .filter(({ path }) => path === "**")
      .map(({ dialect, direction, streamed }) => [dialect, direction, streamed].join(" "));
    expect(rest).toEqual(
      expect.arrayContaining([
        "openai-chat request false",
        "openai-chat response true",
        "openai-responses response true",
        "openai-embeddings request false",
        "anthropic-messages request false",
        "anthropic-messages response true",
      ]),
    );
  });
});

describe("on a developer's machine", () => {
  it("a key that is not of our form is what an SDK insists on sending; one of our form has to be right", async () => {
    const app = await startApp();
    const deps = { ...app.deps, config: { ...app.deps.config, environment: "development" as const } };
    const status = async (environment: "development" | "production", key: string): Promise<number> => {
      const gateway = createGateway(environment === "development" ? deps : app.deps, {
        environment,
        corsOrigins: [],
      });
      const context = createExecutionContext();
      const headers = { Authorization: `Bearer ${key}`, Host: "localhost" };
      const response = await gateway.fetch(new Request("http://localhost/v1/models", { headers }), {}, context);
      await waitOnExecutionContext(context);
      return response.status;
    };
    expect(await status("development", "sk-whatever-is-in-the-environment")).toBe(200);
    expect(await status("development", "uc_test_0123456789abcdef_nothing")).toBe(401);
    expect(await status("production", "sk-whatever-is-in-the-environment")).toBe(401);
  });
});

describe("a key", () => {
  it("that was rotated or whose organisation is off is dead at once where that was done", async () => {
    const { app, gateway } = isolate;
    const tenant = await makeTenant(app);
    const status = async (key: string): Promise<number> => {
      const context = createExecutionContext();
      const headers = { Authorization: `Bearer ${key}`, Host: "localhost" };
      const response = await gateway.fetch(new Request("http://localhost/v1/models", { headers }), {}, context);
      await waitOnExecutionContext(context);
      return response.status;
    };
    expect([await status(tenant.admin), await status(tenant.read)]).toEqual([200, 200]);
    const { plain_key: fresh } = await app.client(tenant.admin).organizations.rotateKey(tenant.id, tenant.adminKeyId);
    expect([await status(tenant.admin), await status(fresh), await status(tenant.read)]).toEqual([401, 200, 200]);
    await app.client(fresh).organizations.update(tenant.id, { is_active: false });
    expect([await status(fresh), await status(tenant.read)]).toEqual([401, 401]);
  });
});
