import {
  CHARACTERS,
  charClass,
  CLASS_BITS,
  DIGIT,
  FOLD_SHIFT,
  HASH_START,
  hashPair,
  hashStep,
  isDigit,
  isWordChar,
  LETTER,
} from "./characters.ts";
import { cellsIn } from "./columns.ts";
import { createCueWindow, CUE_WORDS } from "./cue-window.ts";
import { CUE_NAMES } from "./cues.ts";
import type { Detector, Matcher, Trigger } from "./detector.ts";
import { mayOpen, openingsOfRow, RowFilter } from "./openings.ts";
import { setApart } from "./patterns.ts";
import type { Finding } from "./types.ts";
import { buildWordTable, CUE_COUNT_AT, CUES_AT, DETECTOR_COUNT_AT } from "./word-table.ts";
import { findWord, mayHaveWord, NUMBER_WORD, SKIPPED_WORD, STARTS_PHRASE } from "./word-table.ts";

/** A word of an earlier turn counts as a third: an answer stands far from the words of its question. */
const EARLIER_STEP = 1 / 3;
/** How far a `before` row reaches back to the number that precedes its word, and how far that number may be from it. */
const BEFORE_CHARS = 64;
const BEFORE_GAP = 44;
const BEFORE_GAP_SPOKEN = 20;
/** Seven digits take four words at least. */
const SPOKEN_NUMBERS = 4;
const RUN_CHARS = 40;
const RUN_GAP = 3;
const AGAINST_WORDS = 3;
const AGAINST_FACTOR = 0.35;
const STEP_PER_WORD = 0.004;
const AFTER_DISTANCE = 4;

/** What may stand between a label and its value. */
const LINK =
  /(?:_[a-z]{2,14}\d{0,2}|[\s:=#"'*_(>,.\-–]{1,4}|(?:[nN][uúUÚ][mM](?:ero|ERO)?s?|[nN]umber|NUMBER|[nN][oO]|[nN]\.?[oOº°]|[nN]r|[nN]ro|NRO|es|is|it|was|era|est|é|are|son|el|la|los|las|mi|my|su|tu|your|his|her|de|del|du|da|do|the|le|of|for|que|en|al?|anterior|nuevo|nueva|actual|id|Id|ID)(?![0-9A-Za-zÀ-ÿ])){0,8}/y;

/** A row made ready: all have the same fields in the same order, so that reading one costs the same whatever the row. */
interface Compiled {
  category: string;
  /** Either a matcher, or the pattern of the row, which is made ready when it is first tried: most never are. */
  matcher: Matcher | null;
  pattern: RegExp | null;
  check: ((value: string) => boolean) | null;
  weak: boolean;
  openEnd: boolean;
  spendsCue: boolean;
  side: "after" | "here" | "before";
  minDigits: number;
  /** Score alone, with cue, with check, with both. */
  scores: Float64Array;
  /** A row without cues counts as cued where a word or a sign has triggered it. */
  inherent: boolean;
  cueGroups: Uint8Array | null;
  againstGroups: Uint8Array | null;
  /** Per code unit below 256: may the row's match begin with it. Null when anything may. */
  opensWith: Uint8Array | null;
  /** What else is known of how its matches begin; read off the pattern when it is first tried. */
  row: Detector;
  openings: Int32Array | null | undefined;
  /** The pattern may have a group for the value. */
  hasGroup: boolean;
  /** How far ahead and behind a digit must stand; 0 when none need. */
  digitAhead: number;
  digitBehind: number;
  /** Nothing but a cue gives the row a score: without one it need not be tried. */
  needsCue: boolean;
  /** Rows of long reach are not tried inside their own last finding. */
  resumeAt: number;
}

function compile(row: Detector): Compiled {
  return {
    category: row.category,
    matcher: typeof row.match === "function" ? row.match : null,
    pattern: null,
    check: row.check ?? null,
    weak: row.weak === true,
    openEnd: row.openEnd === true,
    spendsCue: row.spendsCue === true,
    side: row.side ?? "after",
    minDigits: row.minDigits ?? 0,
    scores: Float64Array.from(row.scores),
    inherent: row.cues === undefined,
    cueGroups: groupSet(row.cues),
    againstGroups: groupSet(row.against),
    opensWith: charSet(row.opens),
    row,
    openings: undefined,
    hasGroup: row.match instanceof RegExp && /\((?!\?)/.test(row.match.source),
    digitAhead: row.digitAhead ?? 0,
    digitBehind: row.digitBehind ?? 0,
    needsCue: row.cues !== undefined && row.scores[0] === 0 && row.scores[2] === 0,
    resumeAt: 0,
  };
}

function groupSet(names: readonly string[] | undefined): Uint8Array | null {
  if (names === undefined) return null;
  const set = new Uint8Array(CUE_NAMES.length);
  for (const name of names) set[CUE_NAMES.indexOf(name as (typeof CUE_NAMES)[number])] = 1;
  return set;
}

function charSet(chars: string | undefined): Uint8Array | null {
  if (chars === undefined) return null;
  const set = new Uint8Array(256);
  for (const char of chars) set[char.charCodeAt(0)] = 1;
  return set;
}

/** Separators over which a number goes on. */
const RUN_SEPARATORS = charSet(" -./(),:")!;

/** `preceding` is earlier text of the same conversation, from which only the cue words are taken. */
export type StructuredScanner = (text: string, preceding?: string) => Finding[];

/**
 * Compiles the table and returns its interpreter: one pass over the text that recognises words by hash and stops at
 * triggers, where bounded sticky patterns are tried. Linear in the length of the text. Findings are unresolved: they
 * may overlap. The state of a scan lives in the closure (a scan never yields), so that short texts cost no set-up.
 */
export function createStructuredScanner(detectors: readonly Detector[], regions: readonly string[]): StructuredScanner {
  const of = (trigger: Trigger): Detector[] => detectors.filter((row) => row.trigger === trigger);
  const compiled = new Map(detectors.map((row) => [row, compile(row)]));
  const compiledOf = (trigger: Trigger): Compiled[] => of(trigger).map((row) => compiled.get(row)!);
  const wordRows = compiledOf("word");
  const words = buildWordTable(of("word").map((row, detector) => ({ words: row.words!, detector })));
  const { entries } = words;
  const numberRows = compiledOf("number");
  // Each filter is made when it is first asked: together they are half the set-up, and many texts have no number.
  let numbers: RowFilter | null = null;
  const codeRows = compiledOf("code");
  let codes: RowFilter | null = null;
  const atRows = compiledOf("at");
  const schemeRows = compiledOf("scheme");
  const colonRows = compiledOf("colon");
  const dotRows = compiledOf("dot");
  const spokenRows = compiledOf("spoken");
  const reaching = [...compiled.values()].filter((row) => row.openEnd);
  const cues = createCueWindow(words);

  let text = "";
  let findings: Finding[] = [];
  let wordIndex = 0;
  /** The count of words at which the text itself begins, behind the earlier text. */
  let firstWord = 0;
  /** The hash of the words of a phrase so far, when it may go on. */
  let phraseHash = 0;
  /** The same for the phrase that the latest word begins inside of a longer one: 0 for none. */
  let innerHash = 0;
  let phraseOpen = false;
  /** Where what links the latest label to its value ends. */
  let linkFrom = -1;
  let linkEnd = -1;
  /** The place of the cue that a row which spends its cue has used last. */
  let spentCue = -1;
  /** The latest number and the latest number in words, for `before` rows. */
  let lastNumber = -1;
  let lastNumberEnd = -1;
  let spokenStart = -1;
  let spokenEnd = -1;
  /** Where the latest numbers in words of one run begin, and how many there are. */
  const spokenStarts = new Int32Array(SPOKEN_NUMBERS);
  let spokenCount = 0;
  /** Where the latest group with a digit ends, and where the next digit stands for all places from `digitFrom` on. */
  let lastDigitEnd = -1;
  let digitFrom = 0;
  let nextDigit = -1;

  /** Whether a digit stands among the next `reach` characters; places are asked from left to right. */
  const hasDigitAhead = (at: number, reach: number): boolean => {
    if (at > nextDigit || at < digitFrom) {
      digitFrom = at;
      const { length } = text;
      let i = at;
      while (i < length && !isDigit(text.charCodeAt(i))) i++;
      nextDigit = i;
    }
    return nextDigit < text.length && nextDigit - at < reach;
  };

  const emit = (
    row: Compiled,
    start: number,
    end: number,
    found: boolean | undefined,
    inherent: boolean,
    category = row.category,
  ): void => {
    let distance = inherent || row.cueGroups === null ? -1 : cues.before(row.cueGroups, wordIndex);
    const cuePlace = distance < 0 ? -1 : wordIndex - distance;
    if (distance < 0 && !inherent && row.cueGroups !== null && cues.after(row.cueGroups, text, end))
      distance = AFTER_DISTANCE;
    // "DOB 3/4/1981, admitted on 5/6/2020": the word explains the first value behind it.
    if (row.spendsCue && cuePlace >= 0 && spentCue === cuePlace) return;
    const cued = inherent || distance >= 0;
    const plainScore = row.scores[cued ? 1 : 0]!;
    const checkedScore = row.scores[cued ? 3 : 2]!;
    if (plainScore === 0 && checkedScore === 0) return;
    const checked = found ?? (row.check !== null && row.check(text.slice(start, end)));
    let score = checked ? checkedScore : plainScore;
    if (score === 0) return;
    if (distance > 0) score -= distance * STEP_PER_WORD;
    const validated = checked && !row.weak;
    if (!validated && row.againstGroups !== null) {
      const against = cues.before(row.againstGroups, wordIndex);
      // Words of earlier turns explain a value, but do not speak against it.
      const speaksAgainst =
        against >= 0 && against <= AGAINST_WORDS && against < wordIndex - firstWord && (!cued || against < distance);
      const isFollowed = inherent
        ? cues.directlyAfter(row.againstGroups, text, end)
        : !cued && cues.after(row.againstGroups, text, end);
      if (speaksAgainst || isFollowed) score *= AGAINST_FACTOR;
    }
    if (row.openEnd) row.resumeAt = end;
    if (row.spendsCue && cuePlace >= 0) spentCue = cuePlace;
    findings.push({ category, start, end, score, source: "pattern", validated });
  };

  /** Tries one row at a place. True when it matched, whatever its score. */
  const attempt = (row: Compiled, at: number, inherent: boolean, mustReach = -1): boolean => {
    if (row.opensWith !== null && row.opensWith[text.charCodeAt(at)] !== 1) return false;
    if (row.digitAhead !== 0 && !hasDigitAhead(at, row.digitAhead)) return false;
    if (row.digitBehind !== 0 && (lastDigitEnd < 0 || at - lastDigitEnd > row.digitBehind)) return false;
    // Most rows that a word triggers fail at once: this is faster than to ask their pattern, and compiles none.
    const openings = row.openings === undefined ? (row.openings = openingsOfRow(row.row)) : row.openings;
    return (openings === null || mayOpen(openings, text, at)) && tryRow(row, at, inherent, mustReach);
  };

  /** The same for a row whose opening is known to fit. */
  const tryRow = (row: Compiled, at: number, inherent: boolean, mustReach: number): boolean => {
    if (at < row.resumeAt) return false;
    const { matcher } = row;
    if (matcher !== null) {
      const found = matcher(text, at, regions);
      if (found === null || found.end < mustReach) return false;
      emit(row, found.start, found.end, found.checked, inherent, found.category);
      return true;
    }
    const pattern = (row.pattern ??= setApart(row.row.match as RegExp));
    pattern.lastIndex = at;
    let start = at;
    let end = 0;
    if (row.hasGroup) {
      const match = pattern.exec(text);
      if (match === null) return false;
      const [whole, group] = match;
      end = at + whole.length;
      if (group !== undefined && group !== "" && whole.endsWith(group)) start = end - group.length;
    } else {
      if (!pattern.test(text)) return false;
      end = pattern.lastIndex;
    }
    if (end < mustReach || end === at) return false;
    if (!row.openEnd && end < text.length && isWordChar(text.charCodeAt(end)) && isWordChar(text.charCodeAt(end - 1)))
      return false;
    emit(row, start, end, undefined, inherent);
    return true;
  };

  const onWordRow = (row: Compiled, start: number, end: number): void => {
    const inherent = row.inherent;
    if (row.side === "here") attempt(row, start, inherent);
    else if (row.side === "before") {
      const isNear = lastNumber >= 0 && start - lastNumberEnd <= BEFORE_GAP && start - lastNumber <= BEFORE_CHARS;
      if (isNear && attempt(row, lastNumber, inherent, end)) return;
      if (spokenStart >= 0 && start - spokenEnd <= BEFORE_GAP_SPOKEN && start - spokenStart <= BEFORE_CHARS)
        attempt(row, spokenStart, inherent, end);
    } else {
      if (linkFrom !== end) {
        LINK.lastIndex = linkFrom = end;
        LINK.test(text);
        linkEnd = LINK.lastIndex;
      }
      attempt(row, linkEnd, inherent);
    }
  };

  /** What a known word does: it is a cue for values to come, and it triggers rows. */
  const onEntry = (entry: number, start: number, end: number): void => {
    if (entries[entry + CUE_COUNT_AT] !== 0) cues.note(entry, wordIndex);
    const count = entries[entry + DETECTOR_COUNT_AT]!;
    if (count === 0) return;
    const first = entry + CUES_AT + entries[entry + CUE_COUNT_AT]!;
    for (let i = first; i < first + count; i++) onWordRow(wordRows[entries[i]!]!, start, end);
  };

  /** A number in words: where it has gone on for long enough, the rows of spoken numbers are tried at its start. */
  const onNumberWord = (start: number, end: number): void => {
    if (spokenStart < 0 || start - spokenEnd > 4) {
      spokenStart = start;
      spokenCount = 0;
    }
    spokenEnd = end;
    spokenStarts[spokenCount++ % SPOKEN_NUMBERS] = start;
    if (spokenCount >= SPOKEN_NUMBERS) {
      // The start of the number is four words back; a word that only continues one begins none.
      const from = spokenStarts[spokenCount % SPOKEN_NUMBERS]!;
      for (const row of spokenRows) attempt(row, from, row.inherent);
    }
  };

  /** Looks a word up as itself and as the continuation of a phrase; the longer reading comes first. */
  const lookUp = (
    hash: number,
    start: number,
    end: number,
    act: (entry: number, start: number, end: number) => void,
  ): void => {
    const single = mayHaveWord(words, hash) ? findWord(words, hash) : 0;
    if (single === 0 && !phraseOpen) return;
    const flags = single === 0 ? 0 : entries[single]!;
    if ((flags & NUMBER_WORD) !== 0) onNumberWord(start, end);
    if (phraseOpen) {
      let pairHash = hashPair(phraseHash, hash);
      let pair = mayHaveWord(words, pairHash) ? findWord(words, pairHash) : 0;
      if (pair === 0 && innerHash !== 0) {
        pairHash = hashPair(innerHash, hash);
        if (mayHaveWord(words, pairHash)) pair = findWord(words, pairHash);
      }
      if (pair === 0 && (flags & SKIPPED_WORD) !== 0 && entries[single + CUE_COUNT_AT] === 0) {
        if ((flags & STARTS_PHRASE) !== 0) innerHash = hash;
        if (entries[single + DETECTOR_COUNT_AT] !== 0) act(single, start, end);
        return;
      }
      if (pair !== 0) {
        act(pair, start, end);
        if (single !== 0) act(single, start, end);
        const goesOn = (entries[pair]! & STARTS_PHRASE) !== 0;
        phraseHash = goesOn ? pairHash : hash;
        phraseOpen = goesOn || (flags & STARTS_PHRASE) !== 0;
        innerHash = goesOn && (flags & STARTS_PHRASE) !== 0 ? hash : 0;
        return;
      }
    }
    innerHash = 0;
    phraseOpen = (flags & STARTS_PHRASE) !== 0;
    phraseHash = hash;
    if (single !== 0) act(single, start, end);
  };

  /** Reads the run of digit groups that begins at `at`, bounded: how many digits, and where the last one ends. */
  let runDigits = 0;
  let runEnd = 0;
  const readRun = (at: number): void => {
    runDigits = 0;
    runEnd = at;
    let gap = 0;
    const stop = Math.min(text.length, at + RUN_CHARS);
    for (let i = at; i < stop; i++) {
      const code = text.charCodeAt(i);
      if (isDigit(code)) {
        runDigits++;
        runEnd = i + 1;
        gap = 0;
      } else if (code > 127 || RUN_SEPARATORS[code] !== 1 || ++gap > RUN_GAP) return;
    }
  };

  /** Whether a cue of the row stands before the number, or behind its run of digits. */
  const isCued = (row: Compiled): boolean =>
    cues.before(row.cueGroups!, wordIndex) >= 0 || cues.after(row.cueGroups!, text, runEnd);

  const onNumber = (start: number, end: number): void => {
    numbers ??= new RowFilter(of("number"));
    if (numbers.select(text, start, end)) {
      readRun(start);
      for (let index = numbers.next(0); index >= 0; index = numbers.next(index + 1)) {
        const row = numberRows[index]!;
        if (runDigits < row.minDigits) continue;
        if (row.needsCue && !isCued(row)) continue;
        tryRow(row, start, false, -1);
      }
    }
    lastNumber = start;
    lastNumberEnd = end;
  };

  const onCode = (start: number, end: number): void => {
    codes ??= new RowFilter(of("code"));
    if (codes.select(text, start, end)) {
      for (let index = codes.next(0); index >= 0; index = codes.next(index + 1))
        tryRow(codeRows[index]!, start, false, -1);
    }
    if (isDigit(text.charCodeAt(start)) && end - start <= 6) {
      lastNumber = start;
      lastNumberEnd = end;
    }
  };

  /** Rows of labels in earlier text, and at which word each stands. */
  const pendingRows: Compiled[] = [];
  const pendingWords: number[] = [];

  /** What a known word of earlier text does. */
  const onEarlierEntry = (entry: number): void => {
    cues.note(entry, wordIndex);
    const first = entry + CUES_AT + entries[entry + CUE_COUNT_AT]!;
    for (let i = 0; i < entries[entry + DETECTOR_COUNT_AT]!; i++) {
      const row = wordRows[entries[first + i]!]!;
      if (row.side !== "after") continue;
      pendingRows.push(row);
      pendingWords.push(wordIndex);
    }
  };

  /** Takes the cue words of earlier text, and tries the rows of its last labels at the start of this one. */
  const readPreceding = (preceding: string): void => {
    pendingRows.length = pendingWords.length = 0;
    const { length } = preceding;
    for (let i = 0; i < length; i++) {
      let character = CHARACTERS[preceding.charCodeAt(i)]!;
      if ((character & CLASS_BITS) === 0) continue;
      let hash = HASH_START;
      do {
        hash = hashStep(hash, character >> FOLD_SHIFT);
        if (++i >= length) break;
        character = CHARACTERS[preceding.charCodeAt(i)]!;
      } while ((character & CLASS_BITS) !== 0);
      wordIndex += EARLIER_STEP;
      if (phraseOpen || mayHaveWord(words, hash)) lookUp(hash, 0, 0, onEarlierEntry);
    }
    phraseOpen = false;
    spokenStart = -1;
    let at = 0;
    while (at < text.length && at < 16 && !isWordChar(text.charCodeAt(at))) at++;
    for (let i = 0; i < pendingRows.length; i++) {
      const row = pendingRows[i]!;
      if (wordIndex - pendingWords[i]! <= CUE_WORDS) attempt(row, at, row.inherent);
    }
  };

  const onPunctuation = (code: number, i: number, groupStart: number, groupEnd: number): void => {
    if (code === 64) for (const row of atRows) attempt(row, i, row.inherent);
    else if (code === 58) {
      if (text.charCodeAt(i + 1) === 47 && text.charCodeAt(i + 2) === 47)
        for (const row of schemeRows) attempt(row, i, row.cueGroups === null);
      else if (groupEnd === i && i + 1 - groupStart <= 5) for (const row of colonRows) attempt(row, groupStart, false);
      else if (text.charCodeAt(i + 1) === 58) for (const row of colonRows) attempt(row, i, false);
    } else if (groupEnd === i && (charClass(text.charCodeAt(i + 1)) & LETTER) !== 0) {
      for (const row of dotRows) attempt(row, i, false);
    }
  };

  const scanAll = (all: string): void => {
    const { length } = all;
    let groupStart = -1;
    let groupEnd = -1;
    for (let i = 0; i < length;) {
      const code = all.charCodeAt(i);
      let character = CHARACTERS[code]!;
      if ((character & CLASS_BITS) === 0) {
        if (code === 64 || code === 58 || code === 46) onPunctuation(code, i, groupStart, groupEnd);
        i++;
        continue;
      }
      const start = i;
      let hash = HASH_START;
      let seen = 0;
      do {
        seen |= character;
        hash = Math.imul(hash ^ (character >> FOLD_SHIFT), 0x01000193);
        if (++i >= length) break;
        character = CHARACTERS[all.charCodeAt(i)]!;
      } while ((character & CLASS_BITS) !== 0);
      if ((seen & DIGIT) === 0) {
        wordIndex++;
        if (phraseOpen || mayHaveWord(words, hash)) lookUp(hash, start, i, onEntry);
      } else {
        // "192.168.10.45" is one word to the words around it.
        if (lastNumberEnd !== start - 1 || all.charCodeAt(lastNumberEnd) === 32) wordIndex++;
        phraseOpen = false;
        lastDigitEnd = i;
        if ((seen & LETTER) === 0) onNumber(start, i);
        else onCode(start, i);
        // "ABC-123", "ES 12": letters joined by one separator to this group begin a code too.
        if (
          groupStart >= 0 &&
          start - groupEnd === 1 &&
          groupEnd - groupStart <= 6 &&
          !isDigit(all.charCodeAt(groupStart))
        )
          onCode(groupStart, groupEnd);
      }
      groupStart = start;
      groupEnd = i;
    }
  };

  const scanOne = (scanned: string, preceding: string): Finding[] => {
    text = scanned;
    findings = [];
    wordIndex = 0;
    phraseOpen = false;
    lastNumber = lastNumberEnd = spokenStart = spokenEnd = lastDigitEnd = nextDigit = -1;
    spokenCount = 0;
    spentCue = -1;
    linkFrom = -1;
    for (const row of reaching) row.resumeAt = 0;
    cues.reset();
    if (preceding.length > 0) readPreceding(preceding);
    firstWord = wordIndex;
    scanAll(scanned);
    const found = findings;
    text = "";
    findings = [];
    return found;
  };

  return function scan(scanned, preceding = "") {
    const found = scanOne(scanned, preceding);
    // What explains the value of a table is the name of its column, and not the cells beside it.
    for (const { end, header, start } of cellsIn(scanned)) {
      for (const finding of scanOne(scanned.slice(start, end), header)) {
        finding.start += start;
        finding.end += start;
        found.push(finding);
      }
    }
    return found;
  };
}
