import { STOP_WORDS, SUFFIXES, type TextLanguage } from "./stop-words.ts";

/** A word of a text. `start` and `end` are UTF-16 code units of the folded text, half open. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** Words that turn a statement into its opposite, folded; they stay content in every language. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  (
    "no ni nunca jamas ningun ninguna ninguno nada nadie sin tampoco not never none nobody nothing without cannot cant wont dont " +
    "doesnt didnt isnt arent wasnt werent wouldnt shouldnt couldnt nor neither nao nem jamais nenhum nenhuma sem ne pas aucun aucune sans non"
  ).split(" "),
);

const ASCII = /^[\u0000-\u007f]*$/;

/** NFKC, lower case, accents folded. Idempotent; its length may differ from the input's. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
}

/** Folded words in order. English contractions lose their apostrophe first (`don't` is the one word `dont`). */
export function wordsOf(folded: string): string[] {
  return folded.replace(/(?<=\p{L})['’](?=\p{L})/gu, "").match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** The tag's primary language where stop words and a stemmer exist for it, else `none`. */
export function textLanguage(tag: string): TextLanguage | "none" {
  const base = tag.slice(0, 2).toLowerCase();
  return base === "es" || base === "en" || base === "pt" || base === "fr" ? base : "none";
}

/** Stems and filters words of one language. Stems of short words are remembered from one evaluation to the next. */
export interface Stemmer {
  stem(word: string): string;
  /** Whether a folded word carries meaning: longer than one character or a digit, no stop word, or a negation. */
  isContent(word: string): boolean;
  /** Stems of the content words, in order, duplicates kept. */
  contentStems(words: readonly string[]): string[];
}

/**
 * Light suffix stemmer: the longest listed suffix that leaves four characters is cut, then a final vowel. It conflates
 * inflections (`cotizamos`, `cotizacion`, `cotizar`), not senses.
 */
export function createStemmer(tag: string): Stemmer {
  const language = textLanguage(tag);
  if (language === "none") {
    const isContent = (word: string) => word.length > 0;
    return { stem: (word) => word, isContent, contentStems: (words) => [...words] };
  }
  return (stemmers[language] ??= languageStemmer(language));
}

const stemmers: Partial<Record<TextLanguage, Stemmer>> = {};

/** Words that are remembered: people repeat themselves, an adversary's vocabulary must not fill the memory. */
const REMEMBERED_MAX = 20_000;
/** A longer slice of a text would keep the whole text in memory. */
const REMEMBERED_LENGTH = 12;

function languageStemmer(language: TextLanguage): Stemmer {
  const stop = STOP_WORDS[language];
  const suffixes = SUFFIXES[language];
  /** Stem of a content word, empty for any other word. */
  const seen = new Map<string, string>();
  const isContent = (word: string) =>
    NEGATIONS.has(word) || (!stop.has(word) && (word.length > 1 || (word >= "0" && word <= "9")));
  const contentStem = (word: string): string => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const found = isContent(word) ? cutSuffix(word, suffixes) : "";
    if (word.length <= REMEMBERED_LENGTH) {
      if (seen.size >= REMEMBERED_MAX) seen.clear();
      seen.set(word, found);
    }
    return found;
  };
  return {
    stem: (word) => contentStem(word) || cutSuffix(word, suffixes),
    isContent: (word) => contentStem(word) !== "",
    contentStems: (words) => {
      const stems: string[] = [];
      for (const word of words) {
        const stem = contentStem(word);
        if (stem !== "") stems.push(stem);
      }
      return stems;
    },
  };
}

function cutSuffix(word: string, suffixes: readonly string[]): string {
  if (word.length < 4 || /[0-9]/.test(word)) return word;
  let result = word;
  for (const suffix of suffixes) {
    if (word.length - suffix.length >= 4 && word.endsWith(suffix)) {
      result = word.slice(0, word.length - suffix.length);
      break;
    }
  }
  return result.length > 4 && /[aeio]$/.test(result) ? result.slice(0, -1) : result;
}

/** Sentences of a text in order, without their end marks; a decimal point does not end one. */
export function sentencesOf(text: string): { text: string; question: boolean }[] {
  const sentences: { text: string; question: boolean }[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const mark = text[i];
    const isEnd =
      mark === undefined ||
      mark === "\n" ||
      mark === "?" ||
      mark === "!" ||
      mark === ";" ||
      (mark === "." && (i + 1 >= text.length || /\s/.test(text[i + 1]!)));
    if (!isEnd) continue;
    const piece = text.slice(start, i).trim();
    if (piece !== "") sentences.push({ text: piece, question: mark === "?" || piece.includes("¿") });
    start = i + 1;
  }
  return sentences;
}

/** Length of the longest common subsequence, O(|a| |b|) time and O(|b|) memory. */
export function lcsLength(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const row = new Uint16Array(b.length + 1);
  for (const item of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      row[j] = item === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]!);
      diagonal = above;
    }
  }
  return row[b.length]!;
}

/** FNV-1a over UTF-16 units, finished by MurmurHash3's avalanche: an unsigned 32-bit hash. */
export function hash32(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Clamps to 0..1 and rounds to four decimals, so that the score stored is the score compared. */
export function roundScore(value: number): number {
  if (!(value > 0)) return 0;
  return Math.round(Math.min(1, value) * 10_000) / 10_000;
}
