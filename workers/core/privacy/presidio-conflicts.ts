/** A stretch of text with what it is said to be; half open. */
export interface PresidioSpan {
  entity_type: string;
  start: number;
  end: number;
  score: number;
}

const byPlace = (a: PresidioSpan, b: PresidioSpan): number => a.start - b.start || b.end - a.end;

/** Spans of one type that share characters become one. */
function mergeSameType(spans: readonly PresidioSpan[]): PresidioSpan[] {
  const merged: PresidioSpan[] = [];
  const last = new Map<string, PresidioSpan>();
  for (const span of spans) {
    const before = last.get(span.entity_type);
    if (before !== undefined && span.start < before.end) {
      before.end = Math.max(before.end, span.end);
      before.score = Math.max(before.score, span.score);
    } else {
      const own = { ...span };
      last.set(span.entity_type, own);
      merged.push(own);
    }
  }
  return merged;
}

/** Without the spans that lie in another; of two in the same place the one with the higher score stays, then the last. */
function withoutContained(spans: readonly PresidioSpan[]): PresidioSpan[] {
  const kept: PresidioSpan[] = [];
  for (const span of spans) {
    const before = kept.at(-1);
    if (before === undefined || span.end > before.end) kept.push(span);
    else if (span.start === before.start && span.end === before.end && span.score >= before.score)
      kept[kept.length - 1] = span;
  }
  return kept;
}

/** Spans of one type with nothing but spaces between them become one. */
function mergeNeighbours(text: string, spans: readonly PresidioSpan[]): PresidioSpan[] {
  const merged: PresidioSpan[] = [];
  for (const span of spans) {
    const before = merged.at(-1);
    if (before?.entity_type === span.entity_type && /^ +$/.test(text.slice(before.end, span.start)))
      before.end = span.end;
    else merged.push(span);
  }
  return merged;
}

/**
 * The conflicts among findings resolved as Presidio's anonymizer does it: nothing that a finding covers is uncovered.
 * Of two that overlap in part both stay, and the earlier ends where the later begins. Sorted, without overlaps; offsets
 * are UTF-16 code units. O(n log n).
 */
export function resolvePresidioConflicts(text: string, findings: readonly PresidioSpan[]): PresidioSpan[] {
  const merged = mergeSameType(findings.toSorted(byPlace));
  const kept = mergeNeighbours(text, withoutContained(merged.sort(byPlace)));
  return kept.map((span, index) => ({ ...span, end: Math.min(span.end, kept[index + 1]?.start ?? span.end) }));
}
