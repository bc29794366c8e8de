import type { Page } from "../contract/page.ts";
import type { CallOptions } from "./transport.ts";

export interface PageRange {
  /** From 1. */
  page?: number;
  /** 1 to 100. */
  page_size?: number;
}

const LARGEST_PAGE = 100;

/** Every item of a paged list, fetched page by page as the loop asks for them. */
export async function* iteratePages<T, Q extends PageRange>(
  list: (query: Q, options?: CallOptions) => Promise<Page<T>>,
  query: Q,
  options?: CallOptions,
): AsyncGenerator<T, void, undefined> {
  const pageSize = query.page_size ?? LARGEST_PAGE;
  for (let page = query.page ?? 1; ; page += 1) {
    const { items, total } = await list({ ...query, page, page_size: pageSize }, options);
    yield* items;
    if (items.length < pageSize || page * pageSize >= total) return;
  }
}
