import { describe, expect, it } from "vitest";
import { METRICS } from "../../../workers/contract/quality.ts";
import { constraintVerdicts } from "../../../workers/core/evaluation/semantic-fidelity.ts";
import { CORRUPTIONS, plantPhone, wordSalad } from "../../../workers/core/evaluation/controls.ts";
import { evaluateConversation, feedbackInstructions } from "../../../workers/core/evaluation/evaluate.ts";
import { readHashKey } from "../../../workers/core/evaluation/keyed-hash.ts";
import { createSourceIndex, fingerprintSource } from "../../../workers/core/evaluation/memorisation.ts";
import { compileSeed } from "../../../workers/core/evaluation/compiled-seed.ts";
import { scanText } from "../../../workers/core/evaluation/privacy-score.ts";
import { createRandom } from "../../../workers/core/generation/random.ts";
import { carSeed, context, conversationOf, foreignTopics, goodSale } from "./fixtures.ts";

const evaluate = (conversation = goodSale, extra = {}) =>
  evaluateConversation(conversation, carSeed, { ...context, ...extra });
const key = readHashKey(new Uint8Array(16).fill(3));

function corrupt(name: string) {
  const corruption = CORRUPTIONS.find((each) => each.name === name)!;
  const input = {
    conversation: goodSale,
    seed: carSeed,
    foreign: [foreignTopics],
    sources: [foreignTopics],
    random: createRandom(name),
  };
  return corruption.apply(input)!;
}

describe("a conversation that keeps to its seed", () => {
  it("passes with every metric that needs no judge and no sources", () => {
    const report = evaluate();
    expect(report.failures).toEqual([]);
    expect(report.passed).toBe(true);
    expect(report.composite_score).toBeGreaterThan(0.6);
    expect(report.skipped_metrics).toEqual(["memorizacion", "semantic_fidelity"]);
  });

  it("has a detail with method, threshold and source for every metric", () => {
    const report = evaluate();
    expect(Object.keys(report.details)).toEqual([...METRICS]);
    for (const metric of METRICS) {
      const detail = report.details[metric]!;
      expect(detail.score).toBe(report.metrics[metric]);
      expect(detail.passed === null).toBe(detail.score === null);
      expect(detail.method).not.toBe("");
      expect(detail.threshold_source).toBe("system");
    }
  });

  it("gets the same report twice", () => {
    expect(evaluate()).toEqual(evaluate());
  });
});

describe("a conversation that does not deserve it", () => {
  it("is rejected as word salad", () => {
    const report = evaluate(wordSalad(goodSale, createRandom(1)));
    expect(report.passed).toBe(false);
    expect(report.failures.join()).toContain("coherencia_dialogica");
  });

  it("is rejected as word salad however the words fall, short as it may be", () => {
    for (let i = 0; i < 12; i++) {
      const salad = wordSalad(goodSale, createRandom(`salad ${i}`));
      const start = { ...salad, turnos: salad.turnos.slice(0, 4) };
      for (const each of [salad, start]) {
        expect(evaluate(each).metrics.coherencia_dialogica, `salad ${i}`).toBeLessThan(0.85);
      }
    }
  });

  it("is rejected when it parrots the seed's words", () => {
    expect(evaluate(corrupt("seed_word_salad")).failures.join()).toContain("coherencia_dialogica");
  });

  it("is rejected when it contradicts a constraint", () => {
    const report = evaluate(corrupt("constraint_contradicted"));
    expect(report.metrics.fidelidad_factual).toBeLessThanOrEqual(0.5);
    expect(report.passed).toBe(false);
  });

  it("is rejected with its turns shuffled", () => {
    expect(evaluate(corrupt("shuffled_turns")).passed).toBe(false);
  });

  it("is rejected when it is about six other things", () => {
    expect(evaluate(foreignTopics).passed).toBe(false);
  });

  it("is rejected when it repeats itself", () => {
    expect(evaluate(corrupt("repeated_turns")).failures.join()).toContain("coherencia_dialogica");
  });

  it("is rejected with a telephone number in it, and the number is not in the report", () => {
    const report = evaluate(plantPhone(goodSale));
    expect(report.failures).toContain("privacy_score=0.1 (must be 0.0)");
    expect(report.composite_score).toBe(0);
    expect(JSON.stringify(report)).not.toContain("4193");
  });

  it("is rejected when it copies a source", () => {
    const texts = goodSale.turnos.map((turn) => ({ text: turn.contenido, spans: [] }));
    const sources = createSourceIndex(key, [fingerprintSource(key, "s1", texts, [])]);
    expect(evaluate(goodSale, { sources }).metrics.memorizacion).toBeGreaterThan(0.5);
    expect(evaluate(goodSale, { sources: createSourceIndex(key) }).metrics.memorizacion).toBe(0);
  });

  it("is rejected when a required metric was not computed", () => {
    expect(evaluate(goodSale, { require: ["semantic_fidelity"] }).failures).toEqual([
      "semantic_fidelity=skipped (required)",
    ]);
  });
});

describe("hostile conversations", () => {
  const texts = [
    "\u0000",
    "\ud800 lone",
    "__proto__ constructor toString",
    "?".repeat(5000),
    "1".repeat(20_000),
    "😀".repeat(300),
    "$1,000,".repeat(3000),
  ];

  it("are scored without throwing", () => {
    for (const text of texts) {
      const report = evaluate(
        conversationOf([
          ["cliente", text],
          ["vendedor", text],
          ["constructor", text],
        ]),
      );
      for (const metric of METRICS) {
        const score = report.metrics[metric];
        if (score !== null) expect(score).toBeGreaterThanOrEqual(0);
        if (score !== null) expect(score).toBeLessThanOrEqual(1);
      }
    }
  });

  it("take time that grows no faster than their length", () => {
    const long = (words: number) =>
      conversationOf([
        ["cliente", "hola"],
        ["vendedor", "aa1 bb, ".repeat(words)],
      ]);
    // Work that grew with the square of the length would need minutes here and run into the test's time limit.
    expect(evaluate(long(200_000)).passed).toBe(false);
  });
});

describe("feedback", () => {
  it("has a specific instruction for each of the nine metrics, in both languages", () => {
    const report = evaluate(corrupt("constraint_contradicted"));
    const failures = METRICS.map((metric) => `${metric}=0.0 (min 0.5)`);
    for (const language of ["es", "en"] as const) {
      const instructions = feedbackInstructions({ failures, details: report.details }, language);
      expect(instructions).toHaveLength(METRICS.length);
      expect(new Set(instructions).size).toBe(METRICS.length);
    }
  });

  it("names what was not kept", () => {
    const [instruction] = feedbackInstructions(evaluate(corrupt("constraint_contradicted")), "es");
    expect(instruction).toMatch(/No se cumplieron: "/);
  });

  it("says nothing about metrics that passed", () => {
    expect(feedbackInstructions(evaluate(), "en")).toEqual([]);
  });
});

describe("a judge", () => {
  const quote = "La aprobación depende del banco";
  const grade = (value: number) => ({ grade: value, turn: 8, quote });
  const answer = (value: number, verdict: "satisfied" | "violated", cited: string) => ({
    grades: {
      factual_fidelity: grade(value),
      logical_coherence: grade(value),
      role_consistency: grade(value),
      naturalness: grade(value),
    },
    constraints: [{ constraint: 3, verdict, turn: 8, quote: cited }],
  });
  const judge = (value: number, verdict: "satisfied" | "violated" = "satisfied", cited = quote) => ({
    status: "computed" as const,
    model: "fake",
    prompt_hash: "00",
    samples: [answer(value, verdict, cited)],
  });

  it("that grades three everywhere scores one half, and one half fails", () => {
    expect(evaluate(goodSale, { judge: judge(3) }).failures).toEqual(["semantic_fidelity=0.5 (min 0.6)"]);
  });

  it("that fails is no score", () => {
    const report = evaluate(goodSale, { judge: { status: "failed", model: "fake", reason: "timeout" } });
    expect(report.metrics.semantic_fidelity).toBeNull();
    expect(report.details.semantic_fidelity!.status).toBe("failed");
  });

  it("decides free rules only with quotes that stand in the transcript", () => {
    expect(evaluate(goodSale, { judge: judge(5, "violated") }).metrics.fidelidad_factual).toBe(0.5);
    expect(
      evaluate(goodSale, { judge: judge(5, "violated", "Le aseguro la aprobación") }).metrics.fidelidad_factual,
    ).toBe(1);
    expect(constraintVerdicts(goodSale, carSeed, judge(5, "violated", "nadie dijo esto"))).toEqual([]);
  });
});

describe("what is kept from one evaluation to the next", () => {
  const steps = carSeed.pasos_turnos.flujo_esperado;

  it("is the compiled seed, for equal seeds and only for them", () => {
    const compiled = compileSeed(carSeed, steps, "es");
    expect(compileSeed(structuredClone(carSeed), [...steps], "es")).toBe(compiled);
    expect(compileSeed({ ...carSeed, seed_id: "another" }, steps, "es")).toBe(compiled);
    expect(compileSeed(carSeed, steps.slice(1), "es").steps).toHaveLength(compiled.steps.length - 1);
    const facts = { ...carSeed.parametros_factuales, restricciones: ["Enganche mínimo del 90 %"] };
    expect(compileSeed({ ...carSeed, parametros_factuales: facts }, steps, "es").rules).not.toEqual(compiled.rules);
  });

  it("changes no report: the first evaluation and the hundredth say the same", () => {
    const first = evaluate();
    for (let i = 0; i < 98; i++) evaluate(foreignTopics);
    expect(evaluate()).toEqual(first);
  });

  it("is what one scanner found in a text, and never what another did", () => {
    const hit = { category: "PERSON", start: 0, end: 3, score: 1 };
    let scans = 0;
    const scanner = (found: (typeof hit)[]) => ({ scan: () => ((scans += 1), found) });
    const [finds, misses] = [scanner([hit]), scanner([])];
    expect([scanText("Ana", finds), scanText("Ana", finds), scanText("Ana", misses)]).toEqual([[hit], [hit], []]);
    expect(scans).toBe(2);
    for (let i = 0; i < 200; i++) scanText(`${i} `.repeat(300), finds);
    expect(scanText("Ana", finds)).toEqual([hit]);
  });
});
