// Answers given again: opt-in per organisation, kept in the isolate's memory as the provider gave them, so with tokens
// in the place of the caller's values; each caller's own are put back on the way out.
import type { Deps } from "../deps.ts";
import type { Tenant } from "./remembered.ts";
import type { Called } from "./calls.ts";
import type { Target } from "./routing.ts";

/** UTF-16 code units of all answers together. */
const MAX_CHARS = 8 * 1024 * 1024;
const MAX_ANSWER_CHARS = 256 * 1024;

type Whole = Extract<Called, { kind: "whole" }>;

export interface AnswerCache {
  get(key: string, nowMs: number): Whole | null;
  put(key: string, answer: Whole, untilMs: number): void;
}

const caches = new WeakMap<Deps, AnswerCache>();

function createAnswerCache(): AnswerCache {
  const kept = new Map<string, { answer: Whole; untilMs: number }>();
  let chars = 0;
  const drop = (key: string): void => {
    const entry = kept.get(key);
    if (entry === undefined) return;
    kept.delete(key);
    chars -= entry.answer.text.length;
  };
  return {
    get(key, nowMs) {
      const entry = kept.get(key);
      if (entry === undefined) return null;
      if (entry.untilMs > nowMs) return entry.answer;
      drop(key);
      return null;
    },
    put(key, answer, untilMs) {
      if (answer.text.length > MAX_ANSWER_CHARS) return;
      drop(key);
      kept.set(key, { answer, untilMs });
      chars += answer.text.length;
      for (const oldest of kept.keys()) {
        if (chars <= MAX_CHARS) break;
        drop(oldest);
      }
    },
  };
}

export function answerCache(deps: Deps): AnswerCache {
  let cache = caches.get(deps);
  if (cache === undefined) caches.set(deps, (cache = createAnswerCache()));
  return cache;
}

/** Digest of everything that the answer depends on; tenants never share an entry, and a new policy begins anew. */
export async function cacheKey(
  tenant: Tenant,
  endpoint: string,
  targets: readonly Target[],
  fingerprint: string,
  redacted: readonly string[],
): Promise<string> {
  const chain = targets.map(({ connection, model }) => `${connection.id}/${model}`);
  const text = JSON.stringify([tenant.organizationId, endpoint, chain, fingerprint, redacted]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...digest));
}
