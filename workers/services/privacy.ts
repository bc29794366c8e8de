import { AppError } from "../contract/error.ts";
import type { PIIScanResponse } from "../contract/privacy.ts";
import type { PolicyName } from "../core/privacy/engine.ts";
import { isRandomId } from "../core/ingest/masking-plan.ts";
import { tokenName } from "../core/privacy/placeholders.ts";
import { detectSeedLanguage } from "../core/seeds/languages.ts";
import type { Deps, Principal } from "./deps.ts";

/**
 * The request with personal data in its `knowledge` replaced by reserved tokens: the text is read in full, by the second
 * recogniser too where there is one, since prompts are not heard by the recogniser again.
 */
export async function maskKnowledge<Request extends { knowledge: string | null }>(
  deps: Deps,
  principal: Principal,
  request: Request,
): Promise<Request> {
  if (request.knowledge === null) return request;
  const { anonymized_preview } = await scanText(deps, principal, request.knowledge, "synthetic");
  return { ...request, knowledge: anonymized_preview };
}

/**
 * Detects under the policy, whose thresholds the operator's replaces when the caller wants a scan and nothing else, and
 * shows the text as it would leave. Offsets are UTF-16 code units.
 */
export async function scanText(
  deps: Deps,
  principal: Principal,
  text: string,
  policy: PolicyName = "gateway",
): Promise<PIIScanResponse> {
  const { piiThreshold } = deps.config;
  const key = await deps.secrets.tenantKey(principal.organizationId, "surrogates", 16);
  const others = await deps.secondRecogniser?.analyze([text], detectSeedLanguage([text], "es"));
  const { texts, findings } = deps.privacy.anonymise([text], {
    policy,
    method: "token",
    key,
    ...(piiThreshold !== null && policy === "gateway" ? { threshold: piiThreshold } : {}),
    ...(others === undefined ? {} : { others }),
  });
  const found = findings[0] ?? [];
  return {
    text_length: text.length,
    pii_found: found.length > 0,
    entity_count: found.length,
    entities: found.map(({ category, ...rest }) => ({
      category: tokenName(category),
      start: rest.start,
      end: rest.end,
      score: rest.score,
      source: rest.source,
    })),
    anonymized_preview: texts[0] ?? "",
    scanner_mode: deps.secondRecogniser === null ? "edge" : "edge+presidio",
  };
}

/** The categories of personal data in a text that is kept as it is; none in an id that a machine drew. */
export function personalCategories(deps: Deps, text: string): string[] {
  if (isRandomId(text)) return [];
  return [...new Set(deps.privacy.scan(text, { policy: "synthetic" }).map(({ category }) => category))];
}

/**
 * Refuses texts that are stored as they are (ids, names of datasets, system prompts) when they hold personal data, by
 * the names of their fields: masking them would change what they refer to.
 * @throws pii_detected with the categories found, never the values.
 */
export function refusePersonalData(deps: Deps, fields: Readonly<Record<string, string | null | undefined>>): void {
  const errors = Object.entries(fields).flatMap(([field, text]) => {
    const categories = text === null || text === undefined ? [] : personalCategories(deps, text);
    return categories.length === 0 ? [] : [{ field, message: `holds ${categories.join(", ")}`, type: "pii_detected" }];
  });
  if (errors.length > 0) {
    throw new AppError("pii_detected", "These fields are stored as they are and must hold no personal data", {
      errors,
    });
  }
}
