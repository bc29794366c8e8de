/** The categories of GDPR Articles 9 and 10, in the order of their rows. */
export type SpecialCategory =
  | "HEALTH_CONDITION"
  | "RELIGIOUS_BELIEF"
  | "TRADE_UNION_MEMBERSHIP"
  | "POLITICAL_OPINION"
  | "SEXUAL_ORIENTATION"
  | "CRIMINAL_RECORD"
  | "BIOMETRIC_DATA"
  | "GENETIC_DATA";

/**
 * How much a phrase tells by itself.
 * - `tells`: somebody is spoken of, whoever it is ("salí del clóset", "on parole")
 * - `names`: names a person by it ("diabética", "lesbian"): a verb of being, or a person near, is enough
 * - `thing`: a thing that many texts speak of ("cáncer", "sindicato"): it takes a person or a verb of having
 * - `weak`: means other things too ("presa", "straight"): it takes both
 */
export type Strength = "tells" | "names" | "thing" | "weak";

/**
 * Phrases of one category and one strength, in the notation of `phrases.ts`: one a line.
 */
export interface Vocabulary {
  category: SpecialCategory;
  strength: Strength;
  phrases: string;
}

/** Words that phrases refer to as `<name>`, and the interpreter by name. */
export type WordClasses = Readonly<Record<string, string>>;
