import { splitSystem } from "../input.ts";
import type { TemplateFamily, TemplateInput, TemplateWriter } from "../model.ts";
import { contentText, printed, strip } from "../text.ts";
import { AS_PYTHON, describeTool, type ToolStyle, xmlCall } from "./xml-tools.ts";

const STYLE: ToolStyle = { field: ["name", "type", "description"], parameters: ["type", "properties"] };
const DEFAULT_SYSTEM = "You are Qwen, a helpful AI assistant that can interact with a computer to solve tasks.";
const INSTRUCTION =
  "\n\nIf you choose to call a tool ONLY reply in the following format with NO suffix:\n\n<tool_call>\n<function=example_function_name>\n" +
  "<parameter=example_parameter_1>\nvalue_1\n</parameter>\n<parameter=example_parameter_2>\nvalue_2\n</parameter>\n</function>\n</tool_call>\n\n" +
  "<IMPORTANT>\nReminder:\n- Function calls MUST follow the specified format: the tool calling block MUST begin with an opening <tool_call> tag and end with a closing </tool_call> tag.\n" +
  "- Required parameters MUST be specified\n- You may provide optional reasoning for your function call in natural language BEFORE the function call, but NOT after\n" +
  "- If there is no function call available, answer the question like normal with your current knowledge and do not tell the user about function calls\n</IMPORTANT>";

function renderQwenCoder(input: TemplateInput, out: TemplateWriter): void {
  const [system, messages] = splitSystem(input.messages);
  const tools = input.tools ?? [];
  if (system !== undefined || tools.length > 0) {
    out.put(`<|im_start|>system\n${system === undefined ? DEFAULT_SYSTEM : contentText(system)}`);
    if (tools.length > 0) {
      const declared = tools.map((tool) => describeTool(tool, STYLE)).join("");
      out.put(`\n\n# Tools\n\nYou have access to the following tools:\n\n<tools>${declared}\n</tools>${INSTRUCTION}`);
    }
    out.put("<|im_end|>\n");
  }
  for (const [index, message] of messages.entries()) {
    const { role } = message;
    const calls = message.calls ?? [];
    if (role === "assistant" && calls.length > 0) {
      const text = typeof message.content === "string" ? strip(message.content) : "";
      const written = calls.map((call) => xmlCall(call, AS_PYTHON)).join("\n");
      out.put("<|im_start|>assistant\n");
      out.say(`${text === "" ? "" : `${text}\n\n`}${written}<|im_end|>`).put("\n");
    } else if (role === "tool") {
      if (index > 0 && messages[index - 1]?.role !== "tool") out.put("<|im_start|>user\n");
      out.put(`<tool_response>\n${printed(message.content)}\n</tool_response>\n`);
      if (messages[index + 1]?.role !== "tool") out.put("<|im_end|>\n");
    } else {
      out
        .put(`<|im_start|>${role}\n`)
        .say(`${contentText(message)}<|im_end|>`, role === "assistant")
        .put("\n");
    }
  }
  if (input.addGenerationPrompt) out.put("<|im_start|>assistant\n");
}

export const qwenCoder: TemplateFamily = {
  displayName: "Qwen 3 Coder",
  revision: "Qwen/Qwen3-Coder-30B-A3B-Instruct",
  specialTokens: ["<|im_start|>", "<|im_end|>", "<tool_call>", "</tool_call>"],
  calls: "parallel",
  declaresTools: true,
  render: renderQwenCoder,
};
