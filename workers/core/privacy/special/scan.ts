import {
  CHARACTERS,
  charClass,
  CLASS_BITS,
  DIGIT,
  FOLD_SHIFT,
  foldText,
  HASH_START,
  hashStep,
  isDigit,
  isWordChar,
  UPPER,
} from "../characters.ts";
import type { Finding } from "../types.ts";
import { CAPITAL, CAPITALS, createAutomaton } from "./automaton.ts";
import { buildClasses, buildContexts, CATEGORIES, classBit, EL, FAINT, SHAPES } from "./classes.ts";
import {
  ASKING_WORD,
  BELONGING,
  DEFINING,
  GENERIC,
  FILLER,
  HAS,
  HEAD_WORD,
  IN_FICTION,
  IN_GENERAL,
  IS,
  KIN,
  POSSESSIVE,
  PRONOUN,
  ROLE,
  SELF,
  TAIL_WORD,
  TITLE,
  TOPIC_WORD,
} from "./classes.ts";
import { columnOf } from "./columns.ts";
import type { PhraseList, PhraseMatch, Words } from "./automaton.ts";
import { BELIEF } from "./belief.ts";
import { BIOMETRIC } from "./biometric.ts";
import { CRIMINAL } from "./criminal.ts";
import { LABELS, TELLING_LABELS } from "./field-labels.ts";
import { GENERAL_PHRASES, LOOK_ALIKES } from "./look-alikes.ts";
import { GENETIC } from "./genetic.ts";
import { HEALTH } from "./health.ts";
import { ORIENTATION } from "./orientation.ts";
import { POLITICS } from "./politics.ts";
import { isMedicalWord, MEDICAL_CHARS } from "./suffixes.ts";
import { UNION } from "./union.ts";
import type { SpecialCategory, Strength } from "./vocabulary.ts";

/** Words of a sentence; longer ones are read in parts. */
const SENTENCE_WORDS = 160;
/** How far a person may stand from what is said. */
const REACH = 18;
const TIE_REACH = 5;
const HEAD_REACH = 3;
/** Words of the value behind a label. */
const VALUE_WORDS = 8;

/** What each thing is worth. A finding needs `NEEDED` in sum. */
const NEEDED = 2;
const WORTH: Readonly<Record<Strength, number>> = { tells: 2, names: 1, thing: 0, weak: -1 };
const PERSON = 2;
const PERSON_BEHIND = 1;
const LABELLED = 3;
const BEING = 1;
const HAVING = 2;
const HAVING_ELSE = 1;
const OWN = 1;
const AMONG = 1;
const FICTION = -1.5;
const GENERAL = -1.5;
const RULE = -2.5;
const DEFINED = -2.5;
const OF_MANY = -2;
const HEAD = -2.5;
const TAIL = -3;
const TOPIC = -2;
const ASKING = -2;
const LEAST_SCORE = 0.82;
const SCORE_STEP = 0.04;
const MOST_SCORE = 0.94;

/** Categories that one has, rather than is. */
const HAD = new Set<SpecialCategory>(["HEALTH_CONDITION", "GENETIC_DATA", "CRIMINAL_RECORD"]);

/** What a verb of having before the term is worth. */
function havingOf(category: SpecialCategory, strength: Strength): number {
  if (HAD.has(category)) return strength === "weak" ? HAVING_ELSE : HAVING;
  return strength === "weak" ? 0 : HAVING_ELSE;
}

const VOCABULARIES = [
  ...HEALTH,
  ...BELIEF,
  ...UNION,
  ...POLITICS,
  ...ORIENTATION,
  ...CRIMINAL,
  ...BIOMETRIC,
  ...GENETIC,
];

/** What a list of the automaton means. */
type Meaning =
  | { kind: "term"; category: SpecialCategory; strength: Strength }
  | { kind: "label"; category: SpecialCategory };

/** Lists of the second automaton, which only sentences with a term are read by. */
const AGAINST: readonly PhraseList[] = [{ phrases: LOOK_ALIKES }, { phrases: GENERAL_PHRASES }];
const LOOK_ALIKE = 0;

/** Where a value stands that a label explains. */
interface Value {
  category: SpecialCategory;
  start: number;
  end: number;
}

interface Term {
  category: SpecialCategory;
  strength: Strength;
  first: number;
  end: number;
}

/** Finds statements of the special categories. `people` are spans of names that are known already, in any order. */
export type SpecialScanner = (text: string, people: readonly { start: number; end: number }[]) => Finding[];

/**
 * Builds the scanner of the categories of GDPR Articles 9 and 10: phrases of a category are found by one automaton, and
 * count where something in their sentence ties them to a person. One pass over the text; only sentences that hold a
 * phrase are looked at closer.
 */
export function createSpecialScanner(): SpecialScanner {
  const meanings: Meaning[] = [];
  const lists: PhraseList[] = [];
  for (const { category, phrases, strength } of VOCABULARIES) {
    meanings.push({ kind: "term", category, strength });
    const isWord = strength === "names" || strength === "thing";
    lists.push({ phrases, misspelt: isWord ? (category === "HEALTH_CONDITION" ? "slip" : "sound") : undefined });
  }
  for (const category of CATEGORIES) {
    meanings.push({ kind: "label", category });
    lists.push({ phrases: LABELS[category] });
  }
  const classes = buildClasses();
  const contexts = buildContexts();
  const membersOf = function* (bit: number): Generator<number> {
    for (const [key, bits] of classes) if ((bits & bit) !== 0) yield key;
  };
  const automaton = createAutomaton(lists, classBit, membersOf);
  const against = createAutomaton(AGAINST, classBit, membersOf);

  const hashes = new Int32Array(SENTENCE_WORDS);
  const starts = new Int32Array(SENTENCE_WORDS);
  const ends = new Int32Array(SENTENCE_WORDS);
  const breaks = new Uint8Array(SENTENCE_WORDS);
  const bits = new Int32Array(SENTENCE_WORDS);
  const known = new Uint8Array(SENTENCE_WORDS);
  const begins = new Uint8Array(SENTENCE_WORDS);

  const words: Words = {
    count: 0,
    hashes,
    starts,
    ends,
    breaks,
    text: "",
    classesOf(index) {
      if (known[index] === 1) return bits[index]!;
      known[index] = 1;
      const hash = hashes[index]!;
      const start = starts[index]!;
      const { text } = words;
      let found = classes.get(hash) ?? 0;
      if ((charClass(text.charCodeAt(start)) & UPPER) !== 0) {
        found |= classes.get(hash ^ CAPITAL) ?? 0;
        if (ends[index]! - start > 1 && (charClass(text.charCodeAt(start + 1)) & UPPER) !== 0)
          found |= classes.get(hash ^ CAPITALS) ?? 0;
      }
      // "el" is an article, "él" somebody.
      if (hash === EL && text.charCodeAt(start) !== 0xe9 && text.charCodeAt(start) !== 0xc9)
        found &= ~(PRONOUN | classBit("male"));
      if (hasDigit(text, start, ends[index]!)) {
        const word = text.slice(start, Math.min(ends[index]!, start + 16));
        for (const name of Object.keys(SHAPES)) if (SHAPES[name]!.test(word)) found |= classBit(name);
      }
      return (bits[index] = found);
    },
  };

  let findings: Finding[] = [];
  let values: Value[] = [];
  /** Labels that have a value: they tell nothing themselves. */
  let labels: { start: number; end: number }[] = [];
  let people: readonly { start: number; end: number }[] = [];

  /** Whether a word belongs to a known name. */
  const isNamed = (index: number): boolean =>
    people.some(({ end, start }) => starts[index]! < end && start < ends[index]!);

  /** What the words around a term tell of a person: 2 for somebody, 1 for a possessive or a pronoun that may be none. */
  const personNear = (from: number, to: number, term: Term): { worth: number; isOwn: boolean } => {
    let worth = 0;
    let isOwn = false;
    for (let i = from; i < to; i++) {
      const found = words.classesOf(i);
      if ((found & (SELF | KIN | ROLE | TITLE | PRONOUN | POSSESSIVE)) === 0) {
        if (worth < PERSON && people.length > 0 && (i < term.first || i >= term.end) && isNamed(i)) worth = PERSON;
        continue;
      }
      const next = i + 1 < words.count ? words.classesOf(i + 1) : 0;
      if ((found & POSSESSIVE) !== 0 && (next & BELONGING) !== 0 && (next & (KIN | ROLE)) === 0) continue;
      if ((found & (SELF | KIN)) !== 0) isOwn = true;
      const before = i > 0 ? words.classesOf(i - 1) : 0;
      if ((found & (KIN | ROLE)) !== 0 && (found & SELF) === 0 && (before & GENERIC) !== 0) continue;
      if ((found & TITLE) !== 0 && (found & (SELF | KIN | ROLE | PRONOUN)) === 0) {
        if (i + 1 >= words.count || (charClass(words.text.charCodeAt(starts[i + 1]!)) & UPPER) === 0) continue;
      }
      const isFaint = (found & (SELF | KIN | ROLE | TITLE)) === 0 && FAINT.has(hashes[i]!);
      worth = Math.max(worth, isFaint ? PERSON_BEHIND : PERSON);
    }
    return { worth, isOwn };
  };

  /** A verb of being whose subject is a person, or is not said, with nothing but fillers before the term. */
  const isNamedByVerb = (first: number): boolean => {
    let at = first - 1;
    while (
      at >= 0 &&
      first - at <= TIE_REACH &&
      (words.classesOf(at) & (FILLER | IS)) === FILLER &&
      breaks[at + 1] === 0
    )
      at--;
    if (at < 0 || (words.classesOf(at) & IS) === 0 || breaks[at + 1] === 1) return false;
    if (at === 0 || breaks[at] === 1) return true;
    const subject = words.classesOf(at - 1);
    if ((subject & (SELF | KIN | ROLE | TITLE | PRONOUN | FILLER | IS | HAS)) !== 0 || isNamed(at - 1)) return true;
    if ((subject & BELONGING) !== 0) return false;
    // "el menú es ortodoxo", "sales have been anemic": the subject is a thing.
    const before = at > 1 ? words.text.slice(starts[at - 2]!, ends[at - 2]!).toLowerCase() : "";
    return (
      !/^(?:el|la|los|las|un|una|the|this|that|este|esta|o|a|le)$/.test(before) &&
      words.text.slice(starts[at - 1]!, ends[at - 1]!).length <= 4
    );
  };

  const wordAt = (index: number): string => words.text.slice(starts[index]!, ends[index]!);

  const hasBefore = (first: number, reach: number, wanted: number, stop: number): boolean => {
    for (let i = first - 1; i >= 0 && first - i <= reach; i--) {
      if (breaks[i + 1] === 1 && wanted === HEAD_WORD) return false;
      if (breaks[i + 1] === 1 && i + 1 < first + 1 && wanted === HAS && first - i > 2) return false;
      const found = words.classesOf(i);
      if ((found & wanted) !== 0) return true;
      if ((found & stop) !== 0) return false;
    }
    return false;
  };

  /** Whether a word outside of the term speaks of the subject of its category. */
  const isAmong = (category: SpecialCategory, first: number, end: number): boolean => {
    const bit = 1 << CATEGORIES.indexOf(category);
    for (let i = 0; i < words.count; i++)
      if ((i < first || i >= end) && ((contexts.get(hashes[i]!) ?? 0) & bit) !== 0) return true;
    return false;
  };

  /** Whether the sentence begins with the term, perhaps behind an article, and says what the thing is or does. */
  const isDefined = (first: number, end: number): boolean => {
    if (first > 1 || (first === 1 && !ARTICLE.test(wordAt(0)))) return false;
    if (end < words.count && breaks[end] === 1)
      return first === 0 && (ARTICLE.test(wordAt(end)) || (words.classesOf(end) & DEFINING) !== 0);
    for (let i = end; i < Math.min(words.count, end + 2) && breaks[i] === 0; i++)
      if ((words.classesOf(i) & DEFINING) !== 0) return true;
    return false;
  };

  /** "los diabéticos", "most Muslims": all of a kind, no one in particular. */
  const isOfMany = (first: number, end: number): boolean => {
    if (first === 0 || (words.text.charCodeAt(ends[end - 1]! - 1) | 32) !== 115) return false;
    return MANY.test(wordAt(first - 1));
  };

  const worthOf = (term: Term, general: { asks: boolean; tells: boolean; rule: boolean; fiction: boolean }): number => {
    const { category, end, first, strength } = term;
    let sum = WORTH[strength];
    const start = starts[first]!;
    const stop = ends[end - 1]!;
    for (const value of values)
      if (value.category === category && value.start < stop && start < value.end) sum += LABELLED;
    const { isOwn, worth } = personNear(Math.max(0, first - REACH), Math.min(words.count, end + REACH), term);
    sum += worth;
    if (strength === "names" || strength === "weak") {
      if (isNamedByVerb(first)) sum += BEING;
    }
    if (strength === "weak" && worth >= PERSON && isAmong(category, first, end)) sum += AMONG;
    const isAbout = hasBefore(first, 3, TOPIC_WORD, HAS | POSSESSIVE | IS);
    if (strength !== "tells" && !isAbout && hasBefore(first, TIE_REACH, HAS, TOPIC_WORD))
      sum += havingOf(category, strength);
    if (strength === "thing" && first > 0 && (words.classesOf(first - 1) & POSSESSIVE) !== 0) sum += OWN;
    if (isAbout && strength !== "tells") sum += TOPIC;
    if (worth < PERSON && general.asks) sum += ASKING;
    if (general.fiction && strength !== "tells") sum += FICTION;
    if (general.tells && !isOwn) sum += GENERAL;
    if (general.rule && !isOwn) sum += RULE;
    if (worth < PERSON && isDefined(first, end)) sum += DEFINED;
    if (strength === "names" && !isOwn && isOfMany(first, end)) sum += OF_MANY;
    if (strength !== "tells" && hasBefore(first, HEAD_REACH, HEAD_WORD, HAS | IS)) sum += HEAD;
    if (strength !== "tells" && end < words.count && breaks[end] === 0 && (words.classesOf(end) & TAIL_WORD) !== 0)
      sum += TAIL;
    return sum;
  };

  const readSentence = (): void => {
    const { count } = words;
    let terms: Term[] | null = null;
    let never: PhraseMatch[] | null = null;
    let statesRule = false;
    for (let i = 0; i < count; i++) {
      if (begins[i] === 0) continue;
      if (begins[i] === 2) {
        (terms ??= []).push({ category: "HEALTH_CONDITION", strength: "thing", first: i, end: i + 1 });
        continue;
      }
      for (const match of automaton.matchAt(words, i)) {
        const meaning = meanings[match.list]!;
        if (meaning.kind === "label") readLabel(meaning.category, match);
        else
          (terms ??= []).push({
            category: meaning.category,
            strength: meaning.strength,
            first: match.first,
            end: match.end,
          });
      }
    }
    if (terms === null) return;
    for (let i = 0; i < count; i++) {
      if (!against.mayBegin(hashes[i]!) && begins[i] === 0) continue;
      for (const match of against.matchAt(words, i)) {
        if (match.list === LOOK_ALIKE) (never ??= []).push(match);
        else statesRule = true;
      }
    }
    let seen = 0;
    for (let i = 0; i < count; i++) seen |= words.classesOf(i);
    const general = {
      asks:
        (words.classesOf(0) & ASKING_WORD) !== 0 &&
        (isQuestion || /^[¿]/.test(words.text.slice(Math.max(0, starts[0]! - 1), starts[0]!))),
      tells: (seen & IN_GENERAL) !== 0,
      rule: statesRule,
      fiction: (seen & IN_FICTION) !== 0,
    };
    for (const term of terms) {
      if (never !== null && never.some((match) => speaksAgainst(match, term))) continue;
      const start = starts[term.first]!;
      const end = ends[term.end - 1]!;
      if (labels.some((label) => label.start <= start && end <= label.end)) continue;
      if (
        term.strength !== "tells" &&
        people.some((name) => name.start <= start && end <= name.end && name.end - name.start > end - start)
      )
        continue;
      const sum = worthOf(term, general);
      if (sum < NEEDED) continue;
      findings.push({
        category: term.category,
        start,
        end,
        score: Math.min(MOST_SCORE, LEAST_SCORE + (sum - NEEDED) * SCORE_STEP),
        source: "pattern",
        validated: false,
      });
    }
  };

  let isQuestion = false;

  const addValue = (value: Value, label: string): void => {
    values.push(value);
    if (!TELLING_LABELS[value.category].test(label)) return;
    const said = words.text.slice(value.start, value.end).trimEnd();
    const isNothing = value.category === "BIOMETRIC_DATA" ? said.length < 6 : NOTHING.test(said);
    if (said !== "" && !isNothing && said.split(/\s+/).length <= VALUE_WORDS)
      findings.push({
        category: value.category,
        start: value.start,
        end: value.start + said.length,
        score: LEAST_SCORE,
        source: "pattern",
        validated: false,
      });
  };

  /** A label tells what stands behind its colon, behind its question, or in its column. */
  const readLabel = (category: SpecialCategory, { end, first }: PhraseMatch): void => {
    const { text } = words;
    const start = starts[first]!;
    const stop = ends[end - 1]!;
    const label = foldText(text.slice(start, stop));
    const column = columnOf(text, start, stop);
    if (column !== null) {
      labels.push({ start, end: stop });
      for (const cell of column) addValue({ category, ...cell }, label);
      return;
    }
    LABEL_END.lastIndex = stop;
    if (!LABEL_END.test(text)) return;
    const valueStart = LABEL_END.lastIndex;
    VALUE.lastIndex = valueStart;
    if (!VALUE.test(text)) return;
    labels.push({ start, end: stop });
    addValue({ category, start: valueStart, end: VALUE.lastIndex }, label);
  };

  return (text, names) => {
    findings = [];
    values = [];
    labels = [];
    people = names;
    words.text = text;
    let mayMatter = false;
    words.count = 0;
    let gap = 0;
    const close = (): void => {
      if (mayMatter) readSentence();
      words.count = 0;
      mayMatter = false;
    };
    const { length } = text;
    for (let i = 0; i < length;) {
      const code = text.charCodeAt(i);
      let character = CHARACTERS[code]!;
      if ((character & CLASS_BITS) === 0) {
        if (code === 10 || ((code === 46 || code === 33 || code === 63) && endsSentence(text, i, words))) {
          isQuestion = code === 63;
          close();
          gap = 0;
        } else if (code === 59 || code === 58 || code === 124 || code === 9 || code === 40 || code === 41) gap = 1;
        i++;
        continue;
      }
      const start = i;
      let hash = HASH_START;
      let seen = 0;
      do {
        hash = hashStep(hash, character >> FOLD_SHIFT);
        seen |= character;
        if (++i >= length) break;
        character = CHARACTERS[text.charCodeAt(i)]!;
      } while ((character & CLASS_BITS) !== 0);
      if (words.count === SENTENCE_WORDS) {
        isQuestion = false;
        close();
      }
      const at = words.count++;
      hashes[at] = hash;
      starts[at] = start;
      ends[at] = i;
      breaks[at] = gap;
      known[at] = 0;
      gap = 0;
      begins[at] =
        automaton.mayBegin(hash) || (seen & DIGIT) !== 0
          ? 1
          : i - start >= MEDICAL_CHARS && isMedicalWord(text, start, i)
            ? 2
            : 0;
      if (begins[at] !== 0) mayMatter = true;
    }
    isQuestion = false;
    close();
    return findings;
  };
}

/** What stands between a label and its value on one line. */
const LABEL_END = /(?:\s{0,2}\([^()\n]{1,30}\))?["'»”]?\s{0,3}(?:[:=]|\?|\s-)\s{0,3}["'«“]?/y;
const VALUE = /[^\n;|.?]{1,80}/y;
const NOTHING =
  /^(?:n\/?a|no|none|nil|nada|ningun[ao]?s?|no aplica|opcional|optional|-+|no consta|no refiere|sin .*|unknown|.|campo.*|prefer not.*|datos?.*|[\d\s.,/-]*|_+|\.+|\[.*|<.*|\{.*|\(.*|no se .*|se desconoce|pendiente|pending|ver .*|see .*)$/i;

const ARTICLE = /^(?:el|la|los|las|un|una|a|an|the|o|le|les|une)$/i;
const MANY = /^(?:las?|los|most|many|some|all|for|muchos|muchas|algunos|algunas|varios|varias|por|para)$/i;

/** A point behind an abbreviation, or inside a number or an address, ends nothing. */
function endsSentence(text: string, at: number, { count, ends, starts }: Words): boolean {
  const next = text.charCodeAt(at + 1);
  if (at + 1 < text.length && (isWordChar(next) || next === 44)) return false;
  if (text.charCodeAt(at) !== 46 || count === 0 || ends[count - 1] !== at) return true;
  const length = at - starts[count - 1]!;
  if (length > 4 || isDigit(text.charCodeAt(at - 1))) return length > 4 || count > 1;
  return !/^(?:sr|sra|srta|d|dr|dra|mr|mrs|ms|prof|lic|ing|st|sta|sto|no|nro|num|art|pt|hx|dx|tx|c|p|s|v|vs|mme|aprox|etc|inc|jr|ref|tel|av|depto|núm|exp|resp|pac|fam|ptt?e?|vol|dept|approx)$/i.test(
    text.slice(starts[count - 1]!, at),
  );
}

/** Whether a look-alike is what the term stands in: it holds the term, or overlaps a shorter one. */
function speaksAgainst(match: PhraseMatch, term: Term): boolean {
  if (match.first >= term.end || term.first >= match.end) return false;
  const holds = match.first <= term.first && term.end <= match.end;
  return holds || match.end - match.first > term.end - term.first;
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let i = start; i < end && i < start + 16; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}
