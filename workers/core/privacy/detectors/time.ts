import { isCalendarDay, isNumericDate, isPackedDate } from "../calendar.ts";
import type { Detector, Match, Matcher } from "../detector.ts";
import { range } from "../detector.ts";
import { endingAt, patternOf } from "../patterns.ts";
import { NUMBER_WORDS } from "../spoken.ts";

const MONTHS_LONG =
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december|janeiro|fevereiro|março|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre";
const MONTHS_SHORT =
  "mzo|ene|feb|mar|abr|jun|jul|ago|sep|sept|oct|nov|dic|jan|apr|aug|dec|fev|mai|out|dez|juil|avr|set";
const MONTHS = `${MONTHS_LONG}|${MONTHS_SHORT}`;
const DAY_WORDS = `${NUMBER_WORDS}|dieciséis|veintidós|veintitrés|veintiséis|veintiún`;
/** A number of two digits in words. */
export const SPOKEN_DAY = `(?:${DAY_WORDS})(?:\\s(?:y|e|et)\\s(?:${NUMBER_WORDS})|[ -](?:${NUMBER_WORDS}))?`;
const SPOKEN_YEAR =
  "(?:mil|dos mil|two thousand|nineteen|dois mil|mille|deux mille)(?:[ -](?:y |and )?[a-z]{2,13}){0,5}?(?= ?[,.;!?\\n)]|$)";
const YEAR = `(?:\\d{4}|['’]?\\d{2}(?!\\d|:|\\s?(?:horas|hrs|am|pm|h\\b))|${SPOKEN_YEAR}|(?:noventa|ochenta|setenta|sesenta|cincuenta|cuarenta)(?: y [a-z]{3,7})?)`;
const MONTH_WORD = `(?:(?:${MONTHS_LONG})(?![\\p{L}])|(?:${MONTHS_SHORT})(?![\\p{L}])(?:\\.(?=\\s?(?:de\\s)?\\d))?)`;
const DAY_MONTH = `(?:\\d{1,2}(?:º|°|ª|\\.|st|nd|rd|th|er|ero|o)?|${SPOKEN_DAY})[\\s./-]{1,2}(?:(?:de|of|do|(?:d[ií]as )?del mes de|d)\\s{1,2}|d[’'])?${MONTH_WORD}(?:(?:,?\\s{1,2}(?:de|del|of|do|en)(?:\\s{1,2}(?:a[nñ]o))?\\s{1,2}|[-/.])${YEAR}|,?\\s{1,2}(?:\\d{4}(?!\\d)|['’]\\d{2}(?!\\d)|\\d{2}(?=\\s{0,2}(?:[.,;!?/)\\n]|$))|${SPOKEN_YEAR}))?`;
const MONTH_DAY = `(?:${MONTHS})\\.?\\s{1,2}(?:the\\s)?(?:\\d{1,2}(?!\\d|[:.,/]\\d)(?:st|nd|rd|th)?|(?:${NUMBER_WORDS})(?:[ -](?:${NUMBER_WORDS}))?(?:st|nd|rd|th)?)(?:(?:,\\s{0,2}|\\s{1,2}(?:of\\s)?)(?:\\d{4}|['’]\\d{2}(?!\\d)))?(?![\\p{L}])`;

const WORDED_DAY = patternOf(DAY_MONTH, "iuy");
const WORDED_MONTH_FIRST = patternOf(MONTH_DAY, "iuy");
/** What makes a name of a street or a place of the day behind it: "calle 5 de mayo", "la 9 de julio". */
const STREET_BEFORE =
  /(?:^|[^\p{L}])(?:calle|av|avda|avenida|plaza|col|colonia|estaci[oó]n|metro|parque|escuela|blvd|boulevard|barrio|c\/|la|pra[cç]a|(?:rue|place|avenue|quai|square) du)\.?\s$/iu;

/** Marks and counts in English, though "out" and "set" are short for months in Portuguese: "9 out of 10", "one out". */
const ENGLISH_WORDS = /^(?:\d{1,2}\sout\sof\s|[a-z]{3,6}\s(?:out|set)(?![a-z]))/i;
const ENGLISH_CHARS = 14;

/** The day of a law, a decree or an act: nobody's. */
const OF_LAW = endingAt(
  /(?<!\p{L})(?:le[yi]|loi|law|act|(?:real |supremo )?decreto(?:[ -]le[yi])?|d[ée]cret|directiv[ae]|reglamento|regulament[oa]?|regulation|resoluci[oó]n|resolu[cç][aã]o|portaria|ordenanza|ordonnance|emenda|acordada|circular|ren|medida provis[oó]ria|instru[cç][aã]o normativa|arr[eê]t[ée])(?!\p{L})[^;\n]{0,44}?\d,?\s(?:de|of|du|del)\s$/iu,
);
/** Days that everybody has, written without a year: "feliz 1 de enero", "the 4th of July". */
const HOLIDAY =
  /^(?:(?:1|0?1º|uno|primero|1ro|6|seis)\sde\s(?:enero|janeiro)|(?:14|catorce)\sde\s(?:febrero|fevereiro)|8\sde\s(?:marzo|março)|(?:1|uno|primero|5|cinco|10|diez)\sde\s(?:mayo|maio)|25\sde\s(?:abril|mayo)|7\sde\ssetembro|(?:15|16|18)\sde\sse?p?tiembre|12\sde\soctubre|12\sde\soutubro|31\sde\soctubre|(?:1|2)\sde\s(?:noviembre|novembro)|20\sde\snoviembre|(?:12|24|25|31|veinticinco)\sde\s(?:diciembre|dezembro)|(?:4|4th)\s(?:of\s|de\s)?(?:july|julio)|9\sde\sjulio|28\sde\sjulio|20\sde\sjulio|14\sjuillet|1er\smai|11\snovembre|25\sd[ée]cembre|july\s(?:the\s)?(?:4|4th|fourth)|dec(?:ember|\.)?\s(?:24|25|31)(?:th|st)?|jan(?:uary|\.)?\s1(?:st)?|feb(?:ruary|\.)?\s14(?:th)?|oct(?:ober|\.)?\s31(?:st)?|sept?(?:ember|\.)?\s(?:the\s)?11(?:th)?)$/iu;
/** What makes one a limit or an appointment all the same. */
const LIMIT_BEFORE = endingAt(
  /(?<!\p{L})(?:antes del|hasta el|desde el|vence el|para el|before|until|till|by|due|at[ée](?: o dia)?|jusqu['’]au|avant le)\s$/iu,
);

/** Whether a day in words may be one that nobody in the talk has to do with: a holiday, or one of history with its year. */
function isAnyones(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  return /\d{4}$/.test(value) || (HOLIDAY.test(value) && !LIMIT_BEFORE(text, start));
}

/** What was written, given or decided on a day: not born. */
const DONE_BEFORE = endingAt(
  /(?<!\p{L})(?:(?:inscrit[oa]|expedid[oa]|emitid[oa]|registrad[oa]|firmad[oa]|otorgad[oa]|levantad[oa]|lavrad[oa]|presentad[oa]|recibid[oa]|atendid[oa]|vist[oa]|ingres[oó]|ingresad[oa]|internad[oa]|admitid[oa]|issued|filed|registered|signed|dated|admitted|discharged|seen|d[ée]livr[ée]e?s?|[ée]tablie?|admise?|inscrite?)\s(?:con fecha\s|en fecha\s|en\s|the\s)?(?:el|on|em|le|del?|a|no dia|d[ií]a|the)\s(?:d[ií]a\s)?|(?:desde|since|depuis)\s(?:el\s|le\s)?)$/iu,
);

/** "cumple 18 años el 9 de julio" tells a day of this year, not the day of birth. */
const ANNIVERSARY =
  /(?<![\p{L}])(?:cumpl|turn|fait|faz|completa|fête)[\p{L}]{0,6}\s.{1,24}?\s(?:el|on|le|em|no dia)\s(?:d[ií]a\s)?$/iu;
const ANNIVERSARY_CHARS = 44;

/** A day as a day of birth: with its year, or not of an anniversary. */
function ofBirth(matcher: Matcher): Matcher {
  return (text, at, regions) => {
    const match = matcher(text, at, regions);
    if (match === null || DONE_BEFORE(text, at)) return null;
    return !/\d{4}$/.test(text.slice(match.start, match.end)) &&
      ANNIVERSARY.test(text.slice(Math.max(0, at - ANNIVERSARY_CHARS), at))
      ? null
      : { ...match, checked: true };
  };
}

function matchDay(text: string, at: number): Match | null {
  WORDED_DAY.lastIndex = at;
  const match = WORDED_DAY.exec(text);
  if (
    match === null ||
    !isWordedDay(match[0]) ||
    /^\d{1,2}\sset$/i.test(match[0]) ||
    ENGLISH_WORDS.test(text.slice(at, at + ENGLISH_CHARS)) ||
    STREET_BEFORE.test(text.slice(Math.max(0, at - 14), at)) ||
    OF_LAW(text, at)
  )
    return null;
  const end = at + match[0].length;
  return { start: at, end, checked: !isAnyones(text, at, end) };
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
    : { start: at, end, checked: !isAnyones(text, at, end) };
}
/** A month of a year says when something was done to a patient. */
const MONTH_OF_YEAR = patternOf(
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
  /(?<![A-Za-z]-)(?:\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2} \/ \d{1,2} \/ \d{4}|\d{4}([/.-])\d{1,2}\2\d{1,2})(?![\d/]|[.-]\d|\s(?:hect[aá]reas|has?\b|acres|metros|cm|mm|kg))/y;
const ISO = /\d{4}-\d{2}-\d{2}(?![\d-]|[T ]\d{2}:\d{2})/y;
/** A moment, as machines write it: alone it says when something ran. */
const MOMENT = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?(?![\d-])/y;

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

/** No fraction is led to so: "entra a vivir el 1/10". */
const ARTICLE_BEFORE_DAY = /(?<![\p{L}\d])(?:el|al|del|le|du|au|on|until|till|since|desde|hasta|no dia|d[ií]a)\s$/iu;

const HOUR_BEHIND =
  /^,?\s(?:(?:a las|at|@|às|à|las)\s)?\d{1,2}(?::\d{2}|\s?h(?![\p{L}])|\s?(?:hs|hrs|am|pm)(?![\p{L}]))/iu;

/** "el 18/06", "antes del 20/5": written as days are, and no fraction. */
function matchDayOfMonth(text: string, at: number): Match | null {
  DAY_OF_MONTH.lastIndex = at;
  const match = DAY_OF_MONTH.exec(text);
  if (match === null) return null;
  const [first, second] = match[0].split("/") as [string, string];
  const isWritten = first.length === 2 && second.length === 2;
  const before = text.slice(Math.max(0, at - 16), at);
  const isOnDay =
    BEFORE_DAY.test(before) ||
    (isWritten &&
      (HOUR_BEHIND.test(text.slice(at + 5, at + 20)) ||
        /(?<![\p{L}\d])(?:a|à|am)\s$/iu.test(text.slice(Math.max(0, at - 3), at))));
  if (!isOnDay) return null;
  if (
    !isWritten &&
    !ARTICLE_BEFORE_DAY.test(before) &&
    Number(first) < 13 &&
    Number(first) < Number(second) &&
    /^(?:2|3|4|5|8|10|16)$/.test(second)
  )
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

/** A number of identity right behind a day, or right before it: then the day is the day of birth. */
const IDENTITY =
  "dni|d\\.n\\.i\\.?|nif|nie|doc(?:umento)?\\.?|c[eé]dula|cpf|rg|curp|rfc|nss|ssn|social|ni|nino|nhs|rut|run|cuil|cuit|cc|c\\.c\\.?|ti|t\\.i\\.?|ci|passport|pasaporte|passaporte|nir|cartão cidadão|id|mrn|nhc";
const IDENTITY_NUMBER =
  "\\d{8}-?[A-Z]|[XYZ]\\d{7}[A-Z]|\\d{3}-\\d{2}-\\d{4}|[A-Z]{4}\\d{6}[HM][A-Z]{5}[A-Z\\d]\\d|\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}|\\d{2}\\.\\d{3}\\.\\d{3}(?:-[\\dkK])?|\\d{7,8}-[\\dkK]";
const IDENTITY_BEHIND = new RegExp(
  `^["']?\\s?[,;|/(·-]{0,1}\\s{0,2}["']?(?:(?:(?:y|and|e|et|con|with)\\s)?(?:(?:mi|my|su|his|her)\\s)?(?:${IDENTITY})(?![\\p{L}])|(?<=[,;|]\\s{0,2}["']?)(?:${IDENTITY_NUMBER})(?![\\p{L}\\d]))`,
  "iu",
);
const IDENTITY_BEFORE = new RegExp(
  `(?:(?<![\\p{L}])(?:${IDENTITY})[\\s:.#nNº°o]{1,5}[\\dA-Z][\\dA-Z.-]{5,17}|(?<![\\d-])(?:${IDENTITY_NUMBER}))["']?\\s?[,;|/]\\s{0,2}["']?$`,
  "u",
);
/** What says that the day is another one. */
const OTHER_DAY =
  /(?<!\p{L})(?:hired|joined|started|contratad[oa]|payment|pago|fecha|date|dated|alta|ingreso|admi\p{L}+|discharged|exp\p{L}*|vence\p{L}*|caduc\p{L}+|valid\p{L}*|emi\p{L}+|issued?|signed|firm\p{L}+|visit\p{L}*|consulta|cita|appt|appointment|d[ií]a|data|el|on|le|del|al|em|no|since|desde|until|hasta|by|(?<!results |result |record |records |notes |chart |file |labs |report )for|from|to|presentad[oa]|recibid[oa]|audiencia|hearing|filed)\.?\s?[:=-]?\s?$/iu;
/** "la señora del 13/6/49", "hers is 06/06/1972": a patient is told from others by it. */
const PERSON_OF_DAY =
  /(?<![\p{L}])(?:hers|his|mine|theirs)\s(?:is|was)\s$|(?<![\p{L}])(?:se[nñ]ora?|sra?\.?|se[nñ]orita|ni[nñ][oa]|chic[oa]|paciente|patient|pt|beb[eé]|senhora?)\s(?:del|de|do|of|from|born)\s$/iu;
const BESIDE_CHARS = 32;

/** A day of a life's beginning: a year from 1900 to 2019, or one of two digits. */
function isOfLife(value: string): boolean {
  const year = /^\d{8}$/.test(value) ? /^(?:19|20)\d\d|\d{4}$/.exec(value) : /\d{4}/.exec(value);
  return year === null
    ? /\d{2}$/.test(value) && isNumericDate(value)
    : Number(year[0]) >= 1900 && Number(year[0]) < 2020;
}

/** A day that stands beside a number of identity, and that nothing else explains. */
function besideIdentity(matcher: Matcher): Matcher {
  return (text, at, regions) => {
    const match = matcher(text, at, regions);
    if (match === null || !isOfLife(text.slice(match.start, match.end))) return null;
    const before = text.slice(Math.max(0, match.start - BESIDE_CHARS), match.start);
    if (PERSON_OF_DAY.test(before)) return { ...match, checked: true };
    if (OTHER_DAY.test(before)) return null;
    return IDENTITY_BEHIND.test(text.slice(match.end, match.end + BESIDE_CHARS)) || IDENTITY_BEFORE.test(before)
      ? { ...match, checked: true }
      : null;
  };
}

/** A date by its pattern; `check` tells whether there is such a day. */
function dayOf(pattern: RegExp, check: (value: string) => boolean): Matcher {
  return (text, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || !check(match[0])) return null;
    return { start: at, end: at + match[0].length, checked: true };
  };
}

/** The same, unless it is the day of a law. */
function notOfLaw(matcher: Matcher): Matcher {
  return (text, at, regions) => (OF_LAW(text, at) ? null : matcher(text, at, regions));
}

const WITH_YEAR = /\d{1,2}([/-])\d{1,2}\1(?:19|20)\d{2}(?![\d/]|[.-]\d|\s(?:hect[aá]reas|acres|metros|cm|mm|kg))/y;
/** "12.02.24": versions and sections look the same, so something must tell of a day. */
const DOTTED_SHORT = /\d{1,2}\.\d{1,2}\.\d{2}(?![\d/]|[.,-]\d|\s?[%$€])/uy;
const DOTTED_LEAD = endingAt(/(?<!\p{L})(?:el|del|al|am|vom|du|le|au|on|em|dated|fecha|date|vu le|seen)\s$/iu);

const matchPacked = dayOf(/\d{8}(?!\d)/y, isPackedDate);
const matchNumeric = dayOf(NUMERIC, isNumericDate);
const matchDotted = dayOf(DOTTED_SHORT, isNumericDate);

const DAY_MONTH_NUMBERS = /\d{1,2}[/-]\d{1,2}(?![/\d-]|[.,]\d|\s?%)/y;
/** Marks and measures of two numbers: "Apgar 8/9", "dolor 7/10". */
const SCORE_BEFORE = endingAt(
  /(?<!\p{L})(?:apgar|eva|nota|score|puntuaci[oó]n|puntaje|glasgow|ta|t\.a\.|pa|bp|dolor|pain|dor|av|visi[oó]n|vision|talla|size|ratio|fuerza|strength|mrc|grado|grade|rated?)\s?:?\s(?:de\s|of\s)?$/iu,
);
const matchDayMonth = dayOf(DAY_MONTH_NUMBERS, isDayMonth);

/** Holidays, days of history and the moments of logs are less surely personal than a day that is written out. */
const ANYONES_SCORE = 0.84;
const MOMENT_SCORE = 0.84;

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
    match: notOfLaw(matchNumeric),
    shape: NUMERIC,
    against: ["product", "version"],
    scores: [0, 0, 0.88, 0.88],
  },
  {
    // Written with its whole year, a day is one whatever stands before it.
    name: "date-with-year",
    weak: true,
    category: "DATE",
    next: "/-",
    trigger: "number",
    starts: [1, 2],
    minDigits: 6,
    match: notOfLaw(dayOf(WITH_YEAR, isNumericDate)),
    shape: WITH_YEAR,
    scores: [0, 0, 0.88, 0.88],
  },
  {
    name: "date-dotted-short",
    weak: true,
    category: "DATE",
    next: ".",
    trigger: "number",
    starts: [1, 2],
    minDigits: 4,
    match: matchDotted,
    shape: DOTTED_SHORT,
    cues: ["date", "clinical"],
    against: ["product", "version"],
    scores: [0, 0, 0, 0.82],
  },
  {
    name: "date-dotted-led",
    weak: true,
    category: "DATE",
    next: ".",
    trigger: "number",
    starts: [1, 2],
    minDigits: 4,
    match: (text, at, regions) => (DOTTED_LEAD(text, at) ? matchDotted(text, at, regions) : null),
    shape: DOTTED_SHORT,
    against: ["product", "version"],
    scores: [0, 0, 0.82, 0.82],
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
    name: "date-moment",
    weak: true,
    category: "DATE",
    next: "-",
    trigger: "number",
    starts: [4],
    minDigits: 8,
    match: MOMENT,
    check: isNumericDate,
    scores: [0, 0, MOMENT_SCORE, MOMENT_SCORE],
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
    scores: [0, 0, MOMENT_SCORE, MOMENT_SCORE],
  },
  {
    name: "date-worded",
    weak: true,
    category: "DATE",
    trigger: "word",
    words: MONTHS,
    side: "before",
    match: matchDay,
    scores: [0, ANYONES_SCORE, 0, 0.92],
  },
  {
    name: "date-month-first",
    weak: true,
    category: "DATE",
    trigger: "word",
    words: MONTHS,
    side: "here",
    match: matchMonthFirst,
    scores: [0, ANYONES_SCORE, 0, 0.88],
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
    match: (text, at, regions) => (SCORE_BEFORE(text, at) ? null : matchDayMonth(text, at, regions)),
    shape: DAY_MONTH_NUMBERS,
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
    match: ofBirth(matchNumeric),
    shape: NUMERIC,
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
    name: "birth-spaced",
    weak: true,
    category: "DATE_OF_BIRTH",
    next: " ",
    trigger: "number",
    starts: [1, 2],
    minDigits: 4,
    match: /\d{1,2} \d{1,2} (?:(?:19|20)\d{2}|\d{2})(?!\d| \d)/y,
    check: isNumericDate,
    cues: ["birth"],
    spendsCue: true,
    scores: [0, 0, 0, 0.92],
  },
  {
    // "|19680722|F|": as hospitals' systems send it.
    name: "birth-before-sex",
    weak: true,
    category: "DATE_OF_BIRTH",
    trigger: "number",
    starts: [8],
    opens: "12",
    match: /\d{8}(?=["']?[|,;]{1,2}["']?[MFHU]["']?[|,;])/y,
    check: isPackedDate,
    scores: [0, 0, 0.92, 0.95],
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
  {
    name: "birth-beside-identity",
    weak: true,
    category: "DATE_OF_BIRTH",
    next: "/-. ",
    trigger: "number",
    starts: [1, 2, 4],
    minDigits: 4,
    match: besideIdentity(matchNumeric),
    shape: NUMERIC,
    scores: [0, 0, 0.955, 0.955],
  },
  {
    name: "birth-packed-beside-identity",
    weak: true,
    category: "DATE_OF_BIRTH",
    trigger: "number",
    starts: [8],
    match: besideIdentity(matchPacked),
    shape: /\d{8}/y,
    scores: [0, 0, 0.86, 0.92],
  },
  {
    name: "birth-worded-beside-identity",
    weak: true,
    category: "DATE_OF_BIRTH",
    trigger: "word",
    words: MONTHS,
    side: "before",
    match: besideIdentity(matchDay),
    scores: [0, 0, 0, 0.955],
  },
  ...DAYS_IN_OTHER_FORMS.flatMap((day) => [day, asBirth(day)]),
];
