import type { SeedSchema } from "../../contract/seed.ts";
import { compileCues, matchCues } from "../seeds/cues.ts";
import { roleKindOf } from "../seeds/role-words.ts";
import { conceptsIn } from "./concepts.ts";
import { actId } from "./dialogue-acts.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { foldText, sentencesOf, type Stemmer, wordsOf } from "./text.ts";
import type { Side } from "./transcript.ts";

/** A step of the expected flow as the alignment reads it. */
export interface Step {
  text: string;
  /** Who acts, where the step says so. */
  side: Side | null;
  /** Acts of which a realising turn shows one; empty where any turn will do. */
  acts: readonly number[];
  /** Whether the act is all there is to it: a greeting, thanks or a farewell has no subject of its own. */
  social: boolean;
  /** What it is about, in concepts and in stems of content words, without the words that say who acts and how. */
  concepts: ReadonlySet<number>;
  stems: readonly string[];
}

/** How steps name what is done in them, and the acts of turns that do it. */
const DOINGS: readonly (readonly [cues: string, acts: string])[] = [
  ["salud greet bienvenid welcome saluer cumpriment apertura opening", "greet"],
  [
    "despid despedid goodbye farewell cierr cerrar closes$ closing wrap+up cloture encerr",
    "bye thanks done more courtesy",
  ],
  ["agradec thanks$ thank$ remerci", "thanks bye"],
  [
    "pregunt asks$ ask$ inquire duda$ dudas$ demande$ pergunt",
    "question qwho qwhen qwhere qmuch qwhich qwhat qwhy request",
  ],
  [
    "solicit pide$ piden request requests$ quiere$ wants$ busca$ necesita$ needs$ demande",
    "request please askoffer question problem",
  ],
  [
    "sistema$ system$ crm$ inventario$ herramienta tool$ busca$+unidades looks+up calcula calculat registra records$",
    "call result wait found done number",
  ],
  [
    "confirm resume$ sum+up sums+up resum acuerda$ agrees$ acept accept agenda$ books$ schedul programa$",
    "done ack yes day clock courtesy thanks",
  ],
  ["limitacion limitation rechaz refus declin obstac", "refuse apology no contrast"],
  ["disculp apolog", "apology refuse"],
];

/** Rows of `DOINGS` that are done by saying them. */
const SOCIAL_ROWS = 3;

const doings = compileCues(DOINGS.map(([cues]) => cues));
const doingActs = DOINGS.map(([, acts]) => acts.split(" ").map(actId));

/** Words of steps that say how something is done, not what it is about: matched by beginning. */
const MANNER = compileCues([
  "salud greet despid despedid goodbye agradec pregunt asks$ ask$ solicit pide$ request confirm resume$ resum sum$ sums$ acuerd acordad agree explica explain inform presenta$ present ofrece$ offer " +
    "describ descr sobre$ regarding relativo situac situation informac information proporcion provide inicio abre$ abr open$ opens$ conversac conversation convers plantea necesidad need precis clarify detalle detail " +
    "sistema system says$ dice$ hace$ consult ayuda help registra record limitac limitation alternativ opcion option comparte share disponible remains permanece",
]);

const FUNCTION_WORDS = new Set(Object.values(STOP_WORDS).flatMap((words) => [...words]));

/** A step's name as text: underscores and a leading `Role:` are notation, not content. */
export function stepText(step: string): string {
  return step.replaceAll("_", " ").replace(/^\s*\[?[\p{L} ]{2,24}\]?\s*[:\u2192]\s*(?=\S)/u, "");
}

/** Reads a step; `assistantRole` and `roles` are the seed's. */
export function compileStep(step: string, roles: readonly string[], assistantRole: string, stemmer: Stemmer): Step {
  const text = stepText(step);
  const words = wordsOf(foldText(text));
  const opening = words.slice(0, 3);
  const roleWords = new Map<string, Side>();
  for (const role of roles) {
    for (const word of wordsOf(foldText(role.replaceAll("_", " "))))
      roleWords.set(word, role === assistantRole ? "assistant" : "user");
  }
  const actor = opening.find((word) => roleWords.has(word) || isActor(word));
  // Steps need not be in the conversation's language, so function words of every language go.
  const about = words.filter((word) => word !== actor && !roleWords.has(word) && !FUNCTION_WORDS.has(word));
  const manner = about.filter((word) => matchCues(MANNER, [word]).size > 0);
  const rows = [...matchCues(doings, about).keys()];
  const acts = [...new Set(rows.flatMap((row) => doingActs[row]!))];
  const bare = about.filter((word) => !manner.includes(word) && matchCues(doings, [word]).size === 0);
  // A name such as `presentacion de opciones` consists of manner alone: then it is all there is to look for.
  const subject = acts.length === 0 && stemmer.contentStems(bare).length === 0 ? about : bare;
  return {
    text,
    side: actor === undefined ? null : (roleWords.get(actor) ?? sideOf(actor)),
    acts,
    social: rows.length > 0 && rows.every((row) => row < SOCIAL_ROWS),
    concepts: conceptsIn(subject),
    stems: [...new Set(stemmer.contentStems(subject))],
  };
}

function isActor(word: string): boolean {
  const kind = roleKindOf(word);
  return kind !== null && kind.side !== "neutral";
}

function sideOf(word: string): Side {
  return roleKindOf(word)?.side === "professional" ? "assistant" : "user";
}

/** The seed's units of meaning: objective, sentences of the context, constraints, steps. */
export function specUnits(seed: SeedSchema, steps: readonly string[]): string[] {
  const facts = seed.parametros_factuales;
  const units = [
    seed.objetivo,
    ...sentencesOf(facts.contexto).map((sentence) => sentence.text),
    ...facts.restricciones,
    ...steps.map(stepText),
  ];
  return units.filter((unit) => unit.trim() !== "").slice(0, 100);
}
