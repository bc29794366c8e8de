// Ports of organisations, their keys and secrets.
import type { OrganizationResponse } from "../../contract/organization.ts";

export interface ApiKeyRecord {
  id: string;
  organization_id: string;
  key_id: string;
  key_prefix: string;
  name: string;
  scopes: string;
  secret_hash: string;
  is_active: boolean;
  expires_at: string | null;
  last_used_at: string | null;
  created_at: string;
}

export interface OrganizationStore {
  create(organization: OrganizationResponse): Promise<"created" | "slug_taken">;
  get(organizationId: string): Promise<OrganizationResponse | null>;
  update(organization: OrganizationResponse): Promise<void>;
  count(): Promise<number>;
}

export interface ApiKeyStore {
  create(key: ApiKeyRecord): Promise<void>;
  /** The only look-up that does not name a tenant: the key is what tells which tenant it is. */
  findByKeyId(keyId: string): Promise<ApiKeyRecord | null>;
  list(organizationId: string): Promise<ApiKeyRecord[]>;
  /** False when the organisation has no such key. */
  deactivate(organizationId: string, keyId: string): Promise<boolean>;
  /** Deactivates the old key and adds the new one in one transaction. */
  replace(organizationId: string, oldKeyId: string, key: ApiKeyRecord): Promise<void>;
  touch(organizationId: string, keyId: string, lastUsedAt: string): Promise<void>;
}

export interface Secrets {
  /** Key bytes for one purpose of one tenant, derived from the root secret by HKDF. */
  tenantKey(organizationId: string, label: string, bytes: number): Promise<Uint8Array>;
  /** Keyed hash of an API key's secret part, hexadecimal. */
  hashApiKey(secret: string): Promise<string>;
  /**
   * AES-256-GCM under a key of the tenant and the label. `place` is bound to the text without being in it: what was
   * sealed for one row and column opens for no other.
   */
  seal(organizationId: string, label: string, text: string, place?: string): Promise<string>;
  /** Rejects what was sealed for another tenant, label or place, was changed, or is of a version not known here. */
  open(organizationId: string, label: string, sealed: string, place?: string): Promise<string>;
  /** Whether it was sealed under the newest sealing key. */
  isCurrent(sealed: string): boolean;
  /** The installation's Ed25519 key for certificates: 32 bytes of the public half. */
  publicKey(): Promise<Uint8Array>;
  /** An Ed25519 signature with that key, 64 bytes. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

export interface IdempotencyStore {
  /** Claims the key; answers the earlier claim when there is one. */
  claim(
    organizationId: string,
    key: string,
    requestHash: string,
    now: string,
    staleBefore: string,
  ): Promise<"claimed" | { requestHash: string; status: number | null; reply: string | null }>;
  settle(organizationId: string, key: string, status: number, reply: string): Promise<void>;
  release(organizationId: string, key: string): Promise<void>;
}
