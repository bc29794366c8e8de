import { dumpJson, entriesOf, isList, isMapping, member, printPython } from "../json.ts";
import {
  type Json,
  TemplateError,
  type TemplateCall,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import {
  afterLast,
  beforeFirst,
  contentText,
  joinable,
  printed,
  strip,
  stripNewlines,
  stripNewlinesEnd,
  stripNewlinesStart,
  truthy,
} from "../text.ts";
import { argumentsOf } from "./llama.ts";

const DEFAULT_SYSTEM = "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.";
const TOOLS_OPEN =
  "# Tools\n\nYou may call one or more functions to assist with the user query.\n\nYou are provided with function signatures within <tools></tools> XML tags:\n<tools>";
const TOOLS_CLOSE =
  "\n</tools>\n\nFor each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:\n" +
  '<tool_call>\n{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call><|im_end|>\n';

function declare(tools: readonly Json[]): string {
  return TOOLS_OPEN + tools.map((tool) => `\n${dumpJson(tool)}`).join("") + TOOLS_CLOSE;
}

/** A run of tool results is one user turn. `next` and `previous` are the neighbours' roles. */
function putToolResult(out: TemplateWriter, text: string, opens: boolean, closes: boolean): void {
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

/** The reasoning and the answer of a text that carries its own think block. */
export function splitThinking(text: string): { reasoning: string; content: string } {
  if (!text.includes("</think>")) return { reasoning: "", content: text };
  const reasoning = afterLast(stripNewlinesEnd(beforeFirst(text, "</think>")), "<think>");
  return { reasoning: stripNewlinesStart(reasoning), content: stripNewlinesStart(afterLast(text, "</think>")) };
}

/** Index of the last message that is a real question of the user's, not a tool result sent in their name. */
function lastQuery(messages: readonly TemplateMessage[], textOf: (message: TemplateMessage) => string): number {
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index] as TemplateMessage;
    if (message.role !== "user") continue;
    const text = textOf(message);
    if (!(text.startsWith("<tool_response>") && text.endsWith("</tool_response>"))) return index;
  }
  return -1;
}

function renderQwen3(input: TemplateInput, out: TemplateWriter): void {
  const { messages, tools } = input;
  const [first] = messages;
  const system = first.role === "system" ? contentText(first) : null;
  if (tools !== null && tools.length > 0) {
    out.put(`<|im_start|>system\n${system === null ? "" : `${system}\n\n`}${declare(tools)}`);
  } else if (system !== null) {
    out.put(`<|im_start|>system\n${system}<|im_end|>\n`);
  }
  const found = lastQuery(messages, contentText);
  const query = found < 0 ? messages.length - 1 : found;
  for (const [index, message] of messages.entries()) {
    const { role } = message;
    if (role === "user" || (role === "system" && index > 0)) {
      out.put(`<|im_start|>${role}\n${contentText(message)}<|im_end|>\n`);
    } else if (role === "assistant") {
      putQwen3Answer(message, index > query, index === messages.length - 1, out);
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
  if (input.addGenerationPrompt) out.put("<|im_start|>assistant\n");
}

/** Calls as JSON, each on lines of its own; arguments that came as text stay as they are. */
function putJsonCalls(message: TemplateMessage, content: string, out: TemplateWriter): void {
  for (const [at, call] of (message.calls ?? []).entries()) {
    if (at > 0 || content !== "") out.put("\n");
    const given = argumentsOf(call.arguments);
    out.put(
      `<tool_call>\n{"name": "${call.name}", "arguments": ${typeof given === "string" ? given : dumpJson(given)}}\n</tool_call>`,
    );
  }
}

function putQwen3Answer(message: TemplateMessage, afterQuery: boolean, last: boolean, out: TemplateWriter): void {
  const given = message.fields["reasoning_content"];
  const split = given === undefined || given === null ? splitThinking(contentText(message)) : null;
  const content = split?.content ?? contentText(message);
  const reasoning = split?.reasoning ?? joinable(given, "reasoning_content");
  out.put("<|im_start|>assistant\n");
  if (afterQuery && (last || reasoning !== "")) {
    const thought = stripNewlines(reasoning);
    out
      .begin(thought !== "")
      .put(`<think>\n${thought}\n</think>\n\n`)
      .begin()
      .put(stripNewlinesStart(content));
  } else {
    if (reasoning !== "") out.warn("reasoning before the last question is not rendered");
    out.begin().put(content);
  }
  putJsonCalls(message, content, out);
  out.put("<|im_end|>").end().put("\n");
}

/** The instruct models of July 2025 have no reasoning at all. */
function renderQwen2507(input: TemplateInput, out: TemplateWriter): void {
  const { messages, tools } = input;
  const [first] = messages;
  const system = first.role === "system" ? contentText(first) : null;
  if (tools !== null && tools.length > 0) {
    out.put(`<|im_start|>system\n${system === null ? "" : `${system}\n\n`}${declare(tools)}`);
  } else if (system !== null) {
    out.put(`<|im_start|>system\n${system}<|im_end|>\n`);
  }
  for (const [index, message] of messages.entries()) {
    const { role } = message;
    const content = typeof message.content === "string" ? message.content : "";
    if (role === "user" || (role === "system" && index > 0)) {
      out.put(`<|im_start|>${role}\n${content}<|im_end|>\n`);
    } else if (role === "assistant") {
      out.put("<|im_start|>assistant\n").begin().put(content);
      putJsonCalls(message, content, out);
      out.put("<|im_end|>").end().put("\n");
    } else if (role === "tool") {
      putToolResult(out, content, messages[index - 1]?.role !== "tool", messages[index + 1]?.role !== "tool");
    } else if (role !== "system") {
      out.warn(`${role} messages are not rendered`);
    }
  }
  if (input.addGenerationPrompt) out.put("<|im_start|>assistant\n");
}

/** The instruction that Qwen 3.5+ and Nemotron 3 share for calls written as XML. */
export const XML_CALL_INSTRUCTION =
  "\n\nIf you choose to call a function ONLY reply in the following format with NO suffix:\n\n<tool_call>\n<function=example_function_name>\n" +
  "<parameter=example_parameter_1>\nvalue_1\n</parameter>\n<parameter=example_parameter_2>\nThis is the value for the second parameter\nthat can span\nmultiple lines\n</parameter>\n</function>\n</tool_call>\n\n" +
  "<IMPORTANT>\nReminder:\n- Function calls MUST follow the specified format: an inner <function=...></function> block must be nested within <tool_call></tool_call> XML tags\n" +
  "- Required parameters MUST be specified\n- You may provide optional reasoning for your function call in natural language BEFORE the function call, but NOT after\n" +
  "- If there is no function call available, answer the question like normal with your current knowledge and do not tell the user about function calls\n</IMPORTANT>";

function visionText(message: TemplateMessage): string {
  const { content, role } = message;
  if (content === undefined || content === null) return "";
  if (typeof content === "string") return content;
  if (!isList(content)) throw new TemplateError("Unexpected content type.");
  return content
    .map((part) => {
      const type = member(part, "type");
      const media = ["image", "video"].find(
        (kind) =>
          type === kind ||
          member(part, kind) !== undefined ||
          (kind === "image" && member(part, "image_url") !== undefined),
      );
      if (media !== undefined && role === "system") throw new TemplateError(`System message cannot contain ${media}s.`);
      if (media !== undefined) return `<|vision_start|><|${media}_pad|><|vision_end|>`;
      if (member(part, "text") === undefined) throw new TemplateError("Unexpected item type in content.");
      return printed(member(part, "text"));
    })
    .join("");
}

type ValueText = (value: Json) => string;

/** Qwen 3.6 writes every value but text as JSON; 3.5 writes only lists and objects so, the rest as Python prints it. */
const AS_JSON: ValueText = (value) => (typeof value === "string" ? value : dumpJson(value));
const AS_PYTHON: ValueText = (value) => (isList(value) || isMapping(value) ? dumpJson(value) : printPython(value));

function xmlCall(call: TemplateCall, valueText: ValueText): string {
  let text = `<tool_call>\n<function=${call.name}>\n`;
  if (call.arguments !== undefined) {
    if (!isMapping(call.arguments)) throw new TemplateError("tool call arguments must be an object");
    for (const [name, value] of entriesOf(call.arguments))
      text += `<parameter=${name}>\n${valueText(value)}\n</parameter>\n`;
  }
  return `${text}</function>\n</tool_call>`;
}

function renderQwen36(valueText: ValueText, input: TemplateInput, out: TemplateWriter): void {
  const { messages, tools } = input;
  const [first] = messages;
  const system = first.role === "system" ? strip(visionText(first)) : null;
  if (tools !== null && tools.length > 0) {
    const declared = tools.map((tool) => `\n${dumpJson(tool)}`).join("");
    out.put(
      `<|im_start|>system\n# Tools\n\nYou have access to the following functions:\n\n<tools>${declared}\n</tools>${XML_CALL_INSTRUCTION}`,
    );
    out.put(`${system === null || system === "" ? "" : `\n\n${system}`}<|im_end|>\n`);
  } else if (system !== null) {
    out.put(`<|im_start|>system\n${system}<|im_end|>\n`);
  }
  const query = lastQuery(messages, (message) => strip(visionText(message)));
  if (query < 0) throw new TemplateError("No user query found in messages.");
  for (const [index, message] of messages.entries()) {
    const { role } = message;
    const content = strip(visionText(message));
    if (role === "system") {
      if (index > 0) throw new TemplateError("System message must be at the beginning.");
    } else if (role === "user") {
      out.put(`<|im_start|>user\n${content}<|im_end|>\n`);
    } else if (role === "assistant") {
      putQwen36Answer(message, content, index > query, valueText, out);
    } else if (role === "tool") {
      putToolResult(
        out,
        content,
        index > 0 && messages[index - 1]?.role !== "tool",
        messages[index + 1]?.role !== "tool",
      );
    } else {
      throw new TemplateError("Unexpected message role.");
    }
  }
  if (input.addGenerationPrompt) out.put("<|im_start|>assistant\n<think>\n");
}

function putQwen36Answer(
  message: TemplateMessage,
  text: string,
  afterQuery: boolean,
  valueText: ValueText,
  out: TemplateWriter,
): void {
  const given = message.fields["reasoning_content"];
  const split = typeof given === "string" ? { reasoning: given, content: text } : splitThinking(text);
  const reasoning = strip(split.reasoning);
  const { content } = split;
  out.put("<|im_start|>assistant\n");
  if (afterQuery) out.begin(reasoning !== "").put(`<think>\n${reasoning}\n</think>\n\n`);
  else if (reasoning !== "") out.warn("reasoning before the last question is not rendered");
  out.begin().put(content);
  for (const [at, call] of (message.calls ?? []).entries()) {
    if (at > 0) out.put("\n");
    else if (strip(content) !== "") out.put("\n\n");
    out.put(xmlCall(call, valueText));
  }
  out.put("<|im_end|>").end().put("\n");
}

const CHATML_TOKENS = ["<|im_start|>", "<|im_end|>"];

export const qwen25: TemplateFamily = {
  displayName: "Qwen 2.5",
  revision: "Qwen/Qwen2.5-7B-Instruct",
  specialTokens: [...CHATML_TOKENS, "<tool_call>", "</tool_call>"],
  calls: "parallel",
  declaresTools: true,
  render: (input, out) => renderQwen2({ defaultSystem: DEFAULT_SYSTEM, cutsReasoning: false, prompt: "" }, input, out),
};

export const qwen3: TemplateFamily = {
  displayName: "Qwen 3",
  revision: "Qwen/Qwen3-0.6B",
  specialTokens: [
    ...CHATML_TOKENS,
    "<think>",
    "</think>",
    "<tool_call>",
    "</tool_call>",
    "<tool_response>",
    "</tool_response>",
  ],
  calls: "parallel",
  declaresTools: true,
  rendersReasoning: true,
  textArguments: "kept",
  render: renderQwen3,
};

export const qwen36: TemplateFamily = {
  ...qwen3,
  displayName: "Qwen 3.6",
  revision: "Qwen/Qwen3.6 (huggingface/trl trl/chat_templates/qwen3_6.jinja)",
  textArguments: "parsed",
  render: (input, out) => renderQwen36(AS_JSON, input, out),
};

export const qwen35: TemplateFamily = {
  ...qwen36,
  displayName: "Qwen 3.5",
  revision: "Qwen/Qwen3.5-4B",
  render: (input, out) => renderQwen36(AS_PYTHON, input, out),
};

export const qwen2507: TemplateFamily = {
  ...qwen3,
  displayName: "Qwen 3 Instruct 2507",
  revision: "Qwen/Qwen3-4B-Instruct-2507",
  rendersReasoning: false,
  render: renderQwen2507,
};

export const qwq: TemplateFamily = {
  ...qwen25,
  displayName: "QwQ 32B",
  revision: "Qwen/QwQ-32B",
  specialTokens: [...CHATML_TOKENS, "<think>", "</think>", "<tool_call>", "</tool_call>"],
  render: (input, out) =>
    renderQwen2({ defaultSystem: null, cutsReasoning: true, prompt: "<think>\n</think>" }, input, out),
};
