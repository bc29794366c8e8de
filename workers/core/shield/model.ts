import {
  conceptFeatures,
  conceptValue,
  FeatureList,
  lexicalValue,
  OWN,
  pairFeatures,
  PREVIOUS,
  STRIDE,
  windowCount,
} from "./features.ts";
import { FEATURE_BITS, FEATURE_MASK } from "./hashing.ts";
import type { Reading } from "./reading.ts";
import type { Weigh } from "./vocabulary.ts";

export const SHIELD_CATEGORIES = ["injection", "jailbreak", "extraction", "toxic", "pii_solicitation"] as const;
export type ShieldCategory = (typeof SHIELD_CATEGORIES)[number];

/** What a head of the model tells: its category, or that the text attacks at all. */
export const SHIELD_HEADS = [...SHIELD_CATEGORIES, "any"] as const;
export type ShieldHeadName = (typeof SHIELD_HEADS)[number];

const ANY = SHIELD_HEADS.indexOf("any");
/** What the score of the likeliest category adds to that of an attack at all: the two err differently. */
export const LIKELIEST_SHARE = 0.5;

/**
 * One linear head per category, and one for attacks of any, over hashed features: the logit of a window is
 * `slope * (bias + weighted sums of its lexical and concept features) + offset`, its confidence the logistic of that. To
 * the sum of `any` comes half of the largest of the others.
 */
export interface ShieldModel {
  /** In the order of SHIELD_HEADS. */
  readonly heads: readonly ShieldHead[];
}

export interface ShieldHead {
  readonly name: ShieldHeadName;
  readonly bias: number;
  /** Multiplies the stored integers. */
  readonly scale: number;
  /** Platt calibration, fitted on families that the weights had not seen. */
  readonly slope: number;
  readonly offset: number;
  /** Confidence from which a window counts. */
  readonly threshold: number;
  readonly weights: Int8Array;
}

const MAGIC = 0x44_4c_48_53;
const VERSION = 2;
const FLOATS = 5;
const BUCKETS = 1 << FEATURE_BITS;

/**
 * Writes a model: magic `SHLD`, version, feature bits, heads; per head five float32 (bias, scale, slope, offset,
 * threshold); then the non-zero weights of each head as (gap to the one before as a varint, int8). Little-endian.
 */
export function encodeShieldModel(model: ShieldModel): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const header = new DataView(new ArrayBuffer(8));
  header.setUint32(0, MAGIC, true);
  header.setUint8(4, VERSION);
  header.setUint8(5, FEATURE_BITS);
  header.setUint8(6, model.heads.length);
  bytes.push(...new Uint8Array(header.buffer));
  for (const head of model.heads) {
    const floats = new DataView(new ArrayBuffer(4 * FLOATS));
    [head.bias, head.scale, head.slope, head.offset, head.threshold].forEach((value, index) =>
      floats.setFloat32(4 * index, value, true),
    );
    bytes.push(...new Uint8Array(floats.buffer));
  }
  for (const head of model.heads) {
    let last = -1;
    const body: number[] = [];
    head.weights.forEach((weight, index) => {
      if (weight === 0) return;
      writeVarint(body, index - last - 1);
      body.push(weight & 0xff);
      last = index;
    });
    const length: number[] = [];
    writeVarint(length, body.length);
    for (const byte of length) bytes.push(byte);
    for (const byte of body) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function writeVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
}

/** Reads what `encodeShieldModel` wrote; throws on anything else. */
export function decodeShieldModel(buffer: ArrayBuffer): ShieldModel {
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  const heads = bytes.length < 8 ? 0 : view.getUint8(6);
  const known = bytes.length >= 8 && view.getUint32(0, true) === MAGIC && view.getUint8(4) === VERSION;
  if (!known || view.getUint8(5) !== FEATURE_BITS || heads !== SHIELD_HEADS.length) {
    throw new Error("not a shield model of this version");
  }
  let at = 8 + 4 * FLOATS * heads;
  const readVarint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error("shield model is cut short");
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new Error("shield model is damaged");
  };
  const read = SHIELD_HEADS.map((name, index): ShieldHead => {
    const float = (place: number): number => view.getFloat32(8 + 4 * (FLOATS * index + place), true);
    const end = readVarint() + at;
    const weights = new Int8Array(BUCKETS);
    let bucket = -1;
    while (at < end) {
      bucket += readVarint() + 1;
      if (bucket >= BUCKETS || at >= bytes.length) throw new Error("shield model is damaged");
      weights[bucket] = (bytes[at++]! << 24) >> 24;
    }
    return { name, bias: float(0), scale: float(1), slope: float(2), offset: float(3), threshold: float(4), weights };
  });
  return { heads: read };
}

/** Heads whose weights lie side by side, so that a feature is one look into memory. */
const HEADS = SHIELD_HEADS.length;
/** Bytes of a feature's weights. */
const RECORD = 8;
/** What a window adds up: a sum for each head, and how many features it has. */
const LANES = 8;
const COUNT = LANES - 1;

export interface Scorer {
  /** Confidences in 0..1 that a window belongs to each head, in the order of the heads, one window after the other. */
  score(reading: Reading): Float64Array;
  /** What features weigh together, for each head: the reading that is scored must have been made with it. */
  weigh: Weigh;
}

/** Scores all heads of a model in one pass over a text's features. */
export function createScorer({ heads }: ShieldModel): Scorer {
  const weights = new Int8Array(BUCKETS * RECORD);
  heads.forEach((head, lane) => {
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) weights[bucket * RECORD + lane] = head.weights[bucket]!;
  });
  let lexical = new Int32Array(64 * LANES);
  let concepts = new Int32Array(64 * LANES);
  let confidences = new Float64Array(64 * HEADS);
  const list = new FeatureList();
  /** What a stride gives to both of its windows. */
  const shared = new Int32Array(LANES);
  /** Concept features that the two windows over a stride have so far, a bit each: those of even and of odd number. */
  const seen = [new Int32Array(BUCKETS >>> 5), new Int32Array(BUCKETS >>> 5)] as const;

  const add = (sums: Int32Array, to: number, feature: number): void => {
    const from = feature * RECORD;
    sums[to]! += weights[from]!;
    sums[to + 1]! += weights[from + 1]!;
    sums[to + 2]! += weights[from + 2]!;
    sums[to + 3]! += weights[from + 3]!;
    sums[to + 4]! += weights[from + 4]!;
    sums[to + 5]! += weights[from + 5]!;
    sums[to + COUNT]! += 1;
  };
  /** Adds a concept feature where the window does not have it yet. */
  const addOnce = (had: Int32Array, to: number, feature: number): void => {
    const bit = 1 << (feature & 31);
    if ((had[feature >>> 5]! & bit) !== 0) return;
    had[feature >>> 5]! |= bit;
    add(concepts, to, feature);
  };
  const addWords = ({ count, words }: Reading, stride: number): void => {
    const end = Math.min(count, (stride + 1) * STRIDE);
    for (let index = stride * STRIDE; index < end; index += 1) {
      const { pieces, weights: sums } = words[index]!;
      for (let lane = 0; lane < HEADS; lane += 1) shared[lane]! += sums[lane]!;
      shared[COUNT]! += pieces.length;
    }
  };
  const addLexical = (reading: Reading, stride: number, windows: number): void => {
    const to = stride * LANES;
    shared.fill(0);
    addWords(reading, stride);
    pairFeatures(reading, stride, list);
    for (let index = 0; index < list.count; index += 1) {
      const item = list.items[index]!;
      if ((item & PREVIOUS) !== 0) add(shared, 0, item & FEATURE_MASK);
      else if (stride < windows) add(lexical, to, item & FEATURE_MASK);
    }
    for (let lane = 0; lane < LANES; lane += 1) {
      if (stride < windows) lexical[to + lane]! += shared[lane]!;
      if (stride > 0) lexical[to - LANES + lane]! += shared[lane]!;
    }
  };
  const addConcepts = (stride: number, windows: number): void => {
    const own = seen[(stride & 1) as 0 | 1];
    const previous = seen[((stride + 1) & 1) as 0 | 1];
    const to = stride * LANES;
    own.fill(0);
    for (let index = 0; index < list.count; index += 1) {
      const item = list.items[index]!;
      if (stride < windows && (item & OWN) !== 0) addOnce(own, to, item & FEATURE_MASK);
      if (stride > 0 && (item & PREVIOUS) !== 0) addOnce(previous, to - LANES, item & FEATURE_MASK);
    }
  };

  const score = (reading: Reading): Float64Array => {
    const windows = windowCount(reading.count);
    if (windows * LANES > lexical.length) {
      lexical = new Int32Array(2 * windows * LANES);
      concepts = new Int32Array(2 * windows * LANES);
      confidences = new Float64Array(2 * windows * HEADS);
    }
    lexical.fill(0, 0, windows * LANES);
    concepts.fill(0, 0, windows * LANES);
    let concept = 0;
    for (let stride = 0; stride * STRIDE < reading.count; stride += 1) {
      addLexical(reading, stride, windows);
      concept = conceptFeatures(reading, stride, concept, list);
      addConcepts(stride, windows);
    }
    for (let window = 0; window < windows; window += 1) {
      const at = window * LANES;
      const byWord = lexicalValue(lexical[at + COUNT]!);
      const byConcept = conceptValue(concepts[at + COUNT]!);
      let likeliest = -Infinity;
      for (let lane = 0; lane < HEADS; lane += 1) {
        const { bias, offset, scale, slope } = heads[lane]!;
        const own = bias + scale * (lexical[at + lane]! * byWord + concepts[at + lane]! * byConcept);
        if (lane !== ANY) likeliest = Math.max(likeliest, own);
        const raw = lane === ANY ? own + LIKELIEST_SHARE * likeliest : own;
        confidences[window * HEADS + lane] = 1 / (1 + Math.exp(-(slope * raw + offset)));
      }
    }
    return confidences.subarray(0, windows * HEADS);
  };
  const weigh: Weigh = (features) => {
    const sums = new Int32Array(LANES);
    for (const feature of features) add(sums, 0, feature);
    return Array.from(sums.subarray(0, HEADS));
  };
  return { score, weigh };
}
