import { describe, expect, it } from "vitest";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import { DETECTORS } from "../../../workers/core/privacy/detectors/table.ts";
import type { RecognisedSpan } from "../../../workers/core/privacy/types.ts";

const engine = createPrivacyEngine({ recogniser: null });

/** A recogniser that knows a few names, for tests of what the engine does with one. */
function knowing(...names: [string, string, number][]) {
  return createPrivacyEngine({
    recogniser: {
      recognise(text) {
        const spans: RecognisedSpan[] = [];
        for (const [name, category, score] of names) {
          for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
            spans.push({ category, start: at, end: at + name.length, score });
        }
        return spans;
      },
    },
  });
}

function found(text: string, policy: "gate" | "gateway" = "gateway", preceding?: string): string[] {
  return engine
    .scan(text, { policy, preceding })
    .map((finding) => `${finding.category} ${text.slice(finding.start, finding.end)}`);
}

describe("structured detectors", () => {
  const cases: [string, string[]][] = [
    ["escribe a ana.lopez@correo.com o b@c.mx", ["EMAIL ana.lopez@correo.com", "EMAIL b@c.mx"]],
    ["mi correo es juan punto perez arroba gmail punto com", ["EMAIL juan punto perez arroba gmail punto com"]],
    ["write to jane (at) acme dot org", ["EMAIL jane (at) acme dot org"]],
    ["Mi tel +1 555-123-4567 gracias", ["PHONE +1 555-123-4567"]],
    ["llámame al 55 1234 5678 mañana", ["PHONE 55 1234 5678"]],
    ["cel: (55) 1234-5678", ["PHONE (55) 1234-5678"]],
    ["+52 55 1234 5678", ["PHONE +52 55 1234 5678"]],
    [
      "mi cel es cincuenta y cinco, treinta y uno diecisiete, cero nueve cuarenta y seis",
      ["PHONE cincuenta y cinco, treinta y uno diecisiete, cero nueve cuarenta y seis"],
    ],
    ["su tarjeta 4111-1111-1111-1111", ["CREDIT_CARD 4111-1111-1111-1111"]],
    ["Amex 3782 822463 10005", ["CREDIT_CARD 3782 822463 10005"]],
    ["SSN 123-45-6789", ["SSN 123-45-6789"]],
    ["CURP HEGG560427MVZRRL04", ["CURP HEGG560427MVZRRL04"]],
    ["curp hegg560427mvzrrl04", ["CURP hegg560427mvzrrl04"]],
    ["RFC: GODE561231GR8", ["RFC GODE561231GR8"]],
    ["IBAN ES91 2100 0418 4502 0005 1332 de la cuenta", ["IBAN ES91 2100 0418 4502 0005 1332"]],
    ["clabe 032180000118359719", ["BANK_ACCOUNT 032180000118359719"]],
    ["DNI 12345678Z", ["DNI 12345678Z"]],
    ["NIE X1234567L", ["NIE X1234567L"]],
    ["CPF 529.982.247-25", ["CPF 529.982.247-25"]],
    ["CNPJ 11.222.333/0001-81", ["CNPJ 11.222.333/0001-81"]],
    ["RUT 12.345.678-5", ["RUT 12.345.678-5"]],
    ["CUIT 20-12345678-6", ["CUIT 20-12345678-6"]],
    ["NHS number 943 476 5919", ["NHS_NUMBER 943 476 5919"]],
    ["National Insurance QQ 12 34 56 C or AB123456C", ["NINO AB123456C"]],
    ["numéro de sécu 1 84 12 76 451 089 46", ["NIR 1 84 12 76 451 089 46"]],
    [
      "server 192.168.10.45 and fe80::1ff:fe23:4567:890a",
      ["IP_ADDRESS 192.168.10.45", "IP_ADDRESS fe80::1ff:fe23:4567:890a"],
    ],
    ["mac 28:63:36:9a:4f:1c", ["MAC_ADDRESS 28:63:36:9a:4f:1c"]],
    ["key sk-ant-api03-AbCdEfGhIjKlMnOpQrSt", ["API_KEY sk-ant-api03-AbCdEfGhIjKlMnOpQrSt"]],
    ["usuario mrivas7 y el pass Tortuga#2291", ["USERNAME mrivas7", "PASSWORD Tortuga#2291"]],
    ["nació el 3 de julio de 1985", ["DATE_OF_BIRTH 3 de julio de 1985"]],
    ["naci 01-01-1993", ["DATE_OF_BIRTH 01-01-1993"]],
    ["VIN 1HGCM82633A004352", ["VIN 1HGCM82633A004352"]],
    ["pasaporte AB4817203", ["PASSPORT AB4817203"]],
    ["vivo en Calle Gran Vía 28, 3º B, 28013 Madrid", ["ADDRESS Calle Gran Vía 28, 3º B, 28013 Madrid"]],
    [
      "I live at 742 Evergreen Terrace, Springfield, IL 62704",
      ["ADDRESS 742 Evergreen Terrace, Springfield, IL 62704"],
    ],
  ];
  it.each(cases)("finds exactly the personal data of %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  const clean = [
    "El precio es de 48 a 72 mensualidades, modelo 2024, V6 de 3.5 litros",
    "version 1.2.3.4 y 3.2.1.0",
    "la serie 1234 5678 9012 3456",
    "El precio es 123-456-7890",
    "Los ciudadanos dan su opinión a las 10:30 del 50% de los casos",
    "el total son $234,900.00 y 48,210 km",
    "art. 518 LFT, ley 23.789",
    "unlock the car with 3 clicks",
    "see section 2.1.1.3 of the manual",
  ];
  it.each(clean)("leaves %j alone at the gateway", (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ["ID: 4111111111111111", "CREDIT_CARD 4111111111111111"],
    ["codigo GODE561231GR8", "RFC GODE561231GR8"],
    ["Folio #HEGG560427MVZRRL04", "CURP HEGG560427MVZRRL04"],
    ["referencia: a@b.com", "EMAIL a@b.com"],
  ])("finds a checksum-valid identifier behind the prefix of %j", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it("take four small numbers for an address unless a version is spoken of", () => {
    const categories = (text: string): string[] =>
      engine.scan(text, { policy: "gateway" }).map((each) => each.category);
    expect(categories("my ip is 8.8.4.4")).toEqual(["IP_ADDRESS"]);
    expect(categories("ping 1.1.1.1 fails")).toEqual(["IP_ADDRESS"]);
    expect(categories("firmware 2.4.1.8 is out")).toEqual([]);
  });

  it("takes the question of the turn before as context of the answer", () => {
    expect(found("00471829/03")).toEqual([]);
    expect(found("00471829/03", "gateway", "¿Me da su número de póliza?")).toEqual(["POLICY_NUMBER 00471829/03"]);
  });

  it("finds values behind escapes of JSON, each by itself", () => {
    expect(found(String.raw`{"t":"x\n+525548912736\nCURP:\tHEGG560427MVZRRL04\r4111 1111 1111 1111"}`)).toEqual([
      "PHONE +525548912736",
      "CURP HEGG560427MVZRRL04",
      "CREDIT_CARD 4111 1111 1111 1111",
    ]);
    expect(found(String.raw`a\\nmac@correo.mx\\nb`)).toEqual(["EMAIL mac@correo.mx"]);
  });

  it("finds a telephone number that begins inside an address whole", () => {
    for (const number of ["+1 415 555 2671", "%2B1%20415%20555%202671"]) {
      const text = `https://x.org/?tel=${number}`;
      const [url, phone, ...rest] = engine.scan(text, { policy: "gateway" });
      expect(rest).toEqual([]);
      expect([url!.category, phone!.category]).toEqual(["URL", "PHONE"]);
      expect(text.slice(phone!.start, phone!.end)).toBe(number);
    }
  });

  it("takes ids in small letters, bar codes and prices for no chassis, card or plate", () => {
    for (const text of ["instance i-09d4a30eaa6063750", "código de barras 4222222222222", "IVA 160", "USD 250"])
      expect(found(text, "gate").filter((value) => /^(?:VIN|CREDIT_CARD|LICENSE_PLATE)/.test(value))).toEqual([]);
    expect(found("VIN 1hgcm82633a004352")).toEqual(["VIN 1hgcm82633a004352"]);
    expect(found("1HGCM82633A004352")).toEqual(["VIN 1HGCM82633A004352"]);
    expect(found("mi tarjeta 4222222222222")).toEqual(["CREDIT_CARD 4222222222222"]);
  });

  it("drops names that are labels of the value behind them, unless they announce other values only", () => {
    const named = knowing(["ABA", "PERSON", 0.9], ["U.T.", "PERSON", 0.9], ["Ada", "PERSON", 0.9]);
    const categories = (text: string) => named.scan(text, { policy: "gateway" }).map(({ category }) => category);
    expect(categories("ABA: 026009593")).toEqual(["BANK_ACCOUNT"]);
    expect(categories("R.U.T.: 9029347-8")).toEqual(["RUT"]);
    // "ada" announces a wallet.
    expect(categories("Ada: 55 4821 9034")).toEqual(["PERSON", "PHONE"]);
    expect(categories("ABA llamó ayer")).toEqual(["PERSON"]);
  });

  it("takes no piece of a code for a name, and a name beside one", () => {
    const names = knowing(
      ["ba567117", "LOCATION", 0.9],
      ["6d70424c", "LOCATION", 0.9],
      ["abe", "PERSON", 0.9],
      ["Ana", "PERSON", 0.9],
    );
    const categories = (text: string): string[] => names.scan(text, { policy: "gateway" }).map((each) => each.category);
    expect(categories("commit 6d70424c42ba56711791abe4f8 done")).toEqual([]);
    expect(categories("6d70424c")).toEqual([]);
    expect(categories("Ana 6d70424c, Ana2")).toEqual(["PERSON", "PERSON"]);
  });

  it.each([
    ["zero-width characters", "ju\u200ban@cor\u200breo.com", "EMAIL"],
    ["full-width digits", "tarjeta ４１１１１１１１１１１１１１１１", "CREDIT_CARD"],
    ["homoglyphs", "juаn@cоrreo.com", "EMAIL"],
    ["HTML entities", "juan&#64;correo&period;com", "EMAIL"],
    ["percent escapes", "juan%40correo.com", "EMAIL"],
    ["a space that is escaped in an address", "https://x.org/u?name=Macarena%20Iturriaga&x=%20b", "URL"],
    ["mathematical digits", "tarjeta 𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏", "CREDIT_CARD"],
  ])("sees through %s and covers the original characters", (_, text, category) => {
    const [finding, ...rest] = engine.scan(text, { policy: "gateway" });
    expect(rest).toEqual([]);
    expect(finding!.category).toBe(category);
    expect(finding!.end).toBe(text.length);
  });
});

describe("bypass words and thresholds", () => {
  it("leaves a bypassed text alone, but not a checksum-valid identifier", () => {
    const text = "pasaporte AB4817203, tarjeta 4111111111111111";
    const findings = engine.scan(text, { bypassWords: ["ab4817203", "4111111111111111"] });
    expect(findings.map((finding) => finding.category)).toEqual(["CREDIT_CARD"]);
    const bypassWords = ["soporte@acme-seguros.com", "+52 55 4891 2736", "ES9121000418450200051332"];
    const published = "Soporte@acme-seguros.com, +52 55 4891 2736, ES9121000418450200051332, ana@acme-seguros.com";
    const rest = engine.scan(published, { bypassWords });
    expect(rest.map(({ start, end }) => published.slice(start, end))).toEqual([
      "ES9121000418450200051332",
      "ana@acme-seguros.com",
    ]);
  });

  it.each([
    ["soporte@acme.com", "Escriba a soporte@acme.com"],
    ["https://acme.com/u/123?id=4", "Vea https://acme.com/u/123?id=4"],
    ["+52 55 1234 5678", "tel +52 55 1234 5678"],
    ["55 1234 5678", "tel 55 1234 5678"],
  ])("lets %s through, and nothing inside of it comes up in its place", (word, text) => {
    for (const policy of ["gate", "gateway"] as const) {
      expect(engine.scan(text, { policy })).not.toEqual([]);
      expect(engine.scan(text, { policy, bypassWords: [word.toUpperCase()] })).toEqual([]);
    }
  });

  it("drops what is below the threshold and keeps validated identifiers", () => {
    const text = "pasaporte AB4817203, tarjeta 4111111111111111";
    expect(engine.scan(text, { threshold: 0.995 }).map((finding) => finding.category)).toEqual(["CREDIT_CARD"]);
  });
});

describe("policies", () => {
  it("does not take a lone country for personal at the gateway, but does at the gate", () => {
    const withPlaces = knowing(["España", "LOCATION", 0.95]);
    expect(withPlaces.scan("Vivimos en España", { policy: "gateway" })).toEqual([]);
    expect(withPlaces.scan("Vivimos en España", { policy: "gate" })).toHaveLength(1);
    expect(withPlaces.scan("a@b.com de España", { policy: "gateway" })).toHaveLength(2);
  });

  it("uses special categories only when a policy names them", () => {
    const text = "mi hermano fue diagnosticado con diabetes";
    expect(engine.scan(text)).toEqual([]);
    const policy = { name: "gdpr", threshold: 0.3, categories: {}, alone: {}, linkWindow: 0, countriesAlone: true };
    expect(engine.scan(text, { policy }).map((finding) => finding.category)).toEqual(["HEALTH_CONDITION"]);
  });
});

describe("anonymisation", () => {
  it("rebuilds the text without harming what stands beside a value", () => {
    expect(engine.anonymise(["Mi tel +1 555-123-4567 gracias", "+52 555 123 4567 y a@b.co"]).texts).toEqual([
      "Mi tel [PHONE] gracias",
      "[PHONE] y [EMAIL]",
    ]);
  });

  it("treats ways of writing one name as one entity, and finds it in every turn", () => {
    const withNames = knowing(["Juan Pérez", "PERSON", 0.95]);
    const result = withNames.anonymise(["Habla Juan Pérez", "gracias juan", "Sr. PÉREZ, diga", "jUan perez dijo"], {
      method: "numbered",
    });
    expect(result.texts).toEqual(["Habla [PERSON_1]", "gracias [PERSON_1]", "Sr. [PERSON_1], diga", "[PERSON_1] dijo"]);
    expect(result.counts).toEqual({ PERSON: 4 });
  });

  it("does not take an ambiguous word for a remembered surname unless it is written as a name", () => {
    const withNames = knowing(["Mercedes León", "PERSON", 0.95]);
    const result = withNames.anonymise(["Soy Mercedes León", "el mercedes clase A y un leon", "dice Mercedes que sí"]);
    expect(result.texts).toEqual(["Soy [PERSON]", "el mercedes clase A y un leon", "dice [PERSON] que sí"]);
  });

  it("masks known names wherever they occur", () => {
    const result = engine.anonymise(["hola ximena, soy Barrientos"], { names: ["Ximena Barrientos"] });
    expect(result.texts).toEqual(["hola [PERSON], soy [PERSON]"]);
  });

  it("finds an identifier again in another notation and without its label", () => {
    const result = engine.anonymise(["la póliza es GMM-4471-208835", "sí, GMM4471208835, esa"]);
    expect(result.texts).toEqual(["la póliza es [POLICY_NUMBER]", "sí, [POLICY_NUMBER], esa"]);
  });

  it("gives a spoken and a written address of e-mail the same number", () => {
    const result = engine.anonymise(["chuy.o63 arroba hotmail punto com", "a chuy.o63@hotmail.com"], {
      method: "numbered",
    });
    expect(result.texts).toEqual(["[EMAIL_1]", "a [EMAIL_1]"]);
  });

  it("writes keyed digests that depend on the key alone", () => {
    const key = new Uint8Array(16).fill(7);
    const once = engine.anonymise(["a@b.com"], { method: "hash", key }).texts[0];
    expect(engine.anonymise(["escribe a A@B.com"], { method: "hash", key }).texts[0]).toBe(`escribe a ${once}`);
    expect(engine.anonymise(["a@b.com"], { method: "hash", key: new Uint8Array(16) }).texts[0]).not.toBe(once);
  });

  it("returns the mapping of the vault, which restores the text", () => {
    const text = "Escribe a ana@correo.com o al 55 1234 5678";
    const { texts, vault } = engine.anonymise([text], { method: "vault", key: new Uint8Array(16).fill(1) });
    expect(texts[0]).not.toContain("ana@");
    expect(vault.reduce((rest, { token, value }) => rest.replaceAll(token, value), texts[0]!)).toBe(text);
  });

  it("masks letters and digits only", () => {
    expect(engine.anonymise(["a1@b.co"], { method: "mask" }).texts).toEqual(["**@*.**"]);
  });

  it("writes pseudonyms of the same kind, the same for each mention, and reports them", () => {
    const withNames = knowing(["María Gómez", "PERSON", 0.95]);
    const result = withNames.anonymise(
      ["Soy María Gómez, 55 1234 5678, iban ES91 2100 0418 4502 0005 1332", "gracias maría", "SRA. GÓMEZ"],
      { method: "pseudonym", key: new Uint8Array(16).fill(3) },
    );
    const [given, family] = /Soy (\p{L}+) (\p{L}+),/u.exec(result.texts[0]!)!.slice(1) as [string, string];
    expect(result.texts[1]).toBe(`gracias ${given.toLowerCase()}`);
    expect(result.texts[2]).toBe(`SRA. ${family.toUpperCase()}`);
    expect(result.texts[0]).not.toMatch(/María|Gómez|1234|2100/);
    expect(engine.scan(result.texts[0]!).map((finding) => finding.category)).toContain("IBAN");
    expect(result.surrogates.length).toBeGreaterThan(3);
  });
});

describe("the detector table", () => {
  it("has unique names, and no row that can never be found", () => {
    expect(new Set(DETECTORS.map((row) => row.name)).size).toBe(DETECTORS.length);
    for (const row of DETECTORS) {
      expect(Math.max(...row.scores), row.name).toBeGreaterThan(0);
      if (row.trigger === "word") expect(row.words?.length, row.name).toBeGreaterThan(0);
      if (row.match instanceof RegExp) expect(row.match.sticky, row.name).toBe(true);
    }
  });

  it("keeps nothing of one text for the next", () => {
    const text = "mi cel es 55 1234 5678 y mi correo a@b.co";
    const first = engine.scan(text);
    engine.scan("póliza");
    expect(engine.scan(text)).toEqual(first);
    expect(engine.scan("00471829/03", { policy: "gateway" })).toEqual([]);
  });
});
