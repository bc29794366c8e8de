// The commands of package.json that are scripts of this repository, as somebody who looks for their options meets them.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openingComment } from "../../scripts/runtime/options.ts";

const ROOT = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: Record<string, string> };
const MEASURING = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /(\S+\.ts)$/.exec(line)?.[1];
  return /^(?:eval|bench|conformance|train|fuzz)/.test(name) && file !== undefined ? [[name, file] as const] : [];
});

describe("scripts", () => {
  it("read their help from the comment that they begin with", () => {
    expect(openingComment("/**\n * Measures.\n *\n *   node x.ts\n */\ncode")).toBe("Measures.\n\n  node x.ts");
    expect(openingComment("// One.\n//   two\nimport x;\n// not this")).toBe("One.\n  two");
    expect(openingComment("import x;")).toBe("");
  });

  it.each(MEASURING)("%s says what it takes", (_, file) => {
    const source = readFileSync(join(ROOT, file), "utf8");
    expect(source.includes("readOptions(import.meta.filename") || source.includes("help: {")).toBe(true);
    if (source.includes("readOptions(")) expect(openingComment(source)).toContain(file);
  });

  it("print it for --help, and name an option that they do not take", () => {
    const run = (argument: string) =>
      spawnSync(process.execPath, [join(ROOT, "scripts/bundle-size.ts"), argument], { encoding: "utf8" });
    const help = run("--help");
    expect(help.status).toBe(0);
    expect(help.stdout).toContain("gzip size of the Worker");
    const wrong = run("--bogus");
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("--bogus");
  });
});
