import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";

const engine = createPrivacyEngine({ recogniser: null });

/** Texts made to keep patterns trying: each repeats something that begins a value and never ends one. */
const HOSTILE: [string, string][] = [
  ["letters", "a"],
  ["digits", "1"],
  ["digits and spaces", "1 "],
  ["digits and hyphens", "1-"],
  ["digits and dots", "1."],
  ["local parts", "a@"],
  ["dots", "a."],
  ["dots and at", "a.b@c."],
  ["hosts", "aaa.bbb-ccc."],
  ["schemes", "a://"],
  ["colons", "a:"],
  ["hex groups", "ab:cd:"],
  ["double colons", "::"],
  ["arroba", "x punto y arroba "],
  ["at", "at dot at dot "],
  ["number words", "uno dos tres "],
  ["number words with and", "treinta y uno y "],
  ["street words", "calle de la calle "],
  ["streets", "Calle Mayor "],
  ["house numbers", "12 north main "],
  ["numbers digit by digit", "4 7 1 9 "],
  ["digits with commas", "4, 7, 1,9"],
  ["at in brackets", "a(at)b(dot)"],
  ["months", "3 de mayo de "],
  ["labels", "password: "],
  ["labels and fillers", "póliza número es el la de del "],
  ["cards", "4111 1111 1111 "],
  ["plates", "ABC-12 "],
  ["codes", "A1B2C3 "],
  ["entities", "&#64;"],
  ["open entities", "&#6"],
  ["percent", "%4"],
  ["zero width", "a\u200b"],
  ["combining", "e\u0301"],
  ["Cyrillic", "aе"],
  ["surrogates", "\ud83d"],
  ["quotes", '"a'],
  ["quoted locals", '"a b"@'],
  ["brackets", "[(("],
  ["keys", "sk-ant-"],
  ["tokens", "eyJaaaaaaaaa."],
  ["begin", "BEGIN PRIVATE KEY-----"],
  ["slashes", "1/2/"],
  ["NUL", "\0"],
  ["new lines", "\n1"],
  ["rows of a table", "telefono,cuenta\n1,2\n"],
  ["names of columns", "telefono,cuenta\n"],
  ["fields", "1234567,"],
  ["addresses with escaped spaces", "http://a/u/77%20"],
  ["escapes between words", "a\\n"],
  ["shared folders", "\\\\n"],
  ["escapes of escapes", "%25252525"],
  ["passwords of words", "password is azul mar "],
  ["ages", "tengo 3 "],
  ["colonia", "col. Centro, "],
  ["coordinates", "19.4326, -99."],
];

/** How often a pattern was tried while `run` ran: the work of a scan, the same on any machine at any load. */
function patternTrials(run: () => void): number {
  const { exec } = RegExp.prototype;
  let trials = 0;
  // oxlint-disable-next-line no-extend-native -- put back right below; counting needs every call
  RegExp.prototype.exec = function count(text: string) {
    trials += 1;
    return exec.call(this, text);
  };
  try {
    run();
  } finally {
    // oxlint-disable-next-line no-extend-native -- the original again
    RegExp.prototype.exec = exec;
  }
  return trials;
}

const CHARACTERS = 131_072;

describe("hostile text", () => {
  // Each try of a pattern is bounded by the pattern; a scan whose tries were not would need minutes at this length and
  // run into the test's time limit.
  it.each(HOSTILE)("costs as many tries of patterns as it has characters, up to a constant: %s", (_, unit) => {
    const text = (size: number): string => unit.repeat(Math.ceil(size / unit.length));
    const quarter = patternTrials(() => engine.scan(text(CHARACTERS / 4)));
    const whole = patternTrials(() => engine.scan(text(CHARACTERS)));
    expect(whole).toBeLessThanOrEqual(4.2 * quarter + 100);
  });

  it("anonymises documents full of hostile repetition in linear time", () => {
    for (const [, unit] of HOSTILE) engine.anonymise([unit.repeat(500)], { method: "numbered" });
  });

  it("never throws, and returns sorted findings inside the text without overlaps", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.constantFrom(...HOSTILE.map(([, unit]) => unit)),
        fc.constantFrom("a@b.co", "4111111111111111", "55 1234 5678", "__proto__", "constructor", "calle 5 num 3"),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, fc.constantFrom("gate" as const, "gateway" as const), (parts, policy) => {
        const text = parts.join("");
        let at = 0;
        for (const finding of engine.scan(text, { policy })) {
          expect(finding.start).toBeGreaterThanOrEqual(at);
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(finding.end).toBeLessThanOrEqual(text.length);
          expect(finding.score).toBeGreaterThan(0);
          at = finding.end;
        }
        engine.anonymise([text], { method: "pseudonym", policy });
      }),
      { seed: 3, numRuns: 250 },
    );
  });
});
