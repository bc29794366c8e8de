/**
 * A set of cues compiled for one pass over words. A cue is a folded stem that begins a word, a whole word when it ends
 * in `$`, or several of these joined by `+` for consecutive words.
 */
export interface CueIndex {
  /** For the first part of each cue: the remaining parts, and which rows of the table it belongs to. */
  readonly stems: ReadonlyMap<string, readonly Cue[]>;
  readonly longestStem: number;
  /** Cues whose first part fits a word, of words seen lately. */
  readonly seen: Map<string, readonly Cue[]>;
}

/** Words whose cues are remembered: people repeat themselves, an adversary's vocabulary must not fill the memory. */
const SEEN_MAX = 20_000;

interface Cue {
  readonly row: number;
  readonly parts: readonly { readonly stem: string; readonly whole: boolean }[];
}

function parseCue(cue: string, row: number): Cue {
  const parts = cue.split("+").map((part) => ({ stem: part.replace("$", ""), whole: part.endsWith("$") }));
  return { row, parts };
}

/** Compiles one string of cues per row of a table; a match answers with the row's index. */
export function compileCues(rows: readonly string[]): CueIndex {
  const stems = new Map<string, Cue[]>();
  let longestStem = 0;
  rows.forEach((cues, row) => {
    for (const text of cues.split(" ")) {
      if (text === "") continue;
      const cue = parseCue(text, row);
      const first = cue.parts[0]!.stem;
      longestStem = Math.max(longestStem, first.length);
      const bucket = stems.get(first);
      if (bucket === undefined) stems.set(first, [cue]);
      else bucket.push(cue);
    }
  });
  return { stems, longestStem, seen: new Map() };
}

/** The cues that may begin at a word, shortest stem first. */
function cuesOf(index: CueIndex, word: string): readonly Cue[] {
  const known = index.seen.get(word);
  if (known !== undefined) return known;
  const found: Cue[] = [];
  for (let length = 1; length <= Math.min(word.length, index.longestStem); length += 1) {
    for (const cue of index.stems.get(word.slice(0, length)) ?? []) if (fits(word, cue.parts[0]!)) found.push(cue);
  }
  if (index.seen.size >= SEEN_MAX) index.seen.clear();
  if (word.length <= SEEN_LENGTH) index.seen.set(word, found.length === 0 ? NO_CUES : found);
  return found;
}

/** A longer slice of a text would keep the whole text in memory. */
const SEEN_LENGTH = 12;
const NO_CUES: readonly Cue[] = [];

const fits = (word: string | undefined, part: { stem: string; whole: boolean }): boolean =>
  word !== undefined && (part.whole ? word === part.stem : word.startsWith(part.stem));

/** Whether the rest of a cue whose first part fits the word at a place stands there. */
const holds = ({ parts }: Cue, words: readonly string[], at: number): boolean =>
  parts.length === 1 || parts.every((part, offset) => fits(words[at + offset], part));

/** Every occurrence of a cue among folded words: the row, the place of its first word, and how many words it takes. */
export function findCues(index: CueIndex, words: readonly string[]): { row: number; at: number; length: number }[] {
  const found: { row: number; at: number; length: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (const cue of cuesOf(index, words[at]!)) {
      if (holds(cue, words, at)) found.push({ row: cue.row, at, length: cue.parts.length });
    }
  }
  return found;
}

/**
 * Rows whose cues occur among folded words, each with the number of its occurrences. Time is linear in the words:
 * every new word is looked up once per prefix length of the table.
 */
export function matchCues(index: CueIndex, words: readonly string[]): Map<number, number> {
  const hits = new Map<number, number>();
  for (let at = 0; at < words.length; at += 1) {
    for (const cue of cuesOf(index, words[at]!)) {
      if (holds(cue, words, at)) hits.set(cue.row, (hits.get(cue.row) ?? 0) + 1);
    }
  }
  return hits;
}
