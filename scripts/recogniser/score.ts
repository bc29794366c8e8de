import type { NameRecogniser } from "../../workers/core/privacy/types.ts";
import type { DialogueMessage } from "./corpora.ts";
import type { Sample } from "./sample.ts";

/** Counts of one category on one source. */
interface Tally {
  found: number;
  gold: number;
  exact: number;
  /** Gold spans touched by a found span of any category, and found spans touching a gold span of any category. */
  touched: number;
  touching: number;
}

interface Gold {
  start: number;
  end: number;
  category: string | null;
}

interface Scored {
  text: string;
  source: string;
  gold: Gold[];
}

const NAMES = ["PERSON", "LOCATION", "ORGANIZATION"];
/** A street address is found as a place by the recogniser alone. */
const AS_LOCATION = new Set(["ADDRESS", "LOCATION"]);

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function tallyOf(tallies: Map<string, Tally>, source: string, category: string): Tally {
  const key = `${source} ${category}`;
  let tally = tallies.get(key);
  if (tally === undefined) {
    tally = { found: 0, gold: 0, exact: 0, touched: 0, touching: 0 };
    tallies.set(key, tally);
  }
  return tally;
}

/** Spans and clean texts at one threshold, by `source category`. */
export function score(recogniser: NameRecogniser, texts: readonly Scored[], threshold: number) {
  const tallies = new Map<string, Tally>();
  const clean = new Map<string, { texts: number; flagged: number; examples: string[] }>();
  for (const { text, source, gold } of texts) {
    const spans = recogniser.recognise(text).filter((span) => span.score >= threshold);
    const ignored = gold.filter((span) => span.category === null);
    const names = gold.filter((span) => span.category !== null && NAMES.includes(span.category));
    for (const span of spans) {
      const same = names.some((g) => g.start === span.start && g.end === span.end && g.category === span.category);
      if (!same && ignored.some((g) => overlaps(g, span))) continue;
      const tally = tallyOf(tallies, source, span.category);
      tally.found++;
      if (same) tally.exact++;
      if (names.some((g) => overlaps(g, span))) tally.touching++;
    }
    for (const span of names) {
      const tally = tallyOf(tallies, source, span.category!);
      tally.gold++;
      if (spans.some((found) => overlaps(found, span))) tally.touched++;
    }
    if (gold.length === 0) {
      let count = clean.get(source);
      if (count === undefined) clean.set(source, (count = { texts: 0, flagged: 0, examples: [] }));
      count.texts++;
      if (spans.length > 0) {
        count.flagged++;
        count.examples.push(spans.map((span) => `${span.category}:${text.slice(span.start, span.end)}`).join(" "));
      }
    }
  }
  return { tallies, clean };
}

export function scoredSamples(samples: readonly Sample[]): Scored[] {
  return samples.map((sample) => ({
    text: sample.text,
    source: sample.source.replace(/^(multidogo|crossner)-.*/u, "$1"),
    gold: sample.spans.filter((span) => span.category !== "OTHER"),
  }));
}

export function scoredDialogues(messages: readonly DialogueMessage[]): Scored[] {
  return messages.map((message) => ({
    text: message.text,
    source: "es-dialogues",
    gold: message.entities.map((entity) => ({
      ...entity,
      category: AS_LOCATION.has(entity.category)
        ? "LOCATION"
        : NAMES.includes(entity.category)
          ? entity.category
          : null,
    })),
  }));
}

/** Prints precision, recall and F1 of exact spans, and how many spans were touched at all. */
export function printScores(
  recogniser: NameRecogniser,
  samples: readonly Sample[],
  messages: readonly DialogueMessage[],
  threshold: number,
): void {
  const { tallies, clean } = score(recogniser, [...scoredSamples(samples), ...scoredDialogues(messages)], threshold);
  const percent = (part: number, whole: number): string => (whole === 0 ? "-" : (part / whole).toFixed(3));
  console.log(`threshold ${threshold}`);
  for (const [key, tally] of [...tallies].sort((a, b) => a[0].localeCompare(b[0]))) {
    const f1 = (2 * tally.exact) / Math.max(1, tally.found + tally.gold);
    console.log(
      `${key.padEnd(30)} gold ${String(tally.gold).padStart(5)}  P ${percent(tally.exact, tally.found)} R ${percent(tally.exact, tally.gold)} F1 ${f1.toFixed(3)}  touched ${percent(tally.touched, tally.gold)} touching ${percent(tally.touching, tally.found)}`,
    );
  }
  for (const [source, count] of clean) {
    console.log(
      `${source.padEnd(30)} clean ${count.texts}, flagged ${((1000 * count.flagged) / count.texts).toFixed(1)} per 1000: ${count.examples.slice(0, 12).join(" | ")}`,
    );
  }
}
