// Accounts at banks as each country writes them, their last digits, and the numbers of banks that go with them.
import { isDigit } from "../characters.ts";
import { abaRouting, cbu, clabe, spanishAccount } from "../checksums.ts";
import { range } from "../detector.ts";
import type { Detector, Match } from "../detector.ts";
import { spokenNumber } from "../spoken.ts";

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

export const BANK_ACCOUNTS: readonly Detector[] = [
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
    name: "account-behind-routing",
    category: "BANK_ACCOUNT",
    trigger: "number",
    starts: range(6, 14),
    match: matchBehindRouting,
    cues: ["bankAccount", "routing"],
    scores: [0, 0.9, 0, 0],
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
];
