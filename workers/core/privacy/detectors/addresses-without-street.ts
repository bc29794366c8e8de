// Addresses in which no word for a street stands: known by a flat, a floor, a road and its kilometre, a label, their
// capitals, a day that a street is named after, or a box at the post office.
import { isDigit } from "../characters.ts";
import type { Detector, Match } from "../detector.ts";
import { patternOf } from "../patterns.ts";
import {
  extended,
  isLabelledStreet,
  NO_STREET_NAME,
  sentenceCut,
  wholeWords,
  withSurroundings,
  withTail,
} from "./address-ends.ts";
import { HOUSE, NAME_WORD, NO_TOWN, PART, STATE_US, tailEnd, TOWN_PART } from "./address-parts.ts";

/** Words after "vivo en" that lead to something else than a street. */
const NO_STREET =
  "y|e|su|sus|cel|celular|tel|tel[eé]fono|m[oó]vil|desde|hasta|hace|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|con|gusto|tengo|tiene|que|cuil|cuit|dni|rfc|curp|sigue|siendo|por|unos?|m[aá]s|casi|como|to|as|of|has|unchanged|changed|since|was|will|until|cp|c\\.p|zip|cep|c[oó]digo";
const LABELLED = patternOf(
  `(?:(?:en|la|el|es|de|mi|at|in|on|ahora|con|facturaci[oó]n|env[ií]o|entrega|casa|domicilio|residencia|fiscal|postal|actual|trabajo|a|efectos|de|notificaciones|procesal|legal|real|particular|convencional|social|laboral|nuev[oa]|habitual)\\s){0,5}((?:(?!(?:${NO_STREET})(?![\\p{L}]))${NAME_WORD}\\s){1,5}?(?!(?:19|20)\\d\\d(?!\\d|,))\\d{2,5}(?!\\d|[.,:/]\\d|[ -]\\d|\\s?(?:a[nñ]os|km|pesos|euros|%)))`,
  "iuy",
);
/** A street known by its capitals, its number and the town or code behind it: "en Xola 1120-6, Narvarte". */
const ADDRESS_CAPITALS =
  /(?:(?:en|de|para|a|la|el|es|at|to)\s){0,3}((?:\p{Lu}[\p{L}'’.]{2,16}\s(?:(?:de|del|la|las|los)\s){0,2}){1,4}(?!(?:19|20)\d\d(?!\d))\d{1,5}(?:-\d{1,4})?(?:\s?[A-Z](?![\p{L}]))?(?:,\s(?:piso|depto|dpto|int|ap|apto|PB|[ºª\d]{1,3})[\s.]?[\w]{0,4})?,\s(?:(?:[A-Z]?\d{4,5}(?:[A-Z]{3})?)(?:,?\s\p{Lu}[\p{L}]{2,16}(?:\s\p{Lu}[\p{L}]{2,16}){0,2})?|\p{Lu}[\p{L}]{3,16}(?:\s(?:(?:de|del|la|las|los)\s){0,2}\p{Lu}[\p{L}]{2,16}){0,2}))/uy;
const UNIT_FORWARD = patternOf(PART, "iuy");
/** On one line: what stands above it, such as the person's name, is not part of it. */
const STREET_BEFORE = /(?:\p{L}[\p{L}.'’-]{0,20}[^\S\n]){1,5}\d{1,5}[^\S\n]?[A-Za-z]?,?[^\S\n]{1,2}(?:el\s|la\s)?$/u;
const LEAD =
  /^(?:.*?\s)??(?:alquiler de|renta de|venta de|casa de|depto de|(?:vecin[oa]s?|inquilin[oa]s?|residentes?|due[nñ][oa]s?|propietari[oa]s?|administrador[ae]?s?|porter[oa]s?|conserje) (?:del|de la|de los|de las|de|en)|en|es|vivo|estoy|vivimos|domicilio|direcci[oó]n|dir|al?|hasta|para|mi|ahora|s[ií]|no|que|casa)\s(?!.*\s(?:en|es|vivo|estoy|vivimos|domicilio|direcci[oó]n)\s)/iu;

/** Rooms and the like have numbers, and stand before floors, without being streets. */
const ROOM = /(?:^|\s)(?:sala|aula|mesa|cama|cuarto|habitaci[oó]n|puerta|turno|fila|asiento|room|gate|bed|desk)\s\d/iu;

/** Whether a digit stands shortly before `at`. */
function followsDigit(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 9; i--) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}

/** A street without its word, known by the flat or the district behind its number: "San Martín 455 dpto 3". */
function matchUnitAddress(text: string, at: number): Match | null {
  if (!followsDigit(text, at)) return null;
  const before = text.slice(Math.max(0, at - 80), at);
  const street = STREET_BEFORE.exec(before);
  if (street === null) return null;
  UNIT_FORWARD.lastIndex = at;
  if (!UNIT_FORWARD.test(text) || ROOM.test(street[0])) return null;
  const lead = LEAD.exec(street[0]);
  const skipped = lead === null ? 0 : lead[0].length;
  if (NO_STREET_NAME.test(` ${street[0].slice(skipped)}`)) return null;
  const start = at - street[0].length + skipped;
  return /\p{L}{3}/u.test(street[0].slice(skipped))
    ? {
        start,
        end: sentenceCut(text, start, extended(text, start, tailEnd(text, UNIT_FORWARD.lastIndex))),
        checked: true,
      }
    : null;
}

const BOX_NUMBER = /(?:box|postal|apdo|postale)\.?\s{0,2}(?:n[oº.]{1,2}\s?)?\d{1,6}(?!\d)/iy;
const BOX_TOWN = new RegExp(
  `,\\s{0,2}${TOWN_PART},?\\s{1,2}(?:${STATE_US}(?![\\p{L}])(?:\\s{1,2}\\d{5}(?!\\d))?|\\d{4,5}(?!\\d))`,
  "uy",
);
const BOX_BEFORE = /(?:p\.?\s?o\.?\s?|apartado\s|caixa\s|bo[iî]te\s)$/iu;

/** A post office box: the trigger is the second word of its name. */
function matchBox(text: string, at: number): Match | null {
  BOX_NUMBER.lastIndex = at;
  const number = BOX_NUMBER.exec(text);
  if (number === null) return null;
  const before = BOX_BEFORE.exec(text.slice(Math.max(0, at - 10), at));
  BOX_TOWN.lastIndex = at + number[0].length;
  const town = BOX_TOWN.exec(text);
  return { start: at - (before?.[0].length ?? 0), end: at + number[0].length + (town?.[0].length ?? 0) };
}

const FLOOR_ALONE = /\d{1,2}(?:er|do|ro|to|vo|mo|no)\s[A-Za-z](?![\p{L}\p{N}])/uy;

/** A street without its word, known by the floor behind its number: "Yerbal 833 5to B". */
function matchFloorAddress(text: string, at: number): Match | null {
  FLOOR_ALONE.lastIndex = at;
  return FLOOR_ALONE.test(text) ? matchUnitAddress(text, at) : null;
}

const ROAD = patternOf(
  `km\\.?\\s{1,2}\\d{1,4}(?:[.,+]\\d{1,3})?,?\\s{1,2}(?:(?:de|en|por|la)\\s){0,2}(?:carretera|ctra|autopista|ruta|v[ií]a|camino)\\.?\\s{1,2}${NAME_WORD}(?:\\s?[-–]\\s?${NAME_WORD}|\\s${NAME_WORD}){0,2}`,
  "iuy",
);
/** The other way round: "carretera Panamericana km 54.5, bodega 9". */
const ROAD_FIRST = patternOf(
  `(?:carretera|ctra|autopista|camino|ruta|libramiento|v[ií]a|rodovia|avenida|av|blvd|boulevard)\\.?\\s{1,2}(?:[\\p{L}\\d.'’-]{1,20}(?:,\\s|[\\s-]{1,3})){1,6}?km\\.?\\s{0,2}\\d{1,4}(?:[.,+]\\d{1,3})?`,
  "iuy",
);
/** Between two towns: "Ctra. Madrid - Cartagena, s/n", "carretera N-332 Valencia-Alicante km 88". */
const ROAD_BETWEEN = patternOf(
  `(?:carretera|ctra|crta|autov[ií]a|autopista|camino)\\.?\\s{1,2}(?:de\\s)?(?:[A-Z]{1,3}-?\\d{1,4},?\\s)?${NAME_WORD}(?:\\s${NAME_WORD}){0,2}?\\s?[-–]\\s?${NAME_WORD}(?:\\s${NAME_WORD}){0,2}?,?\\s{1,2}(?:km\\.?\\s?\\d{1,4}(?:[.,+]\\d{1,3})?|${HOUSE})`,
  "iuy",
);
/** A field of a form that holds an address, up to the end of its line: names, numbers and small words of addresses. */
const FIELD =
  /(?<=:\s{0,3})(?=[^\n]{0,40}?\p{L}{3})(?=[^\n]{0,80}?(?:\d|[sS]\s?\/\s?[nN]))(?:(?:\p{Lu}[\p{L}'’ªº-]{0,20}|\d{1,5}[\p{L}ºª°]{0,3}|[sS]\/[nN]|[CP]\/|c\/|del?|la|las|los|el|y|n[º°.]{1,2}|n[uú]m\.?|piso|puerta|casa|izq|izda|dcha|der|bajo|int|ext|interior|col|bis)(?:[.,-]{0,2}[^\S\n]{1,2}(?:-\s)?|,|(?=[.]?[^\S\n]{0,3}[.]{0,2}(?:\n|$)))){2,14}(?=[.]?[^\S\n]{0,3}[.]{0,2}(?:\n|$))/uy;
/** A road with a name or with more than its kilometre: "ruta 34 km 18" alone is a road, and nobody's address. */
function isPlaceOnRoad(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  return !/^\p{L}+\.?\s(?:\d{1,4}\s|km)?km?\.?\s{0,2}[\d.,+]+$/iu.test(value);
}

const ESTATE_BEFORE = /(?:rancho|finca|hacienda|granja|parcela|predio|ejido)(?:\s[\p{L}.'’-]{1,20}){1,5},?\s{1,2}$/iu;

/** A place on a country road: "rancho el mezquite km 12 carretera tepatitlan arandas". */
function matchRoadAddress(text: string, at: number): Match | null {
  ROAD.lastIndex = at;
  const road = ROAD.exec(text);
  if (road === null) return null;
  const estate = ESTATE_BEFORE.exec(text.slice(Math.max(0, at - 100), at));
  return { start: at - (estate?.[0].length ?? 0), end: at + road[0].length, checked: true };
}

export const ADDRESSES_WITHOUT_STREET: readonly Detector[] = [
  {
    name: "address-unit",
    category: "ADDRESS",
    trigger: "word",
    words:
      "depto|dpto|dto|departamento|apto|apartamento|int|interior|piso|pb|planta|oficina|col|colonia|fracc|fraccionamiento|barrio|torre|bloque|ph",
    side: "here",
    match: matchUnitAddress,
    weak: true,
    scores: [0, 0, 0, 0.85],
  },
  {
    name: "address-floor",
    category: "ADDRESS",
    trigger: "code",
    starts: [3, 4],
    opens: "123456789",
    match: matchFloorAddress,
    weak: true,
    scores: [0, 0, 0.85, 0.85],
  },
  {
    name: "address-road",
    category: "ADDRESS",
    trigger: "word",
    words: "km",
    side: "here",
    match: matchRoadAddress,
    weak: true,
    scores: [0, 0, 0.85, 0.85],
  },
  {
    name: "address-road-first",
    category: "ADDRESS",
    trigger: "word",
    words: "carretera|ctra|autopista|camino|ruta|libramiento|via|rodovia|avenida|av|blvd|boulevard",
    side: "here",
    match: withSurroundings(withTail(ROAD_FIRST), isPlaceOnRoad),
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "address-road-between",
    category: "ADDRESS",
    trigger: "word",
    words: "carretera|ctra|crta|autovia|autopista|camino",
    side: "here",
    match: wholeWords(withTail(ROAD_BETWEEN)),
    shape: ROAD_BETWEEN,
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "address-field",
    category: "ADDRESS",
    trigger: "word",
    words: "domicilio|direccion|address|endereco|morada|adresse|direccion postal|domicilio particular|domicilio actual",
    match: FIELD,
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "address-labelled",
    category: "ADDRESS",
    trigger: "word",
    words: "domicilio|direccion|dir|vivo|vivimos|vive|viven|resido|address|estoy",
    match: withSurroundings(withTail(LABELLED), isLabelledStreet),
    scores: [0, 0.72, 0, 0],
  },
  {
    name: "address-capitals",
    category: "ADDRESS",
    trigger: "word",
    words:
      "depto|departamento|casa|local|portero|paquete|entrega|envio|renta|alquiler|piso|inmueble|vivienda|finca|garaje|oficina|sede|domicilio|direccion|queda|deliver|delivery|apartamento|imovel|encomenda|livraison",
    match: ADDRESS_CAPITALS,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "po-box",
    category: "ADDRESS",
    trigger: "word",
    words: "po box|p o box|apartado postal|apdo|caixa postal|boite postale",
    side: "here",
    match: matchBox,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "address-of-a-day",
    category: "ADDRESS",
    trigger: "word",
    words: "mayo|septiembre|febrero|julio|noviembre|abril|junio|enero|agosto|octubre",
    side: "before",
    match: new RegExp(
      `\\d{1,2}\\sde\\s(?:mayo|septiembre|febrero|julio|noviembre|abril|junio|enero|agosto|octubre)\\s(?:#\\s?|n[uú]m\\.?\\s|no\\.\\s)?(?!(?:19|20)\\d\\d(?!\\d))\\d{1,4}(?=,\\s\\p{L})(?:,\\s(?!${NO_TOWN}(?![\\p{L}]))${TOWN_PART}){1,2}`,
      "iuy",
    ),
    scores: [0, 0.95, 0, 0],
  },
];
