import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Conversation } from "../../../workers/contract/conversation.ts";
import { buildConversation, NO_WORDS } from "../../../workers/core/ingest/conversation.ts";
import type { BuildOptions } from "../../../workers/core/ingest/conversation.ts";
import type { RawConversation, RawTurn } from "../../../workers/core/parsing/model.ts";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";

const options: BuildOptions = {
  // Without the recogniser's weights: speakers' names are known, structured values are found by pattern.
  privacy: createPrivacyEngine({ recogniser: null }),
  key: new Uint8Array(16).fill(7),
  conversationId: "0123456789abcdef0123456789abcdef",
  domain: null,
  language: null,
  now: "2026-01-15T12:00:00.000Z",
};

const turn = (speaker: string, text: string, rest: Partial<RawTurn> = {}): RawTurn => ({
  speaker,
  text,
  time: "2025-02-03T09:02:00",
  line: 1,
  toolCalls: [],
  toolResults: [],
  ...rest,
});

const conversation = (turns: RawTurn[], rest: Partial<RawConversation> = {}): RawConversation => ({
  key: "",
  turns,
  line: 1,
  domain: null,
  language: null,
  seedId: null,
  metadata: {},
  native: false,
  ...rest,
});

const chat = conversation([
  turn("Rogelio Treviño", "Buenas tardes, le atiende Rogelio. ¿En qué le ayudo?"),
  turn("Mariana Quintero", "hola, soy mariana, mi correo es mariana.q@correo.mx"),
  turn("Rogelio Treviño", "Gracias Mariana, le envío la cotización del crédito."),
]);

describe("buildConversation", () => {
  it("gives a conversation that the contract accepts, with roles in place of names", () => {
    const { conversation: built, assistantRole } = buildConversation(chat, options);
    expect(Conversation.safeParse(built).error).toBeUndefined();
    expect(new Set(built.turnos.map((each) => each.rol)).size).toBe(2);
    expect(built.turnos.map((each) => each.rol)).toContain(assistantRole);
    expect(built.metadata.assistant_role).toBe(assistantRole);
    expect([built.idioma, built.dominio, built.es_sintetica]).toEqual(["es", "general", false]);
  });

  it("leaves no speaker's name, first name alone, e-mail or time in what may be stored", () => {
    const { conversation: built, counts, values } = buildConversation(chat, options);
    const stored = JSON.stringify(built).toLowerCase();
    for (const value of ["rogelio", "treviño", "mariana", "quintero", "correo.mx", "2025-02-03"]) {
      expect(stored).not.toContain(value);
    }
    expect(counts.EMAIL).toBe(1);
    expect(values.map((each) => each.value)).toContain("mariana.q@correo.mx");
  });

  it("anonymises tool arguments, results and metadata at any depth, keys included", () => {
    const raw = conversation(
      [
        turn("user", "busque mi expediente", { role: "user" }),
        turn("assistant", "", {
          role: "assistant",
          toolCalls: [
            {
              tool_call_id: "ana@correo.mx",
              tool_name: "buscar_cliente",
              arguments: { filtros: [{ email: "ana@correo.mx" }], telefono: 5512345678, limite: 20, activo: true },
            },
          ],
        }),
        turn("tool", "", {
          role: "tool",
          toolResults: [
            {
              tool_call_id: "ana@correo.mx",
              tool_name: "buscar_cliente",
              result: { "ana@correo.mx": { tarjeta: "4111 1111 1111 1111" } },
              status: "success",
              duration_ms: null,
            },
          ],
        }),
      ],
      { metadata: { contacto: "ana@correo.mx", canal: "web" } },
    );
    const { conversation: built } = buildConversation(raw, options);
    expect(JSON.stringify(built)).not.toMatch(/ana@correo|5512345678|4111/u);
    const [, calling, answering] = built.turnos;
    expect(calling!.tool_calls![0]).toEqual({
      tool_call_id: "call_1",
      tool_name: "buscar_cliente",
      arguments: { filtros: [{ email: "[EMAIL]" }], telefono: "[PHONE]", limite: 20, activo: true },
    });
    expect(calling!.contenido).toBe(NO_WORDS);
    expect(calling!.herramientas_usadas).toEqual(["buscar_cliente"]);
    expect(answering!.rol).toBe("herramienta");
    expect(answering!.tool_results![0]!.tool_call_id).toBe("call_1");
    expect(Object.keys(answering!.tool_results![0]!.result)).toEqual(["[EMAIL]"]);
    expect(built.metadata).toMatchObject({ contacto: "[EMAIL]", canal: "web" });
  });

  it("keeps keys that become equal by anonymisation apart", () => {
    const raw = conversation([turn("a", "hola"), turn("b", "hola")], {
      metadata: { "ana@correo.mx": "1", "eva@correo.mx": "2" },
    });
    expect(buildConversation(raw, options).conversation.metadata).toMatchObject({ "[EMAIL]": "1", "[EMAIL]_2": "2" });
  });

  it("drops the name of a person from keys and tool names that look like a program's", () => {
    const raw = conversation([
      turn("Rogelio Treviño", "claro, con gusto le atiendo"),
      turn("Mariana Quintero", "gracias", {
        toolCalls: [{ tool_call_id: "1", tool_name: "notas_quintero", arguments: { Mariana: "si", ciudad: "x" } }],
      }),
    ]);
    const [call] = buildConversation(raw, options).conversation.turnos[1]!.tool_calls!;
    expect(call!.tool_name).toBe("[PERSON]");
    expect(Object.keys(call!.arguments)).toEqual(["[PERSON]", "ciudad"]);
  });

  it("keeps the link to a seed and the domain only where they look like an id and a domain", () => {
    const built = (seedId: string, domain: string) =>
      buildConversation(conversation(chat.turns, { seedId, domain }), options).conversation;
    expect(built("seed-auto-2024", "automotive.sales")).toMatchObject({
      seed_id: "seed-auto-2024",
      dominio: "automotive.sales",
    });
    expect(built("0123456789abcdef0123456789abcdef", "retail")).toMatchObject({
      seed_id: "0123456789abcdef0123456789abcdef",
      dominio: "retail",
    });
    expect(built("5512345678", "ana@correo.mx")).toMatchObject({ seed_id: "", dominio: "general" });
    expect(built("seed-quintero", "Domain of Mariana")).toMatchObject({ seed_id: "", dominio: "general" });
  });

  it("prefers the caller's domain and language to the file's", () => {
    const raw = conversation(chat.turns, { domain: "legal.advisory", language: "en" });
    const built = buildConversation(raw, { ...options, domain: "automotive.sales", language: "pt" }).conversation;
    expect([built.dominio, built.idioma]).toEqual(["automotive.sales", "pt"]);
    expect(buildConversation(raw, options).conversation.idioma).toBe("en");
    expect(buildConversation({ ...raw, language: "<script>" }, options).conversation.idioma).toBe("es");
  });

  it("builds something valid of arbitrary texts, names and JSON, and never throws", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", minLength: 1 }),
      fc.constant("__proto__"),
      fc.constant("constructor"),
    );
    const json = fc.dictionary(text, fc.jsonValue({ maxDepth: 3, stringUnit: "binary" }));
    const anyTurn = fc.record({ speaker: text, text, json, name: text, tools: fc.boolean() }).map((each) =>
      turn(each.speaker, each.text, {
        toolCalls: each.tools ? [{ tool_call_id: each.name, tool_name: each.name, arguments: each.json }] : [],
      }),
    );
    fc.assert(
      fc.property(fc.array(anyTurn, { minLength: 1, maxLength: 5 }), fc.dictionary(text, text), (turns, metadata) => {
        const { conversation: built } = buildConversation(conversation(turns, { metadata }), options);
        expect(Conversation.safeParse(built).error).toBeUndefined();
      }),
      { seed: 20261121, numRuns: 120 },
    );
  });
});
