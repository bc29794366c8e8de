import { CATEGORIES } from "./recogniser-model.ts";
import type { RecognisedSpan } from "./types.ts";

/** Spans below this probability are not reported. */
export const LOWEST_SCORE = 0.03;
/** Tokens at least this likely to be part of a name form spans of their own, apart from less likely neighbours. */
const LIKELY = 0.5;
/** Inside such a span a token may be a little less likely. */
const LIKELY_TO_GO_ON = 0.35;

/**
 * Turns label marginals, token by token, into spans. Neighbouring tokens join when they are of the same category and
 * on the same side of `LIKELY`, so that a threshold above it gives tight spans and a low one adds what surrounds them.
 * A span's score is the mean probability that its tokens belong to a name.
 */
export class SpanBuilder {
  private readonly spans: RecognisedSpan[] = [];
  private readonly text: string;
  private open = false;
  private likely = false;
  private start = 0;
  private end = 0;
  private tokens = 0;
  private sum = 0;
  private readonly mass = [0, 0, 0];

  constructor(text: string) {
    this.text = text;
  }

  /** `marginals` by label, as `recogniser-model.ts` numbers them. */
  take(marginals: Float64Array, start: number, end: number): void {
    const person = marginals[1]! + marginals[2]!;
    const location = marginals[3]! + marginals[4]!;
    const organization = marginals[5]! + marginals[6]!;
    const named = person + location + organization;
    if (named < LOWEST_SCORE) {
      this.close();
      return;
    }
    const begins = marginals[1]! + marginals[3]! + marginals[5]!;
    const likely = named >= (this.open && this.likely ? LIKELY_TO_GO_ON : LIKELY);
    if (this.open && (likely !== this.likely || (likely && begins > named / 2))) this.close();
    if (!this.open) {
      this.open = true;
      this.likely = likely;
      this.start = start;
      this.tokens = 0;
      this.sum = 0;
      this.mass.fill(0);
    }
    this.end = end;
    this.tokens++;
    this.sum += named;
    this.mass[0]! += person;
    this.mass[1]! += location;
    this.mass[2]! += organization;
  }

  /** A span never crosses a line. */
  breakLine(): void {
    this.close();
  }

  finish(): RecognisedSpan[] {
    this.close();
    return this.spans;
  }

  private close(): void {
    if (!this.open) return;
    this.open = false;
    let best = 0;
    for (let index = 1; index < CATEGORIES.length; index++) if (this.mass[index]! > this.mass[best]!) best = index;
    this.spans.push({
      category: CATEGORIES[best]!,
      start: this.start,
      end: this.end,
      score: Math.min(1, this.sum / this.tokens),
    });
  }
}
