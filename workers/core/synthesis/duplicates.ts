import type { ConversationTurn } from "../../contract/conversation.ts";
import { type Sketch, sketchSimilarity, sketchWords } from "../evaluation/siblings.ts";
import { foldText, wordsOf } from "../evaluation/text.ts";

/** Estimated Jaccard similarity of word 3-shingles from which on two conversations count as the same. */
export const NEAR_DUPLICATE = 0.85;

/** Where a conversation that another one repeats came from. */
export type Origin = "run" | "earlier" | "source";

/** What a repetition of each origin is rejected as. */
export const DUPLICATE_REASONS: Readonly<Record<Origin, string>> = {
  run: "near_duplicate",
  earlier: "near_duplicate_of_earlier_run",
  source: "near_duplicate_of_source",
};

/** Bands of a sketch for locality-sensitive hashing: a pair at the threshold shares none of them once in 100,000. */
const ROWS = 4;

/** Folded words of what is said in a conversation. */
export function spokenWords(turns: readonly Pick<ConversationTurn, "contenido">[]): string[] {
  return wordsOf(foldText(turns.map((turn) => turn.contenido).join(" ")));
}

/** Sketches that are looked up by their bands: time per look-up does not grow with those that differ. */
export function createDuplicateIndex() {
  const sketches: { sketch: Sketch; origin: Origin }[] = [];
  const bands = new Map<string, number[]>();
  const keysOf = (sketch: Sketch): string[] => {
    const keys: string[] = [];
    for (let from = 0; from < sketch.length; from += ROWS) keys.push(`${from}:${sketch.subarray(from, from + ROWS)}`);
    return keys;
  };
  return {
    add(sketch: Sketch, origin: Origin): void {
      const place = sketches.push({ sketch, origin }) - 1;
      for (const key of keysOf(sketch)) {
        const held = bands.get(key);
        if (held === undefined) bands.set(key, [place]);
        else held.push(place);
      }
    },
    /** The origin of the first sketch that is nearly the same; null when there is none. */
    find(sketch: Sketch): Origin | null {
      const seen = new Set<number>();
      for (const key of keysOf(sketch)) {
        for (const place of bands.get(key) ?? []) {
          if (seen.has(place)) continue;
          seen.add(place);
          const other = sketches[place]!;
          if (sketchSimilarity(sketch, other.sketch) >= NEAR_DUPLICATE) return other.origin;
        }
      }
      return null;
    },
  };
}

export type DuplicateIndex = ReturnType<typeof createDuplicateIndex>;

/** Sketches one after the other, little-endian. */
export function packSketches(sketches: readonly Sketch[]): Uint8Array {
  const size = sketches[0]?.length ?? 0;
  const bytes = new Uint8Array(sketches.length * size * 4);
  const view = new DataView(bytes.buffer);
  sketches.forEach((sketch, place) =>
    sketch.forEach((value, i) => view.setUint32((place * size + i) * 4, value, true)),
  );
  return bytes;
}

export function unpackSketches(bytes: Uint8Array): Sketch[] {
  const size = sketchWords([]).length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.byteLength / (size * 4)) }, (_, place) =>
    Uint32Array.from({ length: size }, (_each, i) => view.getUint32((place * size + i) * 4, true)),
  );
}
