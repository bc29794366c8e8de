import { isDigit, isSpace, isWordChar } from "../characters.ts";
import type { Detector, Match } from "../detector.ts";
import { range } from "../detector.ts";
import { patternOf } from "../patterns.ts";

/**
 * Addresses of other shapes: of the armed forces and of embassies ("PSC 2213, Box 4471, APO AE 09824", USPS publication
 * 28, section 238), streets whose word is the end of their name ("Lindenstraße 18", "Storgatan 5"), and the lines of a
 * block that begin or end it: a flat of its own line, a town above its region and code.
 */

const FORCES = patternOf("(?:APO|FPO|DPO),?\\s(?:AA|AE|AP),?\\s\\d{5}(?:-\\d{4})?(?![\\p{L}\\d])", "uy");
/** Unit and box before them, or a ship. */
const FORCES_BEFORE =
  /(?:(?:(?:PSC|CMR|OPC|U[Nn][Ii][Tt]|B[Oo][Xx])\s?#?\d{1,6}[,.]?\s{1,2}){1,2}|US(?:S|NS|CGC|NV|AV)\s\p{Lu}[\p{L}.'’]{1,20}(?:\s\p{Lu}[\p{L}.'’]{0,20}){0,2},?\s{1,2})$/u;
const BEFORE_CHARS = 72;

function matchForces(text: string, at: number): Match | null {
  FORCES.lastIndex = at;
  const match = FORCES.exec(text);
  if (match === null) return null;
  const before = FORCES_BEFORE.exec(text.slice(Math.max(0, at - BEFORE_CHARS), at));
  return { start: at - (before?.[0].length ?? 0), end: at + match[0].length };
}

/** Names that end in the word for a street in German, Dutch, Swedish, Danish, Norwegian and Finnish. */
const STREET_BEFORE =
  /(?:(?<![\p{L}\d])\d{1,5}\s)?(?<![\p{L}\d])(?:\p{Lu}[\p{L}.'’]{1,20}-){0,3}\p{Lu}[\p{L}'’]{2,24}(?:stra(?:ß|ss)e|str\.|gasse|platz|allee|damm|ufer|chaussee|straat|laan|weg|plein|gracht|kade|dijk|singel|gatan|vägen|gränd|gade|vej|stræde|gata|veien|vegen|katu|kuja|polku)\s$/u;
/** The number, a letter of it, a door, and the code and town behind a comma. */
const NUMBER_AND_TOWN = patternOf(
  "(?!(?:19|20)\\d\\d(?!\\d))\\d{1,4}\\s?(?:[a-hA-H](?![\\p{L}\\d]))?(?:[-/]\\d{1,4}[a-h]?)?(?:,?\\s(?:[Aa]pt|[Ss]uite|[Ss]te|[Uu]nit|[Ff]lat)\\.?\\s?#?\\d{1,5}[A-Z]?)?(?:(?:,\\s{0,2}|\\s{0,2}\\n\\s{0,2})(?:[A-Z]{1,2}-)?\\d{3}\\s?\\d{1,2}(?:\\s?[A-Z]{2})?\\s\\p{Lu}[\\p{L}'’.-]{1,24}(?:\\s\\p{Lu}[\\p{L}'’.-]{1,24})?)?(?![\\p{L}\\d%€$])",
  "uy",
);
/** The last two letters of those words, as one number each: most numbers stand behind others, and need no pattern. */
const LAST_LETTERS = new Set(
  "ße se r. tz ee mm er at an eg in ht de jk el en nd ej ta tu ja ku"
    .split(" ")
    .map((letters) => (letters.charCodeAt(0) << 8) | letters.charCodeAt(1)),
);
const STREET_CHARS = 72;

function matchSuffixedStreet(text: string, at: number): Match | null {
  if (text.charCodeAt(at - 1) !== 32) return null;
  if (!LAST_LETTERS.has((text.charCodeAt(at - 3) << 8) | text.charCodeAt(at - 2))) return null;
  const street = STREET_BEFORE.exec(text.slice(Math.max(0, at - STREET_CHARS), at));
  if (street === null) return null;
  NUMBER_AND_TOWN.lastIndex = at;
  const match = NUMBER_AND_TOWN.exec(text);
  return match === null ? null : { start: at - street[0].length, end: at + match[0].trimEnd().length };
}

/** Whether nothing but spaces stands between `at` and the beginning of its line. */
function beginsLine(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && at - i < 8 && text.charCodeAt(i) === 32) i--;
  return i < 0 || text.charCodeAt(i) === 10;
}

const TOWN = "\\p{Lu}[\\p{L}.'’]{1,24}(?:[\\s-]\\p{Lu}?[\\p{L}.'’]{1,24}){0,3}";
/** A flat on a line of its own, and the town below it with its region, its code or both. */
const FLAT_LINE = patternOf(
  `(?:[Aa]pt|APT|[Aa]partment|[Ss]uite|SUITE|[Ss]te|[Uu]nit|[Ff]lat)\\.?\\s#?\\d{1,5}[A-Z]?\\s{0,2}\\n\\s{0,4}${TOWN}(?:,?\\s[A-Z]{2}(?![\\p{L}\\d])(?:\\s\\d{4,6})?|(?:,?\\s|\\s{0,2}\\n\\s{0,4})(?:[A-Z]{2}(?:\\s|\\s{0,2}\\n\\s{0,4}))?\\d{4,6})(?![\\p{L}\\d])`,
  "uy",
);

function matchFlatLine(text: string, at: number): Match | null {
  if (!beginsLine(text, at)) return null;
  FLAT_LINE.lastIndex = at;
  const match = FLAT_LINE.exec(text);
  return match === null ? null : { start: at, end: at + match[0].length };
}

/** A town, the code of its region or country, and the line's end: what stands before the postal code of a block. */
const REGION_BEFORE = patternOf(
  `\\n[^\\S\\n]{0,4}(${TOWN}(?:,\\s|\\s{0,2}\\n\\s{0,4})[A-Z]{2}(?:\\s|\\s{0,2}\\n\\s{0,4}))$`,
  "u",
);
const REGION_CHARS = 96;
/** More digits than this, and it is no postal code. */
const LONGEST_CODE = 6;

function matchRegionCode(text: string, at: number): Match | null {
  let before = at - 1;
  while (at - before < 8 && isSpace(text.charCodeAt(before))) before--;
  const code = text.charCodeAt(before);
  if (before === at - 1 || code < 65 || code > 90 || isWordChar(text.charCodeAt(before - 2))) return null;
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  const next = text.charCodeAt(end);
  if (end - at > LONGEST_CODE || (end < text.length && next !== 10 && next !== 13 && next !== 44)) return null;
  const block = REGION_BEFORE.exec(text.slice(Math.max(0, at - REGION_CHARS), at));
  return block === null ? null : { start: at - block[1]!.length, end };
}

/** Streets that are named after their word where the word itself is no English one: "Viale Monza 4", "ul. Dworcowa 4". */
const NAMED =
  /(?:(?:Viale|Corso|Piazza|Piazzale|Vicolo|Largo|Lungarno|Lungomare|Via(?!\s(?:Highway|Route|Terminal|Gate|Exit|Platform|Interstate|Line|Zone|Room|Channel|Port|Chat|Zoom|Teams|Skype)))(?:\sd(?:i|ei|elle|ella|el|egli)\s|\sd(?:ell)?['’]|\s)|[Uu]l\.\s|[Uu]lic[ae]\s)\p{Lu}[\p{L}.'’]{1,20}(?:\s\p{Lu}?[\p{L}.'’]{1,20}){0,2},?\s(?:n\.?\s)?(?!(?:19|20)\d\d(?!\d))\d{1,4}\s?(?:[a-zA-Z](?![\p{L}\d]))?(?:\/\d{1,4})?(?:,\s(?:\d{2}-?\d{3})\s\p{Lu}\p{L}{1,24}(?:\s\p{Lu}\p{L}{1,24}){0,2})?(?![\p{L}\d%€$])/uy;

export const BLOCK_ADDRESSES: readonly Detector[] = [
  {
    name: "address-forces",
    category: "ADDRESS",
    trigger: "word",
    words: "apo|fpo|dpo",
    side: "here",
    match: matchForces,
    scores: [0, 0.97, 0, 0],
  },
  {
    name: "address-suffixed",
    category: "ADDRESS",
    trigger: "number",
    starts: range(1, 4),
    match: matchSuffixedStreet,
    scores: [0.9, 0.95, 0, 0],
  },
  {
    name: "address-suffixed-letter",
    category: "ADDRESS",
    trigger: "code",
    starts: range(2, 5),
    opens: "123456789",
    match: matchSuffixedStreet,
    scores: [0.9, 0.95, 0, 0],
  },
  {
    name: "address-named",
    category: "ADDRESS",
    trigger: "word",
    words: "via|viale|corso|piazza|piazzale|vicolo|largo|lungarno|lungomare|ul|ulica|ulice",
    side: "here",
    digitAhead: 80,
    match: NAMED,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "address-flat-line",
    category: "ADDRESS",
    trigger: "word",
    words: "apt|apartment|suite|ste|unit|flat",
    side: "here",
    match: matchFlatLine,
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "address-region",
    category: "ADDRESS",
    trigger: "number",
    starts: range(4, LONGEST_CODE),
    match: matchRegionCode,
    scores: [0.65, 0.7, 0, 0],
  },
];
