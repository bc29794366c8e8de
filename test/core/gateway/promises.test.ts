import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../workers/contract/ids.ts";
import { createSegmentMemory } from "../../../workers/core/gateway/memory.ts";
import { readTranscript } from "../../../workers/core/gateway/transcript.ts";
import type { GatewayDialect } from "../../../workers/core/gateway/types.ts";
import type { PrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import { createRandom } from "../../../workers/core/generation/random.ts";
import { createShield } from "../../../workers/core/shield/shield.ts";
import { engine, inspect, policyWith, userSays } from "./support.ts";

/** The engine, telling of every text that it really reads. */
function countingEngine(): { engine: PrivacyEngine; read: string[] } {
  const read: string[] = [];
  return {
    read,
    engine: {
      ...engine,
      scan(text, options) {
        read.push(text);
        return engine.scan(text, options);
      },
    },
  };
}

const turn = (index: number): string =>
  index % 2 === 0
    ? `Pregunta ${index}: soy Juan Pérez, mi correo es juan.perez${index}@correo-privado.mx y espero el pedido ${index}`
    : `Respuesta ${index}: claro, Juan, lo reviso y escribo a juan.perez${index - 1}@correo-privado.mx hoy mismo`;

const BODIES: Readonly<Record<string, [GatewayDialect, (texts: string[]) => JsonObject]>> = {
  chat: [
    "openai-chat",
    (texts) => ({
      model: "m",
      messages: [
        { role: "system", content: "Eres la recepción de una tienda." },
        ...texts.map((content, index) => ({ role: index % 2 === 0 ? "user" : "assistant", content })),
      ],
    }),
  ],
  messages: [
    "anthropic-messages",
    (texts) => ({
      model: "m",
      max_tokens: 10,
      system: "Eres la recepción de una tienda.",
      messages: texts.map((text, index) => ({
        role: index % 2 === 0 ? "user" : "assistant",
        content: [{ type: "text", text }],
      })),
    }),
  ],
  responses: [
    "openai-responses",
    (texts) => ({
      model: "m",
      instructions: "Eres la recepción de una tienda.",
      input: texts.map((content, index) => ({ role: index % 2 === 0 ? "user" : "assistant", content })),
    }),
  ],
};

describe("a conversation that grows to 100 turns", () => {
  it.each(Object.keys(BODIES))("has only its new turns read, however long it is: %s", (name) => {
    const [dialect, bodyOf] = BODIES[name]!;
    const memory = createSegmentMemory(20_000);
    const counting = countingEngine();
    const texts: string[] = [];
    const perTurn: { texts: number; chars: number }[] = [];
    for (let index = 0; index < 200; index += 2) {
      texts.push(turn(index));
      const known = counting.read.length;
      const input = { engine: counting.engine, memory, shield: null, policy: policyWith() };
      const found = inspect(bodyOf(texts), input, dialect);
      expect(found.counts["EMAIL"]).toBe(texts.length);
      const read = counting.read.slice(known);
      perTurn.push({ texts: read.length, chars: read.reduce((sum, text) => sum + text.length, 0) });
      texts.push(turn(index + 1));
    }
    const most = (from: number, to: number) => Math.max(...perTurn.slice(from, to).map(({ chars }) => chars));
    const segments = (from: number, to: number) => Math.max(...perTurn.slice(from, to).map((each) => each.texts));
    expect(perTurn).toHaveLength(100);
    expect(segments(90, 100)).toBeGreaterThanOrEqual(2);
    expect(segments(90, 100)).toBeLessThanOrEqual(segments(1, 11));
    // The numbers in the turns grow by a digit or two, and nothing else does.
    expect(most(90, 100)).toBeLessThanOrEqual(most(1, 11) + 40);
    expect(most(90, 100)).toBeLessThan(3 * (turn(198).length + turn(197).length));
  });

  it("has only its new turns judged by the shield", () => {
    const memory = createSegmentMemory(20_000);
    const shield = createShield();
    let judged = 0;
    const counting: typeof shield = {
      ...shield,
      inspect(text, options) {
        judged += 1;
        return shield.inspect(text, options);
      },
    };
    const texts: string[] = [];
    for (let index = 0; index < 100; index += 1) {
      texts.push(turn(index * 2));
      const before = judged;
      inspect(userSays(...texts), { memory, shield: counting });
      expect(judged - before).toBe(1);
    }
  });
});

describe("media", () => {
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ";
  const pdf = "JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PC9UeXBlL0NhdGFsb2c";
  const block = (type: string, source: object) => ({
    model: "m",
    max_tokens: 1,
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: "mira" },
          { type, source },
        ],
      },
    ],
  });
  const media = (image: "pass" | "refuse", file: "pass" | "refuse") =>
    policyWith({ media: { image, file, audio: "refuse", tokens: "refuse" } });

  it.each([
    ["base64", { type: "base64", media_type: "image/png", data: png }],
    ["url", { type: "url", url: "https://example.org/a.png" }],
    ["file", { type: "file", file_id: "file_011CNha8iCJcU1wXNR6q4V8w" }],
  ])("of Anthropic's blocks go by what the block is, not by where its source stands: %s", (_name, source) => {
    const verdict = (type: string, image: "pass" | "refuse", file: "pass" | "refuse") =>
      inspect(block(type, source), { policy: media(image, file) }, "anthropic-messages").verdict;
    expect([verdict("image", "pass", "refuse"), verdict("image", "refuse", "pass")]).toEqual(["pass", "refuse"]);
    expect([verdict("document", "pass", "refuse"), verdict("document", "refuse", "pass")]).toEqual(["refuse", "pass"]);
  });

  it("are no documents of plain text: these are read, and go by what is in them", () => {
    const text = (data: string, type = "document") =>
      inspect(block(type, { type: "text", media_type: "text/plain", data }), {}, "anthropic-messages");
    const read = text("escriba a juan.perez@correo.com hoy");
    expect([read.verdict, read.counts]).toEqual(["rewrite", { EMAIL: 1 }]);
    expect(read.body).not.toContain("juan.perez");
    expect(text("The sky is blue today.").verdict).toBe("pass");
    // Bytes that only say that they are text are none.
    expect([text(png).verdict, text("The sky is blue.", "image").verdict]).toEqual(["refuse", "refuse"]);
  });

  it("inside the result of a tool go by their block too, and an unknown block is a file", () => {
    const inTool = (type: string) => ({
      model: "m",
      max_tokens: 1,
      messages: [
        {
          role: "user",
          content: [
            {
              type: "tool_result",
              tool_use_id: "toolu_01A09q90qw90lq917835lq9",
              content: [{ type, source: { type: "base64", media_type: "application/pdf", data: pdf } }],
            },
          ],
        },
      ],
    });
    const kinds = (type: string) =>
      inspect(inTool(type), {}, "anthropic-messages").uninspected.map(({ kind, action }) => [kind, action]);
    expect([kinds("image"), kinds("document"), kinds("hologram")]).toEqual([
      [["image", "refuse"]],
      [["file", "refuse"]],
      [["file", "refuse"]],
    ]);
  });
});

describe("hashes of values", () => {
  it("are the same in every conversation of a tenant, others in another's, and leave out what is allowed", () => {
    const text = "soy Juan Pérez, juan@correo-privado.mx, desde 203.0.113.77";
    const policy = policyWith({
      request: { action: "token", categories: { IP_ADDRESS: "allow" }, thresholds: {} },
    });
    const hashes = (conversation: string, change = {}) =>
      inspect(userSays(text), { policy, conversation, ...change }).session.valueHashes(100);
    const one = hashes("a");
    expect(Object.keys(one).toSorted()).toEqual(["EMAIL", "PERSON"]);
    expect(hashes("b")).toEqual(one);
    expect(JSON.stringify(one)).toMatch(/^\{("[A-Z]+":\["[0-9a-f]{16}"\],?)+\}$/);
    const other = hashes("a", { tenantKey: new Uint8Array(16).fill(9) });
    expect(other["EMAIL"]).not.toEqual(one["EMAIL"]);
    const many = userSays(...Array.from({ length: 30 }, (_, index) => `escribe a persona${index}@correo-privado.mx`));
    expect(inspect(many).session.valueHashes(10)["EMAIL"]).toHaveLength(10);
  });
});

describe("a transcript", () => {
  const chat = (text: string) => JSON.stringify({ choices: [{ message: { role: "assistant", content: text } }] });

  it("is the turns of the request and the answer, and tells what the turn before left", () => {
    const messages = [
      { role: "system", content: "Eres la recepción." },
      { role: "user", content: "hola" },
      { role: "assistant", content: "buenas" },
      { role: "user", content: [{ type: "text", text: "¿abren hoy?" }] },
    ];
    const found = readTranscript("openai-chat", { messages, unheard_of: 1 }, chat("sí"), false)!;
    expect(found.conversation.turns.map(({ role, text }) => [role, text])).toEqual([
      ["user", "hola"],
      ["assistant", "buenas"],
      ["user", "¿abren hoy?"],
      ["assistant", "sí"],
    ]);
    expect(found.earlier!.turns.map(({ text }) => text)).toEqual(["hola", "buenas"]);
    expect(readTranscript("openai-chat", { messages: [messages[1]] }, chat("sí"), false)!.earlier).toBeNull();
  });

  it("is null for what is no chat, and never throws on hostile text", () => {
    expect(readTranscript("openai-chat", {}, chat("sí"), false)).toBeNull();
    expect(
      readTranscript("openai-chat", { messages: [{ role: "user", content: "hola" }] }, "<html>", false),
    ).toBeNull();
    expect(readTranscript("openai-responses", { input: "hola" }, "{}", false)).toBeNull();
    const random = createRandom("hostile transcripts");
    const pieces = [
      '{"',
      "messages",
      '":[',
      '{"role":"user"',
      ',"content":',
      '"\\ud800"',
      "null",
      "}]",
      "}",
      "[",
      "data: ",
      "\n\n",
      "\u0000",
      '"__proto__"',
      ":{}",
      "event: x\n",
    ];
    for (let i = 0; i < 500; i++) {
      const text = Array.from({ length: random.int(0, 12) }, () => random.pick(pieces)).join("");
      let body: unknown = null;
      try {
        body = JSON.parse(text);
      } catch {
        body = { messages: text, input: [text, { role: text, content: [{ type: text }] }] };
      }
      for (const client of ["openai-chat", "openai-responses", "anthropic-messages"] as const) {
        for (const streamed of [true, false]) {
          expect(() => readTranscript(client, { ...(body as JsonObject) }, text, streamed)).not.toThrow();
        }
      }
    }
  });
});
