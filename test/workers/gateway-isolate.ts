import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { createGateway, type Gateway } from "../../workers/gateway/app.ts";
import { makeModels } from "../../workers/platform/models.ts";
import type { Deps } from "../../workers/services/deps.ts";
import { bindings, makeTenant, startApp, type Tenant, type TestApp } from "./support.ts";

const ALLOWED = [{ host: "upstream.test", port: null }];

export interface UpstreamCall {
  url: string;
  headers: Headers;
  body: string;
}

/** What a provider answers: the text of a chat, or an HTTP answer of its own. */
export type Upstream = (call: UpstreamCall) => string | Response;

export interface Isolate {
  app: TestApp;
  gateway: Gateway;
  /** What the providers got. */
  sent: UpstreamCall[];
  /** What they answer from now on. */
  answer(upstream: Upstream): void;
}

function chatAnswer(content: string): Response {
  return Response.json({
    id: "chatcmpl-1",
    object: "chat.completion",
    model: "gpt-4o-mini",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    usage: { prompt_tokens: 5, completion_tokens: 100, total_tokens: 105 },
  });
}

/** A streamed chat that ends by itself, its text in pieces. */
export function streamAnswer(pieces: readonly string[]): Response {
  const frame = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
  const chunk = (delta: object, finish_reason: string | null = null) =>
    frame({ id: "c", object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason }] });
  const body = [
    chunk({ role: "assistant", content: "" }),
    ...pieces.map((content) => chunk({ content })),
    chunk({}, "stop"),
    "data: [DONE]\n\n",
  ].join("");
  return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
}

/** Worker and gateway over the test's bindings, with providers that live in the test. */
export async function startIsolate(overrides: Partial<Deps> = {}): Promise<Isolate> {
  const plain = await startApp();
  const sent: UpstreamCall[] = [];
  let upstream: Upstream = () => "hola";
  const models = makeModels({
    secrets: overrides.secrets ?? plain.deps.secrets,
    allowedHosts: ALLOWED,
    installationKeys: new Map(),
    ai: bindings.AI,
    fetch: (async (input: RequestInfo, init?: RequestInit) => {
      const request = new Request(input, init);
      const call = { url: request.url, headers: request.headers, body: await request.text() };
      sent.push(call);
      if (!/"model":"[^"]/.test(call.body)) {
        return Response.json({ error: { message: "you must provide a model parameter" } }, { status: 400 });
      }
      const given = upstream(call);
      return typeof given === "string" ? chatAnswer(given) : given;
    }) as typeof fetch,
  });
  const resolver = { addresses: () => Promise.resolve(["93.184.215.14"]) };
  const app = await startApp({ allowedHosts: ALLOWED }, { models, resolver, ...overrides });
  const gateway = createGateway(app.deps, { environment: "production", corsOrigins: [] });
  return { app, gateway, sent, answer: (next) => void (upstream = next) };
}

/** A new organisation with one provider, `main`, of OpenAI's format. */
export async function freshTenant(
  { app }: Isolate,
  settings: Parameters<ReturnType<TestApp["client"]>["gateway"]["putSettings"]>[0] = {},
) {
  const tenant = await makeTenant(app);
  const client = app.client(tenant.admin);
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

export interface Asked {
  status: number;
  headers: Headers;
  text: string;
  requestId: string;
}

/** Posts a body to a path of the gateway, and waits for what goes on after the answer. */
export async function ask(
  { gateway }: Isolate,
  tenant: Tenant,
  body: object,
  { path = "/v1/chat/completions", headers = {}, key = tenant.write }: AskOptions = {},
): Promise<Asked> {
  const context = createExecutionContext();
  const response = await gateway.fetch(
    new Request(`http://localhost${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-API-Key": key, ...headers },
      body: JSON.stringify(body),
    }),
    {},
    context,
  );
  const text = await response.text();
  await waitOnExecutionContext(context);
  return { status: response.status, headers: response.headers, text, requestId: response.headers.get("request-id")! };
}

interface AskOptions {
  path?: string;
  headers?: Record<string, string>;
  key?: string;
}

/** The words of a chat's answer. */
export const said = ({ text }: Asked): string =>
  (JSON.parse(text) as { choices: { message: { content: string } }[] }).choices[0]!.message.content;
