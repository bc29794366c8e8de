import { HASH_START, hashStep, hashWord } from "../characters.ts";

/**
 * The notation of phrases: words without accents, parted by spaces; phrases parted by `;`.
 * - `(a/b/)`: one of these, the last may be empty; brackets may hold brackets
 * - `@` at the end of a word: o, a, os or as; `*`: nothing, s or es
 * - `<class>`: a word of that class; `#`: a number; `_`: any word; `~`: up to three words
 * - `>`: what stands before it must stand there, but is no part of the finding
 * - a word in capitals must be written in capitals, one with a capital with a capital
 */

const ITEM_SEPARATOR = ";";
/** A list goes on in the next line, behind a slash or where a space may stand. */
const LINE_END = /\n\s*/g;
/** A phrase of plain words, and one of a single word with its endings: most are. */
const PLAIN_ITEM = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;
const INFLECTED_ITEM = /^[a-z0-9]+[*@]$/i;

/** What may stand at one place of a phrase: sequences of words, of which one may be empty. */
export type Slot = readonly (readonly string[])[];

/** The phrases of a list, each in its notation. */
export function readItems(list: string): string[] {
  return list
    .replace(LINE_END, (end, at: number) => (list[at - 1] === "/" ? "" : " "))
    .split(ITEM_SEPARATOR)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** The phrases of a list as slots. Throws `SyntaxError` on a bracket without its other half. */
export function readSlots(list: string): Slot[][] {
  return readItems(list).map((item) => readItem(item));
}

/**
 * The slots of one phrase. Brackets and letters that no space parts make one slot; a bracket that brings its own spaces
 * ends it. `isEnough` stops it behind a slot. Throws `SyntaxError` on a bracket without its other half.
 */
export function readItem(item: string, isEnough?: (slot: Slot) => boolean): Slot[] {
  if (PLAIN_ITEM.test(item)) return item.split(" ").map((word) => [[word]]);
  if (INFLECTED_ITEM.test(item)) return [inflect(item).map((word) => [word])];
  const slots: Slot[] = [];
  let pending = [""];
  const flush = (): void => {
    const sequences = new Set(pending.flatMap(inflect).map((text) => text.trim().replace(/[\s'’-]+/gu, " ")));
    pending = [""];
    if (sequences.size === 1 && sequences.has("")) return;
    slots.push([...sequences].map((text) => (text === "" ? [] : text.split(" "))));
  };
  for (let at = 0; at < item.length;) {
    const char = item[at]!;
    if (char === ")") throw new SyntaxError(`No opening bracket: ${item}`);
    if (char === "(") {
      const close = closingOf(item, at);
      const choices = choicesOf(item.slice(at + 1, close)).flatMap(expand);
      pending = pending.flatMap((text) => choices.map((choice) => text + choice));
      if (pending.every((text) => text === "" || text.endsWith(" "))) flush();
      at = close + 1;
    } else {
      if (char === " ") flush();
      else pending = pending.map((text) => text + char);
      at++;
    }
    if (isEnough !== undefined && slots.length > 0 && isEnough(slots.at(-1)!)) return slots;
  }
  flush();
  const last = slots.at(-1);
  // Words that may follow are no part of what is found.
  if (last !== undefined && last.every((words) => words.length === 0 || (words.length === 1 && words[0] === "~")))
    slots.pop();
  if (slots.length === 0) throw new SyntaxError(`Nothing in it: ${item}`);
  return slots;
}

function closingOf(item: string, open: number): number {
  let depth = 0;
  for (let at = open; at < item.length; at++) {
    if (item[at] === "(") depth++;
    else if (item[at] === ")" && --depth === 0) return at;
  }
  throw new SyntaxError(`No closing bracket: ${item}`);
}

/** The alternatives between the slashes that no inner bracket holds. */
function choicesOf(inside: string): string[] {
  const choices = [""];
  let depth = 0;
  for (const char of inside) {
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (char === "/" && depth === 0) choices.push("");
    else choices[choices.length - 1] += char;
  }
  return choices;
}

function expand(text: string): string[] {
  const open = text.indexOf("(");
  if (open < 0) return [text];
  const close = closingOf(text, open);
  return choicesOf(text.slice(open + 1, close)).flatMap((choice) =>
    expand(text.slice(0, open) + choice + text.slice(close + 1)),
  );
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = { "@": ["o", "a", "os", "as"], "*": ["", "s", "es"] };

function inflect(phrase: string): string[] {
  const mark = phrase.search(/[@*]/);
  if (mark < 0) return [phrase];
  return ENDINGS[phrase[mark]!]!.flatMap((ending) => inflect(phrase.slice(0, mark) + ending + phrase.slice(mark + 1)));
}

/** Letters that a word must hold for a sound to be written in another way, the sound, and how it is written. */
const SOUNDS: readonly (readonly [held: string, sound: RegExp, written: string])[] = [
  ["c", /c(?=[ei])/g, "s"],
  ["z", /z/g, "s"],
  ["ps", /ps(?=[ei])/g, "c"],
  ["s", /s(?=[ei])/g, "c"],
  ["v", /v/g, "b"],
  ["b", /b/g, "v"],
  ["h", /h/g, ""],
  ["ll", /ll/g, "y"],
  ["g", /g(?=[ei])/g, "j"],
  ["ph", /ph/g, "f"],
  ["x", /x/g, "s"],
  ["qu", /qu(?=[ei])/g, "k"],
  ["y", /y/g, "i"],
  ["ei", /ei/g, "ie"],
  ["ie", /ie/g, "ei"],
  ["", /([lmnprstcf])\1/g, "$1"],
  ["n", /n(?=[bp])/g, "m"],
  ["m", /m(?=[bp])/g, "n"],
];
/** Sounds that one writer confuses all at once. */
const PLAIN = new Set(["s", "b", "", "y", "j"]);
/** Shorter words have too many neighbours. */
const LEAST_TO_MISSPELL = 7;
const LEAST_TO_SLIP = 9;

/**
 * Hashes of the ways in which a word is written wrong: by its sound, and with `slips` a letter left out or two exchanged.
 * The word without accents. A hash may come twice.
 */
export function misspellings(word: string, slips: boolean): number[] {
  if (word.length < LEAST_TO_MISSPELL || !/^[a-z]+$/.test(word)) return [];
  const hashes: number[] = [];
  let all = word;
  for (const [held, sound, written] of SOUNDS) {
    const form = word.includes(held) ? word.replace(sound, written) : word;
    if (form !== word) hashes.push(hashWord(form));
    if (PLAIN.has(written) && all.includes(held)) all = all.replace(sound, written);
  }
  if (all !== word) hashes.push(hashWord(all));
  if (!slips || word.length < LEAST_TO_SLIP) return hashes;
  let before = hashStep(HASH_START, word.charCodeAt(0));
  for (let i = 1; i < word.length - 2; i++) {
    const here = word.charCodeAt(i);
    const next = word.charCodeAt(i + 1);
    hashes.push(hashRest(before, word, i + 1));
    if (here !== next) hashes.push(hashRest(hashStep(hashStep(before, next), here), word, i + 2));
    before = hashStep(before, here);
  }
  return hashes;
}

/** The hash of what was hashed already and the rest of a word. */
function hashRest(hash: number, word: string, from: number): number {
  for (let i = from; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
  return hash;
}
