// Latitude and longitude: as fractions, in degrees, behind a label. A fraction has up to seventeen decimals, which a 64-bit
// number may be written with.
import { isWordChar } from "../characters.ts";
import type { Detector, Match, Matcher } from "../detector.ts";

/** Two fractions alone may be any measurements: places have four decimals, and one of them two digits before. */
function isPlace(value: string): boolean {
  const [first = "", second = ""] = value.split(/[,;]/);
  return [first, second].every((part) => /\.\d{4}/.test(part)) && /\d\d\./.test(value);
}

/** A pair of fractions; the sign of the first stands before the number that is the trigger. */
function matchCoordinates(text: string, at: number): Match | null {
  COORDINATE_PAIR.lastIndex = at;
  const match = COORDINATE_PAIR.exec(text);
  if (match === null) return null;
  const signed = /[-+−]/.test(text[at - 1] ?? "") && !isWordChar(text.charCodeAt(at - 2));
  return { start: signed ? at - 1 : at, end: at + match[0].length, checked: isPlace(match[0]) };
}

/** Latitude and longitude with nothing but a space between, or one in words of the compass. */
const SPACED_PLACE = /[-+]?[0-8]?\d\.\d{4,17} [-+]?(?:1[0-7]\d|\d{1,2})\.\d{4,17}(?![\d.])/y;

/** Behind a word for a place: what links the word to the value has taken the sign of the first. */
function withSign(pattern: RegExp): Matcher {
  return (text, at) => {
    const start = text[at - 1] === "-" ? at - 1 : at;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    return match === null ? null : { start, end: start + match[0].length };
  };
}

function matchSpacedPlace(text: string, at: number): Match | null {
  SPACED_PLACE.lastIndex = at;
  const match = SPACED_PLACE.exec(text);
  if (match === null || !/\d\d\./.test(match[0])) return null;
  const signed = /[-+−]/.test(text[at - 1] ?? "") && !isWordChar(text.charCodeAt(at - 2));
  return { start: signed ? at - 1 : at, end: at + match[0].length, checked: signed || match[0].includes(" -") };
}

const LATITUDE = "[-+]?(?:90(?:\\.0+)?|[0-8]?\\d\\.\\d{3,17})";
const LONGITUDE = "[-+]?(?:180(?:\\.0+)?|(?:1[0-7]\\d|\\d{1,2})\\.\\d{3,17})";
const COORDINATE_PAIR = new RegExp(`${LATITUDE}\\s{0,2}[,;/|]\\s{0,2}${LONGITUDE}(?![\\d.])`, "y");

export const COORDINATES: readonly Detector[] = [
  {
    name: "coordinates",
    category: "COORDINATES",
    next: ".",
    trigger: "number",
    starts: [1, 2, 3],
    minDigits: 5,
    match: matchCoordinates,
    weak: true,
    cues: ["coordinates"],
    scores: [0.3, 0.97, 0.86, 0.97],
  },
  {
    name: "coordinates-spaced",
    category: "COORDINATES",
    next: ".",
    trigger: "number",
    starts: [1, 2],
    minDigits: 8,
    match: matchSpacedPlace,
    weak: true,
    cues: ["coordinates"],
    scores: [0, 0.95, 0.85, 0.97],
  },
  {
    name: "coordinates-coarse",
    category: "COORDINATES",
    trigger: "word",
    words: "geo|gps|coords|coordenadas|coordinates|latlng|latlon|ubicacion|location|position|posicion|ping|pin",
    match: withSign(/-?\d{1,2}\.\d{1,17}\s?[,;/]\s?-?\d{1,3}\.\d{1,17}(?![\d.])/y),
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "coordinates-degrees",
    category: "COORDINATES",
    next: "° ",
    trigger: "number",
    starts: [1, 2],
    match:
      /\d{1,2}\s?°\s?\d{1,2}\s?['′]\s?(?:\d{1,2}(?:\.\d{1,4})?\s?["″]\s?)?[NS][,;]?\s{1,2}\d{1,3}\s?°\s?\d{1,2}\s?['′]\s?(?:\d{1,2}(?:\.\d{1,4})?\s?["″]\s?)?[EWO]/y,
    scores: [0.95, 0.97, 0, 0],
  },
  {
    name: "coordinates-hemisphere",
    category: "COORDINATES",
    next: ".",
    trigger: "number",
    starts: [1, 2],
    match: /\d{1,2}\.\d{2,8}\s?°?\s?[NS]\s?[,;/]?\s{0,2}\d{1,3}\.\d{2,8}\s?°?\s?[EWO](?![A-Za-z])/y,
    scores: [0.95, 0.97, 0, 0],
  },
  {
    name: "coordinate-labelled",
    category: "COORDINATES",
    trigger: "word",
    words: "lat|latitude|latitud|lon|lng|long|longitude|longitud",
    match: withSign(/-?\d{1,3}\.\d{3,17}(?![\dA-Za-z])/y),
    shape: /-?\d{1,3}\.\d{3}/,
    scores: [0, 0.9, 0, 0],
  },
];
