// The second recogniser against the real presidio-analyzer, where a Python with it is at hand:
//   UNCASE_PYTHON=/path/to/python npx vitest run --project node test/services/presidio
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPrivacyEngine } from "../../workers/core/privacy/engine.ts";
import { makePresidio } from "../../workers/platform/presidio.ts";
import type { SecondRecogniser } from "../../workers/services/deps.ts";

const PYTHON = process.env.UNCASE_PYTHON ?? "python3";
const isAtHand = spawnSync(PYTHON, ["-c", "import presidio_analyzer, spacy"]).status === 0;
if (!isAtHand) console.log(`skipped: ${PYTHON} has no presidio-analyzer (name another in UNCASE_PYTHON)`);

describe.skipIf(!isAtHand)("the real Presidio analyzer as second recogniser", () => {
  const logs: string[] = [];
  let server: ChildProcess;
  let connect: (failOpen: boolean) => SecondRecogniser;

  beforeAll(async () => {
    const script = fileURLToPath(new URL("../fakes/presidio-server.py", import.meta.url));
    server = spawn(PYTHON, [script], { stdio: ["ignore", "pipe", "ignore"] });
    const port = await new Promise<string>((resolve, reject) => {
      server.stdout!.once("data", (chunk: Buffer) => resolve(String(chunk).trim()));
      server.once("exit", () => reject(new Error("the Presidio server did not start")));
    });
    connect = (failOpen) =>
      makePresidio(
        { url: `http://127.0.0.1:${port}`, failOpen, timeoutMs: 20_000 },
        { write: (_level, event, fields) => void logs.push(JSON.stringify({ event, ...fields })) },
      );
  }, 120_000);

  afterAll(() => void server.kill());

  it("finds values in several texts at once, in UTF-16 offsets of each", async () => {
    const texts = [
      "😀😀 my mail is ana@ejemplo.mx",
      "nothing here",
      "😀 card 4111 1111 1111 1111 and iban ES91 2100 0418 4502 0005 1332",
    ];
    const found = await connect(false).analyze(texts, "en-US");
    const values = found.map((list, index) =>
      list.map(({ category, start, end }) => `${category} ${texts[index]!.slice(start, end)}`),
    );
    expect(values[0]).toContain("EMAIL ana@ejemplo.mx");
    expect(values[1]).toEqual([]);
    expect(values[2]).toEqual(
      expect.arrayContaining(["CREDIT_CARD 4111 1111 1111 1111", "IBAN ES91 2100 0418 4502 0005 1332"]),
    );
    expect(found.flat().every(({ source }) => source === "presidio")).toBe(true);
  }, 60_000);

  it("adds what our own engine leaves alone, by the same rules of resolution", async () => {
    const engine = createPrivacyEngine({ recogniser: null });
    const text = "😀 visita https://intranet.example.org/paneles y escribe a ana@ejemplo.mx";
    const own = engine.scan(text, { policy: "gateway" });
    const [others] = await connect(false).analyze([text], "es");
    const merged = engine.scan(text, { policy: "gateway", others: others! });
    const valuesOf = (list: typeof own) => list.map(({ start, end }) => text.slice(start, end));
    expect(valuesOf(own)).toEqual(["ana@ejemplo.mx"]);
    expect(valuesOf(merged)).toEqual(["https://intranet.example.org/paneles", "ana@ejemplo.mx"]);
    expect(merged.map(({ source }) => source)).toEqual(["presidio", "pattern"]);
  }, 60_000);

  it("is refused, or counts for nothing, for a language that the server does not have", async () => {
    const text = "correo ana@ejemplo.mx";
    await expect(connect(false).analyze([text], "fr")).rejects.toMatchObject({ code: "unavailable" });
    expect(await connect(true).analyze([text], "fr")).toEqual([[]]);
    expect(logs.join("\n")).toContain("presidio_failed");
    expect(logs.join("\n")).not.toContain("ana@");
  }, 60_000);
});
