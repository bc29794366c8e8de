import { foldText } from "./characters.ts";

/** Days by month that people celebrate by their date, in the countries of the four languages. */
const HOLIDAYS: readonly (readonly number[])[] = [
  [1, 6],
  [2, 5, 14, 24],
  [8, 19, 21],
  [2, 21, 25, 30],
  [1, 2, 3, 5, 8, 10, 15, 25],
  [19, 20, 24],
  [1, 4, 9, 14, 20, 28],
  [6, 15],
  [7, 11, 15, 16, 18],
  [12, 31],
  [1, 2, 11, 15, 20],
  [6, 8, 12, 24, 25, 28, 31],
];
/** Months by the first three letters of their names, folded, in es, en, pt and fr. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  ["ene jan", "feb fev", "mar", "abr apr avr", "may mai", "jun", "jul", "ago aug aou", "sep set", "oct out", "nov", "dic dec dez"].flatMap(
    (names, month) => names.split(" ").map((name): [string, number] => [name, month]),
  ),
); // prettier-ignore
const SPOKEN: ReadonlyMap<string, number> = new Map([
  ["primero", 1],
  ["uno", 1],
  ["dos", 2],
  ["cuatro", 4],
  ["cinco", 5],
  ["seis", 6],
  ["ocho", 8],
  ["diez", 10],
  ["doce", 12],
  ["catorce", 14],
  ["quince", 15],
  ["dieciseis", 16],
  ["veinte", 20],
  ["veinticinco", 25],
  ["fourth", 4],
  ["fifth", 5],
]);
const LONGEST = 24;

/** Whether the value is the date of a holiday, without a year: "25 de diciembre", "July 4th", "cinco de mayo". */
export function isHoliday(value: string): boolean {
  if (value.length > LONGEST) return false;
  const words = foldText(value).match(/\d+|[a-z]+/g) ?? [];
  let day = 0;
  let month = -1;
  for (const word of words) {
    const number = /^\d/.test(word) ? Number(word) : SPOKEN.get(word);
    if (number !== undefined) {
      if (day > 0) return false;
      day = number;
    } else if (month < 0 && word.length > 2) month = MONTHS.get(word.slice(0, 3)) ?? -1;
  }
  return month >= 0 && HOLIDAYS[month]!.includes(day);
}
