import {
  conceptFeatures,
  FeatureList,
  lexicalFeatures,
  OWN,
  PREVIOUS,
  STRIDE,
  WINDOW_WORDS,
  windowCount,
} from "../workers/core/shield/features.ts";
import { FEATURE_MASK } from "../workers/core/shield/hashing.ts";
import { Reading } from "../workers/core/shield/reading.ts";
import { viewOf } from "../workers/core/shield/view.ts";

/** A window of a text as the classifier sees it: each feature once, and its place in the text. */
export interface Features {
  readonly lexical: Uint32Array;
  readonly concepts: Uint32Array;
  readonly start: number;
  readonly end: number;
}

const reading = new Reading();
const list = new FeatureList();

/** The windows of a text; none of a text without words. */
export function windowsOf(text: string): Features[] {
  const { count, ends, starts, view } = reading.read(viewOf(text));
  const windows = Array.from({ length: windowCount(count) }, (_, window) => ({
    lexical: new Set<number>(),
    concepts: new Set<number>(),
    start: view.starts[starts[window * STRIDE]!]!,
    end: view.ends[ends[Math.min(count, window * STRIDE + WINDOW_WORDS) - 1]! - 1]!,
  }));
  const sort = (kind: "lexical" | "concepts", stride: number): void => {
    for (const item of list.items.subarray(0, list.count)) {
      if ((item & OWN) !== 0) windows[stride]?.[kind].add(item & FEATURE_MASK);
      if ((item & PREVIOUS) !== 0) windows[stride - 1]?.[kind].add(item & FEATURE_MASK);
    }
  };
  let concept = 0;
  for (let stride = 0; stride * STRIDE < count; stride += 1) {
    lexicalFeatures(reading, stride, list);
    sort("lexical", stride);
    concept = conceptFeatures(reading, stride, concept, list);
    sort("concepts", stride);
  }
  return windows.map((window) => ({
    ...window,
    lexical: Uint32Array.from(window.lexical),
    concepts: Uint32Array.from(window.concepts),
  }));
}
