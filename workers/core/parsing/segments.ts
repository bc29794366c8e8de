import type { RawConversation, RawTurn } from "./model.ts";
import type { ParseSink } from "./sink.ts";

/**
 * A pause of six hours ends a conversation: longer than any lunch break or shift change, shorter than a night, so
 * that two days of the same chat become two conversations.
 */
export const DEFAULT_GAP_MINUTES = 360;
/** While nobody has answered yet, the pause must be four times as long: an answer the next morning still belongs. */
const UNANSWERED_FACTOR = 4;
/** A person not seen so far who writes after an hour starts another conversation; sooner, they join this one. */
const NEWCOMER_GAP_MINUTES = 60;
/** Exports joined into one file start again at an earlier time. */
const BACKWARD_MINUTES = 60;

/** Cuts a stream of messages into conversations by time and participants. */
export class ConversationSegmenter {
  readonly #sink: ParseSink;
  readonly #gapMinutes: number;
  #turns: RawTurn[] = [];
  readonly #speakers = new Set<string>();
  #lastMinute: number | null = null;

  constructor(sink: ParseSink, gapMinutes: number = DEFAULT_GAP_MINUTES) {
    this.#sink = sink;
    this.#gapMinutes = gapMinutes;
  }

  /** `minute` counts from any fixed origin; null when the format has no times. */
  add(turn: RawTurn, minute: number | null): void {
    if (this.#turns.length > 0 && this.#startsNew(turn.speaker, minute)) this.cut();
    if (this.#turns.length >= this.#sink.limits.maxTurns) {
      this.#sink.warning(`conversations over ${this.#sink.limits.maxTurns} turns were split`);
      this.cut();
    }
    this.#turns.push(turn);
    this.#speakers.add(turn.speaker);
    if (minute !== null) this.#lastMinute = minute;
  }

  /** Ends the conversation at hand. */
  cut(): void {
    if (this.#turns.length > 0) this.#sink.conversation(conversationOf(this.#turns));
    this.#turns = [];
    this.#speakers.clear();
    this.#lastMinute = null;
  }

  #startsNew(speaker: string, minute: number | null): boolean {
    if (minute === null || this.#lastMinute === null) return false;
    const gap = minute - this.#lastMinute;
    if (gap < -BACKWARD_MINUTES) return true;
    if (this.#speakers.size < 2) return gap >= this.#gapMinutes * UNANSWERED_FACTOR;
    if (gap >= this.#gapMinutes) return true;
    return gap >= NEWCOMER_GAP_MINUTES && !this.#speakers.has(speaker);
  }
}

/** A conversation of which the file says nothing but its turns. */
export function conversationOf(turns: RawTurn[]): RawConversation {
  return {
    key: "",
    turns,
    line: turns[0]?.line ?? 1,
    domain: null,
    language: null,
    seedId: null,
    metadata: {},
    native: false,
  };
}
