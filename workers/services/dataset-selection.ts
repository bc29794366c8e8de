// Which conversations a dataset holds, and what an export needs of their seeds.
import type { DatasetCreateRequest } from "../contract/template.ts";
import type { SplitItem } from "../core/datasets/split.ts";
import type { Deps } from "./deps.ts";
import type { ConversationRecord } from "./ports/conversations.ts";

/** Rows read at a time: their segments and reports are a few megabytes. */
export const PAGE = 500;

/** What a dataset is to hold, and under which id. */
export interface DatasetPlan extends DatasetCreateRequest {
  id: string;
  createdAt: string;
}

/** What an export needs of a seed. */
export interface SeedFacts {
  assistantRole: string | undefined;
  tools: readonly string[];
  sourceId: string | null;
}

export interface Selected extends SplitItem {
  id: string;
}

export interface Selection {
  items: Selected[];
  seeds: Map<string, SeedFacts>;
  /** Asked for by id, but missing or without a certificate of the gates. */
  missing: number;
}

/**
 * The conversations of a dataset, in the order of their run: certified ones, unless an admin asked for all. The ids are
 * fixed here, so that what is stored meanwhile cannot move anything from one split to another.
 */
export async function selectConversations(deps: Deps, organizationId: string, plan: DatasetPlan): Promise<Selection> {
  const items = new Map<string, Selected>();
  const seeds = new Map<string, SeedFacts>();
  const keep = (record: ConversationRecord) =>
    record.es_sintetica &&
    (plan.include_failed || record.status === "certified") &&
    (plan.job_id === undefined || record.job_id === plan.job_id) &&
    (plan.seed_id === undefined || record.seed_id === plan.seed_id) &&
    (plan.domain === undefined || record.dominio === plan.domain) &&
    (plan.language === undefined || record.idioma === plan.language);

  const add = async (records: readonly ConversationRecord[]) => {
    const kept = records.filter(keep);
    const unknown = [...new Set(kept.map((record) => record.seed_id))].filter((id) => id !== null && !seeds.has(id));
    for (const { seed, source_conversation_id } of await deps.seeds.getMany(organizationId, unknown as string[])) {
      seeds.set(seed.seed_id, {
        assistantRole: seed.rol_asistente ?? undefined,
        tools: seed.parametros_factuales.herramientas ?? [],
        sourceId: source_conversation_id,
      });
    }
    for (const { id, seed_id } of kept) {
      const sourceId = seed_id === null ? null : (seeds.get(seed_id)?.sourceId ?? null);
      // A conversation without a seed is a group of its own.
      items.set(id, { id, seedId: seed_id ?? `conversation:${id}`, sourceId });
    }
  };

  if (plan.conversation_ids !== undefined) {
    const ids = [...new Set(plan.conversation_ids)];
    for (let start = 0; start < ids.length; start += PAGE) {
      await add(await deps.conversations.getMany(organizationId, ids.slice(start, start + PAGE)));
    }
    return { items: [...items.values()], seeds, missing: ids.length - items.size };
  }
  const filter = {
    jobId: plan.job_id,
    seedId: plan.seed_id,
    domain: plan.domain,
    language: plan.language,
    synthetic: true,
    status: plan.include_failed ? undefined : "certified",
  };
  for (let page = 1; ; page += 1) {
    const found = await deps.conversations.list(organizationId, filter, { page, page_size: PAGE });
    await add(found.items);
    if (page * PAGE >= found.total) return { items: [...items.values()], seeds, missing: 0 };
  }
}
