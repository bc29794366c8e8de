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

/** What may stand at one place of a phrase: sequences of words, of which one may be empty. */
export type Slot = readonly (readonly string[])[];

/** The phrases of a list as slots. Throws `SyntaxError` on a bracket without its other half. */
export function readSlots(list: string): Slot[][] {
  return list
    .replace(LINE_END, (end, at: number) => (list[at - 1] === "/" ? "" : " "))
    .split(ITEM_SEPARATOR)
    .map((item) => item.trim())
    .filter((item) => item !== "")
    .map(readItem);
}

/** Brackets and letters that no space parts make one slot; a bracket that brings its own spaces ends it. */
function readItem(item: string): Slot[] {
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

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/c(?=[ei])/g, "s"],
  [/z/g, "s"],
  [/ps(?=[ei])/g, "c"],
  [/s(?=[ei])/g, "c"],
  [/v/g, "b"],
  [/b/g, "v"],
  [/h/g, ""],
  [/ll/g, "y"],
  [/g(?=[ei])/g, "j"],
  [/ph/g, "f"],
  [/x/g, "s"],
  [/qu(?=[ei])/g, "k"],
  [/y/g, "i"],
  [/ei/g, "ie"],
  [/ie/g, "ei"],
  [/([lmnprstcf])\1/g, "$1"],
  [/n(?=[bp])/g, "m"],
  [/m(?=[bp])/g, "n"],
];
/** Sounds that one writer confuses all at once. */
const PLAIN = new Set(["s", "b", "", "y", "j"]);
/** Shorter words have too many neighbours. */
const LEAST_TO_MISSPELL = 7;
const LEAST_TO_SLIP = 9;

/** Ways in which a word is written wrong: by its sound, and with `slips` a letter left out or two exchanged. */
export function misspellings(word: string, slips: boolean): string[] {
  if (word.length < LEAST_TO_MISSPELL || !/^[a-z]+$/.test(word)) return [];
  const forms = new Set<string>();
  let all = word;
  for (const [sound, written] of SOUNDS) {
    forms.add(word.replace(sound, written));
    if (PLAIN.has(written)) all = all.replace(sound, written);
  }
  forms.add(all);
  if (slips && word.length >= LEAST_TO_SLIP) {
    for (let i = 1; i < word.length - 2; i++) {
      forms.add(word.slice(0, i) + word.slice(i + 1));
      forms.add(word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2));
    }
  }
  forms.delete(word);
  return [...forms];
}
