import { foldText, wordsOf } from "../seeds/languages.ts";

/** What came back from the anonymiser: the planned texts in their order, and the words of the people found. */
export interface MaskedTexts {
  texts: readonly string[];
  personWords: ReadonlySet<string>;
}

/** Reads one planned part out of what the anonymiser gave back. */
export type Reader<T> = (masked: MaskedTexts) => T;

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$.:-]{0,127}$/u;
/** Hexadecimal ids, bare or behind a prefix (`seed-…`), hold long runs of digits by chance. */
const RANDOM_ID = /^(?:[a-z]{1,12}[-_:])?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/iu;
const MANY_DIGITS = /\d{6}/u;
/** Shorter numbers identify nobody: prices, years, counts. */
const MIN_DIGITS_OF_AN_IDENTIFIER = 7;
/** What a label may hold, so that its end can be found again in the anonymised text. */
const NOT_IN_A_LABEL = /[^\p{L}\p{N}]+/gu;
const LABEL_END = ": ";

/**
 * Collects every text of a conversation before it is anonymised in one go, and hands out readers that put the
 * anonymised parts back in their places. Strings and long numbers inside JSON are planned behind the name of their
 * field, which tells the detectors what they are (`telefono: 5512345678`).
 */
export class MaskingPlan {
  /** The texts to anonymise, in order. */
  readonly texts: string[] = [];

  /** A text of its own; the empty string stays as it is. */
  text(text: string): Reader<string> {
    if (text === "") return () => "";
    return this.#add(text);
  }

  /**
   * A name of a field or a tool, or an id. Names that look like a program's stay, unless they hold the name of a
   * person found elsewhere in the conversation: the detectors would take `Ciudad` for a place.
   */
  name(name: string): Reader<string> {
    const likeAPrograms = RANDOM_ID.test(name) || (IDENTIFIER.test(name) && !MANY_DIGITS.test(name));
    if (!likeAPrograms) return this.text(name);
    const words = nameWords(name);
    return (masked) => (words.some((word) => masked.personWords.has(word)) ? "[PERSON]" : name);
  }

  /** A JSON value of any depth: the same shape, with its strings, long numbers and personal keys anonymised. */
  value(value: unknown, label = ""): Reader<unknown> {
    if (typeof value === "string") return this.#labelled(value, label);
    if (typeof value === "number") {
      const digits = String(value);
      if (digits.replace(/\D/gu, "").length < MIN_DIGITS_OF_AN_IDENTIFIER) return () => value;
      const read = this.#labelled(digits, label);
      return (masked) => {
        const text = read(masked);
        return text === digits ? value : text;
      };
    }
    if (Array.isArray(value)) {
      const items = value.map((item) => this.value(item, label));
      return (masked) => items.map((read) => read(masked));
    }
    if (typeof value !== "object" || value === null) return () => value;
    return this.object(value as Record<string, unknown>);
  }

  /** A JSON object; keys that become equal by anonymisation are numbered. */
  object(value: Record<string, unknown>): Reader<Record<string, unknown>> {
    const entries = Object.entries(value).map(([key, item]) => ({ key: this.name(key), item: this.value(item, key) }));
    return (masked) => {
      const taken = new Map<string, unknown>();
      for (const { key, item } of entries) {
        const name = key(masked);
        let free = name;
        for (let n = 2; taken.has(free); n++) free = `${name}_${n}`;
        taken.set(free, item(masked));
      }
      return Object.fromEntries(taken);
    };
  }

  #labelled(text: string, label: string): Reader<string> {
    if (text === "") return () => "";
    const words = label
      .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
      .replace(NOT_IN_A_LABEL, " ")
      .trim();
    if (words === "") return this.text(text);
    const read = this.#add(words + LABEL_END + text);
    return (masked) => {
      const whole = read(masked);
      // A finding that swallowed the label leaves no end to look for: then all of it stands for the value.
      const end = whole.indexOf(LABEL_END);
      return end === -1 ? whole : whole.slice(end + LABEL_END.length);
    };
  }

  #add(text: string): Reader<string> {
    const index = this.texts.push(text) - 1;
    return (masked) => masked.texts[index]!;
  }
}

/** The folded words by which people are recognised in names of fields: three letters or more. */
export function personWordsOf(names: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const name of names) {
    for (const word of wordsOf(name)) if (/^\p{L}{3,}$/u.test(word)) words.add(word);
  }
  return words;
}

function nameWords(name: string): string[] {
  return foldText(name.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 "))
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 3);
}

/** Whether a text is an id that a machine drew, of which scanning can only tell chance findings. */
export function isRandomId(text: string): boolean {
  return RANDOM_ID.test(text);
}
