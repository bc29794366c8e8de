import type { LabelledShape } from "../labels.ts";

/** A kind of number and the words that announce it, in es, en, pt and fr; keys of files and forms are among them. */
export interface Label extends LabelledShape {
  name: string;
  category: string;
  words: string;
  /** Of a value right behind its label, where another label of the same words would win. */
  score?: number;
}
