import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSipHash } from "../../../workers/core/privacy/siphash.ts";
import { createMinter, createTokenReader, findTokenLike } from "../../../workers/core/gateway/tokens.ts";
import { cut } from "./support.ts";

const hash = (byte: number): ReturnType<typeof createSipHash> => createSipHash(new Uint8Array(16).fill(byte));

describe("tokens", () => {
  it("are the same for the same entity and key, and different for another key", () => {
    const first = createMinter(hash(1)).mint("PERSON", "PERSON:juan perez");
    expect(createMinter(hash(1)).mint("PERSON", "PERSON:juan perez")).toBe(first);
    expect(createMinter(hash(2)).mint("PERSON", "PERSON:juan perez")).not.toBe(first);
    expect(first).toMatch(/^\[PERSON_[a-z][0-9a-z]{5}\]$/);
  });

  it("never belong to two entities, and none is the beginning of another", () => {
    const minter = createMinter(hash(3));
    const tokens = Array.from({ length: 20_000 }, (_, i) => minter.mint(i % 2 === 0 ? "EMAIL" : "PHONE", `v${i}`));
    const digests = new Set(tokens.map((token) => token.slice(-7)));
    expect(digests.size).toBe(tokens.length);
  });

  const minter = createMinter(hash(4));
  const person = minter.mint("PERSON", "a");
  const birth = minter.mint("DATE_OF_BIRTH", "b");
  const date = minter.mint("DATE", "c");
  const spelled = minter.mintSpelling(person, "A");
  const reader = createTokenReader([person, spelled, birth, date]);
  const digest = person.slice(-7, -1);

  it("are recognised in the forms that models give them", () => {
    for (const form of [
      person,
      person.toLowerCase(),
      person.toUpperCase(),
      `[Person_${digest}]`,
      `PERSON_${digest}`,
      `[PERSON-${digest}]`,
      `[PERSON ${digest}]`,
      `[PERSON\u2011${digest}]`,
      `\\[PERSON\\_${digest}\\]`,
      `[ PERSON_${digest} ]`,
      `%5BPERSON_${digest}%5D`,
      `%5BPERSON%5F${digest}%5D`,
      `[PERSON_${digest.slice(0, 3)}\u200b${digest.slice(3)}]`,
    ]) {
      const text = `**${form}**'s`;
      const [span, ...more] = reader.find(text, false);
      expect([form, span?.token, more.length]).toEqual([form, person, 0]);
      expect(text.slice(0, span!.start) + text.slice(span!.end)).toBe("****'s");
    }
    expect(reader.find(birth.replaceAll("_", " "), false).map((span) => span.token)).toEqual([birth]);
  });

  it("of further spellings begin like the first, and are told from it in every form", () => {
    expect(spelled).toMatch(new RegExp(`^\\[PERSON_${digest}_[0-9a-z]{2}\\]$`));
    expect(minter.mintSpelling(person, "A")).toBe(spelled);
    const later = createMinter(hash(4));
    later.know(person, "PERSON", "a", "a");
    later.know(spelled, "PERSON", "a", "A");
    expect([later.mint("PERSON", "a"), later.mintSpelling(person, "A")]).toEqual([person, spelled]);
    expect(later.mintSpelling(person, "B")).not.toBe(spelled);
    const inner = spelled.slice(1, -1);
    for (const [text, rest] of [
      [`${spelled}.`, "."],
      [`${inner.toLowerCase()} x`, " x"],
      [`\\[${inner.replaceAll("_", "\\_")}\\]`, ""],
      [`[${inner.replaceAll("_", " ")}]`, ""],
      [inner, ""],
    ] as const) {
      const [span] = reader.find(text, false);
      expect([text, span?.token, text.slice(span!.end)]).toEqual([text, spelled, rest]);
    }
    for (const text of [person, `${person}_x`, `PERSON_${digest} es`, `PERSON_${digest} e`, `PERSON_${digest}-zzz`])
      expect([text, reader.find(text, false)[0]?.token]).toEqual([text, person]);
    expect(
      createTokenReader([spelled])
        .find(`${person} ${spelled}`, false)
        .map(({ token }) => token),
    ).toEqual([spelled]);
    expect(findTokenLike(`a ${spelled}`)).toMatchObject([{ text: spelled }]);
  });

  it("leave a backslash alone that is none of theirs", () => {
    for (const [text, rest] of [
      [`C:\\Users\\${person}\\Documents`, "C:\\Users\\\\Documents"],
      [`\\\\server\\${person}`, "\\\\server\\"],
      [`\\n${person}`, "\\n"],
      [`a\\[PERSON\\_${digest}]`, "a"],
    ] as const) {
      const [span] = reader.find(text, false);
      expect(text.slice(0, span!.start) + text.slice(span!.end)).toBe(rest);
    }
  });

  it("are not recognised when anything but their form changes", () => {
    for (const text of [
      `[EMAIL_${digest}]`,
      `[PERSON_${digest}x]`,
      `[PERSON_${digest.slice(1)}]`,
      `xPERSON_${digest}`,
      `[PERSON]`,
      `[PERSON${digest}]`,
      digest,
      "[".repeat(50),
      "PERSON_".repeat(50),
    ])
      expect([text, reader.find(text, false)]).toEqual([text, []]);
  });

  it("are found in pieces as in the whole, wherever the text is cut", () => {
    const parts = fc.array(
      fc.constantFrom(
        person,
        birth,
        date,
        `PERSON ${digest}`,
        `\\[PERSON\\_${digest}\\]`,
        `\\${person}`,
        spelled,
        spelled.slice(1, -1),
        spelled.slice(-3, -1),
        `%5BPERSON%5F${digest}%5D`,
        "[",
        "\\",
        "%",
        "%5",
        "P",
        "PERSON",
        "DATE_",
        "date of ",
        " ",
        "_",
        "x",
        "\u200b",
        digest,
        "]",
      ),
      { maxLength: 14 },
    );
    const mark = (chunks: readonly string[]): string => {
      let out = "";
      let pending = "";
      const write = (isOpen: boolean): void => {
        let at = 0;
        const text = pending;
        pending = "";
        const last = out.charCodeAt(out.length - 1);
        for (const span of reader.find(text, isOpen, /[a-z0-9]/i.test(String.fromCharCode(last)))) {
          out += text.slice(at, span.start);
          at = span.end;
          if (span.token === null) pending = text.slice(span.start);
          else out += `<${span.token}>`;
        }
        out += text.slice(at);
      };
      for (const chunk of chunks) {
        pending += chunk;
        write(true);
      }
      write(false);
      return out;
    };
    fc.assert(
      fc.property(parts, fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }), (words, sizes) => {
        const text = words.join("");
        expect(mark(cut(text, sizes))).toBe(mark([text]));
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });

  it("that a user wrote are seen as such", () => {
    expect(findTokenLike(`a [PERSON_k7q2mx] b [x] [EMAIL_1]`).map(({ text }) => text)).toEqual(["[PERSON_k7q2mx]"]);
  });
});
