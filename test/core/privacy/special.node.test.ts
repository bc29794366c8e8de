import { describe, expect, it } from "vitest";
import { LEARNT_FILES, readStatements, scoreStatements } from "../../../scripts/recogniser/special.ts";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import { POLICIES, SPECIAL_CATEGORY_NAMES } from "../../../workers/core/privacy/policies.ts";

const engine = createPrivacyEngine({ recogniser: null });
const policy = {
  ...POLICIES.gate,
  categories: Object.fromEntries(SPECIAL_CATEGORY_NAMES.map((category) => [category, 0.5])),
};

/** Statements that were learnt from stay found; the figures on text that was not are printed by `eval:pii`. */
describe.each(LEARNT_FILES)("the statements of %s.tsv", (name) => {
  const rows = scoreStatements(
    (text) => engine.scan(text, { policy }),
    readStatements(new URL(`../../fixtures/${name}.tsv`, import.meta.url).pathname),
  );
  const sum = (key: "statements" | "found" | "alike" | "flagged"): number =>
    rows.reduce((total, row) => total + row[key], 0);

  it("are found in 85 of 100 cases at least", () => {
    expect(sum("found") / sum("statements")).toBeGreaterThanOrEqual(0.85);
  });

  it("have look-alikes of which one in ten is flagged at most", () => {
    expect(sum("flagged") / sum("alike")).toBeLessThanOrEqual(0.1);
  });
});
