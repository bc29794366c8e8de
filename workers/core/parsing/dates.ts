/** How the three numbers of a date are to be read. */
export type DateOrder = "dmy" | "mdy" | "ymd";

/** The three numbers of a date as written, and the minute of the day. */
export interface WrittenDate {
  first: number;
  second: number;
  third: number;
  minuteOfDay: number;
  second60: number;
}

/** Days since 1970-01-01 of the proleptic Gregorian calendar. Formula: days_from_civil with March-based years. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A year in front (over 31) speaks for itself; `ymd` files may hold other dates, which are then read day first. */
function fields(date: WrittenDate, order: DateOrder): [year: number, month: number, day: number] {
  const { first, second, third } = date;
  if (first > 31) return [first, second, third];
  return order === "mdy" ? [third, first, second] : [third, second, first];
}

/** Minutes since 1970-01-01 in the file's own time zone, or null when there is no such day. */
export function minuteOf(date: WrittenDate, order: DateOrder): number | null {
  const [written, month, day] = fields(date, order);
  const year = written < 100 ? written + 2_000 : written;
  if (year > 2_200 || year < 1_970 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysFromCivil(year, month, day) * 1_440 + date.minuteOfDay;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** `YYYY-MM-DDTHH:MM:SS`; only for dates that `minuteOf` accepts. */
export function isoOf(date: WrittenDate, order: DateOrder): string {
  const [written, month, day] = fields(date, order);
  const year = written < 100 ? written + 2_000 : written;
  const hour = Math.floor(date.minuteOfDay / 60);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(date.minuteOfDay % 60)}:${two(date.second60)}`;
}

/** The order that this date alone proves, or null when both readings are possible. */
function provenOrder(date: WrittenDate): DateOrder | null {
  if (date.first > 31) return date.second <= 12 && date.third <= 31 ? "ymd" : null;
  if (date.first > 12 && date.second <= 12) return "dmy";
  if (date.second > 12 && date.first <= 12) return "mdy";
  return null;
}

/** How the dates of a file are to be read; not `proven` when both readings are possible and one is only likelier. */
export interface DateDecision {
  order: DateOrder;
  proven: boolean;
}

/** One reading of the dates seen so far. */
interface Reading {
  readonly order: "dmy" | "mdy";
  previous: number | null;
  backSteps: number;
  minutes: number;
}

/** Follows the dates of a file in constant memory and decides how they are to be read. */
export class DateSurvey {
  readonly #day: Reading = { order: "dmy", previous: null, backSteps: 0, minutes: 0 };
  readonly #month: Reading = { order: "mdy", previous: null, backSteps: 0, minutes: 0 };
  #americanClock = false;
  #proven: DateOrder | null = null;

  /** `capitalClock`: the line writes `AM`/`PM` in capitals, as phones set to United States English do. */
  add(date: WrittenDate, capitalClock: boolean): void {
    if (this.#proven !== null) return;
    if (capitalClock) this.#americanClock = true;
    this.#proven = provenOrder(date);
    follow(this.#day, date);
    follow(this.#month, date);
  }

  /** The order that the first telling date proved, or null. */
  get proven(): DateOrder | null {
    return this.#proven;
  }

  /**
   * The order proven, else the more probable one: the one under which time runs backwards less often, then the one
   * under which the file covers less time (a chat is written day after day, not on the same day of every month), then
   * the writer's habit.
   */
  decide(): DateDecision {
    if (this.#proven !== null) return { order: this.#proven, proven: true };
    const [day, month] = [this.#day, this.#month];
    if (day.backSteps !== month.backSteps) {
      return { order: day.backSteps < month.backSteps ? "dmy" : "mdy", proven: false };
    }
    if (day.minutes !== month.minutes) return { order: day.minutes < month.minutes ? "dmy" : "mdy", proven: false };
    return { order: this.#americanClock ? "mdy" : "dmy", proven: false };
  }
}

function follow(reading: Reading, date: WrittenDate): void {
  const minute = minuteOf(date, reading.order);
  if (minute === null) return;
  if (reading.previous !== null) {
    if (minute < reading.previous) reading.backSteps += 1;
    reading.minutes += Math.abs(minute - reading.previous);
  }
  reading.previous = minute;
}
