import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { FULL_SEED, PLANTED, PLANTED_TEXTS } from "./planted.ts";
import {
  dumpEverything,
  makeTenant,
  sendJson,
  SHORT_SEED,
  startApp,
  upload,
  type Tenant,
  type TestApp,
} from "./support.ts";

const { email, fullName, phone } = PLANTED_TEXTS;
const personal = `Escribir a ${fullName}, ${email}, ${phone}`;

/**
 * Every route that takes a body, and what proves that it keeps nothing personal: a test of `privacy.test.ts`, a case
 * below, or the reason why there is none: a body without words, or names that an administrator gives to things of the
 * organisation's own and must find again as written. A route that is added has to say so here.
 */
const ROUTES: Readonly<Record<string, "privacy.test.ts" | "below" | "no words" | "names of one's own">> = {
  "POST /analyze": "privacy.test.ts",
  "POST /anonymize": "privacy.test.ts",
  "POST /api/v1/connectors/file": "privacy.test.ts",
  "POST /api/v1/connectors/huggingface/upload": "below",
  "POST /api/v1/connectors/scan-pii": "privacy.test.ts",
  "POST /api/v1/connectors/whatsapp": "privacy.test.ts",
  "POST /api/v1/conversations": "privacy.test.ts",
  "POST /api/v1/conversations/bulk": "privacy.test.ts",
  "PATCH /api/v1/conversations/{conversation_id}": "privacy.test.ts",
  "POST /api/v1/datasets": "below",
  "POST /api/v1/evaluations": "privacy.test.ts",
  "POST /api/v1/evaluations/batch": "privacy.test.ts",
  "POST /api/v1/gateway/captures/seeds": "no words",
  "POST /api/v1/gateway/chat": "below",
  "POST /api/v1/gateway/chat/stream": "below",
  "POST /api/v1/gateway/feedback": "below",
  "POST /api/v1/gateway/inspect": "below",
  "POST /api/v1/gateway/policies": "names of one's own",
  "PUT /api/v1/gateway/settings": "names of one's own",
  "POST /api/v1/generate": "privacy.test.ts",
  "POST /api/v1/generate/estimate": "below",
  "POST /api/v1/import/csv": "privacy.test.ts",
  "POST /api/v1/import/jsonl": "privacy.test.ts",
  "POST /api/v1/organizations": "names of one's own",
  "PUT /api/v1/organizations/{org_id}": "names of one's own",
  "POST /api/v1/organizations/{org_id}/api-keys": "names of one's own",
  "POST /api/v1/pipeline/run": "privacy.test.ts",
  "POST /api/v1/providers": "names of one's own",
  "PUT /api/v1/providers/{provider_id}": "names of one's own",
  "POST /api/v1/reviews": "no words",
  "POST /api/v1/reviews/{id}/decision": "below",
  "POST /api/v1/seeds": "privacy.test.ts",
  "POST /api/v1/seeds/extract/start": "below",
  "POST /api/v1/seeds/extract/turn": "below",
  "POST /api/v1/seeds/from-conversations": "privacy.test.ts",
  "POST /api/v1/seeds/import": "below",
  "PUT /api/v1/seeds/{seed_id}": "privacy.test.ts",
  "POST /api/v1/seeds/{seed_id}/rate": "no words",
  "PUT /api/v1/templates/config": "privacy.test.ts",
  "POST /api/v1/templates/export": "privacy.test.ts",
  "POST /api/v1/templates/render": "privacy.test.ts",
  "POST /api/v1/tools/{tool_name}/simulate": "below",
  "POST /deanonymize": "below",
};

let app: TestApp;
let tenant: Tenant;

beforeEach(async () => {
  app = await startApp();
  tenant = await makeTenant(app);
});

const found = (text: string) => {
  const folded = text.toLowerCase();
  return PLANTED.filter((value) => folded.includes(value.toLowerCase()));
};

const ask = async (route: string, body: unknown, key = tenant.admin) => {
  const [method, path] = route.split(" ") as [string, string];
  const context = createExecutionContext();
  const request = new Request(`http://localhost${path}`, sendJson(key, body, method));
  const response = await app.api.fetch(request, undefined, context);
  const text = await response.text();
  // What is written after the answer counts as well.
  await waitOnExecutionContext(context);
  return { status: response.status, text };
};

/** What is kept and logged of a request; the answer may repeat it. */
const expectNothingKept = async (route: string) => {
  expect([route, found(await dumpEverything()), found(app.logs.join("\n"))]).toEqual([route, [], []]);
};

describe("every route that takes a body", () => {
  it("is known to the tests of privacy", async () => {
    const document = (await (await app.fetch("/openapi.json")).json()) as {
      paths: Record<string, Record<string, { requestBody?: unknown }>>;
    };
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) =>
        requestBody === undefined ? [] : [`${method.toUpperCase()} ${path}`],
      ),
    );
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter((route) => !Object.hasOwn(ROUTES, route))).toEqual([]);
  });
});

const message = { role: "user", content: personal };
/** A personal value in every field that takes words; whatever the answer, nothing of it may be kept. */
const CASES: [route: string, body: unknown][] = [
  ["POST /api/v1/connectors/huggingface/upload", { conversation_ids: [email], repo_id: email, token: phone }],
  [
    "POST /api/v1/datasets",
    { name: personal, license: personal, template: personal, domain: email, language: "Eulalia" },
  ],
  ["POST /api/v1/gateway/chat", { messages: [message], provider_id: email, model: fullName, bypass_words: [fullName] }],
  [
    "POST /api/v1/gateway/chat",
    {
      messages: [message, { role: "assistant", content: personal }],
      tools: [{ type: "function", function: { name: "buscar", description: personal } }],
    },
  ],
  ["POST /api/v1/gateway/chat/stream", { messages: [message] }],
  ["POST /api/v1/gateway/inspect", { dialect: "openai-chat", conversation: email, body: { messages: [message] } }],
  ["POST /api/v1/gateway/feedback", { request_id: "req_unknown", rating: 1, comment: personal, correction: personal }],
  ["POST /api/v1/reviews/unknown/decision", { verdict: "pass", grade: 4, notes: personal }],
  ["POST /api/v1/generate/estimate", { seed: { ...FULL_SEED, objetivo: personal }, count: 1 }],
  ["POST /api/v1/generate", { seed: FULL_SEED, count: 1, async_mode: true, knowledge: personal }],
  ["POST /api/v1/pipeline/run", { domain: "automotive.sales", count: 1, knowledge: personal }],
  ["POST /api/v1/seeds/extract/start", { industry: fullName, locale: "Eulalia" }],
  ["POST /api/v1/seeds/extract/turn", { session_id: email, user_message: personal }],
  ["POST /api/v1/tools/buscar/simulate", { cliente: fullName, correo: email }],
  [
    "POST /analyze",
    {
      text: personal,
      context: [fullName],
      allow_list: [email],
      ad_hoc_recognizers: [{ name: fullName, supported_entity: "CODE", deny_list: [phone] }],
      correlation_id: email,
    },
  ],
  [
    "POST /anonymize",
    {
      text: personal,
      analyzer_results: [{ entity_type: fullName, start: 0, end: 9000, score: 1 }],
      anonymizers: { [email]: { type: "encrypt", key: phone } },
    },
  ],
  [
    "POST /deanonymize",
    {
      text: personal,
      anonymizer_results: [{ entity_type: "PERSON", start: 11, end: 20 }],
      deanonymizers: { DEFAULT: { type: "decrypt", key: "0123456789abcdef" }, [email]: { type: "deanonymize_keep" } },
    },
  ],
];

describe("a personal value in any field of words", () => {
  it.each(CASES)("of %s is neither kept nor logged", async (route, body) => {
    const { status } = await ask(route, body);
    // 503 is the answer of a gateway without a provider.
    expect(status).not.toBe(500);
    await expectNothingKept(route);
  });

  it("of an interview's answer is neither kept nor logged", async () => {
    const started = await ask("POST /api/v1/seeds/extract/start", { industry: "automotive", locale: "es" });
    const { session_id } = JSON.parse(started.text) as { session_id: string };
    const turn = await ask("POST /api/v1/seeds/extract/turn", { session_id, user_message: personal });
    expect([turn.status, found(turn.text)]).toEqual([200, []]);
    await expectNothingKept("turn");
  });

  it("of a file of seeds refuses the seed without an echo", async () => {
    const seeds = [
      { ...FULL_SEED, objetivo: personal },
      { ...SHORT_SEED, etiquetas: [email] },
    ];
    const answer = await upload(app, tenant.write, "/api/v1/seeds/import", JSON.stringify(seeds), "seeds.json");
    expect(found(answer.text)).toEqual([]);
    await expectNothingKept("POST /api/v1/seeds/import");
  });
});
