import type { ImportFormat } from "../../../workers/contract/import.ts";
import { PARSE_LIMITS } from "../../../workers/core/parsing/limits.ts";
import { parseAll } from "../../../workers/core/parsing/parse.ts";
import { assignRoles } from "../../../workers/core/parsing/roles.ts";
import { chunked } from "./support.ts";

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`broken: ${what}`);
}

/**
 * Imports the bytes and throws unless all that every import promises holds: it ends, nothing is thrown, every turn
 * says or does something, texts are well formed and without control characters, lines lie in the file, roles are
 * functional, and a file without any conversation has an error or a warning.
 */
export async function checkImport(
  bytes: Uint8Array,
  format: ImportFormat = "auto",
  chunkBytes?: number,
): Promise<void> {
  const { conversations, errors, report } = await parseAll(chunked(bytes, chunkBytes), { format });
  for (const conversation of conversations) {
    check(conversation.turns.length > 0, "a conversation has turns");
    check(conversation.turns.length <= PARSE_LIMITS.maxTurns, "a conversation keeps the cap of turns");
    for (const turn of conversation.turns) {
      check(turn.text !== "" || turn.toolCalls.length + turn.toolResults.length > 0, "a turn has text or tools");
      check(turn.text.isWellFormed() && !/[\0-\x08\x0e-\x1f]/.test(turn.text), "a text is clean");
      check(turn.text === turn.text.trim(), "a text is trimmed");
      check(turn.speaker !== "" && turn.speaker.length <= PARSE_LIMITS.maxSpeakerChars, "a speaker is named");
      check(turn.line >= 1, "a line is numbered from 1");
    }
    const { roles } = assignRoles(conversation);
    for (const turn of conversation.turns) {
      check(/^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(roles.get(turn.speaker) ?? ""), "a role is functional");
    }
  }
  check(
    errors.every((error) => error.line >= 1 && error.error !== ""),
    "an error has a line and a reason",
  );
  check(conversations.length === report.conversations && errors.length <= report.errors, "the report counts");
  check(report.format !== "unknown" || report.errors > 0 || report.warnings.length > 0, "nothing fails in silence");
}
