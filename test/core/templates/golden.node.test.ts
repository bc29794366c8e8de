import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderFamily } from "../../../workers/core/templates/families.ts";
import { parseJson } from "../../../workers/core/templates/json.ts";
import { type RenderInput, TemplateError } from "../../../workers/core/templates/model.ts";

interface Golden {
  tools: object[];
  cases: Record<string, { messages: RenderInput["messages"]; tools?: boolean; add_generation_prompt: boolean }>;
  families: Record<string, { cases: Record<string, { expect: "text" | "raises" }> }>;
}

const folder = join(import.meta.dirname, "../../fixtures/templates");
const golden = parseJson(readFileSync(join(folder, "cases.json"), "utf8")) as unknown as Golden;

function inputOf(name: string): RenderInput {
  const given = golden.cases[name];
  if (given === undefined) throw new Error(`no case ${name}`);
  return {
    messages: given.messages,
    tools: given.tools === true ? golden.tools : null,
    addGenerationPrompt: given.add_generation_prompt,
    now: "2026-01-15T12:00:00",
  };
}

describe.each(Object.entries(golden.families))("%s", (family, { cases }) => {
  it.each(Object.entries(cases))(
    "renders %s byte for byte as the official template does, or raises where it does",
    (name, { expect: outcome }) => {
      if (outcome === "raises") {
        expect(() => renderFamily(family, inputOf(name))).toThrow(TemplateError);
        return;
      }
      expect(renderFamily(family, inputOf(name)).text).toBe(readFileSync(join(folder, family, `${name}.txt`), "utf8"));
    },
  );
});
