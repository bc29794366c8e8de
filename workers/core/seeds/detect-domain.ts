import { DOMAINS, type Domain } from "../../contract/domain.ts";
import { topicsOf } from "./flow.ts";
import { wordsOf } from "./languages.ts";

/** How many more cues than the next domain's the best one must have to be believed. */
const MARGIN = 1.3;
const MIN_CUES = 2;

/** Which of the six domains a conversation is about, by the cues of their topics; null when none stands out. */
export function detectDomain(texts: readonly string[]): Domain | null {
  const words = texts.flatMap((text) => wordsOf(text));
  const scores = DOMAINS.map((domain) => ({
    domain,
    cues: topicsOf(words, domain)
      .filter(({ topic }) => topic.domain === domain)
      .reduce((sum, { count }) => sum + count, 0),
  })).sort((a, b) => b.cues - a.cues);
  const [best, next] = scores;
  return best!.cues >= MIN_CUES && best!.cues >= next!.cues * MARGIN ? best!.domain : null;
}
