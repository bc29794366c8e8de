import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../../workers/core/generation/random.ts";
import type { Sample } from "./sample.ts";
import type { Language, Piece } from "./slots.ts";

/**
 * The templates under `data/recogniser`: one a line. `{SLOT}` is filled from the slot table, `{LOC:Tepito}` is that place
 * (`PER`, `LOC`, `ORG`, or `OTH` for what is not personal), `(a|b|)` is a choice
 * (nested at will; `\(`, `\)` and `\|` are the characters themselves), `\n` a line break, `#` at the start of a line a comment.
 */

export interface TemplateFile {
  name: string;
  language: Language;
  lines: readonly string[];
}

/** Reads every `KIND.LANGUAGE.txt` of the directory, in order of their names. */
export function readTemplates(directory: string): TemplateFile[] {
  return readdirSync(directory)
    .filter((name) => /^[a-z-]+\.(?:es|en|pt|fr)\.txt$/u.test(name))
    .sort()
    .map((name) => ({
      name: name.slice(0, -4),
      language: name.split(".")[1] as Language,
      lines: readFileSync(join(directory, name), "utf8")
        .split("\n")
        .filter((line) => line.trim() !== "" && !line.startsWith("# ")),
    }));
}

/** Stand-ins for escaped characters while a wording is drawn. */
const ESCAPED: Readonly<Record<string, string>> = { "(": "\uE000", ")": "\uE001", "|": "\uE002" };

function unescape(text: string): string {
  return text.replaceAll("\uE000", "(").replaceAll("\uE001", ")").replaceAll("\uE002", "|");
}

/** Draws one wording of a template: choices made, slots left in place. */
export function chooseWording(template: string, random: Random): string {
  let at = 0;
  const read = (nested: boolean): string => {
    const options = [""];
    while (at < template.length) {
      const char = template[at++]!;
      const escaped = char === "\\" && /[()|]/u.test(template[at] ?? "");
      if (escaped) options[options.length - 1] += ESCAPED[template[at++]!]!;
      else if (char === "(") options[options.length - 1] += read(true);
      else if (nested && char === "|") options.push("");
      else if (nested && char === ")") break;
      else options[options.length - 1] += char;
    }
    return options.length === 1 ? options[0]! : random.pick(options);
  };
  return read(false).replaceAll("\\n", "\n");
}

/** How a rendering is written: as it is, the way people type in a hurry, or in capitals. */
type Style = "plain" | "lower" | "hasty" | "upper";

function drawStyle(random: Random, language: Language): Style {
  const draw = random.next();
  if (draw < 0.48) return "plain";
  if (draw < 0.7) return "lower";
  if (draw < 0.93) return "hasty";
  return language === "fr" ? "lower" : "upper";
}

function misspell(word: string, random: Random): string {
  if (word.length < 5 || !/^\p{L}+$/u.test(word)) return word;
  const at = random.int(1, word.length - 2);
  if (random.next() < 0.5) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
}

/** Draws the last letter of now and then a word out: `holaaa`. */
function drawOut(text: string, random: Random): string {
  return text.replaceAll(/\p{L}{2,}(?=\P{L}|$)/gu, (word) =>
    random.next() < 0.08 ? word + word.at(-1)!.repeat(random.int(1, 4)) : word,
  );
}

const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  [/\bque\b/gu, "q"],
  [/\bporque\b/gu, "xq"],
  [/\bpor\b/gu, "x"],
  [/\bde\b/gu, "d"],
  [/\bpara\b/gu, "pa"],
  [/\btambién\b/gu, "tmb"],
  [/\bpor favor\b/gu, "xfa"],
  [/\byou\b/gu, "u"],
  [/\bplease\b/gu, "pls"],
];

function dress(piece: Piece, style: Style, random: Random): string {
  let { text } = piece;
  if (style === "upper") return text.toUpperCase();
  if (style === "plain") return text;
  text = text.toLowerCase();
  if (style === "lower") return text;
  text = text.normalize("NFD").replaceAll(/[\u0300\u0301\u0308]/gu, "").normalize("NFC");
  if (piece.category !== undefined) return text;
  text = text.replaceAll(/[¿¡.]/gu, "");
  if (random.next() < 0.3) {
    const [pattern, replacement] = random.pick(SHORTHAND);
    text = text.replaceAll(pattern, replacement);
  }
  if (random.next() < 0.2) text = drawOut(text, random);
  return random.next() < 0.35 ? text.replaceAll(/\p{L}+/gu, (word) => (random.next() < 0.1 ? misspell(word, random) : word)) : text;
} // prettier-ignore

/** How two messages of one person run on. */
const JOINTS = [". ", ". ", ", ", " ", "! ", "? ", "\n", "... ", " y ", ": ", " 😊 ", "; "];
/** Share of chat renderings that a second template follows or precedes. */
const JOINED = 0.5;

/** Files that are rendered as often for each member: whole texts, each unlike the others, a few times, lone names often. */
const FIXED_RENDERINGS: readonly (readonly [beginning: string, renderings: number])[] = [
  ["prompts", 4],
  ["written", 10],
  ["forms-names", 100],
];
/** Files of many short lines, each another message: rendered less often, so that they do not outweigh longer text. */
const SHORT_LINES = /^(?:towns|institutions|support|plain-words|people-chat|forms-clinic)\./u;
const SHORT_SHARE = 0.35;

/** How often the lines of a file are rendered where most are rendered `count` times. */
function renderingsOf(name: string, count: number): number {
  const whole = FIXED_RENDERINGS.find(([beginning]) => name.startsWith(beginning));
  if (whole !== undefined) return whole[1];
  return SHORT_LINES.test(name) ? Math.round(count * SHORT_SHARE) : count;
}

/**
 * Renders every template of the files `count` times (`renderingsOf` says which less often); messages (not forms) are
 * joined with another of the same language half of the time.
 */
export function renderAll(
  files: readonly TemplateFile[],
  count: number,
  slots: ReadonlyMap<string, (random: Random, language: Language) => Piece[]>,
  random: Random,
): Sample[] {
  const samples: Sample[] = [];
  for (const file of files) {
    const draws = random.fork(file.name);
    const partners = files.filter((other) => other.language === file.language && !other.name.startsWith("forms"));
    const renderings = renderingsOf(file.name, count);
    for (const line of file.lines) {
      for (let rendering = 0; rendering < renderings; rendering++) {
        if (file.name.startsWith("forms") || draws.next() >= JOINED) {
          samples.push(renderTemplate(file, line, slots, draws));
          continue;
        }
        const partner = draws.pick(draws.pick(partners).lines);
        const [first, second] = draws.next() < 0.5 ? [line, partner] : [partner, line];
        const joined = chooseWording(first, draws) + draws.pick(JOINTS) + chooseWording(second, draws);
        samples.push(renderTemplate(file, joined, slots, draws));
      }
    }
  }
  return samples;
}

/** The kinds of name that a template may write out itself. */
const WRITTEN_NAMES: ReadonlyMap<string, Piece["category"]> = new Map([
  ["PER", "PERSON"],
  ["LOC", "LOCATION"],
  ["ORG", "ORGANIZATION"],
  ["OTH", "OTHER"],
]);

/** Renders one template once. */
export function renderTemplate(
  file: TemplateFile,
  template: string,
  slots: ReadonlyMap<string, (random: Random, language: Language) => Piece[]>,
  random: Random,
): Sample {
  const wording = unescape(chooseWording(template, random));
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of wording.matchAll(/\{([A-Z]+\d?)(?::([^{}]+))?\}/gu)) {
    const [, slot, written] = match;
    pieces.push({ text: wording.slice(at, match.index) });
    if (written === undefined) {
      const filler = slots.get(slot!);
      if (filler === undefined) throw new Error(`${file.name}: no slot ${slot!} in ${template}`);
      pieces.push(...filler(random, file.language));
    } else {
      const category = WRITTEN_NAMES.get(slot!);
      if (category === undefined) throw new Error(`${file.name}: no kind ${slot!} in ${template}`);
      pieces.push({ text: written, category });
    }
    at = match.index + match[0].length;
  }
  pieces.push({ text: wording.slice(at) });
  const style = drawStyle(random, file.language);
  const sample: Sample = { text: "", spans: [], language: file.language, source: file.name, othersMarked: true };
  for (const piece of pieces) {
    const text = dress(piece, style, random);
    const start = sample.text.length;
    sample.text += text;
    if (piece.category === undefined) continue;
    const before = sample.spans.at(-1);
    // `{F} {L}` is one name.
    const goesOn = before?.category === piece.category && sample.text.slice(before.end, start) === " ";
    if (goesOn) before.end = sample.text.length;
    else sample.spans.push({ start, end: sample.text.length, category: piece.category });
  }
  return sample;
}
