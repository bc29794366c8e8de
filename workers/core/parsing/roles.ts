import type { RawConversation, RawTurn, TurnRole } from "./model.ts";
import { isBusinessName, scoreText } from "./role-cues.ts";
import { readRole } from "./role-words.ts";
import type { Side } from "./role-words.ts";
import { foldLabel } from "./text.ts";
import { formatRole } from "./vocabulary.ts";

/** What `assignRoles` decides about a conversation's speakers. */
export interface RoleAssignment {
  /** Functional role of each speaker, by the speaker as written in the file. */
  roles: Map<string, string>;
  /** Which role is the assistant's side; null when nobody but the user's side speaks. */
  assistantRole: string | null;
  /** Speakers' names, without words of roles and business in them, for masking. */
  names: string[];
}

/** Roles for the sides that a chat format states, as the reference names them. */
const FORMAT_ROLE_NAMES: Record<TurnRole, string> = {
  user: "usuario",
  assistant: "asistente",
  system: "sistema",
  tool: "herramienta",
};

/** Roles for speakers of whom only a name is known, by language. */
const SIDE_ROLES: Record<string, Record<Side, string>> = {
  es: { customer: "cliente", professional: "asesor" },
  en: { customer: "customer", professional: "agent" },
  pt: { customer: "cliente", professional: "atendente" },
  fr: { customer: "client", professional: "conseiller" },
};

/** Frequent short words that tell the four languages apart. */
const LANGUAGE_WORDS: Record<string, ReadonlySet<string>> = {
  es: new Set(
    "el los las una que y con por para esta gracias hola mi su cuanto tiene buenos dias es lo le no si".split(" "),
  ),
  en: new Set("the and you is it for my your of to have thanks hello hi what can i do are with".split(" ")),
  pt: new Set(
    "uma voce nao com obrigado obrigada ola oi meu minha seu bom boa do da sim tem quero em posso".split(" "),
  ),
  fr: new Set("le les une vous et est pour avec merci bonjour mon votre je ne pas des oui avez".split(" ")),
};

/** How much text of each speaker is read. */
const READ_CHARS = 20_000;
const READ_TEXT_CHARS = 1_000;

interface Speaker {
  name: string;
  /** A role word in the name, or a side that the format states. */
  side: Side | null;
  /** Role that the name itself gives; null for names of persons and businesses. */
  role: string | null;
  /** True when the format states the side, for however many names. */
  stated: boolean;
  score: number;
  turns: number;
  order: number;
  chars: number;
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll("’", "'");
}

function languageOf(conversation: RawConversation): keyof typeof SIDE_ROLES {
  const given = conversation.language?.slice(0, 2).toLowerCase();
  if (given !== undefined && Object.hasOwn(SIDE_ROLES, given)) return given;
  const counts = new Map<string, number>();
  for (const turn of conversation.turns.slice(0, 40)) {
    for (const word of fold(turn.text.slice(0, READ_TEXT_CHARS)).split(/[^\p{L}]+/u)) {
      for (const [language, words] of Object.entries(LANGUAGE_WORDS)) {
        if (words.has(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
      }
    }
  }
  let best = "es";
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language;
  return best;
}

function newSpeaker(turn: RawTurn, order: number, names: Set<string>): Speaker {
  const speaker: Speaker = {
    name: turn.speaker,
    side: null,
    role: null,
    stated: false,
    score: 0,
    turns: 0,
    order,
    chars: 0,
  };
  if (turn.role !== undefined) {
    speaker.stated = true;
    speaker.role = FORMAT_ROLE_NAMES[turn.role];
    if (turn.role === "assistant") speaker.side = "professional";
    if (turn.role === "user") speaker.side = "customer";
    if (formatRole(turn.speaker) !== turn.role) addName(turn.speaker, names);
    return speaker;
  }
  const folded = foldLabel(turn.speaker);
  const business = isBusinessName(folded);
  const read = readRole(turn.speaker);
  if (read !== null && read.rest === "") {
    speaker.side = read.side;
    speaker.role = read.role;
    return speaker;
  }
  addName(turn.speaker, names);
  if (read !== null) {
    speaker.score += read.side === "professional" ? TITLED : -TITLED;
    if (!business) speaker.role = read.role;
  }
  if (business) speaker.score += 6;
  else if (/^\+?[\d\s().-]{7,}$/.test(turn.speaker)) speaker.score -= 2;
  return speaker;
}

/**
 * Keeps what is left of a speaker without words of roles and business, which would else be masked all over the text
 * (`Recepción Clínica Santa Lidia` leaves `Santa Lidia`). Numbers are found by the detectors.
 */
function addName(speaker: string, names: Set<string>): void {
  const words = speaker.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word) && !isBusinessName(foldLabel(word)));
  const name = readRole(words.join(" "))?.rest ?? words.join(" ");
  if (name !== "") names.add(name);
}

function scoreSpeakers(conversation: RawConversation, names: Set<string>): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const turn of conversation.turns) {
    let speaker = speakers.get(turn.speaker);
    if (speaker === undefined) {
      speaker = newSpeaker(turn, speakers.size, names);
      speakers.set(turn.speaker, speaker);
    }
    speaker.turns += 1;
    if (turn.toolCalls.length > 0) speaker.score += 10;
    if (speaker.chars > READ_CHARS) continue;
    speaker.chars += turn.text.length;
    speaker.score += scoreText(fold(turn.text.slice(0, READ_TEXT_CHARS)));
  }
  return [...speakers.values()];
}

/** How far above zero a further speaker must score to count as a second professional. */
const SECOND_PROFESSIONAL = 5;
/** A role word beside a name (`Asesor Juan`, `Ing. Garza`) says much but not all: engineers are customers too. */
const TITLED = 5;
/** Who writes first more often asks than serves. */
const FIRST_SPEAKER = -1;

/**
 * Decides the side of speakers of whom only a name is known: role words first, then what they say, then who began.
 * Of two speakers, exactly one serves; among more, the one who sounds most like it and whoever clearly does too.
 */
function decideSides(people: Speaker[]): void {
  const known = people.filter((speaker) => speaker.side !== null);
  const open = people.filter((speaker) => speaker.side === null);
  const score = (speaker: Speaker): number => speaker.score + (speaker.order === 0 ? FIRST_SPEAKER : 0);
  const served = known.some((speaker) => speaker.side === "professional");
  const asked = known.some((speaker) => speaker.side === "customer");
  const ranked = [...open].sort((a, b) => score(b) - score(a) || b.order - a.order);
  ranked.forEach((speaker, index) => {
    const mustServe = !served && index === 0 && (people.length > 1 || score(speaker) > 0);
    const mayServe =
      score(speaker) >= SECOND_PROFESSIONAL && (asked || index < ranked.length - 1 || people.length === 1);
    speaker.side = mustServe || mayServe ? "professional" : "customer";
  });
}

/**
 * Gives every speaker a functional role, so that no name of a person or business ever becomes one, and says which
 * role is the assistant's side. Role words in the file stay (in lower case, ASCII, joined by `_`); names, numbers and
 * businesses become `cliente`/`asesor` or their like in the conversation's language, numbered from the second on.
 * Where nobody serves, the second role counts as the assistant's.
 */
export function assignRoles(conversation: RawConversation): RoleAssignment {
  const names = new Set<string>();
  const speakers = scoreSpeakers(conversation, names);
  const language = languageOf(conversation);
  const people = speakers.filter((speaker) => speaker.role !== "herramienta" && speaker.role !== "sistema");
  decideSides(people);
  const numbering = new Numbering();
  const roles = new Map<string, string>();
  for (const speaker of speakers) {
    const role = speaker.role ?? SIDE_ROLES[language]![speaker.side ?? "customer"];
    roles.set(speaker.name, speaker.stated ? role : numbering.of(role, speaker.name));
  }
  const serving = people.filter((speaker) => speaker.side === "professional");
  serving.sort((a, b) => b.turns - a.turns || a.order - b.order);
  const [first] = serving;
  const peopleRoles = [...new Set(people.map((speaker) => roles.get(speaker.name)!))];
  const assistantRole = first === undefined ? (peopleRoles[1] ?? null) : roles.get(first.name)!;
  return { roles, assistantRole, names: [...names] };
}

/** Tells people of one role apart: `cliente`, `cliente_2`. The same name in another case is the same person. */
class Numbering {
  readonly #counts = new Map<string, number>();
  readonly #byName = new Map<string, string>();

  of(role: string, name: string): string {
    const key = `${role} ${foldLabel(name)}`;
    const known = this.#byName.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(role) ?? 0) + 1;
    this.#counts.set(role, count);
    const result = count === 1 ? role : `${role}_${count}`;
    this.#byName.set(key, result);
    return result;
  }
}
