import { writeSingleShot } from "./single-shot.ts";
import { writeTurnByTurn } from "./turn-by-turn.ts";
import type { Attempts, WriterInput, Writing } from "./writing.ts";

/**
 * Writes one conversation; null when the attempts ran out on answers that could not be read. `feedback` says what to do
 * better than in an earlier attempt.
 */
export function writeDraft(input: WriterInput, attempts: Attempts, feedback: readonly string[]): Writing {
  return input.mode === "turn_by_turn"
    ? writeTurnByTurn(input, attempts, feedback)
    : writeSingleShot(input, attempts, feedback);
}
