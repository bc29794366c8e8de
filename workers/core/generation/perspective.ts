import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";
import { englishBase, firstPerson } from "./verbs.ts";

export type Side = "assistant" | "user";

/** A text of the seed, which speaks of both sides in the third person, as one of the sides says it to the other. */
export type Perspective = (text: string, speaker: Side) => string;

type Rewrite = readonly [RegExp, string | ((...groups: string[]) => string)];

const USER_ROLES: Readonly<Record<Language, string>> = {
  es: "cliente|clienta|paciente|usuari[oa]|alumn[oa]|estudiante|operador[a]?|comprador[a]?",
  en: "customer|client|patient|user|student|learner|operator|buyer",
};
const PROFESSIONAL_ROLES: Readonly<Record<Language, string>> = {
  es: "asesor[a]?|médic[oa]|doctor[a]?|tutor[a]?|ingenier[oa]|abogad[oa]",
  en: "advisor|adviser|physician|doctor|tutor|engineer|lawyer",
};

/** Third persons behind a question word that are the speaker's own when it asks: "qué necesita" -> "qué necesito". */
const OWN_DEEDS = new Map(
  Object.entries({
    necesita: "necesito",
    debe: "debo",
    puede: "puedo",
    tiene: "tengo",
    va: "voy",
    quiere: "quiero",
    pierde: "pierdo",
  }),
);

const cache = new Map<string, Perspective>();
const CACHE_MAX = 500;

/** The perspectives of a seed with these roles: the two sides are known by them and by the general words for a role. */
export function perspectiveOf(language: Language, roles: readonly string[], assistantRole: string): Perspective {
  const key = `${language}\n${assistantRole}\n${roles.join("\n")}`;
  const known = cache.get(key);
  if (known) return known;
  const names = (side: Side) =>
    roles
      .filter((role) => (role === assistantRole) === (side === "assistant"))
      // "The asesora_virtual" is called "la asesora" as well, the "finance_manager" "the manager".
      .flatMap((role) => [role.replaceAll("_", " "), role.split("_").at(language === "es" ? 0 : -1)!])
      .map((role) => escape(role.slice(0, 80)))
      .filter((role) => role !== "");
  const user = [...names("user"), USER_ROLES[language]].join("|");
  const professional = [...names("assistant"), PROFESSIONAL_ROLES[language]].join("|");
  const rewrites: Readonly<Record<Side, readonly Rewrite[]>> =
    language === "es"
      ? {
          assistant: [...spanish(user, "su"), ...ABOUT_USER_ES],
          user: [...spanish(professional, "su"), ...spanish(user, "mi"), ...BY_USER_ES],
        }
      : { assistant: english(user), user: [...english(professional), ...BY_USER_EN, ...ownEnglish(user)] };
  const perspective: Perspective = (text, speaker) =>
    rewrites[speaker]
      .reduce((result, [pattern, by]) => result.replace(pattern, by as string), text)
      .replace(/\s+/g, " ")
      .trim();
  if (cache.size >= CACHE_MAX) cache.clear();
  cache.set(key, perspective);
  return perspective;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").trim();
}

/** Mentions of one side in Spanish: its possessions take the determiner, as an object it goes without saying. */
function spanish(roles: string, own: "su" | "mi"): Rewrite[] {
  return [
    [
      new RegExp(`(?<!\\p{L})(?:el|la)\\s+(\\p{L}+(?:\\s+\\p{L}+)?)\\s+de(?:l| la)\\s+(?:${roles})(?!\\p{L})`, "giu"),
      `${own} $1`,
    ],
    [
      new RegExp(`(?<!\\p{L})(?:los|las)\\s+(\\p{L}+(?:\\s+\\p{L}+)?)\\s+de(?:l| la)\\s+(?:${roles})(?!\\p{L})`, "giu"),
      `${own}s $1`,
    ],
    [new RegExp(`\\s+(?:a la|al|de la|del|con el|con la)\\s+(?:${roles})(?!\\p{L})`, "giu"), ""],
    [new RegExp(`(?<!\\p{L})(?:el|la)\\s+(?:${roles})(?!\\p{L})`, "giu"), own === "su" ? "usted" : "yo"],
  ];
}

const ABOUT_USER_ES: readonly Rewrite[] = [[/(?<!\p{L})de el(?!\p{L})/giu, "del"]];
const BY_USER_ES: readonly Rewrite[] = [
  [/(?<!\p{L})su(?!\p{L})/giu, "mi"],
  [/(?<!\p{L})sus(?!\p{L})/giu, "mis"],
  [/(?<!\p{L})(?:le|les) (?=\p{L}+[nae](?!\p{L}))/giu, "me "],
  [/(\p{L}{2,}[aeií]r)se(?!\p{L})/giu, "$1me"],
  [
    /(?<=(?:^|\s)(?:qué|cómo|cuándo|dónde|si|cuánto|cuántas|cuántos|cuál|que)\s(?:no\s)?)(\p{L}+)(?!\p{L})/giu,
    (word) => OWN_DEEDS.get(fold(word)) ?? word,
  ],
  [/(?<!\p{L})de el(?!\p{L})/giu, "del"],
];

const SHIFTED =
  "know|need|want|prefer|expect|see|feel|understand|ask|say|learn|pay|get|have|has|is|was|owe|own|take|use|do|does|drive|earn|spend|live|work|keep|can|could|will|would|should|must|may|might|like|dislike|think|believe|worry|plan|lose";

/** What the other side has or does, said to it. */
function english(roles: string): Rewrite[] {
  return [
    [new RegExp(`\\b(?:the\\s+)?(?:${roles})['’]s(?!\\p{L})`, "giu"), "your"],
    [new RegExp(`\\bthe\\s+(?:${roles})(?!\\p{L})`, "giu"), "you"],
    [
      /\byou (already |also |now )?(know|need|want|prefer|expect|see|feel|understand|ask|say|learn|use|keep|work|live)s\b/giu,
      "you $1$2",
    ],
    [/\byou has\b/giu, "you have"],
    [/\byou is\b/giu, "you are"],
    [new RegExp(`\\b(${DONE_TO_PERSON}) (?:her|him)\\b`, "giu"), "$1 you"],
    [/\b(?:their|his|her)\b/giu, "your"],
    [/\bthem\b/giu, "you"],
  ];
}

/** Verbs that have a person behind them, where "her" is no possessive. */
const DONE_TO_PERSON =
  "make|makes|made|let|lets|help|helps|helped|tell|tells|told|give|gives|gave|put|puts|leave|leaves|left|keep|keeps|kept|cost|costs|pays|paid|scare|scares|correct|corrects|charge|charges|charged";

const BY_USER_EN: readonly Rewrite[] = [
  [new RegExp(`\\b(${DONE_TO_PERSON}) (?:her|him)\\b`, "giu"), "$1 me"],
  // "Your" stands by now for the professional's: what the seed calls theirs is the speaker's own.
  [/\b(?:their|his|her)\b/giu, "my"],
  [/\bthem\b/giu, "me"],
  [
    new RegExp(`\\b(?:they|he|she) (?:(is|are|was|has)|(${SHIFTED})(s|es)?)\\b`, "giu"),
    (_all, irregular, verb) =>
      irregular
        ? `I ${{ is: "am", are: "am", was: "was", has: "have" }[irregular.toLowerCase()]}`
        : `I ${englishBase(verb!)}`,
  ],
];

function ownEnglish(roles: string): Rewrite[] {
  return [
    [new RegExp(`\\b(?:the\\s+)?(?:${roles})['’]s(?!\\p{L})`, "giu"), "my"],
    [new RegExp(`\\bthe\\s+(?:${roles})(?!\\p{L})`, "giu"), "I"],
  ];
}

const FIRST_PERSON_ES: readonly Rewrite[] = [
  [
    /(?<=^(?:no )?)(necesita|busca|quiere|tiene|requiere|desea|debe|puede|va|paga|gana|usa|lleva|trabaja|prefiere|toma|siente|conoce|entiende|teme|cree|compra|espera)(?!\p{L})/iu,
    (word) => ownVerb(word),
  ],
  [/(?<=^(?:no )?)está(?!\p{L})/iu, "estoy"],
  [/(?<=^(?:no )?)es(?!\p{L})/iu, "soy"],
  [/(?<=^(?:no )?)le(?!\p{L})/iu, "me"],
  [/(?<=^(?:no )?)ha(?!\p{L})/iu, "he"],
];
const OWN_VERBS = new Map(
  Object.entries({
    requiere: "requiero",
    prefiere: "prefiero",
    siente: "siento",
    conoce: "conozco",
    entiende: "entiendo",
    teme: "temo",
    cree: "creo",
    ...Object.fromEntries(OWN_DEEDS),
  }),
);
function ownVerb(word: string): string {
  return OWN_VERBS.get(fold(word)) ?? firstPerson(`${fold(word)}r`);
}

/** What is told of the other side in the third person, as it tells it itself: "necesita ayuda" -> "necesito ayuda". */
export function toldByItself(told: string, language: Language): string {
  const rewrites: readonly Rewrite[] =
    language === "es"
      ? FIRST_PERSON_ES
      : [
          [/^(need|want|look|have|require|feel)s?\b/iu, "I $1"],
          [/^has\b/iu, "I have"],
          [/^(?:is|are)\b/iu, "I am"],
        ];
  const rewrite = rewrites.find(([pattern]) => pattern.test(told));
  return rewrite ? told.replace(rewrite[0], rewrite[1] as string) : told;
}
