import { charClass, DIGIT, foldText, isWordChar, UPPER } from "./characters.ts";
import { createDocumentMemory } from "./document.ts";
import { resolveFindings } from "./resolution.ts";
import { NUMBER_WORDS } from "./spoken.ts";
import type { Finding } from "./types.ts";

/** Earlier text that a decision may look at. */
const CONTEXT_CHARS = 160;
/** A piece has at least this many characters, so that a scan is not run for every word. */
const MIN_PIECE = 20;
/** A stretch that offers no cut for this long is decided as it is. */
const MAX_HOLD = 128;
/** A link is read to its end, as what makes it personal may stand there; up to this length. */
const MAX_LINK = 2048;
/** Words after a street word within which its number may follow. */
const STREET_REACH = 8;
const REMEMBER_FROM = 0.6;

export interface StreamScanner {
  /** Takes the next piece of text and returns what may be released, anonymised. */
  push(chunk: string): string;
  /** Returns the rest. The scanner is finished then. */
  end(): string;
  /** Characters taken and not released yet. */
  readonly held: number;
}

export interface StreamOptions {
  /** Finds personal data in a window of the text; offsets in the window. `isStart`: the text begins with the window. */
  scan: (window: string, isStart: boolean) => Finding[];
  /** What a value is replaced by. */
  replace: (finding: Finding, value: string) => string;
  /** Told of every finding, in offsets of the whole stream. */
  onFinding?: (finding: Finding) => void;
}

const NUMBERS = new Set(NUMBER_WORDS.split("|"));
/** Words over which a name, a date, an address or a spoken address may reach. */
const JOINING = new Set(
  "de del la las los el y e of and the do da dos das du des le van von der den bin al d a arroba aroba arobase at punto dot ponto point guion bajo medio underscore dash hyphen mil mz lt km c p cp col no num number numero".split(
    " ",
  ),
);
const STREETS = new Set(
  "calle avenida avda av ave boulevard blvd calzada carrera cra kra transversal diagonal jiron jr pasaje privada cerrada circuito camino carretera ctra prolongacion paseo ronda plaza pza callejon carrer rua alameda rue via ruta manzana lote colonia fracc barrio urb".split(
    " ",
  ),
);

interface Word {
  start: number;
  end: number;
  folded: string;
  hasDigit: boolean;
  isCapital: boolean;
}

/** The first word at or behind `at` that begins before `limit`. */
function readWord(text: string, at: number, limit: number): Word | null {
  const last = Math.min(limit, text.length);
  let start = at;
  while (start < last && !isWordChar(text.charCodeAt(start))) start++;
  if (start >= last) return null;
  let end = start;
  let bits = 0;
  while (end < text.length && end - start < MAX_HOLD && isWordChar(text.charCodeAt(end)))
    bits |= charClass(text.charCodeAt(end++));
  return {
    start,
    end,
    folded: foldText(text.slice(start, Math.min(end, start + 24))),
    hasDigit: (bits & DIGIT) !== 0,
    isCapital: (charClass(text.charCodeAt(start)) & UPPER) !== 0,
  };
}

/** Between the members of JSON, or of a quoted list. */
const QUOTED = /^[^@]*(?:["'`]\s*[,:;{}[\]]|[,:{}[\]]\s*["'`])[^@]*$/;
/** Between the cells of a table, or a tag and its text; not the brackets of `ana[.]ruiz[@]correo`. */
const CELLS = /^[^@.]*[|\t][^@.]*$/;
const MARKED = /^[^@.]*[<>{}[\]][^@.]*$/;

/** Where between two words a piece may end, because nothing that the detectors know reaches over it; -1 for nowhere. */
function borderBetween(text: string, before: Word, after: Word, sinceStreet: number): number {
  const gap = text.slice(before.end, after.start);
  const isMarked = CELLS.test(gap) || (MARKED.test(gap) && !(before.hasDigit && after.hasDigit));
  const isJoined = JOINING.has(before.folded) || JOINING.has(after.folded);
  // What stands behind the marks belongs to the value, as `+` does to a telephone.
  if (QUOTED.test(gap) || (isMarked && !isJoined)) return before.end + /^.*["'`,:;<>{}[\]|\t]/s.exec(gap)![0].length;
  const broken = /[.!?;]\s|\n/.test(gap);
  if (!/\s/.test(gap) || /[@/\\=:"'#+(]/.test(gap.trimEnd().slice(-1))) return -1;
  if (before.hasDigit || after.hasDigit) return -1;
  if (broken) return after.start;
  if (sinceStreet < STREET_REACH || (before.isCapital && after.isCapital)) return -1;
  return isJoined || NUMBERS.has(before.folded) || NUMBERS.has(after.folded) ? -1 : after.start;
}

/** What stands between values where there is no blank; not the end of an HTML entity. */
const SEPARATOR = /["'`<>{}[\]|;\n\t]/;
const ENTITY = /&#?\w{1,8};$/;
/** How far before a blank the digits may stand that go on behind it. */
const GAP_REACH = 8;
const ENDS_RUN = /[\s"'`<>{}[\]|\\]/;

/** Whether a forced cut before `at` may part two values, and how surely: 0 not at all, 1 in need, 2, 3 surely. */
function cutRank(text: string, at: number): number {
  const mark = text[at - 1]!;
  if (SEPARATOR.test(mark)) return mark === ";" && ENTITY.test(text.slice(Math.max(0, at - 10), at)) ? 0 : 3;
  if (mark !== "," && !/\s/.test(mark)) return 0;
  // The nearest characters that say something: a blank between digits may stand inside of a number.
  let left = Math.max(0, at - 2);
  for (const first = Math.max(0, at - GAP_REACH); left > first && /[\s,]/.test(text[left]!);) left--;
  const hasDigits = (charClass(text.charCodeAt(left)) & charClass(text.charCodeAt(at)) & DIGIT) !== 0;
  return hasDigits ? 1 : 2;
}

/**
 * Anonymises a stream with bounded hold-back. The text is cut into pieces whose borders depend on the text alone (a
 * border, and what is found before it, is decided from a window that ends one complete word later), so that the output does
 * not depend on how the stream was chunked. A stretch without a border for 128 characters is decided then: a finding
 * that reaches that far is masked through to the end of its run.
 */
export function createStreamScanner(options: StreamOptions): StreamScanner {
  const memory = createDocumentMemory();
  /** Text from `base` on; everything before `pos` was released. */
  let buffer = "";
  let pos = 0;
  let base = 0;
  let swallowing: "run" | "block" | null = null;

  const findingsIn = (windowStart: number, windowEnd: number): Finding[] => {
    const window = buffer.slice(windowStart, windowEnd);
    const found = resolveFindings(window, [...options.scan(window, base + windowStart === 0), ...memory.find(window)]);
    for (const finding of found) {
      finding.start += windowStart;
      finding.end += windowStart;
    }
    return found;
  };

  /** Writes `[pos, to)` with its findings replaced; a finding that begins before `to` may end behind it. */
  const release = (to: number, findings: readonly Finding[]): string => {
    let out = "";
    for (const finding of findings) {
      if (finding.end <= pos || finding.start >= to) continue;
      const start = Math.max(finding.start, pos);
      const value = buffer.slice(start, finding.end);
      if (finding.score >= REMEMBER_FROM) memory.learn(finding.category, value);
      out += buffer.slice(pos, start) + options.replace(finding, value);
      options.onFinding?.({ ...finding, start: base + start, end: base + finding.end });
      pos = finding.end;
    }
    if (pos < to) {
      out += buffer.slice(pos, to);
      pos = to;
    }
    return out;
  };

  /** Skips what belongs to a value already masked. True when its end was seen. */
  const swallow = (): boolean => {
    const isPart = swallowing === "run" ? /[^\s"'`<>{}[\]|\\]/ : /[A-Za-z0-9+/=\s-]/;
    while (pos < buffer.length && isPart.test(buffer[pos]!)) pos++;
    if (pos === buffer.length) return false;
    swallowing = null;
    return true;
  };

  /** Decides all up to `to`; of a value that reaches it the rest will be skipped. */
  const decide = (to: number, findings: readonly Finding[]): string => {
    const reaching = findings.find(({ start, end }) => start < to && end >= to);
    if (reaching !== undefined)
      swallowing = buffer.slice(reaching.start, reaching.end).includes("PRIVATE KEY") ? "block" : "run";
    return release(to, findings);
  };

  /** Decides a stretch of `MAX_HOLD` characters without a border; null while a link has not ended. */
  const force = (isFinal: boolean): string | null => {
    let to = pos + MAX_HOLD;
    const windowStart = Math.max(0, pos - CONTEXT_CHARS);
    let run = to;
    while (run > pos && !ENDS_RUN.test(buffer[run - 1]!)) run--;
    const isLink = buffer.slice(run, to).includes("://");
    if (isLink && run === pos) {
      const most = pos + MAX_LINK;
      while (to < buffer.length && to < most && !ENDS_RUN.test(buffer[to]!)) to++;
      if (to === buffer.length && to < most && !isFinal) return null;
      return to < most ? release(to, findingsIn(windowStart, to)) : decide(to, findingsIn(windowStart, to));
    }
    const findings = findingsIn(windowStart, to);
    // What reaches the end of the stretch is decided with the next one, which begins with it: it may be cut short here.
    const reaching = findings.find(({ end }) => end === to);
    if (reaching !== undefined && reaching.start > pos) return release(reaching.start, findings);
    if (reaching !== undefined) return decide(to, findings);
    // Not inside a value: where the surest separator is that no finding covers.
    let best = 0;
    for (let at = isLink ? run : to; at > pos && best < 3; at--) {
      const rank = cutRank(buffer, at);
      if (rank <= best || findings.some((finding) => finding.start < at && at < finding.end)) continue;
      best = rank;
      to = at;
    }
    if ((buffer.charCodeAt(to - 1) & 0xfc00) === 0xd800) to--;
    return release(to, findings);
  };

  /** One more piece, or null while its border cannot be decided. */
  const nextPiece = (isFinal: boolean): string | null => {
    if (swallowing !== null && !swallow()) return null;
    const limit = pos + MAX_HOLD;
    let before = readWord(buffer, pos, limit);
    let sinceStreet = STREET_REACH;
    let decidedUpTo = 0;
    while (before !== null) {
      sinceStreet = STREETS.has(before.folded) ? 0 : sinceStreet + 1;
      const after = readWord(buffer, before.end, limit);
      // Whether the word is complete must not depend on how much happens to have arrived.
      if (after === null || (after.end >= limit && buffer.length > limit)) break;
      const at = after.start - pos < MIN_PIECE ? -1 : borderBetween(buffer, before, after, sinceStreet);
      if (at - pos >= MIN_PIECE && at >= decidedUpTo) {
        if (!isFinal && after.end === buffer.length) break;
        const findings = findingsIn(Math.max(0, pos - CONTEXT_CHARS), after.end);
        const crossing = findings.find((finding) => finding.start < at && finding.end > at);
        if (crossing === undefined) return release(at, findings);
        decidedUpTo = crossing.end;
      }
      before = after;
    }
    return buffer.length > limit ? force(isFinal) : null;
  };

  const drain = (isFinal: boolean): string => {
    let out = "";
    for (let piece = nextPiece(isFinal); piece !== null; piece = nextPiece(isFinal)) out += piece;
    const keep = Math.max(0, pos - CONTEXT_CHARS);
    buffer = buffer.slice(keep);
    base += keep;
    pos -= keep;
    return out;
  };

  return {
    push(chunk) {
      buffer += chunk;
      return drain(false);
    },
    end() {
      let out = drain(true);
      if (pos < buffer.length)
        out += release(buffer.length, findingsIn(Math.max(0, pos - CONTEXT_CHARS), buffer.length));
      return out;
    },
    get held() {
      return buffer.length - pos;
    },
  };
}
