import { splitSystem } from "../input.ts";
import { isList, member } from "../json.ts";
import {
  TemplateError,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import { contentText, joinable, printed, strip } from "../text.ts";

function bodyOf({ content }: TemplateMessage): string {
  if (typeof content === "string") return strip(content);
  if (content === undefined) return "";
  if (!isList(content)) throw new TemplateError("Invalid content type");
  return content
    .map((part) => {
      const type = member(part, "type");
      return type === "image" ? "<start_of_image>" : type === "text" ? strip(printed(member(part, "text"))) : "";
    })
    .join("");
}

/** Gemma 3 has no system role: the system text opens the first user's turn, untrimmed. */
function renderGemma3(input: TemplateInput, out: TemplateWriter): void {
  const [system, messages] = splitSystem(input.messages);
  let prefix = "";
  if (system !== undefined)
    prefix = `${isList(system.content) ? joinable(member(system.content[0], "text"), "a system part") : contentText(system)}\n\n`;
  if (messages.length === 0 && prefix !== "") out.warn("a system text alone is not rendered");
  out.put("<bos>");
  for (const [index, message] of messages.entries()) {
    const { role } = message;
    if ((role === "user") !== (index % 2 === 0))
      throw new TemplateError("Conversation roles must alternate user/assistant/user/assistant/...");
    out.put(`<start_of_turn>${role === "assistant" ? "model" : role}\n${index === 0 ? prefix : ""}`);
    out.say(`${bodyOf(message)}<end_of_turn>`, role === "assistant").put("\n");
  }
  if (input.addGenerationPrompt) out.put("<start_of_turn>model\n");
}

function renderGemma2(input: TemplateInput, out: TemplateWriter): void {
  const { messages } = input;
  if (messages[0].role === "system") throw new TemplateError("System role not supported");
  out.put("<bos>");
  for (const [index, { role, content }] of messages.entries()) {
    if ((role === "user") !== (index % 2 === 0))
      throw new TemplateError("Conversation roles must alternate user/assistant/user/assistant/...");
    out.put(`<start_of_turn>${role === "assistant" ? "model" : role}\n`);
    out.say(`${strip(printed(content))}<end_of_turn>`, role === "assistant").put("\n");
  }
  if (input.addGenerationPrompt) out.put("<start_of_turn>model\n");
}

export const gemma3: TemplateFamily = {
  displayName: "Gemma 3",
  revision: "google/gemma-3-4b-it",
  specialTokens: ["<bos>", "<start_of_turn>", "<end_of_turn>", "<start_of_image>"],
  calls: "none",
  declaresTools: false,
  alternates: true,
  render: renderGemma3,
};

export const gemma2: TemplateFamily = {
  ...gemma3,
  displayName: "Gemma 2",
  revision: "google/gemma-2-2b-it",
  specialTokens: ["<bos>", "<start_of_turn>", "<end_of_turn>"],
  refusesSystem: true,
  render: renderGemma2,
};
