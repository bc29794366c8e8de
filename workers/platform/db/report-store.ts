// Quality reports.
import { and, asc, eq } from "drizzle-orm";
import type { QualityReport } from "../../contract/quality.ts";
import type { ReportStore, StoredReport } from "../../services/ports/reports.ts";
import { insertNew } from "./bulk.ts";
import { type Database, isOneOf, matching, readNewest } from "./query.ts";
import * as schema from "./schema.ts";

export function makeReportStore(db: Database, database: D1Database): ReportStore {
  const table = schema.evaluationReports;
  const toStored = ({ id, job_id, dominio, body, created_at }: typeof table.$inferSelect): StoredReport => ({
    id,
    job_id,
    dominio,
    report: body as QualityReport,
    created_at,
  });
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
    async getMany(organizationId, ids) {
      const rows = await db
        .select()
        .from(table)
        .where(and(eq(table.organization_id, organizationId), isOneOf(table.id, ids)))
        .orderBy(asc(table.id));
      return rows.map(toStored);
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
        filter.jobId === undefined ? undefined : eq(table.job_id, filter.jobId),
        filter.domain === undefined ? undefined : eq(table.dominio, filter.domain),
        filter.passed === undefined ? undefined : eq(table.passed, filter.passed),
        filter.seedId === undefined ? undefined : eq(table.seed_id, filter.seedId),
      ]);
      return readNewest(db, table, where, page, toStored);
    },
  };
}
