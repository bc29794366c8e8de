import type { PIIScanResponse } from "../contract/privacy.ts";
import type { Deps, Principal } from "./deps.ts";

/** Detects at the gateway point and shows the text as it would leave. Offsets are UTF-16 code units. */
export async function scanText(deps: Deps, principal: Principal, text: string): Promise<PIIScanResponse> {
  const key = await deps.secrets.tenantKey(principal.organizationId, "surrogates", 16);
  const { texts, findings } = deps.privacy.anonymise([text], { policy: "gateway", method: "token", key });
  const found = findings[0] ?? [];
  return {
    text_length: text.length,
    pii_found: found.length > 0,
    entity_count: found.length,
    entities: found.map(({ category, start, end, score, source }) => ({ category, start, end, score, source })),
    anonymized_preview: texts[0] ?? "",
    scanner_mode: "edge",
  };
}
