// What a run would cost, before it: from its prompts alone, or from a few of its conversations written first.
import type { Domain } from "../contract/domain.ts";
import { invalidField } from "../contract/error.ts";
import type { EstimateRequest, EstimateResponse } from "../contract/job.ts";
import type { SeedSchema } from "../contract/seed.ts";
import { type DomainData, packScenarios } from "../core/domains/data.ts";
import { BUILTIN_GENERATOR } from "../core/generation/builtin.ts";
import { type Effort, outlineEffort, PILOT_CONFIDENCE, predictTotal, type Range } from "../core/generation/estimate.ts";
import type { Draw } from "../core/generation/plan.ts";
import { costMicroUsd, PRICE_TABLE_VERSION, priceOf } from "../core/models/prices.ts";
import { estimateRequest } from "../core/models/tokens.ts";
import { drawSynthesis, synthesise } from "../core/synthesis/attempt.ts";
import { FICTIONAL_TODAY } from "../core/synthesis/fictional-time.ts";
import type { Deps, Principal } from "./deps.ts";
import { admitInlineSeed, answerFor, isHopeless, SIDE_BY_SIDE } from "./generation.ts";
import { localMeter } from "./meter.ts";
import { chooseModel, type ModelChoice, readBudget, reserveOf } from "./model-choice.ts";
import { createOutgoingGate } from "./outgoing.ts";
import { librarySeeds, ownSeeds, ownSources, refuseTooMany } from "./pipeline.ts";
import { maskKnowledge, refusePersonalData } from "./privacy.ts";
import { extractFrom } from "./seeds.ts";
import { makeSynthesiser, type MeteredSynthesis, modelWriter } from "./synthesis.ts";

/** Draws whose prompts are looked at: enough for a mean, and a few milliseconds each. */
const PROMPTS_LOOKED_AT = 20;

/** Sources whose seeds are extracted for an estimate; the others are taken to give the same. */
const SOURCES_LOOKED_AT = 20;

interface Plan {
  seeds: Map<string, SeedSchema>;
  draws: Draw[];
  /** Of the whole run: more than the draws where only some sources were looked at. */
  conversations: number;
  domain: DomainData;
}

/** The seeds of some of the sources, and how many seeds all of them can be expected to give. */
async function seedsOfSources(deps: Deps, principal: Principal, ids: readonly string[], domain: Domain) {
  const sources = await ownSources(deps, principal, ids);
  const seeds: SeedSchema[] = [];
  const looked = sources.slice(0, SOURCES_LOOKED_AT);
  for (const id of looked) {
    const extracted = await extractFrom(deps, principal, id, domain);
    if ("seed" in extracted) seeds.push(extracted.seed);
  }
  if (seeds.length === 0) throw invalidField("body.conversation_ids", "no seed can be extracted from these");
  return { seeds, expected: Math.max(1, Math.round((sources.length * seeds.length) / looked.length)) };
}

/** The conversations of the run, as the run itself would draw them. */
async function planRun(deps: Deps, principal: Principal, input: EstimateRequest): Promise<Plan> {
  const { domain, seed_ids, conversation_ids, count, language } = input;
  let seeds: SeedSchema[];
  let total = count;
  let conversations: number | null = null;
  if (input.seed !== undefined) seeds = [await admitInlineSeed(deps, input.seed)];
  else if (seed_ids !== undefined) {
    seeds = await ownSeeds(deps, principal, seed_ids, domain);
    total *= seeds.length;
  } else if (conversation_ids !== undefined) {
    const found = await seedsOfSources(deps, principal, conversation_ids, domain!);
    seeds = found.seeds;
    total *= seeds.length;
    conversations = count * found.expected;
  } else seeds = (await librarySeeds(deps, domain!, language)).slice(0, count);
  conversations ??= total;
  refuseTooMany(conversations);
  const name = seeds[0]!.dominio;
  const other = seeds.find((seed) => seed.dominio !== name);
  if (other !== undefined) throw invalidField("body.seed_ids", `are of two domains, ${name} and ${other.dominio}`);
  const data = await deps.catalog.domain(name);
  return {
    seeds: new Map(seeds.map((seed) => [seed.seed_id, seed])),
    draws: drawSynthesis(seeds, total, input.random_seed, [data], language),
    conversations,
    domain: data,
  };
}

/** The effort of the whole run by the size of its first prompts. */
function outlineRun(plan: Plan, input: EstimateRequest, choice: ModelChoice, deps: Deps) {
  const gate = createOutgoingGate(deps.privacy);
  const sums: Record<keyof Range, Effort> = { low: { ...NOTHING }, expected: { ...NOTHING }, high: { ...NOTHING } };
  const looked = plan.draws.slice(0, PROMPTS_LOOKED_AT);
  for (const draw of looked) {
    const seed = plan.seeds.get(draw.seed_id)!;
    const first = synthesise({
      seed,
      domainData: plan.domain,
      draw,
      randomSeed: input.random_seed,
      language: input.language ?? seed.idioma,
      maxAttempts: input.max_attempts,
      today: FICTIONAL_TODAY,
      model: modelWriter(choice),
      evaluate: () => {
        throw new Error("nothing is written for an outline");
      },
    }).next();
    if (first.done) continue;
    const scenario = (seed.scenarios ?? packScenarios(plan.domain)).find((each) => each.name === draw.scenario);
    const effort = outlineEffort(
      {
        promptTokens: estimateRequest(gate(first.value)),
        turnsMin: seed.pasos_turnos.turnos_min,
        turnsMax: seed.pasos_turnos.turnos_max,
        tools: scenario?.expected_tool_sequence.length ?? 0,
      },
      choice.mode,
      input.max_attempts,
    );
    for (const end of ENDS) {
      const { calls, inputTokens, outputTokens } = effort[end];
      const usage = { inputTokens, outputTokens, cachedInputTokens: 0 };
      const cost = costMicroUsd(choice.connection.type, choice.terms.model, usage) ?? 0;
      add(sums[end], { calls, inputTokens, outputTokens, costMicroUsd: cost });
    }
  }
  const scale = plan.conversations / looked.length;
  return (of: keyof Effort): Range => ({
    low: sums.low[of] * scale,
    expected: sums.expected[of] * scale,
    high: sums.high[of] * scale,
  });
}

const ENDS = ["low", "expected", "high"] as const;
const NOTHING: Effort = { calls: 0, inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };

function add(sum: Effort, effort: Effort): void {
  sum.calls += effort.calls;
  sum.inputTokens += effort.inputTokens;
  sum.outputTokens += effort.outputTokens;
  sum.costMicroUsd += effort.costMicroUsd;
}

/** Writes the first conversations of the run; those that fail are counted. @throws what every one of them would meet */
async function runPilot(
  deps: Deps,
  principal: Principal,
  plan: Plan,
  input: EstimateRequest,
  choice: ModelChoice,
): Promise<{ written: MeteredSynthesis[]; failed: number; spentMicroUsd: number }> {
  const write = await makeSynthesiser(deps, principal.organizationId, plan.domain.domain, choice);
  const meter = localMeter(readBudget(choice, input.budget_usd), reserveOf(choice));
  const written: MeteredSynthesis[] = [];
  let failure: unknown = null;
  const draws = plan.draws.slice(0, Math.min(input.pilot, SIDE_BY_SIDE));
  await Promise.all(
    draws.map(async (draw) => {
      try {
        const { random_seed: randomSeed, language, max_attempts: maxAttempts } = input;
        written.push(
          await write({ seed: plan.seeds.get(draw.seed_id)!, draw, randomSeed, language, maxAttempts, meter }),
        );
      } catch (error) {
        failure ??= error;
        if (isHopeless(error)) failure = error;
      }
    }),
  );
  if (written.length === 0 && isHopeless(failure)) throw answerFor(failure);
  return { written, failed: draws.length - written.length, spentMicroUsd: meter.spent() };
}

/** An estimate with an interval. @throws validation_failed unless exactly one origin is named; not_found for a seed */
export async function estimateRun(
  deps: Deps,
  principal: Principal,
  request: EstimateRequest,
): Promise<EstimateResponse> {
  const input = await maskKnowledge(deps, principal, request);
  const { seed, seed_ids, conversation_ids, domain } = input;
  const origins = [seed, seed_ids, conversation_ids].filter((value) => value !== undefined).length;
  if (origins > 1 || (domain === undefined ? origins === 0 : seed !== undefined)) {
    throw invalidField("body", "name one of seed, seed_ids, conversation_ids and domain");
  }
  if (conversation_ids !== undefined && domain === undefined) {
    throw invalidField("body.domain", "name the domain that the conversations belong to");
  }
  refusePersonalData(deps, { "body.language": input.language });
  const choice = await chooseModel(deps, principal.organizationId, input);
  const plan = await planRun(deps, principal, input);
  const { conversations } = plan;
  if (choice === null) return builtinEstimate(conversations);

  const priced = priceOf(choice.connection.type, choice.terms.model) !== null;
  const pilot = input.pilot === 0 ? null : await runPilot(deps, principal, plan, input, choice);
  const efforts = (pilot?.written ?? []).map(({ usage }) => usage);
  const range =
    efforts.length === 0
      ? outlineRun(plan, input, choice, deps)
      : (of: keyof Effort) =>
          predictTotal(
            efforts.map((effort) => effort[of]),
            conversations,
          );
  const sum = efforts.reduce((all, effort) => (add(all, effort), all), { ...NOTHING });
  return {
    conversations,
    model: choice.terms.model,
    basis: efforts.length === 0 ? "prompts" : "pilot",
    confidence: efforts.length === 0 ? null : PILOT_CONFIDENCE,
    // Every conversation takes one at least, whatever the interval of a small pilot says.
    calls: whole({ ...range("calls"), low: Math.max(conversations, range("calls").low) }),
    input_tokens: whole(range("inputTokens")),
    output_tokens: whole(range("outputTokens")),
    cost_usd: priced ? inUsd(range("costMicroUsd")) : null,
    price_table: PRICE_TABLE_VERSION,
    pilot:
      pilot === null
        ? null
        : {
            conversations: efforts.length,
            passed: pilot.written.filter(({ report }) => report.passed).length,
            failed: pilot.failed,
            calls: sum.calls,
            input_tokens: sum.inputTokens,
            output_tokens: sum.outputTokens,
            cost_usd: pilot.spentMicroUsd / 1_000_000,
          },
  };
}

/** The builtin generator makes no calls. */
function builtinEstimate(conversations: number): EstimateResponse {
  const none = { low: 0, expected: 0, high: 0 };
  return {
    conversations,
    model: BUILTIN_GENERATOR,
    basis: "prompts",
    confidence: null,
    calls: none,
    input_tokens: none,
    output_tokens: none,
    cost_usd: none,
    price_table: PRICE_TABLE_VERSION,
    pilot: null,
  };
}

/** Outwards, so that the interval still holds. */
function whole({ low, expected, high }: Range): Range {
  return { low: Math.floor(low), expected: Math.round(expected), high: Math.ceil(high) };
}

function inUsd(range: Range): Range {
  const { low, expected, high } = whole(range);
  return { low: low / 1_000_000, expected: expected / 1_000_000, high: high / 1_000_000 };
}
