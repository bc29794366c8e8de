// What a conversation needs before a family's template can hold it: adaptations of the messages, each one warned of.
import type { ToolCallMode } from "../../contract/template.ts";
import { dumpJson } from "./json.ts";
import type { ChatMessage, ChatToolCall, Json, TemplateFamily } from "./model.ts";

export interface AdaptedMessages {
  messages: ChatMessage[];
  tools: object[] | null;
  warnings: string[];
}

/** The mode in which messages are built: a family without a grammar for calls gets them as readable text. */
export function effectiveMode(family: TemplateFamily, mode: ToolCallMode): ToolCallMode {
  return mode === "native" && family.calls === "none" ? "inline" : mode;
}

/** Adapts messages and tool definitions to one family. `mode` is the mode that was asked for. */
export function adaptMessages(
  messages: readonly ChatMessage[],
  tools: readonly object[],
  family: TemplateFamily,
  mode: ToolCallMode,
): AdaptedMessages {
  const warnings: string[] = [];
  const asFields = mode === "native" ? family.declaresTools : mode === "function_calling" && family.isData === true;
  let adapted = messages.map((message) => ({ ...message }));
  if (mode === "function_calling" && family.isData !== true) adapted = adapted.map(toFunctionCallingText);
  if (!asFields && tools.length > 0) {
    adapted = declareInSystem(adapted, tools);
    if (mode === "native") warnings.push("this format does not declare tools: they are in the system text");
  }
  if (family.calls === "single" && adapted.some((message) => (message.tool_calls?.length ?? 0) > 1)) {
    adapted = splitParallelCalls(adapted);
    warnings.push("parallel tool calls are written one after another");
  }
  if (family.callsWithoutText === true && adapted.some(hasTextBesideCalls)) {
    adapted = adapted.map((message) => (hasTextBesideCalls(message) ? { ...message, content: "" } : message));
    warnings.push("the text beside a tool call is left out: the format holds one or the other");
  }
  if (family.callIdLength !== undefined) adapted = fitCallIds(adapted, family.callIdLength);
  if (family.textArguments === "required") adapted = adapted.map(withTextArguments);
  if (family.refusesSystem === true && adapted[0]?.role === "system") {
    adapted = joinSystemToUser(adapted);
    warnings.push("this format has no system role: the system text opens the first user's message");
  }
  if (family.alternates === true) {
    const joined = joinConsecutive(adapted);
    if (joined.length < adapted.length) warnings.push("consecutive messages of one side are joined");
    adapted = joined;
  }
  const declared = asFields && tools.length > 0 ? [...tools] : null;
  return { messages: adapted, tools: declared ?? (family.needsTools === true ? [] : null), warnings };
}

function toFunctionCallingText(message: ChatMessage): ChatMessage {
  const text = (message.content ?? "") as string;
  if (message.role === "tool")
    return {
      role: "user",
      content: dumpJson({ role: "tool", tool_call_id: message.tool_call_id ?? "", content: text }),
    };
  if (message.tool_calls === undefined) return message;
  const calls = message.tool_calls.map((call) => ({
    id: call.id ?? "",
    type: "function",
    function: { name: call.function.name, arguments: argumentText(call) },
  }));
  return { role: message.role, content: `${text}\n${dumpJson({ tool_calls: calls })}` };
}

function hasTextBesideCalls(message: ChatMessage): boolean {
  return (message.tool_calls?.length ?? 0) > 0 && message.content !== "";
}

function argumentText(call: ChatToolCall): string {
  const given = call.function.arguments;
  return typeof given === "string" ? given : dumpJson(given as Json);
}

function withTextArguments(message: ChatMessage): ChatMessage {
  if (message.tool_calls === undefined) return message;
  const calls = message.tool_calls.map((call) => ({
    ...call,
    function: { name: call.function.name, arguments: argumentText(call) },
  }));
  return { ...message, tool_calls: calls };
}

function declareInSystem(messages: ChatMessage[], tools: readonly object[]): ChatMessage[] {
  const declared = `# Tools\n\n${tools.map((tool) => dumpJson(tool as Json)).join("\n")}`;
  const [first, ...rest] = messages;
  if (first?.role !== "system") return [{ role: "system", content: declared }, ...messages];
  return [{ ...first, content: `${first.content as string}\n\n${declared}` }, ...rest];
}

/** Each call gets its own message, followed by its result. */
function splitParallelCalls(messages: readonly ChatMessage[]): ChatMessage[] {
  const result: ChatMessage[] = [];
  let index = 0;
  while (index < messages.length) {
    const message = messages[index++] as ChatMessage;
    const calls = message.tool_calls ?? [];
    if (calls.length < 2) {
      result.push(message);
      continue;
    }
    const answers: ChatMessage[] = [];
    while (messages[index]?.role === "tool") answers.push(messages[index++] as ChatMessage);
    for (const [at, call] of calls.entries()) {
      result.push({ ...message, content: at === 0 ? message.content : "", tool_calls: [call] });
      result.push(...answers.filter((answer) => answer.tool_call_id === call.id));
    }
  }
  return result;
}

const ID_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Ids of the length that the template wants, derived from the given ones, the same for a call and its result. */
function fitCallIds(messages: readonly ChatMessage[], length: number): ChatMessage[] {
  const fitted = new Map<string, string>();
  const taken = new Set<string>();
  const fit = (id: string): string => {
    const known = fitted.get(id);
    if (known !== undefined) return known;
    let candidate = /^[A-Za-z0-9]+$/.test(id) && id.length === length ? id : derivedId(id, length, 0);
    for (let salt = 1; taken.has(candidate); salt++) candidate = derivedId(id, length, salt);
    taken.add(candidate);
    fitted.set(id, candidate);
    return candidate;
  };
  return messages.map((message) => {
    const result = { ...message };
    if (message.tool_calls !== undefined)
      result.tool_calls = message.tool_calls.map((call) => ({ ...call, id: fit(call.id ?? "") }));
    if (message.tool_call_id !== undefined) result.tool_call_id = fit(message.tool_call_id);
    return result;
  });
}

/** Letters and digits drawn from the FNV-1a hash of the id, stirred by a linear congruential step per character. */
function derivedId(id: string, length: number, salt: number): string {
  let state = 0x811c9dc5 ^ salt;
  for (let index = 0; index < id.length; index++) state = Math.imul(state ^ id.charCodeAt(index), 0x01000193);
  let text = "";
  for (let index = 0; index < length; index++) {
    state = Math.imul(state, 1664525) + 1013904223;
    text += ID_CHARACTERS.charAt((state >>> 16) % ID_CHARACTERS.length);
  }
  return text;
}

function joinConsecutive(messages: readonly ChatMessage[]): ChatMessage[] {
  const result: ChatMessage[] = [];
  for (const message of messages) {
    const last = result.at(-1);
    if (
      last !== undefined &&
      last.role === message.role &&
      last.tool_calls === undefined &&
      message.tool_calls === undefined
    )
      last.content = `${last.content as string}\n\n${message.content as string}`;
    else result.push({ ...message });
  }
  return result;
}

function joinSystemToUser([system, ...rest]: readonly ChatMessage[]): ChatMessage[] {
  const text = (system?.content ?? "") as string;
  const [first, ...others] = rest;
  if (first?.role !== "user") return [{ role: "user", content: text }, ...rest];
  return [{ ...first, content: `${text}\n\n${first.content as string}` }, ...others];
}
