// What stands on a card beside its number: the month it expires in, and its security code.
import { isDigit } from "../characters.ts";
import type { Detector, Match } from "../detector.ts";
import { ANSWER } from "../labels.ts";
import { spokenBehind } from "../spoken.ts";

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

export const CARD_DETAILS: readonly Detector[] = [
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
];
