const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a date YYYY-MM-DD, or null when the text is not a real calendar date. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.floor(date.getTime() / DAY_MS);
}

/** YYYY-MM-DD of a day number. */
export function formatDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Day number of a date that the caller knows to be valid (the run's own `today`). */
export function dayOf(today: string): number {
  const day = parseDay(today);
  if (day === null) throw new RangeError(`not a calendar date: ${today}`);
  return day;
}

/** The same day `months` later; the day of the month is cut to the length of the target month. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const target = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, month] = [Math.floor(target / 12), ((target % 12) + 12) % 12];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Math.floor(Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY_MS);
}

/** Saturdays, Sundays and the fixed rest days of article 74 of Mexico's Federal Labour Law are not business days. */
export function isBusinessDay(day: number): boolean {
  const date = new Date(day * DAY_MS);
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  const nthMonday = weekday === 1 ? Math.ceil(dayOfMonth / 7) : 0;
  const fixed = ["1-1", "5-1", "9-16", "12-25"].includes(`${month}-${dayOfMonth}`);
  const floating = (month === 2 && nthMonday === 1) || ((month === 3 || month === 11) && nthMonday === 3);
  return !fixed && !floating;
}

/** The day that lies `count` business days after `day`, or before it when negative (0: the first one from `day` on). */
export function addBusinessDays(day: number, count: number): number {
  const step = count < 0 ? -1 : 1;
  let current = day;
  let left = Math.abs(count);
  while (left > 0 || !isBusinessDay(current)) {
    current += step;
    if (left > 0 && isBusinessDay(current)) left--;
  }
  return current;
}

/** Business days in (from, to]; negative when `to` lies before `from`. */
export function businessDaysBetween(from: number, to: number): number {
  const [low, high, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = 0;
  for (let day = low + 1; day <= high; day++) if (isBusinessDay(day)) count++;
  return sign * count;
}
