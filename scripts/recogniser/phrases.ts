import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../../workers/core/generation/random.ts";
import type { Sample, Span } from "./sample.ts";

/**
 * The texts of the project's own seeds and phrase banks (`seeds/`) as text that names nobody. Words with a capital
 * inside a sentence stay open: some are names of products or authorities.
 */

/** How often a phrase with alternatives is drawn. */
const DRAWS = 3;

/** Every text of the value; a list of single words (labels) is read as one line too. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) {
    const labels = value.filter((item) => typeof item === "string" && /^[^ ]{1,24}$/u.test(item));
    return [...(labels.length > 1 ? [labels.join(", ")] : []), ...value.flatMap(strings)];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Draws one wording of `[a|b|]`, innermost choices first, with a phrase in place of each `{slot}`. */
function draw(template: string, fillers: readonly string[], random: Random): string {
  let text = template.replaceAll(/\{[^{}]*\}/gu, () => random.pick(fillers));
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replaceAll(/\[([^[\]]*)\]/gu, (_, options: string) => random.pick(options.split("|")));
  }
  return text;
}

function openCapitals(text: string): Span[] {
  return [...text.matchAll(/(?<=[\p{Ll}\d,;] )\p{Lu}[\p{L}\d-]*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    category: null,
  }));
}

/**
 * Collects every text with at least two words, and every word in small letters, below `seeds`, a block per file, for
 * `phrases.txt`: training reads that copy, so that a later change of the seeds does not change the weights.
 */
export function collectPhrases(seeds: string): string {
  const blocks: string[] = [];
  for (const folder of ["domains", "library"]) {
    for (const file of readdirSync(join(seeds, folder)).sort()) {
      const texts = [...new Set(strings(JSON.parse(readFileSync(join(seeds, folder, file), "utf8"))))].filter(
        (text) => /\p{L},? \p{L}|^\p{Ll}{4,}$/u.test(text) && !text.includes("@"),
      );
      blocks.push(texts.map((text) => text.replaceAll("\n", "\\n")).join("\n"));
    }
  }
  return `${blocks.join("\n\n")}\n`;
}

/** Reads `phrases.txt` and draws each phrase, those with alternatives several times, a quarter of them in lower case. */
export function readPhrases(file: string, random: Random): Sample[] {
  const samples: Sample[] = [];
  for (const block of readFileSync(file, "utf8").split("\n\n")) {
    const texts = block
      .split("\n")
      .filter(Boolean)
      .map((text) => text.replaceAll("\\n", "\n"));
    const fillers = texts.filter((text) => text.length < 30 && !/[[\]{}|]/u.test(text));
    for (const text of texts) {
      for (let count = /[[{]/u.test(text) ? DRAWS : 1; count > 0; count--) {
        const drawn = draw(text, fillers, random);
        const written = random.next() < 0.25 ? drawn.toLowerCase() : drawn;
        samples.push({
          text: written,
          spans: openCapitals(written),
          language: "es",
          source: "phrases",
          othersMarked: false,
        });
      }
    }
  }
  return samples;
}
