import { describe, expect, it } from "vitest";
import { SpanBuilder } from "../../../workers/core/privacy/recogniser-spans.ts";
import { TokenScanner } from "../../../workers/core/privacy/tokens.ts";

/** Label and probability per token; the rest of the mass is on "nothing". */
type Told = readonly [label: number, probability: number];
const NOTHING: Told = [0, 1];
const PERSON: Told = [1, 0.9];
const MORE_PERSON: Told = [2, 0.9];
const PLACE: Told = [3, 0.9];
const MORE_PLACE: Told = [4, 0.9];
const MORE_ORGANIZATION: Told = [6, 0.9];

function spansOf(text: string, told: readonly Told[]): string[] {
  const builder = new SpanBuilder(text);
  const scanner = new TokenScanner(text);
  for (const [label, probability] of told) {
    expect(scanner.next()).toBe(true);
    const marginals = new Float64Array(8);
    marginals[0] = 1 - probability;
    marginals[label]! += probability;
    builder.take(marginals, scanner.start, scanner.end);
  }
  expect(scanner.next()).toBe(false);
  return builder
    .finish()
    .map((span) => `${span.category} ${text.slice(span.start, span.end)} ${span.score.toFixed(2)}`);
}

describe("spans from marginals", () => {
  it("join the tokens of a name, and score it by their mean", () => {
    expect(spansOf("soy Ana Ruiz", [NOTHING, [1, 1], [2, 0.8]])).toEqual(["PERSON Ana Ruiz 0.90"]);
  });

  it("report unlikely tokens apart, so that a high threshold gives the tight name and a low one the rest too", () => {
    expect(spansOf("doña Ana Ruiz vino", [[1, 0.1], PERSON, MORE_PERSON, [2, 0.05]])).toEqual([
      "PERSON doña 0.10",
      "PERSON Ana Ruiz 0.90",
      "PERSON vino 0.05",
    ]);
    expect(spansOf("tal vez", [[1, 0.02], NOTHING])).toEqual([]);
  });

  it("go across small words inside a name, but not across a comma between two people", () => {
    const article: Told = [2, 0.1];
    expect(spansOf("Ana de la Cruz", [PERSON, article, article, MORE_PERSON])).toEqual(["PERSON Ana de la Cruz 0.50"]);
    expect(spansOf("Ana, Luis", [PERSON, [2, 0.1], PERSON])).toEqual(["PERSON Ana 0.90", "PERSON Luis 0.90"]);
    expect(spansOf("Ana y Luis", [PERSON, article, PERSON])).toContain("PERSON Ana 0.90");
    expect(spansOf("Lugo y Vigo", [PLACE, [4, 0.1], PLACE])).toContain("LOCATION Vigo 0.90");
  });

  it("do not go from one sentence into the next, but over an initial and a shortened name", () => {
    const stop: Told = [2, 0.2];
    expect(spansOf("Ana. Tenemos", [PERSON, stop, [2, 0.2]])).toEqual(["PERSON Ana 0.90", "PERSON Tenemos 0.20"]);
    expect(spansOf("Elena. Ruiz", [PERSON, MORE_PERSON, MORE_PERSON])).toEqual([
      "PERSON Elena 0.90",
      "PERSON Ruiz 0.90",
    ]);
    expect(spansOf("Ana R. Soto", [PERSON, MORE_PERSON, MORE_PERSON, MORE_PERSON])).toEqual([
      "PERSON Ana R. Soto 0.90",
    ]);
    expect(spansOf("Fco. Soto", [PERSON, MORE_PERSON, MORE_PERSON])).toEqual(["PERSON Fco. Soto 0.90"]);
  });

  it("give an organisation its noun, or take its preposition away", () => {
    const body: Told = [5, 0.9];
    const rest: Told = [6, 0.9];
    expect(spansOf("el Centro de Oro", [NOTHING, NOTHING, body, rest])).toEqual(["ORGANIZATION Centro de Oro 0.90"]);
    expect(spansOf("el Centro de Oro", [NOTHING, [5, 0.1], body, rest])).toEqual(["ORGANIZATION Centro de Oro 0.90"]);
    expect(spansOf("un juzgado de Oro", [NOTHING, NOTHING, body, rest])).toEqual(["ORGANIZATION juzgado de Oro 0.90"]);
    expect(spansOf("la app de Oro", [NOTHING, NOTHING, body, rest])).toEqual(["ORGANIZATION Oro 0.90"]);
    expect(spansOf("Ana de Oro", [PERSON, body, rest])).toContain("PERSON Ana 0.90");
  });

  it("part two people only when something stands between or the model is sure", () => {
    expect(spansOf("Ana Luis", [PERSON, [1, 0.9]])).toEqual(["PERSON Ana 0.90", "PERSON Luis 0.90"]);
    const builder = new SpanBuilder("Ana Luis");
    builder.take(Float64Array.of(0.1, 0.9, 0, 0, 0, 0, 0, 0), 0, 3);
    builder.take(Float64Array.of(0.1, 0.6, 0.3, 0, 0, 0, 0, 0), 4, 8);
    expect(builder.finish()).toMatchObject([{ start: 0, end: 8 }]);
  });

  it("keep street, number and city of an address together, and two cities apart", () => {
    const comma: Told = [4, 0.1];
    expect(spansOf("Real 5, Lugo", [PLACE, MORE_PLACE, comma, PLACE])).toEqual(["LOCATION Real 5, Lugo 0.70"]);
    expect(spansOf("Vigo, Lugo", [PLACE, comma, PLACE])).toEqual(["LOCATION Vigo 0.90", "LOCATION Lugo 0.90"]);
  });

  it("take in doubtful words that say what kind of organisation or place the likely name behind them is", () => {
    const kind: Told = [5, 0.3];
    expect(spansOf("juzgado quinto Civil", [kind, [6, 0.3], MORE_ORGANIZATION])).toEqual([
      "ORGANIZATION juzgado quinto Civil 0.90",
    ]);
    expect(spansOf("plaza Colón", [[3, 0.3], PLACE])).toEqual(["LOCATION plaza Colón 0.90"]);
    expect(spansOf("tarde Civil", [[5, 0.1], MORE_ORGANIZATION])).toEqual([
      "ORGANIZATION tarde 0.10",
      "ORGANIZATION Civil 0.90",
    ]);
    expect(spansOf("Ana R. Soto", [[1, 0.1], [2, 0.1], [2, 0.8], MORE_PERSON])).toEqual(["PERSON Ana R. Soto 0.85"]);
    expect(spansOf("tía Ana", [[1, 0.3], PERSON])).toEqual(["PERSON tía 0.30", "PERSON Ana 0.90"]);
  });

  it("leave punctuation out at both ends, but for the full stop of an initial or a company's form", () => {
    expect(spansOf("(Ana).", [MORE_PERSON, MORE_PERSON, MORE_PERSON, MORE_PERSON])).toEqual(["PERSON Ana 0.90"]);
    expect(spansOf("Ana G. dijo", [PERSON, MORE_PERSON, MORE_PERSON, NOTHING])).toEqual(["PERSON Ana G. 0.90"]);
    expect(spansOf("A. Ruiz", [NOTHING, MORE_PERSON, MORE_PERSON])).toEqual(["PERSON A. Ruiz 0.90"]);
    expect(spansOf("Acme Inc. cerró", [MORE_ORGANIZATION, MORE_ORGANIZATION, MORE_ORGANIZATION, NOTHING])).toEqual([
      "ORGANIZATION Acme Inc. 0.90",
    ]);
    expect(spansOf("...", [PERSON])).toEqual([]);
  });
});
