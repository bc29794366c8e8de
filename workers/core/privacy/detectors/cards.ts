// Numbers of payment cards: whole, masked, spoken, and their last digits.
import { isDigit } from "../characters.ts";
import { creditCard } from "../checksums.ts";
import { range } from "../detector.ts";
import type { Detector, Match } from "../detector.ts";
import { ANSWER } from "../labels.ts";
import { spokenBehind, spokenNumber } from "../spoken.ts";

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

export const CARDS: readonly Detector[] = [
  {
    name: "card",
    category: "CREDIT_CARD",
    trigger: "number",
    starts: [4, ...range(14, 19)],
    minDigits: 13,
    match: matchCard,
    cues: ["card"],
    against: ["product", "order"],
    scores: [0, 0.75, 0.9, 0.99],
  },
  {
    // Bar codes have thirteen digits, and one in ten the check digit of a card.
    name: "card-of-thirteen",
    category: "CREDIT_CARD",
    trigger: "number",
    starts: [13],
    minDigits: 13,
    match: matchCard,
    cues: ["card"],
    against: ["product", "order"],
    scores: [0, 0.75, 0, 0.99],
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
    name: "card-last-joined",
    category: "CREDIT_CARD",
    trigger: "word",
    words: "visa|mastercard|amex|card|tarjeta|debit|cartao|carte|discover|maestro|pan|tdc|tdd|tarj|cc",
    match: /(?:[xX*•·.…]{1,8}|#|(?<=[*•#_…]\s?|\.\.))[ -]?(\d{4})(?![\d.,:/-]*\d)/y,
    scores: [0, 0.8, 0, 0],
  },
];
