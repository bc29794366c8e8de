import { createSipHash, sipHex } from "../privacy/siphash.ts";
import type { SipHash } from "../privacy/siphash.ts";

/** A 16-byte key for one purpose, out of another: SipHash is a pseudorandom function, so one tells nothing of the other. */
export function deriveKey(parent: SipHash, purpose: string): Uint8Array {
  const key = new Uint8Array(16);
  for (const half of [0, 1]) {
    sipHex(parent, `${purpose}/${half}`);
    const { high, low } = parent;
    for (let i = 0; i < 4; i++) {
      key[half * 8 + i] = high >>> (24 - 8 * i);
      key[half * 8 + 4 + i] = low >>> (24 - 8 * i);
    }
  }
  return key;
}

/** The keys of a conversation, from the tenant's and from what names the conversation. */
export interface ConversationKeys {
  /** 16 hexadecimal digits: names the conversation within the tenant, reveals nothing of it. */
  name: string;
  /** For tokens, hashes and pseudonyms. */
  values: SipHash;
  valuesKey: Uint8Array;
  /** For remembered segments: the same in every conversation of the tenant. */
  segments: SipHash;
}

/** What names a conversation: the caller's word for it, or else the digest of its first user message. */
export function identityOf(conversation: string | null | undefined, firstUserDigest: string): string {
  const isNamed = conversation !== undefined && conversation !== null && conversation !== "";
  return isNamed ? `named/${conversation}` : `first/${firstUserDigest}`;
}

interface TenantHashes {
  root: SipHash;
  segments: SipHash;
}

const tenants = new WeakMap<Uint8Array, TenantHashes>();

/** Throws RangeError unless the tenant key has 16 bytes. */
export function tenantHashes(tenantKey: Uint8Array): TenantHashes {
  let tenant = tenants.get(tenantKey);
  if (tenant === undefined) {
    const root = createSipHash(tenantKey);
    tenant = { root, segments: createSipHash(deriveKey(root, "segments")) };
    tenants.set(tenantKey, tenant);
  }
  return tenant;
}

/** Throws RangeError unless the tenant key has 16 bytes. `identity` is that of `identityOf`. */
export function conversationKeys(tenantKey: Uint8Array, identity: string): ConversationKeys {
  const tenant = tenantHashes(tenantKey);
  const name = sipHex(tenant.root, `conversation/${identity}`);
  const valuesKey = deriveKey(tenant.root, `values/${name}`);
  return { name, values: createSipHash(valuesKey), valuesKey, segments: tenant.segments };
}
