import type { RawConversation, RawTurn } from "./model.ts";
import type { ParseSink } from "./sink.ts";

/** One message that names its conversation, from a CSV row or a JSON row. */
export interface Row {
  key: string;
  turnNumber: number | null;
  turn: RawTurn;
  domain: string | null;
  language: string | null;
  seedId: string | null;
  metadata: Record<string, string>;
}

interface Group {
  conversation: RawConversation;
  numbers: (number | null)[];
  chars: number;
  overflow: boolean;
}

/**
 * Gathers rows into conversations by id, in constant memory. Rows of one conversation usually stand together; where
 * they do not, a window of unfinished conversations is kept (`rowWindowChars`), and the one untouched for longest is
 * finished first. A row that comes after its conversation was finished is an error.
 */
export class RowGrouper {
  readonly #sink: ParseSink;
  readonly #open = new Map<string, Group>();
  readonly #finished = new Set<string>();
  #last: string | null = null;
  #chars = 0;

  constructor(sink: ParseSink) {
    this.#sink = sink;
  }

  add(row: Row): void {
    let group = this.#open.get(row.key);
    if (group === undefined) {
      if (this.#finished.has(row.key)) {
        this.#sink.error(row.turn.line, "conversation_id", "row is too far from the other rows of its conversation");
        return;
      }
      group = newGroup(row);
      this.#open.set(row.key, group);
      this.#last = row.key;
    } else if (this.#last !== row.key) {
      this.#sink.warning("rows of one conversation do not stand together; they were joined by their id");
      this.#open.delete(row.key);
      this.#open.set(row.key, group);
      this.#last = row.key;
    }
    this.#append(group, row);
    this.#sink.progress();
    while (this.#open.size > 1 && this.#overWindow()) {
      for (const [key, oldest] of this.#open) {
        this.#finish(key, oldest);
        break;
      }
    }
  }

  end(): void {
    const rest = [...this.#open.values()].sort((a, b) => a.conversation.line - b.conversation.line);
    for (const group of rest) this.#emit(group);
    this.#open.clear();
    this.#chars = 0;
  }

  #overWindow(): boolean {
    const { rowWindowChars, rowWindowConversations } = this.#sink.limits;
    return this.#chars > rowWindowChars || this.#open.size > rowWindowConversations;
  }

  #append(group: Group, row: Row): void {
    if (group.numbers.length >= this.#sink.limits.maxTurns) {
      if (!group.overflow) {
        this.#sink.error(row.turn.line, null, `conversation has more than ${this.#sink.limits.maxTurns} turns`);
      }
      group.overflow = true;
      return;
    }
    const size = row.turn.text.length + 64;
    group.chars += size;
    this.#chars += size;
    group.conversation.turns.push(row.turn);
    group.numbers.push(row.turnNumber);
    group.conversation.domain ??= row.domain;
    group.conversation.language ??= row.language;
    group.conversation.seedId ??= row.seedId;
    for (const key of Object.keys(row.metadata)) group.conversation.metadata[key] ??= row.metadata[key]!;
  }

  #finish(key: string, group: Group): void {
    this.#open.delete(key);
    this.#chars -= group.chars;
    if (this.#finished.size >= this.#sink.limits.rememberedIds) {
      for (const oldest of this.#finished) {
        this.#finished.delete(oldest);
        break;
      }
    }
    this.#finished.add(key);
    this.#emit(group);
  }

  /** A conversation over the cap was reported when it passed it; half of it would be misleading. */
  #emit(group: Group): void {
    if (group.overflow) return;
    const { conversation, numbers } = group;
    let sorted = true;
    for (let i = 1; i < numbers.length; i += 1) {
      const here = numbers[i] ?? null;
      const before = numbers[i - 1] ?? null;
      if (here === null || before === null || here > before) continue;
      sorted = false;
      if (here === before) this.#sink.warning("two rows of one conversation have the same turn number; both were kept");
    }
    if (!sorted) {
      const order = conversation.turns.map((turn, index) => ({ turn, number: numbers[index] ?? index }));
      order.sort((a, b) => a.number - b.number);
      conversation.turns = order.map((item) => item.turn);
    }
    this.#sink.conversation(conversation);
  }
}

function newGroup(row: Row): Group {
  const conversation: RawConversation = {
    key: row.key,
    turns: [],
    line: row.turn.line,
    domain: null,
    language: null,
    seedId: null,
    metadata: {},
    native: false,
  };
  return { conversation, numbers: [], chars: 0, overflow: false };
}
