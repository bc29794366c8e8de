import { entriesOf, isList, isMapping, member, printPython } from "../json.ts";
import {
  type Json,
  type JsonObject,
  type TemplateCall,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
  TemplateError,
} from "../model.ts";
import { joinable, printed, strip, truthy } from "../text.ts";

const QUOTE = '<|"|>';

function quoted(text: string): string {
  return QUOTE + text + QUOTE;
}

/** Compares by code points, as Python does. */
function compareText(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Jinja's dictsort: entries by key, upper and lower case alike. */
function sortedEntries(value: JsonObject | ReadonlyMap<string, Json>): [string, Json][] {
  return entriesOf(value).toSorted(([a], [b]) => compareText(a.toLowerCase(), b.toLowerCase()));
}

function formatArgument(value: Json, quoteKeys: boolean): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return String(value);
  if (isMapping(value))
    return `{${sortedEntries(value)
      .map(([key, item]) => `${quoteKeys ? quoted(key) : key}:${formatArgument(item, quoteKeys)}`)
      .join(",")}}`;
  if (isList(value)) return `[${value.map((item) => formatArgument(item, quoteKeys)).join(",")}]`;
  return printPython(value);
}

function upper(value: Json | undefined): string {
  return value === undefined ? "" : printPython(value).toUpperCase();
}

function formatRequired(required: Json | undefined): string {
  const names = isList(required) ? required.map((name) => quoted(printPython(name))) : [];
  return `required:[${names.join(",")}]`;
}

function formatItems(items: JsonObject | ReadonlyMap<string, Json>): string {
  const fields = sortedEntries(items)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => {
      if (key === "properties") return `properties:{${isMapping(value) ? formatParameters(value) : ""}}`;
      if (key === "required") return formatRequired(value);
      if (key !== "type") return `${key}:${formatArgument(value, true)}`;
      return `type:${formatArgument(isList(value) ? value.map(upper) : upper(value), true)}`;
    });
  return `items:{${fields.join(",")}}`;
}

const KEYWORDS: ReadonlySet<string> = new Set(["description", "type", "properties", "required", "nullable"]);

function formatParameter(schema: Json): string {
  const type = upper(member(schema, "type"));
  const fields: string[] = [];
  const description = member(schema, "description");
  if (truthy(description)) fields.push(`description:${quoted(printed(description))}`);
  const choices = member(schema, "enum");
  if (type === "STRING" && truthy(choices)) fields.push(`enum:${formatArgument(choices ?? null, true)}`);
  const items = member(schema, "items");
  if (type === "ARRAY" && isMapping(items) && truthy(items)) fields.push(formatItems(items));
  if (truthy(member(schema, "nullable"))) fields.push("nullable:true");
  if (type === "OBJECT") {
    const properties = member(schema, "properties");
    if (isMapping(properties)) fields.push(`properties:{${formatParameters(properties)}}`);
    else if (isMapping(schema)) fields.push(`properties:{${formatParameters(schema)}}`);
    const required = member(schema, "required");
    if (truthy(required)) fields.push(formatRequired(required));
  }
  fields.push(`type:${quoted(type)}`);
  return fields.join(",");
}

/** Parameters whose name is a keyword of JSON Schema are left out, as in the official text. */
function formatParameters(properties: JsonObject | ReadonlyMap<string, Json>): string {
  return sortedEntries(properties)
    .filter(([name]) => !KEYWORDS.has(name))
    .map(([name, schema]) => `${name}:{${formatParameter(schema)}}`)
    .join(",");
}

function declareTool(given: Json, out: TemplateWriter): string {
  const tool = member(given, "function");
  if (tool === undefined) throw new TemplateError("a tool has no function");
  let text = `declaration:${printed(member(tool, "name"))}{description:${quoted(printed(member(tool, "description")))}`;
  const parameters = member(tool, "parameters");
  if (truthy(parameters)) {
    const properties = member(parameters, "properties");
    const required = member(parameters, "required");
    const type = member(parameters, "type");
    text += ",parameters:{";
    if (isMapping(properties) && truthy(properties)) {
      text += `properties:{${formatParameters(properties)}},`;
      if (entriesOf(properties).some(([name]) => KEYWORDS.has(name)))
        out.warn("parameters named like a JSON Schema keyword are not declared");
    }
    if (truthy(required)) text += `${formatRequired(required)},`;
    if (truthy(type)) text += `type:${quoted(upper(type))}}`;
  }
  const response = member(tool, "response");
  if (response !== undefined) {
    text += ",response:{";
    if (truthy(member(response, "description")))
      text += `description:${quoted(printed(member(response, "description")))},`;
    if (upper(member(response, "type")) === "OBJECT") text += `type:${quoted("OBJECT")}}`;
  }
  return strip(`${text}}`);
}

function callText({ name, arguments: given }: TemplateCall): string {
  const pairs = isMapping(given)
    ? sortedEntries(given).map(([key, value]) => `${key}:${formatArgument(value, false)}`)
    : [];
  return `<|tool_call>call:${name}{${typeof given === "string" ? given : pairs.join(",")}}<tool_call|>`;
}

/** The results that answer a message's calls: the tool messages that follow it at once. */
function resultsAfter(messages: readonly TemplateMessage[], index: number): string[] {
  const results: string[] = [];
  for (let at = index + 1; messages[at]?.role === "tool"; at++) {
    const { fields, content } = messages[at] as TemplateMessage;
    const answered = messages[index]?.calls?.findLast((call) => call.id === fields["tool_call_id"]);
    const name = answered?.name ?? joinable(fields["name"] ?? null, "the name of a tool message that answers no call");
    const parts = isList(content) ? content.filter((part) => member(part, "type") === "text") : [];
    const body = isList(content) ? parts.map((part) => printed(member(part, "text"))).join("") : (content ?? null);
    const value = isMapping(body)
      ? sortedEntries(body)
          .map(([key, item]) => `${key}:${formatArgument(item, false)}`)
          .join(",")
      : `value:${formatArgument(body, false)}`;
    results.push(`response:${name}{${value}}<tool_response|>`);
  }
  return results;
}

/** The text outside every thought channel. */
function withoutThought(text: string): string {
  return strip(
    text
      .split("<channel|>")
      .map((part) => part.split("<|channel>")[0] ?? "")
      .join(""),
  );
}

function bodyOf({ content, role }: TemplateMessage): string {
  const clean = role === "assistant" ? withoutThought : strip;
  if (typeof content === "string") return clean(content);
  if (!isList(content)) return "";
  return content
    .map((part) => {
      const type = member(part, "type");
      if (type === "text") return clean(printed(member(part, "text")));
      return type === "image" || type === "audio" || type === "video" ? `<|${type}|>` : "";
    })
    .join("");
}

/** Writes one message and its results; returns whether the model's turn is left open for a result. */
function putMessage(
  messages: readonly TemplateMessage[],
  index: number,
  lastUser: number,
  out: TemplateWriter,
): "closed" | "call" | "result" {
  const message = messages[index] as TemplateMessage;
  const spoken = message.role === "assistant";
  const calls = message.calls ?? [];
  const reasoning = truthy(message.fields["reasoning"])
    ? message.fields["reasoning"]
    : message.fields["reasoning_content"];
  out.begin(spoken);
  if (truthy(reasoning) && index > lastUser && calls.length > 0)
    out.put(`<|channel>thought\n${joinable(reasoning, "reasoning")}\n<channel|>`);
  else if (truthy(reasoning)) out.warn("reasoning is rendered only beside a tool call after the last question");
  out.put(calls.map(callText).join(""));
  const results = calls.length > 0 ? resultsAfter(messages, index) : [];
  for (const result of results) out.put("<|tool_response>").end().put(result);
  out.begin(spoken).put(bodyOf(message));
  if (calls.length > 0 && results.length === 0) {
    out.put("<|tool_response>").end();
    return "call";
  }
  if (results.length > 0 && !truthy(message.content)) {
    out.end();
    return "result";
  }
  out.put("<turn|>").end().put("\n");
  return results.length > 0 ? "result" : "closed";
}

function renderGemma4(input: TemplateInput, out: TemplateWriter): void {
  const tools = input.tools ?? [];
  const [first] = input.messages;
  const system = first.role === "system" || first.role === "developer" ? first : undefined;
  const messages = system === undefined ? input.messages : input.messages.slice(1);
  out.put("<bos>");
  if (system !== undefined || tools.length > 0) {
    const declared = tools.map((tool) => `<|tool>${declareTool(tool, out)}<tool|>`).join("");
    out.put(`<|turn>system\n${strip(printed(system?.content))}${declared}<turn|>\n`);
  }
  const lastUser = messages.findLastIndex((message) => message.role === "user");
  let previous: string | undefined;
  let state: "closed" | "call" | "result" = "closed";
  for (const [index, message] of messages.entries()) {
    const { role } = message;
    if (role === "tool") {
      if (state === "closed") out.warn("tool messages that follow no call are not rendered");
      continue;
    }
    if (role !== "assistant" || previous !== "assistant") out.put(`<|turn>${role === "assistant" ? "model" : role}\n`);
    previous = role;
    state = putMessage(messages, index, lastUser, out);
  }
  if (input.addGenerationPrompt && state === "closed") out.put("<|turn>model\n<|channel>thought\n<channel|>");
}

export const gemma4: TemplateFamily = {
  displayName: "Gemma 4",
  revision: "google/gemma-4-31B-it",
  specialTokens: [
    "<bos>",
    "<|turn>",
    "<turn|>",
    "<|tool>",
    "<tool|>",
    "<|tool_call>",
    "<tool_call|>",
    "<|tool_response>",
    "<tool_response|>",
    "<|channel>",
    "<channel|>",
  ],
  calls: "parallel",
  declaresTools: true,
  rendersReasoning: true,
  render: renderGemma4,
};
