import type { Domain } from "../contract/domain.ts";
import { AppError, invalidField } from "../contract/error.ts";
import type { GenerateRequest, PipelineRunRequest, PipelineRunResponse } from "../contract/job.ts";
import type { SeedSchema } from "../contract/seed.ts";
import type { Deps, Principal } from "./deps.ts";
import { earlierRuns, recipeOf } from "./earlier-runs.ts";
import { admitInlineSeed } from "./generation.ts";
import { importFile } from "./imports.ts";
import { getJob } from "./jobs.ts";
import { maskKnowledge, refusePersonalData } from "./privacy.ts";
import { BUILTIN_ID } from "./providers.ts";
import { storeLibrarySeed } from "./seeds.ts";
import { checkExport } from "./datasets.ts";
import { startJob } from "./job-kinds.ts";
import { chooseModel, meterSpec, type ModelChoice, type ModelRequest, readBudget } from "./model-choice.ts";
import { generationItems, type RunConfig } from "./stages/run.ts";

/** Conversations of one job. */
const MAX_CONVERSATIONS = 10_000;
/** How long a synchronous run waits before it answers with the job still running. */
const SYNC_WAIT_MS = 120_000;
const SYNC_POLL_MS = 200;

type RunTerms = Omit<RunConfig, "createdAt" | "recipe" | "comparedWith">;

/** Fixes what a run is compared with; `origins` are the seeds or sources that it starts from. */
async function settleConfig(
  deps: Deps,
  organizationId: string,
  terms: RunTerms,
  origins: readonly string[],
): Promise<RunConfig> {
  const recipe = recipeOf(terms, origins);
  const comparedWith = await earlierRuns(deps, organizationId, { domain: terms.domain, recipe });
  return { ...terms, recipe, comparedWith, createdAt: deps.clock.now().toISOString() };
}

/** What the job keeps of its choice: the provider by its id, so that another default does not change a run. */
function writerOf(input: ModelRequest, choice: ModelChoice | null): ModelRequest {
  const { temperature, temperature_step, mode, knowledge } = input;
  const terms = { temperature, temperature_step, mode, knowledge };
  if (choice === null) return { provider_id: BUILTIN_ID, model: null, ...terms };
  return { provider_id: choice.connection.id, model: choice.terms.model, ...terms };
}

/** Starts a job that generates from one inline seed. */
export async function startGeneration(
  deps: Deps,
  principal: Principal,
  request: GenerateRequest,
): Promise<PipelineRunResponse> {
  const input = await maskKnowledge(deps, principal, request);
  refusePersonalData(deps, {
    "body.language_override": input.language_override,
  });
  const choice = await chooseModel(deps, principal.organizationId, input);
  const budgetMicroUsd = readBudget(choice, input.budget_usd);
  const seed = await admitInlineSeed(deps, input.seed);
  const terms: RunTerms = {
    domain: seed.dominio,
    count: input.count,
    language: input.language_override,
    randomSeed: input.random_seed,
    maxAttempts: input.max_attempts,
    writer: writerOf(input, choice),
    budgetMicroUsd,
    seed,
    export: null,
  };
  const config = await settleConfig(deps, principal.organizationId, terms, [seed.seed_id]);
  const items = await generationItems(deps, principal.organizationId, config, [seed.seed_id], input.count);
  const meter = meterSpec(choice, budgetMicroUsd);
  const id = await startJob(deps, principal, "generation", config, items, { meter });
  return { job_id: id, status: "pending", message: `Generating ${input.count} conversations`, result: null };
}

/** The conversations a run starts from, stored and anonymised; null when it starts from seeds. */
async function sourcesOf(deps: Deps, principal: Principal, input: PipelineRunRequest): Promise<string[] | null> {
  if (input.raw_conversations !== undefined) {
    const ids: string[] = [];
    for (const [index, text] of input.raw_conversations.entries()) {
      const bytes = new TextEncoder().encode(text);
      const options = { format: "auto" as const, domain: input.domain, strict: false };
      const stream = (async function* () {
        yield bytes;
      })();
      const result = await importFile(deps, principal, stream, options);
      if (result.conversation_ids.length === 0) {
        throw invalidField(`body.raw_conversations.${index}`, "no conversation could be read from this text");
      }
      ids.push(...result.conversation_ids);
    }
    return [...new Set(ids)];
  }
  if (input.conversation_ids === undefined) return null;
  return ownSources(deps, principal, input.conversation_ids);
}

/** These conversations of the caller, once each. @throws not_found */
export async function ownSources(
  deps: Deps,
  principal: Principal,
  conversationIds: readonly string[],
): Promise<string[]> {
  const ids = [...new Set(conversationIds)];
  const known = new Set((await deps.conversations.getMany(principal.organizationId, ids)).map((record) => record.id));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) throw new AppError("not_found", `conversation_ids: ${missing.length} of them do not exist`);
  return ids;
}

/** The caller's seeds of these ids, once each. @throws not_found, and validation_failed for one of another domain */
export async function ownSeeds(
  deps: Deps,
  principal: Principal,
  seedIds: readonly string[],
  domain: Domain | undefined,
): Promise<SeedSchema[]> {
  const ids = [...new Set(seedIds)];
  const known = new Map(
    (await deps.seeds.getMany(principal.organizationId, ids)).map(({ seed }) => [seed.seed_id, seed]),
  );
  return ids.map((id, index) => {
    const seed = known.get(id);
    if (seed === undefined) throw new AppError("not_found", "Seed not found");
    if (domain !== undefined && seed.dominio !== domain) {
      throw invalidField(`body.seed_ids.${index}`, `belongs to ${seed.dominio}, not to ${domain}`);
    }
    return seed;
  });
}

/** The library's seeds of a domain. @throws validation_failed when it has none in the language */
export async function librarySeeds(deps: Deps, domain: Domain, language: string | null): Promise<SeedSchema[]> {
  const library = (await deps.catalog.library(domain)).filter((seed) => language === null || seed.idioma === language);
  if (library.length === 0) throw invalidField("body.language", "the library has no seeds in this language");
  return library;
}

/** The seeds a run starts from when it has no sources: the caller's own, else the domain's library. */
async function seedsOf(deps: Deps, principal: Principal, input: PipelineRunRequest): Promise<string[]> {
  if (input.seed_ids !== undefined) {
    return (await ownSeeds(deps, principal, input.seed_ids, input.domain)).map((seed) => seed.seed_id);
  }
  const library = await librarySeeds(deps, input.domain, input.language);
  // More seeds than conversations would leave seeds without any.
  const used = library.slice(0, input.count);
  for (const seed of used) await storeLibrarySeed(deps, principal, seed);
  return used.map((seed) => seed.seed_id);
}

/** Starts a run of the whole pipeline; with `async_mode: false` waits for its end. */
export async function runPipeline(
  deps: Deps,
  principal: Principal,
  request: PipelineRunRequest,
): Promise<PipelineRunResponse> {
  const input = await maskKnowledge(deps, principal, request);
  const given = [input.raw_conversations, input.conversation_ids, input.seed_ids].filter(
    (value) => value !== undefined,
  );
  if (given.length > 1) {
    throw invalidField("body", "give one of raw_conversations, conversation_ids and seed_ids, or none for the library");
  }
  if (input.train_adapter) {
    throw invalidField("body.train_adapter", "no GPU runner is registered; register one, or leave train_adapter out");
  }
  checkExport(input.export, "body.export");
  refusePersonalData(deps, {
    "body.export.system_prompt": input.export.system_prompt,
    "body.language": input.language,
  });
  const choice = await chooseModel(deps, principal.organizationId, input);
  const budgetMicroUsd = readBudget(choice, input.budget_usd);
  const meter = meterSpec(choice, budgetMicroUsd);

  const terms: RunTerms = {
    domain: input.domain,
    count: input.count,
    language: input.language,
    randomSeed: input.random_seed,
    maxAttempts: input.max_attempts,
    writer: writerOf(input, choice),
    budgetMicroUsd,
    seed: null,
    export: input.export,
  };
  const sources = await sourcesOf(deps, principal, input);
  let id: string;
  if (sources !== null) {
    refuseTooMany(sources.length * input.count);
    const config = await settleConfig(deps, principal.organizationId, terms, sources);
    const items = sources.map((conversationId) => ({ payload: { conversation_id: conversationId } }));
    id = await startJob(deps, principal, "pipeline", config, items, { meter });
  } else {
    const seedIds = await seedsOf(deps, principal, input);
    // From the library `count` is the total; from the caller's own seeds it is per seed, as in the reference.
    const total = input.seed_ids === undefined ? input.count : seedIds.length * input.count;
    refuseTooMany(total);
    const config = await settleConfig(deps, principal.organizationId, terms, seedIds);
    const items = await generationItems(deps, principal.organizationId, config, seedIds, total);
    id = await startJob(deps, principal, "pipelineFromSeeds", config, items, { meter });
  }
  if (input.async_mode) {
    return { job_id: id, status: "pending", message: `Follow it at /api/v1/jobs/${id}/events`, result: null };
  }
  return waitForEnd(deps, principal, id);
}

/** @throws validation_failed */
export function refuseTooMany(total: number): void {
  if (total > MAX_CONVERSATIONS) {
    throw invalidField("body.count", `makes ${total} conversations; one job takes at most ${MAX_CONVERSATIONS}`);
  }
}

async function waitForEnd(deps: Deps, principal: Principal, id: string): Promise<PipelineRunResponse> {
  for (let waited = 0; ; waited += SYNC_POLL_MS) {
    const job = await getJob(deps, principal, id);
    const over = job.status === "completed" || job.status === "failed" || job.status === "cancelled";
    if (over || waited >= SYNC_WAIT_MS) {
      const message = job.error_message ?? (over ? "The run is over" : "Still running; follow the job");
      return { job_id: id, status: job.status, message, result: job.result };
    }
    await new Promise((resolve) => setTimeout(resolve, SYNC_POLL_MS));
  }
}
