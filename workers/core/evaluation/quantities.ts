/** What a number counts. `number` is a bare one; `noun` a number of the things named after it. */
export type QuantityKind = "money" | "percent" | "time" | "year" | "clock" | "length" | "noun" | "number";

/** A number found in folded text, in its kind's base unit: hours for `time`, minutes after midnight for `clock`. */
export interface Quantity {
  kind: QuantityKind;
  value: number;
  /** Currency of money when it is named (`mxn`, `usd`, ...), the noun's beginning for `noun`, else empty. */
  unit: string;
  /** UTF-16 code units of the folded text, half open. */
  start: number;
  end: number;
}

const HOURS: readonly (readonly [RegExp, number])[] = [
  [/^(?:min(?:uto|uta|ute|s)?|minutos|minutes)$/, 1 / 60],
  [/^(?:h|hr|hrs|horas?|hours?|heures?)$/, 1],
  [/^(?:dias?|days?|jours?)$/, 24],
  [/^(?:semanas?|weeks?|semaines?)$/, 168],
  [/^(?:mes|meses|months?|mois|mensualidad(?:es)?)$/, 730],
  [/^(?:anos?|years?|ans?|annees?)$/, 8760],
];

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:us\$|usd|dls|dolar(?:es)?|dollars?)$/, "usd"],
  [/^(?:eur|euros?|€)$/, "eur"],
  [/^(?:mxn|mx\$)$/, "mxn"],
  [/^(?:pesos?)$/, "peso"],
  [/^(?:cop)$/, "cop"],
  [/^(?:ars)$/, "ars"],
  [/^(?:clp)$/, "clp"],
  [/^(?:gbp|libras?|pounds?|£)$/, "gbp"],
  [/^(?:s\/|soles|pen)$/, "pen"],
  [/^(?:reais|brl|r\$)$/, "brl"],
  [/^(?:rublos?|rubles?|yenes|yens?|francos?|bitcoins?|btc|libras)$/, "other"],
  [/^(?:\$)$/, ""],
];

const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:km|kms|kilometros?|kilometers?|kilometres?)$/, 1000],
  [/^(?:metros?|meters?|metres?|mts?)$/, 1],
  [/^(?:millas?|miles?)$/, 1609.344],
  [/^(?:cm|centimetros?)$/, 0.01],
  [/^(?:mm|milimetros?)$/, 0.001],
];

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|mil|thousand)$/, 1e3],
  [/^(?:m|mdp|millon(?:es)?|millions?|mm)$/, 1e6],
];

const NUMBER_WORDS = new Map<string, number>(
  (
    "cero:0 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 trece:13 catorce:14 quince:15 " +
    "dieciseis:16 dieciocho:18 veinte:20 veinticuatro:24 treinta:30 cuarenta:40 cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90 cien:100 " +
    "zero:0 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 fifteen:15 eighteen:18 twenty:20 thirty:30 forty:40 " +
    "fifty:50 sixty:60 seventy:70 eighty:80 ninety:90 hundred:100"
  )
    .split(" ")
    .map((entry) => entry.split(":"))
    .map(([word, value]) => [word!, Number(value)]),
);

/** Whether one of these words may stand in a text: most sentences hold none. */
const NAMED_NUMBER = new RegExp([...NUMBER_WORDS.keys()].join("|"));

// A currency sign, a number (digits with separators, or a number word), and the word or sign after it. Bounded pieces
// only, so that matching is linear.
const NUMBER =
  /(?<![\p{L}\p{N}_])(?<before>us\$|mx\$|r\$|s\/|[$€£])?\s?(?<digits>\d{1,15}(?:[.,:]\d{1,3}){0,5})(?:\s?(?<percent>%|por ciento|percent|pour cent|por cento)|\s?(?<after>us\$|€|\p{L}{1,14}))?/gu;
const WORD_NUMBER =
  /(?<![\p{L}\p{N}_])(?<word>\p{L}{3,12})\s(?<percent>por ciento|percent|pour cent|por cento)|(?<![\p{L}\p{N}_])(?<count>\p{L}{3,12})\s(?<after>\p{L}{2,14})/gu;

/** Which days are counted: part of the unit, before it in English and behind it in Spanish. */
const DAY_KIND = /^(?:business|working|calendar)$/;
const DAY_KIND_AFTER = /^\s(?:habil(?:es)?|laborables?|naturales|corridos|calendario)(?!\p{L})/u;

/** Numbers of a folded sentence in order. Numbers glued to letters or hyphened codes are identifiers, not quantities. */
export function quantitiesOf(folded: string): Quantity[] {
  const quantities: Quantity[] = [];
  for (const match of /\d/.test(folded) ? folded.matchAll(NUMBER) : []) {
    const { before, digits, percent } = match.groups!;
    const start = match.index;
    const digitsEnd = folded.indexOf(digits!, start) + digits!.length;
    let { after } = match.groups!;
    let end = start + match[0].length;
    if (
      /[-/][\p{L}\p{N}]/u.test(folded.slice(digitsEnd, digitsEnd + 2)) ||
      /[\p{L}\p{N}]-$/u.test(folded.slice(Math.max(0, start - 2), start))
    ) {
      if (!/^-\d/.test(folded.slice(digitsEnd, digitsEnd + 2))) continue;
    }
    if (digits!.includes(":") || isClockSuffix(after)) {
      const clock = clockMinutes(digits!, after, folded.slice(end, end + 6));
      if (clock !== null) quantities.push({ kind: "clock", value: clock, unit: "", start, end });
      continue;
    }
    let value = percent === undefined ? parseNumber(digits!) : parsePercentage(digits!);
    const scale = lookUp(SCALES, after);
    if (scale !== null && (after !== "m" || before !== undefined)) {
      value *= scale;
      const next = /^\s(?:de\s)?(\p{L}{1,14})/u.exec(folded.slice(end, end + 24));
      after = next?.[1];
      if (next !== null) end += next[0].length;
    }
    const counted = DAY_KIND.test(after ?? "") ? /^\s(days?)(?!\p{L})/u.exec(folded.slice(end, end + 6)) : null;
    if (counted !== null) {
      after = counted[1];
      end += counted[0].length;
    }
    const found = classify(value, digits!, before, percent, after);
    if (found.kind === "time") end += DAY_KIND_AFTER.exec(folded.slice(end, end + 16))?.[0].length ?? 0;
    // The word after a bare number or a year is not part of it.
    if (found.kind === "number" || found.kind === "year") end = digitsEnd;
    quantities.push({ ...found, start, end });
  }
  for (const match of NAMED_NUMBER.test(folded) ? folded.matchAll(WORD_NUMBER) : []) {
    const { word, count, percent, after } = match.groups!;
    const value = NUMBER_WORDS.get(word ?? count ?? "");
    if (value === undefined) continue;
    const found = classify(value, "", undefined, percent, after);
    if (found.kind === "percent" || found.kind === "time") {
      quantities.push({ ...found, start: match.index, end: match.index + match[0].length });
    }
  }
  return quantities.sort((a, b) => a.start - b.start);
}

function classify(
  value: number,
  digits: string,
  before: string | undefined,
  percent: string | undefined,
  after: string | undefined,
): Pick<Quantity, "kind" | "value" | "unit"> {
  if (percent !== undefined) return { kind: "percent", value, unit: "" };
  const named = lookUp(CURRENCIES, after);
  if (named !== null || before !== undefined) {
    return { kind: "money", value, unit: named || lookUp(CURRENCIES, before) || "" };
  }
  const hours = lookUp(HOURS, after);
  if (hours !== null) return { kind: "time", value: value * hours, unit: "" };
  const metres = lookUp(LENGTHS, after);
  if (metres !== null) return { kind: "length", value: value * metres, unit: "" };
  if (/^(?:19|20)\d\d$/.test(digits)) return { kind: "year", value, unit: "" };
  if (after !== undefined && after.length >= 4 && value < 10_000)
    return { kind: "noun", value, unit: after.slice(0, 5) };
  return { kind: "number", value, unit: "" };
}

/** The currency that a folded word names, or null. */
export function currencyOf(word: string): string | null {
  return lookUp(CURRENCIES, word);
}

function lookUp<T>(table: readonly (readonly [RegExp, T])[], text: string | undefined): T | null {
  if (text === undefined) return null;
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** `1,234.50`, `1.234,50`, `12.5` and `350.000`: the last separator is a decimal point unless three digits follow it. */
export function parseNumber(digits: string): number {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return Number(digits);
  const fraction = digits.length - last - 1;
  const separators = digits.replace(/\d/g, "");
  const grouped = fraction === 3 && (separators.length === 1 ? last <= 3 && !digits.startsWith("0") : true);
  if (grouped && new Set(separators).size === 1) return Number(digits.replace(/[.,]/g, ""));
  return Number(`${digits.slice(0, last).replace(/[.,]/g, "")}.${digits.slice(last + 1)}`);
}

/** The same for a percentage, where nobody groups thousands: `3,125 %` is a bit more than three. */
export function parsePercentage(digits: string): number {
  return /^\d{1,3}[.,]\d+$/.test(digits) ? Number(digits.replace(",", ".")) : parseNumber(digits);
}

/** Whether two units name the same money: plain `pesos` are those of any country that has them. */
export function sameCurrency(a: string, b: string): boolean {
  return a === b || (a === "peso" && PESOS.has(b)) || (b === "peso" && PESOS.has(a));
}
const PESOS: ReadonlySet<string> = new Set(["mxn", "cop", "ars", "clp"]);

function isClockSuffix(after: string | undefined): boolean {
  return after !== undefined && /^(?:am|pm|hrs?)$/.test(after) && after !== "hr";
}

function clockMinutes(digits: string, after: string | undefined, tail: string): number | null {
  const parts = digits.split(/[:.,]/);
  let hour = Number(parts[0]);
  const minute = parts.length > 1 ? Number(parts[1]) : 0;
  const suffix = after ?? /^\s?([ap])\.?\s?m/.exec(tail)?.[1] ?? "";
  if (hour > 24 || minute > 59) return null;
  if (suffix.startsWith("p") && hour < 12) hour += 12;
  if (suffix.startsWith("a") && hour === 12) hour = 0;
  return hour * 60 + minute;
}
