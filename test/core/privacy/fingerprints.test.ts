import { describe, expect, it } from "vitest";
import {
  BITS_PER_ENTRY,
  createFingerprinter,
  FALSE_POSITIVE_RATE,
  PROBES,
} from "../../../workers/core/privacy/fingerprints.ts";
import { createSipHash, sipHex } from "../../../workers/core/privacy/siphash.ts";

const key = Uint8Array.from({ length: 16 }, (_, i) => i);

describe("SipHash-2-4", () => {
  it("equals the vectors of its authors", () => {
    const hash = createSipHash(key);
    hash.hash(new Uint8Array(0));
    expect([hash.high, hash.low]).toEqual([0x726fdb47, 0xdd0e0e31]);
    hash.hash(Uint8Array.from({ length: 15 }, (_, i) => i));
    expect([hash.high, hash.low]).toEqual([0xa129ca61, 0x49be45e5]);
    hash.hash(Uint8Array.from({ length: 8 }, (_, i) => i));
    expect([hash.high, hash.low]).toEqual([0x93f5f579, 0x9a932462]);
  });

  it("refuses a key of another length", () => {
    expect(() => createSipHash(new Uint8Array(8))).toThrow(RangeError);
  });

  it("depends on the key", () => {
    expect(sipHex(createSipHash(key), "a")).not.toBe(sipHex(createSipHash(new Uint8Array(16)), "a"));
  });
});

const SOURCE = [
  "La señora preguntó ayer por una hipoteca variable para comprar un local comercial junto al mercado central de abastos.",
  "Le explicamos que necesita presentar tres recibos de nómina, comprobante domiciliario vigente y una carta patronal sellada.",
];

describe("source fingerprints", () => {
  const fingerprinter = createFingerprinter(key);
  const filter = fingerprinter.source(SOURCE, ["Juan Pérez", "55 1234 5678", "Ana"]);

  it("notices every run of six content words, with its place, over changed filler, case and punctuation", () => {
    const content = "preguntó ayer hipoteca variable comprar local comercial junto mercado central abastos".split(" ");
    for (let from = 0; from + 6 <= content.length; from++) {
      const copied = content
        .slice(from, from + 6)
        .join(", ")
        .toUpperCase();
      const text = `Texto nuevo sin relación. ${copied}. Y sigue otra cosa distinta.`;
      const { runs } = fingerprinter.check([text], [filter]);
      expect(runs.length).toBeGreaterThan(0);
      expect(runs[0]!.words).toBeGreaterThanOrEqual(5);
      expect(copied).toContain(text.slice(runs[0]!.start, runs[0]!.end));
    }
  });

  it("reports how much of a copy it covers, and nothing for text of its own", () => {
    const copy = fingerprinter.check(SOURCE, [filter]);
    expect(copy.coveredWords / copy.words).toBeGreaterThan(0.9);
    const own = fingerprinter.check(
      ["Una conversación inventada sobre seguros agrícolas, sequías prolongadas, cosechas perdidas y primas anuales."],
      [filter],
    );
    expect(own).toMatchObject({ runs: [], entities: [], coveredWords: 0 });
  });

  it("finds entities in any notation, but not a first name alone", () => {
    const text = "llama a JUAN PEREZ o al 5512-3456-78; Ana no contesta";
    const { entities } = fingerprinter.check([text], [filter]);
    expect(entities.map(({ start, end }) => text.slice(start, end))).toEqual(["JUAN PEREZ", "5512-3456-78"]);
  });

  it("says which source a run is from", () => {
    const other = fingerprinter.source(["cinco palabras distintas forman siempre alguna frase concreta"], []);
    expect(
      fingerprinter
        .check(["Cinco palabras distintas forman siempre alguna frase concreta"], [filter, other])
        .runs.map((run) => run.filter),
    ).toEqual([1]);
  });

  it("says nothing under another key", () => {
    expect(createFingerprinter(new Uint8Array(16)).check(SOURCE, [filter])).toMatchObject({ runs: [], entities: [] });
  });

  it("refuses bytes that are no filter", () => {
    expect(() => fingerprinter.check(["a"], [new Uint8Array(20)])).toThrow(RangeError);
  });

  it("keeps its stated rate of false positives and its size", () => {
    const word = (n: number): string => `palabra${n.toString(36)}`;
    const texts = Array.from({ length: 200 }, (_, i) =>
      Array.from({ length: 40 }, (_, k) => word(i * 40 + k)).join(" "),
    );
    const large = fingerprinter.source(texts, []);
    expect(large.length * 8).toBeLessThan(200 * 40 * BITS_PER_ENTRY);
    const foreign = Array.from({ length: 100_000 }, (_, i) => word(1_000_000 + i)).join(" ");
    const { runs } = fingerprinter.check([foreign], [large]);
    expect(FALSE_POSITIVE_RATE).toBeLessThan(1.1e-5);
    expect(PROBES).toBe(16);
    expect(runs.length).toBeLessThanOrEqual(6);
  });
});
