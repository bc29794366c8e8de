// Addresses that begin with their number: English and French.
import type { Detector, Match } from "../detector.ts";
import { patternOf } from "../patterns.ts";
import { byPattern, sentenceCut, withSurroundings } from "./address-ends.ts";
import { NO_TOWN, STATE_US, TOWN_PART } from "./address-parts.ts";

const STREET_EN =
  "street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|way|place|pl|terrace|ter|circle|cir|parkway|pkwy|highway|hwy|square|sq|trail|trl|loop|crescent|close|row|mews|gardens|alley|plaza";

/** "Fitzroy VIC 3065", "Clun, Shropshire SY7 8LD": what stands behind the town outside of the United States. */
const TAIL_COMMONWEALTH =
  "(?:,?\\s{1,2}[\\p{L}]{3,20}){0,2}(?:,?\\s{1,2}(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT)\\s\\d{4}(?!\\d)|,?\\s{1,2}[A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2}(?![\\p{L}\\d]))|(?<=\\s(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT))\\s\\d{4}(?!\\d)";
const ENGLISH = patternOf(
  `\\d{1,6}[A-Za-z]?,?\\s{1,2}(?!way\\s)(?:(?:n|s|e|w|north|south|east|west|ne|nw|se|sw)\\.?\\s)?(?:(?!(?:pm|am|con|el|la|de|del|los|las|the|and|or|of|with|to|in|for|y|a|at|on|is|was|by|from|this|that|my|your)\\s)[\\p{L}\\p{N}.'’-]{1,20}\\s){1,4}?(?:${STREET_EN})(?![\\p{L}])\\.?(?:,?\\s{1,2}(?:n|s|e|w|ne|nw|se|sw)(?![\\p{L}]))?(?:,?\\s{0,2}(?:apt|apartment|suite|ste|unit|fl|floor|room|rm|#)\\.?\\s{0,2}[A-Za-z0-9-]{1,6})?(?:,?\\s{1,2}(?:[\\p{L}.]{2,20},?\\s{1,2}){1,3}?${STATE_US}(?=,?\\s{1,2}\\d{5}(?!\\d))|,\\s{0,2}(?!${NO_TOWN}(?![\\p{L}]))${TOWN_PART}(?:,?\\s{1,2}${STATE_US}(?![\\p{L}]))?|,?\\s{1,2}${STATE_US}(?![\\p{L}]))?(?:,\\s{1,2}[A-Z]\\d[\\dW]\\s[A-Z\\d]{4}(?![\\p{L}\\d])|,?\\s{1,2}(?:ON|QC|BC|AB|MB|SK|NS|NB|NL|PE)\\s{1,2}[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d|,?\\s{1,2}\\d{5}(?:-\\d{4})?(?!\\d)|${TAIL_COMMONWEALTH})?`,
  "iuy",
);

/** Words that only in a name mean a street: "12 close friends", "a 5 star place". */
const PLAIN_ENGLISH =
  /\s(?:place|way|close|court|drive|lane|row|square|loop|trail|circle|alley|gardens|plaza|pl|way)\.?$/u;

/** What says that the number of an English address is one: "no 34 Park Avenue", "Flat 2, 10 Hill Road". */
const NUMBER_BEFORE =
  /(?<![\p{L}\p{N}])(?:(?:door|house|plot|shop|flat)\s)?(?:(?:no|nr|num|number)\.?|#|(?:flat|apt|apartment|unit|plot|suite)\s[A-Za-z]?\d{1,4}[A-Za-z]?,)\s{0,2}$/iu;
const NUMBER_BEFORE_CHARS = 20;

/** The flat before the number of a tenement: "12/4 Marchmont Crescent". */
const FLAT_BEFORE = /(?<![\p{L}\p{N}/])\d{1,3}\/$/u;
/** The second half of a Canadian code behind the first: "ON M5H 2S6". */
const CANADIAN_HALF = /^\s[A-Z]\d[A-Z] \d[A-Z]\d$/;

/** "group 0071, PCP Dr. Alan Whitmore": a title, and no drive. */
const DOCTOR = /^0|(?:,|\s\p{Lu}{2,4})\s(?:Dr|St)\.?$/u;

/** An English address; checked unless nothing but common words in lower case makes it one. */
function matchEnglish(text: string, at: number): Match | null {
  ENGLISH.lastIndex = at;
  const match = ENGLISH.exec(text);
  if (match === null) return null;
  if (
    DOCTOR.test(match[0]) &&
    /^\.?\s{1,2}\p{Lu}/u.test(text.slice(at + match[0].length - 1, at + match[0].length + 3))
  )
    return null;
  const before = text.slice(Math.max(0, at - NUMBER_BEFORE_CHARS), at);
  const label = NUMBER_BEFORE.exec(before) ?? FLAT_BEFORE.exec(before);
  const end = sentenceCut(text, at, at + match[0].length);
  return {
    start: at - (label?.[0].length ?? 0),
    end: CANADIAN_HALF.test(text.slice(end - 4, end + 4)) ? end + 4 : end,
    checked: !PLAIN_ENGLISH.test(match[0]),
  };
}

/** Without the hyphen, which parts the words of a French street. */
const FRENCH_WORD = "[\\p{L}][\\p{L}.'’]{0,20}";
const FRENCH = patternOf(
  `\\d{1,4}(?:\\s?(?:bis|ter|quater))?,?\\s{1,2}(?:rue|avenue|av\\.?|boulevard|bd|place|impasse|all[ée]e|chemin|route|quai|cours|square|passage)\\s{1,2}(?:(?:de la|de l['’]|des|du|de|d['’]|la|le|les|saint|sainte|st|ste)[\\s-]{0,2}){0,3}${FRENCH_WORD}(?:[\\s-]${FRENCH_WORD}){0,5}?(?=[,.;\\n)]|\\s\\d{5}|$)(?:,?\\s{0,2}(?:appt?|apt|b[aâ]t|[ée]tage)\\.?\\s{0,2}[\\p{L}\\d]{1,4}){0,2}(?:,?\\s{0,2}\\d{5}(?!\\d))?(?:,?\\s{1,2}${TOWN_PART})?`,
  "iuy",
);

export const STREETS_NUMBER_FIRST: readonly Detector[] = [
  {
    name: "address-english",
    category: "ADDRESS",
    trigger: "word",
    words: `${STREET_EN}|broadway`,
    side: "before",
    match: matchEnglish,
    shape: ENGLISH,
    weak: true,
    cues: ["address"],
    against: ["money"],
    scores: [0.3, 0.6, 0.8, 0.93],
  },
  {
    name: "address-french",
    category: "ADDRESS",
    trigger: "word",
    words: "rue|avenue|av|boulevard|bd|place|impasse|allee|chemin|route|quai|cours|square|passage",
    side: "before",
    match: withSurroundings(byPattern(FRENCH), () => true),
    shape: FRENCH,
    check: (value) => /\s(?:\p{Lu}|d[eu]s?\s|d['’])/u.test(value),
    weak: true,
    cues: ["address"],
    scores: [0, 0.6, 0.8, 0.95],
  },
];
