// Seeds with their revisions, ratings and runs.
import { getTableColumns, and, asc, desc, eq, gt, sql, type SQL } from "drizzle-orm";
import type { SeedSchema } from "../../contract/seed.ts";
import type { SeedFilter, SeedRecord, SeedRevision, SeedStore } from "../../services/ports/seeds.ts";
import { insertNew } from "./bulk.ts";
import { type Database, readPage, offsetOf, matching, isOneOf, countRows } from "./query.ts";
import * as schema from "./schema.ts";

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
      // Instead of those of an earlier ending of the job, before its failed items were tried again.
      await db
        .delete(schema.seedRuns)
        .where(and(eq(schema.seedRuns.organization_id, organizationId), eq(schema.seedRuns.job_id, jobId)));
      if (rows.length > 0) await insertNew(database, "seed_runs", rows, "seed_id");
    },
  };
}
