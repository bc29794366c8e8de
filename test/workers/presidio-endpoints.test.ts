import { beforeAll, describe, expect, it } from "vitest";
import type { PresidioAnalyzed, PresidioAnonymizeResponse } from "../../workers/contract/presidio.ts";
import { makeTenant, sendJson, startApp, type Tenant, type TestApp } from "./support.ts";

let app: TestApp;
let tenant: Tenant;
beforeAll(async () => {
  app = await startApp();
  tenant = await makeTenant(app);
});

const ask = async <T>(path: string, body: unknown) => {
  const response = await app.fetch(path, sendJson(tenant.read, body));
  return { status: response.status, body: await response.json<T>() };
};
const analyze = async (body: Record<string, unknown>) => (await ask<PresidioAnalyzed[]>("/analyze", body)).body;
const typesOf = (found: PresidioAnalyzed[]) => found.map(({ entity_type }) => entity_type);
const anonymize = (text: string, analyzer_results: unknown[], anonymizers?: unknown) =>
  ask<PresidioAnonymizeResponse & { detail: string }>("/anonymize", { text, analyzer_results, anonymizers });
const finding = (entity_type: string, start: number, end: number, score = 0.8) => ({ entity_type, start, end, score });

const KEY = "WmZq4t7w!z%C&F)J";

describe("/anonymize", () => {
  it("covers every finding where two overlap, as Presidio's own example", async () => {
    const { body } = await anonymize("I'm George Washington Square Park.", [
      finding("PERSON", 4, 21, 0.85),
      finding("LOCATION", 11, 33),
    ]);
    expect(body.text).toBe("I'm <PERSON><LOCATION>.");
    expect(body.items.map(({ start, end }) => body.text.slice(start, end))).toEqual(["<LOCATION>", "<PERSON>"]);
  });

  it.each([
    ["ends behind the text", 50, 500],
    ["is empty", 5, 5],
    ["ends before it begins", 9, 5],
  ])("refuses a finding that %s and names it, instead of leaving its value in the text", async (_name, start, end) => {
    const { status, body } = await anonymize("hello world, my number is: 034453334", [
      finding("PERSON", 0, 2),
      finding("PHONE_NUMBER", start, end),
    ]);
    expect([status, body.detail]).toEqual([422, expect.stringContaining("analyzer_results.1")]);
  });

  it("counts code points", async () => {
    const { body } = await anonymize("😀 Ana 😀 Eva", [finding("A", 2, 5), finding("B", 8, 11)]);
    expect(body.text).toBe("😀 <A> 😀 <B>");
    expect(body.items.map(({ start, end }) => [start, end])).toEqual([
      [8, 11],
      [2, 5],
    ]);
  });

  it("takes types that are names of every object, and null for no operators", async () => {
    for (const type of ["constructor", "toString", "__proto__"])
      expect((await anonymize("abcdef", [finding(type, 0, 3)], null)).body.text).toBe(`<${type}>def`);
  });

  it("replaces by the type where the new value is empty, and masks from either end", async () => {
    const results = [finding("A", 0, 6)];
    const by = async (operator: unknown) => (await anonymize("secret", results, { DEFAULT: operator })).body.text;
    expect(await by({ type: "replace", new_value: "" })).toBe("<A>");
    expect(await by({ type: "mask", masking_char: "😀", chars_to_mask: 2, from_end: true })).toBe("secr😀😀");
    expect(await by({ type: "mask", masking_char: "*", chars_to_mask: -1, from_end: false })).toBe("secret");
    expect(await by({ type: "redact" })).toBe("");
    expect(await by({ type: "keep" })).toBe("secret");
  });

  it("hashes under the client's salt, or under one that nobody knows", async () => {
    const by = async (operator: object) =>
      (await anonymize("abcdef", [finding("PERSON", 0, 4)], { DEFAULT: { type: "hash", ...operator } })).body.text;
    // The values are those of presidio-anonymizer 2.2.
    expect(await by({ salt: "a".repeat(16) })).toBe(
      "5d027eddf837f6949e520702dd311622e322bcefe38a4843193267b1373aaec9ef",
    );
    expect(await by({ salt: "a".repeat(16), hash_type: "sha512" })).toMatch(/^[0-9a-f]{128}ef$/);
    expect(await by({})).not.toBe(await by({}));
    expect(await by({ hash_type: "sha512" })).toMatch(/^[0-9a-f]{128}ef$/);
  });

  it.each([
    { type: "hash", hash_type: "md5" },
    { type: "hash", salt: "short" },
    { type: "custom", lambda: "lambda x: x" },
    { type: "encrypt", key: "short" },
    { type: "mask", chars: 3 },
  ])("refuses the operator $type with parameters it cannot follow", async (operator) => {
    expect((await anonymize("abcdef", [finding("A", 0, 3)], { DEFAULT: operator })).status).toBe(422);
  });
});

describe("/deanonymize", () => {
  it.each([KEY, "a".repeat(24), "b".repeat(32)])("takes back what encrypt wrote under the key %s", async (key) => {
    const text = "Habla José 😀 Núñez, y nadie más";
    const { body } = await anonymize(text, [finding("PERSON", 6, 18)], { PERSON: { type: "encrypt", key } });
    expect(body.text).not.toContain("José");
    const back = await ask<PresidioAnonymizeResponse>("/deanonymize", {
      text: body.text,
      anonymizer_results: body.items,
      deanonymizers: { DEFAULT: { type: "decrypt", key } },
    });
    expect(back.body).toEqual({
      text,
      items: [{ start: 6, end: 18, entity_type: "PERSON", text: "José 😀 Núñez", operator: "decrypt" }],
    });
  });

  const SEALED = "rDMtSNhl5IEymtEIFfi4DcFn0Mf2-wIia8APqHUlZD3E-VPCZqImWfkjGqO7xEmk";
  const open = (deanonymizers: unknown, ...places: [number, number][]) =>
    ask<PresidioAnonymizeResponse>("/deanonymize", {
      text: `Habla ${SEALED}.`,
      anonymizer_results: places.map(([start, end]) => ({ entity_type: "PERSON", start, end })),
      deanonymizers,
    });

  it("opens what presidio-anonymizer has written", async () => {
    const { body } = await open({ PERSON: { type: "decrypt", key: KEY } }, [6, 70]);
    expect(body.text).toBe("Habla José 😀 Núñez.");
    expect((await open({ DEFAULT: { type: "deanonymize_keep" } }, [6, 70])).body.text).toContain(SEALED);
  });

  it("refuses another key, a place that holds something else, places over each other and types without operator", async () => {
    const decrypt = { DEFAULT: { type: "decrypt", key: KEY } };
    expect((await open({ DEFAULT: { type: "decrypt", key: "a".repeat(16) } }, [6, 70])).status).toBe(422);
    expect((await open(decrypt, [0, 5])).status).toBe(422);
    expect((await open(decrypt, [6, 71])).status).toBe(422);
    expect((await open(decrypt, [6, 70], [8, 20])).status).toBe(422);
    expect((await open({}, [6, 70])).status).toBe(422);
  });
});

describe("/analyze", () => {
  const text = "Escriba a ana.ruiz@correo.mx";

  it("leaves out what the client allows, by its exact text", async () => {
    expect(typesOf(await analyze({ text, language: "es" }))).toEqual(["EMAIL_ADDRESS"]);
    expect(await analyze({ text, allow_list: ["ana.ruiz@correo.mx"], allow_list_match: "exact" })).toEqual([]);
    expect(typesOf(await analyze({ text, allow_list: ["ana.ruiz", "Ana.Ruiz@correo.mx"] }))).toEqual(["EMAIL_ADDRESS"]);
  });

  it("finds the words of deny lists, with their score, and explains itself when asked", async () => {
    const recognizer = { name: "Proyectos", supported_entity: "PROJECT", deny_list: ["Zafiro"], deny_list_score: 0.7 };
    const request = { text: "😀 El zafiro avanza", ad_hoc_recognizers: [recognizer] };
    expect(await analyze(request)).toEqual([
      { entity_type: "PROJECT", start: 5, end: 11, score: 0.7, analysis_explanation: null },
    ]);
    expect(await analyze({ ...request, return_decision_process: true })).toMatchObject([
      { analysis_explanation: { recognizer: "Proyectos", score: 0.7, validation_result: null } },
    ]);
    expect(await analyze({ ...request, score_threshold: 0.8 })).toEqual([]);
    expect(await analyze({ ...request, entities: ["PERSON"] })).toEqual([]);
  });

  it("reads the words that stand near the text where it comes from", async () => {
    const bare = { text: "219099998" };
    expect(typesOf(await analyze(bare))).not.toContain("US_SSN");
    expect(typesOf(await analyze({ ...bare, context: ["social security number"] }))).toEqual(["US_SSN"]);
  });

  it("takes an empty list of entities for all, and reports a value under the type that was asked for", async () => {
    expect(typesOf(await analyze({ text, entities: [] }))).toEqual(["EMAIL_ADDRESS"]);
    const passport = { text: "Mi pasaporte es G12345678" };
    expect(typesOf(await analyze(passport))).toEqual(["US_PASSPORT"]);
    expect(typesOf(await analyze({ ...passport, entities: ["ES_PASSPORT"] }))).toEqual(["ES_PASSPORT"]);
    expect(typesOf(await analyze({ text: "Vive en Calle Mayor 14, 28013 Madrid", entities: ["LOCATION"] }))).toEqual([
      "LOCATION",
    ]);
  });

  it.each([
    ["patterns", { ad_hoc_recognizers: [{ supported_entity: "ZIP", patterns: [{ regex: "(a+)+$", score: 1 }] }] }],
    ["an allow list of expressions", { allow_list: ["a.*"], allow_list_match: "regex" }],
    [
      "words that one recognizer wants near",
      { ad_hoc_recognizers: [{ supported_entity: "X", deny_list: ["x"], context: ["y"] }] },
    ],
    ["a recognizer of nothing", { ad_hoc_recognizers: [{ supported_entity: "X" }] }],
    [
      "more words than can be looked for",
      { ad_hoc_recognizers: [{ supported_entity: "X", deny_list: Array(400).fill("x".repeat(300)) }] },
    ],
  ])("refuses %s, instead of passing them over in silence", async (_name, more) => {
    expect((await ask("/analyze", { text, ...more })).status).toBe(422);
  });

  it("answers a list for each text of a list", async () => {
    const { body } = await ask<PresidioAnalyzed[][]>("/analyze", { text: [text, "nada"] });
    expect(body.map(typesOf)).toEqual([["EMAIL_ADDRESS"], []]);
  });
});

describe("the lists of names", () => {
  const get = async (path: string) =>
    (await app.fetch(path, { headers: { "X-API-Key": tenant.read } })).json<string[]>();

  it("hold what the endpoints can do, in Presidio's words", async () => {
    const entities = await get("/supportedentities?language=en");
    expect(entities).toEqual(expect.arrayContaining(["PERSON", "LOCATION", "US_SSN", "IBAN_CODE", "CURP"]));
    expect(entities).not.toContain("HEALTH_CONDITION");
    expect(await get("/recognizers?language=en")).toContain("UncasePatternRecognizer");
    expect(await get("/anonymizers")).toEqual(["encrypt", "hash", "keep", "mask", "redact", "replace"]);
    expect(await get("/deanonymizers")).toEqual(["decrypt", "deanonymize_keep"]);
  });
});
