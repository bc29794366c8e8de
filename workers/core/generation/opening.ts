import type { Language } from "../tools/simulation.ts";
import { fold } from "../tools/simulation.ts";
import { sayClause } from "./acts.ts";
import type { Beat } from "./beats.ts";
import type { Teller } from "./exchange.ts";
import { actsFor, COURTESY, deedsOf, partOf, sayAnswer, state } from "./exchange.ts";
import { toldByItself } from "./perspective.ts";
import type { Step } from "./step.ts";
import { contentStems, coverage } from "./step.ts";

/** Greetings, the reason for the contact, and what the conversation is for. */
export function sayOpening(teller: Teller, beat: Beat, opening: { need: string; agenda: string | null }): void {
  const { speech } = teller;
  const welcome = () => {
    speech.say("assistant", partOf(teller, beat, beat.opens === "assistant" ? "ai" : "ar") ?? "");
    if (opening.agenda !== null) speech.say("assistant", speech.frame("agenda", { phrase: opening.agenda }));
    if (beat.raised !== null) {
      const words = speech.line(beat.raised.text[teller.language].ar, {}, beat.answers[0] ?? null) ?? "";
      sayAnswer(teller, { ...beat, topic: beat.raised, opens: "assistant" }, words);
    }
    state(teller, beat.constraints);
  };
  if (beat.opens === "assistant") welcome();
  speech.say("user", partOf(teller, beat, beat.opens === "assistant" ? "ur" : "ui") ?? "");
  if (beat.raised !== null) {
    const words = speech.line(beat.raised.text[teller.language].ui, {}, beat.step) ?? "";
    speech.say("user", opening.need);
    speech.say("user", words);
  } else for (const words of reasons(teller, beat.step, opening.need)) speech.say("user", words);
  if (beat.opens === "user") welcome();
}

/** Why the other side gets in touch: what its first step says, or the domain's usual reasons. */
function reasons(teller: Teller, step: Step | null, need: string): string[] {
  const { language, speech } = teller;
  const phrase = step === null || step.actor !== "user" ? "" : step.phrase.replace(COURTESY, "");
  if (phrase === "" || coverage(step!.stems, need, language) >= 0.5) return [need];
  const told = TELLS[language].exec(phrase);
  if (told) return [need, speech.frame("told", { phrase: toldByItself(told[1]!, language) })];
  if (ASKS.test(fold(phrase))) return [speech.frame("wish", { phrase })];
  const clause = deedsOf(step!)[0];
  const said = clause ? sayClause(actsFor(teller), clause, "user", "say", null) : null;
  if (said === null) return [need];
  // What is told in particular is reason enough; the domain's usual one might be about something else.
  const isParticular =
    clause!.form === "that" || clause!.form === "clause" || contentStems(clause!.object("user"), language).size >= 4;
  return isParticular ? [said] : [need, said];
}

const ASKS =
  /^(?:pregunt|solicit|ped|consult|reclam|negoci|ask|request|inquir|negotiat|book|agend|reserv|compar|cotiz|quot|schedul|report|buy|comprar)/;
const TELLS: Readonly<Record<Language, RegExp>> = {
  es: /^(?:explicar|indicar|expresar|decir|comentar|mencionar|señalar|informar|exponer|contar)\s+que\s+(.+)$/iu,
  en: /^(?:explain|state|say|mention|tell you|indicate|report|express)\s+that\s+(?:they|he|she|it|the \p{L}+)\s+(.+)$/iu,
};
