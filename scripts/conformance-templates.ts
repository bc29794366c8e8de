// Renders every family x case and compares byte for byte with what the official templates render: the golden folder's
// cases, and the drawn conversations vendored with the tests (compared by digest).
// node scripts/conformance-templates.ts [--data DIR]   (default ../shared/golden/chat-templates, else the vendored copy)
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FAMILIES, renderFamily } from "../workers/core/templates/families.ts";
import { parseJson } from "../workers/core/templates/json.ts";
import { type RenderInput, TemplateError } from "../workers/core/templates/model.ts";
import { readOptions } from "./runtime/options.ts";

interface Golden {
  tools: object[];
  cases: Record<string, { messages: RenderInput["messages"]; tools?: boolean; add_generation_prompt: boolean }>;
  families: Record<string, { cases: Record<string, { expect: "text" | "raises" }> }>;
}

interface Drawn {
  conversations: { messages: RenderInput["messages"]; tools: object[] | null; add_generation_prompt: boolean }[];
  digests: Record<string, string[]>;
}

/** The clock to which the expected outputs were pinned. */
const NOW = "2026-01-15T12:00:00";
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const FIXTURES = join(ROOT, "test/fixtures/templates");

function read<T>(path: string): T {
  return parseJson(readFileSync(path, "utf8")) as unknown as T;
}

function goldenFolder(given: string | undefined): string {
  const candidates = given === undefined ? [join(ROOT, "../shared/golden/chat-templates"), FIXTURES] : [given];
  const found = candidates.find((folder) => existsSync(join(folder, "cases.json")));
  if (found === undefined) throw new Error(`no cases.json in ${candidates.join(" or ")}`);
  return found;
}

/** The text, null where our renderer raises, undefined for a family that is not there. */
function outcome(family: string, input: RenderInput): string | null | undefined {
  if (!FAMILIES.has(family)) return undefined;
  try {
    return renderFamily(family, { ...input, now: NOW }).text;
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function goldenEqual(golden: Golden, folder: string, family: string, name: string): boolean {
  const given = golden.cases[name];
  if (given === undefined) throw new Error(`cases.json has no case ${name}`);
  const text = outcome(family, {
    messages: given.messages,
    tools: given.tools === true ? golden.tools : null,
    addGenerationPrompt: given.add_generation_prompt,
  });
  if (golden.families[family]?.cases[name]?.expect === "raises") return text === null;
  return text === readFileSync(join(folder, family, `${name}.txt`), "utf8");
}

function main(): void {
  const values = readOptions(import.meta.filename, { data: { type: "string" } });
  const folder = goldenFolder(values.data);
  const golden = read<Golden>(join(folder, "cases.json"));
  const drawn = read<Drawn>(join(FIXTURES, "differential.json"));
  const differing: string[] = [];
  let total = 0;
  const families = [...new Set([...Object.keys(golden.families), ...Object.keys(drawn.digests)])];
  for (const family of families) {
    const marks: string[] = [];
    for (const [name, { expect }] of Object.entries(golden.families[family]?.cases ?? {})) {
      const equal = goldenEqual(golden, folder, family, name);
      marks.push(`${name} ${equal ? (expect === "raises" ? "raises" : "equal") : "DIFFERS"}`);
      total++;
      if (!equal) differing.push(`${family}/${name}`);
    }
    const expected = drawn.digests[family] ?? [];
    let equal = 0;
    for (const [index, conversation] of drawn.conversations.entries()) {
      if (expected[index] === undefined) continue;
      const text = outcome(family, { ...conversation, addGenerationPrompt: conversation.add_generation_prompt });
      const got = typeof text === "string" ? digest(text) : text === null ? "raises" : "missing";
      total++;
      if (got === expected[index]) equal++;
      else differing.push(`${family}/drawn ${index}`);
    }
    marks.push(`drawn ${equal}/${expected.length}`);
    console.log(`${family.padEnd(26)}${marks.join("  ")}`);
  }
  console.log(`\n${families.length} families, ${total - differing.length} equal of ${total}`);
  console.log(JSON.stringify({ families: families.length, cases: total, equal: total - differing.length, differing }));
  if (differing.length > 0) process.exitCode = 1;
}

main();
