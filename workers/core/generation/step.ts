import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";
import type { Clause } from "./clause.ts";
import { readClauses } from "./clause.ts";
import type { Side } from "./perspective.ts";
import { perspectiveOf } from "./perspective.ts";
import { ENGLISH_BASE, englishBase, furtherVerbs, infinitive } from "./verbs.ts";

/** A flow step, read: who acts, and what is done as a phrase that can stand in a sentence of that side. */
export type Step = {
  text: string;
  /** The side that the step names as its subject, when it names one. */
  actor: Side | null;
  /** `verb`: an infinitive ("explicar la garantía", "explain the warranty"); `noun`: a thing ("opciones de crédito"). */
  kind: "verb" | "noun";
  phrase: string;
  /** The deeds that the step joins ("asks for the budget and confirms it" are two); none for a thing. */
  clauses: readonly Clause[];
  /** Folded content stems of the step. */
  stems: ReadonlySet<string>;
};

const STOP: Readonly<Record<Language, ReadonlySet<string>>> = {
  es: new Set(
    "a al ante con como cual cuando de del desde donde e el ella en entre es esta este esto hacia ha han hasta la las le les lo los mas me mi muy no o para pero por que se ser si sin sobre son su sus tambien te tiene tu u un una uno y ya debe deben usted antes cada todo toda todos todas".split(
      " ",
    ),
  ),
  en: new Set(
    "a about an and any are as at be before by for from has have how if in into is it its must of on or our should so that the their them they this to up was we what when where which who will with you your all each can".split(
      " ",
    ),
  ),
};

/** Folded word stems that carry meaning: stop words out, words cut to six letters, so that inflections meet. */
export function contentStems(text: string, language: Language): Set<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !STOP[language].has(word)).map((word) => word.slice(0, 6)));
}

/** Share of `wanted` that the text says; 1 when nothing is wanted. */
export function coverage(wanted: ReadonlySet<string>, text: string, language: Language): number {
  if (wanted.size === 0) return 1;
  const said = contentStems(text, language);
  let hits = 0;
  for (const stem of wanted) if (said.has(stem)) hits++;
  return hits / wanted.size;
}

const SUBJECTS: Readonly<Record<Language, RegExp>> = {
  es: /^(?:el|la|los|las|un|una)\s+([\p{L}_]+(?:\s+(?:virtual|financier[oa]|de\s+(?:ventas|soporte|cuenta)|t[eé]cnic[oa]|legal|m[eé]dic[oa]))?)\s+(?:(?:le|les|lo|la|se)\s+)?(\p{L}+)\b\s*(.*)$/iu,
  en: /^(?:the|an?)\s+([\p{L}_]+(?:\s+(?:advisor|adviser|engineer|agent|representative|technician|assistant))?)\s+(\p{L}+)\b\s*(.*)$/iu,
};

/** Words for the two sides that seeds use whatever their roles are called. */
const USER_WORDS =
  /^(client|customer|usuari|user|pacient|patient|alumn|estudiant|student|learner|operador|operator|comprador|buyer|visitante|caller|solicitante|padre|madre|parent|acompanante|interesad|quien\s+consulta|tecnico_planta)/;

/** Reads a flow step. `assistantRole` is the seed's; any other subject that is a role of the seed is the other side's. */
export function readStep(text: string, language: Language, roles: readonly string[], assistantRole: string): Step {
  const clean = text
    .replaceAll("_", " ")
    .replace(/^\s*\d+\s*[.)-]\s*/, "")
    .trim()
    .replace(/[.;:]+$/, "");
  const stems = contentStems(clean, language);
  const named = /^([\p{L} ]{2,40}):\s+(.+)$/u.exec(clean);
  const namedActor = named ? sideOf(named[1]!, roles, assistantRole) : null;
  const body = namedActor === null ? clean : named![2]!;
  const subject = readSubject(body, language, roles);
  const subjectSide = subject ? sideOf(subject[1]!, roles, assistantRole) : null;
  // "The customer is identified": whoever does it, it is not done by the subject, and the sentence cannot be turned.
  if (subject && /^(es|son|esta|estan|is|are|gets?)$/.test(fold(subject[2]!)))
    return { text: clean, actor: null, kind: "noun", phrase: "", clauses: [], stems };
  const actor = namedActor ?? subjectSide;
  const words =
    subject && subjectSide !== null ? `${infinitive(subject[2]!, language)} ${subject[3] ?? ""}`.trim() : body;
  const kind = subject && subjectSide !== null ? "verb" : startsWithVerb(words, language) ? "verb" : "noun";
  const started = kind === "verb" && !subjectSide ? firstVerb(words, language) : words;
  const deed = lowerFirst(kind === "verb" ? furtherVerbs(started, language) : started);
  const perspective = perspectiveOf(language, roles, assistantRole);
  return {
    text: clean,
    actor,
    kind,
    phrase: perspective(deed, actor === "user" ? "user" : "assistant"),
    clauses: kind === "verb" ? readClauses(deed, language, perspective) : [],
    stems,
  };
}

/**
 * The subject of a step with its verb and the rest, as groups 1 to 3. A role of the seed is taken whole ("the care
 * manager asks"), then in English whatever stands before a verb that is known.
 */
function readSubject(
  body: string,
  language: Language,
  roles: readonly string[],
): readonly (string | undefined)[] | null {
  const start = (language === "es" ? /^(?:el|la|los|las|un|una)\s+/iu : /^(?:the|an?)\s+/iu).exec(body);
  if (start === null) return null;
  const words = body.slice(start[0].length).split(/\s+/).slice(0, 200);
  const isVerb = (word: string | undefined) => word !== undefined && /^\p{L}+$/u.test(word);
  const split = (size: number) => [body, words.slice(0, size).join(" "), words[size], words.slice(size + 1).join(" ")];
  const names = new Set(roles.map((role) => fold(role).replaceAll("_", " ")));
  for (let size = Math.min(5, words.length - 1); size >= 2; size--) {
    const clitic = /^(?:le|les|lo|la|se)$/iu.test(words[size]!);
    if (!names.has(fold(words.slice(0, size).join(" ")))) continue;
    if (language === "es" && clitic) words.splice(size, 1);
    if (isVerb(words[size])) return split(size);
  }
  if (language === "en") {
    const size = [1, 2, 3].find((place) => isFiniteVerb(words[place]));
    if (size !== undefined) return split(size);
  }
  return SUBJECTS[language].exec(body);
}

/** Whether an English word is a known verb in the third person. */
function isFiniteVerb(word: string | undefined): boolean {
  if (word === undefined || !word.endsWith("s")) return false;
  const base = englishBase(fold(word));
  return ENGLISH_BASE.has(base) && base !== fold(word);
}

/** Which side a role name or a general word for a role stands for; null when it is no role at all. */
function sideOf(name: string, roles: readonly string[], assistantRole: string): Step["actor"] {
  const folded = fold(name).replaceAll("_", " ").trim();
  const plain = (role: string) => fold(role).replaceAll("_", " ");
  const role =
    roles.find((candidate) => plain(candidate) === folded) ??
    roles.find((candidate) => plain(candidate).split(" ").includes(folded)) ??
    roles.find((candidate) => folded.includes(" ") && folded.split(" ").at(-1) === plain(candidate));
  if (role !== undefined) return role === assistantRole ? "assistant" : "user";
  if (USER_WORDS.test(folded)) return "user";
  const professional =
    /^(asesor|agente|vendedor|medic|doctor|abogad|tutor|ingenier|tecnic|profesional|especialista|asistent|ejecutiv|profesor|docent|advis|agent|seller|salesperson|sales|physician|lawyer|attorney|engineer|technician|professional|assistant|teacher|consult|support|nurse|clinician|counsel|specialist|coach|analyst|representative|executive|bot)/;
  return professional.test(folded) ? "assistant" : null;
}

function startsWithVerb(text: string, language: Language): boolean {
  const first = fold(text.split(/\s+/)[0] ?? "");
  return language === "es"
    ? /(ar|er|ir|arle|erle|irle|arse|erse|irse)$/.test(first) && first.length > 3
    : ENGLISH_BASE.has(first) || ENGLISH_BASE.has(englishBase(first));
}

/** "Explains the plan" and "Explain the plan" are the same step. */
function firstVerb(text: string, language: Language): string {
  if (language === "es") return text;
  const [first = "", ...rest] = text.split(/\s+/);
  return [ENGLISH_BASE.has(fold(first)) ? first : englishBase(fold(first)), ...rest].join(" ");
}

function lowerFirst(text: string): string {
  // An acronym ("CRM", "KYC") keeps its capitals.
  return /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
