import { splitSystem } from "../input.ts";
import { dumpJson } from "../json.ts";
import type { TemplateFamily, TemplateInput, TemplateWriter } from "../model.ts";
import { contentText, dateOf } from "../text.ts";

const WITH_TOOLS =
  " You are a helpful assistant with access to the following tools. When a tool is required to answer the user's query, respond only with <|tool_call|> followed by a JSON list of tools used." +
  " If a tool does not exist in the provided list of tools, notify the user that you do not have the ability to fulfill the request.";

function renderGranite(input: TemplateInput, out: TemplateWriter): void {
  const tools = input.tools ?? [];
  const [system, messages] = splitSystem(input.messages);
  const text =
    system === undefined
      ? `Knowledge Cutoff Date: April 2024. Today's Date: ${dateOf(input.now).long}. You are Granite, developed by IBM.${tools.length > 0 ? WITH_TOOLS : " You are a helpful AI assistant."}`
      : contentText(system);
  out.put(`<|start_of_role|>system<|end_of_role|>${text}<|end_of_text|>\n`);
  if (tools.length > 0)
    out.put(`<|start_of_role|>available_tools<|end_of_role|>${dumpJson(tools, 4)}<|end_of_text|>\n`);
  for (const message of messages) {
    out.put(`<|start_of_role|>${message.role}<|end_of_role|>`);
    out.say(`${contentText(message)}<|end_of_text|>`, message.role === "assistant").put("\n");
  }
  if (input.addGenerationPrompt && messages.length > 0) out.put("<|start_of_role|>assistant<|end_of_role|>");
}

export const granite33: TemplateFamily = {
  displayName: "Granite 3.3",
  revision: "ibm-granite/granite-3.3-2b-instruct",
  specialTokens: ["<|start_of_role|>", "<|end_of_role|>", "<|end_of_text|>", "<|tool_call|>"],
  calls: "none",
  declaresTools: true,
  render: renderGranite,
};
