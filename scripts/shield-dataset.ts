import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { SHIELD_CATEGORIES } from "../workers/core/shield/model.ts";
import type { ShieldCategory } from "../workers/core/shield/model.ts";

/** A text to train or measure on. `family` groups the texts that share a form of attack, in every language. */
export interface ShieldExample {
  readonly text: string;
  readonly category: ShieldCategory | null;
  readonly family: string;
  /** Which line of the data it was drawn from. */
  readonly line: string;
  readonly language: string;
  /** `written`: ours, in data/shield; `natural`: benign text of other sources; `hard`: ours, benign but attack-like. */
  readonly origin: "written" | "hard" | "natural";
  /** Who wrote a text of `written-*.jsonl`. */
  readonly writer?: string;
  /** Whether it is a text of `round-*.jsonl`: written whole, and not drawn from a line. */
  readonly isWhole?: true;
}

/** A small seeded generator (mulberry32), so that the same data gives the same bytes. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const CHOICE = /\{([^{}]*\|[^{}]*)\}/u;
const SLOT = /%([a-z_\d]+)%/u;

/** Alternatives by the name of their slot. */
export type Slots = ReadonlyMap<string, readonly string[]>;
const NO_SLOTS: Slots = new Map();

/** One drawing of a line: `{a|b|}` is one of its alternatives, `%name%` one of those of a slot. */
export function drawLine(line: string, random: () => number, slots: Slots = NO_SLOTS): string {
  const pick = (options: readonly string[]): string => options[Math.floor(random() * options.length)]!;
  let text = line;
  for (let match = CHOICE.exec(text); match !== null; match = CHOICE.exec(text)) {
    text = text.slice(0, match.index) + pick(match[1]!.split("|")) + text.slice(match.index + match[0].length);
  }
  for (let match = SLOT.exec(text); match !== null; match = SLOT.exec(text)) {
    const options = slots.get(match[1]!);
    if (options === undefined) throw new Error(`no slot ${match[1]!} for: ${line}`);
    text = text.slice(0, match.index) + pick(options) + text.slice(match.index + match[0].length);
  }
  return text.replace(/ {2,}/gu, " ").trim();
}

/** Families whose benign texts look like attacks on purpose. */
const HARD = new Set([
  "security-talk",
  "quotes",
  "everyday-imperatives",
  "tech",
  "roleplay-benign",
  "sensitive-benign",
  "pii-benign",
]);

/** What people write around what they want: lines of `wrappers-LANGUAGE.txt`, with the place of the text as `§`. */
export function readWrappers(folder: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    ["en", "es"].map((language) => [
      language,
      readFileSync(join(folder, `wrappers-${language}.txt`), "utf8")
        .trim()
        .split("\n"),
    ]),
  );
}

/** The alternatives of `slots.LANGUAGE.txt`, a line of which is `name: one|another`. */
function readSlots(folder: string, language: string): Slots {
  const lines = readFileSync(join(folder, `slots.${language}.txt`), "utf8")
    .trim()
    .split("\n");
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [
        line.slice(0, colon),
        line
          .slice(colon + 1)
          .trim()
          .split("|"),
      ];
    }),
  );
}

/** Files whose lines are a family each. */
const LISTS = new Set(["agents", "asks", "forms", "more", "plain", "styles"]);

/** A line with slots stands for so many more texts than one without. */
const SLOT_SHARE = 3;

/**
 * Every text of data/shield: `perLine` distinct drawings of each line at most, thrice as many of one with slots. A file
 * is named by its category, or its families name theirs (`@category/family`).
 */
export function readWritten(folder: string, perLine: number, seed: number): ShieldExample[] {
  const random = seededRandom(seed);
  const examples: ShieldExample[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    const named = /^([a-z_]+)\.(en|es)\.txt$/u.exec(file);
    if (named === null || named[1] === "slots") continue;
    const language = named[2]!;
    const slots = readSlots(folder, language);
    let family = named[1]!;
    let row = 0;
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      if (line.startsWith("@")) {
        family = line.includes("/") ? line.slice(1) : `${named[1]!}/${line.slice(1)}`;
        row = 0;
        continue;
      }
      if (line.trim() === "") continue;
      row += 1;
      const [kind, form] = family.split("/") as [string, string];
      const category = SHIELD_CATEGORIES.find((each) => each === kind) ?? null;
      if (category === null && kind !== "benign") throw new Error(`${file}: no category ${kind}`);
      const origin = category === null && (HARD.has(form) || form.startsWith("hard-")) ? "hard" : "written";
      const most = SLOT.test(line) ? SLOT_SHARE * perLine : perLine;
      const drawn = new Set<string>();
      for (let attempt = 0; attempt < most * 3 && drawn.size < most; attempt += 1) {
        drawn.add(drawLine(line, random, slots));
      }
      // Every line of these is a family of its own; those of the two languages stand in the same order.
      const held = LISTS.has(named[1]!) ? `${family}/${row}` : family;
      for (const text of drawn) examples.push({ text, category, family: held, line, language, origin });
    }
  }
  return examples;
}

/** Single texts, one JSON object a line: `{"text", "category", "language", "family"}`; a null category is benign. */
export function readTests(path: string): ShieldExample[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const row = JSON.parse(line) as {
        text: string;
        category: ShieldCategory | null;
        language: string;
        family: string;
      };
      return { ...row, line: row.text, origin: row.category === null ? "hard" : "written" };
    });
}

/** Words of an attack that a decoy holds at most. */
const DECOY_WORDS = 3;

/**
 * Benign texts with words of attacks in them: for each attack, a phrase of it in a harmless sentence (`decoys-LANGUAGE.txt`,
 * its place as `§`), so that no word is an attack by itself.
 */
export function makeDecoys(folder: string, attacks: readonly ShieldExample[], seed: number): ShieldExample[] {
  const random = seededRandom(seed);
  const read = (language: string): string[] =>
    readFileSync(join(folder, `decoys-${language}.txt`), "utf8")
      .trim()
      .split("\n");
  const frames = new Map(["en", "es"].map((language) => [language, read(language)]));
  return attacks.flatMap(({ text, language, line }) => {
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const start = Math.floor(random() * words.length);
    const count = 1 + Math.floor(random() * random() * DECOY_WORDS);
    const phrase = words.slice(start, start + count).join(" ");
    const lines = frames.get(language);
    if (lines === undefined || phrase.length < 4) return [];
    const frame = lines[Math.floor(random() * lines.length)]!;
    const made = frame.replace("§", () => phrase);
    return [{ text: made, category: null, family: "benign/decoys", line, language, origin: "written" as const }];
  });
}

/** The texts of `round-*.jsonl`, by those who know the others: 1 to 4 were measured on at first sight, and are trained on since. */
export function readRounds(folder: string): ShieldExample[] {
  return readdirSync(folder)
    .filter((file) => /^round-\d+\.jsonl$/u.test(file))
    .toSorted()
    .flatMap((file) => readTests(join(folder, file)))
    .map((row) => ({ ...row, family: `${row.category ?? "benign"}/${row.family}`, isWhole: true }));
}

/** The texts of `written-NAME.jsonl`: by one person each, who had not seen the other texts. */
export function readWriters(folder: string): ShieldExample[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => {
      const writer = /^written-(\w+)\.jsonl$/u.exec(file)?.[1];
      return writer === undefined
        ? []
        : readTests(join(folder, file)).map((row) => ({
            ...row,
            family: `${row.category ?? "benign"}/${writer}`,
            writer,
          }));
    });
}

/** Sentences of a longer ordinary text. */
const [LEAST_JOINED, MOST_JOINED] = [4, 9];
/** One longer text for so many sentences. */
const JOINED_STEP = 8;

/** Longer ordinary texts, of sentences of the same source: there are more places in them where one may be flagged. */
export function joinOrdinary(sentences: readonly ShieldExample[], seed: number): ShieldExample[] {
  const random = seededRandom(seed);
  const bySource = Map.groupBy(sentences, ({ family, language }) => `${family}/${language}`);
  return [...bySource.values()].flatMap((rows) =>
    Array.from({ length: Math.floor(rows.length / JOINED_STEP) }, () => {
      const count = LEAST_JOINED + Math.floor(random() * (MOST_JOINED - LEAST_JOINED));
      const parts = Array.from({ length: count }, () => rows[Math.floor(random() * rows.length)]!);
      const text = parts.map((part) => (/[.!?]$/u.test(part.text) ? part.text : `${part.text}.`)).join(" ");
      return { ...parts[0]!, text };
    }),
  );
}

const FORMS: readonly (readonly [file: string, language: string, share: number])[] = [
  ["multidogo", "en", 3000],
  ["btc", "en", 1000],
  ["crossner", "en", 600],
  ["sec", "en", 300],
  ["meddocan", "es", 1500],
  ["tab-es", "es", 1500],
  ["lener", "pt", 300],
];

/** Benign sentences of the recogniser's sets (`train` or `dev`), a fixed number of each; empty without the data. */
export function readNatural(data: string, split: "train" | "dev", seed: number): ShieldExample[] {
  const random = seededRandom(seed);
  const folder = join(data, "ner");
  if (!existsSync(folder)) return [];
  const examples: ShieldExample[] = [];
  for (const [name, language, count] of FORMS) {
    const files = readdirSync(folder)
      .filter((file) => file.startsWith(`${name}-`) && file.includes(split))
      .toSorted();
    const texts = files.flatMap((file) => sentencesOf(readFileSync(join(folder, file)), file.endsWith(".gz")));
    for (let drawn = 0; drawn < Math.min(count, texts.length); drawn += 1) {
      const text = texts[Math.floor(random() * texts.length)]!;
      examples.push({ text, category: null, family: `natural/${name}`, line: text, language, origin: "natural" });
    }
  }
  return examples;
}

/** What stands for the placeholders of the recogniser's chat lines; a line with any other is left out. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ["P", "Marta Ríos"],
  ["F", "Luis"],
  ["L", "Vega"],
  ["FL", "Ana Torres"],
  ["FLL", "Rosa Vega Luna"],
  ["C", "Puebla"],
  ["T", "doctora"],
  ["CAR", "Jetta"],
  ["DAY", "lunes"],
  ["TIME", "4:30"],
  ["DATE", "12/05/2024"],
  ["TEL", "55 1234 5678"],
  ["MAIL", "ana@correo.example"],
  ["A", "calle Luna 5"],
  ["O", "Grupo Norte"],
  ["OC", "Hospital Central"],
  ["N", "34"],
  ["N5", "06700"],
]);

/** Everyday messages that were written for the recogniser and for evaluation: chats of the six domains, en and es. */
export function readChats(root: string, perLine: number, seed: number): ShieldExample[] {
  const random = seededRandom(seed);
  const examples: ShieldExample[] = [];
  const add = (text: string, line: string, language: string): void => {
    examples.push({ text, category: null, family: "natural/chats", line, language, origin: "natural" });
  };
  const folder = join(root, "data", "recogniser");
  for (const file of readdirSync(folder).toSorted()) {
    const language = /^(?:chat|clean|forms)[a-z-]*\.(en|es)\.txt$/u.exec(file)?.[1];
    if (language === undefined) continue;
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      if (line.startsWith("#") || line.trim() === "") continue;
      const filled = line.replace(/\{([A-Z\d]+)\}/gu, (whole, name: string) => STAND_INS.get(name) ?? whole);
      if (/\{[A-Z]/u.test(filled)) continue;
      const choices = filled.replaceAll("\\n", "\n").replace(/\(([^()]*\|[^()]*)\)/gu, "{$1}");
      const drawn = new Set(Array.from({ length: perLine }, () => drawLine(choices, random)));
      for (const text of drawn) add(text, line, language);
    }
  }
  const dialogues = readFileSync(join(root, "data", "evaluation", "dialogues.txt"), "utf8");
  let language = "es";
  for (const line of dialogues.split("\n")) {
    language = /^# \S+ (en|es) /u.exec(line)?.[1] ?? language;
    const turn = /^[A-Z]: (.+)$/u.exec(line)?.[1];
    if (turn !== undefined) add(turn, line, language);
  }
  return examples;
}

function sentencesOf(bytes: Buffer, packed: boolean): string[] {
  const lines = (packed ? gunzipSync(bytes) : bytes).toString("utf8").trim().split("\n");
  return lines.flatMap((line) => {
    const row = JSON.parse(line) as { t?: string[]; text?: string };
    const text = row.text ?? (row.t ?? []).join(" ").replace(/ ([,.;:!?)])/gu, "$1");
    return text
      .split(/(?<=[.!?])\s+|\n+/u)
      .map((part) => part.trim())
      .filter((part) => part.length > 8 && part.length < 400);
  });
}
