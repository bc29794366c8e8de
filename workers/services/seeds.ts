import type { Conversation } from "../contract/conversation.ts";
import { DOMAINS, type Domain } from "../contract/domain.ts";
import { AppError } from "../contract/error.ts";
import type { Page, PageQuery } from "../contract/page.ts";
import type {
  SeedCreateRequest,
  SeedExtractRequest,
  SeedExtractResponse,
  SeedResponse,
  SeedUpdateRequest,
  SeedVersion,
  SeedVersionList,
} from "../contract/seed.ts";
import { SeedSchema } from "../contract/seed.ts";
import { findPersonalData } from "../core/ingest/seed-privacy.ts";
import { decideAssistantRole } from "../core/seeds/assistant-role.ts";
import { extractSeed } from "../core/seeds/extract.ts";
import { checkSeedReferences } from "../core/seeds/normalise.ts";
import { makeAbstracter } from "./abstraction.ts";
import { loadConversation } from "./conversations.ts";
import type { Deps, Principal } from "./deps.ts";
import type { SeedFilter, SeedRecord } from "./ports/seeds.ts";

export function toSeedResponse(record: SeedRecord): SeedResponse {
  const { seed_id, created_at: _created, updated_at: _updated, ...seed } = record.seed;
  return {
    id: seed_id,
    ...seed,
    rating: record.rating_count === 0 ? null : record.rating_sum / record.rating_count,
    rating_count: record.rating_count,
    run_count: record.run_count,
    avg_quality_score: record.quality_count === 0 ? null : record.quality_sum / record.quality_count,
    revision: record.revision,
    created_at: record.created_at,
    updated_at: record.updated_at,
  };
}

/** A record that nobody has rated or run yet. */
export function newRecord(seed: SeedSchema, sourceConversationId: string | null, now: string): SeedRecord {
  return {
    seed,
    source_conversation_id: sourceConversationId,
    revision: 1,
    rating_sum: 0,
    rating_count: 0,
    run_count: 0,
    quality_sum: 0,
    quality_count: 0,
    created_at: now,
    updated_at: now,
  };
}

/**
 * Cross-references and Layer 0 of a seed that a client sent: tools that nobody defines and texts that hold personal
 * data are refused by the name of their field, and nothing is stored.
 */
export async function admitSeed(deps: Deps, seed: SeedSchema): Promise<void> {
  // Personal data first: the messages about references name what they do not find.
  const personal = findPersonalData(seed, deps.privacy);
  if (personal.length > 0) {
    throw new AppError("pii_detected", "A seed holds no personal data: replace the values found by placeholders", {
      errors: personal.map(({ field, categories }) => ({
        field: `body.${field}`,
        message: `holds ${categories.join(", ")}`,
        type: "pii_detected",
      })),
    });
  }
  const domain = await deps.catalog.domain(seed.dominio);
  const problems = checkSeedReferences(seed, new Set(domain.tools.map((tool) => tool.name)));
  if (problems.length > 0) {
    throw new AppError("validation_failed", undefined, {
      errors: problems.map(({ field, message }) => ({ field: `body.${field}`, message, type: "value_error" })),
    });
  }
}

export async function createSeed(deps: Deps, principal: Principal, input: SeedCreateRequest): Promise<SeedResponse> {
  const now = deps.clock.now().toISOString();
  const seed: SeedSchema = {
    ...input,
    seed_id: input.seed_id ?? deps.newId(),
    rol_asistente: input.rol_asistente ?? decideAssistantRole(input.roles),
    organization_id: principal.organizationId,
    created_at: now,
    updated_at: now,
  };
  await admitSeed(deps, seed);
  const record = newRecord(seed, null, now);
  if (!(await deps.seeds.create(principal.organizationId, record))) {
    throw new AppError("conflict", "seed_id: a seed of this id exists already");
  }
  return toSeedResponse(record);
}

/** @throws not_found, the same for a missing seed and for another tenant's. */
export async function loadSeed(deps: Deps, principal: Principal, seedId: string): Promise<SeedRecord> {
  const record = await deps.seeds.get(principal.organizationId, seedId);
  if (record === null) throw new AppError("not_found", "Seed not found");
  return record;
}

export async function getSeed(deps: Deps, principal: Principal, seedId: string): Promise<SeedResponse> {
  return toSeedResponse(await loadSeed(deps, principal, seedId));
}

export async function listSeeds(
  deps: Deps,
  principal: Principal,
  filter: SeedFilter,
  page: PageQuery,
): Promise<Page<SeedResponse>> {
  const found = await deps.seeds.list(principal.organizationId, filter, page);
  return { ...found, items: found.items.map(toSeedResponse) };
}

/** Merges the given fields into the seed and validates the whole. @throws conflict when somebody else wrote meanwhile. */
export async function updateSeed(
  deps: Deps,
  principal: Principal,
  seedId: string,
  input: SeedUpdateRequest,
): Promise<SeedResponse> {
  if (Object.keys(input).length === 0) throw new AppError("validation_failed", "No fields to update");
  const record = await loadSeed(deps, principal, seedId);
  const now = deps.clock.now().toISOString();
  const roles = input.roles ?? record.seed.roles;
  const assistant = input.rol_asistente ?? record.seed.rol_asistente;
  // New roles without the old assistant among them: decide anew, unless the caller names one.
  const keepsAssistant = input.rol_asistente !== undefined || (assistant !== null && roles.includes(assistant));
  const merged = SeedSchema.safeParse({
    ...record.seed,
    ...input,
    rol_asistente: keepsAssistant ? assistant : decideAssistantRole(roles),
    updated_at: now,
  });
  if (!merged.success) {
    throw new AppError("validation_failed", undefined, {
      errors: merged.error.issues.map((issue) => ({
        field: ["body", ...issue.path].join("."),
        message: issue.message,
        type: issue.code,
      })),
    });
  }
  await admitSeed(deps, merged.data);
  const changed = { ...record, seed: merged.data, revision: record.revision + 1, updated_at: now };
  if (!(await deps.seeds.update(principal.organizationId, changed, record.revision))) {
    throw new AppError("conflict", "The seed was changed meanwhile; read it again and repeat the update");
  }
  return toSeedResponse(changed);
}

/** Every revision of a seed, newest first. @throws not_found */
export async function listVersions(deps: Deps, principal: Principal, seedId: string): Promise<SeedVersionList> {
  const { revision, updated_at } = await loadSeed(deps, principal, seedId);
  const replaced = await deps.seeds.versions(principal.organizationId, seedId);
  const items = [
    { revision, updated_at },
    ...replaced.map((old) => ({ revision: old.revision, updated_at: old.updated_at })),
  ];
  return { items, total: items.length };
}

/** The seed as it was at a revision. @throws not_found */
export async function getVersion(
  deps: Deps,
  principal: Principal,
  seedId: string,
  revision: number,
): Promise<SeedVersion> {
  const record = await loadSeed(deps, principal, seedId);
  if (record.revision === revision) return { revision, updated_at: record.updated_at, seed: record.seed };
  const [old] = await deps.seeds.versions(principal.organizationId, seedId, revision);
  if (old === undefined) throw new AppError("not_found", "The seed has no such revision");
  const { seed_id, organization_id, created_at } = record.seed;
  const seed = { ...old.body, seed_id, organization_id, created_at, updated_at: old.updated_at };
  return { revision, updated_at: old.updated_at, seed };
}

/** A copy under a new id, unrated and with no runs. @throws not_found */
export async function duplicateSeed(deps: Deps, principal: Principal, seedId: string): Promise<SeedResponse> {
  const { seed, source_conversation_id } = await loadSeed(deps, principal, seedId);
  const now = deps.clock.now().toISOString();
  const copy = { ...seed, seed_id: deps.newId(), created_at: now, updated_at: now };
  const record = newRecord(copy, source_conversation_id, now);
  await deps.seeds.create(principal.organizationId, record);
  return toSeedResponse(record);
}

export async function deleteSeed(deps: Deps, principal: Principal, seedId: string): Promise<void> {
  if (!(await deps.seeds.delete(principal.organizationId, seedId))) throw new AppError("not_found", "Seed not found");
}

export async function rateSeed(
  deps: Deps,
  principal: Principal,
  seedId: string,
  rating: number,
): Promise<SeedResponse> {
  if (!(await deps.seeds.rate(principal.organizationId, seedId, rating, deps.clock.now().toISOString()))) {
    throw new AppError("not_found", "Seed not found");
  }
  return getSeed(deps, principal, seedId);
}

const seedIdOf = (conversationId: string): string => `seed-${conversationId}`;

/** The seed that a stored conversation gives, or why it gives none. Nothing is stored. @throws not_found */
export async function extractFrom(
  deps: Deps,
  principal: Principal,
  conversationId: string,
  domain: SeedSchema["dominio"],
): Promise<{ seed: SeedSchema; conversation: Conversation } | { refused: string }> {
  const conversation = await loadConversation(deps, principal, conversationId);
  if (conversation.es_sintetica) return { refused: "the conversation is synthetic; seeds come from real ones" };
  const { tools } = await deps.catalog.domain(domain);
  const extracted = extractSeed({
    conversation,
    domain,
    assistantRole: conversation.metadata["assistant_role"] ?? null,
    seedId: seedIdOf(conversationId),
    tools,
  });
  return "refused" in extracted ? extracted : { seed: extracted.seed, conversation };
}

/**
 * Extracts and stores the seed of one imported conversation. The seed's id derives from the conversation's, so that a
 * repeated call finds the seed it made before.
 * `abstract` may word it anew before it is stored.
 * @returns the stored record, or why there is none.
 */
export async function extractAndStore(
  deps: Deps,
  principal: Principal,
  conversationId: string,
  domain: SeedSchema["dominio"],
  abstract: ((seed: SeedSchema, conversation: Conversation) => Promise<SeedSchema>) | null = null,
): Promise<SeedRecord | { refused: string }> {
  const existing = await deps.seeds.get(principal.organizationId, seedIdOf(conversationId));
  if (existing !== null) return existing;
  const extracted = await extractFrom(deps, principal, conversationId, domain);
  if ("refused" in extracted) return extracted;
  const worded = abstract === null ? extracted.seed : await abstract(extracted.seed, extracted.conversation);
  const now = deps.clock.now().toISOString();
  const seed = { ...worded, organization_id: principal.organizationId, created_at: now, updated_at: now };
  const record = newRecord(seed, conversationId, now);
  await deps.seeds.create(principal.organizationId, record);
  return record;
}

export async function extractSeeds(
  deps: Deps,
  principal: Principal,
  input: SeedExtractRequest,
): Promise<SeedExtractResponse> {
  const answer: SeedExtractResponse = { seeds: [], errors: [] };
  const abstracter = input.abstraction === "llm" ? await makeAbstracter(deps, principal.organizationId, input) : null;
  const abstractions: NonNullable<SeedExtractResponse["abstractions"]> = [];
  const abstract = async (seed: SeedSchema, conversation: Conversation): Promise<SeedSchema> => {
    const outcome = await abstracter!(seed, conversation);
    const kept = "kept" in outcome;
    abstractions.push({
      seed_id: seed.seed_id,
      model: kept ? null : outcome.model,
      kept: kept ? outcome.kept : null,
    });
    return kept ? seed : outcome.seed;
  };
  for (const conversationId of new Set(input.conversation_ids)) {
    try {
      const outcome = await extractAndStore(
        deps,
        principal,
        conversationId,
        input.domain,
        abstracter === null ? null : abstract,
      );
      if ("refused" in outcome) answer.errors.push({ conversation_id: conversationId, error: outcome.refused });
      else answer.seeds.push(toSeedResponse(outcome));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "not_found") throw error;
      answer.errors.push({ conversation_id: conversationId, error: error.message });
    }
  }
  if (abstracter !== null) answer.abstractions = abstractions;
  return answer;
}

/**
 * Admits the seed of a finished interview and stores it, unless it is only shown; storing it again changes nothing.
 * @returns the seed as its owner has it.
 */
export async function storeInterviewSeed(
  deps: Deps,
  principal: Principal,
  seed: SeedSchema,
  store: boolean,
): Promise<SeedSchema> {
  await admitSeed(deps, seed);
  if (!store) return seed;
  const now = deps.clock.now().toISOString();
  const own = { ...seed, organization_id: principal.organizationId, created_at: now, updated_at: now };
  await deps.seeds.create(principal.organizationId, newRecord(own, null, now));
  return own;
}

/** Curated seeds, domain by domain. */
export async function listLibrary(
  deps: Deps,
  filter: { domain?: Domain | undefined; language?: string | undefined },
  page: PageQuery,
): Promise<Page<SeedSchema>> {
  const domains = filter.domain === undefined ? DOMAINS : [filter.domain];
  const libraries = await Promise.all(domains.map((domain) => deps.catalog.library(domain)));
  const found = libraries.flat().filter((seed) => filter.language === undefined || seed.idioma === filter.language);
  const start = (page.page - 1) * page.page_size;
  return { items: found.slice(start, start + page.page_size), total: found.length, ...page };
}

/** Copies a curated seed into the tenant's own; adopting it again changes nothing. @throws not_found */
export async function adoptSeed(deps: Deps, principal: Principal, seedId: string): Promise<SeedResponse> {
  const libraries = await Promise.all(DOMAINS.map((domain) => deps.catalog.library(domain)));
  const seed = libraries.flat().find((each) => each.seed_id === seedId);
  if (seed === undefined) throw new AppError("not_found", "The library has no such seed");
  await storeLibrarySeed(deps, principal, seed);
  return getSeed(deps, principal, seedId);
}

/** Copies a curated seed into the tenant's own, once, so that runs of it can be traced and rated. */
export async function storeLibrarySeed(deps: Deps, principal: Principal, seed: SeedSchema): Promise<void> {
  const now = deps.clock.now().toISOString();
  const own = { ...seed, organization_id: principal.organizationId, created_at: now, updated_at: now };
  await deps.seeds.create(principal.organizationId, newRecord(own, null, now));
}
