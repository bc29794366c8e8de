// Data formats: the conversation as one JSON line instead of a prompt. They have no loss spans of their own.
import { dumpJson } from "../json.ts";
import {
  type Json,
  type JsonObject,
  TemplateError,
  type TemplateCall,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import { partsText } from "../text.ts";

function argumentText(call: TemplateCall): string {
  return typeof call.arguments === "string" ? call.arguments : dumpJson(call.arguments ?? {});
}

function openaiMessage(message: TemplateMessage): JsonObject {
  const { role, content, calls, fields } = message;
  const result: Record<string, Json> = { role };
  const hasCalls = calls !== undefined && calls.length > 0;
  result["content"] = hasCalls && (content === "" || content === undefined) ? null : (content ?? null);
  if (hasCalls)
    result["tool_calls"] = calls.map((call) => ({
      id: call.id ?? "",
      type: "function",
      function: { name: call.name, arguments: argumentText(call) },
    }));
  if (role === "tool") {
    const id = fields["tool_call_id"];
    if (typeof id !== "string" || id === "")
      throw new TemplateError("a tool message needs the tool_call_id it answers");
    result["tool_call_id"] = id;
  }
  return result;
}

function renderOpenai(input: TemplateInput, out: TemplateWriter): void {
  const record: Record<string, Json> = { messages: input.messages.map(openaiMessage) };
  if (input.tools !== null && input.tools.length > 0) record["tools"] = input.tools;
  out.put(dumpJson(record));
}

const SHAREGPT_ROLES = new Map([
  ["system", "system"],
  ["developer", "system"],
  ["user", "human"],
  ["assistant", "gpt"],
  ["tool", "observation"],
]);

function renderSharegpt(input: TemplateInput, out: TemplateWriter): void {
  const conversations: Json[] = [];
  for (const message of input.messages) {
    const from = SHAREGPT_ROLES.get(message.role);
    if (from === undefined) throw new TemplateError(`the role ${message.role} has no name in this format`);
    const text = partsText(message.content ?? "", "content");
    const calls = message.calls ?? [];
    if (text !== "" || calls.length === 0) conversations.push({ from, value: text });
    for (const call of calls)
      conversations.push({
        from: "function_call",
        value: dumpJson({ name: call.name, arguments: call.arguments ?? {} }),
      });
  }
  const record: Record<string, Json> = { conversations };
  if (input.tools !== null && input.tools.length > 0) record["tools"] = dumpJson(input.tools);
  out.put(dumpJson(record));
}

export const openaiApi: TemplateFamily = {
  displayName: "OpenAI API",
  revision: "OpenAI chat fine-tuning, one JSON object a line",
  specialTokens: [],
  isData: true,
  calls: "parallel",
  declaresTools: true,
  textArguments: "kept",
  render: renderOpenai,
};

export const sharegpt: TemplateFamily = {
  displayName: "ShareGPT",
  revision: "ShareGPT conversations with function_call and observation turns, one JSON object a line",
  specialTokens: [],
  isData: true,
  calls: "parallel",
  declaresTools: true,
  render: renderSharegpt,
};
