import { isDigit } from "../characters.ts";
import type { Detector, Match } from "../detector.ts";
import { range } from "../detector.ts";
import { patternOf } from "../patterns.ts";
import { ANSWER } from "../labels.ts";

const STREET_ES =
  "calle|cl|c\\/(?![uo](?![\\p{L}]))|avenida|avda|avd|ave|av|boulevard|blvd|bulevar|calzada|calz|carrera|cra|kra|kr|cr|transversal|tv|diagonal|dg|jir[oó]n|jr|pasaje|psje|privada|priv|cerrada|circuito|camino|carretera|ctra|crta|autopista|autov[ií]a|prolongaci[oó]n|prol|paseo|pso|p[º°](?=\\.?\\s)|ronda|raval|plaza|pza|plaça|praça|plazuela|callej[oó]n|and[aá]dor|retorno|rinconada|carrer|r[uú]a|malec[oó]n|costanera|bv|bvar|gran\\sv[ií]a|rambla|rda|glorieta|traves[ií]a|cuesta|passeig|avinguda|alameda|travessa|estrada|rodovia|rue|via|vialidad|ruta|urb(?=\\.\\s)|urbanizaci[oó]n";
const STREET_WORDS =
  "calle|cl|c|avenida|avda|avd|ave|av|boulevard|blvd|bulevar|calzada|calz|carrera|cra|kra|transversal|tv|diagonal|jiron|jr|pasaje|psje|privada|priv|cerrada|circuito|camino|carretera|ctra|crta|autopista|autovia|prolongacion|prol|paseo|pso|p|ronda|raval|plaza|pza|placa|praca|plazuela|callejon|andador|retorno|rinconada|carrer|rua|malecon|costanera|bv|bvar|gran via|rambla|rda|glorieta|travesia|cuesta|passeig|avinguda|alameda|travessa|estrada|rodovia|rue|vialidad|ruta|urb|urbanizacion";
/** A word of a street's name: capitalised or not, numbers in it ("5 de mayo") allowed by the caller. */
const NAME_WORD = "[\\p{L}][\\p{L}.'’-]{0,20}";
const NUMBER_MARK = "(?:n[uú]mero|n[uú]m|no|n[oº°]|nro|#)\\.?\\s{0,2}";
/** "12", "12 B", "58-182", "1 y 3", "s/n". */
const HOUSE =
  "(?:\\d{1,5}(?!\\d)(?:[\\s-]?(?:[A-Da-d]|bis|BIS)(?![\\p{L}\\p{N}])|\\s?[-–]\\s?\\d{1,4}(?![\\p{L}\\d]|[\\s.-]\\d{2,4}(?!\\d))|\\sy\\s\\d{1,4}(?=\\s{0,2}(?:[,.;\\n]|\\d{5}(?!\\d)|$)))?|s\\s?\\/\\s?n(?![\\p{L}\\d]))";
const UNIT =
  "(?:piso|planta|depto|dpto|dto|departamento|apto|apartamento|apart|int|interior|ext|exterior|torre|bloque|edificio|edif|casa|local|oficina|of|ofic|escalera|esc|portal|puerta|pta|mz|mza|manzana|lt|lote|km|bodega|nave|parcela|m[oó]dulo|pb|unidad|suite|ste|apt|unit|fl|floor|room|bajo|[aá]tico|ap(?=\\.?\\s{0,2}\\d)|bl|bloco|cj|quadra|qd|ph(?!\\.?\\s{0,2}:?\\s{0,2}\\d{3}))";
const AREA =
  "(?:colonia|col|fraccionamiento|fracc|barrio|bo|urbanizaci[oó]n|urb|residencial|unidad habitacional|ejido|pol[ií]gono|parque industrial|zona|sector|reparto|villa|conjunto|alcald[ií]a|delegaci[oó]n|municipio|mpio|distrito|comuna|aahh|aa\\.hh|asentamiento|bairro|conj)";
const CODE =
  "(?:(?:c\\.?\\s?p\\.?|c[oó]digo postal|cep|zip|cod\\.? postal)[\\s:]{0,2}(?:es\\s)?)?(?:[A-Z]\\d{4}[A-Z]{3}(?![\\p{L}\\d])|(?:[A-Z]-?)?\\d{4,5}(?:-\\d{3,4})?(?!\\d))";
/** One more part behind a comma or a space: unit, area, postal code with or without town, or a town in capitals. */
const UNIT_PART = `(?:(?:residencial|portal)\\.?\\s[\\p{L}]{3,16}(?=,)|(?:${UNIT})(?![\\p{L}])\\.?\\s{0,2}(?:${NUMBER_MARK})?(?:\\d{1,4}(?:[ -]?(?:[A-Za-z](?![\\p{L}])|[\\x22“”'][A-Za-z][\\x22“”']))?|[A-Za-z](?![\\p{L}])|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa])?)`;
const FLOOR_PART =
  "\\d{1,2}(?:r|n|t|è|º|ª)\\s\\d{1,2}(?:a|ª)(?![\\p{L}])|\\d{1,2}(?:er|ero|do|ro|to|vo|mo|no)(?:\\s[A-Za-z](?![\\p{L}]))?(?![\\p{L}])|\\d{1,2}\\s[A-D](?![\\p{L}])|\\d{1,3}\\s?[.]?\\s?[ºª°o]\\s?[\\x22“'][A-Za-z][\\x22”']|\\d{1,3}\\s?[.]?\\s?[ºª°o](?:\\s?[A-Za-z](?![\\p{L}])|\\s?\\d{1,2}[ªº]|\\s?(?:izq|izda|dcha|der|izquierda|derecha|interior|exterior|esq|dto|dir|frente|fte|frt)(?![\\p{L}])\\.?)?|\\d{1,2}\\s?(?:izq|izda|dcha|der)\\.?|(?:primero|segundo|tercero|cuarto|quinto|bajo)\\s(?:izquierda|derecha|[A-Da-d](?![\\p{L}]))";
const AREA_PART = `(?:${AREA})\\.?\\s{1,2}${NAME_WORD}(?:\\s${NAME_WORD}){0,4}?(?=[,.;\\n)]|\\s(?:c\\.?p|el cp|\\d)|$)`;
const TOWN_PART =
  "(?:(?:Sta|Sto|Gral|Dr|Ma)\\.\\s)?\\p{Lu}[\\p{L}]{1,20}(?:\\s(?:de|del|la|las|los|el|y|d['’])(?=\\s)){0,2}(?:\\s(?:de\\s|del\\s|la\\s|los\\s){0,2}\\p{Lu}[\\p{L}]{1,20}){0,3}";
/** What goes on behind a comma in any case, but describes the way instead of naming a town. */
const NO_TOWN =
  "(?:cp|c\\.p|cep|el|la|los|las|un|una|al|en|a|con|y|o|que|por|para|junto|cerca|frente|enfrente|entrada|port[oó]n|zagu[aá]n|casa|timbre|tocar?|toc[aá]|pregunta|pregunte|referencia|ref|gracias|mi|me|mu|es|si|s[ií]|no|ah[ií]|all[ií]|ac[aá]|aqu[ií]|ya|pero|donde|desde|hasta|tengo|quiero|necesito|llegar|gracias|porfa|porfavor|favor|tel|cel|tel[eé]fono|celular|correo|and|the|but|please|thanks|my|which|where|it|is|e|m[oó]vil|nif|dni|rfc|curp|dob|ssn|mrn|nhs|ni|pt|nhc|cuit|cuil|cpf|cnpj|rut|nit|cc|atenci[oó]n|art[ií]culo|sendo|sito)";
/** A building by its name: "edif. Olmo", "torre Norte". */
const BUILDING_PART = "(?:edif(?:icio)?|torre|bloque)\\.?\\s{1,2}[\\p{L}]{3,20}(?=\\s{0,2}[,.;\\n]|$)";
const PART = `(?:${BUILDING_PART}|${UNIT_PART}|${FLOOR_PART}|${AREA_PART}|(?:el\\s)?${CODE}(?:\\s${TOWN_PART})?)`;
const TAIL = `(?:(?:,\\s{0,2}|\\s{1,2}|\\s[-–]\\s)${PART}){0,6}(?:,\\s{0,2}(?!${NO_TOWN}(?![\\p{L}]))${TOWN_PART}){0,3}(?:,\\s{0,2}${CODE}(?:,?\\s{1,2}(?!${NO_TOWN}(?![\\p{L}]))(?:CDMX|CABA|${TOWN_PART})(?=\\s{0,2}(?:[,.;\\n]|$)))?)?`;

const STREET = patternOf(
  `(?:${STREET_ES})\\.?\\s{0,2}(?:\\d{1,3}\\s(?:de\\s${NAME_WORD}\\s)?)?(?:${NAME_WORD},?[\\s]{1,2}){0,7}?(?:${NUMBER_MARK})?${HOUSE}(?:\\s{0,2}(?:norte|sur|oriente|poniente|este|oeste|nte|ote|pte))?(?![:%]|[.,]\\d)${TAIL}`,
  "iuy",
);
/** Colombian grid: "cra 43A # 25 sur - 31", "calle 134 número 19-47". */
const GRID = new RegExp(
  `(?:calle|cl|cll|carrera|cra|kra|kr|cr|transversal|tv|diagonal|dg|avenida|av)\\.?\\s{0,2}\\d{1,3}(?:\\s?[A-Za-z]{1,2}(?![\\p{L}]))?(?:\\s(?:bis|sur|norte|este|oeste))?\\s{0,2}(?:${NUMBER_MARK}|x\\s|con\\s)\\s{0,2}\\d{1,3}(?:\\s?[A-Za-z](?![\\p{L}]))?(?:\\s(?:sur|norte|bis|este))?\\s?(?:[-–]\\s?\\d{1,3}(?:\\s(?:sur|norte|este))?)?${TAIL}`,
  "iuy",
);
/** "calle 27 num 214 x 30 y 32": the Yucatecan grid. */
const CROSSING = new RegExp(
  `(?:calle|c\\.?)\\s\\d{1,3}(?:\\s?[a-z](?![\\p{L}]))?\\s(?:(?:x|por|entre)\\s\\d{1,3}(?:\\sy\\s\\d{1,3})?,?\\s(?:#|n[uú]m(?:ero)?\\.?|no\\.?)\\s?\\d{1,4}(?:-?[A-Z](?![\\p{L}]))?${TAIL}|(?:n[uú]m(?:ero)?\\.?\\s|no\\.?\\s|#\\s?)?\\d{1,4}(?:\\s?[a-z](?![\\p{L}\\s]))?\\s(?:x|por|entre)\\s\\d{1,3}(?:\\sy\\s\\d{1,3})?${TAIL})`,
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
const MANZANA = new RegExp(
  `(?:mz|mza|manzana|supermanzana|sm)\\.?\\s{0,2}[A-Za-z0-9]{1,3},?\\s{0,2}(?:lt|lote|l)\\.?\\s{0,2}\\d{1,3}${TAIL}`,
  "iuy",
);
const AREA_ALONE = new RegExp(
  `(?:${orCapitalised(AREA.slice(3, -1))})\\.?[^\\S\\n]{1,2}(?:(?:de|del|[Ll]as?|[Ll]os|[Ee]l)[^\\S\\n]){0,2}\\p{Lu}[\\p{L}]{2,20}(?:[^\\S\\n](?:(?:de|del|la|las|los)[^\\S\\n]){0,2}\\p{Lu}[\\p{L}]{2,20}){0,3}`,
  "uy",
);

const STREET_EN =
  "street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|way|place|pl|terrace|ter|circle|cir|parkway|pkwy|highway|hwy|square|sq|trail|trl|loop|crescent|close|row|mews|gardens|alley|plaza";
const STATE_US =
  "(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC)";
/** "Fitzroy VIC 3065", "Clun, Shropshire SY7 8LD": what stands behind the town outside of the United States. */
const TAIL_COMMONWEALTH =
  "(?:,?\\s{1,2}[\\p{L}]{3,20}){0,2}(?:,?\\s{1,2}(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT)\\s\\d{4}(?!\\d)|,?\\s{1,2}[A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2}(?![\\p{L}\\d]))|(?<=\\s(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT))\\s\\d{4}(?!\\d)";
const ENGLISH = patternOf(
  `\\d{1,6}[A-Za-z]?,?\\s{1,2}(?!way\\s)(?:(?:n|s|e|w|north|south|east|west|ne|nw|se|sw)\\.?\\s)?(?:(?!(?:pm|am|con|el|la|de|del|los|las|the|and|or|of|with|to|in|for|y|a|at|on|is|was|by|from|this|that|my|your)\\s)[\\p{L}\\p{N}.'’-]{1,20}\\s){1,4}?(?:${STREET_EN})(?![\\p{L}])\\.?(?:,?\\s{1,2}(?:n|s|e|w|ne|nw|se|sw)(?![\\p{L}]))?(?:,?\\s{0,2}(?:apt|apartment|suite|ste|unit|fl|floor|room|rm|#)\\.?\\s{0,2}[A-Za-z0-9-]{1,6})?(?:,?\\s{1,2}(?:[\\p{L}.]{2,20},?\\s{1,2}){1,3}?${STATE_US}(?=,?\\s{1,2}\\d{5}(?!\\d))|,\\s{0,2}(?!${NO_TOWN}(?![\\p{L}]))${TOWN_PART}(?:,?\\s{1,2}${STATE_US}(?![\\p{L}]))?|,?\\s{1,2}${STATE_US}(?![\\p{L}]))?(?:,\\s{1,2}[A-Z]\\d[\\dW]\\s[A-Z\\d]{4}(?![\\p{L}\\d])|,?\\s{1,2}(?:ON|QC|BC|AB|MB|SK|NS|NB|NL|PE)\\s{1,2}[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d|,?\\s{1,2}\\d{5}(?:-\\d{4})?(?!\\d)|${TAIL_COMMONWEALTH})?`,
  "iuy",
);

/** Words after "vivo en" that lead to something else than a street. */
const NO_STREET =
  "y|e|su|sus|cel|celular|tel|tel[eé]fono|m[oó]vil|desde|hasta|hace|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|con|gusto|tengo|tiene|que|cuil|cuit|dni|rfc|curp|sigue|siendo|por|unos?|m[aá]s|casi|como|to|as|of|has|unchanged|changed|since|was|will|until|cp|c\\.p|zip|cep|c[oó]digo";
const LABELLED = patternOf(
  `(?:(?:en|la|el|es|de|mi|at|in|on|ahora|con|facturaci[oó]n|env[ií]o|entrega|casa|domicilio|residencia|fiscal|postal|actual|trabajo|a|efectos|de|notificaciones|procesal|legal|real|particular|convencional|social|laboral|nuev[oa]|habitual)\\s){0,5}((?:(?!(?:${NO_STREET})(?![\\p{L}]))${NAME_WORD}\\s){1,5}?(?!(?:19|20)\\d\\d(?!\\d|,))\\d{2,5}(?!\\d|[.,:/]\\d|[ -]\\d|\\s?(?:a[nñ]os|km|pesos|euros|%))${TAIL})`,
  "iuy",
);
/** A street known by its capitals, its number and the town or code behind it: "en Xola 1120-6, Narvarte". */
const ADDRESS_CAPITALS =
  /(?:(?:en|de|para|a|la|el|es|at|to)\s){0,3}((?:\p{Lu}[\p{L}'’.]{2,16}\s(?:(?:de|del|la|las|los)\s){0,2}){1,4}(?!(?:19|20)\d\d(?!\d))\d{1,5}(?:-\d{1,4})?(?:\s?[A-Z](?![\p{L}]))?(?:,\s(?:piso|depto|dpto|int|ap|apto|PB|[ºª\d]{1,3})[\s.]?[\w]{0,4})?,\s(?:(?:[A-Z]?\d{4,5}(?:[A-Z]{3})?)(?:,?\s\p{Lu}[\p{L}]{2,16}(?:\s\p{Lu}[\p{L}]{2,16}){0,2})?|\p{Lu}[\p{L}]{3,16}(?:\s(?:(?:de|del|la|las|los)\s){0,2}\p{Lu}[\p{L}]{2,16}){0,2}))/uy;
const UNIT_FORWARD = patternOf(`${PART}${TAIL}`, "iuy");
/** On one line: what stands above it, such as the person's name, is not part of it. */
const STREET_BEFORE = /(?:\p{L}[\p{L}.'’-]{0,20}[^\S\n]){1,5}\d{1,5}[^\S\n]?[A-Za-z]?,?[^\S\n]{1,2}(?:el\s|la\s)?$/u;
const LEAD =
  /^(?:.*?\s)??(?:alquiler de|renta de|venta de|casa de|depto de|en|es|vivo|estoy|vivimos|domicilio|direcci[oó]n|dir|al?|hasta|para|mi|ahora|s[ií]|no|que|casa)\s(?!.*\s(?:en|es|vivo|estoy|vivimos|domicilio|direcci[oó]n)\s)/iu;

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
  const unit = UNIT_FORWARD.exec(text);
  if (unit === null || ROOM.test(street[0])) return null;
  const lead = LEAD.exec(street[0]);
  const skipped = lead === null ? 0 : lead[0].length;
  if (NO_STREET_NAME.test(` ${street[0].slice(skipped)}`)) return null;
  const start = at - street[0].length + skipped;
  return /\p{L}{3}/u.test(street[0].slice(skipped))
    ? { start, end: sentenceCut(text, start, extended(text, start, at + unit[0].length)), checked: true }
    : null;
}

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
const NO_STREET_NAME =
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
function sentenceCut(text: string, start: number, end: number): number {
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
function isStreet(text: string, start: number, end: number): boolean {
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

/** A pattern of an address that ends in a number, with what of it comes behind. */
function withSurroundings(
  pattern: RegExp,
  accept: (text: string, start: number, end: number) => boolean,
): (text: string, at: number) => Match | null {
  return (text, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    const group = match[1];
    const whole = at + match[0].length;
    const start = group === undefined ? at : whole - group.length;
    const end = beforeClause(text, start, whole);
    return accept(text, start, end) ? { start, end: sentenceCut(text, start, extended(text, start, end)) } : null;
  };
}

/** Addresses of other things than houses, told by the word before or behind "address" or "dirección". */
const OTHER_ADDRESS =
  /(?:(?:e-?mail|mail|gmail|ip|mac|web|url|wallet)\s(?:addres{1,2}|id)|(?:direcci[oó]n|dir)\s(?:de\s)?(?:correo|e-?mail|mail|ip|mac|web|url)|correo(?:\selectr[oó]nico)?)\s{1,2}(?:(?:is|es|:)\s)?$/iu;
const OTHER_ADDRESS_CHARS = 40;

/** The same behind a label: a word at least, none of those that no street has, and a number that counts nothing. */
function isLabelledStreet(text: string, start: number, end: number): boolean {
  if (OTHER_ADDRESS.test(text.slice(Math.max(0, start - OTHER_ADDRESS_CHARS), start))) return false;
  const value = text.slice(start, end);
  const number = value.search(/\d/u);
  if (NO_STREET_NAME.test(` ${value.slice(0, number)}`)) return false;
  if (/(?:^|\s)(?:el|la|los|las|the)\s$/iu.test(text.slice(Math.max(0, start - 5), start)) && !/^\p{Lu}/u.test(value))
    return false;
  return !/\d$/u.test(value) || !AMOUNT.test(text.slice(end, end + 14));
}

/** Words that only in a name mean a street: "12 close friends", "a 5 star place". */
const PLAIN_ENGLISH =
  /\s(?:place|way|close|court|drive|lane|row|square|loop|trail|circle|alley|gardens|plaza|pl|way)\.?$/u;

/** What says that the number of an English address is one: "no 34 Park Avenue", "Flat 2, 10 Hill Road". */
const NUMBER_BEFORE =
  /(?<![\p{L}\p{N}])(?:(?:door|house|plot|shop|flat)\s)?(?:(?:no|nr|num|number)\.?|#|(?:flat|apt|apartment|unit|plot|suite)\s[A-Za-z]?\d{1,4}[A-Za-z]?,)\s{0,2}$/iu;
const NUMBER_BEFORE_CHARS = 20;

/** The flat before the number of a tenement: "12/4 Marchmont Crescent". */
const FLAT_BEFORE = /(?<![\p{L}\p{N}/])\d{1,3}\/$/u;
/** The second half of a Canadian code behind the first: "ON M5H 2S6". */
const CANADIAN_HALF = /^\s[A-Z]\d[A-Z] \d[A-Z]\d$/;

/** "group 0071, PCP Dr. Alan Whitmore": a title, and no drive. */
const DOCTOR = /^0|(?:,|\s\p{Lu}{2,4})\s(?:Dr|St)\.?$/u;

/** An English address; checked unless nothing but common words in lower case makes it one. */
function matchEnglish(text: string, at: number): Match | null {
  ENGLISH.lastIndex = at;
  const match = ENGLISH.exec(text);
  if (match === null) return null;
  if (
    DOCTOR.test(match[0]) &&
    /^\.?\s{1,2}\p{Lu}/u.test(text.slice(at + match[0].length - 1, at + match[0].length + 3))
  )
    return null;
  const before = text.slice(Math.max(0, at - NUMBER_BEFORE_CHARS), at);
  const label = NUMBER_BEFORE.exec(before) ?? FLAT_BEFORE.exec(before);
  const end = sentenceCut(text, at, at + match[0].length);
  return {
    start: at - (label?.[0].length ?? 0),
    end: CANADIAN_HALF.test(text.slice(end - 4, end + 4)) ? end + 4 : end,
    checked: !PLAIN_ENGLISH.test(match[0]),
  };
}

/** Without the hyphen, which parts the words of a French street. */
const FRENCH_WORD = "[\\p{L}][\\p{L}.'’]{0,20}";
const FRENCH = patternOf(
  `\\d{1,4}(?:\\s?(?:bis|ter|quater))?,?\\s{1,2}(?:rue|avenue|av\\.?|boulevard|bd|place|impasse|all[ée]e|chemin|route|quai|cours|square|passage)\\s{1,2}(?:(?:de la|de l['’]|des|du|de|d['’]|la|le|les|saint|sainte|st|ste)[\\s-]{0,2}){0,3}${FRENCH_WORD}(?:[\\s-]${FRENCH_WORD}){0,5}?(?=[,.;\\n)]|\\s\\d{5}|$)(?:,?\\s{0,2}(?:appt?|apt|b[aâ]t|[ée]tage)\\.?\\s{0,2}[\\p{L}\\d]{1,4}){0,2}(?:,?\\s{0,2}\\d{5}(?!\\d))?(?:,?\\s{1,2}${TOWN_PART})?`,
  "iuy",
);
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

function extended(text: string, start: number, end: number): number {
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
  `(?:carretera|ctra|autopista|camino|ruta|libramiento|v[ií]a|rodovia|avenida|av|blvd|boulevard)\\.?\\s{1,2}(?:[\\p{L}\\d.'’-]{1,20}(?:,\\s|[\\s-]{1,3})){1,6}?km\\.?\\s{0,2}\\d{1,4}(?:[.,+]\\d{1,3})?${TAIL}`,
  "iuy",
);
/** Between two towns: "Ctra. Madrid - Cartagena, s/n", "carretera N-332 Valencia-Alicante km 88". */
const ROAD_BETWEEN = new RegExp(
  `(?:carretera|ctra|crta|autov[ií]a|autopista|camino)\\.?\\s{1,2}(?:de\\s)?(?:[A-Z]{1,3}-?\\d{1,4},?\\s)?${NAME_WORD}(?:\\s${NAME_WORD}){0,2}?\\s?[-–]\\s?${NAME_WORD}(?:\\s${NAME_WORD}){0,2}?,?\\s{1,2}(?:km\\.?\\s?\\d{1,4}(?:[.,+]\\d{1,3})?|${HOUSE})${TAIL}`,
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

/** Addresses (number, street, unit, area, code and town joined) and postal codes. */
export const PLACES: readonly Detector[] = [
  {
    name: "address-street",
    category: "ADDRESS",
    trigger: "word",
    words: STREET_WORDS,
    side: "here",
    match: withSurroundings(STREET, isStreet),
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
    match: withSurroundings(GRID, () => true),
    scores: [0, 0.93, 0, 0],
  },
  {
    name: "address-crossing",
    category: "ADDRESS",
    trigger: "word",
    words: "calle|c",
    side: "here",
    match: withSurroundings(CROSSING, () => true),
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
    match: MANZANA,
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
  {
    name: "address-english",
    category: "ADDRESS",
    trigger: "word",
    words: `${STREET_EN}|broadway`,
    side: "before",
    match: matchEnglish,
    shape: ENGLISH,
    weak: true,
    cues: ["address"],
    against: ["money"],
    scores: [0.3, 0.6, 0.8, 0.93],
  },
  {
    name: "address-french",
    category: "ADDRESS",
    trigger: "word",
    words: "rue|avenue|av|boulevard|bd|place|impasse|allee|chemin|route|quai|cours|square|passage",
    side: "before",
    match: withSurroundings(FRENCH, () => true),
    shape: FRENCH,
    check: (value) => /\s(?:\p{Lu}|d[eu]s?\s|d['’])/u.test(value),
    weak: true,
    cues: ["address"],
    scores: [0, 0.6, 0.8, 0.95],
  },
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
    match: withSurroundings(ROAD_FIRST, isPlaceOnRoad),
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "address-road-between",
    category: "ADDRESS",
    trigger: "word",
    words: "carretera|ctra|crta|autovia|autopista|camino",
    side: "here",
    match: ROAD_BETWEEN,
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
    match: withSurroundings(LABELLED, isLabelledStreet),
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
    name: "zip-labelled",
    category: "ZIP",
    trigger: "word",
    words:
      "eircode|cp|c p|codigo postal|cod postal|zip|zipcode|zip code|postcode|post code|postal code|cep|code postal",
    match:
      /(?:(?:code|es|is|el|é|est|daqui|aqui|de aqu[ií]|mi|meu|postal)[\s:]{1,2}){0,2}((?:\d{5}-\d{3,4}|\d{4}-\d{3}(?!\d)|\d{4} [A-Z]{2}(?![\p{L}\d])|\d{4,6}|[A-Z]\d{4}(?:[A-Z]{3})?(?![A-Z\d])|[A-Z]{1,2}\d[A-Z0-9]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] [A-Z\d]{4}))(?![\d.,]*\d)/iuy,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "zip-answered",
    category: "ZIP",
    trigger: "word",
    words: "codigo postal|zip|zip code|zipcode|postcode|postal code|cep|code postal|cp",
    match: new RegExp(
      `${ANSWER}(\\d{5}(?:-\\d{3,4})?|\\d{4}-\\d{3}|[A-Z]{1,2}\\d[A-Z0-9]? ?\\d[A-Z]{2})(?![\\d.,]*\\d)`,
      "iuy",
    ),
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "zip-of-home",
    category: "ZIP",
    trigger: "word",
    words:
      "vivo|vivimos|vive|viven|viviendo|vivia|vivi|mudamos|mude|mudo|mora|moramos|morava|moro|j habite|habite|habitons|lives|live|living|lived|resides|residing|reside|residen|resido|moved|moving|based|located|zona|barrio|distrito|relais|avs|home zip|billing zip|shipping zip|zip billing|ship zip",
    match:
      /(?:(?:en|in|no|au|dans|a|al|to|at|near|cerca de|area|zona|el|la|le|on|mismatch|\p{Lu}\p{Ll}{2,14})\s){0,3}(\d{5})(?=\s?[.,;)?]|\s(?:y|and|et|e)\s|$)/uy,
    scores: [0, 0.78, 0, 0],
  },
  {
    name: "zip-billing",
    category: "ZIP",
    trigger: "word",
    words: "billing|facturacion",
    match: /\d{5}(?![\d.,/-]*\d)/y,
    scores: [0, 0.7, 0, 0],
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
  {
    name: "zip-india",
    category: "ZIP",
    trigger: "word",
    words: "pincode|pin code",
    match: /[1-9]\d{2} ?\d{3}(?!\d)/y,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "zip-uk",
    category: "ZIP",
    trigger: "code",
    starts: range(2, 4),
    match: /[A-Z]{1,2}\d[A-Z0-9]? \d[ABD-HJLNP-UW-Z]{2}/y,
    cues: ["zip", "address"],
    scores: [0.5, 0.9, 0, 0],
  },
  {
    name: "zip-plus-four",
    category: "ZIP",
    next: "-",
    trigger: "number",
    starts: [5],
    minDigits: 9,
    match: /\d{5}-\d{4}(?![-\d])/y,
    cues: ["zip", "address"],
    against: ["product"],
    scores: [0.4, 0.9, 0, 0],
  },
  {
    name: "zip-state",
    category: "ZIP",
    opens: "ACDFGHIKLMNOPRSTUVW",
    trigger: "word",
    words:
      "al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc",
    side: "here",
    match: new RegExp(`${STATE_US} (\\d{5}(?:-\\d{4})?)(?!\\d)`, "y"),
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "zip-cued",
    category: "ZIP",
    trigger: "number",
    starts: [5],
    match: /\d{5}(?![\d.,/-]*\d)/y,
    cues: ["zip"],
    scores: [0, 0.75, 0, 0],
  },
];
