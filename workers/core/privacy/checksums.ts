/**
 * Check digits of identifiers, as pure predicates over the value as written: separators are ignored, letters may have
 * either case. Each names the rule it follows. They answer only "is the check digit right", never "is it issued".
 */

/** The letters and digits of a value, upper case. */
export function compact(value: string): string {
  return value.replace(/[^0-9A-Za-zÑñ&]/g, "").toUpperCase();
}

export function digitsOf(value: string): string {
  return value.replace(/\D/g, "");
}

function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - 48;
}

/** Sum of digit x weight over the digits of `text`; weights repeat when shorter. */
function weightedSum(text: string, weights: readonly number[], length = text.length): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += digitAt(text, i) * weights[i % weights.length]!;
  return sum;
}

function isRepeated(text: string): boolean {
  for (let i = 1; i < text.length; i++) if (text[i] !== text[0]) return false;
  return true;
}

/** ISO/IEC 7812-1 annex B. */
export function luhn(value: string): boolean {
  let sum = 0;
  let double = false;
  let count = 0;
  for (let i = value.length - 1; i >= 0; i--) {
    const digit = digitAt(value, i);
    if (digit < 0 || digit > 9) continue;
    const part = double ? digit * 2 : digit;
    sum += part > 9 ? part - 9 : part;
    double = !double;
    count++;
  }
  return count > 1 && sum % 10 === 0;
}

/** Remainder by 97 of a string of digits and letters (A = 10 .. Z = 35), as in ISO 7064. */
function mod97(text: string): number {
  let rest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) rest = (rest * 100 + code - 55) % 97;
    else rest = (rest * 10 + code - 48) % 97;
  }
  return rest;
}

/** Issuer ranges of ISO/IEC 7812 with the lengths in use, and Luhn. */
export function creditCard(value: string): boolean {
  const digits = digitsOf(value);
  if (isRepeated(digits) || !luhn(digits)) return false;
  const two = Number(digits.slice(0, 2));
  const four = Number(digits.slice(0, 4));
  const length = digits.length;
  if (digits[0] === "4") return length === 13 || length === 16 || length === 19;
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16;
  if (two === 34 || two === 37) return length === 15;
  if (two === 36 || two === 38 || two === 39 || (four >= 3000 && four <= 3059)) return length >= 14 && length <= 19;
  if (four >= 3528 && four <= 3589) return length >= 16;
  return (two >= 50 && two <= 69) || two === 81 || four === 2200 || four === 2204
    ? length >= 12 && length <= 19
    : false;
}

/** Total length per country (ISO 13616 registry). */
const IBAN_LENGTHS = new Map(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 " +
    "FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 " +
    "LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 " +
    "ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
  )
    .split(" ")
    .map((row) => [row.slice(0, 2), Number(row.slice(2))] as const),
);

export function iban(value: string): boolean {
  const text = compact(value);
  return IBAN_LENGTHS.get(text.slice(0, 2)) === text.length && mod97(text.slice(4) + text.slice(0, 4)) === 1;
}

/** Mexico, RENAPO: 17 characters weighted 18..2 over `0-9A-NÑO-Z`. */
export function curp(value: string): boolean {
  const text = value.toUpperCase();
  const alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += alphabet.indexOf(text[i]!) * (18 - i);
  return text.length === 18 && (10 - (sum % 10)) % 10 === digitAt(text, 17);
}

/** Mexico, SAT annex: mod 11 over `0-9A-N&O-Z Ñ`, companies padded by a blank. */
export function rfc(value: string): boolean {
  const text = compact(value);
  if (text.length !== 12 && text.length !== 13) return false;
  const alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
  const padded = text.length === 12 ? ` ${text}` : text;
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += alphabet.indexOf(padded[i]!) * (13 - i);
  const rest = 11 - (sum % 11);
  const expected = rest === 11 ? "0" : rest === 10 ? "A" : String(rest);
  return padded[12] === expected;
}

/** Mexico, ABM: 17 digits weighted 3-7-1, each product mod 10. */
export function clabe(value: string): boolean {
  const digits = digitsOf(value);
  if (digits.length !== 18 || isRepeated(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (digitAt(digits, i) * [3, 7, 1][i % 3]!) % 10;
  return (10 - (sum % 10)) % 10 === digitAt(digits, 17);
}

/** Mexico, IMSS: eleven digits, Luhn. */
export function nss(value: string): boolean {
  const digits = digitsOf(value);
  return digits.length === 11 && !isRepeated(digits) && luhn(digits);
}

const DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

/** Spain: number mod 23 names the letter; X, Y, Z of an NIE stand for 0, 1, 2. */
export function dni(value: string): boolean {
  const text = compact(value);
  const number = text.slice(0, -1).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)));
  return /^\d{8}$/.test(number) && DNI_LETTERS[Number(number) % 23] === text[text.length - 1];
}

/** Spain, company number: odd places doubled; the control is a digit or a letter by kind of entity. */
export function cif(value: string): boolean {
  const text = compact(value);
  if (!/^[A-HJ-NP-SUVW]\d{7}[0-9A-J]$/.test(text)) return false;
  let sum = 0;
  for (let i = 1; i <= 7; i++) {
    const digit = digitAt(text, i);
    const part = i % 2 === 1 ? digit * 2 : digit;
    sum += part > 9 ? part - 9 : part;
  }
  const control = (10 - (sum % 10)) % 10;
  const last = text[8]!;
  return last === String(control) || last === "JABCDEFGHI"[control];
}

/** Spain, social security: province + number, mod 97; numbers under ten million are joined by their value. */
export function spanishSocialSecurity(value: string): boolean {
  const digits = digitsOf(value);
  if (digits.length !== 12) return false;
  const province = Number(digits.slice(0, 2));
  if (province < 1 || province > 66) return false;
  const number = Number(digits.slice(2, 10));
  const joined = number < 10_000_000 ? number + province * 10_000_000 : Number(digits.slice(0, 10));
  return joined % 97 === Number(digits.slice(10));
}

/** Spanish bank account without the IBAN prefix: two control digits, weights 1 2 4 8 5 10 9 7 3 6. */
export function spanishAccount(value: string): boolean {
  const digits = digitsOf(value);
  if (digits.length !== 20) return false;
  const control = (part: string): number => {
    const rest = 11 - (weightedSum(part, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11);
    return rest === 11 ? 0 : rest === 10 ? 1 : rest;
  };
  return control(`00${digits.slice(0, 8)}`) === digitAt(digits, 8) && control(digits.slice(10)) === digitAt(digits, 9);
}

function mod11Digit(text: string, weights: readonly number[]): number {
  const rest = weightedSum(text, weights) % 11;
  return rest < 2 ? 0 : 11 - rest;
}

/** Brazil, persons: two check digits mod 11. */
export function cpf(value: string): boolean {
  const digits = digitsOf(value);
  if (digits.length !== 11 || isRepeated(digits)) return false;
  return (
    mod11Digit(digits.slice(0, 9), [10, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(digits, 9) &&
    mod11Digit(digits.slice(0, 10), [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(digits, 10)
  );
}

/** Brazil, companies. */
export function cnpj(value: string): boolean {
  const digits = digitsOf(value);
  if (digits.length !== 14 || isRepeated(digits)) return false;
  return (
    mod11Digit(digits.slice(0, 12), [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(digits, 12) &&
    mod11Digit(digits.slice(0, 13), [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(digits, 13)
  );
}

/** France: 97 minus the number mod 97; Corsica's 2A and 2B count as 19 and 18. */
export function nir(value: string): boolean {
  const text = compact(value)
    .replace(/^(.{5})2A/, "$119")
    .replace(/^(.{5})2B/, "$118");
  if (!/^[1-478]\d{14}$/.test(text)) return false;
  return 97 - Number(BigInt(text.slice(0, 13)) % 97n) === Number(text.slice(13));
}

/** France, taxpayers: the first digit is 0 to 3, the last three are the ten before them mod 511. */
export function frenchTax(value: string): boolean {
  const digits = digitsOf(value);
  return /^[0-3]\d{12}$/.test(digits) && Number(digits.slice(0, 10)) % 511 === Number(digits.slice(10));
}

/** France, companies: SIREN and SIRET are Luhn numbers. */
export function siret(value: string): boolean {
  const digits = digitsOf(value);
  return (digits.length === 9 || digits.length === 14) && !isRepeated(digits) && luhn(digits);
}

/** Portugal, taxpayer number: mod 11, weights 9..2. */
export function portugueseNif(value: string): boolean {
  const digits = digitsOf(value);
  return digits.length === 9 && mod11Digit(digits.slice(0, 8), [9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(digits, 8);
}

/** Argentina: mod 11, weights 5 4 3 2 7 6 5 4 3 2, and the prefixes in use. */
export function cuit(value: string): boolean {
  const digits = digitsOf(value);
  if (!/^(?:20|23|24|25|26|27|30|33|34)\d{9}$/.test(digits)) return false;
  const rest = 11 - (weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 10) % 11);
  return (rest === 11 ? 0 : rest === 10 ? 9 : rest) === digitAt(digits, 10);
}

/** Argentina, bank key: blocks of 8 and 14 digits, each with its own check digit. */
export function cbu(value: string): boolean {
  const digits = digitsOf(value);
  if (digits.length !== 22) return false;
  const check = (part: string, weights: readonly number[]): number => (10 - (weightedSum(part, weights) % 10)) % 10;
  return (
    check(digits.slice(0, 7), [7, 1, 3, 9, 7, 1, 3]) === digitAt(digits, 7) &&
    check(digits.slice(8, 21), [3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3]) === digitAt(digits, 21)
  );
}

/** Chile: weights 2..7 from the right, mod 11, K for ten. */
export function rut(value: string): boolean {
  const text = compact(value);
  if (!/^\d{7,8}[0-9K]$/.test(text)) return false;
  let sum = 0;
  for (let i = text.length - 2, weight = 2; i >= 0; i--, weight = weight === 7 ? 2 : weight + 1)
    sum += digitAt(text, i) * weight;
  const rest = 11 - (sum % 11);
  return text[text.length - 1] === (rest === 11 ? "0" : rest === 10 ? "K" : String(rest));
}

/** Colombia, tax number: primes from the right, mod 11. */
export function nit(value: string): boolean {
  const digits = digitsOf(value);
  if (digits.length < 9 || digits.length > 11) return false;
  const primes = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43];
  let sum = 0;
  for (let i = digits.length - 2, k = 0; i >= 0; i--, k++) sum += digitAt(digits, i) * primes[k]!;
  const rest = sum % 11;
  return (rest < 2 ? rest : 11 - rest) === digitAt(digits, digits.length - 1);
}

/** Peru, tax number: weights 5 4 3 2 7 6 5 4 3 2, mod 11. */
export function ruc(value: string): boolean {
  const digits = digitsOf(value);
  if (!/^(?:10|15|16|17|20)\d{9}$/.test(digits)) return false;
  return (11 - (weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 10) % 11)) % 10 === digitAt(digits, 10);
}

/** Ecuador, persons: province 01-24, Luhn-like over nine digits. */
export function ecuadorCedula(value: string): boolean {
  const digits = digitsOf(value);
  const province = Number(digits.slice(0, 2));
  return digits.length === 10 && province >= 1 && province <= 24 && digitAt(digits, 2) < 6 && luhn(digits);
}

/** United Kingdom, NHS: weights 10..2, mod 11. */
export function nhs(value: string): boolean {
  const digits = digitsOf(value);
  if (digits.length !== 10 || isRepeated(digits)) return false;
  const rest = 11 - (weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2], 9) % 11);
  return (rest === 11 ? 0 : rest) === digitAt(digits, 9);
}

/** United States, national provider: Luhn over the number with prefix 80840. */
export function npi(value: string): boolean {
  const digits = digitsOf(value);
  return digits.length === 10 && (digits[0] === "1" || digits[0] === "2") && luhn(`80840${digits}`);
}

/** United States, DEA: odd places plus twice the even ones; the last digit of the sum. */
export function dea(value: string): boolean {
  const digits = digitsOf(value);
  return digits.length === 7 && weightedSum(digits, [1, 2], 6) % 10 === digitAt(digits, 6);
}

/** United States, bank routing: 3-7-1 mod 10, first two digits of the federal districts. */
export function abaRouting(value: string): boolean {
  const digits = digitsOf(value);
  const first = Number(digits.slice(0, 2));
  const issued = first <= 12 || (first >= 21 && first <= 32) || (first >= 61 && first <= 72) || first === 80;
  return digits.length === 9 && issued && !isRepeated(digits) && weightedSum(digits, [3, 7, 1]) % 10 === 0;
}

/** United States, SSA: areas 000, 666 and 9xx, group 00 and serial 0000 are never issued. */
export function ssn(value: string): boolean {
  const digits = digitsOf(value);
  const area = Number(digits.slice(0, 3));
  return (
    digits.length === 9 &&
    area !== 0 &&
    area !== 666 &&
    area < 900 &&
    digits.slice(3, 5) !== "00" &&
    digits.slice(5) !== "0000"
  );
}

/** ISO 3779 check digit in place 9 (North America and many others; Europe does not use it). */
export function vin(value: string): boolean {
  const text = value.toUpperCase();
  const values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  if (!/^[0-9A-HJ-NPR-Z]{17}$/.test(text)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (values.indexOf(text[i]!) % 10) * weights[i]!;
  const rest = sum % 11;
  return text[8] === (rest === 10 ? "X" : String(rest));
}

/** IMEI: fifteen digits, Luhn. */
export function imei(value: string): boolean {
  const digits = digitsOf(value);
  return digits.length === 15 && !isRepeated(digits) && luhn(digits);
}

/** BIP 173 / BIP 350: the checksum polynomial of bech32 addresses (`bc1...`). */
export function bech32(value: string): boolean {
  const text = value.toLowerCase();
  const split = text.lastIndexOf("1");
  const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  const values: number[] = [];
  for (let i = 0; i < split; i++) values.push(text.charCodeAt(i) >> 5);
  values.push(0);
  for (let i = 0; i < split; i++) values.push(text.charCodeAt(i) & 31);
  for (let i = split + 1; i < text.length; i++) {
    const at = alphabet.indexOf(text[i]!);
    if (at < 0) return false;
    values.push(at);
  }
  let sum = 1;
  for (const part of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ part;
    for (let i = 0; i < 5; i++) if ((top >>> i) & 1) sum ^= generator[i]!;
  }
  return sum === 1 || sum === 0x2bc830a3;
}

/** How long an IBAN of the country is, with its prefix; undefined for a country without IBAN. */
export function ibanLength(country: string): number | undefined {
  return IBAN_LENGTHS.get(country);
}
