import { beforeAll, describe, expect, it } from "vitest";
import type { ImportResult } from "../../workers/contract/import.ts";
import type { SeedExtractResponse } from "../../workers/contract/seed.ts";
import type { ChatRequest } from "../../workers/core/models/chat.ts";
import { UpstreamFailure } from "../../workers/core/models/failures.ts";
import { PLANTED, toTurns } from "./planted.ts";
import { makeTenant, sendJson, startApp, type Tenant, type TestApp, upload } from "./support.ts";

let app: TestApp;
let tenant: Tenant;
const asked: ChatRequest[] = [];
let answer: () => string = () => "";

const GOOD = {
  objective: "Acordar una compra y dejar lista una visita",
  context: "Una persona interesada escribe a un negocio",
  steps: [
    { side: "client", text: "Dice qué le interesa" },
    { side: "professional", text: "Pide lo necesario y agenda" },
  ],
  constraints: [],
};

beforeAll(async () => {
  const plain = await startApp();
  app = await startApp(
    {},
    {
      models: {
        ...plain.deps.models,
        chat: (_connection, request) => {
          asked.push(request);
          return new Promise((resolve) => {
            const text = answer();
            const usage = { inputTokens: 1, outputTokens: 1, cachedInputTokens: 0, estimated: false };
            resolve({
              id: null,
              model: "m",
              choices: [{ parts: [{ type: "text", text }], finishReason: "stop" }],
              usage,
            });
          });
        },
      },
      resolver: { addresses: () => Promise.resolve(["93.184.215.14"]) },
    },
  );
  tenant = await makeTenant(app);
  const provider = { name: "p", provider_type: "openai", api_key: "sk-x", default_model: "m", is_default: true };
  expect((await app.fetch("/api/v1/providers", sendJson(tenant.admin, provider))).status).toBe(201);
});

let copies = 0;

/** Imports the planted dialogue anew and extracts its seed. */
async function extract(key = tenant): Promise<{ status: number; text: string; body: SeedExtractResponse }> {
  copies += 1;
  const line = JSON.stringify({
    id: `planted-${copies}`,
    messages: toTurns().map(({ side, content }) => ({ role: side, content: `${content} (${copies})` })),
  });
  const imported = await upload<ImportResult>(app, key.write, "/api/v1/import/jsonl", line);
  const request = { conversation_ids: imported.body.conversation_ids, domain: "automotive.sales", abstraction: "llm" };
  const response = await app.fetch("/api/v1/seeds/from-conversations", sendJson(key.write, request));
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as SeedExtractResponse };
}

describe("a seed abstracted by a model", () => {
  it("is worded by it, from text that holds nothing personal any more", async () => {
    answer = () => JSON.stringify(GOOD);
    const { status, body } = await extract();
    expect([status, body.errors]).toEqual([200, []]);
    expect(body.abstractions).toEqual([{ seed_id: body.seeds[0]!.id, model: "m", kept: null }]);
    expect(body.seeds[0]!.objetivo).toBe(GOOD.objective);
    const sent = JSON.stringify(asked).toLowerCase();
    expect(sent).toContain("[email]");
    expect(PLANTED.filter((value) => sent.includes(value.toLowerCase()))).toEqual([]);
  });

  it.each([
    [
      "quotes the source",
      () => JSON.stringify({ ...GOOD, objective: "Queda registrado, agendamos la prueba de manejo" }),
    ],
    ["holds personal data", () => JSON.stringify({ ...GOOD, context: "Escribe juan.perez@correo-privado.mx" })],
    ["has another form", () => "no"],
    [
      "never comes",
      () => {
        throw new UpstreamFailure({ kind: "overloaded", provider: "p", status: 503 });
      },
    ],
  ])("stays as it was extracted when the answer %s", async (_name, given) => {
    answer = given;
    const { status, body } = await extract();
    expect([status, body.seeds.length]).toEqual([200, 1]);
    expect(body.abstractions![0]).toMatchObject({ model: null, kept: expect.any(String) });
    expect(body.seeds[0]!.etiquetas.join()).not.toContain("abstraccion");
  });

  it("is refused by field where there is no provider to ask", async () => {
    const { status, text } = await extract(await makeTenant(app));
    expect([status, text]).toEqual([422, expect.stringContaining("body.abstraction")]);
  });
});
