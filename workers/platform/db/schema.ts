import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ProviderType } from "../../contract/provider.ts";
import type { DatasetFileInfo, DatasetResponse } from "../../contract/template.ts";
import type { ReviewVerdict } from "../../contract/review.ts";

/** Instants are stored as ISO-8601 UTC text, which sorts as it reads. JSON columns hold contract shapes. */
const timestamps = {
  created_at: text("created_at").notNull(),
  updated_at: text("updated_at").notNull(),
};

export const organizations = sqliteTable("organizations", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  slug: text("slug").notNull().unique(),
  description: text("description"),
  is_active: integer("is_active", { mode: "boolean" }).notNull(),
  ...timestamps,
});

export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    organization_id: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    key_id: text("key_id").notNull().unique(),
    key_prefix: text("key_prefix").notNull(),
    name: text("name").notNull(),
    scopes: text("scopes").notNull(),
    secret_hash: text("secret_hash").notNull(),
    is_active: integer("is_active", { mode: "boolean" }).notNull(),
    expires_at: text("expires_at"),
    last_used_at: text("last_used_at"),
    created_at: text("created_at").notNull(),
  },
  (table) => [index("api_keys_organization").on(table.organization_id, table.created_at)],
);

export const seeds = sqliteTable(
  "seeds",
  {
    organization_id: text("organization_id").notNull(),
    id: text("id").notNull(),
    dominio: text("dominio").notNull(),
    idioma: text("idioma").notNull(),
    objetivo: text("objetivo").notNull(),
    /** The whole seed but for its id, owner and instants: no field is lost on any path. */
    body: text("body", { mode: "json" }).notNull(),
    source_conversation_id: text("source_conversation_id"),
    revision: integer("revision").notNull(),
    rating_sum: real("rating_sum").notNull(),
    rating_count: integer("rating_count").notNull(),
    ...timestamps,
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.id] }),
    index("seeds_by_time").on(table.organization_id, table.created_at),
  ],
);

/** What a seed was before each update; the current revision stands in `seeds`. */
export const seedVersions = sqliteTable(
  "seed_versions",
  {
    organization_id: text("organization_id").notNull(),
    seed_id: text("seed_id").notNull(),
    revision: integer("revision").notNull(),
    body: text("body", { mode: "json" }).notNull(),
    updated_at: text("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organization_id, table.seed_id, table.revision] })],
);

/** What each job made of a seed. One row a job, so that a repeated step cannot count a run twice. */
export const seedRuns = sqliteTable(
  "seed_runs",
  {
    organization_id: text("organization_id").notNull(),
    seed_id: text("seed_id").notNull(),
    job_id: text("job_id").notNull(),
    runs: integer("runs").notNull(),
    quality_sum: real("quality_sum").notNull(),
    quality_count: integer("quality_count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organization_id, table.seed_id, table.job_id] })],
);

export const conversations = sqliteTable(
  "conversations",
  {
    organization_id: text("organization_id").notNull(),
    id: text("id").notNull(),
    seed_id: text("seed_id"),
    job_id: text("job_id"),
    import_id: text("import_id"),
    dominio: text("dominio").notNull(),
    idioma: text("idioma").notNull(),
    es_sintetica: integer("es_sintetica", { mode: "boolean" }).notNull(),
    num_turnos: integer("num_turnos").notNull(),
    status: text("status"),
    rating: real("rating"),
    tags: text("tags", { mode: "json" }).$type<string[] | null>(),
    notes: text("notes"),
    metadata: text("metadata", { mode: "json" }).$type<Record<string, string>>().notNull(),
    /** Where the turns stand in R2: object key, byte offset, byte length of one JSON line. */
    segment_key: text("segment_key").notNull(),
    segment_offset: integer("segment_offset").notNull(),
    segment_length: integer("segment_length").notNull(),
    /** Position inside the run or the import that made it: listing and exports keep it. */
    ordinal: integer("ordinal").notNull(),
    ...timestamps,
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.id] }),
    index("conversations_by_time").on(table.organization_id, table.created_at, table.ordinal),
    index("conversations_by_job").on(table.organization_id, table.job_id, table.ordinal),
    index("conversations_by_import").on(table.organization_id, table.import_id, table.ordinal),
  ],
);

export const evaluationReports = sqliteTable(
  "evaluation_reports",
  {
    organization_id: text("organization_id").notNull(),
    id: text("id").notNull(),
    conversation_id: text("conversation_id").notNull(),
    seed_id: text("seed_id"),
    job_id: text("job_id"),
    dominio: text("dominio"),
    passed: integer("passed", { mode: "boolean" }).notNull(),
    /** The report as the contract has it. */
    body: text("body", { mode: "json" }).notNull(),
    created_at: text("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.id] }),
    index("reports_by_time").on(table.organization_id, table.created_at),
    index("reports_by_conversation").on(table.organization_id, table.conversation_id),
  ],
);

export const jobs = sqliteTable(
  "jobs",
  {
    organization_id: text("organization_id").notNull(),
    id: text("id").notNull().unique(),
    job_type: text("job_type").notNull(),
    /** A mirror for lists; the job's ledger object is the truth while it runs. */
    status: text("status").notNull(),
    progress: real("progress").notNull(),
    current_stage: text("current_stage"),
    status_message: text("status_message"),
    config: text("config", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    result: text("result", { mode: "json" }).$type<Record<string, unknown> | null>(),
    error_message: text("error_message"),
    started_at: text("started_at"),
    completed_at: text("completed_at"),
    created_at: text("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.id] }),
    index("jobs_by_time").on(table.organization_id, table.created_at),
  ],
);

export const datasets = sqliteTable(
  "datasets",
  {
    organization_id: text("organization_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    job_id: text("job_id"),
    template: text("template").notNull(),
    format: text("format").$type<DatasetResponse["format"]>().notNull(),
    record: text("record").$type<DatasetResponse["record"]>().notNull(),
    gzip: integer("gzip", { mode: "boolean" }).notNull(),
    certified: integer("certified", { mode: "boolean" }).notNull(),
    conversation_count: integer("conversation_count").notNull(),
    skipped: integer("skipped").notNull(),
    splits: text("splits", { mode: "json" }).$type<Record<string, number>>().notNull(),
    /** Of the main file. */
    size_bytes: integer("size_bytes").notNull(),
    sha256: text("sha256").notNull(),
    files: text("files", { mode: "json" }).$type<Omit<DatasetFileInfo, "url">[]>().notNull(),
    warnings: text("warnings", { mode: "json" }).$type<string[]>().notNull(),
    created_at: text("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.id] }),
    index("datasets_by_time").on(table.organization_id, table.created_at),
  ],
);

export const templateConfigs = sqliteTable("template_configs", {
  organization_id: text("organization_id").primaryKey(),
  id: text("id").notNull(),
  default_template: text("default_template").notNull(),
  default_tool_call_mode: text("default_tool_call_mode").notNull(),
  default_system_prompt: text("default_system_prompt"),
  preferred_templates: text("preferred_templates", { mode: "json" }).$type<string[]>().notNull(),
  export_format: text("export_format").notNull(),
  ...timestamps,
});

export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    organization_id: text("organization_id").notNull(),
    key: text("key").notNull(),
    /** Keyed digest of method, path and body. */
    request_hash: text("request_hash").notNull(),
    status: integer("status"),
    /** The reply, sealed with the tenant's key; null while the first request runs. */
    reply: text("reply"),
    created_at: text("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organization_id, table.key] })],
);

/** Fingerprint filters of imported sources: keyed hashes, never text. */
export const sourceFilters = sqliteTable(
  "source_filters",
  {
    organization_id: text("organization_id").notNull(),
    conversation_id: text("conversation_id").notNull(),
    segment_key: text("segment_key").notNull(),
    segment_offset: integer("segment_offset").notNull(),
    segment_length: integer("segment_length").notNull(),
    created_at: text("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.conversation_id] }),
    uniqueIndex("source_filters_segment").on(table.segment_key, table.segment_offset),
  ],
);

/** Sources that a tenant asked to keep, sealed, until a date; the key is in the object of the same id. */
export const keptSources = sqliteTable(
  "kept_sources",
  {
    organization_id: text("organization_id").notNull(),
    id: text("id").notNull(),
    /** The import, or the job, that read it. */
    import_id: text("import_id").notNull(),
    size_bytes: integer("size_bytes").notNull(),
    keep_until: text("keep_until").notNull(),
    /** Public id of the API key that asked for it. */
    kept_by: text("kept_by").notNull(),
    created_at: text("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organization_id, table.id] })],
);

/** Policies of the gateway: every version is kept, the highest of each holder and status counts. */
export const gatewayPolicies = sqliteTable(
  "gateway_policies",
  {
    organization_id: text("organization_id").notNull(),
    /** Public id of the key it is for; empty for the organisation's own. */
    key_id: text("key_id").notNull(),
    /** `live`, or `candidate`: run in audit beside the live one. */
    status: text("status").notNull(),
    version: integer("version").notNull(),
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    created_by: text("created_by").notNull(),
    created_at: text("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organization_id, table.key_id, table.status, table.version] })],
);

/** Aliases, fallback chains, budgets and the cache of an organisation's gateway. */
export const gatewaySettings = sqliteTable("gateway_settings", {
  organization_id: text("organization_id").primaryKey(),
  version: integer("version").notNull(),
  body: text("body", { mode: "json" }).$type<unknown>().notNull(),
  updated_at: text("updated_at").notNull(),
});

/** One row a request, without a word of its content. Ids begin with the instant, so that the key sorts by time. */
export const gatewayLog = sqliteTable(
  "gateway_log",
  {
    organization_id: text("organization_id").notNull(),
    id: text("id").notNull(),
    key_id: text("key_id").notNull(),
    model: text("model").notNull(),
    provider: text("provider"),
    status: integer("status").notNull(),
    action: text("action").notNull(),
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    created_at: text("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organization_id, table.id] })],
);

/** Requests whose content their tenant asked to keep. The content itself stands elsewhere: anonymised or sealed. */
export const gatewayCaptures = sqliteTable(
  "gateway_captures",
  {
    organization_id: text("organization_id").notNull(),
    /** The request's. */
    id: text("id").notNull(),
    key_id: text("key_id").notNull(),
    /** `anonymised`: a conversation of `conversations`; `encrypted`: sealed bytes whose key is in the object of this id. */
    kind: text("kind").$type<"anonymised" | "encrypted">().notNull(),
    conversation_id: text("conversation_id"),
    /** Turns up to this request's answer, which is the last of them. */
    turns: integer("turns").notNull(),
    size_bytes: integer("size_bytes").notNull(),
    seed_id: text("seed_id"),
    created_at: text("created_at").notNull(),
    expires_at: text("expires_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.id] }),
    index("gateway_captures_conversation").on(table.organization_id, table.conversation_id),
  ],
);

/** What somebody thought of an answer; the texts went through Layer 0 first. */
export const gatewayFeedback = sqliteTable(
  "gateway_feedback",
  {
    organization_id: text("organization_id").notNull(),
    request_id: text("request_id").notNull(),
    rating: integer("rating"),
    comment: text("comment"),
    correction: text("correction"),
    updated_at: text("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organization_id, table.request_id] })],
);

/** Model providers of a tenant. At most one is the default, which the partial index keeps true whoever writes. */
export const providers = sqliteTable(
  "providers",
  {
    organization_id: text("organization_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    provider_type: text("provider_type").$type<ProviderType>().notNull(),
    api_base: text("api_base"),
    /** Sealed with the tenant's key, for this row and the origin of its address. */
    sealed_key: text("sealed_key"),
    default_model: text("default_model").notNull(),
    max_tokens: integer("max_tokens").notNull(),
    temperature_default: real("temperature_default").notNull(),
    is_active: integer("is_active", { mode: "boolean" }).notNull(),
    is_default: integer("is_default", { mode: "boolean" }).notNull(),
    ...timestamps,
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.id] }),
    uniqueIndex("providers_by_name").on(table.organization_id, table.name),
    uniqueIndex("providers_one_default")
      .on(table.organization_id)
      .where(sql`${table.is_default} = 1`),
  ],
);

/** Cases that people review. What the automatic side said is fixed when the item is queued. */
export const reviewItems = sqliteTable(
  "review_items",
  {
    organization_id: text("organization_id").notNull(),
    id: text("id").notNull(),
    report_id: text("report_id").notNull(),
    conversation_id: text("conversation_id").notNull(),
    seed_id: text("seed_id"),
    reasons: text("reasons", { mode: "json" }).notNull(),
    /** Distance from the nearest threshold: the least comes first. */
    urgency: real("urgency").notNull(),
    automatic: text("automatic", { mode: "json" }).notNull(),
    /** Reviewers that it waits for, and verdicts filed. */
    reviewers: integer("reviewers").notNull(),
    decided: integer("decided").notNull(),
    /** Public id of the API key that it is kept for, and until when. */
    claimed_by: text("claimed_by"),
    claimed_until: text("claimed_until"),
    created_at: text("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.id] }),
    uniqueIndex("review_items_by_report").on(table.organization_id, table.report_id),
    index("review_items_by_urgency").on(table.organization_id, table.urgency),
  ],
);

/** Verdicts of people: one of each reviewer on an item. */
export const reviewDecisions = sqliteTable(
  "review_decisions",
  {
    organization_id: text("organization_id").notNull(),
    item_id: text("item_id").notNull(),
    /** Public id of the API key. */
    reviewer: text("reviewer").notNull(),
    verdict: text("verdict").$type<ReviewVerdict>().notNull(),
    grade: integer("grade"),
    notes: text("notes"),
    decided_at: text("decided_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.item_id, table.reviewer] }),
    index("review_decisions_by_time").on(table.organization_id, table.decided_at),
  ],
);
