import type { TemplateFamily, TemplateInput, TemplateWriter } from "../model.ts";
import { contentText } from "../text.ts";

/** The plain ChatML of vLLM's examples: the last message of a training sample is left open. */
function renderChatml(input: TemplateInput, out: TemplateWriter): void {
  const { messages, addGenerationPrompt } = input;
  for (const [index, message] of messages.entries()) {
    const closed = index < messages.length - 1 || addGenerationPrompt;
    const spoken = message.role === "assistant";
    out.put(`<|im_start|>${message.role}\n`).begin(spoken).put(contentText(message));
    if (closed) out.put("<|im_end|>").end().put("\n");
    out.end();
  }
  if (!addGenerationPrompt && messages.at(-1)?.role === "assistant")
    out.warn("the last answer is left without its end token");
  if (addGenerationPrompt && messages.at(-1)?.role !== "assistant") out.put("<|im_start|>assistant\n");
}

export const chatml: TemplateFamily = {
  displayName: "ChatML",
  revision: "vllm-project/vllm examples/template_chatml.jinja",
  specialTokens: ["<|im_start|>", "<|im_end|>"],
  calls: "none",
  declaresTools: false,
  render: renderChatml,
};
