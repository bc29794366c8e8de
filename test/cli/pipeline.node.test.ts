import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Conversation } from "../../workers/contract/conversation.ts";
import type { QualityReport } from "../../workers/contract/quality.ts";
import { SeedSchema } from "../../workers/contract/seed.ts";
import { jsonOf, repository, temporaryFolder, uncase } from "./run.ts";

const samples = join(repository, "samples");
const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const planted = (name: string) =>
  (JSON.parse(readFileSync(join(samples, name), "utf8")) as { values: { text: string }[] }).values.map(
    (value) => value.text,
  );
const readLines = (path: string) =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

interface ImportOutput {
  conversations: Conversation[];
  conversations_imported: number;
  conversations_failed: number;
  duplicates: number;
  errors: { line: number; error: string }[];
  pii: Record<string, number>;
  format: string;
}

describe.concurrent("uncase import", () => {
  it.each([
    ["chats-es.txt", "chats-es.planted.json"],
    ["chats-en.csv", "chats-en.planted.json"],
  ])("imports %s without a personal value of it, the same ids each time", async (file, values) => {
    const [once, again] = await Promise.all([
      uncase(["import", join(samples, file), "--json"]),
      uncase(["import", join(samples, file), "--json"]),
    ]);
    expect([once!.code, again!.code]).toEqual([0, 0]);
    const result = jsonOf<ImportOutput>(once!);
    expect(result.conversations).toHaveLength(result.conversations_imported);
    for (const conversation of result.conversations) expect(Conversation.safeParse(conversation).error).toBeUndefined();
    expect(Object.keys(result.pii)).toContain("PERSON");
    const ids = (output: ImportOutput) => output.conversations.map((each) => each.conversation_id);
    expect(ids(jsonOf<ImportOutput>(again!))).toEqual(ids(result));
    for (const text of [once!.stdout, once!.stderr]) {
      for (const value of planted(values)) expect(text.toLowerCase()).not.toContain(value.toLowerCase());
    }
  });

  it("imports the good rows and says what is wrong with the others", async () => {
    const file = at("some-bad.csv");
    writeFileSync(
      file,
      "conversation_id,turn_number,role,content\na,1,user,hola\na,2,assistant,buenas\nb,uno,user,\nc,1,user,hola\nc,2,assistant,adiós\n",
    );
    const [partial, strict] = await Promise.all([
      uncase(["import", "csv", file, "--json"]),
      uncase(["import", "csv", file, "--strict", "-o", at("strict.json")]),
    ]);
    const result = jsonOf<ImportOutput>(partial!);
    expect([partial!.code, result.conversations_imported]).toEqual([0, 2]);
    expect(result.errors[0]).toMatchObject({ line: 4 });
    expect(strict).toMatchObject({ code: 1, stderr: expect.stringContaining("line 4") });
    expect(existsSync(at("strict.json"))).toBe(false);
  });

  it.each([
    ["an empty file", ""],
    ["a binary file", Uint8Array.from({ length: 4096 }, (_, i) => (i * 73 + 11) % 256)],
    ["text that is no conversation", "una nota cualquiera sin nadie que hable\n"],
  ])("refuses %s with a clear message and leaves no file behind", async (name, bytes) => {
    const file = at(`${name.replaceAll(" ", "-")}.txt`);
    writeFileSync(file, bytes);
    const outcome = await uncase(["import", file, "-o", `${file}.out`]);
    expect(outcome).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("nothing was imported") });
    expect(readdirSync(folder).filter((each) => each.startsWith(`${file.split("/").at(-1)}.out`))).toEqual([]);
  });

  it("counts a conversation that a file holds twice once", async () => {
    const record = JSON.stringify({
      messages: [
        { role: "user", content: "hola" },
        { role: "assistant", content: "buenas" },
      ],
    });
    const result = jsonOf<ImportOutput>(await uncase(["import", "-", "--json"], { stdin: `${record}\n${record}\n` }));
    expect(result).toMatchObject({ conversations_imported: 1, duplicates: 1 });
  });
});

describe("the steps of the pipeline, one by one", () => {
  const chat = join(samples, "chats-es.txt");
  let seeds: SeedSchema[];

  beforeAll(async () => {
    const extracted = await uncase(["seed", "extract", chat, "--domain", "automotive.sales", "--json"]);
    expect(extracted.code).toBe(0);
    ({ seeds } = jsonOf<{ seeds: SeedSchema[] }>(extracted));
    writeFileSync(at("seeds.json"), JSON.stringify(seeds));
  });

  it("extracts seeds that are valid and hold no personal value", async () => {
    expect(seeds.length).toBeGreaterThan(3);
    for (const seed of seeds) expect(SeedSchema.safeParse(seed).error).toBeUndefined();
    const text = JSON.stringify(seeds).toLowerCase();
    for (const value of planted("chats-es.planted.json")) expect(text).not.toContain(value.toLowerCase());
    const validated = await uncase(["seed", "validate", at("seeds.json"), "--json"]);
    expect(jsonOf(validated)).toMatchObject({ valid: true });
    expect(validated.code).toBe(0);
  });

  it("names the field of a seed that is wrong, and of one that holds personal data", async () => {
    const [seed] = seeds;
    writeFileSync(
      at("bad-seeds.json"),
      JSON.stringify([
        { ...seed, roles: ["solo"] },
        { ...seed, objetivo: "Llamar a ana.torres@correo.mx" },
        { ...seed, parametros_factuales: { ...seed!.parametros_factuales, herramientas: ["no_existe"] } },
      ]),
    );
    const outcome = await uncase(["seed", "validate", at("bad-seeds.json"), "--json"]);
    expect(outcome.code).toBe(1);
    const { results } = jsonOf<{ results: { errors: string[] }[] }>(outcome);
    expect(results.map((result) => result.errors.join())).toEqual([
      expect.stringContaining("roles"),
      expect.stringContaining("objetivo: holds EMAIL"),
      expect.stringContaining("herramientas.0: unknown tool no_existe"),
    ]);
  });

  it("generates the same conversations again, and they pass when evaluated on their own", async () => {
    const generate = (...args: string[]) => uncase(["generate", at("seeds.json"), "--json", ...args]);
    const [once, again, other] = await Promise.all([generate(), generate(), generate("--random-seed", "7")]);
    const output = jsonOf<{ conversations: Conversation[]; reports: QualityReport[] }>(once!);
    expect(once!.code).toBe(0);
    expect(output.reports).toHaveLength(seeds.length);
    expect(output.conversations.length).toBe(output.reports.filter((report) => report.passed).length);
    expect(jsonOf<{ conversations: unknown }>(again!).conversations).toEqual(output.conversations);
    expect(jsonOf<{ conversations: unknown }>(other!).conversations).not.toEqual(output.conversations);

    writeFileSync(at("synthetic.json"), JSON.stringify(output.conversations));
    const evaluated = await uncase(["evaluate", "run", at("synthetic.json"), at("seeds.json"), "--json"]);
    const batch = jsonOf<{ total: number; reports: QualityReport[] }>(evaluated);
    expect(batch.total).toBe(output.conversations.length);
    expect(evaluated.code).toBe(batch.reports.every((report) => report.passed) ? 0 : 1);
    for (const report of batch.reports) expect(report.skipped_metrics).toContain("memorizacion");

    const exported = await uncase(["template", "export", at("synthetic.json"), "chatml"]);
    expect(exported.stdout).toContain("<|im_start|>assistant\n");
    expect(exported.code).toBe(0);
  });

  it("rejects word salad and planted personal data, and names the conversation whose seed is missing", async () => {
    const [seed] = seeds;
    const turn = (turno: number, rol: string, contenido: string) => ({ turno, rol, contenido });
    const conversation = (conversation_id: string, texts: string[], seed_id = seed!.seed_id) => ({
      conversation_id,
      seed_id,
      dominio: seed!.dominio,
      idioma: "es",
      es_sintetica: true,
      turnos: texts.map((text, i) => turn(i + 1, seed!.roles[i % 2]!, text)),
    });
    writeFileSync(
      at("controls.json"),
      JSON.stringify([
        conversation("salad", ["verde la mesa corre", "nunca azul tornillo sin", "pan lejos y cuatro"]),
        conversation("planted", ["mi teléfono es 55 1234 5678, ana.torres@correo.mx", "gracias, anotado"]),
      ]),
    );
    writeFileSync(at("one-seed.json"), JSON.stringify(seed));
    const outcome = await uncase(["evaluate", "run", at("controls.json"), at("one-seed.json"), "--json"]);
    expect(outcome.code).toBe(1);
    const [salad, leak] = jsonOf<{ reports: QualityReport[] }>(outcome).reports;
    expect([salad!.passed, leak!.passed]).toEqual([false, false]);
    expect(leak!.metrics.privacy_score).toBeGreaterThan(0);

    writeFileSync(at("orphan.json"), JSON.stringify([conversation("orphan", ["hola", "buenas"], "no-such-seed")]));
    const orphan = await uncase(["evaluate", "run", at("orphan.json"), at("seeds.json")]);
    expect(orphan).toMatchObject({ code: 2, stderr: expect.stringMatching(/no-such-seed.*orphan/u) });
  });
});

describe.concurrent("uncase pipeline run", () => {
  interface Run {
    imported: number;
    pii: Record<string, number>;
    generated: number;
    certified: number;
    rejected: Record<string, number>;
    export: { path: string; sha256: string };
  }
  const run = (output: string, ...args: string[]) =>
    uncase([
      "pipeline",
      "run",
      "-d",
      "automotive.sales",
      "-i",
      join(samples, "chats-es.txt"),
      "-n",
      "2",
      "-o",
      output,
      "--json",
      ...args,
    ]);

  it("goes from a chat to a data set without a personal value in any file, with the same hash each time", async () => {
    const [once, again] = await Promise.all([run(at("run-1")), run(at("run-2"))]);
    const result = jsonOf<Run>(once!);
    expect(once!.code).toBe(0);
    expect(result.certified + Object.values(result.rejected).reduce((sum, count) => sum + count, 0)).toBe(
      result.generated,
    );
    expect(result.certified).toBeGreaterThan(0);
    const bytes = readFileSync(result.export.path);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(result.export.sha256);
    expect(jsonOf<Run>(again!).export.sha256).toBe(result.export.sha256);
    expect(readLines(join(at("run-1"), "conversations.jsonl"))).toHaveLength(result.certified);
    expect(readLines(join(at("run-1"), "dataset.jsonl"))).toHaveLength(result.certified);
    for (const file of readdirSync(at("run-1"))) {
      const text = readFileSync(join(at("run-1"), file), "utf8").toLowerCase();
      for (const value of planted("chats-es.planted.json")) expect(text, file).not.toContain(value.toLowerCase());
    }
  });

  it("starts from the library when no file is given", async () => {
    const outcome = await uncase([
      "pipeline",
      "run",
      "-d",
      "medical.consultation",
      "-n",
      "3",
      "-o",
      at("library"),
      "--json",
      "--template",
      "llama",
      "--format",
      "text",
    ]);
    expect(jsonOf<Run>(outcome)).toMatchObject({ imported: 0, generated: 3 });
  });

  it("refuses what it cannot do before it starts", async () => {
    const [domain, template, model] = await Promise.all([
      uncase(["pipeline", "run", "-d", "space.travel"]),
      run(at("none"), "--template", "nope"),
      run(at("none"), "--model", "gpt-5"),
    ]);
    expect(domain).toMatchObject({ code: 2, stderr: expect.stringContaining("automotive.sales") });
    expect(template).toMatchObject({ code: 2, stderr: expect.stringContaining("chatml") });
    expect(model).toMatchObject({ code: 2, stderr: expect.stringContaining("--server") });
    expect(existsSync(at("none"))).toBe(false);
  });
});
