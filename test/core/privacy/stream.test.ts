import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import type { RecognisedSpan } from "../../../workers/core/privacy/types.ts";

/** Names are runs of capitalised words: crude, but it depends on context as a real recogniser does. */
const engine = createPrivacyEngine({
  recogniser: {
    recognise(text) {
      const spans: RecognisedSpan[] = [];
      for (const match of text.matchAll(/(?<=(?:soy|Soy|am|Sr\.) )\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2}/gu)) {
        spans.push({ category: "PERSON", start: match.index, end: match.index + match[0].length, score: 0.9 });
      }
      return spans;
    },
  },
});

function streamed(chunks: readonly string[]): string {
  const stream = engine.stream();
  return chunks.map((chunk) => stream.push(chunk)).join("") + stream.end();
}

const SAMPLE =
  "Hola, soy Juan Pérez López y mi correo es juan.perez@correo.com.mx, o si no juan punto perez arroba gmail punto com. " +
  "Mi celular es el 55 1234 5678 y el de casa (55) 5555-1234 ext. 12; la tarjeta 4111 1111 1111 1111 vence 08/27. " +
  "Vivo en Calle Gran Vía 28, 3º B, 28013 Madrid, nací el 3 de julio de 1985 y tengo 39 años. " +
  "El servidor https://ana:clave@intranet.example/u/77 con IP 192.168.10.45 y fe80::1ff:fe23:4567:890a responde 👍🏽 bien. " +
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c y ya. " +
  "cel cincuenta y cinco, treinta y uno diecisiete, cero nueve cuarenta y seis. Gracias Pérez, dijo la señora que estaba ahi esperando desde hace rato sin que nadie la atendiera.";

describe("streaming", () => {
  it("gives the output of the whole when cut at every code unit", () => {
    expect(streamed(SAMPLE.split(""))).toBe(streamed([SAMPLE]));
  });

  it("gives the output of the whole for any chunking of any text", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...SAMPLE.split(" ")),
        fc.constantFrom(
          "\n",
          "a@b.co",
          "soy",
          "Juan",
          "de",
          "la",
          "55 1234 5678",
          "calle",
          "12",
          "4111111111111111",
          "x".repeat(140),
          "😀",
          "\ud800",
          "-",
          "12-".repeat(60),
          "@".repeat(5),
        ),
        fc.string({ maxLength: 12 }),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(pieces, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), (words, sizes) => {
        const text = words.join(" ");
        const chunks: string[] = [];
        for (let at = 0, k = 0; at < text.length; k++) {
          chunks.push(text.slice(at, at + sizes[k % sizes.length]!));
          at += sizes[k % sizes.length]!;
        }
        expect(streamed(chunks)).toBe(streamed([text]));
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it("finds what the scan of the whole text finds", () => {
    const findings: string[] = [];
    const text = SAMPLE.replace(/eyJ\S+/, "");
    const stream = engine.stream({
      onFinding: ({ category, start, end }) => findings.push(`${category} ${text.slice(start, end)}`),
    });
    for (const char of text) stream.push(char);
    stream.end();
    const whole = engine
      .anonymise([text])
      .findings[0]!.map(({ category, start, end }) => `${category} ${text.slice(start, end)}`);
    expect(findings).toEqual(whole);
  });

  it("holds back 24 characters or fewer half of the time, and never much more than 128", () => {
    const stream = engine.stream();
    const held: number[] = [];
    for (const char of SAMPLE.repeat(3)) {
      stream.push(char);
      held.push(stream.held);
    }
    held.sort((a, b) => a - b);
    expect(Math.max(...held)).toBeLessThanOrEqual(130);
  });

  it("holds back 24 characters or fewer half of the time in ordinary text", () => {
    const stream = engine.stream();
    const held: number[] = [];
    const prose =
      "Con mucho gusto le ayudo. Para revisar el estado del pedido necesito que entre a la página y abra la sección que dice compras recientes, donde aparece cada envío con su estado actual y los pasos que siguen. Si algo no coincide, me avisa y lo corregimos juntos. ";
    for (const char of prose.repeat(4)) {
      stream.push(char);
      held.push(stream.held);
    }
    held.sort((a, b) => a - b);
    expect(held[held.length >> 1]).toBeLessThanOrEqual(24);
  });

  /** One row of a table of people, without a space. */
  const row = fc
    .record({
      id: fc.nat(9999),
      sku: fc.constantFrom("AX-100", "a", "reparto", "xyz-abc-def-ghi"),
      mail: fc.constantFrom("ana.torres@correo.mx", "user134@correo.mx", "jo@b.co"),
      phone: fc.constantFrom("+525587654321", "+34600123456"),
      card: fc.constantFrom("4539148803436467", "4111111111111111"),
    })
    .map(({ card, id, mail, phone, sku }) => ({ id, sku, mail, phone, card, status: "paid" }));
  const PERSONAL = /@|5587654321|600123456|45391488|41111111/;

  it("keeps JSON without spaces whole, and no part of a value in it", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.nat(140), (rows, padding) => {
        const text = JSON.stringify({ note: "x".repeat(padding), rows });
        const out = streamed(text.match(/.{1,7}/g)!);
        expect(out).not.toMatch(PERSONAL);
        const { rows: masked } = JSON.parse(out) as { rows: typeof rows };
        expect(masked.map(({ id, sku, status }) => [id, sku, status])).toEqual(
          rows.map(({ id, sku, status }) => [id, sku, status]),
        );
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  it.each([";", "|", "\t", "<"])("keeps cells without spaces whole, parted by %j", (sign) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), fc.nat(140), (rows, padding) => {
        const text = rows.map((cells) => ["a", "x".repeat(padding), ...Object.values(cells)].join(sign)).join(sign);
        const out = streamed(text.match(/.{1,7}/gs)!);
        expect(out).not.toMatch(PERSONAL);
        expect(out.split(sign).filter((cell) => cell === "paid")).toHaveLength(rows.length);
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it("masks a value longer than the hold-back through to its end", () => {
    const key = `-----BEGIN PRIVATE KEY-----\n${"MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ\n".repeat(20)}-----END PRIVATE KEY-----`;
    const out = streamed(`la llave: ${key} fin`.split(""));
    expect(out).not.toContain("MIIEvQ");
    expect(out).toContain("[API_KEY]");
    const token = `eyJ${"hbGciOiJIUzI1NiJ9".repeat(30)}.${"eyJzdWIiOiIx".repeat(30)}.abc`;
    expect(streamed(`token ${token} listo`.split(""))).not.toContain("eyJ");
  });

  it("releases a long run that is no value without waiting for its end", () => {
    const stream = engine.stream();
    const out = stream.push("x".repeat(1000));
    expect(out.length).toBeGreaterThan(800);
    expect(out + stream.end()).toBe("x".repeat(1000));
  });

  it("gives what the scan of the whole gives of text without blanks, and cuts nothing off", () => {
    const row = fc.record({
      id: fc.nat(999),
      note: fc.string({ unit: fc.constantFrom("x", "y"), maxLength: 60 }),
      email: fc.nat(999).map((n) => `user${n}.lopez@correo.mx`),
      phone: fc.nat(9999).map((n) => `+52 55 8765 ${String(n).padStart(4, "0")}`),
      card: fc.constant("4539148803436467"),
    });
    const writings: ((rows: Record<string, string | number>[]) => string)[] = [
      (rows) => JSON.stringify(rows),
      (rows) => JSON.stringify({ text: JSON.stringify(rows) }),
      (rows) => JSON.stringify(rows).replaceAll('":', '": ').replaceAll(',"', ', "'),
      (rows) => rows.map((each) => Object.values(each).join(";")).join("\n"),
      (rows) => rows.map((each) => Object.values(each).join("|")).join("||"),
      (rows) => `<table>${rows.map((each) => `<tr><td>${Object.values(each).join("</td><td>")}</td></tr>`).join("")}`,
    ];
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom(...writings), (rows, write) => {
        const text = write(rows);
        const [whole] = engine.anonymise([text], { policy: "gateway" }).texts;
        const stream = engine.stream({ policy: "gateway" });
        expect(stream.push(text) + stream.end()).toBe(whole);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it("reads a link to its end before it lets anything of it go", () => {
    const link = `https://tienda.mx/${"temporada/otono/".repeat(12)}`;
    const read = (text: string, size: number) => {
      const stream = engine.stream({ policy: "gateway" });
      let out = "";
      for (let at = 0; at < text.length; at += size) out += stream.push(text.slice(at, at + size));
      return out + stream.end();
    };
    for (const size of [1, 50, 1000]) {
      expect(read(`Vea ${link} aqui`, size)).toBe(`Vea ${link} aqui`);
      expect(read(`Vea ${link}?session=8f3a9c0d77b1e2f4 aqui`, size)).toBe("Vea [URL] aqui");
      expect(read(`Vea ${link}?session=8f3a9c0d77b1e2f4`, size)).toBe("Vea [URL]");
    }
  });

  it("takes time that grows with the text where there is no border", () => {
    for (const unit of [" ", "{", "a,", `":`, "://", "5 "]) {
      const stream = engine.stream({ policy: "gateway" });
      const text = unit.repeat(200_000 / unit.length);
      expect(stream.push(text).length + stream.end().length).toBeGreaterThan(1000);
    }
  });
});
