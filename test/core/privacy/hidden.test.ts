import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import { hiddenTexts } from "../../../workers/core/privacy/hidden.ts";

const engine = createPrivacyEngine({ recogniser: null });

const VALUES: readonly (readonly [category: string, value: string])[] = [
  ["EMAIL", "rosa.mejia84@correo.example"],
  ["CREDIT_CARD", "4539 5787 6362 1486"],
  ["IBAN", "ES91 2100 0418 4502 0005 1332"],
  ["PHONE", "+52 55 4821 9037"],
  ["CURP", "HEGG560427MVZRRL04"],
];

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function base64(text: string, alphabet = DIGITS): string {
  return base64Of([...new TextEncoder().encode(text)], alphabet);
}

function base64Of(bytes: readonly number[], alphabet = DIGITS): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = Math.min(4, bytes.length - i + 1);
    for (let k = 0; k < digits; k++) out += alphabet[(group >> (18 - 6 * k)) & 63]!;
    out += "=".repeat(4 - digits);
  }
  return out;
}

const map = (text: string, change: (char: string, code: number) => string): string =>
  Array.from(text, (char) => change(char, char.codePointAt(0)!)).join("");

/** Ways to write a value that a reader, or a model, still understands. */
const DISGUISES: readonly (readonly [string, (value: string) => string])[] = [
  ["base64", (value) => base64(`valor: ${value}`)],
  ["base64 without padding", (value) => base64(`el dato es ${value}`).replaceAll("=", "")],
  ["base64url", (value) => base64(`¿${value}?`, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")],
  ["base64 in base64", (value) => base64(base64(`mi dato: ${value}`))],
  ["base64 in lines", (value) => base64(`${"relleno ".repeat(12)}${value}`).replace(/.{76}/g, "$&\r\n")],
  ["percent escapes", (value) => map(value, (_, code) => `%${code.toString(16).toUpperCase()}`)],
  ["decimal entities", (value) => map(value, (_, code) => `&#${code};`)],
  ["hexadecimal entities", (value) => map(value, (_, code) => `&#x${code.toString(16)};`)],
  ["JSON escapes", (value) => map(value, (_, code) => `\\u${code.toString(16).padStart(4, "0")}`)],
  ["zero-width spaces", (value) => [...value].join("\u200b")],
  ["word joiners", (value) => [...value].join("\u2060")],
  ["soft hyphens", (value) => [...value].join("\u00ad")],
  ["variation selectors", (value) => [...value].join("\u{e0101}")],
  [
    "full width",
    (value) => map(value, (char, code) => (code > 32 && code < 127 ? String.fromCharCode(code + 0xfee0) : char)),
  ],
  ["tags", (value) => map(value, (_, code) => String.fromCodePoint(0xe0000 + code))],
  ["no-break spaces", (value) => value.replaceAll(" ", "\u00a0")],
  ["look-alikes", (value) => value.replace(/[aeopcx]/g, (char) => "аеорсх"["aeopcx".indexOf(char)]!)],
  [
    "mathematical digits",
    (value) => map(value, (char, code) => (code > 47 && code < 58 ? String.fromCodePoint(0x1d7ce + code - 48) : char)),
  ],
];

describe("text that is hidden", () => {
  it.each(DISGUISES)("is found in %s, and covered whole, wherever it stands", (_, disguise) => {
    const around = fc.constantFrom("", "hola ", "El dato: ", "x = ", "ñandú — ", "&amp; ", "a\u200b b ", "100% ");
    fc.assert(
      fc.property(fc.constantFrom(...VALUES), around, around, ([category, value], before, after) => {
        const hidden = disguise(value);
        const text = `${before}${hidden} ${after}`;
        const found = engine.scan(text, { policy: "gateway" });
        expect(found.map((finding) => finding.category)).toContain(category);
        const finding = found.find((each) => each.category === category)!;
        const covered = text.slice(finding.start, finding.end);
        // Base64 is masked whole; everything else from the first character that stands for the value to the last.
        expect(covered.replace(/[\u200b\u2060\u00ad]|\u{e0101}/gu, "").trim()).toBe(
          hidden.replace(/[\u200b\u2060\u00ad]|\u{e0101}/gu, "").trim(),
        );
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("is not seen in words, identifiers, hashes and images", () => {
    for (const text of [
      "responsabilidades internacionalización getElementByIdentifier AbstractSingletonProxyFactoryBean",
      "3f786850e387550fdab836ed7e6dc881de23001b",
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
      "path/to/SomeVeryLongDirectory/AndAnotherOne",
    ])
      expect(hiddenTexts(text)).toEqual([]);
  });

  it("is read where a strict decoder takes its bytes, and nowhere else", () => {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const lead = [0xc1, 0xc3, 0xe0, 0xe2, 0xed, 0xee, 0xf0, 0xf1, 0xf4, 0xf5];
    const follower = [0x41, 0x7e, 0xa0, 0xbf, 0x90, 0x8f, 0x9f, 0xc2];
    const character = fc.array(fc.constantFrom(...follower), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...lead), character, (first, rest) => {
        const bytes = [...new TextEncoder().encode("Hola, soy yo: "), first, ...rest, 0x2e];
        let expected: string[] = [];
        try {
          const text = strict.decode(new Uint8Array(bytes));
          if (!/[\u0080-\u009f\ufffd]/u.test(text)) expected = [text];
        } catch {
          expected = [];
        }
        expect(hiddenTexts(base64Of(bytes)).map(({ text }) => text)).toEqual(expected);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it("is decoded once each, in order, inside the text, for any text", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.base64String({ minLength: 16 }))), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { end, start } of hiddenTexts(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end - start).toBeGreaterThanOrEqual(16);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
