import { describe, expect, it } from "vitest";
import type { Conversation } from "../../../workers/contract/conversation.ts";
import type { QualityReport } from "../../../workers/contract/quality.ts";
import type { SiblingIndex } from "../../../workers/core/evaluation/siblings.ts";
import { sketchWords } from "../../../workers/core/evaluation/siblings.ts";
import { foldText, wordsOf } from "../../../workers/core/evaluation/text.ts";
import { createDuplicateIndex, spokenWords } from "../../../workers/core/synthesis/duplicates.ts";
import { createFinaliser, rejectionReason } from "../../../workers/core/synthesis/finalise.ts";

const words =
  "coche rojo grande crédito enganche plazo tasa seguro garantía prueba manejo cita sábado agencia asesor precio oferta color motor".split(
    " ",
  );
const text = (shift: number) => words.map((_, i) => words[(i * (shift + 1)) % words.length]).join(" ") + ` ${shift}`;

const conversation = (id: string, contenido: string, seed = "s1"): Conversation => ({
  conversation_id: id,
  seed_id: seed,
  dominio: "automotive.sales",
  idioma: "es",
  turnos: [
    {
      turno: 1,
      rol: "cliente",
      contenido,
      herramientas_usadas: [],
      tool_calls: null,
      tool_results: null,
      metadata: {},
    },
  ],
  es_sintetica: true,
  metadata: {},
});
const report = (passed = true): QualityReport =>
  ({
    passed,
    failures: passed ? [] : ["rouge_l=0.1 (min 0.65)"],
    metrics: { diversidad_lexica: 0.8 },
  }) as QualityReport;
const unused = () => {
  throw new Error("not expected");
};

describe("createFinaliser", () => {
  it("passes conversations that differ", () => {
    const finalise = createFinaliser().decide;
    expect(finalise(conversation("a", text(1)), report(), unused).passed).toBe(true);
    expect(finalise(conversation("b", text(4)), report(), unused).passed).toBe(true);
  });

  it("rejects a near-duplicate of an accepted one, whatever its seed, and names the reason", () => {
    const finalise = createFinaliser().decide;
    finalise(conversation("a", text(1)), report(), unused);
    for (const seed of ["s1", "s2"]) {
      const verdict = finalise(conversation("b", text(1).toUpperCase(), seed), report(), () => report());
      expect(verdict.passed).toBe(false);
      expect(rejectionReason(verdict)).toBe("near_duplicate");
    }
  });

  it("rejects what repeats an earlier run or a source, and says which of the two", () => {
    const known = createDuplicateIndex();
    known.add(sketchWords(spokenWords(conversation("x", text(1)).turnos)), "earlier");
    known.add(sketchWords(spokenWords(conversation("y", text(2)).turnos)), "source");
    const finaliser = createFinaliser(known);
    const reasonOf = (shift: number) =>
      rejectionReason(finaliser.decide(conversation("a", text(shift)), report(), unused));
    expect([reasonOf(1), reasonOf(2)]).toEqual(["near_duplicate_of_earlier_run", "near_duplicate_of_source"]);
    expect(finaliser.decide(conversation("b", text(4)), report(), unused).passed).toBe(true);
    expect(finaliser.sketches).toHaveLength(1);
  });

  it("does not hold a rejected conversation against later ones", () => {
    const finalise = createFinaliser().decide;
    expect(finalise(conversation("a", text(1)), report(false), unused).failures).toEqual(["rouge_l=0.1 (min 0.65)"]);
    expect(finalise(conversation("b", text(1)), report(), unused).passed).toBe(true);
  });

  it("evaluates again where siblings of the same seed lower the diversity", () => {
    const evaluated: number[] = [];
    const finalise = createFinaliser().decide;
    const lowered = { ...report(false), failures: ["diversidad_lexica=0.4 (min 0.55)"] };
    const again = (text: string) => (siblings: SiblingIndex) => {
      evaluated.push(siblings.nearestSimilarity(wordsOf(foldText(text))));
      return lowered;
    };
    const shared = text(1).split(" ");
    finalise(conversation("a", shared.join(" ")), report(), unused);
    const half = [...shared.slice(0, 14), ..."nada de esto tiene que ver con lo anterior".split(" ")].join(" ");
    const verdict = finalise(conversation("b", half), report(), again(half));
    expect(evaluated).toHaveLength(1);
    expect(evaluated[0]).toBeGreaterThan(0.2);
    expect(rejectionReason(verdict)).toBe("diversidad_lexica");
    expect(finalise(conversation("c", half, "another seed"), report(), unused).passed).toBe(true);
  });
});
