import { splitSystem } from "../input.ts";
import { isList } from "../json.ts";
import type { TemplateFamily, TemplateInput, TemplateMessage, TemplateWriter } from "../model.ts";
import { afterLast, beforeFirst, contentText, printed, strip, truthy } from "../text.ts";
import { AS_PYTHON, describeTool, type ToolStyle, XML_CALL_INSTRUCTION, xmlCall } from "./xml-tools.ts";

const NANO_STYLE: ToolStyle = {
  field: ["name", "type", "description", "enum"],
  parameters: ["type", "properties", "required"],
};

const NO_THOUGHT = "<think></think>";

/** The text of an assistant message with its think block: an empty one unless there is reasoning. */
function thinkingText(message: TemplateMessage): string {
  const given = message.fields["reasoning_content"];
  const text = truthy(message.content) ? printed(message.content) : "";
  if (typeof given === "string" && strip(given) !== "") return `<think>\n${given}\n</think>\n${text}`;
  const marked = isList(message.content) || text.includes("<think>") || text.includes("</think>");
  return marked ? text : NO_THOUGHT + text;
}

/** Reasoning before the last question is replaced by an empty think block. */
function forgetThinking(text: string, calls: boolean): string {
  if (calls) {
    const kept = text.includes("</think>") ? afterLast(text, "</think>") : beforeFirst(text, "<think>");
    return NO_THOUGHT + strip(kept);
  }
  return strip(text.includes("<think>") && text.includes("</think>") ? NO_THOUGHT + afterLast(text, "</think>") : text);
}

function putNano3Answer(message: TemplateMessage, beforeQuery: boolean, out: TemplateWriter): void {
  const calls = message.calls ?? [];
  const full = thinkingText(message);
  const text = beforeQuery ? forgetThinking(full, calls.length > 0) : strip(full);
  if (beforeQuery && !full.startsWith(NO_THOUGHT) && full.includes("</think>"))
    out.warn("reasoning before the last question is not rendered");
  out.put("<|im_start|>assistant\n");
  const blank = text.startsWith(NO_THOUGHT);
  const rest = blank ? text.slice(NO_THOUGHT.length) : text;
  // The line break that followed forgotten reasoning stays, but is not the assistant's.
  const leftover = blank && !printed(message.content).startsWith("\n") && rest.startsWith("\n") ? "\n" : "";
  out.put((blank ? NO_THOUGHT : "") + leftover);
  out.begin().put(rest.slice(leftover.length));
  if (calls.length > 0) out.put("\n");
  for (const call of calls) out.put(`${xmlCall(call, AS_PYTHON)}\n`);
  out.put("<|im_end|>").end().put("\n");
}

function renderNano3(input: TemplateInput, out: TemplateWriter): void {
  const [first, messages] = splitSystem(input.messages);
  const system = first === undefined ? "" : contentText(first);
  out.put(`<|im_start|>system\n${system}`);
  if (input.tools !== null && input.tools.length > 0) {
    out.put(`${system === "" ? "" : "\n\n"}# Tools\n\nYou have access to the following functions:\n\n<tools>`);
    out.put(`${input.tools.map((tool) => describeTool(tool, NANO_STYLE)).join("")}\n</tools>${XML_CALL_INSTRUCTION}`);
  }
  out.put("<|im_end|>\n");
  const lastUser = messages.findLastIndex((message) => message.role === "user");
  for (const [index, message] of messages.entries()) {
    const { role } = message;
    if (role === "assistant") {
      putNano3Answer(message, index < lastUser, out);
    } else if (role === "tool") {
      if (index > 0 && messages[index - 1]?.role !== "tool") out.put("<|im_start|>user\n");
      out.put(`<tool_response>\n${printed(message.content)}\n</tool_response>\n`);
      if (messages[index + 1]?.role !== "tool") out.put("<|im_end|>\n");
    } else {
      out.put(
        `<|im_start|>${role}\n${role === "user" || role === "system" ? printed(message.content) : contentText(message)}<|im_end|>\n`,
      );
    }
  }
  if (input.addGenerationPrompt) out.put("<|im_start|>assistant\n<think>\n");
}

export const nemotron3Nano: TemplateFamily = {
  displayName: "Nemotron 3 Nano",
  revision: "nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16",
  specialTokens: ["<|im_start|>", "<|im_end|>", "<think>", "</think>", "<tool_call>", "</tool_call>"],
  calls: "parallel",
  declaresTools: true,
  rendersReasoning: true,
  render: renderNano3,
};
