// Renders every family x case of the golden folder and compares byte for byte.
// node scripts/conformance-templates.ts [--data DIR]   (default ../shared/golden/chat-templates, else the vendored copy)
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FAMILIES, renderFamily } from "../workers/core/templates/families.ts";
import { parseJson } from "../workers/core/templates/json.ts";
import { type RenderInput, TemplateError } from "../workers/core/templates/model.ts";

interface Cases {
  tools: object[];
  cases: Record<string, RenderInput & { tools?: boolean; add_generation_prompt: boolean }>;
  families: Record<string, { cases: Record<string, { expect: "text" | "raises" }> }>;
}

/** The clock to which the golden outputs were pinned. */
const NOW = "2026-01-15T12:00:00";

function goldenFolder(): string {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
  const flag = process.argv.indexOf("--data");
  const given = flag < 0 ? undefined : process.argv[flag + 1];
  const candidates =
    given === undefined
      ? [join(root, "../shared/golden/chat-templates"), join(root, "test/fixtures/templates")]
      : [given];
  const found = candidates.find((folder) => existsSync(join(folder, "cases.json")));
  if (found === undefined) throw new Error(`no cases.json in ${candidates.join(" or ")}`);
  return found;
}

function outcome(family: string, input: RenderInput): { text: string } | { error: string } {
  try {
    return { text: renderFamily(family, input).text };
  } catch (error) {
    if (error instanceof TemplateError) return { error: error.message };
    throw error;
  }
}

function main(): void {
  const folder = goldenFolder();
  const golden = parseJson(readFileSync(join(folder, "cases.json"), "utf8")) as unknown as Cases;
  const differing: string[] = [];
  let total = 0;
  for (const [family, { cases }] of Object.entries(golden.families)) {
    const marks: string[] = [];
    for (const [name, { expect }] of Object.entries(cases)) {
      const given = golden.cases[name];
      if (given === undefined) throw new Error(`cases.json has no case ${name}`);
      total++;
      const result = FAMILIES.has(family)
        ? outcome(family, {
            messages: given.messages,
            tools: given.tools === true ? golden.tools : null,
            addGenerationPrompt: given.add_generation_prompt,
            now: NOW,
          })
        : { error: "no such family", missing: true };
      const equal =
        expect === "raises"
          ? "error" in result && !("missing" in result)
          : "text" in result && result.text === readFileSync(join(folder, family, `${name}.txt`), "utf8");
      marks.push(`${name} ${equal ? (expect === "raises" ? "raises" : "equal") : "DIFFERS"}`);
      if (!equal) differing.push(`${family}/${name}`);
    }
    console.log(`${family.padEnd(26)}${marks.join("  ")}`);
  }
  console.log(`\n${total - differing.length} of ${total} equal, ${Object.keys(golden.families).length} families`);
  console.log(
    JSON.stringify({
      families: Object.keys(golden.families).length,
      cases: total,
      equal: total - differing.length,
      differing,
    }),
  );
  if (differing.length > 0) process.exitCode = 1;
}

main();
