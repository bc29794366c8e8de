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
  return findings.flatMap((finding) => {
    if (finding.source !== "recogniser") return [finding];
    if (finding.category === "LOCATION") return namedAfterPlace(text, finding);
    if (finding.category !== "ORGANIZATION") return [finding];
    const street = STREET_BEHIND.exec(text.slice(finding.start, finding.end + STREET_CHARS));
    if (street !== null && finding.start + street[1]!.length < finding.end) {
      const end = finding.start + street[1]!.length;
      return [
        ...splitNames(text, { ...finding, end }),
        { ...finding, category: "LOCATION", start: end + 1, end: end + 1 + street[2]!.length },
      ];
    }
    const name = text.slice(finding.start, finding.end);
    const country = /^-\d{5}\s/.test(text.slice(finding.end, finding.end + 7)) ? COUNTRY_CODE.exec(name) : null;
    return splitNames(text, country === null ? finding : { ...finding, end: finding.start + country.index });
  });
}

/** What a place's name makes the name of an institution: "Hospital de Soria". */
const HEAD_BEFORE = new RegExp(`(?<![\\p{L}])${HEAD}(?:\\s\\p{Lu}\\p{L}{2,16}){0,2}\\s(?:del?|de la|da|do)\\s$`, "u");
const HEAD_CHARS = 64;
/** The rest of that name, and the street that begins behind it. */
const THEN_STREET =
  /^((?:\p{Lu}[\p{L}'’-]{1,20}\s(?:(?:del?|la|las|los)\s){0,2}){1,3}?)(?:C(?:alle|\/|tra\.|arretera|arrer)|c\/|Av(?:enida|inguda|da|d)?\.?\s|Boulevard|Paseo|Plaza|Ronda|Rambla|Raval|Camino|P[º°])[^\n]{3,48}?(?:\d|[sS]\s?\/\s?[nN])/u;
const THEN_CHARS = 128;

/** A place that is the end of an institution's name, apart from the street behind: "Hospital de Soria Ronda Norte, 10". */
function namedAfterPlace(text: string, finding: Finding): Finding[] {
  const head = HEAD_BEFORE.exec(text.slice(Math.max(0, finding.start - HEAD_CHARS), finding.start));
  if (head === null) return [finding];
  const rest = THEN_STREET.exec(text.slice(finding.start, finding.start + THEN_CHARS));
  if (rest === null) return [finding];
  const street = finding.start + rest[1]!.length;
  const name: Finding = {
    ...finding,
    category: "ORGANIZATION",
    start: finding.start - head[0].length,
    end: finding.start + rest[1]!.trimEnd().length,
  };
  return street < finding.end ? [name, { ...finding, start: street }] : [name];
}

function splitNames(text: string, finding: Finding): Finding[] {
  const name = text.slice(finding.start, finding.end);
  const parts: Finding[] = [];
  let { start } = finding;
  if (!OPENS.test(name)) return [finding];
  for (const { 0: gap, index } of name.matchAll(NEXT_INSTITUTION)) {
    parts.push({ ...finding, start, end: finding.start + index });
    start = finding.start + index + gap.length;
  }
  parts.push({ ...finding, start });
  return parts;
}
