import type { Conversation } from "../contract/conversation.ts";
import type { GenerateRequest, GenerateResponse } from "../contract/job.ts";
import type { QualityReport } from "../contract/quality.ts";
import type { SeedSchema } from "../contract/seed.ts";
import { AppError, type ErrorCode } from "../contract/error.ts";
import { BUILTIN_GENERATOR } from "../core/generation/builtin.ts";
import { UpstreamFailure } from "../core/models/failures.ts";
import { decideAssistantRole } from "../core/seeds/assistant-role.ts";
import { drawSynthesis } from "../core/synthesis/attempt.ts";
import type { Deps, Principal } from "./deps.ts";
import { BudgetSpent, localMeter } from "./meter.ts";
import { chooseModel, readBudget, reserveOf } from "./model-choice.ts";
import { maskKnowledge, refusePersonalData } from "./privacy.ts";
import { admitSeed } from "./seeds.ts";
import { makeSynthesiser } from "./synthesis.ts";

/** A seed that came in a request: its references and its privacy are checked, its assistant decided. */
export async function admitInlineSeed(deps: Deps, seed: SeedSchema): Promise<SeedSchema> {
  await admitSeed(deps, seed);
  return { ...seed, rol_asistente: seed.rol_asistente ?? decideAssistantRole(seed.roles) };
}

/** Conversations that one request has written at a time by a model; the platform allows six connections per request. */
export const SIDE_BY_SIDE = 6;

/**
 * Generates up to 50 conversations in the request; nothing is stored. A conversation that fails does not lose the
 * others; when all do, or the provider refuses the key, the first failure is the answer.
 */
export async function generate(deps: Deps, principal: Principal, request: GenerateRequest): Promise<GenerateResponse> {
  const input = await maskKnowledge(deps, principal, request);
  refusePersonalData(deps, { "body.language_override": input.language_override });
  const started = deps.clock.now().getTime();
  const { organizationId } = principal;
  const choice = await chooseModel(deps, organizationId, input);
  const budget = readBudget(choice, input.budget_usd);
  const seed = await admitInlineSeed(deps, input.seed);
  const write = await makeSynthesiser(deps, organizationId, seed.dominio, choice);
  const domain = await deps.catalog.domain(seed.dominio);
  const draws = drawSynthesis([seed], input.count, input.random_seed, [domain], input.language_override);
  const meter = localMeter(budget, choice === null ? 0 : reserveOf(choice));

  const written: ({ conversation: Conversation; report: QualityReport } | null)[] = draws.map(() => null);
  let failure: unknown = null;
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let place = next++; place < draws.length && !isHopeless(failure); place = next++) {
      try {
        written[place] = await write({
          seed,
          draw: draws[place]!,
          randomSeed: input.random_seed,
          language: input.language_override,
          maxAttempts: input.evaluate_after ? input.max_attempts : 1,
          meter,
          judged: input.evaluate_after,
        });
      } catch (error) {
        failure ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: choice === null ? 1 : SIDE_BY_SIDE }, lane));

  const kept = written.filter((each) => each !== null);
  if (kept.length === 0 && failure !== null) throw answerFor(failure);
  const reports = kept.map(({ report }) => report);
  const scores = reports.map((report) => report.composite_score);
  const mean = scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    conversations: kept.map(({ conversation }) => conversation),
    reports: input.evaluate_after ? reports : null,
    generation_summary: {
      total_generated: kept.length,
      total_passed: input.evaluate_after ? reports.filter((report) => report.passed).length : null,
      avg_composite_score: input.evaluate_after ? mean : null,
      model_used: choice === null ? BUILTIN_GENERATOR : choice.terms.model,
      temperature: input.temperature,
      duration_seconds: (deps.clock.now().getTime() - started) / 1000,
      cost_usd: meter.spent() / 1_000_000,
    },
  };
}

/** A failure that every further conversation would meet. */
export function isHopeless(failure: unknown): boolean {
  return failure instanceof BudgetSpent || (failure instanceof UpstreamFailure && !failure.retryable);
}

/** A failure of a provider in the words of the API. */
export function answerFor(failure: unknown): unknown {
  if (failure instanceof UpstreamFailure) {
    return new AppError(CODES.get(failure.kind) ?? "upstream_error", failure.message);
  }
  return failure instanceof BudgetSpent
    ? new AppError("conflict", "budget_usd has no room for a single call")
    : failure;
}

const CODES: ReadonlyMap<string, ErrorCode> = new Map([
  ["timeout", "upstream_timeout"],
  ["auth", "provider_auth_failed"],
  ["rate_limited", "rate_limited"],
]);
