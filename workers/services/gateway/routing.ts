// Which provider and model a request goes to.
import { AppError } from "../../contract/error.ts";
import type { GatewayTarget } from "../../contract/gateway-settings.ts";
import type { ProviderType } from "../../contract/provider.ts";
import type { ProviderConnection } from "../ports/models.ts";
import type { Tenant } from "./remembered.ts";

export const NO_PROVIDER = "No model provider is configured: register one with POST /api/v1/providers";

export interface Target {
  connection: ProviderConnection;
  /** The provider's own name of the model. */
  model: string;
}

/** Names by which a model tells whose it is, where the organisation has a provider of that type. */
const FAMILIES: readonly (readonly [RegExp, ProviderType])[] = [
  [/^claude-/, "anthropic"],
  [/^(?:gpt-|o\d|chatgpt-|text-embedding-)/, "openai"],
  [/^gemini-/, "google"],
  [/^@cf\//, "workers_ai"],
];

function findProvider(tenant: Tenant, name: string): ProviderConnection | undefined {
  return tenant.providers.find((provider) => provider.name === name || provider.id === name);
}

function toTarget(tenant: Tenant, { provider, model }: GatewayTarget): Target | null {
  const connection = findProvider(tenant, provider);
  return connection === undefined ? null : { connection, model: model ?? connection.defaultModel };
}

/** The targets in the order of a draw by weight for the first; the others follow as they stand. */
function drawFirst(rows: readonly GatewayTarget[], random: number): GatewayTarget[] {
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  let left = random * total;
  const drawn = Math.max(
    0,
    rows.findIndex((row) => (left -= row.weight) < 0),
  );
  return [rows[drawn]!, ...rows.filter((_, index) => index !== drawn)];
}

/**
 * The targets of a model, the first to be tried first: an alias of the organisation, `provider/model`, or a provider's
 * own name of a model (of the provider whose default it is, else of the family's, else of the default provider).
 * `random` is in [0, 1). @throws unavailable without any provider, not_found when none of an alias exists any more
 */
export function resolveTargets(tenant: Tenant, model: string, providerId: string | null, random: number): Target[] {
  const { providers, settings } = tenant;
  const first = providers[0];
  if (first === undefined) throw new AppError("unavailable", NO_PROVIDER);
  if (providerId !== null) {
    const connection = findProvider(tenant, providerId);
    if (connection === undefined) throw new AppError("not_found", "Provider not found");
    return [{ connection, model: model === "" ? connection.defaultModel : model }];
  }
  const alias = settings.aliases.find(({ name }) => name === model);
  if (alias !== undefined) {
    const rows = alias.strategy === "weighted" ? drawFirst(alias.targets, random) : alias.targets;
    const targets = rows.map((row) => toTarget(tenant, row)).filter((target) => target !== null);
    if (targets.length === 0) throw new AppError("not_found", "model: no provider of this alias exists");
    return targets;
  }
  if (model === "") return [{ connection: first, model: first.defaultModel }];
  const slash = model.indexOf("/");
  const named = slash > 0 ? findProvider(tenant, model.slice(0, slash)) : undefined;
  if (named !== undefined) return [{ connection: named, model: model.slice(slash + 1) }];
  const type = FAMILIES.find(([pattern]) => pattern.test(model))?.[1];
  const connection =
    providers.find(({ defaultModel }) => defaultModel === model) ??
    providers.find((provider) => type !== undefined && provider.type === type) ??
    first;
  return [{ connection, model }];
}
