import {
  conceptFeatures,
  FeatureList,
  OWN,
  pairFeatures,
  PREVIOUS,
  STRIDE,
  WINDOW_WORDS,
  windowCount,
} from "../workers/core/shield/features.ts";
import { FEATURE_MASK } from "../workers/core/shield/hashing.ts";
import { Reading } from "../workers/core/shield/reading.ts";
import { viewOf } from "../workers/core/shield/view.ts";

/** A window of a text as the classifier sees it: lexical features as often as they occur, the others once. */
export interface Features {
  readonly lexical: Uint32Array;
  readonly concepts: Uint32Array;
  /** Its place in the text. */
  readonly start: number;
  readonly end: number;
}

const reading = new Reading();
const list = new FeatureList();

/** The windows of a text; none of a text without words. */
export function windowsOf(text: string): Features[] {
  const { count, ends, starts, view, words } = reading.read(viewOf(text));
  const windows = Array.from({ length: windowCount(count) }, (_, window) => ({
    lexical: [] as number[],
    concepts: new Set<number>(),
    start: view.starts[starts[window * STRIDE]!]!,
    end: view.ends[ends[Math.min(count, window * STRIDE + WINDOW_WORDS) - 1]! - 1]!,
  }));
  let concept = 0;
  for (let stride = 0; stride * STRIDE < count; stride += 1) {
    const [own, previous] = [windows[stride], windows[stride - 1]];
    const sort = (add: (window: (typeof windows)[0], feature: number) => void): void => {
      for (const item of list.items.subarray(0, list.count)) {
        if (own !== undefined && (item & OWN) !== 0) add(own, item & FEATURE_MASK);
        if (previous !== undefined && (item & PREVIOUS) !== 0) add(previous, item & FEATURE_MASK);
      }
    };
    for (const { pieces } of words.slice(stride * STRIDE, Math.min(count, (stride + 1) * STRIDE))) {
      own?.lexical.push(...pieces);
      previous?.lexical.push(...pieces);
    }
    pairFeatures(reading, stride, list);
    sort(({ lexical }, feature) => lexical.push(feature));
    concept = conceptFeatures(reading, stride, concept, list);
    sort(({ concepts }, feature) => concepts.add(feature));
  }
  return windows.map((window) => ({
    ...window,
    lexical: Uint32Array.from(window.lexical),
    concepts: Uint32Array.from(window.concepts),
  }));
}
