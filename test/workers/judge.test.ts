import { describe, expect, it } from "vitest";
import type { QualityReport } from "../../workers/contract/quality.ts";
import { makeWorkersAiJudge, type TextModels } from "../../workers/platform/judge.ts";
import type { Deps } from "../../workers/services/deps.ts";
import { makeTenant, sendJson, startApp } from "./support.ts";

const SEED = {
  seed_id: "judge-seed",
  dominio: "automotive.sales",
  idioma: "es",
  roles: ["cliente", "asesora"],
  rol_asistente: "asesora",
  objetivo: "Informar sobre la garantía de un vehículo",
  pasos_turnos: { turnos_min: 2, turnos_max: 6, flujo_esperado: ["El cliente pregunta por la garantía"] },
  parametros_factuales: { contexto: "Agencia de vehículos", restricciones: ["La garantía es de 3 años"] },
};
const conversation = (last: string) => ({
  conversation_id: "judged",
  seed_id: "judge-seed",
  dominio: "automotive.sales",
  idioma: "es",
  turnos: [
    { turno: 1, rol: "cliente", contenido: "¿Cuánto dura la garantía del vehículo?" },
    { turno: 2, rol: "asesora", contenido: "La garantía es de 3 años, con todo gusto le explico." },
    { turno: 3, rol: "cliente", contenido: last },
  ],
  es_sintetica: true,
});

const KEYS = ["factual_fidelity", "logical_coherence", "role_consistency", "naturalness"];
const answerWith = (grade: number) => ({
  grades: Object.fromEntries(KEYS.map((key) => [key, { grade, turn: 2, quote: "La garantía es de 3 años" }])),
  constraints: [{ constraint: 1, verdict: "satisfied", turn: 2, quote: "La garantía es de 3 años" }],
});

/** Workers AI as far as its answers go: the model's text, or an outage. */
function fakeModels(answers: (() => unknown)[]): { models: TextModels; prompts: string[] } {
  const prompts: string[] = [];
  return {
    prompts,
    models: {
      async run(_model, input) {
        prompts.push(JSON.stringify(input));
        return answers[Math.min(prompts.length, answers.length) - 1]!();
      },
    },
  };
}

async function evaluateWith(models: TextModels, last = "Muchas gracias por la explicación."): Promise<QualityReport> {
  const judge: Deps["judge"] = makeWorkersAiJudge(models, "@cf/test/model");
  const app = await startApp({}, { judge });
  const tenant = await makeTenant(app);
  const response = await app.fetch(
    "/api/v1/evaluations",
    sendJson(tenant.write, { conversation: conversation(last), seed: SEED }),
  );
  expect(response.status).toBe(200);
  return response.json();
}

describe("semantic_fidelity", () => {
  it("is the judge's rubric, with the model named, whether the runtime answers text or an object", async () => {
    for (const shape of [
      (value: object) => ({ response: JSON.stringify(value) }),
      (value: object) => ({ response: value }),
      (value: object) => ({ choices: [{ message: { content: JSON.stringify(value) } }] }),
    ]) {
      const { models } = fakeModels([() => shape(answerWith(5))]);
      const report = await evaluateWith(models);
      expect(report.metrics.semantic_fidelity).toBe(1);
      expect(report.details["semantic_fidelity"]?.method).toContain("@cf/test/model");
      expect(report.skipped_metrics).not.toContain("semantic_fidelity");
    }
  });

  it("takes a second sample near the threshold, and a middling grade is a score like any other", async () => {
    const { models, prompts } = fakeModels([() => ({ response: answerWith(3) })]);
    const report = await evaluateWith(models);
    expect(prompts).toHaveLength(2);
    expect(report.metrics.semantic_fidelity).toBeCloseTo(0.5, 5);
    expect(report.passed).toBe(false);
  });

  it("is failed, never a score, when the judge is out or answers nonsense", async () => {
    const outages = [
      () => {
        throw new Error("503 with a secret inside");
      },
      () => ({ response: "I think it is fine" }),
      () => "<html>",
    ];
    for (const outage of outages) {
      const report = await evaluateWith(fakeModels([outage]).models);
      expect(report.metrics.semantic_fidelity).toBeNull();
      expect(report.details["semantic_fidelity"]?.status).toBe("failed");
      expect(JSON.stringify(report)).not.toContain("secret inside");
    }
  });

  it("never sends a conversation with personal data to the model", async () => {
    const { models, prompts } = fakeModels([() => ({ response: answerWith(5) })]);
    const report = await evaluateWith(models, "Escríbame a jorge.ibarra@correo-privado.mx por favor");
    expect(prompts).toEqual([]);
    expect(report.details["semantic_fidelity"]?.status).toBe("failed");
    expect(report.passed).toBe(false);
  });

  it("is skipped and named without a judge", async () => {
    const app = await startApp();
    const tenant = await makeTenant(app);
    const body = { conversation: conversation("Gracias."), seed: SEED };
    const report = await (await app.fetch("/api/v1/evaluations", sendJson(tenant.write, body))).json<QualityReport>();
    expect(report.metrics.semantic_fidelity).toBeNull();
    expect(report.skipped_metrics).toContain("semantic_fidelity");
  });
});
