import { argumentsOf } from "../input.ts";
import { dumpJson, printFloat } from "../json.ts";
import {
  type Json,
  JsonFloat,
  TemplateError,
  type TemplateCall,
  type TemplateFamily,
  type TemplateInput,
  type TemplateMessage,
  type TemplateWriter,
} from "../model.ts";
import { codePoints, partsText, printed } from "../text.ts";

/** What sets one version of Mistral's format apart from the next. */
interface MistralVersion {
  /** The system text: joined to the last user message, or a block of its own. */
  system: "last user" | "block";
  /** Where the tool definitions stand. */
  tools: "before last user" | "before first user";
  followers: ReadonlyMap<string, ReadonlySet<string>>;
  refusesTextWithCalls: boolean;
  calls: (calls: readonly TemplateCall[]) => string;
  result: (message: TemplateMessage) => string;
}

interface Group {
  role: string;
  text: string;
  calls: TemplateCall[];
  message: TemplateMessage;
}

/** Consecutive messages of one role become one, except system and tool messages. */
function groupMessages(messages: readonly TemplateMessage[]): Group[] {
  const groups: Group[] = [];
  const texts: string[][] = [];
  for (const message of messages) {
    const { role, content } = message;
    const last = groups.at(-1);
    const joins = last !== undefined && last.role === role && role !== "system" && role !== "tool";
    const group = joins ? last : { role, text: "", calls: [], message };
    if (!joins) {
      groups.push(group);
      texts.push([]);
    }
    if (role === "tool") continue;
    if (content !== null && content !== undefined)
      texts.at(-1)?.push(partsText(content, `the content of a ${role} message`));
    group.calls.push(...(message.calls ?? []));
  }
  for (const [index, group] of groups.entries()) group.text = (texts[index] ?? []).join("\n\n");
  return groups;
}

function checkOrder(groups: readonly Group[], version: MistralVersion): void {
  const first = groups[0];
  if (first === undefined) return;
  if (first.role !== "user" && !(first.role === "system" && version.system === "block"))
    throw new TemplateError(
      `Conversation must start with a user${version.system === "block" ? " or system" : ""} message, got ${first.role}.`,
    );
  for (const [index, { role }] of groups.entries()) {
    const previous = groups[index - 1]?.role;
    if (previous !== undefined && version.followers.get(previous)?.has(role) !== true)
      throw new TemplateError(`Unexpected role '${role}' after role '${previous}'`);
  }
}

function renderMistral(version: MistralVersion, input: TemplateInput, out: TemplateWriter): void {
  const inBlock = version.system === "block";
  const system = inBlock
    ? ""
    : input.messages
        .filter((message) => message.role === "system")
        .map((message) => partsText(message.content, "system message content"))
        .join("\n\n");
  const groups = groupMessages(
    inBlock ? input.messages : input.messages.filter((message) => message.role !== "system"),
  );
  checkOrder(groups, version);
  const declared =
    input.tools !== null && input.tools.length > 0 ? `[AVAILABLE_TOOLS]${dumpJson(input.tools)}[/AVAILABLE_TOOLS]` : "";
  const users = groups.map(({ role }, index) => (role === "user" ? index : -1)).filter((index) => index >= 0);
  const lastUser = users.at(-1);
  const declaredAt = version.tools === "before last user" ? lastUser : users[0];
  if (users.length === 0 && (system !== "" || declared !== ""))
    out.warn("without a user message the system text and the tools are not rendered");
  out.put("<s>");
  for (const [index, group] of groups.entries()) {
    if (group.role === "user") {
      if (index === declaredAt) out.put(declared);
      out.put(`[INST]${index === lastUser && system !== "" ? `${system}\n\n` : ""}${group.text}[/INST]`);
    } else if (group.role === "system") {
      out.put(`[SYSTEM_PROMPT]${group.text}[/SYSTEM_PROMPT]`);
    } else if (group.role === "tool") {
      out.put(`[TOOL_RESULTS]${version.result(group.message)}[/TOOL_RESULTS]`);
    } else {
      if (group.text !== "" && group.calls.length > 0 && version.refusesTextWithCalls)
        throw new TemplateError("Assistant message cannot have both content and tool calls.");
      if (group.text === "" && group.calls.length === 0)
        throw new TemplateError(
          "Assistant message must have a string or a list of chunks in content or a list of tool calls.",
        );
      out.say(`${group.text}${group.calls.length > 0 ? version.calls(group.calls) : ""}</s>`);
    }
  }
}

function argumentText(call: TemplateCall): string {
  const given = argumentsOf(call.arguments);
  if (typeof given !== "string") return dumpJson(given);
  return given === "" ? "{}" : given;
}

function callList(calls: readonly TemplateCall[]): string {
  const items = calls.map((call) => {
    if (typeof call.id !== "string" || codePoints(call.id) !== 9)
      throw new TemplateError("Tool call must have an id of 9 characters or numbers.");
    return `{"name": "${call.name}", "arguments": ${argumentText(call)}, "id": "${call.id}"}`;
  });
  return `[TOOL_CALLS][${items.join(", ")}]`;
}

function resultId({ fields }: TemplateMessage): string {
  for (const id of [fields["call_id"], fields["tool_call_id"]])
    if (typeof id === "string" && codePoints(id) === 9) return id;
  throw new TemplateError("Tool message must have a call_id or tool_call_id of 9 characters or numbers.");
}

const NAMED_FLOATS = new Map([
  ["inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["nan", Number.NaN],
]);

/** A result that is exactly the text of a Python int or float is written as a number. */
function numberOrText(text: string): Json {
  if (/^(?:0|-?[1-9]\d*)$/.test(text)) return BigInt(text);
  const named = NAMED_FLOATS.get(text);
  if (named !== undefined) return new JsonFloat(named);
  const value = /^-?\d[\d.]*(?:e[+-]\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return printFloat(value) === text ? new JsonFloat(value) : text;
}

function setOf(...roles: string[]): ReadonlySet<string> {
  return new Set(roles);
}

const V3: MistralVersion = {
  system: "last user",
  tools: "before last user",
  followers: new Map([
    ["user", setOf("assistant", "user")],
    ["assistant", setOf("assistant", "user", "tool")],
    ["tool", setOf("assistant", "tool", "user")],
  ]),
  refusesTextWithCalls: true,
  calls: callList,
  result: (message) => dumpJson({ content: numberOrText(printed(message.content)), call_id: resultId(message) }),
};

const V7: MistralVersion = {
  system: "block",
  tools: "before last user",
  followers: new Map([
    ["system", setOf("user", "assistant", "system")],
    ["user", setOf("assistant", "system", "user")],
    ["assistant", setOf("assistant", "user", "tool")],
    ["tool", setOf("assistant", "tool", "user")],
  ]),
  refusesTextWithCalls: false,
  calls: callList,
  result: (message) => `${resultId(message)}[TOOL_CONTENT]${printed(message.content)}`,
};

const V13: MistralVersion = {
  ...V7,
  tools: "before first user",
  calls: (calls) => calls.map((call) => `[TOOL_CALLS]${call.name}[ARGS]${argumentText(call)}`).join(""),
  result: (message) => printed(message.content),
};

const TOKENS = [
  "<s>",
  "</s>",
  "[INST]",
  "[/INST]",
  "[AVAILABLE_TOOLS]",
  "[/AVAILABLE_TOOLS]",
  "[TOOL_CALLS]",
  "[TOOL_RESULTS]",
  "[/TOOL_RESULTS]",
];

export const mistralV3: TemplateFamily = {
  displayName: "Mistral v3 (Tekken)",
  revision: "mistralai/mistral-common v3 tekken",
  specialTokens: TOKENS,
  calls: "parallel",
  declaresTools: true,
  callsWithoutText: true,
  callIdLength: 9,
  textArguments: "kept",
  render: (input, out) => renderMistral(V3, input, out),
};

export const mistralV7: TemplateFamily = {
  ...mistralV3,
  callsWithoutText: false,
  displayName: "Mistral v7 (Tekken)",
  revision: "mistralai/mistral-common v7 tekken",
  specialTokens: [...TOKENS, "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]", "[TOOL_CONTENT]"],
  render: (input, out) => renderMistral(V7, input, out),
};

export const mistralV13: TemplateFamily = {
  ...mistralV3,
  callsWithoutText: false,
  displayName: "Mistral v13",
  revision: "mistralai/mistral-common v13",
  specialTokens: [...TOKENS, "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]", "[ARGS]"],
  render: (input, out) => renderMistral(V13, input, out),
};
