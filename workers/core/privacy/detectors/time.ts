import { isCalendarDay, isNumericDate, isPackedDate } from "../calendar.ts";
import type { Detector, Match, Matcher } from "../detector.ts";
import { range } from "../detector.ts";
import { endingAt, patternOf } from "../patterns.ts";
import { NUMBER_WORDS } from "../spoken.ts";
import { ANYONES_SCORE, isAnyonesNumeric, isAnyonesWorded, isOfLaw } from "./anyones-days.ts";
import { besideIdentity, ofBirth } from "./birth-days.ts";

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

function matchDay(text: string, at: number): Match | null {
  WORDED_DAY.lastIndex = at;
  const match = WORDED_DAY.exec(text);
  if (
    match === null ||
    !isWordedDay(match[0]) ||
    /^\d{1,2}\sset$/i.test(match[0]) ||
    ENGLISH_WORDS.test(text.slice(at, at + ENGLISH_CHARS)) ||
    STREET_BEFORE.test(text.slice(Math.max(0, at - 14), at)) ||
    isOfLaw(text, at)
  )
    return null;
  const end = at + match[0].length;
  return { start: at, end };
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
    : { start: at, end };
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
const ISO = /\d{4}-\d{2}-\d{2}(?![\p{L}\d-]|[T ]\d{2}:\d{2})/uy;
/** A moment, as machines write it: alone it says when something ran. */
const MOMENT = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?(?![\d-])/y;

const MONTHS_PACKED =
  "jan|ene|janv|feb|fev|mar|apr|abr|avr|may|mai|jun|juin|jul|juil|aug|ago|aout|sep|sept|set|oct|out|nov|dec|dic|dez";
/** "14SEP1969", "3oct", as forms and laboratories write days. */
const STAMPED = new RegExp(`\\d{1,2}(?:${MONTHS_PACKED})(?:\\d{4}|\\d{2})`, "iy");
/** "17-XI-2019". */
const ROMAN = /\d{1,2}([-/.])(?:I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\1(?:(?:19|20)\d{2}|\d{2})(?!\d)/y;
/** "30 del 11 del 84", as days are said. */
const SAID =
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
  return (text, at, regions) => (isOfLaw(text, at) ? null : matcher(text, at, regions));
}

const WITH_YEAR = /\d{1,2}([/-])\d{1,2}\1(?:19|20)\d{2}(?![\d/]|[.-]\d|\s(?:hect[aá]reas|acres|metros|cm|mm|kg))/y;
/** "12.02.24": versions and sections look the same, so something must tell of a day. */
const DOTTED_SHORT = /\d{1,2}\.\d{1,2}\.\d{2}(?![\d/]|[.,-]\d|\s?[%$€])/uy;
const DOTTED_LEAD = endingAt(/(?<!\p{L})(?:el|del|al|am|vom|du|le|au|on|em|dated|fecha|date|vu le|seen)\s$/iu);

const matchIso = dayOf(ISO, isNumericDate);
const matchNumeric = dayOf(NUMERIC, isNumericDate);
const matchDotted = dayOf(DOTTED_SHORT, isNumericDate);

const DAY_MONTH_NUMBERS = /\d{1,2}[/-]\d{1,2}(?![/\d-]|[.,]\d|\s?%)/y;
/** Marks and measures of two numbers: "Apgar 8/9", "dolor 7/10". */
const SCORE_BEFORE = endingAt(
  /(?<!\p{L})(?:apgar|eva|nota|score|puntuaci[oó]n|puntaje|glasgow|ta|t\.a\.|pa|bp|dolor|pain|dor|av|visi[oó]n|vision|talla|size|ratio|fuerza|strength|mrc|grado|grade|rated?)\s?:?\s(?:de\s|of\s)?$/iu,
);
const matchDayMonth = dayOf(DAY_MONTH_NUMBERS, isDayMonth);

/** Tells of a day in a text whether it is anyone's. */
type DayTest = (text: string, start: number, end: number) => boolean;

/** A day, and whether it is somebody's: then the check holds. */
function someones(matcher: Matcher, isAnyones: DayTest): Matcher {
  return (text, at, regions) => {
    const match = matcher(text, at, regions);
    return match === null ? null : { ...match, checked: !isAnyones(text, match.start, match.end) };
  };
}

const STAMP_SCORES = [0, 0, 0.82, 0.82] as const;

/** A way of writing days: what rows of the table share. */
type Shape = Omit<Detector, "name" | "category" | "scores" | "weak">;

const NUMERAL: Shape = {
  trigger: "number",
  next: "/-. ",
  starts: [1, 2, 4],
  minDigits: 4,
  match: matchNumeric,
  shape: NUMERIC,
};
const DOTTED: Shape = { trigger: "number", next: ".", starts: [1, 2], minDigits: 4, match: matchDotted };
const YEAR_FIRST: Shape = { trigger: "number", next: "-", starts: [4], minDigits: 8, match: matchIso, shape: ISO };
const PACKED: Shape = { trigger: "number", starts: [8], match: /\d{8}(?!\d)/y, check: isPackedDate };
const WORDED: Shape = { trigger: "word", words: MONTHS, side: "before", match: matchDay };
const MONTH_FIRST: Shape = { trigger: "word", words: MONTHS, side: "here", match: matchMonthFirst };
// As days stand on stamps, in deeds and in speech.
const PACKED_MONTH: Shape = { trigger: "code", starts: range(6, 9), match: STAMPED, check: isWordedDay };
const ROMAN_MONTH: Shape = { trigger: "number", starts: [1, 2], next: "-/. ", match: ROMAN, check: isWordedDay };
const SAID_NUMBERS: Shape = { trigger: "number", starts: [1, 2], next: " ", match: SAID, check: isSaidDay };

function date(name: string, scores: Detector["scores"], shape: Shape): Detector {
  return { name, category: "DATE", weak: true, ...shape, scores };
}

/** A day that counts with this score, or with less where it is anyone's. */
function dated(name: string, score: number, isAnyones: DayTest, shape: Shape): Detector {
  const match = someones(shape.match as Matcher, isAnyones);
  return date(name, [ANYONES_SCORE, ANYONES_SCORE, score, score], { ...shape, match });
}

function birth(name: string, scores: Detector["scores"], shape: Shape): Detector {
  return { name, category: "DATE_OF_BIRTH", weak: true, ...shape, scores };
}

/** A day behind a word of birth, which explains one day only. */
function birthCued(name: string, score: number, shape: Shape): Detector {
  return birth(name, [0, 0, 0, score], { ...shape, cues: ["birth"], spendsCue: true });
}

/** A day of the year at least; years alone and months alone are nothing. A birth word near makes it a birth date. */
export const TIME: readonly Detector[] = [
  dated("date-numeric", 0.88, isAnyonesNumeric, {
    ...NUMERAL,
    match: notOfLaw(matchNumeric),
    against: ["product", "version"],
  }),
  // Written with its whole year, a day is one whatever stands before it.
  dated("date-with-year", 0.88, isAnyonesNumeric, {
    trigger: "number",
    next: "/-",
    starts: [1, 2],
    minDigits: 6,
    match: notOfLaw(dayOf(WITH_YEAR, isNumericDate)),
    shape: WITH_YEAR,
  }),
  date("date-dotted-short", [0, 0, 0, 0.82], {
    ...DOTTED,
    shape: DOTTED_SHORT,
    cues: ["date", "clinical"],
    against: ["product", "version"],
  }),
  date("date-dotted-led", [0, 0, 0.82, 0.82], {
    ...DOTTED,
    match: (text, at, regions) => (DOTTED_LEAD(text, at) ? matchDotted(text, at, regions) : null),
    shape: DOTTED_SHORT,
    against: ["product", "version"],
  }),
  dated("date-iso", 0.93, isAnyonesNumeric, YEAR_FIRST),
  date("date-moment", [0, 0, ANYONES_SCORE, ANYONES_SCORE], {
    trigger: "number",
    next: "-",
    starts: [4],
    minDigits: 8,
    match: MOMENT,
    check: isNumericDate,
  }),
  date("date-iso-code", [0, 0, ANYONES_SCORE, ANYONES_SCORE], {
    trigger: "number",
    next: "-",
    starts: [4],
    minDigits: 6,
    match: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?/y,
    check: isNumericDate,
  }),
  dated("date-worded", 0.92, isAnyonesWorded, WORDED),
  dated("date-month-first", 0.88, isAnyonesWorded, MONTH_FIRST),
  date("date-clinical-month", [0, 0.82, 0, 0], {
    trigger: "word",
    words: MONTHS_LONG,
    side: "here",
    match: matchClinicalMonth,
  }),
  date("date-day-month", [0, 0, 0, 0.6], {
    trigger: "number",
    next: "/-",
    starts: [1, 2],
    match: (text, at, regions) => (SCORE_BEFORE(text, at) ? null : matchDayMonth(text, at, regions)),
    shape: DAY_MONTH_NUMBERS,
    cues: ["date", "birth"],
  }),
  date("date-day-month-said", [0, 0, 0.6, 0.6], {
    trigger: "number",
    next: "/-",
    starts: [1, 2],
    match: matchDayOfMonth,
  }),
  birthCued("birth-numeric", 0.97, { ...NUMERAL, match: ofBirth(matchNumeric) }),
  birthCued("birth-dotted", 0.95, {
    ...DOTTED,
    match: /\d{1,2}\.\d{1,2}\.\d{2}(?![\d/]|[.-]\d)/y,
    check: isNumericDate,
  }),
  birthCued("birth-packed", 0.9, PACKED),
  birthCued("birth-spaced", 0.92, {
    trigger: "number",
    next: " ",
    starts: [1, 2],
    minDigits: 4,
    match: /\d{1,2} \d{1,2} (?:(?:19|20)\d{2}|\d{2})(?!\d| \d)/y,
    check: isNumericDate,
  }),
  // "|19680722|F|": as hospitals' systems send it.
  birth("birth-before-sex", [0, 0, 0.92, 0.95], {
    ...PACKED,
    opens: "12",
    match: /\d{8}(?=["']?[|,;]{1,2}["']?[MFHU]["']?[|,;])/y,
  }),
  birthCued("birth-worded", 0.97, { ...WORDED, match: ofBirth(matchDay) }),
  birthCued("birth-month-first", 0.96, { ...MONTH_FIRST, match: ofBirth(matchMonthFirst) }),
  birth("birth-beside-identity", [0, 0, 0.955, 0.955], { ...NUMERAL, match: besideIdentity(matchNumeric) }),
  birth("birth-packed-beside-identity", [0, 0, 0.86, 0.92], {
    trigger: "number",
    starts: [8],
    match: besideIdentity(dayOf(/\d{8}(?!\d)/y, isPackedDate)),
    shape: /\d{8}/y,
  }),
  birth("birth-worded-beside-identity", [0, 0, 0, 0.955], { ...WORDED, match: besideIdentity(matchDay) }),
  date("date-packed-month", STAMP_SCORES, PACKED_MONTH),
  birthCued("birth-packed-month", 0.97, PACKED_MONTH),
  date("date-roman-month", STAMP_SCORES, ROMAN_MONTH),
  birthCued("birth-roman-month", 0.97, ROMAN_MONTH),
  date("date-said-numbers", STAMP_SCORES, SAID_NUMBERS),
  birthCued("birth-said-numbers", 0.97, SAID_NUMBERS),
];
