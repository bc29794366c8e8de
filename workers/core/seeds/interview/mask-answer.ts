import type { Finding, PrivacyEngine } from "../../privacy/engine.ts";
import { wordsOf } from "../languages.ts";
import { STOP_WORDS } from "./machine.ts";
import type { InterviewLocale } from "./schema.ts";
import { VALUE_CUES, VALUE_NAMES } from "./vocabulary.ts";

/** A shorter stem begins too many names. */
const MIN_STEM = 5;
/** How many letters an ending may have. */
const ENDINGS = [0, 1, 2, 3];
/** How a name is written; acronyms of laws and institutions are not. */
const CAPITALISED = /\p{Lu}\p{Ll}/u;

const known = new Set<string>();
const stems = new Set<string>();

for (const [value, names] of VALUE_NAMES) {
  for (const phrase of [value.replace(/_/gu, " "), names.es, names.en])
    for (const word of wordsOf(phrase)) known.add(word);
}
for (const phrase of STOP_WORDS) for (const word of wordsOf(phrase)) known.add(word);
for (const cues of VALUE_CUES.values()) {
  for (const cue of cues.split(/[ +]/u)) {
    if (cue.endsWith("$")) known.add(cue.slice(0, -1));
    else if (cue.length >= MIN_STEM) stems.add(cue);
  }
}
for (const word of known) {
  const stem = word.replace(/(?:os|as|es|o|a|e|s)$/u, "");
  if (stem.length >= MIN_STEM) stems.add(stem);
}

/** Whether a word is one that the interview's own questions use, in any of its endings. */
function isKnown(word: string): boolean {
  return (
    known.has(word) ||
    ENDINGS.some((cut) => word.length - cut >= MIN_STEM && stems.has(word.slice(0, word.length - cut)))
  );
}

/**
 * Layer 0 for an answer of an interview: personal data becomes tokens (`[PERSON]`), recall first. A lone word such as
 * `frustrado` or `sedan` looks like a name without its sentence, so findings that consist of the interview's own words
 * alone, not written as a name is, are left. `others` are the findings of a second recogniser.
 */
export function maskAnswer(
  message: string,
  locale: InterviewLocale,
  privacy: PrivacyEngine,
  key: Uint8Array,
  others: readonly Finding[] = [],
): string {
  const bypassWords = privacy
    .scan(message, { policy: "gate", others })
    .filter((finding) => !finding.validated)
    .filter((finding) => {
      const text = message.slice(finding.start, finding.end);
      const words = wordsOf(text);
      const opens = message.slice(0, finding.start).trim() === "";
      return !CAPITALISED.test(opens ? text.slice(1) : text) && words.length > 0 && words.every(isKnown);
    })
    .map((finding) => message.slice(finding.start, finding.end));
  const { texts } = privacy.anonymise([message], {
    policy: "gate",
    method: "token",
    key,
    bypassWords,
    language: locale,
    others: [others],
  });
  return texts[0]!;
}
