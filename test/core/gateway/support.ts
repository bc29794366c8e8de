import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import type { RecognisedSpan } from "../../../workers/core/privacy/types.ts";
import { inspectRequest } from "../../../workers/core/gateway/inspect-request.ts";
import { compilePolicy, DEFAULT_GATEWAY_POLICY } from "../../../workers/core/gateway/policy.ts";
import type { GatewayPolicy } from "../../../workers/core/gateway/policy.ts";
import type { GatewayDialect, RequestInput, RequestInspection } from "../../../workers/core/gateway/types.ts";

/** Names are runs of two or three capitalised words: crude, but without weights and the same everywhere. */
export const engine = createPrivacyEngine({
  recogniser: {
    recognise(text) {
      const spans: RecognisedSpan[] = [];
      for (const match of text.matchAll(/\b(?:Juan|Ana|Luisa|Carlos|Pedro)(?: \p{Lu}\p{L}+){0,2}/gu)) {
        spans.push({ category: "PERSON", start: match.index, end: match.index + match[0].length, score: 0.9 });
      }
      return spans;
    },
  },
});

export const tenantKey = Uint8Array.from({ length: 16 }, (_, i) => i * 7);

export function policyWith(change: Partial<GatewayPolicy> = {}): ReturnType<typeof compilePolicy> {
  return compilePolicy({ ...DEFAULT_GATEWAY_POLICY, ...change });
}

export function inspect(
  body: unknown,
  change: Partial<Omit<RequestInput, "body">> = {},
  dialect: GatewayDialect = "openai-chat",
): RequestInspection {
  return inspectRequest({
    body: typeof body === "string" ? body : JSON.stringify(body),
    dialect,
    policy: policyWith(),
    engine,
    tenantKey,
    ...change,
  });
}

export function userSays(...contents: unknown[]): Record<string, unknown> {
  return { model: "gpt-4o-mini", messages: contents.map((content) => ({ role: "user", content })) };
}

/** The token of a value, after a request that brought it. */
export function tokenOf(inspection: RequestInspection, value: string): string {
  const entry = inspection.session.vault().find((known) => known.value === value);
  if (entry === undefined) throw new Error(`no token for ${value}`);
  return entry.token;
}

/** `text` in pieces of the given sizes, taken in turn. */
export function cut(text: string, sizes: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let at = 0, k = 0; at < text.length; k++) {
    const size = sizes[k % sizes.length]!;
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
}
