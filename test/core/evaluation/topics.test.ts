import { describe, expect, it } from "vitest";
import { evaluateConversation } from "../../../workers/core/evaluation/evaluate.ts";
import { readTopicTable } from "../../../workers/core/evaluation/coherence-model.ts";
import { COHERENCE_WEIGHTS } from "../../../workers/core/evaluation/models/coherence.ts";
import { readTopics } from "../../../workers/core/evaluation/topics.ts";
import { readTranscript, spokenTurns } from "../../../workers/core/evaluation/transcript.ts";
import { carSeed, context, conversationOf } from "./fixtures.ts";

const table = readTopicTable(COHERENCE_WEIGHTS.topics["es"]!);
const turnsOf = (lines: [string, string][]) => spokenTurns(readTranscript(conversationOf(lines), carSeed));

const sale: [string, string][] = [
  ["cliente", "Busco una camioneta usada con poco kilometraje"],
  ["asesora", "Tengo una camioneta automática en la agencia, con garantía y enganche bajo"],
  ["cliente", "¿Puedo hacer la prueba de manejo?"],
  ["asesora", "Claro, traiga su licencia y la manejamos"],
];

const consultation: [string, string][] = [
  ["cliente", "Doctora, me duele el pecho y traigo la presión alta"],
  ["asesora", "Le hago un electrocardiograma y le receto una pastilla en ayunas"],
  ["cliente", "¿Y los análisis de sangre?"],
  ["asesora", "Se los toman en el laboratorio antes de la consulta"],
];

describe("subjects", () => {
  it("find the turn that is about something else", () => {
    const spoiled = turnsOf([
      ...sale.slice(0, 3),
      ["asesora", "Tómese el antibiótico cada ocho horas si sigue la fiebre"],
      ...sale.slice(3),
    ]);
    const gaps = readTopics(table, spoiled).map(({ gap }) => gap);
    expect(gaps.indexOf(Math.max(...gaps))).toBe(3);
  });

  it("say nothing of words that they do not know", () => {
    const readings = readTopics(table, turnsOf([["cliente", "Qwerty asdfgh zxcvb"]]));
    expect(readings).toEqual([{ fit: null, gap: 0, known: 0 }]);
  });

  it("count against a dialogue whose second half is about something else, in coherence and in drift", () => {
    const derailed = conversationOf([...sale, ...consultation]);
    const [whole, spoiled] = [conversationOf([...sale, ...sale.toReversed()]), derailed].map((conversation) =>
      evaluateConversation(conversation, carSeed, context),
    );
    const gapOf = (report: typeof whole) =>
      (report!.details.embedding_drift!.evidence[0] as { subject_gap: number }).subject_gap;
    expect(gapOf(spoiled)).toBeGreaterThan(gapOf(whole));
    expect(spoiled!.metrics.embedding_drift!).toBeLessThan(whole!.metrics.embedding_drift!);
  });
});
