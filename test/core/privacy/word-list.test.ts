import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWordList } from "../../../workers/core/privacy/word-list.ts";

const find = (text: string, ...words: string[]) =>
  createWordList(words)(text).map(({ start, end }) => text.slice(start, end));

describe("a list of words", () => {
  it("is found in any case, as whole words only, the longest first", () => {
    expect(find("El ZAFIRO azul y zafiros, zafiro_2 (zafiro).", "zafiro", "zafiro azul")).toEqual([
      "ZAFIRO azul",
      "zafiro",
    ]);
    expect(find("mr. Mr x", "Mr.", "mr")).toEqual(["mr.", "Mr"]);
    expect(find("Ñandú ñandúes", "ñandú")).toEqual(["Ñandú"]);
  });

  it("is text, never a pattern, and an empty word is nothing", () => {
    expect(find("a.c abc", "a.c", "", ".*")).toEqual(["a.c"]);
    expect(find("__proto__ constructor", "constructor", "__proto__")).toEqual(["__proto__", "constructor"]);
  });

  it("never throws, and finds nothing but its words", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), fc.string({ unit: "binary" }), (words, text) => {
        const known = new Set(words.map((word) => word.toLowerCase()));
        for (const found of find(`${text} ${words.join(" ")}`, ...words)) expect(known).toContain(found.toLowerCase());
      }),
      { seed: 20261122 },
    );
  });
});
