import type { Random } from "../../workers/core/generation/random.ts";

/** The labelled text that training and evaluation share, and how it is read. */

/** What is known about a stretch of text. `null` says: anything goes, learn nothing from it. */
export interface Span {
  start: number;
  end: number;
  category: "PERSON" | "LOCATION" | "ORGANIZATION" | "OTHER" | null;
}

export interface Sample {
  text: string;
  spans: Span[];
  language: string;
  /** The corpus or template file it comes from. */
  source: string;
  /** Whether products, works and other names that are not personal are marked too; if not, nothing means either. */
  othersMarked: boolean;
}

/** Puts tokens together as people write them: no space before closing or after opening marks. */
export class TextJoiner {
  text = "";
  private tight = true;

  /** Appends a token and returns where it starts. */
  add(token: string): number {
    const closing = /^(?:[.,;:!?%)\]}»]+|'s|n't|'re|'ve|'ll|'m|'d)$/u.test(token);
    if (this.text !== "" && !this.tight && !closing) this.text += " ";
    this.tight = /^[([{«¿¡#@]+$/u.test(token);
    const start = this.text.length;
    this.text += token;
    return start;
  }
}

/**
 * Copies of a text in other case, so that lower-cased and capitalised text is learnt too: most texts in lower case
 * once, a few in capitals.
 */
export function caseCopies(sample: Sample, random: Random): Sample[] {
  const copies: Sample[] = [];
  const named = sample.spans.some((span) => span.category !== null);
  const lower = sample.text.toLowerCase();
  if (random.next() < (named ? 0.45 : 0.1) && lower !== sample.text && lower.length === sample.text.length) {
    copies.push({ ...sample, text: lower });
  }
  const upper = sample.text.toUpperCase();
  if (random.next() < (named ? 0.07 : 0.02) && upper.length === sample.text.length)
    copies.push({ ...sample, text: upper });
  return copies;
}
