// Model providers of a tenant: their rows, and the connections that calls are made over.
import { AppError, invalidField } from "../contract/error.ts";
import type {
  ProviderCreateRequest,
  ProviderResealResponse,
  ProviderResponse,
  ProviderTestResponse,
  ProviderUpdateRequest,
} from "../contract/provider.ts";
import { BUILTIN_GENERATOR } from "../core/generation/builtin.ts";
import { ADAPTERS } from "../core/models/adapters.ts";
import { baseUrlOf, KEY_LABEL, keyPlace } from "../core/models/connection.ts";
import { UpstreamFailure } from "../core/models/failures.ts";
import { admitAddress } from "./addresses.ts";
import type { Deps, Principal } from "./deps.ts";
import type { InstallationProvider } from "./ports/config.ts";
import type { ProviderConnection, ProviderRecord } from "./ports/models.ts";
import { forgetTenant } from "./gateway/remembered.ts";

export const BUILTIN_ID = "builtin";
/** Providers that are no row have no time of their own. */
const EPOCH = "2026-01-01T00:00:00.000Z";
const DEFAULT_MAX_TOKENS = 4096;
const DEFAULT_TEMPERATURE = 0.7;
const TEST_TIMEOUT_MS = 15_000;
const TEST_TOKENS = 5;

type Listed = ProviderResponse & { connection: ProviderConnection | null };

function connectionOf(organizationId: string, record: ProviderRecord): ProviderConnection {
  return {
    id: record.id,
    name: record.name,
    organizationId,
    type: record.provider_type,
    apiBase: record.api_base,
    sealedKey: record.sealed_key,
    defaultModel: record.default_model,
    maxTokens: record.max_tokens,
    temperature: record.temperature_default,
  };
}

function toResponse(organizationId: string, { sealed_key, ...record }: ProviderRecord): ProviderResponse {
  return { ...record, has_api_key: sealed_key !== null, organization_id: organizationId };
}

function ofInstallation(organizationId: string, provider: InstallationProvider): Listed {
  const { id, name, type, apiBase, defaultModel } = provider;
  const shared = { id, name, organizationId, type, apiBase, defaultModel };
  return {
    ...notStored(id, name, defaultModel),
    provider_type: type,
    api_base: apiBase,
    has_api_key: true,
    connection: { ...shared, sealedKey: null, maxTokens: DEFAULT_MAX_TOKENS, temperature: DEFAULT_TEMPERATURE },
  };
}

/** The provider that needs no key, no network and no account. */
function builtin(): Listed {
  return {
    ...notStored(BUILTIN_ID, BUILTIN_ID, BUILTIN_GENERATOR),
    provider_type: "builtin",
    api_base: null,
    has_api_key: false,
    connection: null,
  };
}

function notStored(id: string, name: string, defaultModel: string) {
  return {
    id,
    name,
    default_model: defaultModel,
    max_tokens: DEFAULT_MAX_TOKENS,
    temperature_default: DEFAULT_TEMPERATURE,
    is_active: true,
    is_default: false,
    organization_id: null,
    created_at: EPOCH,
    updated_at: EPOCH,
  };
}

/** Every provider of a tenant, the default first: its own one, else the installation's first, else builtin. */
async function listAll(deps: Deps, organizationId: string): Promise<Listed[]> {
  const { installationProviders, installationProvidersFor } = deps.config;
  const mayUse = installationProvidersFor === "all" || installationProvidersFor.includes(organizationId);
  const stored = (await deps.providers.list(organizationId)).map((record) => ({
    ...toResponse(organizationId, record),
    connection: connectionOf(organizationId, record),
  }));
  const offered = mayUse ? installationProviders.map((each) => ofInstallation(organizationId, each)) : [];
  const all: Listed[] = [...stored, ...offered, builtin()];
  const chosen = all.find((each) => each.is_default && each.is_active) ?? offered[0] ?? all.at(-1)!;
  return [{ ...chosen, is_default: true }, ...all.filter((each) => each.id !== chosen.id)];
}

function visible({ connection: _connection, ...provider }: Listed): ProviderResponse {
  return provider;
}

/** The provider with this id, else with this name. @throws not_found */
function find(all: readonly Listed[], reference: string): Listed {
  const found = all.find((each) => each.id === reference) ?? all.find((each) => each.name === reference);
  if (found === undefined) throw new AppError("not_found", "provider_id: there is no such provider");
  return found;
}

/**
 * Active providers that are reached over the network, the default first when it is one of them. `builtin` is none.
 */
export async function listConnections(deps: Deps, organizationId: string): Promise<ProviderConnection[]> {
  const all = await listAll(deps, organizationId);
  return all.flatMap(({ is_active, connection }) => (is_active && connection !== null ? [connection] : []));
}

/**
 * The connection that a reference (id or name) or, without one, the tenant's default stands for; null for the builtin
 * generator, which is the default where nothing else is.
 * @throws not_found; validation_failed for a provider that is switched off
 */
export async function resolveConnection(
  deps: Deps,
  organizationId: string,
  reference: string | null,
): Promise<ProviderConnection | null> {
  const all = await listAll(deps, organizationId);
  const chosen = reference === null ? all[0]! : find(all, reference);
  if (!chosen.is_active) throw invalidField("body.provider_id", "this provider is switched off");
  return chosen.connection;
}

export async function listProviders(
  deps: Deps,
  principal: Principal,
  activeOnly: boolean,
): Promise<{ items: ProviderResponse[]; total: number }> {
  const all = await listAll(deps, principal.organizationId);
  const items = all.filter((each) => each.is_active || !activeOnly).map(visible);
  return { items, total: items.length };
}

export async function getProvider(deps: Deps, principal: Principal, reference: string): Promise<ProviderResponse> {
  return visible(find(await listAll(deps, principal.organizationId), reference));
}

/** The tenant's own row. @throws not_found, and conflict for a provider that is no row and cannot be changed */
async function ownRecord(deps: Deps, organizationId: string, reference: string): Promise<ProviderRecord> {
  const record =
    (await deps.providers.get(organizationId, reference)) ??
    (await deps.providers.findByName(organizationId, reference));
  if (record !== null) return record;
  find(await listAll(deps, organizationId), reference);
  throw new AppError("conflict", "This provider comes with the installation and cannot be changed here");
}

/** What every row has to fulfil, whether it is new or was changed. */
function checkRow(record: ProviderRecord): void {
  const { base, transport } = ADAPTERS[record.provider_type];
  if (transport === "none") throw invalidField("body.provider_type", "builtin is always there and needs no row");
  if (record.name === BUILTIN_ID) throw invalidField("body.name", `"${BUILTIN_ID}" is taken`);
  if (base === "required" && record.api_base === null) {
    throw invalidField("body.api_base", `is required for ${record.provider_type}`);
  }
  if (base === "none" && record.api_base !== null) {
    throw invalidField("body.api_base", `has no meaning for ${record.provider_type}`);
  }
  if (record.is_default && !record.is_active) {
    throw invalidField("body.is_default", "a provider that is switched off cannot be the default");
  }
}

/** The key sealed for this row and the origin that it may be sent to. */
async function sealKey(deps: Deps, organizationId: string, record: ProviderRecord, key: string): Promise<string> {
  return deps.secrets.seal(organizationId, KEY_LABEL, key, keyPlace(record.id, originOf(record) ?? ""));
}

function originOf(record: Pick<ProviderRecord, "provider_type" | "api_base">): string | null {
  const base = baseUrlOf(record.provider_type, record.api_base);
  return base === null ? null : new URL(base).origin;
}

const nameTaken = (): AppError => new AppError("conflict", "name: a provider of this name exists already");

export async function createProvider(
  deps: Deps,
  principal: Principal,
  input: ProviderCreateRequest,
): Promise<ProviderResponse> {
  const { organizationId } = principal;
  const now = deps.clock.now().toISOString();
  const { api_key: key, api_base: base, ...given } = input;
  const record: ProviderRecord = {
    ...given,
    id: deps.newId(),
    api_base: base === null || base === "" ? null : await admitAddress(deps, "body.api_base", base),
    sealed_key: null,
    is_active: true,
    created_at: now,
    updated_at: now,
  };
  checkRow(record);
  if (ADAPTERS[record.provider_type].needsKey && (key ?? "") === "") {
    throw invalidField("body.api_key", `is required for ${record.provider_type}`);
  }
  if (key !== null && key !== "") record.sealed_key = await sealKey(deps, organizationId, record, key);
  if ((await deps.providers.create(organizationId, record)) === "name_taken") throw nameTaken();
  forgetTenant(deps, organizationId);
  return toResponse(organizationId, record);
}

/**
 * Changes what is given. A key belongs to the origin that it was registered for: an address elsewhere needs the key
 * again, or none.
 */
export async function updateProvider(
  deps: Deps,
  principal: Principal,
  reference: string,
  input: ProviderUpdateRequest,
): Promise<ProviderResponse> {
  const { organizationId } = principal;
  const before = await ownRecord(deps, organizationId, reference);
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== null),
  ) as { [Field in keyof ProviderUpdateRequest]: NonNullable<ProviderUpdateRequest[Field]> };
  if (Object.keys(given).length === 0) throw new AppError("validation_failed", "No fields to update");
  const { api_key: key, api_base: base, ...fields } = given;
  const record: ProviderRecord = { ...before, ...fields, updated_at: deps.clock.now().toISOString() };
  if (base !== undefined) record.api_base = base === "" ? null : await admitAddress(deps, "body.api_base", base);
  // Switching the default off leaves the tenant without one, unless the request says something else.
  if (fields.is_active === false && fields.is_default === undefined) record.is_default = false;
  checkRow(record);
  if (key === "") record.sealed_key = null;
  else if (key !== undefined) record.sealed_key = await sealKey(deps, organizationId, record, key);
  else if (record.sealed_key !== null && originOf(record) !== originOf(before)) {
    throw invalidField(
      "body.api_key",
      "must be given again: a key is sent only to the host that it was registered for",
    );
  }
  if ((await deps.providers.update(organizationId, record)) === "name_taken") throw nameTaken();
  forgetTenant(deps, organizationId);
  return toResponse(organizationId, record);
}

/**
 * Seals keys of providers anew that were sealed under an older root. One that does not open any more stays as it is.
 * @returns how many were sealed anew, are sealed under the newest root now, and do not open
 */
export async function resealKeys(deps: Deps, organizationId: string): Promise<ProviderResealResponse> {
  const counts = { resealed: 0, current: 0, failed: 0 };
  for (const record of await deps.providers.list(organizationId)) {
    const { id, sealed_key: before } = record;
    if (before === null) continue;
    if (deps.secrets.isCurrent(before)) {
      counts.current += 1;
      continue;
    }
    const place = keyPlace(id, originOf(record) ?? "");
    const key = await deps.secrets.open(organizationId, KEY_LABEL, before, place).catch(() => null);
    if (key === null) {
      counts.failed += 1;
      continue;
    }
    const after = await sealKey(deps, organizationId, record, key);
    // A row that was changed meanwhile was sealed under the newest root by whoever changed it.
    if (await deps.providers.reseal(organizationId, id, before, after)) counts.resealed += 1;
    counts.current += 1;
  }
  if (counts.resealed > 0) forgetTenant(deps, organizationId);
  return counts;
}

export async function deleteProvider(deps: Deps, principal: Principal, reference: string): Promise<void> {
  const { id } = await ownRecord(deps, principal.organizationId, reference);
  await deps.providers.delete(principal.organizationId, id);
  forgetTenant(deps, principal.organizationId);
}

/** Asks the provider for five tokens. Whatever comes of it is an answer, never an error of ours. */
export async function testProvider(deps: Deps, principal: Principal, reference: string): Promise<ProviderTestResponse> {
  const provider = find(await listAll(deps, principal.organizationId), reference);
  const answer = {
    provider_id: provider.id,
    provider_name: provider.name,
    model_tested: provider.default_model,
  };
  // The builtin generator runs in here: there is nothing to reach and no latency to measure.
  if (provider.connection === null) return { ...answer, status: "ok", latency_ms: null, error: null };
  const startedMs = deps.clock.now().getTime();
  const latencyMs = () => deps.clock.now().getTime() - startedMs;
  try {
    await deps.models.chat(
      provider.connection,
      {
        model: provider.default_model,
        messages: [{ role: "user", parts: [{ type: "text", text: "ping" }] }],
        maxTokens: TEST_TOKENS,
      },
      { attempts: 1, timeouts: { firstByteMs: TEST_TIMEOUT_MS, idleMs: TEST_TIMEOUT_MS, totalMs: TEST_TIMEOUT_MS } },
    );
    return { ...answer, status: "ok", latency_ms: latencyMs(), error: null };
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    const status = error.kind === "timeout" ? "timeout" : "error";
    return { ...answer, status, latency_ms: latencyMs(), error: error.message };
  }
}
