import { abaRouting, bech32, cbu, clabe, creditCard, iban, spanishAccount } from "../checksums.ts";
import type { Detector, Match } from "../detector.ts";
import { range } from "../detector.ts";
import { ANSWER } from "../labels.ts";
import { spokenBehind, spokenNumber } from "../spoken.ts";
import { isDigit, isWordChar } from "../characters.ts";
import { ibanLength } from "../checksums.ts";

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

const LONG_CARD = /\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}(?![.-]?\d)/y;
const CARD =
  /(?:\d{4}[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{4}|3[47]\d{2}[ .-]?\d{6}[ .-]?\d{5}|3[0689]\d{2}[ .-]?\d{6}[ .-]?\d{4}|\d{13,19}|\d{4}[ -]\d{5}[ -]\d{6})(?![.-]?\d)/y;

/** A card of 13 to 16 digits, or of 19 when their check digit says so: three digits behind may be another number. */
function matchCard(text: string, at: number): Match | null {
  LONG_CARD.lastIndex = at;
  const long = LONG_CARD.exec(text);
  if (long !== null && creditCard(long[0])) return { start: at, end: at + long[0].length, checked: true };
  CARD.lastIndex = at;
  const card = CARD.exec(text);
  return card === null ? null : { start: at, end: at + card[0].length, checked: creditCard(card[0]) };
}

const EXPIRY = /(?:0?[1-9]|1[0-2])\s?[/-]\s?(?:20)?[2-4]\d(?![/-]?\d)/y;
const CARD_BEFORE = /\d{3,4}\s?[,;|(]\s{0,2}$/;
const EXPIRY_BEFORE = /(?<!\d)(?:0?[1-9]|1[0-2])\s?[/-]\s?(?:20)?[2-4]\d\s?[,;|]?\s{0,2}$/;

/** The month and year that stand right behind the digits of a card. */
function matchExpiryBehind(text: string, at: number): Match | null {
  if (!CARD_BEFORE.test(text.slice(Math.max(0, at - 8), at))) return null;
  EXPIRY.lastIndex = at;
  const match = EXPIRY.exec(text);
  return match === null ? null : { start: at, end: at + match[0].length };
}

/** The three digits behind the month and year of a card. */
function matchCodeBehind(text: string, at: number): Match | null {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  if (/^[.,/:-]?\d|^\s?[%$€]/.test(text.slice(end, end + 2)) || /[$€]\s?$/.test(text.slice(Math.max(0, at - 2), at)))
    return null;
  return EXPIRY_BEFORE.test(text.slice(Math.max(0, at - 14), at)) ? { start: at, end } : null;
}

const ON_BACK =
  /(?<![\d.,:/$€-])(\d{3,4})\s(?:(?:on|de|en|del|no|au|from|at|por)\s)?(?:(?:the|el|la|lo)\s)?(?:parte\s(?:de\s)?)?$/;
const ON_BACK_CHARS = 28;

/** "even the 148 on the back": the digits stand before the word that is the trigger. */
function matchCodeOnBack(text: string, at: number): Match | null {
  const before = text.slice(Math.max(0, at - ON_BACK_CHARS), at);
  const match = ON_BACK.exec(before);
  if (match === null) return null;
  const start = at - before.length + match.index;
  return { start, end: start + match[1]!.length };
}

const JOINED_EXPIRY = /(?:0[1-9]|1[0-2])(?:2[4-9]|3\d)(?![\d.,:/-]*\d)/y;
const CARD_THEN =
  /\d{4,5}[\s,]{1,2}(?:(?:y|e|and|then|luego|despu[eé]s|con|vence|exp|expiry|expires|fecha|date|valid|thru|mm\/?yy|,)[\s,.:]{1,2}){0,3}$/iu;

/** "... 31934 y despues 0429": month and year of a card without a slash. */
function matchJoinedExpiry(text: string, at: number): Match | null {
  JOINED_EXPIRY.lastIndex = at;
  const match = JOINED_EXPIRY.exec(text);
  const before = text.slice(Math.max(0, at - 44), at);
  if (match === null || !CARD_THEN.test(before) || !/(?:\d[ -]?){13,16}[^\d]{1,24}$/.test(before)) return null;
  return { start: at, end: at + 4 };
}

const JOINED_BEFORE =
  /(?:\d[ -]?){13,16}[^\d]{1,24}(?:0[1-9]|1[0-2])(?:2[4-9]|3\d)[\s,]{1,2}(?:(?:y|e|and|then|luego|cvv|cvc|code|c[oó]digo|con)[\s,:]{1,2}){0,2}$/iu;

/** The code behind such a month and year. */
function matchCodeBehindJoined(text: string, at: number): Match | null {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  if (/^[.,/:-]?\d/.test(text.slice(end, end + 2))) return null;
  return JOINED_BEFORE.test(text.slice(Math.max(0, at - 56), at)) ? { start: at, end } : null;
}

const ROUTING_BEFORE = /(?<!\d)\d{9}\s?[/,|]\s?$/;

/** "direct deposit 126991255 / 88201947": the account behind the number of its bank. */
function matchBehindRouting(text: string, at: number): Match | null {
  const before = /\d{9}(?=\s?[/,|]\s?$)/.exec(text.slice(Math.max(0, at - 12), at));
  if (before === null || !abaRouting(before[0]) || !ROUTING_BEFORE.test(text.slice(Math.max(0, at - 13), at)))
    return null;
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return { start: at, end };
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

const MARKS = new Set(Array.from("*•·#xX", (mark) => mark.charCodeAt(0)));
const MASKED_BEFORE = /(?:(?:[*•·#]{4}|[xX]{4})[ -]?){3}$/;

/** `**** **** **** 8695`: the digits that are left of a masked card, with the marks before them. */
function matchMaskedCard(text: string, at: number): Match | null {
  const last = text.charCodeAt(at - 1);
  if (!MARKS.has(last === 32 || last === 45 ? text.charCodeAt(at - 2) : last)) return null;
  const marks = MASKED_BEFORE.exec(text.slice(Math.max(0, at - 15), at));
  const after = text.charCodeAt(at + 4);
  if (marks === null || isDigit(after) || !isDigit(text.charCodeAt(at + 3))) return null;
  return { start: at - marks[0].length, end: at + 4 };
}

/** Cards, accounts, wallets. */
export const FINANCE: readonly Detector[] = [
  {
    name: "card",
    category: "CREDIT_CARD",
    trigger: "number",
    starts: [4, ...range(13, 19)],
    minDigits: 13,
    match: matchCard,
    cues: ["card"],
    against: ["product", "order"],
    scores: [0, 0.75, 0.9, 0.99],
  },
  {
    name: "card-unchecked",
    category: "CREDIT_CARD",
    trigger: "number",
    starts: [4],
    minDigits: 15,
    match: /(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -])\d{6}\2\d{5})(?![.-]?\d)/y,
    cues: ["card"],
    against: ["product", "order", "file"],
    scores: [0.4, 0.8, 0, 0],
  },
  {
    name: "card-masked",
    category: "CREDIT_CARD",
    trigger: "number",
    starts: [4],
    match: /\d{4}[ -]?(?:\d{2})?[*•·xX#]{2,8}(?:[ -]?[*•·xX#]{1,8}){0,2}[ -]?\d{4}/y,
    cues: ["card"],
    scores: [0.7, 0.9, 0, 0],
  },
  {
    name: "card-masked-open",
    category: "CREDIT_CARD",
    trigger: "number",
    starts: [1, 2, 6],
    next: "*•·xX#",
    match: /\d{1,6}[*•·xX#]{2,8}(?:[ -]?[*•·xX#]{2,8}){1,3}[ -]?\d{4}(?!\d)/y,
    scores: [0.85, 0.9, 0, 0],
  },
  {
    name: "card-masked-front",
    category: "CREDIT_CARD",
    trigger: "number",
    starts: [4],
    follows: "*•·#xX -",
    match: matchMaskedCard,
    cues: ["card"],
    scores: [0.7, 0.9, 0, 0],
  },
  {
    name: "card-masked-joined",
    category: "CREDIT_CARD",
    trigger: "code",
    starts: range(12, 16),
    opens: "xX",
    match: /[xX]{8,12}\d{4}/y,
    cues: ["card"],
    scores: [0.7, 0.9, 0, 0],
  },
  {
    name: "card-spoken",
    category: "CREDIT_CARD",
    trigger: "spoken",
    match: spokenNumber(13, 19, creditCard),
    cues: ["card"],
    scores: [0, 0.8, 0.95, 0.98],
  },
  {
    name: "card-last-digits",
    category: "CREDIT_CARD",
    trigger: "word",
    words:
      "termina|terminada|terminado|terminacion|acaba|acabada|ending|ends|end|ultimos cuatro|ultimos 4|ultimos digitos|last four|last 4|last digits|terminee|final|terminando|termine|finit|finissant|finissent|finaliza|finalizada|ultimas cuatro",
    match:
      /(?:(?:en|in|con|with|d[ií]gitos|digits|par|em|es|is|4|four|cuatro|are|son|de|of|mi|my|la|the|tarjeta|card|:)[\s:]{1,2}){0,6}(\d{4})(?![\d.,:/-]*\d|[ -]\d)/y,
    cues: ["card"],
    scores: [0.45, 0.85, 0, 0],
  },
  {
    name: "card-last-digits-of",
    category: "CREDIT_CARD",
    trigger: "word",
    words: "ultimos cuatro|ultimos 4|ultimos digitos|last four|last 4|last digits",
    match:
      /(?:(?:d[ií]gitos|digits|cuatro|four|4|de|of|on|mi|my|la|the)\s){0,5}(?:tarjeta|card|visa|mastercard|amex|cart[aã]o)(?:\s(?:de cr[eé]dito|de d[eé]bito))?:?\s(?:(?:is|are|es|son)\s)?(\d{4})(?![\d.,:/-]*\d|[ -]\d)/iy,
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "card-masked-marks",
    category: "CREDIT_CARD",
    trigger: "word",
    words: "visa|mastercard|amex|card|tarjeta|debit|cartao|carte|discover|maestro|american express|cc|pan",
    match: /[xX*•·]{3,6}(?:[ -]?[xX*•·]{3,6}){1,3}[ -]?[xX*•·]{0,3}\d{4,5}(?!\d)/y,
    scores: [0, 0.92, 0, 0],
  },
  {
    // "last-4 of card 0047", "last four of the visa were 9912".
    name: "card-last-of",
    category: "CREDIT_CARD",
    trigger: "word",
    words: "last|ultimos|ultimas|final",
    side: "here",
    match:
      /[\p{L}]{4,7}[ -]?(?:4|four|cuatro|digits|d[ií]gitos)\s?(?:(?:digits|d[ií]gitos|n[uú]meros|of|on|de|del|da|do|my|mi|la|the|your|his|her)\s){0,4}(?:card|visa|mastercard|mc|amex|debit|credit|tarjeta|cart[aã]o|tdc|tdd)(?:\s(?:card|is|are|was|were|es|son))?:?\s{1,2}(\d{4})(?![\d.,:/-]*\d)/iuy,
    scores: [0, 0.9, 0, 0],
  },
  {
    // "no puedo pagar con la 4417": what one pays with, and the digits by which its owner knows it.
    name: "card-of-payment",
    category: "CREDIT_CARD",
    trigger: "word",
    words:
      "pagar|pague|pago|pagando|pagaron|paid|pay|paying|cobraron|cobro|charged|cargaron|cargo|payer|paye|paguei|rebota|rechaza|usar|uso|use|used",
    match:
      /(?:(?!\d)[^\s.?!]{1,12}\s){0,3}?(?:con|with|a|on|com|avec)\s(?:la|mi|my|the|minha|ma)\s(?:(?:de|que|otra|other|new|nueva|vieja|old|visa|mastercard|amex|bbva|banamex|santander|hsbc|chase|citi|nubank|terminaci[oó]n|terminada|termina|ending|en|in|one|card|tarjeta)\s){0,4}((?!(?:19|20)\d\d)\d{4})(?![\d.,:/-]*\d|\s?(?:pesos|euros|d[oó]lares|dollars|usd|mxn|veces|times|de)(?!\p{L}))/iuy,
    scores: [0, 0.8, 0, 0],
  },
  {
    // "¿los últimos cuatro de su tarjeta? — 6630".
    name: "card-last-answered",
    category: "CREDIT_CARD",
    trigger: "word",
    words:
      "ultimos cuatro|ultimos 4|ultimos digitos|last four|last 4|last digits|four digits|cuatro digitos|quatro digitos|ultimos quatro|quatre derniers|ultimas cuatro|ultimos numeros",
    match: new RegExp(
      `(?=[^?\\d\\n]{0,40}(?:tarjeta|card|cart[aã]o|carte|visa|mastercard|amex|d[eé]bito|debit|pl[aá]stico)[^?\\d\\n]{0,12}\\?)${ANSWER}(\\d{4})(?![\\d.,:/-]*\\d|[ -]\\d)`,
      "iuy",
    ),
    scores: [0, 0.88, 0, 0],
  },
  {
    // "Transfer 2,400 to 5588 2041 77": an amount stands between.
    name: "account-behind-amount",
    category: "BANK_ACCOUNT",
    trigger: "word",
    words:
      "transfer|transfiere|transferi|transfieran|transferir|transferencia|wire|wired|deposit|deposita|deposite|depositar|virement|transfira|remit|giro|girar",
    match:
      /(?:de\s|por\s|of\s)?[$€£]?\s?\d[\d.,]{0,11}\s?(?:(?:pesos|usd|mxn|euros?|eur|k|dollars|soles|reais|€|\$|£)\s)?\s?(?:to|a|al|para|na|en|into|in|vers)\s(?:(?:the|la|el|su|my|mi|account|acct|a\/c|cuenta|cta|conta|compte|no|number)\.?\s){0,3}(\d[\d -]{6,20}\d)(?![\d.,-]*\d)/iy,
    scores: [0, 0.9, 0, 0],
  },
  {
    // MMYY or MM YY said behind the number of the card.
    name: "card-expiry-joined",
    category: "CARD_EXPIRY",
    trigger: "number",
    starts: [4],
    match: matchJoinedExpiry,
    shape: /(?:0[1-9]|1[0-2])(?:2[4-9]|3\d)/,
    cues: ["card"],
    scores: [0, 0.88, 0, 0],
  },
  {
    name: "card-code-joined",
    category: "CARD_SECURITY_CODE",
    trigger: "number",
    starts: [3, 4],
    match: matchCodeBehindJoined,
    cues: ["card"],
    scores: [0, 0.88, 0, 0],
  },
  {
    // "CVV2" is no word to the scanner.
    name: "card-code-cvv2",
    category: "CARD_SECURITY_CODE",
    trigger: "code",
    starts: [4],
    opens: "cC4",
    match: /(?:[cC][vV][vVcC]2|4[dD][bB][cC])["']?(?:\s?[:=#]\s?["']?|\s(?:es\s|is\s)?)(\d{3,4})(?![\d.,:/-]*\d)/y,
    scores: [0.9, 0.92, 0, 0],
  },
  {
    name: "account-behind-routing",
    category: "BANK_ACCOUNT",
    trigger: "number",
    starts: range(6, 14),
    match: matchBehindRouting,
    cues: ["bankAccount", "routing"],
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "card-expiry",
    category: "CARD_EXPIRY",
    trigger: "word",
    words:
      "vence|vto|vencimiento|expira|exp|expiry|expires|expiration|valid|validade|caduca|caducidad|vigencia|expire|" +
      "runs out|good thru|good through",
    match:
      /(?:(?:el|date|fecha|thru|through|hasta|until|en|on|de|del|la|mi|tarjeta|pl[aá]stico|card|cart[aã]o|\.)[\s:]{1,2}){0,3}((?:0[1-9]|1[0-2])\s?[/-]\s?(?:20)?[2-4]\d)(?![/-]?\d)/y,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "card-expiry-cued",
    category: "CARD_EXPIRY",
    trigger: "word",
    words:
      "vence|vto|vencimiento|exp|expiry|expires|expiration|validade|caduca|caducidad|vigencia|expire|valida|valid|" +
      "expiration date|runs out|good thru|good through|valid until|expires end|se vence|valid through",
    match:
      /(?:(?:el|date|fecha|thru|through|until|hasta|en|on|es|is|de|la|del|pl[aá]stico|tarjeta|card|fin|end|fim|ate|até|\.)[\s:]{1,2}){0,4}((?:0?[1-9]|1[0-2])\s?[/-]\s?(?:20)?[2-4]\d)(?![/-]?\d)/y,
    cues: ["card"],
    scores: [0, 0.93, 0, 0],
  },
  {
    name: "card-expiry-answered",
    category: "CARD_EXPIRY",
    trigger: "word",
    words:
      "expiry|expiration|expiry date|expiration date|exp date|vencimiento|vence|fecha vencimiento|caducidad|validade|expire",
    match: new RegExp(`${ANSWER}((?:0?[1-9]|1[0-2])\\s?[/-]\\s?(?:20)?[2-4]\\d)(?![/-]?\\d)`, "iuy"),
    cues: ["card"],
    scores: [0, 0.91, 0, 0],
  },
  {
    name: "card-expiry-short",
    category: "CARD_EXPIRY",
    trigger: "word",
    words: "vence|vto|vencimiento|exp|expiry|expires|expiration|validade|caduca|caducidad|vigencia|expire|valida|valid",
    match: /(?:(?:el|date|thru|until|hasta|en|\.)[\s:]{1,2}){0,2}(\d[/-](?:20)?[2-4]\d)(?![/-]?\d)/y,
    cues: ["card"],
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "card-expiry-worded",
    category: "CARD_EXPIRY",
    trigger: "word",
    words:
      "vence|vto|vencimiento|exp|expiry|expires|expiration|validade|caduca|caducidad|vigencia|expire|expira|valida|valid|expiration date",
    match:
      /(?:[?"”]{0,2}\s?\p{Lu}\p{L}{0,9}:\s["“]?)?(?:(?:el|date|fecha|thru|through|until|hasta|en|on|es|is|fin|end|ate|até)[\s:]{1,2}){0,2}((?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|ene|feb|abr|jun|jul|ago|sep|oct|nov|dic|jan|aug|dec)\.?\s(?:(?:de|del|of)\s)?(?:20[2-4]\d|[2-4]\d(?!\d)))(?![/-]?\d)/iuy,
    cues: ["card"],
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "card-expiry-key",
    category: "CARD_EXPIRY",
    trigger: "word",
    words:
      "exp card|card exp|card expiry|card expiration|cc exp|cc expiry|cardexp|cardexpiry|expirydate|expirationdate|exp date|expiry date|expdate|tarjeta vence|vence tarjeta|vencimiento tarjeta|tarjeta vencimiento|card valid|valid thru|validade cartao",
    match: /(?:20[2-4]\d-(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])\s?[/-]?\s?(?:20)?[2-4]\d)(?![/-]?\d)/y,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "card-expiry-iso",
    category: "CARD_EXPIRY",
    trigger: "word",
    words: "exp|expiry|expiration|expires|vence|vencimiento|expira|caducidad|validade|valid",
    match: /\(?(20[2-4]\d-(?:0[1-9]|1[0-2]))(?![/-]?\d)/y,
    cues: ["card", "cardPlain"],
    scores: [0.3, 0.9, 0, 0],
  },
  {
    name: "card-code-on-back",
    category: "CARD_SECURITY_CODE",
    trigger: "word",
    words: "back|reverso|atras|detras|verso|dos",
    side: "here",
    match: matchCodeOnBack,
    cues: ["card"],
    scores: [0, 0.82, 0, 0],
  },
  {
    name: "card-expiry-behind",
    category: "CARD_EXPIRY",
    trigger: "number",
    starts: [1, 2],
    next: "/- ",
    match: matchExpiryBehind,
    cues: ["card"],
    scores: [0, 0.88, 0, 0],
  },
  {
    name: "card-code-behind",
    category: "CARD_SECURITY_CODE",
    trigger: "number",
    starts: [3, 4],
    match: matchCodeBehind,
    cues: ["card", "expiry"],
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "card-code-described",
    category: "CARD_SECURITY_CODE",
    trigger: "word",
    words:
      "codigo dorso|dorso|codigo del dorso|cod seguridad|cod seg|cod verificador|codigo verificador|security number|verification digits|tres cifras|trois chiffres|codigo atras|codigo detras|numero atras|numeros atras|numero detras|tres digitos|digitos atras|digitos detras|codigo reverso|numeritos atras|tres numeritos|tres numeros|tres atras|three digits|digits back|code back|number back|security digits|cryptogramme|three on back|three on reverse|tres reverso|tres dorso|codigo seguranca|tres numeros atras|codigo verso|code securite|cvv es|three numbers|digits on back|digits on|numbers on back",
    match:
      /(?:[?"”]{0,2}\s?\p{Lu}\p{L}{0,9}:\s["“]?)?(?:(?:on|the|back|de|atr[aá]s|detr[aá]s|la|tarjeta|card|es|son|are|is|verso|do|da|cart[aã]o|behind|é|est|sont|dicen?|says?|reads?|value)[\s:,?"”]{1,3}){0,5}(?:[?:]["”]?\s)?(\d{3,4})(?![\d.,:/-]*\d|\s?(?:%|pesos|euros))/uy,
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "card-security-code",
    category: "CARD_SECURITY_CODE",
    trigger: "word",
    words:
      "cvv|cvc|cvv2|cvc2|csc|security code|codigo seguridad|codigo verificacion tarjeta|verification value|codigo seguranca|pictogramme|cryptogramme|cvn|cid code",
    match: new RegExp(
      `${ANSWER}(?:(?:typed|entered|written|given|as|dice|says|reads|es|is|era|was|del|da|do|de la|cart[aã]o|tarjeta|carte|de|ma|mi|é)[\\s:]{1,3}){0,4}(\\d{3,4})(?![\\d.,:/-]*\\d)`,
      "iuy",
    ),
    scores: [0, 0.9, 0, 0],
  },
  {
    // "y atrás dice 209", "back 0926": what stands on the other side of the card.
    name: "card-code-of-back",
    category: "CARD_SECURITY_CODE",
    trigger: "word",
    words: "back|reverso|atras|detras|dorso|verso|reverse|dos",
    match:
      /(?:(?:dicen?|pl[aá]stico|del|says?|reads?|tiene|trae|pone|viene|hay|it|of|card|the|la|el|de|es|is|are|was|were|son|tarjeta)[\s:]{1,2}){0,4}(?:[?:]["”]?\s)?["“]?(\d{3,4})(?![\d.,:/-]*\d|\s?(?:%|pesos|euros|a[nñ]os|years|d[ií]as|days|meses))/iuy,
    cues: ["cardPlain", "expiry"],
    scores: [0, 0.84, 0, 0],
  },
  {
    // "el cvv de la adicional, 451": the label is of nothing else.
    name: "card-code-farther",
    category: "CARD_SECURITY_CODE",
    trigger: "word",
    words: "cvv|cvc|csc|cvn",
    match:
      /(?:(?!(?:error|match|fail|length|max|min|version|v|policy|art)(?!\p{L}))\p{L}{1,12}[\s,:?¿"]{1,3}){1,5}(\d{3,4})(?![\d.,:/-]*\d|\s?(?:%|pesos|euros|d[ií]gitos|digits|veces|times|errors?|a[nñ]os|years|d[ií]as|days))/iuy,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "card-code-cued",
    category: "CARD_SECURITY_CODE",
    trigger: "word",
    words: "codigo|code|cod",
    side: "here",
    match:
      /(?<!(?:dealer|area|zip|post|postal|promo|country|error|product|branch|store|agency|agencia|sucursal|producto|dress|source|color|colour)\s)[\p{L}]{3,6}[\s:=#.]{1,3}(?:(?:es|is|:)\s)?(\d{3,4})(?![\d.,:/-]*\d)(?=\s?[.,;!?\n)]|$|\s(?:y|and|e|vence|exp)\s)/iuy,
    cues: ["cardPlain"],
    scores: [0, 0.75, 0, 0],
  },
  {
    name: "card-code-spoken",
    category: "CARD_SECURITY_CODE",
    trigger: "word",
    words:
      "cvv|cvc|csc|security code|codigo seguridad|codigo atras|codigo detras|codigo reverso|codigo dorso|numeros atras|digits on back|numbers on back|three digits|tres digitos|tres numeros|code back|codigo seguranca|cryptogramme",
    match: spokenBehind(3, 4),
    scores: [0, 0.86, 0, 0],
  },
  {
    name: "card-last-spoken",
    category: "CREDIT_CARD",
    trigger: "word",
    words: "card|tarjeta|visa|mastercard|amex|cartao|carte|terminacion|terminada",
    match: new RegExp(
      `[^.!?\\d\\n]{0,24}(?:ending|ends|end|four|cuatro|termina\\p{L}{0,4}|acaba|quatro|finit)${spokenBehind(4, 4).source}`,
      "iuy",
    ),
    scores: [0, 0.85, 0, 0],
  },
  {
    // "alias mate.sierra.luna": a word for an account that is known by words.
    name: "account-alias",
    category: "BANK_ACCOUNT",
    trigger: "word",
    words: "alias|alias cbu|alias cvu|alias mp|cbu alias",
    match: /(?:es\s)?((?=[a-zñ.\d-]{6,20}(?![\w.-]))[a-zñ\d-]{2,14}(?:\.[a-zñ\d-]{2,14}){1,3})(?![@/])/iuy,
    cues: ["cbu", "wire"],
    scores: [0, 0.94, 0, 0],
  },
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
    name: "clabe-spoken",
    category: "BANK_ACCOUNT",
    trigger: "spoken",
    match: spokenNumber(18, 18, clabe),
    cues: ["clabe"],
    scores: [0, 0.8, 0.95, 0.98],
  },
  {
    name: "clabe",
    category: "BANK_ACCOUNT",
    trigger: "number",
    starts: [3, 18],
    minDigits: 17,
    match: /(?:\d{18}|\d{3}[ -]?\d{3}[ -]?\d{11}[ -]?\d|\d{3}[ -]\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{3})(?![.-]?\d)/y,
    check: clabe,
    cues: ["clabe"],
    scores: [0, 0.85, 0.9, 0.99],
  },
  {
    name: "cbu",
    category: "BANK_ACCOUNT",
    trigger: "number",
    starts: [8, 22],
    minDigits: 22,
    match: /(?:\d{22}|\d{8}[ -]\d{14})(?![.-]?\d)/y,
    check: cbu,
    cues: ["cbu"],
    scores: [0.3, 0.9, 0.95, 0.99],
  },
  {
    name: "ccc-spain",
    category: "BANK_ACCOUNT",
    trigger: "number",
    starts: [4, 20],
    minDigits: 20,
    match: /(?:\d{20}|\d{4}[ -]\d{4}[ -]\d{2}[ -]\d{10})(?![.-]?\d)/y,
    check: spanishAccount,
    cues: ["account"],
    scores: [0, 0.85, 0.9, 0.99],
  },
  {
    name: "cci-peru",
    category: "BANK_ACCOUNT",
    trigger: "number",
    starts: [3, 20],
    minDigits: 20,
    match: /\d{3}[ -]?\d{3}[ -]?\d{12}[ -]?\d{2}(?![.-]?\d)/y,
    cues: ["account"],
    scores: [0.35, 0.88, 0, 0],
  },
  {
    name: "account",
    category: "BANK_ACCOUNT",
    trigger: "word",
    words:
      "cuenta|cta|acc|acc no|acc number|cuenta bancaria|cuenta ahorros|cuenta corriente|cuenta numero|ahorros|account|account number|account no|acct|bank account|checking account|savings account|checking|savings|conta|conta corrente|compte|clabe|clabe interbancaria|iban|cbu|cvu|cci|rib",
    match:
      /(?:(?:bancaria|banco|corriente|corrente|ahorros|number|n[uú]mero|bbva|santander|banamex|banorte|bcp|bancolombia)[\s:.#]{1,2}){0,2}((?=(?:[ -]?\d){6,22}(?![\dA-Za-z]))\d{2,20}(?:[ -]\d{1,12}){0,5})(?![.,]?\d)/iy,
    against: ["unit"],
    scores: [0, 0.955, 0, 0],
  },
  {
    name: "account-cued",
    category: "BANK_ACCOUNT",
    trigger: "number",
    starts: range(9, 14),
    match: /\d{9,14}(?![.-]?\d)/y,
    cues: ["bankAccount"],
    against: ["phone", "unit", "money", "product"],
    scores: [0, 0.6, 0, 0],
  },
  {
    name: "card-last-joined",
    category: "CREDIT_CARD",
    trigger: "word",
    words: "visa|mastercard|amex|card|tarjeta|debit|cartao|carte|discover|maestro|pan|tdc|tdd|tarj|cc",
    match: /(?:[xX*•·.…]{1,8}|#|(?<=[*•#_…]\s?|\.\.))[ -]?(\d{4})(?![\d.,:/-]*\d)/y,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "account-last-said",
    category: "BANK_ACCOUNT",
    trigger: "word",
    words: "clabe|cuenta|account|acct|conta|compte|cbu|iban",
    match:
      /(?:(?:que|q|number|que me)\s)?(?:termina|terminada|terminando|terminacion|terminaci[oó]n|ending|ends|acaba|acabada|finaliza|final|termine|finissant)\s(?:en|in|with|con|em|par)\s(\d{4})(?![\d.,:/-]*\d)/iy,
    scores: [0, 0.92, 0, 0],
  },
  {
    name: "account-last-digits",
    category: "BANK_ACCOUNT",
    trigger: "word",
    words:
      "acct ending|acct ends|a c ending|cta terminada|cta termina|conta final|conta terminada|conta termina|savings ending|checking ending|account ending in|cuenta terminada|cuenta terminacion|cuenta acabada|cuenta acaba|cuenta termina|account ending|account ends",
    match: /(?:(?:en|in|con|with)\s){0,1}(\d{4})(?![\d.,:/-]*\d)/y,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "routing",
    category: "BANK_ACCOUNT",
    trigger: "number",
    starts: [9],
    match: /\d{9}(?![.-]?\d)/y,
    check: abaRouting,
    cues: ["routing", "bankAccount"],
    scores: [0, 0, 0, 0.95],
  },
  {
    name: "routing-unchecked",
    category: "BANK_ACCOUNT",
    trigger: "number",
    starts: [9],
    match: /\d{9}(?![.-]?\d)/y,
    cues: ["routing"],
    scores: [0, 0.7, 0, 0],
  },
  {
    name: "sort-code",
    category: "BANK_ACCOUNT",
    trigger: "number",
    starts: [2, 6],
    minDigits: 6,
    match: /(?:\d{2}-\d{2}-\d{2}|\d{6})(?![.-]?\d)/y,
    cues: ["sortCode"],
    scores: [0, 0.85, 0, 0],
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
  {
    name: "bitcoin-bech32",
    category: "CRYPTO",
    trigger: "code",
    starts: range(14, 36),
    match: /(?:bc1|tb1|ltc1)[02-9ac-hj-np-z]{11,80}/iy,
    check: bech32,
    cues: ["crypto"],
    scores: [0.5, 0.85, 0.97, 0.99],
  },
  {
    name: "bitcoin-base58",
    category: "CRYPTO",
    trigger: "code",
    starts: range(26, 36),
    match: /[13LM][1-9A-HJ-NP-Za-km-z]{25,34}/y,
    cues: ["crypto"],
    scores: [0.7, 0.95, 0, 0],
  },
  {
    name: "ethereum",
    category: "CRYPTO",
    trigger: "code",
    starts: [36],
    match: /0x[0-9a-fA-F]{40}/y,
    cues: ["crypto"],
    scores: [0.9, 0.97, 0, 0],
  },
  {
    name: "solana",
    category: "CRYPTO",
    trigger: "code",
    starts: range(32, 36),
    match: /(?=[1-9A-HJ-NP-Za-km-z]{0,20}[A-Z])(?=[1-9A-HJ-NP-Za-km-z]{0,20}[a-z])[1-9A-HJ-NP-Za-km-z]{32,44}/y,
    cues: ["crypto"],
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "tron",
    category: "CRYPTO",
    trigger: "code",
    starts: range(34, 36),
    match: /T[1-9A-HJ-NP-Za-km-z]{33}/y,
    cues: ["crypto"],
    scores: [0.8, 0.95, 0, 0],
  },
];
