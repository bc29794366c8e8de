import { foldText } from "./characters.ts";
import { compact } from "./checksums.ts";
import { phoneKey } from "./phones.ts";
import { emailKey, readSpokenDigits } from "./spoken.ts";

/** How the values of a category are compared: two ways of writing one value have one key. */
const KEYS: Readonly<Record<string, (value: string) => string>> = {
  EMAIL: emailKey,
  PHONE: (value) =>
    phoneKey(/\d/.test(value) ? value : (readSpokenDigits(value, 0)?.digits ?? value)) || foldText(value),
  URL: (value) => value.trim(),
  PASSWORD: (value) => value,
  API_KEY: (value) => value,
};

function plainKey(value: string): string {
  return foldText(value)
    .replace(/[\s.,;:'"’-]+/g, " ")
    .trim();
}

export interface EntityRegistry {
  /** The entity that the value names: `id` is its key, `number` counts from 1 within the category in order of appearance. */
  entityOf(category: string, value: string): { id: string; number: number; isNew: boolean };
}

interface Person {
  id: string;
  number: number;
  words: Set<string>;
}

const TITLES = new Set("sr sra srta dr dra don dona lic ing mr mrs ms prof d".split(" "));
const PARTICLES = new Set("de del la las los y da das do dos e di van von".split(" "));

/**
 * Gives every value of a document its entity. Persons are matched by words: `Juan Pérez`, `juan` and `PÉREZ` are one; a
 * word that two persons share belongs to the one named last. Identifiers are matched by their letters and digits.
 */
export function createEntityRegistry(): EntityRegistry {
  const counts = new Map<string, number>();
  const known = new Map<string, { id: string; number: number }>();
  const byWord = new Map<string, Person>();

  const next = (category: string): number => {
    const number = (counts.get(category) ?? 0) + 1;
    counts.set(category, number);
    return number;
  };

  const personOf = (value: string): { id: string; number: number; isNew: boolean } => {
    const words = plainKey(value)
      .split(" ")
      .filter((word) => word.length > 1 && !TITLES.has(word) && !PARTICLES.has(word));
    // The same person when the shorter name is contained in the longer one.
    const candidate = words.map((word) => byWord.get(word)).filter((person) => person !== undefined);
    for (const person of new Set(candidate)) {
      const shared = words.filter((word) => person.words.has(word)).length;
      if (shared === words.length || shared === person.words.size) {
        for (const word of words) {
          person.words.add(word);
          byWord.set(word, person);
        }
        return { id: person.id, number: person.number, isNew: false };
      }
    }
    const person: Person = {
      id: `PERSON:${words.join(" ") || plainKey(value)}`,
      number: next("PERSON"),
      words: new Set(words),
    };
    for (const word of words) byWord.set(word, person);
    return { id: person.id, number: person.number, isNew: true };
  };

  return {
    entityOf(category, value) {
      if (category === "PERSON") return personOf(value);
      const keyOf = Object.hasOwn(KEYS, category)
        ? KEYS[category]!
        : (text: string): string => (/\d/.test(text) ? compact(foldText(text)) : plainKey(text));
      const id = `${category}:${keyOf(value)}`;
      const same = known.get(id);
      if (same !== undefined) return { ...same, isNew: false };
      const entity = { id, number: next(category) };
      known.set(id, entity);
      return { ...entity, isNew: true };
    },
  };
}
