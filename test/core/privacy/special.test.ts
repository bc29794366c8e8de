import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashWord } from "../../../workers/core/privacy/characters.ts";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import { POLICIES, SPECIAL_CATEGORY_NAMES } from "../../../workers/core/privacy/policies.ts";
import { BELIEF } from "../../../workers/core/privacy/special/belief.ts";
import { BIOMETRIC } from "../../../workers/core/privacy/special/biometric.ts";
import { classBit } from "../../../workers/core/privacy/special/classes.ts";
import { CRIMINAL } from "../../../workers/core/privacy/special/criminal.ts";
import { LABELS } from "../../../workers/core/privacy/special/field-labels.ts";
import { GENERAL_PHRASES, LOOK_ALIKES } from "../../../workers/core/privacy/special/look-alikes.ts";
import { GENETIC } from "../../../workers/core/privacy/special/genetic.ts";
import { HEALTH } from "../../../workers/core/privacy/special/health.ts";
import { ORIENTATION } from "../../../workers/core/privacy/special/orientation.ts";
import { misspellings, readSlots } from "../../../workers/core/privacy/special/phrases.ts";
import { POLITICS } from "../../../workers/core/privacy/special/politics.ts";
import { createSpecialScanner } from "../../../workers/core/privacy/special/scan.ts";
import { UNION } from "../../../workers/core/privacy/special/union.ts";

const engine = createPrivacyEngine({ recogniser: null });
const naming = {
  ...POLICIES.gate,
  categories: {
    ...POLICIES.gate.categories,
    ...Object.fromEntries(SPECIAL_CATEGORY_NAMES.map((category) => [category, 0.5])),
  },
};

/** Findings of special categories, as category and text. */
function tellings(text: string): string[] {
  return engine
    .scan(text, { policy: naming })
    .filter(({ category }) => SPECIAL_CATEGORY_NAMES.includes(category))
    .map(({ category, end, start }) => `${category} ${text.slice(start, end)}`);
}

describe("special categories", () => {
  it("tell a statement about somebody from the same word about nobody", () => {
    for (const [said, unsaid] of [
      ["mi abuela tiene asma", "El asma es una enfermedad de los bronquios"],
      ["my cousin is bipolar", "Bipolar transistors need a heat sink"],
      ["somos evangélicos en casa", "La reforma protestante y los evangélicos del siglo XVI"],
      ["mi prima es delegada sindical", "Los sindicatos y la patronal firmaron el acuerdo"],
      ["mi tío siempre votó al PSOE", "El PSOE presentó su programa"],
      ["soy lesbiana", "la marcha del orgullo pasa por el centro"],
      ["mi hermano estuvo preso dos años", "el museo está en la antigua cárcel"],
      ["me tomaron las huellas dactilares", "la huella de carbono de la fábrica"],
      ["soy portadora de BRCA1", "el ADN de nuestra marca"],
    ] as const) {
      expect([said, tellings(said).length > 0]).toEqual([said, true]);
      expect([unsaid, tellings(unsaid)]).toEqual([unsaid, []]);
    }
  });

  it("count what somebody does not have as well: it tells about him too", () => {
    expect(tellings("no tengo diabetes")).toEqual(["HEALTH_CONDITION diabetes"]);
    expect(tellings("she is HIV negative")).toEqual(["HEALTH_CONDITION HIV negative"]);
  });

  it("are found in lower case, without accents and misspelt", () => {
    for (const text of [
      "mi papa tiene diavetes",
      "tengo epilecia",
      "soy esquisofrenica",
      "my son has asthma",
      "MI HIJA TIENE LEUCEMIA",
    ])
      expect([text, tellings(text).length]).toEqual([text, 1]);
  });

  it("are read from forms, from columns under a header, and from answers behind a question", () => {
    expect(tellings("Religión: zoroástrica")).toEqual(["RELIGIOUS_BELIEF zoroástrica"]);
    expect(tellings("Religión: opcional")).toEqual([]);
    expect(tellings("nombre,edad,patología\nAna,44,lupus\nLuis,30,ninguna")).toEqual(["HEALTH_CONDITION lupus"]);
    expect(tellings("Trade union member? Yes - UNISON")).toEqual(["TRADE_UNION_MEMBERSHIP Yes - UNISON"]);
  });

  it("count a person only where the subject is one", () => {
    expect(tellings("El menú es ortodoxo")).toEqual([]);
    expect(tellings("mi gato es ateo")).toEqual([]);
    expect(tellings("Rosa es atea")).toEqual(["RELIGIOUS_BELIEF atea"]);
  });

  it("cost one look at each word and a bounded number of steps more, on any text", () => {
    const scan = createSpecialScanner();
    const units = [
      "soy ",
      "mi ",
      "diabetes ",
      "de la ",
      "the ",
      "vote por el ",
      "(",
      "salió de la ",
      "a,b;",
      "patología,",
      "religión: ",
      "é",
      "no ",
      "x",
    ];
    // Steps that grew with the square of the length would take hours at this length and run into the time limit.
    for (const unit of units) expect(scan(unit.repeat(Math.ceil(200_000 / unit.length)), [])).toBeInstanceOf(Array);
  });

  it("give findings inside the text whatever the text, and the same twice", () => {
    const scan = createSpecialScanner();
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 12 }),
        fc.constantFrom(
          "soy ",
          "gay",
          "mi madre tiene ",
          "cáncer",
          "Religión: ",
          ",",
          "\n",
          ". ",
          "nombre,edad,delito\n",
          "__proto__ ",
          "voté a ",
          "el PP",
          "\ud83d",
        ),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        const found = scan(text, []);
        for (const { end, score, start } of found) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(score).toBeLessThan(1);
        }
        expect(scan(text, [])).toEqual(found);
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});

describe("the notation of phrases", () => {
  it("can be read in every list, names classes that there are, and begins with a word", () => {
    const vocabularies = [HEALTH, BELIEF, UNION, POLITICS, ORIENTATION, CRIMINAL, BIOMETRIC, GENETIC].flat();
    const lists = [
      ...vocabularies.map(({ phrases }) => phrases),
      ...Object.values(LABELS),
      LOOK_ALIKES,
      GENERAL_PHRASES,
    ];
    for (const list of lists) {
      for (const slots of readSlots(list)) {
        for (const [word = ""] of slots[0]!) expect(word).not.toMatch(/^[_~>]$/);
        for (const word of slots.flat(2))
          if (word.startsWith("<")) expect(Math.abs(classBit(word.slice(1, -1)))).toBeGreaterThan(0);
      }
    }
  });

  it("reads brackets, endings and what may be left out as alternatives at one place", () => {
    expect(readSlots("(me/le) dio (un /)infart@")).toEqual([
      [[["me"], ["le"]], [["dio"]], [["un"], []], [["infarto"], ["infarta"], ["infartos"], ["infartas"]]],
    ]);
    expect(readSlots("finger(/ )print(/s)")[0]![0]).toContainEqual(["finger", "prints"]);
    expect(() => readSlots("(a/b")).toThrow(SyntaxError);
    expect(() => readSlots("a)")).toThrow(SyntaxError);
  });

  it("knows how words are misspelt, and leaves short ones alone", () => {
    expect(misspellings("diabetes", false)).toContain(hashWord("diavetes"));
    expect(misspellings("esquizofrenia", true)).toContain(hashWord("esquisofrenia"));
    expect(misspellings("esquizofrenia", true)).toContain(hashWord("esquizofenia"));
    expect(misspellings("esquizofrenia", true)).toContain(hashWord("esquizorfenia"));
    expect(misspellings("esquizofrenia", true)).not.toContain(hashWord("esquizofrenia"));
    expect(misspellings("asma", true)).toEqual([]);
  });
});
