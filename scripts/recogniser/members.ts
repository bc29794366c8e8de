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
  /** Template files that are left out. */
  without?: RegExp;
}

/** The first four were trained before the texts of writers s and t were there. */
export const MEMBERS: readonly Member[] = [
  {
    seed: "recogniser",
    renderings: 30,
    epochs: 6,
    localOnly: 0.25,
    without: /^(?:everyday|firms\.|support|written-[st])/u,
  },
  { seed: "recogniser", renderings: 26, epochs: 6, localOnly: 0.4, without: /^written-[st]/u },
  { seed: "third", renderings: 26, epochs: 6, localOnly: 0.3, without: /^(?:ordinary|places|towns|written-[st])/u },
  {
    seed: "fourth",
    renderings: 26,
    epochs: 6,
    localOnly: 0.25,
    without: /^(?:imperatives|places-more|everyday-plain|plain-words|written-[st])/u,
  },
  { seed: "fifth", renderings: 20, epochs: 6, localOnly: 0.35 },
  { seed: "sixth", renderings: 20, epochs: 6, localOnly: 0.25, without: /^(?:forms-more|people-more|clean-more)/u },
];
