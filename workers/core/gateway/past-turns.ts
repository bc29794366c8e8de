// Turns that an earlier request of the conversation brought: found again by digest, taken as inspected, kept for the next.
import { endsOfElements } from "./body-head.ts";
import { readSource, sourceOf } from "./document.ts";
import type { Segment } from "./document.ts";
import type { AskSkip } from "./json-slots.ts";
import type { TenantDigest } from "./keys.ts";
import type { CompiledPolicy } from "./policy.ts";
import { isIdentifier, PRECEDING_CHARS, REMEMBER_FROM, spacedIdentifier } from "./segment-scan.ts";
import type { Exchange } from "./session.ts";
import { findTokenLike, LITERAL } from "./tokens.ts";
import type { Mention, TurnMemory, Turns, TurnText } from "./turn-memory.ts";
import type { SlotRole } from "./types.ts";

/** The last turns are read again: clients move marks about in them, and the last one is often sent anew. */
const KEPT_BACK = 2;
/** So many turns are kept at once: fewer are read as fast as they are kept. */
const KEPT_AT_ONCE = 4;
/** Lengths at which turns are looked for. */
const MAX_TRIED = 4;

/** Turns, and the name by which they are kept. */
export interface NamedTurns {
  name: string;
  turns: Turns;
}

/** What a memory knows of one request's turns. */
export interface Recall {
  /** To be given to the walk. */
  ask: AskSkip;
  /** Where the list of turns begins; none was met while it is infinite. */
  start: number;
  past: NamedTurns | null;
  /** The turns to be kept for the next request. */
  next: { name: string; count: number; end: number } | null;
}

/** `context` names everything besides the text of the turns that an inspection depends on. */
export function createRecall(json: string, memory: TurnMemory, texts: TenantDigest, context: string): Recall {
  const recall: Recall = {
    start: Infinity,
    past: null,
    next: null,
    ask(start) {
      recall.start = start;
      const ends = endsOfElements(json, start);
      const count = ends.length - KEPT_BACK;
      if (count < KEPT_AT_ONCE) return null;
      const tried: number[] = [];
      for (let i = ends.length - 1; i >= 0 && tried.length < MAX_TRIED; i--)
        if (memory.hasEnd(ends[i]!)) tried.push(ends[i]!);
      const end = ends[count - 1]!;
      const stops = [...new Set([...tried, end])].sort((a, b) => a - b);
      const digests = texts.prefixes(json, stops);
      const nameOf = (stop: number): string => context + digests[stops.indexOf(stop)]!;
      for (const stop of tried) {
        const turns = memory.find(nameOf(stop));
        if (turns === null) continue;
        recall.past = { name: nameOf(stop), turns };
        break;
      }
      if (count - (recall.past?.turns.count ?? 0) >= KEPT_AT_ONCE) recall.next = { name: nameOf(end), count, end };
      return recall.past?.turns ?? null;
    },
  };
  return recall;
}

/** Says which mentions of values matter: the others repeat what was said before and change nothing. */
export interface MentionLog {
  /** `taught` is what is looked for in later texts, or null. */
  isNews(category: string, role: SlotRole, value: string, taught: string | null): boolean;
}

export function createMentionLog(): MentionLog {
  const seen = new Set<string>();
  let lastPerson = "";
  return {
    isNews(category, role, value, taught) {
      const name = `${category}/${role}/${value}`;
      // Which person a name means depends on the persons named before, so only a name said twice running says nothing.
      const isRepeated = category === "PERSON" ? lastPerson === name : seen.has(name);
      if (category === "PERSON") lastPerson = name;
      seen.add(name);
      if (taught === null || seen.has(`${category}\n${taught}`)) return !isRepeated;
      seen.add(`${category}\n${taught}`);
      return true;
    },
  };
}

/** The value of a mention, in JSON that begins as that which it was found in. */
export function valueAt(json: string, { end, source, start }: Mention): string {
  return readSource(json, source).slice(start, end);
}

/** What a mention of a value teaches the scanner, or null. */
export function lessonOf({ isIdentifier: isSpaced, isTaught }: Mention, value: string): string | null {
  if (!isTaught) return null;
  return isSpaced ? spacedIdentifier(value) : value;
}

/** A text as the scanner reads it. */
export function readTurnText(json: string, { isIdentifier: isSpaced, source }: TurnText): string {
  const text = readSource(json, source);
  return isSpaced ? spacedIdentifier(text) : text;
}

function textOf(segment: Segment): TurnText | null {
  const source = sourceOf(segment);
  return source === null ? null : { source, isIdentifier: isIdentifier(segment) };
}

/** The texts at the end of the turns that can hold the question which the next one answers. */
function precedingOf(before: readonly TurnText[], leaves: readonly Segment[]): TurnText[] | null {
  const texts: TurnText[] = [];
  let chars = 0;
  for (let i = leaves.length - 1; i >= 0; i--) {
    const text = textOf(leaves[i]!);
    if (text === null) return null;
    texts.push(text);
    chars += leaves[i]!.text.length + 1;
    if (chars > PRECEDING_CHARS) return texts.reverse();
  }
  return [...before, ...texts.reverse()];
}

/** What of an inspection goes into memory besides what the turns' own texts say. */
export type Inspected = Pick<
  Turns,
  | "count"
  | "end"
  | "opening"
  | "brought"
  | "chain"
  | "firstUser"
  | "chars"
  | "counts"
  | "findings"
  | "uninspected"
  | "shield"
  | "splices"
>;

/**
 * What is remembered of the turns of a request: those of `past`, and behind them those that `leaves` are the texts of.
 * Null where what was done to them may change with later turns, so that they are to be read again.
 */
export function gatherTurns(
  inspected: Inspected,
  past: Turns | null,
  leaves: readonly Segment[],
  log: MentionLog,
  exchange: Exchange,
  policy: CompiledPolicy,
): Turns | null {
  const mentions: Mention[] = [];
  const literals: Mention[] = [];
  const kept: string[] = [];
  let hasUntrusted = past?.hasUntrusted ?? false;
  for (const segment of leaves) {
    const { findings, role, text } = segment;
    hasUntrusted ||= role === "tool" || (segment.untrusted && role !== "assistant");
    const tokenLike = policy.enforces ? findTokenLike(text) : [];
    if (findings.length === 0 && tokenLike.length === 0) continue;
    const own = textOf(segment);
    if (own === null) return null;
    for (const { category, end, isContinued, score, start } of findings) {
      // A value over several texts; a value whose replacement goes by how it is written elsewhere.
      if (isContinued !== undefined || policy.actionFor("request", category) === "pseudonym") return null;
      const mention = { ...own, category, role, start, end, isTaught: score >= REMEMBER_FROM };
      const value = text.slice(start, end);
      if (log.isNews(category, role, value, lessonOf(mention, value))) mentions.push(mention);
    }
    for (const { end, start, text: token } of tokenLike) {
      if (role === "assistant" && exchange.isMinted(token) && !token.startsWith(`[${LITERAL}_`)) {
        kept.push(token);
        continue;
      }
      const isReplaced = findings.some(
        (finding) =>
          finding.start < end && finding.end > start && policy.actionFor("request", finding.category) !== "allow",
      );
      if (isReplaced) continue;
      // A later turn may make a token of this conversation of it.
      if (role === "assistant") return null;
      literals.push({ ...own, category: LITERAL, role, start, end, isTaught: false });
    }
  }
  const preceding = precedingOf(past?.preceding ?? [], leaves);
  if (preceding === null) return null;
  return {
    ...inspected,
    preceding,
    mentions: [...(past?.mentions ?? []), ...mentions],
    literals: [...(past?.literals ?? []), ...literals],
    kept: [...(past?.kept ?? []), ...kept],
    hasUntrusted,
  };
}
