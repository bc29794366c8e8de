import { foldText } from "./characters.ts";
import * as checksums from "./checksums.ts";
import { placeholder } from "./placeholders.ts";
import type { SipHash } from "./siphash.ts";
import { sipNumber } from "./siphash.ts";
import { fictionalPhone } from "./surrogate-phones.ts";
import { FEMALE_GIVEN, MALE_GIVEN, NAME_POOLS, TEST_CARDS } from "./surrogate-values.ts";
import type { NamePool } from "./surrogate-values.ts";

/** Chooses surrogates: the same entity has the same one in every document of one key. */
export interface Pseudonyms {
  surrogate(category: string, value: string, entityId: string): string;
}

/** A keyed source of choices for one entity. */
interface Draw {
  value: string;
  pool: NamePool;
  /** How many surrogates were refused before, because another entity of the document has them. */
  attempt: number;
  /** A number in [0, below), different per `what` and attempt. */
  number(what: string, below: number): number;
}

/** Writes `digits` into the places of the digits of `shape`; what is left over goes to the end. */
function intoShape(shape: string, digits: string): string {
  let at = 0;
  const out = shape.replace(/\d/g, () => digits[at++] ?? "0");
  return at < digits.length ? out + digits.slice(at) : out;
}

/** The letters and digits of `source` in the places, and the case, of those of `shape`. */
function intoWordShape(shape: string, source: string): string {
  let at = 0;
  return shape.replace(/[0-9A-Za-zÑñ&]/g, (char) => {
    const next = source[at++] ?? "0";
    return char === char.toLowerCase() && char !== char.toUpperCase() ? next.toLowerCase() : next;
  });
}

/** As the first value was cased: all capitals, all small, or as the surrogate is. */
function inCaseOf(sample: string, text: string): string {
  if (sample === sample.toLowerCase()) return text.toLowerCase();
  return sample.length > 1 && sample === sample.toUpperCase() ? text.toUpperCase() : text;
}

/** How a checked identifier is built: letters and digits in all, what it begins with, and the endings to try. */
interface Scheme {
  length: number;
  /** Leading characters that stay (a prefix of the kind). */
  keep?: number;
  /** Leading characters that are written in their place. */
  prefix?: string;
  tail: readonly string[];
  check: (value: string) => boolean;
}

/**
 * Identifiers with a check digit, by length: behind the kept or written prefix stand zeros, which nobody was issued,
 * then four drawn digits, and an ending searched until the check holds.
 */
const CHECKED: Readonly<Record<string, readonly Scheme[]>> = {
  DNI: [
    { length: 9, tail: [..."TRWAGMYFPDXBNJZSQVHLCKE"], check: checksums.dni },
    { length: 8, tail: oneDigit(), check: () => true },
    { length: 7, tail: oneDigit(), check: () => true },
  ],
  NIE: [{ length: 9, keep: 1, tail: [..."TRWAGMYFPDXBNJZSQVHLCKE"], check: checksums.dni }],
  CIF: [{ length: 9, keep: 1, tail: [..."0123456789ABCDEFGHIJ"], check: checksums.cif }],
  NIF: [{ length: 9, tail: oneDigit(), check: checksums.portugueseNif }],
  CPF: [{ length: 11, tail: twoDigits(), check: checksums.cpf }],
  CNPJ: [{ length: 14, tail: twoDigits(), check: checksums.cnpj }],
  CUIT: [{ length: 11, keep: 2, tail: oneDigit(), check: checksums.cuit }],
  RUT: [8, 9].map((length) => ({ length, tail: [...oneDigit(), "K"], check: checksums.rut })),
  CEDULA: [7, 8, 9, 10].map((length) => ({ length, tail: oneDigit(), check: () => true })),
  NSS: [
    { length: 11, tail: oneDigit(), check: checksums.nss },
    { length: 12, prefix: "01", tail: twoDigits(), check: checksums.spanishSocialSecurity },
  ],
  NIT: [9, 10].map((length) => ({ length, tail: oneDigit(), check: checksums.nit })),
  RUC: [{ length: 11, keep: 2, tail: oneDigit(), check: checksums.ruc }],
  NIR: [{ length: 15, prefix: "10099", tail: twoDigits(), check: checksums.nir }],
  NHS_NUMBER: [{ length: 10, tail: oneDigit(), check: checksums.nhs }],
  MEDICAL_LICENSE: [{ length: 10, prefix: "1", tail: oneDigit(), check: checksums.npi }],
  BANK_ACCOUNT: [
    { length: 9, tail: oneDigit(), check: checksums.abaRouting },
    { length: 18, tail: oneDigit(), check: checksums.clabe },
    { length: 20, tail: twoDigits(), check: () => true },
    { length: 22, tail: oneDigit(), check: checksums.cbu },
  ],
  DEVICE_ID: [{ length: 15, tail: oneDigit(), check: checksums.imei }],
};

function oneDigit(): string[] {
  return Array.from({ length: 10 }, (_, i) => String(i));
}

function twoDigits(): string[] {
  return Array.from({ length: 100 }, (_, i) => String(i).padStart(2, "0"));
}

/** Null when the value has another length than the schemes, or no ending fits. */
function checkedSurrogate(category: string, draw: Draw): string | null {
  const plain = checksums.compact(draw.value);
  const schemes = Object.hasOwn(CHECKED, category) ? CHECKED[category]! : [];
  const scheme = schemes.find(({ length }) => length === plain.length);
  if (scheme === undefined) return null;
  const { check, keep = 0, length, tail } = scheme;
  const head = scheme.prefix ?? plain.slice(0, keep);
  const room = length - head.length - tail[0]!.length;
  for (let round = 0; round < 20; round++) {
    const middle = String(1000 + draw.number(`digits${round}`, 9000)).slice(0, Math.max(1, room - 3));
    const body = head + middle.padStart(room, "0");
    const ending = tail.find((candidate) => check(body + candidate));
    if (ending !== undefined) return intoWordShape(draw.value, body + ending);
  }
  return null;
}

/** mod-97 check digits over a bank part of zeros, which no bank has. */
function ibanSurrogate({ value, number }: Draw): string {
  const plain = checksums.compact(value);
  const account = String(number("iban", 10_000)).padStart(plain.length - 4, "0");
  for (let check = 2; check < 99; check++) {
    const candidate = plain.slice(0, 2) + String(check).padStart(2, "0") + account;
    if (checksums.iban(candidate)) return intoWordShape(value, candidate);
  }
  return placeholder("IBAN");
}

/** A documented test card of the issuer; of Visa, and where those are given out, one of the test range 400000. */
function cardSurrogate({ value, number, attempt }: Draw): string {
  const digits = checksums.digitsOf(value);
  if (digits.length < 12) return intoShape(value, String(number("last", 10_000)).padStart(digits.length, "0"));
  const candidates = TEST_CARDS.filter((card) => card.length === digits.length);
  const own = candidates.filter((candidate) => candidate[0] === digits[0]);
  if (digits.length === 16 && (digits[0] === "4" || attempt > own.length)) {
    const body = `400000${String(number("card", 1_000_000_000)).padStart(9, "0")}`;
    return intoShape(value, body + oneDigit().find((digit) => checksums.luhn(body + digit))!);
  }
  const some = own.length > 0 ? own : candidates.length > 0 ? candidates : TEST_CARDS;
  return intoShape(value, some[number("card", some.length)]!);
}

/** The code stays in its place; an extension is drawn apart. */
function phoneSurrogate(draw: Draw): string {
  const { value, number } = draw;
  const extension = /\d[^\d\p{L}]{0,3}\p{L}/u.exec(value);
  if (extension !== null) {
    const main = value.slice(0, extension.index + 1);
    return phoneSurrogate({ ...draw, value: main }) + scramble({ ...draw, value: value.slice(main.length) }, /\d/g);
  }
  const digits = checksums.digitsOf(value);
  if (digits.length === 0) return placeholder("PHONE");
  if (digits.length < 7)
    return intoShape(value, String(number("short", 10_000)).padStart(digits.length, "0").slice(-digits.length));
  return intoShape(value, fictionalPhone(value, number));
}

const CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";

/** The generic code of those who have none, which begins so, told apart by what follows and with its check digit. */
function genericCode(
  head: string,
  body: number,
  alphabet: string,
  check: (code: string) => boolean,
  draw: Draw,
): string {
  for (let round = 0; round < 20; round++) {
    let code = head;
    for (let at = 0; at < body; at++) code += alphabet[draw.number(`code${round}.${at}`, alphabet.length)]!;
    const digit = [...oneDigit(), "A"].find((each) => check(code + each));
    if (digit !== undefined) return inCaseOf(draw.value, intoWordShape(draw.value, code + digit));
  }
  return placeholder("ID_NUMBER");
}

function emailSurrogate({ pool, number }: Draw): string {
  const given = foldText(pool.female[number("given", pool.female.length)]!);
  const family = foldText(pool.family[number("family", pool.family.length)]!);
  return `${given}.${family}${number("suffix", 90) + 10}@example.com`;
}

/** Days move by a fixed number of the key; the way of writing stays. Words for days stay as they are in kind. */
function dateSurrogate({ value, number }: Draw): string {
  const day = number("day", 28) + 1;
  const month = number("month", 12) + 1;
  const year = (written: string): string =>
    written.length === 4 ? String(Number(written) + (number("year", 2) === 0 ? -1 : 1)) : written;
  const pad = (text: string, part: number): string =>
    text.length === 2 ? String(part).padStart(2, "0") : String(part);
  if (/^\d{4}[-/.]\d/.test(value))
    return value.replace(
      /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})/,
      (_, y: string, mark: string, m: string, d: string) => `${year(y)}${mark}${pad(m, month)}${mark}${pad(d, day)}`,
    );
  if (/^\d{1,2}\D{1,3}\d{1,2}\D{1,3}\d{2,4}$/.test(value)) {
    return value.replace(
      /^(\d{1,2})(\D{1,3})(\d{1,2})(\D{1,3})(\d{2,4})$/,
      (_, d: string, a: string, m: string, b: string, y: string) =>
        `${pad(d, day)}${a}${pad(m, Math.min(month, 12))}${b}${year(y)}`,
    );
  }
  if (/\d/.test(value))
    return value.replace(/\d{4}|\d{1,2}/g, (part) => (part.length === 4 ? year(part) : pad(part, day)));
  return placeholder("DATE");
}

/** Letters become letters and digits digits, case and punctuation stay. */
function scramble({ value, number }: Draw, what = /[\p{L}\p{N}]/gu): string {
  let at = 0;
  return value.replace(what, (char) => {
    const drawn = number(`char${at++}`, 26);
    if (/\d/.test(char)) return String(drawn % 10);
    const letter = String.fromCharCode(97 + drawn);
    return char === char.toUpperCase() ? letter.toUpperCase() : letter;
  });
}

/** A check character stands in the middle of it; no maker has a code that begins with 0ZZ. */
function vinSurrogate({ value, number }: Draw): string {
  const last = String(number("vin", 10_000)).padStart(4, "0");
  const checked = [..."0123456789X"].map((digit) => `0ZZZZZZZ${digit}Z00Z${last}`).find((each) => checksums.vin(each));
  return value.length === 17 && checked !== undefined ? inCaseOf(value, checked) : placeholder("VIN");
}

/** Addresses of the right form that no key can belong to: leading zeros, or ones, and no valid checksum. */
function walletSurrogate({ value, number }: Draw): string {
  const isHex = /^0x/i.test(value);
  const alphabet = isHex ? "0123456789abcdef" : "23456789acdefghjkmnpqrstuvwxyz";
  const from = isHex ? 2 : /^(?:bc1|tb1|ltc1)/i.test(value) ? value.indexOf("1") + 1 : 1;
  const filler = from === 1 ? "1" : from === 2 ? "0" : "q";
  return value.replace(/[0-9A-Za-z]/g, (char, at: number) =>
    at < from ? char : at < from + 12 ? filler : alphabet[number(`wallet${at}`, alphabet.length)]!,
  );
}

const SURROGATES: Readonly<Record<string, (draw: Draw) => string>> = {
  EMAIL: emailSurrogate,
  PHONE: phoneSurrogate,
  CREDIT_CARD: cardSurrogate,
  IBAN: ibanSurrogate,
  DATE: dateSurrogate,
  DATE_OF_BIRTH: dateSurrogate,
  // Documented examples and generic numbers of the issuers.
  SSN: ({ value, number }) =>
    intoShape(
      value,
      checksums.digitsOf(value).length === 9
        ? `666${String(number("ssn", 1_000_000)).padStart(6, "0")}`
        : String(number("ssn", 10_000)).padStart(4, "0"),
    ),
  // Neither the serial 0000 nor the prefix 00 is given out, and QQ is the prefix of the authority's own example.
  ITIN: ({ value, number }) =>
    intoShape(value, `9${String(number("itin", 100)).padStart(2, "0")}7${number("group", 9)}0000`),
  EIN: ({ value, number }) => intoShape(value, `00${String(number("ein", 10_000_000)).padStart(7, "0")}`),
  NINO: ({ value, number }) => intoWordShape(value, `QQ${String(number("nino", 1_000_000)).padStart(6, "0")}C`),
  CURP: (draw) => genericCode(`XEXX010101${"HM"[draw.number("sex", 2)]!}NE`, 4, CONSONANTS, checksums.curp, draw),
  RFC: (draw) =>
    genericCode(
      checksums.compact(draw.value).length === 12 ? "XXX010101" : "XAXX010101",
      2,
      CONSONANTS,
      checksums.rfc,
      draw,
    ),
  INE: (draw) =>
    draw.value.length === 18
      ? inCaseOf(draw.value, `XXXXXX00010100H${String(draw.number("ine", 1000)).padStart(3, "0")}`)
      : scramble(draw),
  VIN: vinSurrogate,
  // Test codes of ISO 9362 have a zero in the eighth place.
  SWIFT: ({ value }) => `XXXX${value.slice(4, 6)}X0${value.length > 8 ? "XXX" : ""}`,
  CRYPTO: walletSurrogate,
  CARD_EXPIRY: ({ value, number }) =>
    intoShape(
      value,
      `${String(1 + number("month", 12)).padStart(2, "0")}${checksums.digitsOf(value).length > 4 ? "20" : ""}${27 + number("year", 12)}`,
    ),
  // The sea where both degrees are zero.
  COORDINATES: ({ value, number }) => {
    let at = 0;
    return value.replace(/\d+(?:\.(\d+))?/g, (_all, fraction: string | undefined) =>
      fraction === undefined
        ? "0"
        : `0.${String(number(`fraction${at++}`, 90_000) + 10_000)
            .padStart(6, "0")
            .padEnd(fraction.length, "0")
            .slice(0, fraction.length)}`,
    );
  },
  IP_ADDRESS: ({ value, number }) =>
    value.includes(":") ? `2001:db8::${number("ip", 65_535).toString(16)}` : `192.0.2.${number("ip", 254) + 1}`,
  MAC_ADDRESS: ({ value, number }) =>
    intoWordShape(
      value,
      inCaseOf(
        value.replace(/[^A-Za-z]/g, ""),
        `00005E0053${number("mac", 256).toString(16).padStart(2, "0").toUpperCase()}`,
      ),
    ),
  URL: ({ number }) => `https://example.com/${number("url", 1_000_000).toString(36)}`,
  USERNAME: ({ value, number }) => `${value.startsWith("@") ? "@" : ""}example_user_${number("user", 100_000)}`,
  PASSWORD: () => placeholder("PASSWORD"),
  API_KEY: () => placeholder("API_KEY"),
  AGE: ({ value, number }) =>
    value.replace(/\d{1,3}/, (age) => String(Math.max(1, Number(age) + number("age", 5) - 2))),
  AGE_OVER_89: ({ value, number }) => value.replace(/\d{1,3}/, () => String(90 + number("age", 12))),
  LOCATION: ({ value, pool, number }) => inCaseOf(value, pool.towns[number("town", pool.towns.length)]!),
  ORGANIZATION: ({ value, pool, number }) =>
    inCaseOf(value, pool.organisations[number("organisation", pool.organisations.length)]!),
  ADDRESS: ({ value, pool, number }) =>
    inCaseOf(value, `${pool.streets[number("street", pool.streets.length)]!} ${number("house", 200) + 1}`),
};

type Language = keyof typeof NAME_POOLS;

function poolOf(language: string | undefined): NamePool {
  const short = (language ?? "es").slice(0, 2).toLowerCase();
  return NAME_POOLS[Object.hasOwn(NAME_POOLS, short) ? (short as Language) : "es"];
}

const LINKING = new Set(
  "de del la las los el y e da das do dos di van von sr sra srta dr dra don dona lic ing mr mrs ms".split(" "),
);

/** Draws until a surrogate is no other entity's; small ranges may be used up before. */
const MAX_ATTEMPTS = 16;

/** Keyed choice of surrogates. Names keep gender, number of words and case; each word of a person has one surrogate. */
export function createPseudonyms(hash: SipHash, language: string | undefined): Pseudonyms {
  const pool = poolOf(language);
  /** Per person: what each word of the name became, and how many family names were given out. */
  const persons = new Map<string, { words: Map<string, string>; families: number }>();

  const person = (value: string, draw: Draw, entityId: string): string => {
    let known = persons.get(entityId);
    if (known === undefined) {
      known = { words: new Map(), families: 0 };
      persons.set(entityId, known);
    }
    const state = known;
    return value.replace(/[\p{L}][\p{L}\p{M}'’]*/gu, (word) => {
      const folded = foldText(word);
      if (LINKING.has(folded)) return word;
      let chosen = state.words.get(folded);
      if (chosen === undefined) {
        const isGiven =
          state.words.size === 0 || (state.families === 0 && (FEMALE_GIVEN.has(folded) || MALE_GIVEN.has(folded)));
        if (isGiven) {
          const isFemale = FEMALE_GIVEN.has(folded) || (!MALE_GIVEN.has(folded) && /[a]$/.test(folded));
          const given = isFemale ? pool.female : pool.male;
          chosen = given[(draw.number("given", given.length) + state.words.size) % given.length]!;
        } else
          chosen = pool.family[(draw.number("family", pool.family.length) + state.families++) % pool.family.length]!;
        state.words.set(folded, chosen);
      }
      return inCaseOf(word, chosen);
    });
  };

  /** Whose a surrogate is, so that two entities of a document stay two. */
  const owners = new Map<string, string>();

  return {
    surrogate(category, value, entityId) {
      let written = "";
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        const name = attempt === 0 ? entityId : `${entityId}\n${attempt}`;
        const draw: Draw = {
          value,
          pool,
          attempt,
          number: (what, below) => sipNumber(hash, `${what}\n${name}`) % below,
        };
        if (category === "PERSON") return person(value, draw, entityId);
        const special = Object.hasOwn(SURROGATES, category) ? SURROGATES[category]! : null;
        written = special !== null ? special(draw) : (checkedSurrogate(category, draw) ?? scramble(draw));
        const key = `${category}\n${checksums.compact(written)}`;
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, entityId);
        if (owner === undefined || owner === entityId) break;
      }
      return written;
    },
  };
}
