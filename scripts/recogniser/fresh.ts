import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../../workers/core/generation/random.ts";
import type { NameLists } from "./names.ts";
import type { Marked } from "./score.ts";

/**
 * Sentences written for this project to be measured on (`test/fixtures/recogniser`), with names from the gazetteers in
 * their slots. What `sentences` and `clean` showed has been looked at, and some training templates were written after
 * them, so their figures flatter; `second` and `clean2` were written after an earlier version of the training text, and
 * `written` (names written out, most of them in no list) after that one; `written2` is a writer's who had seen none of the
 * training text, and whose lines nobody who wrote or chose any has read.
 */

/** How often each sentence with slots is rendered. */
const RENDERINGS = 8;

type Language = "en" | "es" | "pt" | "fr";
type Fill = (random: Random, language: Language) => { text: string; category?: string };

const TITLES: Readonly<Record<Language, readonly string[]>> = {
  en: ["Mr.", "Mrs.", "Ms.", "Dr.", "Miss", "Professor"],
  es: ["el señor", "la señora", "la doctora", "el licenciado", "don", "doña", "el ingeniero"],
  pt: ["o senhor", "a dona", "a doutora"],
  fr: ["Monsieur", "Madame", "le docteur"],
};
const FIRMS: Readonly<Record<Language, readonly string[]>> = {
  en: ["L Ltd", "L and Sons", "L, L and L", "L Inc", "L Group", "C Savings Bank", "L-L", "University of C", "C Community Hospital", "L Motors", "L's Grill", "The L House", "L PLC"],
  es: ["Grupo L", "L e Hijos", "Talleres L", "Universidad de C", "Hospital General de C", "Seguros L", "Papelería L", "Constructora L SA de CV", "Colegio F L", "Banco de C", "Muebles L", "Clínica L"],
  pt: ["Grupo L", "Construtora L", "Hospital de C", "Universidade de C"],
  fr: ["Groupe L", "Garage L", "Université de C", "Hôpital de C"],
}; // prettier-ignore
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ["January", "March", "June", "October", "December"],
  es: ["enero", "marzo", "junio", "octubre", "diciembre"],
  pt: ["janeiro", "março", "junho", "outubro", "dezembro"],
  fr: ["janvier", "mars", "juin", "octobre", "décembre"],
};
const STATES = ["TX", "OH", "CA", "NY", "FL", "WA", "IL", "GA", "PA", "MA"];
const NATIONS = ["Peruvian", "Italian", "Norwegian", "Kenyan", "Turkish", "Canadian", "Korean"];

function pickers(names: NameLists): ReadonlyMap<string, Fill> {
  const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const census = names.censusForenames.slice(0, 1200).map(capitalise);
  const censusLast = names.censusSurnames.slice(0, 8000).map(capitalise);
  const latin = names.cities.filter(({ name }) => /^[\p{Script=Latin} '-]+$/u.test(name));
  const home: Readonly<Record<Language, RegExp>> = {
    en: /^(?:United States|United Kingdom|Canada|Australia)$/u,
    es: /^(?:Mexico|Spain|Colombia|Argentina|Chile|Peru)$/u,
    pt: /^(?:Brazil|Portugal)$/u,
    fr: /^(?:France|Belgium|Switzerland)$/u,
  };
  const citiesOf = new Map(
    (["en", "es", "pt", "fr"] as const).map((language) => [
      language,
      latin.filter(({ country }) => home[language].test(country)),
    ]),
  );
  const first = (random: Random, language: Language): string =>
    language === "en" && random.next() < 0.6 ? random.pick(census) : random.pick(names.forenames.get(language)!);
  const last = (random: Random, language: Language): string =>
    language === "en" && random.next() < 0.7 ? random.pick(censusLast) : random.pick(names.surnames.get(language)!);
  const person = (random: Random, language: Language): string => {
    const second = language === "es" && random.next() < 0.5 ? ` ${last(random, language)}` : "";
    const middle = language === "en" && random.next() < 0.15 ? ` ${random.pick([..."ABCDEGJKLMRST"])}.` : "";
    return `${first(random, language)}${middle} ${last(random, language)}${second}`;
  };
  const city = (random: Random, language: Language): string =>
    random.pick(random.next() < 0.25 ? latin : citiesOf.get(language)!).name;
  const digits = (random: Random, pattern: string): string => pattern.replaceAll("#", () => String(random.int(0, 9)));
  const street = (random: Random, language: Language): string => {
    if (language === "en") return `${last(random, language)} ${random.pick(["Street", "Avenue", "Road", "Drive", "Lane", "Blvd", "Way"])}`;
    const kind = { es: ["Calle", "Avenida", "Calzada", "Paseo"], pt: ["Rua", "Avenida"], fr: ["rue", "avenue"] }[language];
    return `${random.pick(kind)} ${random.next() < 0.5 ? `${first(random, language)} ` : ""}${last(random, language)}`;
  }; // prettier-ignore
  const address = (random: Random, language: Language): string => {
    const way = street(random, language);
    const town = city(random, language);
    if (language === "en") {
      const unit = random.pick(["", "", " Suite 210", " Apt. 4B", "\nUnit 12"]);
      const join = random.pick([", ", ", ", "\n"]);
      return `${random.int(1, 9800)} ${way}${unit}${join}${town}, ${random.pick(STATES)} ${digits(random, "#####")}`;
    }
    if (language === "fr") return `${random.int(1, 140)} ${way}, ${digits(random, "7####")} ${town}`;
    const code = language === "es" ? digits(random, "#####") : digits(random, "#####-###");
    return `${way} ${random.int(1, 990)}, ${random.pick(["", "", "interior 3, ", "piso 2, "])}${code} ${town}`;
  };
  const firm = (random: Random, language: Language): string =>
    random
      .pick(FIRMS[language])
      .replaceAll(/(?<!\p{L})L(?![\p{L}])/gu, () => last(random, language))
      .replaceAll(/(?<!\p{L})F(?!\p{L})/gu, () => first(random, language))
      .replaceAll(/(?<!\p{L})C(?!\p{L})/gu, () => city(random, language));
  const date = (random: Random, language: Language): string => {
    const day = random.int(1, 28);
    const month = random.pick(MONTHS[language]);
    const year = random.int(1950, 2026);
    if (language === "en") return random.pick([`${month} ${day}`, `${day} ${month} ${year}`, `${random.int(1, 12)}/${day}/${year}`, `${month} ${day}, ${year}`]);
    const of = language === "fr" ? "" : "de ";
    return random.pick([`${day} ${of}${month}`, `${day} ${of}${month} ${of}${year}`, `${day}/${random.int(1, 12)}/${year}`]);
  }; // prettier-ignore
  const simple =
    (category: string, ...patterns: string[]): Fill =>
    (random) => ({ text: digits(random, random.pick(patterns)), category });
  return new Map<string, Fill>([
    ["person", (random, language) => ({ text: person(random, language), category: "PERSON" })],
    ["first", (random, language) => ({ text: first(random, language), category: "PERSON" })],
    ["last", (random, language) => ({ text: last(random, language), category: "PERSON" })],
    ["city", (random, language) => ({ text: city(random, language), category: "LOCATION" })],
    ["country", (random) => ({ text: random.pick(latin).country, category: "LOCATION" })],
    ["street", (random, language) => ({ text: street(random, language), category: "LOCATION" })],
    ["address", (random, language) => ({ text: address(random, language), category: "ADDRESS" })],
    ["org", (random, language) => ({ text: firm(random, language), category: "ORGANIZATION" })],
    ["date", (random, language) => ({ text: date(random, language), category: "DATE" })],
    ["phone", simple("PHONE", "(###) ###-####", "###-###-####", "+1 ### ### ####", "55 #### ####", "+34 6## ### ###")],
    ["mail", (random, language) => ({ text: `${first(random, language).normalize("NFD").replaceAll(/[^a-z]/giu, "").toLowerCase()}${random.int(1, 99)}@gmail.com`, category: "EMAIL" })],
    ["card", () => ({ text: "4539 1488 0343 6467", category: "CREDIT_CARD" })],
    ["iban", () => ({ text: "GB82 WEST 1234 5698 7654 32", category: "IBAN" })],
    ["account", simple("BANK_ACCOUNT", "##########")],
    ["ssn", simple("SSN", "5##-4#-7###")],
    ["passport", simple("PASSPORT", "#########", "G########")],
    ["license", simple("DRIVER_LICENSE", "D#######")],
    ["ip", simple("IP_ADDRESS", "81.2#.1#.9#")],
    ["url", (random, language) => ({ text: `https://www.${first(random, language).normalize("NFD").replaceAll(/[^a-z]/giu, "").toLowerCase()}.example.com`, category: "URL" })],
    ["age", (random) => ({ text: String(random.int(19, 80)), category: "AGE" })],
    ["money", (random) => ({ text: `$${random.int(10, 990)}` })],
    ["nation", (random) => ({ text: random.pick(NATIONS), category: "NRP" })],
    ["title", (random, language) => ({ text: random.pick(TITLES[language]), category: "TITLE" })],
  ]); // prettier-ignore
}

/** What is neither right nor wrong to find: kinds that only some conventions mark. */
const OPEN = new Set(["NRP", "TITLE", "URL", "AGE"]);

/** Marks of sentences that are written out: `[P:Ana Soto]`. */
const MARKS: Readonly<Record<string, string | null>> = {
  P: "PERSON",
  L: "LOCATION",
  A: "ADDRESS",
  O: "ORGANIZATION",
  D: "DATE",
  T: "PHONE",
  N: null,
};

/** Sentences with their names written out and marked. */
function writtenSentences(text: string, source: string, language: Language): Marked[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const sample: Marked = { text: "", source, language, preceding: "", gold: [] };
      let at = 0;
      const wording = line.replaceAll("\\n", "\n");
      for (const mark of wording.matchAll(/\[([PLAODTN]):([^\]]+)\]/gu)) {
        sample.text += wording.slice(at, mark.index);
        const start = sample.text.length;
        sample.text += mark[2]!;
        sample.gold.push({ start, end: sample.text.length, category: MARKS[mark[1]!]! });
        at = mark.index + mark[0].length;
      }
      sample.text += wording.slice(at);
      return sample;
    });
}

/** Renders the sentences of `directory`; every fourth rendering in lower case. The same lists give the same texts. */
export function freshSentences(directory: string, names: NameLists, random: Random): Marked[] {
  const fills = pickers(names);
  const marked: Marked[] = [];
  for (const file of readdirSync(directory).sort()) {
    const written = /^written(2?)\.(en|es)\.txt$/u.exec(file);
    if (written !== null) {
      const source = written[1] === "2" ? "fresh-4" : "fresh-3";
      marked.push(...writtenSentences(readFileSync(join(directory, file), "utf8"), source, written[2] as Language));
      continue;
    }
    const match = /^(sentences|second|clean2?)\.(en|es|pt|fr)\.txt$/u.exec(file);
    if (match === null) continue;
    const language = match[2] as Language;
    const isClean = match[1]!.startsWith("clean");
    const source = match[1] === "second" || match[1] === "clean2" ? "fresh-2" : "fresh";
    const draws = random.fork(file);
    for (const line of readFileSync(join(directory, file), "utf8").split("\n").filter(Boolean)) {
      for (let rendering = 0; rendering < (isClean ? 1 : RENDERINGS); rendering++) {
        const lower = !isClean && rendering % 4 === 3;
        const dress = (piece: string): string => (lower ? piece.toLowerCase() : piece);
        let text = "";
        let at = 0;
        const gold: Marked["gold"] = [];
        const wording = line.replaceAll("\\n", "\n");
        for (const slot of wording.matchAll(/\{([a-z]+)\}/gu)) {
          const { category, text: filled } = fills.get(slot[1]!)!(draws, language);
          text += dress(wording.slice(at, slot.index));
          const start = text.length;
          text += dress(filled);
          at = slot.index + slot[0].length;
          if (category === undefined) continue;
          const before = gold.at(-1);
          // A forename and the surnames after it are one name.
          if (before !== undefined && before.category === category && text.slice(before.end, start) === " ") before.end = text.length;
          else gold.push({ start, end: text.length, category: OPEN.has(category) ? null : category });
        }
        text += dress(wording.slice(at));
        marked.push({ text, source, language, preceding: "", gold });
      }
    }
  }
  return marked;
} // prettier-ignore
