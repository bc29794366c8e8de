// The two plain formats of the chujiezheng collection: no tokens but the sentence's, strict turns, no tools.
import { splitSystem } from "../input.ts";
import { TemplateError, type TemplateFamily, type TemplateInput, type TemplateWriter } from "../model.ts";
import { printed, strip } from "../text.ts";

interface TurnStyle {
  user: string;
  assistant: string;
  /** What follows each message's text. */
  gap: string;
  prompt: string;
}

/** The line breaks and the indentation are what the official text prints, byte for byte. */
function renderTurns(style: TurnStyle, input: TemplateInput, out: TemplateWriter): void {
  const [system, messages] = splitSystem(input.messages);
  out.put(`\n<s>${system === undefined ? "" : `${strip(printed(system.content))}\n\n`}\n`);
  for (const [index, { role, content }] of messages.entries()) {
    if ((role === "user") !== (index % 2 === 0))
      throw new TemplateError("Conversation roles must alternate user/assistant/user/assistant/...");
    out.put("\n");
    if (role === "user") out.put(`        ${style.user}${strip(printed(content))}${style.gap}\n`);
    else if (role === "assistant")
      out
        .put(`        ${style.assistant}`)
        .say(`${strip(printed(content))}</s>`)
        .put(`${style.gap}\n`);
    else out.warn(`${role} messages are not rendered`);
  }
  out.put("\n");
  if (input.addGenerationPrompt) out.put(`    ${style.prompt}\n`);
}

const ALPACA: TurnStyle = {
  user: "### Instruction:\n",
  assistant: "### Response:\n",
  gap: "\n\n",
  prompt: "### Response:\n",
};
const VICUNA: TurnStyle = { user: "USER: ", assistant: "ASSISTANT: ", gap: "\n", prompt: "ASSISTANT:" };

export const alpaca: TemplateFamily = {
  displayName: "Alpaca",
  revision: "chujiezheng/chat_templates alpaca.jinja",
  specialTokens: ["<s>", "</s>"],
  calls: "none",
  declaresTools: false,
  alternates: true,
  render: (input, out) => renderTurns(ALPACA, input, out),
};

export const vicuna: TemplateFamily = {
  ...alpaca,
  displayName: "Vicuna",
  revision: "chujiezheng/chat_templates vicuna.jinja",
  render: (input, out) => renderTurns(VICUNA, input, out),
};
