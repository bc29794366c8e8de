import { CHARACTERS, CLASS_BITS, DIGIT, FOLD_SHIFT, foldText, HASH_START, hashStep } from "../characters.ts";
import type { Finding } from "../types.ts";
import { createAutomaton } from "./automaton.ts";
import type { PhraseList, PhraseMatch } from "./automaton.ts";
import { BELIEF } from "./belief.ts";
import { BIOMETRIC } from "./biometric.ts";
import { ASKING_WORD, buildClasses, buildContexts, CATEGORIES, classBit, IN_FICTION, IN_GENERAL } from "./classes.ts";
import { CRIMINAL } from "./criminal.ts";
import { LABELS } from "./field-labels.ts";
import { tellsByLabel, valuesOf } from "./field-values.ts";
import { GENETIC } from "./genetic.ts";
import { HEALTH } from "./health.ts";
import { GENERAL_PHRASES, LOOK_ALIKES } from "./look-alikes.ts";
import { ORIENTATION } from "./orientation.ts";
import { POLITICS } from "./politics.ts";
import { createSentence, endsSentence, SENTENCE_WORDS } from "./sentence.ts";
import { isMedicalWord, MEDICAL_CHARS } from "./suffixes.ts";
import { UNION } from "./union.ts";
import type { SpecialCategory, Strength } from "./vocabulary.ts";
import { createWorth } from "./worth.ts";
import type { Term, Value } from "./worth.ts";

/** What the things that `worth.ts` counts must come to. */
const NEEDED = 2;
const LEAST_SCORE = 0.82;
const SCORE_STEP = 0.04;
const MOST_SCORE = 0.94;

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

  const words = createSentence(classes);
  const { begins, ends, hashes, starts } = words;
  const worthOf = createWorth(words, contexts);

  let findings: Finding[] = [];
  let values: Value[] = [];
  /** Labels that have a value: they tell nothing themselves. */
  let labels: { start: number; end: number }[] = [];
  let people: readonly { start: number; end: number }[] = [];
  let isQuestion = false;

  const addFinding = (category: SpecialCategory, start: number, end: number, score: number): void => {
    findings.push({ category, start, end, score, source: "pattern", validated: false });
  };

  /** A label tells what stands behind its colon, behind its question, or in its column. */
  const readLabel = (category: SpecialCategory, { end, first }: PhraseMatch): void => {
    const { text } = words;
    const start = starts[first]!;
    const stop = ends[end - 1]!;
    const explained = valuesOf(text, start, stop);
    if (explained.length === 0) return;
    labels.push({ start, end: stop });
    const label = foldText(text.slice(start, stop));
    for (const value of explained) {
      values.push({ category, ...value });
      const said = text.slice(value.start, value.end).trimEnd();
      if (tellsByLabel(category, label, said))
        addFinding(category, value.start, value.start + said.length, LEAST_SCORE);
    }
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
    const around = {
      people,
      values,
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
      const sum = worthOf(term, around);
      if (sum < NEEDED) continue;
      addFinding(term.category, start, end, Math.min(MOST_SCORE, LEAST_SCORE + (sum - NEEDED) * SCORE_STEP));
    }
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
      const kind =
        automaton.mayBegin(hash) || (seen & DIGIT) !== 0
          ? 1
          : i - start >= MEDICAL_CHARS && isMedicalWord(text, start, i)
            ? 2
            : 0;
      words.add(hash, start, i, gap, kind);
      gap = 0;
      if (kind !== 0) mayMatter = true;
    }
    isQuestion = false;
    close();
    return findings;
  };
}

/** Whether a look-alike is what the term stands in: it holds the term, or overlaps a shorter one. */
function speaksAgainst(match: PhraseMatch, term: Term): boolean {
  if (match.first >= term.end || term.first >= match.end) return false;
  const holds = match.first <= term.first && term.end <= match.end;
  return holds || match.end - match.first > term.end - term.first;
}
