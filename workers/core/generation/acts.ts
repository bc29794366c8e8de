import type { Act, ActText } from "../domains/data.ts";
import type { Language } from "../tools/simulation.ts";
import type { Clause } from "./clause.ts";
import type { Side } from "./perspective.ts";
import { toldByItself } from "./perspective.ts";
import type { Speech } from "./speech.ts";
import type { Step } from "./step.ts";
import { firstPerson, firstPlural } from "./verbs.ts";

/** Acts of the professional that want an answer before anything else can be said. */
const QUESTIONS: ReadonlySet<string> = new Set(["inquire", "request"]);

/** The act that a side does with a clause; the one without verbs takes what no other does. */
export function actOf(acts: readonly Act[], clause: Clause, side: Side, language: Language): Act {
  const own = acts.filter((act) => act.side === side);
  return (
    own.find((act) => act.verbs[language].includes(clause.verb)) ?? own.find((act) => act.verbs[language].length === 0)!
  );
}

/** Whether a step of the professional asks for something, so that a reply must follow. */
export function asks(acts: readonly Act[], step: Step, language: Language): boolean {
  const last = step.clauses.at(-1);
  return last !== undefined && QUESTIONS.has(actOf(acts, last, "assistant", language).name);
}

/**
 * One sentence of a clause's act, or null when its side has none for this form. `speaker` is who says it, `side` whose act
 * it is; `content` is what can be said about the matter, null where nothing is wanted.
 */
export function sayClause(
  input: { acts: readonly Act[]; language: Language; speech: Speech },
  clause: Clause,
  side: Side,
  part: keyof ActText,
  content: string | null,
): string | null {
  const { acts, language, speech } = input;
  const act = actOf(acts, clause, side, language);
  const lines = act.text[language][clause.form]?.[part];
  if (!lines) return null;
  const speaker: Side = part === "reply" ? (side === "assistant" ? "user" : "assistant") : side;
  const first = language === "es" ? firstPerson(clause.verb) : clause.verb;
  const object =
    speaker === "user" && clause.form === "that"
      ? toldByItself(clause.object("user"), language)
      : clause.object(speaker);
  // With something to say, only lines that say it.
  const telling = content === null ? lines : lines.filter((line) => /\{[cC]ontent\}/.test(line));
  return speech.line(telling.length > 0 ? telling : lines, {
    verb: clause.verb,
    first,
    First: capitalise(first),
    we: language === "es" ? firstPlural(clause.verb) : clause.verb,
    rest: clause.rest(speaker),
    object,
    claim: object,
    content: content === null ? null : uncapitalise(content),
    Content: content === null ? null : capitalise(content),
    Done: speech.frame("done"),
  });
}

function uncapitalise(text: string): string {
  // An acronym or "I" keeps its capitals.
  return /^(?:\p{Lu}{2}|I\b)/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
