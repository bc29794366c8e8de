import type { DialogueMessage } from "./corpora.ts";
import type { Sample } from "./sample.ts";

/** A span found by whatever is being measured. */
export interface Found {
  start: number;
  end: number;
  category: string;
}

/** A marked text. A gold span of category `null` is neither right nor wrong to find. */
export interface Marked {
  text: string;
  source: string;
  language: string;
  /** The message before it in its conversation, or nothing. */
  preceding: string;
  gold: { start: number; end: number; category: string | null }[];
}

/** Counts of one class of category on one source. */
export interface Tally {
  source: string;
  language: string;
  category: string;
  found: number;
  gold: number;
  /** Found exactly, with the right class. */
  exact: number;
  /** Gold spans that any finding touches, and findings that touch any gold span. */
  touched: number;
  touching: number;
}

export interface Scores {
  tallies: Tally[];
  /** Texts without any gold span, by source. */
  clean: { source: string; texts: number; flagged: number }[];
  /** Words of gold persons, and those that some finding covers, by source. */
  personWords: { source: string; words: number; covered: number }[];
}

const CLASSES: Readonly<Record<string, string>> = {
  ADDRESS: "LOCATION",
  ZIP: "LOCATION",
  DATE_OF_BIRTH: "DATE",
  CARD_EXPIRY: "DATE",
};
const OWN_CLASS = new Set(["PERSON", "LOCATION", "ORGANIZATION", "DATE", "AGE", "PHONE", "EMAIL"]);

/** The class a category is counted in: street addresses are places, all numbers of people and things identifiers. */
export function classOf(category: string): string {
  const named = CLASSES[category] ?? category;
  return OWN_CLASS.has(named) ? named : "IDENTIFIER";
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Compares what `find` finds with what is marked. Findings of classes outside `classes` are left out. */
export function scoreTexts(
  find: (text: string, preceding: string) => readonly Found[],
  texts: readonly Marked[],
  classesOf: (source: string) => ReadonlySet<string>,
): Scores {
  const tallies = new Map<string, Tally>();
  const clean = new Map<string, Scores["clean"][number]>();
  const scores: Scores = { tallies: [], clean: [], personWords: [] };
  const personWords = new Map<string, Scores["personWords"][number]>();
  for (const { text, source, language, preceding, gold } of texts) {
    const classes = classesOf(source);
    const tallyOf = (category: string): Tally => {
      const key = `${language} ${source} ${category}`;
      let tally = tallies.get(key);
      if (tally === undefined) {
        tally = { source, language, category, found: 0, gold: 0, exact: 0, touched: 0, touching: 0 };
        tallies.set(key, tally);
      }
      return tally;
    };
    const all = find(text, preceding);
    const spans = all
      .map((span) => ({ start: span.start, end: span.end, category: classOf(span.category) }))
      .filter((span) => classes.has(span.category));
    const open = gold.filter((span) => span.category === null);
    const marked = gold
      .filter((span) => span.category !== null)
      .map((span) => ({ start: span.start, end: span.end, category: classOf(span.category!) }))
      .filter((span) => classes.has(span.category));
    for (const span of spans) {
      const exact = marked.some((g) => g.start === span.start && g.end === span.end && g.category === span.category);
      if (!exact && open.some((g) => overlaps(g, span))) continue;
      const tally = tallyOf(span.category);
      tally.found++;
      if (exact) tally.exact++;
      if (marked.some((g) => overlaps(g, span))) tally.touching++;
    }
    for (const span of marked) {
      const tally = tallyOf(span.category);
      tally.gold++;
      if (all.some((found) => overlaps(found, span))) tally.touched++;
      if (span.category !== "PERSON") continue;
      let count = personWords.get(source);
      if (count === undefined) personWords.set(source, (count = { source, words: 0, covered: 0 }));
      for (const word of text.slice(span.start, span.end).matchAll(/\p{L}+/gu)) {
        const at = span.start + word.index;
        count.words++;
        if (all.some((found) => found.start <= at && at < found.end)) count.covered++;
      }
    }
    if (gold.length > 0) continue;
    let count = clean.get(source);
    if (count === undefined) clean.set(source, (count = { source, texts: 0, flagged: 0 }));
    count.texts++;
    if (all.length > 0) count.flagged++;
  }
  scores.tallies = [...tallies.values()].sort((a, b) =>
    `${a.language} ${a.source} ${a.category}`.localeCompare(`${b.language} ${b.source} ${b.category}`),
  );
  scores.clean = [...clean.values()];
  scores.personWords = [...personWords.values()];
  return scores;
}

/** Marked samples of the corpora, the domains of one corpus under one name. */
export function markSamples(samples: readonly Sample[]): Marked[] {
  return samples.map((sample) => ({
    text: sample.text,
    source: sample.source.replace(/^(multidogo|crossner)-.*/u, "$1"),
    language: sample.language,
    preceding: "",
    gold: sample.spans.filter((span) => span.category !== "OTHER"),
  }));
}

/** What parts of one address may have between them. */
const BETWEEN_PLACES = /^[^\p{L}\p{N}\n]{0,6}$/u;
/** A postal code or another long number at either end of a place. */
const CODE_AT_END = /[^\p{L}\p{N}]{1,4}\d{4,6}$/u;
const CODE_AT_START = /^\d{4,6}[^\p{L}\p{N}]{1,4}/u;

/**
 * The places among spans as what corpora agree on: neighbours with only punctuation between them are one, since some
 * part street, code and town, and long numbers at either end do not count, since some leave postal codes unmarked.
 */
export function joinPlaces<T extends { start: number; end: number; category: string | null }>(
  text: string,
  spans: readonly T[],
): T[] {
  const isPlace = ({ category }: T): boolean => category !== null && classOf(category) === "LOCATION";
  const isCode = ({ end, start }: T): boolean => /^[\d\s-]+$/u.test(text.slice(start, end));
  const out: T[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const before = out.at(-1);
    const joins =
      before !== undefined &&
      (isPlace(before) || isCode(before)) &&
      (isPlace(span) || isCode(span)) &&
      BETWEEN_PLACES.test(text.slice(before.end, span.start));
    if (joins)
      out[out.length - 1] = { ...before, category: isPlace(before) ? before.category : span.category, end: span.end };
    else out.push(span);
  }
  return out
    .map((span) => {
      if (!isPlace(span)) return span;
      const value = text.slice(span.start, span.end);
      const start = span.start + (CODE_AT_START.exec(value)?.[0].length ?? 0);
      const end = span.end - (CODE_AT_END.exec(value)?.[0].length ?? 0);
      return end > start ? { ...span, start, end } : span;
    })
    .map((span) => (isPlace(span) && isCode(span) ? { ...span, category: "ZIP_CODE" } : span));
}

/** The Spanish dialogues, message by message. */
export function markDialogues(messages: readonly DialogueMessage[]): Marked[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    return {
      text: message.text,
      source: "es-dialogues",
      language: "es",
      preceding: before !== undefined && before.dialogue === message.dialogue ? before.text : "",
      gold: message.entities,
    };
  });
}

/** Precision, recall, F1 and F2 of exact spans. */
export function ratios(tally: Pick<Tally, "found" | "gold" | "exact">) {
  const precision = tally.found === 0 ? 0 : tally.exact / tally.found;
  const recall = tally.gold === 0 ? 0 : tally.exact / tally.gold;
  const f = (beta: number): number =>
    precision + recall === 0 ? 0 : ((1 + beta * beta) * precision * recall) / (beta * beta * precision + recall);
  return { precision, recall, f1: f(1), f2: f(2) };
}

/** Prints a line per language, source and class, and how many clean texts were flagged. */
export function printScores(scores: Scores): void {
  const three = (value: number): string => value.toFixed(3);
  console.log("lang source         class          gold  found      P      R     F1     F2  touched touching");
  for (const tally of scores.tallies) {
    const { precision, recall, f1, f2 } = ratios(tally);
    console.log(
      [
        tally.language.padEnd(4),
        tally.source.padEnd(14),
        tally.category.padEnd(13),
        String(tally.gold).padStart(5),
        String(tally.found).padStart(6),
        ...[precision, recall, f1, f2].map((value) => three(value).padStart(6)),
        three(tally.touched / Math.max(1, tally.gold)).padStart(8),
        three(tally.touching / Math.max(1, tally.found)).padStart(8),
      ].join(" "),
    );
  }
  for (const { source, texts, flagged } of scores.clean) {
    const rate = ((1000 * flagged) / texts).toFixed(1);
    console.log(`clean ${source}: ${texts} texts, ${rate} per 1,000 flagged`);
  }
  for (const { source, words, covered } of scores.personWords) {
    console.log(`person words ${source}: ${covered} of ${words} covered, ${(covered / words).toFixed(4)}`);
  }
}
