// The model port over real HTTP against the fake provider.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { KEY_LABEL, keyPlace } from "../../workers/core/models/connection.ts";
import { UpstreamFailure } from "../../workers/core/models/failures.ts";
import type { ChatRequest } from "../../workers/core/models/chat.ts";
import { DEFAULT_TIMEOUTS, makeModels } from "../../workers/platform/models.ts";
import { makeSecrets } from "../../workers/platform/secrets.ts";
import type { ModelAttempt, ModelPort, ProviderConnection, SentAnswer } from "../../workers/services/ports/models.ts";
import { type FakeProvider, startFakeProvider } from "../fakes/provider-server.ts";

const PLANTED = "Ana Torres, RFC TOAA800101AB1";
const KEY = "sk-planted-key-of-the-test";
const ORGANIZATION = "0".repeat(32);
const ALLOWED = [{ host: "127.0.0.1", port: null }];
const secrets = makeSecrets("a secret of these tests");

let fake: FakeProvider;
let models: ModelPort;
let connections = 0;

beforeAll(async () => {
  fake = await startFakeProvider({ key: KEY });
});
afterAll(() => fake.stop());
beforeEach(() => {
  fake.reset();
  models = makePort();
});

function makePort(allowedHosts = ALLOWED): ModelPort {
  const ai = { run: () => Promise.reject(new Error("no account")) };
  return makeModels({ secrets, allowedHosts, installationKeys: new Map(), ai });
}

/** A provider of its own for each call, so that no breaker is shared. */
async function connect(
  type: ProviderConnection["type"] = "custom",
  base = `${fake.url}${["anthropic", "ollama"].includes(type) ? "" : "/v1"}`,
): Promise<ProviderConnection> {
  connections += 1;
  const id = `provider-${connections}`;
  const place = keyPlace(id, new URL(base).origin);
  return {
    id,
    name: "mine",
    organizationId: ORGANIZATION,
    type,
    apiBase: base,
    sealedKey: await secrets.seal(ORGANIZATION, KEY_LABEL, KEY, place),
    defaultModel: "echo",
    maxTokens: 100,
    temperature: 0.7,
  };
}

const ask = (model: string, text = PLANTED): ChatRequest => ({
  model,
  messages: [
    { role: "system", parts: [{ type: "text", text: "Repeat." }] },
    { role: "user", parts: [{ type: "text", text }] },
  ],
  maxTokens: 50,
});

const textOf = (answer: Awaited<ReturnType<ModelPort["chat"]>>) =>
  answer.choices[0]!.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");

async function failureOf(work: Promise<unknown>): Promise<UpstreamFailure> {
  const error = await work.then(
    () => expect.unreachable("it should have failed"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UpstreamFailure);
  return error as UpstreamFailure;
}

const QUICK = { firstByteMs: 400, idleMs: 400, totalMs: 1500 };

describe("a chat", () => {
  it.each(["custom", "vllm", "openai", "google", "groq", "anthropic", "ollama"] as const)(
    "with %s comes back whole, with the provider's own counts",
    async (type) => {
      const answer = await models.chat(await connect(type), ask("echo"));
      expect(textOf(answer)).toBe(PLANTED);
      expect(answer.usage).toMatchObject({ estimated: false });
      expect(answer.usage.inputTokens).toBe(fake.stats().inputTokens);
      // Asked for as a stream: only then does the platform's limit count it no longer than its head takes.
      expect(JSON.parse(fake.requests()[0]!.body)).toMatchObject({ stream: true });
    },
  );

  it("calls tools, and their results go back", async () => {
    const connection = await connect("anthropic");
    const tools = [
      { name: "find", description: null, parameters: { type: "object", required: ["q"], properties: {} } },
    ];
    const first = await models.chat(connection, { ...ask("tool-call"), tools });
    const [call] = first.choices[0]!.parts;
    expect(call).toMatchObject({ type: "tool_call", name: "find", arguments: JSON.stringify({ q: PLANTED }) });
    const id = call!.type === "tool_call" ? call!.id : "";
    const second = await models.chat(connection, {
      ...ask("tool-call"),
      tools,
      messages: [
        ...ask("x").messages,
        { role: "assistant", parts: first.choices[0]!.parts },
        {
          role: "tool",
          parts: [{ type: "tool_result", callId: id, isError: false, parts: [{ type: "text", text: "found it" }] }],
        },
      ],
    });
    expect(textOf(second)).toBe("found it");
  });

  it("streams its text in pieces as they come", async () => {
    fake.configure({ latencyMs: 300 });
    const times: number[] = [];
    const pieces: string[] = [];
    for await (const event of models.stream(await connect(), ask("words:200"))) {
      if (event.type === "text") {
        pieces.push(event.text);
        times.push(performance.now());
      }
    }
    fake.configure({ latencyMs: 0 });
    expect(pieces.join("")).toMatch(/^word0 word1 .* word199$/);
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(150);
  });

  it("that its reader leaves is no longer asked for", async () => {
    fake.configure({ latencyMs: 2000 });
    for await (const event of models.stream(await connect(), ask("words:500"))) if (event.type === "text") break;
    fake.configure({ latencyMs: 0 });
    await expect.poll(() => fake.stats().left, { timeout: 1500 }).toBe(1);
  });
});

describe("a fault of the provider", () => {
  const expected: [string, string][] = [
    ["429", "rate_limited"],
    ["429-date", "rate_limited"],
    ["429-bare", "rate_limited"],
    ["quota", "quota"],
    ["400", "bad_request"],
    ["401", "auth"],
    ["404", "not_found"],
    ["500", "unavailable"],
    ["502", "unavailable"],
    ["503", "overloaded"],
    ["529", "overloaded"],
    ["html", "malformed"],
    ["redirect", "bad_request"],
    ["empty", "malformed"],
    ["wrong-type", "malformed"],
    ["truncated", "malformed"],
    ["reset", "unavailable"],
    ["malformed-sse", "malformed"],
    ["error-event", "overloaded"],
    ["hang", "timeout"],
    ["stall", "timeout"],
    ["slow-loris", "timeout"],
  ];

  it.each(expected)("%s is the failure %s, in words that quote nobody", async (fault, kind) => {
    const failure = await failureOf(
      models.chat(await connect(), ask(`fault-${fault}`), { attempts: 1, timeouts: QUICK }),
    );
    expect(failure.kind).toBe(kind);
    for (const word of ["planted", "Ana", KEY]) expect(`${failure.message} ${failure.stack}`).not.toContain(word);
    expect(fake.stats().faults).toEqual({ [fault]: 1 });
  });

  it("of 50 MB is cut off at the bound", async () => {
    const failure = await failureOf(models.chat(await connect(), ask("fault-huge"), { attempts: 1 }));
    expect(failure.kind).toBe("malformed");
    expect(failure.message).toContain("32 MiB");
    expect(failure.retryable).toBe(false);
  });

  it.each(["429-bare", "500", "529", "html", "truncated", "reset", "malformed-sse"])(
    "%s that passes is healed by another attempt, and every attempt is told of",
    async (fault) => {
      const attempts: ModelAttempt[] = [];
      const answer = await models.chat(await connect(), ask(`fault-${fault}-x1`), {
        onAttempt: (attempt) => attempts.push(attempt),
      });
      expect(textOf(answer)).toBe("pong");
      expect(attempts.map(({ number, failure }) => [number, failure === null])).toEqual([
        [1, false],
        [2, true],
      ]);
      expect(fake.stats().started).toBe(2);
    },
  );

  it("is waited out as long as Retry-After says, and not repeated where nothing can heal it", async () => {
    const startedMs = performance.now();
    await models.chat(await connect(), ask("fault-429-x1"));
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(1000);
    fake.reset();
    for (const fault of ["400", "401", "404", "quota", "redirect"]) {
      await failureOf(models.chat(await connect(), ask(`fault-${fault}`)));
    }
    expect(fake.stats().started).toBe(5);
  });

  it("is not waited out, nor tried again, beyond the time of the whole call or the wait that its caller allows", async () => {
    const failed = async (model: string, options: object) =>
      failureOf(models.chat(await connect(), ask(model), options));
    expect((await failed("fault-429", { timeouts: { totalMs: 500 } })).kind).toBe("rate_limited");
    expect((await failed("fault-429", { maxRetryAfterMs: 500 })).retryAfterMs).toBe(1000);
    expect(fake.stats().started).toBe(2);
    fake.reset();
    const timeouts = { firstByteMs: 300, idleMs: 300, totalMs: 700 };
    expect((await failed("fault-hang", { timeouts, attempts: 8 })).kind).toBe("timeout");
    expect(fake.stats().started).toBeLessThan(8);
  });

  it("in a stream is repeated before the first event only, and is otherwise thrown to the reader", async () => {
    const read = async (model: string): Promise<number> => {
      let events = 0;
      for await (const _event of models.stream(await connect(), ask(model))) events += 1;
      return events;
    };
    expect(await read("fault-500-x2")).toBeGreaterThan(2);
    expect(fake.stats().started).toBe(3);
    fake.reset();
    expect((await failureOf(read("fault-error-event"))).kind).toBe("overloaded");
    expect(fake.stats().started).toBe(1);
  });

  it("ten times in a row gives the provider a rest: calls fail at once, with the time to come back", async () => {
    const connection = await connect();
    const call = () => failureOf(models.chat(connection, ask("fault-500"), { attempts: 1 }));
    for (let number = 0; number < 10; number += 1) expect((await call()).status).toBe(500);
    const refused = await call();
    expect([refused.kind, refused.status]).toEqual(["unavailable", null]);
    expect(refused.retryAfterMs).toBeGreaterThan(4000);
    expect(fake.stats().started).toBe(10);
    // Also where more attempts are allowed: waiting for the rest to be over is for those whom nobody waits for.
    const attempts: ModelAttempt[] = [];
    const asked = { onAttempt: (attempt: ModelAttempt) => void attempts.push(attempt) };
    expect((await failureOf(models.chat(connection, ask("echo"), asked))).retryAfterMs).toBeGreaterThan(0);
    expect([attempts.length, fake.stats().started]).toEqual([1, 10]);
    const controller = new AbortController();
    const waiting = models.chat(connection, ask("echo"), { waitsForRest: true, signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    expect((await failureOf(waiting)).kind).toBe("aborted");
    // Another provider is not concerned.
    expect(textOf(await models.chat(await connect(), ask("echo")))).toBe(PLANTED);
  });

  it("where nobody listens is a provider that cannot be reached", async () => {
    const failure = await failureOf(
      models.chat(await connect("custom", "http://127.0.0.1:9/v1"), ask("echo"), { attempts: 1 }),
    );
    expect([failure.kind, failure.status]).toEqual(["unavailable", null]);
  });

  it("is aborted at once when its caller leaves, while waiting too", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const failure = await failureOf(models.chat(await connect(), ask("fault-hang"), { signal: controller.signal }));
    expect([failure.kind, failure.retryable]).toEqual(["aborted", false]);
    const between = new AbortController();
    setTimeout(() => between.abort(), 200);
    const waiting = models.chat(await connect(), ask("fault-429"), { signal: between.signal });
    expect((await failureOf(waiting)).kind).toBe("aborted");
  });
});

describe("a provider's key", () => {
  it("travels in the header of its type", async () => {
    await models.chat(await connect("anthropic"), ask("echo"));
    await models.chat(await connect("custom"), ask("echo"));
    const [anthropic, custom] = fake.requests();
    expect(anthropic!.headers).toMatchObject({ "x-api-key": KEY, "anthropic-version": "2023-06-01" });
    expect(custom!.headers["authorization"]).toBe(`Bearer ${KEY}`);
  });

  it("does not open for another host, another provider or another tenant, and then nothing is sent", async () => {
    const connection = await connect();
    const other = await startFakeProvider();
    for (const changed of [{ apiBase: `${other.url}/v1` }, { id: "another" }, { organizationId: "1".repeat(32) }]) {
      expect((await failureOf(models.chat({ ...connection, ...changed }, ask("echo")))).kind).toBe("auth");
    }
    expect(other.stats().started + fake.stats().started).toBe(0);
    await other.stop();
  });

  it("does not follow a redirect", async () => {
    const seen: string[] = [];
    const thief: Server = createServer((request, response) => {
      seen.push(String(request.headers.authorization));
      response.end("{}");
    });
    await new Promise<void>((resolve) => thief.listen(0, "127.0.0.1", resolve));
    const target = `http://127.0.0.1:${(thief.address() as AddressInfo).port}/`;
    const honest: Server = createServer((_request, response) => response.writeHead(307, { location: target }).end());
    await new Promise<void>((resolve) => honest.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(honest.address() as AddressInfo).port}/v1`;
    const failure = await failureOf(models.chat(await connect("custom", base), ask("echo")));
    expect([failure.kind, failure.status]).toEqual(["bad_request", 307]);
    expect(seen).toEqual([]);
    thief.close();
    honest.close();
  });
});

describe("an address", () => {
  it("that the operator no longer allows is not asked, whatever the row says", async () => {
    const failure = await failureOf(makePort([]).chat(await connect(), ask("echo")));
    expect(failure.kind).toBe("unsupported");
    expect(fake.stats().started).toBe(0);
  });
});

/** The text of an answer passed on, in pieces or whole. */
async function readSent(answer: SentAnswer): Promise<string> {
  if (answer.kind === "whole") return answer.text;
  const decoder = new TextDecoder();
  let text = "";
  for (let piece = await answer.source.next(); piece !== null; piece = await answer.source.next()) {
    text += decoder.decode(piece, { stream: true });
  }
  return text;
}

describe("embeddings, models and bodies passed on", () => {
  it("come from every type that has them", async () => {
    for (const type of ["custom", "ollama"] as const) {
      const vectors = await models.embed(await connect(type), "fake-embeddings", ["el auto", "el auto", "otra cosa"]);
      expect(vectors.map((vector) => vector.length)).toEqual([64, 64, 64]);
      expect(vectors[0]).toEqual(vectors[1]);
      expect(await models.models(await connect(type)).catch((error: unknown) => error)).toContain("echo");
    }
    expect(await models.embed(await connect(), "m", [])).toEqual([]);
    expect((await failureOf(models.embed(await connect("anthropic"), "m", ["x"]))).kind).toBe("unsupported");
  });

  it("are the client's own bytes, streamed or not, with success only", async () => {
    const body = JSON.stringify({ model: "echo-body", messages: [], stream: false, unknown_field: [1] });
    const answer = await models.send(await connect(), "chat", body);
    const { choices } = JSON.parse(await readSent(answer)) as { choices: { message: { content: string } }[] };
    expect([answer.kind, choices[0]!.message.content]).toEqual(["whole", body]);
    const streamed = await models.send(
      await connect("anthropic"),
      "messages",
      JSON.stringify({ model: "echo", messages: [{ role: "user", content: "hi" }], max_tokens: 5, stream: true }),
    );
    expect(streamed).toMatchObject({ kind: "pieces", contentType: "text/event-stream" });
    expect(await readSent(streamed)).toContain("event: message_stop");
    const responses = await models.send(await connect(), "responses", JSON.stringify({ model: "echo", input: "hi" }));
    expect(await readSent(responses)).toContain('"output_text"');
    const count = await models.send(
      await connect("anthropic"),
      "count_tokens",
      JSON.stringify({ model: "m", messages: [] }),
    );
    expect(JSON.parse(await readSent(count))).toHaveProperty("input_tokens");
    expect((await failureOf(models.send(await connect("ollama"), "responses", "{}"))).kind).toBe("unsupported");
    expect(
      (await failureOf(models.send(await connect(), "chat", JSON.stringify({ model: "fault-500" }), { attempts: 1 })))
        .status,
    ).toBe(500);
  });

  it("break off where the provider does, as a failure and not as a shorter body", async () => {
    const body = JSON.stringify({ model: "fault-reset", messages: [], stream: true });
    const answer = await models.send(await connect(), "chat", body);
    expect((await failureOf(readSent(answer))).kind).toBe("unavailable");
  });
});

describe("many calls at once", () => {
  it("run side by side and are counted to the last one", async () => {
    fake.configure({ latencyMs: 2000 });
    const connection = await connect();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => models.chat(connection, ask("echo", `text ${index}`))),
    );
    fake.configure({ latencyMs: 0 });
    expect(answers.map(textOf)).toEqual(Array.from({ length: 60 }, (_, index) => `text ${index}`));
    expect(fake.stats()).toMatchObject({ started: 60, finished: 60, maxInFlight: 60 });
  });

  it("that fail now and then all come through with a few attempts each", async () => {
    fake.configure({ faultRate: 0.15, faultKinds: ["500", "529", "html", "truncated", "reset", "malformed-sse"] });
    const connection = await connect();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => models.chat(connection, ask("echo", `text ${index}`), { attempts: 8 })),
    );
    fake.configure({ faultRate: 0 });
    expect(answers.map(textOf)).toEqual(Array.from({ length: 60 }, (_, index) => `text ${index}`));
    const { faults } = fake.stats();
    const struck = Object.values(faults).reduce((sum, count) => sum + count, 0);
    expect(struck).toBeGreaterThan(5);
    expect(fake.stats().started).toBe(60 + struck);
  });
});

describe("what is no HTTP", () => {
  it("builtin is refused with a reason, and Workers AI without an account is unavailable", async () => {
    const builtin = { ...(await connect()), type: "builtin" as const };
    expect((await failureOf(models.chat(builtin, ask("x")))).kind).toBe("unsupported");
    const workersAi = { ...(await connect()), type: "workers_ai" as const, apiBase: null };
    expect((await failureOf(models.chat(workersAi, ask("x"), { attempts: 1 }))).kind).toBe("unavailable");
  });

  it("Workers AI answers through its binding, streamed or not", async () => {
    const sse = 'data: {"response":"ho"}\n\ndata: {"response":"la"}\n\ndata: [DONE]\n\n';
    const shapes: [unknown, string][] = [
      [new Blob([sse]).stream(), "hola"],
      [{ response: "hola" }, "hola"],
      [{ data: [[1, 0]] }, ""],
    ];
    for (const [result, text] of shapes.slice(0, 2)) {
      const asked: unknown[] = [];
      const ai = { run: (...given: unknown[]) => (asked.push(given), Promise.resolve(result)) };
      const port = makeModels({ secrets, allowedHosts: [], installationKeys: new Map(), ai });
      const connection = { ...(await connect()), type: "workers_ai" as const, apiBase: null, sealedKey: null };
      expect(textOf(await port.chat(connection, ask("@cf/x")))).toBe(text);
      expect(asked).toMatchObject([["@cf/x", { stream: true }]]);
    }
    const ai = { run: () => Promise.resolve(shapes[2]![0]) };
    const port = makeModels({ secrets, allowedHosts: [], installationKeys: new Map(), ai });
    const connection = { ...(await connect()), type: "workers_ai" as const, apiBase: null, sealedKey: null };
    expect(await port.embed(connection, "@cf/baai/bge-m3", ["x"])).toEqual([[1, 0]]);
  });

  it("waits a minute for the first byte and between pieces, five in all, unless told otherwise", () => {
    expect(DEFAULT_TIMEOUTS).toEqual({ firstByteMs: 60_000, idleMs: 60_000, totalMs: 300_000 });
  });
});
