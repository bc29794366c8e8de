import { AppError, invalidField } from "../contract/error.ts";
import type {
  APIKeyCreate,
  APIKeyCreatedResponse,
  APIKeyResponse,
  OrganizationCreate,
  OrganizationResponse,
  OrganizationUpdate,
} from "../contract/organization.ts";
import { SCOPES, ScopeList } from "../contract/organization.ts";
import type { Deps, Principal } from "./deps.ts";
import { forgetKey, forgetOrganization } from "./gateway/remembered.ts";
import type { ApiKeyRecord } from "./ports/accounts.ts";

/** The organisation that a request without a credential acts as, in development only. */
export const LOCAL_ORGANIZATION_ID = "10ca1000000000000000000000000000";

const KEY_SHAPE = /^uc_(?:live|test)_([0-9a-f]{16})-([A-Za-z0-9_-]{43})$/;

function slugify(name: string, id: string): string {
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? `org-${id.slice(0, 6)}` : slug;
}

/** Every scope that a stored scope list grants: admin includes write, write includes read. */
export function expandScopes(scopes: string): Set<string> {
  const highest = Math.max(...scopes.split(",").map((scope) => SCOPES.indexOf(scope as (typeof SCOPES)[number])));
  return new Set(SCOPES.slice(0, highest + 1));
}

/** The development organisation, made on first use. */
export async function ensureLocalOrganization(deps: Deps): Promise<Principal> {
  if ((await deps.organizations.get(LOCAL_ORGANIZATION_ID)) === null) {
    const now = deps.clock.now().toISOString();
    await deps.organizations.create({
      id: LOCAL_ORGANIZATION_ID,
      name: "Local",
      slug: "local",
      description: "Built-in organisation of a development installation",
      is_active: true,
      created_at: now,
      updated_at: now,
    });
  }
  return { organizationId: LOCAL_ORGANIZATION_ID, scopes: new Set(SCOPES), keyId: "local" };
}

/** Creates an organisation with its first admin key, the only way into it. @throws conflict when the slug is taken. */
export async function createOrganization(
  deps: Deps,
  input: OrganizationCreate,
): Promise<OrganizationResponse & { admin_key: APIKeyCreatedResponse }> {
  const id = deps.newId();
  const now = deps.clock.now().toISOString();
  const organization: OrganizationResponse = {
    id,
    name: input.name,
    slug: input.slug ?? slugify(input.name, id),
    description: input.description,
    is_active: true,
    created_at: now,
    updated_at: now,
  };
  if ((await deps.organizations.create(organization)) === "slug_taken") {
    throw new AppError("conflict", `slug: "${organization.slug}" is taken; choose another slug`);
  }
  const { record, plainKey } = await mintKey(deps, id, "Administrator", "read,write,admin", null);
  await deps.apiKeys.create(record);
  return { ...organization, admin_key: toCreatedKey(record, plainKey) };
}

/** The caller's own organisation. Any other answers not_found, exactly as one that does not exist. */
export async function getOrganization(
  deps: Deps,
  principal: Principal,
  organizationId: string,
): Promise<OrganizationResponse> {
  const own = organizationId === principal.organizationId ? await deps.organizations.get(organizationId) : null;
  if (own === null) throw new AppError("not_found", "Organization not found");
  return own;
}

export async function updateOrganization(
  deps: Deps,
  principal: Principal,
  organizationId: string,
  input: OrganizationUpdate,
): Promise<OrganizationResponse> {
  const organization = await getOrganization(deps, principal, organizationId);
  if (Object.keys(input).length === 0) throw new AppError("validation_failed", "No fields to update");
  const changed = { ...organization, ...input, updated_at: deps.clock.now().toISOString() };
  await deps.organizations.update(changed);
  forgetOrganization(deps, organizationId);
  return changed;
}

function randomText(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(Array.from(random, (byte) => String.fromCharCode(byte)).join(""))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

async function mintKey(
  deps: Deps,
  organizationId: string,
  name: string,
  scopes: string,
  expiresAt: string | null,
): Promise<{ record: ApiKeyRecord; plainKey: string }> {
  const keyId = deps.newId().slice(0, 16);
  const secret = randomText(32);
  const kind = deps.config.environment === "production" ? "live" : "test";
  const record: ApiKeyRecord = {
    id: deps.newId(),
    organization_id: organizationId,
    key_id: keyId,
    key_prefix: `uc_${kind}_${keyId.slice(0, 4)}...`,
    name,
    scopes,
    secret_hash: await deps.secrets.hashApiKey(secret),
    is_active: true,
    expires_at: expiresAt,
    last_used_at: null,
    created_at: deps.clock.now().toISOString(),
  };
  return { record, plainKey: `uc_${kind}_${keyId}-${secret}` };
}

function toCreatedKey(record: ApiKeyRecord, plainKey: string): APIKeyCreatedResponse {
  const { id, key_id, key_prefix, name, scopes, created_at } = record;
  return { id, key_id, key_prefix, name, scopes, plain_key: plainKey, created_at };
}

function toKeyResponse(record: ApiKeyRecord): APIKeyResponse {
  const { organization_id: _owner, secret_hash: _hash, ...visible } = record;
  return visible;
}

/** Mints a key. A key can give no scope that the caller does not hold. */
export async function createApiKey(
  deps: Deps,
  principal: Principal,
  organizationId: string,
  input: APIKeyCreate,
): Promise<APIKeyCreatedResponse> {
  await getOrganization(deps, principal, organizationId);
  const parsed = ScopeList.safeParse(input.scopes);
  if (!parsed.success) throw invalidField("body.scopes", `must be a comma-separated list of ${SCOPES.join(", ")}`);
  const missing = [...expandScopes(parsed.data)].filter((scope) => !principal.scopes.has(scope));
  if (missing.length > 0) {
    throw new AppError("forbidden", `scopes: your key does not hold ${missing.join(", ")} and cannot give it away`);
  }
  if (input.expires_at !== null && input.expires_at <= deps.clock.now().toISOString()) {
    throw invalidField("body.expires_at", "must be in the future");
  }
  const { record, plainKey } = await mintKey(deps, organizationId, input.name, parsed.data, input.expires_at);
  await deps.apiKeys.create(record);
  return toCreatedKey(record, plainKey);
}

export async function listApiKeys(deps: Deps, principal: Principal, organizationId: string): Promise<APIKeyResponse[]> {
  await getOrganization(deps, principal, organizationId);
  return (await deps.apiKeys.list(organizationId)).map(toKeyResponse);
}

export async function revokeApiKey(
  deps: Deps,
  principal: Principal,
  organizationId: string,
  keyId: string,
): Promise<void> {
  await getOrganization(deps, principal, organizationId);
  if (!(await deps.apiKeys.deactivate(organizationId, keyId))) throw new AppError("not_found", "API key not found");
  forgetKey(deps, keyId);
}

/** Replaces a key by a new one of the same name, scopes and expiry; the old one stops at once. */
export async function rotateApiKey(
  deps: Deps,
  principal: Principal,
  organizationId: string,
  keyId: string,
): Promise<APIKeyCreatedResponse> {
  const keys = await listApiKeys(deps, principal, organizationId);
  const old = keys.find((key) => key.key_id === keyId && key.is_active);
  if (old === undefined) throw new AppError("not_found", "API key not found");
  const { record, plainKey } = await mintKey(deps, organizationId, old.name, old.scopes, old.expires_at);
  await deps.apiKeys.replace(organizationId, keyId, record);
  forgetKey(deps, keyId);
  return toCreatedKey(record, plainKey);
}

/** Comparison in a time that does not depend on where two texts of the same length differ. */
export function sameText(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}

/** Who holds this key. @throws unauthorized for anything but an active key of an active organisation. */
export async function authenticate(deps: Deps, plainKey: string): Promise<Principal> {
  const parts = KEY_SHAPE.exec(plainKey);
  const record = parts === null ? null : await deps.apiKeys.findByKeyId(parts[1]!);
  const now = deps.clock.now().toISOString();
  if (parts === null || record === null || !sameText(await deps.secrets.hashApiKey(parts[2]!), record.secret_hash)) {
    throw new AppError("unauthorized", "The API key is not valid");
  }
  const organization = await deps.organizations.get(record.organization_id);
  const expired = record.expires_at !== null && record.expires_at <= now;
  if (!record.is_active || expired || organization === null || !organization.is_active) {
    throw new AppError("unauthorized", "The API key is revoked or expired");
  }
  // Once a minute is enough to tell a used key from a forgotten one, and keeps D1 writes off the path.
  if (record.last_used_at === null || record.last_used_at < new Date(Date.parse(now) - 60_000).toISOString()) {
    await deps.apiKeys.touch(record.organization_id, record.key_id, now);
  }
  return { organizationId: record.organization_id, scopes: expandScopes(record.scopes), keyId: record.key_id };
}
