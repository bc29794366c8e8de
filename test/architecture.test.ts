import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Which part of the tree may import from which others; packages from npm are free. */
const MAY_IMPORT: Record<string, string[]> = {
  contract: [],
  core: ["contract"],
  services: ["core", "contract"],
  platform: ["services", "core", "contract"],
  api: ["services", "contract"],
  gateway: ["services", "core", "contract"],
  queues: ["services", "core", "contract"],
  "durable-objects": ["core", "contract"],
  sdk: ["contract"],
  cli: ["sdk", "core", "contract"],
};

/** The one import from api/ into core/: the short form of a seed is read before zod sees it. */
const EXCEPTIONS = new Set(["workers/api/routes/seeds.ts -> core/seeds/normalise.ts"]);

function sourceFiles(): string[] {
  return ["workers", "queues", "durable-objects"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
      .map((name) => join(folder, name)),
  );
}

function partOf(path: string): string {
  const [first, second] = path.split("/");
  return first === "workers" ? (second!.endsWith(".ts") ? "root" : second!) : first!;
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^"';]*?from\s*"([^"]+)"|import\("([^"]+)"\)|^import\s+"([^"]+)"/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3]!);
}

const relativeImports = (path: string): string[] =>
  importsOf(path)
    .filter((name) => name.startsWith("."))
    .map((name) => relative(ROOT, resolve(ROOT, dirname(path), name)));

describe("the tree", () => {
  const files = sourceFiles();

  it("imports only along the permitted directions", () => {
    const wrong: string[] = [];
    for (const path of files) {
      const from = partOf(path);
      if (from === "root") continue;
      for (const target of relativeImports(path)) {
        const to = partOf(target);
        const permitted = to === from || MAY_IMPORT[from]?.includes(to);
        const name = `${path} -> ${target.replace(/^workers\//, "")}`;
        if (permitted !== true && !EXCEPTIONS.has(name)) wrong.push(name);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("has no barrel files and no utils", () => {
    expect(files.filter((path) => /(^|\/)(index|utils)\.ts$/.test(path) && path !== "workers/index.ts")).toEqual([]);
  });

  it("keeps core/ free of clocks, randomness, bindings and packages that are not pure", () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.(?:env|argv|cwd|stdout|hrtime)|\bglobalThis\b|\bperformance\.now\b|\bfetch\(|\bsetTimeout\b/;
    const packages = /^(?:@cfworker\/json-schema|libphonenumber-js|fflate|csv-parse|hyparquet)/;
    const wrong: string[] = [];
    for (const path of files.filter((name) => partOf(name) === "core")) {
      const code = readFileSync(join(ROOT, path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      if (impure.test(code)) wrong.push(`${path}: ${impure.exec(code)![0]}`);
      for (const name of importsOf(path)) {
        if (!name.startsWith(".") && !packages.test(name)) wrong.push(`${path}: ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("mentions the Worker's environment in platform/ and the composition root only (the command line has its own)", () => {
    const wrong = files.filter((path) => {
      const code = readFileSync(join(ROOT, path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      return /\benv\.[A-Z_]+\b/.test(code) && !["platform", "root", "cli"].includes(partOf(path));
    });
    expect(wrong).toEqual([]);
  });

  it("has no cycles between files", () => {
    const state = new Map<string, "open" | "done">();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (state.get(path) === "done") return;
      if (state.get(path) === "open") {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
        return;
      }
      state.set(path, "open");
      const text = readFileSync(join(ROOT, path), "utf8");
      const typeOnly = new Set([...text.matchAll(/import type [^"]*"([^"]+)"/g)].map((match) => match[1]!));
      for (const name of importsOf(path)) {
        if (!name.startsWith(".") || typeOnly.has(name) || !name.endsWith(".ts")) continue;
        visit(relative(ROOT, resolve(ROOT, dirname(path), name)), [...trail, path]);
      }
      state.set(path, "done");
    };
    for (const path of files) visit(path, []);
    expect(cycles).toEqual([]);
  });
});
