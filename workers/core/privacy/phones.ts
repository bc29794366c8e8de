import metadata from "libphonenumber-js/min/metadata";
import type { Match } from "./detector.ts";
import { isDigit, isWordChar } from "./characters.ts";
import { readSpokenDigits } from "./spoken.ts";

/**
 * Numbering plans from libphonenumber's metadata, read directly: our own candidates need only the national pattern,
 * the possible lengths and the trunk prefix, and its parser costs a hundred times more than the rest of a scan.
 */
interface Plan {
  code: string;
  national: RegExp;
  trunk: RegExp | null;
}

type Row = readonly unknown[];
const COUNTRIES = metadata.countries as unknown as Record<string, Row>;
const CALLING_CODES = metadata.country_calling_codes as unknown as Record<string, readonly string[]>;
const plans = new Map<string, Plan | null>();

function planOf(region: string): Plan | null {
  let plan = plans.get(region);
  if (plan === undefined) {
    const row = Object.hasOwn(COUNTRIES, region) ? COUNTRIES[region]! : null;
    if (row === null) plan = null;
    else {
      const prefix = typeof row[5] === "string" ? row[5] : "";
      const forParsing = typeof row[7] === "string" ? row[7] : prefix;
      plan = {
        code: String(row[0]),
        national: new RegExp(`^(?:${String(row[2])})$`),
        trunk: forParsing === "" ? null : new RegExp(`^(?:${forParsing})`),
      };
    }
    plans.set(region, plan);
  }
  return plan;
}

/** True when the digits are a number of the region's plan, with or without its trunk prefix. */
function isNational(digits: string, region: string): boolean {
  const plan = planOf(region);
  if (plan === null || digits.length < 7) return false;
  if (plan.national.test(digits)) return true;
  if (plan.trunk === null) return false;
  const rest = digits.replace(plan.trunk, "");
  return rest !== digits && rest.length > 6 && plan.national.test(rest);
}

/** Mobile numbers written the old way: +52 1, +54 without 9, and 15 in the middle. */
function withoutOldMobileMark(digits: string, region: string): string {
  if (region === "MX" && digits.length === 11 && digits[0] === "1") return digits.slice(1);
  if (region === "AR" && digits.length === 12) return digits.replace(/^(\d{2,4}?)15(\d{6,8})$/, "$1$2");
  return digits;
}

function isInternational(digits: string): boolean {
  for (let length = 1; length <= 3; length++) {
    const code = digits.slice(0, length);
    if (!Object.hasOwn(CALLING_CODES, code)) continue;
    const national = digits.slice(length);
    return CALLING_CODES[code]!.some((region) => isNational(withoutOldMobileMark(national, region), region));
  }
  return false;
}

function isLocal(digits: string, regions: readonly string[]): boolean {
  return regions.some((region) => isNational(withoutOldMobileMark(digits, region), region));
}

const YEARS = /^(?:19|20)\d\d(?:19|20)\d\d$/;

interface Candidate {
  start: number;
  /** End after each group, and the digits up to there. */
  ends: number[];
  groups: number[];
  digits: string;
  plus: boolean;
  /** A field of a row of values with commas between ("10293,202-555-0143,60614"): a comma ends it. */
  field: boolean;
  /** Written as numbers in a list ("64, 65"), or as an amount ("135.000.000"): a telephone only beside its word. */
  listed: boolean;
}

/** A parameter of an address, which ends at a space unless it is a telephone number: "?page=3&limit=50 200 1843". */
const PARAMETER = /[?&][\w.-]{1,20}=$/;
const RATIO = /(?<!\d)\d\s:\s$/;
const PAGES = /(?<![\p{L}\d])(?:pp?|p[aá]gs?|pages?|p[aá]ginas?|fojas?|folios?|foja)\.?\s$/iu;
const SPACE = 32;
const OPENING = 40;
const CLOSING = 41;
const COMMA = 44;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const EQUALS = 61;
const SMALL_X = 120;

/** Length of the separator at `at` that a digit follows: ` `, `-`, `.`, `, `, ` - `, ` / `, ` (`, `)`, `) `, `)-`, `) -`; 0 for none. */
function separatorLength(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  const isThird = isDigit(text.charCodeAt(at + 2));
  switch (first) {
    case SPACE:
      if (isDigit(second)) return 1;
      if (second === OPENING && isThird) return 2;
      return (second === HYPHEN || second === SLASH) &&
        text.charCodeAt(at + 2) === SPACE &&
        isDigit(text.charCodeAt(at + 3))
        ? 3
        : 0;
    case HYPHEN:
    case DOT:
      return isDigit(second) ? 1 : 0;
    case COMMA:
      return second === SPACE && isThird ? 2 : 0;
    case CLOSING:
      if (isDigit(second)) return 1;
      if ((second === SPACE || second === HYPHEN || second === DOT) && isThird) return 2;
      return second === SPACE && text.charCodeAt(at + 2) === HYPHEN && isDigit(text.charCodeAt(at + 3)) ? 3 : 0;
    default:
      return 0;
  }
}

/**
 * The digit groups from `at` on, joined by at most three separators (of which one may be a comma only before a space),
 * at most 17 digits. A leading `+`, `(` or `(+` belongs to the number.
 */
function candidateAt(text: string, at: number): Candidate | null {
  let start = at;
  let plus = false;
  if (text[start - 1] === "(") start--;
  if (text[start - 1] === "+") {
    plus = true;
    start--;
    if (text[start - 1] === "(") start--;
  } else if (text[start - 1] === " " && text[start - 2] === "+") {
    plus = true;
    start -= 2;
  }
  const before = text.charCodeAt(start - 1);
  // A number that continues another one, or an amount, does not begin here.
  if (
    start > 0 &&
    (isWordChar(before) ||
      (text[start] !== "+" && text[start] !== "(" && isJoint(text, start - 1)) ||
      text[start - 1] === "$" ||
      text[start - 1] === "€" ||
      text[start - 1] === "#")
  )
    return null;
  if (
    !plus &&
    text[start] !== "(" &&
    before === 32 &&
    isDigit(text.charCodeAt(start - 2)) &&
    continuesNumber(text, start)
  )
    return null;
  const isParameter = !plus && before === EQUALS && PARAMETER.test(text.slice(Math.max(0, start - 24), start));
  const ends: number[] = [];
  const groups: number[] = [];
  let digits = "";
  let listed = false;
  let dots = 0;
  let apart = 0;
  let i = at;
  while (digits.length <= 17) {
    const groupStart = i;
    while (i < text.length && isDigit(text.charCodeAt(i)) && i - groupStart < 18) i++;
    if (i === groupStart) break;
    const next = text.charCodeAt(i);
    // "415-682-2671x441": an extension may touch a whole number, nothing else ("1280-1920x1080").
    const isWhole = digits.length + i - groupStart >= 10;
    if (i < text.length && isWordChar(next) && !(isWhole && (next | 32) === SMALL_X && withExtension(text, i) > i))
      break;
    digits += text.slice(groupStart, i);
    if (digits.length > 17) break;
    groups.push(i - groupStart);
    ends.push(
      text[i] === ")" &&
        (text[groupStart - 1] === "(" || text[groupStart - 2] === "(") &&
        !isDigit(text.charCodeAt(i + 1)) &&
        text[i + 1] !== " "
        ? i + 1
        : i,
    );
    const gap = separatorLength(text, i);
    if (gap === 0 || isParameter) break;
    if (next === COMMA) {
      if (groups.length > 1 && !listed) break;
      listed = true;
    } else if (listed) break;
    else if (next === DOT) dots++;
    if (gap === 3) apart++;
    i += gap;
  }
  // Draws and ratios are numbers, each of its own: "4 - 11 - 23 - 38", "1 : 139 838 160".
  if (apart > 1 || RATIO.test(text.slice(Math.max(0, start - 4), start))) return null;
  // Groups of four are a card, whatever its check digit; two years are a period.
  if (groups.length > 2 && groups.slice(0, 4).every((length) => length === 4)) return null;
  if (!plus && groups.length === 2 && YEARS.test(digits)) return null;
  if (groups.length === 0) return null;
  const field = before === COMMA && !isMark(text, start - 1);
  return { start, ends, groups, digits, plus, field, listed: listed || isAmount(groups, dots) };
}

/** Thousands marked by dots, or a fraction. */
function isAmount(groups: readonly number[], dots: number): boolean {
  if (dots === 0 || dots !== groups.length - 1) return false;
  // Four, two and four digits with dots are a tariff heading.
  return (
    groups.length === 2 ||
    (groups.length === 3 && groups[0] === 4 && groups[1] === 2) ||
    (groups[0]! < 4 && groups.slice(1).every((length) => length === 3))
  );
}

/** Whether the group at `start`, behind a digit and a space, goes on with what is before: it is short, or that is long. */
function continuesNumber(text: string, start: number): boolean {
  for (let i = start; i < start + 4; i++) if (!isDigit(text.charCodeAt(i))) return true;
  return /\d{3} $|\d \d{1,2} $/.test(text.slice(Math.max(0, start - 5), start));
}

/** Digits on one side of a comma from which on it is no mark of decimals. */
const LONG_SIDE = 9;
const LONG_INTEGER = 7;
const DECIMALS = 2;

/**
 * Whether a comma between two digits is a mark of thousands or decimals. Otherwise it stands between two fields of a row:
 * beside many digits without a mark ("7,5587654321,250"), and beside groups that hyphens or spaces join, of which one
 * has four digits ("415-867-3320,200").
 */
function isMark(text: string, comma: number): boolean {
  let left = comma - 1;
  while (comma - left < LONG_SIDE + 1 && isDigit(text.charCodeAt(left))) left--;
  let right = comma + 1;
  while (right - comma < LONG_SIDE + 1 && isDigit(text.charCodeAt(right))) right++;
  const before = comma - left - 1;
  const behind = right - comma - 1;
  if (before === 0 || behind === 0) return false;
  if (before >= LONG_SIDE || behind >= LONG_SIDE || (before >= LONG_INTEGER && behind > DECIMALS)) return false;
  const joint = text.charCodeAt(left);
  const isJoined = isDigit(text.charCodeAt(left - 1));
  if (isJoined && (joint === HYPHEN || (before === 4 && behind > DECIMALS && (joint === SPACE || joint === DOT))))
    return false;
  return !(text.charCodeAt(right) === HYPHEN && isDigit(text.charCodeAt(right + 1)));
}

/** True when a separator at `at` joins what is before it to what follows ("12.345", "2024-11", "BC-77"). */
function isJoint(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  // "phone,202-555-0143" is a row of a table.
  return code === COMMA ? isMark(text, at) : (code === 45 || code === 46 || code === 47) && isWordChar(before);
}

/** True when the value is followed by more of the same number ("123-45-6789-0", a decimal, a percentage). */
function continues(text: string, end: number): boolean {
  const next = text[end];
  if (next === undefined) return false;
  // "4076 - 85904 = 7" is a sum.
  if (next === " " && text[end + 1] === "=") return true;
  if (next === "%" || next === "€" || next === "$") return true;
  if (next === ",") return isMark(text, end);
  return (next === "-" || next === "." || next === "/" || next === ":") && isDigit(text.charCodeAt(end + 1));
}

/** A bracket that is not closed inside the number stands around it: "(+49 30 976976)". */
function opening(text: string, start: number, end: number): number {
  return text[start] === "(" && !text.slice(start, end).includes(")") ? start + 1 : start;
}

/** Tries the candidate with all its groups, then with fewer from the end. */
function longest(
  text: string,
  candidate: Candidate,
  accept: (digits: string, groups: readonly number[]) => boolean,
): Match | null {
  let { digits } = candidate;
  for (let count = candidate.groups.length; count > 0; count--) {
    const end = candidate.ends[count - 1]!;
    const groups = candidate.groups.slice(0, count);
    const goesOn = continues(text, end) && !(candidate.field && text.charCodeAt(end) === COMMA);
    if (!goesOn && accept(digits, groups))
      return { start: opening(text, candidate.start, end), end: withExtension(text, end) };
    digits = digits.slice(0, digits.length - candidate.groups[count - 1]!);
  }
  return null;
}

/** Characters of a number with its separators, and more. */
const LONGEST_NUMBER = 80;
const EXTENSION = /[ ,;]{0,2}(?:ext|extensi[oó]n|extension|x|int|anexo|ramal)\.?[ :]{0,2}\d{1,5}(?!\d)/iy;

function withExtension(text: string, end: number): number {
  EXTENSION.lastIndex = end;
  const match = EXTENSION.exec(text);
  return match === null ? end : end + match[0].length;
}

/** `+34 611 480 372`: seven to fifteen digits; checked when the country's plan has the number. */
export function matchInternationalPhone(text: string, at: number): Match | null {
  const before = text.charCodeAt(at - 1);
  if (before !== 43 && (before !== 32 || text.charCodeAt(at - 2) !== 43)) return null;
  const candidate = candidateAt(text, at);
  if (candidate === null || !candidate.plus) return null;
  const valid = longest(text, candidate, isInternational);
  if (valid !== null) return { ...valid, checked: true };
  return longest(text, candidate, (digits) => digits.length >= 8 && digits.length <= 15);
}

/** `0034 611 480 372`: the prefix of an international call in place of `+`. */
export function matchZeroPhone(text: string, at: number): Match | null {
  if (text[at] !== "0" || text[at + 1] !== "0") return null;
  const candidate = candidateAt(text, at);
  if (candidate === null || candidate.plus) return null;
  const valid = longest(text, candidate, (digits) => isInternational(digits.slice(2)));
  return valid === null ? null : { ...valid, checked: true };
}

/** Groupings in which people write local numbers. */
const GROUPINGS = new Set(
  (
    "3-3-4 4-2-2-2 2-3-3-4 2-4-4 3-3-2-2 2-8 3-7 5-5 4-3-3 4-6 2-2-2-2-2 3-3-3 3-2-2-2 2-3-2-2 1-4-4 2-3-4 2-7 3-6 5-4 4-5 2-5-4 3-4-4 4-2-4 4-4 " +
    "3-2-4-4 3-3-3-4 3-2-3-4 3-2-4-3 4-2-2-4 4-2-6 3-2-7 2-2-4-4 1-3-3-4 1-10 4-3-4 3-4-3 3-3-5 2-2-2-2 4-7 3-8 5-6 2-3-3-2 5-3-3 1-2-2-2-2 3-4 2-1-4-4 3-1-4-4 2-1-8 2-4-2-2"
  ).split(" "),
);

function isGrouping(groups: readonly number[]): boolean {
  return groups.length > 1 && GROUPINGS.has(groups.join("-"));
}

/** The prefixes that Mexican mobile numbers had until 2019, still written. */
const MEXICAN_MOBILE = /^04[45]\d{10}$/;

/** Local numbers written in groups. Checked when one of the regions has the number. */
export function matchGroupedPhone(text: string, at: number, regions: readonly string[]): Match | null {
  const candidate = candidateAt(text, at);
  if (candidate === null || candidate.plus || candidate.groups.length < 2) return null;
  const valid = longest(
    text,
    candidate,
    (digits, groups) =>
      digits.length >= 8 &&
      isGrouping(groups) &&
      (isLocal(MEXICAN_MOBILE.test(digits) ? digits.slice(3) : digits, regions) ||
        (digits.length === 11 && isInternational(digits))),
  );
  // "2023-74184" is a number of that year.
  const isOfPages = PAGES.test(text.slice(Math.max(0, at - 9), at));
  if (isOfPages) return null;
  const isOfYear = candidate.groups.length === 2 && /^(?:19|20)\d\d\D/.test(text.slice(at, at + 5));
  if (valid !== null) return { ...valid, checked: !candidate.listed && !isOfYear };
  return longest(text, candidate, (digits, groups) => digits.length >= 7 && isGrouping(groups) && digits.length !== 8);
}

/** Whether what follows the digits and their separators may begin the word for an extension. */
function mayHaveExtension(text: string, at: number): boolean {
  let i = at;
  const stop = Math.min(text.length, at + LONGEST_NUMBER);
  while (i < stop && (isDigit(text.charCodeAt(i)) || " -./(),;".includes(text[i]!))) i++;
  return i === stop ? i < text.length : "aeirx".includes(text[i]!.toLowerCase());
}

/** The same with an extension behind: nothing else has one. */
export function matchPhoneWithExtension(text: string, at: number, regions: readonly string[]): Match | null {
  if (!mayHaveExtension(text, at)) return null;
  const found = matchGroupedPhone(text, at, regions);
  return found !== null && /\p{L}/u.test(text.slice(found.start, found.end)) ? found : null;
}

/** "no me llega al 011 4768-8837": a number of the plan where one calls or is called from; the trigger is the word. */
export function matchPhoneBehindWord(text: string, at: number, regions: readonly string[]): Match | null {
  let start = at;
  while (start < text.length && isWordChar(text.charCodeAt(start))) start++;
  start++;
  if (text.charCodeAt(start) === OPENING) start++;
  if (!isDigit(text.charCodeAt(start))) return null;
  const found = matchGroupedPhone(text, start, regions);
  return found === null || found.checked !== true ? null : found;
}

/** Local numbers without separators: 7 to 12 digits. A number that is the whole message is one more sign. */
export function matchPlainPhone(text: string, at: number, regions: readonly string[]): Match | null {
  const candidate = candidateAt(text, at);
  if (candidate === null || candidate.plus) return null;
  const first = candidate.groups[0]!;
  const end = candidate.ends[0]!;
  if (continues(text, end)) return null;
  const digits = candidate.digits.slice(0, first);
  return {
    start: candidate.start,
    end: withExtension(text, end),
    checked: first >= 9 && (isLocal(digits, regions) || isInternational(digits)),
  };
}

const SHORT = /\d{2,6}(?![\d.,/-]*\d)/y;

/** An extension after its label. */
export function matchShortPhone(text: string, at: number): Match | null {
  SHORT.lastIndex = at;
  const match = SHORT.exec(text);
  return match === null ? null : { start: at, end: at + match[0].length };
}

/** A telephone number in words: seven to thirteen digits. */
export function matchSpokenPhone(text: string, at: number, regions: readonly string[]): Match | null {
  const spoken = readSpokenDigits(text, at);
  if (spoken === null || spoken.digits.length < 7 || spoken.digits.length > 13) return null;
  return { start: at, end: spoken.end, checked: isLocal(spoken.digits, regions) || isInternational(spoken.digits) };
}

/** The digits by which two ways of writing one number are the same: the last nine. */
export function phoneKey(value: string): string {
  return value.replace(/\D/g, "").slice(-9);
}
