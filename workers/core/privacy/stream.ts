import { charClass, DIGIT, foldText, isDigit, isWordChar, UPPER } from "./characters.ts";
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

/** Characters that end the run of a long value, such as a token or an address. */
const RUN_END = /[\s"'`,;|<>{}()[\]]/;
const RUN_PART = /[^\s"'`,;|<>{}()[\]]/;
/** What a key in armour is written with. */
const KEY_PART = /[A-Za-z0-9+/=\s-]/;

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

function readWord(text: string, at: number): Word | null {
  let start = at;
  while (start < text.length && !isWordChar(text.charCodeAt(start))) start++;
  if (start === text.length) return null;
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

/** What stands between fields and cells: values do not reach over it, and JSON without spaces has no other borders. */
const BETWEEN_FIELDS = /["'`]\s?[,:;\]})]|[{[,:(]\s?["'`]|[}\]>]\s?,?\s?[{[<]/;

/** True when nothing that the detectors know reaches over the gap between two words. */
function isSoft(text: string, before: Word, after: Word, sinceStreet: number): boolean {
  const gap = text.slice(before.end, after.start);
  if (BETWEEN_FIELDS.test(gap)) return true;
  const broken = /[.!?;]\s|\n/.test(gap);
  if (!/\s/.test(gap) || /[@/\\=:"'#+(]/.test(gap.trimEnd().slice(-1))) return false;
  if (before.hasDigit || after.hasDigit) return false;
  if (broken) return true;
  if (sinceStreet < STREET_REACH || (before.isCapital && after.isCapital)) return false;
  return !(
    JOINING.has(before.folded) ||
    JOINING.has(after.folded) ||
    NUMBERS.has(before.folded) ||
    NUMBERS.has(after.folded)
  );
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
  let swallowing: RegExp | null = null;

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
  const swallow = (isPart: RegExp): boolean => {
    while (pos < buffer.length && isPart.test(buffer[pos]!)) pos++;
    if (pos === buffer.length) return false;
    swallowing = null;
    return true;
  };

  /**
   * The last place before `to` behind a sign that no finding covers, 0 for none: what follows may be the beginning of a
   * value. Between two groups of digits only when `anywhere`, since they may be one number.
   */
  const lastBorder = (findings: readonly Finding[], to: number, anywhere: boolean): number => {
    for (let at = to; at > pos; at--) {
      if (!RUN_END.test(buffer[at - 1]!)) continue;
      if (!anywhere && isDigit(buffer.charCodeAt(at)) && isDigit(buffer.charCodeAt(at - 2))) continue;
      if (!findings.some((finding) => finding.start < at && at < finding.end)) return at;
    }
    return 0;
  };

  /** Decides a stretch of `MAX_HOLD` characters without a border. */
  const force = (): string => {
    let to = pos + MAX_HOLD;
    const findings = findingsIn(Math.max(0, pos - CONTEXT_CHARS), to);
    const border = lastBorder(findings, to, false) || lastBorder(findings, to, true);
    if (border > 0) return release(border, findings);
    const reaching = findings.find((finding) => finding.end === to);
    if (reaching !== undefined)
      swallowing = buffer.slice(reaching.start, reaching.end).includes("PRIVATE KEY") ? KEY_PART : RUN_PART;
    else if ((buffer.charCodeAt(to - 1) & 0xfc00) === 0xd800) to--;
    return release(to, findings);
  };

  /** One more piece, or null while its border cannot be decided. */
  const nextPiece = (isFinal: boolean): string | null => {
    if (swallowing !== null && !swallow(swallowing)) return null;
    const limit = pos + MAX_HOLD;
    let before = readWord(buffer, pos);
    let sinceStreet = STREET_REACH;
    let decidedUpTo = 0;
    while (before !== null) {
      sinceStreet = STREETS.has(before.folded) ? 0 : sinceStreet + 1;
      const after = readWord(buffer, before.end);
      if (after === null) break;
      const at = after.start;
      if (at - pos >= MIN_PIECE && at >= decidedUpTo && isSoft(buffer, before, after, sinceStreet)) {
        // Whether the word is complete must not depend on how much happens to have arrived.
        if (after.end >= limit && buffer.length > limit) break;
        if (!isFinal && after.end === buffer.length) break;
        const findings = findingsIn(Math.max(0, pos - CONTEXT_CHARS), after.end);
        const crossing = findings.find((finding) => finding.start < at && finding.end > at);
        if (crossing === undefined) return release(at, findings);
        decidedUpTo = crossing.end;
      }
      before = after;
    }
    return buffer.length > limit ? force() : null;
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
