import { createDocumentMemory } from "../privacy/document.ts";
import type { DocumentMemory } from "../privacy/document.ts";
import { applyPolicy } from "../privacy/policies.ts";
import { resolveFindings } from "../privacy/resolution.ts";
import type { Finding, PrivacyEngine } from "../privacy/engine.ts";
import type { Found, Segment } from "./document.ts";
import type { TenantDigest } from "./keys.ts";
import type { SegmentMemory } from "./memory.ts";
import { isCued } from "./positions.ts";
import type { CompiledPolicy } from "./policy.ts";
import { findTokenLike } from "./tokens.ts";
import type { TokenReader } from "./tokens.ts";
import type { Direction, SlotRole } from "./types.ts";

/** A name accepted with this score is looked for in what follows. */
export const REMEMBER_FROM = 0.6;
/** Shorter texts are scanned faster than looked up. */
const MIN_REMEMBERED = 24;
/** How much of an earlier text can hold the question that the next one answers. */
export const PRECEDING_CHARS = 160;
/** How far a value may reach on either side of the border between two parts. */
const BORDER_CHARS = 128;

/** Up to so many days are looked for one by one. */
const FEW_DAYS = 16;
/** Marks the verdicts on what users say: it is scanned with a policy of its own. */
const SAID = "said";

/** A value that an earlier turn taught, and whose turn it was. */
export interface Lesson {
  category: string;
  role: SlotRole;
  value: string;
}

/** Scans the segments of one body in order, so that what was found before helps to find what comes after. */
export interface SegmentScanner {
  /** Scans one segment of the conversation, or one beside it. */
  scan(segment: Segment): void;
  /** Finds values that reach over the borders of segments, which are the parts of one text. */
  scanJoined(segments: readonly Segment[]): void;
  /**
   * Goes on behind turns that an earlier request brought: with the digest that stood there, with the names and values
   * they taught, and with the last of their texts. Needs the memory that it had then.
   */
  resume(chain: string, taught: readonly Lesson[], preceding: readonly string[]): void;
  /** Digest of everything that the verdict of the next turn depends on; "" without a memory. */
  readonly chain: string;
  readonly scannedChars: number;
  readonly rememberedChars: number;
}

export interface ScannerOptions {
  engine: PrivacyEngine;
  policy: CompiledPolicy;
  direction: Direction;
  /** Keys the memory. */
  texts: TenantDigest;
  memory: SegmentMemory | null;
  /** Reads the tokens that an answer may hold in any form. */
  reader?: TokenReader;
}

/** `juan_perez`, however its letters are written. */
const IDENTIFIER = /^[\p{L}\p{M}\p{N}\p{Cf}_-]+$/u;

/** Whether a text is read as the words of an identifier. */
export function isIdentifier({ slot, text }: Pick<Segment, "slot" | "text">): boolean {
  return slot.row.kind === "name" && IDENTIFIER.test(text);
}

/** An identifier as words: as long as before. */
export function spacedIdentifier(text: string): string {
  return text.replace(/[_-]/g, " ");
}

/** `phoneNumber`, `phone_number` and `phone-number` as words. */
export function wordsOfKey(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_$.-]+/g, " ");
}

/** What of the findings lies outside of stretches that are tokens already. */
export function outsideTokens<T extends { start: number; end: number }>(
  text: string,
  findings: T[],
  reader: TokenReader | null,
): T[] {
  if (findings.length === 0) return findings;
  const tokens: { start: number; end: number }[] = findTokenLike(text);
  if (reader !== null && !reader.isEmpty) tokens.push(...reader.find(text, false));
  tokens.sort((a, b) => a.start - b.start);
  if (tokens.length === 0) return findings;
  const out: T[] = [];
  for (const finding of findings) {
    let { start } = finding;
    for (const token of tokens) {
      if (token.end <= start || token.start >= finding.end) continue;
      if (/[\p{L}\p{N}]/u.test(text.slice(start, token.start))) out.push({ ...finding, start, end: token.start });
      start = token.end;
    }
    if (start === finding.start) out.push(finding);
    else if (/[\p{L}\p{N}]/u.test(text.slice(start, finding.end))) out.push({ ...finding, start });
  }
  return out;
}

function plain({ category, end, score, start, validated }: Finding): Found {
  return { category, start, end, score, validated };
}

/** The digest of a segment's text, worked out once. */
export function digestOf(segment: Segment, texts: TenantDigest): string {
  return (segment.digest ??= texts.digest(segment.text));
}

export function createSegmentScanner(options: ScannerOptions): SegmentScanner {
  const { direction, engine, memory, policy, texts } = options;
  const isSaid = ({ role }: Pick<Segment, "role">): boolean => direction === "request" && role === "user";
  /** Days that users' turns named: where others repeat one, it is masked there as well. */
  const days = new Set<string>();
  let names: DocumentMemory | null = null;
  let learned: Set<string> | null = null;
  let preceding = "";
  const start = memory === null ? "" : texts.prefix(policy.fingerprint, direction);
  /** Digest of everything that the verdict of the next turn depends on: the turns before it. */
  let chain = start;
  let scannedChars = 0;
  let rememberedChars = 0;

  /** Whether a text may repeat one of the days: where there are many of them it is read all the same. */
  const mayRepeat = (text: string): boolean => days.size > FEW_DAYS || [...days].some((day) => text.includes(day));

  const detect = (text: string, before: string, said: boolean, usesNames: boolean): Found[] => {
    const scanPolicy = policy.scan[said ? "said" : direction];
    const reading = { preceding: before, bypassWords: policy.allowList };
    let found = engine.scan(text, { ...reading, policy: scanPolicy });
    if (usesNames && mayRepeat(text)) {
      const repeated = engine
        .scan(text, { ...reading, policy: "gate" })
        .filter(({ category, start, end }) => category === "DATE" && days.has(text.slice(start, end)));
      if (repeated.length > 0) found = resolveFindings(text, [...found, ...repeated]);
    }
    const remembered = usesNames ? (names?.find(text) ?? []) : [];
    if (remembered.length > 0)
      found = resolveFindings(text, [...found, ...applyPolicy(text, remembered, scanPolicy, undefined, policy.bypass)]);
    return outsideTokens(text, found.map(plain), options.reader ?? null);
  };

  /** The verdict on a text, remembered where possible under a name that covers all it depends on. */
  const verdict = (text: string, name: string, compute: () => Found[]): readonly Found[] => {
    scannedChars += text.length;
    if (memory === null || text.length < MIN_REMEMBERED) return compute();
    const known = memory.get(name);
    if (known !== undefined) {
      rememberedChars += text.length;
      return known.findings;
    }
    const findings = compute();
    memory.set(name, { findings, threats: [] });
    return findings;
  };

  /** Values repeat from turn to turn, and learning one costs more than seeing that it is known. */
  const learn = (category: string, value: string): void => {
    const name = `${category}:${value}`;
    learned ??= new Set();
    if (learned.has(name)) return;
    learned.add(name);
    names ??= createDocumentMemory();
    names.learn(category, value);
  };

  const followText = (text: string): void => {
    preceding =
      text.length >= PRECEDING_CHARS ? text.slice(-PRECEDING_CHARS) : `${preceding}\n${text}`.slice(-PRECEDING_CHARS);
  };

  /** What a text taught that was accepted with a score that makes it count for what follows. */
  const takeIn = (category: string, value: string, said: boolean): void => {
    learn(category, value);
    if (said && category === "DATE") days.add(value);
  };

  const scan = (segment: Segment): void => {
    const { slot, turn } = segment;
    const said = isSaid(segment);
    const isSpaced = isIdentifier(segment);
    const text = isSpaced ? spacedIdentifier(segment.text) : segment.text;
    const cue = slot.key !== "" && isCued(slot.row) ? `${wordsOfKey(slot.key)}: ` : "";
    let name = "";
    if (memory !== null) {
      // Short enough to be read unit by unit, as digests are no well-formed text.
      const own = isSpaced ? texts.digest(text) : digestOf(segment, texts);
      name = texts.digest((turn ? chain : start) + (said ? SAID : "") + own + (cue === "" ? "" : texts.digest(cue)));
    }
    segment.findings = verdict(text, name, () => {
      const found = detect(cue + text, turn ? preceding : "", said, turn);
      if (cue === "") return found;
      return found.flatMap((finding) => {
        const from = Math.max(0, finding.start - cue.length);
        return finding.end > cue.length ? [{ ...finding, start: from, end: finding.end - cue.length }] : [];
      });
    });
    if (turn || segment.role === "system") {
      for (const finding of segment.findings) {
        if (finding.score < REMEMBER_FROM) continue;
        const value = text.slice(finding.start, finding.end);
        takeIn(finding.category, value, turn && said);
        // What the app's own text teaches holds for every turn, and is no part of their chain otherwise.
        if (!turn && memory !== null) chain = texts.digest(chain + texts.digest(`${finding.category}:${value}`));
      }
    }
    if (turn) {
      chain = name;
      followText(text);
    }
  };

  interface Piece {
    segment: Segment;
    from: number;
    to: number;
  }

  const scanWindow = (pieces: readonly Piece[], glue: string): void => {
    const said = isSaid(pieces[0]!.segment);
    const text = pieces.map(({ from, segment, to }) => segment.text.slice(from, to)).join(glue);
    const name = memory === null ? "" : `${start}${said ? SAID : ""}${texts.digest(text)}+`;
    const found = verdict(text, name, () => detect(text, "", said, false));
    for (const finding of found) {
      let at = 0;
      const touched: { piece: Piece; start: number; end: number }[] = [];
      for (const piece of pieces) {
        const length = piece.to - piece.from;
        const from = Math.max(finding.start - at, 0);
        const to = Math.min(finding.end - at, length);
        if (from < to) touched.push({ piece, start: piece.from + from, end: piece.from + to });
        at += length + glue.length;
      }
      const isTaken = touched.some(({ end, piece, start: first }) =>
        piece.segment.findings.some(
          (other) => other.isContinued !== undefined && other.start < end && other.end > first,
        ),
      );
      if (touched.length < 2 || isTaken) continue;
      touched.forEach(({ end, piece, start: first }, index) => {
        const own = piece.segment.findings;
        // What the part alone showed of the value gives way; anything that reaches further keeps its rest.
        piece.segment.findings = own
          .flatMap((other) => {
            if (other.end <= first || other.start >= end) return [other];
            return [
              ...(other.start < first ? [{ ...other, end: first }] : []),
              ...(other.end > end ? [{ ...other, start: end }] : []),
            ];
          })
          .concat([
            { ...finding, start: first, end, isContinued: index > 0, whole: text.slice(finding.start, finding.end) },
          ])
          .sort((a, b) => a.start - b.start);
      });
    }
  };

  const scanJoined = (segments: readonly Segment[]): void => {
    let pieces: Piece[] = [];
    const windows: Piece[][] = [];
    for (const segment of segments) {
      const { length } = segment.text;
      if (length <= 2 * BORDER_CHARS) pieces.push({ segment, from: 0, to: length });
      else {
        pieces.push({ segment, from: 0, to: BORDER_CHARS });
        windows.push(pieces);
        pieces = [{ segment, from: length - BORDER_CHARS, to: length }];
      }
    }
    windows.push(pieces);
    for (const window of windows) {
      if (window.length < 2) continue;
      scanWindow(window, "");
      scanWindow(window, " ");
    }
  };

  return {
    scan,
    scanJoined,
    resume(behind, taught, before) {
      chain = behind;
      for (const { category, role, value } of taught) takeIn(category, value, isSaid({ role }));
      for (const text of before) followText(text);
    },
    get chain() {
      return chain;
    },
    get scannedChars() {
      return scannedChars;
    },
    get rememberedChars() {
      return rememberedChars;
    },
  };
}
