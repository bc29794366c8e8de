/**
 * One stretch of text that holds personal data. `start` and `end` are UTF-16 code units, half open. `score` is in
 * 0..1. `validated` means that a checksum, a calendar or a numbering plan confirmed the value.
 */
export interface Finding {
  category: string;
  start: number;
  end: number;
  score: number;
  source: "pattern" | "recogniser" | "presidio";
  validated: boolean;
}

/**
 * One span that the statistical recogniser accepted, at whatever confidence: the policy's thresholds decide later.
 * `score` is the calibrated marginal probability of the span.
 */
export interface RecognisedSpan {
  /** PERSON, LOCATION, ORGANIZATION, DATE, or another category the weights were trained for. */
  category: string;
  start: number;
  end: number;
  score: number;
}

/** Finds names, places and organisations in running text of any language. Never throws; linear time. */
export interface NameRecogniser {
  recognise(text: string): RecognisedSpan[];
}
