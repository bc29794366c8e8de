// Accounts and banks as they are written between countries: IBAN and SWIFT.
import { isDigit, isWordChar } from "../characters.ts";
import { iban, ibanLength } from "../checksums.ts";
import { range } from "../detector.ts";
import type { Detector, Match } from "../detector.ts";

/** Walks as many letters and digits as the country's IBAN has, over single spaces, dots or hyphens. */
function matchIban(text: string, at: number): Match | null {
  if (!isDigit(text.charCodeAt(at + 2)) || !isDigit(text.charCodeAt(at + 3))) return null;
  const length = ibanLength(text.slice(at, at + 2).toUpperCase());
  if (length === undefined) return null;
  let seen = 0;
  let i = at;
  for (; i < text.length && seen < length; i++) {
    const code = text.charCodeAt(i);
    const isSeparator = code === 32 || code === 45 || code === 46;
    if (isSeparator) {
      if (!isWordChar(text.charCodeAt(i - 1))) return null;
    } else if (code < 128 && isWordChar(code)) seen++;
    else return null;
  }
  if (seen < length || (i < text.length && isWordChar(text.charCodeAt(i)))) return null;
  const value = text.slice(at, i);
  const digits = value.replace(/\D/g, "").length;
  const checked = iban(value);
  return checked || digits >= length / 2 ? { start: at, end: i, checked } : null;
}

/** The country stands in the middle of the code of a bank. */
const SWIFT_CODE =
  "[A-Z]{4}(?:AD|AE|AR|AT|AU|BE|BG|BO|BR|CA|CH|CL|CN|CO|CR|CY|CZ|DE|DK|DO|EC|EE|ES|FI|FR|GB|GR|GT|HK|HN|HR|HU|IE|IL|IN|IS|IT|JP|KR|LT|LU|LV|MC|MT|MX|MY|NI|NL|NO|NZ|PA|PE|PH|PL|PT|PY|RO|RS|RU|SA|SE|SG|SI|SK|SV|TR|UA|US|UY|VE|ZA)[A-Z0-9]{2}(?:[A-Z0-9]{3})?";
const SWIFT_BEHIND = new RegExp(
  `(?:[\\s:,(]{0,3}(?:the|to|a|al|code|c[oó]digo|bank|banco|is|es)\\s){0,2}[\\s:,(]{0,2}(${SWIFT_CODE})(?![\\p{L}\\d])`,
  "uy",
);
const SWIFT_NEAR = new RegExp(`(?<![\\p{L}\\d])${SWIFT_CODE}(?![\\p{L}\\d])`, "u");
/** Words in capitals that have the shape. */
const NO_SWIFT = /^(?:DELIVERY|DISCOVER[A-Z]*|RECOVERY|LANGUAGE|INSURANCE|CHECKLIST|OBSERVED|DIRECTOR[A-Z]*|SECURITY)$/;

function matchSwift(text: string, at: number): Match | null {
  SWIFT_BEHIND.lastIndex = at;
  const match = SWIFT_BEHIND.exec(text);
  if (match === null || NO_SWIFT.test(match[1]!)) return null;
  const end = at + match[0].length;
  return { start: end - match[1]!.length, end };
}

const SWIFT_REACH = 48;

/** The first code of a bank behind the word for it, in the same sentence: "el SWIFT del Galicia es ...". */
function matchSwiftNear(text: string, at: number): Match | null {
  const near = text.slice(at, at + SWIFT_REACH).split(/[.?!;\n]\s|\n/, 1)[0]!;
  const match = SWIFT_NEAR.exec(near);
  if (match === null || NO_SWIFT.test(match[0]) || at + match.index + match[0].length >= at + SWIFT_REACH) return null;
  return { start: at + match.index, end: at + match.index + match[0].length };
}

/** The code of the bank right before an IBAN or right behind it. */
function matchSwiftBesideIban(text: string, at: number): Match | null {
  const account = matchIban(text, at);
  if (account === null || account.checked !== true) return null;
  const from = Math.max(0, at - 24);
  for (const [start, end] of [
    [account.end, account.end + 24],
    [from, at],
  ] as const) {
    const match = SWIFT_NEAR.exec(text.slice(start, end));
    if (match !== null && !NO_SWIFT.test(match[0]))
      return { start: start + match.index, end: start + match.index + match[0].length };
  }
  return null;
}

export const BANK_CODES: readonly Detector[] = [
  {
    name: "iban",
    category: "IBAN",
    trigger: "code",
    starts: range(2, 34),
    match: matchIban,
    shape: /[A-Za-z]{2}\d\d/,
    cues: ["iban", "account"],
    scores: [0.5, 0.85, 0.98, 0.99],
  },
  {
    name: "swift",
    category: "SWIFT",
    trigger: "word",
    words: "swift|bic|swift code|bic code|codigo swift|codigo bic|swift bic",
    match:
      /(?:[^.?!\d\n]{0,30}\?["”]?\s(?:\p{Lu}\p{L}{0,9}:\s)?)?(?:(?:code|c[oó]digo|bic|swift|es|is)[\s:/]{1,2}){0,2}([A-Z]{4}(?:AD|AE|AR|AT|AU|BE|BG|BO|BR|CA|CH|CL|CN|CO|CR|CY|CZ|DE|DK|DO|EC|EE|ES|FI|FR|GB|GR|GT|HK|HN|HR|HU|IE|IL|IN|IS|IT|JP|KR|LT|LU|LV|MC|MT|MX|MY|NI|NL|NO|NZ|PA|PE|PH|PL|PT|PY|RO|RS|RU|SA|SE|SG|SI|SK|SV|TR|UA|US|UY|VE|ZA)[A-Z0-9]{2}(?:[A-Z0-9]{3})?)/uy,
    scores: [0, 0.95, 0, 0],
  },
  {
    name: "swift-near",
    category: "SWIFT",
    trigger: "word",
    words: "swift|bic|swift code|codigo swift|codigo bic",
    match: matchSwiftNear,
    scores: [0, 0.93, 0, 0],
  },
  {
    name: "swift-beside",
    category: "SWIFT",
    trigger: "word",
    words:
      "via|beneficiary|beneficiario|wire|wired|refund|treasury|chips|payout|remit|remittance|transfer|transferencia|confirm|correspondent|corresponsal|receptor|emisor|intermediario|intermediary|banque|agent|to",
    match: matchSwift,
    cues: ["wire"],
    scores: [0, 0.88, 0, 0],
  },
  {
    name: "swift-behind-iban",
    category: "SWIFT",
    trigger: "code",
    starts: range(4, 34),
    match: matchSwiftBesideIban,
    shape: /[A-Za-z]{2}\d\d/,
    scores: [0.88, 0.9, 0, 0],
  },
  {
    name: "swift-of-bank",
    category: "SWIFT",
    trigger: "word",
    words: "bank|banque|banco",
    match:
      /(?<=[a-z]\W{1,4})([A-Z]{4}(?:AD|AE|AR|AT|AU|BE|BG|BO|BR|CA|CH|CL|CN|CO|CR|CY|CZ|DE|DK|DO|EC|EE|ES|FI|FR|GB|GR|GT|HK|HN|HR|HU|IE|IL|IN|IS|IT|JP|KR|LT|LU|LV|MC|MT|MX|MY|NI|NL|NO|NZ|PA|PE|PH|PL|PT|PY|RO|RS|RU|SA|SE|SG|SI|SK|SV|TR|UA|US|UY|VE|ZA)[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?![A-Za-z0-9])/y,
    scores: [0, 0.85, 0, 0],
  },
];
