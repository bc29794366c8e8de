import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Sketch, sketchSimilarity, sketchWords } from "../../../workers/core/evaluation/siblings.ts";
import {
  createDuplicateIndex,
  NEAR_DUPLICATE,
  packSketches,
  unpackSketches,
} from "../../../workers/core/synthesis/duplicates.ts";

const word = fc.integer({ min: 0, max: 400 }).map((n) => `w${n}`);
const words = fc.array(word, { minLength: 40, maxLength: 120 });

describe("createDuplicateIndex", () => {
  it("finds what a walk over all sketches finds, and nothing else", () => {
    const pair = fc.tuple(words, fc.array(fc.nat(119), { maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), (pairs) => {
        const index = createDuplicateIndex();
        const all: Sketch[] = [];
        for (const [text, changed] of pairs) {
          const other = text.map((each, i) => (changed.includes(i) ? `${each}x` : each));
          const probe = sketchWords(other);
          const near = all.some((sketch) => sketchSimilarity(sketch, probe) >= NEAR_DUPLICATE);
          expect(index.find(probe)).toBe(near ? "earlier" : null);
          const sketch = sketchWords(text);
          index.add(sketch, "earlier");
          all.push(sketch);
          expect(index.find(sketch)).toBe("earlier");
        }
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  it("takes texts of under three words for copies of nothing", () => {
    const index = createDuplicateIndex();
    index.add(sketchWords(["hola"]), "run");
    expect(index.find(sketchWords(["hola"]))).toBeNull();
  });

  it("reads sketches back as they were packed", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), (texts) => {
        const sketches = texts.map(sketchWords);
        expect(unpackSketches(packSketches(sketches))).toEqual(sketches);
      }),
      { seed: 12, numRuns: 50 },
    );
  });
});
