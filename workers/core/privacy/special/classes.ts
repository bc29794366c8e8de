import { keyOf } from "./automaton.ts";
import { BELIEF } from "./belief.ts";
import { CONTEXTS } from "./contexts.ts";
import { OFFENCES } from "./criminal.ts";
import { CLASSES, FRAMES, LABELS } from "./frames.ts";
import { GENE_NAMES } from "./genetic.ts";
import { ORIENTATION_NAMES } from "./orientation.ts";
import { readSlots } from "./phrases.ts";
import { PARTY_NAMES, POLITICIANS } from "./politics.ts";
import { UNION_NAMES } from "./union.ts";
import type { SpecialCategory } from "./vocabulary.ts";

export const CATEGORIES = Object.keys(LABELS) as SpecialCategory[];

const FRAME_NAMES = Object.keys(FRAMES) as (keyof typeof FRAMES)[];
const CLASS_LISTS: Readonly<Record<string, string>> = {
  ...CLASSES,
  union: UNION_NAMES,
  party: PARTY_NAMES,
  politician: POLITICIANS,
  orientation: ORIENTATION_NAMES,
  offence: OFFENCES,
  gene: GENE_NAMES,
  faith: BELIEF.find(({ strength }) => strength === "names")!.phrases,
};
/** Classes that are told by how a word is written: numbers, and bands of chromosomes and names of variants. */
export const SHAPES: Readonly<Record<string, RegExp>> = {
  number: /^\d{1,6}$/,
  locus: /^(?:(?:\d{1,2}|x)[pq]\d{2}|rs\d{4,12})$/i,
};
const CLASS_NAMES = [...FRAME_NAMES, ...Object.keys(CLASS_LISTS), ...Object.keys(SHAPES)];

/** The bit of a class by name. Throws `RangeError` on a name that is none. */
export function classBit(name: string): number {
  const index = CLASS_NAMES.indexOf(name);
  if (index < 0 || index > 31) throw new RangeError(`No class of words: ${name}`);
  return 1 << index;
}

export const [
  SELF,
  KIN,
  ROLE,
  TITLE,
  PRONOUN,
  POSSESSIVE,
  IS,
  HAS,
  FILLER,
  GENERIC,
  BELONGING,
  IN_FICTION,
  IN_GENERAL,
  HEAD_WORD,
  TAIL_WORD,
  TOPIC_WORD,
  ASKING_WORD,
] = FRAME_NAMES.map((name) => classBit(name)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** Pronouns that may be articles or mean several people. */
export const FAINT = new Set(
  "el la lo los las les nos they them their su sus seu sua son sa ses s a".split(" ").map((word) => keyOf(word)),
);
/** "el" is an article, "él" somebody. */
export const EL = keyOf("el");

/** Classes of words by key. */
export function buildClasses(): Map<number, number> {
  const classes = new Map<number, number>();
  const add = (list: string, bit: number): void => {
    for (const slots of readSlots(list)) {
      if (slots.length > 1) continue;
      for (const words of slots[0]!)
        if (words.length === 1) classes.set(keyOf(words[0]!), (classes.get(keyOf(words[0]!)) ?? 0) | bit);
    }
  };
  for (const name of FRAME_NAMES) add(FRAMES[name], classBit(name));
  for (const [name, list] of Object.entries(CLASS_LISTS)) add(list, classBit(name));
  return classes;
}

/** By key, a bit for each category of whose subject a word speaks. */
export function buildContexts(): Map<number, number> {
  const contexts = new Map<number, number>();
  CATEGORIES.forEach((category, index) => {
    for (const [slot] of readSlots(CONTEXTS[category]))
      for (const [word] of slot!) contexts.set(keyOf(word!), (contexts.get(keyOf(word!)) ?? 0) | (1 << index));
  });
  return contexts;
}
