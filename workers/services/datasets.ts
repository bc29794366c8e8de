import { AppError } from "../contract/error.ts";
import type { Page, PageQuery } from "../contract/page.ts";
import type { SeedSchema } from "../contract/seed.ts";
import type { DatasetCreateRequest, DatasetResponse } from "../contract/template.ts";
import { RENDER_NOW } from "../core/synthesis/fictional-time.ts";
import { type DatasetItem, encodeDataset } from "../core/datasets/encode.ts";
import { decideAssistantRole } from "../core/seeds/assistant-role.ts";
import { type StoredTurns, toConversation } from "./conversations.ts";
import type { ConversationRecord, DatasetRecord, Deps, Principal } from "./deps.ts";
import { refusePersonalData } from "./privacy.ts";
import { readLines } from "./segments.ts";
import { checkTemplate, toolsOf } from "./templates.ts";

const PAGE = 100;

export interface DatasetPlan extends DatasetCreateRequest {
  id: string;
  createdAt: string;
}

function toResponse(record: DatasetRecord): DatasetResponse {
  const { object_key: _key, ...rest } = record;
  return { ...rest, download_url: `/api/v1/datasets/${record.id}/download` };
}

/** The conversations of a dataset, in the order of their run: certified ones, unless an admin asked for all. */
async function* selectRecords(
  deps: Deps,
  organizationId: string,
  plan: DatasetPlan,
): AsyncGenerator<ConversationRecord[]> {
  const keep = (record: ConversationRecord) =>
    record.es_sintetica && (plan.include_failed || record.status === "certified");
  if (plan.conversation_ids !== undefined) {
    for (let start = 0; start < plan.conversation_ids.length; start += PAGE) {
      const ids = plan.conversation_ids.slice(start, start + PAGE);
      yield (await deps.conversations.getMany(organizationId, ids)).filter(keep);
    }
    return;
  }
  const filter = {
    jobId: plan.job_id,
    domain: plan.domain,
    language: plan.language,
    synthetic: true,
    status: plan.include_failed ? undefined : "certified",
  };
  for (let page = 1; ; page += 1) {
    const found = await deps.conversations.list(organizationId, filter, { page, page_size: PAGE });
    yield found.items;
    if (page * PAGE >= found.total) return;
  }
}

/**
 * Renders the selected conversations and streams them into the blob store. Repeating it with the same plan writes the
 * same object and the same row. @throws validation_failed when nothing qualifies
 */
export async function buildDataset(deps: Deps, organizationId: string, plan: DatasetPlan): Promise<DatasetRecord> {
  const seeds = new Map<string, SeedSchema | null>();
  const warnings = new Set<string>();
  let count = 0;

  const seedOf = async (seedId: string | null): Promise<SeedSchema | null> => {
    if (seedId === null) return null;
    if (!seeds.has(seedId)) seeds.set(seedId, (await deps.seeds.get(organizationId, seedId))?.seed ?? null);
    return seeds.get(seedId) ?? null;
  };

  async function* items(): AsyncGenerator<DatasetItem> {
    for await (const records of selectRecords(deps, organizationId, plan)) {
      const lines = readLines<StoredTurns>(
        deps.blobs,
        records.map((record) => record.segment),
      );
      for (const record of records) {
        const { value: stored } = await lines.next();
        if (!stored) throw new Error(`segment ${record.segment.key} is missing`);
        const conversation = toConversation(record, stored.turnos);
        const seed = await seedOf(record.seed_id);
        const roles = [...new Set(stored.turnos.map((turn) => turn.rol))];
        count += 1;
        yield {
          conversation,
          options: {
            assistantRole: seed?.rol_asistente ?? record.metadata["assistant_role"] ?? decideAssistantRole(roles),
            toolMode: plan.tool_call_mode,
            systemPrompt: plan.system_prompt,
            tools: await toolsOf(deps, conversation, seed?.parametros_factuales.herramientas ?? []),
            now: RENDER_NOW,
          },
        };
      }
    }
  }

  const key = `datasets/${organizationId}/${plan.id}`;
  const { sizeBytes, sha256 } = await deps.blobs.putStream(
    key,
    encodeDataset(items(), plan.template, plan.format, (warning) => warnings.add(warning)),
  );
  if (count === 0) {
    await deps.blobs.delete(key);
    throw new AppError("validation_failed", "No certified conversation matches; nothing was exported");
  }
  const record: DatasetRecord = {
    id: plan.id,
    name: plan.name,
    job_id: plan.job_id ?? null,
    template: plan.template,
    format: plan.format,
    certified: !plan.include_failed,
    conversation_count: count,
    size_bytes: sizeBytes,
    sha256,
    object_key: key,
    warnings: [...warnings].sort(),
    created_at: plan.createdAt,
  };
  await deps.datasets.put(organizationId, record);
  return record;
}

export async function createDataset(
  deps: Deps,
  principal: Principal,
  input: DatasetCreateRequest,
): Promise<DatasetResponse> {
  checkTemplate(input.template);
  if (input.include_failed && !principal.scopes.has("admin")) {
    throw new AppError("forbidden", 'include_failed needs the scope "admin"; the dataset is then marked uncertified');
  }
  refusePersonalData(deps, { "body.name": input.name, "body.system_prompt": input.system_prompt });
  const plan = { ...input, id: deps.newId(), createdAt: deps.clock.now().toISOString() };
  return toResponse(await buildDataset(deps, principal.organizationId, plan));
}

async function findDataset(deps: Deps, principal: Principal, id: string): Promise<DatasetRecord> {
  const record = await deps.datasets.get(principal.organizationId, id);
  if (record === null) throw new AppError("not_found", "Dataset not found");
  return record;
}

export async function getDataset(deps: Deps, principal: Principal, id: string): Promise<DatasetResponse> {
  return toResponse(await findDataset(deps, principal, id));
}

export async function listDatasets(deps: Deps, principal: Principal, page: PageQuery): Promise<Page<DatasetResponse>> {
  const found = await deps.datasets.list(principal.organizationId, page);
  return { ...found, items: found.items.map(toResponse) };
}

/** The dataset's bytes, or a range of them. */
export async function openDataset(
  deps: Deps,
  principal: Principal,
  id: string,
  range?: { offset: number; length: number },
): Promise<ReadableStream<Uint8Array>> {
  const record = await findDataset(deps, principal, id);
  const stream = await deps.blobs.stream(record.object_key, range);
  if (stream === null) throw new Error(`object ${record.object_key} is missing`);
  return stream;
}

export async function deleteDataset(deps: Deps, principal: Principal, id: string): Promise<void> {
  const record = await findDataset(deps, principal, id);
  await deps.blobs.delete(record.object_key);
  await deps.datasets.delete(principal.organizationId, id);
}
