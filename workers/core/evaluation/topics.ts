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

/** What a turn is about, against all the others. */
export interface TopicReading {
  /** How well it fits the subject of the others, in nats over the root of its known words; null where it has none. */
  fit: number | null;
  /** Nats by which its own best subject explains it better than that of the others; 0 without a known word. */
  gap: number;
  known: number;
}

/** Evidence of a list of stems for each subject, in nats, and how many of them are known. */
function topicVector(table: TopicTable, stems: readonly string[]): { vector: Float64Array; known: number } {
  const { topics } = table;
  const vector = new Float64Array(topics);
  const rows = new Set<number>();
  for (let i = 0; i < stems.length && i < STEMS_READ; i++) {
    const row = table.stems.get(stems[i]!);
    if (row === undefined || rows.has(row)) continue;
    rows.add(row);
    for (let k = 0; k < topics; k++) vector[k]! += table.table[row * topics + k]! * TOPIC_SCALE;
  }
  return { vector, known: rows.size };
}

/** Reads every turn against the subject of all the others. Linear in the turns. */
export function readTopics(table: TopicTable, turns: readonly TranscriptTurn[]): TopicReading[] {
  const { topics } = table;
  const total = new Float64Array(topics);
  const weights = new Float64Array(topics);
  const vectors = turns.map((turn) => {
    const read = topicVector(table, turn.stems);
    for (let k = 0; k < topics; k++) total[k]! += read.vector[k]!;
    return read;
  });
  return vectors.map(({ vector, known }) => {
    if (known === 0) return { fit: null, gap: 0, known };
    let top = -Infinity;
    let best = -Infinity;
    for (let k = 0; k < topics; k++) {
      weights[k] = TEMPER * (total[k]! - vector[k]!);
      top = Math.max(top, weights[k]!);
      best = Math.max(best, vector[k]!);
    }
    let mass = 0;
    let mean = 0;
    for (let k = 0; k < topics; k++) {
      const weight = Math.exp(weights[k]! - top);
      mass += weight;
      mean += weight * vector[k]!;
    }
    mean /= mass;
    return { fit: mean / Math.sqrt(known), gap: best - mean, known };
  });
}
