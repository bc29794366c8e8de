import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ToolDefinition } from "../../../workers/contract/tool.ts";
import { compileAssertion } from "../../../workers/core/evaluation/assertions.ts";
import { movingTypeTokenRatio } from "../../../workers/core/evaluation/lexical-diversity.ts";
import { readHashKey } from "../../../workers/core/evaluation/keyed-hash.ts";
import {
  createSourceIndex,
  decodeFingerprints,
  encodeFingerprints,
  fingerprintSource,
  scoreMemorisation,
} from "../../../workers/core/evaluation/memorisation.ts";
import {
  conversationFields,
  type PrivacyScanner,
  scanFields,
  scorePrivacy,
} from "../../../workers/core/evaluation/privacy-score.ts";
import { parseNumber, quantitiesOf } from "../../../workers/core/evaluation/quantities.ts";
import { compileSeed } from "../../../workers/core/evaluation/compiled-seed.ts";
import { alignSteps, fBeta, scoreRougeL } from "../../../workers/core/evaluation/rouge-l.ts";
import { buildJudgePrompt, parseJudgeAnswer } from "../../../workers/core/evaluation/semantic-fidelity.ts";
import { createSiblingIndex } from "../../../workers/core/evaluation/siblings.ts";
import { createStemmer, foldText, lcsLength, sentencesOf, wordsOf } from "../../../workers/core/evaluation/text.ts";
import { scoreToolCalls, sequenceScore } from "../../../workers/core/evaluation/tool-call-validity.ts";
import { readTranscript } from "../../../workers/core/evaluation/transcript.ts";
import { evaluateConversation } from "../../../workers/core/evaluation/evaluate.ts";
import { carSeed, context, conversationOf, financingTool, goodSale, phoneScanner } from "./fixtures.ts";

const SEED = { seed: 20260101 };
const key = readHashKey(Uint8Array.from({ length: 16 }, (_, i) => i));
const words = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, i) => `palabra${String.fromCharCode(97 + ((i + from) % 26))}${"x".repeat(Math.floor((i + from) / 26))}`,
  );

describe("text primitives", () => {
  it("fold accents, width and case, and keep offsets of ASCII", () => {
    expect(foldText("ÁÉÍ ñandú ＡＢＣ")).toBe("aei nandu abc");
    expect(foldText("Plain ASCII")).toBe("plain ascii");
  });

  it("keep negation as content in every language", () => {
    for (const [language, word] of [
      ["es", "no"],
      ["en", "not"],
      ["pt", "nao"],
      ["fr", "pas"],
    ] as const) {
      expect(createStemmer(language).contentStems([word])).toEqual([word]);
    }
    expect(createStemmer("es").contentStems(["la", "de", "que"])).toEqual([]);
  });

  it("give inflections one stem", () => {
    const { stem } = createStemmer("es");
    expect(new Set(["cotizacion", "cotizaciones", "cotizamos", "cotizar"].map(stem)).size).toBe(1);
    expect(stem("autos")).toBe(stem("auto"));
  });

  it("cut sentences at marks but not at decimal points", () => {
    expect(sentencesOf("Cuesta 1.5 millones. ¿Le interesa?").map((sentence) => sentence.question)).toEqual([
      false,
      true,
    ]);
  });

  it("find the longest common subsequence", () => {
    expect(lcsLength(["a", "b", "c", "d"], ["b", "d"])).toBe(2);
    expect(lcsLength(["a"], ["b"])).toBe(0);
    expect(lcsLength([], ["b"])).toBe(0);
  });

  it("survive any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        wordsOf(folded);
        sentencesOf(text);
        quantitiesOf(folded);
        compileAssertion(text, createStemmer("es"));
      }),
      SEED,
    );
  });
});

describe("rouge_l", () => {
  const steps = ["saludo", "consulta de necesidades", "presentacion de opciones", "financiamiento", "cierre"];
  const score = (list: readonly string[], conversation = goodSale) =>
    scoreRougeL(readTranscript(conversation, carSeed), compileSeed(carSeed, list, "es").steps).score!;

  it("is one when all steps are realised in order and .56 when half are missing", () => {
    expect(fBeta(4, 4, 4)).toBe(1);
    expect(fBeta(2, 2, 4)).toBeCloseTo(0.5556, 3);
    expect(score(steps)).toBe(1);
  });

  it("is low for steps in reverse", () => {
    expect(score(steps.toReversed())).toBeLessThan(0.65);
  });

  it("is low for the steps of another conversation", () => {
    expect(
      score(["explicación de la tarea", "ejercicio de práctica", "revisión del examen", "plan de estudio"]),
    ).toBeLessThan(0.65);
  });

  it("does not fall when the dialogue gets longer", () => {
    const filler = Array.from(
      { length: 40 },
      (_, i) => [i % 2 === 0 ? "cliente" : "vendedor", "Mmm, déjeme pensarlo un poco más."] as const,
    );
    const longer = conversationOf([
      ...goodSale.turnos.map((turn) => [turn.rol, turn.contenido] as [string, string]),
      ...filler.map(([role, text]) => [role, text] as [string, string]),
    ]);
    expect(score(steps, longer)).toBe(score(steps));
  });

  it("matches English steps with a Spanish dialogue", () => {
    expect(score(["The customer greets", "The customer asks about financing", "The salesperson says goodbye"])).toBe(1);
  });

  it("aligns monotonically and never uses a pair under the threshold", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (similarity) => {
          const turns = alignSteps(similarity, 0.5);
          const used = turns.filter((turn) => turn >= 0);
          expect(used).toEqual(used.toSorted((a, b) => a - b));
          turns.forEach((turn, step) => turn >= 0 && expect(similarity[step]![turn]!).toBeGreaterThanOrEqual(0.5));
        },
      ),
      SEED,
    );
  });
});

describe("quantities", () => {
  it("are read with their kind and unit", () => {
    const read = (text: string) =>
      quantitiesOf(foldText(text)).map(({ kind, value, unit }) => `${kind} ${value} ${unit}`.trim());
    expect(read("$385,000 pesos")).toEqual(["money 385000 peso"]);
    expect(read("12.9 % anual")).toEqual(["percent 12.9"]);
    expect(read("veinte por ciento")).toEqual(["percent 20"]);
    expect(read("350 mil pesos a 48 meses")).toEqual(["money 350000 peso", `time ${48 * 730}`]);
    expect(read("2 millones de pesos")).toEqual(["money 2000000 peso"]);
    expect(read("de 9:00 a 18:30")).toEqual(["clock 540", "clock 1110"]);
    expect(read("USD 50 and 3 years")).toContain(`time ${3 * 8760}`);
    expect(read("modelo 2024")).toEqual(["year 2024"]);
  });

  it("tell thousands from decimals", () => {
    expect([
      parseNumber("1,234.50"),
      parseNumber("1.234,50"),
      parseNumber("12.5"),
      parseNumber("350.000"),
      parseNumber("0.125"),
      parseNumber("0,85"),
      parseNumber("135.000.000"),
    ]).toEqual([1234.5, 1234.5, 12.5, 350000, 0.125, 0.85, 135_000_000]);
    const read = (text: string) => quantitiesOf(foldText(text)).map(({ kind, value }) => [kind, value]);
    expect(read("La comisión es de 0,85%")).toEqual([["percent", 0.85]]);
    expect(read("A rate of 3,125 %")).toEqual([["percent", 3.125]]);
    expect(read("Hasta 135.000.000 COP")).toEqual([["money", 135_000_000]]);
    expect(read("19,5 por ciento y 1,250.75 pesos")).toEqual([
      ["percent", 19.5],
      ["money", 1250.75],
    ]);
  });
});

describe("fidelidad_factual", () => {
  const fidelity = (rules: string[], statement: string, answer = "Entiendo, gracias.", idioma = "es") => {
    const seed = {
      ...carSeed,
      idioma,
      parametros_factuales: { ...carSeed.parametros_factuales, contexto: "", restricciones: rules },
    };
    const conversation = conversationOf(
      [
        ["cliente", "Quiero información del crédito."],
        ["vendedor", statement],
        ["cliente", answer],
      ],
      { idioma },
    );
    return evaluateConversation(conversation, seed, context).metrics.fidelidad_factual;
  };

  it.each([
    [["El enganche mínimo es del 20 %"], "El enganche es del 25 %.", 1],
    [["El enganche mínimo es del 20 %"], "El enganche es del 10 %.", 0],
    [["El enganche mínimo es del 20 %"], "No aceptamos un enganche del 10 %.", 1],
    [["El plazo máximo es de 60 meses"], "El plazo puede ser de 72 meses.", 0],
    [["El plazo máximo es de 60 meses"], "El plazo puede ser de 5 años.", 1],
    [["Los plazos del crédito son de 12, 24 o 36 meses"], "El crédito sería a un plazo de 18 meses.", 0],
    [["Los plazos del crédito son de 12, 24 o 36 meses"], "El crédito sería a un plazo de 24 meses.", 1],
    [["La tasa anual está entre 10 % y 14 %"], "La tasa anual es de 12.5 %.", 1],
    [["La tasa anual está entre 10 % y 14 %"], "La tasa anual es de 19 %.", 0],
    [["Los precios se dan en pesos mexicanos"], "El precio es de 20,000 dólares.", 0],
    [["Los precios se dan en pesos mexicanos"], "El precio es de 385,000 pesos.", 1],
    [["No se venden créditos a menores de 18 años"], "El crédito se otorga a personas de 16 años.", 0],
    [["No prometer la aprobación del crédito"], "Le prometo la aprobación del crédito hoy mismo.", 0],
    [["No prometer la aprobación del crédito"], "No puedo prometer la aprobación del crédito.", 1],
    [["Debe mencionar que el seguro es obligatorio"], "El seguro es obligatorio durante el crédito.", 1],
    [["Debe mencionar que el seguro es obligatorio"], "Aquí tiene los requisitos.", 0],
    [['Debe decir "esto no es asesoría financiera"'], "Recuerde: esto no es asesoría financiera.", 1],
    [['Debe decir "esto no es asesoría financiera"'], "Recuerde: es solo una opinión.", 0],
    [["La revisión es cada 6 meses"], "El contrato es a 24 meses.", 1],
    [["La revisión es cada 6 meses"], "La revisión es cada 24 meses.", 0],
    [["La respuesta llega en 5 días hábiles"], "El depósito llega en 12 días hábiles.", 1],
    [["La respuesta llega en 5 días hábiles"], "La respuesta llega en 12 días hábiles.", 0],
    [["El descanso entre bloques es de 5 minutos"], "Cada bloque dura 25 minutos.", 1],
    [["El descanso entre bloques es de 5 minutos"], "El descanso dura 25 minutos.", 0],
    [["El precio máximo es de 135.000.000 COP"], "El precio es de 150 millones de pesos.", 0],
    [["El plazo máximo de financiamiento es de 60 meses"], "Le damos financiamiento a 84 meses.", 0],
    [["El plazo máximo de financiamiento es de 60 meses"], "Le damos financiamiento a 48 meses.", 1],
    [
      ["El plazo máximo de financiamiento es de 60 meses"],
      "El financiamiento se aprueba en 90 meses de antigüedad.",
      1,
    ],
    [["La tasa del crédito es del 12 %"], "Le dejamos el crédito al 15 %.", 0],
    [["La tasa del crédito es del 12 %"], "El crédito cubre hasta el 80 % del auto.", 1],
    [["Solo se venden modelos 2024 o más recientes"], "Tengo un modelo 2019 en excelente estado.", 0],
    [["Los precios se dan en pesos mexicanos"], "Los precios no son en pesos.", 0],
    [["Los precios se dan en pesos mexicanos"], "Los precios son en rublos.", 0],
    [["Los precios se dan en pesos mexicanos"], "Los precios no son en dólares, son en pesos.", 1],
    [["La tasa de interés es del 12 %"], "La tasa de interés es del 900 %.", 0],
    [["La tasa de interés es del 12 %"], "La tasa de interés no es del 12 %.", 0],
    [["La tasa de interés anual es del 12 %"], "Manejamos un interés de 18 %.", 0],
    [["La tasa de interés anual es del 12 %"], "Manejamos un interés de 12 %.", 1],
    [["La tasa de interés anual es del 12 %"], "El interés moratorio es de 18 %.", 1],
    [["Enganche mínimo del 20 %"], "Con un anticipo del 10 % se lo lleva.", 0],
    [["Enganche mínimo del 20 %"], "Con un anticipo del 25 % se lo lleva.", 1],
    [["La consulta dura 30 minutos"], "Cada sesión dura 45 minutos.", 0],
    [["La renta mensual es de 12,000 pesos"], "El alquiler es de 15,000 pesos.", 0],
    [["La renta mensual es de 12,000 pesos"], "El depósito es de 24,000 pesos.", 1],
    [["El precio no pasa de 350,000 pesos"], "El precio no pasa de 350,000 pesos.", 1],
    [["El enganche mínimo es del 20 %"], "El enganche es de 25 % y la comisión de 3 %.", 1],
    [["El enganche mínimo es del 20 %"], "Puede dar desde 10 % de enganche.", 0],
    [["No ofrecer descuentos mayores al 10 %"], "Le ofrezco un descuento del 8 %.", 1],
    [["No ofrecer descuentos mayores al 10 %"], "Le ofrezco un descuento del 25 %.", 0],
    [["El deducible es de 5,000 pesos"], "La prima es de 9,000 pesos y el deducible de 5,000.", 1],
    [["El plan incluye 8 horas semanales"], "Vamos a diseñar un plan de diez semanas.", 1],
    [["Los comprobantes se entregan en 10 días"], "Traiga un comprobante de domicilio de hasta tres meses.", 1],
    [["Solo se aceptan plazos de 12, 24 o 36 meses"], "Le puedo dar un plazo de 48 meses.", 0],
    [["Evitar promesas de aprobación del crédito"], "Debo evitar promesas de aprobación del crédito.", 1],
    [["Evitar promesas de aprobación del crédito"], "Le hago promesas de aprobación del crédito.", 0],
    [["Abstenerse de recomendar un banco concreto"], "Debo abstenerme de recomendar un banco concreto.", 1],
    [["Abstenerse de recomendar un banco concreto"], "Le voy a recomendar un banco concreto.", 0],
    [["Avoid promises of loan approval"], "We avoid promises of loan approval.", 1],
    [["Nunca prometer la aprobación del crédito"], "Nunca prometer la aprobación del crédito.", 1],
  ])("judges %j against %j as %d", (rules, statement, expected) => {
    expect(fidelity(rules, statement)).toBe(expected);
  });

  it.each([
    [["The maximum financing term is 60 months"], "We can offer you financing over 84 months.", 0],
    [["The maximum financing term is 60 months"], "We can offer you financing over 48 months.", 1],
    [["The loan rate is 12 %"], "The loan covers up to 80 % of the car.", 1],
    [["The loan rate is 12 %"], "You get the loan at 15 %.", 0],
    [["The maximum loan amount is $50,000"], "We can approve a loan of $80,000.", 0],
    [["Refunds are accepted within 30 days"], "You can get a refund within 90 days.", 0],
    [["Refunds are accepted within 30 days"], "You can get a refund within 14 days.", 1],
    [["Appointments last 30 minutes"], "The appointment lasts 50 minutes.", 0],
    [["Appointments last 30 minutes"], "Please arrive 10 minutes early for your appointment.", 1],
    [["Parking costs $15 per night"], "Parking is $25 a night.", 0],
    [["Parking costs $15 per night"], "The room is $125 a night, parking is $15.", 1],
    [["The restart estimate is 90 minutes"], "It takes 3 hours, estimated cost 120 USD.", 1],
    [["The warranty lasts 3 years"], "The warranty lasts 5 years.", 0],
    [["The minimum deposit is $500"], "A deposit of $200 is enough.", 0],
    [["The annual interest rate is 12 %"], "We charge an interest of 18 percent.", 0],
    [["The annual interest rate is 12 %"], "You get 18 % off today.", 1],
    [["Delivery takes 5 days"], "Shipping takes 2 days.", 0],
    [["The minimum deposit is $500"], "The delivery costs $80.", 1],
  ])("judges %j against %j as %d in English", (rules, statement, expected) => {
    expect(fidelity(rules, statement, "I see, thank you.", "en")).toBe(expected);
  });

  it("leaves out what the dialogue never touches, and caps at one half on any violation", () => {
    expect(fidelity(["El plazo máximo es de 60 meses"], "El auto es rojo.")).toBe(1);
    expect(
      fidelity(
        ["El plazo máximo es de 60 meses", "El enganche mínimo es del 20 %", "La tasa anual es de 12 %"],
        "El enganche es del 10 %, la tasa anual es de 12 % y el plazo de 48 meses.",
      ),
    ).toBeLessThanOrEqual(0.5);
  });

  it("does not hold a question or a client's wish against the dialogue", () => {
    expect(fidelity(["El enganche mínimo es del 20 %"], "¿Quería dar el 10 % de enganche?")).toBe(1);
    expect(fidelity(["El enganche mínimo es del 20 %"], "Permítame ver.", "Quiero dar 10 % de enganche.")).toBe(1);
  });
});

describe("diversidad_lexica", () => {
  it("is the type-token ratio of 50-word windows", () => {
    expect(movingTypeTokenRatio(words(100))).toBe(1);
    expect(movingTypeTokenRatio(Array.from({ length: 20 }, () => ["a", "b", "c", "d"]).flat())).toBeCloseTo(0.08);
    expect(movingTypeTokenRatio([])).toBe(0);
  });

  it("corrects short texts by what 50 words would show", () => {
    expect(movingTypeTokenRatio(["hola", "hola"])).toBeLessThan(0.55);
    expect(movingTypeTokenRatio(words(49))).toBeCloseTo(1, 1);
  });

  it("falls to zero for a copy of a sibling", () => {
    const siblings = createSiblingIndex();
    const text = words(200);
    siblings.add(text);
    expect(siblings.nearestSimilarity(text)).toBe(1);
    expect(siblings.nearestSimilarity(words(200, 400))).toBeLessThan(0.1);
    siblings.add([...text.slice(0, 100), ...words(100, 900)]);
    const half = createSiblingIndex();
    half.add([...text.slice(0, 100), ...words(100, 900)]);
    expect(half.nearestSimilarity(text)).toBeGreaterThan(0.15);
    expect(half.nearestSimilarity(text)).toBeLessThan(0.55);
  });
});

describe("tool_call_validity", () => {
  const call = {
    tool_call_id: "c1",
    tool_name: "consultar_financiamiento",
    arguments: { monto: 300000, plazo_meses: 36 },
  };
  const result = {
    tool_call_id: "c1",
    tool_name: "consultar_financiamiento",
    result: { mensualidad: 9900 },
    status: "success" as const,
    duration_ms: null,
  };
  const score = (calls: unknown[], results: unknown[], sequence: string[] = [], tools = [financingTool]) => {
    const conversation = conversationOf([
      ["cliente", "Quiero un crédito de 300 mil a 36 meses."],
      ["vendedor", "Lo calculo.", { tool_calls: calls as never }],
      ["herramienta", "listo", { tool_results: results as never }],
      ["vendedor", "La mensualidad es de 9,900 pesos."],
    ]);
    return scoreToolCalls(readTranscript(conversation, carSeed), [], {
      tools,
      listed: tools.map((tool) => tool.name),
      sequence,
    }).score!;
  };

  it("is one for a valid call whose result is used", () => {
    expect(score([call], [result])).toBe(1);
  });

  it("is one, not applicable, without tools", () => {
    const transcript = readTranscript(
      conversationOf([
        ["cliente", "hola"],
        ["vendedor", "hola"],
      ]),
      carSeed,
    );
    const outcome = scoreToolCalls(transcript, [], { tools: [], listed: [], sequence: [] });
    expect(outcome).toMatchObject({ score: 1, evidence: [{ note: expect.stringContaining("not applicable") }] });
  });

  it.each([
    ["a missing argument", [{ ...call, arguments: { monto: 300000 } }], [result]],
    ["an unknown argument", [{ ...call, arguments: { ...call.arguments, color: "rojo" } }], [result]],
    ["a wrong type", [{ ...call, arguments: { ...call.arguments, plazo_meses: "36" } }], [result]],
    ["a boolean for a number", [{ ...call, arguments: { ...call.arguments, monto: true } }], [result]],
    ["a missing result", [call], []],
    ["a result of the wrong shape", [call], [{ ...result, result: { mensualidad: "mucho" } }]],
    ["a result without a call", [call], [result, { ...result, tool_call_id: "c9" }]],
    ["one id used twice", [call, call], [result]],
    [
      "a call to a tool that does not exist",
      [{ ...call, tool_name: "inventada" }],
      [{ ...result, tool_name: "inventada" }],
    ],
  ])("rejects %s", (_, calls, results) => {
    expect(score(calls, results)).toBeLessThan(0.9);
  });

  it("understands unions, nesting and enumerations", () => {
    const tool = ToolDefinition.parse({
      ...financingTool,
      input_schema: {
        type: "object",
        required: ["filtro"],
        properties: {
          filtro: {
            type: "object",
            required: ["tipo"],
            properties: { tipo: { enum: ["suv", "sedan"] }, nota: { type: ["string", "null"] } },
          },
        },
      },
    });
    const withFilter = (filtro: unknown) => [{ ...call, arguments: { filtro } }];
    expect(score(withFilter({ tipo: "suv", nota: null }), [result], [], [tool])).toBe(1);
    expect(score(withFilter({ tipo: "barco" }), [result], [], [tool])).toBeLessThan(0.9);
  });

  it("survives schemas that cannot be used", () => {
    for (const schema of [
      { $ref: "#/nope" },
      { type: 7 },
      { pattern: "(((" },
      { properties: { monto: { pattern: "(a+)+$" } } },
    ]) {
      const tool = { ...financingTool, input_schema: schema as Record<string, unknown> };
      expect(score([call], [result], [], [tool])).toBeGreaterThanOrEqual(0);
    }
  });

  it("compares the order with the expected sequence", () => {
    expect(sequenceScore(["a", "b"], ["a", "b"])).toEqual({ score: 1, relation: "exact" });
    expect(sequenceScore(["a", "b"], ["a", "x", "b"])).toEqual({ score: 1, relation: "subset" });
    expect(sequenceScore(["a", "b"], ["a", "a", "b"])).toEqual({ score: 1, relation: "subset" });
    expect(sequenceScore(["a", "b"], ["b", "a"])).toEqual({ score: 0.5, relation: "partial_order" });
    expect(sequenceScore(["a", "b"], [])).toEqual({ score: 0, relation: "missing" });
  });

  it("notices arguments that nobody mentioned", () => {
    expect(score([{ ...call, arguments: { monto: 765432, plazo_meses: 36 } }], [result])).toBeLessThan(1);
  });
});

describe("privacy_score", () => {
  const fields = (conversation = goodSale) => scanFields(conversationFields(conversation), phoneScanner);
  const allow = { surrogates: new Set<string>(), isReserved: () => false, isFromSource: () => false };
  const planted = conversationOf([
    ["cliente", "Mi correo es ana.paredes@correo.mx"],
    ["vendedor", "Gracias"],
  ]);

  it("looks into contents, arguments, results and metadata", () => {
    const call = { tool_call_id: "c", tool_name: "t", arguments: { deep: [{ phone: "55 1234 5678" }] } };
    const result = {
      tool_call_id: "c",
      tool_name: "t",
      result: { correo: "x@y.mx" },
      status: "success" as const,
      duration_ms: null,
    };
    const conversation = conversationOf(
      [
        [
          "vendedor",
          "Marque al 55 8765 4321",
          { tool_calls: [call], tool_results: [result], metadata: { nota: "a@b.mx" } },
        ],
      ],
      { metadata: { origen: "c@d.mx" } },
    );
    expect(scorePrivacy(fields(conversation), allow).score).toBe(0.5);
  });

  it("allows surrogates of the run and reserved values, unless a source holds them", () => {
    const found = fields(planted);
    expect(scorePrivacy(found, allow).score).toBe(0.1);
    expect(scorePrivacy(found, { ...allow, surrogates: new Set(["ana.paredes@correo.mx"]) }).score).toBe(0);
    expect(scorePrivacy(found, { ...allow, isReserved: () => true }).score).toBe(0);
    expect(scorePrivacy(found, { ...allow, isReserved: () => true, isFromSource: () => true }).score).toBe(0.1);
  });

  it("takes a one-word key of a tool's answer for a field name, and any value or longer key for what it is", () => {
    const scanner: PrivacyScanner = {
      scan: (text) =>
        [...text.matchAll(/Ana Price|Price/g)].map((match) => ({
          category: "PERSON",
          start: match.index,
          end: match.index + match[0].length,
          score: 1,
        })),
    };
    const scoreOf = (value: unknown) => {
      const conversation = conversationOf([["herramienta", JSON.stringify(value)]]);
      return scorePrivacy(scanFields(conversationFields(conversation), scanner), allow).score;
    };
    expect(scoreOf({ Price: 23 })).toBe(0);
    expect(scoreOf({ owner: "Price" })).toBe(0.1);
    expect(scoreOf({ "Ana Price": 1 })).toBe(0.1);
    expect(scoreOf({ note: 'a quote \\" and "Price": 1' })).toBe(0.1);
  });

  it("knows surrogates that function words join, and counts a stranger among them", () => {
    const scanner: PrivacyScanner = {
      scan: (text) => [{ category: "LOCATION", start: 0, end: text.length, score: 1 }],
    };
    const scoreOf = (text: string) =>
      scorePrivacy(scanFields([{ path: "/turnos/0/contenido", text, turn: 0 }], scanner), {
        ...allow,
        surrogates: new Set(["Maplewick", "Ashgrove"]),
      }).score;
    expect(scoreOf("Maplewick to Ashgrove")).toBe(0);
    expect(scoreOf("Maplewick to Boston")).toBe(0.1);
  });

  it("reads a hostile text once, and each of its many keys once", () => {
    const text = `{${Array.from({ length: 20_000 }, (_, i) => `"k${i % 500} x":""`).join(",")}`;
    let read = 0;
    const scanner: PrivacyScanner = {
      scan: (each) => {
        read += each.length;
        return each === text
          ? Array.from({ length: 20_000 }, (_, i) => ({ category: "PERSON", start: 9 * i, end: 9 * i + 1, score: 1 }))
          : [];
      },
    };
    const field = { path: "/x", turn: null };
    const found = scanFields(
      [
        { ...field, text },
        { ...field, text },
      ],
      scanner,
    );
    expect(found.length).toBeLessThan(40_000);
    expect(read).toBeLessThan(text.length + 500 * 10);
    expect(scanFields([{ ...field, text: `{"${'\\"'.repeat(400_000)}` }], scanner)).toEqual([]);
  });

  it("never exceeds one", () => {
    const many = conversationOf(Array.from({ length: 30 }, (_, i) => ["cliente", `a${i}@b.mx`] as [string, string]));
    expect(scorePrivacy(fields(many), allow).score).toBe(1);
  });
});

describe("memorizacion", () => {
  const source = words(60).join(" ");
  const print = (id: string, text = source, identifiers: string[] = []) =>
    fingerprintSource(key, id, [{ text, spans: [] }], identifiers);
  const score = (text: string, index = createSourceIndex(key, [print("a")]), mandated: string[] = []) =>
    scoreMemorisation([{ text, spans: [] }], mandated, index, []).score!;

  it("is the share of tokens inside copied runs of fifteen or more", () => {
    expect(score(source)).toBe(1);
    expect(score(words(60, 500).join(" "))).toBe(0);
    expect(score([...words(15), ...words(85, 500)].join(" "))).toBe(0.15);
    expect(score([...words(14), ...words(86, 500)].join(" "))).toBe(0);
  });

  it("sees a copy through exchanged names and numbers", () => {
    const text = `${words(10).join(" ")} Juan Pérez debe 1200 pesos ${words(20, 30).join(" ")}`;
    const copy = text.replace("Juan Pérez", "Luis Soto").replace("1200", "98000");
    const span = (value: string, name: string) => ({
      text: value,
      spans: [{ start: value.indexOf(name), end: value.indexOf(name) + name.length }],
    });
    const index = createSourceIndex(key, [fingerprintSource(key, "a", [span(text, "Juan Pérez")], [])]);
    expect(scoreMemorisation([span(copy, "Luis Soto")], [], index, []).score).toBe(1);
  });

  it("does not count phrases that stand in three sources, or text that the seed mandates", () => {
    expect(score(source, createSourceIndex(key, [print("a"), print("b"), print("c")]))).toBe(0);
    expect(score(source, createSourceIndex(key, [print("a")]), [source])).toBe(0);
  });

  it("counts a very long run even where it consists of stock phrases: they stand in the order of one source", () => {
    const phrases = Array.from({ length: 20 }, (_, i) => words(6, 1000 + 6 * i).join(" "));
    const order = (step: number) => phrases.map((_, i) => phrases[(i * step) % 20]!).join(" ");
    // Each phrase stands in four sources, each order of them in one.
    const stock = createSourceIndex(
      key,
      [1, 3, 7, 9].map((step) => print(`order-${step}`, order(step))),
    );
    expect(score(order(3), stock)).toBeGreaterThan(0.9);
    expect(score(order(3).split(" ").slice(0, 40).join(" "), stock)).toBe(0);
    expect(score(order(11), stock)).toBe(0);
  });

  it("rejects a single copied sentence of a short dialogue, a stock greeting in it or not", () => {
    const greeting = "Buenos días le atiende el área de siniestros";
    const secret = `mi hermana chocó la camioneta azul contra el portón de la secundaria y nadie vio quién manejaba`;
    const stock = createSourceIndex(key, [
      print("a", `${greeting} ${secret} ${words(20).join(" ")}`),
      print("b", `${greeting} ${words(20, 100).join(" ")}`),
      print("c", `${greeting} ${words(20, 200).join(" ")}`),
    ]);
    expect(score(`Hola. ${secret}. Gracias.`, stock)).toBeGreaterThan(0.8);
    expect(score(`${greeting}: ${secret}`, stock)).toBeGreaterThan(0.5);
    expect(score(`${words(500, 500).join(" ")} ${secret}`, stock)).toBeGreaterThanOrEqual(0.01);
    expect(score(`${greeting}, dígame su número de póliza y qué le pasó a su vehículo`, stock)).toBe(0);
  });

  it("counts a name or an identifier of a source, however it is written", () => {
    const index = createSourceIndex(key, [print("a", "nada", ["Juan Pérez García", "55 1234 5678", "Ana"])]);
    expect(score(`${words(300, 500).join(" ")} juan perez garcia`, index)).toBeGreaterThanOrEqual(0.01);
    expect(score(`${words(300, 500).join(" ")} 5512345678`, index)).toBeGreaterThanOrEqual(0.01);
    expect(score(`${words(300, 500).join(" ")} Ana`, index)).toBe(0);
  });

  it("forgets a removed source, survives serialisation, and says nothing under another key", () => {
    const index = createSourceIndex(key, [decodeFingerprints("a", encodeFingerprints(print("a")))]);
    expect(score(source, index)).toBe(1);
    index.remove("a");
    expect(score(source, index)).toBe(0);
    const other = createSourceIndex(readHashKey(new Uint8Array(16)), [print("a")]);
    expect(score(source, other)).toBe(0);
    expect(() => decodeFingerprints("a", new Uint8Array(17))).toThrow(RangeError);
  });
});

describe("the judge's prompt", () => {
  const fence = "f3nce-91ab77c0d2e4";

  it("fences the transcript and refuses a fence that stands in it", () => {
    const { user, system } = buildJudgePrompt(goodSale, carSeed, fence);
    expect(user.split(fence)).toHaveLength(3);
    expect(system).toContain(fence);
    expect(user).toContain("call consultar_financiamiento");
    expect(() => buildJudgePrompt(conversationOf([["cliente", fence]]), carSeed, fence)).toThrow(RangeError);
  });

  it("reads fenced and bare answers and refuses grades outside one to five", () => {
    const grade = { grade: 4, turn: 1, quote: "hola" };
    const grades = { factual_fidelity: grade, logical_coherence: grade, role_consistency: grade, naturalness: grade };
    const text = JSON.stringify({ grades, constraints: [] });
    expect(parseJudgeAnswer(text)?.grades.naturalness.grade).toBe(4);
    expect(parseJudgeAnswer(`\`\`\`json\n${text}\n\`\`\``)).not.toBeNull();
    expect(parseJudgeAnswer(text.replace('"grade":4', '"grade":6'))).toBeNull();
    expect(parseJudgeAnswer("no soy JSON")).toBeNull();
  });
});
