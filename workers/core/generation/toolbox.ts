import type { ConversationTurn } from "../../contract/conversation.ts";
import type { ToolCall, ToolResult } from "../../contract/tool.ts";
import type { Language } from "../tools/simulation.ts";
import { simulateTool } from "../tools/simulate.ts";
import { argumentErrors } from "../tools/validation.ts";
import type { Random } from "./random.ts";
import type { WriterInput } from "./writing.ts";

/** The role under which results of tools stand in a conversation. */
const TOOL_ROLE = "herramienta";

/** Runs calls in the fictional world and writes what the tools answer into `turns`. */
export function createToolbox(input: WriterInput, turns: ConversationTurn[]) {
  const random = input.random.fork("tools");
  const known = new Map(input.tools.map((tool) => [tool.name, tool]));
  const used = new Set<string>();
  const language: Language = input.language.toLowerCase().startsWith("en") ? "en" : "es";
  return {
    random,
    /** What is wrong with the calls of these turns, by the tools' own schemas. Gives ids used before a new one. */
    check(fresh: readonly ConversationTurn[]): string[] {
      return fresh.flatMap((turn) =>
        (turn.tool_calls ?? []).flatMap((call) =>
          argumentErrors(call.arguments, known.get(call.tool_name)!.input_schema).map(
            (error) => `call of ${call.tool_name}: ${error}`,
          ),
        ),
      );
    },
    /** One turn with the results of all calls, in their order. */
    run(calls: ToolCall[]): ToolResult[] {
      for (const call of calls) {
        while (used.has(call.tool_call_id)) call.tool_call_id = newId(random);
        used.add(call.tool_call_id);
      }
      const results = calls.map((call) =>
        simulateTool(known.get(call.tool_name)!, call, {
          random: random.fork(call.tool_call_id),
          today: input.today,
          currency: input.currency,
          errorRate: input.toolErrorRate,
          language,
        }),
      );
      for (const result of results) {
        turns.push({
          turno: turns.length + 1,
          rol: TOOL_ROLE,
          contenido: typeof result.result === "string" ? result.result : JSON.stringify(result.result),
          herramientas_usadas: [],
          tool_calls: null,
          tool_results: [result],
          metadata: {},
        });
      }
      return results;
    },
  };
}

function newId(random: Random): string {
  return Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join("");
}
