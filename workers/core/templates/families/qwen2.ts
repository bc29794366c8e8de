import { argumentsOf } from "../input.ts";
import { dumpJson } from "../json.ts";
import type { Json, TemplateFamily, TemplateInput, TemplateMessage, TemplateWriter } from "../model.ts";
import { afterLast, contentText, printed, stripNewlinesStart, truthy } from "../text.ts";

const DEFAULT_SYSTEM = "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.";
const TOOLS_OPEN =
  "# Tools\n\nYou may call one or more functions to assist with the user query.\n\nYou are provided with function signatures within <tools></tools> XML tags:\n<tools>";
const TOOLS_CLOSE =
  "\n</tools>\n\nFor each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:\n" +
  '<tool_call>\n{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call><|im_end|>\n';

/** The tool definitions and the instruction that Qwen 2.5 and 3 share. */
export function declare(tools: readonly Json[]): string {
  return TOOLS_OPEN + tools.map((tool) => `\n${dumpJson(tool)}`).join("") + TOOLS_CLOSE;
}

/** One result of a run that stands in one user turn: `opens` and `closes` say whether it is the first and the last. */
export function putToolResult(out: TemplateWriter, text: string, opens: boolean, closes: boolean): void {
  if (opens) out.put("<|im_start|>user");
  out.put(`\n<tool_response>\n${text}\n</tool_response>`);
  if (closes) out.put("<|im_end|>\n");
}

/** What sets QwQ apart from Qwen 2.5: no default system text, and reasoning is cut from all answers but the last. */
interface Qwen2Style {
  defaultSystem: string | null;
  cutsReasoning: boolean;
  prompt: string;
}

function renderQwen2(style: Qwen2Style, input: TemplateInput, out: TemplateWriter): void {
  const { messages, tools } = input;
  const [first] = messages;
  if (tools !== null && tools.length > 0) {
    const system = first.role === "system" ? printed(first.content) : (style.defaultSystem ?? "");
    out.put(`<|im_start|>system\n${system}\n\n${declare(tools)}`);
  } else if (first.role === "system" || style.defaultSystem !== null) {
    out.put(`<|im_start|>system\n${first.role === "system" ? contentText(first) : style.defaultSystem}<|im_end|>\n`);
  }
  const answerOf = (message: TemplateMessage, last: boolean): string => {
    const text = contentText(message);
    if (!style.cutsReasoning || last) return text;
    if (text.includes("</think>")) out.warn("reasoning before the last message is not rendered");
    return stripNewlinesStart(afterLast(text, "</think>"));
  };
  for (const [index, message] of messages.entries()) {
    const { role } = message;
    const calls = message.calls ?? [];
    if (role === "user" || (role === "system" && index > 0)) {
      out.put(`<|im_start|>${role}\n${contentText(message)}<|im_end|>\n`);
    } else if (role === "assistant") {
      const hasText = calls.length === 0 || truthy(message.content);
      const text = hasText || style.cutsReasoning ? answerOf(message, index === messages.length - 1) : "";
      out
        .put("<|im_start|>assistant\n")
        .begin()
        .put(hasText ? text : "");
      for (const [at, call] of calls.entries()) {
        if (at > 0 || hasText) out.put("\n");
        out.put(
          `<tool_call>\n{"name": "${call.name}", "arguments": ${dumpJson(argumentsOf(call.arguments))}}\n</tool_call>`,
        );
      }
      out.put("<|im_end|>").end().put("\n");
    } else if (role === "tool") {
      putToolResult(
        out,
        printed(message.content),
        messages[index - 1]?.role !== "tool",
        messages[index + 1]?.role !== "tool",
      );
    } else if (role !== "system") {
      out.warn(`${role} messages are not rendered`);
    }
  }
  if (input.addGenerationPrompt) out.put(`<|im_start|>assistant\n${style.prompt}`);
}

export const CHATML_TOKENS = ["<|im_start|>", "<|im_end|>"];

export const qwen25: TemplateFamily = {
  displayName: "Qwen 2.5",
  revision: "Qwen/Qwen2.5-7B-Instruct",
  specialTokens: [...CHATML_TOKENS, "<tool_call>", "</tool_call>"],
  calls: "parallel",
  declaresTools: true,
  render: (input, out) => renderQwen2({ defaultSystem: DEFAULT_SYSTEM, cutsReasoning: false, prompt: "" }, input, out),
};

export const qwq: TemplateFamily = {
  ...qwen25,
  displayName: "QwQ 32B",
  revision: "Qwen/QwQ-32B",
  specialTokens: [...CHATML_TOKENS, "<think>", "</think>", "<tool_call>", "</tool_call>"],
  render: (input, out) =>
    renderQwen2({ defaultSystem: null, cutsReasoning: true, prompt: "<think>\n</think>" }, input, out),
};
