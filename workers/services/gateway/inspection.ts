// What the gateway would do, and where it looks: the dry run, the coverage table, settings, the log and feedback.
import { AppError, invalidField } from "../../contract/error.ts";
import type {
  GatewayCoverageResponse,
  GatewayFeedbackRequest,
  GatewayInspectRequest,
  GatewayInspectResponse,
  GatewayLogListResponse,
} from "../../contract/gateway.ts";
import { GatewaySettings, type GatewaySettingsResponse } from "../../contract/gateway-settings.ts";
import type { PageQuery } from "../../contract/page.ts";
import { coverageTable } from "../../core/gateway/coverage.ts";
import { inspectRequest } from "../../core/gateway/inspect-request.ts";
import type { Deps, Principal } from "../deps.ts";
import { listConnections } from "../providers.ts";
import { type Defer, tenantOf } from "./access.ts";
import { applyFeedback } from "./capture.ts";
import { forgetTenant } from "./remembered.ts";
import type { LogFilter } from "./ports.ts";

/** Shows what would leave for this body under the caller's policy. Nothing is sent and nothing is kept. */
export async function inspect(
  deps: Deps,
  principal: Principal,
  input: GatewayInspectRequest,
  defer: Defer,
): Promise<GatewayInspectResponse> {
  const tenant = await tenantOf(deps, principal.organizationId, defer);
  const inspection = inspectRequest({
    body: JSON.stringify(input.body),
    dialect: input.dialect,
    policy: tenant.policies.live(principal.keyId, input.privacy_mode ?? null),
    engine: deps.privacy,
    tenantKey: tenant.tokenKey,
    conversation: input.conversation ?? null,
    shield: deps.shield,
    candidate: tenant.policies.candidate(principal.keyId),
  });
  const { verdict, findings, counts, uninspected, shield, candidate } = inspection;
  const leaves = verdict === "pass" || verdict === "rewrite";
  return {
    verdict,
    body: leaves ? (JSON.parse(inspection.body) as Record<string, unknown>) : null,
    findings: findings.map((finding) => ({ ...finding })),
    counts,
    uninspected: uninspected.map((part) => ({ ...part })),
    shield: { action: shield.action, threats: shield.threats.map((threat) => ({ ...threat })) },
    candidate,
  };
}

/** Every position that holds text, from the walkers' own tables. */
export function coverage(): GatewayCoverageResponse {
  const items = coverageTable();
  return { items, total: items.length };
}

export async function getSettings(deps: Deps, principal: Principal): Promise<GatewaySettingsResponse> {
  const stored = await deps.gatewaySettings.get(principal.organizationId);
  if (stored === null) return { ...GatewaySettings.parse({}), version: 0, updated_at: null };
  return { ...stored.settings, version: stored.version, updated_at: stored.updated_at };
}

/** What names something that is not there would never apply. @throws validation_failed */
async function checkReferences(deps: Deps, organizationId: string, settings: GatewaySettings): Promise<void> {
  const { aliases, budgets } = settings;
  if (aliases.length > 0) {
    const providers = await listConnections(deps, organizationId);
    const known = new Set(providers.flatMap(({ id, name }) => [id, name]));
    for (const [row, { targets }] of aliases.entries()) {
      for (const [column, { provider }] of targets.entries()) {
        if (known.has(provider)) continue;
        throw invalidField(
          `body.aliases.${row}.targets.${column}.provider`,
          "there is no active provider of this name",
        );
      }
    }
  }
  if (budgets.every(({ key_id }) => key_id === null)) return;
  const keys = new Set((await deps.apiKeys.list(organizationId)).map(({ key_id }) => key_id));
  for (const [row, { key_id: key }] of budgets.entries()) {
    if (key !== null && !keys.has(key)) throw invalidField(`body.budgets.${row}.key_id`, "no such key");
  }
}

/**
 * Replaces the settings; isolates elsewhere follow within a minute.
 * @throws validation_failed for a provider or a key that the organisation does not have
 */
export async function putSettings(
  deps: Deps,
  principal: Principal,
  settings: GatewaySettings,
): Promise<GatewaySettingsResponse> {
  await checkReferences(deps, principal.organizationId, settings);
  const before = await deps.gatewaySettings.get(principal.organizationId);
  const version = (before?.version ?? 0) + 1;
  const updated_at = deps.clock.now().toISOString();
  await deps.gatewaySettings.put(principal.organizationId, { version, settings, updated_at });
  forgetTenant(deps, principal.organizationId);
  return { ...settings, version, updated_at };
}

export async function listLog(
  deps: Deps,
  principal: Principal,
  filter: LogFilter,
  page: PageQuery,
): Promise<GatewayLogListResponse> {
  const { items, total } = await deps.gatewayLog.list(principal.organizationId, filter, page);
  return { items, total };
}

/**
 * Keeps a rating and what the answer should have been, anonymised, and carries both into the conversation where one was
 * captured. @throws not_found for a request that is not in the
 * log of the organisation (rows arrive within about a second)
 */
export async function giveFeedback(deps: Deps, principal: Principal, input: GatewayFeedbackRequest): Promise<void> {
  const { organizationId } = principal;
  if (!(await deps.gatewayLog.has(organizationId, input.request_id))) {
    throw new AppError("not_found", "request_id: there is no such request");
  }
  const given = [input.comment, input.correction];
  const { texts } = deps.privacy.anonymise(given.map((text) => text ?? ""));
  const kept = (index: number): string | null => (given[index] === undefined ? null : (texts[index] ?? ""));
  await deps.gatewayLog.putFeedback(organizationId, {
    request_id: input.request_id,
    rating: input.rating,
    comment: kept(0),
    correction: kept(1),
    updated_at: deps.clock.now().toISOString(),
  });
  await applyFeedback(deps, principal, input.request_id, input.rating, kept(1));
}
