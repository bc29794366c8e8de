// Pieces of the patterns of addresses: house numbers, units, areas, codes, towns, and the tail they make.
import { patternOf } from "../patterns.ts";

/** A word of a street's name: capitalised or not, numbers in it ("5 de mayo") allowed by the caller. */
export const NAME_WORD = "[\\p{L}][\\p{L}.'’-]{0,20}";
/** What says that a number follows: "núm.", "#". */
export const NUMBER_MARK = "(?:n[uú]mero|n[uú]m|no|n[oº°]|nro|#)\\.?\\s{0,2}";
/** "12", "12 B", "58-182", "1 y 3", "s/n". */
export const HOUSE =
  "(?:\\d{1,5}(?!\\d)(?:[\\s-]?(?:[A-Da-d]|bis|BIS)(?![\\p{L}\\p{N}])|\\s?[-–]\\s?\\d{1,4}(?![\\p{L}\\d]|[\\s.-]\\d{2,4}(?!\\d))|\\sy\\s\\d{1,4}(?=\\s{0,2}(?:[,.;\\n]|\\d{5}(?!\\d)|$)))?|s\\s?\\/\\s?n(?![\\p{L}\\d]))";
/** Words for a part of a house. */
const UNIT =
  "(?:piso|planta|depto|dpto|dto|departamento|apto|apartamento|apart|int|interior|ext|exterior|torre|bloque|edificio|edif|casa|local|oficina|of|ofic|escalera|esc|portal|puerta|pta|mz|mza|manzana|lt|lote|km|bodega|nave|parcela|m[oó]dulo|pb|unidad|suite|ste|apt|unit|fl|floor|room|bajo|[aá]tico|ap(?=\\.?\\s{0,2}\\d)|bl|bloco|cj|quadra|qd|ph(?!\\.?\\s{0,2}:?\\s{0,2}\\d{3}))";
/** Words for a part of a town. */
export const AREA =
  "(?:colonia|col|fraccionamiento|fracc|barrio|bo|urbanizaci[oó]n|urb|residencial|unidad habitacional|ejido|pol[ií]gono|parque industrial|zona|sector|reparto|villa|conjunto|alcald[ií]a|delegaci[oó]n|municipio|mpio|distrito|comuna|aahh|aa\\.hh|asentamiento|bairro|conj)";
/** A postal code with or without its label. */
const CODE =
  "(?:(?:c\\.?\\s?p\\.?|c[oó]digo postal|cep|zip|cod\\.? postal)[\\s:]{0,2}(?:es\\s)?)?(?:[A-Z]\\d{4}[A-Z]{3}(?![\\p{L}\\d])|(?:[A-Z]-?)?\\d{4,5}(?:-\\d{3,4})?(?!\\d))";
/** A part of a house with its number. */
const UNIT_PART = `(?:(?:residencial|portal)\\.?\\s[\\p{L}]{3,16}(?=,)|(?:${UNIT})(?![\\p{L}])\\.?\\s{0,2}(?:${NUMBER_MARK})?(?:\\d{1,4}(?:[ -]?(?:[A-Za-z](?![\\p{L}])|[\\x22“”'][A-Za-z][\\x22“”']))?|[A-Za-z](?![\\p{L}])|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa])?)`;
/** A floor with or without a door: "3º B", "2do", "primero izquierda". */
const FLOOR_PART =
  "\\d{1,2}(?:r|n|t|è|º|ª)\\s\\d{1,2}(?:a|ª)(?![\\p{L}])|\\d{1,2}(?:er|ero|do|ro|to|vo|mo|no)(?:\\s[A-Za-z](?![\\p{L}]))?(?![\\p{L}])|\\d{1,2}\\s[A-D](?![\\p{L}])|\\d{1,3}\\s?[.]?\\s?[ºª°o]\\s?[\\x22“'][A-Za-z][\\x22”']|\\d{1,3}\\s?[.]?\\s?[ºª°o](?:\\s?[A-Za-z](?![\\p{L}])|\\s?\\d{1,2}[ªº]|\\s?(?:izq|izda|dcha|der|izquierda|derecha|interior|exterior|esq|dto|dir|frente|fte|frt)(?![\\p{L}])\\.?)?|\\d{1,2}\\s?(?:izq|izda|dcha|der)\\.?|(?:primero|segundo|tercero|cuarto|quinto|bajo)\\s(?:izquierda|derecha|[A-Da-d](?![\\p{L}]))";
/** A part of a town with its name. */
const AREA_PART = `(?:${AREA})\\.?\\s{1,2}${NAME_WORD}(?:\\s${NAME_WORD}){0,4}?(?=[,.;\\n)]|\\s(?:c\\.?p|el cp|\\d)|$)`;
/** A town by its capitals. */
export const TOWN_PART =
  "(?:(?:Sta|Sto|Gral|Dr|Ma)\\.\\s)?\\p{Lu}[\\p{L}]{1,20}(?:\\s(?:de|del|la|las|los|el|y|d['’])(?=\\s)){0,2}(?:\\s(?:de\\s|del\\s|la\\s|los\\s){0,2}\\p{Lu}[\\p{L}]{1,20}){0,3}";
/** What goes on behind a comma in any case, but describes the way instead of naming a town. */
export const NO_TOWN =
  "(?:cp|c\\.p|cep|el|la|los|las|un|una|al|en|a|con|y|o|que|por|para|junto|cerca|frente|enfrente|entrada|port[oó]n|zagu[aá]n|casa|timbre|tocar?|toc[aá]|pregunta|pregunte|referencia|ref|gracias|mi|me|mu|es|si|s[ií]|no|ah[ií]|all[ií]|ac[aá]|aqu[ií]|ya|pero|donde|desde|hasta|tengo|quiero|necesito|llegar|gracias|porfa|porfavor|favor|tel|cel|tel[eé]fono|celular|correo|and|the|but|please|thanks|my|which|where|it|is|e|m[oó]vil|nif|dni|rfc|curp|dob|ssn|mrn|nhs|ni|pt|nhc|cuit|cuil|cpf|cnpj|rut|nit|cc|atenci[oó]n|art[ií]culo|sendo|sito)";
/** A building by its name: "edif. Olmo", "torre Norte". */
const BUILDING_PART = "(?:edif(?:icio)?|torre|bloque)\\.?\\s{1,2}[\\p{L}]{3,20}(?=\\s{0,2}[,.;\\n]|$)";
/** One more part of an address. */
export const PART = `(?:${BUILDING_PART}|${UNIT_PART}|${FLOOR_PART}|${AREA_PART}|(?:el\\s)?${CODE}(?:\\s${TOWN_PART})?)`;
/** Parts, towns, and a code with its town. */
const TAIL = patternOf(
  `(?:(?:,\\s{0,2}|\\s{1,2}|\\s[-–]\\s)${PART}){0,6}(?:,\\s{0,2}(?!${NO_TOWN}(?![\\p{L}]))${TOWN_PART}){0,3}(?:,\\s{0,2}${CODE}(?:,?\\s{1,2}(?!${NO_TOWN}(?![\\p{L}]))(?:CDMX|CABA|${TOWN_PART})(?=\\s{0,2}(?:[,.;\\n]|$)))?)?`,
  "iuy",
);

/**
 * Where all that may stand behind the number of a house ends; `at` when nothing of it does. One pattern for every kind of
 * address: written into each of them it made up most of what they cost to compile.
 */
export function tailEnd(text: string, at: number): number {
  TAIL.lastIndex = at;
  return TAIL.test(text) ? TAIL.lastIndex : at;
}

/** States of the United States by their letters. */
export const STATE_US =
  "(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC)";
