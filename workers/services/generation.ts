import type { Conversation } from "../contract/conversation.ts";
import { AppError, invalidField } from "../contract/error.ts";
import type { GenerateRequest, GenerateResponse } from "../contract/job.ts";
import type { ProviderResponse } from "../contract/provider.ts";
import type { QualityReport } from "../contract/quality.ts";
import type { SeedSchema } from "../contract/seed.ts";
import { BUILTIN_GENERATOR } from "../core/generation/builtin.ts";
import { decideAssistantRole } from "../core/seeds/assistant-role.ts";
import { synthesise, type SynthesisResult } from "../core/synthesis/attempt.ts";
import type { Deps, Principal } from "./deps.ts";
import { makeEvaluator } from "./evaluations.ts";
import { FICTIONAL_TODAY } from "../core/synthesis/fictional-time.ts";
import { admitSeed } from "./seeds.ts";

/** The provider that needs no key, no network and no account. */
export function builtinProvider(): ProviderResponse {
  const epoch = "2026-01-01T00:00:00.000Z";
  return {
    id: "builtin",
    name: "builtin",
    provider_type: "builtin",
    api_base: null,
    has_api_key: false,
    default_model: BUILTIN_GENERATOR,
    max_tokens: 4096,
    temperature_default: 0.7,
    is_active: true,
    is_default: true,
    organization_id: null,
    created_at: epoch,
    updated_at: epoch,
  };
}

/** Refuses what this installation cannot run, by the name of the field. */
export function checkProvider(input: { provider_id: string | null; model: string | null }): void {
  if (input.provider_id !== null && input.provider_id !== "builtin") {
    throw new AppError("not_found", "provider_id: there is no such provider; available: builtin");
  }
  if (input.model !== null && input.model !== "builtin" && input.model !== BUILTIN_GENERATOR) {
    throw invalidField("body.model", `the builtin provider has the model ${BUILTIN_GENERATOR} only`);
  }
}

export type Synthesis = SynthesisResult<QualityReport>;

export interface SynthesisPlan {
  seed: SeedSchema;
  index: number;
  randomSeed: number;
  language: string | null;
  maxAttempts: number;
}

/** Writes one conversation: draw the plan, generate, evaluate, and again with feedback until it passes or tries run out. */
export async function makeSynthesiser(
  deps: Deps,
  organizationId: string,
  domain: SeedSchema["dominio"],
): Promise<(plan: SynthesisPlan) => Synthesis> {
  const domainData = await deps.catalog.domain(domain);
  const evaluator = await makeEvaluator(deps, organizationId, domain);
  return ({ seed, index, randomSeed, language, maxAttempts }) =>
    synthesise({
      seed,
      domainData,
      scenarios: seed.scenarios ?? [],
      index,
      randomSeed,
      language: language ?? seed.idioma,
      maxAttempts,
      today: FICTIONAL_TODAY,
      evaluate: (conversation, plan) => evaluator(conversation, seed, { scenario: plan.scenario }),
    });
}

/** A seed that came in a request: its references and its privacy are checked, its assistant decided. */
export async function admitInlineSeed(deps: Deps, seed: SeedSchema): Promise<SeedSchema> {
  await admitSeed(deps, seed);
  return { ...seed, rol_asistente: seed.rol_asistente ?? decideAssistantRole(seed.roles) };
}

/** Generates up to 50 conversations in the request; nothing is stored. */
export async function generate(deps: Deps, principal: Principal, input: GenerateRequest): Promise<GenerateResponse> {
  checkProvider(input);
  const started = deps.clock.now().getTime();
  const seed = await admitInlineSeed(deps, input.seed);
  const write = await makeSynthesiser(deps, principal.organizationId, seed.dominio);
  const conversations: Conversation[] = [];
  const reports: QualityReport[] = [];
  for (let index = 0; index < input.count; index += 1) {
    const { conversation, report } = write({
      seed,
      index,
      randomSeed: input.random_seed,
      language: input.language_override,
      maxAttempts: input.evaluate_after ? input.max_attempts : 1,
    });
    conversations.push(conversation);
    reports.push(report);
  }
  const scores = reports.map((report) => report.composite_score);
  const mean = scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    conversations,
    reports: input.evaluate_after ? reports : null,
    generation_summary: {
      total_generated: conversations.length,
      total_passed: input.evaluate_after ? reports.filter((report) => report.passed).length : null,
      avg_composite_score: input.evaluate_after ? mean : null,
      model_used: BUILTIN_GENERATOR,
      temperature: input.temperature,
      duration_seconds: (deps.clock.now().getTime() - started) / 1000,
    },
  };
}
