// Items that people review, and their verdicts.
import { and, asc, desc, eq, gt, gte, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { AutomaticVerdict } from "../../core/evaluation/review.ts";
import type { ReviewRecord, ReviewStore } from "../../services/ports/reports.ts";
import { insertNew } from "./bulk.ts";
import { type Database, matching, readNewest } from "./query.ts";
import * as schema from "./schema.ts";

export function makeReviewStore(db: Database, database: D1Database): ReviewStore {
  const table = schema.reviewItems;
  const decisions = schema.reviewDecisions;
  const toRecord = ({
    organization_id: _owner,
    reasons,
    automatic,
    ...row
  }: typeof table.$inferSelect): ReviewRecord => ({
    ...row,
    reasons: reasons as string[],
    automatic: automatic as AutomaticVerdict,
  });
  const isUndecided = lt(table.decided, table.reviewers);
  return {
    async insert(organizationId, records) {
      const rows = records.map((record) => ({ organization_id: organizationId, ...record }));
      return rows.length === 0 ? 0 : (await insertNew(database, "review_items", rows, "id")).size;
    },
    async get(organizationId, id) {
      const [row] = await db
        .select()
        .from(table)
        .where(and(eq(table.organization_id, organizationId), eq(table.id, id)));
      return row === undefined ? null : toRecord(row);
    },
    list(organizationId, { status }, page, now) {
      const where = matching([
        eq(table.organization_id, organizationId),
        status === "decided" ? gte(table.decided, table.reviewers) : undefined,
        status === "claimed" ? and(isUndecided, gt(table.claimed_until, now)) : undefined,
        status === "open"
          ? and(isUndecided, or(isNull(table.claimed_until), lte(table.claimed_until, now)))
          : undefined,
      ]);
      return readNewest(db, table, where, page, toRecord);
    },
    async claim(organizationId, reviewer, now, until) {
      // One statement: two reviewers who ask at the same time never get the same item.
      const next = sql`(
        SELECT ${table.id} FROM ${table}
        WHERE ${table.organization_id} = ${organizationId} AND ${isUndecided}
          AND (${table.claimed_until} IS NULL OR ${table.claimed_until} <= ${now} OR ${table.claimed_by} = ${reviewer})
          AND NOT EXISTS (
            SELECT 1 FROM ${decisions}
            WHERE ${decisions.organization_id} = ${organizationId}
              AND ${decisions.item_id} = ${table.id} AND ${decisions.reviewer} = ${reviewer}
          )
        ORDER BY (${table.claimed_by} = ${reviewer} AND ${table.claimed_until} > ${now}) DESC,
          ${table.urgency}, ${table.created_at}, ${table.id}
        LIMIT 1
      )`;
      const [row] = await db
        .update(table)
        .set({ claimed_by: reviewer, claimed_until: until })
        .where(and(eq(table.organization_id, organizationId), eq(table.id, next)))
        .returning();
      return row === undefined ? null : toRecord(row);
    },
    async decide(organizationId, id, decision) {
      const { reviewer, verdict, grade, notes, decided_at } = decision;
      const claimed =
        "organization_id = ?1 AND id = ?2 AND claimed_by = ?3 AND claimed_until > ?4 AND decided < reviewers";
      // One transaction: the verdict is filed and counted, or the claim has run out and neither is.
      const [, counted] = await database.batch([
        database
          .prepare(
            `INSERT INTO review_decisions (organization_id, item_id, reviewer, verdict, grade, notes, decided_at) SELECT ?1, ?2, ?3, ?5, ?6, ?7, ?4 FROM review_items WHERE ${claimed}`,
          )
          .bind(organizationId, id, reviewer, decided_at, verdict, grade, notes),
        database
          .prepare(
            `UPDATE review_items SET decided = decided + 1, claimed_by = NULL, claimed_until = NULL WHERE ${claimed}`,
          )
          .bind(organizationId, id, reviewer, decided_at),
      ]);
      return counted!.meta.changes === 1;
    },
    async reviewed(organizationId, limit) {
      const rows = await db
        .select({ id: table.id, automatic: table.automatic, reviewer: decisions.reviewer, verdict: decisions.verdict })
        .from(decisions)
        .innerJoin(table, and(eq(table.organization_id, decisions.organization_id), eq(table.id, decisions.item_id)))
        .where(eq(decisions.organization_id, organizationId))
        .orderBy(desc(decisions.decided_at), asc(decisions.item_id), asc(decisions.reviewer))
        .limit(limit);
      return [...Map.groupBy(rows, (row) => row.id).values()].map((group) => ({
        automatic: group[0]!.automatic as AutomaticVerdict,
        decisions: group.map(({ reviewer, verdict }) => ({ reviewer, verdict })),
      }));
    },
  };
}
