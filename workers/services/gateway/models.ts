// The models that a caller can name: aliases, and what each provider offers.
import { AppError } from "../../contract/error.ts";
import { UpstreamFailure } from "../../core/models/failures.ts";
import type { Deps } from "../deps.ts";
import type { ProviderConnection } from "../ports/models.ts";
import type { Access } from "./access.ts";

/** Lists of providers are asked for again at this age. */
const LIST_MS = 300_000;
/** And at this one where the provider could not be asked. */
const REFUSAL_MS = 10_000;
const TIMEOUT_MS = 5_000;
const MAX_LISTS = 1_000;

export interface OfferedModel {
  id: string;
  /** Name of the provider; null for an alias. */
  provider: string | null;
}

const lists = new WeakMap<Deps, Map<string, { names: string[]; untilMs: number }>>();

/** The default model, and what the provider says that it has where it can be asked. */
async function namesOf(deps: Deps, connection: ProviderConnection): Promise<Set<string>> {
  return new Set([connection.defaultModel, ...(await listOf(deps, connection))]);
}

async function listOf(deps: Deps, connection: ProviderConnection): Promise<string[]> {
  let known = lists.get(deps);
  if (known === undefined) lists.set(deps, (known = new Map()));
  const name = `${connection.organizationId}/${connection.id}/${connection.apiBase}`;
  const nowMs = deps.clock.now().getTime();
  const kept = known.get(name);
  if (kept !== undefined && kept.untilMs > nowMs) return kept.names;
  const keep = (names: string[], forMs: number): string[] => {
    if (known.size >= MAX_LISTS) known.clear();
    known.set(name, { names, untilMs: nowMs + forMs });
    return names;
  };
  try {
    const timeouts = { firstByteMs: TIMEOUT_MS, idleMs: TIMEOUT_MS, totalMs: TIMEOUT_MS };
    return keep(await deps.models.models(connection, { attempts: 1, timeouts }), LIST_MS);
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    return keep([], REFUSAL_MS);
  }
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
