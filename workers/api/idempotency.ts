import { createMiddleware } from "hono/factory";
import { AppError } from "../contract/error.ts";
import type { ApiEnv } from "./context.ts";
import { readCaller } from "./declare.ts";
import { STREAMED_PATHS } from "./uploads.ts";

/** A claim that nobody settled in this time belongs to a request that died. */
const CLAIM_MS = 120_000;
const SEAL_LABEL = "idempotency";
const MAX_KEPT_BYTES = 512 * 1024;

interface KeptReply {
  status: number;
  type: string;
  body: string;
}

function toHex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** SHA-256 over the key and the parts, hexadecimal. */
async function keyedHash(key: Uint8Array, ...parts: Uint8Array[]): Promise<string> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, key.length));
  joined.set(key);
  let offset = key.length;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return toHex(await crypto.subtle.digest("SHA-256", joined));
}

/**
 * `Idempotency-Key` on any POST: the first request does the work, every repetition with the same body (a streamed
 * upload: of the same size) gets the first answer (with `Idempotency-Replayed: true`), another body gets 422, a repetition while the first still runs 409.
 * Replies are kept sealed with the tenant's key; answers of 5xx are not kept, and neither are replies that carry a
 * secret (their `plain_key` is left out of the kept copy).
 */
export const honourIdempotency = createMiddleware<ApiEnv>(async (c, next) => {
  const givenKey = c.req.header("idempotency-key");
  if (givenKey === undefined || c.req.method !== "POST") return next();
  if (!/^[\x21-\x7e]{1,128}$/.test(givenKey)) {
    throw new AppError("bad_request", "Idempotency-Key: 1 to 128 printable ASCII characters");
  }
  const deps = c.get("deps");
  const { organizationId } = await readCaller(c);
  const hashKey = await deps.secrets.tenantKey(organizationId, "idempotency-hash", 32);
  // A client may choose its customer's telephone number for a key: only a keyed hash of it is kept.
  const key = await keyedHash(hashKey, new TextEncoder().encode(givenKey));
  const bytes = new TextEncoder().encode(`${c.req.method} ${c.req.path}${new URL(c.req.url).search}\n`);
  // A streamed upload is told apart by its size: it is not held, and a repeated form has another boundary in it.
  const content = STREAMED_PATHS.has(c.req.path)
    ? new TextEncoder().encode(c.req.header("content-length") ?? "")
    : new Uint8Array(await c.req.raw.clone().arrayBuffer());
  const requestHash = await keyedHash(hashKey, bytes, content);

  const now = deps.clock.now();
  const stale = new Date(now.getTime() - CLAIM_MS).toISOString();
  const claim = await deps.idempotency.claim(organizationId, key, requestHash, now.toISOString(), stale);
  if (claim !== "claimed") {
    if (claim.requestHash !== requestHash) throw new AppError("idempotency_mismatch");
    if (claim.reply === null) {
      throw new AppError("conflict", "The first request with this Idempotency-Key is still running", {
        headers: { "Retry-After": "1" },
      });
    }
    const kept = JSON.parse(await deps.secrets.open(organizationId, SEAL_LABEL, claim.reply)) as KeptReply;
    return new Response(kept.body === "" ? null : kept.body, {
      status: kept.status,
      headers: { "Content-Type": kept.type, "Idempotency-Replayed": "true" },
    });
  }
  await next();
  const type = c.res.headers.get("content-type") ?? "";
  const keep = c.res.status < 500 && type.includes("json");
  const text = keep ? await c.res.clone().text() : "";
  if (!keep || text.length > MAX_KEPT_BYTES) {
    await deps.idempotency.release(organizationId, key);
    return;
  }
  const reply: KeptReply = { status: c.res.status, type, body: withoutSecrets(text) };
  const sealed = await deps.secrets.seal(organizationId, SEAL_LABEL, JSON.stringify(reply));
  await deps.idempotency.settle(organizationId, key, c.res.status, sealed);
});

/** A secret is shown once: a replayed reply says `null` in its place. */
function withoutSecrets(text: string): string {
  return JSON.stringify(JSON.parse(text, (name, value) => (name === "plain_key" || name === "secret" ? null : value)));
}
