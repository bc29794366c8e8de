import { describe, expect, it } from "vitest";
import { hashPair, hashWord } from "../../../workers/core/privacy/characters.ts";
import { CUE_NAMES, CUES } from "../../../workers/core/privacy/cues.ts";
import type { CueName } from "../../../workers/core/privacy/cues.ts";
import * as words from "../../../workers/core/privacy/word-table.ts";

const table = words.buildWordTable([
  { words: "folio|numero folio|zxqv", detector: 3 },
  { words: "zxqv|zxqv wkj uvy", detector: 255 },
]);

function entryOf(...phrase: string[]) {
  const hash = phrase.map((word) => hashWord(word)).reduce((first, next) => hashPair(first, next));
  const at = words.mayHaveWord(table, hash) ? words.findWord(table, hash) : 0;
  if (at === 0) return null;
  const { entries } = table;
  const cues = entries[at + words.CUE_COUNT_AT]!;
  const from = at + words.CUES_AT;
  return {
    flags: entries[at]!,
    cues: [...entries.subarray(from, from + cues)].map((group) => CUE_NAMES[group]!),
    detectors: [...entries.subarray(from + cues, from + cues + entries[at + words.DETECTOR_COUNT_AT]!)],
  };
}

describe("the table of words", () => {
  it("knows every word and phrase of every group of cues, in any case", () => {
    for (const name of Object.keys(CUES) as CueName[])
      for (const phrase of CUES[name].split("|"))
        expect(entryOf(...phrase.toUpperCase().split(" "))?.cues).toContain(name);
  });

  it("keeps the detectors of a word in the order of the list, and marks what a phrase begins with", () => {
    expect(entryOf("zxqv")).toEqual({ flags: words.STARTS_PHRASE, cues: [], detectors: [3, 255] });
    expect(entryOf("zxqv", "wkj")).toEqual({ flags: words.STARTS_PHRASE, cues: [], detectors: [] });
    expect(entryOf("zxqv", "wkj", "uvy")).toEqual({ flags: 0, cues: [], detectors: [255] });
  });

  it("knows a phrase that begins with number by every sign for number", () => {
    for (const sign of ["numero", "número", "n", "no", "nro", "num"])
      expect(entryOf(sign, "folio")?.detectors).toEqual([3]);
    expect(entryOf("folio")?.detectors).toEqual([3]);
  });

  it("knows no other words", () => {
    for (const word of ["zxq", "zxqvv", "wkj", "", "__proto__", "constructor"]) expect(entryOf(word)).toBeNull();
  });
});
