import { splitSystem } from "../input.ts";
import { dumpJson, entriesOf, isList, isMapping, member } from "../json.ts";
import {
  type Json,
  TemplateError,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import { codePoints, contentText, joinable, printed } from "../text.ts";

/** Refuses a conversation whose turns do not alternate, leaving aside what has to do with tools. */
export function checkTurns(messages: readonly TemplateMessage[], ofTools: (message: TemplateMessage) => boolean): void {
  const turns = messages.filter((message) => !ofTools(message));
  if (turns.some(({ role }, index) => (role === "user") !== (index % 2 === 0)))
    throw new TemplateError(
      "After the optional system message, conversation roles must alternate user/assistant/user/assistant/...",
    );
}

/** A definition as the template writes it: text values are not escaped, the key `return` is left out. */
function declareTool(given: Json): string {
  const tool = member(given, "function");
  if (!isMapping(tool)) throw new TemplateError("a tool has no function");
  const fields = entriesOf(tool)
    .filter(([key]) => key !== "return")
    .map(([key, value]) => `"${key}": ${typeof value === "string" ? `"${value}"` : dumpJson(value)}`);
  return `{"type": "function", "function": {${fields.join(", ")}}}`;
}

/** A tool call's id, which must have nine characters. */
export function callIdOf(value: Json | undefined): string {
  const id = joinable(value, "a tool call's id");
  if (codePoints(id) !== 9) throw new TemplateError("Tool call IDs should be alphanumeric strings with length 9!");
  return id;
}

function callList({ calls = [], fields }: TemplateMessage): string {
  const given = fields["tool_calls"];
  const items = calls.map((call, index) => {
    const described = member(isList(given) ? given[index] : undefined, "function");
    if (!isMapping(described)) throw new TemplateError("a tool call has no function");
    const ordered = new Map(entriesOf(described));
    if (call.arguments !== undefined) ordered.set("arguments", call.arguments);
    return `${dumpJson(ordered).slice(0, -1)}, "id": "${callIdOf(call.id)}"}`;
  });
  return `[TOOL_CALLS][${items.join(", ")}${items.length > 0 ? "]</s>" : ""}`;
}

/** Jinja compares whole messages, so an earlier one that equals the last user message is taken for it. */
export function sameAs(message: TemplateMessage): (other: TemplateMessage) => boolean {
  const whole = dumpJson(message.fields);
  const { content } = message;
  return (other) => other === message || (other.content === content && dumpJson(other.fields) === whole);
}

function renderNemo(input: TemplateInput, out: TemplateWriter): void {
  const { tools } = input;
  const [system, messages] = splitSystem(input.messages);
  checkTurns(messages, ({ role, calls }) => role === "tool" || role === "tool_results" || calls !== undefined);
  const lastUser = messages.findLast((message) => message.role === "user");
  const isLastUser = lastUser === undefined ? () => false : sameAs(lastUser);
  const declared =
    tools === null
      ? ""
      : `[AVAILABLE_TOOLS][${tools.map(declareTool).join(", ")}${tools.length > 0 ? "]" : ""}[/AVAILABLE_TOOLS]`;
  if (system !== undefined && messages.at(-1)?.role !== "user")
    out.warn("the system text is rendered only before a last message of the user's");
  out.put("<s>");
  for (const [index, message] of messages.entries()) {
    const { role } = message;
    if (role === "user") {
      if (isLastUser(message)) out.put(declared);
      const opening = system !== undefined && index === messages.length - 1 ? `${contentText(system)}\n\n` : "";
      out.put(`[INST]${opening}${contentText(message)}[/INST]`);
    } else if (message.calls !== undefined) {
      if (printed(message.content) !== "") out.warn("the text beside a tool call is not rendered");
      out.say(callList(message));
    } else if (role === "assistant") {
      out.say(`${contentText(message)}</s>`);
    } else if (role === "tool" || role === "tool_results") {
      const content = member(message.content, "content") ?? message.content;
      out.put(
        `[TOOL_RESULTS]{"content": ${printed(content)}, "call_id": "${callIdOf(message.fields["tool_call_id"])}"}[/TOOL_RESULTS]`,
      );
    } else {
      throw new TemplateError(
        "Only user and assistant roles are supported, with the exception of an initial optional system message!",
      );
    }
  }
}

export const mistralNemo: TemplateFamily = {
  displayName: "Mistral Nemo",
  revision: "mistralai/Mistral-Nemo-Instruct-2407",
  specialTokens: [
    "<s>",
    "</s>",
    "[INST]",
    "[/INST]",
    "[AVAILABLE_TOOLS]",
    "[/AVAILABLE_TOOLS]",
    "[TOOL_CALLS]",
    "[TOOL_RESULTS]",
    "[/TOOL_RESULTS]",
  ],
  calls: "parallel",
  declaresTools: true,
  alternates: true,
  callIdLength: 9,
  render: renderNemo,
};
