import { isDigit, isSpace } from "../characters.ts";
import type { Detector, Match } from "../detector.ts";
import { range } from "../detector.ts";
import { patternOf } from "../patterns.ts";

/**
 * Addresses that are known by what they end in - a postal code, or a state and its code - whatever their street is
 * called: "5 Hafod Las, Penclawdd, Swansea SA4 3XW", "3906 Sycamore Bend, Denton TX 76205".
 */

const WORD = "\\p{Lu}[\\p{L}.'’-]{0,20}";
const JOINT = "(?:(?:of|the|and|on|upon|de|del|la|le|du|y)\\s)?";
const NUMBER = "\\d{1,5}(?:-\\d{1,4})?[A-Za-z]?";
const STREET = `(?:(?:${WORD}|\\d{1,3}(?:st|nd|rd|th))\\s${JOINT}){0,4}(?:${WORD}|\\d{1,3}(?:st|nd|rd|th))`;
const UNIT =
  "(?:,?\\s(?:[Aa]pt|APT|[Aa]partment|[Ss]uite|[Ss]te|STE|[Uu]nit|UNIT|[Ff]l|[Ff]loor|[Rr]m|[Rr]oom|[Ff]lat|#)\\.?\\s?#?[A-Za-z0-9-]{1,5})?";
const TOWN = `${WORD}(?:[\\s-]${JOINT}${WORD}){0,3}`;
const STATE =
  "(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)";

const BRITISH = patternOf(
  `${NUMBER}\\s${STREET}(?:,\\s${TOWN}){1,3},?\\s[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}(?![\\p{L}\\d])`,
  "uy",
);
const IRISH = patternOf(
  `${NUMBER}\\s${STREET}(?:,\\s(?:Co\\.\\s)?${TOWN}(?:\\s\\d{1,2})?){1,3},?\\s[A-Z]\\d[\\dW]\\s?[A-Z\\d]{4}(?![\\p{L}\\d])`,
  "uy",
);
const AMERICAN = patternOf(
  `${NUMBER}\\s${STREET}${UNIT}(?:,\\s|\\s)${TOWN},?\\s${STATE},?\\s\\d{5}(?:-\\d{4})?(?![\\p{L}\\d])`,
  "uy",
);
/** A house or a flat before the number: "The Old Forge, 2 Mill Lane", "Flat 3B, 12 Hill Rd". */
const HOUSE_BEFORE =
  /(?:(?:Flat|Apartment|Apt|Unit|Suite|Floor|Room|Slip|Plot|Berth|Lot)\s[A-Z]?\d{0,4}[A-Z]?|(?:The\s)?(?:\p{Lu}[\p{L}'’]{1,16}\s){1,3}(?:House|Cottage|Forge|Farm|Lodge|Barn|Mill|Hall|Manor|Villa|Rectory|Vicarage|Court|Mansions|Tower|Building)),\s$/u;
const BEFORE_CHARS = 60;

/** Whether a space and a capital or "3rd" follow the number: most numbers count something, and need no pattern. */
function leadsToName(text: string, at: number): boolean {
  let i = at;
  while (i - at < 12 && text.charCodeAt(i) !== 32) i++;
  const next = text.charCodeAt(i + 1);
  if ((next >= 65 && next <= 90) || next > 191) return true;
  if (!isDigit(next)) return false;
  // A number whose space is another one is left to the pattern.
  if (hasSpace(text, at, i)) return true;
  let behind = i + 2;
  while (isDigit(text.charCodeAt(behind))) behind++;
  // st, nd, rd, th
  const ordinal = text.charCodeAt(behind);
  return ordinal === 115 || ordinal === 110 || ordinal === 114 || ordinal === 116;
}

function hasSpace(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isSpace(text.charCodeAt(i))) return true;
  return false;
}

/** A pattern with the house named before it. */
function withHouse(pattern: RegExp): (text: string, at: number) => Match | null {
  return (text, at) => {
    if (!leadsToName(text, at)) return null;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    const house = HOUSE_BEFORE.exec(text.slice(Math.max(0, at - BEFORE_CHARS), at));
    return { start: at - (house?.[0].length ?? 0), end: at + match[0].length };
  };
}

function coded(name: string, pattern: RegExp): Detector[] {
  const row = { category: "ADDRESS", match: withHouse(pattern), scores: [0.95, 0.97, 0, 0] as const };
  return [
    { ...row, name, trigger: "number", starts: range(1, 5), next: " -" },
    { ...row, name: `${name}-letter`, trigger: "code", starts: range(2, 5), opens: "123456789" },
  ];
}

export const CODED_ADDRESSES: readonly Detector[] = [
  ...coded("address-british", BRITISH),
  ...coded("address-irish", IRISH),
  ...coded("address-american", AMERICAN),
];
