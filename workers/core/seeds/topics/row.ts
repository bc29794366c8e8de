/** A topic as the tables write it: its stems, and what it is called in each language. */
export type TopicRow = readonly [id: string, cues: string, es: string, en: string, pt: string, fr: string];
