import { dumpJson, entriesOf, isList, isMapping, member } from "../json.ts";
import {
  type Json,
  TemplateError,
  type TemplateCall,
  type TemplateFamily,
  type TemplateInput,
  type TemplateWriter,
} from "../model.ts";
import { contentText, joinable, printed, strip } from "../text.ts";

const BASIC_TYPES = new Map([
  ["string", "str"],
  ["number", "float"],
  ["integer", "int"],
  ["boolean", "bool"],
]);

/** A JSON Schema as the Python type that the template writes: it never looks into an array's items. */
function pythonType(schema: Json | undefined): string {
  const type = member(schema, "type");
  const basic = typeof type === "string" ? BASIC_TYPES.get(type) : undefined;
  if (basic !== undefined) return basic;
  if (type === "array") {
    if (!isMapping(schema)) throw new TemplateError("a parameter's schema must be an object");
    return "list[Union[]]";
  }
  if (type === "object") {
    const values = member(schema, "additionalProperties");
    return values === undefined ? "dict" : `dict[str, ${pythonType(values)}]`;
  }
  if (isList(type)) return `Union[${type.map((option) => pythonType({ type: option })).join(",")}]`;
  if (type === undefined) return "Union[]";
  // The official template reads an unknown word letter by letter, without end.
  if (typeof type === "string" && type !== "")
    throw new TemplateError(`the JSON Schema type ${JSON.stringify(type)} has no Python name`);
  return type === "" || isMapping(type) ? "Union[]" : "Any";
}

function propertiesOf(tool: Json | undefined): [string, Json][] {
  const parameters = member(tool, "parameters");
  if (parameters === undefined) throw new TemplateError("a tool has no parameters");
  const properties = member(parameters, "properties");
  if (properties === undefined) return [];
  if (!isMapping(properties)) throw new TemplateError("the properties of a tool's parameters must be an object");
  return entriesOf(properties);
}

function declareTool(given: Json): string {
  const tool = member(given, "function") ?? given;
  const name = joinable(member(tool, "name"), "the name of a tool");
  const properties = propertiesOf(tool);
  const returns = member(tool, "return");
  const signature = properties.map(([field, schema]) => `${field}: ${pythonType(schema)}`).join(", ");
  let text = `{"type": "function", "function": {"name": "${name}", "description": "${name}(${signature})`;
  if (returns !== undefined) text += ` -> ${pythonType(returns)}`;
  text += ` - ${joinable(member(tool, "description"), "the description of a tool")}\n\n`;
  for (const [index, [field, schema]] of properties.entries())
    text += `${index === 0 ? "    Args:\n" : ""}        ${field}(${pythonType(schema)}): ${strip(printed(member(schema, "description")))}`;
  const returned = member(returns, "description");
  if (returned !== undefined) text += `\n    Returns:\n        ${joinable(returned, "a description")}`;
  return `${text}", "parameters": ${properties.length === 0 ? "{}" : dumpJson(member(tool, "parameters") ?? null)}}`;
}

const INTRODUCTION =
  "You are a function calling AI model. You are provided with function signatures within <tools></tools> XML tags. You may call one or more functions to assist with the user query. " +
  "Don't make assumptions about what values to plug into functions. Here are the available tools: <tools> ";
const INSTRUCTION =
  'Use the following pydantic model json schema for each tool call you will make: {"properties": {"name": {"title": "Name", "type": "string"}, "arguments": {"title": "Arguments", "type": "object"}}, ' +
  '"required": ["name", "arguments"], "title": "FunctionCall", "type": "object"}}\nFor each function call return a json object with function name and arguments within <tool_call></tool_call> XML tags as follows:\n' +
  '<tool_call>\n{"name": <function-name>, "arguments": <args-dict>}\n</tool_call><|im_end|>\n';

function callText({ name, arguments: given }: TemplateCall): string {
  const body = given === undefined ? "" : `, "arguments": ${typeof given === "string" ? given : dumpJson(given)}`;
  return `\n<tool_call>\n{"name": "${name}"${body || ", "}}\n</tool_call>`;
}

function renderHermes3(input: TemplateInput, out: TemplateWriter): void {
  const { messages, tools } = input;
  if (tools === null) throw new TemplateError("this template renders nothing without tools");
  out.put(
    `<|begin_of_text|><|im_start|>system\n${INTRODUCTION}${tools.map(declareTool).join("\n")} </tools>${INSTRUCTION}`,
  );
  for (const [index, message] of messages.entries()) {
    const { role, calls } = message;
    if (role === "user" || role === "system" || (role === "assistant" && calls === undefined)) {
      out
        .put(`<|im_start|>${role}\n`)
        .say(`${contentText(message)}<|im_end|>`, role === "assistant")
        .put("\n");
    } else if (role === "assistant") {
      if (printed(message.content) !== "") out.warn("the text beside a tool call is not rendered");
      const text = `${(calls ?? []).map(callText).join("")}<|im_end|>`;
      out.put("<|im_start|>assistant").put(text.startsWith("\n") ? "\n" : "");
      out.say(text.startsWith("\n") ? text.slice(1) : text).put("\n");
    } else if (role === "tool") {
      const last = index === messages.length - 1;
      if (index > 0 && messages[index - 1]?.role !== "tool") out.put("<|im_start|>tool\n");
      out.put(`<tool_response>\n${printed(message.content)}\n</tool_response>${last ? "" : "\n"}`);
      if (last || messages[index + 1]?.role !== "tool") out.put("<|im_end|>");
    } else {
      out.warn(`${role} messages are not rendered`);
    }
  }
  if (input.addGenerationPrompt) out.put("<|im_start|>assistant\n");
}

export const hermes3: TemplateFamily = {
  displayName: "Hermes 3",
  revision: "NousResearch/Hermes-3-Llama-3.1-8B tool_use",
  specialTokens: ["<|begin_of_text|>", "<|im_start|>", "<|im_end|>", "<tool_call>", "</tool_call>"],
  calls: "parallel",
  declaresTools: true,
  needsTools: true,
  textArguments: "kept",
  render: renderHermes3,
};
