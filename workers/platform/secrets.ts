import type { Secrets } from "../services/ports/accounts.ts";

const encoder = new TextEncoder();
const SALT = encoder.encode("uncase/v1");
/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410, 7). */
const ED25519_PKCS8 = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
const MAX_CACHED_KEYS = 1000;
/** Stands before everything that is sealed; `v1:ID` where the operator's sealing key of that id is the root. */
const SEAL_VERSION = "v1";

/** A root secret for sealing alone, so that it can be changed without changing what else is derived. */
export interface SealingKey {
  id: string;
  secret: string;
}

function toHex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

const importRoot = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, ["deriveBits"]);

/**
 * Keys of every purpose, derived from the root secret by HKDF-SHA-256 (RFC 5869) with the purpose and the tenant as
 * `info`: no two purposes and no two tenants share a key. The first of `sealingKeys` seals; all of them and the root
 * secret open what was sealed under them.
 */
export function makeSecrets(rootSecret: string, sealingKeys: readonly SealingKey[] = []): Secrets {
  const root = importRoot(rootSecret);
  const sealingRoots = new Map<string, Promise<CryptoKey>>([[SEAL_VERSION, root]]);
  for (const { id, secret } of sealingKeys) sealingRoots.set(`${SEAL_VERSION}:${id}`, importRoot(secret));
  const current = sealingKeys[0] === undefined ? SEAL_VERSION : `${SEAL_VERSION}:${sealingKeys[0].id}`;
  const cache = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  function derive(info: string, bytes: number, version = SEAL_VERSION): Promise<Uint8Array<ArrayBuffer>> {
    const name = `${version}/${bytes}/${info}`;
    let key = cache.get(name);
    if (key === undefined) {
      key = sealingRoots.get(version)!.then(async (material) => {
        const algorithm = { name: "HKDF", hash: "SHA-256", salt: SALT, info: encoder.encode(info) };
        return new Uint8Array(await crypto.subtle.deriveBits(algorithm, material, bytes * 8));
      });
      if (cache.size >= MAX_CACHED_KEYS) cache.clear();
      cache.set(name, key);
    }
    return key;
  }

  async function sealingKey(version: string, organizationId: string, label: string): Promise<CryptoKey> {
    const raw = await derive(`seal/${label}/${organizationId}`, 32, version);
    return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  }

  /** What a sealed text is bound to, as text that no other four values give. */
  const boundTo = (...values: string[]) => encoder.encode(JSON.stringify(values));

  let signing: Promise<{ privateKey: CryptoKey; publicKey: Uint8Array }> | null = null;

  function signingKey(): Promise<{ privateKey: CryptoKey; publicKey: Uint8Array }> {
    signing ??= derive("certificates/ed25519", 32).then(async (seed) => {
      const pkcs8 = new Uint8Array([...ED25519_PKCS8, ...seed]);
      const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
      const { x = "" } = (await crypto.subtle.exportKey("jwk", privateKey)) as { x?: string };
      return { privateKey, publicKey: fromBase64(x.replaceAll("-", "+").replaceAll("_", "/")) };
    });
    return signing;
  }

  return {
    tenantKey: (organizationId, label, bytes) => derive(`tenant/${label}/${organizationId}`, bytes),

    async hashApiKey(secret) {
      const key = await crypto.subtle.importKey(
        "raw",
        await derive("api-key", 32),
        { name: "HMAC", hash: "SHA-256" },
        false,
        ["sign"],
      );
      return toHex(await crypto.subtle.sign("HMAC", key, encoder.encode(secret)));
    },

    async seal(organizationId, label, text, place = "") {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv, additionalData: boundTo(current, organizationId, label, place) },
        await sealingKey(current, organizationId, label),
        encoder.encode(text),
      );
      return `${current}.${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`;
    },

    async open(organizationId, label, sealed, place = "") {
      const [version = "", iv = "", body = ""] = sealed.split(".");
      if (!sealingRoots.has(version)) throw new Error("sealed under a version that is not known here");
      const key = await sealingKey(version, organizationId, label);
      const additionalData = boundTo(version, organizationId, label, place);
      const algorithm = { name: "AES-GCM", iv: fromBase64(iv), additionalData };
      return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, fromBase64(body)));
    },

    isCurrent: (sealed) => sealed.startsWith(`${current}.`),

    publicKey: async () => (await signingKey()).publicKey,

    async sign(bytes) {
      const { privateKey } = await signingKey();
      return new Uint8Array(await crypto.subtle.sign("Ed25519", privateKey, bytes));
    },
  };
}
