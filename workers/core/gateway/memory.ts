/** A finding of a remembered segment: where and what, never the value. */
export interface RememberedFinding {
  category: string;
  start: number;
  end: number;
  score: number;
  validated: boolean;
}

/** What is remembered of a segment: nothing that tells its text. */
export interface RememberedSegment {
  findings: readonly RememberedFinding[];
  threats: readonly { category: string; confidence: number }[];
}

/**
 * Verdicts of segments by keyed hash (of tenant key, policy, everything that the verdict depends on, and the text), so
 * that a long history is not scanned again on every turn. Bounded; what was not used for long goes first.
 */
export interface SegmentMemory {
  get(hash: string): RememberedSegment | undefined;
  set(hash: string, segment: RememberedSegment): void;
  readonly size: number;
}

/**
 * A memory for at most `limit` segments; about 100 bytes each without findings. Two generations: what is used moves to
 * the younger, and the older is dropped as a whole when the younger is full, so that nothing is searched for the oldest.
 */
export function createSegmentMemory(limit: number): SegmentMemory {
  const half = Math.ceil(limit / 2);
  let young = new Map<string, RememberedSegment>();
  let old = new Map<string, RememberedSegment>();
  const keep = (hash: string, segment: RememberedSegment): void => {
    if (young.size >= half && !young.has(hash)) {
      old = young;
      young = new Map();
    }
    young.set(hash, segment);
  };
  return {
    get(hash) {
      const found = young.get(hash);
      if (found !== undefined) return found;
      const kept = old.get(hash);
      if (kept !== undefined) {
        old.delete(hash);
        keep(hash, kept);
      }
      return kept;
    },
    set(hash, segment) {
      old.delete(hash);
      keep(hash, segment);
    },
    get size() {
      return young.size + old.size;
    },
  };
}
