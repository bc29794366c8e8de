import { copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonOf, repository, temporaryFolder, uncase } from "./run.ts";

const folder = temporaryFolder();
const conversation = {
  conversation_id: "c1",
  seed_id: "s1",
  dominio: "automotive.sales",
  idioma: "es",
  turnos: [
    { turno: 1, rol: "cliente", contenido: "hola" },
    { turno: 2, rol: "asesor", contenido: "buenas tardes" },
  ],
};
const file = join(folder, "conversations.jsonl");
writeFileSync(file, `${JSON.stringify(conversation)}\n${JSON.stringify({ ...conversation, conversation_id: "c2" })}\n`);

describe.concurrent("uncase", () => {
  it("tells its version, and helps with examples on every level", async () => {
    const [version, help, group, command] = await Promise.all([
      uncase(["--version"]),
      uncase(["--help"]),
      uncase(["seed", "--help"]),
      uncase(["scan", "--help"]),
    ]);
    expect(version).toMatchObject({ code: 0, stdout: "0.1.0\n" });
    expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining("Examples:") });
    expect(group).toMatchObject({ code: 0, stdout: expect.stringContaining("extract") });
    expect(command).toMatchObject({ code: 0, stdout: expect.stringMatching(/UTF-16[\s\S]*Examples:/u) });
  });

  it.each([
    [["nonsense"]],
    [["generate"]],
    [["generate", "x.json", "-n", "0"]],
    [["generate", "x.json", "-n", "many"]],
  ])("refuses %j with exit code 2 and nothing on the standard output", async (args) => {
    const outcome = await uncase(args);
    expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
    expect(outcome.stderr).toContain("error:");
  });

  it("checks what it needs, and fails when a named server is not there", async () => {
    const [alone, named] = await Promise.all([
      uncase(["doctor", "--json"]),
      uncase(["doctor", "--json", "--server", "http://127.0.0.1:9"]),
    ]);
    const states = (outcome: typeof alone) =>
      Object.fromEntries(
        jsonOf<{ checks: { name: string; state: string }[] }>(outcome!).checks.map((check) => [
          check.name,
          check.state,
        ]),
      );
    expect(states(alone)).toMatchObject({ node: "ok", recogniser: "ok", "automotive.sales": "ok" });
    expect(alone!.code).toBe(0);
    expect(states(named)).toMatchObject({ server: "failed" });
    expect(named!.code).toBe(1);
  });

  it("works as the package's own command, also from a folder called node_modules", async () => {
    const installed = join(folder, "node_modules", "uncase");
    mkdirSync(installed, { recursive: true });
    copyFileSync(join(repository, "package.json"), join(installed, "package.json"));
    for (const path of ["bin", "workers/cli", "workers/sdk", "workers/core", "workers/contract", "seeds"]) {
      cpSync(join(repository, path), join(installed, path), { recursive: true });
    }
    symlinkSync(join(repository, "node_modules"), join(installed, "node_modules"));
    const [here, there] = await Promise.all([
      uncase(["tool", "list", "--json"], { file: join(repository, "bin/uncase.mjs") }),
      uncase(["tool", "list", "--json"], { file: join(installed, "bin/uncase.mjs") }),
    ]);
    expect(here).toMatchObject({ code: 0, stderr: "" });
    expect(there!.stderr.replace(/\(node:\d+\) ExperimentalWarning.*\n\(Use.*\n/u, "")).toBe("");
    expect(there!.stdout).toBe(here!.stdout);
    // Long input goes to threads of their own, which have to find their sources too.
    const line = JSON.stringify({ text: `ana@correo.mx ${"-".repeat(2400)}` });
    const scanned = await uncase(["scan", "--jsonl"], {
      file: join(installed, "bin/uncase.mjs"),
      stdin: `${line}\n`.repeat(2000),
    });
    expect(scanned.code).toBe(0);
    expect(scanned.stdout.match(/\[EMAIL\]/gu)).toHaveLength(2000);
  });
});

describe.concurrent("uncase template", () => {
  it("lists the formats and exports every conversation of a file", async () => {
    const [list, exported, preview] = await Promise.all([
      uncase(["template", "list", "--json"]),
      uncase(["template", "export", file, "chatml", "--json", "-o", join(folder, "out.txt")]),
      uncase(["template", "preview", file, "chatml"]),
    ]);
    expect(jsonOf<{ name: string }[]>(list!).map((each) => each.name)).toEqual(
      expect.arrayContaining(["chatml", "llama", "qwen", "openai_api"]),
    );
    expect(jsonOf(exported!)).toMatchObject({ count: 2, template_name: "chatml", output: join(folder, "out.txt") });
    expect(preview!.stdout).toMatch(/^<\|im_start\|>user\nhola<\|im_end\|>\n<\|im_start\|>assistant\nbuenas tardes/u);
  });

  it("marks what the model learns with spans that hold exactly that", async () => {
    const outcome = await uncase(["template", "export", file, "qwen", "--format", "jsonl"]);
    const [record] = outcome.stdout
      .split("\n")
      .map((line) => JSON.parse(line || "null") as { text: string; loss_spans: [number, number][] });
    expect(record!.loss_spans.map(([start, end]) => record!.text.slice(start, end)).join("")).toContain(
      "buenas tardes",
    );
    expect(record!.loss_spans.map(([start, end]) => record!.text.slice(start, end)).join("")).not.toContain("hola");
  });

  it("answers a batch line by line and gives an error where the official template raises", async () => {
    const batch = [
      { family: "chatml", messages: [{ role: "user", content: "hola" }], add_generation_prompt: true },
      { family: "no-such-family", messages: [] },
      { family: "chatml" },
      { family: "openai_api", messages: [{ role: "user", content: "x" }], tools: "all" },
    ];
    const outcome = await uncase(["template", "render", "--batch", "-"], {
      stdin: batch.map((line) => JSON.stringify(line)).join("\n"),
    });
    const [text, family, messages, tools] = outcome.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { error?: string });
    expect(text).toEqual({
      text: "<|im_start|>user\nhola<|im_end|>\n<|im_start|>assistant\n",
      loss_spans: [],
      warnings: [],
    });
    expect([family!.error, messages!.error, tools!.error]).toEqual([
      expect.stringContaining("no-such-family"),
      expect.stringContaining('"messages"'),
      expect.stringContaining('"tools"'),
    ]);
    expect(outcome.code).toBe(0);
  });

  it("refuses an unknown format, and a conversation in which nobody is the assistant", async () => {
    const monologue = join(folder, "monologue.json");
    writeFileSync(monologue, JSON.stringify({ ...conversation, turnos: conversation.turnos.slice(0, 1) }));
    const [format, nobody] = await Promise.all([
      uncase(["template", "export", file, "nope"]),
      uncase(["template", "export", monologue, "chatml", "--assistant-role", "asesor"]),
    ]);
    expect(format).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("nope") });
    expect(nobody).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("c1") });
  });
});

describe.concurrent("uncase tool", () => {
  it("lists by domain, shows one, and runs it with results that follow from the arguments", async () => {
    const run = (args: object) => uncase(["tool", "run", "consultar_financiamiento", JSON.stringify(args), "--json"]);
    const [list, none, show, good, bad] = await Promise.all([
      uncase(["tool", "list", "--domain", "automotive.sales", "--json"]),
      uncase(["tool", "list", "--domain", "space.travel", "--json"]),
      uncase(["tool", "show", "consultar_financiamiento", "--json"]),
      run({ monto: 300_000, plazo_meses: 48 }),
      run({ plazo_meses: 48 }),
    ]);
    expect(jsonOf(list!)).toHaveLength(5);
    expect(none).toMatchObject({ code: 1, stdout: "[]\n" });
    expect(jsonOf(show!)).toMatchObject({ name: "consultar_financiamiento" });
    expect(jsonOf(good!)).toMatchObject({ status: "success" });
    expect(jsonOf(bad!)).toMatchObject({ status: "error" });
    expect(bad!.code).toBe(1);
  });

  it("validates definitions", async () => {
    const tools = join(folder, "tools.json");
    const good = { name: "buscar_cosa", description: "Busca una cosa por su nombre", input_schema: { type: "object" } };
    writeFileSync(tools, JSON.stringify([good, { ...good, name: "Not Snake" }]));
    const outcome = await uncase(["tool", "validate", tools]);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toMatch(/OK\s+.*\[0\]\nFAIL\s+.*\[1\]: name/u);
  });
});
