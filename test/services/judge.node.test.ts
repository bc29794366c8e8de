// The judge on a provider's model, over real HTTP against the fake provider.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Conversation } from "../../workers/contract/conversation.ts";
import { SeedSchema } from "../../workers/contract/seed.ts";
import { constraintVerdicts } from "../../workers/core/evaluation/semantic-fidelity.ts";
import { KEY_LABEL, keyPlace } from "../../workers/core/models/connection.ts";
import { makeModels } from "../../workers/platform/models.ts";
import { makeSecrets } from "../../workers/platform/secrets.ts";
import type { Deps } from "../../workers/services/deps.ts";
import type { ProviderJudge } from "../../workers/services/ports/config.ts";
import type { ProviderRecord } from "../../workers/services/ports/models.ts";
import { judgeConversation } from "../../workers/services/judge.ts";
import { type FakeProvider, startFakeProvider } from "../fakes/provider-server.ts";

const ORGANIZATION = "0".repeat(32);
const KEY = "sk-key-of-the-judge-test";
const PLANTED = "jorge.ibarra@correo-privado.mx";
const QUOTE = "La garantía es de 3 años";
const secrets = makeSecrets("a secret of these tests");

const seed = SeedSchema.parse({
  seed_id: "judge-seed",
  dominio: "automotive.sales",
  idioma: "es",
  roles: ["cliente", "asesora"],
  rol_asistente: "asesora",
  objetivo: "Informar sobre la garantía de un vehículo",
  pasos_turnos: { turnos_min: 2, turnos_max: 6, flujo_esperado: ["El cliente pregunta por la garantía"] },
  parametros_factuales: {
    contexto: "Agencia de vehículos",
    restricciones: ["La asesora explica la garantía con calma", "No se promete la aprobación del crédito"],
  },
});

function conversationWith(last: string): Conversation {
  const turn = (turno: number, rol: string, contenido: string) => ({
    turno,
    rol,
    contenido,
    herramientas_usadas: [],
    tool_calls: null,
    tool_results: null,
    metadata: {},
  });
  return {
    conversation_id: "judged",
    seed_id: "judge-seed",
    dominio: "automotive.sales",
    idioma: "es",
    turnos: [
      turn(1, "cliente", "¿Cuánto dura la garantía del vehículo?"),
      turn(2, "asesora", `${QUOTE}, con todo gusto le explico.`),
      turn(3, "cliente", last),
    ],
    es_sintetica: true,
    metadata: {},
  };
}

const KEYS = ["factual_fidelity", "logical_coherence", "role_consistency", "naturalness"];
const answerWith = (grade: number, constraints: unknown[] = []) =>
  JSON.stringify({
    grades: Object.fromEntries(KEYS.map((key) => [key, { grade, turn: 2, quote: QUOTE }])),
    constraints,
  });

let fake: FakeProvider;
let providers = 0;

beforeAll(async () => {
  fake = await startFakeProvider({ key: KEY });
});
afterAll(() => fake.stop());
beforeEach(() => fake.reset());

/** As much of the deps as a judge asks for: one provider of the tenant at the fake server. */
async function depsWith(providerJudge: ProviderJudge | null, stored = true): Promise<Deps> {
  providers += 1;
  const id = `provider-${providers}`;
  const base = `${fake.url}/v1`;
  const record: ProviderRecord = {
    id,
    name: "mine",
    provider_type: "custom",
    api_base: base,
    default_model: "fake-writer",
    max_tokens: 500,
    temperature_default: 0.7,
    is_active: true,
    is_default: true,
    created_at: "2026-01-01T00:00:00.000Z",
    updated_at: "2026-01-01T00:00:00.000Z",
    sealed_key: await secrets.seal(ORGANIZATION, KEY_LABEL, KEY, keyPlace(id, new URL(base).origin)),
  };
  const ai = { run: () => Promise.reject(new Error("no account")) };
  const models = makeModels({
    secrets,
    allowedHosts: [{ host: "127.0.0.1", port: null }],
    installationKeys: new Map(),
    ai,
  });
  const deps: Partial<Deps> = {
    judge: null,
    models,
    providers: { list: async () => (stored ? [record] : []) } as unknown as Deps["providers"],
    config: { installationProviders: [], installationProvidersFor: [], providerJudge } as unknown as Deps["config"],
    privacy: {
      scan: (text: string) =>
        text.includes(PLANTED) ? [{ category: "EMAIL", start: 0, end: 1, score: 1, source: "x", validated: true }] : [],
    } as unknown as Deps["privacy"],
    newId: () => "0123456789abcdef0123456789abcdef",
    log: { write: () => {} },
  };
  return deps as Deps;
}

const ask = async (judge: ProviderJudge | null, last = "Muchas gracias por la explicación.", stored = true) =>
  judgeConversation(await depsWith(judge, stored), ORGANIZATION, conversationWith(last), seed);

describe("a provider's model as the judge", () => {
  it("grades over the real protocol, at temperature 0, held to the schema, the transcript inside a random fence", async () => {
    const outcome = await ask({ provider: null, model: null });
    expect(outcome).toMatchObject({ status: "computed", model: "custom/fake-writer" });
    const [request] = fake.requests();
    const body = JSON.parse(request!.body) as Record<string, unknown>;
    expect(body["temperature"]).toBe(0);
    expect(body["response_format"]).toMatchObject({ type: "json_schema" });
    expect(JSON.stringify(body["messages"])).toContain("fence-0123456789abcdef0123456789abcdef");
  });

  it("asks the provider and the model that are named", async () => {
    const outcome = await ask({ provider: "mine", model: `script:${answerWith(5)}` });
    expect(outcome?.status).toBe("computed");
    expect(await ask({ provider: "another", model: null })).toBeNull();
  });

  it("samples twice near the threshold and once away from it", async () => {
    const near = await ask({ provider: null, model: `script:${answerWith(3)}` });
    expect(near?.status === "computed" && near.samples).toHaveLength(2);
    const far = await ask({ provider: null, model: `script:${answerWith(5)}` });
    expect(far?.status === "computed" && far.samples).toHaveLength(1);
  });

  it("decides constraints that do not compile, and lets no verdict count whose quote is not in the transcript", async () => {
    const verdicts = [
      { constraint: 1, verdict: "satisfied", turn: 2, quote: "le explico" },
      { constraint: 2, verdict: "violated", turn: 2, quote: "su crédito queda aprobado" },
    ];
    const outcome = await ask({ provider: null, model: `script:${answerWith(5, verdicts)}` });
    const found = constraintVerdicts(conversationWith("Muchas gracias por la explicación."), seed, outcome!);
    expect(found.map(({ constraint, verdict }) => [constraint, verdict])).toEqual([
      ["La asesora explica la garantía con calma", "satisfied"],
    ]);
  });

  it("fails, and gives no score, when the provider is out or answers nonsense", async () => {
    for (const model of ["fault-500", "script:I think it is fine", "refuse"]) {
      const outcome = await ask({ provider: null, model });
      expect(outcome?.status, model).toBe("failed");
    }
  });

  it("is never sent a conversation in which Layer 0 finds something", async () => {
    const outcome = await ask({ provider: null, model: null }, `Escríbame a ${PLANTED} por favor`);
    expect(outcome?.status).toBe("failed");
    expect(fake.requests()).toEqual([]);
  });

  it("is nobody where the tenant has no provider, or none is to judge", async () => {
    expect(await ask({ provider: null, model: null }, "Gracias.", false)).toBeNull();
    expect(await ask(null)).toBeNull();
    expect(fake.requests()).toEqual([]);
  });
});
