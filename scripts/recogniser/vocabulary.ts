import { readFileSync } from "node:fs";
import type { Random } from "../../workers/core/generation/random.ts";
import type { NameLists } from "./names.ts";
import type { Sample } from "./sample.ts";

/**
 * Words of trades as text that names nobody: alone, as fields of records and tools hold them, and in lists. The terms
 * are those of `vocabulary.txt` (a trade a line, terms separated by `;`) and the short texts of `phrases.txt`.
 */

/** How many lists are drawn for each time that a term is drawn alone. */
const LISTS = 0.7 / 3;
const LONGEST = 40;

/** How the terms of a list stand together. */
const JOINTS = [", ", ", ", " / ", "\n", "; ", " - ", " | "];
const LAYOUTS: readonly ((terms: readonly string[], random: Random) => string)[] = [
  (terms, random) => terms.join(random.pick(JOINTS)),
  (terms) => JSON.stringify(terms),
  (terms) => JSON.stringify(Object.fromEntries(terms.slice(1).map((term, index) => [terms[index]!, term]))),
  (terms) => terms.map((term) => `- ${term}`).join("\n"),
  (terms) => `${terms[0]!}: ${terms.slice(1).join(", ")}`,
];

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function drawCase(term: string, random: Random): string {
  const draw = random.next();
  if (draw < 0.5) return term;
  if (draw < 0.85) return capitalise(term);
  if (draw < 0.93) return term.split(" ").map(capitalise).join(" ");
  return term.toUpperCase();
}

/** The terms of both files by trade: in small letters, so that no name is among them. */
function readTrades(vocabulary: string, phrases: string): string[][] {
  const own = readFileSync(vocabulary, "utf8")
    .split("\n")
    .map((line) => line.split(";").map((term) => term.trim()));
  const seeds = readFileSync(phrases, "utf8")
    .split("\n\n")
    .map((block) => block.split("\n").filter((text) => text.length <= LONGEST && /^[\p{Ll}\d ,'’()/-]+$/u.test(text)));
  return [...own, ...seeds].map((terms) => [...new Set(terms)].filter(Boolean)).filter((terms) => terms.length > 1);
}

/** Draws every term `alone` times by itself, unless it is a listed name too, and lists of terms of one trade. */
export function readVocabulary(
  vocabulary: string,
  phrases: string,
  names: NameLists,
  alone: number,
  random: Random,
): Sample[] {
  const listed = new Set(
    [...names.forenames.values(), ...names.surnames.values()].flat().map((name) => name.toLowerCase()),
  );
  const samples: Sample[] = [];
  const add = (text: string): void => {
    samples.push({ text, spans: [], language: "es", source: "vocabulary", othersMarked: true });
  };
  for (const terms of readTrades(vocabulary, phrases)) {
    for (const term of terms) {
      for (let count = listed.has(term) ? 0 : alone; count > 0; count--) add(drawCase(term, random));
      if (random.next() >= LISTS * alone) continue;
      const style = random.next();
      const list = Array.from({ length: random.int(2, 5) }, () => random.pick(terms));
      const written = list.map((other) =>
        style < 0.5 ? other : style < 0.9 ? capitalise(other) : other.toUpperCase(),
      );
      add(random.pick(LAYOUTS)(written, random));
    }
  }
  return samples;
}
