import type { TranscriptTurn } from "./transcript.ts";

/**
 * What words are about: for each known stem of a language, how much likelier it is under each of a few subjects than
 * overall. The subjects themselves have no names here; what counts is whether a turn is about the same as the others.
 */
export interface TopicTable {
  /** Row of a stem. */
  stems: ReadonlyMap<string, number>;
  topics: number;
  /** Log likelihood ratios, one row of `topics` values a stem, in units of `TOPIC_SCALE` nats. */
  table: Int8Array;
}

export const TOPIC_SCALE = 1 / 32;
/** Stems of a turn that are read. */
const STEMS_READ = 60;
/** How sure the other turns make of their subject: below 1, as words of one turn depend on each other. */
const TEMPER = 0.5;

/**
 * For every turn how well it fits the subject of all the others, in nats a known word: above 0 where it is about the
 * same, below where it is about something else; null where it has no known word. Linear in the turns.
 */
export function topicFits(table: TopicTable, turns: readonly TranscriptTurn[]): (number | null)[] {
  const { topics } = table;
  const total = new Float64Array(topics);
  const vectors = turns.map((turn) => {
    const vector = new Float64Array(topics);
    let known = 0;
    for (const stem of new Set(turn.stems.slice(0, STEMS_READ))) {
      const row = table.stems.get(stem);
      if (row === undefined) continue;
      known += 1;
      for (let k = 0; k < topics; k++) vector[k]! += table.table[row * topics + k]! * TOPIC_SCALE;
    }
    for (let k = 0; k < topics; k++) total[k]! += vector[k]!;
    return { vector, known };
  });
  return vectors.map(({ vector, known }) => {
    if (known === 0) return null;
    let top = -Infinity;
    for (let k = 0; k < topics; k++) top = Math.max(top, TEMPER * (total[k]! - vector[k]!));
    let mass = 0;
    let fit = 0;
    for (let k = 0; k < topics; k++) {
      const weight = Math.exp(TEMPER * (total[k]! - vector[k]!) - top);
      mass += weight;
      fit += weight * vector[k]!;
    }
    return fit / mass / Math.sqrt(known);
  });
}
