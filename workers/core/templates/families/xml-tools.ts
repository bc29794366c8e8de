// Calls and tool definitions written as XML: the grammar that Qwen 3 Coder, Qwen 3.5 and later and Nemotron 3 share.
import { dumpJson, entriesOf, isList, isMapping, member, printPython } from "../json.ts";
import { type Json, TemplateError, type TemplateCall } from "../model.ts";
import { printed, strip } from "../text.ts";

/** The instruction that Qwen 3.5+ and Nemotron 3 share for calls written as XML. */
export const XML_CALL_INSTRUCTION =
  "\n\nIf you choose to call a function ONLY reply in the following format with NO suffix:\n\n<tool_call>\n<function=example_function_name>\n" +
  "<parameter=example_parameter_1>\nvalue_1\n</parameter>\n<parameter=example_parameter_2>\nThis is the value for the second parameter\nthat can span\nmultiple lines\n</parameter>\n</function>\n</tool_call>\n\n" +
  "<IMPORTANT>\nReminder:\n- Function calls MUST follow the specified format: an inner <function=...></function> block must be nested within <tool_call></tool_call> XML tags\n" +
  "- Required parameters MUST be specified\n- You may provide optional reasoning for your function call in natural language BEFORE the function call, but NOT after\n" +
  "- If there is no function call available, answer the question like normal with your current knowledge and do not tell the user about function calls\n</IMPORTANT>";

export type ValueText = (value: Json) => string;

/** Qwen 3.6 writes every value but text as JSON; 3.5 writes only lists and objects so, the rest as Python prints it. */
export const AS_JSON: ValueText = (value) => (typeof value === "string" ? value : dumpJson(value));
export const AS_PYTHON: ValueText = (value) =>
  isList(value) || isMapping(value) ? dumpJson(value) : printPython(value);

/** A call as XML, one parameter after another. */
export function xmlCall(call: TemplateCall, valueText: ValueText): string {
  let text = `<tool_call>\n<function=${call.name}>\n`;
  if (call.arguments !== undefined) {
    if (!isMapping(call.arguments)) throw new TemplateError("tool call arguments must be an object");
    for (const [name, value] of entriesOf(call.arguments))
      text += `<parameter=${name}>\n${valueText(value)}\n</parameter>\n`;
  }
  return `${text}</function>\n</tool_call>`;
}

function extraKeys(value: Json | undefined, handled: readonly string[]): string {
  if (!isMapping(value)) return "";
  return entriesOf(value)
    .filter(([key]) => !handled.includes(key))
    .map(([key, item]) => `\n<${key}>${isMapping(item) || isList(item) ? dumpJson(item) : printPython(item)}</${key}>`)
    .join("");
}

/** Which keys of a schema have a line of their own: the rest follow as extra keys, in their order. */
export interface ToolStyle {
  field: readonly string[];
  parameters: readonly string[];
}

/** A tool definition as XML. */
export function describeTool(given: Json, style: ToolStyle): string {
  const tool = member(given, "function") ?? given;
  const parameters = member(tool, "parameters");
  const properties = member(parameters, "properties");
  const description = member(tool, "description");
  let text = `\n<function>\n<name>${printed(member(tool, "name"))}</name>`;
  if (description !== undefined) text += `\n<description>${strip(printPython(description))}</description>`;
  text += "\n<parameters>";
  for (const [name, field] of isMapping(properties) ? entriesOf(properties) : []) {
    const type = member(field, "type");
    const about = member(field, "description");
    const choices = style.field.includes("enum") ? member(field, "enum") : undefined;
    text += `\n<parameter>\n<name>${name}</name>`;
    if (type !== undefined) text += `\n<type>${printPython(type)}</type>`;
    if (about !== undefined) text += `\n<description>${strip(printPython(about))}</description>`;
    if (choices !== undefined) text += `\n<enum>${dumpJson(choices)}</enum>`;
    text += `${extraKeys(field, style.field)}\n</parameter>`;
  }
  text += extraKeys(parameters, style.parameters);
  const required = style.parameters.includes("required") ? member(parameters, "required") : undefined;
  if (required !== undefined) text += `\n<required>${dumpJson(required)}</required>`;
  return `${text}\n</parameters>${extraKeys(tool, ["type", "name", "description", "parameters"])}\n</function>`;
}
