import { and, eq, gt, lte } from "drizzle-orm";
import type { KeptSourceStore } from "../../services/ports/conversations.ts";
import { type Database, readNewest } from "./query.ts";
import * as schema from "./schema.ts";

export function makeKeptSourceStore(db: Database): KeptSourceStore {
  const table = schema.keptSources;
  const own = (organizationId: string, id: string) => and(eq(table.organization_id, organizationId), eq(table.id, id));
  const toRecord = ({ organization_id: _owner, ...record }: typeof table.$inferSelect) => record;
  return {
    async insert(organizationId, record) {
      await db.insert(table).values({ organization_id: organizationId, ...record });
    },
    async get(organizationId, id, now) {
      const [row] = await db
        .select()
        .from(table)
        .where(and(own(organizationId, id), gt(table.keep_until, now)));
      return row === undefined ? null : toRecord(row);
    },
    async list(organizationId, page, now) {
      // What is over was deleted by its object's alarm; here goes the row.
      await db.delete(table).where(and(eq(table.organization_id, organizationId), lte(table.keep_until, now)));
      const where = eq(table.organization_id, organizationId);
      return readNewest(db, table, where, page, toRecord);
    },
    async delete(organizationId, id) {
      await db.delete(table).where(own(organizationId, id));
    },
  };
}
