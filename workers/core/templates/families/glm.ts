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
import { printed, strip, truthy, splitThinking, visibleText } from "../text.ts";

const TOOLS_OPEN =
  "<|system|>\n# Tools\n\nYou may call one or more functions to assist with the user query.\n\nYou are provided with function signatures within <tools></tools> XML tags:\n<tools>\n";
const TOOLS_CLOSE =
  "</tools>\n\nFor each function call, output the function name and arguments within the following XML format:\n<tool_call>{function-name}\n" +
  "<arg_key>{arg-key-1}</arg_key>\n<arg_value>{arg-value-1}</arg_value>\n<arg_key>{arg-key-2}</arg_key>\n<arg_value>{arg-value-2}</arg_value>\n...\n</tool_call>";

function xmlCall(call: TemplateCall): string {
  const given: Json = truthy(call.arguments) ? (call.arguments ?? {}) : {};
  if (!isMapping(given)) throw new TemplateError("Invalid tool call arguments passed");
  const pairs = entriesOf(given).map(
    ([name, value]) =>
      `<arg_key>${name}</arg_key>\n<arg_value>${typeof value === "string" ? value : dumpJson(value)}</arg_value>\n`,
  );
  return `\n<tool_call>${call.name}\n${pairs.join("")}</tool_call>`;
}

function putAnswer(message: TemplateMessage, afterQuery: boolean, out: TemplateWriter): void {
  const given = message.fields["reasoning_content"];
  const text = visibleText(message.content);
  const { reasoning, content } = typeof given === "string" ? { reasoning: given, content: text } : splitThinking(text);
  const shown = afterQuery && reasoning !== "";
  if (reasoning !== "" && !afterQuery) out.warn("reasoning before the last question is not rendered");
  out
    .put("<|assistant|>\n")
    .begin(shown)
    .put(`<think>${shown ? strip(reasoning) : ""}</think>`);
  const answer = strip(content);
  if (answer !== "") out.put("\n").begin().put(answer);
  for (const call of message.calls ?? []) out.begin().put(xmlCall(call));
}

function toolResult(message: TemplateMessage, opens: boolean): [string, string] {
  const { content } = message;
  if (typeof content === "string")
    return [opens ? "<|observation|>" : "", `\n<tool_response>\n${content}\n</tool_response>`];
  if (!isList(content)) throw new TemplateError("the content of a tool message must be text or a list of parts");
  const parts = content.map(
    (part) => `\n<tool_response>\n${printed(member(part, "output") ?? part)}\n</tool_response>`,
  );
  return ["<|observation|>", parts.join("")];
}

/** GLM has no end token: the model stops by opening the user's or the tool's turn, so that token ends the span. */
function renderGlm46(input: TemplateInput, out: TemplateWriter): void {
  const { messages, tools } = input;
  out.put("[gMASK]<sop>");
  if (tools !== null && tools.length > 0)
    out.put(`${TOOLS_OPEN}${tools.map((tool) => `${dumpJson(tool)}\n`).join("")}${TOOLS_CLOSE}`);
  const lastUser = messages.findLastIndex((message) => message.role === "user");
  for (const [index, message] of messages.entries()) {
    if (message.role === "user") {
      out
        .put("<|user|>")
        .end()
        .put(`\n${visibleText(message.content)}`);
    } else if (message.role === "assistant") {
      out.end();
      putAnswer(message, index > lastUser, out);
    } else if (message.role === "tool") {
      const [token, text] = toolResult(message, messages[index - 1]?.role !== "tool");
      out.put(token).end().put(text);
    } else if (message.role === "system") {
      out.end().put(`<|system|>\n${visibleText(message.content)}`);
    } else {
      out.warn(`${message.role} messages are not rendered`);
    }
  }
  out.end();
  if (!input.addGenerationPrompt && messages.at(-1)?.role === "assistant")
    out.warn("the last answer is left without its end token");
  if (input.addGenerationPrompt) out.put("<|assistant|>");
}

export const glm46: TemplateFamily = {
  displayName: "GLM 4.6",
  revision: "zai-org/GLM-4.6",
  specialTokens: [
    "[gMASK]",
    "<sop>",
    "<|system|>",
    "<|user|>",
    "<|assistant|>",
    "<|observation|>",
    "<think>",
    "</think>",
  ],
  calls: "parallel",
  declaresTools: true,
  rendersReasoning: true,
  render: renderGlm46,
};
