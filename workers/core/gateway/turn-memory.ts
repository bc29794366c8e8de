import type { Splice } from "./json-slots.ts";
import type { Source } from "./document.ts";
import type { ShieldReport, SlotFinding, SlotRole, Uninspected } from "./types.ts";

/** A text of a turn: where it is found again, and whether it is read as an identifier. */
export interface TurnText {
  source: Source;
  isIdentifier: boolean;
}

/** Where a value was found: what it is stands in the request that is at hand, and nowhere else. */
export interface Mention extends TurnText {
  category: string;
  role: SlotRole;
  /** In the text. */
  start: number;
  end: number;
  /** It is looked for in what follows. */
  isTaught: boolean;
}

/**
 * What an inspection found in the turns that a conversation begins with: everything that the turns behind them and the
 * answer depend on. No text of theirs, only places, digests and tokens. Places are those of the request's JSON.
 */
export interface Turns {
  count: number;
  /** Where the last of them ends. */
  end: number;
  /** The scanner's digest before the first turn, and that of the values that the app's own text brought before it. */
  opening: string;
  brought: string;
  /** The scanner's digest behind the last turn, and the texts that can hold the question the next one answers. */
  chain: string;
  preceding: readonly TurnText[];
  /** Digest of the first text of the user, which names the conversation. */
  firstUser: string | null;
  chars: number;
  counts: ReadonlyMap<string, number>;
  findings: readonly SlotFinding[];
  uninspected: readonly Uninspected[];
  shield: ShieldReport;
  /** What is written in the place of values, as it stands in the JSON. */
  splices: readonly Splice[];
  mentions: readonly Mention[];
  /** Text that looked like a token. */
  literals: readonly Mention[];
  /** Tokens that the assistant's words may keep, as they are minted in this conversation. */
  kept: readonly string[];
  hasUntrusted: boolean;
}

/** How much a memory holds, counted in findings, places and the like. */
const weightOf = (turns: Turns): number =>
  16 +
  turns.findings.length +
  turns.splices.length +
  turns.mentions.length +
  turns.literals.length +
  turns.kept.length +
  turns.uninspected.length +
  turns.shield.threats.length;

/**
 * The turns that conversations begin with, by keyed hash of their text and of everything else that an inspection depends
 * on. Bounded; what was not used for longest goes first.
 */
export interface TurnMemory {
  /** Whether turns are remembered that end there: only then is a digest worth its time. */
  hasEnd(end: number): boolean;
  find(name: string): Turns | null;
  /** Keeps turns in the place of those that they begin with. */
  keep(name: string, turns: Turns, instead: string | null): void;
  readonly size: number;
}

/** A memory of at most `limit` findings, places and the like, of about 100 bytes each; one conversation has a tenth. */
export function createTurnMemory(limit: number): TurnMemory {
  const byName = new Map<string, Turns>();
  const ends = new Map<number, number>();
  let weight = 0;
  const drop = (name: string): void => {
    const turns = byName.get(name);
    if (turns === undefined) return;
    byName.delete(name);
    weight -= weightOf(turns);
    const left = ends.get(turns.end)! - 1;
    if (left === 0) ends.delete(turns.end);
    else ends.set(turns.end, left);
  };
  return {
    hasEnd: (end) => ends.has(end),
    find(name) {
      const turns = byName.get(name);
      if (turns === undefined) return null;
      byName.delete(name);
      byName.set(name, turns);
      return turns;
    },
    keep(name, turns, instead) {
      if (instead !== null) drop(instead);
      drop(name);
      const own = weightOf(turns);
      if (own > limit / 10) return;
      byName.set(name, turns);
      weight += own;
      ends.set(turns.end, (ends.get(turns.end) ?? 0) + 1);
      for (const oldest of byName.keys()) {
        if (weight <= limit) break;
        drop(oldest);
      }
    },
    get size() {
      return byName.size;
    },
  };
}
