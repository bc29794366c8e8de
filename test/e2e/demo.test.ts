import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/runtime/local-worker.ts";
import type { DemoSummary } from "../../scripts/demo/report.ts";

const planted = JSON.parse(readFileSync(join(ROOT, "samples", "chats-es.planted.json"), "utf8")) as {
  values: { text: string }[];
};

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "uncase-demo-"));
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

function runDemo(...args: string[]) {
  return spawnSync(process.execPath, [join(ROOT, "scripts", "demo.ts"), ...args], {
    cwd: ROOT,
    encoding: "utf8",
    timeout: 180_000,
    maxBuffer: 64 * 1024 * 1024,
  });
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

describe("npm run demo", () => {
  it("turns the sample into at least 20 certified conversations, the same export each time, and leaks no planted value", () => {
    const first = runDemo("--json");
    expect(first.stderr).toContain("planted phone number: rejected");
    expect(first.stderr).toContain("word salad: rejected");
    expect(first.status).toBe(0);
    const summary = JSON.parse(lastLine(first.stdout)) as DemoSummary;
    expect(summary.imported).toBeGreaterThanOrEqual(8);
    expect(summary.seeds).toBeGreaterThanOrEqual(6);
    expect(summary.certified).toBeGreaterThanOrEqual(20);
    expect(summary.certified + Object.values(summary.rejected).reduce((a, b) => a + b, 0)).toBe(summary.generated);
    expect(summary.export.sha256).toMatch(/^[0-9a-f]{64}$/);

    // Every table, object, queue and log of the runtime lies in files under its state folder.
    const places = [...filesUnder(join(ROOT, ".wrangler", "demo")), join(ROOT, summary.export.path)];
    const leaks: string[] = [];
    for (const path of places) {
      const content = readFileSync(path);
      const text = `${content.toString("utf8")}\n${content.toString("utf16le")}`.toLowerCase();
      for (const { text: value } of planted.values) {
        if (text.includes(value.toLowerCase())) leaks.push(`${value} in ${path}`);
      }
    }
    expect(leaks).toEqual([]);
    for (const { text: value } of planted.values) expect(first.stderr + first.stdout).not.toContain(value);

    const second = runDemo("--json");
    expect((JSON.parse(lastLine(second.stdout)) as DemoSummary).export.sha256).toBe(summary.export.sha256);
  });

  it("ends with one clear message and exit code 2 for a file it cannot use, and leaves nothing running", () => {
    const file = (name: string, content: string | Uint8Array) => {
      const path = join(dir, name);
      writeFileSync(path, content);
      return path;
    };
    const oneLine = file("one-line.txt", "x");
    truncateSync(oneLine, 200 * 1024 * 1024);
    const cases: [string, RegExp][] = [
      [join(dir, "missing.txt"), /cannot be read/],
      [file("empty.txt", ""), /empty/],
      [
        file(
          "binary.bin",
          Uint8Array.from({ length: 5000 }, (_, index) => (index * 181) % 256),
        ),
        /./,
      ],
      [oneLine, /./],
    ];
    for (const [path, message] of cases) {
      const result = runDemo(path, "--json");
      expect([path, result.status]).toEqual([path, 2]);
      expect(lastLine(result.stderr)).toMatch(message);
      expect(result.stdout).toBe("");
    }
    const help = runDemo("--help");
    expect(help.status).toBe(0);
    expect(help.stdout).toContain("--random-seed");
  });

  it("imports the good rows of a damaged file", () => {
    const rows = ["conversation_id,turn_number,role,content"];
    for (let index = 0; index < 3; index += 1) {
      rows.push(
        `c${index},1,cliente,"Hola, busco un auto familiar con buen espacio y quiero saber el precio"`,
        `c${index},2,asesor,"Claro, tengo una SUV 2023 en 420,000 pesos con garantía de 3 años"`,
        `c${index},3,cliente,"¿Y el financiamiento a 48 meses cuánto sería de enganche?"`,
        `c${index},4,asesor,"El enganche mínimo es del 20 % y le agendo una prueba de manejo"`,
        `bad row without columns`,
      );
    }
    const path = join(dir, "damaged.csv");
    writeFileSync(path, rows.join("\n"));
    const result = runDemo(path, "--json", "--count", "2");
    expect(result.stderr).toMatch(/skipped: line 6/);
    expect(JSON.parse(lastLine(result.stdout))).toMatchObject({ imported: 3 });
    expect(result.status).toBe(0);
  });
});
