import * as lexicon from "../../workers/core/privacy/lexicon.ts";
import { hashWord } from "../../workers/core/privacy/tokens.ts";
import { spanishForms } from "./inflect.ts";
import type { NameLists } from "./names.ts";
import type { Sample } from "./sample.ts";

/** How many census surnames, by frequency, carry each flag. */
const CENSUS_SURNAMES_TOP = 2500;
const CENSUS_SURNAMES_MID = 18000;
const CENSUS_FORENAMES_TOP = 1400;
/** A word is common when it is seen in lower case and unmarked this often. */
const COMMON_COUNT = 3;

/** Collects the flags of every word by its folded hash. */
export function lexiconWords(names: NameLists, samples: readonly Sample[]): Map<number, number> {
  const flags = new Map<number, number>();
  const mark = (word: string, flag: number): void => {
    const hash = hashWord(word);
    flags.set(hash, (flags.get(hash) ?? 0) | flag);
  };
  const parts = (name: string): string[] => name.split(/[^\p{L}\p{M}]+/u).filter((part) => part.length > 1);
  const functionWords = new Set(names.words.get("function-words")!);

  for (const list of names.forenames.values()) {
    for (const name of list) for (const part of parts(name)) mark(part, lexicon.FORENAME);
  }
  for (const list of names.surnames.values()) {
    for (const name of list) for (const part of parts(name)) mark(part, lexicon.SURNAME);
  }
  names.censusForenames.forEach((name, rank) => {
    mark(name, rank < CENSUS_FORENAMES_TOP ? lexicon.FORENAME : lexicon.FORENAME_RARE);
  });
  names.censusSurnames.forEach((name, rank) => {
    if (rank < CENSUS_SURNAMES_TOP) mark(name, lexicon.SURNAME);
    else mark(name, rank < CENSUS_SURNAMES_MID ? lexicon.SURNAME_MID : lexicon.SURNAME_RARE);
  });
  for (const { name, country, region } of names.cities) {
    const words = parts(name);
    for (const word of words) {
      if (!functionWords.has(word.toLowerCase())) mark(word, words.length === 1 ? lexicon.CITY : lexicon.CITY_PART);
    }
    for (const word of [...parts(country), ...parts(region)]) {
      if (!functionWords.has(word.toLowerCase())) mark(word, lexicon.REGION);
    }
  }
  const lists: readonly (readonly [string, number])[] = [
    ["titles", lexicon.TITLE_CUE],
    ["streets", lexicon.STREET_CUE],
    ["orgs", lexicon.ORG_CUE],
    ["function-words", lexicon.FUNCTION_WORD],
    ["roles", lexicon.ROLE_CUE],
    ["calendar", lexicon.CALENDAR],
    ["brands", lexicon.BRAND],
  ];
  for (const [list, flag] of lists) {
    for (const word of names.words.get(list)!) for (const part of parts(word)) mark(part, flag);
  }

  for (const word of names.words.get("common-es")!) mark(word, lexicon.COMMON);
  for (const word of names.words.get("ordinary-es")!) mark(word, lexicon.COMMON);
  for (const word of names.words.get("ordinary-en")!) mark(word, lexicon.COMMON);
  for (const word of names.englishWords) mark(word, lexicon.COMMON);
  for (const list of ["foods", "terms"]) for (const word of names.words.get(list)!) mark(word, lexicon.COMMON);
  for (const word of names.words.get("acronyms")!) mark(word, lexicon.COMMON);
  for (const verb of names.words.get("verbs-es")!) {
    for (const form of spanishForms(verb)) mark(form, lexicon.COMMON);
  }

  const counts = new Map<string, number>();
  for (const sample of samples) {
    for (const match of sample.text.matchAll(/\p{Ll}{2,}/gu)) {
      const at = match.index;
      if (at > 0 && /\p{L}/u.test(sample.text[at - 1]!)) continue;
      if (sample.spans.some((span) => span.start <= at && at < span.end)) continue;
      counts.set(match[0], (counts.get(match[0]) ?? 0) + 1);
    }
  }
  for (const [word, count] of counts) if (count >= COMMON_COUNT) mark(word, lexicon.COMMON);
  return flags;
}
