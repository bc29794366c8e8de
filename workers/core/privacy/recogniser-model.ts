import { FEATURE_REVISION } from "./recogniser-features.ts";

/**
 * The weights of the name recogniser: a linear-chain CRF over eight labels, one row of eight 8-bit weights per hashed
 * feature, and a table of transitions; and a gate, one weight per local feature, that tells which tokens may belong to a
 * name at all.
 *
 * File, little endian: "UNR3", feature revision u32, row bits u32, scale f32 (nats per unit), temperature f32, 64
 * transitions f32 (from x to), gate bits u32, gate threshold i32, then 2^(row bits) rows of eight signed bytes, one per
 * label, then 2^(gate bits) signed bytes. Rows are used where they lie in the file, so they begin at a multiple of four.
 */

export const MODEL_MAGIC = 0x33524e55;
const GATE_AT = 20 + 64 * 4;
const HEADER_BYTES = GATE_AT + 8;

export const LABELS = 8;
/** Nothing. */
export const OUTSIDE = 0;
/** Begin and inside label of each category, in `CATEGORIES` order: 1 and 2, 3 and 4, 5 and 6. */
export const CATEGORIES = ["PERSON", "LOCATION", "ORGANIZATION"] as const;
/** A name that is not personal: a product, a work, a brand. */
export const OTHER_NAME = 7;

/** Whether the label may follow the other: an inside label needs its begin or inside label before it. */
export function mayFollow(from: number, to: number): boolean {
  if (to === 2 || to === 4 || to === 6) return from === to || from === to - 1;
  return true;
}

/** A token whose local features sum to less than `threshold` belongs to no name. */
export interface Gate {
  /** At most the row bits: a gate row is the first bits of a row. */
  bits: number;
  threshold: number;
  rows: Int8Array;
}

export interface Weights {
  rowBits: number;
  /** Nats per unit of a row's weights. */
  scale: number;
  /** Marginals are computed at this temperature, chosen so that they are calibrated. */
  temperature: number;
  /** `from * 8 + to`, in nats; -Infinity where `mayFollow` says no. */
  transitions: Float64Array;
  /** `row * 8 + label`. */
  rows: Int8Array;
  gate: Gate;
}

/** Reads a weights file. Throws `RangeError` when it is damaged or was made for other features. */
export function readWeights(file: ArrayBuffer): Weights {
  const view = new DataView(file);
  if (file.byteLength < HEADER_BYTES || view.getUint32(0, true) !== MODEL_MAGIC) {
    throw new RangeError("Not a recogniser weights file");
  }
  if (view.getUint32(4, true) !== FEATURE_REVISION) throw new RangeError("The weights were made for other features");
  const rowBits = view.getUint32(8, true);
  const count = 2 ** rowBits;
  const gateBits = view.getUint32(GATE_AT, true);
  if (file.byteLength !== HEADER_BYTES + count * LABELS + 2 ** gateBits || gateBits > rowBits) {
    throw new RangeError("The weights file is cut short");
  }
  const transitions = new Float64Array(LABELS * LABELS);
  for (let index = 0; index < transitions.length; index++) {
    transitions[index] = view.getFloat32(20 + index * 4, true);
  }
  return {
    rowBits,
    scale: view.getFloat32(12, true),
    temperature: view.getFloat32(16, true),
    transitions,
    rows: new Int8Array(file, HEADER_BYTES, count * LABELS),
    gate: {
      bits: gateBits,
      threshold: view.getInt32(GATE_AT + 4, true),
      rows: new Int8Array(file, HEADER_BYTES + count * LABELS),
    },
  };
}

/** Writes the file `readWeights` reads. */
export function writeWeights(weights: Weights): ArrayBuffer {
  const count = 2 ** weights.rowBits;
  const { gate } = weights;
  const file = new ArrayBuffer(HEADER_BYTES + count * LABELS + gate.rows.length);
  const view = new DataView(file);
  view.setUint32(0, MODEL_MAGIC, true);
  view.setUint32(4, FEATURE_REVISION, true);
  view.setUint32(8, weights.rowBits, true);
  view.setFloat32(12, weights.scale, true);
  view.setFloat32(16, weights.temperature, true);
  weights.transitions.forEach((value, index) => view.setFloat32(20 + index * 4, value, true));
  view.setUint32(GATE_AT, gate.bits, true);
  view.setInt32(GATE_AT + 4, gate.threshold, true);
  const bytes = new Int8Array(file, HEADER_BYTES);
  bytes.set(weights.rows);
  bytes.set(gate.rows, count * LABELS);
  return file;
}
