// The ports that jobs need, in memory: the ledger over SQLite in memory, blobs and rows in maps, a model that answers as
// the fake provider does. Nothing wakes a consumer here: the test works on its jobs itself.
import { DatabaseSync } from "node:sqlite";
import type { Domain } from "../../workers/contract/domain.ts";
import { SeedSchema } from "../../workers/contract/seed.ts";
import { readPackageJson } from "../../workers/cli/package-files.ts";
import { loadDomain } from "../../workers/cli/domain-files.ts";
import { loadPrivacyEngine } from "../../workers/cli/local-privacy.ts";
import { Sha256 } from "../../workers/core/datasets/sha256.ts";
import type { ChatAnswer, ChatRequest } from "../../workers/core/models/chat.ts";
import { estimateParts, estimateRequest } from "../../workers/core/models/tokens.ts";
import { makeSecrets } from "../../workers/platform/secrets.ts";
import type { Deps, Principal } from "../../workers/services/deps.ts";
import type { ConversationFilter, ConversationRecord } from "../../workers/services/ports/conversations.ts";
import type { BlobStore } from "../../workers/services/ports/datasets.ts";
import type { JobRecord, LedgerPort } from "../../workers/services/ports/jobs.ts";
import type { ProviderRecord } from "../../workers/services/ports/models.ts";
import type { StoredReport } from "../../workers/services/ports/reports.ts";
import type { SeedRecord } from "../../workers/services/ports/seeds.ts";
import { memoryLedger } from "../core/jobs/memory-ledger.ts";
import { answerOf } from "./provider/answers.ts";

export const ORGANIZATION = "0".repeat(31) + "1";
export const PRINCIPAL: Principal = {
  organizationId: ORGANIZATION,
  scopes: new Set(["read", "write", "admin"]),
  keyId: "test",
};
/** 0.10 USD for a million tokens in, 0.50 out, by the price table. */
export const MODEL = "claude-haiku-5-5";

export interface MemoryWorld {
  deps: Deps;
  /** What the provider itself counted, each with its cost in micro-USD. */
  provider: { calls: number; costMicroUsd: number };
  blobs: Map<string, Uint8Array>;
  conversations: ConversationRecord[];
  reports: StoredReport[];
  seedRuns: Map<string, number>;
  /** Called before each answer of the provider, with the number of the call: throws what the provider should fail with. */
  trouble: ((call: number, request: ChatRequest) => void) | null;
}

/** The fake provider's answer to a request, without HTTP in between. */
function answer(request: ChatRequest): ChatAnswer {
  const textOf = (parts: ChatRequest["messages"][number]["parts"]): string =>
    parts
      .map((part) => (part.type === "text" ? part.text : part.type === "tool_result" ? textOf(part.parts) : ""))
      .join("");
  const said = answerOf({
    model: "fake-writer",
    mode: null,
    messages: request.messages.map(({ role, parts }) => ({ role, text: textOf(parts) })),
    tools: (request.tools ?? []).map(({ name, parameters }) => ({ name, parameters })),
    temperature: request.temperature ?? null,
    wantsJson: request.responseFormat !== undefined,
    body: JSON.stringify(request),
  });
  const parts: ChatAnswer["choices"][number]["parts"] = [
    { type: "text", text: said.text },
    ...said.calls.map((call) => ({ type: "tool_call" as const, ...call })),
  ];
  return {
    id: null,
    model: request.model,
    choices: [{ parts, finishReason: said.finish }],
    usage: {
      inputTokens: estimateRequest(request),
      outputTokens: estimateParts(parts),
      cachedInputTokens: 0,
      estimated: false,
    },
  };
}

function memoryBlobs(held: Map<string, Uint8Array>): BlobStore {
  return {
    put: async (key, bytes) => void held.set(key, bytes.slice()),
    async putStream(key, chunks) {
      const parts: Uint8Array[] = [];
      const hash = new Sha256();
      for await (const chunk of chunks) {
        parts.push(chunk.slice());
        hash.update(chunk);
      }
      const bytes = Uint8Array.from(Buffer.concat(parts));
      held.set(key, bytes);
      return { sizeBytes: bytes.length, sha256: hash.hex() };
    },
    get: async (key) => held.get(key) ?? null,
    getRange: async (key, offset, length) => held.get(key)?.slice(offset, offset + length) ?? null,
    stream: async (key) => (held.has(key) ? new Blob([held.get(key)!.slice()]).stream() : null),
    async rewrite(key, change) {
      const bytes = held.get(key);
      const changed = bytes === undefined ? null : change(bytes);
      if (changed === null) held.delete(key);
      else held.set(key, changed);
    },
    delete: async (key) => void held.delete(key),
    async deletePrefix(prefix) {
      for (const key of held.keys()) if (key.startsWith(prefix)) held.delete(key);
    },
  };
}

/** A job's object. What goes in and out is cloned, as a remote call has it. */
function memoryObject(): LedgerPort {
  const ledger = memoryLedger(new DatabaseSync(":memory:"));
  const now = () => Date.now();
  const port: Partial<LedgerPort> = {
    create: async (spec, items) => ledger.create(spec, items),
    lease: async (count) => ledger.lease(count, now()),
    renew: async (leaseIds) => ledger.renew(leaseIds, now()),
    fail: async (itemId, leaseId, error, retry) => ledger.fail(itemId, leaseId, error, retry, now()),
    exchange: async (message) => structuredClone(ledger.exchange(structuredClone(message), now())),
    mark: async (amounts) => ledger.mark(amounts),
    parked: async (after, limit) => ledger.parked(after, limit),
    replay: async () => ledger.replay(now()),
    advance: async (fromStage, items) => ledger.advance(fromStage, items),
    finish: async (status, result, error) => ledger.finish(status, result, error, now()),
    control: async (action) => ledger.control(action, now()),
    progress: async () => ledger.progress(now()),
    failures: async () => ledger.failures(),
    completed: async (stage, after, limit) => structuredClone(ledger.completed(stage, after, limit)),
    forgetResults: async (stage) => ledger.forgetResults(stage),
  };
  return port as LedgerPort;
}

function pageOf<T>(all: readonly T[], { page, page_size }: { page: number; page_size: number }) {
  return { items: all.slice((page - 1) * page_size, page * page_size), total: all.length, page, page_size };
}

const matches = (record: ConversationRecord, filter: ConversationFilter): boolean =>
  (filter.jobId === undefined || record.job_id === filter.jobId) &&
  (filter.domain === undefined || record.dominio === filter.domain) &&
  (filter.status === undefined || record.status === filter.status) &&
  (filter.synthetic === undefined || record.es_sintetica === filter.synthetic);

let engine: ReturnType<typeof loadPrivacyEngine> | null = null;

/** A tenant with one priced provider, which is its default. */
export function memoryWorld(): MemoryWorld {
  const world: MemoryWorld = {
    deps: {} as Deps,
    provider: { calls: 0, costMicroUsd: 0 },
    blobs: new Map(),
    conversations: [],
    reports: [],
    seedRuns: new Map(),
    trouble: null,
  };
  const jobs = new Map<string, JobRecord>();
  const seeds = new Map<string, SeedRecord>();
  const datasets = new Map<string, Parameters<Deps["datasets"]["put"]>[1]>();
  const ledgers = new Map<string, LedgerPort>();
  const provider: ProviderRecord = {
    id: "provider-1",
    name: "mine",
    provider_type: "anthropic",
    api_base: null,
    default_model: MODEL,
    max_tokens: 4096,
    temperature_default: 0.7,
    is_active: true,
    is_default: true,
    created_at: "2026-01-01T00:00:00.000Z",
    updated_at: "2026-01-01T00:00:00.000Z",
    sealed_key: null,
  };
  engine ??= loadPrivacyEngine();
  const terminal = new Set(["completed", "failed", "cancelled"]);
  let ids = 0;

  const deps: Partial<Deps> = {
    clock: { now: () => new Date() },
    newId: () => (ids += 1).toString(16).padStart(32, "0"),
    config: {
      installationProviders: [],
      installationProvidersFor: [],
      providerJudge: null,
      embeddings: null,
    } as unknown as Deps["config"],
    log: { write: () => {} },
    privacy: engine,
    judge: null,
    secrets: makeSecrets("a secret of these tests"),
    blobs: memoryBlobs(world.blobs),
    sourceFilters: { list: async () => [], version: async () => "" } as unknown as Deps["sourceFilters"],
    catalog: {
      domain: loadDomain,
      library: async (domain: Domain) =>
        SeedSchema.array().parse(await readPackageJson(`seeds/library/${domain}.json`)),
    },
    providers: { list: async () => [provider] } as unknown as Deps["providers"],
    models: {
      async chat(_connection: unknown, request: ChatRequest) {
        const call = (world.provider.calls += 1);
        // Other calls go on meanwhile, as they do over a network.
        await new Promise((resolve) => setTimeout(resolve, 1));
        world.trouble?.(call, request);
        const given = answer(request);
        const { inputTokens, outputTokens } = given.usage;
        world.provider.costMicroUsd += Math.ceil(inputTokens * 0.1 + outputTokens * 0.5);
        return given;
      },
    } as unknown as Deps["models"],
    ledger(jobId) {
      const port = ledgers.get(jobId) ?? memoryObject();
      ledgers.set(jobId, port);
      return port;
    },
    jobs: {
      insert: async (job) => void jobs.set(job.id, job),
      get: async (organizationId, id) => {
        const job = jobs.get(id);
        return job?.organization_id === organizationId ? job : null;
      },
      async list(organizationId, filter, page) {
        const own = [...jobs.values()].filter((job) => job.organization_id === organizationId);
        const wanted = own.filter((job) => filter.status === undefined || job.status === filter.status);
        return pageOf(wanted.toReversed(), page);
      },
      async reopen(_organizationId, id) {
        const job = jobs.get(id)!;
        jobs.set(id, { ...job, status: "running", result: null, error_message: null, completed_at: null });
      },
      async mirror(_organizationId, id, state) {
        const job = jobs.get(id)!;
        if (!terminal.has(job.status)) jobs.set(id, { ...job, ...state });
      },
    },
    seeds: {
      async create(_organizationId: string, record: SeedRecord) {
        if (seeds.has(record.seed.seed_id)) return false;
        seeds.set(record.seed.seed_id, record);
        return true;
      },
      get: async (_organizationId: string, id: string) => seeds.get(id) ?? null,
      getMany: async (_organizationId: string, wanted: readonly string[]) =>
        wanted.flatMap((id) => seeds.get(id) ?? []),
      async recordRuns(_organizationId: string, jobId: string, runs: { seed_id: string; runs: number }[]) {
        for (const key of world.seedRuns.keys()) if (key.startsWith(`${jobId}/`)) world.seedRuns.delete(key);
        for (const run of runs) world.seedRuns.set(`${jobId}/${run.seed_id}`, run.runs);
      },
    } as unknown as Deps["seeds"],
    conversations: {
      async insert(_organizationId: string, records: ConversationRecord[]) {
        const known = new Set(world.conversations.map((record) => record.id));
        world.conversations.push(...records.filter((record) => !known.has(record.id)));
        return known;
      },
      getMany: async (_organizationId: string, wanted: readonly string[]) => {
        const byId = new Map(world.conversations.map((record) => [record.id, record]));
        return wanted.flatMap((id) => byId.get(id) ?? []);
      },
      list: async (_organizationId: string, filter: ConversationFilter, page: { page: number; page_size: number }) =>
        pageOf(
          world.conversations.filter((record) => matches(record, filter)).toSorted((a, b) => a.ordinal - b.ordinal),
          page,
        ),
    } as unknown as Deps["conversations"],
    reports: {
      async insert(_organizationId: string, reports: StoredReport[]) {
        const known = new Set(world.reports.map((report) => report.id));
        world.reports.push(...reports.filter((report) => !known.has(report.id)));
      },
      ofConversations: async (_organizationId: string, wanted: readonly string[]) =>
        new Map(world.reports.filter(({ id }) => wanted.includes(id)).map(({ id, report }) => [id, report])),
    } as unknown as Deps["reports"],
    datasets: {
      put: async (_organizationId: string, dataset: Parameters<Deps["datasets"]["put"]>[1]) =>
        void datasets.set(dataset.id, dataset),
      get: async (_organizationId: string, id: string) => datasets.get(id) ?? null,
    } as unknown as Deps["datasets"],
  };
  world.deps = deps as Deps;
  return world;
}
