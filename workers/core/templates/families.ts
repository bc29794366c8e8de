import { chatml } from "./families/chatml.ts";
import { commandA, commandR7b } from "./families/command.ts";
import { deepseekR1Distill, deepseekV3, deepseekV31 } from "./families/deepseek.ts";
import { gemma2, gemma3 } from "./families/gemma.ts";
import { gemma4 } from "./families/gemma4.ts";
import { glm46 } from "./families/glm.ts";
import { granite33 } from "./families/granite.ts";
import { harmony } from "./families/harmony.ts";
import { hermes3 } from "./families/hermes.ts";
import { kimiK2 } from "./families/kimi.ts";
import { llama3, llama31, llama32, llama33, llama4 } from "./families/llama.ts";
import { minimaxM2 } from "./families/minimax.ts";
import { mistralNemo } from "./families/mistral-nemo.ts";
import { mistralSmall32 } from "./families/mistral-small.ts";
import { mistralV13, mistralV3, mistralV7 } from "./families/mistral.ts";
import { nemotron3Nano } from "./families/nemotron-3.ts";
import { nemotronNanoV2, nemotronSuper } from "./families/nemotron.ts";
import { openaiApi, sharegpt } from "./families/openai.ts";
import { phi4, phi4Mini } from "./families/phi.ts";
import { qwenCoder } from "./families/qwen-coder.ts";
import { qwen25, qwq } from "./families/qwen2.ts";
import { qwen2507, qwen3 } from "./families/qwen3.ts";
import { qwen35, qwen36 } from "./families/qwen36.ts";
import { smollm3 } from "./families/smollm.ts";
import { alpaca, vicuna } from "./families/turns.ts";
import { readInput } from "./input.ts";
import {
  type RenderInput,
  type RenderOutput,
  TemplateError,
  type TemplateFamily,
  type TemplateInput,
  TemplateWriter,
} from "./model.ts";
import { truthy } from "./text.ts";

/** Every format: the product's name for the default revision of each family, then the revisions by their own names. */
export const FAMILIES: ReadonlyMap<string, TemplateFamily> = new Map<string, TemplateFamily>([
  ["chatml", chatml],
  ["llama", llama31],
  ["llama4", llama4],
  ["qwen", qwen3],
  ["mistral", mistralV7],
  ["nemotron", nemotronSuper],
  ["harmony", harmony],
  ["command", commandA],
  ["moonshot", kimiK2],
  ["minimax", minimaxM2],
  ["deepseek", deepseekV31],
  ["gemma", gemma3],
  ["phi", phi4],
  ["hermes", hermes3],
  ["glm", glm46],
  ["granite", granite33],
  ["smollm", smollm3],
  ["openai_api", openaiApi],
  ["alpaca", alpaca],
  ["sharegpt", sharegpt],
  ["vicuna", vicuna],
  // The reference calls its version of Cohere's format harmony.
  ["harmony_cohere", commandA],
  ["alpaca-cjz", alpaca],
  ["command-a-tool", commandA],
  ["command-r7b-tool", commandR7b],
  ["deepseek-r1-distill", deepseekR1Distill],
  ["deepseek-v3", deepseekV3],
  ["deepseek-v3.1", deepseekV31],
  ["gemma2", gemma2],
  ["gemma3", gemma3],
  ["gemma4", gemma4],
  ["glm-4.6", glm46],
  ["granite-3.3", granite33],
  ["harmony-gpt-oss", harmony],
  ["hermes-3", hermes3],
  ["kimi-k2", kimiK2],
  ["llama3", llama3],
  ["llama3.1", llama31],
  ["llama3.2", llama32],
  ["llama3.3", llama33],
  ["minimax-m2", minimaxM2],
  ["mistral-nemo", mistralNemo],
  ["mistral-small-3.2", mistralSmall32],
  ["mistral-v3-tekken", mistralV3],
  ["mistral-v7-tekken", mistralV7],
  ["mistral-v13", mistralV13],
  ["nemotron-super-49b-v1.5", nemotronSuper],
  ["nemotron-nano-v2", nemotronNanoV2],
  ["nemotron-3-nano", nemotron3Nano],
  ["phi4", phi4],
  ["phi4-mini-vllm", phi4Mini],
  ["qwen2.5", qwen25],
  ["qwen3", qwen3],
  ["qwen3-2507", qwen2507],
  ["qwen3-coder", qwenCoder],
  ["qwen3.5", qwen35],
  ["qwen3.6", qwen36],
  ["qwq-32b", qwq],
  ["smollm3", smollm3],
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
  const given = readInput(input, family);
  family.render(given, out);
  warnOfLosses(given, family, out);
  return out.finish();
}

/** What a whole family never renders, by its row. */
function warnOfLosses({ messages, tools }: TemplateInput, family: TemplateFamily, out: TemplateWriter): void {
  if (!family.declaresTools && tools !== null && tools.length > 0) out.warn("tool definitions are not rendered");
  if (family.calls === "none" && messages.some(({ calls }) => calls !== undefined && calls.length > 0))
    out.warn("tool calls are not rendered");
  const reasons = messages.some(({ fields }) => truthy(fields["reasoning_content"]) || truthy(fields["thinking"]));
  if (family.rendersReasoning !== true && reasons) out.warn("reasoning is not rendered");
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
