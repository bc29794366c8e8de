import { FEATURE_BITS, conceptValue, lexicalValue } from "./features.ts";
import type { Features } from "./features.ts";

export const SHIELD_CATEGORIES = ["injection", "jailbreak", "extraction", "toxic", "pii_solicitation"] as const;
export type ShieldCategory = (typeof SHIELD_CATEGORIES)[number];

/** What a head of the model tells: its category, or that the text attacks at all. */
export const SHIELD_HEADS = [...SHIELD_CATEGORIES, "any"] as const;
export type ShieldHeadName = (typeof SHIELD_HEADS)[number];

/**
 * One linear head per category, and one for attacks of any, over hashed features: the logit of a window is
 * `slope * (bias + weighted sums of its lexical and concept features) + offset`, its confidence the logistic of that.
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
const VERSION = 1;
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

/** Confidence in 0..1 for each head that a window belongs to its category, in the order of the heads. */
export type Scorer = (features: Features) => readonly number[];

/** Heads whose weights lie side by side, so that a feature is one look into memory. */
const LANES = 8;

/** Scores all heads of a model in one pass over a window's features. */
export function createScorer({ heads }: ShieldModel): Scorer {
  const weights = new Int8Array(BUCKETS * LANES);
  heads.forEach((head, lane) => {
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) weights[bucket * LANES + lane] = head.weights[bucket]!;
  });
  const sums = new Int32Array(LANES);
  const addUp = (features: Uint32Array): void => {
    let [a, b, c, d, e, f] = [0, 0, 0, 0, 0, 0];
    for (let index = 0; index < features.length; index += 1) {
      const at = features[index]! * LANES;
      a += weights[at]!;
      b += weights[at + 1]!;
      c += weights[at + 2]!;
      d += weights[at + 3]!;
      e += weights[at + 4]!;
      f += weights[at + 5]!;
    }
    sums.set([a, b, c, d, e, f]);
  };
  return (features) => {
    addUp(features.lexical);
    const byWord = lexicalValue(features);
    const lexical = heads.map((_, lane) => sums[lane]! * byWord);
    addUp(features.concepts);
    const byConcept = conceptValue(features);
    return heads.map(({ bias, offset, scale, slope }, lane) => {
      const raw = bias + scale * (lexical[lane]! + sums[lane]! * byConcept);
      return 1 / (1 + Math.exp(-(slope * raw + offset)));
    });
  };
}
