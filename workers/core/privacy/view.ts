import { charClass } from "./characters.ts";

/**
 * The text as a reader would take it: without invisible characters, with look-alike letters, full-width forms, HTML
 * entities, percent escapes and those of JSON replaced by what they stand for, and numbers written digit by digit put
 * together. `breaks` is null when the text needed no change.
 */
export interface View {
  text: string;
  /** Where the distance between view and original changes: code unit i of the view is `originals[k] + i - views[k]` for the last k with `views[k] <= i`. */
  breaks: Breaks | null;
}

interface Breaks {
  /** The view that this one was read from; null for the text itself. */
  source: View | null;
  views: number[];
  originals: number[];
  /** How many code units of the original one of the view stands for, where it is not one. */
  widths: Map<number, number>;
  /** An escape gave a character that begins escapes. */
  nested: boolean;
}

const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["commat", "@"],
  ["period", "."],
  ["colon", ":"],
  ["sol", "/"],
  ["lowbar", "_"],
  ["hyphen", "-"],
  ["dash", "-"],
  ["plus", "+"],
  ["num", "#"],
  ["ntilde", "ñ"],
  ["aacute", "á"],
  ["eacute", "é"],
  ["iacute", "í"],
  ["oacute", "ó"],
  ["uacute", "ú"],
  ["uuml", "ü"],
  ["ccedil", "ç"],
  ["atilde", "ã"],
  ["otilde", "õ"],
  ["acirc", "â"],
  ["ecirc", "ê"],
  ["ocirc", "ô"],
  ["agrave", "à"],
  ["egrave", "è"],
  ["lpar", "("],
  ["rpar", ")"],
  ["comma", ","],
  ["semi", ";"],
  ["equals", "="],
  ["tab", " "],
  ["newline", "\n"],
  ["zwj", ""],
  ["zwnj", ""],
  ["shy", ""],
]);

const LOOK_ALIKES = new Map<number, string>();
const CYRILLIC = "аaеeоoрpсcуyхxіiјjѕsАAВBЕEКKМMНHОOРPСCТTХXԁdһhӏlԛqԝw";
const GREEK = "αaοoνvρpΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXιi";
for (const pairs of [CYRILLIC, GREEK]) {
  for (let i = 0; i < pairs.length; i += 2) LOOK_ALIKES.set(pairs.charCodeAt(i), pairs[i + 1]!);
}

/** Characters that show nothing: they may stand inside a value and must not hide it. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0x300 && code <= 0x36f)
  );
}

/** The plain form of one unusual code unit, or null when it already is plain. */
function plainForm(code: number): string | null {
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000)
    return " ";
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63) return "-";
  if (code === 0x2018 || code === 0x2019 || code === 0x201b) return "'";
  if (code === 0x201c || code === 0x201d) return '"';
  if (code === 0x2024 || code === 0xfe52) return ".";
  if (code === 0xfe6b) return "@";
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x0660 && code <= 0x0669) return String.fromCharCode(code - 0x0660 + 48);
  if (code >= 0x06f0 && code <= 0x06f9) return String.fromCharCode(code - 0x06f0 + 48);
  if (code >= 0x0966 && code <= 0x096f) return String.fromCharCode(code - 0x0966 + 48);
  if (code >= 0x2460 && code <= 0x2468) return String.fromCharCode(code - 0x2460 + 49);
  if (code >= 0x24b6 && code <= 0x24cf) return String.fromCharCode(code - 0x24b6 + 65);
  if (code >= 0x24d0 && code <= 0x24e9) return String.fromCharCode(code - 0x24d0 + 97);
  if (code === 0x24ea) return "0";
  if (code >= 0x2080 && code <= 0x2089) return String.fromCharCode(code - 0x2080 + 48);
  if (code === 0x2070 || (code >= 0x2074 && code <= 0x2079)) return String.fromCharCode(code - 0x2070 + 48);
  return null;
}

/**
 * Mathematical alphanumerics live outside the BMP: `𝟝` and `𝐚` are digits and letters too. Tags are letters that nobody
 * sees but a model reads; variation selectors are nothing.
 */
function astralForm(point: number): string | null {
  if (point >= 0x1d7ce && point <= 0x1d7ff) return String.fromCharCode(48 + ((point - 0x1d7ce) % 10));
  if (point >= 0x1d400 && point <= 0x1d6a3) {
    const at = (point - 0x1d400) % 52;
    return String.fromCharCode(at < 26 ? 65 + at : 97 + at - 26);
  }
  if (point >= 0xe0020 && point <= 0xe007e) return String.fromCharCode(point - 0xe0000);
  if ((point >= 0xe0000 && point <= 0xe007f) || (point >= 0xe0100 && point <= 0xe01ef)) return "";
  return null;
}

const ENTITY = /&(?:#(\d{1,7})(?:;|(?!\d))|#[xX]([0-9a-fA-F]{1,6})(?:;|(?![0-9a-fA-F]))|([a-zA-Z]{2,8});)/y;
/** An ASCII character, or a letter of two bytes in UTF-8. */
const PERCENT = /%([2-7][0-9a-fA-F])|%([cC][2-9a-fA-F]|[dD][0-9a-fA-F])%([89abAB][0-9a-fA-F])/y;
/** Escapes are read inside what escapes stand for, as a link within a link has them ("%2540", "&amp;#64;"), so often. */
const ESCAPE_DEPTH = 3;
/** What may be one. */
const ESCAPE = /%[2-7c-dC-D][\da-fA-F]|&(?:#[\dxX]|[a-zA-Z]{2,8};)/;
/** The escapes of JSON and JavaScript; of those that stand between words, the ones of JSON inside JSON too. */
const BACKSLASH = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\\{0,3}([nrt"'/]))/y;
const SHORT_ESCAPES = new Map([
  ["n", "\n"],
  ["r", "\n"],
  ["t", "\t"],
]);
/** What stands before a place inside a path of Windows, whose folders may begin with those letters. */
const PATH_BEFORE = /(?:(?<![A-Za-z0-9])[A-Za-z]:\\{1,2}|(?<![^\s"'(=])\\\\)(?![nrt][A-Z0-9\\])[\w.$-][^\s"'|<>*?]*$/;
const PATH_CHARS = 96;
/** A shared folder: two backslashes before the machine, one behind it. */
const SHARE = /(?<![^\s"'(=])\\\\[\w.$-]{2,40}\\(?!\\)/y;
/** An account with its domain: "CORP\tania.lopez". */
const DOMAIN_BEFORE = /(?<![\w\\])[A-Z][A-Z0-9-]{1,14}$/;
const ACCOUNT = /\\[nrt][a-z]{1,24}[._][a-z]/y;

/** Whether a backslash and the letter behind it are part of a path or of an account's name. */
function isPartOfPath(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - PATH_CHARS), at);
  SHARE.lastIndex = text[at - 1] === "\\" ? at - 1 : at;
  ACCOUNT.lastIndex = at;
  return PATH_BEFORE.test(before) || SHARE.test(text) || (ACCOUNT.test(text) && DOMAIN_BEFORE.test(before));
}

/** What may need a change: ordinary text is passed over by the regular-expression engine at full speed. */
const UNUSUAL = /[&%\\\xa0\xad\u0300-\u0aff\u180e\u2000-\u24ff\u3000\ud835\udb40\ufe00-\uffff]/g;
/** The same, or a digit: most messages have neither, and are asked no more. */
const UNUSUAL_OR_DIGIT = new RegExp(UNUSUAL.source.replace("[", "[0-9"));

/** A number written digit by digit, "5 5 1 2 3 4 5 6 7 8": seven digits or more, and always the same separator. */
const SPELLED =
  /(?<!\d[ .,-]?|[ .,-]\d)\d(?:(?: (?:- )?\d){6,40}|(?:-\d){6,40}|(?:\.\d){6,40}|(?:, ?\d){6,40})(?![ .,-]{0,2}\d|[\p{L}])/gu;
/** Marks and answers ("1 2 3 4 5", "0 1 1 0 1 0 0") have few different digits, or go up or down by one. */
const LEAST_DIFFERENT = 4;

function isCounted(digits: string): boolean {
  if (new Set(digits).size < LEAST_DIFFERENT) return true;
  const step = Number(digits[1]) - Number(digits[0]);
  for (let i = 2; i < digits.length; i++) if (Number(digits[i]) - Number(digits[i - 1]) !== step) return false;
  return true;
}

interface Gap {
  start: number;
  length: number;
}

const NO_GAPS: readonly Gap[] = [];

/** How such a number begins; asked first, because it is found at once that most texts have none. */
const SPELLED_START = /\d[ .,-]{1,3}\d[ .,-]{1,3}\d[ .,-]/;

/** Where the separators of numbers written digit by digit stand. */
function spelledGaps(text: string): readonly Gap[] {
  if (!SPELLED_START.test(text)) return NO_GAPS;
  SPELLED.lastIndex = 0;
  if (!SPELLED.test(text)) return NO_GAPS;
  SPELLED.lastIndex = 0;
  const gaps: Gap[] = [];
  for (const match of text.matchAll(SPELLED)) {
    if (isCounted(match[0].replace(/\D/gu, ""))) continue;
    for (const gap of match[0].matchAll(/\D+/gu)) gaps.push({ start: match.index + gap.index, length: gap[0].length });
  }
  return gaps;
}

function decodeEscape(text: string, at: number): { char: string; length: number } | null {
  const opening = text.charCodeAt(at);
  if (opening === 37) {
    PERCENT.lastIndex = at;
    const match = PERCENT.exec(text);
    if (match === null) return null;
    const [whole, single, first, second] = match;
    const code =
      single !== undefined ? parseInt(single, 16) : ((parseInt(first!, 16) & 31) << 6) | (parseInt(second!, 16) & 63);
    return { char: String.fromCharCode(code), length: whole.length };
  }
  if (opening === 92) {
    BACKSLASH.lastIndex = at;
    const match = BACKSLASH.exec(text);
    if (match === null) return null;
    const [{ length }, unicode, hex, short] = match;
    if (short !== undefined) {
      const char = SHORT_ESCAPES.get(short) ?? short;
      return char !== short && isPartOfPath(text, at) ? null : { char, length };
    }
    const code = parseInt((unicode ?? hex)!, 16);
    // Half a character, or a control character, is left as it is written.
    return code < 32 || (code >= 0xd800 && code < 0xe000) ? null : { char: String.fromCharCode(code), length };
  }
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  if (match === null) return null;
  const point = match[1] !== undefined ? Number(match[1]) : match[2] !== undefined ? parseInt(match[2], 16) : -1;
  const char =
    match[3] !== undefined
      ? ENTITIES.get(match[3].toLowerCase())
      : point > 31 && point < 0xd800
        ? String.fromCharCode(point)
        : undefined;
  return char === undefined ? null : { char, length: match[0].length };
}

/**
 * Look-alikes are replaced only in words that mix scripts (or touch `@`, `.` or digits), so that text in Russian or
 * Greek keeps its own letters.
 */
function isMixedWord(text: string, at: number): boolean {
  const from = Math.max(0, at - 32);
  const to = Math.min(text.length, at + 32);
  let start = at;
  while (start > from && charClass(text.charCodeAt(start - 1)) !== 0) start--;
  let end = at;
  while (end < to && charClass(text.charCodeAt(end)) !== 0) end++;
  if (text[start - 1] === "@" || text[end] === "@" || (text[end] === "." && charClass(text.charCodeAt(end + 1)) !== 0))
    return true;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) < 0x250) return true;
  return false;
}

/** Builds the view. Linear; ordinary text is returned as it is, without a copy. */
export function viewOf(text: string): View {
  if (!UNUSUAL_OR_DIGIT.test(text)) return { text, breaks: null };
  const gaps = spelledGaps(text);
  UNUSUAL.lastIndex = 0;
  if (!UNUSUAL.test(text) && gaps.length === 0) return { text, breaks: null };
  let view = rewrite(text, gaps, UNUSUAL.lastIndex - 1, null);
  for (let depth = 1; depth < ESCAPE_DEPTH && view.breaks?.nested === true && ESCAPE.test(view.text); depth++) {
    UNUSUAL.lastIndex = 0;
    UNUSUAL.test(view.text);
    view = rewrite(view.text, NO_GAPS, UNUSUAL.lastIndex - 1, view);
  }
  return view;
}

/**
 * The view of a text that has these gaps, and its first unusual character at `first` when that is not negative. The text
 * is that of `source` where that is not null.
 */
function rewrite(text: string, gaps: readonly Gap[], first: number, source: View | null): View {
  const views: number[] = [0];
  const originals: number[] = [0];
  const widths = new Map<number, number>();
  const parts: string[] = [];
  let length = 0;
  let copied = 0;
  let nested = false;
  /** Puts `plain` in the place of `count` code units of the original at `at`. */
  const replace = (at: number, count: number, plain: string): void => {
    parts.push(text.slice(copied, at), plain);
    length += at - copied + plain.length;
    copied = at + count;
    if (count !== plain.length) {
      if (plain.length > 0) widths.set(length - 1, count);
      views.push(length);
      originals.push(copied);
    }
  };
  let gap = 0;
  const closeGaps = (upTo: number): void => {
    for (; gap < gaps.length && gaps[gap]!.start < upTo; gap++) replace(gaps[gap]!.start, gaps[gap]!.length, "");
  };
  for (let at = first; at >= 0; at = UNUSUAL.test(text) ? UNUSUAL.lastIndex - 1 : -1) {
    closeGaps(at);
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      const escape = decodeEscape(text, at);
      if (escape !== null) {
        replace(at, escape.length, escape.char);
        UNUSUAL.lastIndex = copied;
        if (escape.char === "%" || escape.char === "&") nested = true;
      }
    } else if (isInvisible(code)) {
      replace(at, 1, "");
      // A combining mark belongs to the letter before it.
      if (code < 0x370 && length > 0) widths.set(length - 1, (widths.get(length - 1) ?? 1) + 1);
    } else if (code === 0xd835 || code === 0xdb40) {
      const plain = astralForm(text.codePointAt(at)!);
      if (plain !== null) {
        replace(at, 2, plain);
        UNUSUAL.lastIndex = copied;
      }
    } else {
      const lookAlike = LOOK_ALIKES.get(code);
      const plain = lookAlike !== undefined && isMixedWord(text, at) ? lookAlike : plainForm(code);
      if (plain !== null) replace(at, 1, plain);
    }
  }
  closeGaps(text.length);
  if (copied === 0) return source ?? { text, breaks: null };
  parts.push(text.slice(copied));
  return { text: parts.join(""), breaks: { source, views, originals, widths, nested } };
}

function originalOf({ originals, views }: Breaks, at: number): number {
  let low = 0;
  let high = views.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (views[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return originals[low]! + at - views[low]!;
}

/**
 * Where a span of the view, not empty, lies in the original. It ends behind its last visible character: what is
 * invisible inside belongs to it, what follows does not.
 */
export function originalSpan({ breaks }: View, start: number, end: number): { start: number; end: number } {
  if (breaks === null) return { start, end };
  const from = originalOf(breaks, start);
  const to = originalOf(breaks, end - 1) + (breaks.widths.get(end - 1) ?? 1);
  return breaks.source === null ? { start: from, end: to } : originalSpan(breaks.source, from, to);
}
