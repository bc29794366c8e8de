// Which requests of the gateway had their content kept.
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { GatewayCaptureStore } from "../../services/gateway/ports.ts";
import { countRows, type Database, matching, offsetOf, readPage } from "./query.ts";
import * as schema from "./schema.ts";

export function makeGatewayCaptureStore(db: Database): GatewayCaptureStore {
  const table = schema.gatewayCaptures;
  const feedback = schema.gatewayFeedback;
  const own = (organizationId: string, id: string) => and(eq(table.organization_id, organizationId), eq(table.id, id));
  const ofConversation = (organizationId: string, conversationId: string) =>
    and(eq(table.organization_id, organizationId), eq(table.conversation_id, conversationId));
  const isAlive = (now: string) => or(isNull(table.expires_at), gt(table.expires_at, now));
  const withFeedback = and(eq(feedback.organization_id, table.organization_id), eq(feedback.request_id, table.id));
  const toRecord = ({ id, organization_id: _owner, ...row }: typeof table.$inferSelect) => ({ request_id: id, ...row });

  return {
    async put(organizationId, { request_id, ...record }) {
      await db
        .insert(table)
        .values({ organization_id: organizationId, id: request_id, ...record })
        .onConflictDoNothing();
    },
    async get(organizationId, requestId, now) {
      const [row] = await db
        .select()
        .from(table)
        .where(and(own(organizationId, requestId), isAlive(now)));
      return row === undefined ? null : toRecord(row);
    },
    async list(organizationId, page, now) {
      // The content of what is over was deleted by its object's alarm; here goes the row.
      await db.delete(table).where(and(eq(table.organization_id, organizationId), lte(table.expires_at, now)));
      const where = eq(table.organization_id, organizationId);
      const rows = db
        .select({ capture: table, rating: feedback.rating, correction: feedback.correction })
        .from(table)
        .leftJoin(feedback, withFeedback)
        .where(where)
        .orderBy(desc(table.id))
        .limit(page.page_size)
        .offset(offsetOf(page));
      return readPage(
        rows.execute(),
        countRows(db, table, where).execute(),
        page,
        ({ capture, rating, correction }) => ({
          ...toRecord(capture),
          rating,
          corrected: correction !== null,
        }),
      );
    },
    async supersede(organizationId, conversationId, successor) {
      const rows = await db
        .update(table)
        .set({ conversation_id: successor })
        .where(ofConversation(organizationId, conversationId))
        .returning({ id: table.id });
      return rows.length > 0;
    },
    async unseeded(organizationId, minRating, limit) {
      const where = matching([
        eq(table.organization_id, organizationId),
        isNotNull(table.conversation_id),
        isNull(table.seed_id),
        minRating === null ? undefined : gte(feedback.rating, minRating),
      ]);
      const rows = await db
        .select({ id: table.conversation_id })
        .from(table)
        .leftJoin(feedback, withFeedback)
        .where(where)
        .groupBy(table.conversation_id)
        .orderBy(asc(sql`min(${table.id})`))
        .limit(limit);
      return rows.map(({ id }) => id!);
    },
    async markSeeded(organizationId, conversationId, seedId) {
      await db.update(table).set({ seed_id: seedId }).where(ofConversation(organizationId, conversationId));
    },
    async delete(organizationId, requestId) {
      await db.delete(table).where(own(organizationId, requestId));
    },
  };
}
