import { describe, expect, it } from "vitest";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import { fromPresidio, toPresidio } from "../../../workers/core/privacy/presidio.ts";
import { isReserved } from "../../../workers/core/privacy/reserved.ts";

describe("reserved values", () => {
  it.each([
    ["EMAIL", "ana@example.com"],
    ["EMAIL", "ana arroba correo punto test"],
    ["EMAIL", "a@sub.invalid"],
    ["URL", "https://www.example.org/x"],
    ["PHONE", "+1 202-555-0143"],
    ["CREDIT_CARD", "4111 1111 1111 1111"],
    ["SSN", "666-12-3456"],
    ["SSN", "912-12-3456"],
    ["IP_ADDRESS", "203.0.113.9"],
    ["IP_ADDRESS", "2001:db8::1"],
  ])("allows %s %s", (category, value) => {
    expect(isReserved(category, value)).toBe(true);
  });

  it.each([
    ["EMAIL", "ana@example.com.mx"],
    ["EMAIL", "ana@notexample.com"],
    ["PHONE", "55 1234 5678"],
    ["CREDIT_CARD", "5500 0000 0000 0004"],
    ["SSN", "123-45-6789"],
    ["IP_ADDRESS", "192.168.1.1"],
    ["PHONE", "605 550 158"],
    ["PHONE", "+34 605 550 158"],
    ["PHONE", "602 5550159"],
    ["BANK_ACCOUNT", "000123456789"],
    ["DEVICE_ID", "0004512378"],
    ["constructor", "x"],
    ["PERSON", "Juan"],
  ])("does not allow %s %s", (category, value) => {
    expect(isReserved(category, value)).toBe(false);
  });

  it("allows every structured surrogate that the engine writes", () => {
    const engine = createPrivacyEngine({ recogniser: null });
    const text =
      "ana@correo.com, tel 55 1234 5678, +34 611 480 372, tarjeta 4152 3138 7462 9053, iban ES91 2100 0418 4502 0005 1332, DNI 12345678Z, NIE X1234567L, CPF 529.982.247-25, CUIT 20-12345678-6, CURP HEGG560427MVZRRL04, RFC GODE561231GR8, SSN 123-45-6789, ip 192.168.10.45, mac 28:63:36:9a:4f:1c";
    for (let k = 0; k < 40; k++) {
      const { texts, counts } = engine.anonymise([text], { method: "pseudonym", key: new Uint8Array(16).fill(k) });
      const after = engine.scan(texts[0]!);
      expect(Object.keys(counts)).toHaveLength(13);
      for (const { category, start, end } of after)
        expect(
          `${category} ${isReserved(category, texts[0]!.slice(start, end))} ${texts[0]!.slice(start, end)}`,
        ).toContain(" true ");
    }
  });
});

describe("surrogates", () => {
  const engine = createPrivacyEngine({ recogniser: null });
  it.each([
    ["BANK_ACCOUNT", "clabe 032180000118359719"],
    ["BANK_ACCOUNT", "CBU 2850590940090418135201"],
    ["RUT", "rut 12.345.678-5"],
    ["NSS", "NSS 12345678903"],
    ["NIR", "numéro de sécu 2 55 08 14 168 025 38"],
    ["MEDICAL_LICENSE", "NPI 1234567893"],
    ["NHS_NUMBER", "NHS number 943 476 5919"],
    ["VIN", "VIN 1M8GDM9AXKP042788"],
  ])("of %s keep their check digit, the shape and a range that nobody has: %s", (category, text) => {
    for (let k = 0; k < 20; k++) {
      const { texts } = engine.anonymise([text], { method: "pseudonym", key: new Uint8Array(16).fill(k) });
      const written = texts[0]!;
      expect(written).not.toBe(text);
      expect(written.replace(/[0-9A-Z]/gi, "0")).toBe(text.replace(/[0-9A-Z]/gi, "0"));
      const finding = engine.scan(written).find((each) => each.category === category);
      expect(finding?.validated, written).toBe(true);
      expect(isReserved(category, written.slice(finding!.start, finding!.end)), written).toBe(true);
    }
  });

  it.each([
    ["ITIN", "ITIN 912-71-4321"],
    ["EIN", "EIN 12-3456789"],
    ["INE", "clave de elector GMVLMR80070501M100"],
    ["SWIFT", "SWIFT BBVAESMMXXX"],
    ["CRYPTO", "wallet 0x52908400098527886E0F7030069857D2E4169EE7"],
    ["COORDINATES", "estoy en 19.432608, -99.133209"],
  ])("of %s keep the shape and belong to nobody: %s", (category, text) => {
    const { texts } = engine.anonymise([text], { method: "pseudonym", key: new Uint8Array(16).fill(3) });
    const finding = engine.scan(texts[0]!).find((each) => each.category === category)!;
    expect(isReserved(category, texts[0]!.slice(finding.start, finding.end)), texts[0]!).toBe(true);
  });

  it("leave the words of an age and the extension of a telephone in their place", () => {
    const { texts } = engine.anonymise(["mi abuela tiene 94 años", "tel 202-555-7712 ext. 45"], {
      method: "pseudonym",
      key: new Uint8Array(16).fill(3),
    });
    expect(texts[0]).toMatch(/^mi abuela tiene (?:9\d|10\d) años$/);
    expect(texts[1]).toMatch(/^tel \d{3}-555-01\d\d ext\. \d\d$/);
  });
});

describe("surrogates of telephones", () => {
  const engine = createPrivacyEngine({ recogniser: null });
  const pseudonym = (phone: string, k = 3) => {
    const { texts } = engine.anonymise([`Mi teléfono es ${phone}`], {
      method: "pseudonym",
      key: new Uint8Array(16).fill(k),
    });
    return texts[0]!.slice("Mi teléfono es ".length);
  };

  it.each([
    ["655 12 09 87", /^000 \d\d \d\d \d\d$/],
    ["+34 655 12 09 87", /^\+34 000 \d\d \d\d \d\d$/],
    ["+56 9 8765 4321", /^\+56 0 00\d\d \d{4}$/],
    ["06 12 34 56 78", /^06 39 98 \d\d \d\d$/],
    ["+33 1 42 68 53 00", /^\+33 1 99 00 \d\d \d\d$/],
    ["07911 123456", /^07700 900\d{3}$/],
    ["+44 7911 123456", /^\+44 7700 900\d{3}$/],
    ["(212) 867-5309", /^\(20\d\) 555-01\d\d$/],
    ["+1 212 867 5309", /^\+1 20\d 555 01\d\d$/],
    ["55 1234 5678", /^00 0\d{3} \d{4}$/],
  ])("of %s belong to nobody in its own country and keep its form", (phone, shape) => {
    for (let k = 0; k < 20; k++) {
      expect(pseudonym(phone, k)).toMatch(shape);
      expect(isReserved("PHONE", pseudonym(phone, k))).toBe(true);
    }
  });
});

describe("surrogates of one document", () => {
  const engine = createPrivacyEngine({ recogniser: null });
  const key = new Uint8Array(16).fill(5);

  it("differ where the values differ, and are the same for the same value", () => {
    const cards = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `tarjeta 4152 3138 7462 905${digit}`);
    const phones = Array.from({ length: 60 }, (_, i) => `tel (212) 867-53${i + 10}`);
    for (const lines of [cards, phones, ["CURP HEGG560427MVZRRL04", "CURP GOMC900512HDFRRL09", "RFC GODE561231GR8"]]) {
      const { findings, texts } = engine.anonymise([...lines, ...lines], { method: "pseudonym", key });
      const written = texts.filter((_, index) => findings[index]!.length > 0);
      expect(written.length).toBeGreaterThan(1);
      expect(new Set(written).size).toBe(written.length / 2);
    }
  });
});

describe("pseudonyms without a language", () => {
  it("are in the language of the text", () => {
    const engine = createPrivacyEngine({ recogniser: null });
    const of = (text: string) => engine.anonymise([text], { method: "pseudonym", key: new Uint8Array(16) }).texts[0];
    expect(of("My address is 742 Maple Street, please send it to me")).toMatch(/(?:Street|Avenue|Road|Lane) \d/);
    expect(of("Mi dirección es Calle Mayor 14, por favor envíelo a mi casa")).toMatch(/(?:Calle|Avenida|Paseo) /);
  });
});

describe("Presidio's names", () => {
  it("map both ways, and unknown names stay", () => {
    expect(toPresidio("EMAIL")).toBe("EMAIL_ADDRESS");
    expect(fromPresidio("US_SSN")).toBe("SSN");
    expect(fromPresidio("__proto__")).toBe("__proto__");
    expect(toPresidio("CURP")).toBe("CURP");
    for (const category of ["EMAIL", "PHONE", "PERSON", "LOCATION", "DATE", "IBAN", "CREDIT_CARD"])
      expect(fromPresidio(toPresidio(category))).toBe(category);
  });
});
