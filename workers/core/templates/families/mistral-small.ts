import { argumentsOf, splitSystem } from "../input.ts";
import { dumpJson, isList, member } from "../json.ts";
import {
  type Json,
  TemplateError,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import { dateOf, joinable, printed } from "../text.ts";
import { callIdOf, checkTurns, sameAs } from "./mistral-nemo.ts";

const DEFAULT_SYSTEM_OPENING = [
  "You are Mistral Small 3, a Large Language Model (LLM) created by Mistral AI, a French startup headquartered in Paris.",
  "Your knowledge base was last updated on 2023-10-01. The current date is ",
].join("\n");
const DEFAULT_SYSTEM = [
  ".",
  "",
  "When you're not sure about some information or when the user's request requires up-to-date or specific data, you must use the available tools to fetch the information. Do not hesitate to use tools whenever they can provide a more accurate or complete response. If no relevant tools are available, then clearly state that you don't have the information and avoid making up anything.",
  "",
  'If the user\'s question is not clear, ambiguous, or does not provide enough context for you to accurately answer the question, you do not try to answer it right away and you rather ask the user to clarify their request (e.g. "What are some good restaurants around me?" => "Where are you?" or "When is the next flight to Tokyo" => "Where do you travel from?").',
  "You are always very attentive to dates, and when asked about information at specific dates, you discard information that is at another date.",
  "You follow these instructions in all languages, and always respond to the user in the language they use or request.",
  "Next sections describe the capabilities that you have.",
  "",
  "# WEB BROWSING INSTRUCTIONS",
  "",
  "You cannot perform any web search or access internet to open URLs, links etc. If it seems like the user is expecting you to do so, you clarify the situation and ask the user to copy paste the text directly in the chat.",
  "",
  "# MULTI-MODAL INSTRUCTIONS",
  "",
  "You have the ability to read images, but you cannot generate images. You also cannot transcribe audio files or videos.",
  "You cannot read nor transcribe audio files or videos.",
  "",
  "# TOOL CALLING INSTRUCTIONS",
  "",
  "You may have access to tools that you can use to fetch information or perform actions. You must use these tools in the following situations:",
  "",
  "1. When the request requires up-to-date information.",
  "2. When the request requires specific data that you do not have in your knowledge base.",
  "3. When the request involves actions that you cannot perform without tools.",
  "",
  "Always prioritize using tools to provide the most accurate and helpful response. If tools are not available, inform the user that you cannot perform the requested action at the moment.",
].join("\n");

function defaultSystem(now: string | null): string {
  return DEFAULT_SYSTEM_OPENING + dateOf(now).iso + DEFAULT_SYSTEM;
}

function blocksText(content: Json | undefined): string {
  if (content === undefined) return "";
  if (!isList(content)) throw new TemplateError("the content of a message must be text or a list of parts");
  return content
    .map((part) => {
      const type = member(part, "type");
      if (type === "text") return printed(member(part, "text"));
      if (type === "image" || type === "image_url") return "[IMG]";
      throw new TemplateError("Only text and image blocks are supported in message content!");
    })
    .join("");
}

function systemText({ content }: TemplateMessage): string {
  return joinable(isList(content) ? member(content[0], "text") : content, "the system text");
}

function putAnswer(message: TemplateMessage, out: TemplateWriter): void {
  const calls = message.calls ?? [];
  if (calls.length === 0) {
    out.say(`${typeof message.content === "string" ? message.content : blocksText(message.content)}</s>`);
    return;
  }
  if (printed(message.content) !== "") out.warn("the text beside a tool call is not rendered");
  const items = calls.map(
    (call) => `[TOOL_CALLS]${call.name}[CALL_ID]${callIdOf(call.id)}[ARGS]${dumpJson(argumentsOf(call.arguments))}`,
  );
  out.say(`${items.join("")}</s>`);
}

function renderSmall(input: TemplateInput, out: TemplateWriter): void {
  const [system, messages] = splitSystem(input.messages);
  checkTurns(messages, (message) => message.role === "tool" || (message.calls?.length ?? 0) > 0);
  const lastUser = messages.findLast((message) => message.role === "user");
  const isLastUser = lastUser === undefined ? () => false : sameAs(lastUser);
  const declared = input.tools === null ? "" : `[AVAILABLE_TOOLS]${dumpJson(input.tools)}[/AVAILABLE_TOOLS]`;
  out.put(`<s>[SYSTEM_PROMPT]${system === undefined ? defaultSystem(input.now) : systemText(system)}[/SYSTEM_PROMPT]`);
  for (const message of messages) {
    const { role, content } = message;
    if (role === "system") {
      out.put(`[SYSTEM_PROMPT]${systemText(message)}[/SYSTEM_PROMPT]`);
    } else if (role === "user") {
      if (isLastUser(message)) out.put(declared);
      out.put(`[INST]${typeof content === "string" ? content : blocksText(content)}[/INST]`);
    } else if (role === "assistant") {
      putAnswer(message, out);
    } else if (role === "tool" || role === "tool_results") {
      const id = callIdOf(message.fields["tool_call_id"]);
      out.put(`[TOOL_RESULTS]${id}[TOOL_CONTENT]${printed(member(content, "content") ?? content)}[/TOOL_RESULTS]`);
    } else {
      throw new TemplateError("Only system, user, assistant, and tool roles are supported!");
    }
  }
}

export const mistralSmall32: TemplateFamily = {
  displayName: "Mistral Small 3.2",
  revision: "mistralai/Mistral-Small-3.2-24B-Instruct-2506",
  specialTokens: [
    "<s>",
    "</s>",
    "[SYSTEM_PROMPT]",
    "[/SYSTEM_PROMPT]",
    "[INST]",
    "[/INST]",
    "[AVAILABLE_TOOLS]",
    "[/AVAILABLE_TOOLS]",
    "[TOOL_CALLS]",
    "[CALL_ID]",
    "[ARGS]",
    "[TOOL_RESULTS]",
    "[TOOL_CONTENT]",
    "[/TOOL_RESULTS]",
  ],
  calls: "parallel",
  declaresTools: true,
  alternates: true,
  callIdLength: 9,
  render: renderSmall,
};
