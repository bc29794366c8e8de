import { execFile } from "node:child_process";
import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freePort, type LocalWorker, migrateLocal, startLocalWorker } from "../../scripts/runtime/local-worker.ts";
import type { OrganizationResponse } from "../../workers/contract/organization.ts";
import { UNCASEClient } from "../../workers/sdk/client.ts";
import { type FakeProvider, startFakeProvider } from "../fakes/provider-server.ts";

/** Values that nobody has; none of them may reach the provider, the log or the database. */
const PLANTED = {
  name: "Macarena Iturriaga",
  email: "mac.iturriaga@correo-privado.mx",
  phone: "+52 55 4891 2736",
  card: "4539 1488 0343 6467",
};
const PROMPT = `Hola, soy ${PLANTED.name}, mi correo es ${PLANTED.email} y mi tarjeta ${PLANTED.card}`;

let stateDir: string;
let logFile: string;
let worker: LocalWorker;
let fake: FakeProvider;
let key: string;
let readKey: string;
let admin: UNCASEClient;
let openai: OpenAI;
let anthropic: Anthropic;

beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), "uncase-gateway-"));
  logFile = join(stateDir, "worker.log");
  migrateLocal(stateDir);
  fake = await startFakeProvider({ key: "sk-upstream-secret" });
  worker = await startLocalWorker({
    port: await freePort(),
    stateDir,
    logFile,
    variables: {
      UNCASE_ENV: "development",
      UNCASE_LOG_LEVEL: "debug",
      UNCASE_ALLOWED_PRIVATE_HOSTS: "127.0.0.1",
    },
  });
  const created = (await new UNCASEClient({ baseUrl: worker.url }).organizations.create({
    name: "Gateway",
  })) as OrganizationResponse & { admin_key: { plain_key: string } };
  key = created.admin_key.plain_key;
  admin = new UNCASEClient({ baseUrl: worker.url, apiKey: key });
  readKey = (await admin.organizations.createKey(created.id, { name: "reader", scopes: "read" })).plain_key;
  const providers = [
    { name: "fake", provider_type: "custom", api_base: `${fake.url}/v1`, default_model: "echo", is_default: true },
    { name: "claude", provider_type: "anthropic", api_base: fake.url, default_model: "claude-echo", is_default: false },
    { name: "local", provider_type: "ollama", api_base: fake.url, default_model: "echo", is_default: false },
    {
      name: "refused",
      provider_type: "custom",
      api_base: `${fake.url}/v1`,
      default_model: "echo",
      is_default: false,
      api_key: "sk-wrong",
    },
  ] as const;
  for (const provider of providers) await admin.providers.create({ api_key: "sk-upstream-secret", ...provider });
  await admin.gateway.putSettings({
    aliases: [
      {
        name: "healed",
        targets: [
          { provider: "fake", model: "fault-401" },
          { provider: "claude", model: "echo" },
        ],
      },
    ],
    timeouts: { first_byte_ms: 1500, idle_ms: 1500, total_ms: 4000 },
  });
  openai = new OpenAI({ baseURL: `${worker.url}/v1`, apiKey: key, maxRetries: 0, timeout: 20_000 });
  anthropic = new Anthropic({ baseURL: worker.url, apiKey: key, maxRetries: 0, timeout: 20_000 });
});

afterAll(async () => {
  await worker?.stop();
  await fake?.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

beforeEach(() => fake.reset());

/** Everything that the provider was sent. */
const sent = (): string => JSON.stringify(fake.requests().map(({ body, headers }) => ({ body, headers })));

function expectNothingPlanted(text: string): void {
  for (const value of Object.values(PLANTED)) expect(text).not.toContain(value);
  expect(text).not.toContain("Iturriaga");
}

/** The error that a call ends with, by the client's own class of it. */
async function failure<T>(work: PromiseLike<T>): Promise<{ status: number | undefined; name: string; text: string }> {
  try {
    await work;
  } catch (error) {
    const { status, constructor } = error as { status?: number; constructor: { name: string } };
    return { status, name: constructor.name, text: String(error) };
  }
  throw new Error("the call did not fail");
}

describe("the official OpenAI client", () => {
  it("chats: values do not leave, and the caller's own come back in the answer", async () => {
    const answer = await openai.chat.completions.create({
      model: "echo",
      messages: [{ role: "user", content: PROMPT }],
    });
    expect(answer.choices[0]!.message.content).toBe(PROMPT);
    expect(answer.usage!.prompt_tokens).toBeGreaterThan(0);
    expect(fake.requests()).toHaveLength(1);
    expectNothingPlanted(sent());
  });

  it("streams, with and without usage", async () => {
    for (const include of [true, false]) {
      const stream = await openai.chat.completions.create({
        model: "echo",
        messages: [{ role: "user", content: PROMPT }],
        stream: true,
        ...(include ? { stream_options: { include_usage: true } } : {}),
      });
      let text = "";
      let usage = 0;
      let empty = 0;
      for await (const chunk of stream) {
        text += chunk.choices[0]?.delta.content ?? "";
        if (chunk.choices.length === 0) empty += 1;
        usage += chunk.usage?.total_tokens ?? 0;
      }
      expect(text).toBe(PROMPT);
      expect([usage > 0, empty]).toEqual(include ? [true, 1] : [false, 0]);
    }
    expectNothingPlanted(sent());
  });

  it("calls tools whose arguments carry the caller's own values back", async () => {
    const tools = [
      {
        type: "function" as const,
        function: {
          name: "find_customer",
          description: "Looks a customer up",
          parameters: { type: "object", properties: { query: { type: "string" } }, required: ["query"] },
        },
      },
    ];
    const messages = [{ role: "user" as const, content: PROMPT }];
    const answer = await openai.chat.completions.create({ model: "tool-call", messages, tools });
    const call = answer.choices[0]!.message.tool_calls![0]!;
    if (call.type !== "function") throw new Error("not a function");
    expect(JSON.parse(call.function.arguments)).toEqual({ query: PROMPT });
    expect(answer.choices[0]!.finish_reason).toBe("tool_calls");
    const streamed = openai.chat.completions.stream({ model: "tool-call", messages, tools });
    const final = await streamed.finalChatCompletion();
    const again = final.choices[0]!.message.tool_calls![0]!;
    expect(JSON.parse((again as typeof call).function.arguments)).toEqual({ query: PROMPT });
    expectNothingPlanted(sent());
  });

  it("parses structured output", async () => {
    const value = { size: "large" };
    const answer = await openai.chat.completions.parse({
      model: `script:${encodeURIComponent(JSON.stringify(value))}`,
      messages: [{ role: "user", content: "which?" }],
      response_format: {
        type: "json_schema",
        json_schema: { name: "order", schema: { type: "object", properties: { size: { type: "string" } } } },
      },
    });
    expect(JSON.parse(answer.choices[0]!.message.content!)).toEqual(value);
    expect(sent()).toContain("json_schema");
  });

  it("embeds without letting values leave", async () => {
    const answer = await openai.embeddings.create({ model: "fake/fake-embeddings", input: [PROMPT, "hola"] });
    expect(answer.data).toHaveLength(2);
    expect(answer.data[0]!.embedding.length).toBeGreaterThan(8);
    expectNothingPlanted(sent());
    const local = await openai.embeddings.create({ model: "local/nomic-embed-text", input: PROMPT });
    expect(local.data[0]!.embedding.length).toBeGreaterThan(8);
    expectNothingPlanted(sent());
  });

  it("uses the Responses API, whole and streamed", async () => {
    const answer = await openai.responses.create({ model: "echo", input: PROMPT });
    expect(answer.output_text).toBe(PROMPT);
    let text = "";
    for await (const event of await openai.responses.create({ model: "echo", input: PROMPT, stream: true })) {
      if (event.type === "response.output_text.delta") text += event.delta;
    }
    expect(text).toBe(PROMPT);
    expectNothingPlanted(sent());
  });

  it("lists models, aliases and single ones", async () => {
    const ids: string[] = [];
    for await (const model of openai.models.list()) ids.push(model.id);
    expect(ids).toContain("healed");
    expect(ids).toContain("echo");
    expect((await openai.models.retrieve("echo")).id).toBe("echo");
    expect((await failure(openai.models.retrieve("nothing"))).name).toBe("NotFoundError");
  });

  it("reaches an Anthropic and an Ollama provider by provider/model", async () => {
    for (const model of ["claude/echo", "local/echo"]) {
      const answer = await openai.chat.completions.create({ model, messages: [{ role: "user", content: PROMPT }] });
      expect(answer.choices[0]!.message.content).toBe(PROMPT);
      const stream = openai.chat.completions.stream({ model, messages: [{ role: "user", content: PROMPT }] });
      expect(await stream.finalContent()).toBe(PROMPT);
    }
    const viaResponses = await openai.responses.create({ model: "claude/echo", input: PROMPT });
    expect(viaResponses.output_text).toBe(PROMPT);
    expectNothingPlanted(sent());
    expect(Object.keys(fake.stats().paths)).toEqual(expect.arrayContaining(["/v1/messages", "/api/chat"]));
  });

  it("reads a compressed body as what it decodes to, and refuses what it cannot read", async () => {
    const body = JSON.stringify({ model: "echo", messages: [{ role: "user", content: PROMPT }] });
    const send = (encoding: string, bytes: Uint8Array<ArrayBuffer>) =>
      fetch(`${worker.url}/v1/chat/completions`, {
        method: "POST",
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", "Content-Encoding": encoding },
        body: bytes,
      });
    const answer = await send("gzip", new Uint8Array(gzipSync(body)));
    expect(answer.status).toBe(200);
    expectNothingPlanted(sent());
    expect((await send("gzip", new TextEncoder().encode(body))).status).toBe(400);
    expect((await send("snappy", new TextEncoder().encode(body))).status).toBe(415);
    expect(fake.requests()).toHaveLength(1);
  });
});

describe("the official Anthropic client", () => {
  const messages = [{ role: "user" as const, content: PROMPT }];

  it("speaks to Anthropic's and to OpenAI's wire format, whole and streamed", async () => {
    for (const model of ["claude/echo", "fake/echo"]) {
      const answer = await anthropic.messages.create({ model, max_tokens: 500, messages });
      expect(answer.content).toMatchObject([{ type: "text", text: PROMPT }]);
      expect([answer.stop_reason, answer.usage.input_tokens > 0]).toEqual(["end_turn", true]);
      const stream = anthropic.messages.stream({ model, max_tokens: 500, messages });
      expect(await stream.finalText()).toBe(PROMPT);
      expect((await stream.finalMessage()).usage.output_tokens).toBeGreaterThan(0);
    }
    expectNothingPlanted(sent());
  });

  it("calls tools over either format and gets the caller's own values in their input", async () => {
    const tools = [
      {
        name: "find_customer",
        input_schema: { type: "object" as const, properties: { query: { type: "string" } }, required: ["query"] },
      },
    ];
    for (const model of ["claude/tool-call", "fake/tool-call"]) {
      const answer = await anthropic.messages.create({ model, max_tokens: 500, messages, tools });
      const call = answer.content.find((block) => block.type === "tool_use")!;
      expect(call.input).toEqual({ query: PROMPT });
      expect(answer.stop_reason).toBe("tool_use");
      const streamed = await anthropic.messages.stream({ model, max_tokens: 500, messages, tools }).finalMessage();
      expect(streamed.content.find((block) => block.type === "tool_use")!.input).toEqual({ query: PROMPT });
      const next = await anthropic.messages.create({
        model,
        max_tokens: 500,
        tools,
        messages: [
          ...messages,
          { role: "assistant", content: [call] },
          { role: "user", content: [{ type: "tool_result", tool_use_id: call.id, content: `found ${PLANTED.email}` }] },
        ],
      });
      expect(next.content[0]!.type).toBe("text");
    }
    expectNothingPlanted(sent());
  });

  it("counts tokens, by the provider or by an estimate", async () => {
    for (const model of ["claude/echo", "fake/echo"]) {
      const { input_tokens } = await anthropic.messages.countTokens({ model, messages });
      expect(input_tokens).toBeGreaterThan(5);
    }
    expectNothingPlanted(sent());
  });

  it("lists models", async () => {
    const page = await anthropic.models.list();
    expect(page.data.map((model) => model.id)).toContain("healed");
  });

  it("is told which field has no translation", async () => {
    const topK = { top_k: 5 } as object;
    const error = await failure(anthropic.messages.create({ model: "fake/echo", max_tokens: 10, messages, ...topK }));
    expect([error.name, error.status]).toEqual(["BadRequestError", 400]);
    expect(error.text).toContain("top_k");
  });
});

describe("the official Python clients", () => {
  const python = process.env["UNCASE_PYTHON"] ?? "python3";
  const run = promisify(execFile);

  it("work unchanged", { timeout: 120_000 }, async ({ skip }) => {
    const found = await run(python, ["-c", "import openai, anthropic"]).catch(() => null);
    if (found === null) {
      console.log(`skipped: ${python} has no packages openai and anthropic (UNCASE_PYTHON names another one)`);
      return skip();
    }
    const script = fileURLToPath(new URL("gateway_clients.py", import.meta.url));
    const { stdout } = await run(python, [script, worker.url, key, PROMPT]);
    expect(JSON.parse(stdout)).toEqual({
      chat: PROMPT,
      "chat stream": PROMPT,
      responses: PROMPT,
      embedding: 1,
      blocked: "pii_blocked",
      message: PROMPT,
      "message stream": PROMPT,
      "message blocked": "invalid_request_error",
    });
    expect(fake.requests()).toHaveLength(6);
    expectNothingPlanted(sent());
  });
});

describe("errors", () => {
  const messages = [{ role: "user" as const, content: PROMPT }];
  const chat = (model: string, client = openai) => client.chat.completions.create({ model, messages });
  const message = (model: string, client = anthropic) => client.messages.create({ model, max_tokens: 100, messages });

  // A provider that fails too often in a row is given a rest, and these do little else.
  afterEach(async () => {
    await chat("fake/echo");
    await message("claude/echo");
  });

  it("are the clients' own for a wrong key and a missing scope", async () => {
    const wrong = new OpenAI({ baseURL: `${worker.url}/v1`, apiKey: "uc_test_nothing", maxRetries: 0 });
    const weak = new OpenAI({ baseURL: `${worker.url}/v1`, apiKey: readKey, maxRetries: 0 });
    expect((await failure(chat("echo", wrong))).name).toBe("AuthenticationError");
    expect((await failure(chat("echo", weak))).name).toBe("PermissionDeniedError");
    const wrongToo = new Anthropic({ baseURL: worker.url, apiKey: "uc_test_nothing", maxRetries: 0 });
    const weakToo = new Anthropic({ baseURL: worker.url, apiKey: readKey, maxRetries: 0 });
    expect((await failure(message("echo", wrongToo))).name).toBe("AuthenticationError");
    expect((await failure(message("echo", weakToo))).name).toBe("PermissionDeniedError");
    expect(fake.requests()).toHaveLength(0);
  });

  it.each<[string, number, string, string?]>([
    ["fault-400", 400, "BadRequestError"],
    ["fault-401", 502, "InternalServerError"],
    ["fault-404", 404, "NotFoundError"],
    ["fault-429", 429, "RateLimitError"],
    ["fault-429-bare", 429, "RateLimitError"],
    ["fault-quota", 429, "RateLimitError"],
    ["fault-500", 502, "InternalServerError"],
    ["fault-529", 503, "InternalServerError", "ServiceUnavailableError"],
    ["fault-html", 502, "InternalServerError"],
    ["fault-redirect", 400, "BadRequestError"],
    ["fault-empty", 502, "InternalServerError"],
    ["fault-truncated", 502, "InternalServerError"],
    ["fault-reset", 502, "InternalServerError"],
    ["fault-hang", 504, "InternalServerError", "GatewayTimeoutError"],
    ["fault-slow-loris", 504, "InternalServerError", "GatewayTimeoutError"],
    ["fault-stall", 504, "InternalServerError", "GatewayTimeoutError"],
    ["fault-huge", 502, "InternalServerError"],
  ])(
    "of a provider keep their meaning in both formats: %s is %d",
    { timeout: 90_000 },
    async (model, status, name, anthropicName = name) => {
      const first = await failure(chat(`fake/${model}`));
      const second = await failure(message(`claude/${model}`));
      expect([first.status, first.name]).toEqual([status, name]);
      expect([second.status, second.name]).toEqual([status, anthropicName]);
      // What is wrong with a request is told in the provider's words; how it fared itself is not.
      const isTold = ["fault-400", "fault-404"].includes(model);
      expect([first.text, second.text].map((text) => text.includes("planted text"))).toEqual([isTold, isTold]);
    },
  );

  it("with 429 carry the provider's Retry-After", async () => {
    const response = await fetch(`${worker.url}/v1/chat/completions`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify({ model: "fake/fault-429", messages }),
    });
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "1"]);
  });

  it("that pass heal without the caller's seeing them", { timeout: 30_000 }, async () => {
    const answer = await chat("fake/fault-500-x1");
    expect(answer.choices).toHaveLength(1);
    expect(fake.stats().started).toBe(2);
  });

  it("of one provider send the request to the next of the chain", async () => {
    const answer = await chat("healed");
    expect(answer.choices[0]!.message.content).toBe(PROMPT);
    expect(fake.requests().map(({ path }) => path)).toEqual(["/v1/chat/completions", "/v1/messages"]);
    expectNothingPlanted(sent());
  });

  it.each(["truncated", "reset", "stall", "error-event"])(
    "in the middle of a stream end it with an error of the client's own: %s",
    { timeout: 60_000 },
    async (fault) => {
      const long = [{ role: "user" as const, content: `${"una frase larga y sin nada que ocultar ".repeat(12)}` }];
      const first = await failure(
        (async () => {
          const stream = await openai.chat.completions.create({
            model: `fake/fault-${fault}`,
            messages: long,
            stream: true,
          });
          for await (const chunk of stream) expect(chunk).toBeTypeOf("object");
        })(),
      );
      expect(first.name).toBe("APIError");
      const second = await failure(
        anthropic.messages.stream({ model: `claude/fault-${fault}`, max_tokens: 100, messages: long }).finalMessage(),
      );
      expect(second.name).toMatch(/^(?:APIError|AnthropicError)$/);
      const third = await failure(
        anthropic.messages.stream({ model: `fake/fault-${fault}`, max_tokens: 100, messages: long }).finalMessage(),
      );
      expect(third.name).toMatch(/^(?:APIError|AnthropicError)$/);
    },
  );

  it("in the framing of a stream do not reach the client", async () => {
    const stream = await openai.chat.completions.create({
      model: "fake/fault-malformed-sse",
      messages: [{ role: "user", content: "hola" }],
      stream: true,
    });
    for await (const chunk of stream) expect(chunk.object).toBe("chat.completion.chunk");
    const wrong = await failure(
      openai.chat.completions.create({ model: "fake/fault-wrong-type", messages, stream: true }),
    );
    expect([wrong.status, wrong.name]).toEqual([502, "InternalServerError"]);
  });
});

describe("a client that leaves in the middle of a stream", () => {
  it("ends the provider's answer and leaves a row in the log", { timeout: 30_000 }, async () => {
    fake.configure({ latencyMs: 4000 });
    try {
      const stream = await openai.chat.completions.create({
        model: "words:400",
        messages: [{ role: "user", content: "count" }],
        stream: true,
      });
      for await (const chunk of stream) {
        if ((chunk.choices[0]?.delta.content ?? "") !== "") break;
      }
      stream.controller.abort();
      await expect.poll(() => fake.stats().left, { timeout: 5000 }).toBe(1);
      await expect
        .poll(async () => (await admin.gateway.logs({ page_size: 1 })).items[0]?.error, { timeout: 8000 })
        .toBe("client_left");
    } finally {
      fake.configure({ latencyMs: 0 });
    }
  });
});

describe("policies", () => {
  const body = { model: "echo", messages: [{ role: "user", content: PROMPT }] };
  const ask = (headers: Record<string, string>) =>
    fetch(`${worker.url}/v1/chat/completions`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });

  it("can be tightened by a request and never loosened", async () => {
    const blocked = await ask({ "x-uncase-privacy-mode": "block" });
    expect(blocked.status).toBe(400);
    expect(((await blocked.json()) as { error: { code: string } }).error.code).toBe("pii_blocked");
    expect(fake.requests()).toHaveLength(0);
    const looser = await ask({ "x-uncase-privacy-mode": "audit" });
    expect(looser.headers.get("x-uncase-mode")).toBe("redact");
    expectNothingPlanted(sent());
    expect((await ask({ "x-uncase-privacy-mode": "none" })).status).toBe(400);
  });

  it("show what they would do without sending anything", async () => {
    const answer = await admin.gateway.inspect({ body });
    expect(answer.verdict).toBe("rewrite");
    expectNothingPlanted(JSON.stringify(answer));
    expect(Object.keys(answer.counts)).toEqual(expect.arrayContaining(["EMAIL", "CREDIT_CARD"]));
    expect(fake.requests()).toHaveLength(0);
  });
});

describe("the reference's own contract", () => {
  it("chats and streams through the SDK", async () => {
    const messages = [{ role: "user", content: PROMPT }];
    const answer = await admin.gateway.chat({ messages, model: "echo" });
    expect(answer.choices[0]!.message.content).toBe(PROMPT);
    expect(answer.privacy).toMatchObject({ mode: "redact", any_blocked: false });
    expect(answer.privacy.outbound_pii_found).toBeGreaterThanOrEqual(3);
    let text = "";
    // Without a model: the provider's own, by its name, as providers refuse requests without one.
    for await (const event of admin.gateway.chatStream({ messages })) {
      if (event.type === "delta") text += event.chunk.delta;
      else expect(event.answer).toMatchObject({ full_response: PROMPT, provider_name: "fake", finish_reason: "stop" });
    }
    expect(text).toBe(PROMPT);
    expectNothingPlanted(sent());
    await expect(admin.gateway.chat({ messages, privacy_mode: "block" })).rejects.toMatchObject({ status: 422 });
    await expect(admin.gateway.chat({ messages, provider_id: "refused" })).rejects.toMatchObject({
      status: 502,
      code: "provider_auth_failed",
    });
    await expect
      .poll(
        () =>
          admin.gateway.feedback({ request_id: answer.request_id, rating: 1, correction: `de ${PLANTED.name}` }).then(
            () => "kept",
            (error: { status: number }) => error.status,
          ),
        { timeout: 5000 },
      )
      .toBe("kept");
  });
});

describe("what requests leave behind", () => {
  it(
    "holds counts and no text: neither the log, nor the database, nor what the Worker printed",
    { timeout: 30_000 },
    async () => {
      await openai.chat.completions.create({ model: "echo", messages: [{ role: "user", content: PROMPT }] });
      await expect
        .poll(async () => (await admin.gateway.logs({ page_size: 1 })).items[0]?.request_counts["EMAIL"], {
          timeout: 8000,
        })
        .toBe(1);
      const { items } = await admin.gateway.logs({ page_size: 100 });
      expect(items.every((entry) => entry.latency_ms >= 0 && entry.policy_version === 1)).toBe(true);
      expectNothingPlanted(JSON.stringify(items));
      expectNothingPlanted(readFileSync(logFile, "utf8"));
      await worker.stop();
      const { readdirSync } = await import("node:fs");
      const files = readdirSync(stateDir, { recursive: true, encoding: "utf8" }).filter((name) => /sqlite/.test(name));
      expect(files.length).toBeGreaterThan(0);
      for (const name of files) expectNothingPlanted(readFileSync(join(stateDir, name)).toString("latin1"));
    },
  );
});
