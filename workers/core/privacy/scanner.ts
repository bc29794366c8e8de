import {
  CHAR_CLASS,
  CHAR_FOLD,
  CHAR_TABLE_SIZE,
  charClass,
  DIGIT,
  foldCode,
  HASH_START,
  hashPair,
  hashWord,
  isDigit,
  isWordChar,
  LETTER,
} from "./characters.ts";
import { buildWordTable, CUE_NAMES, findWord } from "./cues.ts";
import type { WordEntry } from "./cues.ts";
import type { Detector, Match } from "./detector.ts";
import { NUMBER_WORDS } from "./spoken.ts";
import type { Finding } from "./types.ts";

/** Words before a value within which a cue counts, and after it. */
const CUE_WORDS = 8;
const AFTER_WORDS = 5;
const AFTER_CHARS = 40;
/** A word of an earlier turn counts as a third: an answer stands far from the words of its question. */
const EARLIER_STEP = 1 / 3;
const RING = 32;
/** How far a `before` row reaches back to the number that precedes its word. */
const BEFORE_CHARS = 64;

/** What may stand between a label and its value. */
const LINK =
  /(?:[\s:=#"'*_(>,.\-–]{1,4}|(?:n[uú]m(?:ero)?s?|number|no|n[oº°]|nr|nro|es|is|son|was|era|est|é|el|la|los|las|mi|my|su|tu|your|his|her|de|del|du|da|do|the|le|of|for|que|en|al?|anterior|nuevo|nueva|actual|id)(?![0-9A-Za-zÀ-ÿ])){0,8}/y;

interface Compiled extends Detector {
  cueGroups: Uint8Array | null;
  againstGroups: Uint8Array | null;
}

function groupSet(names: readonly string[] | undefined): Uint8Array | null {
  if (names === undefined) return null;
  const set = new Uint8Array(CUE_NAMES.length);
  for (const name of names) set[CUE_NAMES.indexOf(name as (typeof CUE_NAMES)[number])] = 1;
  return set;
}

/** Rows by the length of their first group: index 0 holds nothing, the last one every longer length. */
function byStart(rows: readonly Compiled[], longest: number): Compiled[][] {
  const lists: Compiled[][] = Array.from({ length: longest + 1 }, () => []);
  for (const row of rows) {
    for (let length = 1; length <= longest; length++) {
      if (
        row.starts === undefined ||
        row.starts.some((start) => start === length || (length === longest && start > longest))
      )
        lists[length]!.push(row);
    }
  }
  return lists;
}

const LONGEST_GROUP = 36;

export type StructuredScanner = (text: string, preceding?: string) => Finding[];

/**
 * Compiles the table and returns its interpreter: one pass over the text that recognises words by hash and stops at
 * triggers, where bounded sticky patterns are tried. Linear in the length of the text. `preceding` is earlier text of
 * the same conversation, from which only cue words are taken. Findings are unresolved: they may overlap.
 */
export function createStructuredScanner(detectors: readonly Detector[], regions: readonly string[]): StructuredScanner {
  const rows: Compiled[] = detectors.map((row) => ({
    ...row,
    cueGroups: groupSet(row.cues),
    againstGroups: groupSet(row.against),
  }));
  const words = buildWordTable(
    rows.flatMap((row, detector) => (row.trigger === "word" ? [{ words: row.words!, detector }] : [])),
  );
  const of = (trigger: string): Compiled[] => rows.filter((row) => row.trigger === trigger);
  const numberRows = byStart(of("number"), LONGEST_GROUP);
  const codeRows = byStart(of("code"), LONGEST_GROUP);
  const atRows = of("at");
  const schemeRows = of("scheme");
  const colonRows = of("colon");
  const dotRows = of("dot");
  const minNumberDigits = numberRows.map((list) =>
    list.reduce((least, row) => Math.min(least, row.minDigits ?? 1), 99),
  );

  return function scan(text, preceding = "") {
    const findings: Finding[] = [];
    const ringGroup = new Int16Array(RING);
    const ringWord = new Float64Array(RING);
    let ringSize = 0;
    let wordIndex = 0;
    // Phrase state: the hash of the words so far, when they may go on.
    let phraseHash = 0;
    let phraseOpen = false;
    // The latest number, number in words and short letter group, for `before` rows and joined codes.
    let lastNumber = -1;
    let lastNumberEnd = -1;
    let spokenStart = -1;
    let spokenEnd = -1;
    let groupStart = -1;
    let groupEnd = -1;
    const pendingAnswers: { row: Compiled; word: number }[] = [];

    const addCues = (entry: WordEntry): void => {
      for (const group of entry.cues) {
        ringGroup[ringSize % RING] = group;
        ringWord[ringSize % RING] = wordIndex;
        ringSize++;
      }
    };
    /** Looks a word up as itself and as the continuation of a phrase; the longer reading comes first. */
    const lookUp = (hash: number, onEntry: (entry: WordEntry) => void): void => {
      const single = findWord(words, hash);
      if (phraseOpen) {
        if (single !== null && single.skipped && single.cues.length === 0) return;
        const pairHash = hashPair(phraseHash, hash);
        const pair = findWord(words, pairHash);
        if (pair !== null) {
          onEntry(pair);
          if (single !== null) onEntry(single);
          phraseHash = pair.startsPhrase ? pairHash : hash;
          phraseOpen = pair.startsPhrase || (single !== null && single.startsPhrase);
          return;
        }
      }
      phraseOpen = single !== null && single.startsPhrase;
      phraseHash = hash;
      if (single !== null) onEntry(single);
    };

    /** Words since the nearest cue of the set, or -1. */
    const cueBefore = (set: Uint8Array): number => {
      for (let k = ringSize - 1; k >= 0 && k >= ringSize - RING; k--) {
        const distance = wordIndex - ringWord[k % RING]!;
        if (distance > CUE_WORDS) return -1;
        if (set[ringGroup[k % RING]!] === 1) return distance;
      }
      return -1;
    };
    const afterGroups: number[] = [];
    let afterOf = -1;
    /** Cue groups of the few words that follow a value; a word before a colon labels the next value, not this one. */
    const cueAfter = (set: Uint8Array, end: number): boolean => {
      if (afterOf !== end) {
        afterOf = end;
        afterGroups.length = 0;
        const stop = Math.min(text.length, end + AFTER_CHARS);
        let seen = 0;
        for (let i = end; i < stop && seen < AFTER_WORDS;) {
          const code = text.charCodeAt(i);
          if (code === 10 || code === 59 || code === 124) break;
          if (!isWordChar(code)) {
            i++;
            continue;
          }
          if (isDigit(code)) break;
          let hash = HASH_START;
          while (i < text.length && isWordChar(text.charCodeAt(i)) && i < stop)
            hash = Math.imul(hash ^ foldCode(text.charCodeAt(i++)), 0x01000193);
          seen++;
          const next = text.charCodeAt(i);
          if (next === 58 || next === 61 || isWordChar(next)) break;
          const entry = findWord(words, hash);
          if (entry !== null) afterGroups.push(...entry.cues);
        }
      }
      return afterGroups.some((group) => set[group] === 1);
    };

    const emit = (row: Compiled, found: Match, inherent: boolean): void => {
      const { start, end } = found;
      const value = text.slice(start, end);
      const checked = found.checked ?? (row.check === undefined ? false : row.check(value));
      let cued = inherent;
      let distance = 0;
      if (!cued && row.cueGroups !== null) {
        distance = cueBefore(row.cueGroups);
        if (distance >= 0) cued = true;
        else if (cueAfter(row.cueGroups, end)) {
          cued = true;
          distance = 4;
        }
      }
      let score = row.scores[(checked ? 2 : 0) + (cued ? 1 : 0)]!;
      if (score === 0) return;
      if (cued) score -= distance * 0.004;
      const validated = checked && row.weak !== true;
      if (!validated && row.againstGroups !== null) {
        const against = cueBefore(row.againstGroups);
        if (
          (against >= 0 && against <= 3 && (!cued || against < distance)) ||
          (!cued && cueAfter(row.againstGroups, end))
        )
          score *= 0.35;
      }
      findings.push({ category: row.category, start, end, score, source: "pattern", validated });
    };

    /** Tries one row at a place. True when it matched, whatever its score. */
    const attempt = (row: Compiled, at: number, inherent: boolean, mustReach = -1): boolean => {
      if (typeof row.match === "function") {
        const found = row.match(text, at, regions);
        if (found === null || found.end < mustReach) return false;
        emit(row, found, inherent);
        return true;
      }
      row.match.lastIndex = at;
      const match = row.match.exec(text);
      if (match === null) return false;
      const end = at + match[0].length;
      if (end < mustReach || end === at) return false;
      const group = match[1];
      const start = group !== undefined && match[0].endsWith(group) ? end - group.length : at;
      if (
        row.openEnd !== true &&
        end < text.length &&
        isWordChar(text.charCodeAt(end)) &&
        isWordChar(text.charCodeAt(end - 1))
      )
        return false;
      emit(row, { start, end }, inherent);
      return true;
    };

    const onWordRow = (row: Compiled, start: number, end: number): void => {
      const inherent = row.cues === undefined;
      if (row.side === "here") attempt(row, start, inherent);
      else if (row.side === "before") {
        if (
          lastNumber >= 0 &&
          start - lastNumberEnd <= 24 &&
          start - lastNumber <= BEFORE_CHARS &&
          attempt(row, lastNumber, inherent, end)
        )
          return;
        if (spokenStart >= 0 && start - spokenEnd <= 12 && start - spokenStart <= BEFORE_CHARS)
          attempt(row, spokenStart, inherent, end);
      } else {
        LINK.lastIndex = end;
        const link = LINK.exec(text)!;
        attempt(row, end + link[0].length, inherent);
      }
    };

    const onWord = (hash: number, start: number, end: number): void => {
      wordIndex++;
      if (numberWordHashes.has(hash)) {
        if (spokenStart < 0 || start - spokenEnd > 4) spokenStart = start;
        spokenEnd = end;
      }
      lookUp(hash, (entry) => {
        addCues(entry);
        for (const index of entry.detectors) onWordRow(rows[index]!, start, end);
      });
    };

    /** Digits in the run of digit groups that begins at `at`, up to 40 code units. */
    const runDigits = (at: number): number => {
      let digits = 0;
      const stop = Math.min(text.length, at + 40);
      let gap = 0;
      for (let i = at; i < stop; i++) {
        const code = text.charCodeAt(i);
        if (isDigit(code)) {
          digits++;
          gap = 0;
        } else if (
          code === 32 ||
          code === 45 ||
          code === 46 ||
          code === 47 ||
          code === 40 ||
          code === 41 ||
          code === 44 ||
          code === 58
        ) {
          if (++gap > 3) break;
        } else if (code < 128 || isWordChar(code)) break;
        else digits++;
      }
      return digits;
    };

    const onNumber = (start: number, end: number): void => {
      const length = Math.min(end - start, LONGEST_GROUP);
      const list = numberRows[length]!;
      if (list.length > 0) {
        const digits = runDigits(start);
        if (digits >= minNumberDigits[length]!) {
          for (const row of list)
            if (row.minDigits === undefined || digits >= row.minDigits) attempt(row, start, false);
        }
      }
      lastNumber = start;
      lastNumberEnd = end;
    };

    const onCode = (start: number, end: number): void => {
      for (const row of codeRows[Math.min(end - start, LONGEST_GROUP)]!) attempt(row, start, false);
    };

    // Cue words and unanswered labels of the earlier text.
    if (preceding.length > 0) {
      let hash = HASH_START;
      let inWord = false;
      for (let i = 0; i <= preceding.length; i++) {
        const code = i < preceding.length ? preceding.charCodeAt(i) : 32;
        if (charClass(code) !== 0) {
          hash = Math.imul(hash ^ foldCode(code), 0x01000193);
          inWord = true;
          continue;
        }
        if (!inWord) continue;
        wordIndex += EARLIER_STEP;
        lookUp(hash, (entry) => {
          addCues(entry);
          for (const index of entry.detectors) {
            const row = rows[index]!;
            if (row.side === undefined || row.side === "after") pendingAnswers.push({ row, word: wordIndex });
          }
        });
        hash = HASH_START;
        inWord = false;
      }
      phraseOpen = false;
      let at = 0;
      while (at < text.length && at < 16 && !isWordChar(text.charCodeAt(at))) at++;
      for (const { row, word } of pendingAnswers)
        if (wordIndex - word <= CUE_WORDS) attempt(row, at, row.cues === undefined);
    }

    const length = text.length;
    for (let i = 0; i < length;) {
      const code = text.charCodeAt(i);
      const kind = code < CHAR_TABLE_SIZE ? CHAR_CLASS[code]! : charClass(code);
      if (kind === 0) {
        i++;
        if (code === 64) for (const row of atRows) attempt(row, i - 1, true);
        else if (code === 58) {
          if (text.charCodeAt(i) === 47 && text.charCodeAt(i + 1) === 47)
            for (const row of schemeRows) attempt(row, i - 1, true);
          else if (colonRows.length > 0 && groupEnd === i - 1 && i - groupStart <= 5)
            for (const row of colonRows) attempt(row, groupStart, false);
          else if (text.charCodeAt(i) === 58) for (const row of colonRows) attempt(row, i - 1, false);
        } else if (code === 46 && groupEnd === i - 1 && i < length && isWordChar(text.charCodeAt(i))) {
          for (const row of dotRows) attempt(row, i - 1, false);
        }
        continue;
      }
      const start = i;
      let hash = HASH_START;
      let seen = 0;
      for (;;) {
        const c = text.charCodeAt(i);
        if (c < CHAR_TABLE_SIZE) {
          const bits = CHAR_CLASS[c]!;
          if (bits === 0) break;
          seen |= bits;
          hash = Math.imul(hash ^ CHAR_FOLD[c]!, 0x01000193);
        } else {
          const bits = charClass(c);
          if (bits === 0) break;
          seen |= bits;
          hash = Math.imul(hash ^ c, 0x01000193);
        }
        if (++i >= length) break;
      }
      if ((seen & DIGIT) === 0) onWord(hash, start, i);
      else {
        // "192.168.10.45" is one word to the words around it.
        if (lastNumberEnd !== start - 1 || text.charCodeAt(lastNumberEnd) === 32) wordIndex++;
        phraseOpen = false;
        if ((seen & LETTER) === 0) onNumber(start, i);
        else onCode(start, i);
        // "ABC-123", "ES 12": letters joined by one separator to this group begin a code too.
        if (
          groupStart >= 0 &&
          start - groupEnd === 1 &&
          groupEnd - groupStart <= 6 &&
          !isDigit(text.charCodeAt(groupStart))
        )
          onCode(groupStart, groupEnd);
      }
      groupStart = start;
      groupEnd = i;
    }
    return findings;
  };
}

const numberWordHashes = new Set(NUMBER_WORDS.split("|").map(hashWord));
