// What the store adapters over D1 share. Every query names its tenant, because every port does.
import { and, asc, count, desc, type InferSelectModel, sql, type SQL } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Page, PageQuery } from "../../contract/page.ts";
import type * as schema from "./schema.ts";

export type Database = DrizzleD1Database<typeof schema>;

/** One page of `table` and the count of all rows that match. */
export async function readPage<Row, Item>(
  rows: Promise<Row[]>,
  total: Promise<{ n: number }[]>,
  page: PageQuery,
  toItem: (row: Row) => Item,
): Promise<Page<Item>> {
  const [found, counted] = await Promise.all([rows, total]);
  return { items: found.map(toItem), total: counted[0]?.n ?? 0, page: page.page, page_size: page.page_size };
}

/** One page of the rows that match, the newest first. */
export function readNewest<Table extends SQLiteTable & { created_at: SQLiteColumn; id: SQLiteColumn }, Item>(
  db: Database,
  table: Table,
  where: SQL | undefined,
  page: PageQuery,
  toItem: (row: InferSelectModel<Table>) => Item,
): Promise<Page<Item>> {
  const rows = db
    .select()
    .from(table as SQLiteTable)
    .where(where)
    .orderBy(desc(table.created_at), asc(table.id))
    .limit(page.page_size)
    .offset(offsetOf(page));
  const found = rows.execute() as Promise<InferSelectModel<Table>[]>;
  return readPage(found, countRows(db, table, where).execute(), page, toItem);
}

export const offsetOf = (page: PageQuery) => (page.page - 1) * page.page_size;

export function matching(conditions: (SQL | undefined)[]): SQL | undefined {
  return and(...conditions.filter((condition) => condition !== undefined));
}

/** `column IN (values)` for any number of values: D1 allows 100 bound parameters, so they travel as one JSON text. */
export const isOneOf = (column: SQLiteColumn, values: readonly string[]) =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

export const countRows = (db: Database, table: SQLiteTable, where: SQL | undefined) =>
  db.select({ n: count() }).from(table).where(where);
