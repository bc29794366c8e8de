// Datasets, and the preferences of exports.
import { and, eq } from "drizzle-orm";
import type { DatasetRecord, DatasetStore, TemplateConfigStore } from "../../services/ports/datasets.ts";
import { type Database, readNewest } from "./query.ts";
import * as schema from "./schema.ts";

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
      return readNewest(db, table, where, page, toDatasetRecord);
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
