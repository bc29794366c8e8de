import { argumentsOf } from "../input.ts";
import { dumpJson, isList, member } from "../json.ts";
import type { TemplateFamily, TemplateInput, TemplateMessage, TemplateWriter } from "../model.ts";
import { printed } from "../text.ts";

const HEADERS = new Map([
  ["system", "<|im_system|>system<|im_middle|>"],
  ["user", "<|im_user|>user<|im_middle|>"],
  ["assistant", "<|im_assistant|>assistant<|im_middle|>"],
  ["tool", "<|im_system|>tool<|im_middle|>"],
]);

function bodyOf(message: TemplateMessage): string {
  const { content, role, calls } = message;
  if (role === "assistant" && calls !== undefined && calls.length > 0) {
    const items = calls.map(
      (call, index) =>
        `<|tool_call_begin|>functions.${call.name}:${index}<|tool_call_argument_begin|>${dumpJson(argumentsOf(call.arguments))}<|tool_call_end|>`,
    );
    return `${printed(content)}<|tool_calls_section_begin|>${items.join("")}<|tool_calls_section_end|>`;
  }
  // The official text writes a backslash and an n here, not a line break.
  if (role === "tool") return `## Return of ${printed(message.fields["tool_call_id"])}\\n${printed(content)}`;
  if (!isList(content)) return printed(content);
  return content
    .map((part) => {
      const isImage =
        member(part, "type") === "image" ||
        member(part, "image") !== undefined ||
        member(part, "image_url") !== undefined;
      return isImage
        ? "<|media_start|>image<|media_content|><|media_pad|><|media_end|>"
        : printed(member(part, "text"));
    })
    .join("");
}

function renderKimi(input: TemplateInput, out: TemplateWriter): void {
  if (input.tools !== null && input.tools.length > 0)
    out.put(`<|im_system|>tool_declare<|im_middle|>${dumpJson(input.tools)}<|im_end|>`);
  if (input.messages[0].role !== "system")
    out.put("<|im_system|>system<|im_middle|>You are a helpful assistant<|im_end|>");
  for (const message of input.messages)
    out.put(HEADERS.get(message.role) ?? "").say(`${bodyOf(message)}<|im_end|>`, message.role === "assistant");
  if (input.addGenerationPrompt) out.put("<|im_assistant|>assistant<|im_middle|>");
}

export const kimiK2: TemplateFamily = {
  displayName: "Kimi K2",
  revision: "moonshotai/Kimi-K2-Instruct",
  specialTokens: [
    "<|im_system|>",
    "<|im_user|>",
    "<|im_assistant|>",
    "<|im_middle|>",
    "<|im_end|>",
    "<|tool_calls_section_begin|>",
    "<|tool_calls_section_end|>",
    "<|tool_call_begin|>",
    "<|tool_call_argument_begin|>",
    "<|tool_call_end|>",
  ],
  calls: "parallel",
  declaresTools: true,
  render: renderKimi,
};
