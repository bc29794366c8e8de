import { DOMAINS } from "../contract/domain.ts";
import type { Conversation } from "../contract/conversation.ts";
import type { ToolDefinition } from "../contract/tool.ts";
import { loadDomain } from "./domain-files.ts";

/** Tools of the conversation's domain that it calls or that its seed lists. */
export async function toolsOf(conversation: Conversation, listed: readonly string[]): Promise<ToolDefinition[]> {
  const domain = DOMAINS.find((each) => each === conversation.dominio);
  if (domain === undefined) return [];
  const used = new Set([
    ...listed,
    ...conversation.turnos.flatMap((turn) => (turn.tool_calls ?? []).map((call) => call.tool_name)),
  ]);
  if (used.size === 0) return [];
  return (await loadDomain(domain)).tools.filter((tool) => used.has(tool.name));
}
