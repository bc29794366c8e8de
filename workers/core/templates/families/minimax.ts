import { argumentsOf, splitSystem } from "../input.ts";
import { dumpJson, entriesOf, isList, isMapping, member } from "../json.ts";
import {
  type Json,
  TemplateError,
  type TemplateCall,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import { afterLast, beforeFirst, printed, stripNewlines, truthy, visibleText } from "../text.ts";

const CALL_EXAMPLE =
  '<minimax:tool_call>\n<invoke name="tool-name-1">\n<parameter name="param-key-1">param-value-1</parameter>\n' +
  '<parameter name="param-key-2">param-value-2</parameter>\n...\n</invoke>\n</minimax:tool_call>';

function declareTools(tools: readonly Json[]): string {
  const lines = tools.map((tool) => `<tool>${dumpJson(argumentsOf(member(tool, "function")))}</tool>\n`);
  return (
    "\n\n# Tools\nYou may call one or more tools to assist with the user query.\nHere are the tools available in JSONSchema format:\n\n" +
    `<tools>\n${lines.join("")}</tools>\n\nWhen making tool calls, use XML format to invoke tools and pass parameters:\n\n${CALL_EXAMPLE}`
  );
}

function invoke(call: TemplateCall): string {
  if (!isMapping(call.arguments)) throw new TemplateError("tool call arguments must be an object");
  const parameters = entriesOf(call.arguments).map(
    ([name, value]) => `<parameter name="${name}">${typeof value === "string" ? value : dumpJson(value)}</parameter>\n`,
  );
  return `<invoke name="${call.name}">\n${parameters.join("")}</invoke>\n`;
}

function splitThinking(text: string): { reasoning: string; content: string } {
  if (!text.includes("</think>")) return { reasoning: "", content: text };
  const reasoning = afterLast(stripNewlines(beforeFirst(text, "</think>")), "<think>");
  return { reasoning: stripNewlines(reasoning), content: stripNewlines(afterLast(text, "</think>")) };
}

function putAnswer(message: TemplateMessage, afterQuery: boolean, out: TemplateWriter): void {
  const given = message.fields["reasoning_content"];
  const text = visibleText(message.content);
  const { reasoning, content } = typeof given === "string" ? { reasoning: given, content: text } : splitThinking(text);
  out.put("]~b]ai\n").begin();
  if (reasoning !== "" && afterQuery) out.put(`<think>\n${reasoning}\n</think>\n\n`);
  else if (reasoning !== "") out.warn("reasoning before the last question is not rendered");
  out.put(content);
  const calls = message.calls ?? [];
  if (calls.length > 0) out.put(`\n<minimax:tool_call>\n${calls.map(invoke).join("")}</minimax:tool_call>`);
  out.put("[e~[").end().put("\n");
}

function responses({ content }: TemplateMessage): string {
  if (typeof content === "string") return `\n<response>${content}</response>`;
  if (!isList(content)) throw new TemplateError("the content of a tool message must be text or a list of parts");
  return content
    .map((part) => {
      const text = member(part, "type") === "text" ? member(part, "text") : undefined;
      return `\n<response>${printed(member(part, "output") ?? text ?? part)}\n</response>`;
    })
    .join("");
}

function renderMinimaxM2(input: TemplateInput, out: TemplateWriter): void {
  const [system, messages] = splitSystem(input.messages);
  out.put(
    `]~!b[]~b]system\n${truthy(system?.content) ? visibleText(system?.content) : "You are a helpful assistant."}`,
  );
  if (input.tools !== null && input.tools.length > 0) out.put(declareTools(input.tools));
  out.put("[e~[\n");
  const lastUser = messages.findLastIndex((message) => message.role === "user");
  let called = false;
  for (const [index, message] of messages.entries()) {
    if (message.role === "assistant") {
      putAnswer(message, index > lastUser, out);
      called = (message.calls?.length ?? 0) > 0;
    } else if (message.role === "tool") {
      if (!called)
        throw new TemplateError("Message has tool role, but there was no previous assistant message with a tool call!");
      if (messages[index - 1]?.role !== "tool") out.put("]~b]tool");
      out.put(responses(message));
      if (messages[index + 1]?.role !== "tool") out.put("[e~[\n");
    } else if (message.role === "user") {
      out.put(`]~b]user\n${visibleText(message.content)}[e~[\n`);
    } else {
      out.warn(`${message.role} messages after the first are not rendered`);
    }
  }
  if (input.addGenerationPrompt) out.put("]~b]ai\n<think>\n");
}

export const minimaxM2: TemplateFamily = {
  displayName: "MiniMax M2",
  revision: "MiniMaxAI/MiniMax-M2",
  specialTokens: ["]~!b[", "]~b]", "[e~[", "<minimax:tool_call>", "</minimax:tool_call>", "<think>", "</think>"],
  calls: "parallel",
  declaresTools: true,
  rendersReasoning: true,
  render: renderMinimaxM2,
};
