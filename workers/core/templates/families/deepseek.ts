import { argumentsOf } from "../input.ts";
import { dumpJson } from "../json.ts";
import type { TemplateCall, TemplateFamily, TemplateInput, TemplateMessage, TemplateWriter } from "../model.ts";
import { afterLast, contentText, joinable, printed, truthy } from "../text.ts";

const BEGIN = "<｜begin▁of▁sentence｜>";
const END = "<｜end▁of▁sentence｜>";
const USER = "<｜User｜>";
const ASSISTANT = "<｜Assistant｜>";

/** All system messages, wherever they stand, open the text. */
function systemText(messages: readonly TemplateMessage[]): string {
  return messages
    .filter((message) => message.role === "system")
    .map(contentText)
    .join("\n\n");
}

function v3Call(call: TemplateCall): string {
  const type = joinable(call.type, "the type of a tool call");
  const given = joinable(call.arguments, "the arguments of a tool call");
  return `<｜tool▁call▁begin｜>${type}<｜tool▁sep｜>${call.name}\n\`\`\`json\n${given}\n\`\`\`<｜tool▁call▁end｜>`;
}

/** The stock template keeps its flags for the whole conversation, so only the first call message gets its header. */
function renderV3(input: TemplateInput, out: TemplateWriter): void {
  out.put(BEGIN + systemText(input.messages));
  let called = false;
  let inTool = false;
  let firstOutput = true;
  for (const message of input.messages) {
    const { role, calls } = message;
    if (role === "user") {
      inTool = false;
      out.put(USER + contentText(message));
    } else if (role === "assistant" && calls !== undefined) {
      inTool = false;
      if (calls.length > 0 && !called) out.put(ASSISTANT);
      else if (calls.length > 0 && printed(message.content) !== "")
        out.warn("the text beside every tool call but the first is not rendered");
      out.begin();
      for (const call of calls) {
        out.put(called ? "\n" : `${contentText(message)}<｜tool▁calls▁begin｜>`).put(v3Call(call));
        called = true;
      }
      out.put(`<｜tool▁calls▁end｜>${END}`).end();
    } else if (role === "assistant") {
      const text = contentText(message);
      const content = inTool ? text : afterLast(text, "</think>");
      if (content !== text) out.warn("reasoning is not rendered");
      out.put(inTool ? "<｜tool▁outputs▁end｜>" : ASSISTANT).say(content + END);
      inTool = false;
    } else if (role === "tool") {
      inTool = true;
      out.put(
        `${firstOutput ? "<｜tool▁outputs▁begin｜>" : ""}<｜tool▁output▁begin｜>${contentText(message)}<｜tool▁output▁end｜>`,
      );
      firstOutput = false;
    }
  }
  if (inTool) out.put("<｜tool▁outputs▁end｜>");
  else if (input.addGenerationPrompt) out.put(`${ASSISTANT}<think>\n`);
}

/**
 * The distilled models take only the last system message, and write a message with calls twice over: the calls, then
 * its text (unless it is null) as an answer of its own.
 */
function renderR1Distill(input: TemplateInput, out: TemplateWriter): void {
  const systems = input.messages.filter((message) => message.role === "system");
  if (systems.length > 1) out.warn("of several system messages only the last is rendered");
  out.put(BEGIN + printed(systems.at(-1)?.content));
  let called = false;
  let inTool = false;
  let firstOutput = true;
  for (const message of input.messages) {
    const { role } = message;
    if (role === "user") {
      inTool = false;
      out.put(USER + contentText(message));
    } else if (role === "assistant") {
      const calls = message.calls ?? [];
      if (calls.length > 0) {
        inTool = false;
        out
          .put(called ? "" : ASSISTANT)
          .begin()
          .put(called ? "" : "<｜tool▁calls▁begin｜>");
        for (const call of calls) {
          out.put(called ? "\n" : "").put(v3Call({ ...call, arguments: dumpJson(argumentsOf(call.arguments)) }));
          called = true;
        }
        out.put(`<｜tool▁calls▁end｜>${END}`).end();
      }
      if (message.fields["content"] === null) continue;
      const text = contentText(message);
      const content = inTool ? text : afterLast(text, "</think>");
      if (content !== text) out.warn("reasoning is not rendered");
      out.put(inTool ? "<｜tool▁outputs▁end｜>" : ASSISTANT).say(content + END);
      inTool = false;
    } else if (role === "tool") {
      inTool = true;
      const opening = firstOutput ? "<｜tool▁outputs▁begin｜>" : "\n";
      out.put(`${opening}<｜tool▁output▁begin｜>${contentText(message)}<｜tool▁output▁end｜>`);
      firstOutput = false;
    }
  }
  if (inTool) out.put("<｜tool▁outputs▁end｜>");
  else if (input.addGenerationPrompt) out.put(`${ASSISTANT}<think>\n</think>`);
}

function renderV31(input: TemplateInput, out: TemplateWriter): void {
  const opening = `${ASSISTANT}<think></think>`;
  out.put(BEGIN + systemText(input.messages));
  let afterUser = false;
  let inTool = false;
  for (const message of input.messages) {
    const { role } = message;
    const calls = message.calls ?? [];
    if (role === "user") {
      inTool = false;
      afterUser = true;
      out.put(USER + contentText(message));
    } else if (role === "assistant") {
      if (afterUser) out.put(opening);
      afterUser = false;
      if (calls.length > 0) {
        const items = calls.map(
          (call) =>
            `<｜tool▁call▁begin｜>${call.name}<｜tool▁sep｜>${dumpJson(argumentsOf(call.arguments))}<｜tool▁call▁end｜>`,
        );
        const text = truthy(message.content) ? contentText(message) : "";
        out.say(`${text}<｜tool▁calls▁begin｜>${items.join("")}<｜tool▁calls▁end｜>${END}`);
      } else {
        const text = contentText(message);
        const mark = inTool ? -1 : text.indexOf("</think>");
        if (mark >= 0) out.warn("reasoning is not rendered");
        out.say((mark < 0 ? text : text.slice(mark + "</think>".length)) + END);
      }
      inTool = false;
    } else if (role === "tool") {
      afterUser = false;
      inTool = true;
      out.put(`<｜tool▁output▁begin｜>${contentText(message)}<｜tool▁output▁end｜>`);
    }
  }
  if (input.addGenerationPrompt && afterUser && !inTool) out.put(opening);
}

const TOKENS = [
  BEGIN,
  END,
  USER,
  ASSISTANT,
  "<｜tool▁calls▁begin｜>",
  "<｜tool▁call▁begin｜>",
  "<｜tool▁sep｜>",
  "<｜tool▁call▁end｜>",
  "<｜tool▁calls▁end｜>",
];

export const deepseekV3: TemplateFamily = {
  displayName: "DeepSeek V3",
  revision: "deepseek-ai/DeepSeek-V3",
  specialTokens: [
    ...TOKENS,
    "<｜tool▁outputs▁begin｜>",
    "<｜tool▁outputs▁end｜>",
    "<｜tool▁output▁begin｜>",
    "<｜tool▁output▁end｜>",
  ],
  calls: "parallel",
  declaresTools: false,
  textArguments: "required",
  render: renderV3,
};

export const deepseekV31: TemplateFamily = {
  displayName: "DeepSeek V3.1",
  revision: "deepseek-ai/DeepSeek-V3.1",
  specialTokens: [...TOKENS, "<｜tool▁output▁begin｜>", "<｜tool▁output▁end｜>", "<think>", "</think>"],
  calls: "parallel",
  declaresTools: false,
  render: renderV31,
};

export const deepseekR1Distill: TemplateFamily = {
  ...deepseekV3,
  displayName: "DeepSeek R1 Distill",
  revision: "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B",
  textArguments: "parsed",
  render: renderR1Distill,
};
