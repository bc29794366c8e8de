import { LABELS } from "../../workers/core/privacy/recogniser-model.ts";
import type { Weights } from "../../workers/core/privacy/recogniser-model.ts";
import type { TrainedWeights } from "./trainer.ts";

/** Nats that the largest kept weight stands for; larger ones are clipped. */
const LARGEST = 3.2;

/** Weights without the gate and the temperature that complete them. */
export type QuantisedRows = Omit<Weights, "gate" | "temperature">;

/**
 * Turns trained weights into signed bytes. A row whose largest byte is below `prune` becomes zero: it would only disturb
 * the features that share it.
 */
export function quantise(trained: TrainedWeights, rowBits: number, prune: number): QuantisedRows {
  const scale = LARGEST / 127;
  const count = 2 ** rowBits;
  const rows = new Int8Array(LABELS * count);
  for (let row = 0; row < count; row++) {
    let largest = 0;
    for (let label = 0; label < LABELS; label++) {
      const units = Math.max(-127, Math.min(127, Math.round(trained.rows[row * LABELS + label]! / scale)));
      rows[row * LABELS + label] = units;
      largest = Math.max(largest, Math.abs(units));
    }
    if (largest < prune) rows.fill(0, row * LABELS, (row + 1) * LABELS);
  }
  return { rowBits, scale, transitions: trained.transitions, rows };
}

/**
 * The mean of the weights of several trainings over the same features. A row whose largest byte is below `prune` becomes
 * zero, which is what keeps the file small: many a feature weighs a little in one training only.
 */
export function meanOf(members: readonly QuantisedRows[], prune: number): QuantisedRows {
  const first = members[0]!;
  const rows = new Int8Array(first.rows.length);
  for (let row = 0; row < rows.length; row += LABELS) {
    let largest = 0;
    for (let index = row; index < row + LABELS; index++) {
      let sum = 0;
      for (const member of members) sum += member.rows[index]!;
      rows[index] = Math.round(sum / members.length);
      largest = Math.max(largest, Math.abs(rows[index]!));
    }
    if (largest < prune) rows.fill(0, row, row + LABELS);
  }
  const transitions = first.transitions.map(
    (_, index) => members.reduce((sum, member) => sum + member.transitions[index]!, 0) / members.length,
  );
  return { ...first, rows, transitions };
}
