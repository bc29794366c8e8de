import type { Domain } from "../../contract/domain.ts";
import type { Phrase } from "./languages.ts";
import { AUTOMOTIVE_TOPICS } from "./topics/automotive.ts";
import { COMMON_TOPICS } from "./topics/common.ts";
import { EDUCATION_TOPICS } from "./topics/education.ts";
import { FINANCE_TOPICS } from "./topics/finance.ts";
import { INDUSTRIAL_TOPICS } from "./topics/industrial.ts";
import { LEGAL_TOPICS } from "./topics/legal.ts";
import { MEDICAL_TOPICS } from "./topics/medical.ts";
import type { TopicRow } from "./topics/row.ts";

/**
 * Something that a conversation may be about. `cues` are folded stems in es, en, pt and fr: a word matches when it
 * begins with one; `$` closes a whole word; `+` joins the stems of consecutive words.
 */
export interface Topic {
  readonly id: string;
  readonly domain: Domain | null;
  readonly cues: string;
  readonly noun: Phrase;
}

const DOMAIN_ROWS: Readonly<Record<Domain, readonly TopicRow[]>> = {
  "automotive.sales": AUTOMOTIVE_TOPICS,
  "medical.consultation": MEDICAL_TOPICS,
  "legal.advisory": LEGAL_TOPICS,
  "finance.advisory": FINANCE_TOPICS,
  "industrial.support": INDUSTRIAL_TOPICS,
  "education.tutoring": EDUCATION_TOPICS,
};

const toTopic = (domain: Domain | null, [id, cues, es, en, pt, fr]: TopicRow): Topic => ({
  id,
  domain,
  cues,
  noun: { es, en, pt, fr },
});

/** Every topic: the common ones first, then those of each domain. */
export const TOPICS: readonly Topic[] = [
  ...COMMON_TOPICS.map((row) => toTopic(null, row)),
  ...(Object.keys(DOMAIN_ROWS) as Domain[]).flatMap((domain) => DOMAIN_ROWS[domain].map((row) => toTopic(domain, row))),
];
