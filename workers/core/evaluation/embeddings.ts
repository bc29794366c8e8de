import { conceptsIn } from "./concepts.ts";
import { hash32, type Stemmer } from "./text.ts";

/**
 * Where unit vectors come from. `vector` answers for the texts of `evaluationUnits`; null means that it has none for
 * this text. `calibration` maps the backend's raw mean similarity to the metric's scale by straight lines between
 * points [raw, score] in rising order; without it raw values are reported as they are.
 */
export interface EmbeddingBackend {
  name: string;
  vector(text: string): ArrayLike<number> | null;
  calibration?: readonly (readonly [number, number])[];
  /** Why it has no vectors, for the report: the local method stands in. */
  unavailable?: string;
  /** Why it could not be asked: an outage is no score, by whatever method. */
  outage?: string;
}

/** A sparse vector of unit length. */
export type SparseVector = ReadonlyMap<number, number>;

const WEIGHT_WORD = 0.6;
const WEIGHT_CONCEPT = 1.2;
const WEIGHT_SUBWORD = 0.2;
const SUBWORD_LENGTH = 4;

/** Features of folded words: hashed stems, concepts shared by languages, and hashed four-letter beginnings and ends. */
export function localFeatures(
  words: readonly string[],
  stemmer: Stemmer,
  concepts: ReadonlySet<number> = conceptsIn(words),
): Map<number, number> {
  const features = new Map<number, number>();
  const add = (key: number, weight: number) => features.set(key, Math.max(features.get(key) ?? 0, weight));
  for (const concept of concepts) add(concept, WEIGHT_CONCEPT);
  for (const word of new Set(words)) {
    if (!stemmer.isContent(word)) continue;
    add(hash32(stemmer.stem(word), 1), WEIGHT_WORD);
    if (word.length <= SUBWORD_LENGTH) continue;
    const { first, last } = subwordsOf(word);
    add(first, WEIGHT_SUBWORD);
    add(last, WEIGHT_SUBWORD);
  }
  return features;
}

/** Hashes of the beginning and the end of a word; of short words they are remembered. */
function subwordsOf(word: string): { first: number; last: number } {
  const known = subwords.get(word);
  if (known !== undefined) return known;
  const found = { first: hash32(word.slice(0, SUBWORD_LENGTH), 3), last: hash32(word.slice(-SUBWORD_LENGTH), 4) };
  if (word.length <= 12) {
    if (subwords.size >= 20_000) subwords.clear();
    subwords.set(word, found);
  }
  return found;
}

const subwords = new Map<string, { first: number; last: number }>();

/** Inverse document frequencies of features over a set of units, `ln(1 + N / df)`. */
export function inverseFrequencies(units: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const unit of units) for (const key of unit.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [key, count] of counts) counts.set(key, Math.log(1 + units.length / count));
  return counts;
}

/** Features weighted by IDF, scaled to unit length; empty stays empty. */
export function weigh(features: ReadonlyMap<number, number>, idf: ReadonlyMap<number, number>): SparseVector {
  const vector = new Map<number, number>();
  let square = 0;
  for (const [key, weight] of features) {
    const value = weight * (idf.get(key) ?? 1);
    vector.set(key, value);
    square += value * value;
  }
  const norm = Math.sqrt(square);
  if (norm > 0) for (const [key, value] of vector) vector.set(key, value / norm);
  return vector;
}

export function sparseCosine(a: SparseVector, b: SparseVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [key, value] of small) {
    const other = large.get(key);
    if (other !== undefined) dot += value * other;
  }
  return dot;
}

/** Cosine of dense vectors, 0 when one of them is zero. */
export function denseCosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const length = Math.min(a.length, b.length);
  let dot = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < length; i++) {
    dot += a[i]! * b[i]!;
    squareA += a[i]! * a[i]!;
    squareB += b[i]! * b[i]!;
  }
  return squareA > 0 && squareB > 0 ? dot / Math.sqrt(squareA * squareB) : 0;
}

/** Value of a piecewise linear function through points in rising order, flat outside them. */
export function interpolate(points: readonly (readonly [number, number])[], x: number): number {
  const first = points[0];
  if (first === undefined) return x;
  if (x <= first[0]) return first[1];
  for (let i = 1; i < points.length; i++) {
    const [x1, y1] = points[i]!;
    const [x0, y0] = points[i - 1]!;
    if (x <= x1) return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  }
  return points[points.length - 1]![1];
}
