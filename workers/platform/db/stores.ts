// Adapters of the store ports over D1. Every query names its tenant, because every port does.
import { and, asc, count, desc, eq, getTableColumns, gt, lt, notInArray, sql, type SQL } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { JobStatus } from "../../contract/job.ts";
import type { Page, PageQuery } from "../../contract/page.ts";
import type { QualityReport } from "../../contract/quality.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import type {
  ApiKeyStore,
  ConversationRecord,
  ConversationStore,
  DatasetRecord,
  DatasetStore,
  IdempotencyStore,
  JobRecord,
  JobStore,
  OrganizationStore,
  ReportStore,
  SeedFilter,
  SeedRecord,
  SeedRevision,
  SeedStore,
  SourceFilterStore,
  TemplateConfigStore,
} from "../../services/deps.ts";
import { insertNew } from "./bulk.ts";
import * as schema from "./schema.ts";

export type Database = DrizzleD1Database<typeof schema>;

/** One page of `table` and the count of all rows that match. */
async function readPage<Row, Item>(
  rows: Promise<Row[]>,
  total: Promise<{ n: number }[]>,
  page: PageQuery,
  toItem: (row: Row) => Item,
): Promise<Page<Item>> {
  const [found, counted] = await Promise.all([rows, total]);
  return { items: found.map(toItem), total: counted[0]?.n ?? 0, page: page.page, page_size: page.page_size };
}

const offsetOf = (page: PageQuery) => (page.page - 1) * page.page_size;

function matching(conditions: (SQL | undefined)[]): SQL | undefined {
  return and(...conditions.filter((condition) => condition !== undefined));
}

/** `column IN (values)` for any number of values: D1 allows 100 bound parameters, so they travel as one JSON text. */
const isOneOf = (column: SQLiteColumn, values: readonly string[]) =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

const countRows = (db: Database, table: SQLiteTable, where: SQL | undefined) =>
  db.select({ n: count() }).from(table).where(where);

export function makeOrganizationStore(db: Database): OrganizationStore {
  const table = schema.organizations;
  return {
    async create(organization) {
      const made = await db.insert(table).values(organization).onConflictDoNothing().returning({ id: table.id });
      return made.length === 1 ? "created" : "slug_taken";
    },
    async get(organizationId) {
      const [row] = await db.select().from(table).where(eq(table.id, organizationId));
      return row ?? null;
    },
    async update(organization) {
      await db.update(table).set(organization).where(eq(table.id, organization.id));
    },
    async count() {
      const [row] = await countRows(db, table, undefined);
      return row?.n ?? 0;
    },
  };
}

export function makeApiKeyStore(db: Database): ApiKeyStore {
  const table = schema.apiKeys;
  const own = (organizationId: string, keyId: string) =>
    and(eq(table.organization_id, organizationId), eq(table.key_id, keyId));
  return {
    async create(key) {
      await db.insert(table).values(key);
    },
    async findByKeyId(keyId) {
      const [row] = await db.select().from(table).where(eq(table.key_id, keyId));
      return row ?? null;
    },
    list: (organizationId) =>
      db.select().from(table).where(eq(table.organization_id, organizationId)).orderBy(desc(table.created_at)),
    async deactivate(organizationId, keyId) {
      const done = await db
        .update(table)
        .set({ is_active: false })
        .where(own(organizationId, keyId))
        .returning({ id: table.id });
      return done.length === 1;
    },
    async replace(organizationId, oldKeyId, key) {
      await db.batch([
        db.update(table).set({ is_active: false }).where(own(organizationId, oldKeyId)),
        db.insert(table).values(key),
      ]);
    },
    async touch(organizationId, keyId, lastUsedAt) {
      await db.update(table).set({ last_used_at: lastUsedAt }).where(own(organizationId, keyId));
    },
  };
}

type SeedRow = typeof schema.seeds.$inferSelect;

/**
 * Figures over all runs of a seed, read with its row. The outer columns are written with their table's name: drizzle
 * leaves it out in a query of one table, and then `organization_id` would be the inner one, whoever's run it is.
 */
const runTotal = (column: "runs" | "quality_sum" | "quality_count") => sql<number>`(
  SELECT coalesce(sum(run.${sql.raw(column)}), 0) FROM seed_runs AS run
  WHERE run.organization_id = seeds.organization_id AND run.seed_id = seeds.id
)`;
const SEED_COLUMNS = {
  ...getTableColumns(schema.seeds),
  run_count: runTotal("runs"),
  quality_sum: runTotal("quality_sum"),
  quality_count: runTotal("quality_count"),
};
type SeedRowWithRuns = SeedRow & { run_count: number; quality_sum: number; quality_count: number };

function toSeedRecord(row: SeedRowWithRuns): SeedRecord {
  const seed = {
    ...(row.body as SeedSchema),
    seed_id: row.id,
    organization_id: row.organization_id,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
  return {
    seed,
    source_conversation_id: row.source_conversation_id,
    revision: row.revision,
    rating_sum: row.rating_sum,
    rating_count: row.rating_count,
    run_count: row.run_count,
    quality_sum: row.quality_sum,
    quality_count: row.quality_count,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

function toSeedRow(organizationId: string, record: SeedRecord): SeedRow {
  const { seed, run_count: _runs, quality_sum: _sum, quality_count: _count, ...figures } = record;
  const { seed_id, organization_id: _owner, created_at: _created, updated_at: _updated, ...body } = seed;
  return {
    ...figures,
    organization_id: organizationId,
    id: seed_id,
    dominio: seed.dominio,
    idioma: seed.idioma,
    objetivo: seed.objetivo,
    body,
  };
}

/** More words than this narrow a search no further. */
const MAX_SEARCH_WORDS = 12;

/** A tag or a role among those of the seed. */
const listHolds = (path: "$.etiquetas" | "$.roles", value: string): SQL =>
  sql`EXISTS (SELECT 1 FROM json_each(${schema.seeds.body}, ${path}) AS item WHERE item.value = ${value})`;

/** `instr` and not LIKE, whose patterns D1 cuts at 50 bytes. */
function searchFor(text: string): SQL[] {
  const { body, objetivo } = schema.seeds;
  const searched = sql`lower(${objetivo} || ' ' || json_extract(${body}, '$.parametros_factuales.contexto') || ' '
    || json_extract(${body}, '$.etiquetas') || ' ' || json_extract(${body}, '$.pasos_turnos.flujo_esperado'))`;
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  return words.slice(0, MAX_SEARCH_WORDS).map((word) => sql`instr(${searched}, ${word}) > 0`);
}

function seedsMatching(organizationId: string, filter: SeedFilter): SQL | undefined {
  const table = schema.seeds;
  return matching([
    eq(table.organization_id, organizationId),
    filter.domain === undefined ? undefined : eq(table.dominio, filter.domain),
    filter.language === undefined ? undefined : eq(table.idioma, filter.language),
    filter.tag === undefined ? undefined : listHolds("$.etiquetas", filter.tag),
    filter.role === undefined ? undefined : listHolds("$.roles", filter.role),
    filter.minRating === undefined
      ? undefined
      : sql`${table.rating_count} > 0 AND ${table.rating_sum} >= ${filter.minRating} * ${table.rating_count}`,
    ...searchFor(filter.search ?? ""),
  ]);
}

export function makeSeedStore(db: Database, database: D1Database): SeedStore {
  const table = schema.seeds;
  const own = (organizationId: string, seedId: string) =>
    and(eq(table.organization_id, organizationId), eq(table.id, seedId));
  const versions = schema.seedVersions;
  const ofSeed = (organizationId: string, seedId: string) =>
    and(eq(versions.organization_id, organizationId), eq(versions.seed_id, seedId));
  return {
    async create(organizationId, record) {
      const made = await db
        .insert(table)
        .values(toSeedRow(organizationId, record))
        .onConflictDoNothing()
        .returning({ id: table.id });
      return made.length === 1;
    },
    async get(organizationId, seedId) {
      const [row] = await db.select(SEED_COLUMNS).from(table).where(own(organizationId, seedId));
      return row === undefined ? null : toSeedRecord(row);
    },
    async getMany(organizationId, seedIds) {
      const rows = await db
        .select(SEED_COLUMNS)
        .from(table)
        .where(and(eq(table.organization_id, organizationId), isOneOf(table.id, seedIds)));
      return rows.map(toSeedRecord);
    },
    async createMany(organizationId, records) {
      if (records.length === 0) return new Set();
      const rows = records.map((record) => ({ ...toSeedRow(organizationId, record) }));
      return insertNew(database, "seeds", rows, "id");
    },
    async update(organizationId, record, expectedRevision) {
      const current = and(own(organizationId, record.seed.seed_id), eq(table.revision, expectedRevision));
      const old = db
        .select({
          organization_id: table.organization_id,
          seed_id: sql`${table.id}`.as("seed_id"),
          revision: table.revision,
          body: table.body,
          updated_at: table.updated_at,
        })
        .from(table)
        .where(current);
      const [, done] = await db.batch([
        db.insert(versions).select(old),
        db.update(table).set(toSeedRow(organizationId, record)).where(current).returning({ id: table.id }),
      ]);
      return done.length === 1;
    },
    async delete(organizationId, seedId) {
      const [, gone] = await db.batch([
        db.delete(versions).where(ofSeed(organizationId, seedId)),
        db.delete(table).where(own(organizationId, seedId)).returning({ id: table.id }),
      ]);
      return gone.length === 1;
    },
    async listAfter(organizationId, filter, after, limit) {
      const rows = await db
        .select(SEED_COLUMNS)
        .from(table)
        .where(and(seedsMatching(organizationId, filter), gt(table.id, after)))
        .orderBy(asc(table.id))
        .limit(limit);
      return rows.map(toSeedRecord);
    },
    async versions(organizationId, seedId, revision) {
      const rows = await db
        .select({ revision: versions.revision, updated_at: versions.updated_at, body: versions.body })
        .from(versions)
        .where(
          and(ofSeed(organizationId, seedId), revision === undefined ? undefined : eq(versions.revision, revision)),
        )
        .orderBy(desc(versions.revision));
      return rows.map((row) => ({ ...row, body: row.body as SeedRevision["body"] }));
    },
    list(organizationId, filter, page) {
      const where = seedsMatching(organizationId, filter);
      const rows = db
        .select(SEED_COLUMNS)
        .from(table)
        .where(where)
        .orderBy(desc(table.created_at), asc(table.id))
        .limit(page.page_size)
        .offset(offsetOf(page));
      return readPage(rows.execute(), countRows(db, table, where).execute(), page, toSeedRecord);
    },
    async rate(organizationId, seedId, rating, updatedAt) {
      const done = await db
        .update(table)
        .set({
          rating_sum: sql`${table.rating_sum} + ${rating}`,
          rating_count: sql`${table.rating_count} + 1`,
          updated_at: updatedAt,
        })
        .where(own(organizationId, seedId))
        .returning({ id: table.id });
      return done.length === 1;
    },
    async recordRuns(organizationId, jobId, runs) {
      const rows = runs.map((run) => ({ organization_id: organizationId, job_id: jobId, ...run }));
      if (rows.length > 0) await insertNew(database, "seed_runs", rows, "seed_id");
    },
  };
}

type ConversationRow = typeof schema.conversations.$inferSelect;

function toConversationRecord(row: ConversationRow): ConversationRecord {
  const { organization_id: _owner, segment_key, segment_offset, segment_length, ...rest } = row;
  return { ...rest, segment: { key: segment_key, offset: segment_offset, length: segment_length } };
}

function toConversationRow(organizationId: string, record: ConversationRecord): ConversationRow {
  const { segment, ...rest } = record;
  return {
    organization_id: organizationId,
    ...rest,
    segment_key: segment.key,
    segment_offset: segment.offset,
    segment_length: segment.length,
  };
}

export function makeConversationStore(db: Database, database: D1Database): ConversationStore {
  const table = schema.conversations;
  const own = (organizationId: string, id: string) => and(eq(table.organization_id, organizationId), eq(table.id, id));
  return {
    async insert(organizationId, records) {
      if (records.length === 0) return new Set();
      const rows = records.map((record) => toConversationRow(organizationId, record));
      const inserted = await insertNew(database, "conversations", rows, "id");
      return new Set(records.map((record) => record.id).filter((id) => !inserted.has(id)));
    },
    async get(organizationId, id) {
      const [row] = await db.select().from(table).where(own(organizationId, id));
      return row === undefined ? null : toConversationRecord(row);
    },
    async getMany(organizationId, ids) {
      const found = new Map<string, ConversationRecord>();
      const rows = await db
        .select()
        .from(table)
        .where(and(eq(table.organization_id, organizationId), isOneOf(table.id, ids)));
      for (const row of rows) found.set(row.id, toConversationRecord(row));
      return ids.map((id) => found.get(id)).filter((record) => record !== undefined);
    },
    async update(organizationId, record) {
      await db.update(table).set(toConversationRow(organizationId, record)).where(own(organizationId, record.id));
    },
    async delete(organizationId, id) {
      await db.delete(table).where(own(organizationId, id));
    },
    list(organizationId, filter, page) {
      const where = matching([
        eq(table.organization_id, organizationId),
        filter.domain === undefined ? undefined : eq(table.dominio, filter.domain),
        filter.language === undefined ? undefined : eq(table.idioma, filter.language),
        filter.status === undefined ? undefined : eq(table.status, filter.status),
        filter.seedId === undefined ? undefined : eq(table.seed_id, filter.seedId),
        filter.jobId === undefined ? undefined : eq(table.job_id, filter.jobId),
        filter.importId === undefined ? undefined : eq(table.import_id, filter.importId),
        filter.synthetic === undefined ? undefined : eq(table.es_sintetica, filter.synthetic),
      ]);
      const rows = db
        .select()
        .from(table)
        .where(where)
        .orderBy(desc(table.created_at), asc(table.ordinal), asc(table.id))
        .limit(page.page_size)
        .offset(offsetOf(page));
      return readPage(rows.execute(), countRows(db, table, where).execute(), page, toConversationRecord);
    },
  };
}

export function makeReportStore(db: Database, database: D1Database): ReportStore {
  const table = schema.evaluationReports;
  return {
    async insert(organizationId, reports) {
      const rows = reports.map(({ id, job_id, dominio, report, created_at }) => ({
        organization_id: organizationId,
        id,
        conversation_id: report.conversation_id,
        seed_id: report.seed_id,
        job_id,
        dominio,
        passed: report.passed,
        body: report,
        created_at,
      }));
      if (rows.length > 0) await insertNew(database, "evaluation_reports", rows, "id");
    },
    async ofConversations(organizationId, conversationIds) {
      const rows = await db
        .select({ id: table.id, conversation_id: table.conversation_id, body: table.body })
        .from(table)
        .where(and(eq(table.organization_id, organizationId), isOneOf(table.conversation_id, conversationIds)))
        .orderBy(asc(table.created_at), asc(table.id));
      const found = new Map<string, { own: boolean; report: QualityReport }>();
      for (const row of rows) {
        // A run files its report under the conversation's own id; what a client evaluates later does not replace it.
        const own = row.id === row.conversation_id;
        if (found.get(row.conversation_id)?.own !== true)
          found.set(row.conversation_id, { own, report: row.body as QualityReport });
      }
      return new Map([...found].map(([id, { report }]) => [id, report]));
    },
    list(organizationId, filter, page) {
      const where = matching([
        eq(table.organization_id, organizationId),
        filter.domain === undefined ? undefined : eq(table.dominio, filter.domain),
        filter.passed === undefined ? undefined : eq(table.passed, filter.passed),
        filter.seedId === undefined ? undefined : eq(table.seed_id, filter.seedId),
      ]);
      const rows = db
        .select()
        .from(table)
        .where(where)
        .orderBy(desc(table.created_at), asc(table.id))
        .limit(page.page_size)
        .offset(offsetOf(page));
      return readPage(rows.execute(), countRows(db, table, where).execute(), page, (row) => ({
        id: row.id,
        job_id: row.job_id,
        dominio: row.dominio,
        report: row.body as QualityReport,
        created_at: row.created_at,
      }));
    },
  };
}

const toJobRecord = (row: typeof schema.jobs.$inferSelect): JobRecord => ({ ...row, status: row.status as JobStatus });

export function makeJobStore(db: Database): JobStore {
  const table = schema.jobs;
  return {
    async insert(job) {
      await db.insert(table).values(job).onConflictDoNothing();
    },
    async get(organizationId, id) {
      const [row] = await db
        .select()
        .from(table)
        .where(and(eq(table.organization_id, organizationId), eq(table.id, id)));
      return row === undefined ? null : toJobRecord(row);
    },
    list(organizationId, filter, page) {
      const where = matching([
        eq(table.organization_id, organizationId),
        filter.jobType === undefined ? undefined : eq(table.job_type, filter.jobType),
        filter.status === undefined ? undefined : eq(table.status, filter.status),
      ]);
      const rows = db
        .select()
        .from(table)
        .where(where)
        .orderBy(desc(table.created_at), asc(table.id))
        .limit(page.page_size)
        .offset(offsetOf(page));
      return readPage(rows.execute(), countRows(db, table, where).execute(), page, toJobRecord);
    },
    async mirror(organizationId, id, state) {
      await db
        .update(table)
        .set(state)
        .where(
          and(
            eq(table.organization_id, organizationId),
            eq(table.id, id),
            notInArray(table.status, ["completed", "failed", "cancelled"]),
          ),
        );
    },
  };
}

const toDatasetRecord = ({ organization_id: _owner, ...row }: typeof schema.datasets.$inferSelect): DatasetRecord =>
  row;

export function makeDatasetStore(db: Database): DatasetStore {
  const table = schema.datasets;
  const own = (organizationId: string, id: string) => and(eq(table.organization_id, organizationId), eq(table.id, id));
  return {
    async put(organizationId, dataset) {
      const row = { ...dataset, organization_id: organizationId };
      await db
        .insert(table)
        .values(row)
        .onConflictDoUpdate({ target: [table.organization_id, table.id], set: row });
    },
    async get(organizationId, id) {
      const [row] = await db.select().from(table).where(own(organizationId, id));
      return row === undefined ? null : toDatasetRecord(row);
    },
    async delete(organizationId, id) {
      await db.delete(table).where(own(organizationId, id));
    },
    list(organizationId, page) {
      const where = eq(table.organization_id, organizationId);
      const rows = db
        .select()
        .from(table)
        .where(where)
        .orderBy(desc(table.created_at), asc(table.id))
        .limit(page.page_size)
        .offset(offsetOf(page));
      return readPage(rows.execute(), countRows(db, table, where).execute(), page, toDatasetRecord);
    },
  };
}

export function makeTemplateConfigStore(db: Database): TemplateConfigStore {
  const table = schema.templateConfigs;
  return {
    async get(organizationId) {
      const [row] = await db.select().from(table).where(eq(table.organization_id, organizationId));
      if (row === undefined) return null;
      const { organization_id: _owner, ...config } = row;
      return config;
    },
    async put(organizationId, config) {
      const row = { ...config, organization_id: organizationId };
      await db.insert(table).values(row).onConflictDoUpdate({ target: table.organization_id, set: row });
    },
  };
}

export function makeIdempotencyStore(db: Database): IdempotencyStore {
  const table = schema.idempotencyKeys;
  const own = (organizationId: string, key: string) =>
    and(eq(table.organization_id, organizationId), eq(table.key, key));
  return {
    async claim(organizationId, key, requestHash, now, staleBefore) {
      const row = {
        organization_id: organizationId,
        key,
        request_hash: requestHash,
        status: null,
        reply: null,
        created_at: now,
      };
      // A claim without a reply that is older than any request can last belongs to a worker that died: take it over.
      const taken = await db
        .insert(table)
        .values(row)
        .onConflictDoUpdate({
          target: [table.organization_id, table.key],
          set: row,
          setWhere: and(
            sql`${table.reply} IS NULL`,
            lt(table.created_at, staleBefore),
            eq(table.request_hash, requestHash),
          ),
        })
        .returning({ key: table.key });
      if (taken.length === 1) return "claimed";
      const [earlier] = await db.select().from(table).where(own(organizationId, key));
      return earlier === undefined
        ? "claimed"
        : { requestHash: earlier.request_hash, status: earlier.status, reply: earlier.reply };
    },
    async settle(organizationId, key, status, reply) {
      await db.update(table).set({ status, reply }).where(own(organizationId, key));
    },
    async release(organizationId, key) {
      await db.delete(table).where(and(own(organizationId, key), sql`${table.reply} IS NULL`));
    },
  };
}

export function makeSourceFilterStore(db: Database, database: D1Database): SourceFilterStore {
  const table = schema.sourceFilters;
  return {
    async insert(organizationId, filters, now) {
      const rows = filters.map(({ conversation_id, segment }) => ({
        organization_id: organizationId,
        conversation_id,
        segment_key: segment.key,
        segment_offset: segment.offset,
        segment_length: segment.length,
        created_at: now,
      }));
      if (rows.length > 0) await insertNew(database, "source_filters", rows, "conversation_id");
    },
    async list(organizationId, limit) {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.organization_id, organizationId))
        .orderBy(desc(table.created_at), asc(table.conversation_id))
        .limit(limit);
      return rows.map((row) => ({
        conversation_id: row.conversation_id,
        segment: { key: row.segment_key, offset: row.segment_offset, length: row.segment_length },
      }));
    },
    async delete(organizationId, conversationId) {
      await db
        .delete(table)
        .where(and(eq(table.organization_id, organizationId), eq(table.conversation_id, conversationId)));
    },
  };
}
