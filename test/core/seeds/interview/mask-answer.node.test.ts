import { describe, expect, it } from "vitest";
import { loadPrivacyEngine } from "../../../../workers/cli/local-privacy.ts";
import { findPersonalData } from "../../../../workers/core/ingest/seed-privacy.ts";
import { answer, interviewSchema, startInterview } from "../../../../workers/core/seeds/interview/machine.ts";
import { maskAnswer } from "../../../../workers/core/seeds/interview/mask-answer.ts";
import { INDUSTRIES, INTERVIEW_LOCALES } from "../../../../workers/core/seeds/interview/schema.ts";
import { VALUE_NAMES } from "../../../../workers/core/seeds/interview/vocabulary.ts";

const privacy = loadPrivacyEngine();
const key = new Uint8Array(16);

describe("Layer 0 of an interview", () => {
  it.each(INTERVIEW_LOCALES)("leaves every answer that the questions offer as it is, in %s", (locale) => {
    for (const [value, names] of VALUE_NAMES) {
      for (const text of [value, names.es, names.en]) expect(maskAnswer(text, locale, privacy, key)).toBe(text);
    }
    for (const text of ["listo", "that's all"]) expect(maskAnswer(text, locale, privacy, key)).toBe(text);
  });

  it("masks names, also those made of the questions' words", () => {
    expect(maskAnswer("es particular, se llama Alta Bueno", "es", privacy, key)).not.toContain("Bueno");
    expect(maskAnswer("frustrado como María López", "es", privacy, key)).toBe("frustrado como [PERSON]");
    expect(maskAnswer("llámele al 55 4821 9035", "es", privacy, key)).not.toContain("4821");
    const other = { category: "PERSON", start: 4, end: 9, score: 0.9, source: "presidio", validated: false } as const;
    expect(maskAnswer("son 12-ab", "es", privacy, key)).toBe("son 12-ab");
    expect(maskAnswer("son 12-ab", "es", privacy, key, [other])).toBe("son [PERSON]");
  });

  it.each(INDUSTRIES)("finds nothing personal in a seed of %s that holds no words of a person", (industry) => {
    const { fields } = interviewSchema(industry);
    for (const locale of INTERVIEW_LOCALES) {
      for (let pick = 0; pick < 6; pick += 1) {
        const extraction = fields
          .filter((field) => field.kind === "enum" || field.kind === "bool" || field.kind === "flag")
          .map((field) => ({
            field: field.path,
            confidence: 0.95,
            value: field.kind === "enum" ? field.options[pick % field.options.length] : pick % 2 === 0,
          }));
        const begun = answer(startInterview({ industry, locale }).state, "hmm", { seedId: "seed-1", extraction });
        const { seed } = answer(begun.state, "done", { seedId: "seed-1" });
        expect(findPersonalData(seed!, privacy)).toEqual([]);
      }
    }
  });
});
