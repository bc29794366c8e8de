// Where an address that a pattern has found ends, and whether it can be one: what the patterns themselves cannot tell.
import { isWordChar } from "../characters.ts";
import type { Match } from "../detector.ts";
import { tailEnd } from "./address-parts.ts";

/** Behind a Brazilian street: district, town with its state, code. */
const STATE_BR = "(?:AC|AL|AM|AP|BA|CE|DF|ES|GO|MA|MG|MS|MT|PA|PB|PE|PI|PR|RJ|RN|RO|RR|RS|SC|SE|SP|TO)(?![\\p{L}])";
const PLACE_BR = "(?:,\\s|\\s?[-–]\\s?)\\p{Lu}[\\p{L}]{1,20}(?:\\s(?:d[aeo]s?\\s)?\\p{Lu}[\\p{L}]{1,20}){0,3}";

/** What may follow an address without a comma: a code, the streets beside it, or a town that ends the sentence. */
const AFTERWARDS = [
  /\s\d{5}(?!\d|[.,]\d)/uy,
  /[.,]?\s{1,2}(?:[Ee]ntre|[Ee]squina(?: con)?|[Ee]sq\.?(?: con)?|[Cc]asi)\s(?:(?:de|del|la|las|los)\s){0,2}\p{Lu}[\p{L}.]{1,20}(?:\s(?:y\s|de\s|del\s|la\s|los\s){0,3}\p{Lu}[\p{L}.]{1,20}){0,6}/uy,
  /\s\p{Lu}\p{Ll}{2,20}(?:\s(?:(?:de|del|la|las|los)\s){0,2}\p{Lu}\p{Ll}{2,20}){0,2}(?=\s{0,2}(?:[,.;\n]|$))/uy,
  new RegExp(`${PLACE_BR}(?=${PLACE_BR}\\s?[-–/]\\s?${STATE_BR}|\\s?[-–/]\\s?${STATE_BR})`, "uy"),
  new RegExp(`(?:${PLACE_BR})?\\s?[-–/,]\\s?${STATE_BR}`, "uy"),
  /\s\((?:C\.?\s?P\.?:?\s?)?(?:[A-Z]\d{4}(?:[A-Z]{3})?|\d{4,5}(?:-\d{3})?)\)/uy,
  /,\s(?:Ags|B\.?\s?C\.?(?:\s?S)?|Camp|Chis|Chih|Coah|Col|Dgo|Edo\.? ?(?:de )?M[eé]x|EdoMex|M[eé]x|Gto|Gro|Hgo|Jal|Mich|Mor|Nay|N\.?\s?L|Oax|Pue|Qro|Q\.?\s?Roo|S\.?L\.?P|Sin|Son|Tab|Tamps|Tlax|Ver|Yuc|Zac|CDMX|D\.?F|Bs\.? ?As|Cba|Sta\.? Fe)(?![\p{L}\d])\.?(?:,\s\d{5}(?!\d))?/uy,
  /(?<=,\s(?:Ags|Chis|Chih|Coah|Dgo|Gto|Gro|Hgo|Jal|Mich|Mor|Nay|Oax|Pue|Qro|Tamps|Tlax|Ver|Yuc|Zac))\.?,\s\d{5}(?!\d)/uy,
  /(?:,|\s[-–])?\s{0,2}(?:CEP:?\s{0,2})?\d{5}-\d{3}(?!\d)/uy,
];
/** The last words of a line that holds nothing but an address, in any case. */
const REST_OF_LINE = /\s\p{L}{3,20}(?:\s\p{L}{2,20})?(?=\s{0,2}(?:\n|$))/uy;

/** Words that no street is named by: verbs, prepositions, measures and things that are counted. */
export const NO_STREET_NAME =
  /(?:^|\s)(?:es|son|est[aá]|est[aá]n|fue|era|hay|tiene|tienen|tengo|cuesta|cuestan|cost[oó]|vale|valen|mide|dura|tarda|tard[oó]|llega|sale|abre|cierra|cobra|pide|con|en|por|sobre|hasta|desde|hace|dentro|menos|m[aá]s|casi|unos|unas|como|que|qu[eé]|solo|s[oó]lo|para|sin|otros|otras|fila|mesa|sala|ventanilla|taquilla|m[oó]dulo|consultorio|p[aá]gina|l[ií]nea|turno|vuelta|acaba|termina|\p{Ll}{2,16}ó|within|takes?|took|costs?|is|are|was|were|has|have|had|in|on|at|for|with|from|after|before|over|under|about|orders?|items?|issues?|users?|steps?|more|than|[aà]|avec|pour|dans|possui|tem|custa)(?=\s|$)/iu;
/** What follows an amount, so that the number is none of a house. */
const AMOUNT =
  /^\s?(?:eur(?:os?)?|€|usd|mxn|cop|clp|ars|pesos?|d[oó]lares|dollars?|soles|reais|%|por ciento|percent|d[ií]as?|days?|horas?|hours?|hrs?|min(?:utos?|utes?)?|semanas?|weeks?|mes(?:es)?|months?|a[nñ]os?|years?|ans|anos|km|kms|kil[oó]metros|metros?|meters?|mm|cm|kg|mg|ml|gb|mb|mmol|meq|mosm|u?i?u\/l|ng|pg|fl|volts?|voltios|watts?|pulgadas|inches|personas?|people|lugares|candidats?|veces|times|cuotas|puntos|points|grados|degrees|de (?!la\b|las\b|los\b|el\b)\p{Ll}|(?!las|los|altos|bajos|entre)\p{L}{3,16}s)(?![\p{L}])/iu;
/** How long a way is; "km 12" behind it is a place on it. */
const LENGTH = /^\s?(?:kms?|kil[oó]metros|metros|m)(?![\p{L}])(?!\.?\s?\d)/iu;
const LENGTH_CHARS = 16;
const ARTICLES = /^(?:de|del|la|las|los|el|y|da|do|das|dos|du|des|le|les|n[uú]mero|n[uú]m|no|n[oº°]|nro)$/iu;

const TAIL_WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’ªº°-]*/gu;
/** Small words inside names, and what names a part of a house or a district. */
const NAME_JOINT =
  /^(?:de|del|la|las|los|el|y|e|d['’]\p{L}*|da|do|das|dos|du|des|le|les|sur|of|the|en|upon|on|esq|esquina|entre|casi|con|cp|n[uú]m|n[uú]mero|no)\.?$/iu;
const PART_WORD =
  /^(?:ph|esq|dto|frente|fundos|ap|bl|bloco|izda|izq|izquierda|dcha|der|derecha|interior|exterior|int|ext|piso|planta|bajo|[aá]tico|norte|sur|oriente|poniente|nte|ote|pte|este|oeste|col|colonia|fracc|fraccionamiento|barrio|urb|urbanizaci[oó]n|sector|zona|villa|bis|apto|apartamento|apt|depto|dpto|departamento|local|oficina|torre|edificio|edif|bloque|portal|escalera|esc|puerta|pta|nave|centro|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|km|lote|manzana|casa|cep|bairro|appt|[ée]tage|b[aâ]t)\.?$/iu;

/**
 * Where an address in capitals and small letters ends: behind its last number and its last name. Words that go on in
 * small letters are the rest of the sentence.
 */
export function sentenceCut(text: string, start: number, end: number): number {
  const value = text.slice(start, end);
  if (!/\p{Lu}\p{Ll}/u.test(value)) return end;
  const lastDigit = /\d\D*$/u.exec(value);
  if (lastDigit === null) return end;
  const from = lastDigit.index + 1;
  let kept = from;
  TAIL_WORD.lastIndex = from;
  for (let word = TAIL_WORD.exec(value); word !== null; word = TAIL_WORD.exec(value)) {
    const stop = word.index + word[0].length;
    if (word.index === from || /^[\p{Lu}\p{N}]/u.test(word[0]) || PART_WORD.test(word[0])) kept = stop;
    // "39008 santander": a town behind its code, and nothing more.
    else if (
      word.index === from + 1 &&
      /\d{5}$/u.test(value.slice(0, from)) &&
      /^\s?(?:[,.;\n]|$)/u.test(text.slice(start + stop, start + stop + 2))
    )
      kept = stop;
    else if (!NAME_JOINT.test(word[0])) break;
  }
  return start + (/^[ªº°"”]{1,2}/u.exec(value.slice(kept))?.[0].length ?? 0) + kept;
}

/** Whether what a pattern took for a street can be one: it has a name, or two numbers, and counts nothing. */
export function isStreet(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  const number = /\d{1,5}(?![\d])|s\/n/iu.exec(value);
  const words = (number === null ? value : value.slice(0, number.index)).split(/[\s,.#]{1,3}/u).filter(Boolean);
  // The first word says what kind of street it is, and "c/alcalá" is two.
  const names = words.slice(1).join(" ");
  if (NO_STREET_NAME.test(` ${names}`)) return false;
  const isNamed = words.slice(1).some((word) => !ARTICLES.test(word)) || /\/\p{L}{3}/u.test(words[0] ?? "");
  if (
    !isNamed &&
    (number === null || !/^\d+(?:\s\p{L})?[\s#,x-]{1,3}(?:de\s\p{L}|n|\d)/iu.test(value.slice(number.index)))
  )
    return false;
  if (
    number !== null &&
    LENGTH.test(
      text.slice(start + number.index + number[0].length, start + number.index + number[0].length + LENGTH_CHARS),
    )
  )
    return false;
  const lastNumber = /\d{1,5}$/u.test(value);
  return !lastNumber || !AMOUNT.test(text.slice(end, end + 14));
}

/** A code and its town, and what goes on in small letters: the address has ended. */
const AFTER_TOWN =
  /(?<=\d{4,5}\s\p{Lu}\p{L}{1,20}(?:\s(?:de\s|del\s|la\s|los\s)?\p{Lu}\p{L}{1,20}){0,3}),?\s(?!(?:de|del|la|las|los|el|y)\s(?:la\s|las\s|los\s)?\p{Lu})\p{Ll}.*$/u;

/** Without the rest of the sentence, which a pattern that does not tell capitals takes for parts of a town's name. */
function beforeClause(text: string, start: number, end: number): number {
  const clause = AFTER_TOWN.exec(text.slice(start, end));
  return clause === null ? end : start + clause.index;
}

/** Reads an address that begins at a place. */
type AddressMatcher = (text: string, at: number) => Match | null;

/** What the pattern finds: its first group, or all of it. */
export function byPattern(pattern: RegExp): AddressMatcher {
  return (text, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    const end = at + match[0].length;
    return { start: match[1] === undefined ? at : end - match[1].length, end };
  };
}

/** What the pattern finds, which ends in a number, with the parts of an address behind it. */
export function withTail(pattern: RegExp): AddressMatcher {
  const find = byPattern(pattern);
  return (text, at) => {
    const found = find(text, at);
    return found && { start: found.start, end: tailEnd(text, found.end) };
  };
}

/** Nothing where a word goes on behind it. */
export function wholeWords(find: AddressMatcher): AddressMatcher {
  return (text, at) => {
    const found = find(text, at);
    if (found === null || found.end === text.length) return found;
    const goesOn = isWordChar(text.charCodeAt(found.end)) && isWordChar(text.charCodeAt(found.end - 1));
    return goesOn ? null : found;
  };
}

/** An address with what of it comes behind, and without what does not belong to it. */
export function withSurroundings(
  find: AddressMatcher,
  accept: (text: string, start: number, end: number) => boolean,
): AddressMatcher {
  return (text, at) => {
    const found = find(text, at);
    if (found === null) return null;
    const { start } = found;
    const end = beforeClause(text, start, found.end);
    return accept(text, start, end) ? { start, end: sentenceCut(text, start, extended(text, start, end)) } : null;
  };
}

/** Addresses of other things than houses, told by the word before or behind "address" or "dirección". */
const OTHER_ADDRESS =
  /(?:(?:e-?mail|mail|gmail|ip|mac|web|url|wallet)\s(?:addres{1,2}|id)|(?:direcci[oó]n|dir)\s(?:de\s)?(?:correo|e-?mail|mail|ip|mac|web|url)|correo(?:\selectr[oó]nico)?)\s{1,2}(?:(?:is|es|:)\s)?$/iu;
const OTHER_ADDRESS_CHARS = 40;

/** The same as `isStreet` behind a label, where a word that no street is named by and a number that counts tell. */
export function isLabelledStreet(text: string, start: number, end: number): boolean {
  if (OTHER_ADDRESS.test(text.slice(Math.max(0, start - OTHER_ADDRESS_CHARS), start))) return false;
  const value = text.slice(start, end);
  const number = value.search(/\d/u);
  if (NO_STREET_NAME.test(` ${value.slice(0, number)}`)) return false;
  if (/(?:^|\s)(?:el|la|los|las|the)\s$/iu.test(text.slice(Math.max(0, start - 5), start)) && !/^\p{Lu}/u.test(value))
    return false;
  return !/\d$/u.test(value) || !AMOUNT.test(text.slice(end, end + 14));
}

/** Where an address ends with what follows it without a comma, or in any case on a line of its own. */
export function extended(text: string, start: number, end: number): number {
  let reached = end;
  for (const pattern of AFTERWARDS) {
    pattern.lastIndex = reached;
    const more = pattern.exec(text);
    if (more !== null) reached += more[0].length;
  }
  const opensLine = start === 0 || text[start - 1] === "\n";
  if (opensLine && reached === end) {
    REST_OF_LINE.lastIndex = end;
    const rest = REST_OF_LINE.exec(text);
    if (rest !== null) return end + rest[0].length;
  }
  return reached;
}
