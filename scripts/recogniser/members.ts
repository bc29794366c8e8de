/**
 * The trainings whose mean the shipped weights are. Each draws its own text and its own order: what one of them has
 * learnt by chance the others have not, so the mean errs less than any of them.
 */
export interface Member {
  seed: string;
  /** How often each template is rendered. */
  renderings: number;
  epochs: number;
  /** Share of lines on which the joint features are left out: more of it generalises, less of it fits. */
  localOnly: number;
  /** How often each term of the vocabulary is drawn alone. */
  terms: number;
  /** Template files that are left out. */
  without?: RegExp;
}

/** The first six have read names that stand alone, the last two more words of trades that do. */
export const MEMBERS: readonly Member[] = [
  {
    seed: "recogniser",
    renderings: 20,
    epochs: 6,
    localOnly: 0.25,
    terms: 1,
    without: /^(?:everyday|firms\.|support)/u,
  },
  { seed: "recogniser", renderings: 24, epochs: 6, localOnly: 0.4, terms: 1 },
  {
    seed: "third",
    renderings: 20,
    epochs: 6,
    localOnly: 0.3,
    terms: 1,
    without: /^(?:ordinary|places|towns)/u,
  },
  {
    seed: "fourth",
    renderings: 20,
    epochs: 6,
    localOnly: 0.25,
    terms: 1,
    without: /^(?:imperatives|places-more|everyday-plain|plain-words)/u,
  },
  { seed: "fifth", renderings: 20, epochs: 6, localOnly: 0.35, terms: 1 },
  {
    seed: "sixth",
    renderings: 20,
    epochs: 6,
    localOnly: 0.25,
    terms: 1,
    without: /^(?:forms-more|people-more|clean-more)/u,
  },
  {
    seed: "recogniser",
    renderings: 30,
    epochs: 6,
    localOnly: 0.25,
    terms: 3,
    without: /^(?:everyday|firms\.|support|forms-names)/u,
  },
  { seed: "recogniser", renderings: 26, epochs: 6, localOnly: 0.4, terms: 3, without: /^forms-names/u },
];
