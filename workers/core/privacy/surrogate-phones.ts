/** Country codes of one and two digits; the others have three (ITU-T E.164). */
const SHORT_COUNTRY_CODE = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
/** Area codes of the North American plan whose ten digits are no number of Mexico or Colombia. */
const AREAS = ["201", "202", "203", "205", "206", "207", "208", "209"];
/** Written in groups of three, three and four. */
const NORTH_AMERICAN = /^\(?\d{3}\)?[^\d]{1,3}\d{3}[^\d]{1,3}\d{4}$/;

type Numbers = (what: string, below: number) => number;
/** Digits of a national number in a range that a regulator keeps for fiction, or null for a plan that has none. */
type Fiction = (national: string, number: Numbers) => string | null;

const padded = (value: number, length: number): string => String(value).padStart(length, "0");

const northAmerica = (number: Numbers): string =>
  `${AREAS[number("area", AREAS.length)]!}55501${padded(number("phone", 100), 2)}`;

/** Ranges for drama (FCC: 555-01xx; Ofcom: 07700 900xxx; ARCEP: 06 39 98 and 01 99 00), by country code, without trunk zero. */
const FICTION: Readonly<Record<string, Fiction>> = {
  "1": (national, number) => (national.length === 10 ? northAmerica(number) : null),
  "44": (national, number) => (/^7\d{9}$/.test(national) ? `7700900${padded(number("phone", 1000), 3)}` : null),
  "33": (national, number) =>
    national.length === 9 ? `${/^[67]/.test(national) ? "63998" : "19900"}${padded(number("phone", 10_000), 4)}` : null,
};

/** Three zeros, with which no national number begins, and what is drawn. */
function unassigned(length: number, number: Numbers): string {
  const drawn = Math.min(7, length - 3);
  return padded(number("phone", 10 ** drawn), drawn).padStart(length, "0");
}

/**
 * As many digits as `value` has, of a telephone that nobody can have: in a range kept for fiction where the number's own
 * plan has one, else behind zeros that no plan gives out. A country code, and a trunk zero of such a plan, stay.
 */
export function fictionalPhone(value: string, number: Numbers): string {
  const digits = value.replace(/\D/g, "");
  if (value.trimStart().startsWith("+")) {
    const code = SHORT_COUNTRY_CODE.exec(digits)?.[0] ?? digits.slice(0, 3);
    const national = digits.slice(code.length);
    const fiction = Object.hasOwn(FICTION, code) ? FICTION[code]!(national, number) : null;
    return code + (fiction ?? unassigned(national.length, number));
  }
  if (digits.length === 7) return `55501${padded(number("phone", 100), 2)}`;
  if (digits.length === 10 && NORTH_AMERICAN.test(value.trim())) return northAmerica(number);
  if (/^1[2-9]\d{9}$/.test(digits)) return `1${northAmerica(number)}`;
  const trunk = /^07\d{9}$/.test(digits) ? "44" : /^0[1-79]\d{8}$/.test(digits) ? "33" : null;
  const fiction = trunk === null ? null : FICTION[trunk]!(digits.slice(1), number);
  return fiction === null ? unassigned(digits.length, number) : `0${fiction}`;
}

/** Whether a telephone is one of those: true for what is kept for fiction and for national numbers of leading zeros. */
export function isFictionalPhone(value: string): boolean {
  const digits = value.replace(/\D/g, "");
  const isInternational = value.trimStart().startsWith("+");
  const code = isInternational ? (SHORT_COUNTRY_CODE.exec(digits)?.[0] ?? digits.slice(0, 3)) : "";
  const national = digits.slice(code.length);
  if (digits.length >= 7 && national.startsWith("000")) return true;
  if (isInternational)
    return (
      (code === "1" && /^[2-9]\d\d55501\d\d$/.test(national)) ||
      (code === "44" && /^7700900\d{3}$/.test(national)) ||
      (code === "33" && /^(?:63998|19900)\d{4}$/.test(national))
    );
  return (
    /^(?:55501\d\d|07700900\d{3}|0(?:63998|19900)\d{4})$/.test(digits) ||
    (/^1?[2-9]\d\d55501\d\d$/.test(digits) &&
      (digits.length === 11 || NORTH_AMERICAN.test(value.trim()) || AREAS.includes(digits.slice(0, 3))))
  );
}
