import { isWordChar } from "./characters.ts";
import type { Finding } from "./types.ts";

/** A check digit that one number in ten has by chance, and that nothing explains, says less than a label. */
const SURE_SCORE = 0.85;

function isSure({ score, validated }: Finding): boolean {
  return validated && score >= SURE_SCORE;
}

/** A pattern with its label: names inside of it ("user: marta.walsh5") are parts of it. */
const LABELLED_SCORE = 0.8;

function rank(finding: Finding): number {
  if (isSure(finding)) return 2;
  return finding.source === "pattern" && finding.score >= LABELLED_SCORE ? 1 : 0;
}

/**
 * Checksum first, then patterns that something near explains, then score, then length; earlier and then alphabetical
 * order only to be deterministic.
 */
function byPriority(a: Finding, b: Finding): number {
  return (
    rank(b) - rank(a) ||
    b.score - a.score ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start ||
    (a.category < b.category ? -1 : a.category > b.category ? 1 : 0)
  );
}

/** A piece left over by trimming still says something when it has three letters or digits. */
function saysSomething(text: string, start: number, end: number): boolean {
  let seen = 0;
  for (let i = start; i < end; i++) if (isWordChar(text.charCodeAt(i)) && ++seen === 3) return true;
  return false;
}

const PERCENT_ESCAPE = /%[0-9a-fA-F]{2}/y;

/** Without spaces, escaped ones too, and punctuation at its ends. */
function trimmed(text: string, finding: Finding): Finding {
  let { start, end } = finding;
  while (start < end && !isWordChar(text.charCodeAt(start))) {
    PERCENT_ESCAPE.lastIndex = start;
    start += PERCENT_ESCAPE.test(text) ? 3 : 1;
  }
  while (end > start && !isWordChar(text.charCodeAt(end - 1))) end--;
  return { ...finding, start, end };
}

/**
 * Chooses among overlapping findings. A better finding wins; the loser keeps what lies outside of it, so that nothing
 * personal is uncovered. A pattern that surrounds a better finding on both sides is not split: it takes it in.
 * Sorted by place, without overlaps. O(n log n) for findings that overlap few others.
 */
export function resolveFindings(text: string, findings: readonly Finding[]): Finding[] {
  if (findings.length < 2) return [...findings];
  const byPlace = findings.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const out: Finding[] = [];
  // Groups of findings that touch each other are independent of all others.
  for (let i = 0; i < byPlace.length;) {
    const group = [byPlace[i]!];
    let { end } = byPlace[i]!;
    for (i++; i < byPlace.length && byPlace[i]!.start < end; i++) {
      group.push(byPlace[i]!);
      end = Math.max(end, byPlace[i]!.end);
    }
    if (group.length === 1) out.push(group[0]!);
    else out.push(...resolveGroup(text, group));
  }
  return out;
}

/** Index of the first taken finding that ends behind `at`; the taken ones are sorted and do not overlap. */
function firstEndingAfter(taken: readonly Finding[], at: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longer reading of the same kind of value: "PLX 4471 882" around "PLX 4471". */
function isWholeOf(whole: Finding, part: Finding): boolean {
  return (
    whole.source === "pattern" &&
    whole.category === part.category &&
    !isSure(part) &&
    whole.start <= part.start &&
    whole.end >= part.end
  );
}

function resolveGroup(text: string, group: Finding[]): Finding[] {
  const taken: Finding[] = [];
  for (const finding of group.sort(byPriority)) {
    const from = firstEndingAfter(taken, finding.start);
    let to = from;
    let surrounds = true;
    while (to < taken.length && taken[to]!.start < finding.end) {
      if (finding.start >= taken[to]!.start || finding.end <= taken[to]!.end) surrounds = false;
      to++;
    }
    const only = to - from === 1 ? taken[from]! : null;
    if (to === from) taken.splice(from, 0, finding);
    else if (only !== null && isWholeOf(finding, only)) taken[from] = { ...finding, score: only.score };
    else if (surrounds && finding.source === "pattern") taken.splice(from, to - from, finding);
    else {
      // What of the loser lies between and beside the better ones.
      const kept: Finding[] = [];
      let at = finding.start;
      for (let i = from; i < to; i++) {
        const other = taken[i]!;
        if (saysSomething(text, at, other.start))
          kept.push(trimmed(text, { ...finding, start: at, end: other.start, validated: false }));
        kept.push(other);
        at = other.end;
      }
      if (saysSomething(text, at, finding.end)) kept.push(trimmed(text, { ...finding, start: at, validated: false }));
      if (kept.length > to - from) taken.splice(from, to - from, ...kept);
    }
  }
  return taken;
}
