import { keyOf } from "./automaton.ts";
import { BELIEF } from "./belief.ts";
import { CONTEXTS } from "./contexts.ts";
import { OFFENCES } from "./criminal.ts";
import { LABELS } from "./field-labels.ts";
import { FRAMES } from "./frames.ts";
import type { Frame } from "./frames.ts";
import { GENE_NAMES } from "./genetic.ts";
import { readSlots } from "./phrases.ts";
import { PARTY_NAMES, POLITICIANS } from "./politics.ts";
import { UNION_NAMES } from "./union.ts";
import { CLASSES } from "./word-classes.ts";
import type { SpecialCategory } from "./vocabulary.ts";

export const CATEGORIES = Object.keys(LABELS) as SpecialCategory[];

const FRAME_NAMES = Object.keys(FRAMES) as Frame[];
const CLASS_LISTS: Readonly<Record<string, string>> = {
  ...CLASSES,
  union: UNION_NAMES,
  party: PARTY_NAMES,
  politician: POLITICIANS,
  offence: OFFENCES,
  gene: GENE_NAMES,
  faith: BELIEF.find(({ strength }) => strength === "names")!.phrases,
};
/** Classes that are told by how a word is written: numbers, and bands of chromosomes and names of variants. */
export const SHAPES: Readonly<Record<string, RegExp>> = {
  number: /^\d{1,6}$/,
  locus: /^(?:(?:\d{1,2}|x)[pq]\d{2}|rs\d{3,12})$/i,
  /** Letter and digits of an international classification of diseases: "F32" in "F32.1". */
  icd: /^[A-TV-Z]\d{2}$/,
};
const CLASS_NAMES = [...FRAME_NAMES, ...Object.keys(CLASS_LISTS), ...Object.keys(SHAPES)];

/** The bit of a class by name. Throws `RangeError` on a name that is none. */
export function classBit(name: string): number {
  const index = CLASS_NAMES.indexOf(name);
  if (index < 0 || index > 31) throw new RangeError(`No class of words: ${name}`);
  return 1 << index;
}

const frameBit = (name: Frame): number => classBit(name);

export const SELF = frameBit("self");
export const KIN = frameBit("kin");
export const ROLE = frameBit("role");
export const TITLE = frameBit("title");
export const PRONOUN = frameBit("pronoun");
export const POSSESSIVE = frameBit("possessive");
export const IS = frameBit("being");
export const HAS = frameBit("having");
export const FILLER = frameBit("filler");
export const GENERIC = frameBit("generic");
export const BELONGING = frameBit("belonging");
export const IN_FICTION = frameBit("fiction");
export const IN_GENERAL = frameBit("general");
export const HEAD_WORD = frameBit("head");
export const TAIL_WORD = frameBit("tail");
export const TOPIC_WORD = frameBit("topic");
export const ASKING_WORD = frameBit("asking");
export const DEFINING = frameBit("defining");

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
