import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { allLocales } from "@faker-js/faker";

/** Names and places from the gazetteers under `data/lists`, from faker's locales, and from this project's own lists. */

/** Locales written in Latin letters, the four languages of the recogniser first. */
const LATIN_LOCALES = [
  "es", "es_MX", "en", "en_US", "en_GB", "en_AU", "en_CA", "en_IN", "en_IE", "en_NG", "en_ZA", "en_GH",
  "pt_BR", "pt_PT", "fr", "fr_CA", "fr_BE", "fr_CH", "fr_SN", "it", "de", "de_AT", "de_CH", "nl", "pl", "ro",
  "cs_CZ", "sk", "hr", "hu", "da", "nb_NO", "sv", "fi", "tr", "vi", "id_ID", "az", "lv", "sl_SI", "sr_RS_latin",
  "yo_NG", "zu_ZA", "af_ZA", "ku_kmr_latin", "uz_UZ_latin",
] as const; // prettier-ignore

const IBERIAN = /^(?:MX|ES|AR|CO|CL|PE|VE|EC|UY|PY|BO|CR|CU|DO|GT|HN|NI|PA|SV|PR)$/u;

export interface NameLists {
  /** Forenames and surnames as written, by `es`, `en`, `pt`, `fr` and `world`. */
  forenames: ReadonlyMap<string, readonly string[]>;
  surnames: ReadonlyMap<string, readonly string[]>;
  /** US census names in order of frequency, in lower case. */
  censusForenames: readonly string[];
  censusSurnames: readonly string[];
  cities: readonly { name: string; country: string; region: string }[];
  /** Nouns, adjectives, verbs and adverbs that are no names. */
  englishWords: readonly string[];
  /** Titles of books, films and games. */
  works: readonly string[];
  /** Well-known companies and authorities. */
  firms: readonly string[];
  /** Words of `data/recogniser/words`, by file name without its ending. */
  words: ReadonlyMap<string, readonly string[]>;
}

function readText(file: string): string {
  const raw = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(raw) : raw).toString("utf8").replace(/^\uFEFF/u, "");
}

/** The cells of a CSV line with simple quoting. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map((match) =>
    (match[1] ?? match[2] ?? "").replaceAll('""', '"'),
  );
}

function rows(file: string): string[][] {
  return readText(file).split(/\r?\n/u).slice(1).filter(Boolean).map(cells);
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return value.includes("{{") ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(strings);
  return [];
}

function languageOf(locale: string): string {
  const language = locale.slice(0, 2);
  return ["es", "en", "pt", "fr"].includes(language) ? language : "world";
}

function countryLanguage(country: string): string {
  if (IBERIAN.test(country)) return "es";
  if (/^(?:US|GB|IE|AU|CA|NZ)$/u.test(country)) return "en";
  if (/^(?:BR|PT)$/u.test(country)) return "pt";
  return /^(?:FR|BE|CH)$/u.test(country) ? "fr" : "world";
}

const LATIN = /^[\p{Script=Latin}' -]+$/u;

/** Reads everything; `data` is the directory with `lists`, `own` the one with `words`. */
export function readNames(data: string, own: string): NameLists {
  const forenames = new Map<string, Set<string>>();
  const surnames = new Map<string, Set<string>>();
  const put = (lists: Map<string, Set<string>>, language: string, name: string): void => {
    if (!LATIN.test(name) || name.length < 2) return;
    let list = lists.get(language);
    if (list === undefined) lists.set(language, (list = new Set()));
    list.add(name);
  };
  for (const row of rows(join(data, "lists", "forenames-by-country.csv.gz"))) {
    put(forenames, countryLanguage(row[0]!), row[10]!);
    put(forenames, countryLanguage(row[0]!), row[11]!);
  }
  for (const row of rows(join(data, "lists", "surnames-by-country.csv.gz"))) {
    put(surnames, countryLanguage(row[0]!), row[4]!);
    put(surnames, countryLanguage(row[0]!), row[5]!);
  }
  const locales = allLocales as unknown as Record<
    string,
    { person?: Record<string, unknown>; word?: unknown } | undefined
  >;
  for (const locale of LATIN_LOCALES) {
    const person = locales[locale]?.person ?? {};
    for (const name of strings(person["first_name"])) put(forenames, languageOf(locale), name);
    for (const name of strings(person["last_name"])) put(surnames, languageOf(locale), name);
  }
  const words = new Map<string, string[]>();
  for (const name of OWN_LISTS) {
    words.set(name, [
      ...new Set(
        readText(join(own, "words", `${name}.txt`))
          .split(/\s+/u)
          .filter(Boolean),
      ),
    ]);
  }
  const listed = (file: string): string[] =>
    readText(join(own, "words", `${file}.txt`))
      .trim()
      .split(";");
  const capitalise = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
  for (const name of words.get("nicknames-es")!) put(forenames, "es", capitalise(name));
  for (const name of words.get("nicknames-en")!) put(forenames, "en", capitalise(name));
  for (const name of words.get("forenames-extra")!) put(forenames, "es", capitalise(name));
  for (const name of words.get("surnames-extra")!) put(surnames, "es", capitalise(name));
  const census = (file: string): string[] =>
    readText(join(data, "lists", file))
      .split("\n")
      .filter(Boolean)
      .map((name) => name.trim().toLowerCase());
  const female = census("us-female-first-names.txt.gz");
  const male = census("us-male-first-names.txt.gz");
  const mixed: string[] = [];
  for (let rank = 0; rank < Math.max(female.length, male.length); rank++) {
    if (female[rank] !== undefined) mixed.push(female[rank]!);
    if (male[rank] !== undefined) mixed.push(male[rank]!);
  }
  const list = (sets: Map<string, Set<string>>): Map<string, string[]> =>
    new Map([...sets].map(([language, set]) => [language, [...set]]));
  return {
    forenames: list(forenames),
    surnames: list(surnames),
    censusForenames: [...new Set(mixed)],
    censusSurnames: census("us-last-names.txt.gz"),
    cities: rows(join(data, "lists", "world-cities.csv.gz")).map((row) => ({
      name: row[0]!,
      country: row[1]!,
      region: row[2]!,
    })),
    englishWords: strings(locales["en"]?.word)
      .filter((word) => /^[a-z]{3,}$/u.test(word))
      .sort(),
    works: listed("works"),
    firms: listed("firms"),
    words,
  };
}

const OWN_LISTS = [
  "titles",
  "streets",
  "orgs",
  "function-words",
  "roles",
  "calendar",
  "brands",
  "forenames-extra",
  "surnames-extra",
  "common-es",
  "verbs-es",
  "acronyms",
  "concepts",
  "ordinary-es",
  "ordinary-en",
  "nicknames-es",
  "nicknames-en",
  "word-names-es",
  "word-names-en",
  "verbs-en",
  "foods",
  "terms",
] as const;
