// What a term of a category is worth in its sentence: what ties it to a person, and what speaks against it.
import { charClass, UPPER } from "../characters.ts";
import {
  BELONGING,
  CATEGORIES,
  DEFINING,
  FAINT,
  FILLER,
  GENERIC,
  HAS,
  HEAD_WORD,
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
import type { Sentence } from "./sentence.ts";
import type { SpecialCategory, Strength } from "./vocabulary.ts";

/** How far a person may stand from what is said. */
const REACH = 18;
const TIE_REACH = 5;
const HEAD_REACH = 3;

/** What each thing is worth. */
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

/** Categories that one has, rather than is. */
const HAD = new Set<SpecialCategory>(["HEALTH_CONDITION", "GENETIC_DATA", "CRIMINAL_RECORD"]);

/** What a verb of having before the term is worth. */
function havingOf(category: SpecialCategory, strength: Strength): number {
  if (HAD.has(category)) return strength === "weak" ? HAVING_ELSE : HAVING;
  return strength === "weak" ? 0 : HAVING_ELSE;
}

const ARTICLE = /^(?:el|la|los|las|un|una|a|an|the|o|le|les|une)$/i;
const MANY = /^(?:las?|los|most|many|some|all|for|muchos|muchas|algunos|algunas|varios|varias|por|para)$/i;

/** A phrase of a category: its first word, and the word behind its last. */
export interface Term {
  category: SpecialCategory;
  strength: Strength;
  first: number;
  end: number;
}

/** Where a value stands that a label explains. */
export interface Value {
  category: SpecialCategory;
  start: number;
  end: number;
}

/** What is known of the sentence that a term stands in. */
export interface Surroundings {
  /** Spans of known names, in any order. */
  people: readonly { start: number; end: number }[];
  values: readonly Value[];
  /** The sentence is a question that asks for something. */
  asks: boolean;
  /** It speaks of news, statistics or rules. */
  tells: boolean;
  /** It says how many have something, or what everybody should do. */
  rule: boolean;
  /** It speaks of a work of fiction or of learning. */
  fiction: boolean;
}

/**
 * The sum of what ties a term to a person, less what speaks against it. `contexts` holds by key, as a bit for each
 * category, the words that speak of its subject. Bounded by the words of a sentence.
 */
export function createWorth(
  words: Sentence,
  contexts: ReadonlyMap<number, number>,
): (term: Term, around: Surroundings) => number {
  const { breaks, ends, hashes, starts } = words;
  let people: Surroundings["people"] = [];

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
    const before = at > 1 ? words.wordAt(at - 2).toLowerCase() : "";
    return (
      !/^(?:el|la|los|las|un|una|the|this|that|este|esta|o|a|le)$/.test(before) && words.wordAt(at - 1).length <= 4
    );
  };

  /** Whether a word of the classes `wanted` stands up to `reach` words before, with none of `stop` between. */
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
    if (first > 1 || (first === 1 && !ARTICLE.test(words.wordAt(0)))) return false;
    if (end < words.count && breaks[end] === 1)
      return first === 0 && (ARTICLE.test(words.wordAt(end)) || (words.classesOf(end) & DEFINING) !== 0);
    for (let i = end; i < Math.min(words.count, end + 2) && breaks[i] === 0; i++)
      if ((words.classesOf(i) & DEFINING) !== 0) return true;
    return false;
  };

  /** "los diabéticos", "most Muslims": all of a kind, no one in particular. */
  const isOfMany = (first: number, end: number): boolean => {
    if (first === 0 || (words.text.charCodeAt(ends[end - 1]! - 1) | 32) !== 115) return false;
    return MANY.test(words.wordAt(first - 1));
  };

  return (term, around) => {
    const { category, end, first, strength } = term;
    people = around.people;
    let sum = WORTH[strength];
    const start = starts[first]!;
    const stop = ends[end - 1]!;
    for (const value of around.values)
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
    if (worth < PERSON && around.asks) sum += ASKING;
    if (around.fiction && strength !== "tells") sum += FICTION;
    if (around.tells && !isOwn) sum += GENERAL;
    if (around.rule && !isOwn) sum += RULE;
    if (worth < PERSON && isDefined(first, end)) sum += DEFINED;
    if (strength === "names" && !isOwn && isOfMany(first, end)) sum += OF_MANY;
    if (strength !== "tells" && hasBefore(first, HEAD_REACH, HEAD_WORD, HAS | IS)) sum += HEAD;
    if (strength !== "tells" && end < words.count && breaks[end] === 0 && (words.classesOf(end) & TAIL_WORD) !== 0)
      sum += TAIL;
    return sum;
  };
}
