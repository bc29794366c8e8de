import { argumentsOf, splitSystem } from "../input.ts";
import { dumpJson, isList, isMapping, member } from "../json.ts";
import {
  type Json,
  TemplateError,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import { contentText, dateOf, printed, strip } from "../text.ts";

const TOOL_INTRODUCTION =
  "Given the following functions, please respond with a JSON for a function call with its proper arguments that best answers the given prompt.\n\n" +
  'Respond in the format {"name": function name, "parameters": dictionary of argument name and its value}.Do not use variables.\n\n';

/** Takes the message that Llama puts the tool definitions into: the first one, whoever speaks. */
function takeToolMessage(
  messages: readonly TemplateMessage[],
  tools: readonly Json[],
  textOf: (message: TemplateMessage) => string,
  out: TemplateWriter,
): [string, readonly TemplateMessage[]] {
  const first = messages[0];
  if (first === undefined)
    throw new TemplateError("Cannot put tools in the first user message when there's no first user message!");
  if (first.role !== "user")
    out.warn(`the first message is rendered as the user's, although its role is ${first.role}`);
  const declared = tools.map((tool) => `${dumpJson(tool, 4)}\n\n`).join("");
  return [TOOL_INTRODUCTION + declared + strip(textOf(first)), messages.slice(1)];
}

function renderLlama31(date: string, input: TemplateInput, out: TemplateWriter): void {
  const open = (role: string): string => `<|start_header_id|>${role}<|end_header_id|>\n\n`;
  const [system, rest] = splitSystem(input.messages);
  let messages = rest;
  out.put(`<|begin_of_text|>${open("system")}`);
  if (input.tools !== null) out.put("Environment: ipython\n");
  out.put(`Cutting Knowledge Date: December 2023\nToday Date: ${date}\n\n`);
  out.put(`${strip(printed(system?.content))}<|eot_id|>`);
  if (input.tools !== null) {
    const [text, others] = takeToolMessage(messages, input.tools, (message) => printed(message.content), out);
    messages = others;
    out.put(`${open("user")}${text}<|eot_id|>`);
  }
  for (const message of messages) {
    const { role, calls } = message;
    if (calls !== undefined) {
      const call = calls[0];
      if (call === undefined || calls.length !== 1)
        throw new TemplateError("This model only supports single tool-calls at once!");
      if (printed(message.content) !== "") out.warn("the text beside a tool call is not rendered");
      out
        .put(open("assistant"))
        .say(`{"name": "${call.name}", "parameters": ${dumpJson(argumentsOf(call.arguments))}}<|eot_id|>`);
    } else if (role === "tool" || role === "ipython") {
      const content = message.content ?? "";
      const shown =
        typeof content === "string" || isMapping(content) || isList(content) ? dumpJson(content) : printed(content);
      out.put(`${open("ipython")}${shown}<|eot_id|>`);
    } else {
      out.put(open(role)).say(`${strip(printed(message.content))}<|eot_id|>`, role === "assistant");
    }
  }
  if (input.addGenerationPrompt) out.put(open("assistant"));
}

/** Llama 3 knows neither tools nor a system block of its own. */
function renderLlama3(input: TemplateInput, out: TemplateWriter): void {
  out.put("<|begin_of_text|>");
  for (const message of input.messages) {
    out.put(`<|start_header_id|>${message.role}<|end_header_id|>\n\n`);
    out.say(`${strip(printed(message.content))}<|eot_id|>`, message.role === "assistant");
  }
  if (input.addGenerationPrompt) out.put("<|start_header_id|>assistant<|end_header_id|>\n\n");
}

function renderLlama4(input: TemplateInput, out: TemplateWriter): void {
  const open = (role: string): string => `<|header_start|>${role}<|header_end|>\n\n`;
  const [system, rest] = splitSystem(input.messages);
  let messages = rest;
  out.put("<|begin_of_text|>");
  if (system !== undefined) {
    out.put(open("system"));
    if (input.tools !== null) out.put("Environment: ipython\n");
    out.put(`${strip(joinedText(system))}<|eot|>`);
  }
  if (input.tools !== null) {
    const [text, others] = takeToolMessage(messages, input.tools, joinedText, out);
    messages = others;
    out.put(`${open("user")}${text}<|eot|>`);
  }
  for (const message of messages) {
    const { role, calls } = message;
    if (calls === undefined && role !== "tool" && role !== "ipython") {
      out.put(open(role)).say(`${partsWithImages(message)}<|eot|>`, role === "assistant");
    } else if (calls !== undefined && calls.length > 0) {
      out
        .put(open("assistant"))
        .begin()
        .put(`<|python_start|>${partsWithImages(message)}<|python_end|>`);
      for (const call of calls)
        out.put(`{"name": "${call.name}", "parameters": ${dumpJson(argumentsOf(call.arguments))}}`);
      out.put("<|eot|>").end();
    } else if (role === "tool" || role === "ipython") {
      const content = message.content ?? "";
      const shown =
        typeof content === "string" || isMapping(content) || isList(content) ? dumpJson(content) : printed(content);
      out.put(`${open("ipython")}${shown}<|eot|>`);
    } else {
      out.warn("a message with an empty list of tool calls is not rendered");
    }
  }
  if (input.addGenerationPrompt) out.put(open("assistant"));
}

/** Text as it is, or the text parts of a list joined. */
function joinedText(message: TemplateMessage): string {
  if (message.content === undefined) return "";
  if (!isList(message.content)) return contentText(message);
  return message.content.map((part) => printed(member(part, "text"))).join("");
}

function partsWithImages(message: TemplateMessage): string {
  if (message.content === undefined) return "";
  if (!isList(message.content)) return contentText(message);
  return message.content
    .map((part) => {
      const type = member(part, "type");
      return type === "image" ? "<|image|>" : type === "text" ? printed(member(part, "text")) : "";
    })
    .join("");
}

export const llama31: TemplateFamily = {
  displayName: "Llama 3.1",
  revision: "meta-llama/Llama-3.1-8B-Instruct",
  specialTokens: ["<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"],
  calls: "single",
  declaresTools: true,
  render: (input, out) => renderLlama31("26 Jul 2024", input, out),
};

export const llama3: TemplateFamily = {
  ...llama31,
  displayName: "Llama 3",
  revision: "meta-llama/Meta-Llama-3-8B-Instruct",
  calls: "none",
  declaresTools: false,
  render: renderLlama3,
};

export const llama32: TemplateFamily = {
  ...llama31,
  displayName: "Llama 3.2",
  revision: "meta-llama/Llama-3.2-3B-Instruct",
  render: (input, out) => renderLlama31(dateOf(input.now).short, input, out),
};

export const llama33: TemplateFamily = {
  ...llama31,
  displayName: "Llama 3.3",
  revision: "meta-llama/Llama-3.3-70B-Instruct",
};

export const llama4: TemplateFamily = {
  displayName: "Llama 4",
  revision: "meta-llama/Llama-4-Scout-17B-16E-Instruct",
  specialTokens: [
    "<|begin_of_text|>",
    "<|header_start|>",
    "<|header_end|>",
    "<|eot|>",
    "<|python_start|>",
    "<|python_end|>",
    "<|image|>",
  ],
  calls: "parallel",
  declaresTools: true,
  render: renderLlama4,
};
