import { foldText } from "./characters.ts";
import { compact, digitsOf } from "./checksums.ts";
import { emailKey } from "./spoken.ts";
import { isFictionalPhone } from "./surrogate-phones.ts";
import { TEST_CARDS } from "./surrogate-values.ts";

/** Domains kept free by RFC 2606 and RFC 6761. */
const RESERVED_DOMAIN = /(?:^|\.)(?:example\.(?:com|org|net|edu)|(?:[a-z0-9-]+\.)*(?:example|test|invalid|localhost))$/;

const CARDS = new Set(TEST_CARDS);
const GENERIC_IDS = new Set(["XEXX010101HNEXXXA4", "XAXX010101000", "XEXX010101000", "EKU9003173C9"]);

/** Of routing numbers, CLABE, CCC and CBU: US accounts, of any other length, are often padded with zeros. */
const ACCOUNT_LENGTHS = new Set([9, 18, 20, 22]);

/** Payload digits that begin with three zeros: numbers that no office has issued (used for surrogates). */
function beginsWithZeros(value: string, from: number): boolean {
  return /^0{3,}/.test(compact(value).slice(from)) && digitsOf(value).length >= 7;
}

/**
 * Per category: is the value one that provably belongs to nobody? Telephone: what is kept for fiction, and national
 * numbers that begin with three zeros; card: documented test numbers and their range; SSN: areas 000, 666, 9xx; addresses: documentation ranges of RFC 5737, 3849
 * and 7042; IBAN: bank part of zeros; coordinates: the sea at 0, 0; others: leading zeros, prefixes that are never given
 * out, or the generic numbers that the issuer documents.
 */
const RESERVED: Readonly<Record<string, (value: string) => boolean>> = {
  EMAIL: (value) => RESERVED_DOMAIN.test(emailKey(value).split("@").at(-1) ?? ""),
  URL: (value) =>
    RESERVED_DOMAIN.test(
      (/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@]*@)?([^/?#:]+)/i.exec(value.trim())?.[1] ?? "").toLowerCase(),
    ),
  PHONE: (value) => isFictionalPhone(value.replace(/[\p{L}].*$/su, "")),
  CREDIT_CARD: (value) => CARDS.has(digitsOf(value)) || /^400000\d{10}$/.test(digitsOf(value)),
  SSN: (value) => /^(?:000|666|9\d\d)\d{6}$/.test(digitsOf(value)),
  IP_ADDRESS: (value) =>
    /^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)\d{1,3}$/.test(value) || /^2001:0?db8:/i.test(value),
  MAC_ADDRESS: (value) => compact(value).startsWith("00005E0053"),
  IBAN: (value) => /^[A-Z]{2}\d{2}0{6}/.test(compact(value)),
  CURP: (value) => GENERIC_IDS.has(compact(value)) || compact(value).startsWith("XEXX010101"),
  RFC: (value) => GENERIC_IDS.has(compact(value)) || /^(?:X[AE]XX|XXX)010101/.test(compact(value)),
  ITIN: (value) => /^9\d{4}0000$/.test(digitsOf(value)),
  EIN: (value) => /^00\d{7}$/.test(digitsOf(value)),
  NINO: (value) => compact(value).startsWith("QQ"),
  INE: (value) => compact(value).startsWith("XXXXXX000101"),
  VIN: (value) => compact(value).startsWith("0ZZ"),
  SWIFT: (value) => /^[A-Z]{6}[A-Z0-9]0/.test(compact(value)),
  CRYPTO: (value) => /^(?:0x0{12}|[13LMT]1{12}|(?:bc|tb|ltc)1q{12})/i.test(value),
  COORDINATES: (value) => /^[-+−]?0\.0\d*\s?[,;]\s?[-+−]?0\.0\d*$/.test(value),
  BANK_ACCOUNT: (value) => /^0{4}/.test(compact(value)) && ACCOUNT_LENGTHS.has(digitsOf(value).length),
  MEDICAL_LICENSE: (value) => /^10{4}\d{5}$/.test(compact(value)),
  NIR: (value) => compact(value).startsWith("100990"),
  RUT: (value) => beginsWithZeros(value, 0),
  NIF: (value) => beginsWithZeros(value, 0),
  CEDULA: (value) => beginsWithZeros(value, 0),
  NIE: (value) => beginsWithZeros(value, 1),
  CIF: (value) => beginsWithZeros(value, 1),
  CUIT: (value) => beginsWithZeros(value, 2),
  RUC: (value) => beginsWithZeros(value, 2),
  DNI: (value) => beginsWithZeros(value, 0),
  CPF: (value) => beginsWithZeros(value, 0),
  CNPJ: (value) => beginsWithZeros(value, 0),
  NSS: (value) => beginsWithZeros(value, digitsOf(value).length === 12 ? 2 : 0),
  NIT: (value) => beginsWithZeros(value, 0),
  NHS_NUMBER: (value) => beginsWithZeros(value, 0),
  DEVICE_ID: (value) => /^0{8}\d{7}$/.test(compact(value)),
  USERNAME: (value) => /^@?example_user_\d+$/.test(foldText(value)),
};

/** True for a value that may stand in synthetic text: it was made to belong to nobody. Unknown categories: false. */
export function isReserved(category: string, value: string): boolean {
  return Object.hasOwn(RESERVED, category) && RESERVED[category]!(value);
}
