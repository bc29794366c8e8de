import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DETECTORS } from "../../../workers/core/privacy/detectors/table.ts";
import { setApart } from "../../../workers/core/privacy/patterns.ts";

const PATTERNS = DETECTORS.flatMap(({ match }) => (match instanceof RegExp ? [match] : []));

/** Pieces of what the rows look for, so that matches happen. */
const PIECES =
  "12 meses de edad|calle 12 # 34-5, piso 3|calle 27 num 214 x 30 y 32|carretera a Toluca km 12|treinta y dos años|3/4/1981|" +
  "GOMA800101AB1|4471 8820|ABC-123| |, |. |de |usuario: ana.lopez5|20 días|one hundred|28001 Madrid|é|\u{1f642}|40° 26' N|(|)|\n|x";

function answerOf(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? null : [match.index, ...match];
}

describe("a pattern set apart", () => {
  it("matches what the pattern matches, with the same groups, whatever row it is of", () => {
    const pairs = PATTERNS.map((pattern) => [pattern, setApart(pattern)] as const);
    const texts = fc.array(fc.constantFrom(...PIECES.split("|")), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, fc.nat(12), (pieces, from) => {
        const text = pieces.join("");
        for (const [pattern, apart] of pairs)
          for (const at of [0, from]) expect(answerOf(apart, text, at)).toEqual(answerOf(pattern, text, at));
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it("keeps quantifiers, references, classes and what is looked at", () => {
    const sources = [
      /(?:a|b|c){2,3}(?:d|e|f)?x/g,
      /(a|b|c)+\1/g,
      /(?<one>a|b|c)\k<one>/g,
      /[(|)]{2}(?=a|b|c)|(?<!a|b|c)\(\|/g,
      /(?:a||b)*?c/g,
    ];
    const texts = ["abcdx", "abx", "caab", "bb", "(|a", "x(|", "abc", "", "ccddx", "aac", "((|"];
    for (const pattern of sources)
      for (const text of texts)
        expect([...text.matchAll(setApart(pattern))].map((match) => [match.index, ...match])).toEqual(
          [...text.matchAll(pattern)].map((match) => [match.index, ...match]),
        );
  });

  it("sets groups of three alternatives and more apart, and no others", () => {
    expect(setApart(/(?:a|b)(?:c|d|e)?f/u).source).toBe("(?:a|b)(?=)(?:(?:c|d|e)(?=))?(?=)f");
    expect(setApart(/(?:a|b|c)/u).flags).toBe("u");
  });
});
