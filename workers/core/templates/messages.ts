// From a conversation of the product to the messages that a template renders.
import type { Conversation, ConversationTurn } from "../../contract/conversation.ts";
import type { ToolCallMode } from "../../contract/template.ts";
import type { ToolCall, ToolDefinition, ToolResult } from "../../contract/tool.ts";
import { adaptMessages, effectiveMode } from "./adaptation.ts";
import { familyOf, renderFamily } from "./families.ts";
import { dumpJson } from "./json.ts";
import { type ChatMessage, type ChatToolCall, type Json, type RenderOutput, TemplateError } from "./model.ts";

export interface MessageOptions {
  /** The seed's `rol_asistente`: the one role whose turns are the assistant's; all others are the user's side. */
  assistantRole: string;
  toolMode: ToolCallMode;
  systemPrompt: string | null;
  tools: readonly ToolDefinition[];
}

export interface ConversationMessages {
  messages: ChatMessage[];
  /** OpenAI tool definitions; null when there are none or the mode does not declare them. */
  tools: object[] | null;
  warnings: string[];
}

const SYSTEM_ROLES: ReadonlySet<string> = new Set(["system", "sistema"]);
const TOOL_ROLES: ReadonlySet<string> = new Set(["tool", "herramienta"]);

/**
 * The conversation as OpenAI messages. `native` and `function_calling` keep calls and results as fields, `inline` writes
 * them as readable text, `none` leaves them out. Throws TemplateError when no turn is the assistant's.
 */
export function toMessages(conversation: Conversation, options: MessageOptions): ConversationMessages {
  const warnings = new Set<string>();
  const structured = options.toolMode === "native" || options.toolMode === "function_calling";
  const messages: ChatMessage[] = [];
  const open = new Map<string, string>();
  for (const turn of conversation.turnos) {
    const role = turn.rol.toLowerCase();
    if (SYSTEM_ROLES.has(role)) messages.push({ role: "system", content: turn.contenido });
    else if (TOOL_ROLES.has(role)) addToolTurn(turn, structured, options.toolMode, open, messages, warnings);
    else if (turn.rol === options.assistantRole) addAssistantTurn(turn, structured, options.toolMode, open, messages);
    else {
      if ((turn.tool_calls?.length ?? 0) > 0)
        warnings.add(`tool calls of the role ${turn.rol} are left out: only the assistant calls tools`);
      messages.push({ role: "user", content: turn.contenido });
    }
  }
  if (!messages.some((message) => message.role === "assistant"))
    throw new TemplateError(`no turn has the assistant's role ${JSON.stringify(options.assistantRole)}`);
  if (open.size > 0 && structured) warnings.add(`tool calls without a result: ${open.size}`);
  const declared = structured && options.tools.length > 0;
  return {
    messages: withSystemPrompt(messages, options.systemPrompt),
    tools: declared ? options.tools.map(toOpenaiTool) : null,
    warnings: [...warnings],
  };
}

export interface ConversationOptions extends MessageOptions {
  addGenerationPrompt?: boolean;
  /** Local date and time, ISO 8601, for the families that print a date. */
  now?: string | null;
}

/**
 * Renders a conversation in one chat format. What the format cannot hold is adapted and said in the warnings: calls
 * without a grammar become text, tool definitions that the template ignores go into the system text, consecutive
 * messages are joined where the template insists on turns. Throws TemplateError where the template still refuses.
 */
export function renderConversation(
  conversation: Conversation,
  family: string,
  options: ConversationOptions,
): RenderOutput {
  const row = familyOf(family);
  const toolMode = effectiveMode(row, options.toolMode);
  const tools = options.toolMode === "none" ? [] : options.tools;
  const asText =
    toolMode !== options.toolMode && conversation.turnos.some((turn) => (turn.tool_calls?.length ?? 0) > 0);
  const mapped = toMessages(conversation, { ...options, toolMode });
  const adapted = adaptMessages(mapped.messages, tools.map(toOpenaiTool), row, options.toolMode);
  const rendered = renderFamily(family, {
    messages: adapted.messages,
    tools: adapted.tools,
    addGenerationPrompt: options.addGenerationPrompt ?? false,
    now: options.now ?? null,
  });
  return {
    ...rendered,
    warnings: [
      ...new Set([
        ...(asText ? ["this format has no grammar for tool calls: they are written as text"] : []),
        ...mapped.warnings,
        ...adapted.warnings,
        ...rendered.warnings,
      ]),
    ],
  };
}

/** A tool of the registry as OpenAI declares it. */
export function toOpenaiTool(tool: ToolDefinition): object {
  return {
    type: "function",
    function: { name: tool.name, description: tool.description, parameters: tool.input_schema },
  };
}

/** The prompt goes first; system turns that open the conversation are joined to it, because few templates take two. */
function withSystemPrompt(messages: ChatMessage[], systemPrompt: string | null): ChatMessage[] {
  const opening = messages.findIndex((message) => message.role !== "system");
  const parts = messages.slice(0, opening).map((message) => message.content as string);
  if (systemPrompt !== null && systemPrompt !== "") parts.unshift(systemPrompt);
  const rest = messages.slice(opening);
  return parts.length === 0 ? rest : [{ role: "system", content: parts.join("\n\n") }, ...rest];
}

function addAssistantTurn(
  turn: ConversationTurn,
  structured: boolean,
  mode: ToolCallMode,
  open: Map<string, string>,
  messages: ChatMessage[],
): void {
  const calls = turn.tool_calls ?? [];
  const own = new Set(calls.map((call) => call.tool_call_id));
  const results = turn.tool_results ?? [];
  if (structured) {
    // A result without its call in the same turn answers an earlier turn's, so it stands before what is said about it.
    for (const result of results)
      if (!own.has(result.tool_call_id) && open.delete(result.tool_call_id)) messages.push(toToolMessage(result));
    const message: ChatMessage = { role: "assistant", content: turn.contenido };
    if (calls.length > 0) message.tool_calls = calls.map(toOpenaiCall);
    messages.push(message);
    for (const call of calls) open.set(call.tool_call_id, call.tool_name);
    for (const result of results)
      if (own.has(result.tool_call_id) && open.delete(result.tool_call_id)) messages.push(toToolMessage(result));
    return;
  }
  const lines = mode === "inline" ? [turn.contenido, ...calls.map(inlineCall)] : [turn.contenido];
  messages.push({ role: "assistant", content: lines.join("\n") });
  if (mode === "inline") addInlineResults(results, messages);
}

/** Results are not the assistant's words: as text they stand on the user's side, outside the loss. */
function addInlineResults(results: readonly ToolResult[], messages: ChatMessage[]): void {
  if (results.length > 0) messages.push({ role: "user", content: results.map(inlineResult).join("\n") });
}

function addToolTurn(
  turn: ConversationTurn,
  structured: boolean,
  mode: ToolCallMode,
  open: Map<string, string>,
  messages: ChatMessage[],
  warnings: Set<string>,
): void {
  const results = turn.tool_results ?? [];
  if (structured) {
    for (const result of results) {
      if (open.delete(result.tool_call_id)) messages.push(toToolMessage(result));
      else warnings.add("tool results that answer no call are left out");
    }
    if (results.length > 0) return;
    const [id, name] = open.entries().next().value ?? [];
    if (id === undefined || name === undefined) {
      warnings.add("tool turns that answer no call are left out");
      return;
    }
    open.delete(id);
    messages.push({ role: "tool", tool_call_id: id, name, content: turn.contenido });
    return;
  }
  if (mode === "none") {
    warnings.add("tool turns are left out");
    return;
  }
  if (results.length > 0) addInlineResults(results, messages);
  else messages.push({ role: "user", content: `[${turn.contenido}]` });
}

function toOpenaiCall(call: ToolCall): ChatToolCall {
  return { id: call.tool_call_id, type: "function", function: { name: call.tool_name, arguments: call.arguments } };
}

function toToolMessage(result: ToolResult): ChatMessage {
  return { role: "tool", tool_call_id: result.tool_call_id, name: result.tool_name, content: resultText(result) };
}

function resultText(result: ToolResult): string {
  return typeof result.result === "string" ? result.result : dumpJson(result.result as Json);
}

function inlineCall(call: ToolCall): string {
  return `[${call.tool_name}(${dumpJson(call.arguments as Json)})]`;
}

function inlineResult(result: ToolResult): string {
  return `[${result.tool_name}: ${resultText(result)}]`;
}
