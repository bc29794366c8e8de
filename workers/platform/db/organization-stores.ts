// Organisations and their API keys.
import { and, desc, eq } from "drizzle-orm";
import type { ApiKeyStore, OrganizationStore } from "../../services/ports/accounts.ts";
import { type Database, countRows } from "./query.ts";
import * as schema from "./schema.ts";

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
