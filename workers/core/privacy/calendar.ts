const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that some year has; with a year, for a day of that year. */
export function isCalendarDay(day: number, month: number, year?: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > MONTH_DAYS[month - 1]!) return false;
  if (day !== 29 || month !== 2 || year === undefined) return true;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * Three numbers as people write dates: d/m/y, m/d/y or y/m/d. Years of two digits are any year; of four, 1850-2149.
 */
export function isNumericDate(value: string): boolean {
  const parts = value.match(/\d+/g);
  if (parts === null || parts.length < 3) return false;
  const [a, b, c] = parts as [string, string, string];
  const isYear = (part: string): boolean =>
    part.length === 4 ? Number(part) >= 1850 && Number(part) < 2150 : part.length === 2;
  const fullYear = (part: string): number | undefined => (part.length === 4 ? Number(part) : undefined);
  if (a.length === 4) return isYear(a) && isCalendarDay(Number(c), Number(b), fullYear(a));
  if (!isYear(c)) return false;
  return isCalendarDay(Number(a), Number(b), fullYear(c)) || isCalendarDay(Number(b), Number(a), fullYear(c));
}

/** Eight digits in a row as yyyymmdd or ddmmyyyy. */
export function isPackedDate(value: string): boolean {
  const year = Number(value.slice(0, 4));
  if (year >= 1900 && year < 2100 && isCalendarDay(Number(value.slice(6)), Number(value.slice(4, 6)), year))
    return true;
  const last = Number(value.slice(4));
  return last >= 1900 && last < 2100 && isCalendarDay(Number(value.slice(0, 2)), Number(value.slice(2, 4)), last);
}

/** Six digits yymmdd inside an identifier (CURP, RFC): a day of some year of either century. */
export function isShortDate(value: string): boolean {
  return isCalendarDay(Number(value.slice(4, 6)), Number(value.slice(2, 4)));
}
