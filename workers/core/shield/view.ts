/**
 * Text as the shield reads it: lower case, without accents, invisible characters, look-alike letters or separators
 * between single letters, so that a disguise changes nothing. `starts[i]` and `ends[i]` are the UTF-16 offsets in the
 * original of the character that became `text[i]`.
 */
export interface ShieldView {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly length: number;
  /** The code units of `text`, the first `length` of them; until the next text is viewed. */
  readonly codes: Uint16Array;
  /** Whether every character of the original became one: nothing was in a disguise. */
  readonly isPlain: boolean;
}

/** A view while disguises are undone. */
type Draft = Pick<ShieldView, "text" | "starts" | "ends">;

/** Letters of other scripts, and symbols, that are drawn like a Latin one. */
const LOOK_ALIKES = new Map<string, string>();
for (const [latin, others] of [
  ["a", "аαɑ"],
  ["b", "Ьв"],
  ["c", "сϲ"],
  ["d", "ԁ"],
  ["e", "еєɛε"],
  ["g", "ɡ"],
  ["h", "һн"],
  ["i", "іιıɩ"],
  ["j", "ј"],
  ["k", "кκ"],
  ["l", "ӏⅼ"],
  ["m", "м"],
  ["n", "пո"],
  ["o", "оο"],
  ["p", "рρ"],
  ["q", "ԛ"],
  ["r", "г"],
  ["s", "ѕ"],
  ["t", "тτ"],
  ["u", "υս"],
  ["v", "ѵν"],
  ["w", "ѡω"],
  ["x", "хχ"],
  ["y", "уγ"],
  ["z", "ᴢ"],
] as const) {
  for (const other of others) LOOK_ALIKES.set(other, latin);
}

/** Zero-width characters, soft hyphens, joiners, direction marks, variation selectors and combining marks. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\p{M}]/u;
const TAG_FIRST = 0xe0020;
const TAG_LAST = 0xe007e;
const TAG_BASE = 0xe0000;
const ASCII_LAST = 0x7f;

class Builder {
  text = "";
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  add(folded: string, start: number, end: number): void {
    for (let index = 0; index < folded.length; index += 1) {
      this.starts.push(start);
      this.ends.push(end);
    }
    this.text += folded;
  }
  finish(): Draft {
    return { text: this.text, starts: Int32Array.from(this.starts), ends: Int32Array.from(this.ends) };
  }
}

function foldCharacter(character: string): string {
  const known = LOOK_ALIKES.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0)!;
  if (code >= TAG_FIRST && code <= TAG_LAST) return String.fromCodePoint(code - TAG_BASE).toLowerCase();
  const plain = character
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return [...plain].map((part) => LOOK_ALIKES.get(part) ?? part).join("");
}

function foldText(text: string): Draft {
  const view = new Builder();
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= ASCII_LAST) {
      view.add(code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : text[at]!, at, at + 1);
      at += 1;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (!INVISIBLE.test(character)) view.add(foldCharacter(character), at, at + character.length);
    at += character.length;
  }
  return view.finish();
}

/** A view of the characters that `keep` lets through, and of `replace` where it gives another. */
function project(view: Draft, keep: (index: number) => string | null): Draft {
  const result = new Builder();
  for (let index = 0; index < view.text.length; index += 1) {
    const character = keep(index);
    if (character !== null) result.add(character, view.starts[index]!, view.ends[index]!);
  }
  return result.finish();
}

/** Three single letters or more with the same separator between: `i g n o r e`, `i.g.n.o.r.e`. */
const SPACED = /(?<![a-z0-9])[a-z0-9](?:([ ._*-])[a-z0-9](?![a-z0-9])){2,400}/gu;

/** What every such spelling begins with; much faster to look for. */
const SPACED_SIGN = /[a-z0-9][ ._*-][a-z0-9][ ._*-][a-z0-9][ ._*-]/u;

/** Joins letters that are spelled apart; two separators in a row, or one of another kind, end a word. */
function joinSpaced(view: Draft): Draft {
  if (!SPACED_SIGN.test(view.text)) return view;
  const dropped = new Set<number>();
  for (const match of view.text.matchAll(SPACED)) {
    for (let offset = 1; offset < match[0].length; offset += 2) dropped.add(match.index + offset);
    // Of the wider space between two words that are spelled apart, one stays.
    for (let at = match.index + match[0].length; view.text[at] === " " && view.text[at + 1] === " "; at += 1) {
      dropped.add(at);
    }
  }
  return dropped.size === 0 ? view : project(view, (index) => (dropped.has(index) ? null : view.text[index]!));
}

const LEET: ReadonlyMap<string, string> = new Map([
  ["0", "o"],
  ["1", "i"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["7", "t"],
  ["@", "a"],
  ["$", "s"],
]);
/** A word of at least two letters with figures inside or at the end, none of them a 2, 6, 8 or 9. */
const LEET_WORD =
  /(?<![a-z0-9@$.])(?=[a-z0-9@$]{0,30}[a-z][a-z0-9@$]{0,30})(?=[a-z@$]{0,30}[013457@$])[a-z013457@$]{4,40}(?![a-z0-9@$.])/gu;

/** A letter beside a figure, which every such word has somewhere. */
const LEET_SIGN = /[a-z][013457@$]|[013457@$][a-z]/u;

function readLeet(view: Draft): Draft {
  if (!LEET_SIGN.test(view.text)) return view;
  const inside = new Map<number, string>();
  for (const match of view.text.matchAll(LEET_WORD)) {
    const letters = match[0].replace(/[^a-z]/gu, "").length;
    if (letters < 2 || letters * 2 < match[0].length) continue;
    [...match[0]].forEach((character, offset) => {
      const letter = LEET.get(character);
      if (letter !== undefined) inside.set(match.index + offset, letter);
    });
  }
  return inside.size === 0 ? view : project(view, (index) => inside.get(index) ?? view.text[index]!);
}

const ENTITY = /&#(x[0-9a-f]{1,6}|\d{1,7});|%([0-9a-f]{2})|\\(?:x|u00)([0-9a-f]{2})/gu;

/** Numeric HTML entities, percent and backslash escapes of ASCII letters, decoded in place. */
function readEscapes(view: Draft): Draft {
  if (!view.text.includes("%") && !view.text.includes("&#") && !view.text.includes("\\")) return view;
  const replaced = new Map<number, string | null>();
  for (const match of view.text.matchAll(ENTITY)) {
    const [all, entity, percent, backslash] = match;
    const hexadecimal = percent ?? backslash;
    const code =
      hexadecimal !== undefined
        ? Number.parseInt(hexadecimal, 16)
        : entity!.startsWith("x")
          ? Number.parseInt(entity!.slice(1), 16)
          : Number(entity);
    if (code < 32 || code > ASCII_LAST) continue;
    replaced.set(match.index, String.fromCharCode(code).toLowerCase());
    for (let offset = 1; offset < all.length; offset += 1) replaced.set(match.index + offset, null);
  }
  return replaced.size === 0
    ? view
    : project(view, (index) => (replaced.has(index) ? replaced.get(index)! : view.text[index]!));
}

/** What each code unit folds to where that is one as well, as far as it has been met; else `NOT_MET` or `NOT_ONE`. */
const FOLDED = new Uint16Array(0x10000);
const [NOT_MET, NOT_ONE] = [0, 0xffff];

/** What a code unit that is met first folds to. */
function foldUnit(code: number): number {
  const character = String.fromCharCode(code);
  const folded = code <= ASCII_LAST ? character.toLowerCase() : foldCharacter(character);
  const isOne = folded.length === 1 && !INVISIBLE.test(character);
  return (FOLDED[code] = isOne && code !== 0 ? folded.charCodeAt(0) : NOT_ONE);
}

/** Whether a surrogate begins a picture of U+1F300 to U+1FAFF: these stay as they are, and nothing is spelled with them. */
function isPicture(high: number, low: number): boolean {
  if (low < 0xdc00 || low > 0xdfff) return false;
  return high === 0xd83d || (high === 0xd83c && low >= 0xdf00) || (high === 0xd83e && low < 0xdf00);
}

/** What a character may be part of: a word, a spelling apart, leet or an escape. */
const [LETTER, FIGURE, STAND_IN, SEPARATOR, ESCAPE] = [1, 2, 4, 8, 16];
const ALNUM = LETTER | FIGURE;
const KINDS = new Uint8Array(ASCII_LAST + 1);
for (const [characters, kind] of [
  ["abcdefghijklmnopqrstuvwxyz", LETTER],
  ["0123456789", FIGURE],
  ["013457@$", STAND_IN],
  [" ._*-", SEPARATOR],
  ["%#\\", ESCAPE],
] as const) {
  for (const character of characters) KINDS[character.charCodeAt(0)]! |= kind;
}

/** 0, 1, 2 and so on: the offsets of texts in which every character became one. */
let identity = new Int32Array(4096).map((_, index) => index);
let codes = new Uint16Array(4096);

/** Pairs of a letter and a separator in a row from which a word may be spelled apart (`SPACED_SIGN`). */
const LEAST_SPACED = 3;
const ESCAPED = new RegExp(ENTITY.source, "iu");
const [SURROGATE_MASK, SURROGATE] = [0xf800, 0xd800];

/** The view of a text of which every character stays one; null of any other, and of what may be in a disguise. */
function viewPlain(text: string): ShieldView | null {
  const { length } = text;
  const into = codes;
  let [before, spaced, seen, bits] = [0, 0, 0, 0];
  let hasStandIn = false;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    bits |= code;
    if ((code & SURROGATE_MASK) === SURROGATE) {
      const low = at + 1 < length ? text.charCodeAt(at + 1) : 0;
      if (!isPicture(code, low)) return null;
      into[at] = code;
      at += 1;
      into[at] = low;
      [before, spaced] = [0, 0];
      continue;
    }
    let folded = FOLDED[code]!;
    if (folded === NOT_MET) folded = foldUnit(code);
    if (folded === NOT_ONE) return null;
    into[at] = folded;
    const kind = folded <= ASCII_LAST ? KINDS[folded]! : 0;
    seen |= kind;
    if ((kind & SEPARATOR) !== 0 && (before & ALNUM) !== 0) {
      spaced += 1;
      if (spaced === LEAST_SPACED) return null;
    } else if ((kind & ALNUM) === 0 || (before & SEPARATOR) === 0) spaced = 0;
    if (((kind | before) & (LETTER | STAND_IN)) === (LETTER | STAND_IN)) hasStandIn = true;
    before = kind;
  }
  if ((hasStandIn && hasLeet(into, length)) || ((seen & ESCAPE) !== 0 && ESCAPED.test(text))) return null;
  return new PlainView(length, bits <= ASCII_LAST ? text : null);
}

/** Whether a word is as `LEET_WORD` wants them: letters and stand-ins only, and with no point or other figure beside. */
function hasLeet(read: Uint16Array, length: number): boolean {
  const point = 46;
  for (let at = 0; at < length;) {
    const start = at;
    let [letters, others, standIns] = [0, 0, 0];
    for (; at < length; at += 1) {
      const code = read[at]!;
      const kind = code <= ASCII_LAST ? KINDS[code]! : 0;
      if ((kind & STAND_IN) !== 0) standIns += 1;
      else if ((kind & LETTER) !== 0) letters += 1;
      else if ((kind & FIGURE) !== 0 || code === point) others += 1;
      else break;
    }
    if (others === 0 && standIns > 0 && letters >= 2 && at - start <= 40) return true;
    if (at === start) at += 1;
  }
  return false;
}

/** Code units that become a string at once. */
const PART = 4096;

function toText(read: Uint16Array, length: number): string {
  let text = "";
  for (let from = 0; from < length; from += PART) {
    const part = read.subarray(from, Math.min(length, from + PART));
    // The parameter wants an array by its type, and takes whatever is like one.
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}

/** The view of a text of which every character stays one; its folded text is put together when it is asked for. */
class PlainView implements ShieldView {
  readonly isPlain = true;
  readonly length: number;
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What it was made from, when that is ASCII. */
  readonly #ascii: string | null;
  #text: string | null = null;
  constructor(length: number, ascii: string | null) {
    this.#ascii = ascii;
    this.length = length;
    this.codes = codes;
    this.starts = identity.subarray(0, length);
    this.ends = identity.subarray(1, length + 1);
  }
  get text(): string {
    this.#text ??= this.#ascii === null ? toText(this.codes, this.length) : this.#ascii.toLowerCase();
    return this.#text;
  }
}

/** The view of a text; time and memory are linear in it, and lone surrogates pass through. */
export function viewOf(text: string): ShieldView {
  if (text.length >= identity.length) {
    identity = new Int32Array(2 * text.length).map((_, index) => index);
    codes = new Uint16Array(2 * text.length);
  }
  const plain = viewPlain(text);
  if (plain !== null) return plain;
  const draft = readLeet(joinSpaced(readEscapes(foldText(text))));
  const { length } = draft.text;
  if (length > codes.length) codes = new Uint16Array(2 * length);
  for (let at = 0; at < length; at += 1) codes[at] = draft.text.charCodeAt(at);
  return { ...draft, length, codes, isPlain: false };
}
