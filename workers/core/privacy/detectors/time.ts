import { isCalendarDay, isNumericDate, isPackedDate } from "../calendar.ts";
import type { Detector, Match, Matcher } from "../detector.ts";
import { range } from "../detector.ts";
import { NUMBER_WORDS } from "../spoken.ts";

const MONTHS_LONG =
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december|janeiro|fevereiro|março|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre";
const MONTHS_SHORT = "ene|feb|mar|abr|jun|jul|ago|sep|sept|oct|nov|dic|jan|apr|aug|dec|fev|mai|out|dez|juil|avr";
const MONTHS = `${MONTHS_LONG}|${MONTHS_SHORT}`;
const DAY_WORDS = `${NUMBER_WORDS}|dieciséis|veintidós|veintitrés|veintiséis|veintiún`;
const SPOKEN_DAY = `(?:${DAY_WORDS})(?:\\s(?:y|e|et)\\s(?:${NUMBER_WORDS})|[ -](?:${NUMBER_WORDS}))?`;
const SPOKEN_YEAR =
  "(?:mil|dos mil|two thousand|nineteen|dois mil|mille|deux mille)(?:[ -](?:y |and )?[a-z]{2,13}){0,5}?(?= ?[,.;!?\\n)]|$)";
const YEAR = `(?:\\d{4}|['’]?\\d{2}(?!\\d|:|\\s?(?:horas|hrs|am|pm|h\\b))|${SPOKEN_YEAR}|(?:noventa|ochenta|setenta|sesenta|cincuenta|cuarenta)(?: y [a-z]{3,7})?)`;
const MONTH_WORD = `(?:(?:${MONTHS_LONG})(?![\\p{L}])|(?:${MONTHS_SHORT})(?![\\p{L}])(?:\\.(?=\\s?(?:de\\s)?\\d))?)`;
const DAY_MONTH = `(?:\\d{1,2}(?:º|°|ª|\\.|st|nd|rd|th|er|ero|o)?|${SPOKEN_DAY})[\\s./-]{1,2}(?:(?:de|of|do|(?:d[ií]as )?del mes de|d)\\s{1,2}|d[’'])?${MONTH_WORD}(?:(?:,?\\s{1,2}(?:de|del|of|do|en)(?:\\s{1,2}(?:a[nñ]o))?\\s{1,2}|[-/.])${YEAR}|,?\\s{1,2}(?:\\d{4}(?!\\d)|['’]\\d{2}(?!\\d)|\\d{2}(?=\\s{0,2}(?:[.,;!?\\n]|$))|${SPOKEN_YEAR}))?`;
const MONTH_DAY = `(?:${MONTHS})\\.?\\s{1,2}(?:the\\s)?(?:\\d{1,2}(?!\\d|[:.,/]\\d)(?:st|nd|rd|th)?|(?:${NUMBER_WORDS})(?:[ -](?:${NUMBER_WORDS}))?(?:st|nd|rd|th)?)(?:(?:,\\s{0,2}|\\s{1,2}(?:of\\s)?)(?:\\d{4}|['’]\\d{2}(?!\\d)))?(?![\\p{L}])`;

const WORDED_DAY = new RegExp(DAY_MONTH, "iuy");
const WORDED_MONTH_FIRST = new RegExp(MONTH_DAY, "iuy");
/** What makes a name of a street or a place of the day behind it: "calle 5 de mayo", "la 9 de julio". */
const STREET_BEFORE =
  /(?:^|[^\p{L}])(?:calle|av|avda|avenida|plaza|col|colonia|estaci[oó]n|metro|parque|escuela|blvd|boulevard|barrio|c\/|la|pra[cç]a|(?:rue|place|avenue|quai|square) du)\.?\s$/iu;

/** Marks and counts in English, though "out" and "set" are short for months in Portuguese: "9 out of 10", "one out". */
const ENGLISH_WORDS = /^(?:\d{1,2}\sout\sof\s|[a-z]{3,6}\s(?:out|set)(?![a-z]))/i;
const ENGLISH_CHARS = 14;

/** "cumple 18 años el 9 de julio" tells a day of this year, not the day of birth. */
const ANNIVERSARY =
  /(?<![\p{L}])(?:cumpl|turn|fait|faz|completa|fête)[\p{L}]{0,6}\s.{1,24}?\s(?:el|on|le|em|no dia)\s(?:d[ií]a\s)?$/iu;
const ANNIVERSARY_CHARS = 44;

/** A day as a day of birth: with its year, or not of an anniversary. */
function ofBirth(matcher: Matcher): Matcher {
  return (text, at, regions) => {
    const match = matcher(text, at, regions);
    return match !== null &&
      !/\d{4}$/.test(text.slice(match.start, match.end)) &&
      ANNIVERSARY.test(text.slice(Math.max(0, at - ANNIVERSARY_CHARS), at))
      ? null
      : match;
  };
}

function matchDay(text: string, at: number): Match | null {
  WORDED_DAY.lastIndex = at;
  const match = WORDED_DAY.exec(text);
  return match === null ||
    ENGLISH_WORDS.test(text.slice(at, at + ENGLISH_CHARS)) ||
    STREET_BEFORE.test(text.slice(Math.max(0, at - 14), at))
    ? null
    : { start: at, end: at + match[0].length, checked: isWordedDay(match[0]) };
}

/** "may 3 people", "march 2 miles": in lower case these months are words as well, unless the date ends there. */
function matchMonthFirst(text: string, at: number): Match | null {
  WORDED_MONTH_FIRST.lastIndex = at;
  const match = WORDED_MONTH_FIRST.exec(text);
  if (match === null) return null;
  const end = at + match[0].length;
  const isWord = /^(?:may|march|mar|set|out|dez|mai|sept?)[\s.]/.test(match[0]);
  // Where "out" is a month, the day stands before it.
  if (/^(?:out|set)[\s.]/i.test(match[0]) && !/\d{4}$/.test(match[0])) return null;
  const day = /^\D*(\d{1,2})(?!\d)/.exec(match[0]);
  if (day !== null && (Number(day[1]) < 1 || Number(day[1]) > 31)) return null;
  return isWord && !/\d{4}$/.test(match[0]) && /^\s?[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
    ? null
    : { start: at, end, checked: true };
}
/** A month of a year says when something was done to a patient. */
const MONTH_OF_YEAR = new RegExp(
  `(?:${MONTHS_LONG})(?:(?:\\s(?:de|del|of)(?:\\s(?:a[nñ]o\\s)?)|,?\\s|-)(?:19|20)\\d{2}|-\\d{2})(?!\\d|[.,]\\d)`,
  "iuy",
);
const CLINICAL =
  /ingres[oóa]|interven|intervin|cirug|operad|oper[oó]|diagn[oó]st|tratamient|tratad|consult|revisi[oó]n|reci?div|biopsia|trasplant|tomograf|resonancia|\bTA?C\b|\bRMN?\b|dosis|quimio|radioter|s[ií]ntoma|paciente|ex[eé]resis|resecci|hospital|cl[ií]nic[ao]|admitted|discharged|surgery|diagnosed|patient|chemo|biopsy|transplant|symptom/iu;
const CLINICAL_CHARS = 90;

/** "en junio de 2009" beside words of treatment; nothing elsewhere, where months are months. */
function matchClinicalMonth(text: string, at: number): Match | null {
  MONTH_OF_YEAR.lastIndex = at;
  const match = MONTH_OF_YEAR.exec(text);
  if (match === null || /\d(?:º|°)?(?:\sde)?\s$/u.test(text.slice(Math.max(0, at - 6), at))) return null;
  const end = at + match[0].length;
  return CLINICAL.test(text.slice(Math.max(0, at - CLINICAL_CHARS), end + CLINICAL_CHARS)) ? { start: at, end } : null;
}
const NUMERIC =
  /(?<![A-Za-z]-)(?:\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2} \/ \d{1,2} \/ \d{4}|\d{4}([/.-])\d{1,2}\2\d{1,2})(?![\d/]|[.-]\d)/y;
const ISO = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/y;

const MONTHS_PACKED =
  "jan|ene|janv|feb|fev|mar|apr|abr|avr|may|mai|jun|juin|jul|juil|aug|ago|aout|sep|sept|set|oct|out|nov|dec|dic|dez";
/** "14SEP1969", "3oct", as forms and laboratories write days. */
const PACKED_MONTH = new RegExp(`\\d{1,2}(?:${MONTHS_PACKED})(?:\\d{4}|\\d{2})`, "iy");
/** "17-XI-2019". */
const ROMAN_MONTH = /\d{1,2}([-/.])(?:I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\1(?:(?:19|20)\d{2}|\d{2})(?!\d)/y;
/** "30 del 11 del 84", as days are said. */
const SAID_NUMBERS =
  /\d{1,2} (?:del?|do|of the|of) (?:mes )?\d{1,2} (?:del? (?:a[nñ]o )?|do |of )(?:(?:19|20)\d{2}|['’]?\d{2})(?!\d)/iy;

function isSaidDay(value: string): boolean {
  const [day, month] = value.match(/\d+/g)!.map(Number) as [number, number];
  return isCalendarDay(day, month);
}

function isWordedDay(value: string): boolean {
  const day = /^\d{1,2}/.exec(value);
  return day === null || (Number(day[0]) >= 1 && Number(day[0]) <= 31);
}

function isDayMonth(value: string): boolean {
  const [a, b] = value.split(/\D/).map(Number) as [number, number];
  return isCalendarDay(a, b) || isCalendarDay(b, a);
}

const DAY_OF_MONTH =
  /\d{1,2}\/\d{1,2}(?![/\d-]|[.,]\d|\s?%|\s?(?:of|de(?:l)?|parts?|cups?|cucharad|taza|in|pulgadas|inch|")(?![\p{L}]))/uy;
/** What leads to a day: a preposition or an article, a word for a visit or a limit, or a day before it. */
const BEFORE_DAY =
  /(?<![\p{L}\d])(?:el|al|del|on|by|until|till|through|since|desde|hasta|para el|antes del|au|du|le|dès le|até|em|no dia|d[ií]a|check-?in|check-?out|salida|llegada|due|dated|date|note|results of|curso de|clase de|turno|vista|cita|appt|starting|starts|ends|expires|vence|paychecks?,|\d{1,2}\/\d{1,2}(?:,| y| and| e| et| al?)?)\s$/iu;

/** "el 18/06", "antes del 20/5": written as days are, and no fraction. */
function matchDayOfMonth(text: string, at: number): Match | null {
  DAY_OF_MONTH.lastIndex = at;
  const match = DAY_OF_MONTH.exec(text);
  if (match === null || !BEFORE_DAY.test(text.slice(Math.max(0, at - 16), at))) return null;
  const [first, second] = match[0].split("/") as [string, string];
  const isWritten = first.length === 2 && second.length === 2;
  if (!isWritten && Number(first) < 13 && Number(first) < Number(second) && /^(?:2|3|4|5|8|10|16)$/.test(second))
    return null;
  return { start: at, end: at + match[0].length, checked: isDayMonth(match[0]) };
}

/** Days as they stand on stamps, in deeds and in speech. */
const DAYS_IN_OTHER_FORMS: readonly Detector[] = [
  {
    name: "date-packed-month",
    weak: true,
    category: "DATE",
    trigger: "code",
    starts: range(6, 9),
    match: PACKED_MONTH,
    check: isWordedDay,
    scores: [0, 0, 0.82, 0.82],
  },
  {
    name: "date-roman-month",
    weak: true,
    category: "DATE",
    trigger: "number",
    starts: [1, 2],
    next: "-/. ",
    match: ROMAN_MONTH,
    check: isWordedDay,
    scores: [0, 0, 0.82, 0.82],
  },
  {
    name: "date-said-numbers",
    weak: true,
    category: "DATE",
    trigger: "number",
    starts: [1, 2],
    next: " ",
    match: SAID_NUMBERS,
    check: isSaidDay,
    scores: [0, 0, 0.82, 0.82],
  },
];

/** The same day behind a word of birth. */
function asBirth(day: Detector): Detector {
  return {
    ...day,
    name: day.name.replace("date-", "birth-"),
    category: "DATE_OF_BIRTH",
    cues: ["birth"],
    spendsCue: true,
    scores: [0, 0, 0, 0.97],
  };
}

/** A day of the year at least; years alone and months alone are nothing. A birth word near makes it a birth date. */
export const TIME: readonly Detector[] = [
  {
    name: "date-numeric",
    weak: true,
    category: "DATE",
    next: "/-. ",
    trigger: "number",
    starts: [1, 2, 4],
    minDigits: 4,
    match: NUMERIC,
    check: isNumericDate,
    against: ["product", "version"],
    scores: [0, 0, 0.88, 0.88],
  },
  {
    name: "date-iso",
    weak: true,
    category: "DATE",
    next: "-",
    trigger: "number",
    starts: [4],
    minDigits: 8,
    match: ISO,
    check: isNumericDate,
    scores: [0, 0, 0.93, 0.93],
  },
  {
    name: "date-iso-code",
    weak: true,
    category: "DATE",
    next: "-",
    trigger: "number",
    starts: [4],
    minDigits: 6,
    match: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?/y,
    check: isNumericDate,
    scores: [0, 0, 0.94, 0.94],
  },
  {
    name: "date-worded",
    weak: true,
    category: "DATE",
    trigger: "word",
    words: MONTHS,
    side: "before",
    match: matchDay,
    scores: [0, 0, 0, 0.92],
  },
  {
    name: "date-month-first",
    weak: true,
    category: "DATE",
    trigger: "word",
    words: MONTHS,
    side: "here",
    match: matchMonthFirst,
    scores: [0, 0, 0, 0.85],
  },
  {
    name: "date-clinical-month",
    weak: true,
    category: "DATE",
    trigger: "word",
    words: MONTHS_LONG,
    side: "here",
    match: matchClinicalMonth,
    scores: [0, 0.82, 0, 0],
  },
  {
    name: "date-day-month",
    weak: true,
    category: "DATE",
    next: "/-",
    trigger: "number",
    starts: [1, 2],
    match: /\d{1,2}[/-]\d{1,2}(?![/\d-]|[.,]\d|\s?%)/y,
    check: isDayMonth,
    cues: ["date", "birth"],
    scores: [0, 0, 0, 0.6],
  },
  {
    name: "date-day-month-said",
    weak: true,
    category: "DATE",
    next: "/-",
    trigger: "number",
    starts: [1, 2],
    match: matchDayOfMonth,
    scores: [0, 0, 0.6, 0.6],
  },
  {
    name: "birth-numeric",
    weak: true,
    category: "DATE_OF_BIRTH",
    next: "/-. ",
    trigger: "number",
    starts: [1, 2, 4],
    minDigits: 4,
    match: NUMERIC,
    check: isNumericDate,
    cues: ["birth"],
    spendsCue: true,
    scores: [0, 0, 0, 0.97],
  },
  {
    name: "birth-dotted",
    weak: true,
    category: "DATE_OF_BIRTH",
    next: ".",
    trigger: "number",
    starts: [1, 2],
    minDigits: 4,
    match: /\d{1,2}\.\d{1,2}\.\d{2}(?![\d/]|[.-]\d)/y,
    check: isNumericDate,
    cues: ["birth"],
    spendsCue: true,
    scores: [0, 0, 0, 0.95],
  },
  {
    name: "birth-packed",
    weak: true,
    category: "DATE_OF_BIRTH",
    trigger: "number",
    starts: [8],
    match: /\d{8}(?!\d)/y,
    check: isPackedDate,
    cues: ["birth"],
    spendsCue: true,
    scores: [0, 0, 0, 0.9],
  },
  {
    name: "birth-worded",
    weak: true,
    category: "DATE_OF_BIRTH",
    trigger: "word",
    words: MONTHS,
    side: "before",
    match: ofBirth(matchDay),
    cues: ["birth"],
    spendsCue: true,
    scores: [0, 0, 0, 0.97],
  },
  {
    name: "birth-month-first",
    weak: true,
    category: "DATE_OF_BIRTH",
    trigger: "word",
    words: MONTHS,
    side: "here",
    match: ofBirth(matchMonthFirst),
    cues: ["birth"],
    spendsCue: true,
    scores: [0, 0, 0, 0.96],
  },
  ...DAYS_IN_OTHER_FORMS.flatMap((day) => [day, asBirth(day)]),
];

const YEARS_OLD = "(?:a[nñ]os|a[nñ]itos|a[nñ]o|years?|yrs?|yo|y\\/o|anos|ans)";
const MONTHS_OLD = "(?:meses|mes|semanas|d[ií]as|months?|weeks?|days?|mois|dias)";
const AGE_WORDS = "anos|anitos|ano|years|year|yr|yrs|yo|y o|ans";
/** What is old without being a person. */
const THING =
  "(?:car|truck|van|bike|house|home|building|company|laptop|phone|machine|model|system|account|loan|mortgage|dog|cat|wine|tree|roof|software|code)(?![a-z])";
/** "the car is 20 years old", "la empresa tiene 30 años de edad". */
const THING_BEFORE =
  /(?:car|truck|van|bike|house|home|building|company|laptop|phone|machine|model|system|account|loan|mortgage|dog|cat|wine|tree|roof|software|code|coche|carro|auto|casa|edificio|empresa|equipo|m[aá]quina|perro|perra|gato|gata|[aá]rbol|techo|compan(?:y|hia)|carro|pr[eé]dio|voiture|maison)\s{1,2}(?:is|was|has|it's|es|tiene|ten[ií]a|tem|a|est)(?:\s{1,2}(?:about|almost|over|nearly|only|ya|casi|unos|m[aá]s de|solo|s[oó]lo))?\s{1,2}$/iu;
const THING_CHARS = 36;

/** An age by its pattern, unless what is before it says that it is none of a person. */
function ageOf(pattern: RegExp): (text: string, at: number) => Match | null {
  return (text, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || THING_BEFORE.test(text.slice(Math.max(0, at - THING_CHARS), at))) return null;
    return { start: at, end: at + match[0].length };
  };
}
const NUMBER = `(?:\\d{1,3}|${SPOKEN_DAY})`;

/** Who is said to be months old. */
const INFANT =
  "(?:lactante|ni[nñ][oa]|beb[eé]|hij[oa]|niet[oa]|baby|infant|(?:my|his|her|our|the)\\s(?:son|daughter))\\s(?:(?:var[oó]n|mujer|de sexo \\p{L}{4,9}|boy|girl|is|tiene|ya)\\s)?(?:de\\s)?";

/** Ages of ninety and more are a category of their own. */
const OLD = /^(?:9\d|1[01]\d|noventa|ninety|nonagint|noventa|quatre-vingt-dix)/iu;

/**
 * The age that `pattern` finds around `at`: its last group; `before` is what must stand before the place. For one of the
 * two categories.
 */
function bareAge(pattern: RegExp, isOld: boolean, before?: RegExp): Matcher {
  return (text, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    const value = match[1] ?? match[0];
    if (
      OLD.test(value) !== isOld ||
      (before !== undefined && !before.test(text.slice(Math.max(0, at - BEFORE_AGE), at)))
    )
      return null;
    const end = at + match[0].length;
    return { start: end - value.length, end };
  };
}
const BEFORE_AGE = 48;

/** Both categories of a row. */
function forBothAges(
  row: Omit<Detector, "category" | "match" | "name"> & { name: string },
  pattern: RegExp,
  before?: RegExp,
): Detector[] {
  return [
    { ...row, category: "AGE", match: bareAge(pattern, false, before) },
    { ...row, name: `${row.name}-old`, category: "AGE_OVER_89", match: bareAge(pattern, true, before) },
  ];
}

/** What ends a bare number that is an age. */
const AGE_END = "(?![.,:/-]?\\d|\\s?[%$€°])";
const STATEMENT_END = '(?=\\s?(?:[.,;!?)\\]\\n"”]|$)|\\s(?:y|and|e|et|on|in|this|next|now|but|el|en|añ)(?![\\p{L}]))';
const KIN =
  "me|mom|mum|dad|mother|father|wife|husband|son|daughter|sister|brother|grandma|grandpa|nan|tutor|tutora|hijo|hija|hijos|hijas|esposa|esposo|madre|padre|mama|papa|hermano|hermana|nieto|nieta|abuela|abuelo|alumno|alumna|menor|filho|filha|marido|mulher|esposo|fils|fille|mari|femme|enrollee|applicant|dependent|dependiente|beneficiario|beneficiaria|conductor|conductora|driver|male|female|masculino|femenino|varon|mujer|hombre|nino|nina|joven|boy|girl|man|woman|spouse|partner|child|kid|homem|menino|menina|garcon|acompanante|titular|paciente|patient|pt|px";
const BEFORE_INFANT = /(?:[,(]|(?<![\p{L}])(?:de|con|aged?|is|tiene|tem|a|an))\s?$/iu;
const NO_AGE =
  /(?:evoluci|duraci|hace|desde|for|tratamiento|seguimiento|plazo|contrato|garant|experiencia|antig|espera|cr[eé]dito|suscri|renta|pr[oó]rroga)[\p{L}]{0,12}\s(?:de\s)?$/iu;
const INFANT_AGE = /\d{1,2}[\s-]?(?:meses|months?|mois|semanas|weeks?|wks?)(?![\p{L}])(?:[- ]old)?/iuy;

/** "9 months", "5 meses de edad": the age of a small child, where a comma or "de" leads to it and a comma ends it. */
function matchInfantAge(text: string, at: number): Match | null {
  INFANT_AGE.lastIndex = at;
  const match = INFANT_AGE.exec(text);
  if (match === null) return null;
  const end = at + match[0].length;
  const isSaid = /old$/iu.test(match[0]) || /^\sde (?:edad|idade|vida|nacid)/iu.test(text.slice(end, end + 10));
  const before = text.slice(Math.max(0, at - BEFORE_AGE), at);
  if (
    !isSaid &&
    (!BEFORE_INFANT.test(before) || NO_AGE.test(before) || !/^\s?(?:[,;.)]|$)/u.test(text.slice(end, end + 2)))
  )
    return null;
  return { start: at, end, checked: isSaid };
}

/** A comma, "de" behind one or behind whoever it is, or "about" before a number of years that ends its part of a sentence. */
const AGE_APART =
  /(?<!(?:evoluci|duraci|hace|desde|durante|tratamiento|plazo|contrato|garant|experien|antig|cr[eé]dito|hipoteca|condena|prisi|c[aá]rcel|pena|carrera|vigencia|vida|roble|whisk|ron|trayector|mandat|servicio|term|loan|lease|warranty|mortgage|sentence|history|for|over|last|past|next|after|within|every|cada|m[aá]s|menos|prescri|conserv|amortiz|career)[\p{L}]{0,10}[^.;\n]{0,16})(?:(?<=[\p{L})"”])(?:[,;]\s|\s\()|[,;]\sde\s|(?:approx|aprox|about|around|unos|client|cliente|clienta|pasajer[oa]|passenger|estudiante|student|trabajador[a]?|empleado|empleada|worker|patient|paciente|user|usuari[oa])\.?\s(?:de\s)?|(?:admitted|ingres[oó]|operad[oa]|died|muri[oó]|cas[oó]|diagnosed|diagnosticad[oa])\s(?:at|a los)\s|\sagain\sat\s|:\s)$/iu;
const SLASH_SEX = /(?:^|[^\p{L}\p{N}])[FMHVfmhv]\/$/u;

/** Ages of people: a number of years beside a word about a person, or "de edad", "years old". */
const AGE_ROWS: readonly Detector[] = [
  {
    name: "age-of",
    category: "AGE",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    match: ageOf(
      new RegExp(
        `${NUMBER}[\\s-]{0,2}${YEARS_OLD}(?:\\s(?:y|and)\\s\\d{1,2}\\s${MONTHS_OLD})?(?![\\p{L}])(?:(?=\\s(?:de edad|de idade|d['’][aâ]ge)(?![\\p{L}]))|[- ]?old(?![\\p{L}])(?!\\s${THING})|(?<=itos))`,
        "iuy",
      ),
    ),
    scores: [0, 0.93, 0, 0],
  },
  {
    name: "age-infant",
    category: "AGE",
    trigger: "word",
    words: "meses|semanas|dias|months|month|weeks|days|mois",
    side: "before",
    match: new RegExp(
      `(?:${NUMBER}\\sa[nñ]os?\\sy\\s)?${NUMBER}[\\s-]${MONTHS_OLD}(?:(?=\\sde (?:edad|vida|nacid[oa]|idade)|[- ]old(?!\\s${THING}))|(?<=${INFANT}.{3,24}))(?![\\p{L}])`,
      "iuy",
    ),
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "age-cued",
    category: "AGE",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    match: ageOf(
      new RegExp(
        `${NUMBER}[\\s-]{0,2}${YEARS_OLD}(?:\\s(?:y|and)\\s\\d{1,2}\\s${MONTHS_OLD})?(?![\\p{L}])(?![ -]old\\s${THING})(?!\\s(?:de (?:antig|experiencia|servicio|plazo|garant|contrato)|trabajando|laborando|ago|warranty|contract|experience|term|fixed|loan|plan|lease|mortgage|deal|bond|note|of))`,
        "iuy",
      ),
    ),
    cues: ["age"],
    scores: [0, 0.78, 0, 0],
  },
  {
    name: "age-over-89",
    category: "AGE_OVER_89",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    match:
      /(?:9\d|1[01]\d|noventa(?: y [a-z]{3,6})?|ninety(?:[ -][a-z]{3,5})?)[\s-]{0,2}(?:a[nñ]os|years?|yrs?|yo|ans|anos|a[nñ]itos)(?![\p{L}])(?:[- ]old(?![\p{L}]))?/iuy,
    cues: ["age"],
    scores: [0, 0.95, 0, 0],
  },
  {
    name: "age-over-89-said",
    category: "AGE_OVER_89",
    trigger: "word",
    words: AGE_WORDS,
    side: "before",
    match:
      /(?:9\d|1[01]\d|noventa(?: y [a-z]{3,6})?|ninety(?:[ -][a-z]{3,5})?)[\s-]{0,2}(?:a[nñ]os|years?|yrs?|ans|anos)(?![\p{L}])(?:[- ]old(?![\p{L}])|(?=\sde (?:edad|idade)))/iuy,
    scores: [0, 0.95, 0, 0],
  },
  ...forBothAges(
    { name: "age-at-death", trigger: "word", words: "anos|ans|years", side: "before", scores: [0, 0.85, 0, 0] },
    new RegExp(`${NUMBER}\\s(?:a[nñ]os|anos|ans)(?![\\p{L}])`, "iuy"),
    /(?:fallec|muri[oó]|muere|difunt|occis|mort|d[eé]c[eé]d|faleci|morreu).{0,40}(?:a los|aos|à)\s$/iu,
  ),
  {
    name: "age-of-infant",
    category: "AGE",
    trigger: "word",
    words: "meses|months|month|mois|semanas|weeks|wks",
    side: "before",
    match: matchInfantAge,
    weak: true,
    cues: ["age"],
    scores: [0, 0.78, 0.85, 0.9],
  },
  ...forBothAges(
    { name: "age-apart", trigger: "word", words: AGE_WORDS, side: "before", scores: [0, 0.74, 0, 0] },
    new RegExp(
      `(?:\\d{1,3}|${SPOKEN_DAY})\\s(?:a[nñ]os|years|yrs|anos|ans)(?![\\p{L}])(?:\\sold(?![\\p{L}]))?(?=\\s?[,;.)]|$)`,
      "iuy",
    ),
    AGE_APART,
  ),
  {
    name: "age-code",
    category: "AGE",
    trigger: "code",
    starts: range(3, 6),
    opens: "123456789",
    match: /[1-8]?\d(?:yo|yrs?old|yrold|yr|yrs)(?![A-Za-z])/iy,
    scores: [0.85, 0.85, 0, 0],
  },
  {
    name: "age-code-old",
    category: "AGE_OVER_89",
    trigger: "code",
    starts: range(4, 6),
    opens: "19",
    match: /(?:9\d|1[01]\d)(?:yo|yrs?old|yrold|yr|yrs)(?![A-Za-z])/iy,
    scores: [0.85, 0.85, 0, 0],
  },
  {
    name: "age-code-cued",
    category: "AGE",
    trigger: "code",
    starts: [3],
    opens: "12345678",
    match: /[1-8]\d(?:a(?=[,;)]|\s\p{Ll})|[FM](?=[,;)]|\s(?:with|c\/o|presents|w\/|con|p\/w)))/uy,
    cues: ["age"],
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "age-years-short",
    category: "AGE",
    trigger: "number",
    starts: [2],
    next: " ",
    match: /[1-8]\d a(?=[,;)]|\s(?:con|y|de|sin|,)\s)/y,
    cues: ["sex"],
    scores: [0, 0.8, 0, 0],
  },
  ...forBothAges(
    { name: "age-by-sex", trigger: "number", starts: [1, 2, 3], follows: "/", scores: [0.8, 0.85, 0, 0] },
    /\d{1,3}(?![\d/.-])(?=[,;.)\s]|$)/y,
    SLASH_SEX,
  ),
  ...forBothAges(
    {
      name: "age-answered",
      trigger: "word",
      words: "edad|age|idade|how old|cuantos anos|que edad|quel age|quantos anos",
      scores: [0, 0.85, 0, 0],
    },
    new RegExp(
      `(?:[\\p{L}' ]{0,30}[?:])["”]?\\s{0,2}(?:[-–—]\\s?)?(?:[\\p{L}]{2,9}\\s?:\\s?)?(?:(?:tengo|tiene|i['’]m|he['’]s|she['’]s|he is|she is|tenho|tem|uh|um|pues|like|de|son)\\s){0,2}((?:\\d{1,3}|${SPOKEN_DAY})${AGE_END})(?![\\p{L}]|\\s(?:\\p{L}{3,}s|de)(?![\\p{L}]))`,
      "iuy",
    ),
  ),
  ...forBothAges(
    {
      name: "age-said",
      trigger: "word",
      words:
        "she s|he s|she is|he is|who is|who s|shes|hes|i m|i am|turns|turned|turning|cumple|cumplio|tiene|tengo|tem|tenho",
      scores: [0, 0.74, 0, 0],
    },
    new RegExp(
      `(?:(?:now|only|just|almost|already|ya|solo|apenas|casi|só|already)\\s)?(\\d{1,3}${AGE_END})${STATEMENT_END}`,
      "iuy",
    ),
  ),
  ...forBothAges(
    {
      name: "age-of-kin-bare",
      trigger: "word",
      words: KIN,
      side: "here",
      scores: [0, 0.74, 0, 0],
    },
    new RegExp(`[\\p{L}]{2,14}(?:\\s?\\(|\\sde\\s|\\s|,\\s)(\\d{1,3}${AGE_END})(?=\\s?[,;)]|\\.\\s|\\.$)`, "iuy"),
  ),
  {
    name: "age-labelled",
    category: "AGE",
    trigger: "word",
    words: "edad|age|aged|idade",
    match: new RegExp(
      `(?:(?:de|is|es|of)\\s)?((?:\\d{1,3}(?!\\d|[.,/]\\d|\\s?%)|${SPOKEN_DAY})(?:\\s?(?:${YEARS_OLD}(?:\\s(?:y|and|e)\\s\\d{1,2}\\s${MONTHS_OLD})?|${MONTHS_OLD})(?![\\p{L}]))?)`,
      "iuy",
    ),
    scores: [0, 0.85, 0, 0],
  },
  {
    name: "age-spoken",
    category: "AGE",
    trigger: "word",
    words: "cumple|cumplio|cumplira|cumplo|tiene|tengo|tenia",
    match: new RegExp(`(?:ya\\s)?(${SPOKEN_DAY})(?=\\s?[.,;!?\\n]|$)`, "iuy"),
    scores: [0, 0.42, 0, 0],
  },
  {
    name: "age-turning",
    category: "AGE",
    trigger: "word",
    words: "cumple|cumplio|cumplira|cumplir|cumplo|cumplen|tiene|tengo|tenia|turning|turned|turns",
    match:
      /(?:(?:ya|los|apenas|tu|mi|abuelita|solo|hoy)[\s,]{1,3}){0,2}(\d{1,2})(?![\d.,:/%-]*\d|[ ]?(?:%|[a-zà-ÿ$€]{4,}|mb|gb|km|hr|m\b|h\b))/y,
    scores: [0, 0.42, 0, 0],
  },
  {
    name: "age-stated",
    category: "AGE",
    trigger: "word",
    words: "i m|i am|im|turning|turned|turns|tengo|cumple|cumplio|cumplo|tenho",
    match: /\d{2}(?![.,]\d)(?=\s?[.,;!?\n)]|$|\s(?:y|and|e)\s\p{L})/uy,
    scores: [0, 0.72, 0, 0],
  },
  {
    name: "age-of-kin",
    category: "AGE",
    trigger: "word",
    words: "is|tiene|tem|has",
    side: "here",
    match: /[a-z]{2,5}\s(?:ya\s|now\s)?(\d{1,2})(?![.,]\d)(?=\s?[.,;!?\n)]|$|\s(?:y|and|e)\s\p{L})/iuy,
    cues: ["age"],
    scores: [0, 0.72, 0, 0],
  },
  {
    name: "age-of-another",
    category: "AGE",
    trigger: "word",
    words: AGE_WORDS,
    side: "here",
    match: new RegExp(
      `a[nñ]os\\s(?:y|e)\\s(?:(?:el|la|mi|su)\\s)?[\\p{L}]{2,20}\\s(${NUMBER})(?![\\p{L}\\d]|[.,:/]\\d|\\s?%)(?=\\s?[.,;!?\\n]|$)`,
      "iuy",
    ),
    scores: [0, 0.6, 0, 0],
  },
  {
    name: "age-of-sibling",
    category: "AGE",
    trigger: "word",
    words: "tiene|tienen",
    match:
      /\d{1,2}(?: a[nñ]os)?,?\s(?:y|e)\s(?:(?:el|la|mi|su)\s)?[\p{L}]{2,20}\s(\d{1,2})(?![\d.,:/%-]*\d|\s?(?:%|[\p{L}$€]))/iuy,
    scores: [0, 0.45, 0, 0],
  },
  {
    name: "age-asked",
    category: "AGE",
    trigger: "word",
    words: "cuantos anos|que edad",
    match: /(?:tienen?|tendr[aá]|tenía)\s[^.?!\d\n]{0,40}?(\d{1,3})(?=\s?[?.,\n]|$)/iuy,
    scores: [0, 0.6, 0, 0],
  },
];

/** Rows whose numbers are ages of any kind: from ninety on they are of the other category. */
const ANY_AGE = new Set(["age-labelled", "age-turning", "age-stated", "age-of-kin", "age-of-kin-word"]);

function leavesOld(row: Detector, isOld: boolean): Detector {
  const pattern = row.match as RegExp;
  return {
    ...row,
    name: isOld ? `${row.name}-old` : row.name,
    category: isOld ? "AGE_OVER_89" : "AGE",
    match: bareAge(pattern, isOld),
  };
}

export const AGES: readonly Detector[] = AGE_ROWS.flatMap((row) =>
  ANY_AGE.has(row.name) ? [leavesOld(row, false), leavesOld(row, true)] : [row],
);
