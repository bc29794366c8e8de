// Providers over D1.
import { and, desc, eq, ne } from "drizzle-orm";
import type { ProviderRecord, ProviderStore } from "../../services/ports/models.ts";
import type { Database } from "./query.ts";
import * as schema from "./schema.ts";

/** The one violation that is the caller's to hear of: drizzle wraps D1's error, which names the columns. */
function isNameTaken(error: unknown): boolean {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if (/UNIQUE constraint failed: providers\.organization_id, providers\.name\b/.test(each.message)) return true;
  }
  return false;
}

export function makeProviderStore(db: Database): ProviderStore {
  const table = schema.providers;
  const own = (organizationId: string, id: string) => and(eq(table.organization_id, organizationId), eq(table.id, id));
  const readRow = ({ organization_id: _owner, ...record }: typeof table.$inferSelect): ProviderRecord => record;
  /** Part of the same transaction as the write that sets another default. */
  const clearOthers = (organizationId: string, id: string) =>
    db
      .update(table)
      .set({ is_default: false })
      .where(and(eq(table.organization_id, organizationId), ne(table.id, id), eq(table.is_default, true)));
  const unlessTaken = async <Done>(done: Done, write: () => Promise<unknown>): Promise<Done | "name_taken"> => {
    try {
      await write();
      return done;
    } catch (error) {
      if (isNameTaken(error)) return "name_taken";
      throw error;
    }
  };

  return {
    create(organizationId, record) {
      const insert = db.insert(table).values({ ...record, organization_id: organizationId });
      return unlessTaken("created", () =>
        record.is_default ? db.batch([clearOthers(organizationId, record.id), insert]) : insert,
      );
    },
    update(organizationId, record) {
      const update = db.update(table).set(record).where(own(organizationId, record.id));
      return unlessTaken("updated", () =>
        record.is_default ? db.batch([clearOthers(organizationId, record.id), update]) : update,
      );
    },
    async reseal(organizationId, id, before, after) {
      const rows = await db
        .update(table)
        .set({ sealed_key: after })
        .where(and(own(organizationId, id), eq(table.sealed_key, before)))
        .returning({ id: table.id });
      return rows.length > 0;
    },
    async get(organizationId, id) {
      const [row] = await db.select().from(table).where(own(organizationId, id));
      return row === undefined ? null : readRow(row);
    },
    async findByName(organizationId, name) {
      const named = and(eq(table.organization_id, organizationId), eq(table.name, name));
      const [row] = await db.select().from(table).where(named);
      return row === undefined ? null : readRow(row);
    },
    async list(organizationId) {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.organization_id, organizationId))
        .orderBy(desc(table.is_default), desc(table.created_at), desc(table.id));
      return rows.map(readRow);
    },
    async delete(organizationId, id) {
      const gone = await db.delete(table).where(own(organizationId, id)).returning({ id: table.id });
      return gone.length === 1;
    },
  };
}
