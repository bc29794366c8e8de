import { argumentsOf } from "../input.ts";
import { dumpJson } from "../json.ts";
import type { TemplateFamily, TemplateInput, TemplateMessage, TemplateWriter } from "../model.ts";
import { contentText, joinable, printed, splitThinking, stripNewlines, stripNewlinesStart } from "../text.ts";
import { CHATML_TOKENS, declare, putToolResult } from "./qwen2.ts";

/** Index of the last message that is a real question of the user's, not a tool result sent in their name. */
export function lastQuery(messages: readonly TemplateMessage[], textOf: (message: TemplateMessage) => string): number {
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

export const qwen2507: TemplateFamily = {
  ...qwen3,
  displayName: "Qwen 3 Instruct 2507",
  revision: "Qwen/Qwen3-4B-Instruct-2507",
  rendersReasoning: false,
  render: renderQwen2507,
};
