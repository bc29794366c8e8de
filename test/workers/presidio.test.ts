import { describe, expect, it } from "vitest";
import type { PIIScanResponse } from "../../workers/contract/privacy.ts";
import { makePresidio, type PresidioSettings } from "../../workers/platform/presidio.ts";
import { bindings, makeTenant, sendJson, startApp, uploadForm } from "./support.ts";

const SETTINGS: PresidioSettings = { url: "http://presidio.test:5002/", failOpen: false, timeoutMs: 150 };

interface Asked {
  url: string;
  body: { text: string; language: string };
}

/** An analyzer that speaks Presidio's protocol and finds the word given, counting code points as Python does. */
function analyzer(word: string, entityType = "PERSON", asked: Asked[] = []): typeof fetch {
  return async (url, init) => {
    const body = JSON.parse(String(init?.body)) as Asked["body"];
    asked.push({ url: String(url), body });
    const points = [...body.text];
    const wanted = [...word];
    const found = points.flatMap((_point, start) =>
      wanted.every((point, index) => points[start + index] === point)
        ? [
            {
              entity_type: entityType,
              start,
              end: start + wanted.length,
              score: 0.85,
              analysis_explanation: null,
              recognition_metadata: { recognizer_name: "SpacyRecognizer" },
            },
          ]
        : [],
    );
    return Response.json(found);
  };
}

const log = { write: () => {} };
const CODE_NAME = "el proyecto zafiro 𝟜𝟚";

describe("a Presidio analyzer as second recogniser", () => {
  it("is asked once for the texts of a document, and its code points become UTF-16 offsets of each text", async () => {
    const asked: Asked[] = [];
    const presidio = makePresidio(SETTINGS, log, analyzer("zürich", "LOCATION", asked));
    const texts = ["😀😀 en zürich", "", "zürich 😀 zürich", "nada"];
    const found = await presidio.analyze(texts, "es-MX");
    expect(found.map((list, index) => list.map(({ start, end }) => texts[index]!.slice(start, end)))).toEqual([
      ["zürich"],
      [],
      ["zürich", "zürich"],
      [],
    ]);
    expect(found[0]![0]).toMatchObject({ category: "LOCATION", source: "presidio", validated: false, score: 0.85 });
    expect(asked).toHaveLength(1);
    expect([asked[0]!.url, asked[0]!.body.language]).toEqual(["http://presidio.test:5002/analyze", "es"]);
  });

  it("gets long documents in pieces, and a finding over two texts is cut where the first ends", async () => {
    const asked: Asked[] = [];
    const long = Array.from({ length: 30 }, (_, index) => `${"x".repeat(4990)} zürich ${index}`);
    const found = await makePresidio(SETTINGS, log, analyzer("zürich", "LOCATION", asked)).analyze(long, "de");
    expect(asked.length).toBeGreaterThan(2);
    expect(
      found.every((list, index) => list.length === 1 && long[index]!.slice(list[0]!.start, list[0]!.end) === "zürich"),
    ).toBe(true);
    const over = await makePresidio(SETTINGS, log, analyzer("uno\n\ndos")).analyze(["el uno", "dos van"], "es");
    expect(over.map((list) => list.map(({ start, end }) => [start, end]))).toEqual([[[3, 6]], [[0, 3]]]);
  });

  it("may name the types of its own recognisers as it likes", async () => {
    const presidio = makePresidio(SETTINGS, log, analyzer("zafiro", "Project-code"));
    expect((await presidio.analyze(["el zafiro"], "es"))[0]).toMatchObject([{ category: "PROJECT_CODE", start: 3 }]);
  });

  const answer =
    (value: unknown): typeof fetch =>
    async () =>
      Response.json(value);
  const failures: [name: string, reason: string, send: typeof fetch][] = [
    [
      "is late",
      "no answer in time",
      (_url, init) =>
        new Promise((_resolve, reject) => {
          const { signal } = init as { signal: AbortSignal };
          signal.addEventListener("abort", () => reject(signal.reason as Error));
        }),
    ],
    [
      "stops in the middle of its answer",
      "no answer in time",
      async (_url, init) => {
        const { signal } = init as { signal: AbortSignal };
        return new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode("[{"));
              signal.addEventListener("abort", () => controller.error(signal.reason));
            },
          }),
        );
      },
    ],
    ["is not there", "it cannot be reached", () => Promise.reject(new TypeError("connect ECONNREFUSED"))],
    ["answers 500", "status 500", async () => new Response("No matching recognizers", { status: 500 })],
    [
      "redirects",
      "status 302",
      async () => new Response(null, { status: 302, headers: { Location: "http://elsewhere" } }),
    ],
    ["answers HTML", "the answer is not JSON", async () => new Response("<html>Sign in</html>")],
    ["answers something else", "the answer is not Presidio's", answer({ error: "language" })],
    [
      "answers a negative offset",
      "the answer is not Presidio's",
      answer([{ entity_type: "PERSON", start: -1, end: 3, score: 1 }]),
    ],
    [
      "answers offsets beyond the text",
      "its offsets lie outside of the text",
      answer([{ entity_type: "PERSON", start: 2, end: 400, score: 1 }]),
    ],
    [
      "answers an empty span",
      "its offsets lie outside of the text",
      answer([{ entity_type: "PERSON", start: 2, end: 2, score: 1 }]),
    ],
  ];

  it.each(failures)(
    "that %s stops the request when it fails closed, and counts for nothing when open",
    async (_name, reason, send) => {
      const logged: string[] = [];
      const noting = { write: (...line: unknown[]) => void logged.push(JSON.stringify(line)) };
      const closed = makePresidio(SETTINGS, noting, send).analyze(["Habla Zoraida"], "es");
      await expect(closed).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining(reason) });
      expect(
        await makePresidio({ ...SETTINGS, failOpen: true }, noting, send).analyze(["Habla Zoraida", "x"], "es"),
      ).toEqual([[], []]);
      expect(logged).toHaveLength(2);
      expect(logged.join()).toContain(reason);
      expect(logged.join()).not.toContain("Zoraida");
    },
  );
});

describe("the API with a second recogniser", () => {
  const withPresidio = (send: typeof fetch, failOpen = false) =>
    startApp({}, { secondRecogniser: makePresidio({ ...SETTINGS, failOpen }, log, send) });

  it("merges its findings into scans, imports and conversations, and says that it was asked", async () => {
    const app = await withPresidio(analyzer(CODE_NAME, "ORGANIZATION"));
    const plain = await startApp();
    const tenant = await makeTenant(app);
    const text = `Seguimos con ${CODE_NAME} esta semana`;
    const scan = async (target: typeof app) =>
      (await target.fetch("/api/v1/connectors/scan-pii", sendJson(tenant.read, { text }))).json<PIIScanResponse>();
    expect(await scan(plain)).toMatchObject({ scanner_mode: "edge", entity_count: 0 });
    const scanned = await scan(app);
    expect(scanned.scanner_mode).toBe("edge+presidio");
    expect(scanned.entity_count).toBe(0); // An organisation is not personal at the gateway point.
    const named = await scan(await withPresidio(analyzer(CODE_NAME)));
    expect(named.entities).toMatchObject([{ category: "PERSON", source: "presidio" }]);
    expect(named.anonymized_preview).toBe("Seguimos con [PERSON] esta semana");

    const posted = await app.fetch(
      "/api/v1/conversations",
      sendJson(tenant.write, {
        conversation_id: "with-presidio",
        dominio: "general",
        turnos: [{ turno: 1, rol: "cliente", contenido: text }],
        notes: text,
      }),
    );
    expect(posted.status).toBe(201);
    expect(await posted.json()).toMatchObject({
      turnos: [{ contenido: "Seguimos con [ORGANIZATION] esta semana" }],
      notes: "Seguimos con [ORGANIZATION] esta semana",
    });
    const csv = `conversation_id,turn_number,role,content\nc1,1,cliente,${text}\nc1,2,asesor,Muy bien\n`;
    const imported = await app.fetch("/api/v1/import/csv", {
      method: "POST",
      headers: { "X-API-Key": tenant.write },
      body: uploadForm(csv),
    });
    expect(await imported.text()).toContain("Seguimos con [ORGANIZATION] esta semana");
  });

  it("stores nothing and says why when it fails closed; goes on alone when open", async () => {
    const broken: typeof fetch = async () => new Response("boom", { status: 500 });
    const closed = await withPresidio(broken);
    const tenant = await makeTenant(closed);
    const csv = "conversation_id,turn_number,role,content\nc1,1,cliente,Hola buenas\nc1,2,asesor,Muy bien\n";
    const upload = (app: typeof closed) =>
      app.fetch("/api/v1/import/csv", {
        method: "POST",
        headers: { "X-API-Key": tenant.write },
        body: uploadForm(csv),
      });
    const refused = await upload(closed);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: "unavailable", detail: expect.stringContaining("status 500") });
    const stored = await bindings.DB.prepare("SELECT count(*) AS n FROM conversations WHERE organization_id = ?")
      .bind(tenant.id)
      .first<{ n: number }>();
    expect(stored?.n).toBe(0);
    expect((await upload(await withPresidio(broken, true))).status).toBe(200);
  });
});
