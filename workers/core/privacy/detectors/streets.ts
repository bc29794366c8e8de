// Addresses of Spanish, Portuguese and Catalan that begin with the word for a street, a block or an area: street, number,
// unit, area, code and town joined.
import type { Detector } from "../detector.ts";
import { patternOf } from "../patterns.ts";
import { isStreet, wholeWords, withSurroundings, withTail } from "./address-ends.ts";
import { AREA, HOUSE, NAME_WORD, NUMBER_MARK } from "./address-parts.ts";

const STREET_ES =
  "calle|cl|c\\/(?![uo](?![\\p{L}]))|avenida|avda|avd|ave|av|boulevard|blvd|bulevar|calzada|calz|carrera|cra|kra|kr|cr|transversal|tv|diagonal|dg|jir[oó]n|jr|pasaje|psje|privada|priv|cerrada|circuito|camino|carretera|ctra|crta|autopista|autov[ií]a|prolongaci[oó]n|prol|paseo|pso|p[º°](?=\\.?\\s)|ronda|raval|plaza|pza|plaça|praça|plazuela|callej[oó]n|and[aá]dor|retorno|rinconada|carrer|r[uú]a|malec[oó]n|costanera|bv|bvar|gran\\sv[ií]a|rambla|rda|glorieta|traves[ií]a|cuesta|passeig|avinguda|alameda|travessa|estrada|rodovia|rue|via|vialidad|ruta|urb(?=\\.\\s)|urbanizaci[oó]n";
const STREET_WORDS =
  "calle|cl|c|avenida|avda|avd|ave|av|boulevard|blvd|bulevar|calzada|calz|carrera|cra|kra|transversal|tv|diagonal|jiron|jr|pasaje|psje|privada|priv|cerrada|circuito|camino|carretera|ctra|crta|autopista|autovia|prolongacion|prol|paseo|pso|p|ronda|raval|plaza|pza|placa|praca|plazuela|callejon|andador|retorno|rinconada|carrer|rua|malecon|costanera|bv|bvar|gran via|rambla|rda|glorieta|travesia|cuesta|passeig|avinguda|alameda|travessa|estrada|rodovia|rue|vialidad|ruta|urb|urbanizacion";

const STREET = patternOf(
  `(?:${STREET_ES})\\.?\\s{0,2}(?:\\d{1,3}\\s(?:de\\s${NAME_WORD}\\s)?)?(?:${NAME_WORD},?[\\s]{1,2}){0,7}?(?:${NUMBER_MARK})?${HOUSE}(?:\\s{0,2}(?:norte|sur|oriente|poniente|este|oeste|nte|ote|pte))?(?![:%]|[.,]\\d)`,
  "iuy",
);
/** Colombian grid: "cra 43A # 25 sur - 31", "calle 134 número 19-47". */
const GRID = patternOf(
  `(?:calle|cl|cll|carrera|cra|kra|kr|cr|transversal|tv|diagonal|dg|avenida|av)\\.?\\s{0,2}\\d{1,3}(?:\\s?[A-Za-z]{1,2}(?![\\p{L}]))?(?:\\s(?:bis|sur|norte|este|oeste))?\\s{0,2}(?:${NUMBER_MARK}|x\\s|con\\s)\\s{0,2}\\d{1,3}(?:\\s?[A-Za-z](?![\\p{L}]))?(?:\\s(?:sur|norte|bis|este))?\\s?(?:[-–]\\s?\\d{1,3}(?:\\s(?:sur|norte|este))?)?`,
  "iuy",
);
/** "calle 27 num 214 x 30 y 32": the Yucatecan grid. */
const CROSSING = patternOf(
  `(?:calle|c\\.?)\\s\\d{1,3}(?:\\s?[a-z](?![\\p{L}]))?\\s(?:(?:x|por|entre)\\s\\d{1,3}(?:\\sy\\s\\d{1,3})?,?\\s(?:#|n[uú]m(?:ero)?\\.?|no\\.?)\\s?\\d{1,4}(?:-?[A-Z](?![\\p{L}]))?|(?:n[uú]m(?:ero)?\\.?\\s|no\\.?\\s|#\\s?)?\\d{1,4}(?:\\s?[a-z](?![\\p{L}\\s]))?\\s(?:x|por|entre)\\s\\d{1,3}(?:\\sy\\s\\d{1,3})?)`,
  "iuy",
);
/** The same alternatives with a capital first letter too. */
const orCapitalised = (source: string): string =>
  `${source}|${source.replace(/(^|\|)(\p{L})/gu, (_all, bar: string, letter: string) => bar + letter.toUpperCase())}`;
const STREET_CAPITALISED = orCapitalised(
  "calle|avenida|avda|boulevard|blvd|calzada|carrera|jir[oó]n|pasaje|callej[oó]n|andador|prolongaci[oó]n",
);
const WITHOUT_NUMBER = new RegExp(
  `(?:${STREET_ES}|${STREET_CAPITALISED})\\.?[^\\S\\n]{1,2}(?:(?:de|del|la|las|los)[^\\S\\n]){0,2}\\p{Lu}[\\p{L}.'’-]{1,20}(?:[^\\S\\n](?:(?:de|del|la|las|los|y)[^\\S\\n]){0,2}\\p{Lu}[\\p{L}.'’-]{1,20}){0,4}`,
  "uy",
);
const MANZANA = patternOf(
  `(?:mz|mza|manzana|supermanzana|sm)\\.?\\s{0,2}[A-Za-z0-9]{1,3},?\\s{0,2}(?:lt|lote|l)\\.?\\s{0,2}\\d{1,3}`,
  "iuy",
);
const AREA_ALONE = new RegExp(
  `(?:${orCapitalised(AREA.slice(3, -1))})\\.?[^\\S\\n]{1,2}(?:(?:de|del|[Ll]as?|[Ll]os|[Ee]l)[^\\S\\n]){0,2}\\p{Lu}[\\p{L}]{2,20}(?:[^\\S\\n](?:(?:de|del|la|las|los)[^\\S\\n]){0,2}\\p{Lu}[\\p{L}]{2,20}){0,3}`,
  "uy",
);

export const STREETS: readonly Detector[] = [
  {
    name: "address-street",
    category: "ADDRESS",
    trigger: "word",
    words: STREET_WORDS,
    side: "here",
    match: withSurroundings(withTail(STREET), isStreet),
    cues: ["address"],
    against: ["money"],
    scores: [0.72, 0.9, 0, 0],
  },
  {
    name: "address-grid",
    category: "ADDRESS",
    trigger: "word",
    words: STREET_WORDS,
    side: "here",
    match: withSurroundings(withTail(GRID), () => true),
    scores: [0, 0.93, 0, 0],
  },
  {
    name: "address-crossing",
    category: "ADDRESS",
    trigger: "word",
    words: "calle|c",
    side: "here",
    match: withSurroundings(withTail(CROSSING), () => true),
    scores: [0, 0.93, 0, 0],
  },
  {
    name: "street-without-number",
    category: "LOCATION",
    trigger: "word",
    words: STREET_WORDS,
    side: "here",
    match: WITHOUT_NUMBER,
    scores: [0, 0.55, 0, 0],
  },
  {
    name: "address-block",
    category: "ADDRESS",
    trigger: "word",
    words: "mz|mza|manzana|supermanzana|sm",
    side: "here",
    match: wholeWords(withTail(MANZANA)),
    shape: MANZANA,
    cues: ["address", "area"],
    check: (value) => /^m[^\d]{0,12}\s[A-Za-z]\d?,?\s{0,2}l(?:t|ote)/iu.test(value),
    weak: true,
    scores: [0.45, 0.85, 0.78, 0.88],
  },
  {
    name: "area",
    category: "LOCATION",
    trigger: "word",
    words:
      "colonia|col|fraccionamiento|fracc|barrio|urbanizacion|urb|poligono|parque industrial|alcaldia|delegacion|municipio|bairro|comuna",
    side: "here",
    match: AREA_ALONE,
    scores: [0, 0.6, 0, 0],
  },
];
