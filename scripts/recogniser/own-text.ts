import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../../workers/core/generation/random.ts";
import type { Sample, Span } from "./sample.ts";

/**
 * The text of this project's own seeds and domains (`seeds/`), as messages that name nobody: they are curated without
 * personal data. Capitalised words inside a sentence may be names of things all the same, so they teach nothing.
 */

/** Share of values that are also shown as `key: value`. */
const LABELLED = 0.3;
/** Share of values that are also shown in lower case. */
const LOWERED = 0.35;
const FILES = ["domains", "library"] as const;

interface Leaf {
  key: string;
  value: string;
}

function* leaves(key: string, node: unknown): Generator<Leaf> {
  if (typeof node === "string") yield { key, value: node };
  else if (Array.isArray(node)) for (const item of node) yield* leaves(key, item);
  else if (typeof node === "object" && node !== null) {
    for (const [name, item] of Object.entries(node)) yield* leaves(name, item);
  }
}

function openSpans(text: string): Span[] {
  return [...text.matchAll(/(?<=[^\n.!?:¿¡]\s|\p{L})\p{Lu}\p{L}*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    category: null,
  }));
}

/** Reads every distinct text of the seeds under `root`, with some copies as labelled values and in lower case. */
export function readOwnText(root: string, random: Random): Sample[] {
  const samples: Sample[] = [];
  const seen = new Set<string>();
  const put = (text: string, spans: Span[], language: string): void => {
    samples.push({ text, spans, language, source: "seeds", othersMarked: false });
  };
  for (const folder of FILES) {
    const directory = join(root, "seeds", folder);
    for (const file of readdirSync(directory).sort()) {
      if (!file.endsWith(".json")) continue;
      for (const { key, value } of leaves("", JSON.parse(readFileSync(join(directory, file), "utf8")))) {
        if (seen.has(value) || !/\p{L}{2}/u.test(value) || value.startsWith("lib-")) continue;
        seen.add(value);
        const language = key === "en" ? "en" : "es";
        put(value, openSpans(value), language);
        if (random.next() < LABELLED) {
          const labelled = `${key}: ${value}`;
          put(labelled, openSpans(labelled), language);
        }
        // In lower case a name is not told from a word: only texts without inner capitals are copied.
        if (openSpans(value).length === 0 && random.next() < LOWERED) put(value.toLowerCase(), [], language);
      }
    }
  }
  return samples;
}
