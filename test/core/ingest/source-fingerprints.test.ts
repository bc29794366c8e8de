import { describe, expect, it } from "vitest";
import type { Conversation } from "../../../workers/contract/conversation.ts";
import { readHashKey } from "../../../workers/core/evaluation/keyed-hash.ts";
import { createSourceIndex, scoreMemorisation } from "../../../workers/core/evaluation/memorisation.ts";
import { fingerprintConversation } from "../../../workers/core/ingest/source-fingerprints.ts";

const key = readHashKey(new Uint8Array(16).fill(3));
const sentence =
  "quiero saber si todavía tienen el coche rojo que vi ayer en su página con el techo panorámico y los asientos de piel";

const source: Conversation = {
  conversation_id: "c1",
  seed_id: "",
  dominio: "automotive.sales",
  idioma: "es",
  turnos: [
    {
      turno: 1,
      rol: "cliente",
      contenido: `Soy [PERSON], ${sentence}`,
      herramientas_usadas: [],
      tool_calls: null,
      tool_results: null,
      metadata: {},
    },
  ],
  es_sintetica: false,
  metadata: {},
};
const index = createSourceIndex(key, [fingerprintConversation(key, source, [{ value: "Mariana Quintero" }])]);
const score = (text: string) => scoreMemorisation([{ text, spans: [] }], [], index, []).score;

describe("fingerprintConversation", () => {
  it("lets a copy of the source be found, and leaves other wording alone", () => {
    expect(score(`Hola, ${sentence}`)).toBeGreaterThan(0.5);
    expect(
      score(
        "Hola, me interesa un sedán gris con quemacocos y vestiduras de tela, ¿sigue disponible todavía o ya lo vendieron?",
      ),
    ).toBe(0);
  });

  it("finds a copy in which only the name was exchanged", () => {
    const copy = [{ text: `Soy Eva, ${sentence}`, spans: [{ start: 4, end: 7 }] }];
    expect(scoreMemorisation(copy, [], index, []).score).toBe(1);
  });

  it("knows the source's personal values", () => {
    expect(index.hasIdentifier("mariana  QUINTERO")).toBe(true);
    expect(index.hasIdentifier("Mariana Torres")).toBe(false);
  });
});
