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
 * that a long history is not scanned again on every turn. Bounded; the least recently used goes first.
 */
export interface SegmentMemory {
  get(hash: string): RememberedSegment | undefined;
  set(hash: string, segment: RememberedSegment): void;
  readonly size: number;
}

/** A memory for at most `limit` segments; about 100 bytes each without findings. */
export function createSegmentMemory(limit: number): SegmentMemory {
  const segments = new Map<string, RememberedSegment>();
  return {
    get(hash) {
      const found = segments.get(hash);
      if (found !== undefined) {
        segments.delete(hash);
        segments.set(hash, found);
      }
      return found;
    },
    set(hash, segment) {
      segments.delete(hash);
      segments.set(hash, segment);
      if (segments.size > limit) {
        for (const oldest of segments.keys()) {
          segments.delete(oldest);
          break;
        }
      }
    },
    get size() {
      return segments.size;
    },
  };
}
