import { createSipHash, sipHex, sipNumber } from "../privacy/siphash.ts";
import type { SipHash } from "../privacy/siphash.ts";
import { createTextDigest } from "./text-digest.ts";
import type { TextDigest } from "./text-digest.ts";

/** A 16-byte key for one purpose, out of another: SipHash is a pseudorandom function, so one tells nothing of the other. */
export function deriveKey(parent: SipHash, purpose: string): Uint8Array {
  const key = new Uint8Array(16);
  for (const half of [0, 1]) {
    sipNumber(parent, `${purpose}/${half}`);
    const { high, low } = parent;
    for (let i = 0; i < 4; i++) {
      key[half * 8 + i] = high >>> (24 - 8 * i);
      key[half * 8 + 4 + i] = low >>> (24 - 8 * i);
    }
  }
  return key;
}

/** What a remembered verdict is of: part of its name. */
export type VerdictOf = "request" | "response" | "prompt" | "document" | "tool_result" | "turns";

/** Digests under a tenant's key. */
export interface TenantDigest extends TextDigest {
  /** What the names of verdicts under a policy begin with. */
  prefix(fingerprint: string, of: VerdictOf): string;
}

/** The keys of a conversation, from the tenant's and from what names the conversation. */
export interface ConversationKeys {
  /** 16 hexadecimal digits: names the conversation within the tenant, reveals nothing of it. */
  name: string;
  /** For tokens, hashes and pseudonyms. */
  values: SipHash;
  /** For hashes of values: the same in every conversation of the tenant. */
  segments: SipHash;
  /** For remembered segments: the same in every conversation of the tenant. */
  texts: TenantDigest;
}

/** What names a conversation: the caller's word for it, or else the digest of its first user message. */
export function identityOf(conversation: string | null | undefined, firstUserDigest: () => string): string {
  const isNamed = conversation !== undefined && conversation !== null && conversation !== "";
  return isNamed ? `named/${conversation}` : `first/${firstUserDigest()}`;
}

/** Fingerprints of policies whose prefixes are kept. */
const MAX_FINGERPRINTS = 100;

function createTenantDigest(key: Uint8Array): TenantDigest {
  const { digest, prefixes: digestPrefixes } = createTextDigest(key);
  const prefixes = new Map<string, Map<VerdictOf, string>>();
  return {
    digest,
    prefixes: digestPrefixes,
    prefix(fingerprint, of) {
      let known = prefixes.get(fingerprint);
      if (known === undefined) {
        if (prefixes.size >= MAX_FINGERPRINTS) prefixes.clear();
        prefixes.set(fingerprint, (known = new Map()));
      }
      let prefix = known.get(of);
      if (prefix === undefined) known.set(of, (prefix = digest(`${of}/${fingerprint}`)));
      return prefix;
    },
  };
}

interface TenantHashes {
  root: SipHash;
  segments: SipHash;
  texts: TenantDigest;
}

const tenants = new WeakMap<Uint8Array, TenantHashes>();

/** Throws RangeError unless the tenant key has 16 bytes. */
export function tenantHashes(tenantKey: Uint8Array): TenantHashes {
  let tenant = tenants.get(tenantKey);
  if (tenant === undefined) {
    const root = createSipHash(tenantKey);
    tenant = {
      root,
      segments: createSipHash(deriveKey(root, "segments")),
      texts: createTenantDigest(deriveKey(root, "texts")),
    };
    tenants.set(tenantKey, tenant);
  }
  return tenant;
}

/** Throws RangeError unless the tenant key has 16 bytes. `identity` is that of `identityOf`. */
export function conversationKeys(tenantKey: Uint8Array, identity: string): ConversationKeys {
  const { root, segments, texts } = tenantHashes(tenantKey);
  const name = sipHex(root, `conversation/${identity}`);
  return { name, values: createSipHash(deriveKey(root, `values/${name}`)), segments, texts };
}
