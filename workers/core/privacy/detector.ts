import type { CueName } from "./cues.ts";

/**
 * Where a detector is tried.
 * - `number`: at a digit group that no letter touches
 * - `code`: at a group that mixes letters and digits, or at letters joined by one separator to a digit group
 * - `at`, `scheme`, `colon`, `dot`: at `@`, `://`, `:` between hex digits, `.` between letters
 * - `spoken`: at the first of four numbers in words that follow each other
 * - `word`: at one of `words`, whose `side` says where the pattern starts
 */
export type Trigger = "number" | "code" | "at" | "scheme" | "colon" | "dot" | "spoken" | "word";

/**
 * A span found by a matcher; `checked` tells whether its own validation held, `category` which one it is when the value
 * itself decides that (an age of ninety and more).
 */
export interface Match {
  start: number;
  end: number;
  checked?: boolean;
  category?: string;
}

/** A pattern that no bounded regular expression expresses: reads `text` around `at`, in bounded time. */
export type Matcher = (text: string, at: number, regions: readonly string[]) => Match | null;

/** One row of the table. */
export interface Detector {
  /** Unique; names the row in tests and in reports of false alarms. */
  name: string;
  category: string;
  trigger: Trigger;
  /** Trigger words (`word` only), in the syntax of cues. */
  words?: string;
  /**
   * `after` (default): behind the word and the filler that may follow it ("es el nº"); `here`: at the word itself;
   * `before`: at the number, or the spoken number, that stands shortly before the word, and must reach it.
   */
  side?: "after" | "here" | "before";
  /** Lengths of the first digit group (`number`) or of the first letter-digit group (`code`); any when absent. */
  starts?: readonly number[];
  /**
   * Cheap refusals: ASCII characters with which a match may begin, of which one stands before it, and which may follow
   * the first group. Only `number` and `code` rows ask for the last two.
   */
  opens?: string;
  follows?: string;
  next?: string;
  /** Digits that the run of digit groups must have at least (`number` only). */
  minDigits?: number;
  /**
   * Sticky and bounded. A group 1 that stands at the end of the match is the value (a label may precede it); otherwise
   * the whole match is.
   */
  match: RegExp | Matcher;
  /** How every match of a `Matcher` begins at the place where it is tried, when a pattern can tell. */
  shape?: RegExp;
  /** A match needs a digit within so many characters behind the place where the row is tried (`word` only). */
  digitAhead?: number;
  /** The same before that place. */
  digitBehind?: number;
  /** Checksum, calendar or numbering plan over the value as written. */
  check?: (value: string) => boolean;
  /**
   * The check is a test of plausibility (numbering plan, calendar) and no checksum: it raises the score, but does not
   * make the finding validated, so that words against the row still count.
   */
  weak?: boolean;
  /** Groups of cue words of which one must be near for the "cued" scores; a `word` row without cues counts as cued. */
  cues?: readonly CueName[];
  /** A cue word counts for the first value behind it only. */
  spendsCue?: boolean;
  /** Groups that speak against the row unless its check holds. */
  against?: readonly CueName[];
  /** Score alone, with cue, with check, with both. A 0 drops the match. */
  scores: readonly [number, number, number, number];
  /** The value may be followed by a letter or a digit (URLs, keys cut by punctuation of their own). */
  openEnd?: boolean;
}

/** Small integers in a row, for `starts`. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
