/**
 * Text as the shield reads it: lower case, without accents, invisible characters, look-alike letters or separators
 * between single letters, so that a disguise changes nothing. `starts[i]` and `ends[i]` are the UTF-16 offsets in the
 * original of the character that became `text[i]`.
 */
export interface ShieldView {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

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
  finish(): ShieldView {
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

/** 0, 1, 2 and so on: the offsets of texts in which every character became one. */
let identity = new Int32Array(1024).map((_, index) => index);

/** Text of ASCII alone is its own view in lower case. */
function foldAscii(text: string): ShieldView | null {
  const { length } = text;
  for (let at = 0; at < length; at += 1) if (text.charCodeAt(at) > ASCII_LAST) return null;
  if (length >= identity.length) identity = new Int32Array(2 * length).map((_, index) => index);
  return { text: text.toLowerCase(), starts: identity.subarray(0, length), ends: identity.subarray(1, length + 1) };
}

function foldText(text: string): ShieldView {
  const plain = foldAscii(text);
  if (plain !== null) return plain;
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
function project(view: ShieldView, keep: (index: number) => string | null): ShieldView {
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
function joinSpaced(view: ShieldView): ShieldView {
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

function readLeet(view: ShieldView): ShieldView {
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
function readEscapes(view: ShieldView): ShieldView {
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

/** The view of a text; time and memory are linear in it, and lone surrogates pass through. */
export function viewOf(text: string): ShieldView {
  return readLeet(joinSpaced(readEscapes(foldText(text))));
}
