// A provider of language models that needs none: the real protocols of OpenAI, Anthropic and Ollama over HTTP, with
// latency and faults as one likes them, and an exact count of what it did.
//   npm run fake-provider -- --port 9100 --latency 1000 --faults 0.1 --seed 7
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { estimateTokens } from "../../workers/core/models/tokens.ts";
import { answerOf, embed } from "./provider/answers.ts";
import { createFaultDraw, FAULTS, HEALING, namedFault, strikes } from "./provider/faults.ts";
import { type Counts, type FakeWire, WIRES } from "./provider/wires.ts";

const NO_MODEL = { error: { message: "you must provide a model parameter", type: "invalid_request_error" } };

const HELP = `A fake provider of language models on this machine.

  npm run fake-provider -- [options]

  --port N              port on 127.0.0.1 (9100)
  --latency MS          from a request to the end of its answer (0)
  --faults RATE         share of requests that fail, 0 to 1 (0)
  --fault-kinds A,B     which faults (${HEALING.join(",")})
  --seed N              of the draw of faults (0)
  --key KEY             refuses requests without this key

OpenAI   /v1/chat/completions  /v1/responses  /v1/embeddings  /v1/models
Anthropic  /v1/messages  /v1/messages/count_tokens
Ollama   /api/chat  /api/tags  /api/embed

Models: fake-writer (conversations, grades), echo, echo-all, echo-body, reasoning, tool-call, refuse, cut-off,
words:N, script:TEXT, and fault-NAME or fault-NAME-xN (the first N requests fail):
${Object.keys(FAULTS).join(" ")}
The headers x-fake-mode and x-fake-fault do the same for any model.

GET /__stats   GET /__requests   POST /__reset   POST /__config {latencyMs, faultRate, faultKinds}`;

const EMBEDDING_DIMENSIONS = 64;
/** Micro-USD for a thousand tokens, so that spend is a round number in tests. */
const INPUT_PRICE = 1;
const OUTPUT_PRICE = 2;
const MAX_KEPT_REQUESTS = 2000;
const MAX_KEPT_CHARS = 64 * 1024 * 1024;
/** An answer that takes time comes in at most this many writes, so that many connections at once stay on time. */
const MAX_WRITES = 10;

export interface FakeProviderOptions {
  /** 0 for a free one. */
  port?: number;
  latencyMs?: number;
  faultRate?: number;
  faultKinds?: readonly string[];
  seed?: number;
  /** Requests need this key, in `Authorization`, `x-api-key` or not at all. */
  key?: string | null;
}

export interface FakeProviderStats {
  /** Requests for text or vectors that came in. */
  started: number;
  /** Those whose answer went out whole. */
  finished: number;
  /** Those whose client left before. */
  left: number;
  inFlight: number;
  maxInFlight: number;
  /** By the fault's name. */
  faults: Record<string, number>;
  paths: Record<string, number>;
  inputTokens: number;
  outputTokens: number;
  spendMicroUsd: number;
}

export interface KeptRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface FakeProvider {
  /** Without a slash at its end; OpenAI's base is this and `/v1`. */
  url: string;
  stats(): FakeProviderStats;
  requests(): KeptRequest[];
  configure(options: Pick<FakeProviderOptions, "latencyMs" | "faultRate" | "faultKinds">): void;
  reset(): void;
  stop(): Promise<void>;
}

const freshStats = (): FakeProviderStats => ({
  started: 0,
  finished: 0,
  left: 0,
  inFlight: 0,
  maxInFlight: 0,
  faults: {},
  paths: {},
  inputTokens: 0,
  outputTokens: 0,
  spendMicroUsd: 0,
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

const pauseUntil = (ms: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms - performance.now())));

function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

/** Sends the pieces of an answer so that the last one leaves at `endMs`; the head leaves at once when it streams. */
async function sendParts(response: ServerResponse, contentType: string, parts: string[], endMs: number): Promise<void> {
  const leftMs = endMs - performance.now();
  const writes = leftMs > 5 && parts.length > 1 ? Math.min(parts.length, MAX_WRITES) : 1;
  if (parts.length > 1) {
    response.writeHead(200, { "content-type": contentType, "cache-control": "no-cache" });
    response.flushHeaders();
  }
  for (let write = 0; write < writes; write += 1) {
    if (leftMs > 0) await pauseUntil(endMs - (leftMs * (writes - 1 - write)) / writes);
    if (response.destroyed) return;
    if (!response.headersSent) response.writeHead(200, { "content-type": contentType });
    const from = Math.floor((parts.length * write) / writes);
    response.write(parts.slice(from, Math.floor((parts.length * (write + 1)) / writes)).join(""));
  }
  response.end();
}

/** Starts the server on 127.0.0.1. */
export async function startFakeProvider(options: FakeProviderOptions = {}): Promise<FakeProvider> {
  const config = {
    latencyMs: options.latencyMs ?? 0,
    faultRate: options.faultRate ?? 0,
    faultKinds: options.faultKinds ?? HEALING,
  };
  const drawFault = createFaultDraw(options.seed ?? 0);
  let stats = freshStats();
  let kept: KeptRequest[] = [];
  let keptChars = 0;
  let struck = new Map<string, number>();

  const keep = (request: KeptRequest): void => {
    kept.push(request);
    keptChars += request.body.length;
    while (kept.length > MAX_KEPT_REQUESTS || keptChars > MAX_KEPT_CHARS) keptChars -= kept.shift()!.body.length;
  };
  const reset = (): void => {
    const { inFlight } = stats;
    stats = { ...freshStats(), inFlight, maxInFlight: inFlight };
    kept = [];
    keptChars = 0;
    struck = new Map();
  };
  const bill = ({ input, output }: Counts): void => {
    stats.inputTokens += input;
    stats.outputTokens += output;
    stats.spendMicroUsd += Math.ceil((input * INPUT_PRICE + output * OUTPUT_PRICE) / 1000);
  };

  /** The fault of this request: one that is asked for, else one that is drawn. */
  const faultOf = (request: IncomingMessage, model: string): string | null => {
    const header = request.headers["x-fake-fault"];
    const named = namedFault(typeof header === "string" ? `fault-${header}` : null, model);
    if (named === null) return drawFault(config.faultRate, config.faultKinds);
    const times = (struck.get(model) ?? 0) + 1;
    struck.set(model, times);
    return times <= strikes(model) ? named : null;
  };

  const write = async (
    wire: FakeWire,
    request: IncomingMessage,
    response: ServerResponse,
    text: string,
    startedMs: number,
  ): Promise<void> => {
    let body: Record<string, unknown>;
    try {
      body = JSON.parse(text) as Record<string, unknown>;
    } catch {
      return sendJson(response, { error: { message: "not JSON", type: "invalid_request_error" } }, 400);
    }
    if (typeof body["model"] !== "string" || body["model"] === "") return sendJson(response, NO_MODEL, 400);
    const fault = faultOf(request, body["model"]);
    if (fault !== null) stats.faults[fault] = (stats.faults[fault] ?? 0) + 1;
    const kind = fault === null ? null : FAULTS[fault]!;
    const endMs = startedMs + config.latencyMs;
    if (kind?.stage === "head") {
      await pauseUntil(endMs);
      return kind.act(response);
    }
    const mode = request.headers["x-fake-mode"];
    const asked = wire.read(body, text, typeof mode === "string" ? mode : null);
    const answer = answerOf(asked);
    const counts = {
      input: estimateTokens(text),
      output: estimateTokens(answer.text + answer.reasoning + answer.calls.map((call) => call.arguments).join("")),
    };
    // The work is done from here on, whatever becomes of the answer on its way.
    bill(counts);
    const id = `fake-${stats.started}`;
    const streams = wire.streams(body);
    const parts = streams
      ? wire.stream(answer, body, counts, id)
      : [JSON.stringify(wire.whole(answer, body, counts, id))];
    const contentType = wire.contentType(streams);
    if (kind === null) return sendParts(response, contentType, parts, endMs);
    await pauseUntil(endMs);
    return kind.act(response, parts, contentType);
  };

  const embeddings = async (
    response: ServerResponse,
    text: string,
    startedMs: number,
    shape: (vectors: number[][], tokens: number, model: unknown) => unknown,
  ): Promise<void> => {
    const body = JSON.parse(text) as { input: string | string[]; model: string };
    if (typeof body.model !== "string" || body.model === "") return sendJson(response, NO_MODEL, 400);
    const inputs = Array.isArray(body.input) ? body.input : [body.input];
    const tokens = inputs.reduce((sum, input) => sum + estimateTokens(String(input)), 0);
    bill({ input: tokens, output: 0 });
    await pauseUntil(startedMs + config.latencyMs);
    const vectors = inputs.map((input) => embed(String(input), EMBEDDING_DIMENSIONS));
    sendJson(response, shape(vectors, tokens, body.model));
  };

  const models = ["fake-writer", "echo", "tool-call", "fake-embeddings"];
  const READS: Readonly<Record<string, () => unknown>> = {
    "/v1/models": () => ({
      object: "list",
      data: models.map((id) => ({ id, object: "model", created: 1_760_000_000, owned_by: "fake", type: "model" })),
      has_more: false,
    }),
    "/api/tags": () => ({ models: models.map((name) => ({ name, model: name })) }),
    "/__stats": () => stats,
    "/__requests": () => ({ requests: kept }),
  };
  const isAllowed = (request: IncomingMessage): boolean =>
    options.key === undefined ||
    options.key === null ||
    request.headers.authorization === `Bearer ${options.key}` ||
    request.headers["x-api-key"] === options.key;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startedMs = performance.now();
    const path = (request.url ?? "/").split("?")[0]!;
    if (request.method === "GET") {
      const read = READS[path];
      if (read === undefined) return sendJson(response, { error: { message: "not found" } }, 404);
      return sendJson(response, read());
    }
    const text = await readBody(request);
    if (path === "/__reset") {
      reset();
      return sendJson(response, {});
    }
    if (path === "/__config") {
      Object.assign(config, JSON.parse(text));
      return sendJson(response, config);
    }
    stats.started += 1;
    stats.paths[path] = (stats.paths[path] ?? 0) + 1;
    stats.inFlight += 1;
    stats.maxInFlight = Math.max(stats.maxInFlight, stats.inFlight);
    const counted = stats;
    response.once("close", () => {
      stats.inFlight -= 1;
      if (response.writableFinished) counted.finished += 1;
      else counted.left += 1;
    });
    keep({ method: "POST", path, headers: { ...request.headers } as Record<string, string>, body: text });
    if (!isAllowed(request)) {
      return sendJson(
        response,
        { error: { message: "no", type: "authentication_error", code: "invalid_api_key" } },
        401,
      );
    }
    if (path === "/v1/messages/count_tokens") return sendJson(response, { input_tokens: estimateTokens(text) });
    if (path === "/v1/embeddings") {
      return embeddings(response, text, startedMs, (vectors, tokens, model) => ({
        object: "list",
        data: vectors.map((embedding, index) => ({ object: "embedding", index, embedding })),
        model,
        usage: { prompt_tokens: tokens, total_tokens: tokens },
      }));
    }
    if (path === "/api/embed") {
      return embeddings(response, text, startedMs, (vectors, tokens, model) => ({
        model,
        embeddings: vectors,
        prompt_eval_count: tokens,
      }));
    }
    const wire = WIRES[path];
    if (wire === undefined)
      return sendJson(response, { error: { message: "not found", type: "not_found_error" } }, 404);
    return write(wire, request, response, text, startedMs);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A fake that breaks must not look like a fault of its table.
      console.error("fake provider:", error);
      response.destroy();
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(options.port ?? 0, "127.0.0.1", 1024);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stats: () => structuredClone(stats),
    requests: () => [...kept],
    configure: (changed) => void Object.assign(config, changed),
    reset,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "9100" },
      latency: { type: "string", default: "0" },
      faults: { type: "string", default: "0" },
      "fault-kinds": { type: "string", default: HEALING.join(",") },
      seed: { type: "string", default: "0" },
      key: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const faultKinds = values["fault-kinds"].split(",");
  const unknown = faultKinds.filter((kind) => !Object.hasOwn(FAULTS, kind));
  if (unknown.length > 0) throw new Error(`--fault-kinds: no fault is called ${unknown.join(", ")}`);
  const provider = await startFakeProvider({
    port: Number(values.port),
    latencyMs: Number(values.latency),
    faultRate: Number(values.faults),
    faultKinds,
    seed: Number(values.seed),
    key: values.key ?? null,
  });
  console.log(`fake provider at ${provider.url} (OpenAI: ${provider.url}/v1, Anthropic and Ollama: ${provider.url})`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void provider.stop());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
