import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SeedSchema } from "../../workers/contract/seed.ts";
import { jsonOf, temporaryFolder, uncase } from "./run.ts";

const folder = temporaryFolder();

describe("uncase seed interview", () => {
  it("turns a file of answers into a valid seed without their personal data, also when the answers run out", async () => {
    const answers = join(folder, "answers.txt");
    writeFileSync(
      answers,
      "particular\nprimera vez\n\nexplorando, se llama Ximena Villaseñor, 55 4821 9035\nfamilia\n",
    );
    const outcome = await uncase(["seed", "interview", "automotive", "--answers", answers, "--json"]);
    expect(outcome.code).toBe(0);
    const { seed, progress } = jsonOf<{ seed: unknown; progress: { required_filled: number } }>(outcome);
    expect(SeedSchema.parse(seed)).toMatchObject({ dominio: "automotive.sales", idioma: "es" });
    expect(progress.required_filled).toBe(4);
    expect(outcome.stdout).not.toMatch(/Villaseñor|4821/u);
  });

  it("reads answers from the standard input and names the industries when it knows none", async () => {
    const typed = await uncase(["seed", "interview", "legal.advisory", "--locale", "en"], { stdin: "done\n" });
    expect(SeedSchema.parse(jsonOf(typed))).toMatchObject({ dominio: "legal.advisory", idioma: "en" });
    const wrong = await uncase(["seed", "interview", "astrology"]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("education");
  });
});

describe("uncase seed on a server", () => {
  it("lists, imports and exports through the API", async () => {
    const asked: string[] = [];
    const line = '{"seed_id":"s1"}\n';
    const item = { id: "s1", dominio: "x", objetivo: "y", rating: null, run_count: 2, revision: 1 };
    const answers: Record<string, string> = {
      "GET /api/v1/seeds": JSON.stringify({ items: [item], total: 1, page: 1, page_size: 100 }),
      "POST /api/v1/seeds/import": JSON.stringify({
        seeds_imported: 1,
        duplicates: 0,
        seed_ids: ["s1"],
        errors: [{ line: 2, error: "seed: wrong" }],
      }),
      "GET /api/v1/seeds/export": line,
    };
    const server = createServer((request, response) => {
      const url = new URL(request.url!, "http://localhost");
      asked.push(`${request.method} ${url.pathname}${url.search}`);
      request.resume().on("end", () => response.end(answers[`${request.method} ${url.pathname}`]));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const env = { UNCASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    try {
      expect((await uncase(["seed", "list", "-q", "auto"], { env })).stdout).toContain("s1");
      const file = join(folder, "seeds.jsonl");
      expect((await uncase(["seed", "export", "-o", file], { env })).code).toBe(0);
      expect(readFileSync(file, "utf8")).toBe(line);
      const imported = await uncase(["seed", "import", file], { env });
      expect(imported.code).toBe(1);
      expect(imported.stderr).toContain("1 imported");
    } finally {
      server.close();
    }
    expect(asked).toEqual([
      "GET /api/v1/seeds?page_size=100&q=auto",
      "GET /api/v1/seeds/export",
      "POST /api/v1/seeds/import",
    ]);
  });
});
