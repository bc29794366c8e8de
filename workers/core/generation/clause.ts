import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";
import type { Perspective, Side } from "./perspective.ts";
import { ENGLISH_BASE, englishBase, isKnownVerb, isThirdPerson } from "./verbs.ts";

/**
 * What a deed is done to: a thing, an indirect question ("how long it takes"), a statement ("that it is free"), another
 * deed ("to lock it out"), or nothing.
 */
export type Form = "noun" | "clause" | "that" | "deed" | "none";

/** One deed of a step, taken apart so that a sentence of either side can hold it. */
export type Clause = {
  /** Folded infinitive, or the English base form. */
  verb: string;
  form: Form;
  /** All behind the verb, as a side says it. */
  rest: (speaker: Side) => string;
  /** The same without the preposition that ties it to the verb; of a statement, what is stated. */
  object: (speaker: Side) => string;
};

/** Longest deed that is taken apart; longer ones are prose. */
const DEED_MAX = 300;
const CLAUSES_MAX = 3;

const QUESTION: Readonly<Record<Language, RegExp>> = {
  es: /^(?:(?:a|con|de|en|para|por|hasta|desde) )?(?:qué|cuál|cuáles|cómo|cuándo|cuánt[oa]s?|dónde|quién|quiénes|por qué|si)(?!\p{L})/iu,
  en: /^(?:what|which|how|when|where|who|whose|why|whether|if)\b/iu,
};
const STATEMENT: Readonly<Record<Language, RegExp>> = {
  es: /^(?:(?:de|a|en) )?que\s+/iu,
  en: /^(?:that\s+|(?=(?:he|she|they|it|there)\b))/iu,
};
const DEED: Readonly<Record<Language, RegExp>> = {
  es: /^(?:(?:a|de|en|con) )?\p{L}{2,}(?:ar|er|ir)(?:me|se|le|les|lo|la|los|las)?(?!\p{L})/iu,
  en: /^(?:to \p{L}+|the (?:\p{L}+ ){1,2}to \p{L}+|not to \p{L}+|\p{L}{3,}ing)\b/iu,
};
const PREPOSITION: Readonly<Record<Language, RegExp>> = {
  es: /^(?:acerca de|respecto a|con respecto a|por|sobre|de|en|a|con)\s+/iu,
  en: /^(?:about|for|on|over|to|with|of|at|through|into|against|up|out|down|back)\s+/iu,
};

/** Takes a deed ("preguntar por el plazo y confirmar la tasa") apart at the verbs that are joined to the first. */
export function readClauses(deed: string, language: Language, perspective: Perspective): Clause[] {
  if (deed.length > DEED_MAX) return [];
  const whole = turned(withoutSecondSubject(deed, language), language);
  const pieces: string[] = [];
  for (const piece of whole.split(language === "es" ? /,?\s+[ye]\s+|,\s+/u : /,?\s+and\s+|,\s+/u)) {
    const begins = isKnownVerb(piece.split(/\s+/)[0] ?? "", language);
    if (pieces.length > 0 && !begins) {
      // Not a deed but one more thing: it stays with the deed before it, joined as it was.
      const from = whole.indexOf(pieces.at(-1)!);
      const at = whole.indexOf(piece, from + pieces.at(-1)!.length);
      pieces[pieces.length - 1] = whole.slice(from, at + piece.length);
    } else pieces.push(piece);
  }
  return pieces.slice(0, CLAUSES_MAX).flatMap((piece) => {
    const [verb = "", ...words] = piece.trim().split(/\s+/);
    return verb === "" ? [] : [readClause(fold(verb), words.join(" "), language, perspective)];
  });
}

/** "... and the adviser books the review": what another does is not this side's deed. */
function withoutSecondSubject(deed: string, language: Language): string {
  const second =
    language === "es"
      ? / [ye] (?:el|la) \p{L}+ (?:(?:le|les|se|lo|la) )?(\p{L}+)(?!\p{L})/gu
      : / and the \p{L}+ (\p{L}+s)\b/gu;
  for (const match of deed.matchAll(second)) if (isThirdPerson(match[1]!, language)) return deed.slice(0, match.index);
  return deed;
}

/** "... and states the limit": an English verb in the third person is one where an object follows it. */
function turned(deed: string, language: Language): string {
  if (language === "es") return deed;
  return deed.replace(
    /( and |, )(\p{L}+s)(?= (?:the|an?|that|how|what|why|to|up|pending)\b)/gu,
    (all, joint: string, word: string) => (ENGLISH_BASE.has(englishBase(word)) ? `${joint}${englishBase(word)}` : all),
  );
}

/** English verbs that state something even without "that". */
const SAYING = new Set(["say", "claim", "admit", "think", "believe"]);
const REASON = /^(?:porque|because|since|so that|para que)\b/iu;

function readClause(verb: string, rest: string, language: Language, perspective: Perspective): Clause {
  const form: Form =
    rest === "" || REASON.test(rest)
      ? "none"
      : QUESTION[language].test(rest)
        ? "clause"
        : STATEMENT[language].test(rest) || SAYING.has(verb)
          ? "that"
          : DEED[language].test(rest)
            ? "deed"
            : "noun";
  const bare =
    form === "that"
      ? rest.replace(STATEMENT[language], "")
      : form === "noun"
        ? rest
            .replace(PREPOSITION[language], "")
            .replace(/^del\s+/iu, "el ")
            .replace(/^al\s+/iu, "el ")
        : rest;
  return {
    verb: verb.replace(/(?<=[aei]r)(?:le|les|se|lo|la)$/u, ""),
    form,
    rest: (speaker) => perspective(rest, speaker),
    object: (speaker) => perspective(bare, speaker),
  };
}
