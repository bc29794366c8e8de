import { assignRoles } from "../../../workers/core/parsing/roles.ts";
import type { RawConversation } from "../../../workers/core/parsing/model.ts";
import type { Dialogue } from "../../fixtures/import/writers.ts";

/** A turn without what differs between formats: who, what, and tools (ids renumbered in order). */
type Plain = readonly [side: string, text: string, tools: string];

function canonical(value: unknown): string {
  return JSON.stringify(value);
}

/** What an imported conversation says. The side comes from the roles that were assigned, so those are checked too. */
export function plainTurns(conversation: RawConversation): Plain[] {
  const { roles, assistantRole } = assignRoles(conversation);
  return conversation.turns.map((turn) => {
    const role = roles.get(turn.speaker);
    const side = role === "herramienta" ? "tool" : role === assistantRole ? "assistant" : "user";
    const tools = [
      ...turn.toolCalls.map((call) => [call.tool_name, call.arguments]),
      ...turn.toolResults.map((result) => [result.tool_name, result.result]),
    ];
    return [side, turn.text, canonical(tools)];
  });
}

/** The same of a dialogue before it was written. */
export function expectedTurns(dialogue: Dialogue, tools: boolean): Plain[] {
  return dialogue
    .filter((turn) => tools || (turn.text !== "" && turn.side !== "tool"))
    .map((turn) => {
      const used: unknown[] = [];
      if (turn.call !== undefined) used.push([turn.call.name, turn.call.arguments]);
      if (turn.result !== undefined) used.push([turn.result.name, turn.result.result]);
      return [turn.side, turn.text.trim(), canonical(used)];
    });
}
