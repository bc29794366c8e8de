import { LABELS } from "../../workers/core/privacy/recogniser-model.ts";
import type { Gate, Weights } from "../../workers/core/privacy/recogniser-model.ts";
import type { TrainedWeights } from "./trainer.ts";

/** Nats that the largest kept weight stands for; larger ones are clipped. */
const LARGEST = 3.2;

/**
 * Turns trained weights into signed bytes. A row whose largest byte is below `prune` becomes zero: it would only disturb
 * the features that share it.
 */
export function quantise(trained: TrainedWeights, gate: Gate, rowBits: number, prune: number): Weights {
  const scale = LARGEST / 127;
  const count = 2 ** rowBits;
  const rows = new Int8Array(LABELS * count);
  for (let row = 0; row < count; row++) {
    let largest = 0;
    for (let label = 0; label < LABELS; label++) {
      const units = Math.max(-127, Math.min(127, Math.round(trained.rows[row * LABELS + label]! / scale)));
      rows[label * count + row] = units;
      largest = Math.max(largest, Math.abs(units));
    }
    if (largest < prune) for (let label = 0; label < LABELS; label++) rows[label * count + row] = 0;
  }
  return { rowBits, scale, temperature: 1, transitions: trained.transitions, rows, gate };
}
