import { describe, expect, it } from "vitest";
import * as lexicon from "../../../workers/core/privacy/lexicon.ts";
import { mayFollow, readWeights, writeWeights } from "../../../workers/core/privacy/recogniser-model.ts";
import type { Weights } from "../../../workers/core/privacy/recogniser-model.ts";
import { createRecogniser } from "../../../workers/core/privacy/recogniser.ts";
import { hashWord } from "../../../workers/core/privacy/tokens.ts";

function smallWeights(): Weights {
  const transitions = new Float64Array(64);
  for (let from = 0; from < 8; from++) {
    for (let to = 0; to < 8; to++) transitions[from * 8 + to] = mayFollow(from, to) ? 0 : -Infinity;
  }
  return {
    rowBits: 8,
    scale: 0.03125,
    temperature: 1,
    transitions,
    rows: new Int8Array(8 * 256).map((_, at) => (at * 37) % 11),
    gate: { bits: 6, threshold: -1000, rows: new Int8Array(64).map((_, at) => (at % 5) - 2) },
  };
}

describe("the lexicon file", () => {
  const words = ["Ana", "pérez", "León", "calle", "constructor", "__proto__"];
  const file = lexicon.writeLexicon(new Map(words.map((word, at) => [hashWord(word), 1 << at])));

  it("gives back the flags of every word in any case, and none for others", () => {
    const read = lexicon.readLexicon(file);
    expect(read.size).toBe(words.length);
    words.forEach((word, at) => expect(read.flags(hashWord(word.toUpperCase()))).toBe(1 << at));
    for (const word of ["anna", "perezz", "toString", ""]) expect(read.flags(hashWord(word))).toBe(0);
  });

  it("gives back the flags of thousands of words, and none for thousands of others", () => {
    const flagsOf = (at: number): number => (at * 2654435761) & 0xffff;
    const many = Array.from({ length: 6000 }, (_, at) => hashWord(`word${at.toString(36)}`));
    const read = lexicon.readLexicon(lexicon.writeLexicon(new Map(many.map((hash, at) => [hash, flagsOf(at)]))));
    many.forEach((hash, at) => expect(read.flags(hash)).toBe(flagsOf(at)));
    const hashes = new Set(many.map((hash) => lexicon.lexiconHash(hash)));
    for (let at = 0; at < 6000; at++) {
      const other = hashWord(`other${at}`);
      if (!hashes.has(lexicon.lexiconHash(other))) expect(read.flags(other)).toBe(0);
    }
  });

  it("is refused when damaged", () => {
    expect(() => lexicon.readLexicon(new ArrayBuffer(4))).toThrow(RangeError);
    expect(() => lexicon.readLexicon(file.slice(0, file.byteLength - 6))).toThrow(RangeError);
    expect(() => lexicon.readLexicon(new ArrayBuffer(100))).toThrow(RangeError);
  });
});

describe("the weights file", () => {
  it("gives back what was written", () => {
    const weights = smallWeights();
    expect(readWeights(writeWeights(weights))).toEqual(weights);
  });

  it("is refused when damaged or made for other features", () => {
    const file = writeWeights(smallWeights());
    expect(() => readWeights(file.slice(0, file.byteLength - 1))).toThrow(RangeError);
    expect(() => readWeights(new ArrayBuffer(10))).toThrow(RangeError);
    const wideGate = file.slice(0);
    new DataView(wideGate).setUint32(20 + 64 * 4, 31, true);
    expect(() => readWeights(wideGate)).toThrow(RangeError);
    const other = file.slice(0);
    new DataView(other).setUint32(4, 999, true);
    expect(() => readWeights(other)).toThrow("other features");
  });

  it("works with any weights: an untrained recogniser answers without throwing", () => {
    const empty = lexicon.writeLexicon(new Map());
    const recogniser = createRecogniser(writeWeights(smallWeights()), empty);
    expect(() => recogniser.recognise("Hola, soy Ana.\n\n¿Y tú?")).not.toThrow();
    expect(recogniser.recognise("")).toEqual([]);
  });

  it("lets no token become a name that the gate turns away", () => {
    const empty = lexicon.writeLexicon(new Map());
    const text = "Hola, soy Ana.";
    const open = smallWeights();
    expect(createRecogniser(writeWeights(open), empty).recognise(text)).not.toEqual([]);
    const shut = { ...open, gate: { ...open.gate, threshold: 1000 } };
    expect(createRecogniser(writeWeights(shut), empty).recognise(text)).toEqual([]);
  });
});
