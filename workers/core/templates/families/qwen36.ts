import { dumpJson, isList, member } from "../json.ts";
import {
  TemplateError,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import { printed, splitThinking, strip } from "../text.ts";
import { putToolResult } from "./qwen2.ts";
import { lastQuery, qwen3 } from "./qwen3.ts";
import { AS_JSON, AS_PYTHON, type ValueText, XML_CALL_INSTRUCTION, xmlCall } from "./xml-tools.ts";

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
