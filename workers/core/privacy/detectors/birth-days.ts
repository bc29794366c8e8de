// Which days are days of birth.
import { isNumericDate } from "../calendar.ts";
import type { Matcher } from "../detector.ts";
import { endingAt } from "../patterns.ts";

/** What was written, given or decided on a day: not born. */
const DONE_BEFORE = endingAt(
  /(?<!\p{L})(?:(?:inscrit[oa]|expedid[oa]|emitid[oa]|registrad[oa]|firmad[oa]|otorgad[oa]|levantad[oa]|lavrad[oa]|presentad[oa]|recibid[oa]|atendid[oa]|vist[oa]|ingres[oó]|ingresad[oa]|internad[oa]|admitid[oa]|issued|filed|registered|signed|dated|admitted|discharged|seen|d[ée]livr[ée]e?s?|[ée]tablie?|admise?|inscrite?)\s(?:con fecha\s|en fecha\s|en\s|the\s)?(?:el|on|em|le|del?|a|no dia|d[ií]a|the)\s(?:d[ií]a\s)?|(?:desde|since|depuis)\s(?:el\s|le\s)?)$/iu,
);

/** "cumple 18 años el 9 de julio" tells a day of this year, not the day of birth. */
const ANNIVERSARY =
  /(?<![\p{L}])(?:cumpl|turn|fait|faz|completa|fête)[\p{L}]{0,6}\s.{1,24}?\s(?:el|on|le|em|no dia)\s(?:d[ií]a\s)?$/iu;
const ANNIVERSARY_CHARS = 44;

/** A day as a day of birth: with its year, or not of an anniversary. */
export function ofBirth(matcher: Matcher): Matcher {
  return (text, at, regions) => {
    const match = matcher(text, at, regions);
    if (match === null || DONE_BEFORE(text, at)) return null;
    return !/\d{4}$/.test(text.slice(match.start, match.end)) &&
      ANNIVERSARY.test(text.slice(Math.max(0, at - ANNIVERSARY_CHARS), at))
      ? null
      : { ...match, checked: true };
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
export function besideIdentity(matcher: Matcher): Matcher {
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
