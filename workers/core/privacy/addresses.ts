import { hasDigit, isDigit, isSpace, isWordChar } from "./characters.ts";
import { withPostalCodes } from "./postal-codes.ts";
import type { Finding } from "./types.ts";

/** What may stand between the parts of one address, on one line. */
const BETWEEN =
  /^(?:[ \t]{0,2}[,-]?[ \t]{0,2}(?:\d{5}[ \t]{1,2})?|\.[ \t]{1,2}(?:[A-Z]-)?\d{5}\.?[ \t]{1,2}|[ \t]{0,2}[,.-]{0,2}[ \t]{0,2}(?:el[ \t]|la[ \t])?(?:c\.?[ \t]?p\.?|cp es|c[oó]digo postal(?: es)?|cep|zip(?: code)?|colonia|col\.?|fracc\.?|fraccionamiento|barrio|urb\.?|esq\.?|esquina(?: con)?|casi con|entre|n[uú]m(?:ero)?\.?|no\.?|#)[ \t:]{0,3})$/iu;
const LONGEST_GAP = 24;
/** A postal code may begin a sentence of its own: "s/n. 17007 Girona". */
const SENTENCE_GAP = /^[.;]?\s{1,2}(?:-\s)?$/;
const STARTS_WITH_CODE = /^(?:[A-Z]{1,2}-)?\d{4,5}(?!\d)/;
const CODE_CHARS = 10;
/** The last line of a block: a town, its region and its code ("Las Cruces, NM 88003"). */
const LAST_LINE = /^\D{2,60}\d{4,6}$/;
const LINE_GAP = /^\s?\n\s{0,4}$/;
/** A place takes part from this score on: a doubtful name beside an address stays what it is. */
const LEAST_SCORE = 0.5;
/** Words before an address that are no part of it. */
const LEAD =
  /^(?:(?:en|la|el|a|al|por|sobre|de|at|on|in|na|no|es|is|son|queda|vivo|[àa]|facturaci[oó]n|env[ií]o|entrega|domicilio|direcci[oó]n|fiscal|legal|particular|adresse|endere[cç]o|address|now|ahora|new|nuevo|nueva)\s{1,2}(?<!\bno\s{1,2}(?=\d))){1,3}/iu;
const LEAD_CHARS = 24;
/** The number of a house behind the name of its street, or "s/n"; not a year, and nothing that goes on. */
const HOUSE_NUMBER =
  /^(,?)\s(?:s\s?\/\s?n|(?!(?:19|20)\d\d(?!\d))\d{1,5}(?![\d\p{L}%€$]|[.,:/-]\d))(?=\s{0,2}(?:[,.;!?)\n-]|\d{5}(?!\d)|$))/iu;
/** A town behind the number, with its postal code or without. */
const THEN_TOWN = /^(?:[,.]|\s-)?\s{0,2}(?:\d{5}\.?\s{1,2})?$/;
const NUMBER_CHARS = 16;
/** Without regard to case this is an `s` too. */
const LONG_S = 0x17f;

/** Floor, suite or unit behind the name of a building or an estate: "Torre Sonata piso 8", "Hill House, Suite 40". */
const UNIT =
  /^(?:,\s?|\s)(?:piso|planta|local|oficina|ofna?\.?|of\.|consultorio|cons\.|nave|parcela|m[oó]dulo|bodega|depto\.?|dpto\.?|apto\.?|departamento|apartamento|int(?:erior|\.)|lote|manzana|casa|suite|ste\.?|unit|floor|apt\.?|room)\s(?:n[oº°]\.?\s?|#\s?)?(?:\d{1,4}(?:[ -]?[A-Za-z])?|[A-Za-z]-?\d{0,4})(?![\p{L}\p{N}]|[.,:/-]\d)/iu;
const UNIT_CHARS = 32;
/** Words that begin a street, written with a capital or as "c/". */
const STREET_OPENS =
  /^(?:C(?:alle|\/|l\.|alz(?:ada|\.)|arre(?:r|ra|tera)|tra\.|rta\.|amino|uesta)|c\/|A(?:v(?:enida|inguda|da|d)?\.?\s|utov[ií]a|utopista|lameda)|B(?:oulevard|ulevar|lvd)|P(?:aseo|so\.|[º°]|z(?:a)?\.|rol(?:\.|ongaci[oó]n)|asaje|asseig)|Pla(?:za|[cç]a)|R(?:onda|ambla|aval|da\.|ua)|Traves[ií]a|Urb|V[ií]a)/u;
/** Estates and buildings: the street that follows is where they are. */
const ESTATE =
  /^(?:parque|pol[ií]gono|torre|edificio|residencial|conjunto|condominio|fraccionamiento|unidad|urbanizaci[oó]n|centro|plaza|ciudad industrial|zona industrial|business park)\s/iu;
/** A corner: two streets that are one place. */
const CORNER = /^,?\s(?:(?:casi\s)?esquina(?:\s(?:con|de|a))?|esq\.?(?:\s(?:con|de|a))?|casi)\s$/iu;

const PARTS = new Set(["ADDRESS", "LOCATION", "ZIP"]);

/** A place with a house number in it is an address, whoever found it. */
function isAddressLike(text: string, { category, end, start }: Finding): boolean {
  return (
    category === "ADDRESS" ||
    (category === "LOCATION" &&
      (hasDigit(text, start, end) || text.slice(start, end).includes("/")) &&
      /^\p{Lu}.*\p{L}{2}.*\s(?:\d|s\s?\/\s?n(?!\p{L}))|^\p{L}{2,}\s.*\p{L}{2}.*\s\d/iu.test(text.slice(start, end)))
  );
}

/** Whether `next` goes on where `run` is: they are parts of one address. */
function continues(text: string, run: readonly Finding[], end: number, next: Finding): boolean {
  if (next.start <= end) return true;
  if (next.start - end > LONGEST_GAP) return false;
  const gap = text.slice(end, next.start);
  if (
    !BETWEEN.test(gap) &&
    !(LINE_GAP.test(gap) && next.category === "ADDRESS" && LAST_LINE.test(text.slice(next.start, next.end))) &&
    !(SENTENCE_GAP.test(gap) && STARTS_WITH_CODE.test(text.slice(next.start, next.start + CODE_CHARS)))
  )
    return false;
  // A town before the street is another statement ("in Tigre, Av Liniers 1967"), but a name before the number is its.
  return (
    gap.trim() === "" ||
    run.some((part) => isAddressLike(text, part)) ||
    (isAddressLike(text, next) && ESTATE.test(text.slice(run[0]!.start, run[0]!.end)))
  );
}

/** A state as it is abbreviated behind a town. */
const ABBREVIATED =
  /,\s(?:Ags|B\.?\s?C\.?(?:\s?S)?|Camp|Chis|Chih|Coah|Col|Dgo|Edo\.? ?(?:de )?M[eé]x|M[eé]x|Gto|Gro|Hgo|Jal|Mich|Mor|Nay|N\.?\s?L|Oax|Pue|Qro|Q\.?\s?Roo|S\.?L\.?P|Sin|Son|Tab|Tamps|Tlax|Ver|Yuc|Zac|D\.?F)\.$/u;
const ABBREVIATED_CHARS = 16;

/** The label of what follows, which begins in a capital like a town: "28046 Madrid Teléfono". */
const LABEL_BEHIND =
  /[\s.,;]{1,3}(?:tel[eé]?f?|tel[eé]fonos?|t[eé]l[eé]phone|telf|tfno|tlfn?o?|m[oó]vil|celular|fax|e-?mail|mail|correo(?:\selectr[oó]nico)?|c[oó]digo postal|c\.?\s?p)\.?$/iu;
const LABEL_CHARS = 24;

/** Without words and punctuation at its ends that do not belong to an address. */
function trimmed(text: string, finding: Finding): Finding {
  const lead = LEAD.exec(text.slice(finding.start, Math.min(finding.end, finding.start + LEAD_CHARS)));
  const start = finding.start + (lead !== null && lead[0].length < finding.end - finding.start ? lead[0].length : 0);
  let end =
    finding.end -
    (LABEL_BEHIND.exec(text.slice(Math.max(start, finding.end - LABEL_CHARS), finding.end))?.[0].length ?? 0);
  while (end > start && !isWordChar(text.charCodeAt(end - 1)) && !/[ºª°]/.test(text[end - 1]!)) end--;
  if (text[end] === ")" && /\([^)]*$/u.test(text.slice(start, end))) end++;
  // "Tepoztlán, Mor. y ..." ends in the full stop of an abbreviation, unless that ends the sentence too.
  const goesOn = /^\.\s?[,;)]|^\.\s\p{Ll}/u.test(text.slice(end, end + 3)) || /\.\p{Lu}$/u.test(text.slice(start, end));
  if (goesOn && ABBREVIATED.test(text.slice(Math.max(start, end - ABBREVIATED_CHARS), end + 1))) end++;
  return end > start ? { ...finding, start, end } : finding;
}

/** A number before a street that has one of its own: "at 77 Rua das Flores 12". */
const NUMBER_BEFORE =
  /(?:^|\n)[ \t]{0,4}(\d{1,5} )$|(?<![\p{L}\d])(?:at|in|is|to|from|near|en|a|es|em|no|na|au|zu|address|domicilio|direcci[oó]n|adresse):? (\d{1,5} )$/iu;
const NUMBER_BEFORE_CHARS = 20;

function withNumberBefore(text: string, address: Finding): Finding {
  const { end, start } = address;
  if (text.charCodeAt(start - 1) !== 32 || !isDigit(text.charCodeAt(start - 2))) return address;
  if (isDigit(text.charCodeAt(start)) || !hasDigit(text, start, end)) return address;
  const number = NUMBER_BEFORE.exec(text.slice(Math.max(0, start - NUMBER_BEFORE_CHARS), start));
  const value = number === null ? undefined : (number[1] ?? number[2]);
  return value === undefined ? address : { ...address, start: start - value.length };
}

/** A room by its name is inside a building, and no place of its own. */
const ROOM = /^(?:sala|sal[oó]n|aula|auditorio|room|hall|salle)\s/iu;

/** A building with the floor or unit behind it. */
function withUnit(text: string, finding: Finding): Finding {
  if (finding.category !== "LOCATION" || finding.score < LEAST_SCORE) return finding;
  const next = text.charCodeAt(finding.end);
  if (next !== 44 && !isSpace(next)) return finding;
  const unit = UNIT.exec(text.slice(finding.end, finding.end + UNIT_CHARS));
  return unit === null || ROOM.test(text.slice(finding.start, finding.end))
    ? finding
    : { ...finding, category: "ADDRESS", end: finding.end + unit[0].length };
}

/** Names that the recogniser lets run into a street, without what a pattern knows to be its address. */
function beforeStreets(text: string, ordered: readonly Finding[]): readonly Finding[] {
  const streets = ordered.filter(({ category, source }) => category === "ADDRESS" && source === "pattern");
  if (streets.length === 0) return ordered;
  let at = 0;
  return ordered.map((finding) => {
    if (finding.source !== "recogniser" || (finding.category !== "ORGANIZATION" && finding.category !== "PERSON"))
      return finding;
    while (at < streets.length && streets[at]!.start <= finding.start) at++;
    const street = streets[at];
    if (street === undefined || street.start >= finding.end || street.end < finding.end) return finding;
    const name = text.slice(finding.start, street.start).trimEnd();
    return STREET_OPENS.test(text.slice(street.start, street.start + 16)) && /\s/u.test(name)
      ? { ...finding, end: finding.start + name.length }
      : finding;
  });
}

/** Two streets with "esquina" between them, as one place. */
function joinCorners(text: string, ordered: readonly Finding[]): readonly Finding[] {
  const joined: Finding[] = [];
  for (const finding of ordered) {
    const before = joined.at(-1);
    const isCorner =
      before?.category === "LOCATION" &&
      finding.category === "LOCATION" &&
      Math.min(before.score, finding.score) >= LEAST_SCORE &&
      finding.start - before.end <= LONGEST_GAP &&
      CORNER.test(text.slice(before.end, finding.start));
    if (isCorner) joined[joined.length - 1] = { ...before, end: Math.max(before.end, finding.end) };
    else joined.push(finding);
  }
  return joined;
}

/** Whether a house number may follow: a digit or "s/n" behind a space, or behind a comma and a space. */
function mayBeNumbered(text: string, end: number): boolean {
  const space = text.charCodeAt(end) === 44 ? end + 1 : end;
  if (!isSpace(text.charCodeAt(space))) return false;
  const next = text.charCodeAt(space + 1);
  if (isDigit(next)) return true;
  const behind = text.charCodeAt(space + 2);
  return ((next | 32) === 115 || next === LONG_S) && (behind === 47 || isSpace(behind));
}

/** Names followed by a house number: a place always, a person's when a place follows ("López Cotilla 1835, León"). */
function withNumber(text: string, finding: Finding, next: Finding | undefined): Finding {
  if (finding.source !== "recogniser" || (finding.category !== "LOCATION" && finding.category !== "PERSON"))
    return finding;
  if (!mayBeNumbered(text, finding.end)) return finding;
  // A single word in small letters is as often a thing that is counted or priced.
  if (!/^\p{Lu}|\s/u.test(text.slice(finding.start, finding.end))) return finding;
  const number = HOUSE_NUMBER.exec(text.slice(finding.end, finding.end + NUMBER_CHARS));
  if (number === null || finding.score < LEAST_SCORE) return finding;
  const end = finding.end + number[0].length;
  // A number that something else explains is none of a house: "UTR 44820 91735".
  if (next !== undefined && next.start < end && !PARTS.has(next.category) && next.source === "pattern") return finding;
  const leadsToPlace =
    next !== undefined &&
    PARTS.has(next.category) &&
    next.start - end < LONGEST_GAP &&
    THEN_TOWN.test(text.slice(end, next.start)) &&
    // Behind a comma the number may be an age, unless a postal code follows.
    (number[1] === "" || /\d{5}|\//u.test(text.slice(finding.end, next.start)));
  const isHouse = finding.category === "LOCATION" && number[1] === "" && /\d{2}|\//u.test(number[0]);
  return isHouse || leadsToPlace ? { ...finding, category: "ADDRESS", end } : finding;
}

/**
 * Joins the parts of one address - street, number, unit, district, code, town - that stand side by side into one
 * finding, so that an address is one span whoever found its parts. Names of people and days inside it ("calle Benito
 * Juárez 5", "calle 5 de mayo 27") are part of it; a validated identifier is not. Linear but for sorting.
 */
export function joinAddresses(text: string, findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(({ category }) => category === "ADDRESS" || category === "LOCATION")) return findings;
  const ordered = joinCorners(
    text,
    withPostalCodes(
      text,
      beforeStreets(
        text,
        findings.toSorted((a, b) => a.start - b.start || b.end - a.end),
      ).map((finding, i, all) => withUnit(text, withNumber(text, finding, all[i + 1]))),
    ),
  );
  if (!ordered.some((finding) => isAddressLike(text, finding))) return ordered;
  const parts = ordered.filter(
    ({ category, score }) => PARTS.has(category) && (score >= LEAST_SCORE || category === "ADDRESS"),
  );
  const absorbed = new Set<Finding>();
  const whole: Finding[] = [];
  for (let i = 0; i < parts.length;) {
    const run = [parts[i]!];
    let { end } = parts[i]!;
    for (i++; i < parts.length && continues(text, run, end, parts[i]!); i++) {
      run.push(parts[i]!);
      end = Math.max(end, parts[i]!.end);
    }
    if (!run.some((part) => isAddressLike(text, part)) || (run.length === 1 && run[0]!.category !== "ADDRESS"))
      continue;
    for (const part of run) absorbed.add(part);
    const score = Math.max(...run.map((part) => part.score));
    whole.push(withNumberBefore(text, trimmed(text, { ...run[0]!, category: "ADDRESS", end, score })));
  }
  let at = 0;
  const rest = ordered.filter((finding) => {
    if (absorbed.has(finding)) return false;
    if (finding.validated) return true;
    while (at < whole.length && whole[at]!.end <= finding.start) at++;
    const around = whole[at];
    return around === undefined || around.start > finding.start || around.end < finding.end;
  });
  return [...rest, ...whole];
}
