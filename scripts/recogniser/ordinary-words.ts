import { spanishForms } from "./inflect.ts";
import type { NameLists } from "./names.ts";
import type { Sample } from "./sample.ts";
import type { Language } from "./slots.ts";

/** A word is ordinary when the corpora of its language have it this often in lower case and unmarked. */
const ORDINARY_COUNT = 6;
/** Census forenames up to this rank are names first, whatever else they mean. */
const CENSUS_FORENAMES = 1400;

/** The lower-case words of a text that lie outside its spans. */
export function* unmarkedWords(sample: Sample): Generator<string> {
  for (const match of sample.text.matchAll(/\p{Ll}{2,}/gu)) {
    const at = match.index;
    if (at > 0 && /\p{L}/u.test(sample.text[at - 1]!)) continue;
    if (sample.spans.some((span) => span.start <= at && at < span.end)) continue;
    yield match[0];
  }
}

/** Everyday words of each language that are no forenames: what fills messages that name nobody. */
export function ordinaryWords(
  names: NameLists,
  samples: readonly Sample[],
): ReadonlyMap<Language, { listed: readonly string[]; seen: readonly string[] }> {
  const forenames = new Set([
    ...[...names.forenames.values()].flat().map((name) => name.toLowerCase()),
    ...names.censusForenames.slice(0, CENSUS_FORENAMES),
  ]);
  const ordinary = (words: Iterable<string>): string[] =>
    [...new Set(words)].filter((word) => word.length > 2 && !forenames.has(word));
  const topics = names.words.get("common-more")!;
  const spanish = [
    ...topics,
    ...names.words.get("common-es")!,
    ...names.words.get("verbs-es")!.flatMap((verb) => [...spanishForms(verb)]),
  ];
  const result = new Map<Language, { listed: string[]; seen: string[] }>();
  for (const language of ["es", "en", "pt", "fr"] as const) {
    const counts = new Map<string, number>();
    for (const sample of samples) {
      if (sample.language !== language) continue;
      for (const word of unmarkedWords(sample)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const seen = [...counts].filter(([, count]) => count >= ORDINARY_COUNT).map(([word]) => word);
    result.set(language, { listed: ordinary(language === "es" ? spanish : topics), seen: ordinary(seen) });
  }
  return result;
}
