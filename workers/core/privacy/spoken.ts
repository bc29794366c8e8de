import { foldText, isWordChar } from "./characters.ts";
import type { Match } from "./detector.ts";
import { TLDS } from "./tlds.ts";

/** Digits and tens in words, es/en/pt/fr, with their value. Hundreds stand apart: they only occur in long numbers. */
const VALUES = new Map<string, number>();
for (const row of [
  "0 cero zero oh nought",
  "1 un uno una one um uma",
  "2 dos two dois duas deux",
  "3 tres three trois",
  "4 cuatro four quatro quatre",
  "5 cinco five cinq",
  "6 seis six",
  "7 siete seven sete sept",
  "8 ocho eight oito huit",
  "9 nueve nine nove neuf",
  "10 diez ten dez dix",
  "11 once eleven onze",
  "12 doce twelve doze douze",
  "13 trece thirteen treze treize",
  "14 catorce fourteen quatorze",
  "15 quince fifteen quinze",
  "16 dieciseis sixteen dezesseis seize",
  "17 diecisiete seventeen dezessete",
  "18 dieciocho eighteen dezoito",
  "19 diecinueve nineteen dezenove",
  "20 veinte twenty vinte vingt",
  "21 veintiun veintiuno veintiuna",
  "22 veintidos",
  "23 veintitres",
  "24 veinticuatro",
  "25 veinticinco",
  "26 veintiseis",
  "27 veintisiete",
  "28 veintiocho",
  "29 veintinueve",
  "30 treinta thirty trinta trente",
  "40 cuarenta forty quarenta quarante",
  "50 cincuenta fifty cinquenta cinquante",
  "60 sesenta sixty sessenta soixante",
  "70 setenta seventy",
  "80 ochenta eighty oitenta",
  "90 noventa ninety",
  "100 cien ciento",
  "200 doscientos doscientas",
  "300 trescientos trescientas",
  "400 cuatrocientos cuatrocientas",
  "500 quinientos quinientas",
  "600 seiscientos seiscientas",
  "700 setecientos setecientas",
  "800 ochocientos ochocientas",
  "900 novecientos novecientas",
]) {
  const [value, ...words] = row.split(" ");
  for (const word of words) VALUES.set(word, Number(value));
}

/** Words of which numbers are spoken. */
export const NUMBER_WORDS = [
  ...VALUES.keys(),
  "primero",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "premier",
  "doble",
  "double",
  "triple",
].join("|");

const JOINERS = new Set(["y", "and", "e", "et"]);
const REPEATS = new Map([
  ["doble", 2],
  ["double", 2],
  ["triple", 3],
]);
const MULTIPLIERS = new Set(["mil", "millon", "millones", "thousand", "million", "milhao", "mille", "hundred"]);
const MAX_WORDS = 40;

interface Word {
  text: string;
  start: number;
  end: number;
  /** True when more than a space stands before it. */
  apart: boolean;
}

/** The words from `at` on, as long as they are separated by little; bounded. */
function wordsFrom(text: string, at: number): Word[] {
  const out: Word[] = [];
  let i = at;
  while (out.length < MAX_WORDS) {
    const start = i;
    while (i < text.length && i - start < 24 && isWordChar(text.charCodeAt(i))) i++;
    if (i === start) break;
    const gapBefore = out.length === 0 ? "" : text.slice(out[out.length - 1]!.end, start);
    out.push({ text: foldText(text.slice(start, i)), start, end: i, apart: /[^ -]/.test(gapBefore) });
    const end = i;
    while (i < text.length && i - end < 3 && !isWordChar(text.charCodeAt(i)) && /[ ,.-]/.test(text[i]!)) i++;
    if (i === end) break;
  }
  return out;
}

/** True when the word before `at` is a number too: the sequence does not begin here. */
function followsNumber(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && at - end < 3 && !isWordChar(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && end - start < 16 && isWordChar(text.charCodeAt(start - 1))) start--;
  if (end === at || end === start) return false;
  const word = foldText(text.slice(start, end));
  return VALUES.has(word) || (JOINERS.has(word) && start > 1 && followsNumber(text, start));
}

/**
 * Reads a number dictated in words from `at` on: digits, pairs ("cuarenta y uno"), hundreds, "doble cero". Null when
 * the words are an amount ("tres mil") or do not begin here.
 */
export function readSpokenDigits(text: string, at: number): { digits: string; end: number } | null {
  if (followsNumber(text, at)) return null;
  const words = wordsFrom(text, at);
  let digits = "";
  let end = at;
  let i = 0;
  while (i < words.length) {
    const word = words[i]!;
    const repeat = REPEATS.get(word.text);
    if (repeat !== undefined && i + 1 < words.length && (VALUES.get(words[i + 1]!.text) ?? 10) < 10) {
      digits += String(VALUES.get(words[i + 1]!.text)).repeat(repeat);
      end = words[i + 1]!.end;
      i += 2;
      continue;
    }
    const value = VALUES.get(word.text);
    if (value === undefined) {
      if (MULTIPLIERS.has(word.text)) return null;
      break;
    }
    let total = value;
    end = word.end;
    i++;
    // "trescientos ochenta y cuatro" is one group of three digits; a comma ends a group.
    let room = value >= 100 ? 100 : value >= 20 && value % 10 === 0 ? 10 : 0;
    while (room > 0 && i < words.length && !words[i]!.apart) {
      const joined = JOINERS.has(words[i]!.text) ? 1 : 0;
      const next = words[i + joined];
      const part = next === undefined || next.apart ? undefined : VALUES.get(next.text);
      if (
        part === undefined ||
        part === 0 ||
        part >= room ||
        (joined === 0 && room === 10 && total < 100 && value >= 30 && !word.text.endsWith("y"))
      )
        break;
      total += part;
      end = next!.end;
      i += joined + 1;
      room = part >= 20 && part % 10 === 0 ? 10 : 0;
    }
    digits += String(total);
    if (i < words.length && JOINERS.has(words[i]!.text)) break;
  }
  return digits.length === 0 ? null : { digits, end };
}

/** A matcher for numbers dictated in words, of `least` to `most` digits. */
export function spokenNumber(
  least: number,
  most: number,
  check?: (digits: string) => boolean,
): (text: string, at: number) => Match | null {
  return (text, at) => {
    const spoken = readSpokenDigits(text, at);
    if (spoken === null || spoken.digits.length < least || spoken.digits.length > most) return null;
    return { start: at, end: spoken.end, checked: check !== undefined && check(spoken.digits) };
  };
}

const DIGIT_WORDS = [...VALUES].filter(([, value]) => value < 10).map(([word]) => word);
/** Accents of the digits as people write them. */
const DIGIT = `(?:${[...DIGIT_WORDS, "três"].join("|")})`;

/** Of `least` to `most` digits in words behind a label, over the few words between: "código de atrás es siete uno cuatro". */
export function spokenBehind(least: number, most: number): RegExp {
  return new RegExp(
    `(?:(?!${DIGIT}(?!\\p{L}))[^\\d.!\\n]{1,40}?[\\s:,?])??(${DIGIT}(?:[\\s,-]{1,3}${DIGIT}){${least - 1},${most - 1}})(?![\\s,-]{1,3}${DIGIT}(?!\\p{L})|\\p{L})`,
    "iuy",
  );
}

const SPOKEN_DOT = "(?:punto|dot|point|ponto)";
const LOCAL_BEFORE = new RegExp(
  "((?:(?<![\\p{L}\\p{N}])\\p{L}[ \\t]){2,20}\\p{L}(?![\\p{L}\\p{N}])(?:[ \\t]\\d{1,4})?|[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,40}(?:[ \\t]{1,2}(?:punto|dot|ponto|point|gui[oó]n[ \\t]bajo|gui[oó]n[ \\t]medio|gui[oó]n|underscore|dash|hyphen|menos|subrayado|tiret)[ \\t]{1,2}[\\p{L}\\p{N}._+-]{1,40}){0,4}(?:[ \\t]\\d{1,4})?),?[ \\t]{0,2}[[({<]?$",
  "u",
);
const ANY_DOMAIN = new RegExp(
  `(?:arroba|aroba|arobase|arobas)(?:[\\])}>][ \\t]{0,2}|,?[ \\t]{1,2})((?:[\\p{L}\\p{N}-]{1,30}[ \\t]{1,2}){0,3}[\\p{L}\\p{N}-]{1,30}(?:(?:[ \\t]{0,2}[[({]${SPOKEN_DOT}[\\])}][ \\t]{0,2}|[ \\t]{0,2}${SPOKEN_DOT}[ \\t]{0,2}|[ \\t]{0,2}\\.(?![ \\t]{0,2}(?!com|es|mx|org|net|fr|br|ar|co|cl|pe|pt)\\p{L})[ \\t]{0,2}|\\.)[\\p{L}\\p{N}-]{2,24}){1,3}|(?:gmail|hotmail|outlook|yahoo|icloud|live|proton|protonmail|uol|bol|orange|free)(?:[ \\t]{1,2}(?:com|es|mx|net|org|fr|br|ar|co|cl|pe|pt)){0,2}(?![\\p{L}\\p{N}]))`,
  "iuy",
);
/** English "at" is a word as well: behind it the domain ends in a name that domains end in. */
const AT_DOMAIN = new RegExp(
  `at(?:[ -]sign,?)?(?:[\\])}>][ \\t]{0,2}|[ \\t]{1,2})(?!(?:the|a|an|this|that|my|your|our|any|all|least|one|some)[ \\t])([\\p{L}\\p{N}-]{1,30}(?:(?:[ \\t]{1,2}${SPOKEN_DOT}[ \\t]{1,2}|[ \\t]{0,2}[[({]${SPOKEN_DOT}[\\])}][ \\t]{0,2})[\\p{L}\\p{N}-]{2,24}){1,3}|(?:gmail|hotmail|outlook|yahoo|icloud|live|protonmail)[ \\t]{0,2}\\.[ \\t]{0,2}[a-z]{2,3})`,
  "iuy",
);

/** An address said aloud, around the word for `@`: `juan punto perez arroba correo punto com`. */
export function matchSpokenEmail(text: string, at: number): Match | null {
  const isEnglish = (text.charCodeAt(at + 1) | 32) === 116;
  const domainPattern = isEnglish ? AT_DOMAIN : ANY_DOMAIN;
  domainPattern.lastIndex = at;
  const domain = domainPattern.exec(text);
  if (domain === null || (isEnglish && !TLDS.has(/[a-z]*$/iu.exec(domain[0])![0].toLowerCase()))) return null;
  const before = text.slice(Math.max(0, at - 128), at);
  const local = LOCAL_BEFORE.exec(before);
  if (local === null) return null;
  return { start: at - (before.length - local.index), end: at + domain[0].length, checked: true };
}

/** One form for the ways of writing one address. */
export function emailKey(value: string): string {
  return foldText(value)
    .replace(/[[\](){}<>]/g, " ")
    .replace(/\s+(?:arroba|aroba|arobase|arobas|at)\s+/g, "@")
    .replace(/\s*\b(?:guion bajo|underscore|subrayado)\b\s*/g, "_")
    .replace(/\s*\b(?:guion medio|guion|dash|hyphen|menos|tiret)\b\s*/g, "-")
    .replace(/\s*\b(?:punto|dot|ponto|point)\b\s*/g, ".")
    .replace(/@(gmail|hotmail|outlook|yahoo|icloud|live) (com|es|mx)$/, "@$1.$2")
    .replace(/\s+/g, "");
}
