import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeedSchema } from "../../../../workers/contract/seed.ts";
import {
  answer,
  interviewProgress,
  interviewSchema,
  startInterview,
} from "../../../../workers/core/seeds/interview/machine.ts";
import type { InterviewReply } from "../../../../workers/core/seeds/interview/machine.ts";
import { INDUSTRIES, INTERVIEW_LOCALES } from "../../../../workers/core/seeds/interview/schema.ts";
import type { Industry } from "../../../../workers/core/seeds/interview/schema.ts";
import { VALUE_NAMES } from "../../../../workers/core/seeds/interview/vocabulary.ts";

const SEED = { seedId: "seed-1" };

function talk(reply: InterviewReply, ...messages: string[]): InterviewReply {
  return messages.reduce((last, message) => answer(last.state, message, SEED), reply);
}

const REQUIRED: Readonly<Record<Industry, number>> = {
  automotive: 8,
  medical: 10,
  finance: 10,
  legal: 9,
  industrial: 9,
  education: 8,
};

describe("an interview", () => {
  it.each(INDUSTRIES)("of %s has a question in both languages for every required field", (industry) => {
    const { fields } = interviewSchema(industry);
    const required = fields.filter((field) => field.required);
    expect(required).toHaveLength(REQUIRED[industry]);
    for (const field of required) {
      expect(field.question!.es).not.toBe("");
      expect(field.question!.en).not.toBe(field.question!.es);
    }
    expect(new Set(fields.map((field) => field.path)).size).toBe(fields.length);
  });

  it.each(INDUSTRIES)("of %s names fields and values that exist", (industry) => {
    const schema = interviewSchema(industry);
    const paths = new Set(schema.fields.map((field) => field.path));
    for (const path of [...schema.objectiveFields, schema.toneField, schema.complexityField])
      expect(paths).toContain(path);
    for (const step of schema.flow) if (step.flag !== null) expect(paths).toContain(step.flag);
    for (const field of schema.fields) {
      for (const value of field.options) expect(VALUE_NAMES.has(value), `${field.path} ${value}`).toBe(true);
    }
    const complexity = schema.fields.find((field) => field.path === schema.complexityField)!;
    for (const key of Object.keys(schema.turns)) expect(["", ...complexity.options]).toContain(key);
  });

  it.each(INDUSTRIES.flatMap((industry) => INTERVIEW_LOCALES.map((locale) => [industry, locale] as const)))(
    "of %s in %s is completed by naming the options that it asks for",
    (industry, locale) => {
      const { fields } = interviewSchema(industry);
      let reply = startInterview({ industry, locale, maxTurns: 30 });
      for (let turn = 0; turn < 20 && !reply.complete; turn += 1) {
        const asked = fields.find((field) => field.path === reply.state.asking)!;
        expect(reply.message.content).toContain(asked.question![locale]);
        const said = asked.kind === "enum" ? VALUE_NAMES.get(asked.options.at(-1)!)![locale] : "motor que vibra";
        const before = interviewProgress(reply.state).required_filled;
        reply = answer(reply.state, said, SEED);
        expect(interviewProgress(reply.state).required_filled, `${asked.path} <- ${said}`).toBeGreaterThan(before);
      }
      expect(reply.complete).toBe(true);
      expect(reply.message.type).toBe("summary");
      expect(SeedSchema.parse(reply.seed)).toEqual(reply.seed);
      expect(reply.seed!.idioma).toBe(locale);
    },
  );

  it("understands answers in whole sentences and takes what comes up beside the question", () => {
    const reply = talk(
      startInterview({ industry: "automotive", locale: "es" }),
      "es un cliente particular que busca una pickup",
      "nunca ha comprado",
      "tiene mucha prisa",
    );
    const { fields } = reply.state;
    expect(fields["cliente_perfil.tipo_cliente"]!.value).toBe("particular");
    expect(fields["intencion.tipo_vehiculo"]!.value).toBe("pickup");
    expect(fields["cliente_perfil.nivel_experiencia_compra"]!.value).toBe("primera_vez");
    expect(fields["cliente_perfil.urgencia"]!.value).toBe("urgente");
  });

  it("asks again when two options were named, and when none was", () => {
    const first = startInterview({ industry: "medical", locale: "en" });
    const both = answer(first.state, "an adult or a child", SEED);
    expect(both.state.fields["paciente_perfil.tipo_paciente"]!.status).toBe("ambiguous");
    expect(both.message.content).toContain("More than one answer");
    expect(both.state.asking).toBe("paciente_perfil.tipo_paciente");
    const clear = answer(both.state, "a child", SEED);
    expect(clear.state.fields["paciente_perfil.tipo_paciente"]).toMatchObject({
      value: "pediatrico",
      status: "confirmed",
    });
    expect(answer(clear.state, "hmm", SEED).message.content).toContain("did not understand");
  });

  it("takes a model's extraction, validates it, and keeps confirmed values from weaker ones", () => {
    const start = startInterview({ industry: "finance", locale: "es" });
    const field = "cliente_financiero.perfil_riesgo";
    const extraction = [
      { field, value: "moderado", confidence: 0.95 },
      { field: "cliente_financiero.nivel_conocimiento_financiero", value: "experto en todo", confidence: 0.9 },
      { field: "__proto__", value: "x", confidence: 1 },
      { field: "no.existe", value: "x", confidence: 1 },
      { field: "contexto_financiero.canal", value: "sucursal", confidence: Number.NaN },
    ];
    const reply = answer(start.state, "hola", { ...SEED, extraction });
    expect(Object.keys(reply.state.fields)).toEqual([field]);
    const weaker = answer(reply.state, "hola", {
      ...SEED,
      extraction: [{ field, value: "agresivo", confidence: 0.8 }],
    });
    expect(weaker.state.fields[field]!.value).toBe("moderado");
    const stronger = answer(reply.state, "hola", {
      ...SEED,
      extraction: [{ field, value: "agresivo", confidence: 0.97 }],
    });
    expect(stronger.state.fields[field]!.value).toBe("agresivo");
  });

  it.each(["terminar", " LISTO ", "that's all", "exit"])("ends at the stop word %j with a valid seed", (word) => {
    const reply = talk(startInterview({ industry: "legal", locale: "en" }), word);
    expect(reply.complete).toBe(true);
    expect(reply.message.content).toContain("still missing");
    expect(SeedSchema.safeParse(reply.seed).success).toBe(true);
    expect(answer(reply.state, "one more thing", SEED).state.turn).toBe(1);
  });

  it("takes the category of a masked value for no answer", () => {
    const reply = talk(startInterview({ industry: "automotive", locale: "es" }), "mi número es [PHONE]");
    expect(reply.state.fields).toEqual({});
    expect(reply.state.maskedCategories).toEqual(["PHONE"]);
  });

  it("sums up when two turns are left", () => {
    const reply = talk(startInterview({ industry: "education", locale: "es", maxTurns: 4 }), "mmm", "mmm");
    expect(reply.complete).toBe(true);
  });

  it("states the masking that it was given, and the categories that it saw masked", () => {
    const start = startInterview({
      industry: "industrial",
      locale: "es",
      privacy: { method: "uncase-layer0-token", confidence: 0.4 },
    });
    const { seed } = talk(start, "operador [PERSON], tel [PHONE_1]", "terminar");
    expect(seed!.privacidad).toEqual({
      pii_eliminado: true,
      metodo_anonimizacion: "uncase-layer0-token",
      nivel_confianza: 0.4,
      campos_sensibles_detectados: ["PERSON", "PHONE"],
    });
  });

  it("lets flags choose the flow and rules become constraints", () => {
    const extraction = [
      { field: "escenario.incluir_objeciones", value: false, confidence: 0.9 },
      { field: "escenario.incluir_negociacion", value: true, confidence: 0.9 },
      { field: "reglas_negocio.garantia_info", value: "3 años o 60,000 km", confidence: 0.9 },
      { field: "reglas_negocio.documentacion_requerida", value: ["identificación", "comprobante"], confidence: 0.9 },
    ];
    const start = startInterview({ industry: "automotive", locale: "es" });
    const { seed } = talk(answer(start.state, "particular", { ...SEED, extraction }), "terminar");
    const flow = seed!.pasos_turnos.flujo_esperado.join("\n");
    expect(flow).toContain("negocia");
    expect(flow).not.toContain("objeción");
    expect(seed!.parametros_factuales.restricciones).toEqual([
      "Garantía: 3 años o 60,000 km",
      "Documentación requerida: identificación",
      "Documentación requerida: comprobante",
    ]);
  });

  it("always gives a valid seed, whatever is said or extracted, and survives being stored between turns", () => {
    const paths = INDUSTRIES.flatMap((industry) => interviewSchema(industry).fields.map((field) => field.path));
    const message = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "urgente",
        "sí",
        "no",
        "12",
        "adulto y niño",
        "[PERSON]",
        "{b}",
        "x".repeat(5000),
        "\ud800",
        "no sé",
        "$&",
      ),
    );
    const extracted = fc.record({
      field: fc.oneof(fc.constantFrom(...paths), fc.string()),
      value: fc.oneof(message, fc.boolean(), fc.integer(), fc.constant(null), fc.array(message, { maxLength: 4 })),
      confidence: fc.double(),
    });
    const turn = fc.record({ message, extraction: fc.array(extracted, { maxLength: 6 }) });
    fc.assert(
      fc.property(
        fc.constantFrom(...INDUSTRIES),
        fc.constantFrom(...INTERVIEW_LOCALES),
        fc.integer({ min: -5, max: 60 }),
        fc.array(turn, { maxLength: 12 }),
        (industry, locale, maxTurns, turns) => {
          let reply = startInterview({ industry, locale, maxTurns });
          for (const { message: said, extraction } of turns) {
            const before = JSON.stringify(reply.state);
            const next = answer(JSON.parse(before), said, { ...SEED, extraction });
            expect(JSON.stringify(reply.state)).toBe(before);
            reply = next;
          }
          const { seed } = talk(reply, "stop");
          expect(SeedSchema.safeParse(seed).success).toBe(true);
        },
      ),
      { seed: 21, numRuns: 250 },
    );
  });
});
