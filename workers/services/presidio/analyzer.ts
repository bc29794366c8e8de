// Presidio's analyzer over our engine, so that an existing Presidio client can point here.
import type { PresidioAnalyzed, PresidioAnalyzeRequest } from "../../contract/presidio.ts";
import { CATEGORIES } from "../../core/gateway/profile-categories.ts";
import type { Finding, PrivacyEngine } from "../../core/privacy/engine.ts";
import { POLICIES } from "../../core/privacy/policies.ts";
import type { Policy } from "../../core/privacy/policies.ts";
import { askedTypes, presidioEntities, toPresidio } from "../../core/privacy/presidio.ts";
import { createWordList } from "../../core/privacy/word-list.ts";
import { codePointOffsets } from "./code-points.ts";

/**
 * What the analyzer reports: everything that is likely enough, beside someone or alone, as Presidio does; its client
 * chooses by entity and by score.
 */
const ANALYZER: Policy = {
  ...POLICIES.gateway,
  name: "analyzer",
  categories: { ...POLICIES.gateway.categories, ORGANIZATION: 0.5, AGE: 0.5, DATE: 0.5 },
  alone: {},
  countriesAlone: true,
};

const WORD_LISTS = "DenyListRecognizer";
/** What finds things, under names as Presidio gives them. */
const RECOGNIZERS: Readonly<Record<Finding["source"], string>> = {
  pattern: "UncasePatternRecognizer",
  recogniser: "UncaseNameRecognizer",
  presidio: "PresidioRecognizer",
};

/** The answer to `/recognizers`. */
export const PRESIDIO_RECOGNIZERS: readonly string[] = [RECOGNIZERS.pattern, RECOGNIZERS.recogniser];

/** The answer to `/supportedentities`: what `/analyze` can find, in Presidio's names. */
export function supportedEntities(): string[] {
  return presidioEntities([...CATEGORIES].filter((category) => ANALYZER.categories[category] !== null));
}

type AnalyzeOptions = Omit<PresidioAnalyzeRequest, "text">;

/** One finding in UTF-16 offsets, before it is put in Presidio's words. */
interface Found {
  type: string;
  start: number;
  end: number;
  score: number;
  recognizer: string;
  validated: boolean;
}

/**
 * `/analyze` of one request: gives the findings of each of its texts, under Presidio's names, sorted, with offsets in
 * code points. Words of deny lists are found in any case as whole words.
 */
export function createAnalyzer(privacy: PrivacyEngine, options: AnalyzeOptions): (text: string) => PresidioAnalyzed[] {
  const { context, return_decision_process, score_threshold } = options;
  const entities = options.entities ?? [];
  const asked = entities.length === 0 ? null : askedTypes(entities);
  const types = new Set(entities);
  const allowed = new Set(options.allow_list ?? []);
  const lists = (options.ad_hoc_recognizers ?? [])
    .filter(({ supported_entity }) => asked === null || types.has(supported_entity))
    .map(({ deny_list, deny_list_score, name, supported_entity }) => ({
      find: createWordList(deny_list),
      type: supported_entity,
      score: deny_list_score ?? 1,
      recognizer: name ?? WORD_LISTS,
    }));

  return (text) => {
    const found: Found[] = lists.flatMap(({ find, ...rest }) =>
      find(text).map((place) => ({ ...rest, ...place, validated: false })),
    );
    const listed = new Set(found.map(({ type, start, end }) => `${start} ${end} ${type}`));
    for (const finding of privacy.scan(text, { policy: ANALYZER, preceding: context?.join(" ") ?? "" })) {
      const { category, start, end, score, source, validated } = finding;
      const type = asked === null ? toPresidio(category) : asked.get(category);
      if (type === undefined || listed.has(`${start} ${end} ${type}`)) continue;
      found.push({ type, start, end, score, recognizer: RECOGNIZERS[source], validated });
    }
    const offsets = codePointOffsets(text);
    return found
      .filter(({ start, end, score }) => score >= (score_threshold ?? 0) && !allowed.has(text.slice(start, end)))
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map(({ type, start, end, score, recognizer, validated }) => ({
        entity_type: type,
        start: offsets[start]!,
        end: offsets[end]!,
        score,
        analysis_explanation:
          return_decision_process === true
            ? {
                recognizer,
                original_score: score,
                score,
                textual_explanation: `Found by ${recognizer}`,
                validation_result: validated ? true : null,
              }
            : null,
      }));
  };
}
