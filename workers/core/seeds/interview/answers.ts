import { compileCues, findCues } from "../cues.ts";
import type { CueIndex } from "../cues.ts";
import { foldText, wordsOf } from "../languages.ts";
import { splitMasks } from "../slots.ts";
import type { InterviewField, InterviewSchema } from "./schema.ts";
import { VALUE_CUES, VALUE_NAMES } from "./vocabulary.ts";

/** A value for a field, with the confidence of whoever read it. */
export interface FieldAnswer {
  readonly field: string;
  readonly value: unknown;
  readonly confidence: number;
}

export type FieldValue = string | boolean | number | string[];

const TEXT_LIMIT = 400;
const ITEM_LIMIT = 160;
const ITEMS_LIMIT = 12;
/** Confidence of an answer to the question that was just asked, and of what came up beside it. */
const DIRECT = 0.92;
const VOLUNTEERED = 0.8;
const FREE_TEXT = 0.85;
const UNCLEAR = 0.5;

const YES: ReadonlySet<string> = new Set("si sip claro correcto afirmativo yes yep yeah sure true".split(" "));
const NO: ReadonlySet<string> = new Set("no nop tampoco negativo nope none false".split(" "));
/** Answers that decline to answer. */
const NOTHING: ReadonlySet<string> = new Set(
  ["no se", "no lo se", "ni idea", "i don t know", "dont know", "no idea", "n a", "da igual", "whatever"].map(
    (text) => text,
  ),
);

interface OptionCue {
  readonly field: InterviewField;
  readonly value: string;
}

interface Lexicon {
  readonly options: readonly OptionCue[];
  readonly index: CueIndex;
}

const lexicons = new Map<InterviewSchema, Lexicon>();

/** A word as a cue: its stem when it is long enough to have endings, else the whole word. */
function stemOf(word: string): string {
  if (word.length < 5) return `${word}$`;
  return word.replace(/(?:os|as|es|o|a|e|s)$/u, "");
}

function cuesOf(value: string): string {
  const names = VALUE_NAMES.get(value);
  const phrases = [value.replace(/_/gu, " "), ...(names === undefined ? [] : [names.es, names.en])];
  const own = phrases.map((phrase) => wordsOf(phrase).map(stemOf).join("+"));
  return [...new Set([...own, VALUE_CUES.get(value) ?? ""])].join(" ");
}

function lexiconOf(schema: InterviewSchema): Lexicon {
  const known = lexicons.get(schema);
  if (known !== undefined) return known;
  const options = schema.fields.flatMap((field) => field.options.map((value) => ({ field, value })));
  const lexicon = { options, index: compileCues(options.map(({ value }) => cuesOf(value))) };
  lexicons.set(schema, lexicon);
  return lexicon;
}

/**
 * A value brought to the shape of its field, or null when it does not fit: enums take a value of their list or a name
 * of one, in either language; texts are cut to a bounded length.
 */
export function coerceValue(field: InterviewField, value: unknown): FieldValue | null {
  switch (field.kind) {
    case "enum":
      return typeof value === "string" ? optionOf(field, value) : null;
    case "bool":
    case "flag":
      return typeof value === "boolean" ? value : typeof value === "string" ? yesOrNo(value) : null;
    case "int":
      return wholeNumber(value);
    case "text":
    case "rule":
      return typeof value === "string" ? textOf(value, TEXT_LIMIT) : null;
    case "list":
    case "rules":
      return itemsOf(value);
  }
}

function optionOf(field: InterviewField, text: string): string | null {
  const folded = foldText(text.trim());
  const names = (value: string): string[] => {
    const named = VALUE_NAMES.get(value);
    return [value, value.replace(/_/gu, " "), named?.es ?? "", named?.en ?? ""].map(foldText);
  };
  return field.options.find((value) => folded !== "" && names(value).includes(folded)) ?? null;
}

function yesOrNo(text: string): boolean | null {
  const [first = ""] = wordsOf(text);
  if (YES.has(first)) return true;
  return NO.has(first) ? false : null;
}

function wholeNumber(value: unknown): number | null {
  const number =
    typeof value === "number"
      ? value
      : typeof value === "string"
        ? Number(/\d{1,6}/u.exec(value)?.[0] ?? Number.NaN)
        : Number.NaN;
  return Number.isInteger(number) && number >= 0 && number <= 100_000 ? number : null;
}

/** Trimmed text in one line of at most `limit` code units, without a cut pair or lone surrogates; null when nothing is left. */
function textOf(text: string, limit: number): string | null {
  const clean = text.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
  const cut =
    clean.length <= limit
      ? clean
      : clean
          .slice(0, limit)
          .replace(/[\ud800-\udfff]$/u, "")
          .trim();
  return cut === "" ? null : cut;
}

function itemsOf(value: unknown): string[] | null {
  const parts = Array.isArray(value) ? value : typeof value === "string" ? value.split(/[,;\n]|\s(?:y|and)\s/u) : [];
  const items = parts.flatMap((part) => (typeof part === "string" ? (textOf(part, ITEM_LIMIT) ?? []) : []));
  return items.length === 0 ? null : [...new Set(items)].slice(0, ITEMS_LIMIT);
}

/**
 * What a message says, without a model: the answer to the field that was asked for, and values of other enums that the
 * message names and that belong to no second field. Two options of one field in one answer make it unclear.
 */
export function readAnswer(schema: InterviewSchema, asked: InterviewField | null, message: string): FieldAnswer[] {
  // The category of a masked value is no word of the answer: `[PHONE]` names no channel.
  const words = wordsOf(splitMasks(message.slice(0, 4000)).text);
  const answers: FieldAnswer[] = [];
  const { options, index } = lexiconOf(schema);
  const found = [...findCues(index, words)].map(({ row, at }) => ({ ...options[row]!, at }));

  if (asked !== null) {
    const direct = directAnswer(asked, message, words, found);
    if (direct !== null) answers.push(direct);
  }
  const places = new Map<number, Set<InterviewField>>();
  for (const { at, field } of found) places.set(at, (places.get(at) ?? new Set()).add(field));
  for (const field of new Set(found.map((hit) => hit.field))) {
    if (field === asked) continue;
    const own = found.filter((hit) => hit.field === field && places.get(hit.at)!.size === 1);
    const values = new Set(own.map(({ value }) => value));
    if (values.size === 1) answers.push({ field: field.path, value: [...values][0]!, confidence: VOLUNTEERED });
  }
  return answers;
}

function directAnswer(
  asked: InterviewField,
  message: string,
  words: readonly string[],
  found: readonly { field: InterviewField; value: string; at: number }[],
): FieldAnswer | null {
  if (NOTHING.has(words.join(" "))) return null;
  if (asked.kind !== "enum") {
    const value = coerceValue(asked, message);
    return value === null
      ? null
      : { field: asked.path, value, confidence: asked.kind === "bool" || asked.kind === "int" ? DIRECT : FREE_TEXT };
  }
  const exact = optionOf(asked, message);
  if (exact !== null) return { field: asked.path, value: exact, confidence: DIRECT };
  const hits = found.filter(({ field }) => field === asked);
  const values = [...new Set(hits.map(({ value }) => value))];
  if (values.length === 0) return null;
  return { field: asked.path, value: values[0]!, confidence: values.length === 1 ? DIRECT : UNCLEAR };
}
