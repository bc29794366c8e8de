import { chatml } from "./families/chatml.ts";
import { llama31, llama33, llama4 } from "./families/llama.ts";
import { openaiApi, sharegpt } from "./families/openai.ts";
import { qwen25, qwen3, qwen36 } from "./families/qwen.ts";
import { readInput } from "./input.ts";
import { type RenderInput, type RenderOutput, TemplateError, type TemplateFamily, TemplateWriter } from "./model.ts";

/** Every format by its revision's name, then the product's names for the default revision of each family. */
export const FAMILIES: ReadonlyMap<string, TemplateFamily> = new Map<string, TemplateFamily>([
  ["chatml", chatml],
  ["llama3.1", llama31],
  ["llama3.3", llama33],
  ["llama4", llama4],
  ["qwen2.5", qwen25],
  ["qwen3", qwen3],
  ["qwen3.6", qwen36],
  ["openai_api", openaiApi],
  ["sharegpt", sharegpt],
  ["llama", llama31],
  ["qwen", qwen3],
]);

/** The family of that name. Throws TemplateError when there is none. */
export function familyOf(name: string): TemplateFamily {
  const family = FAMILIES.get(name);
  if (family === undefined) throw new TemplateError(`no chat template is called ${JSON.stringify(name)}`);
  return family;
}

/**
 * Renders a conversation as the family's official template does. Throws TemplateError where that template raises, and
 * for an unknown family; what the template silently loses is in `warnings`.
 */
export function renderFamily(name: string, input: RenderInput): RenderOutput {
  const family = familyOf(name);
  const out = new TemplateWriter();
  family.render(readInput(input, family), out);
  return out.finish();
}

export interface TemplateListing {
  name: string;
  display_name: string;
  supports_tool_calls: boolean;
  special_tokens: string[];
  revision: string;
}

/** All formats as the API lists them. */
export function listTemplates(): TemplateListing[] {
  return [...FAMILIES].map(([name, family]) => ({
    name,
    display_name: family.displayName,
    supports_tool_calls: family.calls !== "none",
    special_tokens: [...family.specialTokens],
    revision: family.revision,
  }));
}
