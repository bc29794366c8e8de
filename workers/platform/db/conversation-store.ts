// Conversations, and the filters of their sources.
import { and, asc, count, desc, eq, max } from "drizzle-orm";
import type { ConversationRecord, ConversationStore, SourceFilterStore } from "../../services/ports/conversations.ts";
import { insertNew } from "./bulk.ts";
import { type Database, readPage, offsetOf, matching, isOneOf, countRows } from "./query.ts";
import * as schema from "./schema.ts";

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

export function makeSourceFilterStore(db: Database, database: D1Database): SourceFilterStore {
  const table = schema.sourceFilters;
  const segmentOf = (row: typeof table.$inferSelect) => ({
    key: row.segment_key,
    offset: row.segment_offset,
    length: row.segment_length,
  });
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
      return rows.map((row) => ({ conversation_id: row.conversation_id, segment: segmentOf(row) }));
    },
    async find(organizationId, conversationId) {
      const [row] = await db
        .select()
        .from(table)
        .where(and(eq(table.organization_id, organizationId), eq(table.conversation_id, conversationId)));
      return row === undefined ? null : segmentOf(row);
    },
    async version(organizationId) {
      const [row] = await db
        .select({ filters: count(), newest: max(table.created_at) })
        .from(table)
        .where(eq(table.organization_id, organizationId));
      return `${row?.filters ?? 0} ${row?.newest ?? ""}`;
    },
    async delete(organizationId, conversationId) {
      await db
        .delete(table)
        .where(and(eq(table.organization_id, organizationId), eq(table.conversation_id, conversationId)));
    },
  };
}
