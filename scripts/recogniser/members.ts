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

export const MEMBERS: readonly Member[] = [
  { seed: "recogniser", renderings: 30, epochs: 6, localOnly: 0.25, without: /^(?:everyday|firms\.|support)/u },
  { seed: "recogniser", renderings: 26, epochs: 6, localOnly: 0.4 },
  { seed: "third", renderings: 26, epochs: 6, localOnly: 0.3, without: /^(?:ordinary|places|towns)/u },
  {
    seed: "fourth",
    renderings: 26,
    epochs: 6,
    localOnly: 0.25,
    without: /^(?:imperatives|places-more|everyday-plain|plain-words)/u,
  },
];
