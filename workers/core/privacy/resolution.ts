import { isWordChar } from "./characters.ts";
import type { Finding } from "./types.ts";

/** Checksum first, then score, then length; earlier and then alphabetical order only to be deterministic. */
function byPriority(a: Finding, b: Finding): number {
  return (
    Number(b.validated) - Number(a.validated) ||
    b.score - a.score ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start ||
    (a.category < b.category ? -1 : a.category > b.category ? 1 : 0)
  );
}

/** A piece left over by trimming still says something when it has two letters or digits. */
function saysSomething(text: string, start: number, end: number): boolean {
  let seen = 0;
  for (let i = start; i < end; i++) if (isWordChar(text.charCodeAt(i)) && ++seen === 2) return true;
  return false;
}

/** Without spaces and punctuation at its ends. */
function trimmed(text: string, finding: Finding): Finding {
  let { start, end } = finding;
  while (start < end && !isWordChar(text.charCodeAt(start))) start++;
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

function resolveGroup(text: string, group: Finding[]): Finding[] {
  let taken: Finding[] = [];
  for (const finding of group.sort(byPriority)) {
    const inside = taken.filter((other) => finding.start < other.start && finding.end > other.end);
    if (
      inside.length > 0 &&
      finding.source === "pattern" &&
      !taken.some((other) => !inside.includes(other) && other.start < finding.end && finding.start < other.end)
    ) {
      taken = taken.filter((other) => !inside.includes(other));
      taken.push(finding);
      continue;
    }
    let pieces = [finding];
    for (const other of taken) {
      pieces = pieces.flatMap((piece) => {
        if (other.start >= piece.end || piece.start >= other.end) return [piece];
        const rest: Finding[] = [];
        if (piece.start < other.start) rest.push({ ...piece, end: other.start, validated: false });
        if (piece.end > other.end) rest.push({ ...piece, start: other.end, validated: false });
        return rest;
      });
    }
    for (const piece of pieces) {
      if (piece === finding) taken.push(piece);
      else if (saysSomething(text, piece.start, piece.end)) taken.push(trimmed(text, piece));
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}
