// Which provider and model write a run.
import { invalidField } from "../contract/error.ts";
import { BUILTIN_GENERATOR } from "../core/generation/builtin.ts";
import type { WritingMode } from "../core/generation/prompt.ts";
import type { ModelTerms, OutputFormat } from "../core/generation/writing.ts";
import { ADAPTERS } from "../core/models/adapters.ts";
import { DEFAULT_ADAPTIVE } from "../core/jobs/adaptive-limit.ts";
import type { MeterSpec } from "../core/jobs/meter.ts";
import { costMicroUsd, priceOf } from "../core/models/prices.ts";
import type { Deps } from "./deps.ts";
import type { ProviderConnection } from "./ports/models.ts";
import { resolveConnection } from "./providers.ts";

export interface ModelChoice {
  connection: ProviderConnection;
  terms: ModelTerms;
  mode: WritingMode;
  /** Text that conversations must agree with, masked. */
  knowledge: string | null;
}

/** What a job keeps of its choice; the provider's row is read again by each consumer, so that a new key counts. */
export interface ModelRequest {
  provider_id: string | null;
  model: string | null;
  temperature: number;
  /** Added with each further attempt; 0.1 when absent. */
  temperature_step?: number;
  mode: WritingMode;
  /** Masked; of runs alone. */
  knowledge?: string | null;
}

const TEMPERATURE_STEP = 0.1;
/** Names under which the builtin generator can be asked for as a model. */
const BUILTIN_MODELS: ReadonlySet<string> = new Set(["builtin", BUILTIN_GENERATOR]);
const FORMATS: readonly OutputFormat[] = ["json_schema", "json_object", "none"];

/**
 * The provider named by id, else the tenant's default, else none: the builtin generator writes. Null for that one.
 * @throws not_found for an unknown provider; validation_failed for one that is switched off, a model it cannot have, or
 * knowledge for the builtin generator, which cannot read
 */
export async function chooseModel(
  deps: Deps,
  organizationId: string,
  request: ModelRequest,
): Promise<ModelChoice | null> {
  const wantsBuiltin = request.provider_id === null && BUILTIN_MODELS.has(request.model ?? "");
  const connection = wantsBuiltin ? null : await resolveConnection(deps, organizationId, request.provider_id);
  if (connection === null) {
    if (request.model !== null && !BUILTIN_MODELS.has(request.model)) {
      throw invalidField("body.model", `the builtin provider has the model ${BUILTIN_GENERATOR} only`);
    }
    if (request.knowledge) {
      throw invalidField("body.knowledge", "the builtin generator cannot be grounded in a text; name a provider_id");
    }
    return null;
  }
  const adapter = ADAPTERS[connection.type];
  const [least, most] = adapter.temperatureRange;
  return {
    connection,
    mode: request.mode,
    knowledge: request.knowledge ?? null,
    terms: {
      model: request.model ?? connection.defaultModel,
      formats: FORMATS.slice(FORMATS.indexOf(adapter.structured)),
      temperature: Math.min(most, Math.max(least, request.temperature)),
      temperatureStep: request.temperature_step ?? TEMPERATURE_STEP,
      temperatureMax: most,
      maxTokens: connection.maxTokens,
    },
  };
}

/** About how many tokens of a conversation's prompts the reserve of a call allows for, besides the answer. */
const RESERVED_INPUT_TOKENS = 12_000;

/** The most that one call can cost in micro-USD, by list prices: a long prompt and the longest answer; 0 when unknown. */
export function reserveOf({ connection, terms }: ModelChoice): number {
  const usage = { inputTokens: RESERVED_INPUT_TOKENS, cachedInputTokens: 0, outputTokens: terms.maxTokens };
  return costMicroUsd(connection.type, terms.model, usage) ?? 0;
}

/** The bounds of a job's calls; null for the builtin generator, which makes none. */
export function meterSpec(choice: ModelChoice | null, budgetMicroUsd: number | null): MeterSpec | null {
  if (choice === null) return null;
  return { stage: "generate", budgetMicroUsd, reserveMicroUsd: reserveOf(choice), limit: DEFAULT_ADAPTIVE };
}

/**
 * The budget in micro-USD. @throws validation_failed when nobody knows what the model costs: it could not be kept
 */
export function readBudget(choice: ModelChoice | null, budgetUsd: number | null): number | null {
  if (budgetUsd === null) return null;
  if (choice !== null && priceOf(choice.connection.type, choice.terms.model) === null) {
    throw invalidField("body.budget_usd", `cannot be kept: the price of ${choice.terms.model} is not known`);
  }
  return Math.floor(budgetUsd * 1_000_000);
}
