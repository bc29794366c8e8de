import type { TemplateFamily, TemplateInput, TemplateWriter } from "../model.ts";
import { contentText, stripEnd, stripNewlinesStart } from "../text.ts";

const NAME = "You are a helpful AI assistant named SmolLM, trained by Hugging Face.";
const THINKING_INSTRUCTIONS =
  "You are a helpful AI assistant named SmolLM, trained by Hugging Face. Your role as an assistant involves thoroughly exploring questions through a systematic thinking process before providing the final precise and accurate solutions. This requires engaging in a comprehensive cycle of analysis, summarizing, exploration, reassessment, reflection, backtracking, and iteration to develop well-considered thinking process. Please structure your response into two main sections: Thought and Solution using the specified format: <think> Thought section </think> Solution section. In the Thought section, detail your reasoning process in steps. Each step should include detailed considerations such as analysing questions, summarizing relevant findings, brainstorming new ideas, verifying the accuracy of the current steps, refining any errors, and revisiting previous steps. In the Solution section, based on various attempts, explorations, and reflections from the Thought section, systematically present the final solution that you deem correct. The Solution section should be logical, accurate, and concise and detail necessary steps needed to reach the conclusion.";

function renderSmollm3(input: TemplateInput, out: TemplateWriter): void {
  const [first] = input.messages;
  const system = first.role === "system" ? contentText(first) : "";
  const thinks = !system.includes("/no_think");
  const custom = stripEnd(system.replaceAll("/no_think", "").replaceAll("/think", ""));
  const instructions = custom !== "" ? custom : thinks ? THINKING_INSTRUCTIONS : NAME;
  const blank = thinks ? "" : "<think>\n\n</think>\n";
  out.put(
    `<|im_start|>system\n## Metadata\n\nKnowledge Cutoff Date: June 2025\nReasoning Mode: ${thinks ? "/think" : "/no_think"}\n\n`,
  );
  out.put(`## Custom Instructions\n\n${instructions}\n\n<|im_end|>\n`);
  for (const [index, { role, content }] of input.messages.entries()) {
    const text = typeof content === "string" ? content : "";
    if (role === "user" || role === "tool") out.put(`<|im_start|>user\n${text}<|im_end|>\n`);
    else if (role === "assistant")
      out
        .put(`<|im_start|>assistant\n${blank}`)
        .say(`${stripNewlinesStart(text)}<|im_end|>`)
        .put("\n");
    else if (index > 0 || role !== "system") out.warn(`${role} messages after the first are not rendered`);
  }
  if (input.addGenerationPrompt) out.put(`<|im_start|>assistant\n${blank}`);
}

export const smollm3: TemplateFamily = {
  displayName: "SmolLM3",
  revision: "HuggingFaceTB/SmolLM3-3B (unsloth)",
  specialTokens: ["<|im_start|>", "<|im_end|>", "<think>", "</think>"],
  calls: "none",
  declaresTools: false,
  render: renderSmollm3,
};
