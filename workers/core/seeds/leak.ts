import type { SeedSchema } from "../../contract/seed.ts";
import { isContentWord, wordsOf } from "./languages.ts";

/** Length of a run of content words that counts as quoting. */
export const CONTENT_RUN = 5;
/** Length of a run of words of any kind that counts as quoting. */
export const WORD_RUN = 6;

/** Parts of a seed that never come from a source: ids, enumerations, figures, and tools, which the registry wrote. */
const EXEMPT_FIELDS: ReadonlySet<string> = new Set([
  "seed_id",
  "version",
  "dominio",
  "idioma",
  "metricas_calidad",
  "organization_id",
  "created_at",
  "updated_at",
  "herramientas",
  "herramientas_definidas",
  "expected_tool_sequence",
]);

/** Every text of a seed that a source could have reached, with the path of its field. */
export function seedTexts(seed: SeedSchema): { field: string; text: string }[] {
  const texts: { field: string; text: string }[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === "string") texts.push({ field: path, text: value });
    else if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${path}.${index}`));
    else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (!EXEMPT_FIELDS.has(key)) visit(item, path === "" ? key : `${path}.${key}`);
      }
    }
  };
  visit(seed, "");
  return texts;
}

function addRuns(runs: Set<string>, words: readonly string[], length: number): void {
  for (let start = 0; start + length <= words.length; start += 1)
    runs.add(words.slice(start, start + length).join(" "));
}

function firstSharedRun(runs: ReadonlySet<string>, words: readonly string[], length: number): string[] | null {
  for (let start = 0; start + length <= words.length; start += 1) {
    const run = words.slice(start, start + length);
    if (runs.has(run.join(" "))) return run;
  }
  return null;
}

/**
 * Where a seed repeats its sources: runs of 5 content words (function words of the language skipped) and of 6 words
 * of any kind, compared without case or accents. At most one run per field and kind. Sources are read once and linear
 * in their length; a run never spans two of them.
 */
export function findVerbatimRuns(
  seed: SeedSchema,
  sourceTexts: string[],
  language: string,
): { field: string; run: string[] }[] {
  const contentRuns = new Set<string>();
  const wordRuns = new Set<string>();
  for (const source of sourceTexts) {
    const words = wordsOf(source);
    addRuns(wordRuns, words, WORD_RUN);
    addRuns(
      contentRuns,
      words.filter((word) => isContentWord(word, language)),
      CONTENT_RUN,
    );
  }
  const found: { field: string; run: string[] }[] = [];
  for (const { field, text } of seedTexts(seed)) {
    const words = wordsOf(text);
    const content = words.filter((word) => isContentWord(word, language));
    const run = firstSharedRun(wordRuns, words, WORD_RUN) ?? firstSharedRun(contentRuns, content, CONTENT_RUN);
    if (run !== null) found.push({ field, run });
  }
  return found;
}
