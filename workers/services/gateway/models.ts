// The models that a caller can name: aliases, and what each provider offers.
import { AppError } from "../../contract/error.ts";
import { UpstreamFailure } from "../../core/models/failures.ts";
import type { Deps, ProviderConnection } from "../deps.ts";
import type { Access } from "./access.ts";

/** Lists of providers are asked for again at this age. */
const LIST_MS = 300_000;
const TIMEOUT_MS = 5_000;
const MAX_LISTS = 1_000;

export interface OfferedModel {
  id: string;
  /** Name of the provider; null for an alias. */
  provider: string | null;
}

const lists = new WeakMap<Deps, Map<string, { names: string[]; untilMs: number }>>();

/** What a provider says that it has; its default model alone where it cannot be asked. */
async function namesOf(deps: Deps, connection: ProviderConnection): Promise<string[]> {
  let known = lists.get(deps);
  if (known === undefined) lists.set(deps, (known = new Map()));
  const name = `${connection.organizationId}/${connection.id}/${connection.apiBase}`;
  const nowMs = deps.clock.now().getTime();
  const kept = known.get(name);
  if (kept !== undefined && kept.untilMs > nowMs) return kept.names;
  const names = new Set([connection.defaultModel]);
  try {
    const timeouts = { firstByteMs: TIMEOUT_MS, idleMs: TIMEOUT_MS, totalMs: TIMEOUT_MS };
    for (const each of await deps.models.models(connection, { attempts: 1, timeouts })) names.add(each);
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
  }
  if (known.size >= MAX_LISTS) known.clear();
  known.set(name, { names: [...names], untilMs: nowMs + LIST_MS });
  return [...names];
}

/** Aliases, each provider's models by their own names, and `provider/model` where a name is not the first's. */
export async function listModels(deps: Deps, { tenant }: Access): Promise<OfferedModel[]> {
  const offered = new Map<string, OfferedModel>();
  const add = (id: string, provider: string | null): boolean => {
    if (offered.has(id)) return false;
    offered.set(id, { id, provider });
    return true;
  };
  for (const { name } of tenant.settings.aliases) add(name, null);
  const all = await Promise.all(tenant.providers.map((connection) => namesOf(deps, connection)));
  for (const [index, names] of all.entries()) {
    const { name } = tenant.providers[index]!;
    for (const model of names) if (!add(model, name)) add(`${name}/${model}`, name);
  }
  return [...offered.values()];
}

/** @throws not_found */
export async function findModel(deps: Deps, access: Access, id: string): Promise<OfferedModel> {
  const found = (await listModels(deps, access)).find((model) => model.id === id);
  if (found === undefined) throw new AppError("not_found", "model: there is no such model");
  return found;
}
