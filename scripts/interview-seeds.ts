import type { SeedSchema } from "../workers/contract/seed.ts";
import type { Random } from "../workers/core/generation/random.ts";
import { answer, interviewSchema, startInterview } from "../workers/core/seeds/interview/machine.ts";
import type { Industry, InterviewField, InterviewLocale } from "../workers/core/seeds/interview/schema.ts";
import { INDUSTRIES } from "../workers/core/seeds/interview/schema.ts";
import { VALUE_NAMES } from "../workers/core/seeds/interview/vocabulary.ts";

/** What a person might answer where the interview takes free text; the same for every industry. */
const FREE_TEXT: Readonly<Record<InterviewLocale, readonly string[]>> = {
  es: [
    "lo habitual en una primera consulta",
    "quiere entender los costos antes de decidir",
    "llega con dudas después de leer en internet",
    "un caso sencillo que se resuelve el mismo día",
  ],
  en: [
    "the usual for a first contact",
    "wants to understand the costs before deciding",
    "comes with doubts after reading on the internet",
    "a simple case that is solved the same day",
  ],
};

const STOP: Readonly<Record<InterviewLocale, string>> = { es: "eso es todo", en: "that's all" };

function answerTo(field: InterviewField, locale: InterviewLocale, random: Random): string {
  if (field.kind === "enum") {
    const value = random.pick(field.options);
    return VALUE_NAMES.get(value)?.[locale] ?? value.replaceAll("_", " ");
  }
  if (field.kind === "bool" || field.kind === "flag") {
    const yes = random.next() < 0.5;
    return locale === "es" ? (yes ? "sí" : "no") : yes ? "yes" : "no";
  }
  return field.kind === "int" ? String(random.int(1, 5)) : random.pick(FREE_TEXT[locale]);
}

/**
 * Seeds of `count` interviews of an industry, as they come out of the interview's own machine: the first ends at once,
 * the second half way, all others answer every question.
 */
export function interviewSeeds(
  industry: Industry,
  locale: InterviewLocale,
  count: number,
  random: Random,
): SeedSchema[] {
  const { fields } = interviewSchema(industry);
  return Array.from({ length: count }, (_, i) => {
    const draw = random.fork(`${industry}/${locale}/${i}`);
    const answers = i === 0 ? 0 : i === 1 ? 4 : Number.POSITIVE_INFINITY;
    let reply = startInterview({ industry, locale });
    for (let turn = 0; !reply.complete; turn++) {
      const asked = fields.find((field) => field.path === reply.state.asking);
      const words = turn >= answers || asked === undefined ? STOP[locale] : answerTo(asked, locale, draw);
      reply = answer(reply.state, words, { seedId: `interview-${industry}-${locale}-${i + 1}` });
    }
    return reply.seed!;
  });
}

/** The industry whose interview makes seeds of a domain. */
export function industryOf(domain: string): Industry {
  return INDUSTRIES.find((industry) => interviewSchema(industry).domain === domain)!;
}
