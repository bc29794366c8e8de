import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BREAK,
  hashWord,
  LOWER,
  MIXED,
  NUMBER,
  SYMBOL,
  TITLE,
  TokenScanner,
  UPPER,
  WORD,
} from "../../../workers/core/privacy/tokens.ts";

interface Token {
  kind: number;
  text: string;
  start: number;
  end: number;
  hash: number;
  case: number;
  glued: boolean;
}

function tokensOf(text: string): Token[] {
  const scanner = new TokenScanner(text);
  const tokens: Token[] = [];
  while (scanner.next()) {
    const { kind, start, end, hash, glued } = scanner;
    tokens.push({ kind, text: text.slice(start, end), start, end, hash, case: scanner.case, glued });
  }
  return tokens;
}

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom("a", "É", " ", "\n", "1", ".", "\u0301", "\u200b", "😀", "\ud800", "\0", "ß", "İ"),
    fc.string({ minLength: 1, maxLength: 1, unit: "binary" }),
  ),
  maxLength: 200,
});

describe("the tokeniser", () => {
  it("gives ordered tokens without overlaps that leave out white space only", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const token of tokensOf(text)) {
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(at, token.start)).not.toMatch(/[\p{L}\p{N}]/u);
          at = token.end;
        }
        expect(text.slice(at)).not.toMatch(/[a-zA-Z0-9]/u);
      }),
      { seed: 11 },
    );
  });

  it("gives a line the same tokens alone and inside a text", () => {
    fc.assert(
      fc.property(anyText, anyText, (before, written) => {
        const line = written.replaceAll(/[\n\f\r\u0085\u2028\u2029]/gu, "");
        const inside = tokensOf(`${before}\n${line}`).filter((token) => token.start > before.length);
        const shifted = tokensOf(line).map((token) => ({
          ...token,
          start: token.start + before.length + 1,
          end: token.end + before.length + 1,
        }));
        expect(inside).toEqual(shifted);
      }),
      { seed: 12 },
    );
  });

  it("hashes a word the same in any case, with accents composed, decomposed or missing, and with zero-width characters in it", () => {
    for (const written of ["José", "JOSÉ", "jose", "Jose\u0301", "Jo\u200bsé", "ｊｏｓｅ"]) {
      const [token] = tokensOf(written);
      expect(token!.text).toBe(written);
      expect(token!.hash).toBe(hashWord("jose"));
    }
    expect(hashWord("josa")).not.toBe(hashWord("jose"));
  });

  it("knows kinds, case and gluing", () => {
    const tokens = tokensOf("Ana McCoy IBM sí:12345...😀\r\n");
    expect(tokens.map((token) => [token.text, token.kind, token.case, token.glued])).toEqual([
      ["Ana", WORD, TITLE, false],
      ["McCoy", WORD, MIXED, false],
      ["IBM", WORD, UPPER, false],
      ["sí", WORD, LOWER, false],
      [":", SYMBOL, 0, true],
      ["12345", NUMBER, 0, true],
      ["...", SYMBOL, 0, true],
      ["😀", SYMBOL, 0, true],
      ["\r\n", BREAK, 0, true],
    ]);
  });

  it("does work in proportion to the length of hostile text", () => {
    const pieces = ["a", "a.", "1-", "\n", "\u0301", " \u200b", "A@", "😀", "\ud83d ", "José "];
    const stepsOf = (text: string): number => {
      const scanner = new TokenScanner(text);
      while (scanner.next());
      return scanner.steps;
    };
    for (const piece of pieces) {
      const once = stepsOf(piece.repeat(2000));
      expect(once).toBeLessThanOrEqual(piece.length * 2000 * 4 + 4);
      expect(stepsOf(piece.repeat(4000))).toBeLessThanOrEqual(2 * once + 4);
      expect(stepsOf(piece.repeat(8000))).toBeLessThanOrEqual(4 * once + 4);
    }
  });

  it("makes one token of a megabyte of one letter, digit or symbol", () => {
    for (const char of ["a", "1", "-", "\n", "\ud83d"]) expect(tokensOf(char.repeat(1_000_000))).toHaveLength(1);
  });
});
