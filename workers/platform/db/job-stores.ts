// Jobs, and the replies kept for idempotency keys.
import { and, eq, lt, notInArray, sql } from "drizzle-orm";
import type { JobStatus } from "../../contract/job.ts";
import type { IdempotencyStore } from "../../services/ports/accounts.ts";
import type { JobRecord, JobStore } from "../../services/ports/jobs.ts";
import { type Database, matching, readNewest } from "./query.ts";
import * as schema from "./schema.ts";

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
      return readNewest(db, table, where, page, toJobRecord);
    },
    async reopen(organizationId, id) {
      await db
        .update(table)
        .set({ status: "running", result: null, error_message: null, completed_at: null })
        .where(and(eq(table.organization_id, organizationId), eq(table.id, id)));
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
