// Policies, settings, log and feedback of the gateway.
import { and, desc, eq, sql } from "drizzle-orm";
import type { GatewayLogEntry, GatewayPolicyRequest } from "../../contract/gateway.ts";
import { GatewaySettings } from "../../contract/gateway-settings.ts";
import type {
  GatewayLogStore,
  GatewayPolicyStore,
  GatewaySettingsStore,
  PolicyRecord,
} from "../../services/gateway/ports.ts";
import { insertNew, insertSilently } from "./bulk.ts";
import { countRows, type Database, matching, offsetOf, readPage } from "./query.ts";
import * as schema from "./schema.ts";

const LIVE = "live";
const CANDIDATE = "candidate";

interface PolicyBody {
  id: string;
  name: string;
  rules: GatewayPolicyRequest["rules"];
  first_created_at: string;
}

export function makeGatewayPolicyStore(db: Database, database: D1Database): GatewayPolicyStore {
  const table = schema.gatewayPolicies;
  return {
    async current(organizationId) {
      // Newest first: the first of each holder and status is the one that counts.
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.organization_id, organizationId))
        .orderBy(desc(table.version));
      const newest = new Map<string, PolicyRecord>();
      for (const row of rows) {
        const scope = `${row.status}/${row.key_id}`;
        if (newest.has(scope)) continue;
        const body = row.body as PolicyBody;
        newest.set(scope, {
          id: body.id,
          key_id: row.key_id === "" ? null : row.key_id,
          candidate: row.status === CANDIDATE,
          version: row.version,
          name: body.name,
          rules: body.rules,
          created_by: row.created_by,
          created_at: body.first_created_at,
          updated_at: row.created_at,
        });
      }
      return [...newest.values()];
    },
    async add(organizationId, record) {
      const body: PolicyBody = {
        id: record.id,
        name: record.name,
        rules: record.rules,
        first_created_at: record.created_at,
      };
      const row = {
        organization_id: organizationId,
        key_id: record.key_id ?? "",
        status: record.candidate ? CANDIDATE : LIVE,
        version: record.version,
        body,
        created_by: record.created_by,
        created_at: record.updated_at,
      };
      return (await insertNew(database, "gateway_policies", [row], "version")).size === 1;
    },
    async dropCandidate(organizationId, keyId) {
      const ofKey = eq(table.key_id, keyId ?? "");
      await db.delete(table).where(and(eq(table.organization_id, organizationId), ofKey, eq(table.status, CANDIDATE)));
    },
  };
}

export function makeGatewaySettingsStore(db: Database): GatewaySettingsStore {
  const table = schema.gatewaySettings;
  return {
    async get(organizationId) {
      const row = await db.query.gatewaySettings.findFirst({ where: eq(table.organization_id, organizationId) });
      if (row === undefined) return null;
      // Parsed, so that settings written before a member existed get its default.
      return { version: row.version, settings: GatewaySettings.parse(row.body), updated_at: row.updated_at };
    },
    async put(organizationId, { version, settings, updated_at }) {
      const changed = { version, body: settings, updated_at };
      await db
        .insert(table)
        .values({ organization_id: organizationId, ...changed })
        .onConflictDoUpdate({ target: table.organization_id, set: changed });
    },
  };
}

export function makeGatewayLogStore(db: Database, database: D1Database): GatewayLogStore {
  const table = schema.gatewayLog;
  const feedback = schema.gatewayFeedback;
  return {
    async append(rows) {
      const values = rows.map(({ organization_id, key_id, entry }) => ({
        organization_id,
        id: entry.id,
        key_id,
        model: entry.model ?? "",
        provider: entry.provider_name,
        status: entry.status,
        action: entry.verdict,
        body: JSON.stringify(entry),
        created_at: entry.created_at,
      }));
      await insertSilently(database, "gateway_log", values);
    },
    list(organizationId, filter, page) {
      const where = matching([
        eq(table.organization_id, organizationId),
        filter.keyId === undefined ? undefined : eq(table.key_id, filter.keyId),
        filter.model === undefined ? undefined : eq(table.model, filter.model),
        filter.provider === undefined ? undefined : eq(table.provider, filter.provider),
        filter.verdict === undefined ? undefined : eq(table.action, filter.verdict),
        // Hexadecimal digits in quotes stand nowhere else in a row.
        filter.valueHash === undefined ? undefined : sql`instr(${table.body}, ${`"${filter.valueHash}"`}) > 0`,
      ]);
      const rows = db
        .select({ body: table.body })
        .from(table)
        .where(where)
        .orderBy(desc(table.id))
        .limit(page.page_size)
        .offset(offsetOf(page));
      return readPage(
        rows.execute(),
        countRows(db, table, where).execute(),
        page,
        (row) => row.body as GatewayLogEntry,
      );
    },
    async has(organizationId, id) {
      const row = await db
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.organization_id, organizationId), eq(table.id, id)));
      return row.length > 0;
    },
    async putFeedback(organizationId, { request_id, ...given }) {
      await db
        .insert(feedback)
        .values({ organization_id: organizationId, request_id, ...given })
        .onConflictDoUpdate({ target: [feedback.organization_id, feedback.request_id], set: given });
    },
  };
}
