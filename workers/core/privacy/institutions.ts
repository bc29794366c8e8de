import { isSpace } from "./characters.ts";
import type { Finding } from "./types.ts";

/** What opens the name of an institution, in languages that say first what it is. */
const HEAD =
  "(?:Hospital|Universidad|Universitat|Universidade|Facultad|Faculdade|Escuela|Instituto|Institut|Fundaci[oó]n|Funda[cç][aã]o|Asociaci[oó]n|Associa[cç][aã]o|Complejo\\s(?:Hospitalario|Asistencial)|Consorcio|Consorci|Centro\\sde\\sSalud|Centre\\sHospitalier|Ciudad\\sde\\sla\\sJusticia|Cl[ií]nica|Servicio(?=\\s\\p{Lu}\\p{Ll})|Ministerio|Ayuntamiento|Gerencia|Colegio|Corporaci[oó]n)";
/** Another institution behind the whole name of one; "Fundación Hospital de Alcorcón" is one name. */
const NEXT_INSTITUTION = new RegExp(
  `(?<=\\p{L}\\s\\p{Lu}[\\p{L}.'’-]{1,24}[\\p{L}."”])(?<!Universitari[oa]|Cl[ií]nic[oa]|M[eé]dico|Escuela|Centro)\\s(?=${HEAD}(?![\\p{L}]))`,
  "gu",
);
const OPENS = new RegExp(`^${HEAD}(?![\\p{L}])`, "u");
/** The letters that heads begin with: most names begin with others. */
const INITIALS = "ACEFGHIMSU";

function mayOpenInstitution(text: string, start: number): boolean {
  return INITIALS.includes(text[start]!);
}

/** The name of one, and the street and the number that stand behind it without a sign between. */
const STREET_BEHIND = new RegExp(
  `^(${HEAD}(?:\\s\\p{Lu}[\\p{L}'’-]{1,20}){0,2}?\\s(?:de|del|de la|da|do)\\s\\p{Lu}[\\p{L}'’-]{1,20}|${HEAD}(?:\\s(?:(?:de|del|la|las|los|el|y)\\s){0,2}\\p{Lu}[\\p{L}'’-]{1,20}){1,5}?)\\s(\\p{Lu}[\\p{L}'’-]{1,20}(?:\\s(?:(?:de|del|la|las|los|el|y)\\s){0,2}\\p{Lu}[\\p{L}'’-]{1,20})?,?\\s(?:[Nn][º°o]\\.?\\s)?(?:\\d{1,4}(?:-\\d{1,4})?|s\\s?\\/\\s?n))(?=[.,]?\\s(?:-\\s)?(?:[A-Z]{1,2}-)?\\d{5}[.,]?\\s\\p{Lu}|[.,]\\s\\p{Lu}[\\p{L}\\s]{2,24}[\\s,]\\d{5}(?!\\d))`,
  "u",
);
const STREET_CHARS = 24;
/** A postal code with its country at the end of a name: "Hospital San Juan de la Cruz E-23400 Úbeda". */
const COUNTRY_CODE = /\s[A-Z]{1,2}$/u;

/**
 * Names of institutions apart from each other and from the address behind them, where nothing but a space stands
 * between: "Hospital General Servicio Aragonés de Salud", "Hospital de Soria Numancia, 3 42001 Soria".
 */
export function splitInstitutions(text: string, findings: readonly Finding[]): readonly Finding[] {
  const parted: Finding[] = [];
  for (const finding of findings) {
    if (finding.source === "recogniser" && finding.category === "LOCATION") namedAfterPlace(text, finding, parted);
    else if (finding.source === "recogniser" && finding.category === "ORGANIZATION") apart(text, finding, parted);
    else parted.push(finding);
  }
  return parted;
}

/** One name of an institution, or several, without the address behind. */
function apart(text: string, finding: Finding, parted: Finding[]): void {
  const street = mayOpenInstitution(text, finding.start)
    ? STREET_BEHIND.exec(text.slice(finding.start, finding.end + STREET_CHARS))
    : null;
  if (street !== null && finding.start + street[1]!.length < finding.end) {
    const end = finding.start + street[1]!.length;
    splitNames(text, { ...finding, end }, parted);
    parted.push({ ...finding, category: "LOCATION", start: end + 1, end: end + 1 + street[2]!.length });
    return;
  }
  const country =
    text.charCodeAt(finding.end) === 45 && /^-\d{5}\s/.test(text.slice(finding.end, finding.end + 7))
      ? COUNTRY_CODE.exec(text.slice(finding.start, finding.end))
      : null;
  splitNames(text, country === null ? finding : { ...finding, end: finding.start + country.index }, parted);
}

/** What a place's name makes the name of an institution: "Hospital de Soria". */
const HEAD_BEFORE = new RegExp(`(?<![\\p{L}])${HEAD}(?:\\s\\p{Lu}\\p{L}{2,16}){0,2}\\s(?:del?|de la|da|do)\\s$`, "u");
const HEAD_CHARS = 64;
/** The rest of that name, and the street that begins behind it. */
const THEN_STREET =
  /^((?:\p{Lu}[\p{L}'’-]{1,20}\s(?:(?:del?|la|las|los)\s){0,2}){1,3}?)(?:C(?:alle|\/|tra\.|arretera|arrer)|c\/|Av(?:enida|inguda|da|d)?\.?\s|Boulevard|Paseo|Plaza|Ronda|Rambla|Raval|Camino|P[º°])[^\n]{3,48}?(?:\d|[sS]\s?\/\s?[nN])/u;
const THEN_CHARS = 128;

/** Whether one of the prepositions before which a head stands may end before a place. */
function mayFollowHead(text: string, at: number): boolean {
  if (!isSpace(text.charCodeAt(at - 1))) return false;
  const last = text.charCodeAt(at - 2);
  const before = text.charCodeAt(at - 3);
  // "de" and "del", "de la" and "da", "do".
  if (last === 101) return before === 100;
  if (last === 108) return before === 101;
  if (last === 97) return before === 108 || before === 100;
  return last === 111 && before === 100;
}

/** A place that is the end of an institution's name, apart from the street behind: "Hospital de Soria Ronda Norte, 10". */
function namedAfterPlace(text: string, finding: Finding, parted: Finding[]): void {
  const head = mayFollowHead(text, finding.start)
    ? HEAD_BEFORE.exec(text.slice(Math.max(0, finding.start - HEAD_CHARS), finding.start))
    : null;
  const rest = head === null ? null : THEN_STREET.exec(text.slice(finding.start, finding.start + THEN_CHARS));
  if (head === null || rest === null) {
    parted.push(finding);
    return;
  }
  const street = finding.start + rest[1]!.length;
  const name: Finding = {
    ...finding,
    category: "ORGANIZATION",
    start: finding.start - head[0].length,
    end: finding.start + rest[1]!.trimEnd().length,
  };
  parted.push(name);
  if (street < finding.end) parted.push({ ...finding, start: street });
}

function splitNames(text: string, finding: Finding, parted: Finding[]): void {
  const name = mayOpenInstitution(text, finding.start) ? text.slice(finding.start, finding.end) : "";
  if (!OPENS.test(name)) {
    parted.push(finding);
    return;
  }
  let { start } = finding;
  for (const { 0: gap, index } of name.matchAll(NEXT_INSTITUTION)) {
    parted.push({ ...finding, start, end: finding.start + index });
    start = finding.start + index + gap.length;
  }
  parted.push({ ...finding, start });
}
